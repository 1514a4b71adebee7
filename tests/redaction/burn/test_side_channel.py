"""Where kept words stand after a removed name does not tell how wide the name was."""

from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

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


@pytest.mark.parametrize("held", ["right", "middle", "right after a tab"])
@pytest.mark.parametrize("pieces", [False, True])
def test_a_line_set_to_the_right_or_in_the_middle_does_not_begin_where_a_name_lets_it(
    held: str, pieces: bool, form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    def signed(name: str) -> bytes:
        line = f"Signed by {name}, the warden"
        wide = stringWidth(line, "Helvetica", 12)
        at = 200 - wide / 2 if held == "middle" else 360 - wide
        words = [line[: line.index(name)], name, line[line.index(name) + len(name) :]]
        shown, x = "", at
        for word in words if pieces else [line]:
            shown += f"1 0 0 1 {x:.3f} 120 Tm ({word}) Tj "
            x += stringWidth(word, "Helvetica", 12)
        if held == "right after a tab":
            shown += "1 0 0 1 40 120 Tm (File 7) Tj "
        body = (
            "1 0 0 1 40 200 Tm (It rained in the morning.) Tj 1 0 0 1 40 180 Tm (Then no more.) Tj"
        )
        return form(f"BT /F1 12 Tf {body} {shown} ET")

    short, long = (released(signed(name), name).pdf for name in ("Ida", "Wilhelmina"))
    for words in ("Signed by", ", the warden"):
        assert places_of(short, words) == places_of(long, words)
        assert places_of(signed("Ida"), words)[0] != places_of(signed("Wilhelmina"), words)[0] or (
            held != "middle" and words == ", the warden"
        )


@pytest.mark.parametrize("sign", [",", ".", ";"])
def test_a_sign_that_kerning_sets_under_the_last_letter_of_a_name_stays(
    sign: str, form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    # As LibreOffice sets it: a comma of 12 points begins 0.9 points before the y ends.
    line = f"[(She met Ada Quaxley) 75 ({sign} and left early.)] TJ"
    page = form(f"BT /F1 12 Tf 1 0 0 1 40 200 Tm {line} ET")
    gone = released(page, "Ada Quaxley")
    assert gone.pages_as_images == ()
    text = pypdfium2.PdfDocument(gone.pdf)[0].get_textpage().get_text_range()
    assert "".join(text.split()).startswith(f"Shemet[removed:anotherperson]{sign}andleft")


def test_a_bracket_that_kerning_sets_over_the_first_letter_of_a_name_stays(
    form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    page = form("BT /F1 12 Tf 1 0 0 1 40 200 Tm [(He is here \\() 75 (Ada Quaxley too.)] TJ ET")
    gone = released(page, "Ada Quaxley")
    text = pypdfium2.PdfDocument(gone.pdf)[0].get_textpage().get_text_range()
    assert "".join(text.split()).startswith("Heishere([removed:anotherperson]too.")


@pytest.mark.parametrize("letter", ["r", "l", "7"])
def test_a_letter_of_a_name_goes_however_closely_it_is_set(
    letter: str, form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    name = f"Ada Quaxle{letter}"
    line = f"[(She met Ada Quaxle) 250 ({letter}) 0 ( and left early.)] TJ"
    gone = released(form(f"BT /F1 12 Tf 1 0 0 1 40 200 Tm {line} ET"), name)
    text = pypdfium2.PdfDocument(gone.pdf)[0].get_textpage().get_text_range()
    assert " ".join(text.split()).startswith("She met [removed: another person] and left early.")


def test_a_sign_within_a_name_goes_however_closely_it_is_set(
    form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    line = "[(She met QUAXLEY) 130 (, Ada) 0 ( and left early.)] TJ"
    gone = released(form(f"BT /F1 12 Tf 1 0 0 1 40 200 Tm {line} ET"), "QUAXLEY, Ada")
    text = pypdfium2.PdfDocument(gone.pdf)[0].get_textpage().get_text_range()
    assert " ".join(text.split()).startswith("She met [removed: another person] and left early.")
