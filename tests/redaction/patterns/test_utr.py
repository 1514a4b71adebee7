"""Unique taxpayer references: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.utr import UtrDetector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UTR 1955839661", [("1955839661", "redact")]),
        ("UTR: 19558 39661", [("19558 39661", "redact")]),
        ("Unique Taxpayer Reference number 4345678912", [("4345678912", "redact")]),
        ("tax reference 1955839661K", [("1955839661K", "redact")]),
        ("HMRC ref: 1955839661", [("1955839661", "redact")]),
        ("UTR 2955839661", [("2955839661", "ask")]),
    ],
)
def test_taxpayer_references_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(UtrDetector(), text) == expected


@pytest.mark.parametrize("text", ["1955839661", "UTR not known", "council tax of 1955", "UTR 12"])
def test_what_nobody_calls_one_is_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(UtrDetector(), text) == []


@pytest.mark.parametrize(
    "text",
    [
        "his UTR, which is 1123456789",
        "UTR for the fostering business is 11234 56789",
        "foster carer's UTR (1123456789)",
        "Registered as self-employed, 1123456789 (UTR)",
    ],
)
def test_one_is_seen_where_other_words_stand_between(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert [propose for _, propose in seen(UtrDetector(), text)] == ["redact"]


def test_a_sentence_later_another_number_is_none(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    assert seen(UtrDetector(), "She has a UTR. Invoice 1123456780 is paid.") == []


def test_one_whose_check_digit_holds_is_seen_where_taxes_are_spoken_of(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    found = [("1123456789", "redact")]
    assert seen(UtrDetector(), "He is self-employed and has it by heart: 1123456789.") == found
    assert seen(UtrDetector(), "Tax return is due. She will use 1123456789 again.") == found
    assert seen(UtrDetector(), "He has it by heart: 1123456789.") == []
