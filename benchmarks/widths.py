"""What the place of the words that stay tells about the name that went: measured in bits.

A name is one of 200,000 (1,000 forenames, 200 surnames). A file has one such name on each page,
in one and the same sentence; it is redacted; then the letters that stay are measured where they
stand in the released file. An onlooker who has the tool can do the same with every name: those
that would leave the letters where they are, within what can be measured, are the candidates.
Bits lost are log2(200,000 / candidates), after Bland et al., "Story Beyond the Eye" (2023).

Where the letters stand depends on a name's width alone, so it is measured for names of many
widths, and taken for the others from those next to them. What is told is the mean over all names;
a measured name stands for those whose width is nearest to its own.
"""

from __future__ import annotations

import io
from random import Random
from typing import Any

import numpy as np
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from benchmarks.ours import found
from benchmarks.papers import WORDS, Paper
from benchmarks.running import laid_down, peers
from conformance.northmoor.names import TRADITIONS
from redaction.burn.burning import burn
from redaction.pdfium import glyphs
from redaction.prove import prove
from redaction.reading import read_document

FONTS = ("Helvetica", "Times-Roman")
LAYOUTS = ("ragged", "justified", "centred", "flush right")
_FORENAMES, _SURNAMES, _SAMPLE = 1000, 200, 96
_SIZE, _LEFT, _ROOM, _PAGE = 11.0, 72.0, 450.0, (595.0, 200.0)
_TOP, _LEADING = 50.0, 15.0
_MIDDLE = _TOP + 2 * _LEADING - 0.3 * _SIZE  # of the third line, from the top
_EXACT, _DPI = 0.02, 150  # points: what a reader of the file can tell
_BEFORE, _AFTER = "On Tuesday the worker saw", "at home and heard about school"
_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pr r s sh st t th tr v w y z".split()  # noqa: SIM905
_VOWELS = "a e i o u ai ea ee ia io ou".split()  # noqa: SIM905
_ENDS = "n l r s th m tt nd x ck lle ne son ton ley ford".split()  # noqa: SIM905

Places = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def everybody(seed: int = 3) -> tuple[list[str], list[str]]:
    """Return 1,000 forenames and 200 surnames: Northmoor's own, and more that sound like names."""
    rng = Random(seed)
    first = [name for t in TRADITIONS for name in (*t.female, *t.male) if name.isascii()]
    last = [name for t in TRADITIONS for name in t.surnames if name.isascii()]
    return _filled(first, _FORENAMES, rng), _filled(last, _SURNAMES, rng)


def _filled(names: list[str], size: int, rng: Random) -> list[str]:
    made = dict.fromkeys(names)
    while len(made) < size:
        parts = [rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.choice((1, 1, 2)))]
        made["".join(parts).capitalize() + rng.choice(_ENDS)] = None
    return list(made)[:size]


def measure() -> list[dict[str, Any]]:
    """Return what is told by each font, layout and tool."""
    first, last = everybody()
    told = []
    for font in FONTS:
        widths = np.add.outer(
            [pdfmetrics.stringWidth(name + " ", font, _SIZE) for name in first],
            [pdfmetrics.stringWidth(name, font, _SIZE) for name in last],
        ).ravel()
        sample = _sample(widths)
        names = [f"{first[n // len(last)]} {last[n % len(last)]}" for n in sample]
        for layout in LAYOUTS:
            paper = Paper(_set(names, font, layout), tuple(names))
            for tool, (places, blur) in _released(paper).items():
                found = _bits(widths, widths[sample], places, blur)
                told.append({"font": font, "layout": layout, "tool": tool, **found})
    return told


def _sample(widths: Places) -> list[int]:
    """Choose names from the narrowest to the widest, evenly."""
    order = np.argsort(widths, kind="stable")
    places = np.linspace(0, len(order) - 1, _SAMPLE).astype(int)
    return [int(order[place]) for place in places]


def _set(names: list[str], font: str, layout: str) -> bytes:
    """Return a page for each name; of the last two layouts only the name's line is set so."""
    rng = Random(5)
    other = [" ".join(rng.choice(WORDS) for _ in range(11)) for _ in range(4)]
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=_PAGE, invariant=1)
    for name in names:
        text = canvas.beginText(_LEFT, _PAGE[1] - _TOP)
        text.setFont(font, _SIZE, leading=_LEADING)
        named = f"{_BEFORE} {name} {_AFTER}"
        for line in (*other[:2], named, *other[2:]):
            free = _ROOM - pdfmetrics.stringWidth(line, font, _SIZE)
            share = {"centred": 0.5, "flush right": 1.0}.get(layout, 0.0) if line == named else 0.0
            if layout == "justified":
                text.setWordSpace(free / line.count(" "))
            text.setXPos(share * free)
            text.textLine(line)
            text.setXPos(-share * free)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _released(paper: Paper) -> dict[str, tuple[Places, float]]:
    """Return, by tool, where the words that stay stand on each page, and how exactly one can tell.

    Each page's name is a term of that page alone: names of others may be parts of it.
    """
    document = read_document(paper.pdf)
    areas = []
    for number, name in enumerate(paper.terms, start=1):
        areas += [area for area in found(document, [name])[0] if area.page == number]
    burned = burn(document.pdf, areas)
    prove(burned.pdf, document.pdf, areas, [], len(areas))
    if burned.pictures:
        raise SystemExit("pages became pictures; their widths are those of the picture")
    files = laid_down(paper, "widths")
    peers(files)
    return {
        "muniment": (_places(burned.pdf), _EXACT),
        "pymupdf": (_places(files.result("peer").read_bytes()), _EXACT),
        "picture": (_in_pixels(paper, areas), 72 / _DPI / 2),
    }


def _places(pdf: bytes) -> Places:
    """Return where every letter that stays on the sentence's line stands, page by page."""
    rows, letters = [], len((_BEFORE + _AFTER).replace(" ", ""))
    for page in pypdfium2.PdfDocument(pdf):
        read = glyphs(page)
        rows.append(
            sorted(
                box[0]
                for letter, box in zip(read.text, read.boxes, strict=True)
                if box is not None
                and not letter.isspace()
                and abs((box[1] + box[3]) / 2 - _MIDDLE) < _LEADING / 3
            )
        )
    if odd := [len(row) for row in rows if len(row) != letters]:
        raise SystemExit(f"{len(odd)} of {len(rows)} lines do not have the letters that stay")
    return np.array(rows)


def _in_pixels(paper: Paper, areas: list[Any]) -> Places:
    """Return where the ink around the box begins and ends, in a picture with the box painted on."""
    rows = []
    for page, area in zip(pypdfium2.PdfDocument(paper.pdf), areas, strict=True):
        drawn = np.asarray(page.render(scale=_DPI / 72, grayscale=True).to_pil().convert("L"))
        x0, y0, x1, y1 = (edge * _DPI / 72 for edge in area.box)
        inked = np.flatnonzero((drawn[int(y0) : int(y1) + 1] < 160).any(axis=0))
        before, after = inked[inked < x0], inked[inked > x1]
        rows.append([before[-1], after[0], after[-1]])
    return np.array(rows) * 72 / _DPI


def _bits(widths: Places, sampled: Places, places: Places, blur: float) -> dict[str, float]:
    """Return how many of the names would look like each of the sample, and the bits that tells.

    `widths` are everybody's, `sampled` the sample's, in whose order the rows of `places` stand.
    """
    order = np.argsort(sampled, kind="stable")
    as_if = np.stack(
        [np.interp(widths, sampled[order], column[order]) for column in places.T], axis=1
    )
    candidates = np.array([(np.abs(as_if - row).max(axis=1) <= blur).sum() for row in places])
    bits = np.log2(len(widths) / candidates)
    between = (sampled[order][1:] + sampled[order][:-1]) / 2
    stands_for = np.zeros(len(sampled))
    stands_for[order] = np.bincount(np.searchsorted(between, widths), minlength=len(sampled))
    return {
        "names": len(widths),
        "candidates_median": int(np.median(candidates)),
        "candidates_5th_percentile": int(np.percentile(candidates, 5)),
        "bits": round(float(np.average(bits, weights=stands_for)), 3),
        "most_bits": round(float(bits.max()), 1),
        "told_wholly": int(stands_for[bits > np.log2(len(widths)) - 1].sum()),
    }
