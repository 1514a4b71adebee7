"""CHI numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.chi import ChiDetector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CHI 0102901236", [("0102901236", "redact")]),
        ("CHI number: 010290 1236", [("010290 1236", "redact")]),
        ("C.H.I. no 0102901236", [("0102901236", "redact")]),
        ("seen at Raigmore, 0102901236", [("0102901236", "redact")]),
        ("310599 5552 (CHI)", [("310599 5552", "redact")]),
        ("Community Health Index no. 01 02 90 1236", [("01 02 90 1236", "redact")]),
        ("CHI: 0102901237", [("0102901237", "ask")]),
        ("CHI: 9902901236", [("9902901236", "ask")]),
    ],
)
def test_chi_numbers_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(ChiDetector(), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "0102901237",  # the check digit fails
        "9434765919",  # no date: England's
        "3102995552",  # no such day
        "tel 0102901236",
        "Chi 0102901237 is a Greek letter's number",
        "01/02/1990 12:36",
        "ref 10102901236",
    ],
)
def test_other_numbers_are_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(ChiDetector(), text) == []
