"""The words of a PDF's pages, as three programs that others wrote read them.

Pages are counted from 1; a range is its first and its last page.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from html import unescape

import pypdf
import pypdf.errors
import pypdfium2
import pypdfium2.raw as raw

from recordkeeping.vocabulary.errors import Unproven
from redaction.proof.places import Sheet
from redaction.proof.whereabouts import Placed, Placing

_POPPLER_SECONDS = 120
_LINE_END_HYPHENS = "\ufffe\x02"
_LINE_OR_WORD = re.compile(
    r'<(?P<tag>line|word) xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">'
    r"(?P<text>[^<]*)"
)
Range = tuple[int, int]


def has_poppler() -> bool:
    """Say whether poppler's pdftotext is installed."""
    return shutil.which("pdftotext") is not None


def by_pdfium(content: bytes, pages: Range) -> list[str]:
    """Read with pdfium."""
    document = pypdfium2.PdfDocument(content)
    words = []
    for number in range(pages[0] - 1, pages[1]):
        page = document[number]
        text = page.get_textpage()
        words.append(said_by(text))
        text.close()
        page.close()
    return words


def said_by(text: pypdfium2.PdfTextPage) -> str:
    """Return the words of a page that pdfium has opened."""
    words: str = text.get_text_range()
    return words.replace("\ufffe", "-\n").replace("\x02", "-\n")


def placed_by_pdfium(content: bytes, number: int) -> Placed:
    """Read one page with pdfium, letter by letter, each with its cell and its ink."""
    document = pypdfium2.PdfDocument(content)
    page = document[number - 1]
    text, sheet, placing = page.get_textpage(), Sheet(page), Placing()
    cell = raw.FS_RECTF()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter in _LINE_END_HYPHENS:
            letter = "-"
        if raw.FPDFText_IsGenerated(text, index) and letter != "-":
            placing.add(letter)
            continue
        raw.FPDFText_GetLooseCharBox(text, index, cell)
        left, bottom, right, top = text.get_charbox(index)
        own = (
            min(left, cell.left),
            min(bottom, cell.bottom),
            max(right, cell.right),
            max(top, cell.top),
        )
        placing.add(letter, sheet.shown_box(own))
        if letter == "-" and chr(raw.FPDFText_GetUnicode(text, index)) != "-":
            placing.add("\n")
    document.close()
    return placing.placed()


def by_pypdf(content: bytes, pages: Range) -> list[str]:
    """Read with pypdf."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        return [reader.pages[n].extract_text() for n in range(pages[0] - 1, pages[1])]
    except (pypdf.errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Unproven(
            "one of the readers cannot read the document; print it to a new PDF, and try that"
        ) from None


def by_poppler(content: bytes, pages: Range, orders: tuple[str, ...]) -> list[str]:
    """Read with poppler's pdftotext, in each of the orders: `-layout`, `-raw`, or columns."""
    wanted = ["-f", str(pages[0]), "-l", str(pages[1]), "-enc", "UTF-8"]
    texts = [
        _pdftotext(content, *([order] if order else []), *wanted).split("\f") for order in orders
    ]
    return ["\n".join(several) for several in zip(*texts, strict=False)][: pages[1] - pages[0] + 1]


def placed_by_poppler(content: bytes, number: int) -> Placed:
    """Read one page with poppler, in columns; all letters of a word stand where the word does."""
    wanted = ["-f", str(number), "-l", str(number), "-enc", "UTF-8"]
    said, placing = _pdftotext(content, "-bbox-layout", "-cropbox", *wanted), Placing()
    for found in _LINE_OR_WORD.finditer(said):
        if found["tag"] == "line":
            placing.add("\n")
            continue
        x0, y0, x1, y1 = (float(edge) for edge in found.group(2, 3, 4, 5))
        placing.add(unescape(found["text"]), (x0, y0, x1, y1))
        placing.add(" ")
    return placing.placed()


def _pdftotext(content: bytes, *options: str) -> str:
    try:
        run = subprocess.run(
            ["pdftotext", *options, "-", "-"],  # noqa: S607 - on PATH
            input=content,
            capture_output=True,
            timeout=_POPPLER_SECONDS,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        raise Unproven(
            "one of the readers cannot read the document; print it to a new PDF, and try that"
        ) from None
    return run.stdout.decode("utf-8", "replace")
