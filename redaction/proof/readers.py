"""The words of a PDF's pages, as three programs that others wrote read them.

Pages are counted from 1; a range is its first and its last page.
"""

from __future__ import annotations

import io
import shutil
import subprocess

import pypdf
import pypdf.errors
import pypdfium2

from recordkeeping.vocabulary.errors import Unproven

_POPPLER_SECONDS = 120
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


def by_pypdf(content: bytes, pages: Range) -> list[str]:
    """Read with pypdf."""
    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        return [reader.pages[n].extract_text() for n in range(pages[0] - 1, pages[1])]
    except (pypdf.errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Unproven("one of the readers cannot read the document") from None


def by_poppler(content: bytes, pages: Range, orders: tuple[str, ...]) -> list[str]:
    """Read with poppler's pdftotext, in each of the orders: `-layout`, `-raw`, or columns."""
    wanted = ["-f", str(pages[0]), "-l", str(pages[1]), "-enc", "UTF-8"]
    texts = []
    for order in orders:
        try:
            run = subprocess.run(
                ["pdftotext", *([order] if order else []), *wanted, "-", "-"],  # noqa: S607 - on PATH
                input=content,
                capture_output=True,
                timeout=_POPPLER_SECONDS,
                check=True,
            )
        except (subprocess.SubprocessError, OSError):
            raise Unproven("one of the readers cannot read the document") from None
        texts.append(run.stdout.decode("utf-8", "replace").split("\f"))
    return ["\n".join(several) for several in zip(*texts, strict=False)][: pages[1] - pages[0] + 1]
