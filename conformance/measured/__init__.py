"""Case files that detection was measured by twice in November 2026, and that are open since.

Their author had read neither the detectors, nor their tests, nor the papers of the other makers,
nor the pens that wrote those. People, numbers, rosters and noise are made as for
`conformance.practice`, from names and streets of their own; how names, numbers, births, addresses
and days are written, the notation of the templates, the markings, sentences, forms and layouts are
theirs alone.

What the truth means. A third party's mention is to be redacted; the subject's and a professional's
stay, and so does that of somebody for whom people ruled `SHOW`. Where a name, as written, may be
somebody's with another answer (a father and son, a relative and an official of one name, a surname
alone that is the subject's too, initials that are also an office), a person must say. So must one
of a police reference, the first half of a postcode alone, a health number whose check digit is
wrong, a referrer who is only described, somebody in an office whom no roster lists, and whatever
would stay if no marking covered it. What the subject shares with others (home, family landline, the
plural of the surname) stays. A real scope runs from the words of its marking to where the page ends
it; the others only sound so. One case in four is of before this century, with papers of its time.
"""

from __future__ import annotations

from conformance.measured.making import Making
from conformance.measured.papers import PRESS
from conformance.measured.stock import STOCK
from conformance.practice.noise import noisy
from conformance.practice.roster import USUAL, Defects

MAKING = Making("fresh", STOCK, PRESS, trail="escalation emails")

cases = MAKING.cases
world = MAKING.world

__all__ = ["USUAL", "Defects", "cases", "noisy", "world"]
