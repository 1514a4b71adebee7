"""How these papers are written: the plumbing's pen, with tables of their own."""

from __future__ import annotations

from conformance.heldout.figures import (
    BY_HOUR,
    EVENTS,
    FIGURES,
    LOGGED,
    SPOKEN,
    TODAY,
    nobodys,
)
from conformance.heldout.hands import HANDS
from conformance.heldout.stock import ORDINARY
from conformance.heldout.ways import DESCRIBED, LABELLED, ROLES, WAYS, forms
from conformance.measured.pen import Manner

MANNER = Manner(
    hands=HANDS,
    ways=WAYS,
    slipped=frozenset({"typo", "tityp", "typo2", "ocr", "ocrcaps"}),
    forms=forms,
    roles=ROLES,
    described=DESCRIBED,
    labelled=LABELLED,
    ordinary=ORDINARY,
    figures=FIGURES,
    events=EVENTS,
    logged=LOGGED,
    spoken=SPOKEN,
    today=TODAY,
    hours=BY_HOUR,
    nobodys=nobodys,
)
