"""A council's database, opened for one purpose; its tables as they really are; its answers."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from urllib.parse import quote

from pydantic import model_validator
from sqlalchemy import (
    ColumnElement,
    Date,
    Engine,
    Select,
    String,
    Text,
    TypeDecorator,
    cast,
    column,
    create_engine,
    event,
    inspect,
    literal,
    or_,
    select,
    table,
)
from sqlalchemy.engine import URL, Connection, Inspector, make_url
from sqlalchemy.engine.reflection import ObjectKind
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    InterfaceError,
    NoSuchModuleError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.pool import NullPool
from sqlalchemy.sql.expression import TableClause
from sqlalchemy.types import CHAR, TypeEngine

from connectors._boundary import Line, StoreKeys, store_fault
from connectors._cells import Row
from recordkeeping.vocabulary.errors import Refused, Unavailable
from recordkeeping.vocabulary.identifiers import StoreName

_SECONDS = 10
# Days are London's, and a date cast to text is ISO. With row_security off, PostgreSQL refuses to
# answer where a policy would hide rows from us: a hidden row is not an absent one.
_POSTGRES = "-c TimeZone=Europe/London -c DateStyle=ISO,YMD -c row_security=off"


class SqlSettings(StoreKeys):
    """The keys of an `sql` store. An address with a password comes from the environment."""

    url: Line | None = None
    url_env: Line | None = None
    profile: Line | None = None
    mapping: Line | None = None

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        if (self.url is None) == (self.url_env is None):
            raise ValueError("needs one of url and url_env")
        if (self.profile is None) == (self.mapping is None):
            raise ValueError("needs one of profile and mapping")
        return self


def open_engine(name: StoreName, settings: SqlSettings, *, writable: bool) -> Engine:
    """Prepare the way to the database; without `writable` the database itself refuses to write."""
    url = _address(name, settings)
    options: dict[str, Any] = {"hide_parameters": True, "poolclass": NullPool}
    if url.get_backend_name() == "sqlite":
        engine = create_engine(_sqlite(name, settings, url, writable), **options)
        event.listen(engine, "connect", _prepare_sqlite)
        return engine
    read_only = "off" if writable else "on"
    flags = f"{_POSTGRES} -c default_transaction_read_only={read_only}"
    return create_engine(
        url.set(drivername="postgresql+psycopg"),
        connect_args={"options": flags, "connect_timeout": _SECONDS},
        **options,
    )


def _address(name: StoreName, settings: SqlSettings) -> URL:
    key = "url" if settings.url else "url_env"
    text = settings.url or os.environ.get(settings.url_env or "")
    if not text:
        raise store_fault(name, key, "names an environment variable that is not set")
    try:
        url = make_url(text)
        backend = url.get_backend_name()
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise store_fault(name, key, "is not the URL of a database") from None
    if settings.url and url.password:
        raise store_fault(name, key, "holds a password; use url_env and set it in the environment")
    if backend not in {"sqlite", "postgresql"}:
        raise store_fault(name, key, "is neither sqlite:/// nor postgresql://")
    return url


def _sqlite(name: StoreName, settings: SqlSettings, url: URL, writable: bool) -> URL:
    path = settings.path(url.database or "")
    if not path.is_file():
        raise store_fault(name, "url", "leads to no database; check the path")
    # Without a mode SQLite would make an empty database where the real one is away.
    mode = "rw" if writable else "ro"
    database = f"file:{quote(str(path))}"
    return URL.create("sqlite", database=database, query={"mode": mode, "uri": "true"})


def _prepare_sqlite(connection: Any, _: object) -> None:  # Any: a driver's own connection
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    for pragma in ("foreign_keys=ON", "secure_delete=ON", f"busy_timeout={_SECONDS * 1000}"):
        connection.execute(f"PRAGMA {pragma}")


@contextmanager
def answers_of(store: StoreName) -> Iterator[None]:
    """Turn what a database says into our words.

    The causes are dropped: their text quotes keys, and sometimes whole rows.
    """
    try:
        yield
    except IntegrityError:
        raise Refused(
            f"store {store} refuses: other rows depend on this record; dispose of those first"
        ) from None
    except (OperationalError, InterfaceError) as cause:
        if "readonly" in str(cause.orig):
            raise Refused(f"store {store} is opened for reading only") from None
        raise Unavailable(f"store {store} is busy, away or does not let us in") from None
    except DBAPIError:
        raise Refused(
            f"store {store} refuses; check what its credentials may do and that the mapping fits"
        ) from None
    except SQLAlchemyError:
        raise Unavailable(f"store {store} gave an answer that cannot be read") from None


class _AsText(TypeDecorator[str]):
    """A column as it stands, whatever its type: neither read nor changed by SQLAlchemy."""

    impl = Text
    cache_ok = True


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of the database, as it described them when it was opened.

    Every cell is asked for as text: a driver then never fails on a date of the year 20015.
    Names are quoted by SQLAlchemy; no statement is put together from strings. `native` says that
    the database has days and moments of its own, where others have text.
    """

    clauses: Mapping[str, TableClause]
    plain: Mapping[str, frozenset[str]]
    native: bool = False

    @classmethod
    def of(cls, inspector: Inspector, wanted: Collection[str]) -> Tables:
        """Read which of the wanted tables and views there are, with their columns."""
        found = inspector.get_multi_columns(kind=ObjectKind.ANY, filter_names=list(wanted))
        types: dict[str, dict[str, TypeEngine[Any]]] = {
            name: {each["name"]: each["type"] for each in columns}
            for (_, name), columns in found.items()
        }
        return cls(
            {n: table(n, *(column(c, _AsText()) for c in cs)) for n, cs in types.items()},
            {n: frozenset(c for c, t in cs.items() if _is_text(t)) for n, cs in types.items()},
            inspector.dialect.name != "sqlite",
        )

    def names(self) -> dict[str, frozenset[str]]:
        """Return every table with the names of its columns."""
        return {name: frozenset(clause.c.keys()) for name, clause in self.clauses.items()}

    def cell(self, of: str, name: str) -> ColumnElement[str]:
        """Return a column as text."""
        return cast(self.clauses[of].c[name], String)

    def equal(self, of: str, name: str, values: Iterable[str]) -> ColumnElement[bool]:
        """Compare a column with values; a column that is text is left bare, for its index."""
        bare = self.clauses[of].c[name] if name in self.plain[of] else self.cell(of, name)
        return bare.in_(list(values))

    def is_since(self, of: str, name: str, day: date) -> ColumnElement[bool]:
        """Say that a column has this day or a later one, or none at all."""
        bare = self.clauses[of].c[name]
        since = bare >= day.isoformat()
        if self.native and name not in self.plain[of]:
            since = bare >= cast(literal(day.isoformat()), Date)
        return or_(bare.is_(None), since)

    def all_cells(self, of: str) -> Select[Any]:
        """Ask for every column of a table."""
        cells = (self.cell(of, name).label(name) for name in self.clauses[of].c.keys())  # noqa: SIM118 a collection of columns is no dict
        return select(*cells).select_from(self.clauses[of])

    def rows(
        self, connection: Connection, of: str, name: str, values: Iterable[str], order: str
    ) -> list[Row]:
        """Return the rows in which a column has one of the values, in a stable order."""
        asked = self.all_cells(of).where(self.equal(of, name, values))
        return list(connection.execute(asked.order_by(self.cell(of, order))).mappings())  # type: ignore[arg-type]  # a RowMapping of text


def _is_text(kind: TypeEngine[Any]) -> bool:
    # CHAR is padded: it equals what it does not spell.
    return isinstance(kind, String) and not isinstance(kind, CHAR)


def describe(engine: Engine, wanted: Collection[str]) -> Tables:
    """Return those of the wanted tables that the database has."""
    return Tables.of(inspect(engine), wanted)
