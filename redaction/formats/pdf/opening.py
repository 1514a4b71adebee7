"""Opening a stranger's PDF: locked, cut short, mended, or too large.

A password that only forbids printing or copying is no lock: anybody can read such a file, and so do
we. A file that had to be mended is read, and said to be damaged, only where nothing of it is
missing: of one that was cut short, pages come out empty. Of a key that stands twice some programs
follow the first and others the last (ISO 32000-1, 7.3.7): that is told.
"""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
from pikepdf import Array, Object, Pdf

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused

MOST_PAGES = 5000
_MENDED = "the file was damaged and had to be mended, and something of it may be missing"
_TWICE = "the file says in two ways what is on a page; programs may show another one"
_INCOMPLETE = "the PDF is damaged or incomplete; ask for it once more"


def opened(content: bytes) -> tuple[Pdf, list[Gap]]:
    """Return the PDF, and what is to be told of its state; or refuse it."""
    try:
        pdf = pikepdf.open(io.BytesIO(content))
        count = len(pdf.pages)
    except pikepdf.PasswordError:
        raise Refused("the PDF is locked with a password; ask for it without one") from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
        raise Refused("the PDF is damaged and cannot be opened; ask for it once more") from None
    if not count:
        raise Refused("the PDF has no pages; ask for it once more")
    if count > MOST_PAGES:
        raise Refused(
            f"the PDF has {count:,} pages; up to {MOST_PAGES:,} are read: "
            "part it into files of fewer pages, and redact each"
        )
    # The warnings are qpdf's own words, and are forgotten once they were asked for.
    warned = [str(warning) for warning in pdf.get_warnings()]
    return pdf, _gaps_of_doubled_keys(warned, pdf) + _gaps_of_a_mended_file(warned, content, pdf)


def _gaps_of_doubled_keys(warned: list[str], pdf: Pdf) -> list[Gap]:
    """Tell of keys that stand twice; refuse the file where a page is empty by the one we follow."""
    if not any("duplicated key" in warning for warning in warned):
        return []
    if any(_lacks_its_content(page.obj) for page in pdf.pages):
        raise Refused(_INCOMPLETE)
    return [Gap(_TWICE)]


def _gaps_of_a_mended_file(warned: list[str], content: bytes, pdf: Pdf) -> list[Gap]:
    """Refuse a mended file of which something is missing."""
    if not any("reconstruct" in warning for warning in warned):
        return []
    if b"%%EOF" not in content[-2048:] or _declared(pdf) > len(pdf.pages):
        raise Refused(_INCOMPLETE)
    if any(_lacks_its_content(page.obj) for page in pdf.pages):
        raise Refused(_INCOMPLETE)
    try:
        other = pypdfium2.PdfDocument(content)
        agreed = len(other) == len(pdf.pages)
        other.close()
    except pypdfium2.PdfiumError:
        agreed = True  # pdfium reads what was mended, or refuses that
    if not agreed:
        raise Refused(_INCOMPLETE)
    return [Gap(_MENDED)]


def _declared(pdf: Pdf) -> int:
    try:
        return int(pdf.Root.Pages.Count)
    except (AttributeError, KeyError, TypeError, ValueError):
        return 0


def _lacks_its_content(page: Object) -> bool:
    given = page.get("/Contents")
    parts = list(given) if isinstance(given, Array) else [given]
    return not any(isinstance(part, pikepdf.Stream) and part.read_raw_bytes() for part in parts)
