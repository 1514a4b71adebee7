"""Where the letters of a word part, in ink."""

import numpy as np
import pytest

from redaction.scans.fitting import (
    Fitted,
    Ink,
    fitted,
    with_signs_apart,
    with_strays,
    with_whole_strokes,
)


def ink_of(*inked: tuple[int, int]) -> Ink:
    """Return a line of ink twenty pixels high, with letters from here to there."""
    ink: Ink = np.zeros((20, 100), dtype=np.bool_)
    for start, end in inked:
        ink[4:18, start:end] = True
    return ink


@pytest.mark.parametrize(
    ("inked", "last", "edge"),
    [
        # The stop's part begins before the last letter of the name: "a" and ".".
        ([(10, 20), (30, 42), (46, 49)], ".", 45),
        ([(10, 20), (30, 42), (46, 49)], ",", 45),
        # They touch: the stop keeps no more than a stop is wide.
        ([(10, 20), (30, 49)], ".", 40),
        # Rightly parted, or no stop.
        ([(10, 20), (46, 49)], ".", 28),
        ([(10, 20), (30, 42), (46, 49)], "a", 28),
    ],
)
def test_a_stop_keeps_no_letter_of_the_name_before_it(
    inked: list[tuple[int, int]], last: str, edge: int
) -> None:
    fit = Fitted((9, 0, 50, 20), (9, 28, 50), (False,))
    assert with_signs_apart(ink_of(*inked), fit, ["n", last]).edges == (9, edge, 50)


@pytest.mark.parametrize("guessed", [24, 28, 34, 37])
def test_a_comma_under_the_arm_of_a_letter_keeps_no_part_of_it(guessed: int) -> None:
    """A "y," of which no blank column parts the letter from the comma, guessed within the y."""
    ink = ink_of((10, 20))
    for row in range(4, 12):
        ink[row, 26 + (row - 4) // 2] = ink[row, 36 - (row - 4) // 2] = True
    ink[11, 29:34] = True
    for row in range(12, 20):
        ink[row, 31] = True
    ink[16:19, 35:38] = True  # the comma begins under the arm, which ends at 36
    fit = Fitted((9, 0, 39, 20), (9, 22, guessed, 39), (False, False))
    assert with_signs_apart(ink, fit, ["e", "y", ","]).edges == (9, 22, 37, 39)


@pytest.mark.parametrize(
    ("inked", "first", "edge"),
    [
        # The bracket's part ends behind the first letter of the name: "(" and "N".
        ([(10, 14), (17, 29), (34, 44)], "(", 15),
        ([(10, 13), (17, 29), (34, 44)], "\u2018", 14),
        # Its part ends inside that letter: all of the letter is the name's.
        ([(10, 14), (24, 44)], "(", 15),
        # Rightly parted, or no sign.
        ([(10, 14), (34, 44)], "(", 28),
        ([(10, 14), (17, 29), (34, 44)], "n", 28),
    ],
)
def test_a_bracket_keeps_no_letter_of_the_name_behind_it(
    inked: list[tuple[int, int]], first: str, edge: int
) -> None:
    fit = Fitted((9, 0, 46, 20), (9, 28, 46), (False,))
    assert with_signs_apart(ink_of(*inked), fit, [first, "N"]).edges == (9, edge, 46)


@pytest.mark.parametrize("sign", ["'", "\u2019"])
def test_an_apostrophe_keeps_no_letter_of_the_name_before_it(sign: str) -> None:
    """The "a" of Souza stands in the middle of the part of the apostrophe, which is at its end."""
    ink = ink_of((10, 20), (26, 34), (46, 56))
    ink[4:8, 38:41] = True
    fit = Fitted((9, 0, 58, 20), (9, 22, 23, 43, 58), (False, False, False))
    assert with_signs_apart(ink, fit, ["z", "a", sign, "s"]).edges == (9, 22, 37, 42, 58)


def test_a_hyphen_keeps_no_letter_of_either_name() -> None:
    """The "u" of Olu and the "S" of Smith stand in the part of the hyphen between them."""
    ink = ink_of((10, 20), (24, 34), (38, 42), (46, 56), (60, 70))
    fit = Fitted((9, 0, 72, 20), (9, 22, 58, 72), (False, False))
    assert with_signs_apart(ink, fit, ["u", "-", "m"]).edges == (9, 37, 43, 72)


@pytest.mark.parametrize(
    ("stroke", "border"),
    [
        ((46, 56), 46),  # most of it is the second word's: the "P" of a "P. Nair"
        ((41, 50), 50),  # most of it is the first word's
        ((43, 53), 48),  # as much on either side: two letters that touch
        ((50, 56), 48),  # none of it is the first word's
    ],
)
def test_a_stroke_in_two_words_goes_whole_to_one(stroke: tuple[int, int], border: int) -> None:
    ink = ink_of((12, 20), (24, 36), stroke, (60, 70), (74, 86))
    one = Fitted((10, 2, 48, 20), (10, 22, 48), (False,))
    two = Fitted((48, 2, 88, 20), (48, 72, 88), (False,))
    first, second = with_whole_strokes(ink, [one, two])
    assert (first.box, second.box) == ((10, 2, border, 20), (border, 2, 88, 20))
    assert (first.edges, second.edges) == ((10, 22, border), (border, 72, 88))


def test_only_the_stroke_itself_goes_to_the_other_word() -> None:
    """A comma under the arm of a T is no part of it."""
    ink = ink_of((12, 36), (60, 86))
    ink[4:7, 44:58] = True
    ink[14:19, 42:46] = True
    one = Fitted((10, 2, 48, 20), (10, 40, 48), (False,))
    two = Fitted((48, 2, 88, 20), (48, 72, 88), (False,))
    [second, first] = with_whole_strokes(ink, [two, one])
    assert (first.box[2], second.box[0]) == (44, 44)


def test_a_stroke_between_words_takes_no_letter_of_the_word_that_it_overlaps() -> None:
    """The last letter before a "/" is the name's, though the machine let the two boxes overlap."""
    ink = ink_of((10, 20), (22, 32), (34, 44), (52, 54))
    name, stroke = (10, 4, 53, 18), (49, 2, 55, 20)
    letters = [(10, 4, 20, 18), (22, 4, 32, 18), (34, 4, 53, 18)]
    fits = [fitted(ink, name, letters, [stroke]), fitted(ink, stroke, [stroke], [name])]
    first, second = with_whole_strokes(ink, with_strays(ink, fits))
    assert first.box[2] >= 44
    assert first.edges[-2] < 40
    assert second.box[0] >= 44


@pytest.mark.parametrize(("unread", "end"), [((60, 96), 96), ((80, 96), 59)])
def test_a_word_that_was_read_in_part_goes_on_to_the_next_blank(
    unread: tuple[int, int], end: int
) -> None:
    """A pen's thin line goes on through the blank and what is behind it, which is none of it."""
    ink: Ink = np.zeros((30, 200), dtype=np.bool_)
    for start, stop in [(10, 20), (22, 32), (34, 58), unread, (104, 130)]:
        ink[5:20, start:stop] = True
    ink[12:14, 2:190] = True
    read = Fitted((9, 4, 59, 20), (9, 21, 33, 59), (True, True))
    (fit,) = with_strays(ink, [read])
    assert fit.box[2] >= end
    assert fit.box[2] < 104
