"""Fonts of every kind, numbered as they were written: they say the same, whatever name went."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from redaction.formats.layer import with_read_layer
from redaction.scans.ocr import Word
from tests.corpus.letters import make

KEPT = "The quality of a windy day: fix, bake, jump, mild view and grape"
NAME = (38.0, 84.0, 200.0, 104.0)

Form = Callable[..., bytes]
Burned = Callable[..., Any]


def plain(thing: Any, seen: tuple[object, ...] = ()) -> object:
    """Return a font with all that it names, down to the octets of streams."""
    if not isinstance(thing, Object):
        return thing
    if thing.is_indirect and thing.objgen in seen:
        return "again"
    seen = (*seen, thing.objgen) if thing.is_indirect else seen
    if isinstance(thing, Stream):
        return thing.read_bytes(), str(thing.get("/Subtype"))
    if isinstance(thing, Dictionary):
        return {key: plain(value, seen) for key, value in thing.items()}
    if isinstance(thing, Array):
        return [plain(value, seen) for value in thing.as_list()]
    return str(thing)


def told(pdf: bytes) -> tuple[list[object], list[bytes]]:
    """Return the fonts of a page, and what it shows in them."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        fonts = [plain(f) for name, f in page.Resources.Font.items() if name != "/Kept"]
        content = b"\n".join(part.read_bytes() for part in page.Contents)
    return fonts, [line for line in content.split(b"\n") if line.endswith(b"] TJ")]


@pytest.mark.parametrize("kind", ["truetype", "cff", "type1", "type3", "cid", "cidcff"])
def test_a_font_of_any_kind_says_the_same_whatever_name_was_written_first(
    kind: str, form: Form, burned: Burned, words: Callable[[bytes], str]
) -> None:
    said = []
    for name in ("Wilma Quade", "Edward Keys", "nobody"):
        with Pdf.new() as scratch:
            face = make(scratch, name + KEPT, kind, as_written=True)
            content = face.show(name, 40, 206) + face.show(KEPT, 40, 180, 9)

        def fill(pdf: Pdf, text: str = name + KEPT) -> dict[str, Object]:
            return {"/Font": Dictionary(E=make(pdf, text, kind, as_written=True).font)}

        result, verdict = burned(form(content, fill), NAME, gone=(name,))
        assert verdict.against == ()
        assert result.pictures == ()
        assert KEPT in words(result.pdf)
        said.append(told(result.pdf))
    assert said[0] == said[2]
    assert said[1] == said[2]


def read_on(content: bytes, lines: tuple[str, str]) -> bytes:
    """Lay words over a page as a reader of pictures does; each is 6 points a letter."""
    out, placed = io.BytesIO(), []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for number, line in enumerate(lines):
            x, y = 50.0, 50.0 + 30 * number
            for word in line.split():
                box = (x, y, x + 6 * len(word), y + 12)
                placed.append(Word(word, box, confidence=95, symbols=(), line=number))
                x += 6 * len(word) + 5
        with_read_layer(pdf, pdf.pages[0], placed)
        pdf.save(out)
    return out.getvalue()


def sheet(pdf: Pdf) -> dict[str, Object]:
    """A scan of 320 by 240 points at 4 pixels a point, with ink where the two lines are read."""
    rows = np.full((960, 1280), 255, np.uint8)
    for y in (20, 50):
        rows[4 * y + 8 : 4 * y + 40, 40:1240:5] = 0
    image = Stream(pdf, rows.tobytes(), Type=Name.XObject, Subtype=Name.Image)
    image.Width, image.Height, image.BitsPerComponent = 1280, 960, 8
    image.ColorSpace = Name.DeviceGray
    return {"/XObject": Dictionary(Im=image)}


def test_what_was_read_in_a_picture_says_the_same_whatever_name_was_read_first(
    form: Form, burned: Burned, words: Callable[[bytes], str]
) -> None:
    kept = "quiet lamp and warm garden by noon"
    said = []
    for name in ("Wilma Quade", "Edgar Keysx", "Mabel Zohar"):
        source = read_on(form("q 320 0 0 240 40 30 cm /Im Do Q", sheet), (name, kept))
        result, verdict = burned(source, (48.0, 48.0, 140.0, 64.0), gone=tuple(name.split()))
        assert (result.pictures, verdict.against) == ((), ())
        assert kept in words(result.pdf)
        said.append(told(result.pdf))
    assert said[0] == said[1]
    assert said[0] == said[2]
