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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sc:309412 acc:01928374", ["309412", "01928374"]),
        ("srt cd 30 94 12", ["30 94 12"]),
        ("Sort Code: 3 0 - 9 4 - 1 2", ["3 0 - 9 4 - 1 2"]),
        ("Account Number: 0 1 9 2 8 3 7 4", ["0 1 9 2 8 3 7 4"]),
        ("a/c no. 12345678 sort 12.34.56", ["12345678", "12.34.56"]),
        ("Acc. No. 21345678 Sort code 40/12/09", ["21345678", "40/12/09"]),
        ("my bank details are 30 94 12 and then 0192 8374", ["30 94 12", "0192 8374"]),
        ("Bank details 309412 01928374", ["309412", "01928374"]),
        ("Midland, 40-12-09, a/c D. Marsh 21345678", ["40-12-09", "21345678"]),
        ("a/c of Dean Marsh 21345678", ["21345678"]),
        ("Ac/No 21345678", ["21345678"]),
        ("Post Office bank book no. 1234 567", ["1234 567"]),
        ("TSB passbook no 12345678", ["12345678"]),
        ("Giro account 123 4567", ["123 4567"]),
        ("Girobank a/c 12 345 6789", ["12 345 6789"]),
        ("Credit union a/c 20456", ["20456"]),
        ("Payee | Sort code | Account no\nD Marsh | 309412 | 01928374", ["309412", "01928374"]),
        ("Name\tAcct No\tPaid\nJ Bell\t01928374\t12\nT Reed\t7654321\t9", ["01928374", "7654321"]),
    ],
)  # fmt: skip
def test_accounts_as_people_write_them_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(BankDetector(), text) == [(w, "redact") for w in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("card number 4929 1234 5678 9012", "4929 1234 5678 9012"),
        ("DD from account ending 8374", "8374"),
        ("her card ending in 8374 was used", "8374"),
    ],
)
def test_what_may_be_of_an_account_is_asked_about(
    text: str, found: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(BankDetector(), text) == [(found, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "sorted 12.05.09 by Mr Hart",
        "things to sort 12.05.09",
        "12 05 09 and then 0192 8374",
        "account of 12 345 people",
        "an account ending 12 May",
        "account ending 2009-10",
        "the account ending 31/03/09",
        "Reference | Account notes | Visit\nA | 30/09/2012 | 12-05-09",
        "card 4929 1234 5678 9012",
        "giro for £34.50, book 3",
    ],
)
def test_days_and_counts_are_no_account(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(BankDetector(), text) == []
