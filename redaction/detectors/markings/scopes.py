"""How far a marking reaches: a whole paper, a part of it, a message, a paragraph, a row, a bracket.

A marking of the page's head or foot, of the paper's first five lines or of a message's subject
covers all that it says. A heading covers what stands below, up to an end mark, the next heading
that is not beneath it, a signature or the end of its message, whichever comes first, and never up
to the end of a page. Where nothing says that it ends, it reaches to the end, and `ended` is false.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice

from recordkeeping.disclosure.findings import Span
from redaction.detectors.markings.items import counted, is_ticked, is_unticked, narrowed
from redaction.detectors.markings.layout import (
    WOULD_FIT,
    Heading,
    Layout,
    Style,
    end_marks,
    ends_within,
    is_capitals,
    is_date,
    is_end,
    is_mail_field,
    is_of_an_entry,
    is_prose,
    is_row,
    is_signature,
    names_a_part,
    starts_an_entry,
    starts_with_a_date,
)
from redaction.detectors.markings.lexicon import Sign
from redaction.detectors.markings.phrases import Force, Meaning
from redaction.detectors.markings.referrers import is_of_identity
from redaction.detectors.markings.standing import (
    SUBJECT,
    Standing,
    answered_on,
    answers_below,
    bracket_around,
    closes_paragraph,
    content_of,
    disclaims,
    heads_table,
    heads_with_topic,
    in_row,
    is_affirmed,
    is_alone,
    is_chat,
    is_command,
    is_declined,
    is_declined_below,
    is_disclaimer,
    is_event,
    is_formal,
    is_question,
    is_split,
    one_by_one,
    opens_content,
    opens_paragraph,
    rest_of,
    sentence_around,
    standing,
    standings,
    stands_apart,
    tells_on,
)

_QUOTE_MARKS = " \"')]"
_FEWEST_WORDS = 4  # beside the marking in a bracket that holds what it marks
_FEW_MORE = 3  # words of a sentence beside what it forbids
_FEW_AT_THE_HEAD = 7
_OPENING = 2  # lines with which a message begins: a greeting, and what "this" is
_WORDS = re.compile(r"[^\W\d_]{5,}")
_SUBJECT_OF_MAIL = re.compile(r"\W*subject\W{0,3}:\s*(?:(?:re|fw|fwd)\s*:\s*)*", re.IGNORECASE)
_PARTED_OFF = re.compile(r"\s*[\])*]*\s*(?:[:\u2013\u2014|!]|-+\s)")
_SMALL_PIECE = re.compile(r"\b(?:bit|para(?:graph)?|passage|item|entry|line)\b", re.IGNORECASE)
_LONGEST_LINE = 18  # words
_TOLD_OF = re.compile(
    r"\b(?:was|were|had|said|says|told|asked|explained|reminded|knows?|i|he|she|they|we)\b", re.I
)
_WENT_OUT = re.compile(
    r"\b(?:left|leaves?|asked to leave|withdrew|went out|(?:not|no longer) present)\b", re.I
)
"""Who is not in the room: "CLOSED MINUTE. Members only; the applicants had left."."""
_SIGNED_ON = 9  # last lines of a paper, on which somebody may sign without a farewell
_LONGEST_LABEL = 30  # words
_TITLE_BEFORE = 3  # words of a banner before what it forbids
_FEW_BEFORE = 8  # words of a line before what its end marks
_MORE_OF_A_BANNER = 12  # words, of how to handle the paper
_BANNER = 4  # lines over a paper that say only how it is kept
_LETTERHEAD = 15  # filled lines between "Private and confidential" and "Dear"
_BULLET = re.compile(
    r"^(?:[\s*_>#\u2022\u25a0\u2010-\u2014-]|\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s|\(?[a-z][.)]\s)*$"
)
_UNIT = re.compile(
    r"\b(?:th(?:is|ese)|the (?:whole|entire|above|following|below)|all of th(?:is|ese)|of "
    r"th(?:is|e whole))"
    r"(?: (?:\w+ ){0,2}?(?P<what>document|report|letter|file|minutes|assessment|form|record"
    r"|statement|chronology|papers?|memo(?:randum)?|plan|summary|sheet|card|transcript|log"
    r"|e-?mail|message|section|part|page|paragraphs?|entry|note|notes|information))?\b",
    re.IGNORECASE,
)
_PUT_TO = re.compile(
    r"\b(?:pinned|attached|clipped|stapled|taped|fixed|added|appended|glued)"
    r" (?:to|on|onto|inside|behind|in) $",
    re.IGNORECASE,
)
"""What says that a note is put to "this letter", and that the letter is not what is marked."""
_WHOLE_WORDS = """
document report letter file minutes assessment form statement chronology paper papers memo
memorandum
plan summary transcript
"""
_WHOLE = frozenset(_WHOLE_WORDS.split())
_MESSAGE = frozenset(("email", "e-mail", "message"))
_PAPERS = frozenset(("file", "minutes", "chronology", "paper", "papers"))
_SECTION = frozenset(("section", "part", "page"))
_OF_ABOVE = re.compile(
    r"\b(?:the|all|everything|any|none of the) above\b|^\W*above\b(?! the\b)|^\W*[\^\u2191]",
    re.IGNORECASE,
)
_NOT_TOLD = re.compile(
    r"\W*(?:[\w'\u2019]+ ){1,4}?(?:ask(?:s|ed)|want(?:s|ed)?|wish(?:es|ed)?|like|prefer\w*)\b"
    r".*\b(?:told|informed)\W*$",
    re.IGNORECASE,
)
"""How what was told above is kept from somebody: "She asked that her mother not be told."."""
_ARROWS = "^\u2191"
_CLOSED = frozenset(("note", "notes", "entry", "record", "log", "information"))
_LONG_ENOUGH = 40  # letters of a line that tells what is repeated
_ABOVE = re.compile(
    r"\bthe (?:above|preceding|foregoing)\b|\babove (?:is|are|must|should|section|paragraph)", re.I
)
_BELOW = re.compile(
    r"\bthe (?:following|below|next)\b|\b(?:following|below) (?:is|are|must|section|paragraph)",
    re.I,
)
_THIS_PART = re.compile(r"\bthis (?:section|part|page|sheet)\b(?! of (?!this|the))", re.IGNORECASE)
_CONTAINS = re.compile(r"\b(?:contains?|includes?|holds?)\b", re.IGNORECASE)
_INTENSE = re.compile(r"(?:strictly|highly|most)\b", re.IGNORECASE)
_ENTIRE = re.compile(
    r"\b(?:whole|entire|complete|all(?: of)?)(?: (?:of|this|the)){0,2}"
    r" (?P<what>document|report|letter|file|minutes|assessment|form|record|statement|chronology"
    r"|papers?"
    r"|e-?mail|message|note|memo(?:randum)?|summary|transcript)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?][\"')\]]*\s+|\n\s*\n\s*|\A")
_STOPS = re.compile(r"(?<!\b(?:Mr|Ms|Dr|St))(?<!\bMrs)[.!?](?=[\"')\]]*(?:\s|\Z))|\n\s*\n")
_LONGEST_MARKED = 140  # letters of a line that heads a part
_THIS_PAPER = re.compile(
    r"\b(?<!leave )this (?:document|report|letter|file(?! note)|assessment|chronology|paper"
    r"|memo(?:randum)?"
    r"|transcript)\b|\bthese (?:minutes|papers)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r"\s*[\])*_]*\s*:\s*\S")
_TELLS_RIGHT_ON = re.compile(r" +[A-Z][a-z]+(?: [\w',-]+){4,}")
_UNTIL = re.compile(
    r"\s+(?:pending|until|till|before|unless|please|not|from|by|at|as per|under|on)\b"
    r"[^\n:.]{2,60}:\s+(?=(?:\S+\s+){3})",
    re.IGNORECASE,
)
"""What a label in capitals may say before a colon: "CONFIDENTIAL pending the meeting: she rang"."""
_LABELS = re.compile(r"\s*[\])*_]*\s*[:\u2010-\u2014-]")
_SAYS_WHY = re.compile(
    r"(?:it|they|this|these|there|because|as|see|since|contains?|which|please|do)\b", re.IGNORECASE
)
_INDENT = re.compile(r"^[^\n:]{1,40}:")


_ALL_BELOW = re.compile(
    r"\b(?:all|everything|anything) (?:that |which )?(?:follows|comes (?:after|next))\b"
    r"|\bfrom (?:this point|here|now)(?: on(?:wards?)?)? (?:to|until|till) the end\b"
    r"|^\W*(?:the )?(?:remainder|rest) of (?:this|the) (?:document|report|letter|file|minutes|form"
    r"|record|statement|paper|assessment|chronology|summary)\b",
    re.IGNORECASE,
)
"""What says that a marking is of the rest of the paper, whatever parts it has."""
_HANDLED = re.compile(
    r"\W*(?:(?:to be|not to|not for|do not|please|handling|return|keep|destroy|open|store|without"
    r"|authority|issued|only|under|for)\b|\Z)",
    re.IGNORECASE,
)
"""How what stands behind a banner says how the paper is to be kept."""


class Reach(StrEnum):
    """How far a marking reaches."""

    DOCUMENT = "the whole document"
    SECTION = "a part of the document"
    MESSAGE = "a message"
    GROUP = "fields of a form"
    PARAGRAPH = "a paragraph"
    ROW = "a row of a table"
    BRACKET = "words in brackets"
    ADVICE = "what lawyers advised"
    SENTENCE = "what a sentence says of somebody"


_OF_ITEMS = (Reach.SECTION, Reach.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a marking covers, and what it protects. `ended` is false where nothing said so."""

    span: Span
    reach: Reach
    meanings: tuple[Meaning, ...]
    ended: bool = True


def scopes(layout: Layout, text: str, signs: Sequence[Sign]) -> Iterator[Scope]:
    """Yield what each marking covers; what is no marking where it stands covers nothing."""
    reach = -1  # of the last part: a second marking in it goes on with it
    over = tuple(end_marks(text))
    marking = [s for s in signs if not any(a <= s.span[0] < b for a, b in over)]
    for stands in standings(layout, text, marking):
        if is_unticked(stands):
            continue
        if told := counted(layout, text, stands):
            yield from (Scope(span, Reach.PARAGRAPH, stands.meanings) for span in told)
            continue
        whole = _whole(layout, text, stands, reach)
        near = whole is None or whole.reach is Reach.PARAGRAPH
        if near and _is_of_subject(layout, stands):
            whole = _message(layout, stands)
        if (
            _is_no_more_than_its_line(layout, stands, whole)
            and (_is_label_of_block(layout, stands) or _opens_till_its_end(layout, stands))
            and not is_disclaimer(text, stands)
        ):
            whole = _section(layout, stands, reach)
            whole = whole if whole.ended else _block(layout, stands)
        elif _is_no_more_than_its_line(layout, stands, whole) and _opens_message(layout, stands):
            whole = _message(layout, stands)
        parts = () if whole else one_by_one(layout, text, stands)
        for scope in (whole, *(_scope(layout, text, part, reach) for part in parts)):
            if scope is None or _is_title_alone(layout, stands, scope):
                continue
            own = layout.lines[stands.line].start, _sentence(text, stands)[1]
            if scope.reach is Reach.DOCUMENT and is_of_identity(text, *own):
                scope = replace(scope, span=own, reach=Reach.PARAGRAPH)
            if scope.reach in _OF_ITEMS or is_ticked(stands):
                span = narrowed(layout, text, stands, scope.span)
                scope = replace(scope, span=span, ended=scope.ended or span != scope.span)
            if scope.reach is Reach.SECTION:
                reach = max(reach, scope.span[1])
            yield scope
            if scope.reach is Reach.MESSAGE:
                yield from _along_the_trail(layout, stands, scope)


def _is_title_alone(layout: Layout, stands: Standing, scope: Scope) -> bool:
    """Say whether nothing is covered but a paper's title: "MARAC MINUTES 3 May 2019  Northmoor"."""
    alone = scope.span == (layout.lines[stands.line].start, layout.lines[stands.line].end)
    first = next((n for n, line in enumerate(layout.lines) if line.text), 0)
    return alone and stands.line == first and stands.is_part and len(layout.head) > 1


def _scope(layout: Layout, text: str, stands: Standing, reach: int) -> Scope | None:
    n = stands.line
    line = layout.lines[n]
    if is_end(line.text) or is_declined(stands) or is_declined_below(layout, stands):
        return None
    if is_disclaimer(text, stands):
        return None
    if is_question(layout, stands):
        return _of_question(layout, stands)
    if is_event(stands) and (is_row(line.text) or starts_with_a_date(line.text)):
        return None
    if stands.is_bare and not _counts_though_bare(layout, stands):
        return None
    if is_chat(line.text) and not is_formal(stands):
        return None
    if (whole := _of_all_of_it(layout, stands) or _of_all_below(layout, stands)) is not None:
        return whole
    if (above := _closing(layout, text, stands)) is not None:
        return above
    alone = is_alone(layout, stands)
    if stands.force is Force.WEAK:
        return _of_weak(layout, text, stands, alone, reach)
    if (n in layout.throughout or layout.is_lone_row(n)) and (alone or is_row(line.text)):
        return _of_heading(layout, stands, reach)
    if in_row(layout, text, stands):
        return _row(layout, stands)
    if alone:
        return _of_heading(layout, stands, reach)
    if bracket := bracket_around(text, stands):
        return _in_bracket(layout, text, stands, bracket)
    order = stands.force is Force.ORDER
    wish = {s.meaning for s in stands.signs if s.force is Force.ORDER} == {Meaning.REFERRER}
    if order and wish and not _LABELS.match(stands.after):
        return Scope(_sentence(text, stands), Reach.SENTENCE, stands.meanings)
    scope = _of_order(layout, text, stands) if order else _of_label(layout, text, stands)
    if scope is not None and scope.reach is Reach.PARAGRAPH and is_row(line.text):
        return _row(layout, stands)  # rows follow each other as a paragraph's lines do
    if scope is not None and scope.reach is Reach.PARAGRAPH and _is_over_paper(layout, stands):
        return Scope((layout.lines[0].start, layout.lines[-1].end), Reach.DOCUMENT, scope.meanings)
    return scope


def _is_of_subject(layout: Layout, stands: Standing) -> bool:
    """Say whether a message's subject begins with the marking: "Subject: Confidential: health"."""
    text = layout.lines[stands.line].text
    about = _SUBJECT_OF_MAIL.match(text)
    if about is None or not layout.is_mail or stands.is_bare:
        return False
    opens = not stands.before[about.end() :].strip(" [(*-")
    bracketed = text[about.end() :].lstrip()[:1] in ("[", "(", "{")
    if bracketed and stands.force is Force.ORDER:
        return True
    return opens and (_PARTED_OFF.match(stands.after) is not None or not rest_of(stands.after))


def _is_no_more_than_its_line(layout: Layout, stands: Standing, scope: Scope | None) -> bool:
    """Say whether what was found covers nothing, or a line that tells nothing itself."""
    if scope is None:
        return True
    begins = scope.reach is Reach.PARAGRAPH and layout.line_at(scope.span[0]) == stands.line
    if begins and is_capitals(stands.words) and _WENT_OUT.search(stands.after):
        return True
    return begins and (scope.span[1] <= layout.lines[stands.last].end or not rest_of(stands.after))


def _opens_message(layout: Layout, stands: Standing) -> bool:
    """Say whether a marking is all that a message says before its greeting or first paragraph."""
    text = layout.lines[stands.line].text
    alone = not rest_of(stands.before) and len(text.split()) <= _LONGEST_LINE
    first = layout.is_mail and layout.body_line(stands.line) == 1
    strong = stands.force is not Force.WEAK and not is_mail_field(text)
    if not (alone and first and strong) or is_declined(stands):
        return False
    below = layout.lines[stands.last + 1].text if stands.last + 1 < len(layout.lines) else ""
    return not below and not content_of(stands)


def _opens_till_its_end(layout: Layout, stands: Standing) -> bool:
    """Say whether a line among rows is a label, and its end is told below by its name."""
    text = layout.lines[stands.line].text
    few = len(text.split()) <= _LONGEST_LINE and not is_row(text) and not is_end(text)
    opens = not rest_of(stands.before) and not rest_of(stands.after)
    return few and opens and _is_closed_by_name(layout, stands.line)


def _is_label_of_block(layout: Layout, stands: Standing) -> bool:
    """Say whether a line right over other words is a label, and the marking opens or ends it.

    "Note by J. Lowe. Subject to legal privilege", "RESTRICTED - information from police".
    """
    lines, n = layout.lines, stands.line
    text = lines[n].text
    below = lines[stands.last + 1].text if stands.last + 1 < len(lines) else ""
    if (n and lines[n - 1].text) or not below or below[:1].islower() or n in layout.repeated:
        return False
    if is_row(text) or is_row(below) or is_mail_field(text) or is_end(text) or is_chat(text):
        return False
    if is_declined(stands) or is_declined_below(layout, stands) or stands.is_bare:
        return False
    if is_question(layout, stands):
        return False
    if n in layout.head and (stands.force is Force.WEAK or layout.has_salutation(n, _LETTERHEAD)):
        return False
    opens, ends = not rest_of(stands.before), not rest_of(stands.after)
    plain = stands.force is Force.WEAK and not (opens and is_capitals(stands.words))
    told = _TOLD_OF.search(f"{stands.before} {stands.after}") is not None
    if told and opens and is_capitals(stands.words):
        told = not (_WENT_OUT.search(stands.after) or _is_closed_by_name(layout, n))
    few = len(stands.rest.split()) <= _FEW_BEFORE and len(text.split()) <= _LONGEST_LINE
    return (opens or ends) and not plain and few and not told and text[-1] not in "?,;"


def _whole(layout: Layout, text: str, stands: Standing, reach: int) -> Scope | None:
    """Return what the phrases of a line cover together, by those that are listed first."""
    listed = [sign for sign in stands.signs if not sign.judged]
    strong = any(sign.force is not Force.WEAK for sign in listed)
    banner = _is_banner(layout, stands) or _is_handled(layout, stands)
    banner = banner and not is_declined(stands)
    if banner and not is_disclaimer(text, stands):
        return Scope((layout.lines[0].start, layout.lines[-1].end), Reach.DOCUMENT, stands.meanings)
    judged = [sign for sign in stands.signs if sign.judged]
    bracket = bracket_around(text, stands) if judged and _is_all_judged(stands, judged) else None
    alone = not (rest_of(stands.before) or rest_of(stands.after))
    if bracket is not None and not alone and not is_row(layout.lines[stands.line].text):
        return _of_judged(layout, text, stands, reach)
    if strong:
        plainly = standing(layout, text, stands.line, listed)
        scope = _scope(layout, text, plainly, reach)
        own = scope is not None and scope.span[1] <= layout.lines[stands.last].end
        shouted = is_capitals(stands.words) and not content_of(plainly)
        lone = bool(judged) and _is_all_judged(stands, judged) and alone and shouted
        # What was weighed as the whole line knows more than the words in it that are listed.
        if scope is not None and not (own and lone and _is_lone_label(layout, stands)):
            return scope
    return _of_judged(layout, text, stands, reach) or (
        None if strong else _scope(layout, text, stands, reach)
    )


def _of_judged(layout: Layout, text: str, stands: Standing, reach: int) -> Scope | None:
    """Return what a label or a sentence covers that was weighed, and so marks where it stands."""
    judged = [sign for sign in stands.signs if sign.judged]
    line = layout.lines[stands.line]
    if not judged or is_end(line.text) or is_declined(stands) or is_disclaimer(text, stands):
        return None
    if is_question(layout, stands):
        return _of_question(layout, stands)
    if (whole := _of_all_of_it(layout, stands) or _of_all_below(layout, stands)) is not None:
        return whole
    if (above := _closing(layout, text, stands)) is not None:
        return above
    if stands.line in layout.throughout:
        return Scope((layout.lines[0].start, layout.lines[-1].end), Reach.DOCUMENT, stands.meanings)
    if not _is_all_judged(stands, judged) and not _heads_a_block(layout, stands):
        return None
    if is_row(line.text):
        return _row(layout, stands)
    if is_chat(line.text):
        return Scope((line.start, layout.lines[stands.last].end), Reach.MESSAGE, stands.meanings)
    alone = not (rest_of(stands.before) or rest_of(stands.after))
    if not alone and (bracket := bracket_around(text, stands)):
        return _in_bracket(layout, text, stands, bracket)
    if SUBJECT.match(line.text) and layout.is_mail:
        return _message(layout, stands)
    if _heads_a_block(layout, stands) or _is_lone_label(layout, stands):
        if _tells_itself(layout, stands):
            return _paragraph(layout, stands)
        if _SMALL_PIECE.search(stands.words):
            return _block(layout, stands)
        scope = _of_heading(layout, stands, reach)
        if scope.reach is Reach.DOCUMENT and stands.line not in layout.head:
            scope = _section(layout, stands, reach)
        # Nothing says where it stops: what is right below it is meant.
        return scope if scope.ended else _block(layout, stands)
    scope = _of_order(layout, text, stands)
    of_all = scope is not None and scope.reach is Reach.DOCUMENT
    if (
        of_all
        and stands.line not in layout.head
        and not _THIS_PAPER.search(sentence_around(text, stands))
    ):
        return _paragraph(layout, stands)
    if scope is None or scope.ended or _is_of_this_part(text, stands):
        return scope
    return _block(layout, stands) if _points_below(stands) else _paragraph(layout, stands)


def _points_below(stands: Standing) -> bool:
    """Say whether a sentence speaks of what follows it: "I want what comes now kept from her:"."""
    return stands.after.lstrip()[:1] == ":" or _BELOW.search(stands.words) is not None


def _is_of_this_part(text: str, stands: Standing) -> bool:
    """Say whether a sentence speaks of the part in which it stands, and not of any other."""
    return _THIS_PART.search(sentence_around(text, stands)) is not None


def _is_lone_label(layout: Layout, stands: Standing) -> bool:
    """Say whether a line is the marking, and no more words than a label has."""
    if rest_of(stands.before) or rest_of(stands.after):
        return False
    return is_capitals(stands.words) or len(stands.words.split()) <= _LONGEST_LABEL


def _is_all_judged(stands: Standing, judged: Sequence[Sign]) -> bool:
    """Say whether every phrase of a line is within what was weighed as a whole."""
    return all(any(j.span[0] <= sign.span[0] < j.span[1] for j in judged) for sign in stands.signs)


def _tells_itself(layout: Layout, stands: Standing) -> bool:
    """Say whether a line by itself holds what it marks: "3rd party: referrer Ann, rang at nine"."""
    lines, last = layout.lines, stands.last
    below = lines[last + 1].text if last + 1 < len(lines) else ""
    _, colon, told = lines[stands.line].text.partition(":")
    return (
        not below
        and bool(colon)
        and len(told.split()) >= _FEWEST_WORDS
        and not is_capitals(lines[stands.line].text)
    )


def _block(layout: Layout, stands: Standing) -> Scope:
    """Return a marking with the lines below it up to an empty one; to the end where none follow."""
    lines, last = layout.lines, stands.last
    while last + 1 < len(lines) and (lines[last + 1].text or last + 1 in layout.repeated):
        last += 1
    ended = last > stands.last
    stop = lines[last].end if ended else lines[-1].end
    return Scope((lines[stands.line].start, stop), Reach.SECTION, stands.meanings, ended=ended)


def _is_banner(layout: Layout, stands: Standing) -> bool:
    """Say whether a marking opens a paper, and an empty line parts it from all that follows."""
    lines = layout.lines
    first = next((n for n, line in enumerate(lines) if line.text), 0)
    plain = all(sign.force is Force.WEAK and not sign.judged for sign in stands.signs)
    # Cheapest first: a paper may have thousands of markings, and one of them opens it.
    if stands.line != first or plain or len(layout.messages) > 1:
        return False
    if len(rest_of(stands.before).split()) > _TITLE_BEFORE:
        return False
    block = islice(enumerate(lines), first, first + _BANNER + 1)
    beyond = next((n for n, line in block if not line.text), len(lines))
    if not stands.last < beyond <= first + _BANNER or _is_closed_by_name(layout, first):
        return False
    of_part = any(sign.part for sign in stands.signs) and not stands.told.strip()
    said = rest_of(layout.text[lines[first].start : lines[beyond - 1].end])
    told = rest_of(stands.words)
    return (
        not of_part
        and len(said.split()) <= len(told.split()) + _MORE_OF_A_BANNER
        and any(layout.is_filled(n) for n in range(beyond, len(lines)))
    )


def _is_handled(layout: Layout, stands: Standing) -> bool:
    """Say whether a paper begins with a marking in capitals and how it is to be kept.

    "CONFIDENTIAL. NOT FOR FILE. To be returned to the Director under sealed cover".
    """
    first = next((n for n, line in enumerate(layout.lines) if line.text), 0)
    if stands.line != first or layout.is_mail or stands.force is Force.WEAK or stands.is_part:
        return False
    shout, start = stands.signs[0], layout.lines[first].start
    told = layout.text[start : layout.lines[stands.last].end]
    return (
        is_capitals(layout.text[slice(*shout.span)])
        and len(rest_of(stands.before).split()) <= _TITLE_BEFORE
        and _HANDLED.match(told, shout.span[1] - start) is not None
        and _TOLD_OF.search(told) is None
        and not _is_closed(layout, first)
        and _is_over_words(layout, stands)
    )


def _is_closed_by_name(layout: Layout, n: int) -> bool:
    """Say whether an end is told below of what a line names: "End of confidential section"."""
    named = {word.casefold() for word in _WORDS.findall(layout.lines[n].text)}
    for end in sorted({*layout.ends, *layout.part_ends}):
        over = {word.casefold() for word in _WORDS.findall(layout.lines[end].text)}
        if end > n and over and over <= named and layout.tells_something_after(end):
            return True
    return False


def _heads_a_block(layout: Layout, stands: Standing) -> bool:
    """Say whether a line ends with what is marked and stands right over what it marks."""
    lines, n = layout.lines, stands.line
    below = lines[stands.last + 1].text if stands.last + 1 < len(lines) else ""
    if (n and lines[n - 1].text) or not below or below[:1].islower():
        return False
    if rest_of(stands.after):
        # "CLOSED MINUTE. Members only; the applicants had left."
        opens = not rest_of(stands.before) and is_capitals(stands.words)
        return opens and len(stands.rest.split()) <= _FEW_BEFORE and ":" not in stands.after
    return len(rest_of(stands.before).split()) <= _FEW_BEFORE


def _sentence(text: str, stands: Standing) -> Span:
    """Return the sentence in which somebody asks to stay unknown."""
    start, end = stands.signs[0].span[0], stands.signs[-1].span[1]
    begun = max(
        (m.end() for m in _BEGINS.finditer(text, max(0, start - 600), start)), default=start
    )
    over = _STOPS.search(text, end)
    return begun, over.start() + 1 if over and not over[0].startswith("\n") else (
        over.start() if over else len(text)
    )


def _of_question(layout: Layout, stands: Standing) -> Scope | None:
    """Return a question of a form with what answers it; a question that nothing answers is none."""
    at = answered_on(layout, stands)
    if at is None:
        return None
    _, last = layout.paragraph(at)
    while last > at and not layout.lines[last].text:
        last -= 1
    span = layout.lines[stands.line].start, layout.lines[last].end
    return Scope(span, Reach.PARAGRAPH, stands.meanings)


def _of_all_of_it(layout: Layout, stands: Standing) -> Scope | None:
    """Return the paper or the message where a marking says that it is of all of it."""
    last = layout.lines[stands.last].text if stands.last != stands.line else ""
    said = _ENTIRE.search(f"{layout.lines[stands.line].text} {last}")
    if said is None or (stands.force is Force.WEAK and not is_capitals(stands.words)):
        return None
    if not (rest_of(stands.before) == "" or is_alone(layout, stands)):
        return None
    if layout.is_mail and (said["what"].casefold() in _MESSAGE or layout.message(stands.line)[0]):
        return _message(layout, stands)
    return Scope((layout.lines[0].start, layout.lines[-1].end), Reach.DOCUMENT, stands.meanings)


def _of_all_below(layout: Layout, stands: Standing) -> Scope | None:
    """Return the rest of a paper, or of a message, where a line says that it is of all below."""
    line = layout.lines[stands.line]
    if (
        _ALL_BELOW.search(line.text) is None
        or is_row(line.text)
        or len(line.text.split()) > _LONGEST_LABEL
    ):
        return None
    _, _, last = layout.message(stands.line)
    if _is_closed(layout, stands.line) and (end := _next(layout.ends, stands.line)) is not None:
        last = min(last, end)
    return Scope((line.start, layout.lines[last].end), Reach.SECTION, stands.meanings, ended=False)


def _along_the_trail(layout: Layout, stands: Standing, marked: Scope) -> Iterator[Scope]:
    """Yield what else of a trail is marked with one message of it.

    A subject at its top is that of what it answers. Of advice, so is what repeats its lines, and
    what its writer was told and answered, as far as the heads of messages say.
    """
    own, _, _ = layout.message(layout.line_at(marked.span[0]))
    about = layout.subject(own) if SUBJECT.match(layout.lines[stands.line].text) else ""
    advice = Meaning.PRIVILEGE in stands.meanings
    writer = layout.writer(own) if advice else frozenset()
    for which, at in enumerate(layout.messages):
        beneath = about and not own and layout.subject(which) in ("", about)
        if which == own:
            continue
        if beneath or (writer and writer <= layout.named_in_head(which)):
            yield replace(marked, span=_message_of(layout, at, stands))
        elif advice:
            yield from _repeated(layout, own, which, marked)


def _repeated(layout: Layout, own: int, which: int, marked: Scope) -> Iterator[Scope]:
    """Yield the lines of a message that also stand in a marked one."""
    mine, theirs = (layout.message(layout.messages[m])[1:] for m in (own, which))
    told = {
        line.text
        for line in layout.lines[mine[0] : mine[1] + 1]
        if len(line.text) >= _LONG_ENOUGH
        and not is_mail_field(line.text)
        and not disclaims(line.text)
    }
    for line in layout.lines[theirs[0] : theirs[1] + 1]:
        if line.text in told:
            yield replace(marked, span=(line.start, line.end), reach=Reach.PARAGRAPH)


def _is_over_paper(layout: Layout, stands: Standing) -> bool:
    """Say whether a sentence stands at a paper's head that says little but what it forbids."""
    banner = layout.lines[stands.line].text.isupper()  # it heads, and says nothing itself
    if layout.is_mail or (not banner and opens_content(stands) and rest_of(stands.after)):
        return False
    above = (layout.lines[n].text for n in layout.head if n < stands.line)
    told = any(text.endswith(".") for text in above)  # a paper's head has no sentences
    few = len(stands.rest.split()) <= _FEW_AT_THE_HEAD
    return few and not told and _is_of_document(layout, stands)


def _of_weak(layout: Layout, text: str, stands: Standing, alone: bool, reach: int) -> Scope | None:
    """Return what "confidential" or "restricted" covers, which has to stand out."""
    line = layout.lines[stands.line]
    loud = is_capitals(stands.words)
    if is_affirmed(stands):
        return _of_heading(layout, stands, reach)
    subject = SUBJECT.match(line.text) is not None
    if in_row(layout, text, stands):
        return None if answers_below(layout, stands) else _row(layout, stands)
    decorated = (
        loud
        or line.text[:1] in "[(*#=-_<~\u2014"
        or _stands_by_itself(layout, stands)
        or line.text[:1].isdigit()
        or stands.after.strip().startswith(":")
    )
    if not stands.rest:
        first = layout.is_mail and layout.body_line(stands.line) <= 2
        throughout = stands.line in layout.throughout
        titled = stands.line in layout.head and "confiden" not in stands.words.casefold()
        if decorated or subject or first or throughout or titled:
            addressed = "confiden" in stands.words.casefold()
            if addressed and not throughout and layout.has_salutation(stands.line, _LETTERHEAD):
                return None
            return _of_heading(layout, stands, reach)
        return None
    if (
        alone
        and (loud or (subject and not _names_no_marking(stands)))
        and (subject or stands.line in layout.throughout or is_split(stands))
    ):
        return _of_heading(layout, stands, reach)
    third = {sign.meaning for sign in stands.signs} == {Meaning.THIRD_PARTY}
    if heads_with_topic(layout, stands) and not third and not is_row(line.text):
        return _of_heading(layout, stands, reach)
    titled = alone and is_split(stands) and stands_apart(layout, stands) and not third
    if titled and rest_of(stands.before) and not layout.has_salutation(stands.line, _LETTERHEAD):
        return _of_heading(layout, stands, reach)
    plain = (
        loud
        or _INTENSE.match(stands.words)
        or stands.meanings[0] is Meaning.THIRD_PARTY
        or (stands.words[:1].isupper() and len(stands.after.split()) >= _FEWEST_WORDS)
    )
    if plain and opens_content(stands) and _BULLET.match(stands.before):
        return _opened(layout, stands)
    if _is_ornamented_label(layout, stands):
        return _opened(layout, stands)
    by_itself = _INTENSE.match(stands.words) or (len(stands.signs) > 1)
    if by_itself and not rest_of(sentence_around(text, stands).replace(stands.words, " ")):
        return _paragraph(layout, stands)
    closes = stands.before.rstrip()[-1:] in (".", "!", "?") and not stands.after.strip(" .*_]")
    if _closes_in_bracket(text, stands) or (loud and closes):
        return _paragraph(layout, stands)
    if (loud or text[: stands.signs[0].span[0]].rstrip(" *_").endswith("[")) and (
        bracket := bracket_around(text, stands)
    ):
        # "the [confidential] documents" goes on.
        goes_on = not loud and text[bracket[1] : bracket[1] + 2].lstrip()[:1].islower()
        return None if goes_on else _in_bracket(layout, text, stands, bracket)
    return None


def _closes_in_bracket(text: str, stands: Standing) -> bool:
    """Say whether a bracket behind a sentence holds the marking alone: "... since. (TP)"."""
    bracket = bracket_around(text, stands)
    if bracket is None or stands.after.strip(" )].*_"):
        return False
    inside = text[bracket[0] : bracket[1]].replace(stands.words, " ")
    return not rest_of(inside) and stands.before.rstrip(" ([*_")[-1:] in (".", "!", "?")


def _names_no_marking(stands: Standing) -> bool:
    """Say whether "third party" is part of another name: "Third party insurance renewal"."""
    third = {sign.meaning for sign in stands.signs} == {Meaning.THIRD_PARTY}
    return third and stands.after.lstrip(" ")[:1].isalpha()


def _stands_by_itself(layout: Layout, stands: Standing) -> bool:
    """Say whether a line between an empty one and what is told is the word alone: "Restricted."."""
    n, lines = stands.line, layout.lines
    over = n > 0 and not lines[n - 1].text and n not in layout.head
    below = next((lines[m].text for m in range(n + 1, len(lines)) if layout.is_filled(m)), "")
    return over and stands.words[:1].isupper() and is_prose(below)


def _is_ornamented_label(layout: Layout, stands: Standing) -> bool:
    """Say whether a word in brackets, in capitals or behind a lead-in opens what is told.

    "(Confidential) Her aunt is ill", "CONFIDENTIAL Her aunt is ill", "Home (restricted): a flat".
    """
    content = content_of(stands)
    if layout.paragraph(stands.line)[0] != stands.line:
        return False
    if not rest_of(stands.before):
        ornamented = stands.before.strip()[-1:] in ("[", "(", "{", "<")
        bare = is_capitals(stands.words) and (
            _TELLS_RIGHT_ON.match(stands.after) or _UNTIL.match(stands.after)
        )
        told = content[:1].isupper() and len(content.split()) >= _FEWEST_WORDS
        return bool(bare) or (ornamented and told)
    return opens_paragraph(layout, stands) and _COLON.match(stands.after) is not None


def _in_bracket(layout: Layout, text: str, stands: Standing, bracket: Span) -> Scope:
    """Return a bracket that holds what it marks, or the paragraph of one that is a label."""
    pieces, at = list[str](), bracket[0]
    for sign in stands.signs:
        if sign.span[1] <= bracket[1]:
            pieces.append(text[at : max(at, sign.span[0])])
            at = max(at, sign.span[1])
    inside = rest_of(" ".join((*pieces, text[at : bracket[1]])))
    if len(inside.split()) >= _FEWEST_WORDS:
        return Scope(bracket, Reach.BRACKET, stands.meanings)
    return _up_to_its_end(text, _opened(layout, stands), bracket)


def _up_to_its_end(text: str, scope: Scope, bracket: Span) -> Scope:
    """Return what stands between a bracket that marks and the next one that says it ends."""
    end = ends_within(text, bracket[1], len(text))
    if end is None or scope.reach is not Reach.PARAGRAPH:
        return scope
    opens_it = not text[scope.span[0] : bracket[0]].strip(" \t\n*_>")
    return replace(scope, span=(scope.span[0] if opens_it else bracket[0], end))


def _counts_though_bare(layout: Layout, stands: Standing) -> bool:
    """Say whether "private and confidential" heads a passage, and no letter."""
    return (
        not stands.rest
        and is_capitals(stands.words)
        and stands.line not in layout.head
        and stands.line not in layout.repeated
        and not layout.has_salutation(stands.line, _LETTERHEAD)
    )


def _of_heading(layout: Layout, stands: Standing, reach: int) -> Scope:
    n = stands.line
    whole = (layout.lines[0].start, layout.lines[-1].end)
    if n in layout.throughout:
        return Scope(whole, Reach.DOCUMENT, stands.meanings)
    subject = SUBJECT.match(layout.lines[n].text) is not None
    which, _, _ = layout.message(n)
    in_mail = layout.is_mail and (which or layout.opens_mail_above(n))
    if in_mail and (subject or layout.body_line(n) <= 3):
        return _message(layout, stands)
    named = _THIS_PAPER.search(f"{stands.before}{stands.words}") is not None
    if _is_of_document(layout, stands) or (named and not layout.is_mail):
        return Scope(whole, Reach.DOCUMENT, stands.meanings)
    if layout.is_mail and (
        (not which and layout.body_line(n) <= _OPENING) or layout.is_signed_below(stands.last)
    ):
        return _message(layout, stands)
    return _section(layout, stands, reach)


def _is_of_document(layout: Layout, stands: Standing) -> bool:
    """Say whether a marking at the head of a paper is the paper's, and not its first part's."""
    if stands.line not in layout.head:
        return False
    if stands.is_part and not _CONTAINS.search(stands.before):
        return False
    if _stands_among_parts(layout, stands):
        return False
    return not _is_closed(layout, stands.line)


def _stands_among_parts(layout: Layout, stands: Standing) -> bool:
    """Say whether a part with a title tells something above a marking, and another one follows."""
    lines = layout.lines
    titles = [h.at for h in layout.headings if names_a_part(lines[h.at].text)]
    above = [at for at in titles if at < stands.line]
    told = above and any(lines[m].text.endswith(".") for m in range(above[0] + 1, stands.line))
    return bool(told) and any(at > stands.last for at in titles)


def _is_closed(layout: Layout, n: int) -> bool:
    """Say whether an end mark closes the part that line `n` heads, and no part within it.

    "End of report" below a whole paper closes the paper.
    """
    for end in sorted({*layout.ends, *layout.part_ends}):
        if end > n and layout.tells_something_after(end):
            within = (m for m in layout.marked if n < m < end and m not in layout.head)
            return not any(_opens_a_part(layout, m) for m in within)
    return False


def _opens_a_part(layout: Layout, n: int) -> bool:
    """Say whether a marked line is short enough to head a part that the next end mark closes."""
    text = layout.lines[n].text
    return layout.is_filled(n) and len(text) <= _LONGEST_MARKED and not is_end(text)


def _section(layout: Layout, stands: Standing, reach: int) -> Scope:
    n, lines = stands.line, layout.lines
    start = lines[n].start
    if start < reach:  # it goes on with what is marked already
        return Scope((start, reach), Reach.SECTION, stands.meanings)
    if group := _group(layout, stands):
        return Scope((start, lines[group].end), Reach.GROUP, stands.meanings)
    return _down_from(layout, stands, n, start)


def _down_from(layout: Layout, stands: Standing, n: int, start: int) -> Scope:
    """Return what stands from a place to the end of the part whose heading is line `n`."""
    lines = layout.lines
    _, _, last = layout.message(n)
    stops = [last + 1] if last + 1 < len(lines) else []
    boxed = layout.closes_box(n)
    stops += [boxed] if boxed is not None else []
    end_mark = _next(layout.ends, n)
    stops += [end_mark + 1] if end_mark is not None else []
    part_end = _next(layout.part_ends, stands.last)
    stops += [part_end + 1] if part_end is not None else []
    marks = layout.ends_among_words
    within = bisect_left(marks, lines[stands.last].end, key=lambda mark: mark[0])
    stops += [layout.line_at(marks[within][1] - 1) + 1] if within < len(marks) else []
    signed = _next(layout.signatures, n)
    stops += [signed] if signed is not None else []
    below = layout.after(max(n, stands.last) if n == stands.line else n)
    own = layout.heading_at(n)
    counted = own is not None and any(
        h.style == own.style and _closes(layout, n, h)
        for h in below
        if own.style in (Style.NUMBERED, Style.MARKED_DOWN)
    )
    if n == stands.line and not stands.is_part:
        # A marking right over a heading is of what that heads.
        first = next((m for m in range(stands.last + 1, len(lines)) if layout.is_filled(m)), None)
        below = [h for h in below if h.at != first]
    heading = next((h.at for h in below if _closes(layout, n, h, counted=counted)), None)
    stops += [heading] if heading is not None else []
    if not stops:
        if n == stands.line and not stands.is_part and not _is_over_words(layout, stands):
            return _above(layout, stands)
        return Scope((start, lines[-1].end), Reach.SECTION, stands.meanings, ended=False)
    stop = min(stops) - 1
    while stop > n and not layout.is_filled(stop) and not is_end(lines[stop].text):
        stop -= 1
    if stop <= stands.last and n == stands.line and not stands.is_part and end_mark is None:
        return _above(layout, stands)
    return Scope(
        (start, max(lines[stop].end, lines[stands.last].end)), Reach.SECTION, stands.meanings
    )


def _is_over_words(layout: Layout, stands: Standing) -> bool:
    below = (m for m in range(stands.last + 1, len(layout.lines)) if layout.is_filled(m))
    return not all(map(layout.is_furniture, below))


def _above(layout: Layout, stands: Standing) -> Scope:
    """Return what a marking below which nothing stands is of: the lines right above, or all."""
    n, lines = stands.line, layout.lines
    if layout.is_mail:
        return _message(layout, stands)
    if n and lines[n - 1].text and layout.is_filled(n - 1):
        return _paragraph(layout, replace(stands, line=n - 1))
    return Scope((lines[0].start, lines[-1].end), Reach.DOCUMENT, stands.meanings)


def _next(numbers: Sequence[int], n: int) -> int | None:
    at = bisect_right(numbers, n)
    return numbers[at] if at < len(numbers) else None


def _closes(layout: Layout, n: int, heading: Heading, *, counted: bool = True) -> bool:
    """Say whether a heading ends the part that line `n` heads: it stands no lower.

    `counted` says that one in the style of the part's own heading follows.
    """
    if heading.at in layout.marked:
        return False  # a second marking goes on with the first
    own = layout.heading_at(n)
    style = own.style if own else Style.TITLE
    if heading.style == Style.MARKED_DOWN:
        return own is None or style != Style.MARKED_DOWN or heading.depth <= own.depth
    if heading.style == Style.NUMBERED:
        return _counts_on(layout, n, own, heading)
    if style in (Style.NUMBERED, Style.MARKED_DOWN) and counted:
        return False
    if heading.style in (Style.CAPITALS, Style.ORNAMENTED):
        return True
    if heading.style == Style.TITLE:
        return style != Style.CAPITALS or _has_titles(layout, n)
    if heading.style == Style.DATED:
        return any(above.style == Style.DATED for above in layout.above(n))
    return style == Style.LABEL


def _has_titles(layout: Layout, n: int) -> bool:
    """Say whether the paper's parts are headed in small letters, though its markings are not."""
    return not any(h.style == Style.CAPITALS and h.at not in layout.marked for h in layout.after(n))


def _counts_on(layout: Layout, n: int, own: Heading | None, heading: Heading) -> bool:
    """Say whether a number follows that of the part, and is not that of an item in it."""
    if own is not None and own.number:
        up = own.number[: heading.depth]
        return heading.depth <= own.depth and heading.number > up
    last = next((h for h in reversed(layout.above(n)) if h.number), None)
    if last is not None:
        return heading.depth <= last.depth and heading.number > last.number[: heading.depth]
    return is_capitals(layout.lines[heading.at].text) or names_a_part(layout.lines[heading.at].text)


def _group(layout: Layout, stands: Standing) -> int | None:
    """Return the last line of the fields that a label with a colon heads."""
    lines, n = layout.lines, stands.last
    if not lines[n].text.endswith(":") or is_capitals(lines[n].text):
        return None
    at = n + 1
    while at < len(lines) and not layout.is_filled(at):
        at += 1
    if at == len(lines) or not _INDENT.match(lines[at].text) or layout.heading_at(at) is not None:
        return None
    last = at
    while at < len(lines) and (layout.is_filled(at) or at in layout.repeated):
        if layout.heading_at(at) is not None and not _INDENT.match(lines[at].text):
            break
        last = at
        at += 1
    return last


def _runs_on(layout: Layout, n: int) -> bool:
    """Say whether a row is so long that its last cell may go on below it, or is set in there."""
    first, last = layout.paragraph(n)
    raw = layout.text[layout.lines[n + 1].start : layout.lines[n + 1].end]
    if raw[:1].isspace() or raw[:1].islower():
        return True
    if layout.text.endswith("\v", 0, layout.lines[n].end):
        return False  # it was read from its cells
    widest = max(len(layout.lines[m].text) for m in range(first, last + 1))
    return len(layout.lines[n].text) >= WOULD_FIT * widest


def _message(layout: Layout, stands: Standing) -> Scope:
    n, below = stands.line, stands.last + 1
    if below in layout.messages and is_alone(layout, stands):
        # Right above the head of a message stands what is marked on it, and not the end of another.
        _, end = _message_of(layout, below, stands)
        return Scope((layout.lines[n].start, end), Reach.MESSAGE, stands.meanings)
    return Scope(_message_of(layout, n, stands), Reach.MESSAGE, stands.meanings)


def _message_of(layout: Layout, n: int, stands: Standing) -> Span:
    """Return what a message says: its subject, and what stands below its head.

    Whom it is from, to whom and when is judged as everywhere else: names and addresses are found
    there by whatever knows them, and a date alone tells nothing that was marked. Of somebody who
    spoke in trust the head goes with it, because it says who.
    """
    _, first, last = layout.message(n)
    while last > first and not layout.lines[last].text:
        last -= 1
    start = first
    if Meaning.REFERRER not in stands.meanings:
        heads = (m for m in range(first, last + 1) if not layout.is_head_of_mail(m))
        start = next(heads, first)
    return layout.lines[start].start, layout.lines[last].end


def _paragraph(layout: Layout, stands: Standing, *, above: bool = False) -> Scope:
    first, _ = layout.paragraph(stands.line)
    _, last = layout.paragraph(stands.last)
    if above and first and first == stands.line:
        at = first - 1
        while at > 0 and not layout.lines[at].text:
            at -= 1
        first, _ = layout.paragraph(at)
    while last > stands.last and not layout.lines[last].text:
        last -= 1
    span = layout.lines[first].start, layout.lines[last].end
    return Scope(span, Reach.PARAGRAPH, stands.meanings)


def _of_order(layout: Layout, text: str, stands: Standing) -> Scope:
    """Return what a sentence forbids to disclose: what it speaks of, or its paragraph."""
    said = sentence_around(text, stands)
    of = _UNIT.search(said)
    if of and _PUT_TO.search(said, 0, of.start()):
        of = None
    what = (of["what"] or "").casefold() if of else ""
    lines = layout.lines
    if _holds_it_itself(layout, stands, what):
        return _opened(layout, stands)
    if what in _MESSAGE and layout.is_mail:
        return _message(layout, stands)
    if what in _WHOLE or (what in _MESSAGE and not layout.is_mail):
        if layout.is_mail and what not in _PAPERS:
            return _message(layout, stands)
        return Scope((lines[0].start, lines[-1].end), Reach.DOCUMENT, stands.meanings)
    if _ABOVE.search(said):
        if what == "section" and (above := layout.above(stands.line)):
            return Scope(
                (lines[above[-1].at].start, lines[stands.last].end), Reach.SECTION, stands.meanings
            )
        return _paragraph(layout, stands, above=not _has_words_before(layout, text, stands))
    if _BELOW.search(said) and what != "paragraph" and not _has_words_after(text, stands):
        return _of_following(layout, stands)
    if what in _SECTION:
        above = layout.above(stands.line)
        # A part that says where it ends begins where it says what it is.
        closed = not rest_of(stands.before) and _is_closed(layout, stands.line)
        n = above[-1].at if above and not closed else stands.line
        return _down_from(layout, stands, n, lines[n].start)
    opens = layout.is_mail and layout.body_line(stands.line) <= _OPENING
    if of and not what and (opens or _is_paragraph(layout, text, stands, said)):
        return _of_all_around(layout, stands)
    return _paragraph(layout, stands)


def _closing(layout: Layout, text: str, stands: Standing) -> Scope | None:
    """Return what a paragraph closes that says no more than whom "this note" is not for.

    That is its entry, or all where there are none; of "the above" the paragraph above.
    """
    lines, (first, last) = layout.lines, layout.paragraph(stands.line)
    said = sentence_around(text, stands)
    of, above = _UNIT.search(said), _OF_ABOVE.search(lines[stands.line].text)
    what = (of["what"] or "").casefold() if of else ""
    above = above or (_NOT_TOLD.match(said) if said.strip()[:1].isupper() else None)
    if not (above or what in _CLOSED) or stands.line in layout.head or is_row(lines[first].text):
        return None
    first = stands.line if last == stands.last else first  # the last line, and it alone
    whole = rest_of(text[lines[first].start : lines[last].end])
    points = lines[stands.line].text[0] in _ARROWS
    more = len(whole.split()) > len(rest_of(said).split())
    if what in _SECTION or (more and not points):
        return None
    below = next((m for m in range(last + 1, len(lines)) if layout.is_filled(m)), None)
    closes = below is None or _opens_other(layout, below)
    at = bisect_left(layout.entries, first)
    entry = layout.entries[at - 1] if at else None
    if above and not (closes and entry is not None):
        return _paragraph(layout, stands, above=True)
    if not closes:
        return None
    if what == "information":
        return _paragraph(layout, stands, above=True)
    if entry is None and below is not None:
        heads = bisect_left(layout.headings, first, key=lambda heading: heading.at)
        entry = layout.headings[heads - 1].at if heads else None
    return Scope((lines[entry or 0].start, lines[last].end), Reach.SECTION, stands.meanings)


def _opens_other(layout: Layout, n: int) -> bool:
    """Say whether a line is of nothing above it: a heading, an entry, a name that is signed."""
    text = layout.lines[n].text
    other = layout.heading_at(n) is not None or is_signature(text) or is_end(text)
    last = n + _SIGNED_ON > len(layout.lines) and text[-1] not in ".!?"
    signed = last and layout.is_signed_below(n - 1)
    return other or signed or starts_an_entry(text) or n in layout.messages[1:]


def _has_words_before(layout: Layout, text: str, stands: Standing) -> bool:
    """Say whether a sentence has others before it in its paragraph."""
    first, _ = layout.paragraph(stands.line)
    before = text[layout.lines[first].start : stands.signs[0].span[0]]
    return any(rest_of(said) for said in _BEGINS.split(before)[:-1])


def _has_words_after(text: str, stands: Standing) -> bool:
    """Say whether its paragraph goes on behind a sentence: it holds "the following" itself."""
    after = _STOPS.search(text, stands.signs[-1].span[1])
    return (
        after is not None
        and after[0] != "\n\n"
        and text[after.end() : after.end() + 2].strip(_QUOTE_MARKS)[:1].isalnum()
    )


def _holds_it_itself(layout: Layout, stands: Standing, what: str) -> bool:
    """Say whether a colon opens what is marked: "This part is not for Kay: her aunt is ill"."""
    content = content_of(stands)
    return (
        what not in _WHOLE
        and what not in _MESSAGE
        and ":" in stands.told[: len(stands.told) - len(content)]
        and (len(content.split()) >= _FEW_MORE or (bool(content) and tells_on(layout, stands)))
        and _SAYS_WHY.match(content) is None
    )


def _of_following(layout: Layout, stands: Standing) -> Scope:
    """Return the paragraph right below a sentence that marks "the following"; else the part."""
    n, lines = stands.last, layout.lines
    below = n + 1 < len(lines) and bool(lines[n + 1].text) and layout.heading_at(n + 1) is None
    if not below or not layout.has_empty_lines:
        return _down_from(layout, stands, stands.line, lines[stands.line].start)
    while n + 1 < len(lines) and (lines[n + 1].text or n + 1 in layout.repeated):
        n += 1
    return Scope((lines[stands.line].start, lines[n].end), Reach.PARAGRAPH, stands.meanings)


def _of_all_around(layout: Layout, stands: Standing) -> Scope:
    """Return what "this" is where it stands by itself: the paper, the message, or the part."""
    lines = layout.lines
    if layout.is_mail:
        return _message(layout, stands)
    if stands.line in layout.head:
        return Scope((lines[0].start, lines[-1].end), Reach.DOCUMENT, stands.meanings)
    above = layout.above(stands.line)
    n = above[-1].at if above else stands.line
    return _down_from(layout, stands, n, lines[n].start)


def _is_paragraph(layout: Layout, text: str, stands: Standing, said: str) -> bool:
    """Say whether a sentence is all that its paragraph says, and forbids more than it tells."""
    first, last = layout.paragraph(stands.line)
    whole = text[layout.lines[first].start : layout.lines[last].end]
    beside = rest_of(said.replace(stands.words, " ")).split()
    return len(rest_of(whole).split()) <= len(rest_of(said).split()) and len(beside) <= _FEW_MORE


def _of_label(layout: Layout, text: str, stands: Standing) -> Scope | None:
    """Return the paragraph that a label opens: "Third party information: her aunt is ill".

    Or in which it is a sentence of its own, or shouted: "he rang NOT FOR DISCLOSURE from a box".
    """
    labels = _BULLET.match(stands.before) or opens_paragraph(layout, stands)
    if labels and opens_content(stands):
        return _opened(layout, stands)
    # A row of a table whose cells nothing parts any more: "2 May 2019 Third party information Her".
    if is_date(stands.before) and stands.after.lstrip()[:1].isupper():
        return _paragraph(layout, stands)
    if is_of_an_entry(stands.before) and opens_content(stands):
        return _paragraph(layout, stands)
    shouted = is_capitals(stands.words) and len(stands.words.split()) > 1
    by_itself = not rest_of(sentence_around(text, stands).replace(stands.words, " "))
    if shouted or by_itself or is_command(text, stands) or closes_paragraph(stands):
        return _paragraph(layout, stands)
    return None


def _opened(layout: Layout, stands: Standing) -> Scope:
    """Return the paragraph that a label opens; the message, where it is the first that one says."""
    opens = not rest_of(stands.before) and layout.is_mail
    if opens and layout.body_line(stands.line) == 1:
        return _message(layout, stands)
    return _paragraph(layout, stands)


def _row(layout: Layout, stands: Standing) -> Scope:
    """Return a row with the lines on which its cells go on; of a table's head, the table."""
    n, lines = stands.line, layout.lines
    heads, last = heads_table(layout, stands), stands.last
    while last + 1 < len(lines):
        below = lines[last + 1]
        if last + 1 not in layout.repeated:
            if not below.text or layout.heading_at(last + 1) is not None:
                break
            if is_row(below.text) and not heads:
                break
            if not is_row(below.text) and not _runs_on(layout, last):
                break
        last += 1
    while last > n and (last in layout.repeated or not lines[last].text):
        last -= 1
    return Scope((lines[n].start, lines[last].end), Reach.ROW, stands.meanings)
