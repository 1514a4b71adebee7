"""The words of a PDF's pages, as three programs that others wrote read them."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable

import pypdf
import pypdf.errors
import pypdfium2

from recordkeeping.vocabulary.errors import Unproven

_POPPLER_SECONDS = 120


def readers() -> dict[str, Callable[[bytes], list[str]]]:
    """Return the readers that are here; each gives the words of every page."""
    here: dict[str, Callable[[bytes], list[str]]] = {"pdfium": by_pdfium, "pypdf": by_pypdf}
    if shutil.which("pdftotext"):
        here["poppler"] = by_poppler
    return here


def by_pdfium(content: bytes) -> list[str]:
    """Read with pdfium."""
    document = pypdfium2.PdfDocument(content)
    return [
        page.get_textpage().get_text_range().replace("\ufffe", "-\n").replace("\x02", "-\n")
        for page in document
    ]


def by_pypdf(content: bytes) -> list[str]:
    """Read with pypdf."""
    try:
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    except (pypdf.errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Unproven("one of the readers cannot read the document") from None


def by_poppler(content: bytes) -> list[str]:
    """Read with poppler's pdftotext, as it is laid out and in the order of the instructions."""
    texts = []
    for order in ("-layout", "-raw"):
        try:
            run = subprocess.run(
                ["pdftotext", order, "-enc", "UTF-8", "-", "-"],  # noqa: S607 - found on PATH above
                input=content,
                capture_output=True,
                timeout=_POPPLER_SECONDS,
                check=True,
            )
        except (subprocess.SubprocessError, OSError):
            raise Unproven("one of the readers cannot read the document") from None
        texts.append(run.stdout.decode("utf-8", "replace").split("\f"))
    return ["\n".join(both) for both in zip(*texts, strict=False)]
