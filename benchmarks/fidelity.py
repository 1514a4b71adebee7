"""What is lost besides what was to go: words, and the look of the page outside the boxes."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw

from benchmarks.running import Files
from redaction.areas import Area

_DPI = 100
_WORD = re.compile(r"\w+")  # a full stop may follow a name or the word before it
_WINDOW = 7
_MOST_PAGES = 40
# Points around a box that belong to it: its rim, and neighbours that touch it.
_RIM = np.array((-2.0, -2.0, 2.0, 2.0))
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2

Picture = np.ndarray[tuple[int, ...], np.dtype[np.float64]]


def words_lost(files: Files, side: str) -> dict[str, Any]:
    """Count the words outside the removed terms that poppler reads before and not after.

    Pages that became pictures, of which one image covers the whole, are left out.
    """
    before, after = _pages(files.source), _pages(files.result(side))
    pictures = _as_pictures(files.result(side))
    term = re.compile("|".join(map(_pattern, files.terms)), re.IGNORECASE)
    wanted = lost = 0
    for number, (old, new) in enumerate(zip(before, after, strict=True), start=1):
        if number not in pictures:
            stay = Counter(_WORD.findall(term.sub(" ", old)))
            wanted += stay.total()
            lost += (stay - Counter(_WORD.findall(new))).total()
    return {"words": wanted, "lost": lost, "share": round(lost / wanted, 6) if wanted else None}


def _pattern(term: str) -> str:
    """Return what finds a term across lines, which break at white space and after hyphens."""
    return r"\s+".join(re.escape(word).replace("\\-", r"-\s*") for word in term.split())


def _as_pictures(path: Path) -> set[int]:
    return {
        number
        for number, page in enumerate(pypdfium2.PdfDocument(path), start=1)
        for drawn in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE], max_depth=1)
        if (drawn.get_bounds()[2] - drawn.get_bounds()[0]) > 0.95 * page.get_width()
    }


def _pages(path: Path) -> list[str]:
    command = ["pdftotext", "-raw", str(path), "-"]
    run = subprocess.run(command, capture_output=True, check=True)
    return run.stdout.decode().split("\f")[:-1]


def likeness(files: Files, side: str, areas: list[Area]) -> dict[str, float]:
    """Return the mean structural similarity of pages outside their boxes, at 100 dpi in grey.

    Words on a line that was set again stand elsewhere on purpose: `outside_lines` leaves out the
    whole of each line with a box, `outside_boxes` the boxes as they are painted or were decided.
    """
    old, new = pypdfium2.PdfDocument(files.source), pypdfium2.PdfDocument(files.result(side))
    lines, boxes = [], []
    for number in sorted({area.page for area in areas})[:_MOST_PAGES]:
        one, two = _drawn(old[number - 1]), _drawn(new[number - 1])
        here = [area.box for area in areas if area.page == number]
        wide = np.array([(0.0, y0, 1e4, y1) for _, y0, _, y1 in here])
        map_ = _similarity(one, two)
        boxes.append(_mean_outside(map_, np.array(here), two))
        lines.append(_mean_outside(map_, wide, two))
    return {
        "pages": len(lines),
        "outside_lines": round(float(np.mean(lines)), 5),
        "outside_boxes": round(float(np.mean(boxes)), 5),
    }


def _drawn(page: pypdfium2.PdfPage) -> Picture:
    bitmap = page.render(scale=_DPI / 72, grayscale=True)
    return np.asarray(bitmap.to_pil().convert("L"), dtype=np.float64)


def _mean_outside(similarity: Picture, boxes: Picture, drawn: Picture) -> float:
    outside = np.ones(drawn.shape, bool)
    for x0, y0, x1, y1 in (boxes + _RIM) * _DPI / 72:
        outside[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1] = False
    # A window counts when all of it is outside.
    whole = _means(outside.astype(np.float64)) > 1 - 1e-9
    return float(similarity[whole].mean()) if whole.any() else 1.0


def _similarity(a: Picture, b: Picture) -> Picture:
    """Return the structural similarity (Wang et al. 2004) in windows of seven pixels."""
    mean_a, mean_b = _means(a), _means(b)
    unbiased = _WINDOW**2 / (_WINDOW**2 - 1)
    var_a = unbiased * (_means(a * a) - mean_a**2)
    var_b = unbiased * (_means(b * b) - mean_b**2)
    both = unbiased * (_means(a * b) - mean_a * mean_b)
    made: Picture = ((2 * mean_a * mean_b + _C1) * (2 * both + _C2)) / (
        (mean_a**2 + mean_b**2 + _C1) * (var_a + var_b + _C2)
    )
    return made


def _means(picture: Picture) -> Picture:
    sums = np.zeros((picture.shape[0] + 1, picture.shape[1] + 1))
    sums[1:, 1:] = picture.cumsum(0).cumsum(1)
    n = _WINDOW
    made: Picture = (sums[n:, n:] - sums[:-n, n:] - sums[n:, :-n] + sums[:-n, :-n]) / n**2
    return made
