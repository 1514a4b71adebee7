"""References: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.people import Person, Roster
from redaction.detectors.patterns.reference import ReferenceDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Crime ref: 42/1234/19", ["42/1234/19"]),
        ("crime reference number AB/0012345/19", ["AB/0012345/19"]),
        ("occurrence no. 54190012345", ["54190012345"]),
        ("PNC ID 01/123456F", ["01/123456F"]),
        ("2001/0123456F", ["2001/0123456F"]),
        ("CRO: 12345/01T", ["12345/01T"]),
        ("case no. NE19C00123", ["NE19C00123"]),
        ("applications (nos. 2265/07 and 2266/07)", ["2265/07", "2266/07"]),
        ("the order in NE19C00123", ["NE19C00123"]),
        ("application no. 36244/06", ["36244/06"]),
        ("application nos. 36244/06 and 36245/06", ["36244/06", "36245/06"]),
        ("an application (no. 18403/91)", ["18403/91"]),
        ("Our ref: CS/KM/1234", ["CS/KM/1234"]),
        ("Ref KM1234", ["KM1234"]),
        ("Mosaic ID 1234567", ["1234567"]),
        ("LCS 1234567", ["1234567"]),
        ("file reference number LD 12345", ["LD 12345"]),
        ("Occurrence: 1900412233", ["1900412233"]),
        ("police Incident PS-20190614-3321", ["PS-20190614-3321"]),
        ("CAD 3312", ["3312"]),
        ("Log 482 of 29/8", ["482 of 29/8"]),
        ("Niche 19*412233", ["19*412233"]),
        ("MRN: 55667788", ["55667788"]),
        ("DWP claim 7766554", ["7766554"]),
        ("HMP Hull A4417FK", ["A4417FK"]),
        ("Our ref: CS/KM/1234. See CS/KM/1234.", ["CS/KM/1234", "CS/KM/1234"]),
    ],
)
def test_references_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(ReferenceDetector(), text) == [(words, "ask") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "our reference group of 12 met",
        "case number 3 of 5",
        "with reference to 12/03/2019",
        "ref: 12/03/2019",
        "reference was made in 2019",
        "2001/0123456A",
        "the case of 2019",
        "file no longer held",
        "[2019] EWFC 12",
        "referred on 12.03.2019 at 10.30",
        "in 2018/19",
        "My number is 07700 900129.",
    ],
)
def test_what_is_none_is_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(ReferenceDetector(), text) == []


def test_a_reference_is_its_owners_whatever_the_roster_calls_it(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    people = (
        Person("p1", "Kayleigh Marsh", identifiers=(("mosaic", "1234567"),)),
        Person("p2", "Dean Hart", identifiers=(("police", "42/1234/19"),)),
    )
    text = "LCS 1234567, crime ref 42 / 1234 / 19, file no. 7654321"
    assert seen(ReferenceDetector(), text, Roster("p1", people)) == [
        ("1234567", "show"),
        ("42 / 1234 / 19", "redact"),
        ("7654321", "ask"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Incident 2019-20 and log 14.",
        "Claim 12000 if you can.",
        "Log 2 of 3, CAD officer, incident 1430 hrs.",
        "Incident 14/06/2019. Log: 12/3/2019 14:30",
        "Claim for 250000 pounds, incident 100000 times",
        "Crime: 01632 960142",
    ],
)
def test_counts_and_days_behind_a_kind_are_no_number_of_it(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(ReferenceDetector(), text) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("HMP Hull, TF4123", "TF4123"),
        ("Case number: NM 12 C 00345", "NM 12 C 00345"),
        ("in the Crown Court T20097123", "T20097123"),
        ("County court case 9401234", "9401234"),
        ("rent a/c 1023456-01", "1023456-01"),
        ("Gas a/c 850 012 345 678", "850 012 345 678"),
        ("CHB 12345678 AB", "12345678 AB"),
        ("Log 234 of 12 May", "234 of 12 May"),
        ("LAC no 10456", "10456"),
        ("Admission no. 004512", "004512"),
        ("Adm No: 4512", "4512"),
        ("PPN 1123456", "1123456"),
        ("custody record NM/1234/09", "NM/1234/09"),
        ("Hosp. No A 123456", "A 123456"),
        ("UCR 01/NM/1234/09", "01/NM/1234/09"),
        ("SSID 1234567", "1234567"),
        ("ARC ASC/12/34567", "ASC/12/34567"),
        ("Electoral no ND/1234", "ND/1234"),
        ("Works no. 4417", "4417"),
        ("Army no 24123456", "24123456"),
        ("Ration book no. ABCD 123 4", "ABCD 123 4"),
        ("National Registration KRBA 123 4", "KRBA 123 4"),
        ("Crime report 0512345/09", "0512345/09"),
    ],
)
def test_numbers_of_old_and_small_registers_are_asked_about(
    text: str, number: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(ReferenceDetector(), text) == [(number, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "HMP Hull, visit of 12 May",
        "an exhibit at the museum in 2009",
        "exhibit KM/4, 16/06/21",  # initials are for those who know whose they are
        "the exhibit was 12 feet long",
        "his works no longer open; 4417 sold",
        "army camp 1944",
        "rent account of £34.50",
        "The service number one priority",
        "A log of 12 visits",
        "the rent account 12/05/2009",
        "ration book seen 12/05/1949",
        "admission no later than 12/05/2009",
        "Court no 3 at 10.30",
        "Class T2009 began",
    ],
)
def test_what_stands_behind_such_words_and_is_no_number_stays(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(ReferenceDetector(), text) == []
