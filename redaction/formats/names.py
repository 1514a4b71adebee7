"""The names of files inside files: shown, and never used as a path."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 180
_UNSAFE = re.compile(r'[<>:"|?*]')


def plain_name(name: str | None, otherwise: str) -> str:
    """Return the last part of a name without what could harm: strokes, controls, turns of writing.

    `otherwise` is what a nameless file is called.
    """
    last = re.split(r"[/\\]", name or "")[-1]
    seen = "".join(c for c in last if unicodedata.category(c)[0] != "C")
    kept = _UNSAFE.sub("_", " ".join(seen.split())).strip(" .")
    if len(kept) > _LONGEST:
        stem, dot, ending = kept.rpartition(".")
        ending = dot + ending if dot and len(ending) <= 10 else ""
        kept = (stem if ending else kept)[: _LONGEST - len(ending)] + ending
    return kept or otherwise


def is_plain(name: str) -> bool:
    """Say whether a name is a path that stays where it is unpacked."""
    parts = re.split(r"[/\\]", name.rstrip("/\\"))
    drive = re.match(r"[A-Za-z]:", name)
    return not (drive or name.startswith(("/", "\\")) or ".." in parts or "\0" in name)


def counted(names: list[str]) -> list[str]:
    """Return the names, each once: "a.txt", "a (2).txt"."""
    seen: dict[str, int] = {}
    out = []
    for name in names:
        times = seen[name.casefold()] = seen.get(name.casefold(), 0) + 1
        stem, dot, ending = name.rpartition(".")
        if times == 1:
            out.append(name)
        else:
            out.append(f"{stem} ({times}){dot}{ending}" if dot else f"{name} ({times})")
    return out
