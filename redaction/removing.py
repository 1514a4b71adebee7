"""Removing and proving in one: rewritten where it can be proven, else pictures, else refused."""

from __future__ import annotations

from collections.abc import Sequence

from recordkeeping.disclosure.release import ProvenDocument
from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.prove import proven, weigh


def remove(
    pdf: bytes, areas: Sequence[Area], gone: Sequence[str], redactions: int
) -> ProvenDocument:
    """Return the document without what stands in the areas, proven; or raise `Unproven`.

    `pdf` is a page form. A page that cannot be proven is made a picture and proven again, once.
    """
    burned = burn(pdf, areas)
    verdict = weigh(burned.pdf, pdf, areas, gone)
    if verdict.against:
        whole = 0 in verdict.failing
        again = range(1, burned.pages + 1) if whole else verdict.failing
        burned = burn(pdf, areas, as_pictures=tuple(again))
        verdict = weigh(burned.pdf, pdf, areas, gone)
    return proven(burned.pdf, verdict, redactions, burned)
