"""What a cell shows, as its reader saw it: dates, money and numbers in their own dress."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.colors import COLOR_INDEX

_ZEROS = re.compile(r"[0 ()/+-]*0[0 ()/+-]*")
_MONEY = re.compile(r"[£$€]")
_CODES = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")
_LIGHT, _MOST_TINT = (0, 2), 0.25
_DARK = 190  # of 255, as eyes weigh colours: white letters can be read on it
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]')


def as_shown(value: Any, form: str) -> str:
    """Return a value as it is read on a screen; where its form is unusual, in full."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case dt.datetime():
            if value.time() == dt.time(0) and "h" not in form.lower():
                return f"{value:%d/%m/%Y}"
            return f"{value:%d/%m/%Y %H:%M}" + (f":{value:%S}" if value.second else "")
        case dt.date():
            return f"{value:%d/%m/%Y}"
        case dt.time():
            return f"{value:%H:%M}" + (f":{value:%S}" if value.second else "")
        case int() | float():
            return _number(value, form)
        case _:
            return str(value)


def unescaped(text: str) -> str:
    """Return words of a workbook with letters for their codes, _x0041_ (ISO 29500-1 §22.9.2.19)."""
    if "_x" not in text:
        return text
    return _CODES.sub(_meant, text).replace("\r\n", "\n").replace("\r", "\n")


def _meant(codes: re.Match[str]) -> str:
    units = bytes.fromhex(codes[0].replace("_x", "").replace("_", ""))
    return units.decode("utf-16-be", "replace")


def written_out(value: CellRichText) -> str:
    """Return the words of a cell of several looks; what is struck out in them is called so."""
    return "".join(
        f"[struck out: {part}]" if isinstance(part, TextBlock) and part.font.strike else str(part)
        for part in value
    )


def _number(value: float, form: str) -> str:
    plain = f"{value:.15g}"
    first = _QUOTED.sub(lambda m: m[1] or m[2] or m[3] or "", form.split(";")[0])
    if first.rstrip().endswith("%"):
        return f"{value * 100:.10g}%"
    if _ZEROS.fullmatch(first) and float(value).is_integer() and value >= 0 and "0" in first:
        return _padded(str(int(value)), first)
    if (money := _MONEY.search(first)) and "0" in first:
        return f"{'-' if value < 0 else ''}{money[0]}{abs(value):,.2f}"
    return plain


def _padded(digits: str, form: str) -> str:
    """Return digits in the places that a form has for them: a telephone number, a case number."""
    out: list[str] = []
    left = list(digits)
    for sign in reversed(form):
        out.append((left.pop() if left else "0") if sign == "0" else sign)
    return "".join(left) + "".join(reversed(out))


def is_unseen(form: str, colour: Any, fill: Any) -> bool:
    """Say whether a cell's form shows nothing (";;;"), or its letters are white on pale.

    Headings are often white on a dark fill: everybody sees those.
    """
    return form.strip() == ";;;" or (_is_white(colour) and not _is_dark(fill))


def _is_white(colour: Any) -> bool:
    rgb = getattr(colour, "rgb", None)
    if isinstance(rgb, str) and rgb[-6:].upper() == "FFFFFF":
        return True
    return getattr(colour, "type", None) == "theme" and getattr(colour, "theme", None) == 0


def _is_dark(fill: Any) -> bool:
    """Say whether a cell is filled with one plain colour on which white letters stand out."""
    if getattr(fill, "fill_type", None) != "solid":
        return False
    colour = fill.fgColor
    if colour.type == "theme":  # its first and third are the light grounds (ISO 29500-1 §18.8.3)
        return colour.theme not in _LIGHT and abs(colour.tint) <= _MOST_TINT
    rgb = COLOR_INDEX[colour.indexed] if colour.type == "indexed" and colour.indexed < 64 else None
    rgb = colour.rgb if colour.type == "rgb" else rgb
    if not isinstance(rgb, str) or not re.fullmatch("[0-9A-Fa-f]{8}", rgb):
        return False
    red, green, blue = (int(rgb[at : at + 2], 16) for at in (2, 4, 6))
    return 0.299 * red + 0.587 * green + 0.114 * blue <= _DARK
