"""Pages that become pictures stay in colour and can be searched, in whatever script they are."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Name

from recordkeeping.disclosure.people import Roster
from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.detect import areas_of, detect
from redaction.formats.layer import with_read_layer
from redaction.prove import weigh
from redaction.reading import read_document
from redaction.scans.ocr import Word
from redaction.terms import TermDetector
from tests.corpus.case import cases

BOX = (38.0, 49.0, 112.0, 63.0)
INK = "".join(
    f"{x} {300 - y - 11} 5 10 re f " for y in (50, 70, 90, 110, 130) for x in range(42, 340, 8)
)
WORDS = (
    ("Zephyrine", 40, 50), ("went", 120, 50), ("καλημέρα", 40, 70), ("مدرسة", 40, 90),
    ("北京大学", 40, 110), ("школа", 40, 130),
)  # fmt: skip
PHOTOGRAPH = "1 0 0 rg 40 20 60 60 re f 0 0.5 1 rg 100 20 60 60 re f 0 g "


def _as_pictures(source: bytes) -> tuple[bytes, tuple[str, ...]]:
    areas = [Area(1, BOX)]
    made = burn(source, areas, as_pictures=[1])
    assert [page for page, _ in made.pictures] == [1]
    return made.pdf, weigh(made.pdf, source, areas, ("zephyrine",)).against


@pytest.fixture
def source(form: Callable[..., bytes]) -> Callable[[str], bytes]:
    """A maker of a page of ink that was read as words of five scripts."""

    def make(besides: str = "") -> bytes:
        with pikepdf.open(io.BytesIO(form(besides + INK))) as pdf:
            boxes = [(text, (x, y, x + 70.0, y + 12.0)) for text, x, y in WORDS]
            read = [Word(t, b, 95.0, (), int(b[1]), b) for t, b in boxes]
            with_read_layer(pdf, pdf.pages[0], read)
            out = io.BytesIO()
            pdf.save(out)
            return out.getvalue()

    return make


def test_kept_words_of_every_script_can_be_searched(
    source: Callable[..., bytes], tmp_path: Path
) -> None:
    released, against = _as_pictures(source())
    assert against == ()
    path = tmp_path / "released.pdf"
    path.write_bytes(released)
    said = subprocess.run(
        ["/usr/bin/pdftotext", str(path), "-"], capture_output=True, check=True, text=True
    ).stdout
    for word, _, _ in WORDS[1:]:
        assert word in said
    assert "Zephyrine" not in said
    assert "another person" in said


def test_a_page_with_colours_keeps_them_and_its_boxes_are_flat(
    source: Callable[..., bytes], drawn: Callable[[bytes], Any], pictures: Callable[..., Any]
) -> None:
    released, against = _as_pictures(source(PHOTOGRAPH))
    assert against == ()
    shown = drawn(released)
    for at, colour in (((140, 500), (255, 0, 0)), ((260, 500), (0, 128, 255))):
        assert np.abs(np.subtract(shown.getpixel(at), colour)).max() <= 4
    [image] = pictures(released)
    assert (image.ColorSpace[0], image.ColorSpace[1]) == (Name.Indexed, Name.DeviceRGB)
    numbers = np.frombuffer(image.read_bytes(), np.uint8).reshape(image.Height, image.Width)
    scale = 150 / 72
    x0, y0, x1, y1 = (int(edge * scale) for edge in BOX)
    assert set(numbers[y0:y1, x0:x1].flat) == {255}
    assert image.ColorSpace[3].read_bytes()[-3:] == bytes([238] * 3)


def test_a_page_without_colour_is_of_sixteen_greys(
    source: Callable[..., bytes], pictures: Callable[..., Any]
) -> None:
    [image] = pictures(_as_pictures(source())[0])
    assert (image.ColorSpace, image.BitsPerComponent) == (Name.DeviceGray, 4)


@pytest.mark.parametrize("what", ["a box with a mark in it", "a colour table that is too long"])
def test_the_proof_refuses_a_coloured_picture_that_holds_more(
    what: str, source: Callable[..., bytes]
) -> None:
    before = source(PHOTOGRAPH)
    released, _ = _as_pictures(before)
    with pikepdf.open(io.BytesIO(released)) as pdf:
        image = pdf.pages[0].Resources.XObject.Page
        if what.startswith("a box"):
            pixels = bytearray(image.read_bytes())
            pixels[int(56 * 150 / 72) * int(image.Width) + int(70 * 150 / 72)] = 0
            image.write(bytes(pixels), filter=Name.FlateDecode)
        else:
            table = image.ColorSpace[3].read_bytes() + b"Zephyrine"
            image.ColorSpace = Array([*list(image.ColorSpace)[:3], pdf.make_stream(table)])
        out = io.BytesIO()
        pdf.save(out)
    assert weigh(out.getvalue(), before, [Area(1, BOX)], ("zephyrine",)).against != ()


def test_the_foot_of_a_picture_says_what_its_codes_are(
    source: Callable[..., bytes], words: Callable[[bytes], str], drawn: Callable[[bytes], Any]
) -> None:
    before, areas = source(), [Area(1, BOX, "another person", "s.40(2)")]
    made = burn(before, areas, as_pictures=[1])
    assert weigh(made.pdf, before, areas, ("zephyrine",)).against == ()
    assert words(made.pdf).endswith("Removed on this page: another person (s.40(2))")
    foot = np.asarray(drawn(made.pdf).convert("L"))[560:]
    assert (foot < 100).any()
    assert (np.asarray(drawn(before).convert("L"))[560:] == 255).all()


def test_the_proof_refuses_other_words_at_the_foot_of_a_picture(
    source: Callable[..., bytes],
) -> None:
    before = source()
    made = burn(before, [Area(1, BOX, "another person", "s.40(2)")], as_pictures=[1])
    decided = [Area(1, BOX, "another person", "s.40(1)")]
    against = weigh(made.pdf, before, decided, ("zephyrine",)).against
    assert any("not what its codes are" in why for why in against)


def test_kept_letters_lie_over_their_ink_where_a_font_says_that_they_are_wider(
    form: Callable[..., bytes],
) -> None:
    def wide(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
        font = pikepdf.Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier, FirstChar=32, LastChar=122,
            Widths=[600] * 73 + [1500] + [600] * 17, Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        return {"/Font": pikepdf.Dictionary(F2=font)}

    lines = (b"BT /F2 12 Tf 1 0 0 1 40 %d Tm (a call) Tj ET" % y for y in (240, 200))
    _, against = _as_pictures(form(b" ".join(lines), wide))
    assert against == ()


def test_labels_of_boxes_as_small_as_a_letter_stand_within_what_was_decided(
    words: Callable[[bytes], str],
) -> None:
    """A name along a curve has a box for each letter; one of them reaches over the page's edge."""
    case = next(case for case in cases() if case.file == "03-along-a-curve.pdf")
    read = read_document(case.make())
    areas = areas_of(detect(read, Roster(""), [TermDetector(case.terms)]), {}, "another person")
    assert len(areas) > 10
    made = burn(read.pdf, areas, as_pictures=[1])
    assert weigh(made.pdf, read.pdf, areas, case.terms).against == ()
    assert "They talked about the garden" in words(made.pdf)


def test_what_was_misread_in_a_shape_that_grows_darker_is_no_word_of_the_picture(
    form: Callable[..., bytes], words: Callable[[bytes], str]
) -> None:
    shades = "".join(f"{1 - y / 120} g 120 {150 - y} 200 1.2 re f " for y in range(100))
    with pikepdf.open(io.BytesIO(form(f"{shades} 0 g {INK}"))) as pdf:
        read = [
            Word("seen", (40.0, 70.0, 110.0, 82.0), 95.0, (), 0, (40.0, 70.0, 110.0, 82.0)),
            Word("ny", (140.0, 155.0, 300.0, 240.0), 95.0, (), 1, (140.0, 155.0, 300.0, 240.0)),
        ]
        with_read_layer(pdf, pdf.pages[0], read)
        out = io.BytesIO()
        pdf.save(out)
    made, against = _as_pictures(out.getvalue())
    assert against == ()
    assert "seen" in words(made)
    assert "ny" not in words(made)
