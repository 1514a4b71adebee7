"""What the ledger is told. An event holds ids, codes, days, counts and digests: no words.

Two doors keep narrative out (domain brief I5): each kind of event names the facts it may carry,
and every fact must look like an id, a code, a day, a number or a digest. What a named person may
need to look up later goes into `detail`, which the ledger stores apart, encrypted and erasable,
and commits to with a salted HMAC.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from recordkeeping.vocabulary.identifiers import ItemId, OfficerId

Fact = str | int

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:+-]{0,127}\Z")


class EventKind(StrEnum):
    """Everything that is written down for good."""

    LOG_OPENED = "log_opened"
    SCHEDULE_ADOPTED = "schedule_adopted"
    HOLD_PLACED = "hold_placed"
    HOLD_RELEASED = "hold_released"
    BREAKER_TRIPPED = "breaker_tripped"
    BREAKER_RESET = "breaker_reset"
    DISPOSAL_PROPOSED = "disposal_proposed"
    DISPOSAL_AUTHORISED = "disposal_authorised"
    DISPOSAL_REJECTED = "disposal_rejected"
    DISPOSAL_WITHDRAWN = "disposal_withdrawn"
    DISPOSAL_INTENDED = "disposal_intended"
    DISPOSAL_COMPLETED = "disposal_completed"
    DISPOSAL_UNPROVEN = "disposal_unproven"
    CERTIFICATE_ISSUED = "certificate_issued"
    REQUEST_OPENED = "request_opened"
    REQUEST_GATHERED = "request_gathered"
    FINDINGS_DECIDED = "findings_decided"
    DOCUMENT_WITHHELD = "document_withheld"
    RELEASE_APPROVED = "release_approved"
    RELEASE_REFUSED = "release_refused"
    BUNDLE_RELEASED = "bundle_released"
    PASSPHRASE_TAKEN = "passphrase_taken"  # noqa: S105 - what happened, not a secret
    PAPERS_PURGED = "papers_purged"


ALLOWED: Mapping[EventKind, frozenset[str]] = {
    EventKind.LOG_OPENED: frozenset({"format"}),
    EventKind.SCHEDULE_ADOPTED: frozenset({"schedule", "classes", "schedule_sha256"}),
    EventKind.HOLD_PLACED: frozenset({"type", "review_by", "request"}),
    EventKind.HOLD_RELEASED: frozenset({"type", "reason_code"}),
    EventKind.BREAKER_TRIPPED: frozenset({"cause", "count", "limit", "schedule_sha256"}),
    EventKind.BREAKER_RESET: frozenset({"cause", "reason_code"}),
    EventKind.DISPOSAL_PROPOSED: frozenset(
        {"class", "rule", "schedule", "eligible_from", "destroy_by", "action", "places"}
    ),
    EventKind.DISPOSAL_AUTHORISED: frozenset({"basis", "proposed_by"}),
    EventKind.DISPOSAL_REJECTED: frozenset({"reason_code"}),
    EventKind.DISPOSAL_WITHDRAWN: frozenset({"standing", "reason_code", "hold"}),
    EventKind.DISPOSAL_INTENDED: frozenset(
        {"class", "rule", "schedule", "places", "authorised_by"}
    ),
    EventKind.DISPOSAL_COMPLETED: frozenset({"places", "method"}),
    EventKind.DISPOSAL_UNPROVEN: frozenset({"places", "left", "reason_code"}),
    EventKind.CERTIFICATE_ISSUED: frozenset({"certificate", "items", "sha256"}),
    EventKind.REQUEST_OPENED: frozenset({"request", "received", "due", "convention"}),
    EventKind.REQUEST_GATHERED: frozenset(
        {"request", "documents", "pages", "findings", "gaps", "search", "names"}
    ),
    EventKind.FINDINGS_DECIDED: frozenset({"request", "decided", "redact", "show"}),
    EventKind.DOCUMENT_WITHHELD: frozenset({"request", "code"}),
    EventKind.RELEASE_APPROVED: frozenset({"request", "decided_by"}),
    EventKind.RELEASE_REFUSED: frozenset({"request", "reason_code"}),
    EventKind.BUNDLE_RELEASED: frozenset(
        {
            "request",
            "documents",
            "released",
            "withheld",
            "annexes",
            "gaps",
            "pages",
            "redactions",
            "read_by_the_proof",
            "bundle",
        }
    ),
    EventKind.PASSPHRASE_TAKEN: frozenset({"request"}),
    EventKind.PAPERS_PURGED: frozenset({"request", "papers"}),
}
"""The facts that each kind may carry, and no others."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, to be written in the ledger.

    `item` is the id of what it happened to; `at` has a time zone; `actor` is the officer, or
    `muniment` where the machine acted. `detail` never enters a leaf and is not printed.
    """

    kind: EventKind
    item: ItemId
    actor: OfficerId
    at: datetime
    facts: Mapping[str, Fact] = field(default_factory=dict)
    detail: Mapping[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Refuse a fact that its kind does not name, or that could be narrative."""
        if self.at.tzinfo is None:
            raise ValueError("an event's time needs its time zone")
        unknown = set(self.facts) - ALLOWED[self.kind]
        if unknown:
            raise ValueError(f"{self.kind.value} carries no {', '.join(sorted(unknown))}")
        plain = {**self.facts, "item": self.item, "actor": self.actor}
        odd = [k for k, v in plain.items() if isinstance(v, str) and not _PLAIN.match(v)]
        if odd:
            # The value itself is not told: it might be a name.
            raise ValueError(
                f"{self.kind.value}: {', '.join(odd)} is not an id, code, day or digest"
            )
