"""Content streams of a page form: without marked content, inline pictures and hidden layers.

Marked content goes because `/ActualText` would tell readers other words than those on the page;
the words it told are kept aside. A stream that has none of these stays byte for byte. Forms that
are changed are copied, never changed where they lie: another page may use them otherwise.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.pdf.layers import Layers
from redaction.formats.pdf.spoken import is_joined

MOST_CONTENT = 64 * 2**20  # bytes of one stream, unpacked
_CANNOT_SWELL = 200_000  # deflate packs a thousand to one at most
_DEEPEST_FORM = 36  # pdfium draws no more than forty
_MOST_DRAWN_FORMS = 200_000
_MOST_CELLS = 1_000_000  # of a pattern, over a page: a dot for each of its points
_LOSSLESS = pikepdf.StreamDecodeLevel.specialized  # run lengths too
PICTURED, VEILED, DRAWN, SPOKEN = "pictured", "veiled", "drawn", "spoken"
_UNSEEN, _INLINE = re.compile(rb"\b[37]\s+Tr\b"), re.compile(rb"\bBI\b")
_TO_LOOK_AT = re.compile(rb"\b(?:BMC|BDC|EMC|MP|DP|BI)\b")
_DRAWN = re.compile(rb"/([^\s/<>\[\](){}%]+)\s+Do\b")
_MARKS = frozenset(["BMC", "BDC", "EMC", "MP", "DP"])
_PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"])
_KINDS = ("/Font", "/XObject", "/ExtGState", "/ColorSpace", "/Pattern", "/Shading")
_TOLD = ("/ActualText", "/Alt", "/E")
_Instruction = Any  # operands and operator: pikepdf's own types differ by what they hold
_FORM_KEYS = {"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Group", "/Resources"}
_TILE_KEYS = {
    "/Type", "/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep", "/Matrix",
    "/Resources",
}  # fmt: skip


class Cleaner:
    """Cleans the streams of one file, each once."""

    def __init__(self, pdf: Pdf, layers: Layers, *, speaking: bool = False) -> None:
        """Clean a file; `speaking` leaves what its marks say of the letters that they enclose."""
        self.pdf, self.layers, self._speaking = pdf, layers, speaking
        self.told: list[str] = []  # by marked content
        self.hid = self.hid_picture = False
        self.lost_picture = False
        self.traits: set[str] = set()  # of the page: whether it holds pictures, and unseen letters
        self._traits: dict[tuple[object, ...], set[str]] = {}
        self._forms: dict[tuple[object, ...], Object] = {}
        self._open: set[tuple[int, int]] = set()
        self._area = 0.0  # of the page, in its own units
        self._drawn: dict[tuple[int, int], int] = {}  # how many forms a form draws in all

    def page(self, page: Object, resources: Object, area: float) -> None:
        """Clean a page's content and what it uses; `area` is in its own square units."""
        self._area = area
        self.told, self.hid, self.hid_picture, self.lost_picture = [], False, False, False
        self.traits = set()
        raw = contents(page)
        kept = self._resources(resources, 0)
        self._count(raw, kept)
        self._note(raw)
        cleaned = self._content(raw, resources, kept)
        if cleaned is not raw or not isinstance(page.get("/Contents"), pikepdf.Stream):
            page.Contents = self.pdf.make_stream(cleaned)
        page.Resources = kept

    # --- what a stream uses

    def _resources(self, given: Object, depth: int) -> Object:
        """Return new resources, with cleaned forms, patterns and masks in them."""
        kept = Dictionary()
        for kind in _KINDS:
            held = given.get(kind)
            if isinstance(held, Dictionary):
                kept[kind] = held
        for kind, clean in (
            ("/XObject", self._drawable),
            ("/Pattern", self._pattern),
            ("/ExtGState", self._state),
            ("/Font", self._font),
        ):
            if kind in kept:
                made = Dictionary()
                for name, thing in kept[kind].items():
                    if isinstance(thing, Dictionary | pikepdf.Stream):
                        made[name] = clean(thing, given, depth)
                kept[kind] = made
        return kept

    def _drawable(self, thing: Object, inherited: Object, depth: int) -> Object:
        if not isinstance(thing, pikepdf.Stream):
            return self._nothing()
        is_form = thing.get("/Subtype") == Name.Form
        if not self.layers.shows(thing.get("/OC")):
            self.hid = True
            self.hid_picture |= not is_form
            return self._nothing()
        if not is_form:
            self.traits.add(PICTURED)
            return thing
        return self._form(thing, inherited, depth, _FORM_KEYS)

    def _pattern(self, thing: Object, inherited: Object, depth: int) -> Object:
        if not isinstance(thing, pikepdf.Stream):
            return thing
        if self._area > _MOST_CELLS * _cell(thing):
            raise Refused("is filled with more specks than can be drawn")
        return self._form(thing, inherited, depth, _TILE_KEYS)

    def _state(self, thing: Object, inherited: Object, depth: int) -> Object:
        mask = thing.get("/SMask")
        if not isinstance(mask, Dictionary) or not isinstance(mask.get("/G"), pikepdf.Stream):
            return thing
        made, masked = as_new(thing), as_new(mask)
        masked.G = self._form(mask.G, inherited, depth, _FORM_KEYS)
        made.SMask = masked
        return made

    def _font(self, thing: Object, inherited: Object, depth: int) -> Object:
        """Clean the procedures of a Type 3 font (§9.6.5); other fonts stay."""
        if thing.get("/Subtype") != Name.Type3:
            return thing
        self.traits.add(DRAWN)
        procedures = thing.get("/CharProcs")
        key = ("font", thing.objgen, None if "/Resources" in thing else inherited.objgen)
        if key in self._forms and thing.is_indirect:
            return self._forms[key]
        if thing.objgen in self._open or not isinstance(procedures, Dictionary):
            return thing
        self._open.add(thing.objgen)
        given = thing.get("/Resources")
        given = given if isinstance(given, Dictionary) else inherited
        outer, self.traits = self.traits, set()
        made, kept = as_new(thing), self._resources(given, depth + 1)
        made.CharProcs = Dictionary()
        for name, procedure in procedures.items():
            if isinstance(procedure, pikepdf.Stream):
                cleaned = self._content(unpacked(procedure), given, kept)
                made.CharProcs[name] = self.pdf.make_stream(cleaned)
        made.Resources = kept
        self.traits = outer
        self._open.discard(thing.objgen)
        self._forms[key] = made = self.pdf.make_indirect(made)
        return made

    def _form(self, form: Object, inherited: Object, depth: int, keys: set[str]) -> Object:
        if depth >= _DEEPEST_FORM:
            raise Refused("is nested too deeply to be read")
        own = form.get("/Resources")
        own = own if isinstance(own, Dictionary) else None
        key = (form.objgen, None if own is not None else inherited.objgen)
        if form.is_indirect and key in self._forms:
            self.traits |= self._traits[key]
            return self._forms[key]
        if form.objgen in self._open:  # a form that draws itself is drawn by nobody
            return self._nothing()
        self._open.add(form.objgen)
        given = own if own is not None else inherited
        outer, self.traits = self.traits, set()
        raw = unpacked(form)
        self._note(raw)
        kept = self._resources(given, depth + 1)
        made = self.pdf.make_stream(self._content(raw, given, kept))
        for name in keys & set(form.keys()):
            made[name] = form[name]
        made.Resources = kept
        self._open.discard(form.objgen)
        self._drawn[made.objgen] = self._count(raw, kept)
        self._forms[key], self._traits[key] = made, self.traits
        self.traits = outer | self.traits
        return made

    def _note(self, raw: bytes) -> None:
        if _UNSEEN.search(raw):
            self.traits.add(VEILED)
        if _INLINE.search(raw):
            self.traits.add(PICTURED)

    def _count(self, raw: bytes, kept: Object) -> int:
        """Count the forms drawn in all: ten in each of ten in each of ten would never end."""
        drawn, held = 1, kept.get("/XObject", Dictionary())
        for name in _DRAWN.findall(raw):
            form = held.get("/" + name.decode("latin-1"))
            drawn += self._drawn.get(form.objgen, 1) if form is not None else 1
        if drawn > _MOST_DRAWN_FORMS:
            raise Refused("draws more than can be followed")
        return drawn

    def _nothing(self) -> Object:
        made = self.pdf.make_stream(b"")
        made.Type, made.Subtype, made.BBox = Name.XObject, Name.Form, Array([0, 0, 1, 1])
        return made

    # --- instructions

    def _content(self, raw: bytes, resources: Object, kept: Object) -> bytes:
        """Return instructions without marks, inline pictures and hidden layers."""
        if not _TO_LOOK_AT.search(raw):
            return raw
        instructions = _parsed(self.pdf, raw)
        out: list[_Instruction] = []
        marks: list[tuple[bool, bool]] = []  # of each open one, whether it hides, and speaks
        hiding = 0
        properties = resources.get("/Properties")
        for instruction in instructions:
            name = str(instruction.operator)
            if name in _MARKS:
                if name == "EMC":
                    hides, speaks = marks.pop() if marks else (False, False)
                    hiding -= hides
                    if speaks:
                        out.append(([], Operator("EMC")))
                    continue
                hides, said = self._marked(list(instruction.operands), properties)
                if name[0] == "B":
                    speaks = self._speaking and bool(said) and not hiding and not hides
                    marks.append((hides, speaks))
                    hiding += hides
                    if speaks:
                        mark = Dictionary(ActualText=pikepdf.String(said))
                        out.append(([Name.Span, mark], Operator("BDC")))
                continue
            if hiding:
                self.hid = True
                self.hid_picture |= name in ("INLINE IMAGE", "Do")
                out += _unseen(name, instruction)
            elif name == "INLINE IMAGE":
                out += self._outlined(instruction, resources, kept)
            else:
                out.append((instruction.operands, instruction.operator))
        return pikepdf.unparse_content_stream(out)

    def _marked(self, operands: list[Object], properties: Object | None) -> tuple[bool, str]:
        """Keep aside what a mark tells; say whether it hides what it encloses, or how it reads."""
        told = operands[1] if len(operands) > 1 else None
        if isinstance(told, Name):
            told = properties.get(str(told)) if isinstance(properties, Dictionary) else None
        if not isinstance(told, Dictionary):
            return False, ""
        said = told.get("/ActualText")
        reads = str(said) if isinstance(said, pikepdf.String) else ""
        if is_joined(reads):
            self.traits.add(SPOKEN)
        self.told += [str(told[key]) for key in _TOLD if isinstance(told.get(key), pikepdf.String)]
        return operands[0] == Name.OC and not self.layers.shows(told), reads

    def _outlined(
        self, instruction: pikepdf.ContentStreamInstruction, resources: Object, kept: Object
    ) -> Iterable[_Instruction]:
        """Return an inline picture as one with a name of its own."""
        try:
            image = _as_picture(self.pdf, instruction.operands[0], resources)
        # The last is what pikepdf raises for pictures of a kind that it does not know.
        except (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError, IndexError,
                NotImplementedError):  # fmt: skip
            self.lost_picture = True
            return
        if "/XObject" not in kept:
            kept.XObject = Dictionary()
        number = len(kept.XObject.keys())
        while f"/Inline{number}" in kept.XObject:
            number += 1
        kept.XObject[f"/Inline{number}"] = image
        yield ([Name(f"/Inline{number}")], Operator("Do"))


def _unseen(name: str, instruction: pikepdf.ContentStreamInstruction) -> Iterable[_Instruction]:
    """Return what is left of an instruction in a hidden layer: what changes the state."""
    operands = list(instruction.operands) if name != "INLINE IMAGE" else []
    match name:
        case "Tj" | "TJ" | "Do" | "sh" | "INLINE IMAGE":
            return
        case "'":
            yield ([], Operator("T*"))
        case '"':
            yield (operands[:1], Operator("Tw"))
            yield (operands[1:2], Operator("Tc"))
            yield ([], Operator("T*"))
        case _ if name in _PAINTS:
            yield ([], Operator("n"))
        case _:
            yield (operands, instruction.operator)


_IMAGE_KEYS = {
    "/BitsPerComponent", "/ColorSpace", "/Decode", "/DecodeParms", "/Filter", "/Height",
    "/ImageMask", "/Interpolate", "/Width", "/Intent",
}  # fmt: skip


def _as_picture(pdf: Pdf, inline: Any, resources: Object) -> Object:
    """Return an inline picture as a picture object (§8.9.7); short names have become long ones."""
    made = pikepdf.Stream(pdf, inline.read_raw_bytes())
    made.Type, made.Subtype = Name.XObject, Name.Image
    for key, value in inline.obj.items():
        if key in _IMAGE_KEYS:
            made[key] = value
    spaces, space = resources.get("/ColorSpace"), made.get("/ColorSpace")
    if isinstance(space, Name) and isinstance(spaces, Dictionary) and str(space) in spaces:
        made.ColorSpace = spaces[str(space)]
    if int(made.Width) < 1 or int(made.Height) < 1:
        raise ValueError
    return pdf.make_indirect(made)


# --- letters that are drawn with neither ink nor outline


def take_out_unseen(pdf: Pdf, page: Object) -> None:
    """Take the letters of text rendering mode 3 out of a page: an older reading of a scan."""
    resources = page.Resources
    raw, kept = _without_unseen(pdf, contents(page), resources, 0, 0)
    page.Contents, page.Resources = pdf.make_stream(raw), kept


def _without_unseen(
    pdf: Pdf, raw: bytes, resources: Object, mode: int, depth: int
) -> tuple[bytes, Object]:
    out: list[_Instruction] = []
    outer: list[int] = []
    kept = as_new(resources)
    held = kept.get("/XObject")
    forms = kept.XObject = as_new(held) if isinstance(held, Dictionary) else Dictionary()
    for instruction in _parsed(pdf, raw):
        name = str(instruction.operator)
        match name:
            case "q":
                outer.append(mode)
            case "Q":
                mode = outer.pop() if outer else mode
            case "Tr":
                mode = int(instruction.operands[0])
            case "Do" if depth < _DEEPEST_FORM:
                drawn = str(instruction.operands[0])
                form = forms.get(drawn)
                if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == Name.Form:
                    forms[drawn] = _form_without_unseen(pdf, form, kept, mode, depth)
        if mode == 3 and name in ("Tj", "TJ", "'", '"'):
            out += _unseen(name, instruction)
        else:
            out.append((instruction.operands, instruction.operator))
    return pikepdf.unparse_content_stream(out), kept


def _form_without_unseen(pdf: Pdf, form: Object, outer: Object, mode: int, depth: int) -> Object:
    given = form.get("/Resources", outer)
    raw, kept = _without_unseen(pdf, unpacked(form), given, mode, depth + 1)
    made = pdf.make_stream(raw)
    for name in _FORM_KEYS & set(form.keys()):
        made[name] = form[name]
    made.Resources = kept
    return made


def _cell(tile: Object) -> float:
    """Return how much of a page one cell of a pattern takes, in square points (§8.7.3.1)."""
    try:
        a, b, c, d, *_ = (float(value) for value in tile.get("/Matrix", (1, 0, 0, 1, 0, 0)))
        return abs(float(tile.XStep) * float(tile.YStep) * (a * d - b * c))
    except (AttributeError, KeyError, TypeError, ValueError):
        return 1.0


def _parsed(pdf: Pdf, raw: bytes) -> Sequence[Any]:
    try:
        return pikepdf.parse_content_stream(pdf.make_stream(raw))
    except (pikepdf.PdfError, pikepdf.models.PdfParsingError, TypeError, ValueError):
        raise Refused("is damaged: its content cannot be read") from None


# --- bytes


def contents(page: Object) -> bytes:
    """Return a page's content in one piece; a part that is not there is left out."""
    given = page.get("/Contents")
    if isinstance(given, pikepdf.Stream):
        return unpacked(given)
    if not isinstance(given, Array):
        return b""
    return b"\n".join(unpacked(part) for part in given if isinstance(part, pikepdf.Stream))


def unpacked(stream: Object) -> bytes:
    """Return the bytes of a stream, or refuse one that is damaged or swells without end."""
    try:
        _refuse_a_bomb(stream)
        return stream.read_bytes(_LOSSLESS)
    except pikepdf.PdfError:
        raise Refused("is damaged: its content cannot be read") from None


def as_new(held: Object) -> Dictionary:
    """Return a dictionary with the same entries, to be changed without changing the other."""
    return Dictionary({key: value for key, value in held.items()})  # noqa: C416 - no Mapping


def _refuse_a_bomb(stream: Object) -> None:
    """Refuse a stream that swells beyond bounds; of the packings that are read, deflate can."""
    filters = stream.get("/Filter")
    names = [str(f) for f in filters] if isinstance(filters, Array) else [str(filters)]
    flates = names.count("/FlateDecode") + names.count("/Fl")
    raw = stream.read_raw_bytes()
    if flates == 0 or (flates == 1 and len(raw) < _CANNOT_SWELL):
        return
    with Pdf.new() as apart:
        for name in names:
            if name not in ("/FlateDecode", "/Fl"):
                raw = pikepdf.Stream(apart, raw, Filter=Name(name)).read_bytes(_LOSSLESS)
                continue
            try:
                raw = zlib.decompressobj().decompress(raw, MOST_CONTENT + 1)
            except zlib.error:
                return  # mended, or told, by who reads it
            if len(raw) > MOST_CONTENT:
                raise Refused("swells beyond all measure when it is unpacked")
