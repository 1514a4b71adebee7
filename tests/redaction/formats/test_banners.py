"""Letters made of other letters are told: nobody but a person reads them."""

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from redaction.formats.banners import BANNER
from redaction.reading import read_document

_BANNER = """
 ###   #   #   ###   #   #  #      #####  #   #
#   #  #   #  #   #   # #   #      #       # #
#   #  #   #  #####    #    #      ####     #
#  ##  #   #  #   #   # #   #      #        #
 ####   ###   #   #  #   #  #####  #####    #
"""
_ORDINARY = {
    "rules": "------------------------------\n" * 8,
    "leaders": "".join(f"Chapter {n} ............ {n}2\n" for n in range(1, 9)),
    "form": "Name ____________ Date ______\n" * 8,
    "empty form": "____________ ______ ____\n" * 8,
    "boxes": "[ ] Yes  [ ] No\n" * 8,
    "figures": "".join(f"{n}11  {n}22 11 {n}\n" for n in range(1, 9)),
    "empty grid": "|     |     |     |\n" * 8,
    "stars": "\n".join("*" * n for n in range(3, 14)),
    "grid": "+----+----+\n| ab | cd |\n" * 6,
    "prose": "On Tuesday the warden was in the garden.\n\n* * *\n\n" * 6,
}


def _pdf(text: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.setFont("Courier", 8)
    for number, line in enumerate(text.splitlines()):
        canvas.drawString(50, 780 - 9 * number, line)
    canvas.save()
    return out.getvalue()


@pytest.mark.parametrize("content", [_BANNER.encode(), _pdf(_BANNER)], ids=["txt", "pdf"])
def test_a_banner_is_told(content: bytes) -> None:
    assert BANNER in [gap.because for gap in read_document(content).gaps]


@pytest.mark.parametrize("layout", _ORDINARY)
def test_an_ordinary_layout_is_not(layout: str) -> None:
    for content in (_ORDINARY[layout].encode(), _pdf(_ORDINARY[layout])):
        assert BANNER not in [gap.because for gap in read_document(content).gaps]
