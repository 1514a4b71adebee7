"""Terms, and whether they stand in a text: whatever their case, spacing, accents or direction.

A term matches on word boundaries, without regard to case, accents, unseen characters, ligatures,
white space, the marks of quoted e-mail, and hyphens at a line's end. Letters of other alphabets
that pose as Latin ones are read as those too; long terms are looked for backwards, because
right-to-left writing is drawn so. Where a text is meant to be read, a term may also have something
between every two of its letters, l-i-k-e t-h-i-s, be shown by the codes of its letters, or have run
into other words where capitals show it, contactDarrenQuaxleyKayleigh.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from redaction.bounds import (
    MARK,
    after,
    before,
    may_be_in_a_run,
    parted_in_a_run,
    stands_in_a_run,
)
from redaction.everyday import spells_by_chance
from redaction.lookalikes import PLAIN, as_latin, is_unseen
from redaction.numbered import without_line_numbers
from redaction.proof.meant import as_meant

LEAST_IN_BINARY = 6
_LEAST_BACKWARDS = 6
_GAP = r"(?:\s[\s>|]*)?"
_GAP_IN_WORDS = r"(?:-?\s[\s>|]*|-)?"
"""Where a text is meant to be read: white space, a hyphen that is left of a line's end, or both."""
_NOTHING = bytes(c for c in range(128) if chr(c).isspace() or chr(c) in ">|-")
_NOTHING_BEYOND = re.compile(
    "[" + "".join(chr(c) for c in range(128, 0x3001) if chr(c).isspace()) + "]+"
)
_HYPHENATED = re.compile(r"(?<=[^\W_])[-\u00ac\u00ad=\\][^\S\n]*\n[\s>|]*(?=[^\W_])")
_LINE_ENDS = re.compile("[-\u00ac\u00ad=\\\\][^\\S\n]*\n")
_BEYOND_ASCII = re.compile(r"[^\t-\r\x1c-\x7e]+")
_SOFT_AT_END = re.compile("\u00ad(?=[^\\S\n]*\n)")
_LONG = 64  # letters: longer runs are not remembered
_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
    }
)  # fmt: skip
_ALL_ALIKE = _ALIKE | PLAIN
_APART = rf"(?:(?!{MARK})[\W_]){{1,3}}"
_END_OF_LINE = r"(?:[^\S\n]*\n[^\S\n]*)?"
_PERHAPS_APART = rf"(?:(?!{MARK})[\W_]){{0,3}}"
_SPACED_OUT = re.compile(rf"(?<![^\W_])[^\W_](?:{_APART}[^\W_]){{2,}}(?![^\W_])")
_WORD = re.compile(rf"(?:[^\W_]{MARK}*)+")
_LETTER = re.compile(rf"[^\W_]{MARK}*")
_LEAST_APART = 3
_LEAST_NUMBER = 6  # figures
_NO_WORD = bytes(code for code in range(128) if not chr(code).isalnum())
_MANY = 500  # terms: from there on it pays to know which beginnings and ends a text has at all
_GRAM, _LONGEST_KNOWN = 5, 2**20  # letters


@dataclass(frozen=True, slots=True)
class Needle:
    """What finds a term; one without letters or digits is found nowhere.

    `backwards` is a long one from its end. `apart` are the letters of one that may stand with
    something between every two of them, `bare` those without their marks. `octets` are what it
    looks like in data that is no text; a short one has none, for it occurs there by chance.
    """

    solid: str = field(repr=False)
    key: str = field(repr=False)
    backwards: str = field(repr=False)
    apart: tuple[str, ...] = field(repr=False)
    bare: str = field(repr=False)
    octets: tuple[bytes, ...] = field(repr=False)
    words: tuple[str, ...] = field(default=(), repr=False)


NOTHING = Needle("", "", "", (), "", ())


def needle_of(term: str) -> Needle:
    """Return what finds a term."""
    plain = _plain(term).strip()
    solid = "".join(plain.split())
    if not any(letter.isalnum() for letter in solid):
        return NOTHING
    long = len(solid) >= _LEAST_BACKWARDS
    folded = {term.strip().lower(), plain}
    letters = _LETTER.findall(solid)
    if len(letters) < _LEAST_APART:
        letters = []
    octets = {f.encode(code) for f in folded for code in ("utf-8", "utf-16-be", "utf-16-le")}
    return Needle(
        solid,
        _without_space(solid),
        solid[::-1] if long and solid != solid[::-1] else "",
        tuple(letters),
        _bare("".join(letters)),
        tuple(sorted(octets)) if len(solid) >= LEAST_IN_BINARY else (),
        tuple(_WORD.findall(plain)),
    )


def at_least(letters: int, needles: Sequence[Needle]) -> list[Needle]:
    """Return the needles with the short ones emptied: their numbers stay."""
    return [needle if len(needle.solid) >= letters else NOTHING for needle in needles]


@lru_cache(maxsize=1024)
def _solid_pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(_PERHAPS_APART.join(map(re.escape, words)))


@lru_cache(maxsize=1024)
def _over_lines(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(_END_OF_LINE.join(map(re.escape, "".join(words))))


@lru_cache(maxsize=1024)
def _pattern(letters: Sequence[str], gap: str) -> re.Pattern[str]:
    # All marks stand in it, which takes long: it is made when a term's letters stand in a text.
    solid = "".join(letters)
    return re.compile(before(solid) + gap.join(map(re.escape, letters)) + after(solid))


def found(
    text: str, needles: Sequence[Needle], *, words: bool = False, runs: bool | None = None
) -> Iterator[int]:
    """Yield the numbers of the terms that stand in a text, each once.

    `words`: the text is meant to be read, and terms count that are written like t.h.i.s, or of
    which codes are shown. `runs`, or else where `words`: so do those that ran into other words.
    """
    runs = words if runs is None else runs
    if not text:
        return
    texts, views = [text], list(_views(text))
    if words and (meant := as_meant(text)) != text:
        texts.append(meant)
        views += _views(meant)
    bare = [_bare(plain) for plain, _ in views] if words else []
    many = len(needles) >= _MANY
    may_stand, may_be_apart = (
        (_Grams([solid for _, solid in views]), _Grams(bare)) if many else (None, None)
    )
    apart: str | None = None
    cased: list[_Cased] = []
    for number, needle in enumerate(needles):
        if not needle.solid:
            continue
        gap = _gap(needle) if words else _GAP
        # Without its spaces a text is searched at the speed of C; only what is there is looked at.
        holds = may_stand is None or may_stand.may_hold(needle.key)
        holding = [plain for plain, solid in views if needle.key in solid] if holds else []
        may_run = bool(holding)
        stands = any(True for plain in holding for _ in _forwards(plain, needle, gap))
        turned = needle.backwards and (may_stand is None or may_stand.may_hold(needle.key[::-1]))
        if not stands and turned:
            stands = any(_stands_backwards(needle, *view, gap) for view in views)
        near = bool(needle.bare) and (may_be_apart is None or may_be_apart.may_hold(needle.bare))
        if not stands and near and any(needle.bare in letters for letters in bare):
            # Where they stand apart takes long to find out, and most terms have no letters there.
            apart = _written_apart(views) if apart is None else apart
            stands = _pattern(needle.apart, _APART).search(apart) is not None
            may_run = True
        if not stands and runs and may_run:
            cased = cased or _all_cased(texts)
            stands = _ran_in(cased, needle)
        if stands:
            yield number


def ran_together(text: str, needles: Sequence[Needle]) -> Iterator[int]:
    """Yield the numbers of the terms that ran into other words in a text, each once."""
    bare = _bare(_plain(text))
    cased: list[_Cased] = []
    for number, needle in enumerate(needles):
        if needle.bare and needle.bare in bare:
            cased = cased or _all_cased([text])
            if _ran_in(cased, needle):
                yield number


def matches(text: str, needle: Needle) -> list[tuple[int, int]]:
    """Return where in a text that is meant to be read a term stands: each stretch of it, once.

    It finds what `found` finds, letter by letter, which takes long: only where there is one.
    """
    if not needle.solid:
        return []
    stretches: set[tuple[int, int]] = set()
    for plain, origins in _views_with_origins(text):
        for start, end in _stretches(plain, needle):
            stretches.add((origins[start], origins[end - 1] + 1))
        for start, end in _solids(plain, needle):
            first, last = origins[start], origins[end - 1] + 1
            if stands_in_a_run(text, first, last):
                stretches.add((first, last))
    return sorted(stretches)


class _Cased(NamedTuple):
    """A text without accents and unseen characters, with and without its case."""

    text: str
    plain: str


def _all_cased(texts: Sequence[str]) -> list[_Cased]:
    return [one for text in texts for one in _cased(text)]


def _cased(text: str) -> Iterator[_Cased]:
    """Yield the ways in which a text may be read with its capitals, as `_views` does."""
    for one in _writings(text):
        cased = _SOFT_AT_END.sub("-", one)
        if not cased.isascii():
            cased = _BEYOND_ASCII.sub(_folded_but_case, cased)
        yield _Cased(cased, _in_small(cased))
        if _LINE_ENDS.search(cased):
            joined = _HYPHENATED.sub("", cased)
            yield _Cased(joined, _in_small(joined))


def _folded_but_case(found: re.Match[str]) -> str:
    return "".join(_as_capital(folded, letter) for letter in found[0] for folded in _fold(letter))


def _as_capital(folded: str, letter: str) -> str:
    capital = folded.upper() if letter.isupper() else folded
    return capital if len(capital) == 1 else folded


def _in_small(cased: str) -> str:
    """Return a text in small letters, of the same length."""
    return cased.lower() if cased.isascii() else "".join(c.lower()[:1] for c in cased)


def _ran_in(cased: Sequence[_Cased], needle: Needle) -> bool:
    """Say whether a term stands in a run of words, as capitals and figures show."""
    return any(
        stands_in_a_run(one.text, start, end)
        for one in cased
        for start, end in _solids(one.plain, needle)
    )


def _solids(plain: str, needle: Needle) -> Iterator[tuple[int, int]]:
    """Yield where the letters of a term stand that may be in a run of words."""
    if may_be_in_a_run(needle.words):
        yield from (one.span() for one in _solid_pattern(needle.words).finditer(plain))
        for one in _over_lines(needle.words).finditer(plain):
            if parted_in_a_run(plain, *one.span()):
                yield one.span()


def _stretches(plain: str, needle: Needle) -> Iterator[tuple[int, int]]:
    yield from _forwards(plain, needle, _gap(needle))
    if needle.backwards:
        pattern = _pattern(needle.backwards, _gap(needle))
        yield from (one.span() for one in pattern.finditer(plain))
    if needle.apart:
        pattern = _pattern(needle.apart, _APART)
        for run in _SPACED_OUT.finditer(plain):
            for one in pattern.finditer(run[0]):
                yield run.start() + one.start(), run.start() + one.end()


def _views_with_origins(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield what `_views` does, and for each letter the place in the text that it comes from."""
    for one in _writings(text):
        soft = {found.start() for found in _SOFT_AT_END.finditer(one)}
        letters, origins = list[str](), list[int]()
        for at, letter in enumerate(one):
            for folded in "-" if at in soft else _plain(letter):
                letters.append(folded)
                origins.append(at)
        plain = "".join(letters)
        yield plain, origins
        kept, end = list[int](), 0
        for hyphen in _HYPHENATED.finditer(plain):
            kept += range(end, hyphen.start())
            end = hyphen.end()
        if end:
            kept += range(end, len(plain))
            yield "".join([plain[at] for at in kept]), [origins[at] for at in kept]


def _written_apart(views: Iterable[tuple[str, str]]) -> str:
    """Return the stretches of single letters with something between each two of them."""
    return "\n\n\n\n".join(found[0] for plain, _ in views for found in _SPACED_OUT.finditer(plain))


def _bare(text: str) -> str:
    """Return the letters and digits of a text alone."""
    kept = _without(text, _NO_WORD)
    return kept if kept.isascii() else _BEYOND_ASCII.sub(_alone, kept)


def _alone(found: re.Match[str]) -> str:
    return "".join(filter(str.isalnum, found[0]))


def _without_space(text: str) -> str:
    """Return a text without white space and the marks that may stand within a term."""
    kept = _without(text, _NOTHING)
    return kept if kept.isascii() else _NOTHING_BEYOND.sub("", kept)


def _without(text: str, signs: bytes) -> str:
    """Return a text without some ASCII signs: as octets it takes a tenth of the time."""
    octets = text.encode("utf-8", "surrogatepass").translate(None, signs)
    return octets.decode("utf-8", "surrogatepass")


class _Grams:
    """Which stretches of a few letters texts have: a term without its own there stands in none."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.known: set[str] | None = None
        if sum(map(len, texts)) <= _LONGEST_KNOWN:  # so that no file fills the memory with them
            self.known = {
                text[at : at + _GRAM] for text in texts for at in range(len(text) - _GRAM + 1)
            }

    def may_hold(self, term: str) -> bool:
        """Say whether a term may stand in one of the texts; a short one always may."""
        if self.known is None or len(term) < _GRAM:
            return True
        return term[:_GRAM] in self.known and term[-_GRAM:] in self.known


def _gap(needle: Needle) -> str:
    """Return what may stand within a term; in a short number a hyphen makes a range, "10-15"."""
    short = needle.solid.isdigit() and len(needle.solid) < _LEAST_NUMBER
    return _GAP if short else _GAP_IN_WORDS


def _forwards(plain: str, needle: Needle, gap: str) -> Iterator[tuple[int, int]]:
    for one in _pattern(needle.solid, gap).finditer(plain):
        if not spells_by_chance(one[0], needle.words, one[0]):
            yield one.span()


def _stands_backwards(needle: Needle, plain: str, solid: str, gap: str) -> bool:
    if needle.key[::-1] not in solid:
        return False
    return _pattern(needle.backwards, gap).search(plain) is not None


def _views(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways in which a text may be read: each with, and without, its white space."""
    for one in _writings(text):
        plain = _plain(one)
        yield plain, _without_space(plain)
        # That a hyphen ends a line at all is found out much faster than where a word goes on.
        joined = _HYPHENATED.sub("", plain) if _LINE_ENDS.search(plain) else plain
        if joined != plain:
            yield joined, _without_space(joined)


def _writings(text: str) -> Iterable[str]:
    """Return a text, and what else it may say: in letters alone, without its lines' numbers."""
    return dict.fromkeys((text, as_latin(text), without_line_numbers(text)))


def _plain(text: str) -> str:
    """Return a text without case, accents and unseen characters."""
    if text.isascii():
        return text.lower().replace("`", "'")
    # A soft hyphen at the end of a line is a hyphen; elsewhere it is unseen.
    text = _SOFT_AT_END.sub("-", text)
    # What is not ASCII is looked at apart: it is little of most texts, and costs most of the time.
    return _BEYOND_ASCII.sub(_folded, text.lower()).replace("`", "'")


def _folded(found: re.Match[str]) -> str:
    return _fold(found[0]) if len(found[0]) < _LONG else _fold.__wrapped__(found[0])


@lru_cache(maxsize=4096)
def _fold(run: str) -> str:
    """Return a run of characters that are not ASCII without case, accents and unseen ones."""
    folded = run.casefold().translate(_ALIKE)
    decomposed = unicodedata.normalize("NFKD", folded).casefold().translate(_ALL_ALIKE)
    if decomposed.isascii() and decomposed.isprintable():
        return decomposed
    unseen = dict.fromkeys((ord(letter) for letter in set(decomposed) if is_unseen(letter)), None)
    return decomposed.translate(unseen) if unseen else decomposed
