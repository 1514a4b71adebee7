"""Whose family, column and street a name is, where several of the roster may be meant."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

ROSTER = Roster(
    "s",
    (
        Person("s", "Tamsin Okonkwo-Price", Standing.SUBJECT, aliases=("Tamsin Fairweather",)),
        Person("m", "Lowena Price", relation="mother"),
        Person("f", "Emeka Okonkwo", relation="father"),
        Person("b", "Ifan Price", relation="brother"),
        Person("y", "Yusuf Hussain", relation="brother"),
        Person("a", "Jill Fairweather", relation="adopter"),
        Person("n", "Mark Street", relation="neighbour"),
        Person("p", "Daniel Hussain", Standing.PROFESSIONAL, "police officer"),
        Person("w", "Oluwaseun Barker", Standing.PROFESSIONAL, "social worker", aliases=("Seun",)),
    ),
)


def seen(text: str) -> list[tuple[str, str]]:
    found = sorted(RosterDetector().find(Page(1, text), ROSTER), key=lambda f: f.span)
    return [(text[slice(*f.span)], f.propose.value) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We met the Okonkwos and the Prices.", [("Okonkwos", "ask"), ("Prices", "ask")]),
        ("The Okonkwo-Prices came.", [("Okonkwo-Prices", "show")]),
        ("She is placed with the Fairweathers.", [("Fairweathers", "ask")]),
        (
            "IN THE MATTER OF TAMSIN OKONKWO-PRICE AND IFAN PRICE",
            [("TAMSIN OKONKWO-PRICE", "show"), ("IFAN PRICE", "redact")],
        ),
        ("Ifan Rhys Price came.", [("Ifan Rhys Price", "redact")]),
        ("Police    DC Daniel Hussain   Y", [("Daniel Hussain", "show")]),
        ("Police\tDC Daniel Hussain\tY", [("Daniel Hussain", "show")]),
        ("Present: Seun Barker", [("Seun Barker", "show")]),
        ("They live on Spring Street.", [("Street", "ask")]),
        ("She told Mr Street.", [("Mr Street", "redact")]),
        ("Mark Street came.", [("Mark Street", "redact")]),
    ],
)
def test_whose_a_name_is_that_several_bear(text: str, expected: list[tuple[str, str]]) -> None:
    assert seen(text) == expected


def test_initials_behind_a_surname_in_one_cell_are_still_the_brothers() -> None:
    assert seen("Seen: Hussain, Y.") == [("Hussain, Y.", "redact")]


@pytest.mark.parametrize(
    ("text", "because"),
    [
        (
            "Mrs E. Okonkwo came.",
            "the surname of a third party, with a title that is not theirs",
        ),
        ("Mr E. Okonkwo came.", "named third party (father)"),
    ],
)
def test_a_title_that_is_not_theirs_gives_another_reason(text: str, because: str) -> None:
    (finding,) = RosterDetector().find(Page(1, text), ROSTER)
    assert (finding.propose.value, finding.because) == ("redact", because)
