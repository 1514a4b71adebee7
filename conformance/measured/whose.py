"""Whose name a written name may be.

The answer is certain only where it is one person's, or where all whom it may mean are
treated alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from conformance.casefiles.truth import Expect
from conformance.makers import distance, letters
from conformance.measured.ways import Written
from conformance.practice.people import Someone, World
from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Standing

OFFICES = frozenset({
    "sw", "tm", "hv", "gp", "sn", "ht", "ct", "dc", "pc", "ds", "iro", "fsw", "sen", "yot", "ew",
    "ro", "cp", "sc", "la", "pa", "dt", "dv", "pp",
})  # fmt: skip
"""Initials that are also a job or a team."""

BY_LETTERS = 5
FEMALE = frozenset({"Mrs", "Ms", "Miss"})


def due(who: Someone) -> Expect:
    """Return what becomes of somebody's plain name."""
    if who.policy is Propose.SHOW or who.standing is not Standing.THIRD_PARTY:
        return Expect.KEEP
    return Expect.REDACT


def initials(who: Someone) -> set[str]:
    """Return the letters that somebody may be signed by."""
    return {(who.first[0] + who.last[0]).casefold(), letters("".join(
        word[0] for word in who.name.replace("-", " ").split()))}  # fmt: skip


def forms(who: Someone) -> set[str]:
    """Return every way of writing somebody that is no slip, in plain letters."""
    first, last, initial = who.first, who.last, who.first[0]
    ways = {first, last, f"{first} {last}", f"{last} {first}", f"{last} {first} {who.middle}",
            f"{first} {who.middle} {last}", f"{initial} {last}", who.pet, who.alias, who.former,
            f"{first} {who.former}" if who.former else "", who.other_spelling,
            who.other_spelling.split(" ")[0]}  # fmt: skip
    if "-" in last:
        for part in last.split("-"):
            ways |= {part, f"{first} {part}", f"{initial} {part}"}
    return {letters(way) for way in ways if way}


Forms = Callable[[Someone], set[str]]


class Whose:
    """Everybody of one case by every way of writing them that a maker has."""

    def __init__(self, made: World, forms: Forms = forms) -> None:
        self.made = made
        self.forms = forms
        self.bearers: dict[str, list[Someone]] = defaultdict(list)
        self.signers: dict[str, list[Someone]] = defaultdict(list)
        self.plain: list[tuple[str, Someone]] = []
        for who in made.everybody:
            for form in sorted(forms(who)):
                self.bearers[form].append(who)
            for form in sorted(initials(who)):
                self.signers[form].append(who)
            self.plain += [(letters(w), who) for w in (who.first, who.last, who.name)]

    def answer(self, who: Someone, written: Written) -> Expect:
        """Return what becomes of a name, or that a person must say."""
        # A middle name settles nothing: no roster tells whose it is.
        word = letters(written.words)
        if letters(who.middle) and len(written.words.split()) > 2:
            word = word.replace(letters(who.middle), "", 1)
        if written.number == BY_LETTERS:
            if word in OFFICES:
                return Expect.REVIEW
            others = self.signers[word]
        else:
            others = self.bearers[word]
        if all(due(other) is due(who) for other in others if self._may_be(other, written)):
            return due(who)
        return Expect.REVIEW

    def _may_be(self, other: Someone, written: Written) -> bool:
        """Say whether the courtesy title before a name lets it be this person's."""
        if not written.titled:
            return True
        title = written.lead.strip(" .")
        if other is self.made.subject or title in ("Dr", "DC", "PC", "DS"):
            return other is not self.made.subject and other.title == title
        return (other.sex == "f") is (title in FEMALE)

    def of_the_family(self, who: Someone, written: Written) -> bool:
        """Say whether an official's name, so written, is a relative's too."""
        return any(
            other.standing is not Standing.PROFESSIONAL and not other.key.startswith("x")
            for other in self.bearers[letters(written.words)]
        )

    def still_theirs(self, who: Someone, written: Written) -> bool:
        """Say whether a name with slips in it is nearer to its owner's than to anybody else's."""
        word = letters(written.words)
        own = self.forms(who)
        if word in self.bearers or word in own:
            return False
        near = min(distance(word, form) for form in own)
        return near <= (1 if written.number == 16 else 3) and all(
            distance(word, form) > near for form, other in self.plain if other is not who
        )
