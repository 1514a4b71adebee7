"""A second reader of a PDF, independent of pdfium: poppler where it is installed, else pypdf.

Poppler runs beside us, in a process of its own with our limits, while pdfium reads: on two cores it
costs next to nothing.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import threading
import unicodedata
from collections import Counter

import pypdf
import pypdf.errors

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.pdfium import Glyphs

_SECONDS = 120
_FEWEST_TO_DIFFER = 6  # letters: two readers part ligatures and ornaments differently
_SHARE_TO_DIFFER = 0.01
_NOT_LETTERS = re.compile(r"[\W_]+")


class SecondReading:
    """The words of each page as a second program reads them; it begins at once."""

    def __init__(self, pdf: bytes, pages: int) -> None:
        """Begin to read a page form of so many pages."""
        self._pdf, self._pages = pdf, pages
        self._texts: list[str] | None = None
        self._reader: threading.Thread | None = None
        if shutil.which("pdftotext"):
            self._reader = threading.Thread(target=self._read_by_poppler, daemon=True)
            self._reader.start()

    def page(self, number: int) -> str:
        """Return the words of a page, from 1; waits until they are read."""
        if self._reader is not None:
            self._reader.join()
            self._reader = None
        if self._texts is None:
            self._texts = _read_by_pypdf(self._pdf)
        if len(self._texts) != self._pages:
            raise Refused("the PDF is damaged: its pages cannot be counted; print it to a new PDF")
        return self._texts[number - 1]

    def _read_by_poppler(self) -> None:
        """Leave the texts unset where poppler fails: pypdf is asked then."""
        try:
            run = subprocess.run(
                ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"],  # noqa: S607 - found on PATH
                input=self._pdf,
                capture_output=True,
                timeout=_SECONDS,
                check=True,
            )
        except (subprocess.SubprocessError, OSError):
            return
        texts = run.stdout.decode("utf-8", "replace").split("\f")[:-1]
        if len(texts) == self._pages:
            self._texts = texts


def _read_by_pypdf(pdf: bytes) -> list[str]:
    try:
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    except (pypdf.errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Refused(
            "the PDF is damaged: a second reader cannot read it; print it to a new PDF"
        ) from None


def agree(read: Glyphs, other: str, size: tuple[float, float]) -> bool:
    """Say whether two independent readers find the same letters on a page.

    Letters beyond the edge of the page are left out: not every reader reads them. Where only their
    number differs, the stretches of letters decide: one reader drops words that are printed twice
    for boldness, the other does not.
    """
    theirs = _letters(other)
    ours = _letters(read.text)
    if ours == theirs:
        return True
    if _near(Counter(ours), Counter(theirs)):
        return True
    on_page = _letters("".join(_on_page(read, size)))
    if on_page != ours and _near(Counter(on_page), Counter(theirs)):
        return True
    return _near(Counter(set(_stretches(on_page))), Counter(set(_stretches(theirs))))


def _near(one: Counter[str], two: Counter[str]) -> bool:
    differing = ((one - two) | (two - one)).total()
    return differing <= max(_FEWEST_TO_DIFFER, _SHARE_TO_DIFFER * one.total())


def _on_page(read: Glyphs, size: tuple[float, float]) -> list[str]:
    return [
        letter
        for letter, box in zip(read.text, read.boxes, strict=True)
        if box is not None and _touches(box, size)
    ]


def _touches(box: Box, size: tuple[float, float]) -> bool:
    return box[2] > 0 and box[3] > 0 and box[0] < size[0] and box[1] < size[1]


def _letters(text: str) -> str:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NOT_LETTERS.sub("", plain.casefold())


def _stretches(letters: str) -> list[str]:
    return [letters[at : at + 4] for at in range(len(letters) - 3)]
