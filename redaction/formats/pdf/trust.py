"""Fonts that are not to be believed: their letters look like others than they say they are.

Each letter that a document shows is drawn by itself and compared with what it says
(letterforms.py); most are confirmed at once. A font with letters that are not is read by eye, in
lines of the page (lone.py). Where it shows another letter than it says, or says nothing of what it
shows, it is made to say what it shows, and what it said is kept as another reading: a name that
only eyes could read is found and removed like any other, and no release says what is not there.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Pdf

from redaction.formats.pdf.lone import Votes, votes_on
from redaction.formats.pdf.saying import map_to_unicode
from redaction.formats.pdf.specimen import Letter, specimen_of
from redaction.formats.pdf.usage import Key, Usage, usage_of
from redaction.letterforms import Likeness, kind_of, likenesses

UNKNOWN = "\ufffd"
_LATIN = 0x530  # scripts from here on have letters that look like Latin ones and are none
_LETTER_LIKE = 0.06  # how far a shape may be from a letter to be looked at
_WIDE = 1.6  # em: no letter is wider, but a word drawn as one is
_PLAIN = frozenset("lo")  # bars and rings: bullets look so too
_STROKE = "|"  # what eyes read in a slash as well, and no letter
_EXACTLY = 0.015  # how far a shape is from what it says where it is just that
_SEVERAL = 3  # lies of one font
_CHANCE = 1 / 3  # of the letters of another script, that may look like Latin ones
_MOST_PAGES = 3  # that are read to try a font
_AGREED, _OUTVOTED = 0.2, 0.6  # shares of readings
_CLEARLY_LESS = 0.75  # as far from the letter read as from the one said: the shape says the same
_FEWEST_ALIKE, _FEWEST_UNANIMOUS, _FEWEST = 1, 2, 3  # readings: where it does, nearly, or does not


@dataclass(frozen=True, slots=True)
class Mended:
    """A page form whose fonts say what they show, and on which pages they did not."""

    pdf: bytes = field(repr=False)
    pages: frozenset[int]


def mended(form: bytes) -> Mended | None:
    """Return a page form with every lying font made to say what it shows; None if there is none."""
    with pikepdf.open(io.BytesIO(form)) as pdf:
        usage = usage_of(pdf)
        keys = [key for key in usage.fonts if usage.codes(key)]
        if not keys:
            return None
        drawn = specimen_of([(usage.fonts[key], usage.codes(key)) for key in keys])
        lies = {
            key: found
            for key, letters in zip(keys, drawn, strict=True)
            if (found := _lies(pdf, usage, key, letters))
        }
        if not lies:
            return None
        for key, letters in zip(keys, drawn, strict=True):
            if key in lies:
                says = {one.code: lies[key].get(one.code) or _as_said(one) for one in letters}
                usage.fonts[key].ToUnicode = map_to_unicode(pdf, says)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    pages = frozenset(
        number
        for number, shown in usage.pages.items()
        if any(codes & lies.get(key, {}).keys() for key, codes in shown.items())
    )
    return Mended(out.getvalue(), pages)


def _as_said(letter: Letter) -> str:
    """Return what a letter said; pdfium tells of no space that stands by itself."""
    return letter.said or (" " if letter.shape is None else UNKNOWN)


def _lies(pdf: Pdf, usage: Usage, key: Key, letters: Sequence[Letter]) -> dict[bytes, str]:
    """Return the codes of a font that show something else than they say, and what they show."""
    seen = [letter for letter in letters if letter.shape is not None]
    alike = likenesses([one.shape for one in seen if one.shape is not None], [o.said for o in seen])
    doubted = [
        (letter, like)
        for letter, like in zip(seen, alike, strict=True)
        if not like.confirmed and _is_doubtful(letter, like)
    ]
    if not doubted:
        return {}
    votes = _votes(pdf, usage, key, {letter.code for letter, _ in doubted})
    denied = sum(like.denied for _, like in doubted)
    # Of a font of another script some letters look like Latin ones; if most do, they are.
    foreign = [like.denied for one, like in zip(seen, alike, strict=True) if _is_foreign(one)]
    likely = sum(foreign) > _CHANCE * len(foreign)
    lies = {}
    for letter, like in doubted:
        read = votes.get(letter.code, Counter())
        several = denied >= _SEVERAL
        shown = _shown(letter, like, read, several=several, by_looks=likely or not foreign)
        if shown is not None:
            lies[letter.code] = shown
    if len(lies) >= _SEVERAL:  # the others of such a font are not believed either
        for letter, like in doubted:
            if letter.code not in lies and like.other < min(like.said, _LETTER_LIKE):
                lies[letter.code] = like.letter
        lies.update((one.code, " ") for one in letters if one.shape is None)
    return lies


def _is_doubtful(letter: Letter, like: Likeness) -> bool:
    """Say whether it matters that a letter is not confirmed to be what it says."""
    if letter.wide > _WIDE or like.denied:
        return True
    text = letter.said.strip()
    if _is_foreign(letter):
        return False
    return any(map(str.isalnum, text)) or like.other <= _LETTER_LIKE


def _votes(pdf: Pdf, usage: Usage, key: Key, wanted: set[bytes]) -> Votes:
    """Read a font by eye on the pages that show most of what is wanted of it."""
    votes: Votes = {}
    for _ in range(_MOST_PAGES):
        missing = wanted - votes.keys()
        showing = {n: len(shown.get(key, set()) & missing) for n, shown in usage.pages.items()}
        number = max(showing, key=lambda n: (showing[n], -n))
        if not showing[number]:
            break
        page = pdf.pages[number - 1]
        for code, read in votes_on(pdf, page, key, usage.pages[number][key], missing).items():
            votes.setdefault(code, Counter()).update(read)
        for shown in (usage.pages[number][key] & missing) - votes.keys():
            votes[shown] = Counter()  # it was there, and could not be read
    return votes


def _is_foreign(letter: Letter) -> bool:
    """Say whether a letter says that it is one of a script beyond Latin, Greek and Cyrillic."""
    return any(ord(c) >= _LATIN and c.isalpha() for c in letter.said)


def _shown(
    letter: Letter, like: Likeness, read: Counter[str], *, several: bool, by_looks: bool
) -> str | None:
    """Return what a letter shows if that is not what it says, else None.

    `several` of its font look like others; `by_looks` says whether looks alone are believed of a
    letter of another script.
    """
    kind, looks = kind_of(letter.said.strip()), kind_of(like.letter)
    if letter.said == "/" and like.said <= _EXACTLY and read.keys() == {_STROKE}:
        return None  # a bold slash is nearly as near to a slanted l
    kinds: Counter[str] = Counter()
    for text, times in read.items():
        kinds[kind_of(text)] += times
    total = kinds.total()
    if total:
        if kinds[kind] > _AGREED * total:
            return None
        most, times = kinds.most_common(1)[0]
        foreign = any(ord(c) >= _LATIN for c in letter.said)
        alike = most == looks and like.other < _CLEARLY_LESS * like.said
        enough = _FEWEST_ALIKE if alike and not foreign else _FEWEST
        if most == looks and times == total and not foreign:
            enough = min(enough, _FEWEST_UNANIMOUS)
        if any(map(str.isalnum, most)) and times >= enough and times > _OUTVOTED * total:
            near = like.other <= _LETTER_LIKE and looks in most
            return like.letter if near else _commonest(read, most)
    believed = by_looks or not _is_foreign(letter)
    if like.denied and believed and (several or looks not in _PLAIN):
        return like.letter
    return None


def _commonest(read: Mapping[str, int], kind: str) -> str:
    return max((text for text in read if kind_of(text) == kind), key=lambda text: read[text])
