"""Settings read whole or refused whole: unknown, missing and doubtful keys told by file and key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from recordkeeping.vocabulary.errors import Fault, Misconfigured
from wiring.yaml_files import read_yaml

Model = TypeVar("Model", bound=BaseModel)


class Closed(BaseModel):
    """A part of the settings: closed, so that a typing slip is a fault and not another law."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)


def parse_file(path: Path, model: type[Model], tell: Callable[[Fault], None]) -> Model | None:
    """Read one file into its model, or tell every fault and return None."""
    try:
        untrusted = read_yaml(path)
    except Misconfigured as wrong:
        for fault in wrong.faults:
            tell(fault)
        return None
    try:
        return model.model_validate(untrusted)
    except ValidationError as wrong:
        for error in wrong.errors(include_input=False, include_url=False):
            tell(
                Fault(_where(path, untrusted, error["loc"]), _in_words(error["type"], error["msg"]))
            )
    return None


def _where(path: Path, untrusted: object, keys: tuple[int | str, ...]) -> str:
    """Say where a fault stands; an item of a list goes by its id, code or name if it has one."""
    said: list[str] = []
    at = untrusted
    for key in keys:
        at = _step_into(at, key)
        named = [at.get(k) for k in ("id", "code", "name")] if isinstance(at, dict) else []
        own = next((n for n in named if isinstance(n, str)), None)
        said.append(own if isinstance(key, int) and own else str(key))
    return f"{path.name}:{'.'.join(said)}" if said else path.name


def _step_into(at: object, key: int | str) -> object:
    if isinstance(at, dict):
        return at.get(key)
    if isinstance(at, list) and isinstance(key, int):
        return at[key]
    return None


def _in_words(kind: str, message: str) -> str:
    """Say a validation error as an administrator would read it."""
    match kind:
        case "extra_forbidden":
            return "is not a setting we know"
        case "missing":
            return "is missing"
        case "model_type":
            return "must be keys with values"
        case _:
            return message.removeprefix("Value error, ").removeprefix("Input ")
