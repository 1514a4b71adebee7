"""YAML, read safely: no tags, no key twice, no file that unfolds into something huge."""

from __future__ import annotations

from collections.abc import Hashable
from pathlib import Path
from typing import Any

import yaml

from recordkeeping.vocabulary.errors import Fault, Misconfigured

MOST_BYTES = 1_000_000


class _Strict(yaml.SafeLoader):
    """A safe loader that refuses aliases and keys that stand twice."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        """Refuse an alias: nine of them, nested, are a file of gigabytes."""
        if self.check_event(yaml.AliasEvent):
            here = parent.start_mark if parent else None
            raise yaml.constructor.ConstructorError(
                None, None, "aliases are not read; write the value out", here
            )
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:
        """Refuse a key that stands twice: the second would silently win."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        for number, key in enumerate(keys):
            if key in keys[:number]:
                # Not said: in people.yaml a key may be a name that slipped out of its place.
                raise yaml.constructor.ConstructorError(
                    None, None, "the key here stands twice", node.value[number][0].start_mark
                )
        return super().construct_mapping(node, deep)


def lines_of_keys(path: Path) -> dict[tuple[int | str, ...], dict[str, int]]:
    """Return the lines on which the keys of each mapping stand, in a file that `read_yaml` read."""
    lines: dict[tuple[int | str, ...], dict[str, int]] = {}
    waiting: list[tuple[tuple[int | str, ...], Any]] = [
        ((), yaml.compose(path.read_text("utf-8"), _Strict))
    ]
    while waiting:
        where, node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            lines[where] = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
            waiting += [((*where, str(key.value)), value) for key, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += [((*where, number), value) for number, value in enumerate(node.value)]
    return lines


def read_yaml(path: Path) -> object:
    """Return what a YAML file holds, or raise `Misconfigured` with its name and line."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise Misconfigured([Fault(path.name, f"is larger than {MOST_BYTES} bytes")])
        text = path.read_text("utf-8")
    except FileNotFoundError:
        why = f"is missing; it belongs in {path.absolute().parent.name}/"
        raise Misconfigured([Fault(path.name, why)]) from None
    except OSError as cause:
        raise Misconfigured([Fault(path.name, f"cannot be read: {cause.strerror}")]) from None
    except UnicodeDecodeError:
        why = "is no text in UTF-8; save it as plain text, with UTF-8 as its encoding"
        raise Misconfigured([Fault(path.name, why)]) from None
    try:
        return yaml.load(text, _Strict)  # noqa: S506 - a subclass of SafeLoader
    except yaml.MarkedYAMLError as cause:
        line = cause.problem_mark.line + 1 if cause.problem_mark else 1
        raise Misconfigured([Fault(f"{path.name}:line {line}", cause.problem or "")]) from None
    except (yaml.YAMLError, ValueError, RecursionError) as cause:
        kind = type(cause).__name__
        raise Misconfigured([Fault(path.name, f"is not YAML that can be read ({kind})")]) from None
