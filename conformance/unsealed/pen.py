"""Writes a paper from templates as `conformance.opened.pen` does, in ways of its own.

Beside what that pen knows: `{dy -3}` is a day without its year, `{ds -3}` one in the form of the
whole paper, `{dw -3}` its weekday; `{age sib1}` is how many years somebody is old, `{subject
surname}` a surname where it can be nobody else's (`surname caps` in capitals), and of `[[this
{mother}|that]]` one is written.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from conformance.casefiles.truth import Expect, Paper
from conformance.opened.pen import MOBILES
from conformance.opened.pen import Pen as OpenedPen
from conformance.opened.phrases import Way
from conformance.practice.people import Someone
from conformance.practice.phenomena import named
from conformance.unsealed.ways import BIRTHS, DAYS, NAMES, PARTICULARS, YEARLESS, written
from recordkeeping.disclosure.people import Standing

CHOICE = re.compile(r"\[\[([^\[\]]*)\]\]")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Pen(OpenedPen):
    """Writes one paper about one case; a person rules over `officials`, whom no roster lists."""

    officials: frozenset[str] = frozenset()

    def answer(self, who: Someone) -> Expect:
        """Return what becomes of what is certainly this person's."""
        return Expect.REVIEW if who.key in self.officials else super().answer(who)

    def put(self, template: str, context: int = 0) -> None:
        """Write a template out, of each choice in it the one that is drawn."""
        while CHOICE.search(template):
            template = CHOICE.sub(lambda m: self.rng.choice(m[1].split("|")), template)
        super().put(template, context)

    def _slot(self, slot: str) -> None:
        head, _, rest = slot.partition(" ")
        if head == "dy":
            self._dated(int(rest or 0), self.rng.choice(YEARLESS))
        elif head == "ds":
            self._dated(int(rest or 0), self.dates)
        elif head == "dw":
            self.writing.say(WEEKDAYS[self._on(int(rest or 0)).weekday()])
        elif head == "age":
            years = (self.day - self.made.who(rest).born).days // 365
            self.writing.say(str(max(years, 1)))
        else:
            super()._slot(slot)

    def _on(self, days: int) -> date:
        return self.day + timedelta(days=days)

    def _date(self, days: int) -> None:
        self._dated(days, self.dates if self.rng.random() < 0.9 else self.rng.choice(DAYS))

    def _dated(self, days: int, form: str) -> None:
        self.writing.mention(written(self._on(days), form), "date", Expect.KEEP, named(44))

    def paper(self, name: str, kind: str, width: int = 0) -> Paper:
        """Return what was written; the plural of a family stays one where a line parts it too."""
        done = super().paper(name, kind, width)
        plural = named(14)
        mentions = tuple(
            replace(now, phenomenon=plural) if was.phenomenon == plural else now
            for was, now in zip(self.writing.mentions, done.mentions, strict=True)
        )
        return replace(done, mentions=mentions)

    def _person(self, slot: str) -> None:
        body, _, told = slot.partition(":")
        head, _, form = body.partition(" ")
        if form.startswith("surname"):
            who = self.made.who(head)
            words = who.last.upper() if form.endswith("caps") else who.last
            self._tell(who, words, "person", self.answer(who), int(told) if told else 29)
        elif form in PARTICULARS:
            self._particular(self.made.who(head), form, int(told or 0))
        else:
            super()._person(slot)

    def _drifted(self, who: Someone, form: str, told: int) -> Way:
        return NAMES[form](who, self.rng) if form in NAMES else super()._drifted(who, form, told)

    def _birth(self, who: Someone) -> None:
        told = 50 if who.standing is Standing.SUBJECT else 44
        when = written(who.born, self.rng.choice(BIRTHS))
        self._tell(who, when, "birth", self.answer(who), told)

    def _particular(self, who: Someone, form: str, told: int) -> None:
        if form == "nhs" and who.standing is Standing.THIRD_PARTY and self.rng.random() < 0.12:
            form = "nhsslip"
        if form in ("mob", "private") and self.day.year < MOBILES:
            form = "tel"
        kind, phenomenon, write = PARTICULARS[form]
        self._tell(who, write(who, self.rng), kind, self._of_a_particular(who, kind, form),
                   told or self._told_particular(who, kind, phenomenon))  # fmt: skip
