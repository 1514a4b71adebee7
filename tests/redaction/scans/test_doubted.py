"""What is hardly read in a picture is searched, never shown as a word, and told."""

import pytest
from PIL import Image

from redaction.scans.doubt import UNCERTAIN
from redaction.scans.doubted import told_apart
from redaction.scans.ocr import Word


def read(text: str, confidence: float) -> Word:
    return Word(text, (20.0, 20.0, 80.0, 32.0), confidence, ())


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
