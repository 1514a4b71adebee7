"""What every detector must keep, ours and a stranger's: inherit the class, give its parts.

Findings are read by people who decide, and their reasons are published in logs: a finding points
exactly, and its reason repeats nothing of what it points to.
"""

# ruff: noqa: S101, D102 -- these methods are tests: they assert, and their names are their promises
from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Detector


@dataclass(frozen=True, slots=True)
class Detection:
    """A detector to be tried: a roster, a text, and the words in it that must be found.

    `harmless` is a text in which there is nothing to find.
    """

    detector: Detector
    roster: Roster
    text: str = field(repr=False)
    found: Sequence[str] = field(repr=False)
    harmless: str = field(repr=False)

    def findings(self, text: str) -> list[Finding]:
        """Return what the detector sees in a text, as page 7 of a document."""
        return list(self.detector.find(Page(7, text), self.roster))


class DetectorContract:
    """What a detector keeps. The subclass gives `detection`."""

    def test_it_is_a_detector_with_a_name(self, detection: Detection) -> None:
        assert isinstance(detection.detector, Detector)
        assert detection.detector.name

    def test_it_finds_what_must_be_found_exactly_where_it_stands(
        self, detection: Detection
    ) -> None:
        seen = [detection.text[f.span[0] : f.span[1]] for f in detection.findings(detection.text)]
        assert sorted(seen) == sorted(detection.found)

    def test_spans_count_code_points(self, detection: Detection) -> None:
        # An emoji is one code point, and two or four units in other counts.
        moved = "😀é" + detection.text
        seen = [moved[f.span[0] : f.span[1]] for f in detection.findings(moved)]
        assert sorted(seen) == sorted(detection.found)

    def test_it_finds_nothing_in_a_harmless_text_and_in_an_empty_one(
        self, detection: Detection
    ) -> None:
        assert detection.findings(detection.harmless) == []
        assert detection.findings("") == []

    def test_every_finding_says_which_page_which_detector_and_how_sure(
        self, detection: Detection
    ) -> None:
        for finding in detection.findings(detection.text):
            assert finding.page == 7
            assert finding.detector == detection.detector.name
            assert 0 < finding.confidence <= 1

    def test_ids_and_boxes_are_left_to_those_who_merge_and_place(
        self, detection: Detection
    ) -> None:
        assert all(not f.id and not f.boxes for f in detection.findings(detection.text))

    def test_no_reason_repeats_what_it_found(self, detection: Detection) -> None:
        for finding in detection.findings(detection.text):
            words = detection.text[finding.span[0] : finding.span[1]]
            assert finding.because
            assert words.casefold() not in finding.because.casefold()

    def test_a_redaction_it_proposes_has_a_code(self, detection: Detection) -> None:
        proposed = detection.findings(detection.text)
        assert all(f.code for f in proposed if f.propose is Propose.REDACT)

    def test_it_sees_the_same_again(self, detection: Detection) -> None:
        assert detection.findings(detection.text) == detection.findings(detection.text)
