"""What can still be read or seen where something was removed: the released pages beside the source.

Part of the proof, apart from the burner. For every page with a removal:

    letters    those that pdfium reads on the released page outside its boxes are, letter for
               letter, those that it reads on the source page outside the areas: not one more
    boxes      inside a box stands its label and nothing else
    ground     with the boxes taken off, the ground under them is flat: nothing is merely covered
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import normalize

import pikepdf
import pypdfium2
import pypdfium2.raw as raw
from pikepdf import Array, Object, Pdf

from recordkeeping.disclosure.findings import Box
from redaction.proof.shape import PICTURE, GreyPicture, painted_boxes

_DPI = 72
_FLAT = 40  # of 255: the rim of a neighbour's letter is no letter
_MOST_LOST, _SHARE_LOST = 3, 0.02  # letters at the edge of an area may go with it

Letter = tuple[float, float, str]


def against_grounds(
    content: bytes, pdf: Pdf, kinds: Sequence[str], source: bytes, areas: Sequence[Sequence[Any]]
) -> Iterator[tuple[int, str]]:
    """Yield each page with something left, and what; areas are `[page, x0, y0, x1, y1, …]`."""
    released, original = pypdfium2.PdfDocument(content), pypdfium2.PdfDocument(source)
    if len(released) != len(original):
        yield 0, "the number of pages is not that of the source"
        return
    if beyond := {area[0] for area in areas} - set(range(1, len(released) + 1)):
        yield 0, f"{len(beyond)} boxes are on pages that are not there"
    bare: pypdfium2.PdfDocument | None = None
    for number, page in enumerate(pdf.pages, start=1):
        here = [(_box(area), str(area[5])) for area in areas if area[0] == number]
        if not here:
            continue
        if kinds[number - 1] == PICTURE:
            yield from (
                (number, why) for why in _against_picture(page.obj, released[number - 1], here)
            )
            continue
        if bare is None:
            bare = pypdfium2.PdfDocument(_without_boxes(content))
        yield from (
            (number, why)
            for why in _against_rewritten(
                page, released[number - 1], original[number - 1], bare[number - 1], here
            )
        )


def _box(area: Sequence[Any]) -> Box:
    return float(area[1]), float(area[2]), float(area[3]), float(area[4])


def _against_picture(
    page: Object, drawn: pypdfium2.PdfPage, areas: Sequence[tuple[Box, str]]
) -> Iterator[str]:
    picture = GreyPicture(page)
    if not all(picture.is_flat(box) for box, _ in areas):
        yield "shows something in a box"
    letters = list(_letters(drawn))
    if not all(_read_in(box, letters) in _solid(label) for box, label in areas):
        yield "has words in a box"


def _against_rewritten(
    page: pikepdf.Page,
    released: pypdfium2.PdfPage,
    original: pypdfium2.PdfPage,
    bare: pypdfium2.PdfPage,
    areas: Sequence[tuple[Box, str]],
) -> Iterator[str]:
    boxes = [_shown(page, corners) for corners in painted_boxes(page.obj)]
    if not boxes:
        yield "has no box where something was removed"
        return
    after, before = list(_letters(released)), list(_letters(original))
    left = Counter(c for x, y, c in after if not any(_holds(box, x, y) for box in boxes))
    wanted = Counter(c for x, y, c in before if not any(_holds(box, x, y) for box, _ in areas))
    if left - wanted:
        yield "says more than what was to stay"
    lost = (wanted - left).total()
    if lost > max(_MOST_LOST * len(areas), _SHARE_LOST * wanted.total()):
        yield "has lost words that were to stay"
    labels = {_solid(label) for _, label in areas}
    if not all(_read_in(box, after) in labels | {""} for box in boxes):
        yield "has words in a box"
    if not all(_is_flat(bare, boxes)):
        yield "shows something under a box"


def _shown(page: pikepdf.Page, corners: Sequence[tuple[float, float]]) -> Box:
    """Return a box of a page's own space as it is displayed, from the top left."""
    x0, y0, x1, y1 = (float(edge) for edge in page.obj.CropBox)
    turned = int(page.obj.Rotate) % 360
    points = []
    for x, y in corners:
        match turned:
            case 0:
                points.append((x - x0, y1 - y))
            case 90:
                points.append((y - y0, x - x0))
            case 180:
                points.append((x1 - x, y - y0))
            case _:
                points.append((y1 - y, x1 - x))
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _letters(page: pypdfium2.PdfPage) -> Iterator[Letter]:
    """Yield each letter of a page with the middle of its cell, from the top left as displayed."""
    text = page.get_textpage()
    wide, high = page.get_width(), page.get_height()
    cell = raw.FS_RECTF()
    across, down = raw.c_int(), raw.c_int()
    for index in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text, index))
        if letter.isspace() or raw.FPDFText_IsGenerated(text, index) or letter in "\x02\ufffe\0":
            continue
        raw.FPDFText_GetLooseCharBox(text, index, cell)
        # Device units are hundredths of a point: the function rounds to whole ones.
        raw.FPDF_PageToDevice(
            page, 0, 0, int(wide * 100), int(high * 100), 0,
            (cell.left + cell.right) / 2, (cell.top + cell.bottom) / 2, across, down,
        )  # fmt: skip
        for plain in normalize("NFKC", letter):
            yield across.value / 100, down.value / 100, plain


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] < x < box[2] and box[1] < y < box[3]


def _read_in(box: Box, letters: Sequence[Letter]) -> str:
    return "".join(letter for x, y, letter in letters if _holds(box, x, y))


def _solid(label: str) -> str:
    return "".join(normalize("NFKC", label).split())


def _without_boxes(content: bytes) -> bytes:
    """Return the file with the boxes of its rewritten pages taken off."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            if isinstance(page.obj.Contents, Array):
                page.obj.Contents = Array(list(page.obj.Contents)[0::2])
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def _is_flat(page: pypdfium2.PdfPage, boxes: Sequence[Box]) -> Iterator[bool]:
    scale = _DPI / 72
    drawn = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
    picture = drawn.to_pil().convert("L")
    for x0, y0, x1, y1 in boxes:
        # A pixel in from the edge: the box's own rim, and the rims of neighbours, are there.
        inner = (
            max(0, int(x0 * scale) + 1),
            max(0, int(y0 * scale) + 2),
            min(picture.width, int(x1 * scale) - 1),
            min(picture.height, int(y1 * scale) - 2),
        )
        if inner[0] >= inner[2] or inner[1] >= inner[3]:
            yield True
            continue
        low, high = picture.crop(inner).getextrema()
        yield high - low <= _FLAT
