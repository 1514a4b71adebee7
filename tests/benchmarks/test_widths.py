"""What a place tells of a name is told as it is over all names, not over the measured ones."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.widths import _bits


def test_a_rare_name_that_tells_everything_weighs_as_much_as_it_is_rare() -> None:
    widths = np.array([10.0] * 511 + [11.0] * 512 + [90.0])
    measured = np.array([90.0, 10.0, 11.0])
    places = np.array([[5.0], [0.0], [0.0]])  # only the widest moves what stays
    told = _bits(widths, measured, places, blur=0.02)
    assert told["told_wholly"] == 1
    assert told["most_bits"] == 10.0
    assert told["bits"] == pytest.approx(10 / 1024, abs=0.002)


def test_names_that_each_leave_another_place_are_told_wholly() -> None:
    widths = np.array([10.0, 20.0, 30.0, 40.0])
    told = _bits(widths, widths, widths[:, None], blur=0.02)
    assert (told["bits"], told["told_wholly"]) == (2.0, 4)
