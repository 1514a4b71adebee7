"""Northmoor's records fall on every side of the rules: the real rules of the sample schedule."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from conformance.northmoor.council import Northmoor, build
from recordkeeping.retention.due import Assessment, Standing, assess
from recordkeeping.vocabulary.holds import Hold, HoldScope, HoldType
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    ItemId,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.records import CopyStatus, DobQuality, Record, Subject
from wiring.schedules import load_schedule

CONFIGS = Path(__file__).parents[3] / "configs"


def subjects(connection: sqlite3.Connection) -> dict[str, Subject]:
    rows = connection.execute(
        "SELECT pers_person_id, pers_dob, pers_expected_dob, pers_death_date FROM ssd_person"
    )
    return {
        id: Subject(
            SubjectRef(id),
            _day(born or expected),
            DobQuality.VERIFIED
            if born
            else DobQuality.ESTIMATED
            if expected
            else DobQuality.UNKNOWN,
            _day(died),
        )
        for id, born, expected, died in rows
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def records(built: Northmoor) -> Iterator[Record]:
    """Yield every document of the index as the rules see it, by no reader but the standard one."""
    with closing(sqlite3.connect(built.database)) as connection:
        connection.row_factory = sqlite3.Row
        people = subjects(connection)
        for row in connection.execute("SELECT * FROM documents"):
            value = {name.removeprefix("docu_"): row[name] for name in row.keys()}  # noqa: SIM118
            whom = [value["person_id"], *json.loads(value["subjects_json"] or "[]")]
            events = json.loads(value["events_json"])
            confirmed = value["primary_confirmed"]
            yield Record(
                ref=RecordRef(StoreName("case-db"), value["document_id"]),
                record_class=ClassId(value["record_class"]),
                subjects=tuple(people[id] for id in whom),
                events=tuple(
                    (name, date.fromisoformat(day)) for name, days in events.items() for day in days
                ),
                also_classes=tuple(json.loads(value["also_classes_json"] or "[]")),
                modifiers=frozenset(json.loads(value["modifiers_json"] or "[]")),
                copy_status=CopyStatus(value["copy_status"]),
                primary_confirmed=None if confirmed is None else bool(confirmed),
                irreplaceable=bool(value["irreplaceable"]),
            )


def assessed(built: Northmoor, holds: Sequence[Hold] = ()) -> dict[str, Assessment]:
    """Return how every document stands, by its key."""
    schedule = load_schedule(CONFIGS)
    found = (assess(record, schedule, holds, built.today) for record in records(built))
    return {assessment.record.key: assessment for assessment in found}


def made_to_stand(built: Northmoor) -> list[dict[str, str]]:
    sides: list[dict[str, str]] = json.loads((built.truth / "standings.json").read_text())
    return sides


@pytest.mark.parametrize(
    "today",
    [
        date(2026, 11, 24),
        date(2026, 8, 31),  # the last day of a school year
        date(2026, 9, 1),
        date(2028, 2, 29),
    ],
    ids=str,
)
def test_every_unusual_record_stands_where_it_was_made_to_stand(
    today: date, tmp_path: Path
) -> None:
    built = build(tmp_path, scale=20, today=today)
    standing = assessed(built)
    sides = made_to_stand(built)
    wrong = [
        (side["class"], side["because"], side["standing"], found.standing.value)
        for side in sides
        if (found := standing[side["document"]]).standing != side["standing"]
    ]
    assert wrong == []
    assert {side["standing"] for side in sides} == {"due", "not_due", "overdue", "unknown"}


@pytest.mark.parametrize("size", ["hamlet", "town"])
def test_at_every_scale_there_are_at_least_25_classes(
    size: str, request: pytest.FixtureRequest
) -> None:
    classes = {a.record_class for a in assessed(request.getfixturevalue(size)).values()}
    assert len(classes) >= 25


def test_about_one_record_in_ten_of_the_town_may_go(town: Northmoor) -> None:
    standings = Counter(a.standing for a in assessed(town).values())
    assert 0.04 < standings[Standing.DUE] / standings.total() < 0.12
    assert 600 < town.documents < 1500


def test_a_hold_on_one_person_holds_what_was_due(hamlet: Northmoor) -> None:
    hold = Hold(
        ItemId("0" * 32),
        HoldType.LITIGATION,
        HoldScope(subjects=frozenset({hamlet.hold_subject})),
        placed_on=date(2026, 11, 1),
        review_by=date(2027, 11, 1),
    )
    before, after = assessed(hamlet), assessed(hamlet, [hold])
    held = {key for key, a in after.items() if a.standing is Standing.HELD}
    assert any(before[key].standing is Standing.DUE for key in held)
    assert all(before[key] == after[key] for key in after.keys() - held)
