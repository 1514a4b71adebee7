"""How the phrases of a marking stand: alone, as a label, in a bracket, in a cell, in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, islice

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.layout import (
    CELL,
    Layout,
    Style,
    is_capitals,
    is_row,
    tells,
)
from redaction.detectors.markings.lexicon import Sign, meant_beside
from redaction.detectors.markings.phrases import Force, Meaning

_HEADLINE = 90
_FEW = 9  # words beside the marking in a heading
_LEAD_IN = 4  # words before the marking that say what it is about
_MORE_LEAD_IN = 8  # the same, where a colon follows
_COLON = re.compile(r"\s*[\])*_]*\s*:\s*\S")
_LEADS_DOWN = re.compile(
    r"\W*(?:the )?(?:remainder|rest) of (?:this|the)\b|\W*what follows\b|\W*(?:everything )?below\b"
    r"|\W*from here\b",
    re.IGNORECASE,
)
_FEW_BEFORE = 6  # words of a heading before what it forbids
_TOLD = 3  # words before the marking that may be what it marks
_COMMAND = re.compile(
    r"(?:not\s+(?:to\s+be|for|to\s+go)|hidden\s+from|withh[eo]ld\s+from|must\s+not|should\s+not|to\s+be|kept|held|hold)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"[:,\u2010-\u2014|(\[)-]\s*[*_(\[]*\s*$")
_STOP = re.compile(r"[^\W\d_]{3,}[.!?;]")
_SIGNS = (
    " \t\u00a0*_#=~^\u2191.,;:!|/\\<>-\u2010\u2011\u2012\u2013\u2014\u2022\u25a0()[]{}"
    "\"'\u201c\u201d\u2018\u2019"
)
_ORNAMENTS = " \t\u00a0*_#=~([{<>-\"'"
_FILLERS_WORDS = """
a and as below caution confidential contains dpa file following follows for gdpr highly important
in information is it marked material most n.b nb note private restricted sensitive notice of only
or page paragraph part please ref release sar section starts begins begin start strictly that the
this to under very warning until without with official official-sensitive official-sensitive:
"""
_FILLERS = frozenset(_FILLERS_WORDS.split())
_SEPARATED = re.compile(r"^\s*[\])*_]*\s*[:\u2010-\u2014|(\[-]")
_SEPARATED_BEFORE = re.compile(r"[:;\u2010-\u2014|(\[)-]\s*[*_(\[]*\s*$")
CONTENT = re.compile(r"^\s*[\])*_]*\s*[:.\u2010-\u2014-]+\s*(?=\S)")
_SEPARATORS = " \\t:.\u2010-\u2014|-"
_CLOSES = {
    "[": r"\]+", "(": r"\)+", "{": r"\}+", "<": ">+", "*": r"\*+", "_": "_+", "=": "=+", "~": "~+",
    "#": "#+",
}  # fmt: skip
"""How a label's ornament closes again."""
_TAIL = re.compile(r"(?:,? [^\W\d_][\w'\u2019-]*| \d{1,2}){1,9}[)\]]?\s*:\s*(?=\S)")
"""What a label may say before its colon: "Not to be given to her with the book: her aunt"."""
_GOES_ON = 3  # words beside a label in a bracket that are what it marks
_SPEAKS_OF_WORDS = """
her his she he they their them him i we my our had no none yes
"""
_SPEAKS_OF = frozenset(_SPEAKS_OF_WORDS.split())
_MOST_OF_WIDTH = 0.6
_TOPIC = re.compile(
    r"\W*(?:about|from|of|on|re|regarding|concerning|relating|provided|given|received|shared|in"
    r"|for|to (?:the )?(?:\w+ )?(?:managers?|chair|head|team|panel|court|judge|gp|worker"
    r"|police))\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^\W*(?:no?|none|nil|n/?a|not applicable|not known|unknown|false|\u2610.*|\[ "
    r"?\].*)(?:\W+(?:known|noted|recorded"
    r"|shared|held|provided|applicable|at (?:this|the) time|to (?:note|record)))*\W*$",
    re.IGNORECASE,
)
_CHOICES = re.compile(r"\((?:y(?:es)?\W{1,3}no?|delete [^)]{0,30}|tick[^)]{0,30})\)", re.IGNORECASE)
_UNCHOSEN = re.compile(
    r"\W{0,4}y(?:es)?\s*/\s*no?\b\W*(?:(?:please )?(?:ring|circle|tick|delete|select)\b[^.\n]*)?$",
    re.IGNORECASE,
)
"""The answers of a form, of which none is chosen: "Confidential? Y / N (please ring)"."""
_QUESTION = re.compile(
    r"\W*(?:q(?:uestion)?\W?)?(?:\d{1,2}(?:\.\d{1,2})*\w?[.):]?)?\s*(?:(?:is|are) (?:there|any"
    r"|this|these)|(?:does|do|did|has|have)\b.{0,40}\b(?:any|anything|information|details)"
    r"|any\b|what|which)\b",
    re.IGNORECASE,
)
_SAYS_YES = re.compile(r"\W*(?:yes|y)\b", re.IGNORECASE)
_SAYS_NO = re.compile(r"\W*(?:no|not|none|nil|n/?a|nothing|unknown)\b", re.IGNORECASE)
_ANSWERED = re.compile(
    rf"\s*[\])*_]*\s*(?:{_CHOICES.pattern})?\s*(?:[:?=\t|\u2010-\u2014-]|\s{{2,}})\s*(.+)$",
    re.DOTALL | re.IGNORECASE,
)
_EVENT = re.compile(
    r"\b(?:anonymous|confidential)\s+(?:referral|call|tip.?off|allegation)\b|\b(?:marac"
    r"|mappa)\b.*\breferral"
    r"|\bpnc\s+(?:checks?|search(?:es)?|disclosures?)\b",
    re.IGNORECASE,
)
"""What a chronology tells, and no part of a paper is called."""
_FORBIDS = re.compile(r"\b(?:n[o0][tlfi1]|never|cannot|\w+n.t|dont)\b", re.IGNORECASE)
_YES = re.compile(r"^\W*(?:yes|y|true|\u2611|\u2612|x)\W*$", re.IGNORECASE)
SUBJECT = re.compile(
    r"^\W*(?:subject|re|title|sensitivity|document|classification|status)\W{0,3}:", re.IGNORECASE
)
_DISCLAIMS = (
    re.compile(r"\bintended\b.{0,60}\b(?:recipient|only|solely|use|for)\b|addressee", re.I | re.S),
    re.compile(r"\bin error\b|\bif you (?:have|are|were) (?:received|not)\b", re.I),
    re.compile(r"\b(?:this|the) (?:e-?mail|message|transmission|communication|fax)\b", re.I),
    re.compile(r"\b(?:virus|monitored\b|unauthori[sz]ed\b|prohibited\b|delete\b|sender\b)", re.I),
    re.compile(r"\bdisclaimer\b|\bconfidentiality notice\b", re.I),
    re.compile(r"\b(?:person|party|those|whom it is) addressed\b", re.I),
    re.compile(
        r"\b(?:e-?mail|message|transmission|communication|fax|attachments?)\b[^.]{0,60}"
        r"\b(?:confidential|privileged)\b", re.I | re.S
    ),
    re.compile(r"\b(?:named|intended) recipient|\bmay (?:contain|be (?:\w+ )?privileged)\b", re.I),
)  # fmt: skip
_CHAT = re.compile(
    r"\W*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},? +)?\(?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: "
    r"?[ap]m)?[\])]*"
    r"(?: -)? +[^:\n]{1,30}: |[^:\n(]{1,30} \(\d{1,2}[:.]\d{2}(?: ?[ap]m)?\): ",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"disclos|confiden|restrict|privileg|third|3rd|not to be|not for|withh|redact", re.IGNORECASE
)
_AROUND = 500  # letters of a disclaimer around its words
_FAMILY = re.compile(
    r"\b(?:service\W+user|client|family|child|young\W+person|mother|father|parents?|mum|dad"
    r"|subject|patient)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:do not|don.?t|never|wish|want|ask|request|prefer|must|should|is|are|does|did|name"
    r"|identity|promised"
    r"|disclosure|cause)",
    re.IGNORECASE,
)
_CELL_EDGE = re.compile(r"\t|\|| {3,}")
_COLUMN = re.compile(
    r"(?:date|time|event|entry|source|name|relation(?:ship)?|details?|comments?|action|by whom"
    r"|author"
    r"|worker|notes?|address|type|no\.?|number|ref)\W*$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2})*")


@dataclass(frozen=True, slots=True)
class Standing:
    """The phrases of one line, and how they stand there."""

    line: int
    last: int
    signs: tuple[Sign, ...]
    before: str = field(repr=False)
    after: str = field(repr=False)
    rest: str = field(repr=False)
    words: str = field(repr=False)
    beside: tuple[Meaning, ...] = ()
    told: str = field(default="", repr=False)

    @property
    def force(self) -> Force:
        """Return the plainest that any of them says."""
        return max(sign.force for sign in self.signs)

    @property
    def meanings(self) -> tuple[Meaning, ...]:
        """Return what they protect, each once."""
        return tuple(dict.fromkeys((*(sign.meaning for sign in self.signs), *self.beside)))

    @property
    def is_part(self) -> bool:
        """Say whether they name a part of a paper, and restrict no more than that."""
        return all(sign.part for sign in self.signs)

    @property
    def is_bare(self) -> bool:
        """Say whether they say no more than an envelope does."""
        return all(sign.bare for sign in self.signs)


def standings(layout: Layout, text: str, signs: Sequence[Sign]) -> Iterator[Standing]:
    """Yield the phrases line by line, with what stands about them."""
    for n, of_line in groupby(signs, key=lambda sign: layout.line_at(sign.span[0])):
        yield standing(layout, text, n, tuple(of_line))


def standing(layout: Layout, text: str, n: int, here: Sequence[Sign]) -> Standing:
    """Return how phrases of line `n` stand there together."""
    line, last = layout.lines[n], layout.line_at(max(s.span[1] for s in here) - 1)
    start = min(s.span[0] for s in here)
    end = max(s.span[1] for s in here)
    stop = max(end, layout.lines[last].end)
    words, at = "", line.start
    for sign in here:
        words += text[at : max(at, sign.span[0])] + " "
        at = max(at, sign.span[1])
    rest = rest_of(words + text[at:stop])
    before, after = text[line.start : start], text[end:stop]
    # Of a long line, what stands right beside the words.
    near = f"{before[-_HEADLINE:]}{text[start:end]}{after[:_HEADLINE]}"
    beside = tuple(meant_beside(_within_sentence(near, before[-_HEADLINE:])))
    told = text[_first_run(text, here) : stop]
    return Standing(n, last, tuple(here), before, after, rest, text[start:end], beside, told)


def _first_run(text: str, here: Sequence[Sign]) -> int:
    """Return where the first phrases end between which and the next ones other words stand."""
    end = here[0].span[1]
    for sign in here[1:]:
        if rest_of(text[end : sign.span[0]]):
            break
        end = max(end, sign.span[1])
    return end


def one_by_one(layout: Layout, text: str, stands: Standing) -> Iterator[Standing]:
    """Yield phrases of a line by themselves that other words part.

    "Not for disclosure: she rang in confidence" is a label, and an order in what it marks.
    """
    pieces: list[list[Sign]] = []
    for sign in stands.signs:
        if pieces and not rest_of(text[pieces[-1][-1].span[1] : sign.span[0]]):
            pieces[-1].append(sign)
        else:
            pieces.append([sign])
    if len(pieces) > 1:
        yield from (standing(layout, text, stands.line, piece) for piece in pieces)


def _within_sentence(near: str, before: str) -> str:
    """Return the sentence around a marking out of the words near it."""
    start = len(re.match(r"(?:.*[.!?]\s)?", before, re.DOTALL)[0])  # type: ignore[index]
    return near[start:]


def rest_of(words: str) -> str:
    """Return what a line says besides its markings."""
    said = [word.strip(_SIGNS) for word in words.split()]
    return " ".join(
        word
        for word in said
        if word and word.casefold() not in _FILLERS and not _NUMBERING.fullmatch(word)
    )


def is_split(stands: Standing) -> bool:
    """Say whether a stroke or a colon parts the marking from the rest of its line."""
    return _is_split_off(stands.before, stands.after)


def _is_split_off(before: str, after: str) -> bool:
    return bool(
        (not before.strip(_SIGNS) and _SEPARATED.match(after))
        or (not after.strip(_SIGNS) and _SEPARATED_BEFORE.search(before))
    )


def is_event(stands: Standing) -> bool:
    """Say whether the words tell what happened, as an entry of a chronology does."""
    return _EVENT.search(stands.words) is not None


def is_question(layout: Layout, stands: Standing) -> bool:
    """Say whether a form asks for what is marked: "Is anything not to be shared with family?"."""
    asked, mark, _ = stands.after.partition("?")
    if not mark or _STOP.search(asked) or stands.force is Force.WEAK:
        return False
    return _QUESTION.match(layout.lines[stands.line].text) is not None


def answered_on(layout: Layout, stands: Standing) -> int | None:
    """Return the line on which a form's question is answered, other than by no."""
    lines, n = layout.lines, stands.last
    _, _, answer = stands.after.partition("?")
    if not answer.strip(_SIGNS):
        n += 1
        if n >= len(lines) or layout.heading_at(n) is not None:
            return None
        answer = lines[n].text
    says_yes = _SAYS_YES.match(answer) is not None
    told = n != stands.last and answer.endswith(".") and not answer.rstrip().endswith("?")
    return n if says_yes or (told and not _SAYS_NO.match(answer)) else None


def is_declined(stands: Standing) -> bool:
    """Say whether a form says that there is nothing: "Third party information: none"."""
    if _UNCHOSEN.match(stands.after):
        return True
    label = _ANSWERED.match(stands.after)
    return label is not None and _NO.match(label[1]) is not None


def is_declined_below(layout: Layout, stands: Standing) -> bool:
    """Say whether the line below a form's label says that there is nothing."""
    below = layout.lines[stands.last + 1].text if stands.last + 1 < len(layout.lines) else ""
    label = not rest_of(_CHOICES.sub("", stands.after))
    return label and _NO.match(below) is not None


def is_affirmed(stands: Standing) -> bool:
    """Say whether a form says that it is so: "Restricted: yes"."""
    label = CONTENT.match(stands.after)
    answer = stands.after[label.end() :] if label else ""
    return bool(label and _YES.match(answer) and not rest_of(stands.before))


def is_chat(text: str) -> bool:
    """Say whether a line is a message out of a chat: "[18/5/20, 15:57] Lee: dont tell dad"."""
    return _CHAT.match(text) is not None


def is_formal(stands: Standing) -> bool:
    """Say whether the words are those of a record, and not what people ask of each other."""
    return _FORMAL.search(stands.words) is not None


def disclaims(text: str) -> bool:
    """Say whether a line is one of those that machines put below messages."""
    return sum(sign.search(text) is not None for sign in _DISCLAIMS) > 1


def is_disclaimer(text: str, stands: Standing) -> bool:
    """Say whether the words are those that machines put below every message."""
    if Meaning.RESTRICTED in stands.meanings and _FAMILY.search(stands.words):
        return False  # machines know no family
    start, end = stands.signs[0].span[0], stands.signs[-1].span[1]
    before = text[max(0, start - _AROUND) : start].rpartition("\n\n")[2]
    blocks = text[end : end + _AROUND].split("\n\n")
    # What stands by itself may head the next paragraph, and no other.
    after = blocks[0] if blocks[0].strip(_SIGNS + "\n") else "\n\n".join(blocks[:2])
    here = f"{before}{text[start:end]}{after}"
    return sum(sign.search(here) is not None for sign in _DISCLAIMS) >= 2


def opens_paragraph(layout: Layout, stands: Standing) -> bool:
    """Say whether a paragraph begins with the marking, but for a word of what it is about.

    "NB Not to be shared", "Police information - not for disclosure".
    """
    words = rest_of(stands.before).split()
    colon = stands.force is not Force.WEAK and _COLON.match(stands.after) is not None
    if words and colon and len(words) <= _MORE_LEAD_IN:
        first = layout.paragraph(stands.line)[0] == stands.line
        return first and _STOP.search(stands.before) is None
    if not words:
        return stands.words[:1].isupper() or bool(stands.before.strip())
    return (
        len(words) <= _LEAD_IN
        and layout.paragraph(stands.line)[0] == stands.line
        and _LEADS_IN.search(stands.before) is not None
        and _STOP.search(stands.before) is None
    )


def opens_content(stands: Standing) -> bool:
    """Say whether a sign parts the marking from words that it marks."""
    return bool(content_of(stands))


def content_of(stands: Standing) -> str:
    """Return the words on its line that a label marks, or nothing where it opens none."""
    closing = _CLOSES.get(stands.before.strip()[-1:])
    if closing and (
        closed := re.match(rf"[^\n]{{0,60}}?{closing}[{_SEPARATORS}]*(?=\S)", stands.told)
    ):
        return stands.told[closed.end() :]
    if CONTENT.match(stands.after):
        return CONTENT.sub("", stands.after, count=1)
    if content := CONTENT.match(stands.told):
        return stands.told[content.end() :]
    if stands.force is not Force.WEAK and (tail := _TAIL.match(stands.told)):
        return stands.told[tail.end() :]
    return ""


def tells_on(layout: Layout, stands: Standing) -> bool:
    """Say whether what a label marks begins on its line and goes on: it is no heading then.

    "Not for the family: her aunt" above "rang".
    """
    content = content_of(stands)
    said = rest_of(content).split()
    if not said or is_capitals(content) or content.rstrip().endswith(":"):
        return False
    first, last = layout.paragraph(stands.last)
    if last == stands.last:
        return stands.before.strip()[-1:] in _CLOSES and len(said) >= _GOES_ON
    lines = layout.lines
    widest = max(len(lines[m].text) for m in range(first, last + 1) if m not in layout.repeated)
    below = next((lines[m].text for m in range(stands.last + 1, last + 1) if lines[m].text), "")
    return below[:1].islower() or len(lines[stands.last].text) >= _MOST_OF_WIDTH * widest


def is_command(text: str, stands: Standing) -> bool:
    """Say whether a sentence begins with what it forbids: "Not to be shown to her without me."."""
    start = stands.signs[0].span[0]
    before = text[max(0, start - _HEADLINE) : start].rstrip(_ORNAMENTS)
    begins = not before or before[-1] in ".!?\n"
    return begins and stands.words[:1].isupper() and _COMMAND.match(stands.words) is not None


def closes_paragraph(stands: Standing) -> bool:
    """Say whether a stroke parts the marking from words before it, and nothing follows."""
    return (
        not stands.after.strip(_SIGNS)
        and len(rest_of(stands.before).split()) >= _TOLD
        and _SEPARATED_BEFORE.search(stands.before) is not None
    )


def is_alone(layout: Layout, stands: Standing) -> bool:
    """Say whether a line is the marking, or a heading that holds it."""
    line = layout.lines[stands.line]
    whole = (
        line.text if stands.last == stands.line else f"{line.text} {layout.lines[stands.last].text}"
    )
    if is_affirmed(stands):
        return True
    if not stands.rest:
        return not (stands.force is Force.ORDER and _is_sentence(stands, whole))
    if tells_on(layout, stands):
        return False
    if _LEADS_DOWN.match(line.text) and not rest_of(stands.after):
        return True
    if len(whole) > _HEADLINE or whole.rstrip("*_)] ")[-1:] in ".?!;," or is_row(line.text):
        return False
    if len(stands.rest.split()) > _FEW:
        return False
    if whole.endswith(":") or is_capitals(whole) or whole[0] in "*#=[":
        return True
    if SUBJECT.match(line.text) and layout.is_mail:
        return True
    answered = CONTENT.match(stands.after)
    if answered and not stands.before.strip(_SIGNS + "0123456789"):
        # "Third party information: she rang" tells it on the line itself.
        return not _goes_on(stands.after[answered.end() :])
    heading = layout.heading_at(stands.line)
    if is_split(stands) or (heading is not None and heading.style is not Style.DATED):
        return True
    return (
        stands.line in layout.throughout
        or _is_plain_heading(layout, stands)
        or _closes_heading(layout, stands)
        or _closes_title(layout, stands)
    )


def _closes_heading(layout: Layout, stands: Standing) -> bool:
    """Say whether a line by itself says first what is forbidden: "Matters not to be shared"."""
    n, lines = stands.line, layout.lines
    above = lines[n - 1].text if n else ""
    below = lines[stands.last + 1].text if stands.last + 1 < len(lines) else ""
    words = rest_of(stands.before).split()
    return (
        not above
        and not below[:1].islower()
        and not rest_of(stands.after)
        and len(words) <= _FEW_BEFORE
        and lines[n].text[:1].isupper()
        and _FORBIDS.search(stands.words) is not None
        and (
            stands.force is Force.NOTICE
            # "Minutes of 14 June, not to be disclosed"
            or (stands.before.rstrip().endswith(",") and not any(map(tells, words)))
        )
    )


def stands_apart(layout: Layout, stands: Standing) -> bool:
    """Say whether empty lines stand above and below a line, as they do about a title."""
    lines = layout.lines
    n, last = stands.line, stands.last
    return (n == 0 or not lines[n - 1].text) and (
        last + 1 == len(lines) or not lines[last + 1].text
    )


def _closes_title(layout: Layout, stands: Standing) -> bool:
    """Say whether a title ends with the marking: "Counsel's advice, privileged"."""
    words = rest_of(stands.before).split()
    wish = {sign.meaning for sign in stands.signs} == {Meaning.REFERRER}
    return (
        stands.force is Force.NOTICE
        and not wish
        and not is_event(stands)
        and (stands_apart(layout, stands) or stands.line in layout.head)
        and len(words) <= _FEW_BEFORE
        and not rest_of(stands.after)
        and layout.lines[stands.line].text.strip(_SIGNS)[:1].isupper()
        and not any(tells(word) for word in words)
    )


def heads_with_topic(layout: Layout, stands: Standing) -> bool:
    """Say whether a line by itself is a marking and what it is about: "Privileged: for counsel".

    It tells nothing: it ends with no stop, and speaks of nobody.
    """
    whole = layout.lines[stands.line].text
    words = rest_of(stands.after).split()
    return (
        stands_apart(layout, stands)
        and not rest_of(stands.before)
        and is_split(stands)
        and whole.rstrip("*_)] ")[-1:] not in ".?!;,"
        and len(words) <= _FEW_BEFORE
        and not any(tells(word) or word.casefold() in _SPEAKS_OF for word in words)
    )


def _is_sentence(stands: Standing, whole: str) -> bool:
    """Say whether it is an order within what somebody tells: "Please do not tell her mother."."""
    return (
        whole.endswith("." if "please" not in whole.casefold() else (".", "!"))
        and not is_capitals(whole)
        and _TELLS.search(stands.words) is not None
    )


def _goes_on(content: str) -> bool:
    words = content.split()
    return len(words) > 4 or (len(words) > 1 and words[-1][-1:] in ".!?") or content[:1].islower()


def _is_plain_heading(layout: Layout, stands: Standing) -> bool:
    """Say whether a line in small letters begins with the marking and belongs to no paragraph."""
    headed = not rest_of(stands.before) or _SEPARATED_BEFORE.search(stands.before)
    if not headed or not layout.lines[stands.line].text.strip(_SIGNS)[:1].isupper():
        return False
    lines, n = layout.lines, stands.line
    if stands.words.casefold().endswith("only") and rest_of(stands.after):
        return False  # "Professionals only meeting"
    plain = stands.is_part or not _FORBIDS.search(stands.words)
    if plain and rest_of(stands.after) and not _TOPIC.match(stands.after):
        return False  # "Third party details exchanged after the bump"
    above = lines[n - 1].text if n else ""
    below = lines[stands.last + 1].text if stands.last + 1 < len(lines) else ""
    return (not above or above[-1] in ".!?:" or len(above) < 40) and not below[:1].islower()


def sentence_around(text: str, stands: Standing) -> str:
    """Return the sentence in which an order stands."""
    start, end = stands.signs[0].span[0], stands.signs[-1].span[1]
    before = re.split(r"[.!?]\s|\n\s*\n", text[max(0, start - 200) : start])[-1]
    after = re.split(r"[.!?][)\]\"']*(?:\s|$)|\n\s*\n", text[end : end + 200])[0]
    return f"{before}{text[start:end]}{after}".replace("\n", " ")


def bracket_around(text: str, stands: Standing) -> Span | None:
    """Return the brackets around a marking, if they open right before it and are closed."""
    start, end = stands.signs[0].span[0], _first_run(text, stands.signs)
    opened = re.search(
        r"([\[(])[\s*_]*(?:\w+[\s:\u2013-]+){0,2}$", text[max(0, start - 40) : start]
    )
    if opened is None:
        return None
    at = max(0, start - 40) + opened.start()
    close, depth = {"[": "]", "(": ")"}[opened[1]], 0
    for place in range(at, min(len(text), end + 2_000)):
        depth += (text[place] == opened[1]) - (text[place] == close)
        if depth == 0:
            return (at, place + 1) if place >= end - 1 else None
    return None


def in_row(layout: Layout, text: str, stands: Standing) -> bool:
    """Say whether a marking is a cell of a table's row, or labels one."""
    if not is_row(layout.lines[stands.line].text):
        return False
    cell_before = _CELL_EDGE.split(stands.before)[-1]
    cell_after = _CELL_EDGE.split(stands.after)[0]
    cell = rest_of(f"{cell_before} {cell_after}")
    opens = not cell_before.strip(_SIGNS) and CONTENT.match(cell_after)
    if opens and (is_capitals(stands.words) or stands.force is not Force.WEAK):
        return True  # "RESTRICTED - her aunt rang": a label opens what the cell tells
    if cell and not _FORBIDS.search(stands.words) and not _is_split_off(cell_before, cell_after):
        return False  # "Third party contact arranged" is what a row tells
    return len(cell.split()) <= _FEW - 3 and not cell_after.strip().endswith((".", "?", "!", ";"))


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in CELL.split(text)]


def heads_table(layout: Layout, stands: Standing) -> bool:
    """Say whether a row is a table's first, whose cells say what stands below each of them."""
    n, last = stands.line, len(layout.lines) - 1
    above = layout.lines[n - 1].text if n else ""
    below = layout.lines[n + 1].text if n < last else ""
    if is_row(above) or not is_row(below):
        return False
    cells = [cell for cell in _cells(layout.lines[n].text) if cell]
    others = [cell for cell in cells if not any(word in cell for word in stands.words.split("\t"))]
    if any(_COLUMN.match(cell) for cell in others):
        return True
    if any(tells(word) for cell in others for word in cell.split()):
        return False  # "Her aunt is ill" is what a row tells
    opens = not stands.before.strip(_SIGNS)
    return not opens and all(len(cell.split()) <= _FEW for cell in cells)


def answers_below(layout: Layout, stands: Standing) -> bool:
    """Say whether a column is one of answers: "Confidential" above yes and no."""
    column = len(_cells(f"{stands.before}{stands.words}")) - 1
    answers = list[str]()
    for line in islice(layout.lines, stands.line + 1, None):
        if not is_row(line.text):
            break
        answers += _cells(line.text)[column : column + 1]
    return any(answers) and all(
        not answer or _NO.match(answer) or _YES.match(answer) for answer in answers
    )
