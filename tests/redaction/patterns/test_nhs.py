"""NHS numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.findings import Page, Strength
from recordkeeping.disclosure.people import Roster
from redaction.detectors.patterns.nhs import NhsDetector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("No 943 476 5870 is hers", [("943 476 5870", "redact")]),
        ("9434765870", [("9434765870", "redact")]),
        ("nhs num 943/476/5870", [("943/476/5870", "redact")]),
        ("943-476-5870", [("943-476-5870", "redact")]),
        ("943\u00a0476\u00a05870", [("943\u00a0476\u00a05870", "redact")]),
        ("NHS No. 943.476.5870", [("943.476.5870", "redact")]),
        ("NHS number: 943 476\n5870", [("943 476\n5870", "redact")]),
        ("NHS No: 9 4 3 4 7 6 5 8 7 0", [("9 4 3 4 7 6 5 8 7 0", "redact")]),
        ("NHS no 943 476 587O", [("943 476 587O", "redact")]),
        ("Her NHS number is 401 023 2137.", [("401 023 2137", "redact")]),
        ("Closed; 94347 65870 checked.", [("94347 65870", "redact")]),
        # Called one, and mistyped: a person looks.
        ("NHS number: 943 476 5871", [("943 476 5871", "ask")]),
        ("N.H.S. 943 476 587", [("943 476 587", "ask")]),
        ("NHS: 943 476 58701", [("943 476 58701", "ask")]),
        # Told once, it is the same number again.
        (
            "NHS no. 943 476 5871. Later: 943 476 5871.",
            [("943 476 5871", "ask"), ("943 476 5871", "ask")],
        ),
    ],
)
def test_nhs_numbers_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(NhsDetector(), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "order 943 476 5871",
        "order no. 943 476 5870",
        "invoice 9434765870",
        "01632 960 001",
        "4444444444",
        "94347 65871 of another kind",
        "account 94347 65870",
        "102 345 6787 is no number of England",
        "case 2026-9434765870",
        "ref 12.9434765870",
        "943/476/5871 without its check",
        "NHS Trust, 12 beds, 340 staff",
        "19434765870 and 94347658701",
        "+9434765870",
    ],
)
def test_other_numbers_of_ten_digits_are_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(NhsDetector(), text) == []


def test_a_check_digit_that_holds_makes_it_certain() -> None:
    right, wrong = NhsDetector().find(Page(1, "NHS 943 476 5870, NHS 943 476 5871"), Roster(""))
    assert (right.strength, wrong.strength) == (Strength.CERTAIN, Strength.SEEN)
