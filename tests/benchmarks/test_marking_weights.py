import csv

from benchmarks.marking_weights import LIKELY, WEIGHTS, Units, learnt, parsed, written_for_it


def test_what_stands_between_the_signs_is_marked_and_the_signs_are_gone() -> None:
    assert parsed("a", "One. ⟦Not for Kay: two.⟧ Three.") == (
        "a",
        "One. Not for Kay: two. Three.",
        ((5, 22),),
    )


def test_what_marks_gains_weight_and_what_marks_nothing_loses_it() -> None:
    marking = frozenset(("forbids to pass", "stands: colon"))
    papers = [Units("a", 1.0, ((marking,),), (frozenset(("status", "reported")),))] * 20
    weights = learnt(papers)
    assert weights["forbids to pass"] > LIKELY["forbids to pass"]
    assert weights["reported"] < LIKELY["reported"]


def test_papers_written_for_it_are_there_with_and_without_markings() -> None:
    papers = list(written_for_it())
    assert len({paper.author for paper in papers}) == 20
    assert sum(bool(paper.passages) for paper in papers) > 400
    assert sum(not paper.passages for paper in papers) > 800


def test_each_weight_is_of_one_feature_and_is_a_number_that_can_be_added() -> None:
    with WEIGHTS.open(newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert len(dict(rows)) == len(rows) > 300
    assert all(abs(float(weight)) < 10 for _, weight in rows)
