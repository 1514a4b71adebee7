"""Sheets whose size has more digits than we write are released like any other."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument
from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.prove import weigh
from redaction.reading import read_document


@pytest.mark.parametrize(
    "size",
    [(595.275591, 841.889764), (595.303937, 841.889764), (612, 792), (612.00004, 792.00004)],
)
def test_a_page_is_released_whatever_the_digits_of_its_size(
    paper: Callable[..., bytes],
    released: Callable[..., ProvenDocument],
    said: Callable[[bytes], str],
    size: tuple[float, float],
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 200, "Ann Thornapple came on Tuesday")

    def resize(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, *size])

    proven = released(paper(draw, resize), "Ann Thornapple")
    assert proven.pages_as_images == ()
    assert "thornapple" not in said(proven.pdf)
    assert "came on tuesday" in said(proven.pdf)


def test_a_page_becomes_a_picture_as_high_as_it_was(paper: Callable[..., bytes]) -> None:
    def resize(pdf: pikepdf.Pdf) -> None:  # A4, as many programs print it
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, Decimal("595.32001"), Decimal("841.92004")])

    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 700, "Ann Thornapple came on Tuesday")

    form = read_document(paper(draw, resize)).pdf
    areas = [Area(1, (49.0, 128.0, 135.0, 146.0))]
    made = burn(form, areas, as_pictures=[1])
    assert [page for page, _ in made.pictures] == [1]
    assert weigh(made.pdf, form, areas, ["Ann Thornapple"]).against == ()
