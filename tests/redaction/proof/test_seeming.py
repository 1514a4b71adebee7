"""No release is proven whose letters show something else than they say."""

from __future__ import annotations

import pytest

from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.formats.pdf.content import page_form
from redaction.prove import Verdict, weigh
from redaction.removing import remove
from tests.redaction.lettered import instead, written

LIES = "page 1 shows other letters than it says"
FELIX = Area(1, (88.0, 50.0, 116.0, 64.0), "another person")


def verdict_on(content: bytes, *gone: str) -> Verdict:
    """Return what the proof says of a page that was burned as it came, whatever its font says."""
    source = page_form(content).pdf
    return weigh(burn(source, [FELIX]).pdf, source, [FELIX], gone)


@pytest.mark.parametrize("kind", ["truetype", "cid", "cff", "cidcff"])
def test_an_honest_font_is_proven(kind: str) -> None:
    assert verdict_on(written(kind=kind)).against == ()


@pytest.mark.parametrize("kind", ["truetype", "cid", "cff", "cidcff", "type3"])
@pytest.mark.parametrize(
    "other", [{"Q": "O"}, {"3": "8", "8": "3"}, {"Q": "B", "u": "n", "n": "u"}]
)
def test_a_font_that_lies_is_no_proof(kind: str, other: dict[str, str]) -> None:
    verdict = verdict_on(written(kind=kind, says=instead(**other)))
    assert LIES in verdict.against
    assert verdict.failing == {1}


def test_a_name_in_letters_that_say_nothing_is_read_by_eye() -> None:
    verdict = verdict_on(written(says=lambda letter: chr(0xE000 + ord(letter))), "Quaxley")
    assert any("can still be read on page 1 (by ocr)" in reason for reason in verdict.against)


def test_a_page_whose_font_lies_is_released_as_a_picture_if_no_name_is_on_it() -> None:
    source = page_form(written(says=instead(k="x"))).pdf
    proven = remove(source, [FELIX], ["Felix"], 1)
    assert proven.pages_as_images == (1,)


def test_a_bullet_that_says_a_letter_is_proven() -> None:
    listed = "\u25cf The first", "\u25cf The second", "and Felix too"
    assert verdict_on(written(lines=listed, says=instead(**{"\u25cf": "l"}))).against == ()
