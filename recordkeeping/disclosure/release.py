"""What may be released: documents that were proven, after a second person said yes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from recordkeeping.vocabulary.identifiers import Digest

_PROOF = object()


@dataclass(frozen=True, slots=True)
class ProvenDocument:
    """A PDF from which everything that was decided to be removed is gone.

    Only `redaction.prove` makes one, by `_after_proof`; a bundle accepts nothing else.
    `readers` names the independent readers that looked. `pages_as_images` are pages, from 1, of
    which the release shows a picture. `record` is what the proof says of it, for machines: routes,
    reasons, counts and digests; no word of the document, and none that was removed.
    """

    pdf: bytes = field(repr=False)
    sha256: Digest
    pages: int
    redactions: int
    readers: tuple[str, ...]
    pages_as_images: tuple[int, ...] = ()
    record: Mapping[str, object] = field(default_factory=dict, repr=False, compare=False)
    _proof: object = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse to exist without a proof."""
        if self._proof is not _PROOF:
            raise TypeError("a ProvenDocument is made by proving, not by hand")

    @classmethod
    def _after_proof(
        cls,
        *,
        pdf: bytes,
        sha256: Digest,
        pages: int,
        redactions: int,
        readers: tuple[str, ...],
        pages_as_images: tuple[int, ...] = (),
        record: Mapping[str, object] | None = None,
    ) -> ProvenDocument:
        """Make one, after the proof. Called by `redaction.prove` alone (an architecture test)."""
        return cls(pdf, sha256, pages, redactions, readers, pages_as_images, record or {}, _PROOF)


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Every document that went in came out somewhere: released, withheld, or told as a gap.

    Apart from these are `annexes`: what files hold besides their pages, left out because nothing on
    them is shown. Each is told with the document whose file holds it.
    """

    documents: int
    released: int
    withheld: int
    gaps: int
    annexes: int = 0

    @property
    def adds_up(self) -> bool:
        """Say whether nothing was lost on the way."""
        return self.documents == self.released + self.withheld + self.gaps + self.annexes
