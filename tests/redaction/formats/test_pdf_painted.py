"""Letters that are painted: cut out of a box, shown through a mask, made of strokes and stems."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from redaction.formats.pdf.ink import look_at
from redaction.formats.pdf.rulings import without_rulings
from redaction.pages import ReadDocument
from redaction.pdfium import Glyphs, glyphs, open_pdf
from redaction.reading import read_document
from redaction.scans.reversed import words_either_way
from tests.corpus.case import cases
from tests.corpus.letters import outlines
from tests.corpus.paper import sheet

Paper = Callable[..., bytes]


def form_of(file: str) -> ReadDocument:
    return read_document(next(case for case in cases() if case.file == file).make())


@pytest.mark.parametrize(
    "file",
    [
        "12-in-a-soft-mask-luminosity.pdf",
        "12-in-an-uncoloured-pattern.pdf",
        "12-in-the-stroke-of-a-pattern.pdf",
        "17-in-a-path-a-letter.pdf",
        "17-in-a-path-left-out-of-a-box.pdf",
        "17-in-a-path-that-is-a-clip.pdf",
        "17-in-white-paths-under-grey.pdf",
    ],
)
def test_a_name_that_is_painted_becomes_letters_over_its_ink(file: str) -> None:
    document = form_of(file)
    painted = document.pages[0].text.partition("left.")[2]
    assert "Zephyrine Quaxley" in painted
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert "/Read0" in pdf.pages[0].Resources.Font


def test_letters_that_are_hardly_lighter_than_their_black_ground_are_read() -> None:
    page = Image.new("L", (1000, 400), 255)
    brush = ImageDraw.Draw(page)
    brush.rectangle((60, 180, 940, 300), fill=0)
    font = ImageFont.truetype("DejaVuSans.ttf", 44)
    brush.text((80, 212), "seen Zephyrine Quaxley at noon", fill=48, font=font)
    read = [word.text for word in words_either_way(page, 200)]
    assert read == ["seen", "Zephyrine", "Quaxley", "at", "noon"]


def test_letters_made_of_straight_strokes_alone_are_read() -> None:
    """E, F, H, L and T are level and upright strokes, as ruling lines are."""
    drawn = "\n".join(outlines("THE FELT HILL", 40, 140, 22)) + " f\n"
    assert "THE FELT" in read_document(sheet(drawn.encode())).pages[0].text


def a_form_to_fill_in(canvas: Canvas) -> None:
    canvas.setFillGray(0.3)
    canvas.rect(40, 240, 300, 24, fill=1, stroke=1)
    canvas.setFillGray(1)
    canvas.drawString(50, 247, "Record of a visit")
    canvas.setFillGray(0)
    canvas.rect(40, 40, 300, 190)
    for number in range(6):
        canvas.drawString(70, 202 - 28 * number, "Seen on Tuesday")
        canvas.rect(50, 200 - 28 * number, 10, 10)
        canvas.line(40, 195 - 28 * number, 340, 195 - 28 * number)
    canvas.line(190, 40, 190, 230)
    canvas.linearGradient(20, 0, 20, 20, ("black", "white"))


def test_frames_bands_tick_boxes_and_gradients_are_no_unread_ink(paper: Paper) -> None:
    page = open_pdf(paper(a_form_to_fill_in))[0]
    read = glyphs(page)
    assert not look_at(page, read, pictured=False).unread


def test_a_page_is_as_it_was_after_it_was_looked_at(paper: Paper) -> None:
    page = open_pdf(paper(a_form_to_fill_in))[0]
    before = page.render(scale=1).to_numpy().copy()
    assert (without_rulings(page, 100, glyphs(page).boxes) > 240).mean() > 0.9
    assert np.array_equal(before, page.render(scale=1).to_numpy())


def test_a_band_with_white_outlines_on_it_is_unread_ink(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillGray(0.3)
        canvas.rect(40, 200, 300, 40, fill=1, stroke=0)
        canvas.setFillGray(1)
        path = canvas.beginPath()
        for x in range(60, 200, 20):
            path.circle(x, 220, 6)
        canvas.drawPath(path, stroke=0, fill=1)

    page = open_pdf(paper(draw))[0]
    assert look_at(page, Glyphs("", ()), pictured=False).unread


def test_light_lines_between_dark_ones_are_read_in_their_place() -> None:
    image = Image.new("L", (1200, 420), 255)
    brush = ImageDraw.Draw(image)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 44)
    brush.rectangle((0, 130, 1200, 260), fill=70)
    for line, (text, ink) in enumerate(
        [("Notes of the first visit", 0), ("Wardens of the garden", 255), ("and what they said", 0)]
    ):
        brush.text((60, 40 + 130 * line), text, font=font, fill=ink)
    words = [word.text for word in words_either_way(image, 300)]
    assert " ".join(words) == "Notes of the first visit Wardens of the garden and what they said"


def test_dark_print_on_paper_is_read_once() -> None:
    image = Image.new("L", (1200, 200), 255)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf", 80)
    ImageDraw.Draw(image).text((60, 40), "Garden and warden", font=font, fill=0)
    assert [w.text for w in words_either_way(image, 300)] == ["Garden", "and", "warden"]


def test_what_is_drawn_in_a_form_is_looked_at_where_the_page_shows_it() -> None:
    """A form's things are measured in its own units: here one of them is twenty points."""
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(400, 300))
        drawn = "0.3 g 2 6 16 3 re f 1 g " + "\n".join(outlines("Zephyrine", 3, 6.6, 1.6)) + " f"
        form = pdf.make_stream(drawn.encode())
        form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        form.BBox = pikepdf.Array([0, 0, 20, 15])
        page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=form))
        page.obj.Contents = pdf.make_stream(b"20 0 0 20 0 0 cm /X Do")
        out = io.BytesIO()
        pdf.save(out)
    assert look_at(pypdfium2.PdfDocument(out.getvalue())[0], Glyphs("", ()), pictured=False).unread
    assert "Zephyrine" in read_document(out.getvalue()).pages[0].text


@pytest.mark.parametrize(
    "file",
    [
        "05-shown-but-said-otherwise-type3.pdf",
        "12-drawn-whole-by-one-type-3-glyph.pdf",
        "12-written-inside-a-type-3-glyph-seen.pdf",
    ],
)
def test_what_a_procedure_draws_is_read_beside_what_it_says(file: str) -> None:
    document = form_of(file)
    assert "Zephyrine Quaxley" in document.pages[0].text.partition("left.")[2]
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert "/Other0" in pdf.pages[0].Resources.Font


def test_procedures_that_say_nothing_are_made_to_say_what_they_draw() -> None:
    document = form_of("05-without-map-or-names-type3.pdf")
    assert "Zephyrine Quaxley" in document.pages[0].text.partition("left.")[2]


def test_procedures_that_draw_what_they_say_are_letters_like_any_other() -> None:
    document = form_of("12-noted-inside-a-type-3-glyph.pdf")
    assert document.pages[0].text.partition("left.")[2].strip() == "then came a girl"


def test_marks_and_pictures_inside_a_procedure_leave_it() -> None:
    """A glyph may be a small picture, as in fonts that programs make of dots."""
    with pikepdf.Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100))
        dot = (
            b"500 0 0 0 500 500 d1 /Span <</ActualText (Quaxley)>> BDC\n"
            b"q 500 0 0 500 0 0 cm BI /W 8 /H 8 /IM true /BPC 1 ID \x00\xff\x00\xff\x00\xff\x00\xff"
            b"\nEI Q EMC"
        )
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type3,
            FontBBox=pikepdf.Array([0, 0, 500, 500]),
            FontMatrix=pikepdf.Array([0.001, 0, 0, 0.001, 0, 0]),
            CharProcs=pikepdf.Dictionary(a=pdf.make_stream(dot)),
            FirstChar=97,
            LastChar=97,
            Widths=pikepdf.Array([500]),
            Encoding=pikepdf.Dictionary(Differences=pikepdf.Array([97, pikepdf.Name.a])),
        )
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(T=font))
        page.obj.Contents = pdf.make_stream(b"BT /T 20 Tf 20 40 Td (aaa) Tj ET")
        out = io.BytesIO()
        pdf.save(out)
    document = read_document(out.getvalue())
    assert "Quaxley" in [hidden.text for hidden in document.hidden]
    with pikepdf.open(io.BytesIO(document.pdf)) as form:
        made = form.pages[0].Resources.Font.T
        drawn = made.CharProcs.a.read_bytes()
        assert b"BI" not in drawn
        assert b"Span" not in drawn
        assert made.Resources.XObject.Inline0.Width == 8
