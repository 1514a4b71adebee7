"""Postcodes: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.people import Person, Roster
from redaction.detectors.patterns.postcode import PostcodeDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NM1 2AB and EC1A1BB", ["NM1 2AB", "EC1A1BB"]),
        ("of Byker, ne6 1ab", ["ne6 1ab"]),
        ("at ne61ab", ["ne61ab"]),
        ("Ne6 1ab", ["Ne6 1ab"]),
        ("postcode m20at", ["m20at"]),
        ("SW1A 0AA", ["SW1A 0AA"]),
        ("GIR 0AA", ["GIR 0AA"]),
        ("NE6\u00a01AB", ["NE6\u00a01AB"]),
        ("Newcastle NE6\n1AB", ["NE6\n1AB"]),
        # A letter where a figure belongs, behind a street or a town.
        ("14 Coble Lane, NE6 OAB", ["NE6 OAB"]),
        ("12 Station Road NEI 2AB", ["NEI 2AB"]),
        # The first half alone.
        ("Coble Lane, NE6.", ["NE6"]),
        ("Byker, NE6", ["NE6"]),
        ("She stays in Byker NE6 at weekends", ["NE6"]),
        ("the NE6 1AB flat, later NE6 1AB", ["NE6 1AB", "NE6 1AB"]),
    ],
)
def test_postcodes_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PostcodeDetector(), text) == [(words, "ask") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "form A4 2up, room B12 3 chairs, m20at",
        "on the M5 2nd exit",
        "FLAT E1 2ND FLOOR",
        "Room, E1",
        "forms E1, E2 and E3",
        "driving from Leeds M1 was closed",
        "Vitamin, B12",
        "in Ward B4",
        "https://example.org/e61ab",
        "KS2 4th time, Y7 2 hours",
        "AB12 CDE",
        "XNE6 1AB and NE6 1ABC",
        "I told him TO GO",
    ],
)
def test_what_looks_like_one_is_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PostcodeDetector(), text) == []


NEAR_HOME = Roster("p1", (Person("p2", "Jo Lowe", addresses=("3 Rope Walk, Northmoor NM4 1PQ",)),))


@pytest.mark.parametrize(
    ("text", "code", "proposed"),
    [
        ("somewhere in NM4, she thinks", "NM4", "ask"),
        ("lives in the NM4 area", "NM4", "ask"),
        ("NM4 lPQ is the code", "NM4 lPQ", "redact"),
        ("a flat at NM4 1CV", "NM4 1CV", "ask"),
    ],
)
def test_where_people_of_the_roster_live_parts_and_misspellings_are_seen(
    text: str, code: str, proposed: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(PostcodeDetector(), text, NEAR_HOME) == [(code, proposed)]


def test_what_only_looks_like_a_district_is_none(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    for text in ("less CO2 in CO2 meters", "Room NM4", "in NM7"):
        assert seen(PostcodeDetector(), text, NEAR_HOME) == []


def test_a_misread_one_with_a_figure_in_each_half_is_seen_wherever_it_stands(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    assert seen(PostcodeDetector(), "The sat nav says YO9l 5RE.") == [("YO9l 5RE", "ask")]
    assert seen(PostcodeDetector(), "It says HU8O 2FE.") == [("HU8O 2FE", "ask")]
    assert seen(PostcodeDetector(), "IT WAS SO OUR CAR WENT TO lAN.") == []
