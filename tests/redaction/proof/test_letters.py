"""The proof's own reader of letters: what they say, where they stand, and what it will not read."""

from __future__ import annotations

import pytest
from pikepdf import Dictionary, Name, Pdf

from recordkeeping.vocabulary.errors import Unproven
from redaction.proof.letters import Drawn, drawn_on


def drawn(content: str) -> Drawn:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100)).obj
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier,
            Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        page.Resources = Dictionary(Font=Dictionary(F1=font))
        return drawn_on(page, [content.encode()], {})


def middles(read: Drawn) -> list[tuple[float, float]]:
    return [(round(x, 2), round(y, 2)) for x, y in read.cells[:, :2].tolist()]


def test_letters_stand_where_sizes_steps_and_spaces_put_them() -> None:
    read = drawn("BT /F1 10 Tf 1 Tc 2 Tw 1 0 0 1 20 50 Tm [-500 <4120> 100 <42> -1000 <43>] TJ ET")
    assert read.words == " A B C"
    # Courier is six tenths of an em wide; one point between letters, two more behind a space.
    assert middles(read) == [(28.5, 52.75), (36.5, 52.75), (43.5, 52.75), (60.5, 52.75)]
    assert read.says.tolist() == [True, False, True, True]


def test_what_is_shown_without_a_place_of_its_own_goes_on_behind_what_was_shown() -> None:
    read = drawn("BT /F1 10 Tf 1 0 0 1 20 50 Tm [<41> -200] TJ <42> Tj 1 0 0 1 20 30 Tm <43> Tj ET")
    assert middles(read) == [(23, 52.75), (31, 52.75), (23, 32.75)]
    assert read.words == "AB\nC"


def test_what_was_saved_comes_back_and_turns_the_page() -> None:
    read = drawn(
        "q 0 1 -1 0 100 0 cm /I1 Do BT /F1 10 Tf 1 0 0 1 20 50 Tm <41> Tj ET Q "
        "BT /F1 20 Tf 1 0 0 1 20 50 Tm <42> Tj ET"
    )
    assert middles(read) == [(47.25, 23), (26, 55.5)]
    assert [name for name, _ in read.pictures] == ["I1"]


@pytest.mark.parametrize(
    "shown",
    ["TJ", "[<4>] TJ", "<41> <42> Tj", "[<41>] [<42>] TJ", "/F1 TJ", "[/F1 <41>] TJ", "3 Tj",
     "[<41> 0.0.1 <42>] TJ"],
)  # fmt: skip
def test_letters_shown_in_a_way_that_no_rule_names_are_not_proven(shown: str) -> None:
    with pytest.raises(Unproven):
        drawn(f"BT /F1 10 Tf 1 0 0 1 20 50 Tm <41> Tj 1 0 0 1 20 30 Tm {shown} ET")
