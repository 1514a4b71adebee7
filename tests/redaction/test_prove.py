"""The proof finds what was left behind, and refuses any shape but the one that is released."""

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.findings import Box
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.areas import Area, BurnedDocument
from redaction.burn.burning import burn
from redaction.prove import canaries_caught, leaks_in, prove
from redaction.reading import read_document

Paper = Callable[..., bytes]
NAME_AREA = Area(1, (91.5, 88, 146, 103))


def plainly(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit by Zephyrine on Tuesday")


@pytest.fixture
def burned(paper: Paper) -> BurnedDocument:
    """The plain page with the name's box burned."""
    return burn(read_document(paper(plainly)).pdf, [NAME_AREA])


def changed(document: BurnedDocument, change: Callable[[Pdf], None]) -> BurnedDocument:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        change(pdf)
        pdf.save(out)
    return replace(document, pdf=out.getvalue())


def test_a_clean_document_is_proven_by_seven_readers(burned: BurnedDocument) -> None:
    proven = prove(burned, [NAME_AREA], ["Zephyrine"], 1)
    assert proven.readers == (
        "shape", "ground", "bytes", "objects", "pdfium", "pypdf", "poppler",
    )  # fmt: skip
    assert (proven.pages, proven.redactions, proven.pages_as_images) == (1, 1, (1,))
    assert "Tuesday" not in repr(proven)


def test_a_word_that_is_still_there_is_no_proof_and_is_not_repeated(burned: BurnedDocument) -> None:
    with pytest.raises(Unproven) as why:
        prove(burned, [NAME_AREA], ["Zephyrine", "on  tuesday"], 1)
    assert str(why.value) == "1 of 2 terms can still be read (by pdfium, poppler, pypdf)"


@pytest.mark.parametrize(
    ("box", "reason"),
    [
        ((45, 85, 80, 105), "page 1 shows something in a box; page 1 has words in a box"),
        ((96, 85, 160, 105), "page 1 shows something in a box; page 1 has words in a box"),
    ],
)
def test_a_box_that_was_not_painted_is_seen(burned: BurnedDocument, box: Box, reason: str) -> None:
    with pytest.raises(Unproven) as why:
        prove(burned, [Area(1, box)], [], 1)
    assert str(why.value) == reason


def add_metadata(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Visit"


def add_catalog_key(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary()


def add_page_key(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots = Array([])


def add_orphan(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.XObject.Page.Other = pdf.make_indirect(Dictionary(A="x"))


def add_comment(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n% a word")


def add_drawing(pdf: Pdf) -> None:
    page = pdf.pages[0]
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n0 0 m 9 9 l S")


def add_pixels(pdf: Pdf) -> None:
    image = pdf.pages[0].obj.Resources.XObject.Page
    image.write(image.read_bytes() + b"more")


def add_font(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.Other = Dictionary(Type=Name.Font)


@pytest.mark.parametrize(
    "change",
    [add_metadata, add_catalog_key, add_page_key, add_orphan, add_comment, add_drawing, add_pixels,
     add_font],
)  # fmt: skip
def test_anything_that_no_rule_names_is_no_proof(
    change: Callable[[Pdf], None], burned: BurnedDocument
) -> None:
    with pytest.raises(Unproven):
        prove(changed(burned, change), [NAME_AREA], [], 1)


@pytest.mark.parametrize("tail", [b"Zephyrine", b"\n%%EOF\n"])
def test_something_after_the_end_of_the_file_is_no_proof(
    tail: bytes, burned: BurnedDocument
) -> None:
    with pytest.raises(Unproven):
        prove(replace(burned, pdf=burned.pdf + tail), [NAME_AREA], [], 1)


def test_an_ordinary_pdf_is_not_proven_however_clean_it_looks(paper: Paper) -> None:
    ordinary = BurnedDocument(paper(lambda canvas: canvas.drawString(50, 50, "x")), 1)
    with pytest.raises(Unproven):
        prove(ordinary, [], [], 0)


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
def test_the_words_of_the_format_are_no_leak(term: str, burned: BurnedDocument) -> None:
    assert prove(burned, [NAME_AREA], [term], 1).pages == 1


def test_terms_match_whole_words_whatever_their_case_and_spacing(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "ANN  Quill saw Annabel and Mar-")
        canvas.drawString(50, 185, "tha O\u2019Neil")

    leaks, _ = leaks_in(paper(draw), ["ann quill", "Anna", "martha", "nabel"])
    assert {leak.term for leak in leaks if leak.reader == "pdfium"} == {0, 2}


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(Refused):
        leaks_in(b"plain words", ["plain"])


def test_a_proven_document_is_not_made_by_hand() -> None:
    with pytest.raises(TypeError):
        ProvenDocument(b"", "0" * 64, 1, 0, ())  # type: ignore[arg-type] # the point of the test
