"""Papers as files: PDF, Word, and a scan; and the truth about them, in the words as read back."""

from __future__ import annotations

import textwrap
from datetime import date
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter, ImageFont
from rapidfuzz.distance import Levenshtein

from conformance.casefiles.noise import respanned
from conformance.casefiles.truth import Paper
from conformance.northmoor import wording
from conformance.northmoor.press.office import print_docx
from conformance.northmoor.press.pdf import FONTS, print_pdf
from recordkeeping.disclosure.findings import Span

_SIZE, _RESOLUTION = (1240, 1754), 150  # A4
_ROWS, _WIDTH, _HEIGHT, _SPECKS = 40, 74, 38, 60


def as_pdf(paper: Paper) -> bytes:
    """Return a paper as a PDF that has never been on paper."""
    return print_pdf(_printable(paper))


def as_docx(paper: Paper) -> bytes:
    """Return a paper as a Word document."""
    return print_docx(_printable(paper))


def as_scan(paper: Paper, rng: Random) -> bytes:
    """Return a paper as a PDF of pictures: printed small, copied, laid askew and packed."""
    rows = [row for line in paper.text.split("\n") for row in textwrap.wrap(line, _WIDTH) or [""]]
    pages = [_page(rows[at : at + _ROWS], rng) for at in range(0, len(rows), _ROWS)]
    pages[0].save(
        out := BytesIO(), "PDF", resolution=_RESOLUTION, save_all=True, append_images=pages[1:]
    )
    return out.getvalue()


def _page(rows: list[str], rng: Random) -> Image.Image:
    page = Image.new("L", _SIZE, 246)
    pen = ImageDraw.Draw(page)
    face = ImageFont.truetype(str(FONTS / "DejaVuSans.ttf"), 24)
    for n, row in enumerate(rows):
        pen.text((110, 110 + n * _HEIGHT), row, font=face, fill=48)
    for _ in range(_SPECKS):
        pen.point((rng.randrange(_SIZE[0]), rng.randrange(_SIZE[1])), fill=rng.randrange(90, 210))
    askew = page.rotate(rng.uniform(-0.7, 0.7), Image.Resampling.BICUBIC, fillcolor=246)
    askew.filter(ImageFilter.GaussianBlur(rng.uniform(0.4, 0.9))).save(
        packed := BytesIO(), "JPEG", quality=55
    )
    return Image.open(packed)


def _printable(paper: Paper) -> wording.Paper:
    lines = [wording.Paragraph(wording.Line(line)) for line in paper.text.split("\n") if line]
    return wording.Paper(paper.kind, "File copy", "pdf", tuple(lines), date(2026, 6, 1))


def aligned(paper: Paper, text: str) -> Paper:
    """Return the paper with its words as they were read back, and every span where it stands there.

    Words are laid side by side by their edit distance, and letters within words that differ. What
    was not read back at all is left out of the truth.
    """
    old, new = _words(paper.text), _words(text)
    places = [0] * len(paper.text)
    edits = Levenshtein.opcodes(
        [paper.text[slice(*word)] for word in old], [text[slice(*word)] for word in new]
    )
    for edit in edits:
        here, there = old[edit.src_start : edit.src_end], new[edit.dest_start : edit.dest_end]
        if here and there:
            begins, ends = (here[0][0], here[-1][1]), (there[0][0], there[-1][1])
            _by_letter(places, paper.text, begins, text, ends)
        elif here:
            gone = new[edit.dest_start - 1][1] if edit.dest_start else 0
            places[here[0][0] : here[-1][1]] = [-gone - 1] * (here[-1][1] - here[0][0])
    return respanned(paper, text, lambda span: _at(places, paper.text, span))


def _by_letter(places: list[int], old: str, here: Span, new: str, there: Span) -> None:
    for edit in Levenshtein.opcodes(old[slice(*here)], new[slice(*there)]):
        for n in range(edit.src_start, edit.src_end):
            at = min(edit.dest_start + n - edit.src_start, max(edit.dest_end - 1, edit.dest_start))
            places[here[0] + n] = there[0] + min(at, there[1] - there[0] - 1)


def _at(places: list[int], old: str, span: Span) -> Span:
    """Return where letters of a span were read; nothing of it where none was."""
    read = [places[at] for at in range(*span) if not old[at].isspace() and places[at] >= 0]
    return (min(read), max(read) + 1) if read else (0, 0)


def _words(text: str) -> list[Span]:
    spans, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append((start, at))
    return spans
