"""What a detector sees in a line of text."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from recordkeeping.ports import Detector

Seen = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def seen() -> Seen:
    """Return what was found and what is proposed, in the order of the text."""

    def look(
        detector: Detector,
        text: str,
        roster: Roster = Roster(""),  # noqa: B008 -- frozen
    ) -> list[tuple[str, str]]:
        findings = sorted(detector.find(Page(1, text), roster), key=lambda f: f.span)
        return [(text[slice(*f.span)], f.propose.value) for f in findings]

    return look
