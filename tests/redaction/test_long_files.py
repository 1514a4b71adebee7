"""Terms in files of many pages: several processes look, and no page falls between them."""

from __future__ import annotations

import io
import random

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from redaction.prove import Leak, leaks_in

PAGES = 260


def long_file(words: dict[int, str], padding: int = 0) -> bytes:
    """Make a file of many pages that say nothing, but for some; `padding` are octets more."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 100))
    for number in range(1, PAGES + 1):
        canvas.drawString(20, 50, words.get(number, "A calm day."))
        canvas.showPage()
    canvas.save()
    with pikepdf.open(out) as pdf:
        pdf.Root.Padding = pdf.make_stream(random.Random(1).randbytes(padding))
        made = io.BytesIO()
        pdf.save(made)
        return made.getvalue()


@pytest.mark.parametrize("padding", [0, 600_000], ids=["small", "large"])
def test_a_name_on_a_late_page_of_a_long_file_is_told_with_its_page(padding: int) -> None:
    leaks, readers = leaks_in(long_file({259: "Ann Quill came."}, padding), ["Ann Quill"])
    assert readers == ("bytes", "objects", "pdfium", "pypdf", "poppler")
    assert set(leaks) == {
        Leak(0, "bytes", None, "file"),
        *(Leak(0, reader, 259, "text") for reader in ("pdfium", "pypdf", "poppler")),
    }


def test_a_name_that_begins_where_one_process_ends_is_found() -> None:
    leaks, _ = leaks_in(long_file({256: "It was Ann", 257: "Quill who came."}), ["Ann Quill"])
    assert {leak.reader for leak in leaks} == {"pdfium", "pypdf", "poppler"}
