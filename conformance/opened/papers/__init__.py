"""The kinds of paper of these case files: twelve of any decade, and eight of this century."""

from __future__ import annotations

from random import Random

from conformance.casefiles.truth import Paper
from conformance.opened.papers import formal, kind, modern, typed
from conformance.opened.papers.kind import Kind
from conformance.practice.people import World

KINDS: dict[str, Kind] = {
    "running record": typed.RECORD,
    "home daybook": typed.DAYBOOK,
    "fostering log": typed.FOSTERING,
    "pupil card": typed.PUPIL,
    "duty log": typed.DUTY,
    "clinic letter": formal.HEALTH,
    "court statement": formal.COURT,
    "hearing report": formal.HEARING,
    "conference minutes": formal.CONFERENCE,
    "adoption form": formal.ADOPTION,
    "housing letter": formal.HOUSING,
    "transfer summary": formal.TRANSFER,
    "placement plan": modern.PLACEMENT,
    "s47 record": modern.S47,
    "missing report": modern.MISSING,
    "e-mail chain": modern.MAIL,
    "marac minutes": modern.MARAC,
    "text messages": modern.TEXTS,
    "case system export": modern.EXPORT,
    "benefit form": modern.BENEFIT,
}


def paper(made: World, rng: Random, of: str, name: str) -> Paper:
    """Write one paper of this kind."""
    return kind.write(KINDS[of], made, rng, name, of)
