"""What a cell shows, as its reader saw it: dates, money and numbers in their own dress."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock

_ZEROS = re.compile(r"[0 ()/+-]*0[0 ()/+-]*")
_MONEY = re.compile(r"[£$€]")
_CODES = re.compile("(?:_x[0-9A-Fa-f]{4}_)+")
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


def is_unseen(form: str, colour: Any) -> bool:
    """Say whether a cell's form shows nothing (";;;"), or its letters are white."""
    if form.strip() == ";;;":
        return True
    rgb = getattr(colour, "rgb", None)
    if isinstance(rgb, str) and rgb[-6:].upper() == "FFFFFF":
        return True
    return getattr(colour, "type", None) == "theme" and getattr(colour, "theme", None) == 0
