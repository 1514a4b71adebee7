"""Bank accounts: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.bank import BankDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sort code 12-34-56", ["12-34-56"]),
        ("sort code: 123456, account no. 12345678", ["123456", "12345678"]),
        ("paid into 12-34-56 12345678", ["12-34-56", "12345678"]),
        ("a/c 1234 5678", ["1234 5678"]),
        ("Account number 12345678 and 12345678", ["12345678", "12345678"]),
        ("GB82 WEST 1234 5698 7654 32", ["GB82 WEST 1234 5698 7654 32"]),
        ("gb82west12345698765432", ["gb82west12345698765432"]),
        ("GB82 WEST 1234 5698 7654 32 AND MORE", ["GB82 WEST 1234 5698 7654 32"]),
        ("card 4111 1111 1111 1111", ["4111 1111 1111 1111"]),
        ("roll number AB-1234567", ["AB-1234567"]),
        ("PL61 1090 1014 0000 0712 1981 2874", ["PL61 1090 1014 0000 0712 1981 2874"]),
    ],
)
def test_accounts_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(BankDetector(), text) == [(words, "redact") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "12-34-56 and 12345678",
        "on 12-03-19 she came",
        "4111 1111 1111 1112",
        "0000 0000 0000 0000",
        "her account of 2019",
        "on account of 12 people",
        "GB12 is a sign of something",
        "AB12 THE 3RD 4TH 5TH AND 6TH",
    ],
)
def test_other_numbers_are_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(BankDetector(), text) == []


def test_an_iban_whose_sum_fails_is_asked_about(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    wrong = "GB82 WEST 1234 5698 7654 33"
    assert seen(BankDetector(), f"IBAN {wrong}") == [(wrong, "ask")]
