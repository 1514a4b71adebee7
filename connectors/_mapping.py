"""What the tables of a case system mean: a mapping in YAML, checked against the real database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import AfterValidator, BaseModel, Field, model_validator

from connectors._boundary import Closed, Line, read_closed
from recordkeeping.vocabulary.errors import Fault, Misconfigured

PROFILES = Path(__file__).parent / "profiles"


class ColumnName(str):
    """A word of the mapping that must be a column of its table."""

    __slots__ = ()


Column = Annotated[Line, AfterValidator(ColumnName)]


class TablePart(Closed):
    """A part of the mapping that speaks of one table."""

    table: Line


class PeopleTable(TablePart):
    """Everybody whom the case system knows; `expected` is a birth still to come.

    `changed` says when a row was last changed, as it does of a record.
    """

    key: Column
    name: Annotated[list[Column], Field(min_length=1)]
    born: Column
    expected: Column | None = None
    died: Column | None = None
    changed: Column | None = None
    identifiers: dict[Line, Column] = Field(default_factory=dict)


class IdentifierTable(TablePart):
    """Further identifiers, one a row; `kinds` gives our word for the system's."""

    person: Column
    kind: Column
    value: Column
    kinds: dict[Line, Line] = Field(default_factory=dict)


class AddressTable(TablePart):
    """Addresses; `lines` are the keys of the JSON object in their order, read in any case."""

    person: Column
    json_column: Column
    lines: Annotated[list[Line], Field(min_length=1)]
    postcode: Column


class RelativeTable(TablePart):
    """Pairs of people: the relative is the `relation` of the person."""

    person: Column
    relative: Column
    relation: Line


class FamilyTable(TablePart):
    """Groups of people: whoever shares the family is of the file."""

    person: Column
    family: Column


class ProfessionalTable(TablePart):
    """Professionals, and the table that says with whom they work."""

    key: Column
    name: Column
    post: Column
    involvements: InvolvementTable


class InvolvementTable(TablePart):
    """Which professional works with which person."""

    person: Column
    professional: Column


class RosterTable(TablePart):
    """People of a file whom the case system's own tables do not list."""

    key: Column
    person: Column
    name: Column
    aliases_json: Column
    relation: Column
    role: Column
    born: Column
    addresses_json: Column
    phones_json: Column
    emails_json: Column
    identifiers_json: Column


class PeopleMapping(Closed):
    """Who is who."""

    known: PeopleTable
    identifiers: list[IdentifierTable] = Field(default_factory=list)
    addresses: list[AddressTable] = Field(default_factory=list)
    relatives: list[RelativeTable] = Field(default_factory=list)
    families: list[FamilyTable] = Field(default_factory=list)
    professionals: ProfessionalTable | None = None
    roster: list[RosterTable] = Field(default_factory=list)


class CopyColumns(Closed):
    """Where another copy of the same record lies: a store's name, and the key there."""

    store: Column
    key: Column


class RecordTable(TablePart):
    """A table each row of which is a record.

    `changed` is a date or a moment that every change of a row moves on: by it alone is a night
    spared reading all of them.
    """

    key: Column
    record_class: Line | None = None
    class_column: Column | None = None
    subjects: Annotated[list[Column], Field(min_length=1)]
    subjects_json: Column | None = None
    events: dict[Line, Column] = Field(default_factory=dict)
    events_json: Column | None = None
    also_classes: list[Line] = Field(default_factory=list)
    also_classes_json: Column | None = None
    modifiers: list[Line] = Field(default_factory=list)
    modifiers_json: Column | None = None
    copies: CopyColumns | None = None
    copy_status: Column | None = None
    primary_confirmed: Column | None = None
    irreplaceable: Column | None = None
    changed: Column | None = None

    @model_validator(mode="after")
    def _one_class(self) -> Self:
        if (self.record_class is None) == (self.class_column is None):
            raise ValueError("needs one of record_class and class_column")
        return self


class DocumentTable(TablePart):
    """The index of documents: which file, in which store, is about whom."""

    key: Column
    person: Column
    further_people_json: Column | None = None
    store: Column
    path: Column
    title: Column
    media_type: Column
    dated: Column
    class_column: Column


class ExtractTable(TablePart):
    """A table whose rows about a person are given to that person. Absent, it gives nothing."""

    person: Column
    title: Line
    optional: bool = False


class SqlMapping(Closed):
    """What the tables of one case system mean."""

    people: PeopleMapping
    records: Annotated[list[RecordTable], Field(min_length=1)]
    documents: list[DocumentTable] = Field(default_factory=list)
    extract: list[ExtractTable] = Field(default_factory=list)

    @model_validator(mode="after")
    def _each_table_once(self) -> Self:
        # A record's key begins with its table: two kinds in one table could not be told apart.
        tables = [kind.table for kind in self.records]
        if len(set(tables)) < len(tables):
            raise ValueError("records: every table may stand here once")
        return self


def load_mapping(path: Path) -> SqlMapping:
    """Read a mapping, or tell every fault of it by its key."""
    try:
        with path.open("rb") as file:
            untrusted = yaml.safe_load(file)
    except OSError:
        raise Misconfigured([Fault(path.name, "cannot be read; name a mapping in YAML")]) from None
    except yaml.YAMLError as cause:
        raise Misconfigured([Fault(path.name, "is not YAML; see the cause")]) from cause
    if not isinstance(untrusted, dict) or not all(isinstance(key, str) for key in untrusted):
        raise Misconfigured([Fault(path.name, "holds no mapping; see docs/reference/stores.md")])
    return read_closed(SqlMapping, path.name, untrusted)


def parts_of(value: object, where: str) -> Iterator[tuple[str, TablePart]]:
    """Yield every part of a mapping that speaks of a table, with its place."""
    if isinstance(value, TablePart):
        yield where, value
    for place, inner in _inside(value, where):
        yield from parts_of(inner, place)


def columns_of(value: object, where: str) -> Iterator[tuple[str, ColumnName]]:
    """Yield every column that a part names of its own table, with its place."""
    if isinstance(value, ColumnName):
        yield where, value
    for place, inner in _inside(value, where):
        if not isinstance(inner, TablePart):
            yield from columns_of(inner, place)


def _inside(value: object, where: str) -> Iterator[tuple[str, object]]:
    match value:
        case BaseModel():
            for name in type(value).model_fields:
                yield f"{where}{'.' if ':' in where else ':'}{name}", getattr(value, name)
        case list():
            for number, inner in enumerate(value):
                yield f"{where}[{number}]", inner
        case dict():
            for name, inner in value.items():
                yield f"{where}.{name}", inner
        case _:
            return


def missing(
    mapping: SqlMapping, where: str, there: Mapping[str, frozenset[str]]
) -> Iterator[Fault]:
    """Yield a fault for every table and column that the database does not have."""
    for place, part in parts_of(mapping, where):
        if part.table in there:
            for spot, column in columns_of(part, place):
                if column not in there[part.table]:
                    yield Fault(spot, f"the database has no column {part.table}.{column}")
        elif not (isinstance(part, ExtractTable) and part.optional):
            yield Fault(f"{place}.table", f"the database has no table {part.table}")
