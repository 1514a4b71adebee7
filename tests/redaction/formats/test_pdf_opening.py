"""A PDF whose page says in two ways what is on it: never taken for what one program shows."""

from __future__ import annotations

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.pdf.reader import read_pdf

SHOWS = b"BT /F1 12 Tf 60 600 Td (Ms Quaxley came) Tj ET"
TOLD = "the file says in two ways what is on a page; programs may show another one"


def paper(page: bytes) -> bytes:
    """Return a PDF of one page that has these keys besides its content."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
        b" /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R " + page + b" >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(SHOWS), SHOWS),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, said in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, said)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer << /Root 1 0 R /Size 6 >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (table, len(out))
    )


def gaps(page: bytes) -> list[str]:
    return [gap.because for gap in read_pdf(paper(page)).gaps]


def test_a_page_that_is_empty_only_for_who_follows_the_last_key_is_refused() -> None:
    with pytest.raises(Refused, match="damaged or incomplete"):
        read_pdf(paper(b"/Contents 9 0 R"))


def test_a_page_with_a_second_size_is_read_and_told() -> None:
    assert TOLD in gaps(b"/CropBox [0 0 595 842] /CropBox [0 500 595 842]")
    assert TOLD not in gaps(b"/CropBox [0 500 595 842]")
