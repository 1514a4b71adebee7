"""A word read by itself comes to what it comes to within its text: else a matcher would miss it."""

import pytest

from redaction.detectors.normal import folded, normal


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Nowak", "nowak"),
        ("O\u2019Hara-Vance", "o'hara-vance"),
        ("Zo\u00eb \u00a0 Sm\u00edth ", "zoe smith"),
        ("Zoe\u0308", "zoe"),
        ("\u0130lknur", "ilknur"),
        ("Stra\u00dfe", "strasse"),
        ("Holm\u00b2", "holm"),
        ("Holm\u200b", "holm"),
        ("Ann\u00a8e", "ann e"),
        ("12 Rose-\nberg Lane", "12 roseberg lane"),
        ("12 Rose\nLane", "12 rose lane"),
        ("`Bo`", "'bo'"),
    ],
)
def test_a_word_alone_is_read_as_it_is_within_its_text(written: str, read: str) -> None:
    assert folded(written) == read
    assert folded(written) == normal(written).text.strip()
