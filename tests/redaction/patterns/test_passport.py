"""Passport numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.passport import PassportDetector

LINE = "9250764733GBR8809117F2007162<<<<<<<<<<<<<<08"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Passport number: 925076473", [("925076473", "redact")]),
        ("British passport no. 925 076 473", [("925 076 473", "redact")]),
        ("Polish passport EA1234567", [("EA1234567", "redact")]),
        ("her passport (925076473) was kept", [("925076473", "redact")]),
        (f"P<GBRMARSH<<KAYLEIGH\n{LINE}", [("P<GBRMARSH<<KAYLEIGH", "ask"), (LINE, "redact")]),
    ],
)
def test_passport_numbers_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PassportDetector(), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "925076473",
        "passport issued in 2019",
        "a passport photograph costs 1250",
        "passport to 2029",
        "Name | Passport | Paid\n\nJo Cole | 925076473",
    ],
)
def test_what_nobody_calls_one_is_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PassportDetector(), text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Passport held by mum, 925076473.",
        "Passport (British) 925 076 473 seen",
        "passport sighted and copied: 925076473",
        "Her passport expires in May; the number is 925076473.",
        "ID seen: 925076473 (passport)",
        "PP No 925076473",
        "Pass port 925 076 473",
        "Passport seen 12/6/19: 925076473",
        "Name | Passport | Issued\nJo Cole | 925076473 | 2015\n",
        "BRP: 925076473",
        "Passport\nHeld by Chantelle, no. 925076473. Jo has none.",
        "National identity card 925076473",
    ],
)
def test_one_is_seen_where_other_words_stand_between(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    [(number, propose)] = seen(PassportDetector(), text)
    assert (number.replace(" ", ""), propose) == ("925076473", "redact")


@pytest.mark.parametrize(
    "text",
    ["No passport. The meter read 925076473.", "passport office, Quay House, 125 Quay Street"],
)
def test_other_numbers_are_none_though_one_is_spoken_of(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PassportDetector(), text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Copy passports (062692203, 072350204) are", ["062692203", "072350204"]),
        ("Passport nos 533401372 / 533401380", ["533401372", "533401380"]),
        ("passports: Kelly 533401372, Dean 533401380", ["533401372", "533401380"]),
        ("passports - 533401372 and 533401380", ["533401372", "533401380"]),
    ],
)
def test_each_of_several_is_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PassportDetector(), text) == [(number, "redact") for number in found]
