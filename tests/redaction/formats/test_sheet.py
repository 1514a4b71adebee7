"""Workbooks and tables in text: every cell on a page, and what was hidden from their readers."""

import datetime as dt
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.office import sheet as sheets
from redaction.formats.office.cells import as_shown
from redaction.formats.office.sheet import read_csv, read_sheet
from redaction.formats.readings import Convert
from redaction.pages import ReadDocument
from redaction.reading import read_document


def book() -> bytes:
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    contacts = made.create_sheet("Contacts")
    contacts.append(["Name", "Born", "Telephone", "Said"])
    contacts.append(["Kay Marsh", dt.date(2015, 3, 9), 1632960001, "long words " * 40])
    contacts.append(["Zephyra Poole", dt.datetime(2014, 1, 2, 9, 30), "none", None])  # noqa: DTZ001
    contacts["C2"].number_format = "00000 000000"
    contacts["A2"].comment = Comment("Moved to her aunt", "Cora Mment")
    contacts["A4"] = '=IF(A2="Kay Marsh","aunt Ida","")'
    contacts["F9"] = "white words"
    contacts["F9"].font = Font(color="FFFFFFFF")
    contacts.row_dimensions[3].hidden = True
    contacts.column_dimensions["D"].hidden = True
    contacts.print_area = "A1:A2"
    choice = DataValidation(type="list", formula1='"Dora,Ina"')
    choice.add("E1")
    contacts.add_data_validation(choice)
    made.defined_names["Zephyras_row"] = DefinedName("Zephyras_row", attr_text="Contacts!$A$3")
    secret = made.create_sheet("Placements")
    secret["B7"] = "14 Coble Lane"
    secret.sheet_state = "veryHidden"
    made.properties.creator = "Otto Rauthor"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def read() -> ReadDocument:
    return read_document(book())


def words(document: ReadDocument) -> str:
    return " ".join(" ".join(page.text for page in document.pages).split())


def test_every_cell_is_shown_that_print_area_rows_columns_and_sheets_hide(
    read: ReadDocument,
) -> None:
    assert read.media_type.endswith("spreadsheetml.sheet")
    text = words(read)
    for shown in ("Kay Marsh", "09/03/2015", "Zephyra Poole", "02/01/2014 09:30", "01632 960001",
                  "white words", "Sheet: Placements (hidden)", "14 Coble Lane"):  # fmt: skip
        assert shown in text
    assert text.count("long words") == 40


def test_a_reader_can_follow_by_letters_and_numbers(read: ReadDocument) -> None:
    lines = [" ".join(line.split()) for page in read.pages for line in page.text.split("\n")]
    assert lines[:2] == ["Sheet: Contacts", "A B C D F"]
    assert "9 white words" in lines


def test_what_readers_of_the_workbook_did_not_see_is_told(read: ReadDocument) -> None:
    told = {(h.kind, h.text) for h in read.hidden}
    assert {
        ("hidden sheet", "Placements"),
        ("hidden row", "Contacts, row 3: Zephyra Poole | 02/01/2014 09:30 | none"),
        ("comment", "Contacts A2: Cora Mment: Moved to her aunt"),
        ("formula", 'Contacts A4: =IF(A2="Kay Marsh","aunt Ida","")'),
        ("cell that cannot be seen", "Contacts F9: white words"),
        ("defined name", "Zephyras_row: Contacts!$A$3"),
        ("choice or advice of a cell", '"Dora,Ina"'),
        ("document property", "creator: Otto Rauthor"),
    } <= told
    assert [t.split(":")[0] for k, t in told if k == "hidden column"] == ["Contacts, column D"]


def with_parts(more: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book())) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            if name not in more:
                after.writestr(name, before.read(name))
        for name, text in more.items():
            after.writestr(name, text)
    return out.getvalue()


def test_copies_of_cells_that_the_file_keeps_are_told() -> None:
    content = with_parts(
        {
            "xl/pivotCache/pivotCacheDefinition1.xml": '<p><s v="Pivot Poole"/></p>',
            "xl/externalLinks/externalLink1.xml": "<e><v>Other Marsh</v></e>",
            "xl/threadedComments/threadedComment1.xml": "<t><text>Thread Words</text></t>",
            "xl/persons/person.xml": '<l><person displayName="Theo Read"/></l>',
            "xl/sharedStrings.xml": "<s><si><t>Kay Marsh</t></si><si><t>Orphan Words</t></si></s>",
            "xl/vbaProject.bin": "Attribute",
        }
    )
    told = {(h.kind, h.text) for h in read_sheet(content).hidden}
    assert {
        ("copy of cells kept for a pivot table", "Pivot Poole"),
        ("copy of cells of another file", "Other Marsh"),
        ("comment", "Thread Words"),
        ("person named in the file", "Theo Read"),
        ("words that no cell shows", "Orphan Words"),
    } <= told
    assert ("words that no cell shows", "Kay Marsh") not in told
    assert [gap.because for gap in read_sheet(content).gaps] == [
        "the file holds macros, which are not read"
    ]


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (9434765919, "000 000 0000", "943 476 5919"),
        (1632960001, "00000000000", "01632960001"),
        (0.125, "0.0%", "12.5%"),
        (12.5, '"£"#,##0.00', "£12.50"),
        (-3, "General", "-3"),
        (0.1 + 0.2, "General", "0.3"),
        (True, "General", "TRUE"),
        (dt.time(9, 5), "hh:mm", "09:05"),
        (None, "General", ""),
    ],
)
def test_values_wear_the_dress_they_had(value: object, form: str, shown: str) -> None:
    assert as_shown(value, form) == shown


def test_a_table_in_text_is_numbered_whatever_its_encoding() -> None:
    content = 'Name;Said\nZoë;"two\nlines"\nKay;no\n'.encode("cp1252")
    document = read_document(content)
    assert document.media_type == "text/csv"
    assert words(document) == "A B 1 Name Said 2 Zoë two lines 3 Kay no"


def test_a_table_too_large_to_be_read_is_refused_with_its_size(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sheets, "MOST_CELLS", 5)
    with pytest.raises(Refused, match="the table holds 6 cells; at most 5 are read"):
        read_csv(b"a,b\nc,d\ne,f\n")


def test_a_cell_at_the_far_end_of_a_sheet_costs_nothing() -> None:
    made = openpyxl.Workbook()
    made.create_sheet("Far", 0)["XFD1048576"] = "far away"
    out = io.BytesIO()
    made.save(out)
    assert "1048576 far away" in words(read_document(out.getvalue()))


@pytest.mark.parametrize("columns", [10, 12, 22])
def test_a_long_cell_beside_many_columns_is_read_and_its_borders_are_no_letters(
    columns: int,
) -> None:
    """Borders of one height, twelve and more, had been taken for the bars of a code."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append([f"Q{n}" for n in range(columns)])
    sheet.append(["Kay said that she wanted to see her aunt by the sea. " * 9, "yes"])
    saved = io.BytesIO()
    made.save(saved)
    document = read_document(saved.getvalue())
    assert document.gaps == ()
    assert not any(page.by_eye for page in document.pages)


def test_the_rows_that_say_what_columns_are_stand_on_each_page() -> None:
    made = openpyxl.Workbook()
    sheet = made.create_sheet("Visits", 0)
    sheet.append(["When", "Who"])
    for _ in range(90):
        sheet.append(["Monday", "Kay Marsh"])
    sheet.freeze_panes = "A2"
    out = io.BytesIO()
    made.save(out)
    pages = [page.text.split() for page in read_document(out.getvalue()).pages]
    assert pages[0][:7] == ["Sheet:", "Visits", "A", "B", "1", "When", "Who"]
    assert pages[1][:5] == ["A", "B", "1", "When", "Who"]


def test_a_long_sheet_is_set_in_a_time_that_grows_with_its_rows() -> None:
    made = openpyxl.Workbook()
    sheet = made.create_sheet("Long", 0)
    for number in range(4000):
        sheet.append([number, "Kay Marsh"])
    out = io.BytesIO()
    made.save(out)
    document = read_document(out.getvalue())
    assert "4000 3999 Kay Marsh" in words(document)


def test_a_workbook_that_has_to_be_mended_says_so_and_keeps_what_it_hides() -> None:
    content = with_parts(
        {
            "xl/styles.xml": "<styleSheet><cellXfs><xf numFmtId='none'/></cellXfs></styleSheet>",
            "xl/persons/person.xml": '<l><person displayName="Theo Read"/></l>',
        }
    )
    asked = read_sheet(content)
    assert isinstance(asked, Convert)
    assert [gap.because for gap in asked.gaps] == [
        "the workbook was damaged or unusual and had to be mended, "
        "and something of it may be missing"
    ]
    assert ("person named in the file", "Theo Read") in {(h.kind, h.text) for h in asked.hidden}
    assert {"Kay Marsh", "14 Coble Lane"} <= {piece.text for piece in asked.perhaps}
    document = read_document(content)
    assert "Kay Marsh" in words(document)
    assert "14 Coble Lane" in words(document)
    assert document.gaps == asked.gaps


def saying_more(content: bytes, changes: dict[str, tuple[bytes, bytes]]) -> bytes:
    """Return a workbook of which a part says something more before a mark, or is new."""
    out = io.BytesIO()
    left = dict(changes)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            mark, more = left.pop(name, (b"", b""))
            inside = old.read(name)
            assert mark in inside
            new.writestr(name, inside.replace(mark, more + mark, 1) if mark else inside)
        for name, (_, whole) in left.items():
            new.writestr(name, whole)
    return out.getvalue()


MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


@pytest.mark.parametrize(
    ("part", "mark", "more", "told"),
    [
        (
            "xl/workbook.xml",
            b"<sheets>",
            b'<fileSharing userName="Dean Quaxley"/>',
            ("words left in the file", "Dean Quaxley"),
        ),
        (
            "xl/styles.xml",
            b"</styleSheet>",
            b'<numFmt numFmtId="190" formatCode="0 &quot;for Dean Quaxley&quot;"/>',
            ("words that a number's form adds", "for Dean Quaxley"),
        ),
        (
            "xl/styles.xml",
            b"</styleSheet>",
            b'<numFmt numFmtId="190" formatCode="[$Quaxley-809]0 [$USD-409]"/>',
            ("words that a number's form adds", "Quaxley"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            b"</worksheet>",
            b'<scenarios><scenario name="Dean Quaxley moves" count="0"/></scenarios>',
            ("words left in the file", "Dean Quaxley moves"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            b"</worksheet>",
            b"<extLst><ext><f>IF(A1,&quot;Dean Quaxley&quot;)</f></ext></extLst>",
            ("formula", 'IF(A1,"Dean Quaxley")'),
        ),
        (
            "xl/externalLinks/externalLink1.xml",
            b"",
            b'<externalLink xmlns="%b"><sheetName val="Dean Quaxley"/></externalLink>' % MAIN,
            ("words left in the file", "Dean Quaxley"),
        ),
        (
            "xl/drawings/vmlDrawing1.vml",
            b"",
            b'<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><div>Ask Dean Quaxley</div>'
            b"</v:textbox></xml>",
            ("words left in the file", "Ask Dean Quaxley"),
        ),
        (
            "xl/workbook.xml",
            b"<sheets>",
            b'<fileSharing userName="Mark"/>',
            ("words left in the file", "Mark"),
        ),
        (
            "xl/worksheets/sheet1.xml",
            b"</worksheet>",
            b'<extLst><ext xmlns:q="urn:q" q:kept="quaxley"/></extLst>',
            ("words left in the file", "quaxley"),
        ),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            b"",
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="Quaxley" Type="http://x/y" Target="../workbook.xml"/>'
            b"</Relationships>",
            ("words left in the file", "Quaxley"),
        ),
    ],
    ids=[
        "workbook",
        "number-form",
        "currency-form",
        "scenario",
        "rule",
        "other-file",
        "button",
        "own-word",
        "attribute",
        "tie",
    ],
)
def test_words_in_parts_and_attributes_that_no_cell_shows_are_told(
    part: str, mark: bytes, more: bytes, told: tuple[str, str]
) -> None:
    made = openpyxl.Workbook()
    made.worksheets[0].append(["Visit on Tuesday"])
    out = io.BytesIO()
    made.save(out)
    read = read_sheet(saying_more(out.getvalue(), {part: (mark, more)}))
    assert told in [(piece.kind, piece.text) for piece in read.hidden]


def test_a_workbook_as_a_program_writes_it_tells_nothing_of_the_programs_own_words() -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.append(["Visit", "Hours"])
    sheet.append(["Tuesday", 2])
    sheet["B3"] = "=SUM(B2:B2)"
    sheet["B2"].number_format = "#,##0.00"
    sheet["B2"].font = Font(name="Cambria")
    sheet.merge_cells("A4:B4")
    out = io.BytesIO()
    made.save(out)
    kinds = {piece.kind for piece in read_sheet(out.getvalue()).hidden}
    assert kinds <= {"document property"}


def test_codes_of_letters_become_letters_and_what_is_struck_out_in_a_cell_is_called_so() -> None:
    made = openpyxl.Workbook()
    sheet: Any = made.active
    struck = TextBlock(InlineFont(strike=True), "XX")
    sheet.append([CellRichText("Kay Mar", struck, TextBlock(InlineFont(b=True), "sh"), " rang")])
    sheet.append(["Zephyra_x000D_\nPo_x006F_le _xD83D__xDE00_ _xyz_"])
    out = io.BytesIO()
    made.save(out)
    read = read_document(out.getvalue())
    said = words(read)
    assert "1 Kay Mar[struck out: XX]sh rang" in said
    assert "Zephyra Poole" in said
    assert "_xyz_" in said
    assert "_x006F_" not in said
    assert [h.text for h in read.hidden if h.kind != "document property"] == []


def test_words_in_a_drawing_are_read_as_they_follow_each_other() -> None:
    runs = "".join(
        f"<a:r><a:rPr{looks}/><a:t>{text}</a:t></a:r>"
        for text, looks in (
            ("Zeph", ""),
            ("yra ", ' b="1"'),
            ("Poo", ""),
            ("XX", ' strike="sngStrike"'),
            ("le", ""),
        )
    )
    drawing = f'<d xmlns:a="urn:a"><a:p>{runs}</a:p><a:p><a:r><a:t>rang</a:t></a:r></a:p></d>'
    said = words(read_document(with_parts({"xl/drawings/drawing1.xml": drawing})))
    assert "Words in a drawing Zephyra Poo[struck out: XX]le rang" in said


def test_what_everybody_sees_in_an_ordinary_list_is_told_neither_as_unseen_nor_as_left() -> None:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Contacts of Ida"
    fills = {"A": "FF4472C4", "B": None, "C": "FFF2F2F2", "D": "FF4472C4"}
    for column, fill in fills.items():
        cell = sheet[f"{column}1"]
        cell.value = f"heading {column}"
        cell.font = Font(bold=True, color="FFFFFFFF")
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)
    sheet["D1"].number_format = ";;;"
    sheet.append(["Kay", "Marsh", "her aunt", "Ida"])
    sheet.auto_filter.ref = "A1:D2"
    sheet.print_area = "A1:D2"
    sheet.print_title_rows = "1:1"
    out = io.BytesIO()
    made.save(out)
    told = [(h.kind, h.text) for h in read_document(out.getvalue()).hidden]
    assert [piece for piece in told if piece[0] != "document property"] == [
        ("cell that cannot be seen", "Contacts of Ida B1: heading B"),
        ("cell that cannot be seen", "Contacts of Ida C1: heading C"),
        ("cell that cannot be seen", "Contacts of Ida D1: heading D"),
    ]
