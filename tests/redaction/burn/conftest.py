"""Page forms to burn, made here instruction by instruction."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name, Object, Pdf
from PIL import Image

from redaction.areas import Area, BurnedDocument
from redaction.burn.burning import burn
from redaction.prove import Verdict, weigh

Fill = Callable[[Pdf], dict[str, Object]]


@pytest.fixture
def form() -> Callable[..., bytes]:
    """A maker of one page of 400 by 300 points with the font F1 (Helvetica)."""

    def make(content: str | bytes, fill: Fill | None = None, **page: object) -> bytes:
        with Pdf.new() as pdf:
            made = pdf.add_blank_page(page_size=(400, 300))
            made.obj.Resources = Dictionary(fill(pdf) if fill else {})
            if "/Font" not in made.obj.Resources:
                made.obj.Resources.Font = Dictionary()
            made.obj.Resources.Font.F1 = Dictionary(
                Type=Name.Font,
                Subtype=Name.Type1,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
            for key, value in page.items():
                made.obj[f"/{key}"] = value
            octets = content.encode("latin-1") if isinstance(content, str) else content
            made.obj.Contents = pdf.make_stream(octets)
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()

    return make


@pytest.fixture
def burned() -> Callable[..., tuple[BurnedDocument, Verdict]]:
    """Burn boxes `(x0, y0, x1, y1)` of page 1 and weigh the result as a release would be."""

    def make(
        content: bytes, *boxes: tuple[float, float, float, float], gone: tuple[str, ...] = ()
    ) -> tuple[BurnedDocument, Verdict]:
        areas = [Area(1, box) for box in boxes]
        result = burn(content, areas)
        return result, weigh(result.pdf, content, areas, gone)

    return make


@pytest.fixture
def drawn() -> Callable[[bytes], Image.Image]:
    """The first page in colour, two pixels a point."""

    def draw(pdf: bytes) -> Image.Image:
        image: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil()
        return image.convert("RGB")

    return draw


@pytest.fixture
def words() -> Callable[[bytes], str]:
    """The words of every page as pdfium reads them, on one line."""

    def read(pdf: bytes) -> str:
        pages = (p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(pdf))
        return " ".join(" ".join(pages).split())

    return read


@pytest.fixture
def pictures() -> Callable[[bytes], list[Any]]:
    """The pictures that the first page names."""

    opened = []  # a picture lives as long as its file is open

    def find(pdf: bytes) -> list[Any]:
        opened.append(pikepdf.open(io.BytesIO(pdf)))
        page = opened[-1].pages[0]
        return [image for _, image in page.obj.Resources.get("/XObject", Dictionary()).items()]

    return find
