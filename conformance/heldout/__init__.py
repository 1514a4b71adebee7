"""Case files that nobody tunes on: detection is measured by them, and they are read by nobody else.

Their author had read neither the detectors, nor their tests, nor the papers of the other makers.
People, numbers, rosters and noise are made as for `conformance.practice`, papers are put together
by the plumbing of `conformance.measured`; names, streets, places, forms of paper, sentences,
markings, and most shapes of names, numbers and days are their own. What the truth means is told in
`conformance.measured`: a third party's mention goes, the subject's and a professional's stays, and
where nobody could decide by reading, a person must say. One case in four is of before this century.
"""

from __future__ import annotations

from conformance.heldout.papers import PRESS
from conformance.heldout.stock import STOCK
from conformance.measured.making import Making
from conformance.practice.noise import noisy
from conformance.practice.roster import USUAL, Defects

MAKING = Making("kept-apart", STOCK, PRESS, trail="worker e-mails")

cases = MAKING.cases
world = MAKING.world

__all__ = ["USUAL", "Defects", "cases", "noisy", "world"]
