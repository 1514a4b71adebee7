"""Words that nobody can see are never released, and take no page's sharpness with them."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from redaction.formats.layer import with_other_layer, with_read_layer
from redaction.scans.ocr import Word

SEEN = "BT /F1 12 Tf 40 200 Td (The visit was on a plain Tuesday in the autumn) Tj ET "
SECRET = "(Zephyrine) Tj"

Burned = Callable[..., Any]


@pytest.mark.parametrize(
    "hidden",
    [
        f"BT 1 g /F1 12 Tf 40 150 Td {SECRET} ET",
        f"BT 1 1 1 rg /F1 12 Tf 40 150 Td {SECRET} ET",
        f"/DeviceRGB cs BT 1 1 1 sc /F1 12 Tf 40 150 Td {SECRET} ET",
        f"BT 3 Tr /F1 12 Tf 40 150 Td {SECRET} ET",
        f"BT /F1 0.6 Tf 40 150 Td {SECRET} ET",
        f"BT /F1 12 Tf 40 350 Td {SECRET} ET",
        f"q 0 0 10 10 re W n BT /F1 12 Tf 40 150 Td {SECRET} ET Q",
        f"BT /F1 12 Tf 40 150 Td {SECRET} ET 1 g 30 140 200 30 re f",
        f"BT /F1 12 Tf 40 150 Td {SECRET} ET 0 g 30 140 200 30 re f",
        f"0 g 30 140 200 30 re f BT /F1 12 Tf 40 150 Td {SECRET} ET",
        f"BT /F1 12 Tf 40 150 Td {SECRET} ET 1 g 30 140 200 30 re f 0 g "
        "BT /F1 12 Tf 40 150 Td (Ordinary) Tj ET",
        f"BT 1 g /F1 12 Tf 41 201 Td {SECRET} ET",
    ],
)
@pytest.mark.parametrize("boxes", [(), ((140.0, 85.0, 200.0, 105.0),)])
def test_a_word_that_cannot_be_seen_goes_and_the_page_stays_sharp(
    hidden: str,
    boxes: tuple[tuple[float, float, float, float], ...],
    form: Callable[..., bytes],
    burned: Burned,
    words: Callable[[bytes], str],
) -> None:
    result, verdict = burned(form(SEEN + hidden), *boxes, gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    said = words(result.pdf)
    assert said.startswith("The visit was")
    assert "autumn" in said
    assert "Zephyrine" not in said


LETTER = "60 150 m 64 158 l 70 163 l 76 158 l 80 150 l 72 146 l h"


@pytest.mark.parametrize(
    "hidden",
    [
        f"{LETTER} f 1 g 50 140 40 30 re f",
        f"{LETTER} S 1 g 50 140 40 30 re f",
        f"{LETTER} f* 0 g 50 140 40 30 re f",
        f"q 0 0 10 10 re W n {LETTER} f Q",
        f"q 0 0 10 10 re W n {LETTER} S Q",
        f"{LETTER} n",
        f"1 g {LETTER} f",
        f"0.995 g {LETTER} f {LETTER} f",
        f"1 0 0 rg 1 1 1 RG {LETTER} s",
        f"0.1 0.2 0.4 rg 50 140 40 30 re f {LETTER} f",
        f"/Multiply gs 1 g {LETTER} f",
        f"1 g 0 0 400 190 re f /Screen gs 0 g {LETTER} b",
    ],
)
def test_outlines_that_cannot_be_seen_go(
    hidden: str, form: Callable[..., bytes], burned: Burned
) -> None:
    modes = {f"/{mode}": Dictionary(BM=Name(f"/{mode}")) for mode in ("Multiply", "Screen")}
    source = form(f"{SEEN} {hidden}", lambda _: {"/ExtGState": Dictionary(modes)})
    result, verdict = burned(source, gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        drawn = [str(i.operator) for i in pikepdf.parse_content_stream(pdf.pages[0])]
    assert "l" not in drawn


@pytest.mark.parametrize(
    ("paint", "opacity", "left"),
    [
        ("f", {"/ca": 0}, 0),
        ("S", {"/CA": 0}, 0),
        ("b*", {"/ca": 0, "/CA": 0.001}, 0),
        ("f", {"/CA": 0}, 5),
        ("B", {"/ca": 0}, 5),
        ("f", {"/ca": 0.1}, 5),
    ],
)
def test_outlines_and_pictures_without_opacity_go(
    paint: str, opacity: dict[str, float], left: int, form: Callable[..., bytes], burned: Burned
) -> None:
    def fill(pdf: Pdf) -> dict[str, Any]:
        image = Stream(pdf, b"\x20\x80", Type=Name.XObject, Subtype=Name.Image, Width=2, Height=1)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        return {
            "/XObject": Dictionary(I=image),
            "/ExtGState": Dictionary(G=Dictionary(opacity)),
        }

    content = f"{SEEN} q /G gs {LETTER} {paint} q 60 0 0 30 140 140 cm /I Do Q Q"
    result, verdict = burned(form(content, fill), gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        drawn = [str(i.operator) for i in pikepdf.parse_content_stream(pdf.pages[0])]
        pictures = [o for o in pdf.objects if isinstance(o, Stream) and "/Width" in o]
    assert drawn.count("l") == left
    assert len(pictures) == (0 if opacity.get("/ca") == 0 else 1)


@pytest.mark.parametrize(
    "shown",
    [
        f"1 g 50 140 40 30 re f 0 g {LETTER} f",
        f"{LETTER} f 1 g 65 140 40 30 re f",
        f"q 0 0 66 300 re W n {LETTER} f Q",
        f"6 w {LETTER} S 1 g 59 145 22 19 re f",
        f"q {LETTER} W n 0 g 50 140 40 30 re f Q",
        f"0.97 g {LETTER} f",
        f"0.8 0 0 rg 50 140 40 30 re f 0 0.41 0 rg {LETTER} f",
        f"0 g 62 148 10 5 re f 1 g {LETTER} f",
    ],
)
def test_outlines_of_which_something_can_be_seen_stay(
    shown: str, form: Callable[..., bytes], burned: Burned
) -> None:
    result, verdict = burned(form(f"{SEEN} {shown}"), gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        drawn = [str(i.operator) for i in pikepdf.parse_content_stream(pdf.pages[0])]
    assert drawn.count("l") == 5


@pytest.mark.parametrize(
    ("after", "left"),
    [
        ("1 g 30 130 90 60 re f", 0),
        ("1 g 60 130 90 60 re f", 1),
        ("1 g 30 130 90 60 re 42 142 40 20 re f*", 1),  # a frame
    ],
)
def test_a_picture_goes_that_something_covers_whole(
    after: str, left: int, form: Callable[..., bytes], burned: Burned
) -> None:
    def fill(pdf: Pdf) -> dict[str, Any]:
        image = Stream(pdf, b"\x20\x80", Type=Name.XObject, Subtype=Name.Image, Width=2, Height=1)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceGray, 8
        return {"/XObject": Dictionary(I=image)}

    content = f"{SEEN} q 60 0 0 30 40 140 cm /I Do Q {after}"
    result, verdict = burned(form(content, fill), gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        kept = [o for o in pdf.objects if isinstance(o, Stream) and "/Width" in o]
    assert len(kept) == left


@pytest.mark.parametrize(
    "shown",
    [
        "0 g 30 140 200 30 re f 1 g BT /F1 12 Tf 40 150 Td (Zephyrine) Tj ET",
        "0.2 0.3 0.5 rg 30 140 200 30 re f 1 1 1 rg BT /F1 12 Tf 40 150 Td (Zephyrine) Tj ET",
        "BT 0.85 g /F1 12 Tf 40 150 Td (Zephyrine) Tj ET",
        "BT 1 Tr /F1 18 Tf 40 150 Td (Zephyrine) Tj ET",
        "q 30 140 200 30 re W n BT /F1 12 Tf 40 150 Td (Zephyrine) Tj ET Q",
        "BT /F1 12 Tf 40 150 Td (Zephyrine) Tj ET 1 g 30 100 200 30 re f",
        "BT /F1 12 Tf 0 1 -1 0 380 100 Tm (Zephyrine) Tj ET",
    ],
)
def test_a_word_that_can_be_seen_stays(
    shown: str, form: Callable[..., bytes], burned: Burned, words: Callable[[bytes], str]
) -> None:
    result, verdict = burned(form(SEEN + shown), (140.0, 85.0, 200.0, 105.0))
    assert (result.pictures, verdict.against) == ((), ())
    assert "Zephyrine" in words(result.pdf)


def test_of_a_string_that_runs_off_the_page_only_what_is_seen_stays(
    form: Callable[..., bytes], burned: Burned, words: Callable[[bytes], str]
) -> None:
    run = "BT /F1 12 Tf 340 150 Td (Tuesday and Zephyrine) Tj ET"
    result, verdict = burned(form(SEEN + run))
    assert (result.pictures, verdict.against) == ((), ())
    assert "Tuesday an" in words(result.pdf)
    assert "Zeph" not in words(result.pdf)


def scan(content: bytes, *, read: str, other: str = "") -> bytes:
    """Lay words over a page as a reader of pictures would: each 60 points wide, from the top."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for text, lay in ((read, with_read_layer), (other, with_other_layer)):
            placed = []
            for number, word in enumerate(text.split()):
                x, y = 50.0 + number % 4 * 70, 50.0 + number // 4 * 30
                placed.append(Word(word, (x, y, x + 60, y + 12), confidence=95, symbols=()))
            lay(pdf, pdf.pages[0], placed)
        pdf.save(out)
    return out.getvalue()


def paper_with_ink(pdf: Pdf) -> dict[str, pikepdf.Object]:
    """A scan of 320 by 240 points at 4 pixels a point, with ink where each word is read."""
    rows = np.full((960, 1280), 255, np.uint8)
    for number in range(8):
        x, y = 10 + number % 4 * 70, 20 + number // 4 * 30
        rows[4 * y + 8 : 4 * y + 40, 4 * x : 4 * x + 240 : 5] = 0
    image = Stream(pdf, rows.tobytes(), Type=Name.XObject, Subtype=Name.Image)
    image.Width, image.Height, image.BitsPerComponent = 1280, 960, 8
    image.ColorSpace = Name.DeviceGray
    return {"/XObject": Dictionary(Im=image)}


READ = "Visit Zephyrine Quill by her on Tuesday morning"
SCAN = "q 320 0 0 240 40 30 cm /Im Do Q"
NAME = (120.0, 50.0, 250.0, 62.0)  # two words of the first line


def test_a_scan_is_edited_and_keeps_the_words_that_were_read_outside_its_boxes(
    form: Callable[..., bytes],
    burned: Burned,
    words: Callable[[bytes], str],
    pictures: Callable[[bytes], list[Any]],
) -> None:
    source = scan(form(SCAN, paper_with_ink), read=READ)
    result, verdict = burned(source, NAME, gone=("zephyrine", "quill"))
    assert (result.pictures, verdict.against) == ((), ())
    assert words(result.pdf) == "Visit [removed: another person] by her on Tuesday morning"
    assert result.widths == ((1, "quantised"),)
    [image] = pictures(result.pdf)
    pixels = np.asarray(pikepdf.PdfImage(image).as_pil_image())
    assert np.ptp(pixels[80:128, 320:840]) == 0
    assert pixels[88:120, 40:280].min() == 0


def test_a_sign_that_was_read_where_a_box_of_a_scan_grew_makes_the_page_no_picture(
    form: Callable[..., bytes], burned: Burned, words: Callable[[bytes], str]
) -> None:
    """An apostrophe as eyes place it stands a little inside the box of the name before it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scan(form(SCAN, paper_with_ink), read=READ))) as pdf:
        sign = Word("'", (250.5, 50.0, 252.5, 62.0), confidence=95, symbols=())
        with_read_layer(pdf, pdf.pages[0], [sign])
        pdf.save(out)
    result, verdict = burned(out.getvalue(), NAME, gone=("zephyrine", "quill"))
    assert (result.pictures, verdict.against) == ((), ())
    assert words(result.pdf) == "Visit [removed: another person] by her on Tuesday morning"


def test_a_second_reading_of_a_scan_is_never_released(
    form: Callable[..., bytes], burned: Burned, words: Callable[[bytes], str]
) -> None:
    source = scan(form(SCAN, paper_with_ink), read=READ, other="Zephyrina Quilt")
    result, verdict = burned(source, NAME, gone=("zephyrine", "zephyrina", "quilt"))
    assert (result.pictures, verdict.against) == ((), ())
    assert "Zeph" not in words(result.pdf)


def test_letters_that_draw_nothing_are_not_released(
    form: Callable[..., bytes], burned: Burned, words: Callable[[bytes], str]
) -> None:
    """The font of a reader's layer, drawn as if it were ink by a file that is up to something."""
    import io

    source = scan(form(SEEN), read="Zephyrine Quill")
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(source)) as pdf:
        page = pdf.pages[0]
        content = page.Contents.read_bytes().replace(b"/Read0", b"/Blank").replace(b"3 Tr", b"0 Tr")
        page.Contents = pdf.make_stream(content)
        page.obj.Resources.Font.Blank = page.obj.Resources.Font.Read0
        page.obj.MediaBox = Array([0, 0, 400, 300])
        pdf.save(out)
    result, verdict = burned(out.getvalue(), gone=("zephyrine",))
    assert (result.pictures, verdict.against) == ((), ())
    assert "Zephyrine" not in words(result.pdf)
