"""Boxes of a form with one letter in each: what they say is read, and stands over its boxes."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from recordkeeping.disclosure.release import ProvenDocument
from redaction.scans.combs import words_in_combs
from tests.corpus.combs import form_with_combs

NUMBER = "9434765919"


@pytest.mark.parametrize("topless", [False, True])
@pytest.mark.parametrize(("dpi", "cell"), [(200, 18.0), (300, 18.0), (200, 15.0)])
def test_a_name_and_a_number_are_read(dpi: int, cell: float, topless: bool) -> None:
    page = form_with_combs(["ZEPHYRINE QUAXLEY", NUMBER], dpi, cell, topless=topless)
    assert [word.text for word in words_in_combs(page, dpi)] == ["ZEPHYRINE", "QUAXLEY", NUMBER]


def test_each_letter_stands_over_its_box() -> None:
    [_, word] = words_in_combs(form_with_combs(["Zephyrine Quaxley"]), 200)
    assert word.text == "Quaxley"
    assert word.box == pytest.approx((40 + 10 * 18, 130, 40 + 17 * 18, 148), abs=1.5)
    assert word.symbols[6].box == pytest.approx((40 + 16 * 18, 130, 40 + 17 * 18, 148), abs=1.5)


def test_a_table_with_words_in_its_cells_is_no_such_field() -> None:
    page = Image.new("L", (1100, 800), 255)
    brush = ImageDraw.Draw(page)
    for row in range(8):
        for column in range(6):
            brush.rectangle((40 + 150 * column, 40 + 60 * row, 190 + 150 * column, 100 + 60 * row))
            brush.text((60 + 150 * column, 55 + 60 * row), "garden", fill=0, font_size=28)
    assert words_in_combs(page, 200) == []


# In the PDF the fields are once cut out as a picture so low and wide that it was refused.
@pytest.mark.parametrize("kind", ["PNG", "PDF"])
def test_a_name_in_boxes_is_gone(kind: str, released: Callable[..., ProvenDocument]) -> None:
    out = io.BytesIO()
    keys = {"dpi": (200, 200)} if kind == "PNG" else {"resolution": 200.0}
    form_with_combs(["Zephyrine Quaxley"]).save(out, kind, **keys)
    pdf = released(out.getvalue(), "Zephyrine Quaxley").pdf
    document = pypdfium2.PdfDocument(pdf)
    page = np.asarray(document[0].render(scale=200 / 72).to_pil().convert("L"))
    document.close()
    unit = 200 / 72
    # The middles of the boxes of Z, e, x and y: one even shade.
    for at in (0, 1, 13, 16):
        x, y = (40 + 18 * at + 9) * unit, 139 * unit
        assert np.ptp(page[int(y - 6) : int(y + 6), int(x - 3) : int(x + 3)]) < 60


@pytest.mark.parametrize("said", [" " * 17, "Z" + " " * 16])
def test_boxes_that_nobody_filled_in_say_nothing(said: str) -> None:
    assert words_in_combs(form_with_combs([said]), 200) == []
