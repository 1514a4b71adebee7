"""Scans inside PDFs: set upright, doubted where machines should, and codes for cameras read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode import code128, qr
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.people import Roster
from recordkeeping.disclosure.release import ProvenDocument
from redaction.detect import areas_of, detect
from redaction.reading import read_document
from redaction.scans.codes import CODE
from redaction.scans.doubt import PHOTOGRAPH
from redaction.terms import TermDetector

Paper = Callable[..., bytes]
Released = Callable[..., ProvenDocument]
Said = Callable[[bytes], str]
LINES = ("Visit by Zephyrine Quill", "on Tuesday afternoon", "to Northmoor House")


def scan_of(*lines: str) -> Image.Image:
    image = Image.new("L", (1112, 834), 252)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 44)
    for number, line in enumerate(lines):
        ImageDraw.Draw(image).text((80, 80 + 90 * number), line, font=font, fill=20)
    return image


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_scan_that_lies_on_its_side_is_read_in_order(
    paper: Paper, released: Released, said: Said, quarter: int
) -> None:
    def draw(canvas: Canvas) -> None:
        lying = scan_of(*LINES).rotate(quarter, expand=True)
        canvas.drawImage(ImageReader(lying), 0, 0, 400, 300, preserveAspectRatio=True)

    content = paper(draw)
    document = read_document(content)
    assert document.pages[0].text.split() == " ".join(LINES).split()
    assert document.sizes[0][0] == (400 if quarter == 180 else 300)
    text = said(released(content, "Zephyrine Quill").pdf)
    assert "zephyrine" not in text
    assert "on tuesday afternoon" in text


def test_a_square_code_drawn_as_paths_is_read_and_goes_whole(
    paper: Paper, released: Released, said: Said
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 250, "Bring this to Northmoor House.")
        drawing = Drawing(120, 120)
        drawing.add(qr.QrCodeWidget("Zephyrine Quill 1234", barWidth=120, barHeight=120))
        renderPDF.draw(drawing, canvas, 200, 60)

    content = paper(draw)
    document = read_document(content)
    assert [(h.text, h.page) for h in document.hidden if h.kind == CODE] == [
        ("Zephyrine Quill 1234", 1)
    ]
    findings = detect(document, Roster(""), [TermDetector(["Zephyrine"])])
    [area] = areas_of(findings, {}, "another person")
    x0, y0, x1, y1 = area.box
    assert x0 < 220
    assert x1 > 300
    assert y0 < 140
    assert y1 > 220
    assert "zephyrine" not in said(released(content, "Zephyrine").pdf)


def test_bars_drawn_as_strokes_are_read(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 250, "File")
        code128.Code128("QQ123456C", barWidth=1.1, barHeight=40).drawOn(canvas, 60, 100)

    document = read_document(paper(draw))
    assert [hidden.text for hidden in document.hidden] == ["QQ123456C"]
    assert "QQ123456C" in document.pages[0].text


def test_a_photograph_on_a_page_is_to_be_looked_at(paper: Paper) -> None:
    shades = Image.effect_noise((24, 20), 90).resize((480, 400), Image.Resampling.BICUBIC)

    def draw(canvas: Canvas) -> None:
        canvas.drawString(40, 270, "At the beach")
        canvas.drawImage(ImageReader(shades.convert("RGB")), 60, 40, 240, 200)

    assert PHOTOGRAPH in [gap.because for gap in read_document(paper(draw)).gaps]
