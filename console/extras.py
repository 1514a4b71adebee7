"""What `muniment redact` writes besides OUT: the proof's record, hidden content, attachments."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from console.standing import HIDDEN_MARK, is_hidden_content, is_record, is_released, make_way
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused
from redaction.annex import UNREDACTED, annex_of
from redaction.pages import ReadDocument

_INSIDE = ".inside-"
_WAYS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), " or make room"),
    **dict.fromkeys((errno.EACCES, errno.EPERM), " or ask for the right to write there"),
}


@dataclass(frozen=True, slots=True)
class Extras:
    """Where to write what was asked for, of one file; of a folder, folders with the same names."""

    record: Path | None = None
    hidden: Path | None = None
    attachments: Path | None = None

    def of(self, name: Path) -> Extras:
        """Return where to write for the file that has this name within the folder."""
        return Extras(
            self.record and self.record / f"{name}.json",
            self.hidden and self.hidden / f"{name}.pdf",
            self.attachments and self.attachments / name,
        )

    def of_attachment(self, number: str) -> Extras:
        """Return where to write what the document with this number in the file holds on no page."""
        beside = self.hidden and self.hidden.with_name(f"{self.hidden.stem}{_INSIDE}{number}.pdf")
        return Extras(hidden=beside)

    def require_room(self, source: Path, target: Path, lists: Mapping[str, Path | None]) -> None:
        """Refuse places that stand in each other's way, or in IN's or OUT's, or in a list's.

        `lists` are what is to be removed, by option: nobody writes over the list that they gave.
        """
        taken = {path.resolve(): option for option, path in lists.items() if path is not None}
        faults = []
        if other := taken.get(target.resolve()):
            faults.append(Fault("OUT", f"is {other}; choose a place of its own"))
        taken |= {source.resolve(): "IN", target.resolve(): "OUT"}
        for option in ("record", "hidden", "attachments"):
            place: Path | None = getattr(self, option)
            if place is None:
                continue
            folder = option == "attachments" or source.is_dir()
            other = taken.setdefault(place.resolve(), f"--{option}")
            if other != f"--{option}":
                faults.append(Fault(f"--{option}", f"is {other}; choose a place of its own"))
            elif source.is_dir() and place.resolve().is_relative_to(source.resolve()):
                faults.append(Fault(f"--{option}", "lies in IN; choose a folder beside it"))
            elif source.is_dir() and source.resolve().is_relative_to(place.resolve()):
                faults.append(Fault(f"--{option}", "holds IN; choose a folder beside IN"))
            elif place.exists() and place.is_dir() != folder:
                kind = "no folder" if folder else "a folder; name the file to write"
                faults.append(Fault(f"--{option}", f"is {kind}"))
        if not faults and source.is_file():
            faults += self._over_papers(source)
        if faults:
            raise Misconfigured(faults)

    def _over_papers(self, source: Path) -> Iterator[Fault]:
        """Tell where something would be written over IN, or over what lies beside it.

        The files of a folder are redacted one by one as well: what lies beside IN may be the next.
        """
        for option, place, is_ours in self._places():
            if place.exists() and place.samefile(source):
                yield Fault(option, "would be written over IN; choose another folder")
            elif (
                place.is_file()
                and place.resolve().parent == source.resolve().parent
                and place.stat().st_size
                and not is_ours(place)
            ):
                because = "would be written over another file of IN's folder; choose another place"
                yield Fault(option, because)

    def make_way(self) -> Iterator[str]:
        """Take away what an earlier run wrote; tell what of somebody else's was kept beside it."""
        for name, place, is_ours in self._places():
            yield from make_way(place, name, is_ours)

    def _places(self) -> Iterator[tuple[str, Path, Callable[[Path], bool]]]:
        """Yield places that may be taken: what each is called, where, and what is our own there."""
        if self.record is not None:
            yield "--record", self.record, is_record
        if self.hidden is not None:
            yield "--hidden", self.hidden, is_hidden_content
            for place, inside in _numbered(self.hidden.parent, f"{self.hidden.stem}{_INSIDE}"):
                yield f"--hidden{_INSIDE}{inside}", place, is_hidden_content
        if self.attachments is not None:
            for place, number in _numbered(self.attachments, ""):
                yield f"--attachments/{number}", place, is_released

    def write_record(self, proven: ProvenDocument) -> None:
        """Write what the proof says of the document: no word of it, and no term."""
        if self.record is not None:
            write_whole(
                json.dumps(proven.record, indent=1).encode() + b"\n", self.record, "--record"
            )

    def write_hidden(self, document: ReadDocument) -> None:
        """Write what the file holds on no page, if anything, as pages for a reviewer."""
        if self.hidden is None:
            return
        if (annex := annex_of(document, warning=UNREDACTED)) is not None:
            write_whole(annex.document.pdf + HIDDEN_MARK, self.hidden, "--hidden")


def _numbered(folder: Path, stem: str) -> list[tuple[Path, str]]:
    """Return the files of a folder that are called by the number of a document inside."""
    found = []
    for old in sorted(folder.glob("*.pdf")):
        number = old.stem.removeprefix(stem)
        if old.stem.startswith(stem) and number.replace(".", "").isdigit():
            found.append((old, f"{number}.pdf"))
    return found


def write_whole(content: bytes, target: Path, name: str) -> None:
    """Write the whole file or nothing: it appears under its name when it is complete.

    `name` is what the place is called to whoever asked. Raises `Refused` where it cannot be
    written, as when the disk is full.
    """
    try:
        _write_whole(content, target)
    except OSError as cause:
        raise not_written(name, cause) from None


def not_written(name: str, cause: OSError) -> Refused:
    """Say of a place, as whoever asked calls it, why nothing can be written there."""
    in_a_file = cause.errno in (errno.EEXIST, errno.ENOTDIR)
    why = "a file stands where its folder would be" if in_a_file else cause.strerror
    way = _WAYS.get(cause.errno or 0, "")
    return Refused(f"{name} cannot be written: {why}; choose another place{way}")


def _write_whole(content: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".muniment-", delete=False) as out:
        unfinished = Path(out.name)
        try:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
            unfinished.replace(target)
        except BaseException:
            unfinished.unlink(missing_ok=True)
            raise
