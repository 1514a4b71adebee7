"""What is hardly read in a picture is searched, never shown as a word, and told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PIL import Image, ImageDraw, ImageFont

from recordkeeping.disclosure.findings import Box
from redaction.scans.crossed import is_crossed_box
from redaction.scans.doubt import HANDWRITING, HARD, UNCERTAIN, doubts
from redaction.scans.doubted import told_apart
from redaction.scans.ocr import Word, is_shown, read_upright

FACE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
IN_THE_BOX = (48.0, 50.0, 52.5, 54.0)


def read(text: str, confidence: float, box: Box = (20.0, 20.0, 80.0, 32.0)) -> Word:
    return Word(text, box, confidence, ())


def paper(text: str = "", at: tuple[int, int] = (40, 38), size: int = 22) -> Image.Image:
    """A small piece of paper, of 144 dots an inch, with a word on it."""
    image = Image.new("L", (400, 200), 255)
    ImageDraw.Draw(image).text(at, text, font=ImageFont.truetype(FACE, size), fill=0)
    return image


def form(*lines: tuple[int, int, int, int], text: str = "") -> Image.Image:
    """Paper with a square of a form on it, and in that lines or a word."""
    image = paper(text, (94, 96), 12)
    pen = ImageDraw.Draw(image)
    pen.rectangle((90, 94, 110, 114), outline=0, width=2)
    for line in lines:
        pen.line(line, fill=0, width=2)
    return image


CROSS: Sequence[tuple[int, int, int, int]] = ((90, 94, 110, 114), (90, 114, 110, 94))


@pytest.mark.parametrize(
    ("text", "confidence", "why"),
    [
        ("Quaxley", 39, [UNCERTAIN]),
        ("Quaxley", 3, [UNCERTAIN]),
        ("||", 39, []),  # part of a drawing
        ("-:i;", 39, []),
        ("Quaxley", 96, []),
    ],
)
def test_what_may_be_a_word_is_kept_apart_and_told(
    text: str, confidence: float, why: list[str]
) -> None:
    word = read(text, confidence)
    said = told_apart(Image.new("L", (400, 200), 255), 144, [word], lambda w: w.confidence >= 40)
    assert said.why == why
    assert (said.words, said.others[:1]) == (([word], []) if confidence > 40 else ([], [word]))


@pytest.mark.parametrize(
    ("text", "confidence", "why", "others"),
    [
        ("Quaxley", 67, [], []),
        ("Quaxley", 45, [], []),
        ("Quarley", 67, [HARD], ["Quaxley"]),
        ("quaxley", 67, [HARD], []),
    ],
)
def test_a_word_that_is_read_again_with_certainty_is_told_only_where_it_differs(
    text: str, confidence: float, why: list[str], others: list[str]
) -> None:
    word = read(text, confidence, (20.0, 20.0, 64.0, 32.0))
    said = told_apart(paper("Quaxley"), 144, [word], lambda w: w.confidence >= 40)
    assert (said.why, said.words) == (why, [word])
    assert [other.text for other in said.others] == others


def test_very_large_letters_are_read_at_a_lesser_size_too_however_sure_the_first_reading_is() -> (
    None
):
    picture = Image.new("L", (1000, 400), 255)
    face = ImageFont.truetype(FACE, 200)
    ImageDraw.Draw(picture).text((40, 60), "Quaxley", font=face, fill=120)
    word = read("Quaxiey", 96, (20.0, 30.0, 460.0, 160.0))
    said = told_apart(picture, 144, [word], lambda w: w.confidence >= 40)
    assert [other.text for other in said.others] == ["Quaxley"]
    small = read("Quaxiey", 96, (20.0, 20.0, 64.0, 32.0))
    assert told_apart(paper("Quaxley"), 144, [small], lambda w: w.confidence >= 40).others == []


def test_a_crest_that_is_taken_for_a_sign_is_told_as_a_drawing_and_not_as_hard_to_read() -> None:
    crest = Image.new("L", (400, 200), 255)
    pen = ImageDraw.Draw(crest)
    pen.line([(60, 30), (180, 30), (180, 110), (120, 170), (60, 110), (60, 30)], fill=0, width=5)
    pen.line([(60, 70), (180, 70)], fill=0, width=5)
    sign = read("&", 70, (28.0, 12.0, 92.0, 88.0))
    assert told_apart(crest, 144, [sign], lambda w: w.confidence >= 40).why == [HANDWRITING]


def test_a_crossed_box_of_a_form_is_no_word_and_no_reason_to_look() -> None:
    word = read("VAN", 62, IN_THE_BOX)
    said = told_apart(form(*CROSS), 144, [word], lambda w: w.confidence >= 40)
    assert (said.words, said.why) == ([], [])
    assert [other.text for other in said.others][:1] == ["VAN"]  # and searched all the same


@pytest.mark.parametrize(
    "picture",
    [
        form(text="AV"),
        form(*CROSS, (90, 104, 110, 104)),
        form(CROSS[0]),
        paper("X", (92, 92), 20),
    ],
)
def test_what_is_no_crossed_box_is_none(picture: Image.Image) -> None:
    assert not is_crossed_box(picture, 144, IN_THE_BOX)


def test_a_name_that_reaches_over_a_crossed_box_is_a_word() -> None:
    assert is_crossed_box(form(*CROSS), 144, IN_THE_BOX)
    assert not is_crossed_box(form(*CROSS), 144, (48.0, 50.0, 66.0, 54.0))


def test_a_name_that_a_pen_went_through_and_nobody_read_is_told() -> None:
    page = Image.new("L", (1654, 600), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(FACE, 34)
    for number in range(3):
        line = "They talked about the garden and left before noon."
        draw.text((180, 100 + 70 * number), line, fill=0, font=font)
    draw.text((180, 400), "Zephyrine Quaxley and nobody else", fill=0, font=font)
    draw.line((130, 442, 700, 390), fill=0, width=2)
    words = [word for word in read_upright(page, 200.0).words if is_shown(word)]
    assert "Quaxley" not in [word.text for word in words]
    assert HANDWRITING in doubts(page, 200.0, words)
