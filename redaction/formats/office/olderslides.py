"""Presentations of the years before 2007 (PPT): LibreOffice makes PPTX of them, which is read.

Their words are found here as well, those of earlier savings too, which stay in the file when it is
saved fast: what neither the pages show nor the new file tells is told.
"""

from __future__ import annotations

import re

from redaction.formats.compound import Compound
from redaction.formats.office.records import MACROS, NEVER_SHOWN, wide_words, words_of_slides
from redaction.formats.office.slidetext import is_prompt
from redaction.formats.office.told import Told
from redaction.formats.readings import Convert
from redaction.pages import Hidden

_MACROS = "the file holds macros, which are not read"
_DECK, _PICTURES, _USER = "powerpoint document", "pictures", "current user"
_LEFT = "words left in the file"
_SAYS_NOTHING = re.compile(
    r"\W*|\{[0-9A-F-]{36}\}|___PPT\d+|Default Design|Arial|Times New Roman|Calibri|Wingdings"
    r"|Symbol|[A-Z]|Tahoma"
    r"|(On-screen|A4|Letter|Overhead|Custom|35mm|Widescreen)[\w ()-]*|(Default|Office) Theme"
    r"|[A-Z][A-Za-z ]* \d+"
)


def read_ppt(content: bytes) -> Convert:
    """Return a presentation of the years before 2007 as one that is to become PPTX."""
    deck = Compound(content, "presentation")
    told = Told()
    found: list[tuple[str, str]] = []
    for name in deck.streams(()):
        stream = deck.stream((name,))
        match name.casefold():
            case part if part == _DECK:
                found += words_of_slides(stream)
            case part if part == _USER:
                found += [("person named in the file", text) for text in wide_words(stream)]
            case part if part != _PICTURES:
                found += [(_LEFT, text) for text in wide_words(stream)]
    if any(kind == MACROS for kind, _ in found):
        told.gap(_MACROS)
    found += [("document property", text) for _, text in deck.properties()]
    left = (text for text in deck.left_over() if text != "Root Entry")
    told.hide("words in unused space of the file", "\n".join(left))
    pieces = dict[Hidden, None]()
    for kind, text in found:
        for line in map(str.strip, text.split("\n")):
            if kind == MACROS or _SAYS_NOTHING.fullmatch(line) or is_prompt(line):
                continue
            if kind in NEVER_SHOWN:
                told.hide(kind, line)
            else:
                pieces.setdefault(Hidden(kind, line))
    return Convert(
        content=content,
        suffix="ppt",
        to="pptx",
        perhaps=tuple(pieces),
        hidden=told.pieces(),
        gaps=tuple(told.gaps),
    )
