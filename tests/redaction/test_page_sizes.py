"""Sheets whose size has more digits than we write are released like any other."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument


@pytest.mark.parametrize("size", [(595.275591, 841.889764), (595.303937, 841.889764), (612, 792)])
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
