"""Postcodes, whole: an outward and an inward part."""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Person, Roster
from redaction.detectors.patterns import findings_of

# The letters C, I, K, M, O and V do not end a postcode (Royal Mail PAF guide).
POSTCODE = re.compile(r"(?i)\b[A-Z]{1,2}\d[A-Z\d]?\s{0,3}\d[ABD-HJLNP-UW-Z]{2}\b")


class PostcodeDetector:
    """Finds postcodes; one that the subject lived at is theirs to see."""

    name = "postcode"

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield each postcode on the page."""
        return findings_of(
            page,
            roster,
            POSTCODE,
            kind="postcode",
            detector=self.name,
            words="postcode",
            values_of=_postcodes,
        )


def _postcodes(person: Person) -> list[str]:
    return [found.group() for text in person.addresses for found in POSTCODE.finditer(text)]
