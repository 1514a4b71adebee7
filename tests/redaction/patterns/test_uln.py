"""Unique learner numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.uln import UlnDetector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ULN: 1023456787", [("1023456787", "redact")]),
        ("Unique learner number 955 839 6612", [("955 839 6612", "redact")]),
        ("learner ref. 1023456787", [("1023456787", "redact")]),
        ("ULN 1023456788", [("1023456788", "ask")]),
        ("ULN 102345678", [("102345678", "ask")]),
        (
            "ULN 1023456787; certificate of 1023456787",
            [("1023456787", "redact"), ("1023456787", "redact")],
        ),
    ],
)
def test_learner_numbers_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(UlnDetector(), text) == expected


@pytest.mark.parametrize("text", ["1023456787", "ULN not held", "a learner of 17", "ULN A 1023"])
def test_what_nobody_calls_one_is_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(UlnDetector(), text) == []
