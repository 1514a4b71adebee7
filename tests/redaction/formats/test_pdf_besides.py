"""What a PDF holds besides the words on its pages: drawn where it is seen, told where it is not."""

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from reportlab.pdfgen.canvas import Canvas

from redaction.pages import ReadDocument
from redaction.reading import read_document

Paper = Callable[..., bytes]


XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">
<dc:subject xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Bag><rdf:li>Marsh family file</rdf:li>
</rdf:Bag></dc:subject></rdf:Description></rdf:RDF></x:xmpmeta>"""


def plainly(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit on Tuesday")


def hidden_of(document: ReadDocument) -> set[tuple[str, str, int | None]]:
    return {(piece.kind, piece.text, piece.page) for piece in document.hidden}


def words_of(document: ReadDocument) -> str:
    return " ".join(" ".join(page.text for page in document.pages).split())


def helvetica() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def form_saying(pdf: Pdf, words: bytes, **more: object) -> Stream:
    form = Stream(pdf, b"/Tx BMC BT /F 10 Tf 2 3 Td (" + words + b") Tj ET EMC")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 100, 12])
    form.Resources = Dictionary(Font=Dictionary(F=helvetica()))
    for key, value in more.items():
        form[f"/{key}"] = value
    return form


def annotate(pdf: Pdf, **keys: Any) -> Dictionary:
    note = Dictionary(Type=Name.Annot, Rect=Array([50, 100, 150, 112]), **keys)
    made = pdf.make_indirect(note)
    page = pdf.pages[0].obj
    page.Annots = Array([*page.get("/Annots", Array()), made])
    return made


def draw_too(pdf: Pdf, content: bytes, **resources: object) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + content)
    for kind, held in resources.items():
        page.obj.Resources[f"/{kind}"] = held


def test_a_comment_is_told_with_its_author_and_stands_on_no_page(paper: Paper) -> None:
    def comment(pdf: Pdf) -> None:
        annotate(pdf, Subtype=Name.Text, Contents="Ring Dean first", T="P. Nair")

    document = read_document(paper(plainly, comment))
    assert hidden_of(document) == {("comment", "P. Nair: Ring Dean first", 1)}
    assert words_of(document) == "Visit on Tuesday"


def test_a_text_box_is_words_of_the_page_with_and_without_an_appearance(paper: Paper) -> None:
    def boxes(pdf: Pdf) -> None:
        drawn = form_saying(pdf, b"Dean agreed")
        annotate(pdf, Subtype=Name.FreeText, Contents="Dean agreed", AP=Dictionary(N=drawn))
        plain = annotate(pdf, Subtype=Name.FreeText, Contents="Priya came", DA="/Helv 9 Tf 0 g")
        plain.Rect = Array([200, 100, 300, 120])

    document = read_document(paper(plainly, boxes))
    assert "Dean agreed" in words_of(document)
    assert "Priya came" in words_of(document)
    assert document.hidden == ()


@pytest.mark.parametrize("flag", [2, 32])
def test_a_text_box_that_no_screen_shows_is_told_and_not_drawn(paper: Paper, flag: int) -> None:
    def hide(pdf: Pdf) -> None:
        drawn = form_saying(pdf, b"Dean agreed")
        annotate(pdf, Subtype=Name.FreeText, Contents="Dean agreed", AP=Dictionary(N=drawn), F=flag)

    document = read_document(paper(plainly, hide))
    assert words_of(document) == "Visit on Tuesday"
    assert hidden_of(document) == {("comment", "Dean agreed", 1)}


def test_an_appearance_stands_where_its_rectangle_is_however_it_is_turned(paper: Paper) -> None:
    def turned(pdf: Pdf) -> None:
        drawn = form_saying(pdf, b"Dean", Matrix=Array([0, 1, -1, 0, 0, 0]))
        note = annotate(pdf, Subtype=Name.Stamp, AP=Dictionary(N=drawn))
        note.Rect = Array([300, 50, 312, 150])

    document = read_document(paper(plainly, turned))
    text, boxes = document.pages[0].text, document.glyphs[0]
    box = boxes[text.index("D")]
    assert box is not None
    assert 299 < box[0] < 313
    assert 150 < box[1] < 250  # of 300, from the top


def test_field_values_are_drawn_and_what_is_not_drawn_is_told(paper: Paper) -> None:
    def fields(pdf: Pdf) -> None:
        field = annotate(
            pdf, Subtype=Name.Widget, FT=Name.Tx, T="who", V="Zephyrine", DV="Nobody",
            TU="Name of the carer", DA="/Helv 10 Tf 0 g", F=4,
        )  # fmt: skip
        choice = annotate(
            pdf, Subtype=Name.Widget, FT=Name.Ch, T="how", Ff=131072, V="By letter",
            Opt=Array(["By letter", "By Dean"]), DA="/Helv 10 Tf 0 g", F=4,
        )  # fmt: skip
        choice.Rect = Array([50, 60, 150, 76])
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([field, choice]), NeedAppearances=True, DA="/Helv 10 Tf 0 g",
            DR=Dictionary(Font=Dictionary(Helv=pdf.make_indirect(helvetica()))),
        )  # fmt: skip

    document = read_document(paper(plainly, fields))
    assert "Zephyrine" in words_of(document)
    assert "By letter" in words_of(document)
    assert hidden_of(document) == {
        ("form field", "Nobody", 1),
        ("name of a form field", "who\nName of the carer", 1),
        ("name of a form field", "how", 1),
        ("choice of a form field", "By Dean", 1),
    }


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_a_value_is_told_unless_it_stands_in_its_own_place(paper: Paper, turned: int) -> None:
    def fields(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate = turned
        pdf.pages[0].obj.UserUnit = 2
        shows = annotate(
            pdf, Subtype=Name.Widget, FT=Name.Tx, T="Text1", V="Dean Marsh", F=4,
            AP=Dictionary(N=form_saying(pdf, b"Dean Marsh")),
        )  # fmt: skip
        other = annotate(
            pdf, Subtype=Name.Widget, FT=Name.Tx, T="Text2", V="Dean Marsh", F=4,
            AP=Dictionary(N=form_saying(pdf, b"none")),
        )  # fmt: skip
        other.Rect = Array([50, 60, 150, 76])
        pdf.Root.AcroForm = Dictionary(Fields=Array([shows, other]))

    document = read_document(paper(plainly, fields))
    assert document.pages[0].text.count("Dean Marsh") == 1
    assert hidden_of(document) == {("form field", "Dean Marsh", 1)}


def test_notes_and_fields_of_no_page_are_told(paper: Paper) -> None:
    def loose(pdf: Pdf) -> None:
        away = Dictionary(Type=Name.Annot, Subtype=Name.Text, T="Nair", Contents="Dean")
        field = pdf.make_indirect(Dictionary(FT=Name.Tx, T="who", V="Visit on Tuesday"))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        kept = annotate(pdf, Subtype=Name.Text, Contents="plain", Subj="Sticky Note")
        kept.NM, kept.IRT = "6f1e-22ab", pdf.make_indirect(away)

    document = read_document(paper(plainly, loose))
    assert ("comment", "Nair: Dean", None) in hidden_of(document)
    assert ("form field", "Visit on Tuesday", None) in hidden_of(document)
    assert ("comment", "plain", 1) in hidden_of(document)
    assert not any("Sticky" in text or "6f1e" in text for _, text, _ in hidden_of(document))


def test_where_a_link_leads_is_told(paper: Paper) -> None:
    def link(pdf: Pdf) -> None:
        annotate(pdf, Subtype=Name.Link, A=Dictionary(S=Name.URI, URI="mailto:dean@example.org"))
        away = Dictionary(S=Name.GoToR, F=Dictionary(F="C:\\Users\\dean\\plan.pdf"))
        annotate(pdf, Subtype=Name.Link, A=away)

    assert hidden_of(read_document(paper(plainly, link))) == {
        ("link", "mailto:dean@example.org", 1),
        ("link", "C:\\Users\\dean\\plan.pdf", 1),
    }


def test_files_inside_become_documents_of_their_own(paper: Paper) -> None:
    def embed(pdf: Pdf) -> None:
        pdf.attachments["plan.txt"] = pikepdf.AttachedFileSpec(
            pdf, b"Dean's plan", filename="plan.txt", mime_type="text/plain", description="for Kay"
        )
        stream = Stream(pdf, b"a note about Dean", Type=Name.EmbeddedFile)
        spec = Dictionary(Type=Name.Filespec, F="note.txt", EF=Dictionary(F=stream))
        annotate(pdf, Subtype=Name.FileAttachment, FS=pdf.make_indirect(spec), Contents="See this")
        pdf.Root.AF = Array([Dictionary(F="af.txt", EF=Dictionary(F=Stream(pdf, b"third")))])
        pdf.Root.Collection = Dictionary(Type=Name.Collection)

    document = read_document(paper(plainly, embed))
    assert {(a.name, a.content) for a in document.attachments} == {
        ("plan.txt", b"Dean's plan"),
        ("note.txt", b"a note about Dean"),
        ("af.txt", b"third"),
    }
    assert ("comment", "See this", 1) in hidden_of(document)
    assert ("name of a file inside", "for Kay", None) in hidden_of(document)


def test_what_the_catalogue_says_is_told(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        plainly(canvas)
        canvas.setTitle("About Zephyrine")
        canvas.setAuthor("Dean Marsh")
        canvas.bookmarkPage("deans-part")
        canvas.addOutlineEntry("What Dean said", "deans-part")

    def say(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('Kay')")
        picture = Dictionary(S=Name.Figure, Alt="Photo of Kay", Pg=pdf.pages[0].obj)
        pdf.Root.StructTreeRoot = Dictionary(K=Array([picture]))
        pdf.pages[0].obj.Thumb = Stream(pdf, b"\0")
        pdf.Root.Dests = Dictionary({"/deans-part": Array([pdf.pages[0].obj, Name.Fit])})
        pdf.Root.Metadata = Stream(pdf, XMP, Type=Name.Metadata, Subtype=Name.XML)
        signed = Dictionary(Type=Name.Sig, ByteRange=Array([0, 1]), Name="P. Nair", Reason="Seen")
        pdf.Root.Perms = Dictionary(DocMDP=pdf.make_indirect(signed))

    document = read_document(paper(draw, say))
    assert hidden_of(document) >= {
        ("document property", "title: About Zephyrine", None),
        ("document property", "author: Dean Marsh", None),
        ("bookmarks", "What Dean said", None),
        ("names of places", "deans-part", None),
        ("script", "app.alert('Kay')", None),
        ("description", "Photo of Kay", 1),
        ("document property", "Marsh family file", None),
        ("signature", "P. Nair", None),
        ("signature", "Seen", None),
        ("small picture of a page", "A small picture of this page, as it once was.", 1),
    }
    assert words_of(document) == "Visit on Tuesday"


def test_another_reading_of_the_page_is_told_and_not_believed(paper: Paper) -> None:
    def lie(pdf: Pdf) -> None:
        page = pdf.pages[0]
        told = b"/Span <</ActualText (A plain sentence)>> BDC " + page.Contents.read_bytes()
        page.Contents = pdf.make_stream(told + b" EMC")

    document = read_document(paper(plainly, lie))
    assert words_of(document) == "Visit on Tuesday"
    assert hidden_of(document) == {("other reading", "A plain sentence", 1)}


# --- layers

SHOWN = b"BT /F 10 Tf 50 150 Td (Agreed by all) Tj ET "
SECRET = b"BT /F 10 Tf 50 120 Td (Zephyrine objected) Tj ET "


def layer(pdf: Pdf, name: str, **more: Any) -> Dictionary:
    group = Dictionary(Type=Name.OCG, Name=name, **more)
    return pdf.make_indirect(group)


def with_layers(pdf: Pdf, member: object, groups: list[Dictionary], **default: Any) -> None:
    """Put one line on the page by itself, and another that belongs to `member`."""
    pdf.Root.OCProperties = Dictionary(OCGs=Array(groups), D=Dictionary(**default))
    draw_too(
        pdf,
        SHOWN + b"/OC /M BDC " + SECRET + b"EMC",
        Properties=Dictionary(M=member),
        Font=Dictionary(F1=pdf.pages[0].obj.Resources.Font["/F1"], F=helvetica()),
    )


def off(pdf: Pdf) -> None:
    group = layer(pdf, "Dean's")
    with_layers(pdf, group, [group], OFF=Array([group]))


def off_by_default(pdf: Pdf) -> None:
    group, other = layer(pdf, "Dean's"), layer(pdf, "Other")
    with_layers(pdf, group, [group, other], BaseState=Name.OFF, ON=Array([other]))


def off_on_screens(pdf: Pdf) -> None:
    use = Dictionary(View=Dictionary(ViewState=Name.OFF))
    group = layer(pdf, "Dean's", Usage=use)
    rule = Dictionary(Event=Name.View, Category=Array([Name.View]), OCGs=Array([group]))
    with_layers(pdf, group, [group], AS=Array([rule]))


def off_by_membership(pdf: Pdf) -> None:
    one, two = layer(pdf, "Dean's"), layer(pdf, "Kay's")
    member = Dictionary(Type=Name.OCMD, OCGs=Array([one, two]), P=Name.AllOn)
    with_layers(pdf, pdf.make_indirect(member), [one, two], OFF=Array([two]))


def off_by_expression(pdf: Pdf) -> None:
    one = layer(pdf, "Dean's")
    member = Dictionary(Type=Name.OCMD, VE=Array([Name.Not, one]))
    with_layers(pdf, pdf.make_indirect(member), [one])


@pytest.mark.parametrize(
    "change", [off, off_by_default, off_on_screens, off_by_membership, off_by_expression]
)
def test_a_layer_that_is_switched_off_is_told_and_on_no_page(
    paper: Paper, change: Callable[[Pdf], None]
) -> None:
    document = read_document(paper(plainly, change))
    assert words_of(document) == "Visit on Tuesday Agreed by all"
    assert ("hidden layer or note", "Zephyrine objected", 1) in hidden_of(document)
    assert ("name of a layer", "Dean's", None) in hidden_of(document)
    assert b"Zephyrine" not in document.pdf


def test_a_layer_that_is_on_is_words_of_the_page(paper: Paper) -> None:
    def on(pdf: Pdf) -> None:
        group = layer(pdf, "Dean's")
        with_layers(pdf, group, [group])

    assert "Zephyrine objected" in words_of(read_document(paper(plainly, on)))


def test_a_form_and_a_note_of_a_hidden_layer_are_told(paper: Paper) -> None:
    def hide(pdf: Pdf) -> None:
        group = layer(pdf, "Dean's")
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        form = form_saying(pdf, b"Zephyrine objected", OC=group)
        draw_too(pdf, b"q 1 0 0 1 50 120 cm /X Do Q", XObject=Dictionary(X=form))
        drawn = form_saying(pdf, b"Quill agreed")
        annotate(pdf, Subtype=Name.Stamp, AP=Dictionary(N=drawn), OC=group)

    document = read_document(paper(plainly, hide))
    assert words_of(document) == "Visit on Tuesday"
    told = ("hidden layer or note", "Zephyrine objected Quill agreed", 1)
    assert told in hidden_of(document)
