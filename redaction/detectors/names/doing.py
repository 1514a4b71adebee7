"""People whom a paper calls by a letter or a number: "Mrs D", "J rang", "Child B", "YP2".

A title tells that somebody is called so. A letter alone and a label have only what they do to go
by, or what is done to them, and are asked about: "Grade B was given" is nobody, and neither is the
heading "Child B". So are names of two letters, names that are words, and words of no language that
a model knows, where they do what people do: "Al has moved in", "Grace rang", "I met Ffion".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from recordkeeping.disclosure.findings import Span
from redaction.detectors.names.shapes import CALLED_BY_WORDS
from redaction.detectors.names.veto import (
    TO_BE_CALLED,
    is_english,
    is_no_name_word,
    may_be_called,
    names_of_english,
)
from redaction.detectors.names.wordings import is_a_word
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import folded

_SAID = (
    r"(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS|MS|MISS|Dr|DR|Prof|Rev|Cllr|[WT]?PC|DCI|D[CS]|Sgt|Nurse|Judge"
    r"|Uncle|Aunt(?:ie|y)?|Cousin|Nan(?:a|ny)?|Gran(?:ny|dma|dad|ddad)?)"
)
_TITLED = re.compile(
    rf"(?<![^\W_]){_SAID}\.?(?:[ \u00a0](?:and|&)[ \u00a0](?:Mrs?|Ms|Dr)\.?)?[ \u00a0]"
    r"(?:[A-HJ-Z](?![^\W_]|['\u2019](?!s(?![^\W_]))|[&/-]|[ \u00a0](?:&|[A-Z][\w.]))|I(?=\.))"
)
_TITLED_SMALL = re.compile(
    r"(?<![^\W_])(?:mr|mrs|ms|miss(?!\.?[ \u00a0]u\b))\.?[ \u00a0][b-hj-z]"
    r"(?![^\W_]|['\u2019](?!s\b)|[&/-])"
)
"""As it is typed in messages: "mr k said so", and no "miss u"."""
_TITLED_SHORT = re.compile(
    r"(?<![^\W_])(?:Mrs?|Ms|Miss(?=[ \u00a0](?!Me|My|It|Us|He|We|Ya)))\.?[ \u00a0][A-Z][a-z]"
    r"(?![^\W_]|['\u2019](?!s(?![^\W_])))"
)
"""Names of two letters that are words elsewhere: "Mr To"."""
_LETTER = re.compile(r"(?<![\w'\u2019&/.-])([A-HJ-Z])(?![\w&/(-]|[ \u00a0]?[+=]|\.[\w])")
_DOES_WORDS = """
said says told tells asks asked rang rings phoned texted messaged came comes went goes lives lived
moved wants wanted hit hits hurt punched kicked goin comin askin sayin slapped pushed grabbed
shouted screamed cried cries shouts smokes drinks slept stayed stays attended refused denied
admitted disclosed reported stated replied explained agreed disagreed thinks thought feels felt
knows knew likes loves hates misses became seemed appeared visits sees plays sleeps eats talks
speaks attends looked arrived visited drank smoked ran walked woke sat stood married died complained
"""
_DOES = "|".join(_DOES_WORDS.split())
_DOES_SO = re.compile(rf"[ \u00a0\n](?:{_DOES})(?![^\W_])")
_BEING = (
    r"(?:has|had|is|was|were|are|have|hasn['\u2019]t|isn['\u2019]t|wasn['\u2019]t|did not"
    r"|didn['\u2019]t|does not|doesn['\u2019]t|will|would|can|could)"
)
_STATES_WORDS = """
not never also always still now very really so too been being become a an the at in with from on
her his their there here back home going living staying moving seeing drinking smoking using
working crying shouting asking holding looking coming doing taking struggling sleeping eating asked
told upset angry scared frightened worried happy unhappy sad pregnant drunk poorly ill unwell tired
asleep absent present aged born known seen heard met hit hurt injured bullied abused assaulted
arrested excluded placed removed taken left gone moved returned stopped started made had got good
fine okay ok quiet calm able unable willing violent aggressive
"""
_STATES_ING_WORDS = """
arguing attending being coping feeling fighting getting having hitting lying making missing playing
refusing saying telling thinking trying
"""
_WANTS_WORDS = """
attend come drink eat engage feel get go have know like live say see sleep smoke speak stay talk
tell think trust want work
"""
_RELATION = (
    r"uncle|aunt(?:ie|y)?|mum|mam|dad|nan|gran|mother|father|brother|sister|cousin|partner|boyfriend"
    r"|girlfriend|friend|neighbour|husband|wife|son|daughter|nephew|niece|half\W\w+|step\w+|grand\w+|foster"
    r"|respite|carer|childminder|tenant|landlord|lodger|[mp]g[mf]"
)
_WHO_BEHIND = (
    r"[ \u00a0]?(?:\(|[-\u2013][ \u00a0]|,[ \u00a0])"
    r"(?:(?:his|her|their|my|old|former|previous|ex|new|maternal|paternal)[ \u00a0])*"
    rf"(?:(?:{_RELATION})(?![^\W_])|aged?[ \u00a0]\d"
    r"|\d{1,2}(?:\)|[ \u00a0]?(?:yrs?|years|months)))"
    r"|,[ \u00a0]who[ \u00a0]|:[ \u00a0]?[\"\u201c\u2018]"
)
"""Who somebody is, how old, or what they say: "J (aunt)", "Bo, aged 3"."""
_STATES = "|".join((*_STATES_WORDS.split(), *_STATES_ING_WORDS.split()))
_WANTS = "|".join(_WANTS_WORDS.split())
_ACTS = re.compile(
    rf"[ \u00a0\n](?:also |then |just |still |never |has |had |later |again )?(?:{_DOES})(?![^\W_])"
    rf"|[ \u00a0\n]{_BEING}[ \u00a0\n](?:{_STATES})(?![^\W_])"
    r"|[ \u00a0](?:not[ \u00a0](?:very[ \u00a0])?well|unwell|poorly|upset)(?![^\W_])"
    r"|[ \u00a0\n](?:(?:does|did)(?:[ \u00a0]not|n['\u2019]t)|will|would|can|could|won['\u2019]t)"
    rf"[ \u00a0\n](?:not[ \u00a0])?(?:{_WANTS})(?![^\W_])"
    r"|[ \u00a0](?:is|was)[ \u00a0](?:only[ \u00a0])?\d{1,2}"
    r"(?=[,.;)\n]|[ \u00a0](?:and|but|years|now|in)\b|\Z)"
    rf"|{_WHO_BEHIND}"
    r"|['\u2019]s[ \u00a0](?:been|got|gone|going|moved|left|not|drunk|living|staying|had)(?![^\W_])"
    r"|['\u2019]s[ \u00a0\n](?:mum|mam|dad|mother|father|nan|gran|sister|brother|aunt|uncle|cousin"
    r"|parents?|family|partner|boyfriend|girlfriend|husband|wife|friend|carers?|house|home|flat|bedroom"
    r"|school|behaviour|phone|birthday|placement|son|daughter|baby|child|children)(?![^\W_])"
)
"""What people do and are, and who and what is theirs."""
_DOES_A = re.compile(r"[ \u00a0](?:said|says|told|asked|rang|came|went|was|is|has|had)(?![^\W_])")
"""Behind an A: "A hit and run" is nobody's."""
_BEFORE_DOING = re.compile(
    r"(?:\A|[.!?:;\u2022\n][)'\"\u2019\u201d]?\s*|['\"\u201c\u2018(]|,[ \u00a0\n]"
    r"|(?:\b\d{2}|/\d{1,4})[:,]?[ \u00a0]{1,4}|\d[ \u00a0]?[ap]m\.?[ \u00a0\t]{1,4}|\d\t"
    r"|(?:\b\d{1,4}|\b[A-Z][a-z]{2,8})[ \u00a0][\u2013-][ \u00a0]|(?:\A|\n)[-*\u2013][ \u00a0]"
    r"|\b(?i:that|and|but|when|while|if|then|because|as|so|after|before|since|until|where|how|why"
    r"|what|whether|said|says|today|yesterday|later|me|us|think|thinks|thought|believes|feels)"
    r"[ \u00a0\n])\Z"
)
_IS_AT_IT = re.compile(
    r"[ \u00a0](?:left|kept|clung|turned|brought|gave|threw|broke|banging|minding"
    r"|[a-z]{3,}(?<!th)ing"
    r"(?=[ \u00a0](?:at|on|in|with|his|her|their|my|the|that|up|out|off|about|back|for|from|to)\b))"
    r"(?![^\W_])"
)
"""What a word that is none of English does, as logs say it: "Henan banging on wall"."""
_BEFORE_OBJECT = re.compile(
    r"\b(?:(?i:ask|tell|ring|phone|text|visit|according[ \u00a0\n]to|between)"
    r"|(?:seen|told|brought|collected|supported|bitten|bullied|visited|scared|frightened)"
    r"[ \u00a0\n](?:by|of)"
    r"|(?i:spoke|spoken|speak|speaking|talk(?:ed|ing|s)?)[ \u00a0\n](?:to|with)|told|tells|asked"
    r"|saw|seen|met|rang|phoned|texted|messaged|visited|hit|hurt|punched|kicked|slapped|pushed"
    r"|(?:living|lives?|lived|stay(?:s|ed|ing)?|contact|relationship|argu(?:ed|ing|ment)"
    r"|messages?|friends)[ \u00a0\n]with|(?:heard|call|text|message|letter|email)[ \u00a0\n]from"
    r"|hit[ \u00a0\n]by|(?i:mum|mam|dad|nan|gran|mother|father|brother|sister|partner),?"
    r"[ \u00a0\n](?:and|&))[ \u00a0\n]\Z"
)
"""Behind what a letter is somebody to whom something is said or done: "told J"."""
_OBJECT_ENDS = re.compile(
    r"(?=[.,;:!?)\n]|\Z|['\u2019]s\b|[ \u00a0](?!(?:levels?|grades?|of E|wing|ward|block)\b)[a-z])"
)
_NOBODYS_WORDS = """
vitamin hepatitis hep grade section part plan option group class room ward block flat unit team type
appendix exhibit annex table figure level band category set schedule paragraph para box item zone
year stage wing gate bay platform form question answer column row document bundle tab strand
team side class letter point article model size shed hall pod house tier gene factor blood
"""
_NOBODYS = frozenset(_NOBODYS_WORDS.split())
"""Of whom a letter behind is nobody: "Section B was filled in"."""
_POSTS_WORDS = """
ad am an ap as at be bp by cc cp cv da dc di do dr ds dv eh ep ey fc go gp ha he hq hr hv ic id if
in io iq is it ks la ld lo me mh mp mr ms my nb ni no of oh ok on or ot pa pc pe pi pm po pr ps pt
qa qc rd re ro sa se si so sp ss st su sw ta tl tm to tv uc uk un up us vi we xx ya yo yp
"""
_POSTS = frozenset(_POSTS_WORDS.split())
"""What two letters stand for in any file, and words that somebody types loudly."""
_AT_WORK_WORDS = """
am an as at be by dc di do dr ds ep fc go gp ha he hr hv if in io iq is it la lo me mp mr ms my no
of ok on or ot pa pc po ps pt qc ro so sp sw ta tl tm tv to uk up us we
"""
_AT_WORK = frozenset(_AT_WORK_WORDS.split())
"""Of these, posts and offices that do what people do, and words."""
_INITIALS = re.compile(r"(?<![\w'\u2019&/.-])[A-Z]{2}(?![\w&/(-])")
_FULL = re.compile(
    r"(?<![\w'\u2019&/.-])([A-Z][^\W\d_A-Z]+)[ \u00a0]([A-Z][^\W\d_]+)(?:-[A-Z][^\W\d_]+)?"
    r"(?![\w&/(-])"
)
_MONTHS = frozenset(("april", "jan", "june", "may"))
"""Months that people are called by: only what nothing but people do tells that they are meant."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[ \u00a0\n]\Z")
_AND = re.compile(
    r",?[ \u00a0\n](?:and|&)[ \u00a0\n](?:[B-HJ-Z]\.?|[A-Z][a-z]+"
    r"|(?:his|her|their|my)[ \u00a0][a-z]+)(?=[ \u00a0\n]|['\u2019]s)"
)
_PAIR = re.compile(r"(?<!\w)([A-Z])[ \u00a0](?:and|&)[ \u00a0]([A-Z])(?!\w)")
_ROW = re.compile(r"(?:[A-Z](?:,|[ \u00a0](?:and|or|to|&))[ \u00a0])+\Z")
_PAIRS = frozenset(("A&E", "B&B", "B&Q", "D&C", "D&V", "H&M", "H&S", "M&S", "P&P", "Q&A", "R&R"))
_WHO = (
    r"(?:[Cc]hild|[Ss]ib|[Ss]ibling|[Yy]oung [Pp]erson|[Pp]upil|[Ss]tudent|[Ww]itness|[Rr]esident"
    r"|[Tt]win|[Pp]erson|[Aa]dult|[Mm]other|[Ff]ather|[Pp]arent|[Cc]arer|[Vv]ictim|[Ss]uspect|[Bb]rother"
    r"|[Ss]ister|[Nn]eighbour|[Ff]riend|[Cc]omplainant|[Ii]nformant|[Rr]elative|Male|Female|Baby|Boy"
    r"|Girl|CHILD|SIBLING|PERSON)"
)
_LABEL_ITSELF = rf"(?:{_WHO}[ \u00a0](?:[A-HJ-Z]|[1-9])|C?YP[ \u00a0]?(?:[A-HJ-Z]|\d{{1,2}}))"
_LABEL = re.compile(rf"(?<![^\W_]){_LABEL_ITSELF}(?![\w%]|[:./-]\d)")
_COUNTS = (
    r"(?:and|or|of|in|to|at|on|by|for|from|with|x|only|form|section|details|plan|levels?|grades?"
    r"|years?|yrs?|months?|weeks?|days?|hours?|hrs|times?|mins?|minutes?)(?![^\W_])"
)
_LABEL_ACTS = re.compile(
    rf"(?:[ \u00a0\n](?:and|&)[ \u00a0\n]{_LABEL_ITSELF})?"
    rf"(?:['\u2019]s(?![^\W_])|{_WHO_BEHIND}|:[ \u00a0](?=[a-z])"
    rf"|[ \u00a0\n](?!{_COUNTS})[a-z]{{2,}})"
)
_BEFORE_LABEL = re.compile(
    r"\b(?:told|asked|hit|hurt|punched|kicked|pushed|bullied|assaulted|saw|seen|met|rang|visited|by|with|is|was"
    r"|from|to|(?:allegations?|complaints?) (?:of|about|against))[ \u00a0\n]\Z"
)
_LABEL_SMALL = re.compile(
    r"(?<![^\W_])((?:child|sibling|sib|yp)[ \u00a0][b-hj-z])"
    r"(?=[ \u00a0](?:is|was|has|had|said|says|told|hit|rang)\b)"
)
_FAMILY = re.compile(
    r"\b[Tt]he[ \u00a0]([A-HJ-Z])(?=[ \u00a0](?:family|household|children|siblings|case)\b)"
)
_LABEL_ENDS = re.compile(r"(?=[.,;:!?)\n]|\Z)")
_SHORT_WORDS = "al bo cy di ed em ez fi jo ki li lu mo oz ri si ty vi"
SHORT = frozenset(_SHORT_WORDS.split())
"""What people are called for short, in two letters."""


_CAPITAL = re.compile(r"(?<![\w'\u2019&/.-])[A-Z][^\W\d_A-Z]+(?:-[A-Z][^\W\d_A-Z]+)?(?![\w&/(-])")
_FAR = 24  # letters
_NEAR = 6  # letters of "A and E"
_WIDE = 80  # letters
_LEAST_ODD = 3  # letters of a word that no list has
_LISTED = (
    r"\b(?:[Pp]resent|[Aa]ttend(?:ees|ed|ing)|[Nn]ames?|[Cc]hild(?:ren)?|[Ss]iblings?|[Hh]ousehold|[Mm]embers"
    r"|[Aa]pologies|[Ii]nvited|[Ff]amily|[Cc]c|CC)[ \u00a0]?:[^\n.;:]{0,60}?(?<=[:,])[ \u00a0]?"
)
_IS_LISTED = re.compile(rf"{_LISTED}\Z")
_ROW_BEFORE = re.compile(rf"(?:(?:\A|\n)[^\S\n]*(?:[-*\u2022\u2013][^\S\n]*)?|{_LISTED})\Z")
_ROW_BEHIND = re.compile(r"\.?[^\S\n]*(?:,|;|\n|\Z|[ \u00a0](?:and|&)[ \u00a0])")
_STREET_ABOVE = re.compile(r"\d[^\n]*\n[^\S\n]*\Z")
_POSTCODE_BELOW = re.compile(r",?[^\S\n]*\n[^\n]*\d")
_PLAIN_BEFORE = re.compile(r"(?<![^\W_])([a-z]{2,})[ \u00a0]\Z")
_GOES_ON = re.compile(r"[ \u00a0\n][A-Z]")
_BEFORE_PLACES_WORDS = """
at in near to from of the via through towards an on around off outside inside behind beside
opposite past into onto across above below over under
"""
_BEFORE_PLACES = frozenset(_BEFORE_PLACES_WORDS.split())


def titled(text: str) -> Iterator[Span]:
    """Yield titles and relations with a letter or two for a name: "Mrs D", "Auntie J", "Mr To"."""
    for seen in chain(*(by.finditer(text) for by in (_TITLED, _TITLED_SMALL, _TITLED_SHORT))):
        yield seen.span()


def letters(text: str) -> Iterator[Span]:
    """Yield letters and labels that do what people do, or to whom it is done: "J rang"."""
    for seen in _LETTER.finditer(text):
        listed = (
            _IS_LISTED.search(text, max(0, seen.start() - _WIDE), seen.start())
            and _ROW_BEHIND.match(text, seen.end()) is not None
        )
        somebody = listed or _is_somebody(text, seen.span(1))
        if somebody and not _is_labelled(text, seen.span(1)):
            yield seen.span(1)
    for seen in _INITIALS.finditer(text):
        letters = seen[0].casefold()
        short = letters in _POSTS or is_no_name_word(letters)
        # A learning disability does not ask anything.
        asks = letters not in _AT_WORK and _DOES_SO.match(text, seen.end()) is not None
        if (asks or not short) and _is_somebody(text, seen.span()):
            yield seen.span()
    for seen in chain(_FAMILY.finditer(text), _LABEL_SMALL.finditer(text)):
        yield seen.span(1)
    for seen in _LABEL.finditer(text):
        low = max(0, seen.start() - _FAR)
        told = _BEFORE_LABEL.search(text, low, seen.start()) and _LABEL_ENDS.match(text, seen.end())
        if told or _LABEL_ACTS.match(text, seen.end()):
            yield seen.span()


def words(text: str) -> Iterator[Span]:
    """Yield words that may be names, and stand where names do: "Grace rang", "Al has moved in"."""
    for seen in _FULL.finditer(text):
        first, last = folded(seen[1]), folded(seen[2])
        if first not in CALLED_BY_WORDS or is_no_name_word(last) or is_a_word(text, seen.span(1)):
            continue
        odd = not is_english(last) and last not in names_of_english()
        if odd or (may_be_called(last) and _is_somebody(text, seen.span())):
            yield seen.span()
    for seen in _CAPITAL.finditer(text):
        word = folded(seen[0])
        both = word in _MONTHS or word in TO_BE_CALLED or (is_in_lists(word) and is_english(word))
        if both and _is_told_of(text, seen.span()):
            yield seen.span()
            continue
        called = word in SHORT or word in CALLED_BY_WORDS
        if not called and (len(word) < _LEAST_ODD or is_english(word) or is_no_name_word(word)):
            continue
        if _is_somebody(text, seen.span()) or (not called and _stands_as_one(text, seen.span())):
            yield seen.span()


def _is_told_of(text: str, span: Span) -> bool:
    """Say whether a month is somebody's name: "said that May shouts", "saw Jan in town"."""
    low = max(0, span[0] - _FAR)
    if _BEFORE_OBJECT.search(text, low, span[0]):
        return _OBJECT_ENDS.match(text, span[1]) is not None
    return _DOES_SO.match(text, span[1]) is not None


def _stands_as_one(text: str, span: Span) -> bool:
    """Say whether a word of no English stands where a name may, or is said to do things."""
    if _is_in_a_place(text, span):
        return True
    at_it = _IS_AT_IT.match(text, span[1])
    return at_it is not None and bool(_BEFORE_DOING.search(text, max(0, span[0] - _FAR), span[0]))


def _is_in_a_place(text: str, span: Span) -> bool:
    """Say whether a word of no English stands where a name may: alone on its line, or in a row."""
    word = folded(text[slice(*span)])
    if word in names_of_english() and not is_in_lists(word):
        return False  # "Leeds"
    low = max(0, span[0] - _WIDE)
    if _ROW_BEFORE.search(text, low, span[0]):
        if _STREET_ABOVE.search(text, low, span[0]) and _POSTCODE_BELOW.match(text, span[1]):
            return False  # the town of an address over lines
        return _ROW_BEHIND.match(text, span[1]) is not None
    before = _PLAIN_BEFORE.search(text, low, span[0])
    if before is None or _GOES_ON.match(text, span[1]):
        return False
    return before[1] not in _BEFORE_PLACES


def _is_somebody(text: str, span: Span) -> bool:
    low = max(0, span[0] - _FAR)
    if _BEFORE_OBJECT.search(text, low, span[0]):
        return _OBJECT_ENDS.match(text, span[1]) is not None
    if not _acts(text, span[1], text[slice(*span)]):
        return False
    return _BEFORE_DOING.search(text, low, span[0]) is not None


def _acts(text: str, end: int, letter: str) -> bool:
    """Say whether somebody does something behind there, by themselves or with another."""
    end += text.startswith(".", end) and len(letter) == 1
    other = _AND.match(text, end)
    does = _DOES_A if letter == "A" else _ACTS
    return does.match(text, other.end() if other else end) is not None


def _is_labelled(text: str, span: Span) -> bool:
    """Say whether a letter is that of a thing, or half of a pair: "Options B and C", "A & E"."""
    before = _ROW.sub("", text[max(0, span[0] - _FAR) : span[0]])
    label = _WORD_BEFORE.search(before)
    if label and {word := folded(label[1]), word.removesuffix("s")} & _NOBODYS:
        return True
    pairs = _PAIR.finditer(text, max(0, span[0] - _NEAR), span[1] + _NEAR)
    return any(f"{pair[1]}&{pair[2]}" in _PAIRS for pair in pairs)
