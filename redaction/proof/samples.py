"""The samples of pictures that lie under a box, looked at themselves: a mask may hide them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from pikepdf import Array, Name, Object
from PIL import Image

from recordkeeping.disclosure.findings import Box
from redaction.proof.letters import Matrix
from redaction.proof.shape import fax_pixels

_FLAT = 40  # of 255, for what was packed as a photograph
_WITHIN = 2.0  # points from the edge of a box: samples across it may be those of either side

Samples = NDArray[np.int64]


def shows_under(page: Object, pictures: Sequence[tuple[str, Matrix]], boxes: Sequence[Box]) -> bool:
    """Say whether a picture has samples that differ under one of the boxes, in the page's space."""
    inner = [(b[0] + _WITHIN, b[1] + _WITHIN, b[2] - _WITHIN, b[3] - _WITHIN) for b in boxes]
    for name, matrix in pictures:
        near = [box for box in inner if box[0] < box[2] and box[1] < box[3] and _meet(matrix, box)]
        if not near:
            continue
        image = page.Resources.XObject[f"/{name}"]
        for samples, most in _layers(image):
            if not all(_is_flat(samples, most, matrix, box) for box in near):
                return True
    return False


def _layers(image: Object) -> Iterator[tuple[Samples, int]]:
    """Yield the samples of a picture and of its mask, and how far apart those of one ground may be.

    Numbers of a table, and samples of one bit, may not differ at all.
    """
    photograph = image.get("/Filter") == Name.DCTDecode
    yield _samples(image), _FLAT if photograph else 0
    if "/SMask" in image:
        yield from _layers(image.SMask)


def _samples(image: Object) -> Samples:
    wide, high = int(image.Width), int(image.Height)
    match str(image.get("/Filter", "/None")):
        case "/DCTDecode":
            with Image.open(io.BytesIO(image.read_raw_bytes())) as photograph:
                return np.asarray(photograph, np.int64).reshape(high, wide, -1)
        case "/CCITTFaxDecode":
            return np.asarray(fax_pixels(image.read_raw_bytes(), wide, high), np.int64)[..., None]
    bits = int(image.get("/BitsPerComponent", 1))
    parts = 1 if image.get("/ImageMask") else _parts(image.ColorSpace)
    octets = np.frombuffer(image.read_bytes(), np.uint8)
    if bits == 16:
        return octets.view(">u2").astype(np.int64).reshape(high, wide, parts)
    rows = octets.reshape(high, -1)
    if bits < 8:
        ones = np.unpackbits(rows, axis=1)[:, : wide * parts * bits].reshape(high, -1, bits)
        return (ones @ (1 << np.arange(bits)[::-1])).reshape(high, wide, parts)
    return rows.astype(np.int64).reshape(high, wide, parts)


def _parts(space: Object) -> int:
    if isinstance(space, Array):
        return 1
    return {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}[str(space)]


def _meet(matrix: Matrix, box: Box) -> bool:
    a, b, c, d, e, f = matrix
    xs, ys = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
    return min(xs) < box[2] and box[0] < max(xs) and min(ys) < box[3] and box[1] < max(ys)


def _is_flat(samples: Samples, most: int, matrix: Matrix, box: Box) -> bool:
    a, b, c, d, e, f = matrix
    high, wide, _ = samples.shape
    scale = a * d - b * c
    if not scale:
        return True  # it is folded flat and shows nothing
    xs, ys = np.array([box[0], box[2], box[0], box[2]]), np.array([box[1], box[1], box[3], box[3]])
    across = (d * (xs - e) - c * (ys - f)) / scale * wide
    down = (1 - (a * (ys - f) - b * (xs - e)) / scale) * high
    left, right = max(0, int(across.min())), min(wide, int(across.max()) + 1)
    top, bottom = max(0, int(down.min())), min(high, int(down.max()) + 1)
    if left >= right or top >= bottom:
        return True
    u = (np.arange(left, right) + 0.5) / wide
    v = 1 - (np.arange(top, bottom)[:, None] + 0.5) / high
    x, y = a * u + c * v + e, b * u + d * v + f
    inside = (x > box[0]) & (x < box[2]) & (y > box[1]) & (y < box[3])
    under = samples[top:bottom, left:right][inside]
    return not len(under) or bool((np.ptp(under, axis=0) <= most).all())
