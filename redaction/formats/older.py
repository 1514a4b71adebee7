"""Older kinds of office files: LibreOffice makes the newer kind of them, which is then read.

What the newer kind would lose on the way is told here, before.
"""

from __future__ import annotations

from redaction.formats.readings import Convert


def read_doc(content: bytes) -> Convert:
    """Return a Word document of the years before 2007 as one that is to become DOCX."""
    return Convert(content=content, suffix="doc", to="docx")
