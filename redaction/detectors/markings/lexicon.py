"""What markings say: their words, what they mean, and how plainly they have to stand.

"Not to be disclosed to service user" and its family (detection brief §3.4; domain brief §3.2). A
phrase is an order, which counts in any sentence; a notice, which counts where it stands by itself,
as a heading, a label, a bracket or a cell of a table; or weak, which counts where it stands alone.

Deliberately no marking of release:
- "Private and confidential" above an address or at the head of a letter: how an envelope is
  addressed. It says who may open a letter, who may be the subject. Elsewhere, alone and in
  capitals over a passage, it counts.
- "OFFICIAL - SENSITIVE (PERSONAL)" and the other classes of the Government Security Classifications
  (2014, 2023): how a paper is handled and sent. Neither is "not protectively marked", nor
  "restricted when complete", as police forms say.
- "For office use only": which part of a form the council fills in.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.composed import composed
from redaction.detectors.markings.judged import judged
from redaction.detectors.markings.phrases import GROUPS, Force, Meaning, worded
from redaction.detectors.markings.spelling import Mended
from redaction.detectors.markings.things import is_of_things


@dataclass(frozen=True, slots=True)
class Sign:
    """A phrase of a marking, and where it stands.

    `part` says that it names a part of a paper ("third party information"), `bare` that it
    restricts nothing where a letter is addressed ("private and confidential"), `judged` that how
    it stands was weighed already.
    """

    span: Span
    meaning: Meaning
    force: Force
    part: bool = False
    bare: bool = False
    judged: bool = False


_ABBREVIATIONS = tuple(
    (re.compile(rf"\b(?:{letters})(?!\w)"), meaning, force)
    for letters, meaning, force in (
        ("LPP", Meaning.PRIVILEGE, Force.WEAK),
        (
            r"(?:NTB[SD]|NFD)(?: (?:with|to|by|for) (?:the )?[A-Za-z]+)?",
            Meaning.RESTRICTED,
            Force.NOTICE,
        ),
        (r"(?i:n\. ?t\. ?b\. ?[ds]|n\. ?f\. ?d)", Meaning.RESTRICTED, Force.NOTICE),
        ("TPI", Meaning.THIRD_PARTY, Force.NOTICE),
        ("TP", Meaning.THIRD_PARTY, Force.WEAK),
    )
)
"""Not to be shared or disclosed, not for disclosure, third party information: in capitals."""
_NO_MARKING = re.compile(
    r"official[ ([:-]{1,4}sensitive(?:[ ([:-]{1,4}(?:personal|commercial|locsen|legal|market"
    r"|staff)[)\]]?)*"
    r"|not protectively marked|(?:restricted|confidential) \(?(?:when|once) completed?\)?"
    r"|protect ?[-:] ?(?:personal|private|staff)"
    r"|(?:no longer|not|isn't|never|nothing|hardly) (?:\w+ )?(?:confidential|restricted|privileged)"
)
_PART = re.compile(
    r"(?:information|info|section|material|details?|data|annexe?|appendix|addendum|supplement"
    r"|part|note"
    r"|content|minutes?|slip|sheet|discussion|entry|page|paragraph|input|referral|source"
    r"|referrer)\Z"
)
_ADDRESSED = re.compile(
    r"(?:strictly )?(?:private|personal)(?:,? (?:and|&|\+)|,|/| -)? (?:strictly )?confidential"
    r"|confidential (?:and|&) (?:private|personal)"
)
_DECLINED = re.compile(
    r"(?:\b(?:not|no longer|never|nor)|n't) (?:[^\W_]++ ){0,2}$|\b(?:why|whether) (?:[^\W_]++ "
    r"){0,3}$"
)
_TALKED_OF = re.compile(
    r"\b(?:marked|stamped|headed|labell?ed|entitled|titled|words?|phrase)(?: as)? ?[\"'(]* ?$"
)
_QUOTED = re.compile(
    r"\"\s(?:is|are|was|were|means?|meant|appears?|appeared|stands|stood|has been|had been)\b"
)
"""How words in quotation marks are spoken of: '"not to be disclosed" is written on files'."""
_BESIDE = tuple(
    (meaning, re.compile(words, re.IGNORECASE))
    for meaning, words in (
        (Meaning.COURT, r"\b(?:leave|permission|order|direction)s? of the (?:court|judge)\b"
         r"|\bcourt.{0,2} (?:leave|permission|order)"),
        (Meaning.POLICE, r"\b(?:police|constabulary|marac|mappa|pnc)\b"),
        (Meaning.HEALTH, r"\b(?:patient|consultant|psychiatr\w+|psycholog\w+|paediatric\w*"
         r"|clinic\w+|medical\w*|doctor|gp"
         r"|health (?:professional|information|data))\b"),
        (Meaning.PRIVILEGE, r"\b(?:solicitor|lawyer|counsel|legal (?:advice|services"
         r"|department))\b"),
        (Meaning.ADOPTION, r"\badopt(?:ion|ive|ed|er|ers)\b"),
        (Meaning.REFERRER, r"\b(?:referrer|informant|caller|anonymous|anonymity)\b|\bsource\b"),
        (Meaning.THIRD_PARTY, r"\b(?:third|3rd)[ -]part(?:y|ies)\b"),
    )
)  # fmt: skip
_SPOKEN = re.compile(r"\w.*[\"'] *$")
_TELLS_SOMEBODY = re.compile(
    worded("{DO_NOT} (?:share|show|give|pass|copy|send|tell|mention|inform)")
)
_SAID = re.compile(
    r"(?:[\"'][.,!]?|[,!][\"']?|\.[\"']) ?(?:he|she|they|[^\W\d_]+)"
    r" (?:said|says|told|asked|shouted|whispered|added)\b"
)
_SAID_TO_US = re.compile(r"\bi(?:'ve|'d| have| had)? (?:said|told|spoken?|mentioned)$")
"""What somebody asks of whom they tell it, in their own words: "don't tell Mum I said"."""
_OUTSIDE = (
    r"(?:to|with|by) (?:any |the |an? |other |any other |any(?:one|body) |people )?"
    r"(?:not present|third part|3rd "
    r"part|public|outside|strangers|press\b|media\b|journalis|reporter|neighbours|unauthori[sz]ed"
    r"|(?:other )?(?:agenc|organi[sz]ation)|other (?:people|person|part)|others\b)"
)
_OUTSIDERS = re.compile(_OUTSIDE)
"""Whom papers are kept from, and who is not the person whom they are about."""
_NEXT_WORD = 9  # letters: " outside", of whom words end with "to anyone"
_OUTSIDERS_BEHIND = re.compile(r"\s" + _OUTSIDE.replace(" ", r"\s"))
_FORBIDS = re.compile(r"\b(?:n[o0][tlfi1]|never|cannot|\w+n't|dont)\b")
_AND_FAMILY = re.compile(
    r"\b(?:including|or|and|nor|even)\s(?:(?:to|with)\s)?(?:(?:the|his|her|their|any)\s)?(?:family|subject"
    r"|parents?|mother|father|mum|dad|child(?:ren)?|young\sperson|clients?|service\suser|patient)\b"
)
"""Who is meant beside outsiders: "to any third party including the subject or family"."""
_AND_FAR = 60  # letters
_RUNS_ON = re.compile(r"n[o0]|third|3rd|do\b")
_QUOTATION = re.compile(r"[\"\u201c](?P<title>[^\"\u201c\u201d\n]{3,90})[\"\u201d]")
_CALLED = re.compile(
    r"\b(?:on|called|titled|entitled|named|courses?|training|workshop|leaflet|booklet|webinar|session"
    r"|module|guide|poster|book|film|factsheet|read|watched|attended|the)\W*\Z",
    re.IGNORECASE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
"""How a course or a leaflet is called: booked on "Third Party Information: What To Redact"."""
_NOTHING_KEPT = re.compile(
    r"\b(?:nothing|no part|none|no (?:one|body|information|detail)s?)\b[^.;:!?\n]{0,60}\Z"
)
_KEPT = re.compile(
    r"(?:is|was|are|were|be|being|to be|to|has been|had been|need|needs)?\W*"
    r"(?:kept|held|withheld|hidden|concealed|keep|withhold|hide|conceal)\b"
)
"""What says that nothing is kept back: "nothing in it was to be kept from the children"."""
_UNDONE = re.compile(
    r"\b(?:shared|told|disclosed|shown|spoken of it|passed on|known)\b(?: \w+){0,4} (?:since|later"
    r"|afterwards|anyway|nonetheless|(?:her|him|them)sel(?:f|ves)|the (?:same|next) (?:day|evening"
    r"|week|morning))\b"
)
"""How a sentence goes on that tells of a wish of old which no longer holds."""
_THIS_ONE = re.compile(r"\bth(?:is|ese)\b")


def signs(meant: Mended, text: str) -> list[Sign]:
    """Return the phrases of markings in the order of the text; `text` is as it was written."""
    found: dict[Span, Sign] = {}
    for stems, phrases in GROUPS:
        for start, end in _stretches(meant.text, stems):
            quiet = [m.span() for m in _NO_MARKING.finditer(meant.text, start, end)]
            for meaning, force, pattern in phrases:
                for seen in pattern.finditer(meant.text, start, end):
                    if any(a < seen.end() and seen.start() < b for a, b in quiet):
                        continue
                    if is_of_things(meant.text, *seen.span()):
                        continue
                    sign = _sign(meant, seen, meaning, force)
                    if sign is not None:
                        found.setdefault(sign.span, sign)
    tabled = tuple(found.values())
    for stretch, force in composed(meant.text):
        if is_of_things(meant.text, *stretch):
            continue
        span = meant.span(*stretch)
        told = any(
            s.force is Force.ORDER and s.span[0] < span[1] and span[0] < s.span[1] for s in tabled
        )
        if force is Force.NOTICE or not told:
            found.setdefault(span, Sign(span, Meaning.RESTRICTED, force))
    listed = sorted(tabled, key=lambda sign: sign.span)
    starts = [sign.span[0] for sign in listed]
    longest = max((sign.span[1] - sign.span[0] for sign in listed), default=0)
    for stretch, force in judged(meant, text):
        span = meant.span(*stretch)
        low, high = bisect_left(starts, span[0] - longest), bisect_left(starts, span[1])
        near = [sign for sign in listed[low:high] if sign.span[1] > span[0]]
        if _is_told_already(meant.text[slice(*stretch)], near):
            continue
        if is_of_things(meant.text, *stretch):
            continue
        if not any(s.span[0] <= span[0] and span[1] <= s.span[1] for s in near):
            found.setdefault(span, Sign(span, Meaning.RESTRICTED, force, judged=True))
    for pattern, meaning, force in _ABBREVIATIONS:
        for seen in pattern.finditer(text):
            found.setdefault(seen.span(), Sign(seen.span(), meaning, force))
    return _without_shorter(sign for sign in found.values() if not _is_title(text, sign.span))


def _is_told_already(words: str, near: Iterable[Sign]) -> bool:
    """Say whether a unit keeps out strangers only, or is a wish that is asked about alone."""
    quiet = sum(m.end() - m.start() for m in _NO_MARKING.finditer(words))
    outsiders = _FORBIDS.search(words) and _OUTSIDERS.search(words)
    if quiet * 2 > len(words) or (outsiders and not _AND_FAMILY.search(words)):
        return True
    return any(s.meaning is Meaning.REFERRER and s.force is Force.ORDER for s in near)


def meant_beside(words: str) -> Iterator[Meaning]:
    """Yield whom else a marking concerns, by what stands in its line: "not without the police"."""
    yield from (meaning for meaning, pattern in _BESIDE if pattern.search(words))


def _stretches(text: str, stems: Sequence[str]) -> Iterator[Span]:
    """Yield runs of lines in which a phrase may stand, one line about each: little is read."""
    lines = sorted({text.rfind("\n", 0, at) + 1 for stem in stems for at in _places(text, stem)})
    begun, reach = -1, -1
    for line in lines:
        first = text.rfind("\n", 0, max(0, line - 1)) + 1
        last = _line_end(text, _line_end(text, line) + 1)
        if begun >= 0 and first <= reach:
            reach = last
            continue
        if begun >= 0:
            yield begun, reach
        begun, reach = first, last
    if begun >= 0:
        yield begun, reach


def _places(text: str, stem: str) -> Iterator[int]:
    at = text.find(stem)
    while at >= 0:
        yield at
        at = text.find(stem, at + len(stem))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _sign(meant: Mended, seen: re.Match[str], meaning: Meaning, force: Force) -> Sign | None:
    before = meant.text[max(0, seen.start() - 60) : seen.start()].rpartition("\n\n")[2]
    before = before.replace("\n", " ")
    joined = meant.text.startswith("and", seen.start())
    words = " ".join(seen[0].split())
    if force is Force.ORDER and not joined and _DECLINED.search(before):
        return None
    if _KEPT.match(words) and _NOTHING_KEPT.search(before) and not _FORBIDS.search(words):
        return None
    if before.endswith('"') and _QUOTED.match(meant.text, seen.end()):
        return None
    if _TALKED_OF.search(before) and not _THIS_ONE.search(before):
        return None
    if not _SAID_TO_US.search(words):
        if _SPOKEN.search(before) and _TELLS_SOMEBODY.match(words):
            return None
        if _SAID.match(meant.text, seen.end()):
            return None
    if force is Force.ORDER and _UNDONE.search(meant.text[seen.end() : _line_or_stop(meant, seen)]):
        return None
    if force is Force.NOTICE and "\n" in seen[0] and not _RUNS_ON.match(words):
        return None  # below a banner stands the next line
    far = meant.text[seen.start() : seen.end() + _AND_FAR]
    if (_FORBIDS.search(words) and not _AND_FAMILY.search(far)) and (
        _OUTSIDERS.search(f"{words}{meant.text[seen.end() : seen.end() + _NEXT_WORD]}")
        or _OUTSIDERS_BEHIND.match(meant.text, seen.end())
    ):
        return None
    span, bare = meant.span(*seen.span()), False
    if force is Force.WEAK and "confidential" in words:
        low, high = max(0, seen.start() - 30), min(len(meant.text), seen.end() + 30)
        for around in _ADDRESSED.finditer(meant.text, low, high):
            if around.start() < seen.end() and seen.start() < around.end():
                span, bare = meant.span(*around.span()), True
    part = meaning is Meaning.REFERRER or _PART.search(words) is not None
    return Sign(span, meaning, force, part, bare)


def _is_title(text: str, span: Span) -> bool:
    """Say whether words are within what a course, a leaflet or a book is called."""
    start = text.rfind("\n", 0, span[0]) + 1
    for quoted in _QUOTATION.finditer(text, start, _line_end(text, span[1])):
        if not quoted.start() < span[0] or quoted.end() < span[1]:
            continue
        before, words = text[start : quoted.start()], _LONG_WORD.findall(quoted["title"])
        spoken = before.rstrip()[-1:] != ":" and len(before.split()) > 1
        titled = len(words) > 1 and all(w[0].isupper() and not w.isupper() for w in words)
        asks = "?" in quoted["title"] and _CALLED.search(before) is not None
        return spoken and (titled or asks)
    return False


def _line_or_stop(meant: Mended, seen: re.Match[str]) -> int:
    """Return where the sentence in which a phrase stands ends, at most some words on."""
    stop = re.compile(r"[.!?](?=\s|$)|\n\s*\n").search(meant.text, seen.end(), seen.end() + 160)
    return stop.start() if stop else min(len(meant.text), seen.end() + 160)


def _without_shorter(found: Iterable[Sign]) -> list[Sign]:
    """Leave out phrases inside a longer one that say no more than it does."""
    kept: list[Sign] = []
    for sign in sorted(found, key=lambda s: (s.span[0], -s.span[1])):
        around = [k for k in kept[-3:] if sign.span[1] <= k.span[1] and not k.judged]
        if not any(sign.force is Force.WEAK or k.meaning is sign.meaning for k in around):
            kept.append(sign)
    return kept
