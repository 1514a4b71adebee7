"""Type 3 fonts (ISO 32000-1 §9.6.5) made anew, with the procedures of used letters alone.

A procedure is content like a page's and could draw, name or say anything. So each is written anew
from paths, plain colours and pictures; letters are called by their number, and what draws far out
of its letter's place is `Doubt`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from recordkeeping.disclosure.findings import Box
from redaction.areas import around
from redaction.burn.matrix import IDENTITY, Matrix, at, landed, times
from redaction.burn.resources import Resources
from redaction.burn.typefaces import Doubt, Typeface

_POINTS = {"m": 2, "l": 2, "c": 6, "v": 4, "y": 4, "re": 4}
_NUMBERS = {
    **_POINTS, "h": 0, "w": 1, "J": 1, "j": 1, "M": 1, "i": 1, "cm": 6, "q": 0, "Q": 0,
    "W": 0, "W*": 0, "n": 0, "S": 0, "s": 0, "f": 0, "F": 0, "f*": 0, "B": 0, "B*": 0, "b": 0,
    "b*": 0,
}  # fmt: skip
_COLOURS = {"g": 1, "G": 1, "rg": 3, "RG": 3, "k": 4, "K": 4}
_BEGINNINGS = {"d0": 2, "d1": 6}
_HIGHEST, _LOWEST, _BESIDE = 1.4, -0.7, 0.7  # em: how far ink may reach out of a letter's cell
_MOST = 20_000  # instructions of one letter


def remade_drawn(
    made: Pdf, face: Typeface, resources: Resources, to_unicode: Callable[[Typeface, int], bytes]
) -> Object:
    """Return a Type 3 font for the codes that are used, or raise `Doubt`."""
    font, used = face.font, sorted(face.used)
    names: set[str] = set()
    procedures = Dictionary()
    differences = Array()
    for code in sorted(used, key=face.new_code):
        given = _procedure_of(face, code)
        procedure = _Procedure(face, code, resources)
        drawn = "0 0 d0" if given is None else procedure.written(given)
        names |= procedure.names
        new = face.new_code(code)
        procedures[f"/g{new}"] = made.make_stream(drawn.encode("ascii"))
        differences.append(new)
        differences.append(Name(f"/g{new}"))
    widths = {face.new_code(code): _given_width(face, code) for code in used}
    first, last = (min(widths), max(widths)) if used else (0, 0)
    return made.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=Array([_number(edge) for edge in font["/FontBBox"]]),
            FontMatrix=Array([_number(part, 8) for part in font["/FontMatrix"]]),
            FirstChar=first,
            LastChar=last,
            Widths=Array([widths.get(code, 0) for code in range(first, last + 1)]),
            Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
            CharProcs=procedures,
            Resources=resources.used(names, {}),
            ToUnicode=made.make_stream(to_unicode(face, 2)),
        )
    )


def _procedure_of(face: Typeface, code: int) -> Object | None:
    name = face.names[code]
    found = face.font["/CharProcs"].get(f"/{name}") if name else None
    return found if isinstance(found, pikepdf.Stream) else None


def _given_width(face: Typeface, code: int) -> object:
    return _number(face.width(code) / (1000 * face.scale[0]))


class _Procedure:
    """Writes one procedure anew."""

    def __init__(self, face: Typeface, code: int, resources: Resources) -> None:
        self.face, self.code, self.of = face, code, resources
        self.given = face.font.get("/Resources", Dictionary())
        self.names: set[str] = set()
        self.ctm: Matrix = IDENTITY
        self.stack: list[Matrix] = []
        self.ink: list[Box] = []
        self.coloured = False

    def written(self, procedure: Object) -> str:
        """Return its instructions, or raise `Doubt`."""
        try:
            instructions = [
                (str(one.operator), list(one.operands))
                for one in pikepdf.parse_content_stream(procedure)
            ]
            if not 0 < len(instructions) <= _MOST:
                raise Doubt("a letter whose drawing cannot be followed")
            lines = list(self._lines(instructions))
        except (pikepdf.PdfError, IndexError, TypeError, ValueError, KeyError, AttributeError):
            raise Doubt("a letter whose drawing is damaged") from None
        self._must_stay_in_place()
        return "\n".join(lines)

    def _lines(self, instructions: Sequence[tuple[str, list[Object]]]) -> Iterator[str]:
        first, operands = instructions[0]
        if first not in _BEGINNINGS:
            raise Doubt("a letter whose drawing cannot be followed")
        self.coloured = first == "d0"
        yield self._plain(first, _BEGINNINGS[first], operands)
        for name, given in instructions[1:]:
            yield self._line(name, given)
        yield from ["Q"] * len(self.stack)

    def _line(self, name: str, operands: list[Object]) -> str:
        if name in ("Do", "gs"):
            return self._named(name, str(operands[0]))
        if name == "d":
            dashes = " ".join(_n(float(value)) for value in operands[0])
            return f"[{dashes}] {_n(float(operands[1]))} d"
        if name in _COLOURS and self.coloured:
            return self._plain(name, _COLOURS[name], operands)
        if name not in _NUMBERS:
            raise Doubt("a letter whose drawing cannot be followed")
        numbers = tuple(float(operand) for operand in operands)
        if name in _POINTS:
            self._reach(name, numbers)
        self._state(name, numbers)
        return self._plain(name, _NUMBERS[name], operands)

    def _state(self, name: str, numbers: tuple[float, ...]) -> None:
        if name == "q":
            self.stack.append(self.ctm)
        elif name == "Q":
            self.ctm = self.stack.pop()
        elif name == "cm":
            a, b, c, d, e, f = numbers
            self.ctm = times((a, b, c, d, e, f), self.ctm)

    def _reach(self, name: str, numbers: tuple[float, ...]) -> None:
        if name == "re":
            x, y, wide, high = numbers
            self.ink.append(landed(self.ctm, (x, y, x + wide, y + high)))
            return
        for n in range(0, len(numbers), 2):
            x, y = at(self.ctm, numbers[n], numbers[n + 1])
            self.ink.append((x, y, x, y))

    def _named(self, name: str, called: str) -> str:
        if name == "gs":
            ours, _ = self.of.state(self.given["/ExtGState"][called])
        else:
            image = self.given["/XObject"][called]
            if image.get("/Subtype") != Name.Image:
                raise Doubt("a letter whose drawing cannot be followed")
            ours = self.of.picture(image)
            self.ink.append(landed(self.ctm, (0.0, 0.0, 1.0, 1.0)))
        self.names.add(ours)
        return f"/{ours} {name}"

    def _plain(self, name: str, count: int, operands: Sequence[Object]) -> str:
        if len(operands) != count:
            raise Doubt("a letter whose drawing is damaged")
        return " ".join([*(_n(float(operand)) for operand in operands), name])

    def _must_stay_in_place(self) -> None:
        """Raise `Doubt` where ink is far from where the letter stands: a box would not take it."""
        if not self.ink:
            return
        x0, y0, x1, y1 = around(self.ink)
        across, down = self.face.scale
        low, high = sorted((y0 * down, y1 * down))
        left, right = x0 * across, x1 * across
        width = self.face.width(self.code) / 1000
        if low < _LOWEST or high > _HIGHEST or left < -_BESIDE or right > width + _BESIDE:
            raise Doubt("a letter that is drawn far out of its place")


def _n(number: float) -> str:
    if not math.isfinite(number) or abs(number) > 1e6:
        raise Doubt("a number that is out of bounds")
    text = f"{number:.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _number(value: object, places: int = 4) -> object:
    number = float(value)  # type: ignore[arg-type]
    return int(number) if number.is_integer() else round(number, places)
