"""How far a long run is: a line on a terminal, of counts alone, that goes when the run ends."""

from __future__ import annotations

import sys
import time
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

_QUIET, _EVERY = 4.0, 1.0  # seconds: a short run says nothing
_BEGIN_ANEW = "\r\x1b[K"  # ECMA-48 §8.3.41: to the line's begin, and erase it


class Progress:
    """Says on standard error, where that is a terminal, how many files or pages were done.

    No name and no word of a document is in it: who stands beside the screen may read it.
    """

    def __init__(self, files: int, *, quiet: float = _QUIET) -> None:
        """Begin to count a number of files; for so many seconds nothing is said."""
        self._files, self._done, self._pages, self._quiet = files, 0, 0, quiet
        self._began, self._over, self._lock = time.monotonic(), Event(), Lock()
        self._told = Thread(target=self._tell, daemon=True)

    def __enter__(self) -> Self:
        """Begin."""
        if sys.stderr.isatty():
            self._told.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, why: BaseException | None, at: TracebackType | None
    ) -> None:
        """End, and leave the terminal as it was."""
        self._over.set()
        if self._told.is_alive():
            self._told.join()

    def one_more(self) -> None:
        """Count a file that is done."""
        with self._lock:
            self._done += 1

    def count_pages(self, pages: int) -> None:
        """Count the pages of a file that was read."""
        with self._lock:
            self._pages += pages

    def make_room(self) -> None:
        """Take the line away, so that an answer may be printed in its place."""
        if self._told.is_alive() and time.monotonic() - self._began > self._quiet:
            with self._lock:
                self._write(_BEGIN_ANEW)

    def _tell(self) -> None:
        wait = self._quiet
        while not self._over.wait(wait):
            with self._lock:
                self._write(f"{_BEGIN_ANEW}muniment: {self._said()}")
            wait = _EVERY
        if wait == _EVERY:
            self._write(_BEGIN_ANEW)

    def _said(self) -> str:
        seconds = f"{time.monotonic() - self._began:.0f} s"
        read = f"{self._pages} page{'' if self._pages == 1 else 's'} read"
        if self._files > 1:
            return f"{self._done} of {self._files} files done, {read}, {seconds}"
        return f"{read}, now at work on them, {seconds}" if self._pages else f"reading, {seconds}"

    @staticmethod
    def _write(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()
