"""Terms, and whether they stand in a text: whatever their case, spacing, accents or direction.

A term matches on word boundaries, without regard to case, accents, unseen characters, ligatures,
white space, the marks of quoted e-mail, and hyphens at a line's end. Cyrillic and Greek letters
that look like Latin ones are read as those too; long terms are looked for backwards, because
right-to-left writing is drawn so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

LEAST_IN_BINARY = 6
_LEAST_BACKWARDS = 6
_GAP = r"(?:\s[\s>|]*)?"
_NOTHING = dict.fromkeys((c for c in range(0x3001) if chr(c).isspace() or chr(c) in ">|"), None)
_HYPHENATED = re.compile(r"(?<=[^\W_])[-\u00ad][^\S\n]*\n[\s>|]*(?=[^\W_])")
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u0142": "l", "\u00f8": "o", "\u00e6": "ae", "\u0153": "oe", "\u0111": "d", "\u0131": "i",
        "\u00f0": "d", "\u0127": "h",
    }
)  # fmt: skip
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_LOOKALIKES = str.maketrans(
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03c7\u03f2"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
    "\u0430\u0432\u0435\u043a\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u051d",
    "ABEZHIKMNOPTYX"
    "aikvopuxc"
    "ABEKMHOPCTYXSIJ"
    "abekopcyxsijdqw",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Needle:
    """What finds a term; one without letters or digits is found nowhere.

    `octets` are what it looks like in data that is no text; a short one has none, for it occurs
    there by chance.
    """

    solid: str = field(repr=False)
    key: str = field(repr=False)
    pattern: re.Pattern[str] | None = field(repr=False)
    backwards: re.Pattern[str] | None = field(repr=False)
    octets: tuple[bytes, ...] = field(repr=False)


NOTHING = Needle("", "", None, None, ())


def needle_of(term: str) -> Needle:
    """Return what finds a term."""
    plain = _plain(term).strip()
    solid = "".join(plain.split())
    if not any(letter.isalnum() for letter in solid):
        return NOTHING
    long = len(solid) >= _LEAST_BACKWARDS
    folded = {term.strip().lower(), plain}
    octets = {f.encode(code) for f in folded for code in ("utf-8", "utf-16-be", "utf-16-le")}
    return Needle(
        solid,
        solid.translate(_NOTHING),
        _pattern(solid),
        _pattern(solid[::-1]) if long and solid != solid[::-1] else None,
        tuple(sorted(octets)) if len(solid) >= LEAST_IN_BINARY else (),
    )


def _pattern(solid: str) -> re.Pattern[str]:
    # A letter goes on with letters alone: the number of a footnote touches a name.
    before, after = (
        r"[^\W\d_]" if end.isalpha() else r"[^\W_]" if end.isalnum() else "(?!)"
        for end in (solid[0], solid[-1])
    )
    return re.compile(f"(?<!{before})" + _GAP.join(map(re.escape, solid)) + f"(?!{after})")


def found(text: str, needles: Sequence[Needle]) -> Iterator[int]:
    """Yield the numbers of the terms that stand in a text, each once."""
    if not text:
        return
    views = list(_views(text))
    for number, needle in enumerate(needles):
        if needle.pattern is None:
            continue
        if any(_stands(needle, plain, solid) for plain, solid in views):
            yield number


def _stands(needle: Needle, plain: str, solid: str) -> bool:
    # Without its spaces a text is searched at the speed of C; only what is there is looked at.
    if needle.key in solid and needle.pattern and needle.pattern.search(plain):
        return True
    if needle.backwards is None or needle.key[::-1] not in solid:
        return False
    return needle.backwards.search(plain) is not None


def _views(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a text may be read: each with, and without, its white space."""
    texts = [text]
    if _FOREIGN.search(text):
        texts.append(text.translate(_LOOKALIKES))
    for one in texts:
        plain = _plain(one)
        yield plain, plain.translate(_NOTHING)
        joined = _HYPHENATED.sub("", plain)
        if joined != plain:
            yield joined, joined.translate(_NOTHING)


def _plain(text: str) -> str:
    """Return a text without case, accents and unseen characters."""
    if text.isascii():
        return text.lower().replace("`", "'")
    # A soft hyphen at the end of a line is a hyphen; elsewhere it is unseen.
    text = re.sub("\u00ad(?=[^\\S\n]*\n)", "-", text)
    folded = text.casefold().translate(_ALIKE)
    decomposed = unicodedata.normalize("NFKD", folded).translate(_ALIKE)
    if decomposed.isascii():
        return decomposed
    return "".join(filter(_counts, decomposed))


@lru_cache(maxsize=4096)
def _counts(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Mn", "Cf")
