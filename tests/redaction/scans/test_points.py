"""Letters made of points: what dots draw is read, and dots that draw nothing are no letters."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from recordkeeping.disclosure.release import ProvenDocument
from redaction.reading import read_document
from redaction.scans.doubt import POINTS
from redaction.scans.points import words_of_points
from tests.corpus.paper import sheet
from tests.corpus.points import DRAWN, needled, needles

DPI = 300


def said_by(page: Image.Image) -> str:
    dotted = words_of_points(page, DPI, [], touching=True)
    return " ".join(word.text for word in dotted.words)


def dots_at(places: Sequence[tuple[float, float]], reach: float = 0.7) -> Image.Image:
    """Return a page, 300 by 200 points, with round dots at these places."""
    unit = DPI / 72
    page = Image.new("L", (round(300 * unit), round(200 * unit)), 255)
    brush = ImageDraw.Draw(page)
    for x, y in places:
        brush.circle((x * unit, y * unit), reach * unit, fill=0)
    return page


@pytest.mark.parametrize(("step", "dot"), [(1.6, 1.0), (1.8, 1.3), (3.0, 1.0), (6.0, 1.2)])
def test_a_name_in_dots_is_read_however_far_they_stand_apart(step: float, dot: float) -> None:
    page = needled(["Zephyrine Quaxley", "are here all year"], DPI, step, dot)
    assert "Zephyrine" in said_by(page)
    assert "here all year" in said_by(page)


def test_a_word_in_dots_stands_where_its_dots_do() -> None:
    page = needled(["Quaxley"], DPI, 3.0, 1.2)
    [word] = words_of_points(page, DPI, [], touching=False).words
    assert word.text == "Quaxley"
    # 30 points from the left and the top; seven letters of six steps, nine rows with the y's.
    assert word.box == pytest.approx((29, 29, 152, 55), abs=4)


ORDINARY = {
    "leaders": [(20 + 3 * x, 20 + 12 * y) for y in range(12) for x in range(80)],
    "close leaders": [(20 + 2 * x, 20 + 8 * y) for y in range(12) for x in range(100)],
    "a frame": [
        (20 + 3 * x, 20 + 3 * y)
        for x in range(60)
        for y in range(40)
        if x in (0, 59) or y in (0, 39)
    ],
    "a grid": [(20 + 5 * x, 20 + 5 * y) for x in range(50) for y in range(30)],
    "bullets": [(20 + 100 * x, 20 + 10 * y) for x in range(3) for y in range(17)],
    "a few": [(20 + 7 * x, 20 + 11 * (x % 3)) for x in range(15)],
}


@pytest.mark.parametrize("what", ORDINARY)
def test_dots_that_draw_no_letters_say_nothing(what: str) -> None:
    dotted = words_of_points(dots_at(ORDINARY[what]), DPI, [], touching=True)
    assert dotted.words == []
    assert not dotted.drawn


def test_specks_of_a_poor_scan_say_nothing() -> None:
    specks = np.random.default_rng(3).uniform((0, 0), (300, 200), (900, 2))
    dotted = words_of_points(dots_at(specks.tolist(), 0.4), DPI, [], touching=True)
    assert dotted.words == []
    assert not dotted.drawn


# Letters that no machine reads: a person must be told of them.
UNKNOWN = [((7 * x + 3 * y) % 5, x, y) for x in range(40) for y in range(9)]


def test_dots_that_may_be_letters_and_are_not_read_are_told() -> None:
    drawn = "\n".join(DRAWN["circles"](40 + 4 * x, 150 - 4 * y) for odd, x, y in UNKNOWN if odd < 2)
    told = [gap.because for gap in read_document(sheet(drawn.encode() + b"\n")).gaps]
    assert POINTS in told


@pytest.mark.parametrize("how", DRAWN)
def test_dots_that_drew_a_name_are_gone(how: str, released: Callable[..., ProvenDocument]) -> None:
    places = [(40 + 3.2 * x, 150 - 3.2 * y) for x, y in needles("Quaxley")]
    drawn = "\n".join(DRAWN[how](round(x, 2), round(y, 2)) for x, y in places)
    pdf = released(sheet(drawn.encode() + b"\n"), "Quaxley").pdf
    assert pdf is not None
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    page = np.asarray(document[0].render(scale=4).to_pil().convert("L")).astype(int)
    document.close()
    # Where a dot was it is as light as two points beside it, halfway to where the next may stand.
    at = np.array([(4 * (300 - y), 4 * x) for x, y in places]).round().astype(int)
    inside = at[(at[:, 1] > 4 * 60) & (at[:, 1] < 4 * 150)]
    difference = page[inside[:, 0], inside[:, 1]] - page[inside[:, 0] + 6, inside[:, 1] + 6]
    assert abs(float(np.median(difference))) < 8
