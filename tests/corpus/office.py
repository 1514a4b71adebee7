"""DOCX, XLSX, PPTX and RTF: what office files hold besides their pages."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import docx
import openpyxl
from docx.shared import Inches
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from tests.corpus.case import FIRST, LAST, NAME, REFUSED, torture
from tests.corpus.notes import TOLD
from tests.corpus.pictures import picture

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = ("Tuesday", "warden", "garden")
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _zip(content: bytes, changes: Mapping[str, Callable[[bytes], bytes] | bytes]) -> bytes:
    """Return a package with some parts changed, and others added."""
    out = io.BytesIO()
    left = dict(changes)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            change, part = left.pop(name, None), old.read(name)
            if change is not None:
                part = change(part) if callable(change) else change
            new.writestr(name, part)
        for name, added in left.items():
            if not callable(added):
                new.writestr(name, added)
    return out.getvalue()


def _document() -> Any:
    made = docx.Document()
    made.add_paragraph("Record of a visit on Tuesday morning")
    made.add_paragraph(f"Present were {NAME} and the warden.")
    made.add_paragraph("They talked about the garden and left.")
    return made


def _saved(made: Any) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def document() -> bytes:
    """Return a document of three lines."""
    return _saved(_document())


def ending_in_a_table() -> bytes:
    """Return a document that ends in a table, without a paragraph after it."""
    made = _document()
    table = made.add_table(rows=0, cols=3)
    for row in (("NHS", NAME, "seen"), ("GP", LAST, "not seen")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return _saved(made)


def with_body(xml: str, **parts: str) -> bytes:
    """Return a document with these runs or paragraphs before its last section."""
    xml = xml.replace("<w:p>", f'<w:p xmlns:w="{W}" xmlns:r="{R}">', 1)

    def change(part: bytes) -> bytes:
        return part.replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)

    return _zip(_saved(_document()), {"word/document.xml": change})


def _run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


BY = f'w:id="7" w:author="{NAME}" w:date="2026-11-02T09:00:00Z"'
BODY = {
    "split-runs": "<w:p>" + "".join(_run(c) for c in NAME) + "</w:p>",
    "proofed": f'<w:p>{_run("Zephy")}<w:proofErr w:type="spellStart"/>{_run("rine Qua")}{_run("xley")}</w:p>',
    "inserted": f"<w:p><w:ins {BY}>{_run(NAME)}</w:ins></w:p>",
    "soft-hyphens": "<w:p><w:r><w:t>Zephy</w:t><w:softHyphen/><w:t>rine Quax</w:t><w:softHyphen/>"
    "<w:t>ley</w:t></w:r></w:p>",
    "struck-out-within": "<w:p>"
    + _run("Ze")
    + _run("XX", "<w:strike/>")
    + _run("phyrine Qua")
    + _run("t", "<w:dstrike/>")
    + _run("xley")
    + "</w:p>",
    "partly-struck-out": "<w:p>"
    + _run("Ze")
    + _run("phy", "<w:strike/>")
    + _run("rine")
    + "</w:p>",
    "deleted-within": f"<w:p>{_run('Ze')}<w:del {BY}><w:r><w:delText>XX</w:delText></w:r></w:del>"
    f"{_run('phyrine')}</w:p>",
    "capitals": "<w:p>" + _run("zephyrine quaxley", "<w:caps/>") + "</w:p>",
    "small-capitals": "<w:p>" + _run(NAME, "<w:smallCaps/>") + "</w:p>",
    "white": "<w:p>" + _run(NAME, '<w:color w:val="FFFFFF"/>') + "</w:p>",
    "tiny": "<w:p>" + _run(NAME, '<w:sz w:val="2"/>') + "</w:p>",
    "stretched": "<w:p>" + _run(NAME, '<w:spacing w:val="120"/>') + "</w:p>",
    "black-on-black": "<w:p>" + _run(NAME, '<w:shd w:val="clear" w:fill="000000"/>') + "</w:p>",
    "field-result": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> AUTHOR "
    f"</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>{_run(NAME)}"
    "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    "content-control": "<w:p><w:sdt><w:sdtPr><w:alias w:val='who'/></w:sdtPr><w:sdtContent>"
    f"{_run(NAME)}</w:sdtContent></w:sdt></w:p>",
    "text-box": "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' "
    "style='width:200pt;height:30pt'><v:textbox><w:txbxContent><w:p>"
    + _run(NAME)
    + "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
}
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
BODY |= {
    "word-art": "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' type='#_x0000_t136' "
    "style='position:absolute;width:400pt;height:80pt;rotation:315' fillcolor='silver'>"
    f"<v:textpath on='t' fitshape='t' string='{NAME}'/></v:shape></w:pict></w:r></w:p>",
    "equation": f"<w:p><m:oMathPara {MATH}><m:oMath><m:r><m:t>{NAME}</m:t></m:r></m:oMath></m:oMathPara></w:p>",
}
HIDDEN_BODY = {
    "equation-deleted": f"<w:p><w:del {BY}><m:oMath {MATH}><m:r><m:t>{NAME}</m:t></m:r></m:oMath></w:del></w:p>",
    "equation-hidden": f"<w:p><m:oMath {MATH}><m:r><w:rPr><w:vanish/></w:rPr><m:t>{NAME}</m:t></m:r></m:oMath></w:p>",
    "deleted": f"<w:p><w:del {BY}><w:r><w:delText>{NAME}</w:delText></w:r></w:del></w:p>",
    "moved-from": f"<w:p><w:moveFrom {BY}>{_run(NAME)}</w:moveFrom></w:p>",
    "vanished": "<w:p>" + _run(NAME, "<w:vanish/>") + "</w:p>",
    "field-code": "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> INCLUDETEXT "
    f'"C:\\\\{FIRST}\\\\{LAST}.doc" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + _run("plain")
    + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
    "simple-field": f"<w:p><w:fldSimple w:instr=' MERGEFIELD {FIRST}{LAST} '>{_run('plain')}</w:fldSimple></w:p>",
    "control-alias": f"<w:p><w:sdt><w:sdtPr><w:alias w:val='{NAME}'/><w:tag w:val='{NAME}'/></w:sdtPr>"
    f"<w:sdtContent>{_run('plain')}</w:sdtContent></w:sdt></w:p>",
    "bookmark": f"<w:p><w:bookmarkStart w:id='1' w:name='{FIRST}{LAST}'/>{_run('plain')}<w:bookmarkEnd w:id='1'/></w:p>",
    "revision-author": f"<w:p><w:ins {BY}>{_run('plain')}</w:ins></w:p>",
    "format-author": f"<w:p><w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr><w:t>plain</w:t></w:r></w:p>",
}


@torture("docx", suffix=".docx", stays=OFFICE, each=list(BODY.items()))
def on_a_page_of_word(xml: str) -> bytes:
    """The name is on the page, in runs, fields, boxes and properties of every kind."""
    return with_body(xml)


@torture("docx", suffix=".docx", stays=OFFICE, told=TOLD, each=list(HIDDEN_BODY.items()))
def behind_a_page_of_word(xml: str) -> bytes:
    """The name is in the document and not, or not rightly, on its page."""
    return with_body(xml)


def _in_header(made: Any) -> None:
    made.sections[0].header.paragraphs[0].text = f"File of {NAME}"
    made.sections[0].footer.paragraphs[0].text = f"{NAME}, page"
    made.sections[0].different_first_page_header_footer = True
    made.sections[0].first_page_header.paragraphs[0].text = f"First: {NAME}"


def _in_table(made: Any) -> None:
    table = made.add_table(2, 2)
    table.cell(0, 0).text = FIRST
    table.cell(0, 1).text = LAST
    inner = table.cell(1, 1).add_table(1, 1)
    inner.cell(0, 0).text = NAME


def _in_properties(made: Any) -> None:
    about = made.core_properties
    about.author = about.last_modified_by = about.title = about.subject = NAME
    about.keywords = about.comments = about.category = NAME


def _in_a_picture(made: Any) -> None:
    out = io.BytesIO()
    picture(mode="RGB", ink=(0, 0, 0), ground=(255, 255, 255)).save(out, "PNG")
    made.add_picture(io.BytesIO(out.getvalue()), width=Inches(5))


def _in_alt_text(made: Any) -> None:
    out = io.BytesIO()
    picture("a plain picture", "RGB", ink=(0, 0, 0), ground=(255, 255, 255)).save(out, "PNG")
    shape = made.add_picture(io.BytesIO(out.getvalue()), width=Inches(3))
    shape._inline.docPr.set("descr", NAME)
    shape._inline.docPr.set("name", f"{FIRST} {LAST}.jpg")


def _in_a_cropped_picture(made: Any) -> None:
    from lxml import etree

    out = io.BytesIO()
    picture(mode="RGB", ink=(0, 0, 0), ground=(255, 255, 255)).save(out, "PNG")
    shape = made.add_picture(io.BytesIO(out.getvalue()), width=Inches(1))
    fill = shape._inline.graphic.graphicData.pic.blipFill
    crop = etree.SubElement(fill, "{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect")
    crop.set("r", "85000")
    fill.insert(1, crop)


def _in_a_comment(made: Any) -> None:
    made.add_comment(made.paragraphs[0].runs, text=f"ask {NAME}", author=NAME, initials="ZQ")


WORD: dict[str, tuple[Callable[[Any], None], dict[str, Any]]] = {
    "headers": (_in_header, {}),
    "tables": (_in_table, {}),
    "properties": (_in_properties, {"told": TOLD}),
    "picture": (_in_a_picture, {"look": True, "stays": (*OFFICE, "noon")}),
    "alt-text": (_in_alt_text, {"told": TOLD}),
    "cropped-picture": (_in_a_cropped_picture, {"look": True}),
    "comment": (_in_a_comment, {"told": TOLD}),
}


def in_word(which: str) -> bytes:
    """Return a document with one more part."""
    made = _document()
    WORD[which][0](made)
    return _saved(made)


for _which, (_, _said) in WORD.items():

    def in_a_part_of_word(which: str) -> bytes:
        """Headers, tables, properties, pictures, their words, and comments."""
        return in_word(which)

    torture("docx", suffix=".docx", each=[(_which, _which)], **{"stays": OFFICE, **_said})(
        in_a_part_of_word
    )


@torture(
    "docx",
    suffix=".docx",
    stays=OFFICE,
    told=TOLD,
    each=[
        ("custom-xml", "customXml/item1.xml"),
        ("glossary", "word/glossary/document.xml"),
        ("people", "word/people.xml"),
        ("settings", "docProps/custom.xml"),
    ],
)
def in_another_part_of_word(name: str) -> bytes:
    """A part of the package that no page shows."""
    xml = f'<?xml version="1.0"?><data xmlns="urn:x"><who name="{NAME}">{NAME}</who></data>'
    return _zip(_saved(_document()), {name: xml.encode()})


@torture("docx", suffix=".docx", stays=OFFICE, told=TOLD)
def in_an_embedded_workbook_of_word() -> bytes:
    """A chart's whole workbook lies in the package."""
    return _zip(_saved(_document()), {"word/embeddings/Book1.xlsx": workbook(lambda book: None)})


@torture("docx", suffix=".docx", stays=OFFICE)
def in_a_link_of_word() -> bytes:
    """A relationship leads to an address of the person."""

    def change(part: bytes) -> bytes:
        link = (
            f'<Relationship Id="rId99" Type="{R}/hyperlink" Target="mailto:zephyrine.quaxley@example.org"'
            ' TargetMode="External"/></Relationships>'
        )
        return part.replace(b"</Relationships>", link.encode())

    def body(part: bytes) -> bytes:
        xml = f'<w:p xmlns:w="{W}" xmlns:r="{R}"><w:hyperlink r:id="rId99">{_run("see here")}</w:hyperlink></w:p>'
        return part.replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)

    return _zip(
        _saved(_document()),
        {"word/_rels/document.xml.rels": change, "word/document.xml": body},
    )


@torture("docx", suffix=".docx", stays=OFFICE, told=TOLD)
def in_a_footnote_of_word() -> bytes:
    """A footnote names the person."""
    notes = (
        f'<?xml version="1.0"?><w:footnotes xmlns:w="{W}">'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r>'
        f'</w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{_run(NAME)}</w:p>'
        "</w:footnote></w:footnotes>"
    )

    def types(part: bytes) -> bytes:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        return part.replace(
            b"</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'.encode(),
        )

    def links(part: bytes) -> bytes:
        link = f'<Relationship Id="rId98" Type="{R}/footnotes" Target="footnotes.xml"/></Relationships>'
        return part.replace(b"</Relationships>", link.encode())

    def body(part: bytes) -> bytes:
        xml = f'<w:p xmlns:w="{W}">{_run("noted")}<w:r><w:footnoteReference w:id="1"/></w:r></w:p>'
        return part.replace(b"<w:sectPr", xml.encode() + b"<w:sectPr", 1)

    return _zip(
        _saved(_document()),
        {
            "[Content_Types].xml": types,
            "word/_rels/document.xml.rels": links,
            "word/document.xml": body,
            "word/footnotes.xml": notes.encode(),
        },
    )


def workbook(change: Callable[[Any], None]) -> bytes:
    """Return a workbook of one sheet with the three lines, changed."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Visits"
    sheet.append(["Record of a visit on Tuesday"])
    sheet.append([f"Present were {NAME} and the warden"])
    sheet.append(["They talked about the garden"])
    sheet.column_dimensions["A"].width = 50
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _hidden_sheet(state: str) -> Callable[[Any], None]:
    def change(book: Any) -> None:
        more = book.create_sheet("More")
        more.append([NAME])
        more.sheet_state = state

    return change


def _hidden_row(book: Any) -> None:
    book.active.append([NAME])
    book.active.row_dimensions[4].hidden = True


def _hidden_column(book: Any) -> None:
    book.active["D1"] = NAME
    book.active.column_dimensions["D"].hidden = True


def _white(book: Any) -> None:
    book.active["A5"] = NAME
    book.active["A5"].font = Font(color="FFFFFFFF")


def _no_format(book: Any) -> None:
    book.active["A5"] = NAME
    book.active["A5"].number_format = ";;;"


def _comment(book: Any) -> None:
    book.active["A1"].comment = Comment(f"ask {NAME}", NAME)


def _defined(book: Any) -> None:
    book.defined_names[f"{FIRST}_{LAST}"] = DefinedName(f"{FIRST}_{LAST}", attr_text="Visits!$A$1")


def _validation(book: Any) -> None:
    rule = DataValidation(type="list", formula1=f'"plain,{NAME}"')
    rule.prompt = NAME
    rule.add("B1")
    book.active.add_data_validation(rule)


def _formula(book: Any) -> None:
    book.active["A5"] = f'=IF(1=2,"{NAME}","plain")'


def _far(book: Any) -> None:
    book.active["ZZ900"] = NAME


def _outside_print(book: Any) -> None:
    book.active["A9"] = NAME
    book.active.print_area = "A1:A3"


def _sheet_name(book: Any) -> None:
    book.create_sheet(NAME).append(["plain"])


def _header(book: Any) -> None:
    book.active.oddHeader.center.text = NAME


def _book_properties(book: Any) -> None:
    book.properties.creator = book.properties.title = book.properties.keywords = NAME


def _clipped(book: Any) -> None:
    book.active["A6"] = "x " * 60 + NAME
    book.active["B6"] = "next"


def _filtered(book: Any) -> None:
    book.active.append([NAME])
    book.active.auto_filter.ref = "A1:A4"
    book.active.auto_filter.add_filter_column(0, ["They talked about the garden"])
    book.active.row_dimensions[4].hidden = True


def _struck_within(book: Any) -> None:
    struck = InlineFont(strike=True)
    words = ("Ze", TextBlock(struck, "XX"), "phyrine Qua", TextBlock(struck, "t"), "xley")
    book.active.append([CellRichText(*words)])


def _in_codes(book: Any) -> None:
    book.active.append(["_x005A_ephyrine Qu_x0061__x0078_ley"])


def _ran_in_over_lines(book: Any) -> None:
    for many in range(60, 76):
        book.active.append(["a" * many + FIRST + LAST + "Form" + "b" * 20])


SHEETS: dict[str, tuple[Callable[[Any], None], bool]] = {
    "hidden-sheet": (_hidden_sheet("hidden"), True),
    "very-hidden-sheet": (_hidden_sheet("veryHidden"), True),
    "hidden-row": (_hidden_row, True),
    "hidden-column": (_hidden_column, True),
    "white": (_white, True),
    "no-format": (_no_format, True),
    "comment": (_comment, True),
    "defined-name": (_defined, True),
    "validation": (_validation, True),
    "formula": (_formula, True),
    "far-away": (_far, False),
    "outside-print-area": (_outside_print, False),
    "sheet-name": (_sheet_name, False),
    "page-header": (_header, False),
    "properties": (_book_properties, True),
    "clipped": (_clipped, False),
    "struck-out-within": (_struck_within, False),
    "written-in-codes": (_in_codes, False),
    "ran-in-over-lines": (_ran_in_over_lines, False),
    "filtered": (_filtered, True),
}


for _which, (_, _told) in SHEETS.items():

    def in_a_workbook(which: str) -> bytes:
        """Sheets, rows, columns, notes and names that a print of the first sheet does not show."""
        return workbook(SHEETS[which][0])

    torture(
        "xlsx", suffix=".xlsx", stays=OFFICE, each=[(_which, _which)], told=TOLD if _told else ()
    )(in_a_workbook)


@torture(
    "xlsx",
    suffix=".xlsx",
    stays=OFFICE,
    told=TOLD,
    each=[
        ("pivot", "xl/pivotCache/pivotCacheRecords1.xml"),
        ("external", "xl/externalLinks/externalLink1.xml"),
        ("persons", "xl/persons/person.xml"),
        ("connections", "xl/connections.xml"),
    ],
)
def in_another_part_of_a_workbook(name: str) -> bytes:
    """Caches of pivots and links, connections and persons."""
    xml = f'<?xml version="1.0"?><data xmlns="urn:x"><s v="{NAME}">{NAME}</s></data>'
    return _zip(workbook(lambda book: None), {name: xml.encode()})


def _drawn_words(*runs: tuple[str, str]) -> str:
    said = "".join(f"<a:r><a:rPr{looks}/><a:t>{text}</a:t></a:r>" for text, looks in runs)
    space = "http://schemas.openxmlformats.org/drawingml/2006"
    return (
        f'<xdr:wsDr xmlns:xdr="{space}/spreadsheetDrawing" xmlns:a="{space}/main"><xdr:sp>'
        f"<xdr:txBody><a:p>{said}</a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    )


@torture(
    "xlsx",
    suffix=".xlsx",
    stays=OFFICE,
    each=[
        ("in-pieces", _drawn_words(("Zephy", ""), ("rine", ' b="1"'))),
        ("struck", _drawn_words(("Ze", ""), ("XX", ' strike="sngStrike"'), ("phyrine", ""))),
    ],
)
def in_a_drawing_of_a_workbook(drawing: str) -> bytes:
    """A box of words lies over the cells; its runs are pieces of the name."""
    return _zip(workbook(lambda book: None), {"xl/drawings/drawing1.xml": drawing.encode()})


@torture("xlsx", suffix=".xlsx", stays=OFFICE)
def in_an_orphaned_string() -> bytes:
    """The list of strings has one that no cell uses."""

    def change(part: bytes) -> bytes:
        return part.replace(b"</sst>", f"<si><t>{NAME}</t></si></sst>".encode())

    return _zip(workbook(lambda book: None), {"xl/sharedStrings.xml": change})


@torture("csv", suffix=".csv", stays=OFFICE)
def in_a_table_as_text() -> bytes:
    """Cells with quotes, breaks and formulas."""
    return (
        "who,when,what\r\n"
        f'"{NAME}",Tuesday,"the warden\r\nand the garden"\r\n'
        f'"=HYPERLINK(""http://x/{FIRST}"")",,"{LAST}"\r\n'
    ).encode()


RTF = (
    r"{\rtf1\ansi\deff0{\fonttbl{\f0 Liberation Sans;}}%INFO%\f0\fs24 Record of a visit on Tuesday\par "
    + f"Present were {NAME} and the warden."
    + r"\par They talked about the garden.\par %BODY%\par}"
)


@torture(
    "rtf",
    suffix=".rtf",
    stays=OFFICE,
    each=[
        ("escaped", ("", "".join(f"\\'{ord(c):02x}" for c in NAME))),
        ("unicode", ("", "".join(f"\\u{ord(c)}?" for c in NAME))),
        ("split", ("", r"Zephy{\b rine} Qua{\i x}ley")),
        ("struck-out-within", ("", r"Ze{\strike XX}phyrine Qua{\striked1 t}xley")),
    ],
)
def in_rich_text(parts: tuple[str, str]) -> bytes:
    """Escapes and groups spell the name."""
    return RTF.replace("%INFO%", parts[0]).replace("%BODY%", parts[1]).encode()


@torture(
    "rtf",
    suffix=".rtf",
    stays=OFFICE,
    told=TOLD,
    each=[
        ("info", (rf"{{\info{{\author {NAME}}}{{\title {NAME}}}}}", "")),
        ("deleted", (rf"{{\*\revtbl {{{NAME};}}}}", rf"{{\deleted\revauthdel0 {NAME}}}")),
        ("hidden", ("", rf"{{\v {NAME}}}")),
        ("annotation", ("", rf"plain{{\*\atnauthor {NAME}}}{{\*\annotation {NAME}}}")),
        ("bookmark", ("", rf"{{\*\bkmkstart {FIRST}{LAST}}}plain{{\*\bkmkend {FIRST}{LAST}}}")),
        ("equation", ("", rf"{{\field{{\*\fldinst EQ \\a({FIRST},{LAST})}}{{\fldrslt }}}}")),
        ("field", ("", rf'{{\field{{\*\fldinst INCLUDETEXT "{NAME}"}}{{\fldrslt plain}}}}')),
        ("unknown", ("", rf"{{\*\datastore {NAME.encode().hex()}}}{{\*\unheard {NAME}}}")),
    ],
)
def behind_rich_text(parts: tuple[str, str]) -> bytes:
    """Information, revisions, hidden words and notes of rich text."""
    return RTF.replace("%INFO%", parts[0]).replace("%BODY%", parts[1]).encode()


P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def _shape(
    text: str, left: int = 500_000, top: int = 500_000, hidden: str = "", alt: str = ""
) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{abs(left + top) % 9999 + 2}" name="t" descr="{alt}"{hidden}/>'
        f'<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        '<a:ext cx="7000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f"<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang='en-GB' sz='1800'/><a:t>{text}</a:t></a:r></a:p>"
        "</p:txBody></p:sp>"
    )


def _struck_shape() -> str:
    struck = "<a:r><a:rPr lang='en-GB' sz='1800' strike='%s'/><a:t>%s</a:t></a:r>"
    whole = "<a:r><a:rPr lang='en-GB' sz='1800'/><a:t>%s</a:t></a:r>"
    runs = whole % "Ze", struck % ("sngStrike", "XX"), whole % "phyrine Qua"
    more = struck % ("dblStrike", "t"), whole % "xley"
    shape = _shape("%", top=3_000_000)
    return shape.replace(whole % "%", "".join((*runs, *more)))


STRUCK_NOTE = "Ze</a:t></a:r><a:r><a:rPr strike='sngStrike'/><a:t>XX</a:t></a:r><a:r><a:t>phyrine"


def _slide(shapes: str, show: str = "", tag: str = "sld") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><p:{tag} xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"{show}>'
        '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree></p:cSld></p:{tag}>"
    )


def presentation(
    extra: str = "", second: str | None = None, show: str = "", notes: str | None = None
) -> bytes:
    """Return a presentation of one or two slides, perhaps with notes, set down by hand."""
    base = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.presentationml"
    first = (
        _shape("Record of a visit on Tuesday", top=300_000)
        + _shape(f"Present were {NAME} and the warden", top=1_200_000)
        + _shape("They talked about the garden", top=2_100_000)
    )
    slides = [_slide(first + extra)] + ([] if second is None else [_slide(_shape(second), show)])
    parts = {f"ppt/slides/slide{n}.xml": slide for n, slide in enumerate(slides, start=1)}
    tree = (
        '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        "<p:grpSpPr/></p:spTree></p:cSld>"
    )
    colours = (
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" '
        'accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" '
        'folHlink="folHlink"/>'
    )
    names = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
    parts["ppt/slideMasters/slideMaster1.xml"] = (
        f'<p:sldMaster {names}>{tree}{colours}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/>'
        "</p:sldLayoutIdLst></p:sldMaster>"
    )
    parts["ppt/slideLayouts/slideLayout1.xml"] = (
        f'<p:sldLayout {names} type="blank">{tree}</p:sldLayout>'
    )
    parts["ppt/theme/theme1.xml"] = _theme()
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = _links(
        base, ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("theme", "../theme/theme1.xml")
    )
    parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] = _links(
        base, ("slideMaster", "../slideMasters/slideMaster1.xml")
    )
    for n in range(1, len(slides) + 1):
        links = [("slideLayout", "../slideLayouts/slideLayout1.xml")]
        if n == 1 and notes:
            links.append(("notesSlide", "../notesSlides/notesSlide1.xml"))
        parts[f"ppt/slides/_rels/slide{n}.xml.rels"] = _links(base, *links)
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n + 1}"/>' for n in range(1, len(slides) + 1))
    parts["ppt/presentation.xml"] = (
        f'<p:presentation {names}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>'
        f'</p:sldMasterIdLst><p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )
    parts["ppt/_rels/presentation.xml.rels"] = _links(
        base,
        ("slideMaster", "slideMasters/slideMaster1.xml"),
        *(("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)),
    )
    parts["_rels/.rels"] = _links(base, ("officeDocument", "ppt/presentation.xml"))
    kinds = {"ppt/presentation.xml": "presentation.main+xml"}
    if notes:
        body = _shape(notes).replace("<p:nvPr/>", '<p:nvPr><p:ph type="body" idx="1"/></p:nvPr>')
        parts["ppt/notesSlides/notesSlide1.xml"] = _slide(body, tag="notes")
        parts["ppt/notesSlides/_rels/notesSlide1.xml.rels"] = _links(
            base, ("slide", "../slides/slide1.xml")
        )
    for name in parts:
        for part, said in (
            ("slides/slide", "slide+xml"),
            ("slideMasters/slideM", "slideMaster+xml"),
            ("slideLayouts/slideL", "slideLayout+xml"),
            ("notesSlides/n", "notesSlide+xml"),
        ):
            if name.startswith(f"ppt/{part}"):
                kinds[name] = said
    overrides = "".join(
        f'<Override PartName="/{n}" ContentType="{kind}.{k}"/>' for n, k in kinds.items()
    )
    theme = "application/vnd.openxmlformats-officedocument.theme+xml"
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{base}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}<Override PartName="/ppt/theme/theme1.xml" '
        f'ContentType="{theme}"/></Types>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name in sorted(parts, key=lambda n: n != "[Content_Types].xml"):
            package.writestr(name, parts[name])
    return out.getvalue()


def _links(base: str, *links: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(links, start=1)
    )
    return f'<Relationships xmlns="{base}/relationships">{inner}</Relationships>'


def _theme() -> str:
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
        for name, value in {
            "dk1": "000000",
            "lt1": "FFFFFF",
            "dk2": "222222",
            "lt2": "EEEEEE",
            "accent1": "4472C4",
            "accent2": "ED7D31",
            "accent3": "A5A5A5",
            "accent4": "FFC000",
            "accent5": "5B9BD5",
            "accent6": "70AD47",
            "hlink": "0563C1",
            "folHlink": "954F72",
        }.items()
    )
    face = '<a:latin typeface="Liberation Sans"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    return (
        f'<a:theme xmlns:a="{A}" name="t"><a:themeElements><a:clrScheme name="t">{colours}</a:clrScheme>'
        f'<a:fontScheme name="t"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="t"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>'
        + f"<a:ln>{fill}</a:ln>" * 3
        + "</a:lnStyleLst><a:effectStyleLst>"
        + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
        + f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


SLIDES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "bent": (
        {
            "extra": _shape(NAME, top=3_000_000).replace(
                "<a:bodyPr/>",
                '<a:bodyPr><a:prstTxWarp prst="textArchUp"><a:avLst/></a:prstTxWarp></a:bodyPr>',
            )
        },
        {"look": True},
    ),
    "second-slide": ({"second": f"see {NAME}"}, {}),
    "hidden-slide": ({"second": f"see {NAME}", "show": ' show="0"'}, {"told": TOLD}),
    "notes": ({"notes": f"ask {NAME}"}, {"told": TOLD}),
    "off-slide": ({"extra": _shape(NAME, left=20_000_000)}, {"told": TOLD}),
    "hidden-shape": ({"extra": _shape(NAME, top=3_000_000, hidden=' hidden="1"')}, {"told": TOLD}),
    "alt-text": ({"extra": _shape("plain", top=3_000_000, alt=NAME)}, {"told": TOLD}),
    "struck-out-within": ({"extra": _struck_shape()}, {}),
    "struck-out-of-notes": ({"notes": STRUCK_NOTE}, {}),
}


for _which, (_parts, _more) in SLIDES.items():

    def in_a_presentation(which: str) -> bytes:
        """Notes, hidden slides, shapes beside the slide, and words for a shape."""
        return presentation(**SLIDES[which][0])

    torture("pptx", suffix=".pptx", stays=OFFICE, each=[(_which, _which)], **_more)(
        in_a_presentation
    )


@torture(
    "docx",
    suffix=".docx",
    stays=OFFICE,
    may=frozenset({REFUSED}),
    because="it is damaged",
    each=[("cut", 0.6), ("cut-early", 0.2)],
)
def in_a_cut_package(part: float) -> bytes:
    """The package ends too early."""
    whole = _saved(_document())
    return whole[: int(len(whole) * part)]
