from benchmarks.counting import Proposed
from benchmarks.misses import MAKERS, misses
from conformance.casefiles.truth import Case, Expect, Level, Writing
from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Roster, Standing


def _case() -> Case:
    paper = Writing()
    paper.mention("Dean Marsh", "person", Expect.REDACT, "full name", standing=Standing.THIRD_PARTY)
    paper.say(" met ")
    paper.mention("Ella", "person", Expect.KEEP, "first name only", standing=Standing.SUBJECT)
    paper.say(".\n\nSeen at home.\n\n")
    start = paper.length
    paper.say("Not to be shared: he hit her.")
    paper.covered(start, Level.PARAGRAPH, "paragraph marking")
    return Case("c", Roster("c"), (paper.paper("note", "case note"),))


def _told(*proposed: Proposed) -> list[tuple[str, str]]:
    return [(miss.sort, miss.words) for miss in misses(_case(), [proposed])]


def test_whoever_tunes_is_shown_what_leaked_and_what_was_taken_too_much() -> None:
    told = _told(
        Proposed((0, 4), Propose.REDACT),
        Proposed((15, 19), Propose.REDACT),
        Proposed((37, 66), Propose.ASK, "marking"),
    )
    assert told == [
        ("leak", "⟦Dean Marsh⟧ met Ella.⏎⏎Seen at home.⏎⏎Not to be shared: he hit her."),
        ("kept", "Dean Marsh met ⟦Ella⟧.⏎⏎Seen at home.⏎⏎Not to be shared: he hit her."),
        ("nothing", "Dean Marsh met ⟦Ella⟧.⏎⏎Seen at home.⏎⏎Not to be shared: he hit her."),
    ]


def test_a_marked_passage_that_stays_and_a_marking_where_none_is_are_shown() -> None:
    told = _told(
        Proposed((0, 10), Propose.REDACT),
        Proposed((11, 20), Propose.ASK, "marking"),
    )
    assert [sort for sort, _ in told] == ["kept", "shown", "scopes"]


def test_nobody_who_tunes_is_shown_the_papers_that_figures_are_reported_on() -> None:
    assert not any("heldout" in maker for maker in MAKERS)
