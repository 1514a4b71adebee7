"""Where kept words stand after a removed name does not tell how wide the name was."""

from collections.abc import Callable

import pypdfium2
import pytest

from recordkeeping.disclosure.release import ProvenDocument
from tests.corpus.geometry import side_channel


def places_of(pdf: bytes, words: str) -> list[float]:
    """Return the left edge of each letter of some words on the first page, in points."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    start = text.get_text_range().index(words)
    return [round(text.get_charbox(start + n)[0], 2) for n in range(len(words)) if words[n] != " "]


@pytest.mark.parametrize("how", ["one", "pieces", "kerned"])
def test_words_after_a_short_and_a_long_name_stand_in_the_same_place(
    how: str, released: Callable[..., ProvenDocument]
) -> None:
    short, long = (
        places_of(released(side_channel(name, how), name).pdf, "came to the warden again.")
        for name in ("Ida", "Wilhelmina")
    )
    before = (
        places_of(side_channel(name, how), "came to the warden again.")
        for name in ("Ida", "Wilhelmina")
    )
    assert short == long
    assert next(before) != next(before)
