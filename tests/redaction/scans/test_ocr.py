"""Reading pictures: the words, and that each box lies on the ink of its word."""

from __future__ import annotations

import io
import random
import subprocess
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from recordkeeping.disclosure.findings import Box
from redaction.areas import around
from redaction.formats.layer import with_other_layer, with_read_layer
from redaction.pdfium import glyphs, open_pdf
from redaction.scans.doubted import second_readings
from redaction.scans.ocr import (
    Symbol,
    Word,
    not_shown,
    put_back,
    read_upright,
    without_false_marks,
    words_on,
)
from redaction.scans.straightening import leaning_of, turn_of, turned
from redaction.scans.told import words_heard, words_told

DPI = 200
POINT = 72 / DPI
LINES = (
    "Dear Mrs Featherstonehaugh,",
    "Olu-Smith rang on 12 March 2019 about",
    "the visit to Northmoor next Thursday.",
    "He asked that Jaqueline be told first.",
)


def letter(ink: int = 0, paper: int = 255, size: int = 30) -> Image.Image:
    image = Image.new("L", (900, 420), paper)
    draw = ImageDraw.Draw(image)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", size)
    for number, line in enumerate(LINES):
        draw.text((90, 80 + 60 * number), line, fill=ink, font=font)
    return image


def place_of(word: str) -> Box:
    """Where the ink of a word is on the letter, in points."""
    [line] = [line for line in LINES if word in line]
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 30)
    left = 90 + font.getlength(line[: line.index(word)])
    x0, y0, x1, y1 = font.getbbox(word)
    top = 80 + 60 * LINES.index(line)
    return (left + x0) * POINT, (top + y0) * POINT, (left + x1) * POINT, (top + y1) * POINT


def found(words: list[Word], text: str) -> Word:
    [word] = [word for word in words if word.text.strip(".,") == text]
    return word


def test_every_word_is_read_and_its_box_is_on_its_ink() -> None:
    words = words_on(letter(), DPI)
    assert " ".join(word.text for word in words) == " ".join(LINES)
    for text in ("Olu-Smith", "Northmoor", "Jaqueline", "Thursday"):
        assert found(words, text).box == pytest.approx(place_of(text), abs=4 * POINT)
    assert min(word.confidence for word in words) > 60


def test_a_part_of_a_word_has_its_own_place() -> None:
    word = found(words_on(letter(), DPI), "Olu-Smith")
    assert [symbol.text for symbol in word.symbols] == list("Olu-Smith")
    assert word.symbols[4].box[0] == pytest.approx(place_of("Smith")[0], abs=4 * POINT)


@pytest.mark.parametrize(
    ("quarter", "skew"), [(90, 0.0), (180, 1.2), (270, -1.5), (0, 4.0), (0, -8.5)]
)
def test_a_page_that_lies_askew_is_read_where_it_lies(quarter: int, skew: float) -> None:
    lying, first = turned(letter(), (360 - quarter) % 360, 0)
    lying, second = turned(lying, 0, -skew)
    word = found(words_on(lying, DPI), "Jaqueline")
    assert word.turn == quarter
    corners = [(x * DPI / 72, y * DPI / 72) for x in word.box[::2] for y in word.box[1::2]]
    middle = sum(x for x, _ in corners) / 4, sum(y for _, y in corners) / 4
    x, y = first.back(*second.back(*middle))
    x0, y0, x1, y1 = place_of("Jaqueline")
    assert (x * POINT, y * POINT) == pytest.approx(((x0 + x1) / 2, (y0 + y1) / 2), abs=2)


def test_a_page_is_turned_upright_by_what_it_says() -> None:
    lying, _ = turned(letter(), 90, 0)
    reading = read_upright(lying, DPI)
    assert (reading.turn.quarter, reading.turn.upright) == (270, (900, 420))
    assert found(list(reading.words), "Northmoor").box == pytest.approx(
        place_of("Northmoor"), abs=4 * POINT
    )


def test_faint_ink_on_dull_and_speckled_paper_is_read() -> None:
    dull = letter(ink=150, paper=205)
    scattered = random.Random(3)
    for _ in range(900):
        dull.putpixel((scattered.randrange(900), scattered.randrange(420)), 120)
    words = words_on(dull.filter(ImageFilter.GaussianBlur(0.6)), DPI)
    assert {"Featherstonehaugh", "Olu-Smith", "Northmoor", "Jaqueline", "2019"} <= {
        word.text.strip(".,") for word in words
    }


def test_small_letters_of_a_screen_are_read() -> None:
    small = letter(size=30).resize((300, 140), Image.Resampling.BOX)
    assert {"Featherstonehaugh", "Northmoor", "Jaqueline"} <= {
        word.text.strip(".,") for word in words_on(small, DPI / 3)
    }


def test_a_word_that_was_misread_is_read_once_more_by_itself() -> None:
    misread = Word("Jaquellne", place_of("Jaqueline"), 45.0, ())
    sure = Word("Northm0or", place_of("Northmoor"), 95.0, ())
    [again] = second_readings(letter(), DPI, [misread, sure])
    assert (again.text.strip("."), again.box) == ("Jaqueline", misread.box)
    assert again.whole == misread.box  # where its letters stand nobody has seen


def test_letters_that_were_found_are_exact_and_those_that_were_guessed_go_with_their_word() -> None:
    cells = ((0.0, 0.0, 6.0, 9.0), (6.5, 0.0, 8.0, 9.0), (8.4, 0.0, 10.0, 9.0))
    box, cell = (0.0, 0.0, 10.0, 9.0), (0.0, -1.0, 10.0, 11.0)
    found = Word("Wil", box, 95.0, tuple(map(Symbol, "Wil", cells)), 0, cell)
    assert found.whole is None
    assert replace(found, text="Will").whole == cell
    assert not_shown(found).whole == cell
    assert put_back(found, turn_of((100, 40), 90, 0.0), 72).whole is None
    aslant = put_back(found, turn_of((100, 40), 0, 8.0), 72)
    assert aslant.whole == around([aslant.box, aslant.cell])
    assert words_heard(words_told([aslant, found])) == [aslant, found]


@pytest.mark.parametrize(
    ("high", "wide", "reads"), [(7.0, 8.0, "TM"), (7.0, 13.0, "TTM"), (4.0, 7.5, "T\u2122")]
)
def test_initials_are_no_trade_mark(high: float, wide: float, reads: str) -> None:
    letters = (
        Symbol("T", (376.0, 631.0, 381.0, 638.0)),
        Symbol("\u2122", (382.0, 631.0, 382.0 + wide, 631.0 + high)),
    )
    read = Word("T\u2122", (376.0, 631.0, 382.0 + wide, 638.0), 75.0, letters)
    word = without_false_marks(read)
    assert (word.text, "".join(one.text for one in word.symbols)) == (reads, reads)
    assert [one.box for one in word.symbols] == [one.box for one in letters]


def test_a_raised_trade_mark_stays_one() -> None:
    image = Image.new("L", (1200, 160), 255)
    font = ImageFont.truetype("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf", 46)
    ImageDraw.Draw(image).text((30, 40), "TM by 12/05 VISIT\u2122 here", font=font, fill=0)
    assert [word.text for word in words_on(image, 300)] == [
        "TM", "by", "12/05", "VISIT\u2122", "here",
    ]  # fmt: skip


def test_a_page_without_words_has_none() -> None:
    assert words_on(Image.new("L", (900, 420), 255), DPI) == []
    assert leaning_of(Image.new("L", (900, 420), 255)) == (0, 0)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_three_readers_find_the_words_laid_over_their_ink(rotation: int) -> None:
    laid = _laid_over(words_on(letter(), DPI), rotation)
    poppler = subprocess.run(
        ["pdftotext", "-raw", "-", "-"], input=laid, capture_output=True, check=True
    ).stdout.decode()
    document = open_pdf(laid)
    seen = glyphs(document[0])
    other = pypdf.PdfReader(io.BytesIO(laid)).pages[0].extract_text()
    for text in (seen.text, other, poppler):
        assert " ".join(text.split()) == " ".join(LINES)
    at = seen.text.index("Jaqueline")
    boxes = [box for box in seen.boxes[at : at + 9] if box is not None]
    x0, y0, x1, y1 = place_of("Jaqueline")
    assert (boxes[0][0], boxes[-1][2]) == pytest.approx((x0, x1), abs=4 * POINT)
    assert all(box[1] <= y0 + 1 and box[3] >= y1 - 1 for box in boxes)


def test_any_script_can_be_laid_over_a_page() -> None:
    words = [
        Word(text, (20 + 90 * n, 30, 90 + 90 * n, 42), 90, (), n)
        for n, text in enumerate(("Żółć", "Жанна", "陳大文"))
    ]
    document = open_pdf(_laid_over(words, 0))
    assert glyphs(document[0]).text.split() == ["Żółć", "Жанна", "陳大文"]


def test_the_words_of_a_line_that_is_not_quite_level_each_stand_on_their_own_ink() -> None:
    texts = ("07700", "900", "482", "has", "changed", "again")
    words = [
        Word(text, (20 + 45 * n, 60 - 0.38 * n, 60 + 45 * n, 70 - 0.38 * n), 97, (), 0)
        for n, text in enumerate(texts)
    ]
    seen = glyphs(open_pdf(_laid_over(words, 0))[0])
    assert " ".join(seen.text.split()) == " ".join(texts)
    for n, text in enumerate(texts):
        box = seen.boxes[seen.text.index(text)]
        assert box is not None
        assert (box[1], box[3]) == pytest.approx((60 - 0.38 * n, 70 - 0.38 * n), abs=0.5)


def test_a_second_reading_lies_in_a_font_of_its_own_and_shows_nothing() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(324, 152))
        with_read_layer(pdf, page, [Word("Marsh", (20, 20, 60, 32), 90, ())])
        with_other_layer(pdf, page, [Word("Harsh", (20, 20, 60, 32), 90, ())])
        assert set(page.obj.Resources.Font.keys()) == {"/Read0", "/Other0"}
        out = io.BytesIO()
        pdf.save(out)
    page = open_pdf(out.getvalue())[0]
    assert page.render(scale=2).to_pil().convert("L").getextrema() == (255, 255)
    assert glyphs(page).text.split() == ["Marsh", "Harsh"]


def _laid_over(words: list[Word], rotation: int) -> bytes:
    size = (324 + 20, 152 + 30) if rotation % 180 == 0 else (152 + 20, 324 + 30)
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=size)
        page.obj.CropBox = pikepdf.Array([10, 20, size[0] - 10, size[1] - 10])
        page.obj.Rotate = rotation
        with_read_layer(pdf, page, words)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()
