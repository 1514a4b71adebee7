"""What the benchmark of detection counts as found, missed and taken too much."""

import pytest

from benchmarks.counting import Counts, Proposed, counted, differences, f2, measured, parts, telling
from conformance.casefiles.truth import Case, Expect, Level, Mention, Paper, Scope
from recordkeeping.disclosure.findings import Propose, Span
from recordkeeping.disclosure.people import Roster, Standing

TEXT = "Mr Dean Bell rang Kayleigh's school."
DEAN = Mention((0, 12), "person", Expect.REDACT, "full name", "p2", Standing.THIRD_PARTY)
KAYLEIGH = Mention((18, 28), "person", Expect.KEEP, "first name", "p1", Standing.SUBJECT)


def removed(*span: int, kind: str = "person") -> Proposed:
    return Proposed((span[0], span[1]), Propose.REDACT, kind)


def asked(*span: int, kind: str = "person") -> Proposed:
    return Proposed((span[0], span[1]), Propose.ASK, kind)


def count(*proposed: Proposed, text: str = TEXT, **paper: object) -> Counts:
    mentions = paper.pop("mentions", (DEAN, KAYLEIGH))
    one = Paper("a", "case note", text, mentions, paper.pop("scopes", ()))  # type: ignore[arg-type]
    return counted(Case("c", Roster("p1"), (one,)), [proposed])


@pytest.mark.parametrize(
    ("proposed", "leaks"),
    [
        ((removed(3, 12),), 0),  # "Mr" tells nothing
        ((removed(0, 12),), 0),
        ((removed(3, 7), asked(8, 12)), 0),  # two proposals together
        ((removed(3, 11),), 1),  # the last letter stands
        ((Proposed((0, 12), Propose.SHOW),), 1),
        ((), 1),
    ],
)
def test_a_mention_leaks_unless_all_that_tells_something_is_removed_or_asked_about(
    proposed: tuple[Proposed, ...], leaks: int
) -> None:
    seen = count(*proposed)
    assert (seen.hits["leak"], seen.of["leak"]) == (leaks, 1)
    assert seen.hits["known people found"] == 1 - leaks
    assert seen.hits["papers without a leak"] == 1 - leaks
    assert seen.hits["form/full name/leak"] == leaks


def test_of_a_title_alone_all_of_it_tells_and_a_possessive_tells_nothing() -> None:
    assert telling("Master", (0, 6)) == [0, 1, 2, 3, 4, 5]
    assert telling("Lee\u2019s", (0, 5)) == [0, 1, 2]
    assert telling("07700 900", (0, 9), "phone") == [0, 1, 2, 3, 4, 6, 7, 8]


def test_one_letter_of_the_subject_removed_counts_and_removal_outweighs_a_question() -> None:
    assert count(removed(18, 19)).hits["subject/removed"] == 1
    both = count(removed(18, 19), asked(18, 26))
    assert (both.hits["subject/removed"], both.hits["subject/asked"]) == (1, 0)
    assert count(asked(20, 22)).hits["subject/asked"] == 1


def test_what_a_marking_covers_is_withheld_rightly_and_is_not_too_much() -> None:
    scope = Scope((0, 36), Level.DOCUMENT, "marked paper")
    seen = count(asked(0, 36, kind="marking"), scopes=(scope,))
    assert "subject/asked" not in seen.of
    assert (seen.hits["marked letters withheld"], seen.of["marked letters withheld"]) == (31, 31)
    assert seen.hits["false scopes"] == 0
    assert seen.of["letters that stay/asked"] == 0


def test_a_marking_of_which_most_lies_outside_of_every_scope_is_false() -> None:
    scope = Scope((0, 12), Level.PARAGRAPH, "marked paragraph")
    assert count(asked(0, 36, kind="marking"), scopes=(scope,)).hits["false scopes"] == 1
    assert count(asked(0, 20, kind="marking"), scopes=(scope,)).hits["false scopes"] == 0
    assert count(asked(0, 36, kind="marking")).of["false scopes"] == len(TEXT) / 2_500


def test_the_line_that_marks_a_passage_may_go_with_it_and_its_neighbour_may_not() -> None:
    text = "Nothing to add, we agreed.\nNOT FOR DISCLOSURE TO ANYBODY\nA told."
    scope = Scope((57, 64), Level.SECTION, "marked section")
    assert text[slice(*scope.span)] == "A told."
    for start, false in ((27, 0), (0, 0), (26, 0)):
        seen = count(asked(start, 64, kind="marking"), text=text, mentions=(), scopes=(scope,))
        assert seen.hits["false scopes"] == false
    longer = count(asked(0, 57, kind="marking"), text=text, mentions=(), scopes=(scope,))
    assert longer.hits["false scopes"] == 0
    assert count(asked(0, 26, kind="marking"), text=text, scopes=(scope,)).hits["false scopes"] == 1


def test_a_third_party_is_wholly_masked_only_where_every_mention_in_every_paper_is() -> None:
    again = Paper(
        "b", "e-mail", "Dean came.", (Mention((0, 4), "person", Expect.REDACT, "x", "p2"),)
    )
    nobody = Paper("c", "e-mail", "Nobody came.")
    case = Case("c", Roster("p1"), (Paper("a", "note", TEXT, (DEAN,)), again, nobody))
    seen = counted(case, [[removed(0, 12)], [], []])
    assert (seen.hits["third parties wholly masked"], seen.of["third parties wholly masked"]) == (
        0,
        1,
    )
    # The paper in which there is nothing to withhold is no success.
    assert (seen.hits["papers without a leak"], seen.of["papers without a leak"]) == (1, 2)
    seen = counted(case, [[removed(0, 12)], [removed(0, 4)], []])
    assert seen.hits["third parties wholly masked"] == 1


def test_letters_and_proposals_behind_which_nothing_stands_are_too_much() -> None:
    seen = count(removed(3, 12), removed(29, 35))
    # "rang", "Kayleigh", "s" and "school" stay: 19 letters.
    assert (seen.hits["letters that stay/removed"], seen.of["letters that stay/removed"]) == (6, 19)
    assert (seen.hits["removals of nothing"], seen.of["removals of nothing"]) == (1, 2)


@pytest.mark.parametrize(("span", "raised"), [((0, 12), 1), ((3, 7), 0)])
def test_what_only_a_person_can_judge_is_raised_by_either_proposal(span: Span, raised: int) -> None:
    either = Mention((0, 12), "person", Expect.REVIEW, "father and son alike", "p2")
    for proposal in (Propose.ASK, Propose.REDACT):
        seen = count(Proposed(span, proposal), mentions=(either,))
        assert seen.hits["to be reviewed and raised"] == raised
        assert "leak" not in seen.of


def test_dates_and_decoys_are_counted_apart_from_people() -> None:
    day = Mention((0, 7), "date", Expect.KEEP, "event")
    nobody = Mention((18, 26), "decoy", Expect.KEEP, "place")
    seen = count(asked(0, 7), removed(18, 26), mentions=(day, nobody))
    assert seen.hits["event dates masked"] == 1
    assert (seen.hits["decoys/removed"], seen.hits["decoys/asked"]) == (1, 0)
    assert "subject/removed" not in seen.of


def cases(*pairs: tuple[int, int]) -> list[Counts]:
    return [Counts({"leak": hits}, {"leak": of}) for hits, of in pairs]


def test_intervals_are_of_whole_cases() -> None:
    told = measured(cases((2, 2), (0, 2)))["leak"]
    assert (told["n"], told["of"], told["share"]) == (2, 4, 0.5)
    assert told["95"] == [0.0, 1.0]
    assert measured(cases((1, 4), (1, 4)))["leak"]["95"] == [0.25, 0.25]


def test_a_difference_is_of_the_same_cases() -> None:
    ours, theirs = cases((0, 2), (1, 2)), cases((1, 2), (2, 2))
    told = differences(ours, theirs, ["leak"])["leak"]
    # Each case differs by a half, so every resample does.
    assert told == {"by": -0.5, "95": [-0.5, -0.5]}


def test_a_measure_is_told_apart_from_a_name_with_a_stroke_in_it() -> None:
    told = measured([Counts({"form/née/maiden/leak": 1}, {"form/née/maiden/leak": 2})])
    assert [(what, measure) for what, measure, _ in parts(told, "form")] == [("née/maiden", "leak")]


def test_f2_weighs_what_was_found_four_times_what_was_right() -> None:
    one = Counts({"recall": 1, "precision": 1}, {"recall": 2, "precision": 1})
    assert f2([one], "recall", "precision")["share"] == pytest.approx(2.5 / 4.5)


def test_a_disclaimer_or_words_in_prose_are_no_marking_that_could_be_missed() -> None:
    scope = Scope((0, 36), Level.PARAGRAPH, "disclaimer", real=False)
    assert "marked letters withheld" not in count(scopes=(scope,)).of
    assert count(asked(0, 36, kind="marking"), scopes=(scope,)).hits["false scopes"] == 1
    assert count(removed(18, 28), scopes=(scope,)).hits["subject/removed"] == 1


def test_privilege_in_a_part_of_a_paper_sends_all_of_it_to_the_lawyers() -> None:
    scope = Scope((0, 12), Level.MESSAGE, "privilege")
    seen = count(asked(0, 36, kind="marking"), scopes=(scope,))
    assert seen.hits["false scopes"] == 0
    assert (seen.hits["marked letters withheld"], seen.of["marked letters withheld"]) == (10, 10)
