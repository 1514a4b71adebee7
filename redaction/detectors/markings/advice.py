"""What the council's own lawyers advised, told where nothing marks it.

Advice is privileged whether or not somebody wrote so over it (DPA 2018 Sch 2 para 19): "spoke to
Jo in legal, who felt that the evidence would not stand up". What the family's lawyers say is no
secret of the council's, nor is when a hearing is or what was said in court.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recordkeeping.disclosure.findings import Span

_ANY = re.compile(
    r"[Ll](?:egal|EGAL|awyer|AWYER)|[Cc](?:ounsel|OUNSEL)|[Ss](?:olicitor|OLICITOR)"
    r"|[Bb](?:arrister|ARRISTER)"
)
_OFFICE = (
    r"(?:(?:the )?(?:council|county|borough|city|local authority|authority|department|la)"
    r"(?:['\u2019]s)?"
    r"|(?:the )?(?:senior|principal|in-?house|duty|child ?care)|our)"
)
_LAWYER = (
    rf"(?:{_OFFICE} (?:\w+ )?(?:solicitors?|lawyers?|barristers?|counsel)"
    r"|(?:leading |junior )?counsel"
    r"|(?:the |our )?legal(?: services| department| dept| team| section)?)"
)
_KNOWN_BY = r"(?:,? \([^)]{1,40}\)|,?(?: (?-i:[A-Z])[\w'\u2019.-]*){1,3})?"
_HELPS = (
    r"(?:,? (?:who|and|has|have|had|is|was|were|also|both|then|now|still|therefore|does|did"
    r"|do|not|clearly|firmly|since|today))*"
)
_ADVISES = r"(?:advis(?:es?|ed|ing)|doesn.t|don.t|didn.t)"
_THINKS = (
    r"(?:thinks?|thought|considers?|considered|believes?|believed|feels?|felt|doubts?|doubted"
    r"|warns?|warned|cautions?|cautioned|suggests?|suggested|recommends?|recommended|says?|said"
    r"|told (?:us|me)|(?:of the|takes the|took the) (?:view|opinion)"
    r"|(?:real |some |grave |serious )?doubts|happy|satisfied|confident|concerned|worried|clear)"
)
_FAMILY = (
    r"(?:mum|dad|mother|father|parents?|grandmother|grandfather|grandparents|carers?|child|children"
    r"|guardian|family|her|him|them|you)"
)
_OF_LAWYERS = r"(?:solicitors?|lawyers?|barristers?|counsel|legal)"
_ADVISED = re.compile(
    rf"\b{_LAWYER}{_KNOWN_BY},?{_HELPS}"
    rf" (?:{_ADVISES}(?! (?:the )?{_FAMILY}\b)|(?P<weak>{_THINKS}))\b"
    rf"|\b(?:been |was |were )(?:legally )?advised by {_LAWYER}\b"
    rf"|\b(?:(?:advice|view|opinion) (?:of|from) {_LAWYER}"
    rf"|{_LAWYER}['\u2019]s (?:advice|view|opinion)"
    r"|legal advice)"
    r"(?: (?:sought|received|given|obtained|taken|from|of|by|\(?\d)[^.!?:;]{0,40}?)?"
    r"(?:,? (?:is|was|remains|being)(?: (?:still|clearly|now|therefore))?,?"
    r" (?:that|to|not to|against)\b"
    r"| ?: )",
    re.IGNORECASE,
)
_NOT_OURS = re.compile(
    r"(?:\b(?!(?:council|county|borough|city|authority|department|team|la)['\u2019])"
    r"\w+(?:['\u2019]s|s['\u2019])"
    rf"|\b(?:her|his|their|my|your|own|independent)) (?:\w+ )?{_OF_LAWYERS}\b"
    rf"|\b{_OF_LAWYERS} (?:for|acting|representing|on behalf|instructed)\b"
    rf"|\b(?:{_FAMILY}|she|he|they)(?: (?:was|were|has|have|had|been|also|then|both))*"
    r" (?:legally )?advised by\b"
    r"|\b(?:seek|get|getting|seeking|need|take|entitled to|free) (?:\w+ ){0,2}legal\b"
    r"|\b(?:in court|to the court|told the|asked the|submitted|submissions?|addressed)\b",
    re.IGNORECASE,
)
"""Before the words of advice: another's lawyer, or one who speaks to a court."""
_LAW = re.compile(
    r"\b(?:threshold|prospects?|evidence|grounds?|court (?:would|will|might|may|could|is)|judge"
    r"|e?ico|epo|iso|orders?|proceedings|section \d+|s\.? ?\d\d|applications?|apply(?:ing)?"
    r"|witness\w*|hearsay|settl\w+|conced\w+|oppos\w+|contest\w*|liab\w+|claims?|(?:un)?lawful(?:ly)?|appeal\w*"
    r"|judicial review|criticis\w+|issu(?:e|ing)|statements?|disclos\w+|human rights|article \d+"
    r"|pleaded|merits?|strong|weak|thin|arguable|paras?|risk)\b",
    re.IGNORECASE,
)
_ARRANGES = re.compile(
    r"\b(?:hearings? (?:is|was|has|had|will|on|at|date)|listed|adjourned|vacated|court \d|room \d"
    r"|time estimate|at \d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"(?:in (?:her|his|their) (?:view|opinion|judg\w+)\b|(?:she|he|they|counsel|legal)"
    rf"(?: (?:also|further|then|therefore))*{_HELPS} (?:{_ADVISES}|{_THINKS}|would|wouldn.t)\b"
    r"(?! (?:the )?(?:ring|call back|be away|send)\b))",
    re.IGNORECASE,
)
"""How the next sentence begins that goes on with the advice."""
_ROLE = r"(?:(?:senior|principal|child ?care|council|la|local authority) )*"
_NAMED = re.compile(
    rf"\b(?P<name>(?-i:[A-Z])[\w'\u2019-]{{2,}})(?:,? \(|, | - |\s*\|\s*)"
    rf"(?:{_ROLE}(?:solicitor|lawyer|barrister)|legal services|legal dep\w+|legal team|legal)\b"
    r"(?=\s*[),;|\n]|\s*$|\. )",
    re.IGNORECASE | re.MULTILINE,
)
"""Where a paper says who is its lawyer: "R Shah (solicitor)", and nobody else's."""
_BEGINS = re.compile(r"(?<!\b(?:Mr|Ms|Dr))(?<!\bMrs)[.!?][\"')\]]*\s+|\n\s*\n\s*|\A")
_STOPS = re.compile(r"(?<!\b(?:Mr|Ms|Dr))(?<!\bMrs)[.!?](?=[\"')\]]*(?:\s|\Z))|\n\s*\n|\Z")
_FAR = 500  # letters of a sentence on either side
_LINE_OF_ITS_OWN = 50  # letters: below a shorter line, a capital begins something else


def advised(text: str) -> Iterator[Span]:
    """Yield the sentences that tell what the council's lawyers advised, in order."""
    done = -1
    places = [m.start() for m in _ANY.finditer(text)]
    if not places:
        return
    if (named := _by_name(text)) is not None:
        places = sorted({*places, *(m.start() for m in named.finditer(text))})
    for place in places:
        if place < done:
            continue
        start, end = _sentence(text, place)
        if not _is_advice(text[start:end], named):
            continue
        while (after := _next(text, end)) is not None:
            end = after
        done = end
        yield start, end


def _by_name(text: str) -> re.Pattern[str] | None:
    """Return how whom a paper names as a lawyer is told of as advising, if it names anybody."""
    names = {m["name"] for m in _NAMED.finditer(text)}
    if not names:
        return None
    whom = "|".join(map(re.escape, sorted(names)))
    return re.compile(
        rf"\b(?:{whom})(?: also| further| then)? advis(?:es|ed)\b(?! (?:the )?{_FAMILY}\b)"
    )


def _sentence(text: str, place: int) -> Span:
    start = max(
        (m.end() for m in _BEGINS.finditer(text, max(0, place - _FAR), place)),
        default=max(0, place - _FAR),
    )
    line = text.rfind("\n", start, place)
    while line >= start:
        above = text.rfind("\n", 0, line) + 1
        if line - above < _LINE_OF_ITS_OWN and not text[line + 1 : line + 2].islower():
            start = line + 1
            break
        line = text.rfind("\n", start, line)
    stop = _STOPS.search(text, place, min(len(text), place + _FAR))
    if stop is None:
        return start, min(len(text), place + _FAR)
    return start, stop.end() if stop[0] in (".", "!", "?") else stop.start()


def _is_advice(sentence: str, named: re.Pattern[str] | None) -> bool:
    words = " ".join(sentence.split())
    if words.endswith("?"):
        return False
    law = _LAW.search(words) is not None
    if named is not None and law and named.search(words):
        return True
    told = _ADVISED.search(words)
    if told is None or _NOT_OURS.search(words[: told.end()]):
        return False
    if told["weak"]:
        return law and not _ARRANGES.search(words)
    return law or not _ARRANGES.search(words)


def _next(text: str, end: int) -> int | None:
    """Return the end of the next sentence where it goes on with the advice of the one before."""
    begun = end + len(text[end : end + 8]) - len(text[end : end + 8].lstrip())
    if begun == end or "\n\n" in text[end:begun] or not _GOES_ON.match(text, begun):
        return None
    return _sentence(text, begun)[1]
