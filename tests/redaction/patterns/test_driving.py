"""Driver numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.driving import DrivingDetector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MARSH753116SM9IJ", [("MARSH753116SM9IJ", "redact")]),
        ("MARSH 753116 SM9IJ 35", [("MARSH 753116 SM9IJ 35", "redact")]),
        ("marsh753116sm9ij", [("marsh753116sm9ij", "redact")]),
        ("FOX99 703235 D99XX", [("FOX99 703235 D99XX", "redact")]),
        ("driving licence number: 12345678", [("12345678", "redact")]),
        ("DVA no 12345678", [("12345678", "redact")]),
    ],
)
def test_driver_numbers_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(DrivingDetector(), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "MARSH733116SM9IJ",  # no month 33
        "MARSH753996SM9IJ",  # no day 99
        "M9RSH753116SM9IJ",  # a figure before the end of the surname
        "MARSH753116SM9IJX",
        "12345678",
        "driving licence since 2015",
    ],
)
def test_what_has_another_structure_is_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(DrivingDetector(), text) == []
