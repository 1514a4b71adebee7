"""What only eyes can read on a PDF's pages: scans, logos, drawn words, letters without meaning."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name, Pdf, Stream
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument
from redaction.pages import ReadDocument
from redaction.reading import read_document
from redaction.scans.doubt import HANDWRITING
from tests.corpus.letters import outlines

Paper = Callable[..., bytes]
Released = Callable[..., ProvenDocument]
Said = Callable[[bytes], str]

UNSEEN = "words are in the file that cannot be seen on the page, and are not released"


def picture_of(*lines: str, size: tuple[int, int] = (1600, 1200)) -> Image.Image:
    """Return lines of writing as a scanner sees them, at 288 dots an inch on these pages."""
    image = Image.new("L", size, 252)
    brush = ImageDraw.Draw(image)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 48)
    for number, line in enumerate(lines):
        brush.text((80, 80 + 90 * number), line, font=font, fill=20)
    return image


def a_scan(canvas: Canvas) -> None:
    image = picture_of("Visit by Zephyrine Quill", "on Tuesday afternoon")
    canvas.drawImage(ImageReader(image), 0, 0, 400, 300)


def a_letterhead(canvas: Canvas) -> None:
    canvas.drawString(50, 100, "Visit by Zephyrine on Tuesday")
    image = picture_of("Quill House", size=(600, 200))
    canvas.drawImage(ImageReader(image), 50, 200, 150, 50)


def words_of(document: ReadDocument, page: int = 1) -> str:
    return " ".join(document.pages[page - 1].text.split())


def test_a_scan_inside_a_pdf_is_read_and_its_words_stand_over_their_ink(paper: Paper) -> None:
    document = read_document(paper(a_scan))
    assert words_of(document) == "Visit by Zephyrine Quill on Tuesday afternoon"
    box = document.glyphs[0][document.pages[0].text.index("Z")]
    assert box is not None
    assert 60 < box[0] < 120
    assert 15 < box[1] < 40


def test_a_watermark_of_very_pale_outlines_is_read(paper: Paper) -> None:
    def watermark(canvas: Canvas) -> None:
        canvas.drawString(40, 260, "Record of a visit on Tuesday")
        canvas.setFillGray(0.87)
        canvas.translate(30, 120)
        shape = canvas.beginPath()
        draw: dict[str, Callable[..., object]] = {
            "m": shape.moveTo, "l": shape.lineTo, "c": shape.curveTo, "h": shape.close,
        }  # fmt: skip
        for path in outlines("Quill", 0, 0, 90):
            for step in path.split("\n"):
                *numbers, kind = step.split()
                draw[kind](*map(float, numbers))
        canvas.drawPath(shape, stroke=0, fill=1)

    assert words_of(read_document(paper(watermark))).split()[-1] == "Quill"


def test_a_scanned_name_is_removed_from_the_picture_and_from_the_words(
    paper: Paper, released: Released, said: Said
) -> None:
    text = said(released(paper(a_scan), "zephyrine quill").pdf).casefold()
    assert "zephyrine" not in text
    assert "tuesday" in text


def test_the_words_of_a_letterhead_are_read_beside_the_letters(paper: Paper) -> None:
    assert words_of(read_document(paper(a_letterhead))) == (
        "Visit by Zephyrine on Tuesday Quill House"
    )


def test_a_page_with_a_letterhead_loses_the_name_and_keeps_the_rest(
    paper: Paper, released: Released, said: Said
) -> None:
    text = said(released(paper(a_letterhead), "zephyrine").pdf).casefold()
    assert "zephyrine" not in text
    assert "tuesday" in text


def test_an_older_reading_of_a_scan_is_searched_and_ours_is_believed(paper: Paper) -> None:
    def scanned_before(canvas: Canvas) -> None:
        a_scan(canvas)
        text = canvas.beginText(20, 268)
        text.setTextRenderMode(3)
        text.textOut("Visit by Zephyrlne Quill")
        canvas.drawText(text)

    document = read_document(paper(scanned_before))
    assert words_of(document) == (
        "Visit by Zephyrine Quill on Tuesday afternoon Visit by Zephyrlne Quill"
    )
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert {"/Read0", "/Other0"} <= set(pdf.pages[0].Resources.Font.keys())
        assert b"Zephyrlne" not in pdf.pages[0].Contents.read_bytes()


def test_letters_that_say_nothing_are_read_by_eye(paper: Paper) -> None:
    def without_meaning(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if "/ToUnicode" in font:
                meanings = font.ToUnicode.read_bytes()
                lines = [b"<%02X> <F0%02X>" % (code, code) for code in range(1, 100)]
                table = b"%d beginbfchar\n" % len(lines) + b"\n".join(lines) + b"\nendbfchar"
                start, end = meanings.index(b"endcodespacerange"), meanings.index(b"endcmap")
                font.ToUnicode = Stream(
                    pdf, meanings[:start] + b"endcodespacerange\n" + table + b"\n" + meanings[end:]
                )

    def draw(canvas: Canvas) -> None:
        canvas.setFont("DejaVuSans", 14)
        canvas.drawString(50, 200, "Visit by Zephyrine on Tuesday")

    document = read_document(paper(draw, without_meaning))
    assert "Visit by Zephyrine on Tuesday" in words_of(document)


def test_a_signature_is_told_and_not_refused(paper: Paper) -> None:
    def signed(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "Visit on Tuesday")
        path = canvas.beginPath()
        path.moveTo(60, 100)
        path.curveTo(100, 180, 120, 20, 160, 100)
        path.curveTo(180, 150, 200, 60, 230, 110)
        canvas.drawPath(path)

    document = read_document(paper(signed))
    assert words_of(document).startswith("Visit on Tuesday")
    assert [(gap.page, gap.because) for gap in document.gaps] == [(1, HANDWRITING)]


def smudged(word: str, sharpness: float) -> Image.Image:
    """Return a word as a poor copy of it looks, which is read with little confidence."""
    image = Image.new("L", (700, 110), 252)
    face = ImageFont.truetype(
        "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", 48
    )
    ImageDraw.Draw(image).text((30, 20), word, font=face, fill=60)
    small = image.resize((int(700 * sharpness), int(110 * sharpness)), Image.Resampling.BILINEAR)
    return small.resize((700, 110), Image.Resampling.NEAREST)


def on_two_pages(image: Image.Image) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        for number in (1, 2):
            canvas.drawString(50, 250, f"Visit {number} on Tuesday")
            canvas.drawImage(ImageReader(image), 50, 100, 168, 26.4)
            canvas.showPage()

    return draw


def test_a_name_that_is_hardly_read_in_a_picture_is_found_and_told_on_every_page(
    paper: Paper, released: Released, said: Said
) -> None:
    content = paper(on_two_pages(smudged("Quaxley", 0.19)))
    document = read_document(content)
    assert ["Quaxley" in words_of(document, number) for number in (1, 2)] == [True, True]
    assert [gap.page for gap in document.gaps if gap.because == HANDWRITING] == [1, 2]
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert not any("Read" in key for key in pdf.pages[1].Resources.Font)
    proven = released(content, "quaxley")
    assert "tuesday" in said(proven.pdf).casefold()
    with pikepdf.open(io.BytesIO(proven.pdf)) as pdf:
        assert [name for page in pdf.pages for name in page.Resources.Font if "Other" in name] == []


def test_a_word_too_poor_to_be_read_at_all_goes_to_a_person(paper: Paper) -> None:
    document = read_document(paper(on_two_pages(smudged("Zephyrine", 0.17))))
    assert words_of(document) == "Visit 1 on Tuesday"
    assert [(gap.page, gap.because) for gap in document.gaps] == [
        (1, HANDWRITING),
        (2, HANDWRITING),
    ]


def test_an_inline_picture_is_a_picture_of_the_page(paper: Paper) -> None:
    def draw_inline(pdf: Pdf) -> None:
        page = pdf.pages[0]
        image = picture_of("Quill House", size=(600, 200))
        data = image.tobytes().hex().upper().encode()
        drawn = (
            b"q 150 0 0 50 50 200 cm BI /W 600 /H 200 /CS /G /BPC 8 /F /AHx ID " + data + b"> EI Q"
        )
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + drawn)

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 100, "Visit on Tuesday")

    document = read_document(paper(draw, draw_inline))
    assert words_of(document) == "Visit on Tuesday Quill House"
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert b"BI" not in pdf.pages[0].Contents.read_bytes().split()


@pytest.mark.parametrize("what", ["clipped", "beyond the crop"])
def test_words_that_are_cut_off_are_read_and_told(paper: Paper, what: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "Visit on Tuesday")
        if what == "clipped":
            path = canvas.beginPath()
            path.rect(300, 250, 10, 10)
            canvas.clipPath(path, stroke=0, fill=0)
        canvas.drawString(50, 20, "Zephyrine")

    def crop(pdf: Pdf) -> None:
        if what != "clipped":
            pdf.pages[0].obj.CropBox = pikepdf.Array([0, 100, 400, 300])

    document = read_document(paper(draw, crop))
    assert "Zephyrine" in words_of(document)
    assert [(gap.page, gap.because) for gap in document.gaps] == [(1, UNSEEN)]
    [hidden] = document.hidden
    assert (hidden.page, hidden.text) == (1, "Zephyrine")


@pytest.mark.parametrize("stroke", [0, 1])
def test_words_under_a_bar_that_somebody_drew_are_listed_and_not_released(
    paper: Paper, released: Released, said: Said, stroke: int
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "Visit by Zephyrine Quill on Tuesday")
        canvas.rect(91, 197, 86, 11, fill=1, stroke=stroke)
        canvas.setFillGray(1)
        canvas.drawString(50, 150, "in white")

    document = read_document(paper(draw))
    [hidden] = document.hidden
    assert (hidden.kind, hidden.page) == ("words that cannot be seen on the page", 1)
    assert hidden.text == "Zephyrine Quill\nin white"
    assert [(gap.page, gap.because) for gap in document.gaps] == [(1, UNSEEN)]
    words = said(released(paper(draw), "tuesday").pdf)
    assert "visit by on" in words
    assert "ephyr" not in words
    assert "uill" not in words


def test_patterns_masks_and_drawn_fonts_stay_in_the_page_form(paper: Paper) -> None:
    def draw_too(pdf: Pdf) -> None:
        page = pdf.pages[0]
        tile = Stream(pdf, b"0 0 1 rg 0 0 2 2 re f")
        tile.Type, tile.PatternType, tile.PaintType, tile.TilingType = Name.Pattern, 1, 1, 1
        tile.BBox, tile.XStep, tile.YStep = pikepdf.Array([0, 0, 4, 4]), 4, 4
        tile.Resources = Dictionary()
        page.Resources.Pattern = Dictionary(P=tile)
        drawn = b"/Pattern cs /P scn 300 20 60 60 re f"
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"\n" + drawn)

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "Visit on Tuesday")

    document = read_document(paper(draw, draw_too))
    assert words_of(document) == "Visit on Tuesday"
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert "/P" in pdf.pages[0].Resources.Pattern
