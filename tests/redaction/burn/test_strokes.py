"""A stroke through a word that stays goes with it; one through a removed word tells nothing."""

from collections.abc import Callable

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from recordkeeping.disclosure.release import ProvenDocument

Spans = list[tuple[float, float]]
_STROKES: dict[str, Callable[[float, float, float], str]] = {
    "line": lambda x0, x1, y: f"0.8 w {x0:.3f} {y} m {x1:.3f} {y} l S",
    "rectangle": lambda x0, x1, y: f"{x0:.3f} {y} {x1 - x0:.3f} 0.8 re f",
    "drawn at twice the size": lambda x0, x1, y: (
        f"q 2 0 0 2 0 0 cm 0.4 w {x0 / 2:.3f} {y / 2} m {x1 / 2:.3f} {y / 2} l S Q"
    ),
}


def wide(words: str) -> float:
    return stringWidth(words, "Helvetica", 12)


def struck(before: str, words: str, after: str, stroke: str, height: float) -> str:
    x0 = 40 + wide(before)
    drawn = _STROKES[stroke](x0, x0 + wide(words), 120 + height)
    return f"BT /F1 12 Tf 1 0 0 1 40 120 Tm ({before}{words}{after}) Tj ET {drawn}"


def strokes(pdf: bytes, *, thick: float = 3) -> Spans:
    """Return from where to where thin lines reach that stand no lower than the words."""
    page = pypdfium2.PdfDocument(pdf)[0]
    found = [o.get_bounds() for o in page.get_objects([raw.FPDF_PAGEOBJ_PATH])]
    return sorted((x0, x1) for x0, y0, x1, y1 in found if y1 - y0 < thick and x1 - x0 > thick)


def place_of(pdf: bytes, words: str) -> tuple[float, float]:
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    start = text.get_text_range().index(words)
    return text.get_charbox(start)[0], text.get_charbox(start + len(words) - 1)[2]


def drawn_at(pdf: bytes, height: float) -> Spans:
    """Return from where to where the page is dark at a height."""
    drawn = pypdfium2.PdfDocument(pdf)[0].render(scale=4, grayscale=True).to_numpy()
    dark = np.flatnonzero(drawn[-round(4 * height), :].ravel() < 128)
    runs = np.split(dark, np.flatnonzero(np.diff(dark) > 1) + 1)
    return [(float(run[0]) / 4, float(run[-1] + 1) / 4) for run in runs if len(run)]


@pytest.mark.parametrize("stroke", list(_STROKES))
@pytest.mark.parametrize("height", [3.5, -1.5], ids=["struck", "underlined"])
@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_word_that_moves_takes_the_stroke_through_it_along(
    stroke: str,
    height: float,
    turn: int,
    form: Callable[..., bytes],
    released: Callable[..., ProvenDocument],
) -> None:
    page = form(struck("Wilhelmina is ", "never", " allowed here.", stroke, height), Rotate=turn)
    pdf = released(page, "Wilhelmina").pdf
    [(left, right)] = strokes(pdf)
    begins, ends = place_of(pdf, "never")
    assert (left, right) == pytest.approx((begins, ends), abs=2)


def test_a_stroke_over_a_removed_word_too_ends_with_the_words_that_stay(
    form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    def seen(name: str) -> tuple[Spans, Spans]:
        page = form(struck("It is bad, ", f"because {name} came", " and here.", "line", -3))
        pdf = released(page, name).pdf
        return drawn_at(pdf, 117), [place_of(pdf, "because"), place_of(pdf, "came")]

    below, words = seen("Ida")
    assert len(below) == 2
    for stroke, word in zip(below, words, strict=True):
        assert stroke == pytest.approx(word, abs=2)
    assert seen("Ida") == seen("Wilhelmina")


def test_a_stroke_through_a_removed_word_alone_goes_with_it(
    form: Callable[..., bytes], released: Callable[..., ProvenDocument]
) -> None:
    page = form(struck("It was ", "Wilhelmina", " and here.", "line", 3.5))
    assert strokes(released(page, "Wilhelmina").pdf) == []
