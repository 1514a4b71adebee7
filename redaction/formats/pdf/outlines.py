"""Annotations without an appearance, drawn as plainly as a viewer would draw them.

Words that somebody wrote on a page (§12.5.6.6), and marks over it: lines, boxes, ink, highlights.
"""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from redaction.fonts import SANS, width_of

_SIZE = re.compile(r"([\d.]+)\s+Tf")
_FLAT = {"/Highlight", "/Underline", "/StrikeOut", "/Squiggly"}
_MOST_LINES = 500


def drawn_plainly(pdf: Pdf, note: Object) -> Object | None:
    """Return a form for an annotation that has none, or None for a kind that leaves no mark."""
    kind = str(note.get("/Subtype", ""))
    if kind == "/FreeText":
        return _words(pdf, note)
    lines = _marks(kind, note)
    if not lines:
        return None
    ink = _colour(note, "/C") or "0 0 0"
    width = _width(note)
    setting = f"{ink} RG {ink} rg {width:g} w"
    state = Dictionary(
        Type=Name.ExtGState, BM=Name.Multiply if kind == "/Highlight" else Name.Normal
    )
    form = pdf.make_stream("\n".join(["/State gs", setting, *lines]).encode())
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, note.Rect
    form.Resources = Dictionary(ExtGState=Dictionary(State=state))
    return form


def _marks(kind: str, note: Object) -> list[str]:
    x0, y0, x1, y1 = (float(edge) for edge in note.Rect)
    match kind:
        case "/Square":
            inner = _colour(note, "/IC")
            fill = [f"{inner} rg {x0} {y0} {x1 - x0} {y1 - y0} re f"] if inner else []
            return [*fill, f"{x0} {y0} {x1 - x0} {y1 - y0} re S"]
        case "/Circle":
            return [_ellipse(x0, y0, x1, y1)]
        case "/Line":
            a, b, c, d = (float(v) for v in note.L)
            return [f"{a} {b} m {c} {d} l S"]
        case "/Ink":
            return [_line(stroke, close=False) for stroke in note.InkList]
        case "/PolyLine" | "/Polygon":
            return [_line(note.Vertices, close=kind == "/Polygon")]
        case _ if kind in _FLAT:
            given = [float(v) for v in note.QuadPoints]
            quads = [given[n : n + 8] for n in range(0, len(given) - 7, 8)]
            return [_flat(kind, quad) for quad in quads]
        case _:
            return []


def _flat(kind: str, quad: list[float]) -> str:
    xs, ys = quad[0::2], quad[1::2]
    left, right, low, high = min(xs), max(xs), min(ys), max(ys)
    if kind == "/Highlight":
        return f"{left} {low} {right - left} {high - low} re f"
    at = (low + high) / 2 if kind == "/StrikeOut" else low + 1
    return f"{left} {at} m {right} {at} l S"


def _line(points: Object, *, close: bool) -> str:
    numbers = [float(v) for v in points]
    pairs = list(zip(numbers[0::2], numbers[1::2], strict=False))
    drawn = " ".join(f"{x} {y} {'l' if n else 'm'}" for n, (x, y) in enumerate(pairs))
    return f"{drawn} {'h ' if close else ''}S" if pairs else ""


def _ellipse(x0: float, y0: float, x1: float, y1: float) -> str:
    mx, my, bend = (x0 + x1) / 2, (y0 + y1) / 2, 0.5523
    dx, dy = (x1 - x0) / 2 * bend, (y1 - y0) / 2 * bend
    return (
        f"{x0} {my} m {x0} {my + dy} {mx - dx} {y1} {mx} {y1} c "
        f"{mx + dx} {y1} {x1} {my + dy} {x1} {my} c {x1} {my - dy} {mx + dx} {y0} {mx} {y0} c "
        f"{mx - dx} {y0} {x0} {my - dy} {x0} {my} c S"
    )


def _words(pdf: Pdf, note: Object) -> Object | None:
    """Set the words of a text box in Helvetica; letters that it lacks become question marks."""
    text = (
        str(note.get("/Contents", "")) if isinstance(note.get("/Contents"), pikepdf.String) else ""
    )
    if not text.strip():
        return None
    x0, y0, x1, y1 = (float(edge) for edge in note.Rect)
    given = _SIZE.search(str(note.get("/DA", "")))
    size = min(72.0, max(4.0, float(given[1]) if given and float(given[1]) else 10.0))
    lines = [part for line in text.splitlines() for part in _broken(line, size, abs(x1 - x0))]
    shown = [
        "BT",
        f"/F {size:g} Tf 0 g",
        f"{min(x0, x1) + 2} {max(y0, y1) - size} Td",
        f"{size * 1.15:g} TL",
    ]
    for line in lines[:_MOST_LINES]:
        coded = line.encode("cp1252", "replace").hex()
        shown.append(f"<{coded}> Tj T*")
    form = pdf.make_stream("\n".join([*shown, "ET"]).encode())
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, note.Rect
    form.Resources = Dictionary(Font=Dictionary(F=font))
    return form


def _broken(line: str, size: float, width: float) -> list[str]:
    lines, now = [], ""
    for word in line.split(" "):
        longer = f"{now} {word}" if now else word
        if now and width_of(longer, SANS, size) > width:
            lines.append(now)
            now = word
        else:
            now = longer
    return [*lines, now]


def _colour(note: Object, key: str) -> str | None:
    """Return a colour as red, green and blue."""
    given = note.get(key)
    parts = [float(v) for v in given] if isinstance(given, Array) else []
    match len(parts):
        case 1:
            parts = parts * 3
        case 4:
            cyan, magenta, yellow, black = parts
            parts = [(1 - ink) * (1 - black) for ink in (cyan, magenta, yellow)]
    return " ".join(f"{part:g}" for part in parts) if len(parts) == 3 else None


def _width(note: Object) -> float:
    style = note.get("/BS")
    return float(style.get("/W", 1)) if isinstance(style, Dictionary) else 1.0
