"""The proof finds what was left behind, and refuses any shape but the one that is released."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.findings import Box
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.prove import canaries_caught, leaks_in, prove, proven, weigh
from redaction.reading import read_document

Paper = Callable[..., bytes]
NAME_AREA = Area(1, (91.5, 88, 146, 103))


def plainly(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit by Zephyrine on Tuesday")


@dataclass(frozen=True)
class Burned:
    """A burned document beside the page form that it was made from."""

    pdf: bytes
    source: bytes

    def prove(self, areas: list[Area], gone: list[str]) -> ProvenDocument:
        return prove(self.pdf, self.source, areas, gone, len(areas))

    def changed(self, change: Callable[[Pdf], None]) -> Burned:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.pdf)) as pdf:
            change(pdf)
            pdf.save(out)
        return replace(self, pdf=out.getvalue())


def of(paper: Paper, *, as_picture: bool) -> Burned:
    source = read_document(paper(plainly)).pdf
    return Burned(burn(source, [NAME_AREA], (1,) if as_picture else ()).pdf, source)


@pytest.fixture(params=["rewritten", "picture"])
def burned(paper: Paper, request: pytest.FixtureRequest) -> Burned:
    """The plain page with the name's box burned, both ways."""
    return of(paper, as_picture=request.param == "picture")


def test_a_clean_document_is_proven_by_seven_readers_and_a_picture_by_eye(paper: Paper) -> None:
    for as_picture, images, eye in ((False, (), ()), (True, (1,), ("orders", "ocr"))):
        proven = of(paper, as_picture=as_picture).prove([NAME_AREA], ["Zephyrine"])
        assert proven.readers == (
            "shape", "grounds", "bytes", "objects", "pdfium", "letters", *eye, "poppler",
        )  # fmt: skip
        assert (proven.pages, proven.redactions, proven.pages_as_images) == (1, 1, images)
        assert "Tuesday" not in repr(proven)


def test_a_word_that_is_still_there_is_no_proof_and_is_not_repeated(burned: Burned) -> None:
    with pytest.raises(Unproven) as why:
        burned.prove([NAME_AREA], ["Zephyrine", "on  tuesday"])
    assert "1 of 2 terms can still be read on page 1 (by " in str(why.value)
    assert "tuesday" not in str(why.value)


@pytest.mark.parametrize("box", [(45, 85, 80, 105), (96, 85, 260, 105)])
def test_a_box_that_was_not_painted_is_seen(burned: Burned, box: Box) -> None:
    with pytest.raises(Unproven, match="page 1"):
        burned.prove([Area(1, box)], [])


def add_metadata(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Visit"


def add_catalog_key(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary()


def add_page_key(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots = Array([])


def add_orphan(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.Kept.Other = pdf.make_indirect(Dictionary(A="x"))


def add_comment(pdf: Pdf) -> None:
    draw_more(pdf, b"\n% a word")


def add_drawing(pdf: Pdf) -> None:
    draw_more(pdf, b"\nBI /W 1 /H 1 /BPC 8 /CS /G ID x EI")


def add_a_literal(pdf: Pdf) -> None:
    draw_more(pdf, b"\nBT /Kept 9 Tf (word) Tj ET")


def draw_more(pdf: Pdf, more: bytes) -> None:
    page = pdf.pages[0].obj
    if isinstance(page.Contents, Array):
        page.Contents[0] = pdf.make_stream(page.Contents[0].read_bytes() + more)
    else:
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + more)


def add_to_the_font(pdf: Pdf) -> None:
    program = pdf.pages[0].obj.Resources.Font.Kept.DescendantFonts[0].FontDescriptor.FontFile2
    program.write(program.read_bytes().replace(b"prep", b"name"))


def add_font(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.Other = Dictionary(Type=Name.Font)


def say_more(pdf: Pdf) -> None:
    meanings = pdf.pages[0].obj.Resources.Font.Kept.ToUnicode
    meanings.write(meanings.read_bytes() + b"\n% zephyrine")


@pytest.mark.parametrize(
    "change",
    [add_metadata, add_catalog_key, add_page_key, add_orphan, add_comment, add_drawing,
     add_a_literal, add_to_the_font, add_font, say_more],
)  # fmt: skip
def test_anything_that_no_rule_names_is_no_proof(
    change: Callable[[Pdf], None], burned: Burned
) -> None:
    with pytest.raises(Unproven):
        burned.changed(change).prove([NAME_AREA], [])


def test_a_picture_that_holds_more_than_its_pixels_is_no_proof(paper: Paper) -> None:
    def add_pixels(pdf: Pdf) -> None:
        image = pdf.pages[0].obj.Resources.XObject.Page
        image.write(image.read_bytes() + b"more")

    with pytest.raises(Unproven, match="more than its pixels"):
        of(paper, as_picture=True).changed(add_pixels).prove([NAME_AREA], [])


def put_back(content: bytes, mode: int = 0) -> Callable[[Pdf], None]:
    """Return a burner's mistake: the page says again what was removed."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        [font] = [name for name in page.Resources.Font.keys() if name != "/Kept"]  # noqa: SIM118
        more = f"\nBT {font} 12 Tf {mode} Tr 1 0 0 1 95 200 Tm <{content.hex().upper()}> Tj ET"
        draw_more(pdf, more.replace("> Tj", "> ] TJ").replace("Tm <", "Tm [<").encode())

    return change


@pytest.mark.parametrize(
    ("content", "mode"), [(b"Zephyrine", 0), (b"Zeph", 3), (b"Z", 0), (b"xyz", 3)]
)
def test_letters_put_back_under_a_box_are_seen_even_when_no_term_names_them(
    content: bytes, mode: int, paper: Paper
) -> None:
    mistaken = of(paper, as_picture=False).changed(put_back(content, mode))
    with pytest.raises(Unproven, match="page 1"):
        mistaken.prove([NAME_AREA], [])


def test_a_shape_drawn_under_a_box_is_seen(paper: Paper) -> None:
    def draw(pdf: Pdf) -> None:
        draw_more(pdf, b"\n100 198 m 120 210 l 140 198 l f")

    with pytest.raises(Unproven, match="shows something under a box"):
        of(paper, as_picture=False).changed(draw).prove([NAME_AREA], [])


@pytest.mark.parametrize("tail", [b"Zephyrine", b"\n%%EOF\n"])
def test_something_after_the_end_of_the_file_is_no_proof(tail: bytes, burned: Burned) -> None:
    with pytest.raises(Unproven):
        replace(burned, pdf=burned.pdf + tail).prove([NAME_AREA], [])


def test_an_ordinary_pdf_is_not_proven_however_clean_it_looks(paper: Paper) -> None:
    ordinary = paper(lambda canvas: canvas.drawString(50, 50, "x"))
    with pytest.raises(Unproven):
        prove(ordinary, ordinary, [], [], 0)


def test_a_verdict_about_one_file_proves_no_other(burned: Burned) -> None:
    verdict = weigh(burned.pdf, burned.source, [NAME_AREA], [])
    with pytest.raises(Unproven, match="another file"):
        proven(burned.pdf + b" ", verdict, 1)


def test_the_known_bad_files_are_caught() -> None:
    assert canaries_caught()


def under_a_box(canvas: Canvas) -> None:
    plainly(canvas)
    canvas.rect(45, 190, 120, 30, fill=1)


def in_pieces(canvas: Canvas) -> None:
    for index, letter in enumerate("Zephyrine"):
        canvas.drawString(50 + 7 * index, 200, letter)


def titled(canvas: Canvas) -> None:
    canvas.setTitle("About Zephyrine")


def outlined(canvas: Canvas) -> None:
    canvas.bookmarkPage("a")
    canvas.addOutlineEntry("Zephyrine", "a")


def linked(canvas: Canvas) -> None:
    canvas.linkURL("https://example.org/Zephyrine", (0, 0, 9, 9))


@pytest.mark.parametrize(
    ("draw", "readers"),
    [
        (plainly, {"bytes", "pdfium", "pypdf", "poppler"}),
        (under_a_box, {"bytes", "pdfium", "pypdf", "poppler"}),
        (in_pieces, {"bytes", "pdfium", "pypdf", "poppler"}),
        (titled, {"bytes", "objects"}),
        (outlined, {"bytes", "objects"}),
        (linked, {"bytes", "objects"}),
    ],
)
def test_leaks_of_other_peoples_files_are_found_by_who_can_see_them(
    draw: Callable[[Canvas], None], readers: set[str], paper: Paper
) -> None:
    leaks, asked = leaks_in(paper(draw), ["nobody", "zephyrine"])
    assert {leak.reader for leak in leaks} == readers
    assert {leak.term for leak in leaks} == {1}
    assert set(asked) == {"bytes", "objects", "pdfium", "pypdf", "poppler"}


@pytest.mark.parametrize("term", ["Page", "Do", "Font", "Vera", "12", "Kept"])
def test_the_words_of_the_format_are_no_leak(term: str, burned: Burned) -> None:
    assert burned.prove([NAME_AREA], [term]).pages == 1


def test_the_number_of_a_file_spells_no_name_by_chance(burned: Burned) -> None:
    # Sixteen octets at random hold "Jo" or "Al" in one file of some hundred.
    with Pdf.open(io.BytesIO(burned.pdf)) as pdf:
        numbers = [bytes(part) for part in pdf.trailer.ID]
    assert [len(number) for number in numbers] == [16, 16]
    assert all(octet in range(0x80, 0x90) for number in numbers for octet in number)


def test_terms_match_whole_words_whatever_their_case_and_spacing(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "ANN  Quill saw Annabel and Mar-")
        canvas.drawString(50, 185, "tha O\u2019Neil")

    leaks, _ = leaks_in(paper(draw), ["ann quill", "Anna", "martha", "nabel"])
    assert {leak.term for leak in leaks if leak.reader == "pdfium"} == {0, 2}


def test_names_that_ran_into_other_words_are_read_by_every_reader(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "contactDarren QuaxleyKayleigh")
        canvas.setTitle("contactDarrenQuaxleyKayleigh")

    leaks, readers = leaks_in(paper(draw), ["Darren Quaxley", "kayleigh", "Tact Darren", "Arren"])
    assert {(leak.reader, leak.term) for leak in leaks} == {(r, t) for r in readers for t in (0, 1)}


def test_the_names_of_typefaces_and_keys_are_no_leak_of_a_name(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "Visit on Tuesday")

    with Pdf.open(io.BytesIO(paper(draw))) as pdf:
        pdf.pages[0].obj.Resources.Font.F9 = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.TimesNewRomanPSMT)
        )
        pdf.Root.BookRomanMark = Dictionary()
        pdf.save(out := io.BytesIO())
    assert leaks_in(out.getvalue(), ["Roman", "Mark", "Times New"])[0] == ()


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Refused):
        leaks_in(b"plain words", ["plain"])


def test_a_proven_document_is_not_made_by_hand() -> None:
    with pytest.raises(TypeError):
        ProvenDocument(b"", "0" * 64, 1, 0, ())  # type: ignore[arg-type] # the point of the test
