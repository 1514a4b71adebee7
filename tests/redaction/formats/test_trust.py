"""Fonts that lie about their letters, or say nothing of them, and those that may be believed."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pikepdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument
from redaction.formats.pdf.content import page_form
from redaction.formats.pdf.reader import LYING
from redaction.formats.pdf.trust import mended
from redaction.pages import ReadDocument
from redaction.pdfium import glyphs, open_pdf
from redaction.reading import read_document
from tests.redaction.lettered import LINES, instead, written

Released = Callable[..., ProvenDocument]
Said = Callable[[bytes], str]
KINDS = ("truetype", "cid", "cff", "cidcff")


def lies(document: ReadDocument) -> list[int | None]:
    return [gap.page for gap in document.gaps if gap.because == LYING]


def put_right(content: bytes) -> tuple[str, list[int]]:
    """Return what the first page says once its fonts are mended, and which pages lied."""
    form = page_form(content).pdf
    made = mended(form)
    document = open_pdf(made.pdf if made else form)
    try:
        return glyphs(document[0]).text, sorted(made.pages) if made else []
    finally:
        document.close()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "swapped",
    [{"Q": "O"}, {"Q": "O", "O": "Q"}, {"x": "k"}, {"3": "8", "8": "3"}, {"e": "c", "c": "e"}],
)
def test_a_font_that_lies_about_few_letters_is_found_out(
    kind: str, swapped: dict[str, str]
) -> None:
    text, pages = put_right(written(kind=kind, says=instead(**swapped)))
    assert pages == [1]
    assert text == "\n".join(LINES)


@pytest.mark.parametrize("kind", KINDS)
def test_an_honest_font_is_believed(kind: str) -> None:
    assert put_right(written(kind=kind)) == ("\n".join(LINES), [])


def test_what_a_lying_font_said_can_be_found_too() -> None:
    document = read_document(written(says=instead(Q="B", x="n")))
    assert "Quaxley" in document.pages[0].text
    assert "Buanley" in document.pages[0].text.replace("\n", "")
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert "/Other0" in pdf.pages[0].Resources.Font


@pytest.mark.parametrize("kind", ["cid", "type3"])
def test_a_number_whose_digits_are_dealt_out_anew_is_found_and_removed(
    released: Released, said: Said, kind: str
) -> None:
    digits = dict(zip("0123456789", "5980317462", strict=True))
    proven = released(written(kind=kind, says=instead(**digits)), "01632 960875")
    text = said(proven.pdf)
    assert "960875" not in text
    assert "264753" not in text
    assert "a form to fill in" in text


@pytest.mark.parametrize("kind", ["truetype", "cidcff"])
def test_a_page_of_letters_without_meaning_stays_a_page_of_letters(
    released: Released, said: Said, kind: str
) -> None:
    hidden = written(kind=kind, says=lambda letter: chr(0xE000 + ord(letter)))
    proven = released(hidden, "Quaxley", "Zoe")
    assert proven.pages_as_images == ()
    text = said(proven.pdf)
    assert "quaxley" not in text
    assert "asked for a key to the house in joy road" in text


def test_a_lie_told_on_the_second_page_alone_makes_no_other_page_doubtful() -> None:
    out = io.BytesIO()
    honest, lying = written(), written(says=instead(Q="O"))
    with pikepdf.open(io.BytesIO(honest)) as pdf, pikepdf.open(io.BytesIO(lying)) as other:
        pdf.pages.extend(other.pages)
        pdf.save(out)
    document = read_document(out.getvalue())
    assert lies(document) == [2]
    assert document.pages[0].text.split() == " ".join(LINES).split()


def test_letters_that_one_shape_stands_for_are_no_lie() -> None:
    """No eye tells I from l, or a capital O from nought, in every typeface."""
    assert put_right(written(says=instead(I="l", l="I")))[1] == []


def test_capitals_that_say_they_are_small_are_no_lie() -> None:
    assert put_right(written(drawn=str.upper)) == ("\n".join(LINES), [])


def test_a_bullet_that_says_a_letter_is_not_taken_for_one() -> None:
    listed = "\u25cf The first", "\u25cf The second"
    assert put_right(written(lines=listed, says=instead(**{"\u25cf": "l"})))[1] == []


def test_ligatures_that_say_what_they_are_made_of_are_believed() -> None:
    lines = ("The o\ufb03ce is on the \ufb01rst \ufb02oor",)
    says = {"\ufb03": "ffi", "\ufb01": "fi", "\ufb02": "fl"}
    text, pages = put_right(written(lines=lines, says=instead(**says)))
    assert (text, pages) == ("The office is on the first floor", [])


def test_a_bold_slash_that_eyes_take_for_a_stroke_is_believed() -> None:
    pdfmetrics.registerFont(
        TTFont("Bold", "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf")
    )
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Bold", 9)
    canvas.drawString(40, 700, "Action / outcome")
    canvas.save()
    assert put_right(out.getvalue()) == ("Action / outcome", [])


def test_a_letter_that_says_it_is_a_slash_is_found_out() -> None:
    lines = ("Felix Quaxley was seen in the hall",)
    assert put_right(written(lines=lines, says=instead(l="/"))) == (lines[0], [1])


def test_other_scripts_are_believed() -> None:
    greek = "\u0397 \u03ba\u03bf\u03b9\u03bd\u03c9\u03bd\u03b9\u03ba\u03ae \u03bb\u03b5\u03b9"
    russian = (
        "\u0421\u043e\u0446\u0438\u0430\u043b\u044c\u043d\u044b\u0439 \u0440\u0430\u0431\u043e"
    )
    assert put_right(written(lines=(greek, russian, "\u0141\u00f3d\u017a, Zo\u00eb")))[1] == []


def test_any_dealing_out_of_letters_is_put_right() -> None:
    chance = random.Random(5)
    letters = sorted({c for line in LINES for c in line if c.isalpha() and c not in "Il"})
    for _ in range(3):
        others = chance.sample(letters, len(letters))
        says = dict(zip(letters, others, strict=True))
        text, pages = put_right(written(says=instead(**says)))
        assert (text, pages) == ("\n".join(LINES), [1])
