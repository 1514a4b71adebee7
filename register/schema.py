"""The tables of our memory, the same on SQLite and on PostgreSQL.

Facts follow facts: a row that somebody relied on is never updated; a later row follows it, and
the last one is the present. `step` counts the rows that follow each other on one thing, so that
two writers who saw the same past cannot both continue it. Rows know the day; the ledger knows the
moment. Three kinds of row alone change: `lease` is renewed, rows of a table marked *erasable* are
deleted, and what is *derived* is made anew from the stores. A record's key and a subject's
reference stand in this database and nowhere else of ours.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC; SQLite, which forgets time zones, is told nothing else."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn the moment into UTC; a moment without a time zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment its zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _item(name: str = "id", *, key: bool = True, optional: bool = False) -> Column[str]:
    return Column(name, String(64), primary_key=key, nullable=optional)


def _part_of(table: str, name: str, *, key: bool = True, optional: bool = False) -> Column[str]:
    target = ForeignKey(f"{table}.id")
    return Column(name, String(64), target, primary_key=key, nullable=optional, index=not key)


def _step() -> Column[int]:
    return Column("step", Integer, primary_key=True, autoincrement=False)


def _by() -> Column[str]:
    return Column("by", String(128), nullable=False)


def _on(name: str = "on") -> Column[date]:
    return Column(name, Date, nullable=False)


def _code(name: str, *, optional: bool = False) -> Column[str]:
    return Column(name, String(128), nullable=optional)


# Rows to be locked and nothing else (`register.gates`): whoever comes second sees what the first
# one did.
gate = Table("gate", metadata, Column("id", Integer, primary_key=True, autoincrement=False))

hold = Table(
    "hold",
    metadata,
    _item(),
    _code("type"),
    Column("everything", Boolean, nullable=False),
    _on("placed_on"),
    _on("review_by"),
    Column("request", String(64), index=True),
    _by(),
)

# One row for each person, record or class that the hold's scope names; `store` is empty unless
# the row names a record.
hold_scope = Table(
    "hold_scope",
    metadata,
    _part_of("hold", "hold"),
    Column("dimension", String(16), primary_key=True),
    Column("store", String(64), primary_key=True),
    Column("value", Text, primary_key=True),
)

hold_release = Table(
    "hold_release",
    metadata,
    _part_of("hold", "hold"),
    _on("released_on"),
    _code("reason_code"),
    _by(),
)

proposal = Table(
    "proposal",
    metadata,
    _item(),
    _code("record_class"),
    _code("rule"),
    _code("schedule"),
    _on("eligible_from"),
    Column("destroy_by", Date),
    _code("action"),
    Column("places", Integer, nullable=False),
    _on("proposed_on"),
    _by(),
)

# Derived: until when each record of the stores is kept, as it was last read. Nothing is decided by
# it: it only says which records are worth reading again.
catalogue = Table(
    "catalogue",
    metadata,
    Column("store", String(64), primary_key=True),
    Column("record_key", Text, primary_key=True),
    _code("record_class"),
    Column("classes", Text, nullable=False),  # each between strokes: "|SC-CIN|SC-CP|"
    Column("state", String(16), nullable=False),
    Column("keep_through", Date),
    Column("destroy_by", Date),
    _code("rule", optional=True),
    Column("proposable", Boolean, nullable=False),
    Column("inputs", String(64), nullable=False),
    Column("schedule", String(64), nullable=False),
    Index("ix_catalogue_due", "store", "proposable", "keep_through", "record_key"),
)

# Derived: whom each record of the catalogue is about.
catalogue_person = Table(
    "catalogue_person",
    metadata,
    Column("store", String(64), primary_key=True),
    Column("record_key", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Index("ix_catalogue_person_person", "person"),
)

# Derived: up to where each store was read, and by which schedule.
catalogue_mark = Table(
    "catalogue_mark",
    metadata,
    Column("store", String(64), primary_key=True),
    Column("mark", Text),
    Column("schedule", String(64), nullable=False),
    _on("read_on"),
    Column("records", Integer, nullable=False),
    Column("readings", Integer, nullable=False),
)

# Why nothing is authorised or destroyed until a person has looked; `store` is empty where it is of
# none.
breaker_trip = Table(
    "breaker_trip",
    metadata,
    _item(),
    Column("store", String(64), nullable=False),
    _code("cause"),
    Column("count", Integer, nullable=False),
    Column("limit", Integer, nullable=False),
    _on("tripped_on"),
)

breaker_reset = Table(
    "breaker_reset",
    metadata,
    _part_of("breaker_trip", "trip"),
    _code("reason_code"),
    _on("reset_on"),
    _by(),
)

# Erasable: which record a proposal is about, and the digest of the facts it was judged by.
proposal_record = Table(
    "proposal_record",
    metadata,
    _part_of("proposal", "item"),
    Column("store", String(64), nullable=False),
    Column("record_key", Text, nullable=False),
    _code("rule"),
    _code("inputs"),
    Column("round", Integer, nullable=False),
    UniqueConstraint("store", "record_key", "rule", "inputs", "round"),
)

proposal_fact = Table(
    "proposal_fact",
    metadata,
    _part_of("proposal", "item"),
    _step(),
    _code("state"),
    _code("code", optional=True),
    _on(),
    _by(),
)

# Erasable: the places of one record, in the order of disposal.
disposal_place = Table(
    "disposal_place",
    metadata,
    _part_of("proposal", "item"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("store", String(64), nullable=False),
    Column("record_key", Text, nullable=False),
)

place_done = Table(
    "place_done",
    metadata,
    _part_of("proposal", "item"),
    Column("number", Integer, primary_key=True, autoincrement=False),
)

# Renewed: who may act on an item now. Each claim raises the epoch and so ends the one before.
lease = Table(
    "lease",
    metadata,
    _part_of("proposal", "item"),
    Column("runner", String(128), nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("expires_at", Moment, nullable=False),
)

certificate = Table(
    "certificate",
    metadata,
    _part_of("proposal", "item"),
    Column("statement", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    _on("issued_on"),
)

request = Table(
    "request",
    metadata,
    _item(),
    Column("subject", Text, nullable=False),
    _on("received"),
    _on("due"),
    _code("convention"),
    _by(),
)

request_fact = Table(
    "request_fact",
    metadata,
    _part_of("request", "request"),
    _step(),
    _code("stage"),
    _on(),
    _by(),
)

# Which kind of evidence was seen for `identity` or `entitlement`: never a copy of it.
request_evidence = Table(
    "request_evidence",
    metadata,
    _part_of("request", "request"),
    Column("shows", String(16), primary_key=True),
    _step(),
    _code("kind"),
    _by(),
)

document = Table(
    "document",
    metadata,
    _item(),
    _part_of("request", "request", key=False),
    Column("number", Integer, nullable=False),
    Column("store", String(64), nullable=False),
    Column("document_key", Text, nullable=False),
    Column("media_type", String(255), nullable=False),
    Column("title", Text, nullable=False),
    Column("dated", Date),
    _code("record_class", optional=True),
    _part_of("document", "parent", key=False, optional=True),
    UniqueConstraint("request", "store", "document_key"),
    UniqueConstraint("request", "number"),
)

# A form of a document among the working papers: original, pages, proven.
document_form = Table(
    "document_form",
    metadata,
    _part_of("document", "document"),
    Column("form", String(16), primary_key=True),
    _step(),
    _item("paper", key=False),
    Column("pages", Integer),
)

# `page` is 0 where the whole document could not be read.
document_gap = Table(
    "document_gap",
    metadata,
    _part_of("document", "document"),
    Column("page", Integer, primary_key=True, autoincrement=False),
    Column("because", Text, primary_key=True),
)

# One search of a document; only the findings of its last round are present.
detection = Table(
    "detection",
    metadata,
    _part_of("document", "document"),
    Column("round", Integer, primary_key=True, autoincrement=False),
)

finding = Table(
    "finding",
    metadata,
    Column("id", String(128), primary_key=True),
    _item("document", key=False),
    Column("round", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("page", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    _code("kind"),
    _code("propose"),
    Column("confidence", Float, nullable=False),
    _code("detector"),
    Column("because", Text, nullable=False),
    _code("person", optional=True),
    _code("role", optional=True),
    _code("code", optional=True),
    Column("boxes", JSON, nullable=False),
    ForeignKeyConstraint(["document", "round"], ["detection.document", "detection.round"]),
    UniqueConstraint("document", "round", "number"),
)

decision = Table(
    "decision",
    metadata,
    Column("finding", String(128), ForeignKey("finding.id"), primary_key=True),
    _step(),
    _code("ruling"),
    _code("code", optional=True),
    _on(),
    _by(),
)

withholding = Table(
    "withholding",
    metadata,
    _part_of("document", "document"),
    _step(),
    _code("code"),
    _on(),
    _by(),
)

release = Table(
    "release",
    metadata,
    _item(),
    _part_of("request", "request", key=False),
    Column("bundle", String(64), nullable=False),
    Column("documents", Integer, nullable=False),
    Column("released", Integer, nullable=False),
    Column("withheld", Integer, nullable=False),
    Column("gaps", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("redactions", Integer, nullable=False),
    Column("annexes", Integer, nullable=False, server_default="0"),
    _on(),
    UniqueConstraint("request"),
)

# Erasable: the only key to one working paper, wrapped by the master key.
paper = Table(
    "paper",
    metadata,
    _item(),
    _part_of("request", "request", key=False),
    Column("file", String(64), nullable=False),
    Column("wrapped_key", LargeBinary, nullable=False),
)
