"""Long documents: where their letters stand goes ahead of the answer, and is believed as little."""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np
import pytest
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.vocabulary.errors import Refused
from redaction.packing import unpacked
from redaction.pages import ReadDocument
from redaction.reading import read_document
from redaction.sandbox.asides import Asides
from redaction.sandbox.wire import MOST_BLOBS, BrokenMessage, Header


def _thick(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300))
    for number in range(pages):
        canvas.drawString(40 + number, 250, f"Page {number} is about Dean Marsh")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_each_letter_of_a_thick_file_stands_where_it_did_and_no_file_keeps_a_name() -> None:
    document = read_document(_thick(60))
    text = document.pages[59].text
    assert text == "Page 59 is about Dean Marsh"
    assert [len(boxes) for boxes in document.glyphs] == [len(p.text) for p in document.pages]
    first = document.glyphs[59][0]
    assert first is not None
    assert round(first[0]) == 99
    assert document.glyphs[59][4:6] == [document.glyphs[59][4], document.glyphs[59][5]]
    held = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink()]
    assert all("(deleted)" in one for one in held if "muniment-" in one)


def test_more_than_was_agreed_is_a_broken_message(monkeypatch: pytest.MonkeyPatch) -> None:
    asides = Asides()
    asides.add([b"\0" * 16])
    with pytest.raises(ValueError, match="of another length"):
        asides.boxes(0, 2)
    monkeypatch.setattr("redaction.sandbox.asides.MOST_BLOBS", 31)
    assert MOST_BLOBS > 31
    with pytest.raises(BrokenMessage):
        asides.add([b"\0" * 16])


@pytest.mark.parametrize("ahead", [[1], [0], ["x"], []])
def test_an_answer_that_speaks_of_what_never_came_is_refused(ahead: list[object]) -> None:
    answer: Header = {
        "media_type": "application/pdf", "pages": ["Marsh"], "sizes": [[400, 300]], "source": None,
        "gaps": [], "hidden": [], "attached": [], "wholes": [], "doubted": [],
        "by_eye": [[]], "struck": [], "ahead": ahead,
    }  # fmt: skip
    asides = Asides()
    asides.add([np.zeros((4, 4), np.float32).tobytes()])  # of four letters, not five
    with pytest.raises(Refused, match="could not be read safely"):
        unpacked(answer, [b"%PDF-"], asides)
    asides.add([np.zeros((5, 4), np.float32).tobytes()])
    document = unpacked({**answer, "ahead": [1]}, [b"%PDF-"], asides)
    assert isinstance(document, ReadDocument)
    assert document.glyphs[0][4] == (0.0, 0.0, 0.0, 0.0)


@pytest.mark.parametrize("struck", [[[[0, 6]]], [[[3, 3]]], [[[-1, 2]]], [[], []], [[["x", 2]]]])
def test_letters_said_to_be_struck_out_where_no_letters_are_make_an_answer_refused(
    struck: list[object],
) -> None:
    answer: Header = {
        "media_type": "application/pdf", "pages": ["Marsh"], "sizes": [[400, 300]], "source": None,
        "gaps": [], "hidden": [], "attached": [], "wholes": [], "doubted": [],
        "by_eye": [[]], "struck": [[[1, 3]]], "ahead": [-1],
    }  # fmt: skip
    boxes = np.zeros((5, 4), np.float32).tobytes()
    document = unpacked(answer, [b"%PDF-", boxes])
    assert isinstance(document, ReadDocument)
    assert document.struck == (((1, 3),),)
    with pytest.raises(Refused, match="could not be read safely"):
        unpacked({**answer, "struck": struck}, [b"%PDF-", boxes])
