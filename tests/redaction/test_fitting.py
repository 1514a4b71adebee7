"""Where the letters of a word part, in ink."""

import numpy as np
import pytest

from redaction.fitting import Fitted, Ink, with_stop_apart


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
    assert with_stop_apart(ink_of(*inked), fit, last).edges == (9, edge, 50)
