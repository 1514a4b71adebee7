"""Burned parts of one document joined, with each font in it once.

Every part has made the fonts of its own pages. Where two parts use the same letters of a font, both
made the same: one is enough for whoever opens the document, and for whoever has to prove it.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from hashlib import sha256
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

_OURS = "/AAAAAA+F"  # a name that the burner gave: its number is that of the part's own order
_DEEPEST = 8


def joined(made: Pdf, parts: Iterable[bytes]) -> None:
    """Add the pages of burned parts to a document, in order."""
    with ExitStack() as opened:
        for part in parts:
            made.pages.extend(opened.enter_context(pikepdf.open(BytesIO(part))).pages)
        _share_fonts(made)


def _share_fonts(made: Pdf) -> None:
    first: dict[str, Object] = {}
    known: dict[tuple[int, int], Object] = {}
    for page in made.pages:
        fonts = page.obj.Resources.Font
        for name, font in fonts.items():
            if font.objgen not in known:
                known[font.objgen] = first.setdefault(_said(font, _DEEPEST), font)
            if (same := known[font.objgen]).objgen != font.objgen:
                fonts[name] = same


def _said(given: Object | int | str, deepest: int) -> str:
    """Return all that an object says, but for the names that the burner gave to fonts."""
    if not isinstance(given, Object):
        return repr(given)
    if deepest == 0:  # of what is referred to from here the number is told: it is no other's
        return given.unparse().decode("latin-1")
    if isinstance(given, Stream):
        content = sha256(given.read_raw_bytes()).hexdigest()
        return f"stream {content} {_entries(given, deepest)}"
    if isinstance(given, Dictionary):
        return _entries(given, deepest)
    if isinstance(given, Array):
        return f"[{' '.join(_said(one, deepest - 1) for one in given)}]"
    if isinstance(given, Name) and str(given).startswith(_OURS):
        return _OURS
    return given.unparse().decode("latin-1")


def _entries(given: Object, deepest: int) -> str:
    said = (f"{key} {_said(value, deepest - 1)}" for key, value in sorted(given.items()))
    return f"<<{' '.join(said)}>>"
