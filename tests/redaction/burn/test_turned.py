"""Words that run up or down a page lose what was removed, and nothing of the lines beside them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
import pytest

from recordkeeping.disclosure.release import ProvenDocument

LINES = (
    "On Monday the warden wrote it down.",
    "Then Zephyrine went home with her.",
    "On Tuesday the lamp was mended.",
)


def _set(matrix: str, places: list[tuple[int, int]]) -> str:
    return " ".join(
        f"BT /F1 12 Tf {matrix} {x} {y} Tm ({line}) Tj ET"
        for line, (x, y) in zip(LINES, places, strict=True)
    )


@pytest.mark.parametrize(
    ("content", "turn"),
    [
        (_set("0 1 -1 0", [(40, 30), (56, 30), (72, 30)]), 0),
        (_set("0 -1 1 0", [(72, 280), (56, 280), (40, 280)]), 0),
        (_set("1 0 0 1", [(40, 200), (40, 184), (40, 168)]), 90),
        (_set("1 0 0 1", [(40, 200), (40, 184), (40, 168)]), 270),
        (_set("0 1 -1 0", [(40, 30), (56, 30), (72, 30)]), 90),
    ],
    ids=["upwards", "downwards", "a page turned right", "a page turned left", "landscape"],
)
def test_lines_beside_a_removed_name_stay_whole(
    content: str,
    turn: int,
    form: Callable[..., bytes],
    released: Callable[..., ProvenDocument],
    words: Callable[[bytes], str],
) -> None:
    proven = released(form(content, Rotate=turn), "Zephyrine")
    assert proven.pages_as_images == ()
    said = words(proven.pdf)
    for line in (LINES[0], "Then", "went home with her.", LINES[2]):
        assert line in said
    assert "Zephyrine" not in said


def test_a_box_on_words_that_run_upwards_takes_white_space_along_them(
    form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    content = "BT /F1 12 Tf 0 1 -1 0 60 60 Tm (Zephyrine) Tj ET"
    wide, long = _painted(released(form(content), "Zephyrine").pdf)
    assert wide < 17
    assert long / (2 * wide / 1.17) == pytest.approx(round(long / (2 * wide / 1.17)), abs=0.02)


def _painted(pdf: bytes) -> tuple[float, float]:
    """Return how wide and how high the one box of the first page is."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        [content] = opened.pages[0].obj.Contents
        _, box, _ = content.read_bytes().decode().split("\n%\n")
    corners = [(float(x), float(y)) for x, y in re.findall(r"(\S+) (\S+) [ml]\b", box)]
    xs, ys = zip(*corners, strict=True)
    return max(xs) - min(xs), max(ys) - min(ys)
