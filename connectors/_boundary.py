"""The door of the room: settings are read whole, and sizes are bounded while they are read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused
from recordkeeping.vocabulary.identifiers import StoreName

_CHUNK = 1 << 20

Line = Annotated[str, Field(min_length=1, max_length=1000)]
Limit = Annotated[int, Field(ge=1, le=1 << 32)]


class Closed(BaseModel):
    """A part of the settings in which every key is known; an error never repeats a value."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


class StoreKeys(Closed):
    """The keys that every store of ours has beside its own.

    `base` is the absolute folder at which relative paths start; the loader of the settings adds
    it. `max_bytes` is the largest document that is read.
    """

    base: Line
    max_bytes: Limit = 256 << 20

    def path(self, text: str) -> Path:
        """Return a path of the settings, made absolute."""
        return Path(self.base, text)


Model = TypeVar("Model", bound=BaseModel)


def read_closed(model: type[Model], where: str, given: Mapping[str, object]) -> Model:
    """Read settings into their model, or tell every fault by its key under `where`."""
    try:
        return model.model_validate(dict(given))
    except ValidationError as wrong:
        found = wrong.errors(include_input=False, include_url=False, include_context=False)
    raise Misconfigured(
        Fault(_place(where, error["loc"]), _in_words(error["type"], error["msg"]))
        for error in found
    )


def store_fault(store: StoreName, key: str, because: str) -> Misconfigured:
    """Return the error for one wrong key of a store."""
    return Misconfigured([Fault(f"stores.yaml:{store}.{key}", because)])


def _place(where: str, path: tuple[int | str, ...]) -> str:
    """Say where a fault stands: `stores.yaml:case-db.url`, `ssd.yaml:records[2].key`."""
    for part in path:
        where += f"[{part}]" if isinstance(part, int) else f"{_joint(where)}{part}"
    return where


def _joint(where: str) -> str:
    return ":" if ":" not in where else "."


def _in_words(kind: str, message: str) -> str:
    match kind:
        case "extra_forbidden":
            return "is not a setting we know"
        case "missing":
            return "is missing"
        case _:
            words = message.removeprefix("Value error, ")
            return words[0].lower() + words[1:]


class Stream(Protocol):
    """Anything that bytes can be read from, some at a time."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes, none at the end."""
        ...


def read_whole(store: StoreName, untrusted: Stream, limit: int) -> bytes:
    """Read a document to its end; refuse one over the limit, whatever size it announced."""
    parts: list[bytes] = []
    size = 0
    while part := untrusted.read(_CHUNK):
        size += len(part)
        if size > limit:
            raise Refused(
                f"a document in {store} is larger than {limit} bytes; raise `max_bytes` in "
                "stores.yaml or have it split"
            )
        parts.append(part)
    return b"".join(parts)


def own_key(store: StoreName, asked: StoreName, key: str) -> str:
    """Return the key of a reference to this very store; refuse a reference to another one."""
    if asked != store:
        raise Refused(f"store {store} was asked about something of store {asked}")
    return key
