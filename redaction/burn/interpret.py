"""A page's content as marks: strings that are shown, paths, pictures, and what sets the stage.

Forms are unfolded where they are used, so that a page is one sequence of marks and a form that
three pages share is changed on none but the one. Marked content is left out. Positions come with
each mark; what cannot be followed for certain is `Doubt`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pikepdf
from pikepdf import Dictionary, Name, Object

from recordkeeping.disclosure.findings import Box
from redaction.areas import around
from redaction.burn.matrix import IDENTITY, Matrix, bounds, landed, times
from redaction.burn.resources import Resources
from redaction.burn.typefaces import Doubt, Typeface

_DEEPEST = 36
_MOST_MARKS = 400_000
_STAGE = frozenset(["w", "J", "j", "M", "d", "i", "g", "G", "rg", "RG", "k", "K"])
_INTENTS = {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"}
_PAINTS = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n"])
_ALONE = {"B": ("f", "S"), "B*": ("f*", "S"), "b": ("f", "s"), "b*": ("f*", "s")}
"""The fill and the line that these paint together."""
_SEEN = 1 / 255  # of opacity: less is no shade
_SHAPES = frozenset(["m", "l", "c", "v", "y", "h", "re"])
_LAYER = re.compile(r"/(Read|Other)\d+")
_IGNORED = frozenset(["BMC", "BDC", "EMC", "MP", "DP", "BX", "EX"])


@dataclass(slots=True)
class Set:
    """An instruction that sets the stage, as it stands in the output."""

    operands: Sequence[object]
    operator: str


@dataclass(slots=True)
class Show:
    """A string as it is shown. `parts` are strings and, between them, steps back in thousandths."""

    name: str
    face: Typeface
    size: float
    tm: Matrix
    stage: Matrix  # from user space, as it is there, to display space
    ctm: Matrix
    char_space: float
    word_space: float
    stretch: float  # of 1
    rise: float
    mode: int
    parts: list[bytes | float]
    width: float  # in text space
    box: Box  # in display space
    layer: str  # "read": laid unseen over a picture
    fill: float | None  # how light the ink is, of 1; None: not known
    solid: bool  # nothing shows through
    clip: Box | None  # what lies around all that shows, as displayed


@dataclass(slots=True)
class Subpath:
    """A piece of a path: its instructions, where it lies, and whether it is a line or rectangle."""

    drawn: list[tuple[str, tuple[float, ...]]]
    box: Box
    simple: bool
    pieces: int
    upright: bool = False  # a rectangle that is one as displayed


@dataclass(slots=True)
class Path:
    """A path and what is done with it."""

    subpaths: list[Subpath]
    stage: Matrix  # from user space, as it is there, to display space
    width: float  # of its lines, in user space; 0 where they are dashed
    clips: str  # "", "W" or "W*"
    paint: str
    fill: float | None
    solid: bool
    clip: Box | None
    plain_clip: bool  # the clip is all that its box holds


@dataclass(slots=True)
class Picture:
    """A picture's place: the unit square under `stage`."""

    given: Object
    stage: Matrix
    box: Box
    solid: bool
    clip: Box | None
    plain_clip: bool

    @property
    def upright(self) -> bool:
        """Say whether the picture fills its box."""
        a, b, c, d, _, _ = self.stage
        return abs(b) + abs(c) < 1e-6 or abs(a) + abs(d) < 1e-6


Mark = Set | Show | Path | Picture


@dataclass(slots=True)
class _State:
    ctm: Matrix = IDENTITY
    font: str = ""
    face: Typeface | None = None
    size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    mode: int = 0
    alpha: bool = False
    opacity: tuple[float, float] = (1.0, 1.0)  # of fills and of lines
    blend: bool = False
    layer: str = ""
    space: str = "/DeviceGray"
    fill: float | None = 0.0
    width: float = 1.0
    dashed: bool = False
    clip: Box | None = None
    plain_clip: bool = True

    @property
    def solid(self) -> bool:
        return not self.alpha and not self.blend


@dataclass(slots=True)
class Interpreter:
    """Follows one page."""

    resources: Resources
    display: Matrix
    marks: list[Mark] = field(default_factory=list)
    others: list[Show] = field(default_factory=list)  # of a second reading: never released
    _groups: bool = False
    _blends: bool = False

    def page(self, page: pikepdf.Page) -> list[Mark]:
        """Return the marks of a page, or raise `Doubt`."""
        self._run(page, page.obj.get("/Resources", Dictionary()), _State(), 0)
        if self._groups and self._blends:
            raise Doubt("groups of marks that are blended")
        return self.marks

    def _run(
        self, stream: pikepdf.Page | Object, resources: Object, state: _State, depth: int
    ) -> None:
        _Stream(self, resources, state, depth).follow(_instructions(stream))

    def add(self, mark: Mark) -> None:
        """Add a mark."""
        self.marks.append(mark)
        if len(self.marks) > _MOST_MARKS:
            raise Doubt("more marks than can be followed")


class _Stream:
    """Follows one content stream: the page's, or a form's."""

    def __init__(self, of: Interpreter, resources: Object, state: _State, depth: int) -> None:
        self.of, self.resources, self.state, self.depth = of, resources, state, depth
        self.stack: list[_State] = []
        self.tm: Matrix | None = None
        self.line: Matrix = IDENTITY
        self.subpaths: list[Subpath] = []
        self.clip = ""

    def follow(self, instructions: Sequence[tuple[list[Object], str]]) -> None:
        """Follow every instruction; what was left open is closed."""
        for operands, name in instructions:
            try:
                self._do(name, operands)
            except (IndexError, TypeError, ValueError, KeyError, AttributeError, ZeroDivisionError):
                raise Doubt("an instruction that is damaged") from None
        if self.tm is not None:
            self.of.add(Set((), "ET"))
        for _ in self.stack:
            self.of.add(Set((), "Q"))

    def _do(self, name: str, operands: list[Object]) -> None:
        handler = _HANDLERS.get(name)
        if handler is not None:
            handler(self, operands)
        elif name in _STAGE:
            plain = _plain(operands)
            if name in ("g", "rg", "k"):
                self.state.fill, self.state.space = _lightness(plain), ""
            elif name == "w":
                self.state.width = _number(plain[0])
            elif name == "d":
                self.state.dashed = bool(plain[0])
            self.of.add(Set(plain, name))
        elif name in _SHAPES:
            self._shape(name, tuple(float(o) for o in operands))
        elif name in _PAINTS:
            self._paint(name)
        elif name not in _IGNORED:
            raise Doubt("an instruction that nobody knows")

    # --- the stage

    def _save(self, _: list[Object]) -> None:
        self._outside_text()
        self.stack.append(replace(self.state))
        self.of.add(Set((), "q"))

    def _restore(self, _: list[Object]) -> None:
        self._outside_text()
        if self.stack:  # one too many is ignored by every viewer
            self.state = self.stack.pop()
            self.of.add(Set((), "Q"))

    def _concat(self, operands: list[Object]) -> None:
        self._outside_text()
        if self.subpaths:
            raise Doubt("a path that moves while it is drawn")
        matrix = _matrix(operands)
        self.state.ctm = times(matrix, self.state.ctm)
        self.of.add(Set(matrix, "cm"))

    def _intent(self, operands: list[Object]) -> None:
        if str(operands[0]) in _INTENTS:
            self.of.add(Set((Name(str(operands[0])),), "ri"))

    def _graphics_state(self, operands: list[Object]) -> None:
        name, state = self.of.resources.state(self._resource("/ExtGState", operands))
        if "/BM" in state:
            self.state.blend = str(state["/BM"]) not in ("/Normal", "/Compatible")
            self.of._blends = self.of._blends or self.state.blend
        if any(float(state.get(key, 1)) < 1 for key in ("/CA", "/ca")):
            self.state.alpha = True
        elif "/CA" in state or "/ca" in state:
            self.state.alpha = False
        self.state.width = float(state.get("/LW", self.state.width))
        fills, lines = self.state.opacity
        self.state.opacity = float(state.get("/ca", fills)), float(state.get("/CA", lines))
        self.of.add(Set((Name(f"/{name}"),), "gs"))

    def _colour_space(self, operands: list[Object], operator: str) -> None:
        given: Object = operands[0]
        spaces = self.resources.get("/ColorSpace", Dictionary())
        if str(given) in spaces:
            given = spaces[str(given)]
        name = self.of.resources.colours(given)
        if operator == "cs":
            self.state.space = name
            self.state.fill = 0.0 if name in ("DeviceGray", "DeviceRGB") else None
        self.of.add(Set((Name(f"/{name}"),), operator))

    def _colour(self, operands: list[Object], operator: str) -> None:
        if operands and isinstance(operands[-1], Name):
            raise Doubt("a patterned fill")
        plain = _plain(operands)
        if operator in ("sc", "scn"):
            device = self.state.space.startswith("Device")
            self.state.fill = _lightness(plain) if device else None
        self.of.add(Set(plain, operator))

    def _resource(self, kind: str, operands: list[Object]) -> Object:
        found: Object = self.resources[kind][str(operands[0])]
        return found

    # --- paths

    def _shape(self, name: str, numbers: tuple[float, ...]) -> None:
        self._outside_text()
        if name == "re":
            x, y, w, h = numbers
            box = landed(self._stage(), (x, y, x + w, y + h))
            a, b, c, d, _, _ = self._stage()
            upright = abs(b) + abs(c) < 1e-6 or abs(a) + abs(d) < 1e-6
            self.subpaths.append(Subpath([(name, numbers)], box, True, 4, upright))
            return
        if name == "m":
            self.subpaths.append(
                Subpath([(name, numbers)], bounds(self._stage(), [_pair(numbers)]), True, 0)
            )
            return
        if not self.subpaths:
            raise Doubt("a path without a beginning")
        current = self.subpaths[-1]
        if current.drawn[-1][0] in ("h", "re") and name != "h":
            raise Doubt("a path without a beginning")
        current.drawn.append((name, numbers))
        if name == "h":
            return
        points = [_pair(numbers[n : n + 2]) for n in range(0, len(numbers), 2)]
        reach = bounds(self._stage(), points)
        current.box = (
            min(current.box[0], reach[0]),
            min(current.box[1], reach[1]),
            max(current.box[2], reach[2]),
            max(current.box[3], reach[3]),
        )
        current.pieces += 1
        current.simple = current.simple and name == "l" and current.pieces <= 1

    def _clipped(self, _: list[Object], rule: str) -> None:
        self.clip = rule

    def _paint(self, name: str) -> None:
        self._outside_text()
        state = self.state
        name = _as_seen(name, state.opacity)
        if self.subpaths:
            self.of.add(
                Path(
                    self.subpaths, self._stage(), 0.0 if state.dashed else state.width, self.clip,
                    name,
                    state.fill, state.solid, state.clip, state.plain_clip,
                )
            )  # fmt: skip
            if self.clip:
                plain = len(self.subpaths) == 1 and self.subpaths[0].upright
                self._narrow(state, around([piece.box for piece in self.subpaths]), plain=plain)
        self.subpaths, self.clip = [], ""

    def _narrow(self, state: _State, box: Box, *, plain: bool) -> None:
        """Note that from here on nothing shows outside a box."""
        state.plain_clip = state.plain_clip and plain
        if state.clip is not None:
            box = (
                max(box[0], state.clip[0]),
                max(box[1], state.clip[1]),
                min(box[2], state.clip[2]),
                min(box[3], state.clip[3]),
            )
        state.clip = box

    # --- pictures and forms

    def _draw(self, operands: list[Object]) -> None:
        self._outside_text()
        given = self._resource("/XObject", operands)
        kind = str(given.get("/Subtype"))
        if kind == "/Image":
            stage = self._stage()
            box, state = landed(stage, (0.0, 0.0, 1.0, 1.0)), self.state
            if state.opacity[0] < _SEEN:
                return
            self.of.add(Picture(given, stage, box, state.solid, state.clip, state.plain_clip))
            return
        if kind != "/Form" or self.depth >= _DEEPEST:
            raise Doubt("a form that cannot be followed")
        if "/Group" in given:
            if self.state.alpha:
                raise Doubt("groups of marks that are blended")
            self.of._groups = True
        matrix = _matrix(list(given.get("/Matrix", IDENTITY)))
        x0, y0, x1, y1 = (float(edge) for edge in given["/BBox"])
        self.of.add(Set((), "q"))
        self.of.add(Set(matrix, "cm"))
        edges = (min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        self.of.add(Set(edges, "re"))
        self.of.add(Set((), "W"))
        self.of.add(Set((), "n"))
        inner = replace(self.state, ctm=times(matrix, self.state.ctm))
        a, b, c, d, _, _ = stage = times(inner.ctm, self.of.display)
        upright = abs(b) + abs(c) < 1e-6 or abs(a) + abs(d) < 1e-6
        self._narrow(inner, landed(stage, (x0, y0, x1, y1)), plain=upright)
        resources = given.get("/Resources", self.resources)
        self.of._run(given, resources, inner, self.depth + 1)
        self.of.add(Set((), "Q"))

    def _inline(self, _: list[Object]) -> None:
        raise Doubt("a picture inside the content")

    # --- text

    def _begin(self, _: list[Object]) -> None:
        if self.tm is not None:
            raise Doubt("text inside text")
        self.tm = self.line = IDENTITY
        self.of.add(Set((), "BT"))

    def _end(self, _: list[Object]) -> None:
        if self.tm is None:
            return
        self.tm = None
        self.of.add(Set((), "ET"))

    def _font(self, operands: list[Object]) -> None:
        self.state.font, self.state.face = self.of.resources.face(self._resource("/Font", operands))
        self.state.size = float(operands[1])
        named = _LAYER.fullmatch(str(operands[0]))
        self.state.layer = named[1].lower() if named else ""

    def _spacing(self, operands: list[Object], what: str) -> None:
        setattr(self.state, what, float(operands[0]))

    def _stretched(self, operands: list[Object]) -> None:
        self.state.stretch = float(operands[0]) / 100

    def _mode(self, operands: list[Object]) -> None:
        self.state.mode = int(operands[0])
        if not 0 <= self.state.mode <= 7:
            raise Doubt("a way of drawing letters that nobody knows")

    def _move(self, operands: list[Object]) -> None:
        x, y = float(operands[0]), float(operands[1])
        self.line = self.tm = times((1.0, 0.0, 0.0, 1.0, x, y), self.line)

    def _move_and_lead(self, operands: list[Object]) -> None:
        self.state.leading = -float(operands[1])
        self._move(operands)

    def _place(self, operands: list[Object]) -> None:
        self.line = self.tm = _matrix(operands)

    def _next_line(self, _: list[Object]) -> None:
        self.line = self.tm = times((1.0, 0.0, 0.0, 1.0, 0.0, -self.state.leading), self.line)

    def _show(self, operands: list[Object]) -> None:
        self._shown([bytes(operands[0])])

    def _show_next(self, operands: list[Object]) -> None:
        self._next_line([])
        self._shown([bytes(operands[0])])

    def _show_spaced(self, operands: list[Object]) -> None:
        self.state.word_space, self.state.char_space = float(operands[0]), float(operands[1])
        self._next_line([])
        self._shown([bytes(operands[2])])

    def _show_parts(self, operands: list[Object]) -> None:
        parts: list[bytes | float] = []
        for part in operands[0]:
            parts.append(bytes(part) if isinstance(part, pikepdf.String) else float(part))
        self._shown(parts)

    def _shown(self, parts: list[bytes | float]) -> None:
        state = self.state
        if state.face is None:
            raise Doubt("letters without a font")
        if self.tm is None:
            raise Doubt("letters outside of text")
        tm = self.tm
        width = 0.0
        for part in parts:
            if isinstance(part, bytes):
                wide, codes, spaces = state.face.advance(part)
                width += wide / 1000 * state.size
                width += codes * state.char_space + spaces * state.word_space
            else:
                width -= part / 1000 * state.size
        width *= state.stretch
        stage = self._stage()
        whole = times(tm, stage)
        reach = state.face.ascent * state.size + state.rise
        depth = state.face.descent * state.size + state.rise
        show = Show(
            name=state.font,
            face=state.face,
            size=state.size,
            tm=tm,
            stage=stage,
            ctm=state.ctm,
            char_space=state.char_space,
            word_space=state.word_space,
            stretch=state.stretch,
            rise=state.rise,
            mode=3 if state.layer else state.mode,
            parts=parts,
            width=width,
            box=landed(whole, (min(0.0, width), depth, max(0.0, width), reach)),
            layer=state.layer,
            fill=state.fill,
            solid=state.solid,
            clip=state.clip,
        )
        if state.layer == "other":  # a second reading is searched, never released
            self.of.others.append(show)
        else:
            self.of.add(show)
        self.tm = times((1.0, 0.0, 0.0, 1.0, width, 0.0), tm)

    def _stage(self) -> Matrix:
        return times(self.state.ctm, self.of.display)

    def _outside_text(self) -> None:
        if self.tm is not None:
            raise Doubt("drawing inside text")


_HANDLERS = {
    "q": _Stream._save,
    "Q": _Stream._restore,
    "cm": _Stream._concat,
    "ri": _Stream._intent,
    "gs": _Stream._graphics_state,
    "cs": lambda s, o: s._colour_space(o, "cs"),
    "CS": lambda s, o: s._colour_space(o, "CS"),
    "sc": lambda s, o: s._colour(o, "sc"),
    "SC": lambda s, o: s._colour(o, "SC"),
    "scn": lambda s, o: s._colour(o, "scn"),
    "SCN": lambda s, o: s._colour(o, "SCN"),
    "W": lambda s, o: s._clipped(o, "W"),
    "W*": lambda s, o: s._clipped(o, "W*"),
    "Do": _Stream._draw,
    "INLINE IMAGE": _Stream._inline,
    "BT": _Stream._begin,
    "ET": _Stream._end,
    "Tf": _Stream._font,
    "Tc": lambda s, o: s._spacing(o, "char_space"),
    "Tw": lambda s, o: s._spacing(o, "word_space"),
    "TL": lambda s, o: s._spacing(o, "leading"),
    "Ts": lambda s, o: s._spacing(o, "rise"),
    "Tz": _Stream._stretched,
    "Tr": _Stream._mode,
    "Td": _Stream._move,
    "TD": _Stream._move_and_lead,
    "Tm": _Stream._place,
    "T*": _Stream._next_line,
    "Tj": _Stream._show,
    "'": _Stream._show_next,
    '"': _Stream._show_spaced,
    "TJ": _Stream._show_parts,
}


def _instructions(stream: pikepdf.Page | Object) -> list[tuple[list[Object], str]]:
    try:
        return [
            ([] if (name := str(i.operator)) == "INLINE IMAGE" else list(i.operands), name)
            for i in pikepdf.parse_content_stream(stream)
        ]
    except (pikepdf.PdfError, pikepdf.models.PdfParsingError, TypeError, ValueError):
        raise Doubt("content that is damaged") from None


def _plain(operands: Sequence[Object]) -> tuple[object, ...]:
    """Return numbers, and arrays of numbers, as plain ones; anything else is `Doubt`."""
    out: list[object] = []
    for operand in operands:
        if isinstance(operand, pikepdf.Array):
            out.append([float(value) for value in operand])
        else:
            out.append(float(operand))
    return tuple(out)


def _lightness(numbers: Sequence[object]) -> float | None:
    """Return how light a device's colour is: 0 is black, 1 is white."""
    match [float(n) for n in numbers if isinstance(n, float)]:
        case [grey]:
            return grey
        case [red, green, blue]:
            return 0.299 * red + 0.587 * green + 0.114 * blue
        case [cyan, magenta, yellow, black]:
            return (1 - 0.299 * cyan - 0.587 * magenta - 0.114 * yellow) * (1 - black)
        case _:
            return None


def _number(plain: object) -> float:
    if not isinstance(plain, float):
        raise TypeError
    return plain


def _matrix(operands: Sequence[object]) -> Matrix:
    a, b, c, d, e, f = (float(o) for o in operands)  # type: ignore[arg-type]
    return a, b, c, d, e, f


def _pair(numbers: tuple[float, ...]) -> tuple[float, float]:
    x, y = numbers
    return x, y


def _as_seen(paint: str, opacity: tuple[float, float]) -> str:
    """Return how a path is painted, without a fill or a line that has no opacity."""
    fill, line = _ALONE.get(paint, (paint, "n") if paint[0] in "fF" else ("n", paint))
    match opacity[0] >= _SEEN, opacity[1] >= _SEEN:
        case True, True:
            return paint
        case True, False:
            return fill
        case False, True:
            return line
        case _:
            return "n"
