"""What can be read on a released page by eye: the words in its pictures and drawings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pypdfium2
import tesserocr
from numpy.typing import NDArray
from pikepdf import Object, PdfError, PdfImage, Stream, UnsupportedImageTypeError
from PIL import Image, ImageChops, ImageOps

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Unproven
from redaction.proof.aslant import aslant
from redaction.proof.letters import Matrix
from redaction.proof.places import Sheet
from redaction.proof.points import are_many_small, dotted
from redaction.proof.shades import shades
from redaction.proof.whereabouts import Placed, Placing
from redaction.scans.ocr import Symbol, Word, is_shown, words_in, words_on

_DPI = 200
_ABOUT = 4.0  # points around a picture that are looked at with it
_LEAST = 8.0  # points: in a lower or narrower picture nobody can read a word
_MOST = 3  # pictures that are looked at one by one; of more the whole page is
_MOST_PIXELS = 12_000_000
_DENSEST = 700.0  # dots an inch: denser is smaller than it is meant to be read
_MOST_ACROSS = 4000
_BLOCK, _DARK_GROUND = 16, 110  # pixels that are looked at together, and grey
_SHADE, _GRAINS, _IN_ROW = 3, 3.0, 4  # of 255; times a square's usual shades; squares
_LEAST_ACROSS, _LEAST_DOWN = 4, 2  # such squares: a word has room
_MOSTLY = 0.8  # of a picture
_RIM = 2  # pixels
_CUT_OFF = 0.5  # of a hundred dots
_TINGE = 12  # of 255: less is no colour
_LEVEL = 0.3  # points: less is the thickness of a rule


def has_drawings(content: bytes) -> bool:
    """Say whether a page draws curves, slanted lines or many dots: letters are made of them.

    `content` is what a rewritten page draws: one instruction stands on each line of it.
    """
    last = (0.0, 0.0)
    sizes: list[tuple[float, float]] = []
    for line in content.splitlines():
        match line[-2:]:
            case b" c" | b" v" | b" y":
                return True
            case b"re":
                wide, high = (float(number) for number in line.split()[2:4])
                sizes.append((wide, high))
            case b" m" | b" l":
                x, y = (float(number) for number in line[:-2].split())
                if line.endswith(b"l") and abs(x - last[0]) > _LEVEL < abs(y - last[1]):
                    return True
                if line.endswith(b"l"):
                    sizes.append((x - last[0], y - last[1]))
                last = x, y
    return are_many_small(sizes)


def by_eye(
    page: pypdfium2.PdfPage, pictures: Sequence[tuple[str, Matrix]], *, whole: bool = False
) -> Placed:
    """Return the words that a reader of pictures sees on a page, where its pictures are.

    `whole`: on all of the page.
    """
    said = Placing()
    sheet = Sheet(page)
    wide, high = page.get_size()
    placed = [(_place(sheet, matrix), _is_mirrored(matrix)) for _, matrix in pictures]
    whole |= are_many_small([(p[2] - p[0], p[3] - p[1]) for p, _ in placed])
    places = [(place, turned) for place, turned in placed if _is_large(place)]
    if not places and not whole:
        return said.placed()
    if whole or len(places) > _MOST:
        places = [((0.0, 0.0, wide, high), any(turned for _, turned in places))]
    dpi = min(_DPI, 72 * (_MOST_PIXELS / max(1.0, wide * high)) ** 0.5)
    scale = dpi / 72
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
    drawn = bitmap.to_pil().convert("L")
    coloured = _in_colours(page, scale)
    for (x0, y0, x1, y1), turned in places:
        left, top = max(0, int((x0 - _ABOUT) * scale)), max(0, int((y0 - _ABOUT) * scale))
        right = min(drawn.width, int((x1 + _ABOUT) * scale))
        bottom = min(drawn.height, int((y1 + _ABOUT) * scale))
        if left < right and top < bottom:
            part = drawn.crop((left, top, right, bottom))
            toned = part if coloured is None else coloured.crop((left, top, right, bottom))
            for word, (across, down) in (*_read(part, dpi), *_read_toned(toned, dpi)):
                _add(said, word, (left + across) / scale, (top + down) / scale)
            said.add("\n")
            for word in words_on(ImageOps.mirror(part), dpi) if turned else ():
                _add(said, _mirrored(word, part.width / scale), left / scale, top / scale)
            said.add("\n")
    return said.placed()


def _in_colours(page: pypdfium2.PdfPage, scale: float) -> Image.Image | None:
    """Return a page in its colours, or None where it has none."""
    bitmap = page.render(scale=scale, may_draw_forms=False, draw_annots=False)
    drawn: Image.Image = bitmap.to_pil().convert("RGB")
    red, green, blue = drawn.split()
    apart = (ImageChops.difference(red, green), ImageChops.difference(green, blue))
    return drawn if any(np.asarray(one).max() > _TINGE for one in apart) else None


def _read_toned(part: Image.Image, dpi: float) -> Iterator[tuple[Word, tuple[int, int]]]:
    """Yield the words of a part of a page that its greys do not show, as `_read` does."""
    for drawn, corner in shades(part):
        yield from ((word, corner) for word in words_on(drawn, dpi) if is_shown(word))


def _mirrored(word: Word, wide: float) -> Word:
    def turned(box: Box) -> Box:
        return wide - box[2], box[1], wide - box[0], box[3]

    symbols = tuple(replace(symbol, box=turned(symbol.box)) for symbol in word.symbols)
    return replace(word, box=turned(word.box), cell=turned(word.cell), symbols=symbols)


def _is_mirrored(matrix: Matrix) -> bool:
    a, b, c, d, _, _ = matrix
    return a * d - b * c < 0


def _add(said: Placing, word: Word, across: float, down: float) -> None:
    """Add a word, and a space, from so far across and down the page, in points.

    Where nobody knows the places of its letters, each has that of the word.
    """
    whole = word.whole
    for letter in word.symbols if whole is None else (Symbol(word.text, whole),):
        x0, y0, x1, y1 = letter.box
        said.add(letter.text, (x0 + across, y0 + down, x1 + across, y1 + down))
    said.add(" ")


def _read(part: Image.Image, dpi: float) -> Iterator[tuple[Word, tuple[int, int]]]:
    """Yield the words of a part of a page, as it is, cleared, dark made light, faint black, turned.

    With each word comes where the picture it was read in lies in the part, in pixels. Reading it
    once more as it is finds words that are lost where the page is made ready.
    """
    words = words_on(part, dpi)
    words += aslant(part, dpi, words)
    words += filter(is_shown, words_in(part, dpi, tesserocr.PSM.AUTO))
    if np.asarray(part.reduce(_BLOCK)).min(initial=255) < _DARK_GROUND:
        words += words_on(ImageOps.invert(part), dpi)
    words += dotted(part, dpi)
    yield from ((word, (0, 0)) for word in words)
    for ground, corner in _dark_grounds(part):
        # By itself, and with all the contrast it has: a letter may be hardly lighter.
        light = ImageOps.autocontrast(ImageOps.invert(ground), cutoff=_CUT_OFF)
        yield from ((word, corner) for word in words_on(light, dpi))
    if (faint := _light_ground(part)) is not None:
        yield from ((word, (0, 0)) for word in words_on(faint, dpi))


def _light_ground(part: Image.Image) -> Image.Image | None:
    """Return what stands faintly on the light squares of a picture, in black, if anything does."""
    high, wide = part.height // _BLOCK * _BLOCK, part.width // _BLOCK * _BLOCK
    if not high or not wide:
        return None
    values = np.asarray(part)[:high, :wide].astype(np.int16)
    squares = values.reshape(high // _BLOCK, _BLOCK, wide // _BLOCK, _BLOCK).swapaxes(1, 2)
    least, most = squares.min(axis=(2, 3)), squares.max(axis=(2, 3))
    light: NDArray[np.bool_] = least > _DARK_GROUND
    shades = most - least
    if not light.any():
        return None
    grain = float(np.median(shades[light]))
    faint: NDArray[np.bool_] = light & (shades >= max(_SHADE, _GRAINS * grain))
    beside = np.pad(faint, ((0, 0), (1, 1)))
    in_row: NDArray[np.bool_] = beside[:, :-2] & beside[:, 1:-1] & beside[:, 2:]
    if np.count_nonzero(in_row) < _IN_ROW:
        return None
    # A letter's edge may lie in a square whose own shades are those of its grain.
    near = np.pad(faint, 1)
    rows, columns = faint.shape
    about = np.logical_or.reduce(
        [near[y : y + rows, x : x + columns] for y in range(3) for x in range(3)]
    )
    ground = np.where(light, most, 0)[..., None, None]
    deep = np.where(faint, shades, max(_SHADE, float(np.median(shades[faint]))))[..., None, None]
    ink = np.where(about[..., None, None] & light[..., None, None], (ground - squares) / deep, 0)
    drawn = 255 - 255 * np.clip(ink, 0, 1)
    return Image.fromarray(drawn.swapaxes(1, 2).reshape(high, wide).astype(np.uint8))


def _dark_grounds(part: Image.Image) -> Iterator[tuple[Image.Image, tuple[int, int]]]:
    """Yield the largest dark grounds of a picture, where it is not dark as a whole, and where."""
    dark: NDArray[np.bool_] = np.asarray(part.reduce(_BLOCK)) < _DARK_GROUND
    grounds = []
    rows: NDArray[np.bool_] = np.count_nonzero(dark, axis=1) >= _LEAST_ACROSS
    for top, bottom in _runs(rows):
        columns: NDArray[np.bool_] = dark[top:bottom].sum(axis=0) > 0
        for left, right in _runs(columns):
            if bottom - top >= _LEAST_DOWN and right - left >= _LEAST_ACROSS:
                grounds.append((left, top, right, bottom))
    grounds.sort(key=lambda box: (box[0] - box[2]) * (box[3] - box[1]))
    for box in grounds[:_MOST]:
        x0, y0, x1, y1 = (edge * _BLOCK for edge in box)
        if (x1 - x0) * (y1 - y0) < _MOSTLY * part.width * part.height:
            found = part.crop((x0, y0, min(x1, part.width), min(y1, part.height)))
            ground, (across, down) = _without_rim(found)
            yield ground, (x0 + across, y0 + down)


def _without_rim(ground: Image.Image) -> tuple[Image.Image, tuple[int, int]]:
    """Return a dark ground without the paper its squares reached over, and its corner there."""
    values = np.asarray(ground)
    rows = np.flatnonzero(values.mean(axis=1) < _DARK_GROUND)
    columns = np.flatnonzero(values.mean(axis=0) < _DARK_GROUND)
    if len(rows) <= 2 * _RIM or len(columns) <= 2 * _RIM:
        return ground, (0, 0)
    left, top = int(columns[0]) + _RIM, int(rows[0]) + _RIM
    right, bottom = int(columns[-1]) - _RIM + 1, int(rows[-1]) - _RIM + 1
    return ground.crop((left, top, right, bottom)), (left, top)


def _runs(marks: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Return where runs of marks begin and end."""
    steps = np.diff(np.concatenate(([0], marks.astype(np.int8), [0])))
    starts, ends = np.flatnonzero(steps == 1), np.flatnonzero(steps == -1)
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def by_themselves(
    page: Object, pictures: Sequence[tuple[str, Matrix]], *, clipped: bool = False
) -> str:
    """Return the words of pictures that a page does not show as they are.

    A picture may be drawn mirrored, tiny, through a mask or under another: its pixels are in the
    file all the same, for whoever takes it out. `clipped`: the page paints through a clip.
    """
    left, low, right, high = (float(edge) for edge in page.MediaBox)
    said = []
    for number, (name, matrix) in enumerate(pictures):
        image = page.Resources.XObject.get(f"/{name.removeprefix('/')}")
        others = [other for n, (_, other) in enumerate(pictures) if n != number]
        if not isinstance(image, Stream):
            continue
        x0, y0, x1, y1 = _bounds(matrix)
        cut = clipped or x0 < left - 1 or y0 < low - 1 or x1 > right + 1 or y1 > high + 1
        if not cut and not _is_odd(image, matrix, others):
            continue
        mask = image.get("/SMask")
        layers = [image, mask] if isinstance(mask, Stream) else [image]
        for pixels in map(_pixels, layers):
            grey = pixels.convert("L")
            ways = [grey, ImageOps.invert(grey), *(drawn for drawn, _ in shades(pixels))]
            said += [word.text for way in ways for word in words_on(way, _DPI)]
    return " ".join(said)


def _pixels(image: Stream) -> Image.Image:
    """Return a picture, or what lets its ground through, as it lies in the file."""
    try:
        pixels = PdfImage(image).as_pil_image()
        pixels = pixels.convert("L" if pixels.mode in ("1", "L") else "RGB")
    # The first three are what pikepdf raises for pictures that are damaged or unknown to it.
    except (PdfError, UnsupportedImageTypeError, NotImplementedError, ValueError, TypeError,
            OSError):  # fmt: skip
        raise Unproven(
            "a picture of it cannot be looked at by itself; print the file to a new PDF, or scan it"
        ) from None
    if max(pixels.size) > _MOST_ACROSS:
        pixels.thumbnail((_MOST_ACROSS, _MOST_ACROSS))
    return pixels


def _is_odd(image: Object, matrix: Matrix, others: Sequence[Matrix]) -> bool:
    a, b, c, d, _, _ = matrix
    if image.get("/ColorSpace") == "/DeviceCMYK" or "/Decode" in image:
        return True
    if "/SMask" in image or "/Mask" in image or a <= 0 or d <= 0 or abs(b) + abs(c) > 0.01:
        return True
    if int(image.Width) * 72 > _DENSEST * a:
        return True
    x0, y0, x1, y1 = _bounds(matrix)
    return any(
        x0 < right and left < x1 and y0 < top and bottom < y1
        for left, bottom, right, top in map(_bounds, others)
    )


def _bounds(matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs), min(ys), max(xs), max(ys)


def _place(sheet: Sheet, matrix: Matrix) -> Box:
    return sheet.shown_box(_bounds(matrix))


def _is_large(place: Box) -> bool:
    return place[2] - place[0] >= _LEAST and place[3] - place[1] >= _LEAST
