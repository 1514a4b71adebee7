"""Addresses: number and street, a flat, the name of a house, with town and postcode behind them.

Which streets there are nobody lists for us: a number, words with capitals and a word for a street
make one. One whose last word means other things too ("Court", "Park") needs more that says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Person, Roster
from redaction.detectors.matching import SPACE, everywhere, owned, owned_or
from redaction.detectors.patterns.streets import HOUSES, OTHERS, SHORT, SURE, plain_words

_ANY = "|".join(sorted(SURE | OTHERS, key=len, reverse=True))
_SURE = "|".join(sorted(SURE, key=len, reverse=True))
_WORD = r"(?:St\.|[A-Z][\w'\u2019&-]*)"
_JOINT = r"(?:&|and|of|the|le|de|y|on)"
_STREET_NAME = rf"{_WORD}{SPACE}+(?:(?:{_WORD}|{_JOINT}){SPACE}+){{0,4}}"
_ENDS = rf"(?![\w'\u2019-])\.?(?:{SPACE}(?:North|South|East|West)\b)?"
_NUMBER = rf"\d{{1,4}}[A-Za-z]?(?:(?:{SPACE}?[-\u2013]{SPACE}?|/)\d{{1,4}}[A-Za-z]?)?"
_HOUSES = "|".join(
    [*(house.capitalize() for house in sorted(HOUSES, key=len, reverse=True)), r"Caravan\s+Park"]
)
_UNITS = r"Flat|Apt|Apartment|Unit|Room|Rm|Studio|Plot|Bedsit|Block|Maisonette|Caravan"
_UNIT = r"(?:\d{1,4}[A-Za-z]?(?:/\d{1,2})?|[A-Za-z]\d{0,2}|[A-Za-z]{1,2}/\d{1,2}|[GTPB]F[LR1-4]?)"
"""What a flat is called by: "3", "B", "2/1"; no word, as in "a flat at 14 Coble Lane"."""
_BREAK = rf"(?:,{SPACE}?|{SPACE}?/{SPACE}|{SPACE}|,?{SPACE}?\n{SPACE}?)"
_FLOORS = (
    rf"(?:(?:upper|lower)?{SPACE}?(?:ground|first|second|third|fourth|top)|basement|garden|attic){SPACE}"
    rf"(?:floor{SPACE})?(?:(?:front|back|rear|left|right){SPACE})?(?:flat|floor|rooms?|maisonette|left|right)"
)
_NUMBERED = re.compile(
    rf"(?<![\w£$€%/.:,-])(?P<number>{_NUMBER}),?{SPACE}+(?P<name>{_STREET_NAME})(?P<type>(?i:{_ANY})){_ENDS}"
)
_OVER_LINES = re.compile(
    rf"(?<![\w£$€%/.:,-])(?P<number>{_NUMBER})\s{{1,2}}(?P<name>(?:{_WORD}\s{{1,2}}){{1,4}})"
    rf"(?P<type>(?i:{_ANY})){_ENDS}"
)
_BEFORE = re.compile(
    rf"(?<!\w)(?:(?i:(?:flat|rooms?|bedsit|maisonette){SPACE}(?:above|over|behind|below){SPACE}"
    rf"(?:(?:the|no\.?|number){SPACE})?))?"
    rf"(?:(?i:{_FLOORS}){SPACE}?{_BREAK})?"
    rf"(?:(?i:{_UNITS}){SPACE}?(?:no\.?{SPACE})?(?i:{_UNIT}){_BREAK})?"
    rf"(?:(?:The{SPACE})?(?:{_WORD}{SPACE}){{0,3}}(?:{_HOUSES}){_BREAK})?"
    rf"(?:(?:\d{{1,2}}/\d|\d{{1,2}}/?[LR]|[1-9GTPB]F[LR1-4]?)(?:,{SPACE}?|{SPACE}/{SPACE}|(?<=F\d){SPACE}))?"
    rf"(?:{_NUMBER}{SPACE}?(?:&|and){SPACE}?)?\Z"
)
_NAMED_HOUSE = re.compile(
    rf"(?<![\w'\u2019-])(?P<number>(?:The{SPACE})?(?:{_WORD}{SPACE}){{0,3}}(?:{_HOUSES})|The{SPACE}{_WORD}(?:{SPACE}{_WORD})?)"
    rf"(?:,{SPACE}?\n?|{SPACE}?\n){SPACE}?(?P<name>(?:{_WORD}{SPACE}){{1,3}})(?P<type>(?i:{_SURE})){_ENDS}"
)
_FLAT = re.compile(
    rf"(?<!\w)(?P<number>(?i:flat|apartment|apt\.?|bedsit|studio){SPACE}?(?:no\.?{SPACE})?(?i:{_UNIT})),?(?:{SPACE}|\n)+"
    rf"(?P<name>(?:{_WORD}{SPACE}){{1,3}})(?P<type>{_HOUSES})(?![\w'\u2019-])"
)
_FLAT_IN = re.compile(
    rf"(?<!\w)(?P<number>(?i:flat|apartment|apt\.?|bedsit|studio|maisonette){SPACE}?(?:no\.?{SPACE})?(?i:{_UNIT}))"
    rf"(?:,{SPACE}?\n?|{SPACE}?\n|{SPACE})(?P<name>(?:{_WORD}{SPACE}){{1,3}})"
    rf"(?P<type>(?i:{_ANY})|(?<=The{SPACE})[A-Z]\w+)(?![\w'\u2019-])"
)
"""Of "Maisonette 14, The Spinney", both."""
_IN_TOWN = re.compile(
    rf"(?<![\w'\u2019-])(?P<number>)(?P<name>(?:The{SPACE})?(?:{_WORD}{SPACE}){{0,3}})(?P<type>{_HOUSES})"
    rf"(?=,{SPACE}?\n?{SPACE}?[A-Z])"
)
"""A house that has a name and no number, in its village: "The Old Vicarage, Nether Poppleton"."""
_HOMES = frozenset(
    ("bungalow", "cottage", "cottages", "farmhouse", "gables", "rectory", "vicarage", "villa")
)
"""Houses in which people live; other named ones are offices too, unless somebody lives there."""
_ON_ITS_STREET = re.compile(
    rf"(?<!\w)(?i:number|nos?\.?|house){SPACE}?(?P<number>{_NUMBER}),?{SPACE}(?:on|in|of|along){SPACE}"
    rf"(?P<name>(?:[Tt]he{SPACE})?(?:{_WORD}{SPACE}){{1,3}})(?P<type>(?i:{_SURE})){_ENDS}"
)
"""Number 14 in Coble Lane."""
_STREET_FIRST = re.compile(
    rf"(?<![\w'\u2019-])(?P<name>(?:{_WORD}{SPACE}){{1,3}})(?P<type>(?i:{_SURE})),?{SPACE}?\(?"
    rf"(?:at{SPACE})?(?:(?i:number|nos?\.?)|#){SPACE}?(?P<number>{_NUMBER})(?![\w/])\)?"
)
_WELSH = re.compile(
    rf"(?<![\w£$€%/.:,-])(?P<number>{_NUMBER}),?{SPACE}+(?P<type>Heol|Ffordd|Stryd|L[o\u00f4]n|Maes|Rhodfa|Clos"
    rf"|Llys|Cae|Bryn|Gerddi|Parc|Rhes|Teras|Cilgant){SPACE}(?P<name>(?:(?:yr?|ap|pen|{_WORD}){SPACE}?){{1,3}})(?![\w'\u2019])"
)
_PITCH = re.compile(
    rf"(?<!\w)(?P<number>(?i:pitch|plot|bay|berth|static|caravan|chalet|lodge|trailer|mooring|stand|van){SPACE}"
    rf"(?:no\.?{SPACE})?\d{{1,4}}[A-Za-z]?)(?:,|{SPACE}(?:at|on))?{SPACE}(?P<name>(?:[Tt]he{SPACE})?(?:{_WORD}{SPACE}){{1,4}})"
    rf"(?P<type>(?i:(?:caravan|holiday|mobile{SPACE}home|trailer|leisure|home|residential){SPACE}(?:park|site)"
    rf"|(?:travell?er[s'\u2019]*|gypsy){SPACE}site|site|marina|moorings|basin|boatyard|farm))(?!\w)"
)
_ONE_WORD = re.compile(
    rf"(?<![\w£$€%/.:,-])(?P<number>{_NUMBER}),?{SPACE}(?P<name>[A-Z][A-Za-z'\u2019-]{{3,}})(?P<type>)(?![\w'\u2019-])"
)
_ONE_WORD_ENDS = re.compile(
    r"(?:gate|way|side|fields?|croft|wood|ley|lea|bank|mead|head|brow|fold|garth|holme|royd|hurst|cliffe?|bourne"
    r"|dene|lands?|acres?|ford|ton|worth|mere|dale|view|rise|row|hill|moor|-yr?-\w+|bryn|coed|awel)\Z",
    re.IGNORECASE,
)
"""Of "14 Braeside": streets of one word, where somebody lives or a postcode follows."""
_STREET_ALONE = re.compile(
    rf"(?<![\w'\u2019-])(?P<number>)(?P<name>(?:{_WORD}{SPACE}){{1,3}})(?P<type>(?i:{_SURE})){_ENDS}"
)
_IN_A_HOUSE = re.compile(rf"(?<!\w)(?i:{_UNITS}){SPACE}?(?:no\.?{SPACE})?$")
_SMALL = re.compile(
    rf"(?<![\w£$€%/.:,-])(?P<number>\d{{1,4}}[a-z]?),?{SPACE}(?P<name>(?:[a-z'\u2019]{{2,}}{SPACE}){{1,3}})"
    rf"(?P<type>{_ANY}){_ENDS}"
)
_SMALL_TO_POSTCODE = re.compile(
    rf"(?:(?:,|{SPACE}|\n){{1,2}}[a-z'\u2019-]{{2,30}}){{0,4}}(?:,|{SPACE}|\n){{1,2}}"
    rf"[a-z]{{1,2}}\d[a-z\d]?{SPACE}{{0,2}}\d[a-z]{{2}}(?!\w)"
)
_BOX = re.compile(
    rf"(?<!\w)P\.?{SPACE}?O\.?{SPACE}?Box{SPACE}(?P<number>\d{{1,6}})(?!\w)", re.IGNORECASE
)
_IN_CARE_OF = re.compile(
    rf"\bc/o{SPACE}(?P<care>{_WORD}(?:{SPACE}{_WORD}){{0,4}})(?:,{SPACE}?|{SPACE}?\n{SPACE}?|{SPACE}/{SPACE})\Z"
)
_TOWN_BELOW = re.compile(
    rf",?{SPACE}?\n{SPACE}?[A-Z][a-z]+(?:[ -][A-Z]?[a-z]+){{0,2}}(?={SPACE}?(?:\n|\Z))"
)
_HOUSE_IN_WELSH = r"(?:T[\u0177y]|Bryn|Plas|Llys|Bwthyn|Hafod|Pen|Cwm|Erw|Tyddyn|Cartref|Maes)"
_WELSH_HOUSE = re.compile(
    rf"(?<![\w'\u2019-])(?P<number>)(?P<name>{_HOUSE_IN_WELSH}(?:{SPACE}|-)"
    rf"(?:yr?[ -])?{_WORD}),{SPACE}"
    rf"(?P<type>(?:Heol|Ffordd|Stryd|L[o\u00f4]n|Rhodfa|Clos|Rhes|Teras){SPACE}(?:yr?{SPACE})?{_WORD})"
)
"""A house with a name in a street of Wales: "T\u0177 Gwyn, L\u00f4n Las"."""
_WELSH_HOME = re.compile(
    rf"(?<![\w'\u2019-])(?P<number>)(?P<name>{_HOUSE_IN_WELSH}(?:{SPACE}|-)"
    rf"(?:yr?[ -])?{_WORD})(?P<type>)"
    rf"(?=,{SPACE}[A-Z])"
)
"""In its village, where somebody lives: "Address: Bryn Awel, Draethen"."""
_PARTED = rf"(?:{SPACE}|,|/{SPACE}|\n(?!{SPACE}*\n)){{1,4}}"
_TOWN = r"(?:[A-Z][\w'\u2019-]*|on|upon|under|by|le|in|of|the|next|near|and|cum|en)"
_TO_POSTCODE = re.compile(
    rf"(?P<between>(?:{_PARTED}{_TOWN}){{0,9}}?){_PARTED}[A-Za-z]{{1,2}}\d[A-Za-z\d]?(?:{SPACE}{{0,2}}|\n)\d[A-Za-z]{{2}}(?!\w)"
)
_TO_ITS_FLAT = re.compile(
    rf",?{SPACE}(?:\d/[1-9]|\d{{1,2}}[LR]|[1-9GTB]F[LR1-4]|(?i:flat|apt){SPACE}?(?i:{_UNIT}))(?![\w/])"
)
"""A flat behind its street: "60 Dumbarton Brae 2/1"."""
_MOST_LINES = 4
_TO_TOWN = re.compile(
    rf"(?:,{SPACE}?\n?|{SPACE}/{SPACE}?\n|{SPACE}/{SPACE}){SPACE}?(?P<town>[A-Z][\w'\u2019-]+(?:{SPACE}(?:[A-Z][\w'\u2019-]+|(?:on|upon|under|by|le|in|of|the|next)(?={SPACE})|-)){{0,3}})"
    r"(?![\w-])(?=\s*(?:[,.;:?!()\[\]<\n|/]|$|[ \u00a0]{2}|\s(?:and|where"
    r"|with|since|on|in|to|for|from|until|by|because|but|when|as|is"
    r"|was|were|has|had|asks|says|at|near|after|before|who|which|that|if|please|again|now|today)\b))"
)
_CUE = re.compile(
    r"(?:\b(?:at|address(?:es)?|of|to|from|in|live[sd]?|living|reside[sd]?|residing|stay(?:s|ed|ing)?|moved"
    r"|home|visit(?:ed|s|ing)?|numbers?|nos?\.?|c/o|outside|opposite|near|flat|is|was)(?:\s+(?:is|was|at|of|to|no\.?))*"
    r"[\s:,(-]{0,4}|[:|\t(]\s*)$",
    re.IGNORECASE,
)
_HOME_CUE = re.compile(
    r"(?:\b(?:at|address(?:es)?|live[sd]?|living|reside[sd]?|stay(?:s|ed|ing)?|moved\s+to|home|visit(?:ed|s)?|numbers?"
    r"|no\.?|c/o|outside|of)(?:\s+(?:is|was|at|of|to|no\.?))*[\s:,(-]{0,4}|:\s*)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:year|ward|class|room|section|article|regulation|reg|rule|schedule|part|form|page|chapter|bed|unit"
    r"|stage|week|day|session|panel|step|item|paragraph|para|appendix|table|figure|band|level|grade|number\s+of"
    r"|aged?|over|under|about|another|all|least|most|than|report|(?<!\bto\s)visit|contact|of\s+the|and|jan\w*|feb\w*|mar\w*|apr\w*"
    r"|may|june?|july?|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)\s*$",
    re.IGNORECASE,
)
_NO_STREETS_WORDS = """
january february march april june july august september october november december jan feb mar apr
jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday
children act social workers worker mr mrs ms miss dr police officers week weeks month months day
days hours hour minutes minute year years yr yrs am pm family high crown county magistrates
youth supreme appeal section regulation working school schools nurses teachers
"""
_NO_STREETS = frozenset(_NO_STREETS_WORDS.split())
_COURTS = frozenset(
    ["family", "high", "crown", "county", "magistrates", "youth", "supreme", "appeal", "divisional"]
)
_SMALL_STOPS_WORDS = """
a an the this that his her their our my your its on in at of to from by for with down up along off
into over across and or but was were is are be been had has have did do went came as per so then
when where who which if not no one two three four times time days day weeks week months month years
year hours hour minutes minute mins min miles mile metres metre people men women boys girls children
cars men's doors houses more less than very really too came got get come back near next after before
"""
_SMALL_STOPS = frozenset(_SMALL_STOPS_WORDS.split())
_STREETS_IN_SMALL = SURE - {"dr", "cl", "av", "villas", "cottages", "parade"}
_SHORT_TYPES = frozenset({"st", "dr", "cl", "av", "ct", "pl", "sq"})
_WIDTH_BEFORE = 80
_MOST_TOWNS = 3
_HARDLY_ELSE_WORDS = """
way green hill view rise walk mount vale fold loan croft brow mead meadow meadows nook wharf chase
dale row wynd brae garth knoll spinney orchard paddock pastures glade hollow leas lees drove furlong
ginnel haven heights holt dene copse edge
"""
_HARDLY_ELSE = frozenset(_HARDLY_ELSE_WORDS.split())
"""Of words that mean other things too, those that behind a number and a name mean a street."""
_AFTER_A_NAME = re.compile(r"[A-Z][\w'\u2019-]+\.?,\s*$")
"""Whose address it is: "Ms Ola Nowak, 130 Lochside Park"."""
_IS_OF_A_PLACE = re.compile(
    rf"{SPACE}(?:(?:C{SPACE}of{SPACE}E|RC|Catholic|Community|Junior|Infants?|Primary|Day|Care|Medical|Health|Leisure)"
    rf"{SPACE})*(?:School|Academy|Nursery|Surgery|Primary|Hospital|Clinic|Centre|Practice|College|Church|Club|Library"
    r"|Station|Pupils|pupils|Students|students|Unit|Team)(?!\w)"
)
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-z])")
_WRAPPED = re.compile(
    r"\n(?<=[^\n\t|]{45}[\w,'\u2019/&-]\n)(?=[^\W_])(?![A-Z][\w()/'\u2019 -]{0,30}(?::|[ ]{2}))"
)
"""The end of a line that was full; the next begins with no label of a form."""
_CAPITAL = re.compile(r"[A-Z][\w'\u2019-]*")
_PATTERNS = (
    _NUMBERED, _WELSH, _NAMED_HOUSE, _PITCH, _FLAT, _FLAT_IN, _ON_ITS_STREET, _STREET_FIRST,
    _OVER_LINES, _IN_TOWN, _SMALL, _STREET_ALONE, _BOX, _WELSH_HOUSE, _WELSH_HOME, _ONE_WORD,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Seen:
    span: Span
    key: Sequence[str] = field(repr=False)  # number, name and street: by them an owner is known
    sure: float


class AddressDetector:
    """Finds addresses. An unknown one may be an office's: it asks."""

    name = "address"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each address, with town and postcode where they follow."""
        text = _as_one_reads(page.text)
        return everywhere(page, (_finding(text, roster, seen) for seen in _all(text, roster)))


def _as_one_reads(text: str) -> str:
    """Return a text of the same length without breaks in words and in full lines.

    "Ladybo-" and "wer" are one word, though a line ends in it; apostrophes stand for the break.
    """
    whole = _BROKEN.sub("''", text) if "-\n" in text else text
    return _WRAPPED.sub(" ", whole)


def _finding(text: str, roster: Roster, seen: _Seen) -> Finding:
    owners, exact = living_at(roster, seen.key, plain_words(text[slice(*seen.span)]))
    if owners:
        return owned(roster, owners, seen.span, "address", "address", seen.sure, exact=exact)
    return owned_or(Propose.ASK, roster, seen.span, "address", "address", "", seen.sure)


def living_at(
    roster: Roster, key: Sequence[str], words: Iterable[str]
) -> tuple[list[Person], bool]:
    """Return who is listed at a street and number, and whether nothing more was written.

    "14 Coble Lane" of another town than the roster's is no more than alike.
    """
    owners, exact = list[Person](), True
    said = set(words)
    for person in roster.people:
        listed = [plain_words(address) for address in person.addresses]
        if at := [one for one in listed if _holds(one, key)]:
            owners.append(person)
            exact = exact and any(said <= set(_with_whole_postcode(one)) for one in at)
    return owners, exact


def _holds(words: Sequence[str], key: Sequence[str]) -> bool:
    many = len(key)
    return many > 0 and any(words[n : n + many] == key for n in range(len(words) - many + 1))


def _with_whole_postcode(words: list[str]) -> list[str]:
    return [*words, "".join(words[-2:])]


def _all(text: str, roster: Roster) -> Iterator[_Seen]:
    called = {
        word for p in roster.people for name in (p.name, *p.aliases) for word in plain_words(name)
    }
    taken = list[Span]()
    for pattern in _PATTERNS:
        found = [one for seen in pattern.finditer(text) if (one := _read(pattern, seen, called))]
        kept = _outside(taken, found)
        yield from kept
        taken = sorted([*taken, *(one.span for one in kept)])


def _outside(taken: Sequence[Span], found: Sequence[_Seen]) -> list[_Seen]:
    """Return those that do not overlap what is taken; both are in the order of the text."""
    kept, at = list[_Seen](), 0
    for one in found:
        while at < len(taken) and taken[at][1] <= one.span[0]:
            at += 1
        if at == len(taken) or taken[at][0] >= one.span[1]:
            kept.append(one)
    return kept


def _read(pattern: re.Pattern[str], seen: re.Match[str], called: set[str]) -> _Seen | None:
    """Return the address that a match is part of, from its flat to its postcode, if it is one."""
    text = seen.string
    if pattern is _BOX:
        return _boxed(seen, called)
    if pattern is _WELSH_HOME:
        end, with_postcode, with_town = _end(text, seen.end(), called)
        home = _HOME_CUE.search(text, max(0, seen.start() - 30), seen.start())
        somebody = called & set(plain_words(seen["name"]))
        lived = home and (with_postcode or with_town) and not somebody
        return _Seen((seen.start(), end), [], 0.6) if lived else None
    if pattern is _WELSH_HOUSE:
        return _Seen((seen.start(), _end(text, seen.end(), called)[0]), [], 0.6)
    # A stop behind "Rd" is its own, and behind "Road" the sentence's.
    stop = seen.end() - (seen[0].endswith(".") and seen["type"].lower() not in SHORT)
    flat = _TO_ITS_FLAT.match(text, stop) if seen["number"] else None
    end, with_postcode, with_town = _end(text, flat.end() if flat else stop, called)
    if pattern is _SMALL and (small := _SMALL_TO_POSTCODE.match(text, stop)):
        end, with_postcode = small.end(), True
    name, kind = plain_words(seen["name"]), seen["type"].lower()
    if pattern is _ONE_WORD and not _is_one_word(seen, with_postcode=with_postcode):
        return None
    if not name or (_is_no_street(name, kind) and (not with_postcode or _COURTS & set(name))):
        return None
    if pattern is _NUMBERED and _IN_A_HOUSE.search(text, max(0, seen.start() - 20), seen.start()):
        return None
    if pattern in (_STREET_ALONE, _OVER_LINES) and not with_postcode:
        return None
    if pattern is _IN_TOWN and not _is_home(seen, kind, with_postcode, with_town):
        return None
    if pattern is _SMALL and not _is_small_address(seen, named=with_postcode or with_town):
        return None
    start, unit = seen.start(), ""
    if pattern in (_NUMBERED, _ONE_WORD, _WELSH) and (
        before := _BEFORE.search(text, max(0, start - _WIDTH_BEFORE), start)
    ):
        start, unit = before.start(), before[0]
    if pattern is _NUMBERED and not _is_numbered_address(
        seen, kind, unit=bool(unit), with_postcode=with_postcode, with_town=with_town
    ):
        return None
    named = ("type", "name") if pattern is _WELSH else ("name", "type")
    key = [word for part in ("number", *named) for word in plain_words(seen[part])]
    return _Seen((start, end), key, 0.9 if with_postcode else 0.8)


def _boxed(seen: re.Match[str], called: set[str]) -> _Seen:
    """Return a box with whose care it is in above it, and its town on the next line."""
    text = seen.string
    care = _IN_CARE_OF.search(text, max(0, seen.start() - _WIDTH_BEFORE), seen.start())
    end, with_postcode, with_town = _end(text, seen.end(), called)
    town = None if with_postcode or with_town else _TOWN_BELOW.match(text, end)
    if town and not called & set(plain_words(town[0])):
        end = town.end()
    return _Seen((care.start("care") if care else seen.start(), end), [], 0.6)


def _is_home(seen: re.Match[str], kind: str, with_postcode: bool, with_town: bool) -> bool:
    """Say whether somebody lives in a house with a name: "at The Lodge, Tynely", no ", Chair"."""
    window = max(0, seen.start() - 30)
    lived = kind in _HOMES or _HOME_CUE.search(seen.string, window, seen.start()) is not None
    return with_postcode or (with_town and lived)


def _is_one_word(seen: re.Match[str], *, with_postcode: bool) -> bool:
    """Say whether a number and one word are an address: "14 Braeside, Alloa FK10 2AB"."""
    if _NO_STREETS & set(plain_words(seen["name"])):
        return False
    text, window = seen.string, max(0, seen.start() - 30)
    if with_postcode:
        return not _COUNTED.search(text, window, seen.start())
    home = _HOME_CUE.search(text, window, seen.start()) is not None
    return home and _ONE_WORD_ENDS.search(seen["name"]) is not None


def _is_no_street(name: Iterable[str], kind: str) -> bool:
    """Say whether words before "Court" or "Close" are a court's or no name: "2 Social Workers"."""
    allowed = set() if kind in ("court", "ct") else {"high"}
    return bool(_NO_STREETS & set(name) - allowed)


def _is_numbered_address(
    seen: re.Match[str], kind: str, *, unit: bool, with_postcode: bool, with_town: bool
) -> bool:
    """Say whether a number and a street are an address; `unit`: a flat or so stands before them."""
    text, start = seen.string, seen.start()
    window = max(0, start - 30)
    if with_postcode:
        return True
    if not unit and _COUNTED.search(text, window, start):
        return False
    if kind in _SHORT_TYPES and re.match(rf"{SPACE}[A-Z]", text[seen.end() : seen.end() + 2]):
        return unit or with_town or kind not in ("st", "dr")
    home = _HOME_CUE.search(text, window, start) is not None
    if 1900 <= int(re.match(r"\d+", seen["number"])[0]) <= 2099:  # type: ignore[index]
        return home and kind in SURE
    if kind in SURE or unit or with_town or home:
        return True
    if _IS_OF_A_PLACE.match(text, seen.end()):
        return False
    told = kind in _HARDLY_ELSE or _AFTER_A_NAME.search(text, window, start)
    return bool(told) or _CUE.search(text, window, start) is not None


def _is_small_address(seen: re.Match[str], *, named: bool) -> bool:
    words = plain_words(seen["name"])
    if _SMALL_STOPS & set(words):
        return False
    home = _CUE.search(seen.string, max(0, seen.start() - 30), seen.start())
    return named or (home is not None and seen["type"] in _STREETS_IN_SMALL)


def _end(text: str, end: int, called: set[str]) -> tuple[int, bool, bool]:
    """Return where an address ends, and whether a postcode or a town ends it.

    A town has a comma before it, and is nobody of the file: "At 14 Coble Lane, Dean ...".
    """
    to_postcode = _TO_POSTCODE.match(text, end)
    if to_postcode and to_postcode[0].count("\n") <= _MOST_LINES - 1:
        return to_postcode.end(), True, True
    first = end
    for _ in range(_MOST_TOWNS):
        town = _TO_TOWN.match(text, end)
        if town is None:
            break
        # "..., Aberdeen" at the end of a full line, and below it who is to do the next thing.
        somebody = (w for w in _CAPITAL.finditer(town["town"]) if called & set(plain_words(w[0])))
        if first_of := next(somebody, None):
            before = town["town"][: first_of.start()].rstrip()
            end = town.start("town") + len(before) if before else end
            break
        end = town.end("town")
    return end, False, end > first
