"""XLS, XLSB, PPT, ODS and ODP: pages like those of the newer kind, and no word lost on the way."""

import struct
import zipfile
from io import BytesIO

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.odf.parts import read_odp, read_ods
from redaction.formats.office.oldersheets import read_xls, read_xlsb
from redaction.formats.office.olderslides import read_ppt
from redaction.formats.office.records import words_of_slides, words_of_workbook
from redaction.formats.readings import Convert
from redaction.pages import ReadDocument
from redaction.reading import read_documents
from tests.corpus.office import presentation, workbook
from tests.corpus.older import _inserted, made, record, restreamed
from tests.redaction.formats.compounds import compound


def told(read: Convert | ReadDocument) -> set[tuple[str, str]]:
    return {(piece.kind, piece.text) for piece in read.hidden}


def perhaps(read: Convert) -> set[str]:
    return {piece.text for piece in read.perhaps}


def words(document: ReadDocument | Refused) -> str:
    assert isinstance(document, ReadDocument)
    return " ".join(" ".join(page.text for page in document.pages).split())


@pytest.fixture(scope="module")
def older() -> dict[str, bytes]:
    """One table and one presentation, in each of the kinds."""
    slides = presentation(second="Plan for Friday", notes="Ring the aunt.")
    table = sheet()
    return {
        "xls": made(table, "xlsx", "xls"),
        "ods": made(table, "xlsx", "ods"),
        "ppt": made(slides, "pptx", "ppt"),
        "odp": made(slides, "pptx", "odp"),
    }


def sheet() -> bytes:
    def change(book: object) -> None:
        book.active["C9"] = "14 Coble Lane"  # type: ignore[attr-defined]
        book.active.row_dimensions[9].hidden = True  # type: ignore[attr-defined]

    return workbook(change)


def test_tables_and_slides_of_every_kind_show_what_the_newer_kind_shows(
    older: dict[str, bytes],
) -> None:
    xls, ods, ppt, odp = read_documents(list(older.values()))
    for table in (xls, ods):
        assert "3 They talked about the garden" in words(table)
        assert "9 14 Coble Lane" in words(table)
        assert ("hidden row", "Visits, row 9: 14 Coble Lane") in told(table)  # type: ignore[arg-type]
        assert not any(kind == "words left in the file" for kind, _ in told(table))  # type: ignore[arg-type]
    for deck in (ppt, odp):
        assert words(deck).endswith("Notes of slide 1 Ring the aunt. Plan for Friday")
        assert not any(kind == "words left in the file" for kind, _ in told(deck))  # type: ignore[arg-type]


def string(text: str, wide: bool = False) -> bytes:
    return struct.pack("<HB", len(text), wide) + text.encode("utf-16-le" if wide else "latin-1")


def test_strings_of_a_workbook_are_found_across_records() -> None:
    start = struct.pack("<II", 3, 3) + string("Kay Marsh") + struct.pack("<HB", 13, 0) + b"Zephyra"
    rich = struct.pack("<HBH", 5, 8, 1) + b"Poole" + bytes(4)
    stream = record(0xFC, start) + record(0x3C, b"\1" + " Poole".encode("utf-16-le") + rich)
    assert [text for _, text in words_of_workbook(stream)] == [
        "Kay Marsh",
        "Zephyra Poole",
        "Poole",
    ]


def test_records_without_cells_are_told_as_what_they_are() -> None:
    stream = b"".join(
        [
            record(0x5C, string("Otto Rauthor")),
            record(0xCD, string("Pivot Poole")),
            record(0x31, string("Gothic Sans")),
            record(0x14, string('&C&"Times New Roman,Regular"&12&A')),
            record(0x85, bytes(4) + b"\0\1" + b"\x06\0Macros"),
        ]
    )
    assert set(words_of_workbook(stream)) == {
        ("person named in the file", "Otto Rauthor"),
        ("copy of cells kept for a pivot table", "Pivot Poole"),
        ("macros", ""),
    }


@pytest.mark.parametrize("size", [0, 1, 3, 7, 40])
def test_records_that_are_cut_short_end_the_search_and_nothing_else(size: int) -> None:
    stream = record(0xFC, struct.pack("<II", 9, 9) + string("Kay Marsh") * 3)
    assert all(text == "Kay Marsh" for _, text in words_of_workbook(stream[:size]))
    assert all(kind != "macros" for kind, _ in words_of_slides(stream[:size]))


def atom(kind: int, octets: bytes, version: int = 0) -> bytes:
    return struct.pack("<HHI", version, kind, len(octets)) + octets


def test_what_a_presentation_said_before_it_was_saved_last_is_told() -> None:
    old = atom(0x03EE, atom(0x0FA0, "Kay moved".encode("utf-16-le")), 15)
    new = atom(0x03EE, atom(0x0FA8, b"Plan for Friday"), 15)
    listed = atom(0x1772, struct.pack("<II", 1 | 1 << 20, len(old)))
    edit = atom(0x0FF5, struct.pack("<IIIIIII", 0, 0, 0, len(old) + len(new), 1, 1, 0))
    assert list(words_of_slides(old + new + listed + edit)) == [
        ("words of an earlier saving", "Kay moved"),
        ("words left in the file", "Plan for Friday"),
    ]


def test_a_shape_is_told_by_how_somebody_described_it() -> None:
    shape = atom(
        0xF004, atom(0xF00B, b"\x81\xc3\4\0\0\0" + "Kay at the lake".encode("utf-16-le")), 15
    )
    assert list(words_of_slides(shape)) == [("alternative text", "Kay at the lake")]


def test_locked_files_are_refused_as_locked(older: dict[str, bytes]) -> None:
    xls = restreamed(older["xls"], {"Workbook": _inserted(record(0x2F, bytes(6)))})
    ppt = compound({"PowerPoint Document": atom(0x2F14, bytes(20))})
    for read, content in ((read_xls, xls), (read_ppt, ppt)):
        with pytest.raises(Refused, match="locked with a password; ask for it without one"):
            read(content)


def test_programs_in_older_files_are_told() -> None:
    book = compound({"Workbook": record(0x0809, b""), "_VBA_PROJECT_CUR": {"VBA": b"Attribute"}})
    deck = compound({"PowerPoint Document": atom(0x0400, struct.pack("<III", 1, 1, 2))})
    for gaps in (read_xls(book).gaps, read_ppt(deck).gaps):
        assert [gap.because for gap in gaps] == ["the file holds macros, which are not read"]


def test_a_binary_workbook_is_searched_for_words_and_its_people_are_told() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("[Content_Types].xml", "<Types/>")
        parts.writestr("xl/workbook.bin", "Visits".encode("utf-16-le"))
        parts.writestr(
            "xl/sharedStrings.bin", b"\x13\x0a\0\4\0\0\0" + "Kay Marsh".encode("utf-16-le")
        )
        parts.writestr("xl/styles.bin", "Gothic Sans".encode("utf-16-le"))
        parts.writestr("xl/persons/person.xml", '<l><person displayName="Theo Read"/></l>')
    read = read_xlsb(out.getvalue())
    assert (read.suffix, read.to) == ("xlsb", "xlsx")
    assert perhaps(read) == {"Visits", "Kay Marsh"}
    assert ("person named in the file", "Theo Read") in told(read)


OPEN = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink">'
    "<office:scripts><office:script>Shell</office:script></office:scripts>"
    '<office:body><table:table><table:table-source xlink:href="file:///C:/Kay/list.ods"/>'
    '<draw:frame><svg:desc>Kay at the lake</svg:desc><draw:image xlink:href="https://example.org/k.png"/>'
    '</draw:frame><table:table-cell office:value-type="float"><text:p>3 Nov 26</text:p>'
    '</table:table-cell><text:p>Plain <text:a xlink:href="mailto:kay@example.org">words</text:a>'
    "</text:p></table:table></office:body></office:document-content>"
)


def test_nothing_that_leads_out_of_an_open_document_goes_to_libreoffice() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as parts:
        parts.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        parts.writestr("content.xml", OPEN)
        parts.writestr("meta.xml", "<m><creator>Otto Rauthor</creator></m>")
        parts.writestr("Basic/Standard/Module1.xml", "<m>Shell</m>")
    for read in (read_ods(out.getvalue()), read_odp(out.getvalue())):
        assert {
            ("link", "file:///C:/Kay/list.ods"),
            ("link", "https://example.org/k.png"),
            ("link", "mailto:kay@example.org"),
            ("alternative text", "Kay at the lake"),
            ("document property", "creator: Otto Rauthor"),
        } <= told(read)
        assert perhaps(read) == {"Plain words"}
        assert [gap.because for gap in read.gaps] == ["the file holds macros, which are not read"]
        with zipfile.ZipFile(BytesIO(read.content)) as new:
            assert sorted(new.namelist()) == ["META-INF/manifest.xml", "content.xml", "mimetype"]
            content = new.read("content.xml")
        assert b"words" in content
        for gone in (b"C:/Kay", b"example.org", b"Shell"):
            assert gone not in content


def test_older_files_that_were_cut_short_are_refused(older: dict[str, bytes]) -> None:
    for cut in read_documents([whole[: len(whole) // 3] for whole in older.values()]):
        assert isinstance(cut, Refused)
        assert "damaged" in str(cut) or "could not be laid out" in str(cut)


def test_values_that_a_filter_asks_for_and_words_in_settings_are_on_a_page_or_told() -> None:
    oasis = "urn:oasis:names:tc:opendocument:xmlns"
    names = " ".join(f'xmlns:{n}="{oasis}:{n}:1.0"' for n in ("office", "table", "text", "config"))
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet><table:table/>"
            "<table:filter-condition table:value='Dean Marsh'/></office:spreadsheet></office:body>"
            "</office:document-content>",
        )
        package.writestr(
            "settings.xml",
            f"<office:document-settings {names}>"
            "<config:config-item config:name='PrinterName' config:type='string'>Zora's printer"
            "</config:config-item><config:config-item config:name='ViewId' config:type='string'>"
            "view1</config:config-item></office:document-settings>",
        )
    assert perhaps(read_ods(out.getvalue())) == {"Dean Marsh", "PrinterName: Zora's printer"}
