"""Drawings that a page does not show are read by the proof itself, whoever wrote the page."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Dictionary, Name

from redaction.proof.drawings import unshown
from tests.corpus.letters import outlines

NAME = "\n".join(path for path in outlines("Zephyrine Quaxley", 40, 140, 22) if path)
SEEN = "\n".join(path for path in outlines("a bench in the sun", 40, 200, 22) if path)


def read(content: str) -> str:
    """Make a page of a content, one instruction on each line, and return what is unshown."""
    lines = content.encode()
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(420, 300))
        modes = {f"/{mode}": Dictionary(BM=Name(f"/{mode}")) for mode in ("Multiply", "Screen")}
        page.obj.Resources = Dictionary(ExtGState=Dictionary(modes))
        page.obj.Contents = made.make_stream(lines)
        out = io.BytesIO()
        made.save(out)
        return unshown(page, lines, pypdfium2.PdfDocument(out.getvalue())[0])


@pytest.mark.parametrize(
    "hidden",
    [
        f"1 g\n{NAME}\nf",
        f"0.99 g\n{NAME}\nf*",
        f"q\n0 0 10 10 re\nW\nn\n0 g\n{NAME}\nf\nQ",
        f"0 g\n20 120 380 60 re\nf\n{NAME}\nf",
        f"0 g\n{NAME}\nf\n1 g\n20 120 380 60 re\nf",
        f"/Multiply gs\n1 g\n{NAME}\nf",
        f"1 g\n0 0 420 190 re\nf\n/Screen gs\n0 g\n{NAME}\nB",
        f"1 G\n0.6 w\n{NAME}\nS",
    ],
)
def test_a_name_in_outlines_that_nobody_sees_is_read(hidden: str) -> None:
    said = read(f"0 g\n{SEEN}\nf\n{hidden}")
    assert "Zephyrine" in said
    assert "Quaxley" in said


@pytest.mark.parametrize(
    "shown", [f"0 g\n{NAME}\nf", f"0 g\n20 120 380 60 re\nf\n1 g\n{NAME}\nf", "1 g\n0 0 m"]
)
def test_of_what_is_seen_nothing_is_read_again(shown: str) -> None:
    assert read(f"0 g\n{SEEN}\nf\n{shown}") == ""
