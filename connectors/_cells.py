"""What the cells of a row say. A driver gives every cell as text, so that none can make it fail.

A date that cannot be read is a missing fact. Whatever else governs a record's destiny and cannot
be read makes its class `?`: no schedule knows that class, so the record is counted and kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from connectors._mapping import PeopleTable, RecordTable
from recordkeeping.vocabulary.identifiers import ClassId, RecordRef, StoreName, SubjectRef
from recordkeeping.vocabulary.records import CopyStatus, DobQuality, Record, Subject

Row = Mapping[str, str | None]

UNREADABLE = ClassId("?")
"""The class of a record whose row cannot be read."""

_LONDON = ZoneInfo("Europe/London")
_CLASS = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}\Z")


class UnreadableError(Exception):
    """A cell that governs a record's destiny cannot be read; it stays inside this room."""


def text_of(row: Row, column: str | None) -> str:
    """Return a cell's text without outer space; empty for a column that is not mapped."""
    return (row[column] or "").strip() if column else ""


def day_of(text: str) -> date | None:
    """Read a day in ISO 8601, with or without a time; None when there is none to be read."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    # Midnight in summer is the evening before in UTC; the law's days are London's (R23).
    return (moment.astimezone(_LONDON) if moment.tzinfo else moment).date()


def list_of(text: str) -> tuple[str, ...]:
    """Read a JSON list of words; an empty cell is an empty list."""
    match _json(text):
        case None:
            return ()
        case list() as found if all(isinstance(word, str) and word for word in found):
            return tuple(found)
        case _:
            raise UnreadableError


def words_of(text: str) -> tuple[str, ...]:
    """Read a JSON list of words for the roster; text that is none is one word itself."""
    try:
        return list_of(text)
    except UnreadableError:
        return (text,)


def object_of(text: str) -> Mapping[str, object]:
    """Read a JSON object; an empty cell is an empty object."""
    match _json(text):
        case None:
            return {}
        case dict() as found:
            return found
        case _:
            raise UnreadableError


def _json(text: str) -> object:
    if not text:
        return None
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableError from None
    return found


def flag_of(text: str) -> bool | None:
    """Read a yes or no in the spellings that databases have; None when it is neither."""
    match text.casefold():
        case "1" | "true" | "t" | "y" | "yes":
            return True
        case "0" | "false" | "f" | "n" | "no":
            return False
        case _:
            return None


def subject_of(people: PeopleTable, row: Row) -> Subject:
    """Read what retention needs to know of a person. An expected birth is only an estimate."""
    born = day_of(text_of(row, people.born))
    expected = day_of(text_of(row, people.expected))
    quality = (
        DobQuality.VERIFIED if born else DobQuality.ESTIMATED if expected else DobQuality.UNKNOWN
    )
    return Subject(
        SubjectRef(row[people.key] or ""),
        born or expected,
        quality,
        day_of(text_of(row, people.died)),
    )


def main_subjects(kind: RecordTable, row: Row) -> tuple[SubjectRef, ...]:
    """Return the people in a row's own columns, each once."""
    found = (row[column] for column in kind.subjects)
    return tuple(dict.fromkeys(SubjectRef(person) for person in found if person))


def all_subjects(kind: RecordTable, row: Row) -> tuple[SubjectRef, ...]:
    """Return everybody a row is about; where the further ones cannot be read, the main ones."""
    try:
        further = list_of(text_of(row, kind.subjects_json))
    except UnreadableError:
        further = ()
    return tuple(dict.fromkeys((*main_subjects(kind, row), *map(SubjectRef, further))))


def record_of(
    store: StoreName, kind: RecordTable, row: Row, person: Callable[[SubjectRef], Subject]
) -> Record:
    """Read a row as a record, of the class `?` where the row cannot be read."""
    ref = RecordRef(store, f"{kind.table}/{row[kind.key]}")
    subjects = tuple(person(subject) for subject in all_subjects(kind, row))
    try:
        list_of(text_of(row, kind.subjects_json))
        return Record(
            ref=ref,
            record_class=_class(kind.record_class or text_of(row, kind.class_column)),
            subjects=subjects,
            events=tuple(_events(kind, row)),
            also_classes=_classes(kind, row),
            modifiers=frozenset((*kind.modifiers, *list_of(text_of(row, kind.modifiers_json)))),
            copies=_copies(kind, row),
            copy_status=_copy_status(kind, row),
            primary_confirmed=flag_of(text_of(row, kind.primary_confirmed)),
            # Whoever maps the column and leaves a cell doubtful gets the careful answer.
            irreplaceable=bool(kind.irreplaceable)
            and flag_of(text_of(row, kind.irreplaceable)) is not False,
        )
    except UnreadableError:
        return Record(ref, UNREADABLE, subjects)


def _class(text: str) -> ClassId:
    if not _CLASS.match(text):
        raise UnreadableError
    return ClassId(text)


def _classes(kind: RecordTable, row: Row) -> tuple[ClassId, ...]:
    found = (*kind.also_classes, *list_of(text_of(row, kind.also_classes_json)))
    return tuple(_class(text) for text in found)


def _events(kind: RecordTable, row: Row) -> Iterator[tuple[str, date]]:
    """Yield the events. One day that cannot be read takes all days of its event with it.

    The rules ask for the latest closure: a later one that is lost would make an earlier one count.
    """
    told: dict[str, list[str]] = {
        event: [text] for event, column in kind.events.items() if (text := text_of(row, column))
    }
    for event, days in object_of(text_of(row, kind.events_json)).items():
        told.setdefault(event, []).extend(_texts(days))
    for event, texts in told.items():
        days_read = [day_of(text) for text in texts]
        if None not in days_read:
            yield from ((event, day) for day in days_read if day)


def _texts(days: object) -> list[str]:
    if not isinstance(days, list) or not all(isinstance(day, str) for day in days):
        raise UnreadableError
    return days


def _copies(kind: RecordTable, row: Row) -> tuple[RecordRef, ...]:
    if kind.copies is None:
        return ()
    store, key = row[kind.copies.store], row[kind.copies.key]
    if not store and not key:
        return ()
    if not store or not key:
        raise UnreadableError
    return (RecordRef(StoreName(store), key),)


def _copy_status(kind: RecordTable, row: Row) -> CopyStatus:
    if kind.copy_status is None:
        return CopyStatus.PRIMARY
    try:
        return CopyStatus(text_of(row, kind.copy_status))
    except ValueError:
        raise UnreadableError from None
