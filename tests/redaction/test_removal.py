"""One way of leaking a file: each has a word that has to go, and one that has to stay."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Refused
from redaction.reading import read_document

Paper = Callable[..., bytes]
Released = Callable[..., ProvenDocument]
Said = Callable[[bytes], str]


def plainly(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit by Zephyrine on Tuesday")


def under_a_box(canvas: Canvas) -> None:
    plainly(canvas)
    canvas.rect(45, 190, 120, 30, fill=1)
    canvas.drawString(200, 100, "Tuesday")


def in_white(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit on Tuesday")
    canvas.setFillGray(1)
    canvas.drawString(50, 100, "Zephyrine")


def in_tiny_letters(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit on Tuesday")
    canvas.setFont("Helvetica", 0.6)
    canvas.drawString(50, 100, "Zephyrine")


def in_unseen_mode(canvas: Canvas) -> None:
    plainly(canvas)
    text = canvas.beginText(50, 100)
    text.setTextRenderMode(3)
    text.textOut("Zephyrine")
    canvas.drawText(text)


def hyphenated(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "On Tuesday the visit was by Zephy-")
    canvas.drawString(50, 185, "rine and nobody else")


def over_two_lines(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "On Tuesday the visit was by Zephyrine")
    canvas.drawString(50, 185, "Quill and nobody else")


def letter_spaced(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Tuesday")
    canvas.drawString(50, 180, "Z e p h y r i n e", charSpace=2)


def letter_by_letter(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Tuesday")
    for index, letter in enumerate("Zephyrine"):
        canvas.drawString(50 + 8 * index, 180, letter)


def twice_for_boldness(canvas: Canvas) -> None:
    plainly(canvas)
    canvas.drawString(50.4, 200, "Visit by Zephyrine on Tuesday")


def slanted(canvas: Canvas) -> None:
    canvas.drawString(50, 250, "Tuesday")
    canvas.rotate(30)
    canvas.drawString(120, 20, "Zephyrine was here")


def beyond_the_edge(canvas: Canvas) -> None:
    plainly(canvas)
    canvas.drawString(900, 900, "Zephyrine")


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("inner")
    plainly(canvas)
    canvas.endForm()
    canvas.doForm("inner")


def in_a_title(canvas: Canvas) -> None:
    plainly(canvas)
    canvas.setTitle("Zephyrine")
    canvas.setAuthor("Zephyrine")
    canvas.bookmarkPage("Zephyrine")
    canvas.addOutlineEntry("Zephyrine", "Zephyrine")


def in_a_link(canvas: Canvas) -> None:
    plainly(canvas)
    canvas.linkURL("https://example.org/people/Zephyrine", (50, 190, 150, 220))


@pytest.mark.parametrize(
    "draw",
    [
        plainly, under_a_box, in_white, in_tiny_letters, in_unseen_mode, hyphenated, over_two_lines,
        letter_spaced, letter_by_letter, twice_for_boldness, slanted, beyond_the_edge, in_a_form,
        in_a_title, in_a_link,
    ],
)  # fmt: skip
def test_a_word_that_is_removed_can_be_read_by_no_program(
    draw: Callable[[Canvas], None], paper: Paper, released: Released, said: Said
) -> None:
    term = "Zephyrine Quill" if draw is over_two_lines else "zephyrine"
    document = released(paper(draw), term)
    text = said(document.pdf).casefold()
    assert "zephyrine" not in text
    assert "rine" not in text.split("%pdf")[0]
    assert "tuesday" in text
    assert "quill" not in text


def test_a_ligature_hides_no_name(paper: Paper, released: Released, said: Said) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("DejaVuSans", 12)
        canvas.drawString(50, 200, "Visit by Gri\ufb03n on Tuesday")

    text = said(released(paper(draw), "Griffin").pdf).casefold()
    assert "tuesday" in text
    assert "gri" not in text.split("%pdf")[0]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_rotated_page_loses_the_word_where_it_is_seen(
    turned: int, paper: Paper, released: Released, said: Said
) -> None:
    def turn(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate = turned

    document = released(paper(plainly, turn), "zephyrine")
    text = said(document.pdf).casefold()
    assert "zephyrine" not in text
    assert "tuesday" in text
    page = pypdfium2.PdfDocument(document.pdf)[0]
    assert page.get_size() == ((300, 400) if turned != 180 else (400, 300))


def test_a_cropped_page_loses_the_word_where_it_is_seen(
    paper: Paper, released: Released, said: Said
) -> None:
    def crop(pdf: Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([0, 0, 400, 300])
        pdf.pages[0].obj.CropBox = Array([40, 150, 360, 290])

    text = said(released(paper(plainly, crop), "zephyrine").pdf).casefold()
    assert "zephyrine" not in text
    assert "tuesday" in text


def test_words_in_metadata_structure_and_scripts_are_not_carried_over(
    paper: Paper, released: Released, said: Said
) -> None:
    def hide(pdf: Pdf) -> None:
        pdf.Root.Metadata = Stream(pdf, b"<x>Zephyrine</x>", Type=Name.Metadata, Subtype=Name.XML)
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="Zephyrine")
        pdf.Root.StructTreeRoot = Dictionary(K=Dictionary(ActualText="Zephyrine"))
        pdf.pages[0].obj.PieceInfo = Dictionary(X=Dictionary(Private="Zephyrine"))
        pdf.pages[0].obj.Thumb = Stream(pdf, b"Zephyrine")
        pdf.make_indirect(Dictionary(Orphan="Zephyrine"))

    document = released(paper(plainly, hide), "zephyrine")
    assert "zephyrine" not in said(document.pdf).casefold()


def test_marked_content_cannot_say_other_words_than_the_page(
    paper: Paper, released: Released, said: Said
) -> None:
    def lie(pdf: Pdf) -> None:
        page = pdf.pages[0]
        lied = (
            b"/Span <</ActualText (A plain sentence)>> BDC " + page.Contents.read_bytes() + b" EMC"
        )
        page.Contents = pdf.make_stream(lied)

    text = said(released(paper(plainly, lie), "zephyrine").pdf).casefold()
    assert "zephyrine" not in text
    assert "tuesday" in text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "the file is empty; ask for it once more"),
        (
            b"%PDF-1.7\nnothing more",
            "the PDF is damaged and cannot be opened; ask for it once more",
        ),
        (b"\x89PNG\r\n\x1a\n....", "the picture is damaged or incomplete; ask for it once more"),
        (b"MZ\0\0\1\2", "the file is a program; ask for what it holds as a document"),
    ],
)
def test_files_that_are_no_readable_document_are_refused(content: bytes, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_document(content)
    assert str(refused.value) == reason


def test_a_pdf_that_only_forbids_is_read_and_one_that_is_locked_is_refused(
    paper: Paper, released: Released, said: Said
) -> None:
    forbids = paper(plainly, lock=pikepdf.Encryption(owner="owner", user=""))
    assert read_document(forbids).gaps == ()
    assert "tuesday" in said(released(forbids, "zephyrine").pdf).casefold()
    locked = paper(plainly, lock=pikepdf.Encryption(owner="owner", user="user"))
    with pytest.raises(Refused, match="the PDF is locked with a password"):
        read_document(locked)


def test_words_that_cannot_be_seen_are_told_and_not_released(
    paper: Paper, released: Released, said: Said
) -> None:
    content = paper(in_white)
    assert [(gap.page, gap.because) for gap in read_document(content).gaps] == [
        (1, "words are in the file that cannot be seen on the page, and are not released")
    ]
    assert "zephyrine" not in said(released(content, "nobody").pdf).casefold()


def test_an_earlier_version_of_the_file_is_not_carried_over(
    paper: Paper, released: Released, said: Said, tmp_path: Path
) -> None:
    first = paper(plainly)
    later = first + first[first.rindex(b"xref") :]
    document = released(later, "nobody")
    assert document.pdf.count(b"%%EOF") == 1


def test_kept_words_stay_searchable_and_the_box_says_its_label(
    paper: Paper, released: Released, said: Said
) -> None:
    document = released(paper(plainly), "zephyrine")
    assert said(document.pdf).startswith("visit by [removed: another person] on tuesday")
    assert document.pages_as_images == ()
    assert len(document.pdf) < 20_000
