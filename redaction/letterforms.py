"""What a single letter looks like: a glyph's ink beside the letter that it says it is.

A reader of single shapes, as tesseract is one of lines: it knows what letters look like in some
forty typefaces of everyday documents. Most fonts are like one of these, so that a glyph is
confirmed to be what it says in a hundredth of the time that OCR takes. What is not confirmed is no
lie yet: only the typeface is another one.
"""

from __future__ import annotations

import ctypes
import math
import string
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
from numpy.typing import NDArray
from PIL import Image, ImageFont

from recordkeeping.vocabulary.errors import Fault, Misconfigured

EM = 48  # pixels of the em at which glyphs are compared
_FONTS = Path("/usr/share/fonts/truetype")
_SIDE = 16  # a shape is so many squares across, whatever its size
_INK = 96  # of 255
_OTHER_SCRIPTS = 0x530  # behind Latin, Greek and Cyrillic
_SLENDER, _HIGH = 0.15, 0.35  # how much proportion and place count beside the shape
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
_FACES = {
    "dejavu": (
        *("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-ExtraLight"),
        *("DejaVuSansCondensed", "DejaVuSansMono", "DejaVuSansMono-Bold"),
        *("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic"),
    ),
    "liberation": tuple(
        f"Liberation{family}-{style}"
        for family in ("Sans", "Serif", "Mono", "SansNarrow")
        for style in _STYLES
    ),
    "crosextra": tuple(f"{f}-{style}" for f in ("Carlito", "Caladea") for style in _STYLES),
    "noto": (
        *(f"Noto{family}-{style}" for family in ("Sans", "Serif") for style in _STYLES),
        *("NotoSerifDisplay-Regular", "NotoSerifDisplay-Italic"),
    ),
}
_OF_SCRIPTS = tuple(
    f"Noto{family}-Regular"
    for family in ("SansHebrew", "SansArabic", "SansThai", "SansDevanagari", "SansArmenian",
                   "SansGeorgian", "SansSymbols", "SansSymbols2", "SansMath")
)  # fmt: skip
_EVERYWHERE = (
    *(
        f"{f}{s}"
        for f in ("Helvetica", "Courier")
        for s in ("", "-Bold", "-Oblique", "-BoldOblique")
    ),
    *(f"Times-{style}" for style in ("Roman", "Bold", "Italic", "BoldItalic")),
)
_LETTERS = string.ascii_letters + string.digits
_ASCII = "".join(c for c in map(chr, range(33, 127)))
_ALIKE = {"0": "o", "1": "l", "i": "l", "|": "l", "!": "l", "\u0131": "l"}
_CONFIRMED, _NEARLY, _CLEARLY = 0.03, 0.06, 0.7
_EXACTLY = 0.015
_OTHER, _OTHER_THAN = 0.02, 3.0

Shape = NDArray[np.float32]
Ink = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far a glyph is from the letter that it says it is, and from the nearest other letter.

    `letter` is the letter of the alphabet that it looks most like, of another kind than is said.
    `foreign`: what is said is none of the alphabet, and may have its shape in common with one.
    """

    said: float
    other: float
    letter: str = field(repr=False)
    foreign: bool = False

    @property
    def confirmed(self) -> bool:
        """Say whether the glyph is what it says."""
        if self.foreign and self.said <= _EXACTLY:
            return True
        if self.said > self.other:
            return False
        return self.said <= _CONFIRMED or (
            self.said <= _NEARLY and self.said <= _CLEARLY * self.other
        )

    @property
    def denied(self) -> bool:
        """Say whether the glyph is, beyond doubt, another letter than it says."""
        return self.other <= _OTHER and self.said > _OTHER_THAN * max(self.other, _OTHER / 4)


def kind_of(text: str) -> str:
    """Return a text as letters are told apart by their shape: no case, and l, I and 1 are one."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(_ALIKE.get(letter, letter) for letter in plain)


def shape_of(ink: Ink, baseline: int, em: float = EM) -> Shape | None:
    """Return the shape of what is drawn, or None where nothing is.

    `ink` is 0 where there is none; `baseline` is the row under the letters, `em` is in pixels.
    """
    inked = ink > _INK
    rows, columns = np.flatnonzero(inked.any(1)), np.flatnonzero(inked.any(0))
    if len(rows) == 0:
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    drawn = Image.fromarray(ink[top:bottom, left:right])
    few = min(drawn.size) < _SIDE
    way = Image.Resampling.BILINEAR if few else Image.Resampling.BOX
    cells = np.empty((_SIDE + 2, _SIDE + 2), np.float32)
    cells[1:-1, 1:-1] = np.asarray(drawn.resize((_SIDE, _SIDE), way))
    cells[0], cells[-1] = cells[1], cells[-2]
    cells[:, 0], cells[:, -1] = cells[:, 1], cells[:, -2]
    beside = cells[:-2, 1:-1] + cells[2:, 1:-1] + cells[1:-1, :-2] + cells[1:-1, 2:]
    shape = np.empty(_SIDE * _SIDE + 3, np.float32)
    shape[:-3] = ((4 * cells[1:-1, 1:-1] + beside) / (8 * 255 * _SIDE)).ravel()
    wide, high = (right - left) / em, (bottom - top) / em
    shape[-3] = _SLENDER * math.log((wide + 0.03) / (high + 0.03))
    shape[-2:] = _HIGH * (baseline - top) / em, _HIGH * (baseline - bottom) / em
    return shape


def likenesses(shapes: Sequence[Shape], said: Sequence[str]) -> list[Likeness]:
    """Compare shapes with what they are said to be, and with all other letters of the alphabet."""
    if not shapes:
        return []
    forms, letters, kinds = _alphabet()
    apart = _apart(np.stack(shapes), forms)
    found = []
    for shape, text, far in zip(shapes, said, apart, strict=True):
        same = kinds == kind_of(text)
        own = float(far[same].min(initial=np.inf))
        if text not in _LETTERS:
            known = _forms(unicodedata.normalize("NFKC", text) if len(text) == 1 else text)
            own = min(own, float(_apart(shape[None], known).min(initial=np.inf)))
        others = np.where(same, np.inf, far)
        nearest = int(others.argmin())
        found.append(
            Likeness(own, float(others[nearest]), str(letters[nearest]), not text.isascii())
        )
    return found


def _apart(some: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the square of how far each of some shapes is from each of others."""
    squares = (some**2).sum(1)[:, None] + (others**2).sum(1)[None]
    apart: NDArray[np.float32] = np.maximum(squares - 2 * some @ others.T, 0.0)
    return apart


def get_ready() -> None:
    """Draw the alphabet in every typeface, so that processes forked from this one need not."""
    _alphabet()


@cache
def _alphabet() -> tuple[NDArray[np.float32], NDArray[np.str_], NDArray[np.str_]]:
    """Return the shapes of letters and digits in all typefaces, and of each its letter and kind."""
    forms = [(letter, shape) for letter in _LETTERS for shape in _forms(letter)]
    letters = np.array([letter for letter, _ in forms])
    kinds = np.array([kind_of(letter) for letter, _ in forms])
    return np.stack([shape for _, shape in forms]), letters, kinds


@cache
def _forms(text: str) -> NDArray[np.float32]:
    """Return the shapes of a text, set as one glyph, in the typefaces that have its letters."""
    shapes = []
    for path in _paths(everyday=text.isascii() or ord(text[0]) < _OTHER_SCRIPTS):
        font = _face(path)
        mask, (_, top) = font.getmask2(text, mode="L", anchor="ls")
        if not (mask.size[0] and mask.size[1]) or _is_missing(font, text):
            continue
        ink = np.frombuffer(bytes(mask), np.uint8).reshape(mask.size[1], mask.size[0])
        shape = shape_of(ink, -top)
        if shape is not None:
            shapes.append(shape)
    shapes += _built_in().get(text, [])
    return np.array(shapes, np.float32).reshape(len(shapes), _SIDE * _SIDE + 3)


@cache
def _built_in() -> dict[str, list[Shape]]:
    """Return the shapes of ASCII in pdfium's own typefaces, for fonts that a file leaves out."""
    step, shapes = 2 * EM, dict[str, list[Shape]]()
    for face in _EVERYWHERE:
        document = pypdfium2.PdfDocument.new()
        font = raw.FPDFText_LoadStandardFont(document, face.encode())
        page = document.new_page(len(_ASCII) * step, step)
        for number, letter in enumerate(_ASCII):
            drawn = raw.FPDFPageObj_CreateTextObj(document, font, EM)
            text = (ctypes.c_ushort * 2)(ord(letter), 0)
            raw.FPDFText_SetText(drawn, text)
            raw.FPDFPageObj_Transform(drawn, 1, 0, 0, 1, number * step + EM / 2, EM / 2)
            raw.FPDFPage_InsertObject(page, drawn)
        raw.FPDFPage_GenerateContent(page)
        picture = page.render(scale=1, grayscale=True).to_pil().convert("L")
        ink: Ink = 255 - np.asarray(picture)
        for number, letter in enumerate(_ASCII):
            shape = shape_of(ink[:, number * step : (number + 1) * step], step - EM // 2)
            if shape is not None:
                shapes.setdefault(letter, []).append(shape)
        document.close()
    return shapes


def _paths(*, everyday: bool) -> list[Path]:
    paths = [_FONTS / folder / f"{n}.ttf" for folder, names in _FACES.items() for n in names]
    if not everyday:
        paths += [_FONTS / "noto" / f"{name}.ttf" for name in _OF_SCRIPTS]
    return paths


@cache
def _face(path: Path) -> ImageFont.FreeTypeFont:
    try:
        return ImageFont.truetype(path, EM, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        missing = Fault(f"fonts/{path.stem}", f"is missing; install the Debian package of {path}")
        raise Misconfigured([missing]) from None


@cache
def _blank_of(font: ImageFont.FreeTypeFont) -> bytes:
    return bytes(font.getmask2("\uffff", mode="L")[0])


def _is_missing(font: ImageFont.FreeTypeFont, text: str) -> bool:
    """Say whether a typeface lacks a letter: it draws the sign for a missing one."""
    if text.isascii():
        return False
    return any(bytes(font.getmask2(c, mode="L")[0]) == _blank_of(font) for c in text)
