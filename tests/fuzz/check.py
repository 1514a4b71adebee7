"""What programs that are not ours find in a released PDF. Shares no code with the project."""

from __future__ import annotations

import io
import re
import subprocess
import unicodedata
import zlib
from collections.abc import Iterator, Sequence

import pypdf

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LEAST_IN_BYTES = 7  # letters: shorter words occur in compressed data and fonts by chance
# What every PDF says to programs: its names, and the words of character maps.
_OWN = re.compile(
    rb"/[\w+#.-]+|[a-z]*codespacerange|[a-z]*bfchar|[a-z]*bfrange|[a-z]*resource|[a-z]+cmap\b"
    rb"|endstream|startxref|trailer"
)


def still_said(pdf: bytes, terms: Sequence[str]) -> list[str]:
    """Return, for each term that can still be read in a PDF, its number and by whom."""
    found: list[str] = []
    for reader, text in _texts(pdf):
        plain = _plain(text)
        found += [f"{n} {reader}" for n, term in enumerate(terms) if _stands(_plain(term), plain)]
    lying = [_OWN.sub(b" ", part.lower()) for part in (pdf, *_unpacked(pdf))]
    for number, term in enumerate(terms):
        if len(term) >= _LEAST_IN_BYTES and any(map(_spelt(term).search, lying)):
            found.append(f"{number} bytes")
    return found


def _texts(pdf: bytes) -> Iterator[tuple[str, str]]:
    for order in ("-raw", "-layout"):
        run = subprocess.run(
            ["pdftotext", order, "-", "-"], input=pdf, capture_output=True, timeout=120
        )
        yield f"pdftotext {order}", run.stdout.decode("utf-8", "replace")
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        yield "pypdf", page.extract_text()


def _plain(text: str) -> str:
    return "".join(
        c
        for c in unicodedata.normalize("NFKD", text.casefold())
        if unicodedata.category(c) not in ("Mn", "Cf")
    )


def _stands(term: str, text: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(term)}(?![^\W_])", text) is not None


def _unpacked(pdf: bytes) -> Iterator[bytes]:
    for stream in _STREAM.findall(pdf):
        try:
            yield zlib.decompressobj().decompress(stream)
        except zlib.error:
            continue


def _spelt(term: str) -> re.Pattern[bytes]:
    """Return what finds a term as a word of its own in bytes: UTF-8, UTF-16, or in hexadecimal."""
    lower, letter = term.lower(), b"[a-z0-9]"
    words = [
        (lower.encode("utf-8"), letter),
        (lower.encode("utf-16-be"), b"\\0" + letter),
        (lower.encode("utf-16-le"), letter + b"\\0"),
        (lower.encode("utf-8").hex().encode(), b"[3-7][0-9a-f]"),
    ]
    return re.compile(
        b"|".join(b"(?<!%s)%s(?!%s)" % (beside, re.escape(word), beside) for word, beside in words)
    )
