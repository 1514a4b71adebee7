"""People of the roster, by every usual way of writing them.

The matcher walks the text once for all variants of all people (Aho-Corasick). A variant leads to a
*set* of people: where subject and somebody else share it, a person is asked, nothing is guessed.
Any variant may cause a redaction or a question; only a name or alias exactly as listed may show
somebody (R1 of the detection findings): a derived "Lee" of a professional is not proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

import ahocorasick

from recordkeeping.disclosure.findings import Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.normal import normal

TITLES = ("mr", "mrs", "ms", "miss", "dr", "mx", "prof", "pc", "sister", "rev")
ROLE_WORDS = frozenset({"sw", "hv", "gp", "pc", "ta", "dsl", "iro", "lac", "cin", "ep", "pa"})
ORDINARY = frozenset(
    word
    for line in (
        "grace may will young price faith hope rose june april mark bill rob pat sue art dean",
        "summer king baker cook long short brown white green black day lane hill wood field",
    )
    for word in line.split()
)
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


@dataclass(slots=True)
class _Meaning:
    """What a variant may mean: whose it is, and for whom it is a name exactly as listed."""

    people: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)


class RosterDetector:
    """Finds the people of the roster, their dates of birth and addresses."""

    name = "roster"

    def __init__(self) -> None:
        self._known: tuple[Roster, ahocorasick.Automaton] | None = None

    def find(self, page: Page, roster: Roster) -> Iterator[Finding]:
        """Yield a finding for each mention; where one contains another, the longer one alone."""
        text = normal(page.text)
        matcher = self._matcher(roster)
        if not len(matcher):
            return
        taken: list[tuple[int, int]] = []
        found = [
            (end + 1 - len(variant), end + 1, variant, meaning)
            for end, (variant, meaning) in matcher.iter(text.text)
            if _stands_alone(text.text, end + 1 - len(variant), end + 1)
        ]
        for start, end, variant, meaning in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
            if any(start < there_end and end > there for there, there_end in taken):
                continue
            span = _with_possessive(page.text, text.span(start, end))
            if not _written_as_a_name(variant, meaning, page.text[span[0] : span[1]]):
                continue
            taken.append((start, end))
            yield _finding(page, roster, span, variant, meaning)

    def _matcher(self, roster: Roster) -> ahocorasick.Automaton:
        if self._known is None or self._known[0] != roster:
            self._known = roster, _automaton(roster)
        return self._known[1]


def _automaton(roster: Roster) -> ahocorasick.Automaton:
    meanings: dict[str, _Meaning] = {}
    for person in roster.people:
        for variant, kind, listed in _with_lost_hyphens(_variants(person)):
            wanted = normal(variant).text.strip()
            if len(wanted) < 2:
                continue
            meaning = meanings.setdefault(wanted, _Meaning())
            meaning.people.add(person.id)
            meaning.kinds.add(kind)
            if listed:
                meaning.listed.add(person.id)
    automaton = ahocorasick.Automaton()
    for variant, meaning in meanings.items():
        automaton.add_word(variant, (variant, meaning))
    automaton.make_automaton()
    return automaton


def _with_lost_hyphens(
    variants: Iterator[tuple[str, str, bool]],
) -> Iterator[tuple[str, str, bool]]:
    """Yield each variant, and without its hyphens: a line's end may have swallowed them."""
    for text, kind, listed in variants:
        yield text, kind, listed
        if "-" in text and kind != "birth":
            yield text.replace("-", ""), kind, listed


def _variants(person: Person) -> Iterator[tuple[str, str, bool]]:
    """Yield ways to write somebody: the text, its kind, and whether it stands so in the roster."""
    for name in (person.name, *person.aliases):
        yield name, "name", True
        yield from ((text, kind, False) for text, kind in _derived(name))
    for address in person.addresses:
        yield from ((text, "address", False) for text in _address(address))
    if person.born:
        yield from ((text, "birth", False) for text in _days(person.born))


def _derived(name: str) -> Iterator[tuple[str, str]]:
    titled = [w for w in name.replace(",", " ").split() if w.strip(".").lower() not in TITLES]
    words = [w for w in titled if w]
    if not words:
        return
    first, last = words[0], words[-1]
    yield first, "first"
    if len(words) == 1:
        return
    yield last, "last"
    yield f"{first} {last}", "name"
    yield f"{last}, {first}", "name"
    yield f"{last} {first}", "name"
    for title in TITLES:
        yield f"{title} {last}", "titled"
        yield f"{title}. {last}", "titled"
    for initial in (f"{first[0]} {last}", f"{first[0]}. {last}", f"{first[0]}.{last}"):
        yield initial, "titled"
    if "-" in last:
        yield last.replace("-", " "), "last"
        yield f"{first} {last.replace('-', ' ')}", "name"
        for part in last.split("-"):
            yield part, "last"
    initials = "".join(word[0] for word in words)
    if len(initials) >= 3 and initials.lower() not in ROLE_WORDS:
        yield initials, "initials"
    yield ".".join(word[0] for word in words) + ".", "initials"


def _address(address: str) -> Iterator[str]:
    """Yield an address whole, and its first line: a house is known by number and street."""
    yield address
    first = address.split(",")[0].strip()
    if any(letter.isdigit() for letter in first) and " " in first:
        yield first
    street = first.lstrip("0123456789abcABC ").strip()
    if " " in street:
        yield street


def _days(day: date) -> Iterator[str]:
    d, m, y = day.day, day.month, day.year
    month = MONTHS[m - 1]
    for mark in "/.-":
        for dd, mm in ((f"{d}", f"{m}"), (f"{d:02}", f"{m:02}")):
            yield f"{dd}{mark}{mm}{mark}{y}"
            yield f"{dd}{mark}{mm}{mark}{y % 100:02}"
    yield day.isoformat()
    ending = "th" if 11 <= d <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(d % 10, "th")
    for dd in (f"{d}", f"{d:02}", f"{d}{ending}"):
        for mm in (month, month[:3]):
            yield f"{dd} {mm} {y}"
            yield f"{dd} {mm}, {y}"
            yield f"{mm} {dd}, {y}"
            yield f"{mm} {dd} {y}"


def _stands_alone(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    # "kellys" and "dobbses" are the names as well: a plural or a possessive without its mark.
    if after == "s" and (end + 1 >= len(text) or not text[end + 1].isalnum()):
        after = " "
    return not ((before.isalnum() and text[start].isalnum()) or after.isalnum())


def _with_possessive(text: str, span: Span) -> Span:
    start, end = span
    if text[end : end + 2].lower() in ("'s", "’s"):
        return start, end + 2
    if text[end : end + 1] == "s" and not text[end + 1 : end + 2].isalnum():
        return start, end + 1
    return span


def _written_as_a_name(variant: str, meaning: _Meaning, written: str) -> bool:
    """Say whether words that are also ordinary were written as a name: with a capital."""
    if meaning.kinds == {"initials"}:
        return written.replace(".", "").isupper()
    if variant in ORDINARY or len(variant) <= 3:
        return written[:1].isupper()
    return True


def _finding(page: Page, roster: Roster, span: Span, variant: str, meaning: _Meaning) -> Finding:
    people = [person for person in roster.people if person.id in meaning.people]
    standings = {person.role for person in people}
    kind = "person" if meaning.kinds - {"address", "birth"} else min(meaning.kinds)
    listed = people and all(person.id in meaning.listed for person in people)
    propose, code, because = _proposal(people, standings, kind, bool(listed))
    return Finding(
        page=page.number,
        span=span,
        kind=kind,
        propose=propose,
        confidence=0.99 if listed else 0.8,
        detector="roster",
        because=because,
        person=people[0].id if len(people) == 1 else None,
        role=people[0].role.value if len(standings) == 1 else Standing.UNKNOWN.value,
        code=code,
    )


def _proposal(
    people: list[Person], standings: set[Standing], kind: str, listed: bool
) -> tuple[Propose, str | None, str]:
    """Return what is proposed, under which code, and why."""
    relation = f" ({people[0].relation})" if len(people) == 1 and people[0].relation else ""
    match sorted(standings):
        case [Standing.SUBJECT]:
            return _for_the_subject(kind, listed)
        case [Standing.PROFESSIONAL] | [Standing.ORGANISATION]:
            if listed:
                return Propose.SHOW, "R07", f"named professional{relation}, in official capacity"
            return Propose.ASK, "R07", f"perhaps a professional{relation}, by part of their name"
        case _ if Standing.SUBJECT in standings:
            if kind == "address":
                return Propose.SHOW, None, "an address that the subject shared"
            return Propose.ASK, "R01", "the subject and somebody else share this name"
        case _ if standings <= {Standing.THIRD_PARTY, Standing.UNKNOWN}:
            what = {
                "address": "address of a third party",
                "birth": "date of birth of a third party",
            }
            return Propose.REDACT, "R01", f"{what.get(kind, 'named third party')}{relation}"
        case _:
            return Propose.ASK, "R01", "a third party and a professional share this name"


def _for_the_subject(kind: str, listed: bool) -> tuple[Propose, str | None, str]:
    match kind:
        case "address":
            return Propose.SHOW, None, "the subject's own address"
        case "birth":
            return Propose.SHOW, None, "the subject's own date of birth"
        case _ if listed:
            return Propose.SHOW, None, "the subject's own name"
        case _:
            return Propose.SHOW, None, "the subject's own name, in part or in another form"
