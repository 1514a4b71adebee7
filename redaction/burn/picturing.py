"""A page as a picture of itself: pixels, and over them unseen the letters that stay.

From the source comes nothing but pixels and the letters that can be seen outside the boxes. The
boxes are painted before the picture is encoded; what stood under them exists nowhere in the
result. Letters that are kept lie over the picture unseen, so that the pages can be searched and
read aloud; each box says its label. A page with colour on it stays in colour.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from unicodedata import bidirectional

import numpy as np
import pikepdf
import pypdfium2
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image, ImageDraw

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.areas import Area, around, follows, overlap, read_aloud, same_line
from redaction.burn.boxes import INK, boxes_to_paint, pixels
from redaction.burn.legend import MARGIN, Foot, foot_of
from redaction.burn.lettering import ASCENT, DESCENT, Lettering, spoken
from redaction.glyphboxes import GlyphBoxes
from redaction.pdfium import Glyphs, coloured_picture, displayed_size, glyphs, picture, visible

DPI = 150
_DIGITS = 6  # of a page's size: with fewer, 841.92004 points are drawn a row of dots lower
GROUND = 14 * 17  # a pale grey that four bits can say exactly
_BORDER, _LETTER = 0.62, 0.25  # greys
_TOUCHED = 0.15  # of a letter's middle: covered by so much, it is no longer kept
_LABEL_SIZES = (7.5, 6.5, 5.5, 5.0)
_MOST_UNLIKE = 1.15  # how much wider one word's letters may be than another's, on one line
_TALLEST_LINE = 24.0  # points
_MOST_PIXELS = 60_000_000
_STEP = 6  # of 255, from dot to dot: an edge, be it faint; a shade that grows darker has none
_INKED = 24  # of 255: what differs so much from its ground is drawn
_GLANCE_DPI, _HUE, _LEAST_COLOURED = 50, 40, 0.0005  # of the page's pixels
_COLOURS = 255


def as_picture(
    made: Pdf, page: pypdfium2.PdfPage, areas: Sequence[Area], lettering: Lettering
) -> pikepdf.Object:
    """Return a page as a picture with its boxes painted and its kept words unseen over it."""
    width, height = displayed_size(page)
    if width * height * (DPI / 72) ** 2 > _MOST_PIXELS:
        raise Refused("a page is too large to be drawn; print the file to pages of A3 or smaller")
    read, drawn, in_colour = glyphs(page), picture(page, DPI), _in_colour(page)
    seen = _sharp(drawn, read.boxes) & np.asarray(visible(drawn, DPI, read.boxes), dtype=bool)
    on_page = [area for area in areas if overlap(area.box, (0, 0, width, height)) > 0]
    edges = 0.0, 0.0, width, height  # what is beyond them nobody sees, a label neither
    painted = [
        replace(area, box=_common(area.box, edges))
        for area in boxes_to_paint(on_page, drawn, DPI / 72)
    ]
    grounds = [pixels(area.box, DPI / 72) for area in painted]
    kept = _kept(read, seen, painted)
    foot = foot_of(on_page, _standing(drawn, painted), edges, lettering)
    content = [
        f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Page Do Q",
        *_label_boxes(painted, height),
        "BT",
        *_written(_in_reading_order(kept, painted, drawn), on_page, height, lettering),
        *_legend(foot, height, lettering),
        "ET",
    ]
    image = _coloured(made, in_colour, grounds) if in_colour else _grey(made, drawn, grounds)
    return Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, -foot.grown, round(width, _DIGITS), round(height, _DIGITS)]),
        Resources=Dictionary(XObject=Dictionary(Page=image)),
        Contents=made.make_stream("\n".join(content).encode("ascii")),
    )


def _sharp(drawn: Image.Image, boxes: Sequence[Box | None]) -> NDArray[np.bool_]:
    """Say in which boxes a dot stands out from its neighbours: in a shade alone nothing is written.

    What eyes misread in a shape that grows darker towards its foot would be letters of nothing.
    """
    shades = np.asarray(drawn).astype(np.int16)
    steps = np.zeros(shades.shape, bool)
    steps[:, 1:] = np.abs(np.diff(shades, axis=1)) > _STEP
    steps[1:] |= np.abs(np.diff(shades, axis=0)) > _STEP
    sums = np.pad(steps.cumsum(axis=0, dtype=np.int32).cumsum(axis=1), ((1, 0), (1, 0)))
    edges = np.nan_to_num(GlyphBoxes.of(boxes).edges * (DPI / 72), posinf=1e6, neginf=-1e6)
    size = shades.shape[1], shades.shape[0]
    left, top = np.clip(np.floor(edges[:, :2]), 0, size).astype(np.int64).T
    right, bottom = np.clip(np.floor(edges[:, 2:]) + 1, 0, size).astype(np.int64).T
    across = sums[bottom, right] - sums[bottom, left]
    sharp: NDArray[np.bool_] = across > sums[top, right] - sums[top, left]
    return sharp


def _kept(
    read: Glyphs, seen: NDArray[np.bool_], painted: Sequence[Area]
) -> list[tuple[str, Box] | None]:
    """Return each letter that can be seen and that no box takes; None for the others."""
    at_height: dict[tuple[float, float], list[Area]] = {}
    kept: list[tuple[str, Box] | None] = []
    for letter, box, inked in zip(read.text, read.boxes, seen, strict=True):
        if box is None or not inked:
            kept.append(None)
            continue
        line = box[1], box[3]
        if line not in at_height:  # a page has few lines: most boxes stand on none of them
            at_height[line] = [a for a in painted if a.box[1] < line[1] and a.box[3] > line[0]]
        taken = any(_covers(area.box, box) for area in at_height[line])
        kept.append(None if taken else (letter, box))
    return kept


def _covers(area: Box, letter: Box) -> bool:
    """Say whether a box takes a letter away; neighbours of the lines above and below stay."""
    quarter = (letter[3] - letter[1]) / 4
    middle = (letter[0], letter[1] + quarter, letter[2], letter[3] - quarter)
    size = (middle[2] - middle[0]) * (middle[3] - middle[1])
    return overlap(area, middle) > _TOUCHED * size


def _in_reading_order(
    kept: Sequence[tuple[str, Box] | None], painted: Sequence[Area], drawn: Image.Image
) -> Iterator[tuple[str, Box] | Area]:
    """Yield words, and each box where the words it took stood."""
    waiting = sorted(painted, key=lambda area: (area.box[1], area.box[0]))
    shown = np.asarray(drawn)
    for text, box in _words(kept, painted):
        while waiting and _comes_before(waiting[0].box, box):
            yield waiting.pop(0)
        yield text, _over_its_ink(box, shown)
    yield from waiting


def _comes_before(a: Box, b: Box) -> bool:
    return a[0] < b[0] if same_line(a, b) else a[1] < b[1]


def _words(
    kept: Sequence[tuple[str, Box] | None], painted: Sequence[Area]
) -> Iterator[tuple[str, Box]]:
    """Yield runs of letters that stand on one line without a gap."""
    run: list[tuple[str, Box]] = []
    for letter in [*kept, None]:
        if letter is not None and not letter[0].isspace():
            if not run or follows(run[-1][1], letter[1]):
                run.append(letter)
                continue
            yield from _word(run, painted)
            run = [letter]
        elif run:
            yield from _word(run, painted)
            run = []


def _word(run: list[tuple[str, Box]], painted: Sequence[Area]) -> Iterator[tuple[str, Box]]:
    box = around([letter[1] for letter in run])
    if any(_covers(area.box, box) for area in painted):
        yield from run  # slanted words: the letters keep clear of the box, the word would not
    else:
        yield "".join(_as_drawn(run)), box


def _as_drawn(run: Sequence[tuple[str, Box]]) -> Iterator[str]:
    """Return the letters of a word from left to right, as readers expect them to be drawn."""
    order = list(range(len(run)))
    if any(bidirectional(letter[0]) in ("R", "AL") for letter, _ in run):
        order.sort(key=lambda n: (run[n][1][0], -n))
    return (run[n][0] for n in order)


def _over_its_ink(box: Box, shown: np.ndarray) -> Box:
    """Return a word's box without the paper before and after it.

    A font may say that its letters are wider than they are drawn, and ours are set as wide as it
    says: at the end of a word one would lie where there is nothing.
    """
    left, top, right, bottom = pixels(box, DPI / 72)
    cell = shown[top:bottom, left:right].astype(np.int16)
    if cell.size == 0:
        return box
    inked = np.flatnonzero(np.abs(cell - np.median(cell)).max(axis=0) > _INKED)
    if len(inked) == 0:
        return box
    first, last = (left + int(inked[0])) * 72 / DPI, (left + int(inked[-1]) + 1) * 72 / DPI
    return max(box[0], first), box[1], min(box[2], last), box[3]


class _Word(NamedTuple):
    """A word, where it stands, and how wide it stands there for each unit that our font sets it."""

    text: str
    box: Box
    stretch: float


def _written(
    items: Iterable[tuple[str, Box] | Area],
    decided: Sequence[Area],
    height: float,
    lettering: Lettering,
) -> Iterator[str]:
    line: list[_Word] = []
    for item in items:
        word = None
        if not isinstance(item, Area):
            text, box = item
            word = _Word(text, box, (box[2] - box[0]) / (lettering.width(text, 1.0) or 1.0))
        if line and (word is None or not _joins(line, word)):
            yield _line(line, height, lettering)
            line = []
        if isinstance(item, Area):
            yield from _label(item, _decided_in(item, decided), height, lettering)
        elif word is not None:
            line.append(word)
    if line:
        yield _line(line, height, lettering)


def _joins(line: Sequence[_Word], word: _Word) -> bool:
    """Say whether a word can be laid down in one go with those before it."""
    last, box = line[-1].box, word.box
    stands = box[0] > last[0] and abs(last[3] - box[3]) < 0.1 and abs(last[1] - box[1]) < 0.1
    stretches = [one.stretch for one in (*line, word)]
    return stands and max(stretches) <= _MOST_UNLIKE * min(stretches)


def _line(words: Sequence[_Word], height: float, lettering: Lettering) -> str:
    """Return the instruction that lays words unseen over where they stand in the picture."""
    x, top, _, bottom = words[0].box
    size = max(1.0, (bottom - top) / (ASCENT + DESCENT))
    # The narrowest word decides, so that no word reaches into a box beside it.
    stretch = min(word.stretch for word in words) / size
    shown, at = [], x
    for text, box, _ in words:
        # Steps are thousandths of an em, stretched like the letters.
        step = (at - box[0]) * 1000 / (size * stretch)
        shown.append(f"{step:.0f} <{lettering.codes(text + ' ')}>")
        at = box[0] + lettering.width(text + " ", size) * stretch
    y = height - bottom + DESCENT * size
    return _at(x, y, size, 100 * stretch, mode=3) + f" [{' '.join(shown)}] TJ"


def _at(x: float, y: float, size: float, stretch: float, *, mode: int) -> str:
    return f"/Kept {size:.2f} Tf {mode} Tr {max(1.0, stretch):.1f} Tz 1 0 0 1 {x:.2f} {y:.2f} Tm"


def _label_boxes(painted: Sequence[Area], height: float) -> Iterator[str]:
    yield f"{_BORDER} G {_LETTER} g 0.5 w"
    for area in painted:
        x0, y0, x1, y1 = area.box
        yield f"{x0:.2f} {height - y1:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re S"


def _decided_in(painted: Area, decided: Sequence[Area]) -> Box:
    """Return the largest of the areas that a box was painted over, or what it has of it."""
    areas = [area.box for area in decided if overlap(area.box, painted.box) > 0]
    largest = max(areas, key=lambda box: overlap(box, painted.box), default=painted.box)
    return _common(painted.box, largest)


def _common(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def _label(area: Area, within: Box, height: float, lettering: Lettering) -> Iterator[str]:
    """Write the label in its box, or its code where that alone has room.

    Where neither has any, the label is there unseen, `within` what was decided: it is read aloud
    all the same, and the proof knows that nothing is to be seen there.
    """
    if not area.label:
        return
    x0, y0, x1, y1 = area.box
    shown = lettering.said_in(area.label, area.code, x1 - x0 - 3, y1 - y0, _LABEL_SIZES)
    if shown:
        text, size, stretch = shown
        baseline = height - _baseline(area.box, size)
        said = f"[0 <{lettering.codes(text + ' ')}>] TJ"
        left = (x0 + x1 - lettering.width(text, size) * stretch) / 2
        place = _at(left, baseline, size, 100 * stretch, mode=0)
        yield spoken(read_aloud(area.label), f"{place} {said}")
        return
    said = f"[0 <{lettering.codes(area.label + ' ')}>] TJ"
    x0, _, x1, y1 = within
    size = max(1.0, 0.8 * (y1 - within[1]))
    stretch = 100 * max(1.0, x1 - x0 - 2) / (lettering.width(area.label, size) or 1.0)
    place = _at(x0 + 1, height - y1 + DESCENT * size, size, stretch, mode=3)
    yield spoken(read_aloud(area.label), f"{place} {said}")


def _standing(drawn: Image.Image, painted: Sequence[Area]) -> float:
    """Return how far down, in points, something stands on the page."""
    ink = drawn.point([255 if value < INK else 0 for value in range(256)]).getbbox()
    return max([ink[3] * 72 / DPI if ink else 0.0, *(area.box[3] for area in painted)])


def _legend(foot: Foot, height: float, lettering: Lettering) -> Iterator[str]:
    for line, size, y in foot.lines:
        place = _at(MARGIN, height - y, size, 100, mode=0)
        yield f"{place} [0 <{lettering.codes(line)}>] TJ"


def _baseline(box: Box, size: float) -> float:
    """Return where a label's letters stand: on the line's own baseline, so it is read in its place.

    In a box over several lines they stand in the middle.
    """
    if box[3] - box[1] > _TALLEST_LINE:
        return (box[1] + box[3]) / 2 + 0.36 * size
    return box[3] - DESCENT * (box[3] - box[1]) / (ASCENT + DESCENT)


def _in_colour(page: pypdfium2.PdfPage) -> Image.Image | None:
    """Return the page drawn in colour, if there is colour on it."""
    glance = np.asarray(coloured_picture(page, _GLANCE_DPI)).astype(np.int16)
    if (np.ptp(glance, axis=2) > _HUE).mean() < _LEAST_COLOURED:
        return None
    return coloured_picture(page, DPI)


def _painted(
    drawn: Image.Image, grounds: Sequence[tuple[int, int, int, int]], ground: int
) -> Image.Image:
    brush = ImageDraw.Draw(drawn)
    for place in grounds:
        brush.rectangle(place, fill=ground)
    return drawn


def _grey(
    made: Pdf, drawn: Image.Image, grounds: Sequence[tuple[int, int, int, int]]
) -> pikepdf.Stream:
    """Return a grey picture in four bits a pixel, two pixels a byte, rows padded to a byte."""
    width, height = drawn.size
    even = Image.new("L", (width + width % 2, height), 255)
    even.paste(_painted(drawn, grounds, GROUND))
    high = even.point([(min(15, (v + 8) // 17)) << 4 for v in range(256)]).tobytes()[0::2]
    low = even.point([min(15, (v + 8) // 17) for v in range(256)]).tobytes()[1::2]
    packed = (int.from_bytes(high) | int.from_bytes(low)).to_bytes(len(high))
    return _image(made, drawn.size, packed, Name.DeviceGray, 4)


def _coloured(
    made: Pdf, drawn: Image.Image, grounds: Sequence[tuple[int, int, int, int]]
) -> pikepdf.Stream:
    """Return a picture in a table of 256 colours, the last of which is the ground of the boxes.

    Unlike a JPEG, whose blocks tell of what stands beside them, such a picture is flat in a box to
    the pixel, and can be proven to be. The colours are chosen after the boxes are painted.
    """
    brush = ImageDraw.Draw(drawn)
    for place in grounds:
        brush.rectangle(place, fill=(GROUND, GROUND, GROUND))
    few = drawn.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    table = bytes(few.getpalette() or ())[: 3 * _COLOURS].ljust(3 * _COLOURS, b"\0")
    numbers = Image.frombytes("L", few.size, few.tobytes())
    packed = _painted(numbers, grounds, _COLOURS).tobytes()
    colours = made.make_stream(table + bytes([GROUND] * 3))
    space = Array([Name.Indexed, Name.DeviceRGB, _COLOURS, colours])
    return _image(made, drawn.size, packed, space, 8)


def _image(
    made: Pdf, size: tuple[int, int], packed: bytes, space: Object, bits: int
) -> pikepdf.Stream:
    image = pikepdf.Stream(made, zlib.compress(packed, 6))
    image.stream_dict = Dictionary(
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        ColorSpace=space,
        BitsPerComponent=bits,
        Filter=Name.FlateDecode,
    )
    return image
