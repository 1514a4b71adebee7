"""Names in which OCR takes letters for others, on clean scans: how many stay to be seen.

Twelve pages (four faces in 150, 200 and 300 dots an inch), each with the same names and numbers on
36 lines. One *stays* where nine tenths of its ink is as dark in the release as it was.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import numpy as np
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.detect import areas_of, detect
from redaction.reading import read_document
from redaction.removing import remove
from redaction.terms import TermDetector

_FACES = (
    "dejavu/DejaVuSans.ttf",
    "liberation/LiberationSans-Regular.ttf",
    "liberation/LiberationSerif-Regular.ttf",
    "crosextra/Carlito-Regular.ttf",
)
_DOTS = 150, 200, 300
_NAMES = (
    "Dean Marsh", "Zephyrine Quaxley", "Iolanthe Gill", "Jill Illingworth", "Rhys O'Reilly",
    "Qasim Iqbal", "Mary-Jane Lill", "Gwyn Pugh", "Siobh\u00e1n N\u00ed Bhriain",
    "Ana\u00efs Lef\u00e8vre", "Tariq Farooq", "Corin Comer", "Burn Bum", "Kiln Clough",
    "Vivian Wynn", "Ilse Ill", "Joaqu\u00edn Yag\u00fce", "Quy Nguyen", "Craig Gregg", "Morna Moma",
    "Zo\u00eb Bj\u00f8rk", "\u0141ukasz \u017bak", "Bolaji Ojo", "Ngozi Agbaje", "Paige Quigg",
    "zq@example.org", "tariq.f@example.org", "paige.q@example.org", "jo.iqbal@example.org",
    "lil1@example.org", "01632 960 777", "01632 960181", "943 476 5919", "NM1 2AB",
    "14 Coble Lane", "AB 12 34 56 C",
)  # fmt: skip
_POINTS, _LEADING = 11, 1.9
_DARK, _STILL_DARK, _WHOLE = 100, 140, 0.9

_Place = tuple[int, int, int, int]


def measure() -> dict[str, Any]:
    """Return how many names there are, how many stay, and how many scans are refused."""
    names = stay = refused = 0
    for face in _FACES:
        for dots in _DOTS:
            scan, places = _page(face, dots)
            released = _released(scan, dots)
            if released is None:
                refused += 1
                continue
            names += len(places)
            stay += sum(_stays(scan, released, place) for place in places)
    return {"names": names, "stay": stay, "scans": len(_FACES) * len(_DOTS), "refused": refused}


def _page(face: str, dots: int) -> tuple[Image.Image, list[_Place]]:
    page = Image.new("L", (round(8.27 * dots), round(11.69 * dots)), 255)
    size = round(_POINTS * dots / 72)
    font = ImageFont.truetype(f"/usr/share/fonts/truetype/{face}", size)
    draw = ImageDraw.Draw(page)
    places = []
    for number, (before, name) in enumerate(_lines()):
        x, y = dots // 2, round(dots / 2 + number * size * _LEADING)
        draw.text((x, y), f"{before}{name} and had no answer.", 0, font)
        left = x + draw.textlength(before, font)
        right = left + draw.textlength(name, font)
        places.append((round(left), y, round(right), round(y + 1.3 * size)))
    return page, places


def _lines() -> Iterator[tuple[str, str]]:
    for number, name in enumerate(_NAMES, start=3):
        yield f"On the {number} May we wrote to ", name


def _released(scan: Image.Image, dots: int) -> Image.Image | None:
    """Return the scan as it is released, in as many pixels, or None where it is refused."""
    out = io.BytesIO()
    scan.save(out, "PNG", dpi=(dots, dots))
    try:
        document = read_document(out.getvalue())
        findings = detect(document, Roster(""), [TermDetector(_NAMES)])
        areas = areas_of(findings, {}, "another person")
        proven = remove(document.pdf, areas, _NAMES, len(findings))
    except (Refused, Unproven):
        return None
    page = pypdfium2.PdfDocument(proven.pdf)[0]
    drawn: Image.Image = page.render(scale=scan.width / page.get_width()).to_pil()
    return drawn.convert("L")


def _stays(scan: Image.Image, released: Image.Image, place: _Place) -> bool:
    ink = np.asarray(scan.crop(place)) < _DARK
    left = np.asarray(released.crop(place)) < _STILL_DARK
    return bool(left[ink].mean() > _WHOLE)
