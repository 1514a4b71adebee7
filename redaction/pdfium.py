"""PDF pages through pdfium: their letters with boxes, and their picture.

Called only inside the sandbox: pdfium keeps global state and is not thread-safe. Positions are
turned here into those of the page as displayed (CropBox and rotation applied, origin at the top
left, y downwards), so that nobody else needs to know of rotation.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, repeat
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray
from PIL import Image

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.glyphboxes import GlyphBoxes

_LINE_END_HYPHEN = 0x02
UNREADABLE = "\ufffd"
_CONTRAST = 24
_LIGHT, _DARK = 232, 208  # of 255: as far apart as that contrast
_SAME = 0.001  # points
_COARSE, _NO_COLOUR, _TINGE = 36, 128, 12  # dots an inch; of 255
_LETTER_ROWS, _LETTER_COLUMNS = 64, 56
_STRETCH = 48  # letters, about half a line
_ROOM = 1024  # letters that are asked of at once

_ALNUM = np.array([chr(code).isalnum() for code in range(0x80)])
_WHITE = np.array([chr(code).isspace() for code in range(0x3002)])  # beyond there is none

_Floats = NDArray[np.float64]
_Ints = NDArray[np.int64]
_Marks = NDArray[np.bool_]
_POINTER, _INT = ctypes.c_void_p, ctypes.c_int


def _plain(function: object, *takes: type[ctypes._SimpleCData[Any]]) -> Callable[..., int]:
    """Return one of pdfium's functions that takes addresses as numbers: a third of the time.

    It keeps Python's lock, for less time than it would take to give it up and to take it again.
    """
    address = ctypes.cast(function, _POINTER).value  # type: ignore[arg-type]
    return ctypes.PYFUNCTYPE(ctypes.c_uint, *takes)(address or 0)


_unicode_of = _plain(raw.FPDFText_GetUnicode, _POINTER, _INT)
_is_added = _plain(raw.FPDFText_IsGenerated, _POINTER, _INT)
_count_rects = _plain(raw.FPDFText_CountRects, _POINTER, _INT, _INT)
_rect_of = _plain(raw.FPDFText_GetRect, _POINTER, _INT, *(_POINTER,) * 4)
_origin_of = _plain(raw.FPDFText_GetCharOrigin, _POINTER, _INT, _POINTER, _POINTER)


class _Bulk:
    """One of pdfium's functions that tells four numbers of a letter, asked of very many letters.

    All that ctypes needs for a call is made once, not for each: half of the time.
    """

    def __init__(
        self, function: object, kind: type[ctypes.c_float | ctypes.c_double], places: int
    ) -> None:
        """Take a function that is told so many places to write into."""
        address = ctypes.cast(function, _POINTER).value  # type: ignore[arg-type]
        self._ask = ctypes.PYFUNCTYPE(None)(address or 0)
        room, row = (kind * (4 * _ROOM))(), 4 * ctypes.sizeof(kind)
        self._said = np.ctypeslib.as_array(room).reshape(_ROOM, 4)
        self._places = [
            [ctypes.byref(room, row * letter + row // 4 * place) for letter in range(_ROOM)]
            for place in range(places)
        ]

    def of(self, handle: int | None, at: _Ints) -> NDArray[Any]:
        """Return what it tells of letters of a text page: a row for each, noughts for nothing."""
        page = ctypes.byref(ctypes.c_char.from_address(handle or 0))
        said = np.empty((len(at), 4), self._said.dtype)
        for first in range(0, len(at), _ROOM):
            some = at[first : first + _ROOM]
            self._said[: len(some)] = 0
            deque(map(self._ask, repeat(page), some.tolist(), *self._places), 0)
            said[first : first + len(some)] = self._said[: len(some)]
        return said


_cells_of = _Bulk(raw.FPDFText_GetLooseCharBox, ctypes.c_float, 1)
_ink_of = _Bulk(raw.FPDFText_GetCharBox, ctypes.c_double, 4)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The text of a page, and for each of its characters a box, or None for added white space."""

    text: str = field(repr=False)
    boxes: Sequence[Box | None] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as it is drawn: where its baseline begins, and what it covers, as displayed."""

    text: str = field(repr=False)
    x: float
    y: float
    box: Box


def open_pdf(pdf: bytes) -> pypdfium2.PdfDocument:
    """Open a PDF, or refuse it as locked or damaged."""
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as cause:
        if "password" in str(cause).lower():
            raise Refused("the PDF is locked with a password; ask for it without one") from None
        raise Refused("the PDF is damaged and cannot be opened; ask for it once more") from None


def displayed_size(page: pypdfium2.PdfPage) -> tuple[float, float]:
    """Return width and height of the page as displayed, in points."""
    return page.get_width(), page.get_height()


def picture(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    """Return the page as displayed, in grey on white, without annotations."""
    bitmap = page.render(scale=dpi / 72, grayscale=True, may_draw_forms=False, draw_annots=False)
    drawn: Image.Image = bitmap.to_pil()
    return drawn.convert("L")


def grey(page: pypdfium2.PdfPage, dpi: int) -> NDArray[np.uint8]:
    """Return what `picture` does, as an array of rows."""
    bitmap = page.render(scale=dpi / 72, grayscale=True, may_draw_forms=False, draw_annots=False)
    rows: NDArray[np.uint8] = bitmap.to_numpy()
    return rows.reshape(rows.shape[:2]).copy()


def coloured_picture(page: pypdfium2.PdfPage, dpi: int) -> Image.Image:
    """Return the page as displayed, in red, green and blue on white, without annotations."""
    bitmap = page.render(scale=dpi / 72, may_draw_forms=False, draw_annots=False)
    drawn: Image.Image = bitmap.to_pil()
    return drawn.convert("RGB")


def is_coloured(page: pypdfium2.PdfPage) -> bool:
    """Say whether a page as displayed has colours, as a coarse look tells."""
    colours = np.asarray(coloured_picture(page, _COARSE).convert("YCbCr"), np.int16)[..., 1:]
    return bool((np.abs(colours - _NO_COLOUR) > _TINGE).any())


def visible(
    drawn: Image.Image | NDArray[np.uint8], dpi: int, boxes: Sequence[Box | None]
) -> list[bool]:
    """Say of each box whether anything can be seen in it.

    Of thousands of boxes at once it is asked, one row of pixels after the other, whether there are
    light and dark ones: a letter on white paper is seen in the first row or two. Only a box without
    either, and without white, is looked at by itself.
    """
    pixels = np.asarray(drawn)
    height, width = pixels.shape
    edges = GlyphBoxes.of(boxes).edges * (dpi / 72)
    given = ~np.isnan(edges[:, 0])
    edges = np.nan_to_num(edges, nan=0.0, posinf=1e6, neginf=-1e6)
    low = np.clip(edges[:, :2].astype(np.int64), 0, (width, height))
    high = np.clip(edges[:, 2:].astype(np.int64) + 1, 0, (width, height))
    (left, top), (right, bottom) = low.T, high.T
    empty = (right <= left) | (bottom <= top)
    small = (bottom - top <= _LETTER_ROWS) & (right - left <= _LETTER_COLUMNS) & ~empty & given
    at = np.flatnonzero(small)
    dark, light, shaded = _shades_in(pixels, left[at], top[at], right[at], bottom[at])
    seen, unseen = np.zeros(len(edges), bool), empty | ~given
    seen[at] = dark & light
    unseen[at] = ~shaded
    for index in np.flatnonzero(~(seen | unseen)).tolist():
        part = pixels[top[index] : bottom[index], left[index] : right[index]]
        seen[index] = int(part.max()) - int(part.min()) >= _CONTRAST
    return seen.tolist()


def _shades_in(
    pixels: NDArray[np.uint8], left: _Ints, top: _Ints, right: _Ints, bottom: _Ints
) -> tuple[_Marks, _Marks, _Marks]:
    """Say of each small box whether it has dark pixels, light ones, and any that are not light."""
    dark, shaded = _in_words(pixels <= _DARK), _in_words(pixels < _LIGHT)
    byte, bit = left >> 3, (left & 7).astype(np.uint64)
    wide = (64 - right + left).astype(np.uint64)
    whole = np.uint64(0xFFFFFFFFFFFFFFFF) << wide
    rows, first = bottom - top, (bottom - top) * 5 // 8  # where most letters have ink
    has = np.zeros((3, len(left)), bool)
    on = np.arange(len(left))
    for step in range(_LETTER_ROWS):
        if len(on) == 0:
            break
        row, column = top[on] + (first[on] + step) % rows[on], byte[on]
        shade = (shaded[row, column] << bit[on]) & whole[on]
        has[0, on] |= ((dark[row, column] << bit[on]) & whole[on]) != 0
        has[1, on] |= shade != whole[on]
        has[2, on] |= shade != 0
        on = on[~(has[0, on] & has[1, on]) & (step + 1 < rows[on])]
    return has[0], has[1], has[2]


def _in_words(marks: _Marks) -> NDArray[np.uint64]:
    """Return marks of pixels as bits: at each byte of a row, the 64 marks that begin there."""
    packed = np.packbits(marks, axis=1)
    high, wide = packed.shape
    padded = np.zeros((high, wide + 8), np.uint8)
    padded[:, :wide] = packed
    return np.ndarray((high, wide), ">u8", padded, 0, (wide + 8, 1))


def glyphs(page: pypdfium2.PdfPage) -> Glyphs:
    """Return every letter of the page, seen or not, in reading order.

    Lines end with a line feed. A letter without meaning in Unicode is U+FFFD. The letters of a
    ligature share one box.
    """
    textpage = page.get_textpage()
    count = textpage.count_chars()
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    codes = _codes(textpage, handle, count)
    plain = (codes < len(_ALNUM)) & _ALNUM[np.minimum(codes, len(_ALNUM) - 1)]
    added = np.zeros(count, bool)  # white space that no string holds
    others = np.flatnonzero(~plain)
    added[others] = list(map(bool, map(_is_added, repeat(handle), others.tolist())))
    letters = np.where(added, np.where(codes == 0x0A, 0x0A, 0x20), _meant(codes))
    edges = _edges(page, handle, np.arange(count), count)
    edges[added] = np.nan
    kept = ~(added & (codes == 0x0D))
    hyphens = np.flatnonzero((~added & (codes == _LINE_END_HYPHEN))[kept])
    letters, edges = letters[kept], edges[kept]
    if len(hyphens):
        # pdfium joins a word that is hyphenated at a line's end; other readers do not.
        letters[hyphens] = ord("-")
        letters = np.insert(letters, hyphens + 1, 0x0A)
        edges = np.insert(edges, hyphens + 1, np.nan, axis=0)
    return Glyphs(letters.astype("<u4").tobytes().decode("utf-32-le"), GlyphBoxes(edges))


def _codes(textpage: pypdfium2.PdfTextPage, handle: int | None, count: int) -> _Ints:
    """Return the code point of each letter: in one piece, where pdfium has one for each."""
    units = np.zeros(count + 1, np.uint16)
    at = units.ctypes.data_as(ctypes.POINTER(ctypes.c_ushort))
    written = raw.FPDFText_GetText(textpage, 0, count, at) if count else 1
    odd = (units == 0) | (units == _LINE_END_HYPHEN) | (units >= 0xD800)
    if written != count + 1 or (odd[:-1] & ((units < 0xE000) | (units >= 0xFFFE))[:-1]).any():
        return np.array(list(map(_unicode_of, repeat(handle), range(count))), np.int64)
    return units[:-1].astype(np.int64)


def letters_near(page: pypdfium2.PdfPage, areas: Sequence[Box], beside: float) -> list[Letter]:
    """Return the letters, but for white space, whose middle half lies in or close to an area."""
    textpage = page.get_textpage()
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    count = textpage.count_chars()
    if not count or not areas:
        return []
    codes = _codes(textpage, handle, count)
    wanted = np.array(areas, float).reshape(-1, 4) + np.array([-beside, 0, beside, 0])
    at = np.flatnonzero(~_WHITE[np.minimum(codes, len(_WHITE) - 1)])
    at, cells = _perhaps_near(page, handle, count, at, wanted)
    x0, y0, x1, y1 = (edges := _edges(page, handle, at, count, cells)).T
    quarter = (y1 - y0) / 4
    near = np.zeros(len(at), bool)
    for left, top, right, bottom in areas:
        across = (x0 <= right + beside) & (x1 >= left - beside)
        near |= across & (y0 + quarter <= bottom) & (y1 - quarter >= top)
    at = at[near]
    found = [
        (index, code, (a, b, c, d))
        for index, code, (a, b, c, d) in zip(
            at.tolist(), codes[at].tolist(), edges[near].tolist(), strict=True
        )
        if not _is_added(handle, index)
    ]
    starts = np.zeros((2, len(found)))
    for number, (index, _, _) in enumerate(found):
        to = starts.ctypes.data + 8 * number
        _origin_of(handle, index, to, to + 8 * len(found))
    across, down = _displayed(page, starts[0], starts[1]).tolist()
    return [
        Letter(_letter(code), x, y, box)
        for (_, code, box), x, y in zip(found, across, down, strict=True)
    ]


def _perhaps_near(
    page: pypdfium2.PdfPage, handle: int | None, count: int, at: _Ints, areas: _Floats
) -> tuple[_Ints, NDArray[np.float32]]:
    """Return which letters have a box that may meet an area, with their cells.

    Of the others it is certain. A box is what a letter's cell and its ink reach to. Cells are asked
    for one by one; for the ink of a stretch of letters pdfium tells in one answer how far it
    reaches.
    """
    reach = _reach_of_ink(handle, count)[at // _STRETCH]
    cells = _cells_of.of(handle, at)  # left, top, right, bottom
    low = np.minimum(reach[:, :2], cells[:, (0, 3)])
    high = np.maximum(reach[:, 2:], cells[:, (2, 1)])
    x0, y0, x1, y1 = _shown(page, *low.T, *high.T).T
    near = np.zeros(len(at), bool)
    for left, top, right, bottom in areas.tolist():
        near |= ~((x0 > right) | (x1 < left) | (y0 > bottom) | (y1 < top))
    return at[near], cells[near]


def _reach_of_ink(handle: int | None, count: int) -> _Floats:
    """Return left, bottom, right and top of the ink of each stretch of letters."""
    edges = np.zeros((count + 1, 4))
    at, many, starts, odd = edges.ctypes.data, 0, [], []
    for number, first in enumerate(range(0, count, _STRETCH)):
        pieces = _count_rects(handle, first, _STRETCH)
        if pieces > _STRETCH:  # an error: it may be anywhere
            odd.append(number)
            pieces = 0
        for piece in range(pieces):
            to = at + 32 * (many + piece)
            _rect_of(handle, piece, to, to + 8, to + 16, to + 24)  # left, top, right, bottom
        starts.append(many)
        many += pieces
    low, high = np.full((len(starts), 4), np.inf), np.full((len(starts), 4), -np.inf)
    inked = np.flatnonzero(np.diff([*starts, many]))
    if len(inked):
        first_of = np.array(starts)[inked]
        low[inked] = np.minimum.reduceat(edges[:many], first_of)
        high[inked] = np.maximum.reduceat(edges[:many], first_of)
    low[odd], high[odd] = -np.inf, np.inf
    return np.stack(
        (
            np.minimum(low[:, 0], low[:, 2]),
            np.minimum(low[:, 1], low[:, 3]),
            np.maximum(high[:, 0], high[:, 2]),
            np.maximum(high[:, 1], high[:, 3]),
        ),
        axis=1,
    )


def _edges(
    page: pypdfium2.PdfPage, handle: int | None, at: _Ints, count: int,
    known: NDArray[np.float32] | None = None,
) -> _Floats:  # fmt: skip
    """Return what letters cover, each its cell and its ink together, on the page as displayed.

    `at` are their numbers, of `count` on the page, `known` their cells. There are thousands: pdfium
    writes into arrays, which are turned as a whole.
    """
    cells = _cells_of.of(handle, at) if known is None else known
    ink = _ink_of.of(handle, at).T  # left, right, bottom, top
    if (unsaid := _unsaid(cells, ink)).any():
        if len(at) < count:  # what follows a letter says where it ends
            return _edges(page, handle, np.arange(count), count)[at]
        _narrow(handle, np.flatnonzero(unsaid).tolist(), cells, ink)
    x0, x1 = np.minimum(cells[:, 0], ink[0]), np.maximum(cells[:, 2], ink[1])
    y0, y1 = np.minimum(cells[:, 3], ink[2]), np.maximum(cells[:, 1], ink[3])
    # One at no place at all stands in the corner, not nowhere: it is a letter.
    return np.nan_to_num(_shown(page, x0, y0, x1, y1), nan=0.0, posinf=1e9, neginf=-1e9)


def _shown(page: pypdfium2.PdfPage, x0: _Floats, y0: _Floats, x1: _Floats, y1: _Floats) -> _Floats:
    """Return boxes in PDF coordinates as those of the page as displayed, a row for each."""
    corners = _displayed(page, x0, y0), _displayed(page, x1, y1)
    return np.concatenate((np.minimum(*corners), np.maximum(*corners))).T


def _unsaid(cells: NDArray[np.float32], edges: _Floats) -> _Marks:
    """Say of which letters a font does not say where they end.

    Of a Type 3 font that gives no letter's own bounds pdfium tells the bounds of its largest, for
    the cell and for the ink of each: they would lie over their neighbours.
    """
    left, right, bottom, top = edges
    bounds = np.stack((left, top, right, bottom), axis=1)
    unsaid: _Marks = (np.abs(cells - bounds) < _SAME).all(axis=1) & (right - left > _SAME)
    return unsaid


def _narrow(
    handle: int | None, unsaid: Sequence[int], cells: NDArray[np.float32], edges: _Floats
) -> None:
    """Let the letters of a line end where the next one begins, where a font does not say where."""
    right = edges[1]
    run: list[tuple[int, float, float]] = []
    for index in [*unsaid, -2]:
        x, y = ctypes.c_double(), ctypes.c_double()
        if index >= 0:
            _origin_of(handle, index, ctypes.addressof(x), ctypes.addressof(y))
        goes_on = run and index == run[-1][0] + 1 and abs(y.value - run[-1][2]) < _SAME
        if run and not (goes_on and run[-1][1] < x.value < right[run[-1][0]]):
            _narrow_run(run, cells, edges)
            run = []
        run.append((index, x.value, y.value))


def _narrow_run(run: Sequence[tuple[int, float, float]], cells: np.ndarray, edges: _Floats) -> None:
    starts = [x for _, x, _ in run]
    if len(run) < 2:
        return
    widest = max(after - x for x, after in pairwise(starts))
    for (index, x, _), end in zip(run, [*starts[1:], starts[-1] + widest], strict=True):
        if cells[index, 0] <= x < end:
            right = min(end, float(cells[index, 2]))
            cells[index, 0], cells[index, 2] = x, right
            edges[0, index], edges[1, index] = x, right


def displayed_boxes(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> list[Box]:
    """Return boxes in PDF coordinates as those of the page as displayed."""
    x0, y0, x1, y1 = np.array(boxes, float).reshape(-1, 4).T
    corners = _displayed(page, x0, y0), _displayed(page, x1, y1)
    low, high = np.minimum(*corners), np.maximum(*corners)
    return list(zip(*low.tolist(), *high.tolist(), strict=True))


def _displayed(page: pypdfium2.PdfPage, x: _Floats, y: _Floats) -> _Floats:
    """Return points in PDF coordinates as those of the page as displayed: all x, then all y."""
    bounds = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, bounds)
    match page.get_rotation():
        case 90:
            return np.stack((y - bounds.bottom, x - bounds.left))
        case 180:
            return np.stack((bounds.right - x, y - bounds.bottom))
        case 270:
            return np.stack((bounds.top - y, bounds.right - x))
        case _:
            return np.stack((x - bounds.left, bounds.top - y))


def _meant(codes: _Ints) -> _Ints:
    """Return code points as `_letter` does."""
    senseless = (codes == 0) | (codes == 0xFFFE) | (codes == 0xFFFF) | (codes > 0x10FFFF)
    senseless |= (codes >= 0xD800) & (codes <= 0xDFFF)
    broken = (codes == 0x0A) | (codes == 0x0D) | (codes == 0x09)
    return np.where(senseless, ord(UNREADABLE), np.where(broken, 0x20, codes))


def _letter(code: int) -> str:
    if code in (0, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return UNREADABLE
    # A line break inside a drawn string is no line break of the page.
    return " " if code in (0x0A, 0x0D, 0x09) else chr(code)


def unseen_by_mode(page: pypdfium2.PdfPage) -> Glyphs:
    """Return the letters that are drawn with neither ink nor outline (ISO 32000-1 §9.3.6, mode 3).

    An older reading of a scan is made of such letters, over the ink that they were read in.
    """
    invisible = raw.FPDF_TEXTRENDERMODE_INVISIBLE
    return _letters_of(page, lambda drawn: raw.FPDFTextObj_GetTextRenderMode(drawn) == invisible)


def drawn_by_procedures(page: pypdfium2.PdfPage) -> Glyphs:
    """Return the letters of Type 3 fonts (§9.6.5): what each looks like nothing but eyes can tell.

    Told by their font's program, of which there is none.
    """
    known: dict[int | None, bool] = {}

    def is_procedure(drawn: Any) -> bool:
        font = raw.FPDFTextObj_GetFont(drawn)
        key = ctypes.cast(font, ctypes.c_void_p).value
        if key not in known:
            size = ctypes.c_size_t()
            known[key] = not (raw.FPDFFont_GetFontData(font, None, 0, size) and size.value)
        return known[key]

    return _letters_of(page, is_procedure)


def _letters_of(page: pypdfium2.PdfPage, is_one: Callable[[Any], bool]) -> Glyphs:
    """Return the letters of those text objects that are asked for."""
    textpage = page.get_textpage()
    handle = ctypes.cast(textpage.raw, ctypes.c_void_p).value
    count = textpage.count_chars()
    text: list[str] = []
    boxes: list[Box | None] = []
    for index, box in enumerate(GlyphBoxes(_edges(page, handle, np.arange(count), count))):
        code = raw.FPDFText_GetUnicode(textpage, index)
        if raw.FPDFText_IsGenerated(textpage, index):
            if text and code != 0x0D:
                text.append("\n" if code == 0x0A else " ")
                boxes.append(None)
            continue
        drawn = raw.FPDFText_GetTextObject(textpage, index)
        if drawn and is_one(drawn):
            text.append(_letter(code))
            boxes.append(box)
    return Glyphs("".join(text), GlyphBoxes.of(boxes))
