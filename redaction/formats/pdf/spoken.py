"""What a page says of its letters by `/ActualText` (ISO 32000-1 §14.9.4), where shapes need it.

In joined and stacked writing a glyph is often no letter: the map of its font says half of it, and
only the marked content around it says the word. The page form has no marked content, for it may
lie as well. So both are read: lines that it says otherwise are put after those of the letters,
over the same ink.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from recordkeeping.disclosure.findings import Box
from redaction.areas import around
from redaction.orders.standing import as_it_stands
from redaction.pdfium import Glyphs

_JOINED = re.compile(
    "[\u0300-\u036f\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefe]"
)
_SPACE = 0.14  # of a letter's height between two words
_Line = list[tuple[str, Box | None]]


def is_joined(text: str) -> bool:
    """Say whether a text is of a kind of writing whose letters are joined, stacked or reordered."""
    return _JOINED.search(text) is not None


def with_spoken(letters: Glyphs, spoken: Glyphs) -> Glyphs:
    """Return the letters of a page, and after them the lines that are spoken otherwise."""
    known = {_solid(line) for line in letters.text.split("\n")}
    text, boxes = [letters.text], list(letters.boxes)
    for line in (*_spaced(spoken), *_spaced(_standing(spoken))):
        said = "".join(letter for letter, _ in line)
        if _solid(said) in known or not is_joined(said):
            continue
        known.add(_solid(said))
        text += ["\n", said]
        boxes += [None, *(box for _, box in line)]
    return Glyphs("".join(text), tuple(boxes))


def _standing(spoken: Glyphs) -> Glyphs:
    standing = as_it_stands(spoken.text, spoken.boxes)
    if standing is None:
        return Glyphs("", ())
    return Glyphs(standing.text, tuple(_box_of(places, spoken.boxes) for places in standing.at))


def _box_of(places: Sequence[int], boxes: Sequence[Box | None]) -> Box | None:
    found = [box for place in places if (box := boxes[place]) is not None]
    return around(found) if found else None


def _spaced(letters: Glyphs) -> Iterator[_Line]:
    """Yield lines, spaced as letters stand: readers part and join such words wrongly."""
    line: _Line = []
    last: Box | None = None
    for letter, box in zip(letters.text, letters.boxes, strict=True):
        if letter == "\n":
            yield line
            line, last = [], None
        elif box is not None and not letter.isspace():
            if last is not None and _apart(last, box) > _SPACE * (box[3] - box[1]):
                line.append((" ", None))
            line.append((letter, box))
            last = box
    yield line


def _apart(last: Box, box: Box) -> float:
    return max(box[0] - last[2], last[0] - box[2])


def _solid(line: str) -> str:
    return " ".join(line.split())
