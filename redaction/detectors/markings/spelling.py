"""The words of markings as they were meant: misread, misspelt, s p a c e d  o u t, run together.

A word is only mended where it is no word of English, and only into a word that markings are made
of; a sentence is a marking by several of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.veto import is_ordinary
from redaction.detectors.normal import folded

_SMALL_WORDS_WORDS = """
a and any be by do for from his her in is it must no not of on only or our please should that the
their them this to with your
"""
_SMALL_WORDS = frozenset(_SMALL_WORDS_WORDS.split())
_LONG_WORDS_WORDS = """
above access adopter adopters adoption adoptive advice anonymity anonymous annex appendix birth
caller carer carers child children circulation client closed confidence confidential
confidentiality confidentially consent contains court customer data details disclose disclosed
disclosing disclosure disclosures discussed document exempt family father following harm health
identity immunity informant information intelligence interest kept legal legally litigation marac
mappa marking material medical mother note paragraph parent parents parties party patient person
police prejudice private privilege privileged professional professionals public record records
referral referrer release released releases remain report resident restricted restriction revealed
section sensitive serious service share shared sharing shown source strictly subject third user
users wishes withheld withhold without young
"""
_LONG_WORDS = tuple(_LONG_WORDS_WORDS.split())
_WORDS = _SMALL_WORDS | frozenset(_LONG_WORDS)
_LONGEST = max(map(len, _WORDS))
_PAIRS = {
    f"{one}{other}": f"{one} {other}"
    for one in _SMALL_WORDS
    for other in _SMALL_WORDS | {"do", "family", "client"}
    if one != other
}
"""Two small words between which a scanner saw no space: "donot", "tothe"."""
_FEWEST, _MANY = 5, 9  # letters: shorter words are not mended; of longer ones two may be wrong
_RUN_TOGETHER = 11
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[|!$\u20ac\u00a3](?=[^\W_])){4,}|\btobe\b")
_FIGURES = str.maketrans("01358|!$\u20ac\u00a3", "oiesblisel")
_SPELT = {
    phrase.replace(" ", ""): phrase
    for phrase in (
        "not to be disclosed", "not to be disclosed to service user",
        "not to be disclosed to client",
        "not to be disclosed to the service user", "not to be disclosed to family",
        "not to be disclosed to the family", "not to be disclosed to parents",
        "not to be shared with family", "not to be shared with the family",
        "not to be shared with service user", "not to be shared with parents",
        "do not disclose to service user", "do not disclose", "do not share with family",
        "not for disclosure", "not for disclosure to client", "not for disclosure to service user",
        "confidential not for release", "confidential not for disclosure", "not for release",
        "third party information", "third party section", "third party details",
        "restricted third party information", "confidential third party information",
        "confidential section", "confidential information", "confidential to professionals",
        "restricted access", "restricted information", "restricted section",
        "strictly confidential", "professionals only", "exempt from disclosure",
        "legally privileged", "legally privileged and confidential", "without prejudice",
        "legal professional privilege", "privileged and confidential", "police sensitive",
        "pii police sensitive", "confidential referrer", "confidential source",
        "anonymous referrer", "referrer wishes to remain anonymous",
        "the referrer wishes to remain anonymous", "medical in confidence",
        "end of restricted section", "end of third party information",
        "end of confidential section",
    )
}  # fmt: skip
_HEADINGS = tuple(_SPELT)
_SHORTEST_LINE, _LONG_LINE, _LONGEST_LINE = 10, 16, 60  # letters
_ALIKE, _MORE_ALIKE, _THE_SAME = 80, 88, 100  # hundredths of the letters of both that agree
_WORD = re.compile(r"[^\W_](?:[^\W_]|[|!$'])*")
_PLAIN = str.maketrans(
    "\u2018\u2019\u201a\u201b\u02bc\u00b4`\u2032\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00a0\u2007\u202f",
    "''''''''-------   ",
)
_AT_LINE_END = re.compile(
    r"(?<![^\W\d_])([^\W\d_]{2,})([-\u2010\u2011\u00ad\u00ac][ \t]*\n[ \t>|]*)"
    r"([^\W\d_]{2,})(?![^\W\d_])"
)
_APART = re.compile(r"(?<![^\W_])[^\W_](?:[ .*_\u00a0\u00b7-]{1,8}[^\W_]){5,}(?![^\W_])")
_WIDE = re.compile(r"[ \u00a0]{2,}|[ \u00a0]*[.*_\u00b7-][ \u00a0]+[.*_\u00b7-]?[ \u00a0]*")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text in small letters as it was meant; `span` says where a stretch of it came from."""

    text: str = field(repr=False)
    at: tuple[int, ...] = (0,)
    came_from: tuple[Span, ...] = ((0, 0),)  # of each piece, where it began and where it ended

    def span(self, start: int, end: int) -> Span:
        """Return where a stretch stands in the original."""
        return self._place(start, last=False), self._place(end - 1, last=True)

    def _place(self, at: int, *, last: bool) -> int:
        piece = bisect_right(self.at, at) - 1
        start, end = self.came_from[piece]
        if start == end or end < 0:  # a piece as it was written
            return start + at - self.at[piece] + (1 if last else 0)
        return end if last else start


def mended(text: str) -> Mended:
    """Return a text as its markings were meant."""
    plain = _small(text)
    edits = {*_joined(plain), *_together(plain), *_misread(plain), *_headings(plain)}
    if not edits:
        return Mended(plain)
    pieces, at, came_from = list[str](), list[int](), list[Span]()
    done = length = 0
    for start, end, words in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < done:
            continue
        for piece, source in ((plain[done:start], (done, done)), (words, (start, end))):
            if piece:
                at.append(length)
                came_from.append(source)
                pieces.append(piece)
                length += len(piece)
        done = end
    at.append(length)
    came_from.append((done, done))
    return Mended("".join([*pieces, plain[done:]]), tuple(at), tuple(came_from))


def _small(text: str) -> str:
    # The one letter that becomes two as a small one would move all that follows.
    return text.replace("\u0130", "I").lower().translate(_PLAIN)


def _joined(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield words parted at a line's end."""
    for parted in _AT_LINE_END.finditer(plain):
        if word := _meant(parted[1] + parted[3]):
            yield *parted.span(), word


def _together(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield runs of single letters, or of words without a space, that are words of markings."""
    for run in _APART.finditer(plain):
        words = ["".join(filter(str.isalnum, word)) for word in _WIDE.split(run[0])]
        said = " ".join(_meant(word) or _parted(word) for word in words)
        if not all(said.split(" ")):
            said = _parted("".join(words))
        if said:
            yield *run.span(), said


def _misread(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield words that are none, beside what they were meant to be."""
    tokens = {token[0] for token in _TOKEN.finditer(plain)}
    meant = {token: word for token in tokens if (word := _mending(token))}
    for token, word in meant.items():
        at = plain.find(token)
        while at >= 0:
            yield at, at + len(token), word
            at = plain.find(token, at + len(token))


def _headings(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield short lines that are a marking but for some letters, however the words are parted."""
    at = 0
    for line in plain.split("\n"):
        if _SHORTEST_LINE <= len(line) <= _LONGEST_LINE:
            letters = "".join(filter(str.isalnum, line)).translate(_FIGURES)
            best = process.extractOne(letters, _HEADINGS, scorer=fuzz.ratio, score_cutoff=_ALIKE)
            if best and (best[1] >= _MORE_ALIKE or len(letters) >= _LONG_LINE):
                words = _WORD.findall(line)
                parted = best[1] == _THE_SAME and " ".join(words) != _SPELT[best[0]]
                if parted or not all(word in _WORDS or is_ordinary(word) for word in words):
                    yield at, at + len(line), _SPELT[best[0]]
        at += len(line) + 1


@lru_cache(maxsize=65_536)
def _mending(token: str) -> str:
    """Return what stands instead of a word, or nothing where it stays as it is."""
    if token in _WORDS:
        return ""
    run_together = len(token) >= _RUN_TOGETHER
    word = _PAIRS.get(token) or _meant(token) or (_parted(token) if run_together else "")
    return "" if word == token or not word or is_ordinary(token) else word


def _meant(word: str) -> str:
    """Return the word of markings that this is, but for a letter or two."""
    if word in _WORDS:
        return word
    word = folded(word).translate(_FIGURES)
    if word in _WORDS:
        return word
    best = process.extractOne(word, _LONG_WORDS, scorer=OSA.distance, score_cutoff=2)
    if best is None or len(best[0]) < _FEWEST or len(word) < _FEWEST:
        return ""
    return best[0] if best[1] <= (2 if len(best[0]) >= _MANY else 1) else ""


def _parted(letters: str) -> str:
    """Return letters as words of markings with spaces between; nothing where some are left over."""
    letters = letters.translate(_FIGURES)
    if len(letters) > 4 * _LONGEST or not letters:
        return ""
    best: list[tuple[str, ...] | None] = [()] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        ways = [
            (*before, letters[start:end])
            for start in range(max(0, end - _LONGEST), end)
            if (before := best[start]) is not None and letters[start:end] in _WORDS
        ]
        best[end] = min(ways, key=len, default=None)
    return " ".join(best[-1] or ())
