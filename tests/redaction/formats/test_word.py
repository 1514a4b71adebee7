"""Word documents: pages as their reader saw them, and every word that the pages do not show."""

import io
import zipfile
from collections.abc import Callable

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Inches
from PIL import Image

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import WORD, kind_of
from redaction.formats.office.container import Parts
from redaction.formats.office.word import prepare_word
from redaction.formats.readings import Convert
from redaction.pages import ReadDocument
from redaction.reading import read_document, read_documents
from redaction.sandbox.office import File, convert

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PLACE = b"<w:r><w:t>After.</w:t></w:r>"


def a_note(document: Document) -> None:
    document.sections[0].header.paragraphs[0].text = "Northmoor"
    document.add_heading("Visit")
    paragraph = document.add_paragraph("Ze")
    paragraph.add_run("phyr").bold = True
    paragraph.add_run("ine rang.")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "When", "Tuesday"
    document.add_paragraph("After.")
    document.sections[0].footer.paragraphs[0].text = "Page foot"


def word(change: Callable[[Document], None] = a_note) -> bytes:
    document = docx.Document()
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(
    content: bytes,
    name: str = "word/document.xml",
    old: bytes = PLACE,
    new: bytes = b"",
    more: dict[str, bytes] | None = None,
    ties: bytes = b"",
) -> bytes:
    """Return a container with a part changed, parts added, and the document tied to more."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for part in before.namelist():
            inside = before.read(part)
            if part == name:
                assert old in inside
                inside = inside.replace(old, new)
            if part == "word/_rels/document.xml.rels":
                inside = inside.replace(b"</Relationships>", ties + b"</Relationships>")
            after.writestr(part, inside)
        for part, inside in (more or {}).items():
            after.writestr(part, inside)
    return out.getvalue()


def tie(id: str, kind: str, target: str, outside: bool = False) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{id}" Type="{R}/{kind}" Target="{target}"{mode}/>'.encode()


def part(tag: str, inside: str) -> bytes:
    return f'<w:{tag} xmlns:w="{W}" xmlns:r="{R}">{inside}</w:{tag}>'.encode()


def tracked() -> bytes:
    return changed(
        word(),
        new=PLACE + b"""
        <w:del w:id="1" w:author="Dora Leter"><w:r><w:delText>Zeph</w:delText></w:r></w:del>
        <w:del w:id="2" w:author="Dora Leter"><w:r><w:delText>yra left</w:delText></w:r></w:del>
        <w:ins w:id="3" w:author="Ina Sert"><w:r><w:t xml:space="preserve"> Inserted.</w:t></w:r>
        </w:ins><w:moveFrom w:id="4" w:author="Mo Ver"><w:r><w:t>moved away</w:t></w:r></w:moveFrom>
        <w:r><w:rPr><w:rPrChange w:id="5" w:author="Ina Sert"><w:rPr><w:b/></w:rPr></w:rPrChange>
        </w:rPr><w:t xml:space="preserve"> Plain.</w:t></w:r>""",
    )  # fmt: skip


def hiding() -> bytes:
    return changed(
        word(),
        new=PLACE + b"""
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen words</w:t></w:r>
        <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t xml:space="preserve"> Seen.</w:t></w:r>
        <w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t>styled away</w:t></w:r>
        <w:bookmarkStart w:id="9" w:name="Zephyra_Marsh"/><w:bookmarkEnd w:id="9"/>""",
    )  # fmt: skip


def with_quiet_style() -> bytes:
    style = b"""
        <w:style w:type="character" w:styleId="Silent"><w:name w:val="Silent"/>
        <w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/>
        <w:basedOn w:val="Silent"/></w:style></w:styles>"""
    return changed(hiding(), "word/styles.xml", b"</w:styles>", style)


def coded() -> bytes:
    def field(code: str, result: str) -> bytes:
        return (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f"<w:r><w:instrText>{code}</w:instrText></w:r>"
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'<w:r><w:t xml:space="preserve">{result}</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ).encode()

    link = b"""<w:hyperlink r:id="rLink" w:tooltip="ring her">
        <w:r><w:t xml:space="preserve"> write</w:t></w:r></w:hyperlink>"""
    return changed(
        word(),
        new=PLACE
        + field('INCLUDETEXT "C:\\\\Users\\\\zephyra\\\\plan.docx"', " as agreed")
        + field("DATE", " on 3 May 2019")
        + field("PAGE", "77")
        + link,
        ties=tie("rLink", "hyperlink", "mailto:zephyra@example.org", outside=True),
    )


def noted() -> bytes:
    notes = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for n, text in ((2, "A note at the foot."), (3, "A note of nobody."))
    )
    comment = (
        '<w:comment w:id="0" w:author="Cora Mment" w:date="2026-05-01T10:00:00Z">'
        "<w:p><w:r><w:t>Is this about Zephyra?</w:t></w:r></w:p></w:comment>"
    )
    return changed(
        word(),
        new=PLACE + b'<w:r><w:footnoteReference w:id="2"/></w:r>'
        b'<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
        more={
            "word/footnotes.xml": part("footnotes", notes),
            "word/comments.xml": part("comments", comment),
            "customXml/item7.xml": b"<case><worker>Data Bound</worker></case>",
        },
        ties=tie("rNotes", "footnotes", "footnotes.xml")
        + tie("rComments", "comments", "comments.xml"),
    )


def first_pages() -> bytes:
    def make(document: Document) -> None:
        a_note(document)
        section = document.sections[0]
        section.different_first_page_header_footer = True
        section.first_page_header.paragraphs[0].text = "First heading"
        document.core_properties.author = "Otto Rauthor"

    return word(make)


def picture(colours: tuple[str, ...] = ("white", "black")) -> io.BytesIO:
    made = Image.new("RGB", (40, 20), colours[0])
    made.paste(colours[1], (20, 0, 40, 20))
    out = io.BytesIO()
    made.save(out, "PNG")
    out.seek(0)
    return out


def pictured() -> bytes:
    """A picture with a description, cut to its white half, and a spreadsheet inside."""
    book = openpyxl.Workbook()
    book.create_sheet("People", 0)["A1"] = "Zephyra"
    sheet = io.BytesIO()
    book.save(sheet)

    def make(document: Document) -> None:
        a_note(document)
        document.add_picture(picture(), width=Inches(2))

    content = changed(
        word(make),
        old=b"<a:stretch>",
        new=b'<a:srcRect r="50000"/><a:stretch>',
        more={"word/embeddings/book.xlsx": sheet.getvalue()},
        ties=tie("rBook", "package", "embeddings/book.xlsx")
        + tie("rAway", "image", "http://192.0.2.1/seen.png", outside=True),
    )
    content = changed(
        content, old=b'name="Picture 1"', new=b'name="Picture 1" descr="Zephyra at the door"'
    )
    return changed(
        content,
        new=PLACE + b'<w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office"'
        b' Type="Embed" r:id="rBook"/></w:object></w:r>',
    )  # fmt: skip


def boxed() -> bytes:
    """Words in a text box, written twice as Word does: for itself and for older programs."""
    text = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006"><mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape" Requires="wps"><w:drawing>'
        '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
        'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="2000000" cy="800000"/><wp:docPr id="7" name="Text Box 7"/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        '<wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="2000000" cy="800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{text}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect "
        'xmlns:v="urn:schemas-microsoft-com:vml" style="width:150pt;height:60pt">'
        f"<v:textbox>{text}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    return changed(word(), new=PLACE + box.encode())


@pytest.fixture(scope="module")
def read() -> dict[str, ReadDocument]:
    made = {
        "plain": word(),
        "tracked": tracked(),
        "hiding": with_quiet_style(),
        "coded": coded(),
        "noted": noted(),
        "first": first_pages(),
        "boxed": boxed(),
    }
    documents = read_documents(list(made.values()))
    refused = [str(d) for d in documents if isinstance(d, Refused)]
    assert refused == []
    return {n: d for n, d in zip(made, documents, strict=True) if isinstance(d, ReadDocument)}


def words(document: ReadDocument) -> str:
    return " ".join(" ".join(page.text for page in document.pages).split())


def hidden(document: ReadDocument | Convert, *kinds: str) -> list[tuple[str, str]]:
    return [(h.kind, h.text) for h in document.hidden if h.kind in kinds]


PLAIN = "Northmoor Visit Zephyrine rang. When Tuesday After."


def test_a_document_is_shown_in_order_with_its_margins(read: dict[str, ReadDocument]) -> None:
    assert read["plain"].media_type.endswith("wordprocessingml.document")
    assert words(read["plain"]) == f"{PLAIN} Page foot"
    assert read["plain"].gaps == ()
    assert read["plain"].attachments == ()


def test_changes_are_accepted_and_what_was_deleted_is_told(read: dict[str, ReadDocument]) -> None:
    assert words(read["tracked"]) == f"{PLAIN} Inserted. Plain. Page foot"
    assert hidden(read["tracked"], "deleted text") == [
        ("deleted text", "Zephyra left"),
        ("deleted text", "moved away"),
    ]
    assert hidden(read["tracked"], "author of a change or comment") == [
        ("author of a change or comment", name) for name in ("Dora Leter", "Ina Sert", "Mo Ver")
    ]


def test_letters_struck_out_within_a_word_are_known_by_whatever_strikes_them() -> None:
    def struck(document: Document) -> None:
        style = document.styles.add_style("Gone", WD_STYLE_TYPE.CHARACTER)
        style.font.strike = True
        paragraph = document.add_paragraph("Ze")
        paragraph.add_run("XX").font.strike = True
        paragraph.add_run("Y").font.double_strike = True
        paragraph.add_run("phyrine Qua")
        paragraph.add_run("tz", style="Gone")
        paragraph.add_run("xley on ")
        paragraph.add_run("Monday").font.strike = True
        paragraph.add_run(" Tuesday. ")
        paragraph.add_run("So it was").font.strike = True

    read = read_document(word(struck))
    assert words(read) == "ZeXXYphyrine Quatzxley on Monday Tuesday. So it was"
    assert struck_in(read) == ["XXY", "tz", "Monday"]
    assert read.gaps == ()


def struck_in(read: ReadDocument) -> list[str]:
    pages = zip(read.pages, read.struck, strict=False)
    return [page.text[slice(*span)] for page, spans in pages for span in spans]


def test_hidden_text_and_names_of_places_are_told(read: dict[str, ReadDocument]) -> None:
    assert words(read["hiding"]) == f"{PLAIN} Seen. Page foot"
    assert hidden(read["hiding"], "hidden text", "bookmark name") == [
        ("bookmark name", "Zephyra_Marsh"),
        ("hidden text", "unseen words"),
        ("hidden text", "styled away"),
    ]


def test_fields_show_what_their_author_saw_and_pages_count(read: dict[str, ReadDocument]) -> None:
    assert words(read["coded"]) == f"{PLAIN} as agreed on 3 May 20191 write Page foot"
    assert hidden(read["coded"], "field code", "link") == [
        ("link", "mailto:zephyra@example.org"),
        ("link", "ring her"),
        ("field code", 'INCLUDETEXT "C:\\\\Users\\\\zephyra\\\\plan.docx"'),
    ]


def test_notes_stand_on_the_page_and_comments_are_told(read: dict[str, ReadDocument]) -> None:
    assert "A note at the foot." in words(read["noted"])
    assert "Zephyra" not in words(read["noted"])
    assert hidden(read["noted"], "comment", "note without a mark", "data bound to a field") == [
        ("note without a mark", "A note of nobody."),
        ("comment", "Cora Mment, 2026-05-01: Is this about Zephyra?"),
        ("data bound to a field", "Data Bound"),
    ]


def test_a_header_that_no_page_shows_is_told(read: dict[str, ReadDocument]) -> None:
    assert words(read["first"]).startswith("First heading Visit")
    assert hidden(read["first"], "header or footer of no page") == [
        ("header or footer of no page", "Northmoor"),
        ("header or footer of no page", "Page foot"),
    ]
    assert ("document property", "creator: Otto Rauthor") in hidden(
        read["first"], "document property"
    )


def test_what_is_inside_becomes_a_document_and_the_rest_of_a_picture_too() -> None:
    document = prepare_word(pictured())
    assert [(a.name, a.media_type.rpartition(".")[2]) for a in document.attachments] == [
        ("book.xlsx", "sheet"),
        ("image1.png", "image/png"),
    ]
    assert hidden(document, "alternative text", "link") == [
        ("alternative text", "Zephyra at the door"),
        ("link", "http://192.0.2.1/seen.png"),
    ]


def test_a_picture_that_was_cut_is_laid_out_without_the_rest() -> None:
    parts = Parts(prepare_word(pictured()).content)
    pictures = [name for name in parts if "media/" in name]
    assert len(pictures) == 1
    shown = Image.open(io.BytesIO(parts.read(pictures[0]))).convert("RGB")
    assert shown.size == (20, 20)
    assert shown.getcolors() == [(400, (255, 255, 255))]


def test_a_text_box_is_shown_once(read: dict[str, ReadDocument]) -> None:
    assert words(read["boxed"]).count("In a box.") == 1


def test_no_part_of_the_original_goes_to_libreoffice_unseen() -> None:
    prepared = prepare_word(
        changed(noted(), old=b"Visit", new=b"Visit", more={"word/vbaProject.bin": b"Attribute"})
    )
    names = sorted(Parts(prepared.content))
    assert not [n for n in names if "comments" in n or "custom" in n or "docProps" in n]
    assert "word/vbaProject.bin" not in names
    assert "the file holds macros, which are not read" in [gap.because for gap in prepared.gaps]


def bomb(name: str, size: int) -> bytes:
    return changed(word(), old=PLACE, new=PLACE, more={name: b" " * size})


HARMFUL = [
    (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document ', "made to do harm"),
    (b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><w:document ', "made to do harm"),
]


@pytest.mark.parametrize(("start", "reason"), HARMFUL)
def test_documents_with_entities_of_their_own_are_refused(start: bytes, reason: str) -> None:
    content = changed(word(), old=b"<w:document ", new=start)
    with pytest.raises(Refused, match=reason):
        read_document(content)


def squeezed(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word())) as before,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for entry in before.namelist():
            if entry != name:
                after.writestr(entry, before.read(entry))
        after.writestr(name, content)
    return out.getvalue()


def deep() -> bytes:
    nested = b"<w:smartTag>" * 5000 + b"</w:smartTag>" * 5000
    return changed(word(), new=nested)


def twice() -> bytes:
    return changed(word(), old=PLACE, new=PLACE, more={"word/Document.xml": b"<x/>"})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (squeezed("word/document.xml", b" " * 60_000_000), "too large"),
        (changed(word(), old=PLACE, new=PLACE, more={"../../etc/x": b"x"}), "made to do harm"),
        (changed(word(), old=PLACE, new=PLACE, more={"/etc/x": b"x"}), "made to do harm"),
        (deep(), "made to do harm|nested too deeply"),
        (twice(), "says different things"),
        (word()[:-40], "damaged"),
        (word()[:2000], "damaged"),
    ],
    ids=["bomb", "path", "absolute", "deep", "twice", "cut", "cut short"],
)
def test_hostile_and_damaged_containers_end_in_a_reason(content: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        read_document(content)


@pytest.mark.parametrize(
    ("part", "inside", "kind"),
    [
        (
            "word/people.xml",
            b'<p xmlns:w15="urn:x"><w15:person w15:author="Zephyrine Marsh"/></p>',
            "person named in the file",
        ),
        (
            "word/glossary/document.xml",
            f'<w:glossaryDocument xmlns:w="{W}"><w:docParts><w:docPart><w:docPartPr>'
            '<w:name w:val="Zephyrine Marsh"/></w:docPartPr></w:docPart></w:docParts>'
            "</w:glossaryDocument>".encode(),
            "building block",
        ),
        ("word/glossary/document.xml", b"<data>Zephyrine Marsh</data>", "building block"),
    ],
)
def test_people_and_building_blocks_are_told(part: str, inside: bytes, kind: str) -> None:
    reading = prepare_word(changed(word(), more={part: inside}))
    assert (kind, "Zephyrine Marsh") in [(piece.kind, piece.text) for piece in reading.hidden]


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_templates_and_documents_with_macros_are_read_and_the_macros_told(kind: bytes) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    content = changed(
        word(), "[Content_Types].xml", plain, kind, more={"word/vbaProject.bin": b"\xd0\xcf"}
    )
    assert kind_of(content) == WORD
    reading = prepare_word(content)
    assert "zephyrine" in reading.words
    assert [gap.because for gap in reading.gaps] == ["the file holds macros, which are not read"]
    assert b"vba" not in reading.content
    assert plain in Parts(reading.content).read("[Content_Types].xml")


def test_letters_bent_to_a_shape_and_equations_are_words_on_the_page() -> None:
    mark = (
        b"<w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml' type='#_x0000_t136' "
        b"style='width:400pt;height:80pt;rotation:315'>"
        b"<v:textpath on='t' string='Zephyrine Poole'/></v:shape></w:pict>"
    )
    sign = (
        b"<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        b"<m:r><m:t>Dean Quaxley</m:t></m:r>%b</m:oMath>"
    )
    unseen = b"<m:r><w:rPr><w:vanish/></w:rPr><m:t>Ida Vanished</m:t></m:r>"
    new = b"<w:r>" + mark + b"</w:r>" + sign % unseen
    read = read_document(changed(word(), new=new))
    assert "Zephyrine Poole" in read.pages[0].text
    assert "Dean Quaxley" in read.pages[0].text
    assert "Ida Vanished" not in read.pages[0].text
    assert ("hidden text", "Ida Vanished") in [(h.kind, h.text) for h in read.hidden]


def test_words_of_a_document_that_its_pages_cannot_show_are_told_and_not_only_counted() -> None:
    table = (
        b"<w:tbl><w:tblPr><w:tblDescription w:val='Sheet of Otto Poole'/></w:tblPr>"
        b"<w:tblGrid><w:gridCol w:w='3000'/></w:tblGrid>"
        b"<w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p/></w:tc></w:tr>"
        b"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p><w:r><w:t>Dean Quaxley rang"
        b"</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    content = changed(
        word(),
        old=b"<w:sectPr",
        new=table + b"<w:p><w:permStart w:id='1' w:ed='ida@example.org'/></w:p><w:sectPr",
        more={"customXml/item9.xml": b"<case child='Zephyrine Marsh'/>"},
    )
    told = {(piece.kind, piece.text) for piece in read_document(content).hidden}
    assert ("words that no page shows", "Dean Quaxley rang") in told
    assert ("alternative text", "Sheet of Otto Poole") in told
    assert ("who may change a place", "ida@example.org") in told
    assert ("data bound to a field", "Zephyrine Marsh") in told


def left(content: bytes) -> list[str]:
    """Return the words that are told because no other rule told them."""
    converted = prepare_word(content)
    known = {piece.text.rpartition(": ")[2] for piece in converted.hidden}
    return [
        piece.text
        for piece in converted.perhaps
        if piece.kind == "words left in the file" and piece.text not in known
    ]


def begun(code: str, more: str = "") -> bytes:
    """Return the runs of a field with a code, and the result "plain"."""
    mark = "<w:r><w:fldChar w:fldCharType='{}'>{}</w:fldChar></w:r>"
    return (
        mark.format("begin", more)
        + f"<w:r><w:instrText xml:space='preserve'> {code} </w:instrText></w:r>"
        + mark.format("separate", "")
        + "<w:r><w:t>plain</w:t></w:r>"
        + mark.format("end", "")
    ).encode()


@pytest.mark.parametrize(
    "code",
    [
        'STYLEREF "Zephyrine Quaxley"',
        'TOC \\t "Zephyrine Quaxley,1"',
        "SEQ ZephyrineQuaxley \\* ARABIC",
        "REF ZephyrineQuaxley \\h",
        "DATE \\@ \"'Zephyrine Quaxley' d\"",
        "PAGE \\# \"'Zephyrine Quaxley' 0\"",
        'SYMBOL 90 \\f "Zephyrine Quaxley"',
        "EQ \\o(a,ZephyrineQuaxley)",
    ],
    ids=["style", "contents", "sequence", "place", "date", "page", "symbol", "equation"],
)
def test_a_name_in_the_code_of_any_field_is_told(code: str) -> None:
    converted = prepare_word(changed(word(), new=begun(code)))
    assert hidden(converted, "field code") == [("field code", code)]


@pytest.mark.parametrize(
    "code",
    [
        'TOC \\o "1-3" \\h \\z \\u',
        "PAGE \\* MERGEFORMAT",
        "SEQ Figure \\* ARABIC",
        'DATE \\@ "dddd, d MMMM yyyy"',
        "PAGEREF _Toc123456789 \\h",
        'STYLEREF "Heading 1" \\n',
        "=SUM(ABOVE)",
    ],
    ids=["contents", "page", "sequence", "date", "place", "style", "sum"],
)
def test_a_field_as_programs_write_it_tells_nothing(code: str) -> None:
    content = changed(word(), new=begun(code))
    assert hidden(prepare_word(content), "field code") == []
    assert left(content) == ["Normal.dotm"] or left(content) == []


IN_THE_TEXT = [
    "<w:bookmarkStart w:id='1' w:name='_ZephyrineQuaxley'/><w:bookmarkEnd w:id='1'/>",
    "<w:hyperlink w:anchor='ZephyrineQuaxley'><w:r><w:t>plain</w:t></w:r></w:hyperlink>",
    "<w:smartTag w:uri='urn:ZephyrineQuaxley' w:element='place'/>",
    "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/x/ZephyrineQuaxley'/></w:sdtPr></w:sdt>",
    "<w:r><w:t xmlns:z='urn:z' z:who='Zephyrine Quaxley'>plain</w:t></w:r>",
    "<w:r><z:x xmlns:z='urn:z'>Zephyrine Quaxley</z:x></w:r>",
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><div>"
    "Zephyrine Quaxley</div></v:textbox></v:shape></w:pict></w:r>",
    "<!-- Zephyrine Quaxley -->",
]


@pytest.mark.parametrize("inside", IN_THE_TEXT, ids=range(len(IN_THE_TEXT)))
def test_a_name_in_what_no_page_shows_of_the_text_is_told(inside: str) -> None:
    [said] = left(changed(word(), new=inside.encode()))
    assert "".join(c for c in said if c.isalpha()).removeprefix("urn").endswith("ZephyrineQuaxley")


IN_SETTINGS = [
    "<w:mailMerge><w:odso><w:udl w:val='Data Source=Zephyrine Quaxley'/></w:odso></w:mailMerge>",
    "<w:mailMerge><w:odso><w:table w:val='zephyrine'/></w:odso></w:mailMerge>",
    "<w:captions><w:caption w:name='Zephyrine Quaxley'/></w:captions>",
    "<w:attachedSchema w:val='urn:ZephyrineQuaxley'/>",
    "<w:saveThroughXslt w:solutionID='Zephyrine Quaxley'/>",
    "<z:who xmlns:z='urn:z'>Zephyrine Quaxley</z:who>",
]


@pytest.mark.parametrize("inside", IN_SETTINGS, ids=range(len(IN_SETTINGS)))
def test_a_name_in_settings_is_told(inside: str) -> None:
    end = b"</w:settings>"
    content = changed(word(), "word/settings.xml", end, inside.encode() + end)
    assert any("zephyrine" in said.casefold() for said in left(content))


def test_names_in_comments_beside_their_words_are_told() -> None:
    comments = part(
        "comments",
        "<w:comment w:id='1' w:author='a' w:initials='ZephyrineQuaxley'><w:p>"
        "<w:ins w:id='2' w:author='Obadiah Thrupp'><w:r><w:t>plain</w:t></w:r></w:ins>"
        "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        "<m:r><m:t>Wilhelmina</m:t></m:r></m:oMath></w:p></w:comment>",
    )
    content = changed(word(), more={"word/comments.xml": comments})
    assert set(left(content)) >= {"ZephyrineQuaxley", "Obadiah Thrupp", "Wilhelmina"}


STYLES_OF_WORD = [
    "Normal",
    "heading 9",
    "Table of Figures",
    "envelope return",
    "macro",
    "List Bullet 2",
    "HTML Acronym",
    "E-mail Signature",
    "Body Text First Indent 2",
    "FollowedHyperlink",
    "Balloon Text",
    "annotation subject",
    "Colorful Grid Accent 6",
    "Grid Table 7 Colorful Accent 3",
    "Smart Hyperlink",
    "Unresolved Mention",
    "Hashtag",
    "Table 3D effects 1",
    "Outline List 1",
    "Table Web 3",
    "toa heading",
    "Note Heading",
]


def test_what_programs_write_in_every_document_is_not_told() -> None:
    styles = "".join(f"<w:lsdException w:name='{name}'/>" for name in STYLES_OF_WORD)
    end = b"</w:latentStyles>"
    content = changed(word(), "word/styles.xml", end, styles.encode() + end)
    text = (
        "<w:bookmarkStart w:id='1' w:name='_Toc1234567'/>"
        "<w:bookmarkStart w:id='2' w:name='_GoBack'/>"
        "<w:bookmarkStart w:id='3' w:name='__RefHeading___Toc12_3456'/><w:r><w:pict>"
        "<v:shape xmlns:v='urn:schemas-microsoft-com:vml' id='PowerPlusWaterMarkObject35747' "
        "type='#_x0000_t202' style='position:absolute;font-family:&quot;Calibri&quot;' "
        "fillcolor='black [3213]'/></w:pict></w:r>"
    )
    assert left(changed(content, new=text.encode())) == []


def test_a_document_of_libreoffice_and_one_of_python_tell_nothing_more() -> None:
    plain = read_document(word())
    assert hidden(plain, "words left in the file") == []
    [again] = convert([File(word(), "docx", "docx")])
    assert isinstance(again, bytes)
    assert left(again) == []
