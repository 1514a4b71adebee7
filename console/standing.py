"""What already stands where a result is to be written.

A result of an earlier run would speak for this one, so it is taken away before anything begins.
What somebody else put there is no result, and may be all that there is of it: it is kept beside.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from recordkeeping.vocabulary.errors import Refused
from redaction.burn.identity import is_release

HIDDEN_MARK = b"% Muniment: hidden content, for a reviewer alone\n"
_OF_A_RECORD = {"sha256", "source_sha256", "readers", "terms", "pages", "redactions"}
_LARGEST_RECORD = 256 * 2**20  # bytes


def make_way(place: Path, name: str, is_ours: Callable[[Path], bool]) -> Iterator[str]:
    """Take away what an earlier run wrote at a place; keep anything else beside it, and tell.

    `name` is what the place is called to whoever asked. Raises `Refused` where it cannot be done.
    """
    if not place.is_file():
        return
    try:
        if place.stat().st_size == 0 or is_ours(place):
            place.unlink()
            return
        kept = next(n for n in count(1) if not _beside(place, n).exists())
        place.rename(_beside(place, kept))
    except OSError as cause:
        raise Refused(
            f"what stands at {name} cannot be moved ({cause.strerror}); choose another place"
        ) from None
    # Its own name is not told: it may be one that has to go.
    yield (
        f"what stood at {name} was no result of Muniment's; it is kept beside it, with .kept-{kept}"
        " after its name"
    )


def tell_new_folders(places: Mapping[str, Path | None]) -> None:
    """Say on standard error which folders are not there and are made for what is written.

    `places` are what is written to, by option.
    """
    for name, place in places.items():
        if place is None or place.parent.exists():
            continue
        if next(above for above in place.absolute().parents if above.exists()).is_dir():
            sys.stderr.write(f"muniment: {name}: {place.parent} is not there; it is made\n")


def standing_in(folder: Path, apart: Iterable[Path]) -> list[Path]:
    """Return the names of all files in a folder, in order, but not those in folders `apart`.

    A folder in it that cannot be opened is named itself: nobody knows what stands there.
    """
    closed: list[OSError] = []
    others = {place.resolve() for place in apart} - {folder.resolve()}
    found = []
    for where, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = [name for name in folders if (Path(where) / name).resolve() not in others]
        links = (name for name in folders if (Path(where) / name).is_symlink())
        found += [Path(where) / name for name in (*names, *links)]
    found += [Path(error.filename) for error in closed if Path(error.filename) != folder]
    return sorted(path.relative_to(folder) for path in found)


def _beside(place: Path, number: int) -> Path:
    return place.with_name(f"{place.name}.kept-{number}")


def is_released(place: Path) -> bool:
    """Say whether a file is a release of ours, of whichever document."""
    with place.open("rb") as file:
        return is_release(file)


def is_record(place: Path) -> bool:
    """Say whether a file is what the proof says of a release."""
    if place.stat().st_size > _LARGEST_RECORD:
        return False
    with suppress(ValueError, RecursionError):
        said = json.loads(place.read_bytes())
        return isinstance(said, dict) and said.keys() >= _OF_A_RECORD
    return False


def is_hidden_content(place: Path) -> bool:
    """Say whether a file is what `--hidden` wrote."""
    with place.open("rb") as file:
        file.seek(max(0, place.stat().st_size - len(HIDDEN_MARK)))
        return file.read() == HIDDEN_MARK
