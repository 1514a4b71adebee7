"""Dots left on a released page that draw a name: the proof reads them, whatever makes them."""

from __future__ import annotations

import pytest

from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.prove import weigh
from redaction.reading import read_document
from tests.corpus.paper import UNNAMED, sheet
from tests.corpus.points import DRAWN, needles

PLACES = [(round(40 + 3.2 * x, 2), round(150 - 3.2 * y, 2)) for x, y in needles("Zephyrine")]
FULL_STOPS = "BT /F 18 Tf {} ET".format(
    " ".join(f"1 0 0 1 {x - 2.5:.2f} {y} Tm (.) Tj" for x, y in PLACES)
)
LEFT = {how: "\n".join(draw(x, y) for x, y in PLACES) for how, draw in DRAWN.items()}
LEFT["full stops"] = FULL_STOPS
ELSEWHERE = Area(1, (100, 50, 150, 64))


@pytest.mark.parametrize("picture", [(), (1,)], ids=["rewritten", "picture"])
@pytest.mark.parametrize("how", LEFT)
def test_a_name_in_dots_that_nobody_removed_is_read(how: str, picture: tuple[int, ...]) -> None:
    source = read_document(sheet(LEFT[how].encode() + b"\n", seen=UNNAMED)).pdf
    verdict = weigh(burn(source, [ELSEWHERE], picture).pdf, source, [ELSEWHERE], ["Zephyrine"])
    assert "ocr" in {leak.reader for leak in verdict.leaks}
