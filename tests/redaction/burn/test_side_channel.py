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


def test_the_words_of_a_list_stay_behind_their_bullets(
    form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    def listed(name: str) -> bytes:
        rows = enumerate((f"{name} came to the warden again.", "It rained.", f"{name} left."))
        shown = "".join(
            f"1 0 0 1 40 {200 - 20 * n} Tm (-) Tj 1 0 0 1 58 {200 - 20 * n} Tm ({row}) Tj "
            for n, row in rows
        )
        return form(f"BT /F1 12 Tf {shown} ET")

    short, long = (released(listed(name), name).pdf for name in ("Ida", "Wilhelmina"))
    came = places_of(short, "came to the warden again.")
    assert came == places_of(long, "came to the warden again.")
    assert 58 + 4 * 12 < came[0] < 58 + 5 * 12  # a box of four em, and what it stands clear of
    assert places_of(short, "- It rained")[:2] == places_of(listed("Ida"), "- It rained")[:2]
