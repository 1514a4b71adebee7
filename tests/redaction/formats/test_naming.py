"""Fonts of strangers that are called as ours are: they may not pose as our own reading."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument
from redaction.reading import read_document

Paper = Callable[..., bytes]
Released = Callable[..., ProvenDocument]
Said = Callable[[bytes], str]


def two_lines(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit by Zephyrine on Tuesday")
    canvas.setFont("Times-Roman", 12)
    canvas.drawString(50, 150, "Nothing was left behind at noon")


def called(name: str) -> Callable[[Pdf], None]:
    """Return what calls the font of the second line so."""

    def change(pdf: Pdf) -> None:
        page = pdf.pages[0]
        fonts = page.Resources.Font
        [old] = [key for key, font in fonts.items() if font.BaseFont == "/Times-Roman"]
        page.Resources.Font = Dictionary({(name if k == old else k): v for k, v in fonts.items()})
        content = page.Contents.read_bytes().replace(old.encode() + b" ", name.encode() + b" ")
        page.Contents = pdf.make_stream(content)

    return change


def fonts_of(pdf: bytes) -> Iterator[tuple[str, Object]]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            yield from page.Resources.Font.items()


@pytest.mark.parametrize("name", ["/Read0", "/Read7", "/Other0", "/Other12"])
def test_words_in_a_font_that_is_called_as_ours_stay_on_the_page(
    paper: Paper, released: Released, said: Said, name: str
) -> None:
    content = paper(two_lines, called(name))
    assert name not in dict(fonts_of(read_document(content).pdf))
    release = released(content, "Zephyrine").pdf
    assert "nothing was left behind at noon" in said(release)
    with pikepdf.open(io.BytesIO(release)) as pdf:
        drawn = b"".join(stream.read_bytes() for stream in pdf.pages[0].Contents)
    assert b"3 Tr" not in drawn


def test_a_name_in_such_a_font_is_removed(paper: Paper, released: Released, said: Said) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(50, 150, "Visit by Zephyrine on Tuesday")

    text = said(released(paper(draw, called("/Other0")), "Zephyrine").pdf)
    assert "zephyrine" not in text
    assert "on tuesday" in text


def test_a_form_and_its_page_may_both_use_a_font_that_is_called_as_ours(
    paper: Paper, released: Released, said: Said
) -> None:
    def change(pdf: Pdf) -> None:
        called("/Read0")(pdf)
        page = pdf.pages[0]
        form = pdf.make_stream(b"BT /Read0 12 Tf 50 100 Td (Inside the form) Tj ET")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 400, 300])
        page.Resources.XObject = Dictionary(X=form)
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /X Do")

    text = said(released(paper(two_lines, change), "Zephyrine").pdf)
    assert "inside the form" in text
    assert "left behind at noon" in text


@pytest.mark.parametrize("face", ["/AAAAAA+Read", "/Read", "/ABCDEF+Other", "/AAAAAA+Kept"])
def test_a_typeface_that_is_called_as_ours_gets_another_name(paper: Paper, face: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("DejaVuSans", 12)
        canvas.drawString(50, 200, "Visit on Tuesday")

    def change(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if "/FontDescriptor" in font:
                font.BaseFont = font.FontDescriptor.FontName = Name(face)

    document = read_document(paper(draw, change))
    assert document.pages[0].text.strip() == "Visit on Tuesday"
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        names = {
            str(thing[key])
            for thing in pdf.objects
            if isinstance(thing, Dictionary)
            for key in ("/BaseFont", "/FontName")
            if key in thing
        }
    assert not {name for name in names if name.endswith(("Read", "Other", "Kept"))}
