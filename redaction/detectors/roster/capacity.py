"""Whether somebody whose names may be shown is named there as the one whom the roster lists.

The roster lists a social worker as such. Her first name alone, or her name beside "her aunt", may
be another's, or hers in another capacity: a person decides.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from recordkeeping.disclosure.findings import Propose, Span
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.names.veto import is_no_name_word
from redaction.detectors.normal import WORD, folded
from redaction.detectors.owners import standing
from redaction.detectors.roster.hits import Hit
from redaction.detectors.roster.words import (
    cannot_be,
    cannot_be_called,
    has_a_sex,
    is_texted,
    official_roles_beside,
    private_roles_beside,
    roles_in,
    sex_of,
    title_of,
    without_title,
)

_INTRODUCED = re.compile(
    r"\b(?:called|named|nicknamed|by the name of|(?:first|sur)?name (?:is|was)|known as)"
    r"[ \u00a0:]+['\"\u2018\u201c]?\Z",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:regards|sincerely|faithfully|thanks|thank you|wishes|signed):?,?[ \u00a0]*\n?\s*\Z",
    re.IGNORECASE,
)
"""How letters from an office end: not with love."""
_DEAR = re.compile(r"(?:\A|\n)[^\S\n]*Dear[ \u00a0]\Z")
_DEAR_ENDS = re.compile(r"[^\S\n]*[,:]?[^\S\n]*(?:\n|\Z)")
_FONDLY = re.compile(r"\b(?:love|hugs|kisses|x{2,})\b", re.IGNORECASE)
"""How letters end that go to no office."""
_NEXT = re.compile(
    r"[ \u00a0](?:(?:van|von|de|der|den|du|da|dos|di|la|le|al|el|ap|ab|ferch|bin|bint|ibn|ter|ten)"
    r"[ \u00a0]){0,2}"
    r"([^\W\d_a-z][^\W\d_]+(?:['\u2019-][^\W\d_]+)*)"
)
_FAR = 40  # letters
_WORDS = 2
_NO_TITLES: frozenset[str] = frozenset()
_BOTH = frozenset(("his", "hers"))


def may_be_shown(roster: Roster, person: Person) -> bool:
    """Say whether a listed name of somebody other than the subject may be shown."""
    if person.policy:
        return person.policy is Propose.SHOW
    return standing(roster, person) in (Standing.PROFESSIONAL, Standing.ORGANISATION)


def against(
    text: str, roster: Roster, before: Sequence[Hit], after: Sequence[Hit]
) -> Mapping[Span, str]:
    """Return what speaks against showing names that may be shown, by their places.

    `before` are hits as the text has them, and `after` the same, each of those people alone whom
    the text about it leaves.
    """
    shown = {person.id: person for person in roster.people if may_be_shown(roster, person)}
    named = frozenset(
        id
        for hit in after
        if len(hit.people) == 1 and not _are_initials(hit) and _words(text, hit.span) >= _WORDS
        for id in hit.people & shown.keys()
    )
    called = _titles_by_surname(text, after)
    told = {}
    for first, hit in zip(before, after, strict=True):
        if hit.is_name and hit.people <= shown.keys():
            meant = [shown[id] for id in sorted(hit.people)]
            if why := _against(
                text,
                hit.span,
                meant,
                others=first.people - shown.keys(),
                named=named,
                initials=_are_initials(hit),
                called=called,
            ):
                told[hit.span] = why
    return told


def _against(
    text: str,
    span: Span,
    meant: Sequence[Person],
    *,
    others: Iterable[str],
    named: frozenset[str],
    initials: bool,
    called: Mapping[str, frozenset[str]],
) -> str:
    own = frozenset(role for person in meant for role in roles_in(person.relation))
    private = private_roles_beside(text, span)
    if private and not private & own:
        return "stands beside a relation that is none of theirs"
    title = title_of(text, span)
    alone = len(WORD.findall(without_title(text[slice(*span)]))) == 1
    if title and all(title in cannot_be_called(p, by_first_name=alone) for p in meant):
        return "has another title than is listed"
    wrong = cannot_be(title)
    if title and all(roles_in(person.relation) & wrong for person in meant):
        return "has a title that is not theirs"
    surname = folded(without_title(text[slice(*span)]))
    if title and called.get(surname, _NO_TITLES) >= _BOTH and not any(map(has_a_sex, meant)):
        return "is borne by a man and a woman in this text"
    if not initials and not alone:
        return ""
    if private or official_roles_beside(text, span) & own:
        return ""
    if any(others):
        return "is borne by others too"
    if title:
        return ""
    if text[span[0]].islower() or is_texted(text, span):
        return "stands alone in small letters or in a message"
    if _INTRODUCED.search(text, max(0, span[0] - _FAR), span[0]):
        return "is introduced as somebody's"
    if _goes_on(text, span):
        return "goes on with another word, as a longer name does"
    if _CLOSING.search(text, max(0, span[0] - _FAR), span[0]):
        return ""
    if _is_addressed(text, span):
        return ""
    if not named & {person.id for person in meant}:
        return "stands alone in a text that names them nowhere else"
    return ""


def _titles_by_surname(text: str, hits: Sequence[Hit]) -> Mapping[str, frozenset[str]]:
    """Return by which of a man's and a woman's titles a text calls each surname."""
    called: dict[str, set[str]] = defaultdict(set)
    for hit in hits:
        if hit.is_name and (sex := sex_of(title_of(text, hit.span))):
            called[folded(without_title(text[slice(*hit.span)]))].add(sex)
    return {surname: frozenset(sexes) for surname, sexes in called.items()}


def _is_addressed(text: str, span: Span) -> bool:
    """Say whether a letter of no family or friend begins so: "Dear Marcus," on its own line."""
    dear = _DEAR.search(text, max(0, span[0] - _FAR), span[0])
    alone = dear is not None and _DEAR_ENDS.match(text, span[1]) is not None
    return alone and _FONDLY.search(text, span[1]) is None


def _goes_on(text: str, span: Span) -> bool:
    behind = _NEXT.match(text, span[1])
    return behind is not None and not behind[1].isupper() and not is_no_name_word(behind[1])


def _are_initials(hit: Hit) -> bool:
    return all(meaning.kind == "initials" for meaning in hit.meanings)


def _words(text: str, span: Span) -> int:
    return len(WORD.findall(text, *span))
