"""Names that stand in no line are read by the proof, as drawn and as they stand."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from redaction.burn.burning import burn
from redaction.prove import weigh
from redaction.reading import read_document
from redaction.removing import remove

NAME = "Zephyrine"
Paper = Callable[[Callable[[Canvas], None]], bytes]


def round_a_stamp(order: Sequence[int]) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 280, "Visit on Tuesday; it was a calm and pleasant afternoon.")
        for number in order:
            turn = math.radians(20 * number)
            canvas.saveState()
            canvas.translate(200 + 70 * math.sin(turn), 150 + 70 * math.cos(turn))
            canvas.rotate(-20 * number)
            canvas.drawString(0, 0, NAME[number])
            canvas.restoreState()

    return draw


def up_a_stair(canvas: Canvas) -> None:
    canvas.drawString(50, 280, "Visit on Tuesday; it was a calm and pleasant afternoon.")
    for number in IN_DISORDER:
        canvas.drawString(60 + 12 * number, 80 + 9 * number, NAME[number])


IN_ORDER, IN_DISORDER = range(9), (4, 0, 7, 2, 8, 5, 1, 6, 3)


@pytest.mark.parametrize(
    ("draw", "as_pictures"),
    [
        pytest.param(round_a_stamp(IN_ORDER), (1,), id="circle-in-a-picture"),
        pytest.param(round_a_stamp(IN_DISORDER), (1,), id="circle-in-disorder-in-a-picture"),
        pytest.param(round_a_stamp(IN_DISORDER), (), id="circle-in-disorder"),
        pytest.param(up_a_stair, (), id="stair-in-disorder"),
    ],
)
def test_a_name_that_stands_in_no_line_is_read(
    draw: Callable[[Canvas], None], as_pictures: tuple[int, ...], paper: Paper
) -> None:
    source = read_document(paper(draw)).pdf
    verdict = weigh(burn(source, [], as_pictures).pdf, source, [], [NAME])
    assert verdict.pictures == as_pictures
    seen = [leak for leak in verdict.leaks if leak.reader == "orders"]
    assert [(leak.term, leak.page) for leak in seen] == [(0, 1)]
    assert len(seen[0].places) >= 9


def test_what_stands_in_no_line_is_removed_from_a_picture_that_nobody_found_it_on(
    paper: Paper,
) -> None:
    source = read_document(paper(round_a_stamp(IN_DISORDER))).pdf
    proven = remove(source, [], [NAME], 0)
    assert proven.pages_as_images == (1,)
    areas = [place for page in proven.record["pages"] for place in page["removed_there"]]  # type: ignore[attr-defined]
    assert len(areas) >= 9


@pytest.mark.parametrize("as_pictures", [(), (1,)], ids=["rewritten", "picture"])
def test_words_in_lines_say_no_name_that_nobody_wrote(
    as_pictures: tuple[int, ...], paper: Paper
) -> None:
    source = read_document(paper(table)).pdf
    verdict = weigh(burn(source, [], as_pictures).pdf, source, [], ["Ivo Marsh", "home Lee"])
    assert verdict.against == ()


def table(canvas: Canvas) -> None:
    for number, words in enumerate(("Zephyrine", "was", "Ivo", "at", "home", "Marsh", "so", "Lee")):
        canvas.drawString(60 + 90 * (number % 2), 250 - 40 * (number // 2), words)


def test_letters_that_spell_initials_from_their_end_are_no_leak(paper: Paper) -> None:
    def draw(canvas: Canvas) -> None:
        for letter, x in zip("follow.", (60, 67, 74, 81, 95, 102, 116), strict=True):
            canvas.drawString(x, 150, letter)

    source = read_document(paper(draw)).pdf
    verdict = weigh(burn(source, []).pdf, source, [], ["WO"])
    assert verdict.against == ()


@pytest.mark.parametrize("as_pictures", [(), (1,)], ids=["rewritten", "picture"])
@pytest.mark.parametrize(
    ("level", "terms"), [(153.6, [0]), (148.6, [])], ids=["struck", "underlined"]
)
def test_a_name_is_read_without_what_is_struck_out_in_it(
    level: float, terms: list[int], as_pictures: tuple[int, ...], paper: Paper
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 150, "met ZeXXphyrine at noon")
        left = 50 + stringWidth("met Ze", "Helvetica", 12)
        canvas.line(left, level, left + stringWidth("XX", "Helvetica", 12), level)

    source = read_document(paper(draw)).pdf
    verdict = weigh(burn(source, [], as_pictures).pdf, source, [], [NAME, "Zep"])
    seen = [leak.term for leak in verdict.leaks if leak.reader == "orders"]
    assert seen == terms
    assert all(leak.places for leak in verdict.leaks if leak.reader == "orders")
