"""Markings at the end of what they mark: of a note, of an entry, of what stands above."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector


def check(told: str) -> None:
    wanted = [piece.partition("⟧")[0] for piece in told.split("⟦")[1:]]
    text = told.replace("⟦", "").replace("⟧", "")
    found = MarkingDetector().find(Page(1, text), Roster(""))
    assert [text[slice(*f.span)] for f in found] == wanted


CLOSINGS = [
    "This note is not for the family.",
    "NB this entry should not be seen by mum",
    "Above is not for mum.",
    "The above must not be shared with the family.",
]
TOLD = "Her aunt rang about the flat. She is ill.\n\nShe will go in on Monday."


@pytest.mark.parametrize("closing", CLOSINGS)
def test_a_marking_that_closes_an_entry_covers_it(closing: str) -> None:
    before = "CASE NOTES\n\n3 May 2019\nKay came in and had tea.\n\n"
    check(f"{before}⟦4 May 2019\n{TOLD}\n\n{closing}⟧\n\n5 May 2019\nA visit to the park.")
    check(f"{before}⟦4 May 2019\n{TOLD}\n{closing}⟧\n\n5 May 2019\nA visit to the park.")
    check(f"{before}⟦4 May 2019\n{TOLD}\n\n{closing}⟧")


@pytest.mark.parametrize("closing", CLOSINGS[:2])
def test_a_marking_that_closes_a_note_covers_all_of_it(closing: str) -> None:
    check(f"⟦File note\n\nKay came in and had tea.\n\n{TOLD}\n\n{closing}⟧")


@pytest.mark.parametrize(
    "told",
    [
        "Her aunt rang.\n\n⟦She is ill.\n\nThe above is not for mum.⟧\n\nA visit is planned.",
        "Her aunt rang.\n\n⟦She is ill. All of the above is not for mum.⟧\n\nA visit is planned.",
        "Her aunt rang.\n\n⟦She is ill.\n\nPlease keep the above from mum.⟧\n\nA visit is planned.",
        "Her aunt rang.\n\n⟦She is ill.\n^^ not for mum⟧\n\nA visit is planned.",
        "Her aunt rang.\n\n⟦She is ill.\n\nThis information is not to be shared with the family.⟧"
        "\n\nPLAN\n\nA visit.",
        "Kay went.\n\n⟦Her aunt is ill.\n\nShe asked that her mother not be told.⟧\n\nA visit.",
        "Her aunt is in.\n\n⟦Nan has cancer and has asked that Kay is not told.⟧\n\nA visit.",
        # It opens what follows, or stands among it.
        "Her aunt rang.\n\n⟦This note is not for the family.⟧\n\nA visit is planned.",
    ],
)
def test_what_is_above_is_covered_and_no_more(told: str) -> None:
    check(f"Notes of Monday\n\nKay came in and had tea.\n\n{told}")


@pytest.mark.parametrize(
    "told",
    [
        "The flat above is not for the family.",
        "She lives above the shop, which is not for sale to the family.",
        "As mentioned above, the bedroom is not for the dog.",
    ],
)
def test_above_is_also_a_place(told: str) -> None:
    check(f"Kay came in and had tea.\n\n{told}\n\nA visit is planned for Monday.")
