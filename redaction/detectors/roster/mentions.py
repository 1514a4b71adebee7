"""Names of a roster in a text, in every way in which it may be read: where, and of whom."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from recordkeeping.disclosure.findings import Page, Span
from redaction.bounds import PLURAL, begins_in_a_run, may_be_in_a_run, stands_in_a_run
from redaction.detectors.names.veto import (
    goes_on_as_a_place,
    is_english,
    is_no_name_word,
    may_be_a_name,
)
from redaction.detectors.names.wordings import is_a_word
from redaction.detectors.nicknames import is_in_lists
from redaction.detectors.normal import WORD, Normal, folded
from redaction.detectors.patterns.streets import SURE
from redaction.detectors.roster.fuzzy import LEAST_SMALL, is_nearly, written_with_signs
from redaction.detectors.roster.hits import Hit, Meaning
from redaction.detectors.roster.index import Index
from redaction.detectors.roster.numbers import PART_OF_ADDRESS
from redaction.detectors.roster.readings import Reading
from redaction.detectors.roster.torn import torn
from redaction.detectors.roster.variants import Way
from redaction.detectors.roster.words import (
    begins_a_sentence,
    is_a_day,
    is_a_month,
    is_named_small,
    is_told,
    may_be_a_month,
    needs_capital,
)
from redaction.everyday import is_common_word, is_everyday, spells_by_chance
from redaction.misreadings import is_no_other

_WORN = re.compile(r"\bpairs? of (?:(?:new|old|blue|black|white|skinny|ripped|torn|denim) )?\Z")
_FAR_WORN = 24  # letters
_SHORTEST_PLURAL = 4
_SHORTEST_INSIDE = 4  # letters of a name within others that are written apart
_SHORTEST_PARTED = 5  # letters of a name that a line's end parts: others are made of two words
_FAMILY = re.compile(PLURAL)
_THE = re.compile(r"\b(?:the|both|two) \Z")
_NUMBERED = re.compile(
    r"(?<![^\W_])(W?PC|PS|T?D[CSI]|Sgt|SGT|Sergeant|Constable)[ \u00a0]?\d{1,6}[ \u00a0]"
    r"([A-Z][^\W\d_]+(?:['\u2019-][^\W\d_]+)*)(?![^\W_])"
)
"""An officer's number before the surname: "PC 4471 Dunn"."""
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_ADDRESS = re.compile(
    r"@|://|www\.|\.(?:docx?|pdf|jpe?g|png|xlsx?|txt|msg|eml|mp[34]|mov|heic|zip|rtf|odt|pptx?)\b",
    re.IGNORECASE,
)
"""What stands in e-mail addresses, handles, links and names of files, and in no word."""
_LONGEST_ADDRESS = 200  # letters
_RUN_BEFORE, _RUN = re.compile(r"\S*\Z"), re.compile(r"\S*")
_FEW = 3  # letters of a first name and a space: "MARSH, D" has a letter alone
_LONGEST_WORD = 30  # letters
_WORD_BEFORE = re.compile(r"(?<![^\W_])([A-Z][^\W\d_]+)[ \u00a0]\Z")
_WORD_BEHIND = re.compile(r"[ \u00a0]([A-Z][^\W\d_]+)(?![^\W_])")
_NAME_BETWEEN = re.compile(
    r"(?!\S*\n\S*\n)[ \u00a0\n](?:(?:[A-Z]\.?[ \u00a0]?){1,2}|[A-Z][^\W\d_]+(?:-[^\W\d_]+)?)"
    r"[ \u00a0\n]?(?<=[ \u00a0\n.])"
)
_ONE_NAME = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_INITIAL_NAMED = re.compile(r"[A-Z](?:\. ?| )(?:[A-Z](?:\. ?| ))?(?=[A-Z][^\W\d_])")
_COUPLE_BEFORE = re.compile(r"(?<![\w.'\u2019&-])([A-Z])\.?(?: ?[&+/] ?| and )\Z")
_INITIAL_ASIDE = re.compile(r",? ?\(([A-Z])\.?\)")
_INITIAL_BEFORE = re.compile(r"(?<![\w.'\u2019&-])([A-Z])(?:\. ?| )\Z")
_FAR_COUPLE = 10  # letters
_LETTERS = re.compile(r"[^\W\d_]+")
_CELLS = re.compile(r"[ \u00a0]{3,}|\t")
_LETTER_BEHIND = re.compile(r" [^\W\d_]\.?\Z")
_I_GO_ON = re.compile(r"['\u2019](?:m|ve|ll|d)\b|[ \u00a0\n](?:[a-z]{2,})")
_DAY = r"(?:Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec)[a-z]*[ \u00a0]\d"
_MIDDLE_NAME = re.compile(
    rf"[ \u00a0]([A-Z][^\W\d_A-Z]+(?:[ \u00a0-](?!{_DAY})[A-Z][^\W\d_A-Z]+)?)"
    r"(?=[ \u00a0]*(?:[|(,;\n\d[]|$|[ \u00a0]{2}|D\.O\.B|b\.|[\u2013\u2014-][ \u00a0])"
    rf"|[ \u00a0](?:[A-Z]{{2,}}(?![^\W_])|[a-z]|{_DAY}))"
)
"""Behind "MARSH, Dean", before the next cell, a date, or what the sentence goes on with."""
_BEGINS_SENTENCE = "a word of English at the beginning of a sentence"
_SMALL = "a word of English in small letters"
_STREET = "the end of what a street may be called"
_MONTH = "a word that may be a month"
_ENGLISH = "a word of English with a capital"
_NO_VERB = re.compile(
    r"[ \u00a0\n](?:in|on|for|from|at|of|off|by|under|over|all|needed|required)(?![^\W_])"
)
_IN_ADDRESS = "a word of English in an address or the name of a file"


def spelled(text: str, ways: Sequence[Reading], index: Index) -> Iterator[Hit]:
    """Yield names, numbers and addresses as somebody wrote them."""
    for way in ways:
        yield from _named(text, way.page, index)
        yield from _parted(text, way, index)
        yield from torn(text, way, index)
        for stretch in way.stretches:  # boundaries are lost here; a name inside is a name
            for start, end, form in index.occurrences(stretch.text):
                if end - start == len(stretch.text) or end - start >= _SHORTEST_INSIDE:
                    meanings = index.meant_by(form)
                    yield Hit(stretch.span(start, end), meanings, derived=True)


def misread(page: Page, index: Index) -> Iterator[Hit]:
    """Yield names that were read in ink with other letters.

    A letter alone on its line is none of the name above or below: a tick in a box is read as one.
    """
    if not page.by_eye:
        return
    for span, form in index.misreadings.standing_in(page.text, page.by_eye):
        lines = page.text[slice(*span)].split("\n")
        if len(lines) > 1 and any(len(line.strip()) == 1 for line in lines):
            continue
        yield Hit(
            span,
            frozenset(index.as_listed[form]),
            derived=True,
            misread=True,
            no_other=is_no_other(form, page.text[slice(*span)]),
        )


def in_addresses(text: str, index: Index) -> Iterator[Hit]:
    """Yield names put together in e-mail addresses, handles and names of files: "dquaxley84"."""
    if not index.handles:
        return
    for sign in _ADDRESS.finditer(text):
        low, high = sign.start() - _LONGEST_ADDRESS, sign.end() + _LONGEST_ADDRESS
        before = _RUN_BEFORE.search(text, max(0, low), sign.start())
        behind = _RUN.match(text, sign.end(), high)
        start = before.start() if before else sign.start()
        for run in _LETTERS.finditer(text, start, behind.end() if behind else sign.end()):
            word = run[0].casefold()
            if meanings := index.handles.get(word):
                yield Hit(run.span(), frozenset(meanings), derived=True)
            elif needs_capital(word) and (meanings := index.meanings.get(word)):
                yield Hit(run.span(), frozenset(meanings), derived=True, doubt=_IN_ADDRESS)


def misspelt(page: Page, whole: Normal, index: Index, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield words that are nearly somebody's name, where nothing else is found.

    What a machine read in ink counts as misread: the subject's own name stays there.
    """
    if not index.words:
        return
    taken, ink = _Taken([hit.span for hit in hits]), _Taken(page.by_eye)
    for word in sorted(set(WORD.findall(whole.text))):
        meant = index.misspellings.meant_by(word)
        english = bool(meant) and is_english(word)
        at = whole.text.find(word) if meant else -1
        while at >= 0:
            span = whole.span(at, at + len(word))
            small = page.text[slice(*span)].islower()
            odd = small if english else small and len(word) < LEAST_SMALL
            odd = odd or (english and begins_a_sentence(page.text, span))
            if not odd and whole.bounded(at, at + len(word)) and not taken.touches(span):
                meanings = frozenset(m for one in meant for m in index.words[one])
                doubt = _ENGLISH if english else ""
                yield Hit(span, meanings, True, ink.touches(span), False, True, doubt)
            at = whole.text.find(word, at + 1)
    for span, meant in written_with_signs(page.text, index.words):
        if not taken.touches(span):
            meanings = frozenset(meaning for one in meant for meaning in index.words[one])
            yield Hit(span, meanings, True, ink.touches(span), False, True)


def beside(page: Page, index: Index, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield words beside a single name that are nearly another name of the same person.

    There a short word is enough, and one of English too: "Will Wright" of a Wil Wright.
    """
    taken, ink = _Taken([hit.span for hit in hits]), _Taken(page.by_eye)
    for hit in hits:
        if not hit.is_name or WORD.fullmatch(page.text, *hit.span) is None:
            continue
        low, high = max(0, hit.span[0] - _LONGEST_WORD), hit.span[1] + _LONGEST_WORD
        for word in (
            _WORD_BEFORE.search(page.text, low, hit.span[0]),
            _WORD_BEHIND.match(page.text, hit.span[1], high),
        ):
            if word is None or taken.touches(word.span(1)):
                continue
            people = _nearly(folded(word[1]), hit, index)
            people = people or _misread_beside(page.text, hit, word.span(1), index)
            if people:
                meanings = frozenset(
                    Meaning(id, "person", "misspelt name", False, Way.SPELLING) for id in people
                )
                at = word.span(1)
                yield Hit(at, meanings, True, misread=ink.touches(at), misspelt=True)


def with_a_name_between(text: str, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield a first name and a surname of one person with another name or letter between them.

    A roster may lack it: "Darren P Whitehead" and "Darren Paul Whitehead" of a Darren Whitehead.
    """
    whole = {hit.span for hit in hits}
    for at, first in enumerate(hits):
        if not first.is_name or first.misspelt or not text[first.span[0]].isupper():
            continue
        if _ONE_NAME.fullmatch(text, *first.span) is None:
            continue
        behind = list(_names_close_behind(hits, at))
        for second in behind:
            people = first.people & second.people
            between = people and _NAME_BETWEEN.fullmatch(text, first.span[1], second.span[0])
            span = first.span[0], second.span[1]
            words = text[slice(*second.span)]
            if not between or span in whole or "," in words or not words[0].isupper():
                continue
            # Of "Kayleigh Marsh Dean Marsh" both are surnames.
            if folded(words) == folded(text[slice(*first.span)]):
                continue
            if any(map(is_no_name_word, WORD.findall(between[0]))):
                continue
            # Of "Dean Kevin Marsh" the last two may be somebody else's whole name.
            inner = (h.people for h in behind if h.span[0] < second.span[0] < h.span[1])
            people = people.union(*inner)
            meant = frozenset(Meaning(id, "person", "name", False) for id in people)
            yield Hit(span, meant, derived=True)


def _names_close_behind(hits: Sequence[Hit], at: int) -> Iterator[Hit]:
    end = hits[at].span[1]
    for later in range(at + 1, len(hits)):
        if hits[later].span[0] - end > _LONGEST_WORD:
            return
        if hits[later].is_name and hits[later].span[0] > end:
            yield hits[later]


def with_a_name_behind(text: str, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield surname and first name with a middle name that a roster may lack: "MARSH, Dean Jo"."""
    taken, whole = _Taken([hit.span for hit in hits]), {hit.span for hit in hits}
    for hit in hits:
        words = text[slice(*hit.span)]
        if not hit.is_name or hit.misspelt or "," not in words or len(words.split(",")[-1]) <= _FEW:
            continue
        behind = _MIDDLE_NAME.match(text, hit.span[1])
        # Somebody else's first name may be a middle name too.
        if behind is None or (taken.touches(behind.span(1)) and behind.span(1) not in whole):
            continue
        if all(may_be_a_name(word[0]) for word in WORD.finditer(behind[1])):
            meant = frozenset(Meaning(id, "person", "name", False) for id in hit.people)
            yield Hit((hit.span[0], behind.end(1)), meant, derived=True)


def with_initials(text: str, index: Index, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield a surname with initials that no form of the roster's holds.

    Of a couple ("D & T Marsh"), in brackets behind it ("Marsh (D)"), before one that is spelt
    otherwise ("A MacLeod" of an Alan McLeod).
    """
    for hit in hits:
        if not hit.is_name:
            continue
        start, end = hit.span
        initial = _INITIAL_NAMED.match(text, start, end)
        if initial and (couple := _COUPLE_BEFORE.search(text, max(0, start - _FAR_COUPLE), start)):
            other = index.meanings.get(folded(f"{couple[1]} {text[initial.end() : end]}"), ())
            if other:  # else "Part A and D Marsh"
                people = hit.people | {meaning.person for meaning in other}
                yield _derived((couple.start(), end), people)
        elif _ONE_NAME.fullmatch(text, start, end):
            behind = _INITIAL_ASIDE.match(text, end)
            if behind and (people := _with_letter(behind[1], hit, index)):
                yield _derived((start, behind.end()), people)
            before = _INITIAL_BEFORE.search(text, max(0, start - _FAR_COUPLE), start)
            unlisted = all(m.way in (Way.SPELLING, Way.NICKNAME) for m in hit.meanings)
            if (
                before
                and (hit.misspelt or unlisted)
                and (people := _with_letter(before[1], hit, index))
            ):
                yield replace(hit.of(people), span=(before.start(), end))


def _with_letter(letter: str, hit: Hit, index: Index) -> frozenset[str]:
    """Return those of a hit one of whose names begins with a letter."""
    small = letter.casefold()
    return frozenset(
        id for id in hit.people if any(n.startswith(small) for n in index.called.get(id, ()))
    )


def _derived(span: Span, people: frozenset[str]) -> Hit:
    return Hit(span, frozenset(Meaning(id, "person", "name", False) for id in people), derived=True)


def numbered(text: str, index: Index) -> Iterator[Hit]:
    """Yield what an officer is called with a number in it: "PC 4471 Dunn" is "PC Dunn"."""
    for officer in _NUMBERED.finditer(text):
        if meanings := index.meanings.get(folded(f"{officer[1]} {officer[2]}")):
            yield Hit(officer.span(), frozenset(meanings), derived=False)


def _nearly(word: str, hit: Hit, index: Index) -> frozenset[str]:
    """Return those of a hit of whom another name is nearly this word."""
    return frozenset(
        id for id in hit.people if any(is_nearly(word, name) for name in index.called.get(id, ()))
    )


def _misread_beside(text: str, hit: Hit, word: Span, index: Index) -> frozenset[str]:
    """Return those of a hit whose name in full a machine may have read so: "Dean Woocl"."""
    if is_english(folded(text[slice(*word)])):
        return frozenset()
    both = min(word[0], hit.span[0]), max(word[1], hit.span[1])
    if not index.may_be_misread(text, both, hit.people):
        return frozenset()
    read = index.misreadings.standing_in(text, [both])
    meant = (index.as_listed[form] for span, form in read if span == both)
    return hit.people & {meaning.person for meanings in meant for meaning in meanings}


class _Taken:
    """Stretches of a text in their order."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]
        self._reach: list[int] = []
        for _, end in self._spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else end))

    def touches(self, span: Span) -> bool:
        """Say whether one of them has a letter of a span."""
        before = bisect_left(self._starts, span[1])
        return before > 0 and self._reach[before - 1] > span[0]


def _named(text: str, page: Normal, index: Index) -> Iterator[Hit]:
    for start, end, form in index.occurrences(page.text):
        if hit := _mention(text, page, (start, end), form, index):
            yield hit
    for start, end, meanings in index.numbers(page.text):
        span = page.span(start, end)
        if any(one.what != PART_OF_ADDRESS for one in meanings) or _is_a_home(text, span):
            yield Hit(span, meanings, derived=False)


def _is_a_home(text: str, span: Span) -> bool:
    """Say whether part of an address may be one: no plain word is, and no school of that street."""
    said = text[slice(*span)]
    return (said[0].isupper() or len(said.split()) > 1) and not goes_on_as_a_place(text, span[1])


def _parted(text: str, way: Reading, index: Index) -> Iterator[Hit]:
    """Yield names in which a line ends within a word, without a hyphen, as in narrow columns."""
    if not way.seams:
        return
    page, solid, seams = way.page, way.solid, way.seams
    for first, last, form in index.occurrences(solid):
        before, until = bisect_right(seams, first), bisect_left(seams, last)
        if before == until or sum(map(str.isalpha, form)) < _SHORTEST_PARTED:
            continue
        if not all(solid[at - 1 : at + 1].isalpha() for at in seams[before:until]):
            continue  # figures of two lines are two numbers
        stretch = first + before, last + until
        hit = _mention(text, page, stretch, form, index)
        if hit and not _is_chance(text, page, stretch, form):
            yield Hit(hit.span, hit.meanings, derived=True)


def _is_chance(text: str, page: Normal, stretch: Span, form: str) -> bool:
    written, original = page.text[slice(*stretch)], text[slice(*page.span(*stretch))]
    return not page.turned and spells_by_chance(written, WORD.findall(form), original)


def _mention(text: str, page: Normal, stretch: Span, form: str, index: Index) -> Hit | None:
    """Return what is meant by letters that make up a name, unless they are part of a word."""
    start, end = stretch
    plural = _plural_end(text, page, start, end) or _plural_in_es(text, page, start, end)
    if plural and _are_things(text, page, start, plural):
        return None
    # "Deans flat" is as much as "Dean's flat"; "the Deans" are a family.
    owner = plural == end + 1 and not _THE.search(page.text, max(0, start - 5), start)
    if page.bounded(start, end) or plural:
        hit = _judge_case(text, page.span(start, plural or end), form, index)
        return replace(hit, derived=True) if hit and plural and not owner else hit
    if span := _run_together(text, page, stretch, form):
        return Hit(span, index.meant_by(form), derived=True)
    return None


def _run_together(text: str, page: Normal, stretch: Span, form: str) -> Span | None:
    """Return where a name stands that ran into other words, as in a table without its borders.

    One that is also a word is part of too many others there, as of "PrimRose".
    """
    start, end = page.span(*stretch)
    if needs_capital(form) or not begins_in_a_run(text, start):
        return None
    if not may_be_in_a_run(WORD.findall(form)):
        return None
    if family := _FAMILY.match(page.text, stretch[1]):
        return page.span(stretch[0], family.end())
    return (start, end) if stands_in_a_run(text, start, end) else None


def _plural_end(text: str, page: Normal, start: int, end: int) -> int | None:
    """Return where "kellys" ends; in "Kelly's" the s is no part of the name and stays.

    A name of three letters needs its capital: "Joys flat".
    """
    if page.text[end : end + 1] != "s" or not page.bounded(start, end + 1):
        return None
    short = end - start < _SHORTEST_PLURAL - text[page.starts[start]].isupper()
    return None if short else end + 1


def _are_things(text: str, page: Normal, start: int, plural: int) -> bool:
    """Say whether a word of English in small letters is said of clothes: "a pair of jeans"."""
    if not text[page.starts[start]].islower() or not is_english(page.text[start:plural]):
        return False
    return _WORN.search(page.text, max(0, start - _FAR_WORN), start) is not None


def _plural_in_es(text: str, page: Normal, start: int, end: int) -> int | None:
    """Return where "Joneses" or "Marshes" ends: a name in s, x, z, ch or sh, with its capital."""
    if page.text[end : end + 2] != "es" or not page.text[start:end].endswith(_SIBILANTS):
        return None
    if end - start < _SHORTEST_PLURAL or not page.bounded(start, end + 2):
        return None
    # Of "the le Rouxes" the small word has none.
    capital = text[page.starts[page.text.rfind(" ", start, end) + 1 or start]].isupper()
    return end + 2 if capital and not is_common_word(page.text[start:end]) else None


def _judge_case(text: str, span: Span, form: str, index: Index) -> Hit | None:
    """Return the hit, unless the name is a word of every text ("May") and lacks its capital.

    Behind "uncle" it needs none. Where a sentence begins the capital says nothing.
    """
    meanings = index.meant_by(form)
    if _ends_in_a_small_letter(text, span, form) or is_a_word(text, span):
        return None
    if text[span[0]].islower() and not is_told(text, span, form):
        if form.startswith(("a ", "i ")):
            return None  # "a Begum": an initial has its capital
        if _is_everywhere(form, meanings) and not _is_named_small(text, span, meanings):
            return None
        plain = form.isalpha() and is_english(form)
        return Hit(span, meanings, derived=False, doubt=_SMALL if plain else "")
    if _is_a_street(text, span, form):
        return Hit(span, meanings, derived=False, doubt=_STREET)
    if not needs_capital(form):
        thing = _may_be_a_thing(text, span, form)
        return Hit(span, meanings, derived=False, doubt=_BEGINS_SENTENCE if thing else "")
    if is_a_day(text, span, form) or is_a_month(text, span, form, index.words):
        return None
    return Hit(span, meanings, derived=False, doubt=_doubt(text, span, form))


def _may_be_a_thing(text: str, span: Span, form: str) -> bool:
    """Say whether a word of English begins a sentence, and no verb follows: "Penny for the"."""
    if _NO_VERB.match(text, span[1]) is None or not (form.isalpha() and is_english(form)):
        return False
    return begins_a_sentence(text, span)


def _is_a_street(text: str, span: Span, form: str) -> bool:
    """Say whether a surname may end what a street is called: "Spring Street", no "Mr Street"."""
    before = _WORD_BEFORE.search(text, max(0, span[0] - _FAR_WORN), span[0])
    if form not in SURE or before is None or not before[1][0].isupper():
        return False
    named = is_in_lists(folded(before[1])) and not is_english(folded(before[1]))
    return not named and not is_no_name_word(before[1])


def _ends_in_a_small_letter(text: str, span: Span, form: str) -> bool:
    """Say whether a letter behind a name is no surname's: "may a", and the "I" of "May I"."""
    letter = _LETTER_BEHIND.search(form)
    if letter is None:
        return False
    if _CELLS.search(text[slice(*span)]):
        return True  # "Tiana    T Pritchard" are two people's
    written = text[slice(*span)].rstrip(".")[-1]
    apart = "," in text[slice(*span)]
    if written == "I" and apart and _I_GO_ON.match(text, span[1]):
        return True  # "the post for Elin Tudor, I have not opened it"
    return written.islower() or (written == "I" and needs_capital(form[: letter.start()]))


def _is_named_small(text: str, span: Span, meanings: frozenset[Meaning]) -> bool:
    """Say whether a listed name stands where people write names in small letters."""
    listed = any(meaning.way <= Way.DERIVED for meaning in meanings)
    return listed and is_named_small(text, span)


def _is_everywhere(form: str, meanings: frozenset[Meaning]) -> bool:
    """Say whether a word is in any text, or so often that nobody means a nickname that none has."""
    if not needs_capital(form):
        return False
    return is_everyday(form) or all(m.way > Way.DERIVED for m in meanings)


def _doubt(text: str, span: Span, form: str) -> str:
    if begins_a_sentence(text, span):
        return _BEGINS_SENTENCE
    return _MONTH if may_be_a_month(text, span, form) else ""
