"""Pictures made anew: their pixels and nothing else, and of those none that lie under a box.

A picture is edited in its own colour space, so that no shade of it changes elsewhere. The ground of
a box is laid over the pixels before they are packed again. A JPEG says something of a letter in the
whole block that the letter stood in: the ripples around it are smoothed away up to the block's
edge, or the block goes.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pikepdf
from numpy.typing import NDArray
from pikepdf import Array, Dictionary, Name, Object, Pdf

from recordkeeping.disclosure.findings import Box
from redaction.burn.samples import (
    Samples,
    Values,
    as_fax,
    as_jpeg,
    filters_of,
    innermost,
    packed,
    unpacked,
)
from redaction.burn.typefaces import Doubt
from redaction.burn.unseen import Mask, Unseen, inner

GROUND = 0.878
_MOST_PIXELS = 60_000_000
_PARTS = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4}
_OF_PARTS = {1: Name.DeviceGray, 3: Name.DeviceRGB}
_RIM = 1  # pixels around a box that go with it
_BLOCK, _SUBSAMPLED_BLOCK = 8, 16  # pixels of a JPEG that were packed together
_PAPER, _RIPPLE = 150, 70  # of 255: lighter is paper; how much darker a ripple is, at most
_UNEVEN, _SHADES = 16, 8  # of 255: paper that is so much darker, in steps that tell nothing
_SOME = 7  # a pixel of so many tells the middle colour
_SMALL = 40_000  # pixels: of so few a JPEG saves nothing


@dataclass(frozen=True, slots=True)
class Lost:
    """What a picture loses: boxes of its unit square, from its top, and what nobody can see.

    `through` are pixels that its own mask hides.
    """

    boxes: tuple[Box, ...] = ()
    unseen: Unseen | None = None
    through: Mask | None = None

    def __bool__(self) -> bool:
        """Say whether it loses anything."""
        return bool(self.boxes) or self.unseen is not None or self.through is not None

    def hidden(self, wide: int, high: int) -> Mask | None:
        """Return which of so many pixels nobody can see."""
        covered = None if self.unseen is None else self.unseen.mask(wide, high)
        through = self.through
        if through is not None and through.shape != (high, wide):
            through = inner(through, (wide, high))
        if covered is None or through is None:
            return through if covered is None else covered
        return covered | through


class Images:
    """Makes the pictures of one document."""

    def __init__(self, made: Pdf, space: Callable[[Object], Object]) -> None:
        """Take the document, and what rewrites a colour space."""
        self.made, self.space = made, space

    def remade(
        self, given: Object, gone: Sequence[Box] = (), unseen: Unseen | None = None
    ) -> Object:
        """Return a picture without what lies in `gone`: boxes of the unit square, from its top.

        Nor does it keep the pixels that `unseen` hides.
        """
        if "/Width" not in given or "/Height" not in given:
            raise Doubt("a picture that is damaged")
        width, height = int(given["/Width"]), int(given["/Height"])
        if width * height > _MOST_PIXELS or width < 1 or height < 1:
            raise Doubt("a picture that is too large")
        if unseen is not None and unseen.mask(width, height) is None:
            unseen = None
        lost = Lost(tuple(gone), unseen)
        if bool(given.get("/ImageMask", False)):
            return self._stencil(given, lost)
        space, parts, bits = self._colours(given)
        alpha, through = self._opacity(given, parts, bits, lost)
        lost = replace(lost, through=through)
        decode = [float(value) for value in given.get("/Decode", [])]
        stream: Object
        if not lost and filters_of(given)[-1:] == ["/DCTDecode"]:
            raw = bare_jpeg(innermost(self.made, given, filters_of(given)))
            stream = self._packed(raw, Name.DCTDecode)
            bits = 8
        else:
            samples = unpacked(self.made, given, parts, bits)
            if samples.alpha is not None and int(given.get("/SMaskInData", 0)) == 1:
                through = inner(samples.alpha[:, :, 0] == 0)
                alpha = self._grey(Samples(samples.alpha, 8), lost, 1.0)
                lost = replace(lost, through=through)
            if space is None:
                space = _OF_PARTS[samples.values.shape[2]]
            _cover(samples, lost, ground_in(space, samples.bits, decode))
            stream, bits = self._stream(samples, space), samples.bits
        self._describe(stream, width, height, bits)
        stream["/ColorSpace"] = space
        if decode:
            stream["/Decode"] = _numbers(decode)
        if "/Interpolate" in given:
            stream["/Interpolate"] = bool(given["/Interpolate"])
        if alpha is not None:
            stream["/SMask"] = alpha
        return self.made.make_indirect(stream)

    def _colours(self, given: Object) -> tuple[Object | None, int | None, int]:
        if "/ColorSpace" not in given:
            if filters_of(given)[-1:] != ["/JPXDecode"]:
                raise Doubt("a picture without colours")
            return None, None, 8
        space = self.space(given["/ColorSpace"])
        parts = _PARTS[str(space)] if isinstance(space, Name) else 1
        return space, parts, int(given.get("/BitsPerComponent", 8))

    def _stencil(self, given: Object, lost: Lost) -> Object:
        samples = unpacked(self.made, given, 1, 1)
        painted = _painted(given)
        _cover(samples, lost, [1 - painted])
        stream = self._stream(samples, Name.DeviceGray)
        self._describe(stream, int(given["/Width"]), int(given["/Height"]), 1)
        stream["/ImageMask"] = True
        if painted:
            stream["/Decode"] = Array([1, 0])
        return self.made.make_indirect(stream)

    def _opacity(
        self, given: Object, parts: int | None, bits: int, lost: Lost
    ) -> tuple[Object | None, Mask | None]:
        """Return what lets a picture's ground through, opaque where a box is, and where all of it.

        Whoever takes the mask away would see the pixels there.
        """
        if "/SMask" in given:  # it counts before any other mask (§8.9.5.4)
            soft = given["/SMask"]
            if "/Matte" in soft or "/SMask" in soft or "/Mask" in soft:
                raise Doubt("a picture with a mask")
            samples = unpacked(self.made, soft, 1, int(soft.get("/BitsPerComponent", 8)))
            decode = [float(value) for value in soft.get("/Decode", [])]
            [nothing] = _counted([0.0], samples.bits, decode)
            through = inner(samples.values[:, :, 0] == nothing)
            if not lost:
                return self.remade(soft), through
            return self._grey(samples, lost, 1.0, decode), through
        mask = given.get("/Mask")
        if mask is None:
            return None, None
        if isinstance(mask, Array):
            samples = unpacked(self.made, given, parts, bits)
            low = np.array([int(value) for value in mask][0::2])
            high = np.array([int(value) for value in mask][1::2])
            keyed = ((samples.values >= low) & (samples.values <= high)).all(axis=2)
            opaque = np.logical_not(keyed)[:, :, np.newaxis].astype(np.uint8)
        else:
            hidden = unpacked(self.made, mask, 1, 1)
            opaque = (hidden.values == _painted(mask)).astype(np.uint8)
        through = inner(opaque[:, :, 0] == 0)
        return self._grey(Samples(opaque, 1), lost, 1.0), through

    def _grey(
        self, samples: Samples, lost: Lost, value: float, decode: Sequence[float] = ()
    ) -> Object:
        high, wide = samples.values.shape[:2]
        if high * wide > _MOST_PIXELS:
            raise Doubt("a picture that is too large")
        _cover(samples, lost, _counted([value], samples.bits, decode))
        stream = self._stream(samples, Name.DeviceGray)
        self._describe(stream, wide, high, samples.bits)
        stream["/ColorSpace"] = Name.DeviceGray
        if decode:
            stream["/Decode"] = _numbers(decode)
        return self.made.make_indirect(stream)

    def _stream(self, samples: Samples, space: Object) -> Object:
        parts = samples.values.shape[2]
        pixels = samples.values.shape[0] * samples.values.shape[1]
        plain = isinstance(space, Name) and parts in (1, 3)
        if samples.kind == "photograph" and plain and (samples.quality or pixels > _SMALL):
            raw = bare_jpeg(as_jpeg(samples.values, samples.quality))
            return self._packed(raw, Name.DCTDecode)
        if samples.bits == 1 and parts == 1 and pixels > _SMALL:
            stream = self._packed(as_fax(samples.values), Name.CCITTFaxDecode)
            high, wide = samples.values.shape[:2]
            stream["/DecodeParms"] = Dictionary(K=-1, Columns=wide, Rows=high)
            return stream
        return self._packed(zlib.compress(packed(samples), 6), Name.FlateDecode)

    def _packed(self, raw: bytes, filter: Name) -> Object:
        stream = pikepdf.Stream(self.made, raw)
        stream["/Filter"] = filter
        return stream

    def _describe(self, stream: Object, width: int, height: int, bits: int) -> None:
        stream["/Type"], stream["/Subtype"] = Name.XObject, Name.Image
        stream["/Width"], stream["/Height"], stream["/BitsPerComponent"] = width, height, bits


def ground_in(space: Object, bits: int, decode: Sequence[float]) -> list[int]:
    """Return the samples of a box's ground in a colour space, or the nearest that it has."""
    match str(space if isinstance(space, Name) else space[0]):
        case "/DeviceGray":
            wanted = [GROUND]
        case "/DeviceRGB":
            wanted = [GROUND] * 3
        case "/DeviceCMYK":
            wanted = [0.0, 0.0, 0.0, 1 - GROUND]
        case "/Indexed":
            return [_nearest(space)]
        case _:
            wanted = [0.0]  # no ink
    return _counted(wanted, bits, decode)


def _counted(wanted: Sequence[float], bits: int, decode: Sequence[float]) -> list[int]:
    most = (1 << bits) - 1
    counted = []
    for part, value in enumerate(wanted):
        low, high = decode[2 * part : 2 * part + 2] if decode else (0.0, 1.0)
        if low == high:
            raise Doubt("a picture of a kind that cannot be rewritten")
        counted.append(min(most, max(0, round((value - low) / (high - low) * most))))
    return counted


def _nearest(space: Object) -> int:
    """Return the number of the colour in a table that is nearest to the ground."""
    parts = _PARTS[str(space[1])]
    table = np.frombuffer(space[3].read_bytes(), np.uint8).reshape(-1, parts).astype(int)
    wanted = [GROUND * 255] * parts if parts < 4 else [0, 0, 0, (1 - GROUND) * 255]
    return int(np.abs(table - np.array(wanted)).sum(axis=1).argmin())


def _painted(stencil: Object) -> int:
    """Return the sample that paints: nought, unless the stencil says otherwise."""
    return 1 if [float(v) for v in stencil.get("/Decode", [0, 1])][:1] == [1.0] else 0


def _cover(samples: Samples, lost: Lost, ground: Sequence[int]) -> None:
    """Lay the ground over the pixels of each box, and smooth what rippled around it.

    What is hidden in a photograph takes the middle colour of the rest: beside it nothing ripples.
    """
    high, wide = samples.values.shape[:2]
    hidden = lost.hidden(wide, high)
    if hidden is not None:
        shown = samples.values[~hidden][::_SOME]
        even = samples.kind == "photograph" and len(shown)
        samples.values[hidden] = np.median(shown, axis=0) if even else ground
    inner = []
    for x0, y0, x1, y1 in lost.boxes:
        left, top = int(np.floor(x0 * wide)) - _RIM, int(np.floor(y0 * high)) - _RIM
        right, bottom = int(np.ceil(x1 * wide)) + _RIM, int(np.ceil(y1 * high)) + _RIM
        left, top, right, bottom = max(0, left), max(0, top), min(wide, right), min(high, bottom)
        if left < right and top < bottom:
            inner.append((left, top, right, bottom))
    if samples.kind == "photograph":
        subsampled = samples.quality is None or samples.quality[1] != 0
        block = _SUBSAMPLED_BLOCK if subsampled else _BLOCK
        usual = _paper_of(samples.values)
        for left, top, right, bottom in inner:
            rim = (
                slice(top // block * block, -(-bottom // block) * block),
                slice(left // block * block, -(-right // block) * block),
            )
            _smooth(samples.values[rim], np.array(ground, np.uint8), usual)
    for left, top, right, bottom in inner:
        samples.values[top:bottom, left:right] = ground


def _paper_of(values: Values) -> NDArray[np.float64]:
    """Return the colour of a picture's paper: so much of it is looked at that no word counts."""
    some = values[::5, ::5].reshape(-1, values.shape[2])
    light = some.mean(axis=1)
    paper = light > np.percentile(light, 75) - _RIPPLE
    return np.asarray(np.median(some[paper], axis=0), np.float64)


def _smooth(blocks: Values, ground: NDArray[np.uint8], usual: NDArray[np.float64]) -> None:
    """Make what is nearly paper all paper; blocks that show no paper are made ground.

    The paper is `usual`, that of the whole picture, where it is about as light there: even its
    middle shade around a word tells something of how much ink the word had.
    """
    light = blocks.mean(axis=2)
    paper = float(np.percentile(light, 75))
    if paper < _PAPER or blocks.shape[2] == 4:
        blocks[:] = ground
        return
    nearly = light > paper - _RIPPLE
    if nearly.mean() < 0.5:
        blocks[:] = ground
        return
    shade = np.median(blocks[nearly], axis=0)
    if np.abs(shade - usual).max() <= _UNEVEN:
        shade = usual
    else:
        shade = np.minimum(255, np.round(shade / _SHADES) * _SHADES)
    blocks[nearly] = shade.astype(np.uint8)


def _numbers(values: Sequence[float]) -> Object:
    return Array([int(v) if v.is_integer() else round(v, 6) for v in values])


def bare_jpeg(raw: bytes) -> bytes:
    """Return a JPEG without what a camera or a program wrote beside its pixels.

    APP0, APP2 (profiles are not: a profile can hold a text) and comments go; APP14 says how colours
    are meant and stays. Whatever follows the end of the picture goes too.
    """
    if raw[:2] != b"\xff\xd8":
        raise Doubt("a picture that is damaged")
    out, at = [b"\xff\xd8"], 2
    while at + 4 <= len(raw):
        if raw[at] != 0xFF:
            raise Doubt("a picture that is damaged")
        marker = raw[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        length = int.from_bytes(raw[at + 2 : at + 4], "big")
        segment = raw[at : at + 2 + length]
        if marker == 0xDA:
            end = raw.rfind(b"\xff\xd9")
            if end < at or b"\xff\xd8" in raw[at:end]:
                raise Doubt("a picture that holds another")
            out.append(raw[at:end] + b"\xff\xd9")
            return b"".join(out)
        kept = marker in (0xDB, 0xC4, 0xDD) or 0xC0 <= marker <= 0xC2
        if marker == 0xEE and segment[4:9] == b"Adobe" and length == 14:
            kept = True
        if kept:
            out.append(segment)
        elif not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            raise Doubt("a picture of a kind that cannot be rewritten")
        at += 2 + length
    raise Doubt("a picture that is damaged")
