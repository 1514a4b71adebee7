"""Documents in a folder: one file each, its key the path below the folder.

No link is followed on the way to a file: each folder is opened from the one above it, so that a
link, or a folder swapped while we look, cannot lead out of the root.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from connectors._boundary import Line, StoreKeys, own_key, read_closed, read_whole, store_fault
from recordkeeping.vocabulary.errors import Refused, Unavailable
from recordkeeping.vocabulary.identifiers import DocumentRef, RecordRef, StoreName

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
# Without O_NONBLOCK, opening a pipe that somebody left in the folder would wait for ever.
_FILE = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


class FilesSettings(StoreKeys):
    """The keys of a `files` store. The `landmark` is a file at the root that is always there."""

    root: Line
    landmark: Line | None = None


class FilesConnector:
    """Reaches documents that lie in a folder of this machine, or mounted on it."""

    def reader(self, name: StoreName, settings: Mapping[str, object]) -> FileDocuments:
        """Open the folder for reading."""
        keys, folder = _open(name, settings)
        return FileDocuments(folder, keys.max_bytes)

    def disposer(self, name: StoreName, settings: Mapping[str, object]) -> FileDisposer:
        """Open the folder for disposal."""
        keys, folder = _open(name, settings)
        return FileDisposer(folder, keys.landmark)


def _open(name: StoreName, settings: Mapping[str, object]) -> tuple[FilesSettings, Folder]:
    keys = read_closed(FilesSettings, f"stores.yaml:{name}", settings)
    root = keys.path(keys.root)
    if not root.is_dir():
        raise store_fault(name, "root", "is no folder; create it, or mount the share")
    return keys, Folder(name, root)


@dataclass(frozen=True, slots=True)
class Folder:
    """The root of a store of files."""

    store: StoreName
    root: Path

    @contextmanager
    def holding(self, key: str) -> Iterator[tuple[int, str]]:
        """Open the folder in which a key stands; give its descriptor and the file's own name.

        Raises `FileNotFoundError` where a folder on the way is missing.
        """
        *folders, name = self._steps(key)
        with ExitStack() as opened, self.answers():
            here = self._enter(opened, str(self.root), None)
            for folder in folders:
                here = self._enter(opened, folder, here)
            yield here, name

    @contextmanager
    def answers(self) -> Iterator[None]:
        """Turn what the system says into our words; a missing file passes, for the caller to judge.

        The causes are dropped: their text names the file.
        """
        try:
            yield
        except FileNotFoundError:
            raise
        except PermissionError:
            raise Refused(f"store {self.store} does not let us do this; ask its owner") from None
        except (NotADirectoryError, IsADirectoryError):
            raise Refused(
                f"store {self.store} has a folder or a link under this key, not a plain file"
            ) from None
        except OSError as cause:
            if cause.errno in {errno.ELOOP, errno.ENAMETOOLONG}:
                raise Refused(
                    f"a key of store {self.store} does not lead to a plain file"
                ) from None
            raise Unavailable(f"store {self.store} does not answer; is its disk well?") from None

    def _steps(self, key: str) -> list[str]:
        steps = key.split("/")
        if "\0" in key or any(step in {"", ".", ".."} for step in steps):
            raise Refused(f"a key of store {self.store} is not a path below its root")
        return steps

    def _enter(self, opened: ExitStack, folder: str, above: int | None) -> int:
        try:
            here = os.open(
                folder, _FOLDER if above is not None else _FOLDER & ~os.O_NOFOLLOW, dir_fd=above
            )
        except FileNotFoundError:
            if above is None:
                raise Unavailable(f"the root of store {self.store} is away; mount it") from None
            raise
        opened.callback(os.close, here)
        return here


def _is_plain(found: os.stat_result) -> bool:
    return stat.S_ISREG(found.st_mode)


@dataclass(frozen=True, slots=True)
class FileDocuments:
    """A folder, opened for reading."""

    folder: Folder
    max_bytes: int

    def fetch(self, document: DocumentRef) -> bytes:
        """Return the file; refuse one that is missing, too large or no plain file."""
        store = self.folder.store
        key = own_key(store, document.store, document.key)
        try:
            with (
                self.folder.holding(key) as (here, name),
                os.fdopen(os.open(name, _FILE, dir_fd=here), "rb") as file,
            ):
                if not _is_plain(os.fstat(file.fileno())):
                    raise IsADirectoryError
                return read_whole(store, file, self.max_bytes)
        except FileNotFoundError:
            raise Refused(f"store {store} has no such document; ask its owner") from None


@dataclass(frozen=True, slots=True)
class FileDisposer:
    """A folder, opened for disposal."""

    folder: Folder
    landmark: str | None = None

    def dispose(self, record: RecordRef) -> None:
        """Unlink the file and have the folder written to disk; a missing file is no fault.

        A file with a second name (a hard link) is refused: its bytes would stay.
        """
        store = self.folder.store
        key = own_key(store, record.store, record.key)
        if key == self.landmark:
            raise Refused(f"this file is the landmark of store {store} and stays")
        try:
            with self.folder.holding(key) as (here, name):
                self._unlink(here, name)
                # After a crash the name could otherwise come back; so also when it is gone already.
                os.fsync(here)
        except FileNotFoundError:
            return

    def holds(self, record: RecordRef) -> bool:
        """Say whether anything stands under the key, by a fresh look.

        Absence is believed only where the root is shown to be the store and not the bare mount
        point of a share that is away: it has its landmark or, without one, any entry at all.
        """
        key = own_key(self.folder.store, record.store, record.key)
        try:
            with self.folder.holding(key) as (here, name):
                os.stat(name, dir_fd=here, follow_symlinks=False)
                return True
        except FileNotFoundError:
            self._be_sure_of_the_root()
            return False

    def _unlink(self, here: int, name: str) -> None:
        try:
            found = os.stat(name, dir_fd=here, follow_symlinks=False)
        except FileNotFoundError:
            return
        if not _is_plain(found):
            raise IsADirectoryError
        if found.st_nlink > 1:
            raise Refused(
                f"a file of store {self.folder.store} has a second name on the disk; "
                "have its owner remove that one first"
            )
        os.unlink(name, dir_fd=here)

    def _be_sure_of_the_root(self) -> None:
        store, root = self.folder.store, self.folder.root
        with self.folder.answers():
            try:
                there = [entry.name for entry in root.iterdir()]
            except FileNotFoundError:
                there = []
        if (self.landmark not in there) if self.landmark else not there:
            raise Unavailable(
                f"the root of store {store} lacks its landmark or is empty; is its share mounted?"
            )
