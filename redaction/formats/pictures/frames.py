"""The pixels of a picture file: frame by frame, in three plain kinds, upright as its camera said.

What is damaged, cut short or too large is refused; nothing is guessed. Hidden in a picture may be
what is set to be see-through: it is told, and laid on a ground on which it would show.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import BMP, GIF, JPEG, PNG, TIFF, WEBP

MOST_FRAMES = 500
MOST_MOVING_FRAMES = 60
_PLUGINS = {PNG: "PNG", JPEG: "JPEG", GIF: "GIF", BMP: "BMP", TIFF: "TIFF", WEBP: "WEBP"}
_MOST_PIXELS = 90_000_000
_KEPT_PIXELS = 40_000_000  # a larger picture is made smaller: nobody needs more to read a page
_FEWEST_DOTS, _MOST_DOTS = 50.0, 1250.0  # an inch
_SCREENS = (72.0, 96.0)  # said by programs that know nothing of paper
_LONGEST = 17.5, 12.0  # inches: of a page that a scanner said the size of, and of one from a screen
_A4 = 8.27, 11.69
_SIDES = 8.268, 11.693, 8.5, 11.0  # inches: of A4, and of letter paper
_USUAL = (100.0, 150.0, 200.0, 240.0, 300.0)  # dots an inch of scanners
_OFF, _BROADER = 2, 0.97  # pixels that a side of a scan is off; letter paper is broader than A4
_COARSEST = 96.0
_LIGHT = 150
_COLOURED, _FEW = 40, 0.0003  # how far parts of a colour differ; of how many pixels that is dust
DAMAGED = "the picture is damaged or incomplete; ask for it once more"
TOO_LARGE = "the picture is too large to be opened; save it at a smaller size"


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture: two-valued ("1"), grey ("L") or in colours ("RGB"), with square dots.

    `seethrough` says that parts of it, which hold something, were set to be invisible.
    """

    image: Image.Image = field(repr=False)
    dpi: float
    seethrough: bool = False


def opened(content: bytes, kind: str) -> Image.Image:
    """Open a picture file without reading its pixels, or refuse it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            image = Image.open(io.BytesIO(content), formats=[_PLUGINS[kind]])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(TOO_LARGE) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError, TypeError):
        raise Refused(DAMAGED) from None
    return image


def count_of(image: Image.Image) -> int:
    """Return how many frames a file holds, or refuse more than are read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            count = int(getattr(image, "n_frames", 1))
    except Exception:
        raise Refused(DAMAGED) from None
    most = MOST_MOVING_FRAMES if image.format in ("GIF", "WEBP", "PNG") else MOST_FRAMES
    if count > most:
        raise Refused(
            f"the picture has {count} pages or frames; up to {most} are read: "
            "part it, and add each part"
        )
    return 1 if image.format == "MPO" else count  # its others lie after it, and are told as such


def seek(image: Image.Image, number: int) -> None:
    """Go to a frame, from 0, without reading its pixels."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image.seek(number)
    except Exception:
        raise Refused(DAMAGED) from None


def frame_at(image: Image.Image, number: int) -> Frame:
    """Return one frame, from 0, decoded whole, or refuse it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            warnings.simplefilter("ignore", UserWarning)
            image.seek(number)
            if image.width * image.height > _MOST_PIXELS:
                raise Refused(TOO_LARGE)
            image.load()
            dots = _dots(image)
            upright = ImageOps.exif_transpose(image)
            if upright.size != image.size:
                dots = dots[::-1]
            plain, seethrough = _plain(upright)
    except Refused:
        raise
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused(TOO_LARGE) from None
    except Exception:
        raise Refused(DAMAGED) from None
    return _square(plain, dots, seethrough)


def _dots(image: Image.Image) -> tuple[float, float]:
    """Return the dots an inch, across and down, that the file says, or that fit a sheet."""
    across, down = _said(image)
    width, height = image.size
    if across and down:
        longest = max(width / across, height / down)
        screen = round(across) in _SCREENS  # a file in dots a metre says 96.01
        if longest <= _LONGEST[screen] and max(across, down) < 4 * min(across, down):
            return across, down
    fitting = _fitting(image.size)
    return fitting, fitting


def _fitting(size: tuple[int, int]) -> float:
    """Return the dots an inch of a picture that says none, as every GIF does.

    A strip of a scanned page is as wide as the page. Were it taken for a page that lies on its
    side, its letters would be read at a size that is not theirs: otherwise than those of its twin
    that says its dots.
    """
    short, long = sorted(size)
    least = max(_COARSEST, short / _A4[0], long / _A4[1])
    usual = (
        dots
        for dots in _USUAL
        if dots >= _BROADER * least and any(abs(side * dots - size[0]) <= _OFF for side in _SIDES)
    )
    return next(usual, least)


def _said(image: Image.Image) -> tuple[float, float]:
    try:
        across, down = (float(dots) for dots in image.info.get("dpi", (0, 0)))
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0, 0.0
    if all(_FEWEST_DOTS <= dots <= _MOST_DOTS for dots in (across, down)):
        return across, down
    return 0.0, 0.0


def _plain(image: Image.Image) -> tuple[Image.Image, bool]:
    """Return a picture as "1", "L" or "RGB", and whether something in it was made invisible."""
    if image.mode == "1":
        return image, False
    if image.mode.startswith("I") or image.mode == "F":
        return _eight_bits(image), False
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in image.info:
        flat, seethrough = _on_a_ground(image.convert("RGBA"))
        return _without_needless_colour(flat), seethrough
    if image.mode == "L":
        return image, False
    return _without_needless_colour(image.convert("RGB")), False


def _eight_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image).astype(np.float64)
    values = np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
    low, high = min(0.0, float(values.min())), float(values.max())
    top = high if image.mode == "F" else max(high, 255.0)
    scaled = (values - low) * (255.0 / max(top - low, 1e-9))
    return Image.fromarray(np.clip(scaled, 0, 255).astype(np.uint8))


def _on_a_ground(image: Image.Image) -> tuple[Image.Image, bool]:
    """Lay a picture on white, or on dark where it would not show on white."""
    values = np.asarray(image)
    opacity = values[:, :, 3]
    gone = values[opacity < 8]
    hidden = gone.shape[0] > 50 and bool((np.ptp(gone[:, :3], axis=0) > 24).any())
    shown = values[opacity > 100]
    light = shown.shape[0] > 0 and float(shown[:, :3].mean()) > _LIGHT
    ground = 60 if light and gone.shape[0] > 0.1 * opacity.size else 255
    flat = Image.new("RGBA", image.size, (ground, ground, ground, 255))
    flat.alpha_composite(image)
    return flat.convert("RGB"), hidden


def _without_needless_colour(image: Image.Image) -> Image.Image:
    values = np.asarray(image.reduce(2) if min(image.size) > 400 else image).astype(np.int16)
    coloured = np.count_nonzero(np.ptp(values, axis=2) > _COLOURED)
    return image.convert("L") if coloured <= _FEW * values.shape[0] * values.shape[1] else image


def _square(image: Image.Image, dots: tuple[float, float], seethrough: bool) -> Frame:
    """Make dots square, as a fax's are not, and a vast picture smaller."""
    finest = max(dots)
    width, height = image.width * finest / dots[0], image.height * finest / dots[1]
    factor = min(1.0, (_KEPT_PIXELS / (width * height)) ** 0.5)
    size = max(1, round(width * factor)), max(1, round(height * factor))
    if size != image.size:
        two_valued = image.mode == "1"
        image = image.convert("L").resize(size) if two_valued else image.resize(size)
        if two_valued:
            image = image.point([0] * 128 + [255] * 128).convert("1")
    return Frame(image, finest * factor, seethrough)
