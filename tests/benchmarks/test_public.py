"""How open annotated text is counted, on texts small enough to count by hand."""

import json
from pathlib import Path

import pytest

from benchmarks.counting import Proposed
from benchmarks.public import Gold, Text, identifiers, people, read
from recordkeeping.disclosure.findings import Propose, Span
from recordkeeping.disclosure.people import Roster

TEXT = "Ann Lee (no. 7/91) saw Bo. Ann won."
ANN, NUMBER, BO, AGAIN = (0, 7), (13, 17), (23, 25), (27, 30)


def removed(*spans: Span, kind: str = "person") -> list[Proposed]:
    return [Proposed(span, Propose.REDACT, kind) for span in spans]


def test_a_direct_identifier_is_masked_when_every_mention_of_it_is() -> None:
    gold = (Gold(ANN, "DIRECT", "e1"), Gold(AGAIN, "DIRECT", "e1"), Gold(NUMBER, "DIRECT", "e2"))
    text = Text(TEXT, gold)
    seen = identifiers(text, removed(ANN, NUMBER))
    assert (seen.hits["direct identifiers"], seen.of["direct identifiers"]) == (1, 2)
    assert identifiers(text, removed(ANN, NUMBER, AGAIN)).hits["direct identifiers"] == 2


def test_a_masked_word_is_right_when_it_is_part_of_an_identifier_that_has_to_go() -> None:
    gold = (Gold(ANN, "DIRECT", "e1"), Gold(BO, "QUASI", "e3"), Gold(AGAIN, "NO_MASK", "e4"))
    seen = identifiers(Text(TEXT, gold), removed(ANN, BO, AGAIN))
    # Ann, Lee and Bo are right; the second Ann need not have gone.
    assert (seen.hits["token precision"], seen.of["token precision"]) == (3, 4)


def test_names_are_found_by_proposals_of_names_alone() -> None:
    text = Text(TEXT, (Gold(ANN, "PERSON"), Gold(BO, "PERSON")))
    seen = people(text, [*removed(ANN, (31, 34)), *removed(BO, kind="LOCATION")])
    assert (seen.hits["recall"], seen.of["recall"]) == (1, 2)
    assert (seen.hits["precision"], seen.of["precision"]) == (1, 2)


def test_what_is_shown_finds_nothing() -> None:
    text = Text(TEXT, (Gold(ANN, "PERSON"),))
    assert people(text, [Proposed(ANN, Propose.SHOW)]).hits["recall"] == 0


@pytest.mark.parametrize("name", ["TAB", "LitBank", "presidio-research"])
def test_a_set_that_is_not_there_is_left_out(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, name) == []


def test_the_applicant_of_a_judgment_is_known_as_a_case_knows_its_people(tmp_path: Path) -> None:
    span = {"start": 0, "end": 7, "identifier": "DIRECT", "entity": "e1", "type": "PERSON"}
    row = {"id": "1", "applicant": "Ann Lee", "country": "GBR", "text": TEXT, "spans": [span]}
    (tmp_path / "tab_train.jsonl").write_text(json.dumps(row) + "\n")
    [text] = read(tmp_path, "TAB")
    assert [person.name for person in text.roster.people] == ["Ann Lee"]
    assert text.gold == (Gold(ANN, "DIRECT", "e1"),)
    assert Text("").roster == Roster("")


def test_of_novels_only_people_called_by_name_count(tmp_path: Path) -> None:
    mentions = [
        {"start": 0, "end": 7, "label": "PROP_PER", "text": "Ann Lee"},
        {"start": 23, "end": 25, "label": "PROP_GPE", "text": "Bo"},
    ]
    row = {"id": "1", "text": TEXT, "mentions": mentions}
    (tmp_path / "litbank_34.jsonl").write_text(json.dumps(row) + "\n")
    assert read(tmp_path, "LitBank")[0].gold == (Gold(ANN, "PERSON"),)
