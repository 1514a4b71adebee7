"""Pages rewritten: the marks that stay, set down anew, with boxes where something was removed.

A page is what stays and, in turns with it, a part for each box. A line with a comment sign parts
them: one stream packs into half of what many take. Letters stand at absolute places, so that of a
removed one neither an instruction nor a step is left. What cannot be shown to be right is `Doubt`,
and the page becomes a picture instead (picturing.py).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Object

from recordkeeping.disclosure.findings import Box
from redaction.areas import Area, around, read_aloud
from redaction.burn.agreement import must_agree
from redaction.burn.covers import Cover, covers_of, unseen
from redaction.burn.interpret import Interpreter, Mark, Path, Picture, Set, Show, Subpath
from redaction.burn.legend import legend
from redaction.burn.lettering import DESCENT, Lettering, spoken
from redaction.burn.letters import Glyph
from redaction.burn.lines import Decided, decide
from redaction.burn.matrix import IDENTITY, Matrix, at, display, inverse, landed, times
from redaction.burn.pruning import remade
from redaction.burn.renumbering import marked, renumber, with_new_codes
from redaction.burn.resources import Resources
from redaction.burn.sight import Look, Sight
from redaction.burn.strokes import Instruction, moved
from redaction.burn.typefaces import Doubt
from redaction.pdfium import Letter

GROUND, BORDER, LETTER = 0.878, 0.667, 0.2
_DIGITS = 6  # of a page's size: with fewer, 612.00006 points are drawn a row of dots lower
_LABEL_SIZES = (7.0, 6.0, 5.0, 4.4)
_COVER = 1.5  # points around an area in which a drawn piece goes whole
_FRAME_PIECES = 24
_STROKE = 3.0  # points: a line that is drawn reaches so far out of its path
_NEXT_PART = b"\n%\n"
_STEP = 0.4  # thousandths: a smaller step is none


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One page as it will be: its content, its size, and the names that it uses."""

    parts: tuple[bytes, ...]
    media: Box
    crop: Box
    rotation: int
    names: frozenset[str]
    exact: int
    width: str  # what the boxes' widths tell: "constant", "quantised" or "exact"; "" without a box


class Rewriter:
    """Rewrites the pages of one document; fonts are made at the end, from what all pages use."""

    def __init__(self, made: pikepdf.Pdf, lettering: Lettering) -> None:
        """Begin a document."""
        self.made, self.lettering = made, lettering
        self.resources = Resources(made)
        self._fonts: dict[str, Object] = {}

    def page(
        self,
        page: pikepdf.Page,
        areas: Sequence[Area],
        look: Look,
        read: Callable[[], Sequence[Letter]],
    ) -> Rewritten:
        """Rewrite one page without what stands in the areas, or raise `Doubt`.

        `look` draws the page as displayed, see `Look`; `read` reads, apart from us,
        the letters close to the areas.
        """
        media, crop = _box(page.mediabox), _inside(_box(page.cropbox), _box(page.mediabox))
        rotation = int(page.obj.get("/Rotate", 0)) % 360
        if rotation % 90:
            raise Doubt("a page that is turned by an odd angle")
        shown = display(crop, rotation)
        wide, high = crop[2] - crop[0], crop[3] - crop[1]
        if rotation in (90, 270):
            wide, high = high, wide
        try:
            followed = Interpreter(self.resources, shown)
            marks = followed.page(page)
            sight = Sight(marks, (0.0, 0.0, wide, high), look)
            decided = decide(marks, areas, sight)
            if areas:
                must_agree([*marks, *followed.others], decided.glyphs, areas, read())
            writer = _Writer(self, decided, areas, sight)
            parts = writer.written(marks, inverse(shown))
            taken = [area.box for area in decided.boxes if _on_page(area.box, sight.page)]
            said = legend(areas, marks, taken, writer.page, inverse(shown), self.lettering)
            if said.instructions:
                parts = (*parts, said.instructions.encode("ascii"))
            if said.grown:
                crop = landed(inverse(shown), (0.0, 0.0, wide, high + said.grown))
                media = around([media, crop])
        except ZeroDivisionError:
            raise Doubt("marks on a plane that is folded flat") from None
        names = frozenset(writer.names)
        return Rewritten(parts, media, crop, rotation, names, decided.exact, decided.width)

    def prune(self) -> set[str]:
        """Make every font of what is used; return the names of those that cannot be made."""
        doubtful = set()
        for name, face in self.resources.faces.items():
            try:
                renumber(face)
                self._fonts[name] = remade(self.made, name, face, self.resources)
            except Doubt:
                doubtful.add(name)
        return doubtful

    def finished(self, page: Rewritten, kept: Object) -> Object:
        """Return the page as an object of the new document."""
        resources = self.resources.used(page.names, self._fonts)
        if "/Font" not in resources:
            resources.Font = Dictionary()
        resources.Font.Kept = kept
        content = with_new_codes(_NEXT_PART.join(page.parts), self.resources.faces)
        return Dictionary(
            Type=Name.Page,
            MediaBox=Array([round(edge, _DIGITS) for edge in page.media]),
            CropBox=Array([round(edge, _DIGITS) for edge in page.crop]),
            Rotate=page.rotation,
            Resources=resources,
            Contents=Array([self.made.make_stream(content)]),
        )


class _Writer:
    """Writes what stays of one page."""

    def __init__(self, of: Rewriter, decided: Decided, areas: Sequence[Area], sight: Sight) -> None:
        self.of, self.decided, self.areas = of, decided, areas
        self.sight, self.page = sight, sight.page
        self.names: set[str] = set()
        self.font = ""
        self.out: list[str] = []
        self.parts: list[list[str]] = []
        self.back: Matrix = IDENTITY
        self.letters = [g for glyphs in decided.glyphs.values() for g in glyphs]
        self.covers: list[Cover] = []
        self.state: list[dict[str, object]] = []
        self.now: dict[str, object] = {}

    def written(self, marks: Sequence[Mark], back: Matrix) -> tuple[bytes, ...]:
        """Return the page's content: what stays and, in turns with it, each box in its place."""
        self.back = back
        pictured = any(isinstance(mark, Picture) for mark in marks)
        self.covers = covers_of(marks) if pictured else []
        self.out.append("q")
        for index, mark in enumerate(marks):
            match mark:
                case Set():
                    self._set(mark)
                case Show():
                    self._show(index, mark)
                case Path():
                    self._path(index, mark)
                case Picture():
                    self._picture(index, mark)
        self.out.append("Q")
        for area in self.decided.at_end:
            if _on_page(area.box, self.page):
                self._box(area, IDENTITY)
        self.parts.append(self.out)
        return tuple("\n".join(part).encode("latin-1") for part in self.parts)

    def _box(self, area: Area, ctm: Matrix) -> None:
        """Begin a part for a box as far as the page shows it, and another for what comes after it.

        The page may grow at its foot for its legend: what reaches beyond its edge would be there.
        """
        area = replace(area, box=_shared(area.box, self.page))
        home = inverse(ctm)
        said = _fitting(area, self.of.lettering)
        self.parts += [self.out, [*_drawn_box(area, said, home, self.back, self.of.lettering)]]
        self.out = []

    def _set(self, mark: Set) -> None:
        if mark.operator == "q":
            self.state.append(dict(self.now))
        elif mark.operator == "Q":
            self.now = self.state.pop() if self.state else {}
        elif mark.operator in ("gs", "cs", "CS"):
            name = str(mark.operands[0])[1:]
            if name[1:].isdigit():
                self.names.add(name)
        self.out.append(" ".join([*(_operand(o) for o in mark.operands), mark.operator]))

    # --- letters

    def _show(self, index: int, show: Show) -> None:
        glyphs = self.decided.glyphs.get(index)
        touched = glyphs is not None and any(g.gone or g.shift or g.hidden for g in glyphs)
        if not touched:
            if not _on_page(show.box, self.page):
                return
            for part in show.parts:
                if isinstance(part, bytes):
                    show.face.used.update(show.face.codes(part))
            if show.face.renumbers and show.word_space and _spaced_letter(show):
                raise Doubt("a letter that is spaced like a space")
            self._dress(show, plain=False)
            self._down(show.tm)
            self.out.append(f"[{_parts(show, show.parts)}] TJ")
            return
        assert glyphs is not None  # noqa: S101 - touched
        show.face.lost.update(g.code for g in glyphs if g.gone)
        if show.mode >= 4 and any(g.gone for g in glyphs):
            raise Doubt("removed letters that are a clip")
        for run in _runs(glyphs):
            if isinstance(run, Area):
                if not _on_page(run.box, self.page):
                    continue
                self.out.append("ET")
                self._box(run, show.ctm)
                self.out.append("BT")
                continue
            show.face.used.update(g.code for g in run)
            self._dress(show, plain=True)
            self._run(show, run)

    def _dress(self, show: Show, *, plain: bool) -> None:
        """Set the state of letters where it differs from what it is."""
        wanted: dict[str, object] = {
            "Tf": (show.name, show.size),
            "Tc": 0.0 if plain else show.char_space,
            "Tw": 0.0 if plain else show.word_space,
            "Tz": show.stretch * 100,
            "Ts": show.rise,
            "Tr": show.mode,
        }
        before = {"Tc": 0.0, "Tw": 0.0, "Tz": 100.0, "Ts": 0.0, "Tr": 0}
        for operator, value in wanted.items():
            if self.now.get(operator, before.get(operator)) == value:
                continue
            self.now[operator] = value
            if operator == "Tf":
                self.names.add(show.name)
                self.out.append(f"/{show.name} {_n(show.size)} Tf")
            else:
                self.out.append(f"{_n(value)} {operator}")

    def _down(self, tm: Matrix) -> None:
        self.out.append(" ".join(_n(v) for v in tm) + " Tm")

    def _run(self, show: Show, run: Sequence[Glyph]) -> None:
        """Write letters that stay together; steps between them are those of where they stand."""
        whole = times(show.tm, show.stage)
        unit = math.hypot(whole[0], whole[1]) or 1.0
        places = [glyph.start + glyph.shift / unit for glyph in run]
        first = times((1.0, 0.0, 0.0, 1.0, places[0], 0.0), show.tm)
        self._down(first)
        parts: list[bytes | float] = []
        codes: list[int] = []
        at_ = places[0]
        scale = show.size * show.stretch
        for glyph, place in zip(run, places, strict=True):
            step = (at_ - place) * 1000 / scale if scale else 0.0
            if abs(step) > _STEP and codes:
                parts.append(show.face.coded(codes))
                codes = []
            if abs(step) > _STEP:
                parts.append(round(step, 1))
            else:
                place = at_
            codes.append(glyph.code)
            at_ = place + (glyph.end - glyph.start)
        parts.append(show.face.coded(codes))
        self.out.append(f"[{_parts(show, parts)}] TJ")

    # --- paths and pictures

    def _path(self, index: int, path: Path) -> None:
        if path.paint == "n" and not path.clips:
            return
        kept = [
            drawn
            for piece in path.subpaths
            if not self._is_unseen(index, path, piece)
            for drawn in self._kept(path, piece)
        ]
        if not kept and path.clips:
            self.out.append("0 0 0 0 re")
        for drawn in kept:
            for operator, numbers in drawn:
                self.out.append(" ".join([*map(_n, numbers), operator]))
        if kept or path.clips:
            if path.clips:
                self.out.append(path.clips)
            self.out.append(path.paint)

    def _kept(self, path: Path, piece: Subpath) -> Iterator[list[Instruction]]:
        """Yield what stays of a drawn piece: it, or it once for each stretch of words set again."""
        if path.paint == "n":
            yield piece.drawn
        elif not _on_page(piece.box, self.page):
            return
        elif piece.simple and self._is_set_again(piece.box):
            yield from moved(piece, path.stage, self.letters)
        elif self._stays(piece):
            yield piece.drawn

    def _is_set_again(self, box: Box) -> bool:
        x0, y0, x1, y1 = box
        return any(
            x0 > left - 1 and x1 < right + 1 and y0 > top - 1 and y1 < bottom + 3
            for left, top, right, bottom in self.decided.set_again
        )

    def _stays(self, piece: Subpath) -> bool:
        """Say whether a drawn piece stays; one that may be part of a removed word does not."""
        x0, y0, x1, y1 = piece.box
        for area in self.areas:
            a0, b0, a1, b1 = area.box
            if x0 >= a0 - _COVER and x1 <= a1 + _COVER and y0 >= b0 - _COVER and y1 <= b1 + _COVER:
                return False
            apart = x1 <= a0 or x0 >= a1 or y1 <= b0 or y0 >= b1
            around = x0 <= a0 and x1 >= a1 and y0 <= b0 and y1 >= b1
            if not apart and not piece.simple and not (around and piece.pieces <= _FRAME_PIECES):
                raise Doubt("drawn lines that cross a box")
        return True

    def _is_unseen(self, index: int, path: Path, piece: Subpath) -> bool:
        """Say whether a clip cuts a drawn piece off, it is covered or as its ground: maybe a word.

        Lines and rectangles under others stay: grounds of cells do, and say nothing.
        """
        if path.clips:
            return False
        rim = 0.0 if path.paint in ("f", "F", "f*") else _STROKE
        if _is_cut_off(piece.box, path.clip, rim):
            return True
        if piece.simple:
            return False
        sight = self.sight
        return sight.covers_whole(index, piece.box, rim) or not sight.tells(index, piece, rim)

    def _picture(self, index: int, picture: Picture) -> None:
        x0, y0, x1, y1 = picture.box
        if not _on_page(picture.box, self.page) or _is_cut_off(picture.box, picture.clip):
            return
        if self.sight.covers_whole(index, picture.box):
            return  # whoever takes the cover away would see it
        back, gone = inverse(picture.stage), []
        for box in [a.box for a in self.areas] + [a.box for a in self.decided.boxes]:
            if x0 < box[2] and box[0] < x1 and y0 < box[3] and box[1] < y1:
                if x0 >= box[0] and x1 <= box[2] and y0 >= box[1] and y1 <= box[3]:
                    return
                left, low, right, high = landed(back, box)
                gone.append((left, 1 - high, right, 1 - low))  # rows count from the top
        view = self.page if picture.clip is None else _shared(self.page, picture.clip)
        hidden = unseen(index, picture, self.covers, view)
        name = self.of.resources.picture(picture.given, gone, hidden)
        self.names.add(name)
        self.out.append(f"/{name} Do")


def _spaced_letter(show: Show) -> bool:
    """Say whether word spacing widens a letter whose code, 32, becomes another."""
    return show.face.meanings.get(32) != " " and any(
        isinstance(part, bytes) and b" " in part for part in show.parts
    )


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph] | Area]:
    """Yield letters that stay together, and each box where its first letter stood."""
    run: list[Glyph] = []
    for glyph in glyphs:
        apart = bool(run) and abs(glyph.shift - run[-1].shift) > 40
        stays = not glyph.gone and not glyph.hidden
        if (not stays or apart) and run:
            yield run
            run = []
        if glyph.boxed is not None:
            yield glyph.boxed
        if stays:
            run.append(glyph)
    if run:
        yield run


def _drawn_box(
    area: Area, said: _Said, home: Matrix, back: Matrix, lettering: Lettering
) -> Iterator[str]:
    """Yield a box with what it says, in the page's own space; `home` leads back to that."""
    yield f"q {' '.join(_n(v, 6) for v in home)} cm"
    start, *others = (
        f"{_n(x)} {_n(y)}" for x, y in (at(back, *corner) for corner in _corners(area.box))
    )
    shape = f"{start} m " + " ".join(f"{point} l" for point in others) + " h"
    yield f"{GROUND} g {BORDER} G 0.5 w {shape} B"
    if said.text:
        yield spoken(read_aloud(area.label), _label(area.box, said, back, lettering))
    yield "Q"


@dataclass(frozen=True, slots=True)
class _Said:
    """What a box says, and in what size; without a size it says so to programs alone."""

    text: str
    size: float | None
    stretch: float = 1.0


def _fitting(area: Area, lettering: Lettering) -> _Said:
    """Return a box's label; where it has no room its code, which the legend explains."""
    x0, y0, x1, y1 = area.box
    room = x1 - x0 - 2, y1 - y0
    said = lettering.said_in(area.label, area.code, *room, _LABEL_SIZES) if area.label else None
    if said:
        return _Said(*said)
    return _Said(area.label, None)


def _label(box: Box, said: _Said, back: Matrix, lettering: Lettering) -> str:
    x0, y0, x1, y1 = box
    size = said.size or max(1.0, 0.7 * min(y1 - y0, 12.0))
    width = lettering.width(said.text, size) or 1.0
    mode, stretch = (0, said.stretch) if said.size else (3, max(0.01, (x1 - x0 - 2) / width))
    x = (x0 + x1 - width * stretch) / 2
    y = y1 - DESCENT * (y1 - y0) / 1.17 if y1 - y0 <= 24 else (y0 + y1) / 2 + 0.36 * size
    # Letters stand upright as displayed, whichever way the page is turned.
    matrix = times((1.0, 0.0, 0.0, -1.0, x, y), back)
    return (
        f"BT {LETTER} g /Kept {_n(size)} Tf 0 Tc 0 Tw 0 Ts {mode} Tr {_n(100 * stretch)} Tz "
        f"{' '.join(_n(v) for v in matrix)} Tm <{lettering.codes(said.text)}> Tj ET"
    )


def _corners(box: Box) -> list[tuple[float, float]]:
    x0, y0, x1, y1 = box
    return [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]


def _parts(show: Show, parts: Sequence[bytes | float]) -> str:
    return "".join(_string(show, p) if isinstance(p, bytes) else f" {_n(p)} " for p in parts)


def _string(show: Show, shown: bytes) -> str:
    return marked(show.name, shown) if show.face.renumbers else f"<{shown.hex().upper()}>"


@lru_cache(maxsize=65_536)  # most numbers of a page stand on it, and on the next, many times
def _n(number: float, places: int = 4) -> str:
    if not math.isfinite(number) or abs(number) > 1e9:
        raise Doubt("a number that is out of bounds")
    text = f"{number:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _operand(value: object) -> str:
    match value:
        case list():
            return "[" + " ".join(_n(v) for v in value) + "]"
        case int() | float():
            return _n(value)
        case _:
            return str(value)


def _is_cut_off(box: Box, clip: Box | None, rim: float = 0.0) -> bool:
    """Say whether a clip leaves nothing of what is drawn in a box and a rim around it."""
    if clip is None:
        return False
    x0, y0, x1, y1 = box
    return not _on_page((x0 - rim, y0 - rim, x1 + rim, y1 + rim), clip)


def _shared(box: Box, clip: Box) -> Box:
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])


def _on_page(box: Box, page: Box) -> bool:
    return box[0] < page[2] and box[2] > page[0] and box[1] < page[3] and box[3] > page[1]


def _box(given: Object) -> Box:
    x0, y0, x1, y1 = (float(edge) for edge in given)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _inside(crop: Box, media: Box) -> Box:
    inner = (
        max(crop[0], media[0]),
        max(crop[1], media[1]),
        min(crop[2], media[2]),
        min(crop[3], media[3]),
    )
    if inner[0] >= inner[2] or inner[1] >= inner[3]:
        return media
    return inner
