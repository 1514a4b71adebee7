"""Numbers of which a scanner took figures for letters: seen, and known by what they say."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.people import Person, Roster
from recordkeeping.ports import Detector
from redaction.detectors.patterns.bank import BankDetector
from redaction.detectors.patterns.birth import BirthDetector
from redaction.detectors.patterns.chi import ChiDetector
from redaction.detectors.patterns.nhs import NhsDetector
from redaction.detectors.patterns.passport import PassportDetector
from redaction.detectors.patterns.utr import UtrDetector

Seen = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("detector", "text", "number"),
    [
        (PassportDetector(), "Passport no: 92507647S, expires", "92507647S"),
        (PassportDetector(), "Passport no: 9250764l3", "9250764l3"),
        (BirthDetector(), "Lee Bell (cousin), b. 201O-10-26", "201O-10-26"),
        (BirthDetector(), "b. l982-01-31", "l982-01-31"),
        (BirthDetector(), "b. 1985-06-1S", "1985-06-1S"),
        (ChiDetector(), "CHI number 0101O12345", "0101O12345"),
        (UtrDetector(), "UTR 11234S6789", "11234S6789"),
        (BankDetector(), "account 049409B8", "049409B8"),
    ],
)
def test_misread_figures_are_read_as_figures(
    detector: Detector, text: str, number: str, seen: Seen
) -> None:
    assert [words for words, _ in seen(detector, f"Notes.\n{text}\nEnd.")] == [number]


def test_a_misread_number_is_known_by_what_it_says_and_never_shown_for_it(seen: Seen) -> None:
    listed = (("chi", "0101912345"),)
    own = Roster("p1", (Person("p1", "Kay Marsh", identifiers=listed),))
    assert seen(ChiDetector(), "CHI number 0101912345", own) == [("0101912345", "show")]
    assert seen(ChiDetector(), "CHI number 01019I2345", own) == [("01019I2345", "ask")]
    other = Roster("p1", (Person("p2", "Jo Lowe", identifiers=listed),))
    assert seen(ChiDetector(), "CHI number 01019I2345", other) == [("01019I2345", "redact")]


@pytest.mark.parametrize("text", ["Flat 10B", "the 2nd of 15", "A1B2C3", "I5 O2 S3", "20s"])
def test_letters_beside_single_figures_stay_letters(text: str, seen: Seen) -> None:
    for detector in (PassportDetector(), BirthDetector(), NhsDetector(), BankDetector()):
        assert seen(detector, f"account passport b. NHS {text}") == []
