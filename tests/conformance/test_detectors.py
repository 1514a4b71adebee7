"""The detectors' contract: kept by one that keeps it, and broken by those that do not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from conformance.detectors import Detection, DetectorContract
from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster

TEXT = "Mum rang from 01632 960001; Nan is on 01632 960002."
FOUND = ("01632 960001", "01632 960002")


@dataclass(frozen=True)
class DramaNumbers:
    """Finds the numbers that are kept for fiction."""

    name: str = "drama"
    because: str = "a telephone number"
    code: str | None = "R01"
    shift: int = 0

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        for match in re.finditer(r"01632 960\d{3}", page.text):
            yield Finding(
                page=page.number,
                span=(match.start() + self.shift, match.end() + self.shift),
                kind="phone",
                propose=Propose.REDACT,
                confidence=0.9,
                detector="drama",
                because=self.because.format(match.group()),
                code=self.code,
            )


def detection(detector: DramaNumbers) -> Detection:
    return Detection(detector, Roster("p1"), TEXT, FOUND, "Nothing was said on 3 May 2019.")


class TestDramaNumbers(DetectorContract):
    @pytest.fixture
    def detection(self) -> Detection:
        return detection(DramaNumbers())


def test_the_contract_shows_a_detector_that_points_beside_what_it_saw() -> None:
    with pytest.raises(AssertionError):
        DetectorContract().test_it_finds_what_must_be_found_exactly_where_it_stands(
            detection(DramaNumbers(shift=1))
        )


def test_the_contract_shows_a_detector_that_repeats_what_it_found() -> None:
    with pytest.raises(AssertionError):
        DetectorContract().test_no_reason_repeats_what_it_found(
            detection(DramaNumbers(because="the number {} of somebody"))
        )


def test_the_contract_shows_a_detector_that_redacts_without_a_code() -> None:
    with pytest.raises(AssertionError):
        DetectorContract().test_a_redaction_it_proposes_has_a_code(
            detection(DramaNumbers(code=None))
        )
