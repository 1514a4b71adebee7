"""Documents that cannot be read: each must end as a gap that somebody is told about."""

from __future__ import annotations

from conformance.northmoor.wording import Paper, Scribe


def locked_pdf(s: Scribe) -> Paper:
    """A PDF that another authority locked with a password nobody kept."""
    return s.paper("locked", "Transfer summary", "locked-pdf", s.says("About {child}."))


def torn_docx(s: Scribe) -> Paper:
    """A Word document of which half arrived."""
    return s.paper("torn", "Placement plan", "torn-docx", s.says("Placement of {child}."))


def empty_file(s: Scribe) -> Paper:
    """A file of no bytes, left by a failed export."""
    return s.paper("empty", "Export", "empty")


def unknown_kind(s: Scribe) -> Paper:
    """A file of a kind that nothing opens."""
    return s.paper("unknown", "Recording", "bin")
