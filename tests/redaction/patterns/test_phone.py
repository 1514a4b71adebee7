"""Telephone numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.patterns.phone import PhoneDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("01632 960 002", ["01632 960 002"]),
        ("01632960002", ["01632960002"]),
        ("(01632) 960002", ["(01632) 960002"]),
        ("0 (1632) 960 002", ["0 (1632) 960 002"]),
        ("+44 (0)7700 900123", ["+44 (0)7700 900123"]),
        ("+44 7700 900123", ["+44 7700 900123"]),
        ("(+44) 7700 900 123", ["(+44) 7700 900 123"]),
        ("0044 1632 960002", ["0044 1632 960002"]),
        ("07700-900-123", ["07700-900-123"]),
        ("07700.900.123", ["07700.900.123"]),
        ("01632 - 960 002", ["01632 - 960 002"]),
        ("07 700 900 123", ["07 700 900 123"]),
        ("0 7 7 0 0 9 0 0 1 2 3", ["0 7 7 0 0 9 0 0 1 2 3"]),
        ("+44\n(0)7700 900122", ["+44\n(0)7700 900122"]),
        ("tel.01632 960002", ["01632 960002"]),
        ("020 7946 0123", ["020 7946 0123"]),
        ("01632/960002", ["01632/960002"]),
        ("01632\n960002", ["01632\n960002"]),
        ("01632 960001\n01632 960002", ["01632 960001", "01632 960002"]),
        # Letters read for figures.
        ("O1632 96OOO2", ["O1632 96OOO2"]),
        ("077Q0 9O0123", ["077Q0 9O0123"]),
        # A desk's number belongs to it.
        ("01632 960002 ext 214", ["01632 960002 ext 214"]),
        ("01632 960002 x214", ["01632 960002 x214"]),
        ("ext. 2214", ["ext. 2214"]),
        # A part of one, where a telephone is spoken of.
        ("tel 960002", ["960002"]),
        ("ring 960 002", ["960 002"]),
        ("would like to be rung on 7946 0123", ["7946 0123"]),
        ("Mob: 7700 900123", ["7700 900123"]),
        ("call her on 7946 0123", ["7946 0123"]),
        ("tel 960 002, again 960 002", ["960 002", "960 002"]),
        ("Mobile: 723 813 266", ["723 813 266"]),
        ("my number would be like 496 0796", ["496 0796"]),
        ("her number should be 960 002", ["960 002"]),
        ("rang on 0770 090\n0123.", ["0770 090\n0123"]),
        ("+1-903-140-4508x769", ["+1-903-140-4508x769"]),
        ("+41 (0)96 471 07 95", ["+41 (0)96 471 07 95"]),
        ("her uncle is on +48 601 123 456", ["+48 601 123 456"]),
    ],
)
def test_telephone_numbers_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PhoneDetector(), text) == [(words, "ask") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "0.123456789, case 2026-0012345, 943 476 5870",
        "01/02/2019 10:30",
        "01.02.2019 10.30",
        "07 12 2019 1030",
        "rang 999, then 111",
        "rang on 12 March 2019",
        "rang on 12-03-2019, called 12.3.19 and 2019-03-12",
        "rang 12 03 2019, text 2019 to 2020",
        "called in 2018-2019 and 2019 2020",
        "£01632960002",
        "Contact 2 2015-05-01 rang",
        "number 960002",
        "the number would be like 960002",
        "my first number might be 4 or 5",
        "the extension 2019 was built",
        "a ring of 12 people",
        "01632",
        "1.01632960002",
    ],
)
def test_other_numbers_are_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(PhoneDetector(), text) == []


@pytest.mark.parametrize(
    "written",
    [
        "+44 (0)1632 960001",
        "01632 960 001 ext 12",
        "O1632 96O001",
        "(+44) 1632 960001",
        "01632/960001",
    ],
)
def test_the_subjects_own_number_is_shown_however_it_is_written(
    written: str, roster: Roster, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PhoneDetector(), f"on {written}.", roster) == [(written, "show")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Tel: Northmoor 960002", "960002"),
        ("Gran's number is 960 002", "960 002"),
        ("Can be reached on 960002.", "960002"),
        ("960002 (home)", "960002"),
        ("H: 960002", "960002"),
    ],
)
def test_a_part_is_seen_where_words_say_that_it_is_one(
    text: str, number: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PhoneDetector(), text) == [(number, "ask")]


def test_a_second_number_behind_the_first_is_seen(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    numbers = [("01632 960002", "ask"), ("960003", "ask")]
    assert seen(PhoneDetector(), "01632 960002 or 960003") == numbers


def test_what_the_roster_lists_is_known_without_the_figures_before_it(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    roster = Roster("p1", (Person("p2", "Jo Lowe", phones=("01632 960142",)),))
    assert seen(PhoneDetector(), "Jo Lowe  aunt  960 142", roster) == [("960 142", "redact")]
    assert seen(PhoneDetector(), "Jo Lowe  aunt  960 143", roster) == []
    own = Roster("p1", (Person("p1", "Kay Marsh", phones=("01632 960142",)),))
    assert seen(PhoneDetector(), "Meter 960142", own) == [("960142", "ask")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A spreadsheet keeps a number, and neither its first 0 nor its plus.
        (
            "A B C\n1 Name Phone Mobile Tel (home) Case no\n2 Ada Hill 7700900555 447700900556 "
            "1632960999 5551234567\n3 Bo\nLi\n1632 960 733 7700900613.0 207 12345678",
            ["7700900555", "447700900556", "1632960999", "1632 960 733", "7700900613.0"],
        ),
        ("A\nB\n1 Name Phone 2 Ada Hill 7700900613 3 Bo Li 441632960733",
         ["7700900613", "441632960733"]),
        ("1 Contacts\n2 Name TEL\n3 Ada Hill 2079460123", ["2079460123"]),
    ],
)  # fmt: skip
def test_numbers_without_their_nought_are_seen_in_a_column_of_telephones(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PhoneDetector(), text) == [(words, "ask") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "1 Name Case no\n2 Ada Hill 7700900555\n3 Bo Li 1632960999",
        "1 Date Entry\n2 01/02/2015 Phone call made\n3 02/02/2015 Case 1632960999",
        "1 Name Phone Cost\n2 Ada Hill lives above the shop by the sea wall £1632960999 7160.1",
    ],
)
def test_figures_in_other_columns_stay(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PhoneDetector(), text) == []


def test_whose_number_without_its_nought_it_is_decides(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    people = (
        Person("p1", "Kayleigh Marsh", Standing.SUBJECT, phones=("07700 900 555",)),
        Person("p2", "Dean Marsh", relation="father", phones=("01632 960 999",)),
    )
    text = "1 Name Phone\n2 Kayleigh 7700900555\n3 Dean 441632960999"
    assert seen(PhoneDetector(), text, Roster("p1", people)) == [
        ("7700900555", "show"),
        ("441632960999", "redact"),
    ]


def test_a_number_that_is_called_a_patients_is_no_telephone(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    assert seen(PhoneDetector(), "CHI 090111 0013") == []
    assert seen(PhoneDetector(), "NHS phone 01632 960142") == [("01632 960142", "ask")]
