"""What goes into one bundle, and whether it may be put together at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from bundles.council import Council
from recordkeeping.disclosure.findings import Gap
from recordkeeping.disclosure.release import ProvenDocument, Reconciliation
from recordkeeping.vocabulary.errors import Refused, Unproven
from recordkeeping.vocabulary.identifiers import RequestId


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is not shown.

    The person reads `label` and `explained`. `code` stays with the council: several codes share
    one neutral label, so that the reason cannot give away what it protects (a refuge, a source).
    """

    code: str
    label: str
    explained: str = ""


@dataclass(frozen=True, slots=True)
class Removal:
    """How many parts of one document were removed for one reason."""

    reason: Reason
    count: int


@dataclass(frozen=True, slots=True)
class ReleasedDocument:
    """A proven document under a title that is safe to print, with what was removed from it.

    `gaps` are parts of it that could not be included. `beside` is what its file holds besides its
    pages, where nothing of that is shown. `read_by_the_proof` is on how many places of its pages,
    from 1, the proof read a term that nobody had decided; those are among the removals.
    """

    document: ProvenDocument
    title: str = field(repr=False)
    dated: date | None = None
    removals: tuple[Removal, ...] = ()
    gaps: tuple[Gap, ...] = ()
    beside: tuple[Removal, ...] = ()
    read_by_the_proof: Mapping[int, int] = field(default_factory=dict)

    @property
    def removed(self) -> int:
        """Return how many parts were removed: those decided, and those that only the proof read."""
        return self.document.redactions + sum(self.read_by_the_proof.values())


@dataclass(frozen=True, slots=True)
class WithheldDocument:
    """A whole document that is not released. Without a title it is listed as one document."""

    reason: Reason
    title: str = field(default="", repr=False)
    dated: date | None = None
    beside: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingDocument:
    """A whole document that could not be read, and so could not be included."""

    gap: Gap
    title: str = field(default="", repr=False)
    dated: date | None = None
    beside: tuple[Removal, ...] = ()


@dataclass(frozen=True, slots=True)
class Addressee:
    """The person the letter is to. Printed, it shows nothing."""

    name: str = field(repr=False)
    address: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class AboutTheInformation:
    """What Article 15(1) UK GDPR tells everybody who asks, in plain sentences."""

    why: str
    kinds: str
    recipients: str
    kept_for: str
    sources: str
    automated: str


@dataclass(frozen=True, slots=True)
class BundleContents:
    """Everything one bundle is made of. `searched` names each place that was looked in."""

    request: RequestId
    received: date
    due: date
    released_on: date
    council: Council
    addressee: Addressee
    about: AboutTheInformation
    searched: tuple[str, ...]
    documents: tuple[ReleasedDocument, ...]
    withheld: tuple[WithheldDocument, ...]
    missing: tuple[MissingDocument, ...]
    reconciliation: Reconciliation

    @property
    def in_order(self) -> tuple[ReleasedDocument, ...]:
        """Return the released documents, oldest first; those without a date come last."""
        return tuple(sorted(self.documents, key=lambda d: (d.dated is None, d.dated or date.max)))

    @property
    def all(self) -> tuple[ReleasedDocument | WithheldDocument | MissingDocument, ...]:
        """Return every document that is told of: those in the bundle in order, then the others."""
        return (*self.in_order, *self.withheld, *self.missing)

    @property
    def parts_missing(self) -> int:
        """Return how many parts of released documents could not be included."""
        return sum(len(document.gaps) for document in self.documents)

    @property
    def read_by_the_proof(self) -> int:
        """Return how many terms only the proof had read, and were removed as well."""
        return sum(sum(d.read_by_the_proof.values()) for d in self.documents)

    @property
    def annexes(self) -> int:
        """Return how many files hold something besides their pages of which nothing is shown."""
        return sum(bool(document.beside) for document in self.all)


def removals_by_label(documents: Iterable[ReleasedDocument]) -> dict[str, int]:
    """Return how many parts were removed under each label, most first."""
    return by_label(removal for released in documents for removal in released.removals)


def by_label(removals: Iterable[Removal]) -> dict[str, int]:
    """Return how many parts these are under each label, most first."""
    counted: Counter[str] = Counter()
    for removal in removals:
        counted[removal.reason.label] += removal.count
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def require_reconciled(contents: BundleContents) -> None:
    """Return quietly when nothing was lost on the way; raise `Unproven` when something was.

    The reconciliation was counted where documents were gathered; the lists were made since.
    """
    told = contents.reconciliation
    listed = (
        len(contents.documents), len(contents.withheld), len(contents.missing), contents.annexes,
    )  # fmt: skip
    if not told.adds_up or listed != (told.released, told.withheld, told.gaps, told.annexes):
        raise Unproven(
            f"{told.documents} documents were gathered, but {listed[0]} released, {listed[1]} "
            f"withheld, {listed[2]} missing and {listed[3]} annexes left out are listed; find what "
            "was lost, then release again"
        )
    if not contents.documents:
        raise Refused("there is no document to release; answer with the letter alone")


def require_as_proven(released: ReleasedDocument, number: int) -> None:
    """Return quietly when a document is still the one that was proven, and its schedule is true."""
    document = released.document
    if sha256(document.pdf).hexdigest() != document.sha256:
        raise Unproven(f"document {number} is not the one that was proven; prove it again")
    listed = sum(removal.count for removal in released.removals)
    if bool(released.removed) != bool(listed) or sum(released.read_by_the_proof.values()) > listed:
        raise Unproven(
            f"document {number}: the schedule of redactions does not tell what was removed"
        )
