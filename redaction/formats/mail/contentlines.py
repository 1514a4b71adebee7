"""The lines of calendars and address cards (RFC 5545, 3.1; RFC 6350, 3.3; vCard 2.1).

A line that is not understood is handed on as it stands: none is lost.
"""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.text import decode_as

_MOST_LINES = 200_000
_NAME = re.compile(r"(?:([A-Za-z0-9-]+)\.)?([A-Za-z0-9-]+)(?=[;:])")
_PARAMETER = re.compile(
    r';\s*([A-Za-z0-9-]+)(?:=((?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*))?'
)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_VALUES_OF_21 = {"quoted-printable", "base64", "b", "8bit", "7bit"}


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name in capitals, its parameters by name in capitals, its value.

    `value` is as it stands in the file, escapes and all, but without its transfer encoding.
    """

    name: str
    parameters: dict[str, list[str]]
    value: str = field(repr=False)
    raw: str = field(repr=False)
    group: str = ""
    binary: bytes | None = field(default=None, repr=False)

    def first(self, parameter: str) -> str:
        """Return the first value of a parameter, or nothing."""
        return next(iter(self.parameters.get(parameter, [])), "")

    @property
    def text(self) -> str:
        """The value as words, without the escapes of the format."""
        return unescaped(self.value)

    def parts(self, separator: str = ";") -> list[str]:
        """Return the fields of a structured value, as words."""
        return [unescaped(p) for p in re.split(rf"(?<!\\){separator}", self.value)]


def unescaped(value: str) -> str:
    """Return a value without the escapes of the format."""
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value)


def content_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a file, unfolded, in their order."""
    unfolded = re.sub(r"\r\n|\r", "\n", text)
    lines = re.sub(r"\n[ \t]", "", unfolded).split("\n")
    if len(lines) > _MOST_LINES:
        raise Refused("the file has too many lines to be read; part it, and add each part")
    at = 0
    while at < len(lines):
        raw = lines[at]
        at += 1
        # vCard 2.1 goes on after "=" at a line's end instead of folding.
        while "QUOTED-PRINTABLE" in raw.upper() and raw.endswith("=") and at < len(lines):
            raw = raw[:-1] + lines[at]
            at += 1
        if raw.strip():
            yield _line(raw)


def _line(raw: str) -> Line:
    named = _NAME.match(raw)
    if not named:
        return Line("", {}, raw, raw)
    at = named.end()
    parameters: dict[str, list[str]] = {}
    while found := _PARAMETER.match(raw, at):
        at = found.end()
        name, values = found[1].upper(), found[2]
        if values is None:  # vCard 2.1: "TEL;HOME;CELL:"
            name, values = ("ENCODING" if name.lower() in _VALUES_OF_21 else "TYPE"), found[1]
        pieces = [v.strip('"') for v in re.findall(r'"[^"]*"|[^,]+', values)]
        parameters.setdefault(name, []).extend(pieces)
    if raw[at : at + 1] != ":":
        return Line("", {}, raw, raw)
    value, binary = raw[at + 1 :], None
    match next(iter(parameters.get("ENCODING", [])), "").lower():
        case "quoted-printable":
            charset = next(iter(parameters.get("CHARSET", [])), None)
            value = decode_as(quopri.decodestring(value.encode()), charset)[0]
        case "base64" | "b":
            binary = unpacked(value)
    return Line(named[2].upper(), parameters, value, raw, named[1] or "", binary)


def unpacked(words: str) -> bytes | None:
    """Return what base64 holds, whatever stands between its letters; None where it is none."""
    try:
        return base64.b64decode(re.sub(r"[^A-Za-z0-9+/]", "", words) + "===")
    except (binascii.Error, ValueError):
        return None
