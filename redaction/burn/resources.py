"""What a rewritten page may use: each thing made anew from keys that a rule names.

Nothing is carried over because it was there. Names become ours (F1, I1 …), colours with profiles
become plain device colours, pictures keep their pixels and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from recordkeeping.disclosure.findings import Box
from redaction.burn.images import Images
from redaction.burn.renumbering import is_renumbered
from redaction.burn.typefaces import Doubt, Typeface
from redaction.burn.unseen import Unseen

_DEVICE = {
    "/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4,
    "/G": 1, "/RGB": 3, "/CMYK": 4,
}  # fmt: skip
_OF_COMPONENTS = {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}
_STATE_NUMBERS = ("/CA", "/ca", "/LW", "/LC", "/LJ", "/ML")
_STATE_FLAGS = ("/AIS", "/SA", "/OP", "/op")
_BLENDS = {
    "/Normal", "/Compatible", "/Multiply", "/Screen", "/Overlay", "/Darken", "/Lighten",
    "/ColorDodge", "/ColorBurn", "/HardLight", "/SoftLight", "/Difference", "/Exclusion",
}  # fmt: skip
_SPOTS = {"/All", "/None", "/Black", "/Cyan", "/Magenta", "/Yellow"}
_FUNCTION_NUMBERS = (
    "/Domain", "/Range", "/C0", "/C1", "/Bounds", "/Encode", "/Decode", "/Size",
)  # fmt: skip
_CALCULATOR = re.compile(
    rb"[\s{}]|-?\d*\.?\d+|abs|add|and|atan|bitshift|ceiling|copy|cos|cvi|cvr|div|dup|eq|exch|exp"
    rb"|false|floor|ge|gt|idiv|ifelse|if|index|le|ln|log|lt|mod|mul|neg|ne|not|or|pop|roll|round"
    rb"|sin|sqrt|sub|true|truncate|xor"
)


class Resources:
    """Everything that the rewritten pages of one document use."""

    def __init__(self, made: Pdf) -> None:
        """Begin with nothing."""
        self.made = made
        self.faces: dict[str, Typeface] = {}
        self._names: dict[tuple[object, ...], str] = {}
        self._objects: dict[str, Object] = {}
        self._images = Images(made, self.space)

    def face(self, font: Object) -> tuple[str, Typeface]:
        """Return our name for a font, and the font as the interpreter needs it."""
        key = ("F", _identity(font))
        if key not in self._names:
            face = Typeface(font)
            face.renumbers = is_renumbered(face)
            self._names[key] = name = f"F{len(self.faces) + 1}"
            self.faces[name] = face
        name = self._names[key]
        return name, self.faces[name]

    def state(self, given: Object) -> tuple[str, Object]:
        """Return our name for a graphics state, and what it sets."""
        return self._keep("G", given, lambda: _state(given))

    def colours(self, given: Object) -> str:
        """Return our name for a colour space, or that of a device's."""
        plain = self.space(given)
        if isinstance(plain, Name):
            return str(plain)[1:]
        return self._keep("C", given, lambda: plain)[0]

    def picture(self, given: Object, gone: Sequence[Box] = (), unseen: Unseen | None = None) -> str:
        """Return our name for a picture; what loses the same of one picture is one object.

        `gone` are boxes, and `unseen` what hides a part of it: see `Images.remade`.
        """
        return self._keep(
            "I", given, lambda: self._images.remade(given, gone, unseen), (tuple(gone), unseen)
        )[0]

    def used(self, names: Iterable[str], fonts: Mapping[str, Object]) -> Dictionary:
        """Return the resources of one page: what its content names, and nothing else."""
        kinds = {"F": "/Font", "I": "/XObject", "G": "/ExtGState", "C": "/ColorSpace"}
        out = Dictionary()
        for name in sorted(set(names)):
            kind = kinds[name[0]]
            if kind not in out:
                out[kind] = Dictionary()
            out[kind][f"/{name}"] = fonts[name] if kind == "/Font" else self._objects[name]
        return out

    def _keep(
        self, letter: str, given: Object, make: object, changed: object = None
    ) -> tuple[str, Object]:
        key = (letter, _identity(given), changed)
        if key not in self._names:
            name = f"{letter}{len(self._objects) + 1}"
            self._objects[name] = make()  # type: ignore[operator]
            self._names[key] = name
        name = self._names[key]
        return name, self._objects[name]

    def space(self, given: Object) -> Object:
        """Return a colour space made of what a rule names."""
        if isinstance(given, Name):
            components = _DEVICE.get(str(given))
            if components is None:
                raise Doubt("a colour space that cannot be rewritten")
            return _OF_COMPONENTS[components]
        if not isinstance(given, Array) or len(given) == 0:
            raise Doubt("a colour space that cannot be rewritten")
        match str(given[0]):
            case "/ICCBased":
                return _OF_COMPONENTS[_components(given[1])]
            case "/CalGray":
                return Name.DeviceGray
            case "/CalRGB":
                return Name.DeviceRGB
            case "/Indexed" | "/I":
                return self._indexed(given)
            case "/Separation":
                colorant = str(given[1])
                spot = Name(colorant if colorant in _SPOTS else "/Spot")
                return Array(
                    [Name.Separation, spot, self.space(given[2]), self._function(given[3], 0)]
                )
            case name if name in _DEVICE:
                return _OF_COMPONENTS[_DEVICE[name]]
            case _:
                raise Doubt("a colour space that cannot be rewritten")

    def _indexed(self, given: Object) -> Object:
        base = self.space(given[1])
        if not isinstance(base, Name):
            raise Doubt("a colour space that cannot be rewritten")
        width = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}[str(base)]
        highest = int(given[2])
        table = given[3]
        raw = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
        wanted = width * (highest + 1)
        if not 0 <= highest <= 255 or len(raw) < wanted:
            raise Doubt("a colour table that is damaged")
        return Array([Name.Indexed, base, highest, self.made.make_stream(raw[:wanted])])

    def _function(self, given: Object, depth: int) -> Object:
        kind = int(given.get("/FunctionType", -1))
        if depth > 4 or kind not in (0, 2, 3, 4):
            raise Doubt("a colour function that cannot be rewritten")
        out = Dictionary(FunctionType=kind)
        for key in _FUNCTION_NUMBERS:
            if key in given:
                out[key] = Array([_number(value) for value in given[key]])
        if kind == 2:
            out["/N"] = _number(given["/N"])
        if kind == 3:
            out["/Functions"] = Array([self._function(f, depth + 1) for f in given["/Functions"]])
        if kind in (2, 3):
            return self.made.make_indirect(out)
        raw = given.read_bytes()
        if kind == 4 and _CALCULATOR.sub(b"", raw):
            raise Doubt("a colour function that cannot be rewritten")
        stream = self.made.make_stream(raw)
        for key, value in out.items():
            stream[key] = value
        if kind == 0:
            stream["/BitsPerSample"] = int(given["/BitsPerSample"])
        return stream


def _components(profile: Object) -> int:
    count = int(profile.get("/N", 0))
    if count not in _OF_COMPONENTS:
        raise Doubt("a colour space that cannot be rewritten")
    return count


def _state(given: Object) -> Object:
    out = Dictionary(Type=Name.ExtGState)
    mask = given.get("/SMask")
    if (mask is not None and mask != Name("/None")) or "/Font" in given:
        raise Doubt("a graphics state that cannot be rewritten")
    for key in _STATE_NUMBERS:
        if key in given:
            out[key] = _number(given[key])
    for key in _STATE_FLAGS:
        if key in given:
            out[key] = bool(given[key])
    blend = given.get("/BM")
    if isinstance(blend, Array):
        blend = blend[0] if len(blend) else None
    if blend is not None:
        if str(blend) not in _BLENDS:
            raise Doubt("a graphics state that cannot be rewritten")
        out["/BM"] = Name(str(blend))
    return out


def _number(value: object) -> object:
    number = float(value)  # type: ignore[arg-type]
    return int(number) if number.is_integer() else round(number, 6)


def _identity(given: Object) -> object:
    return given.objgen if given.is_indirect else given.unparse()
