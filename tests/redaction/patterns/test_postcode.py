"""Postcodes: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

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
