"""Signs that a paper explains itself, and the entries that they keep back."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector


def _marked(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found]


@pytest.mark.parametrize(
    "told",
    [
        "Key: entries with a ring (O) round the date are staff only.\n12.1.78 Weighed.\n"
        "⟦(O) 9.2.78 Stopped in the street, baby left alone.⟧\n23.2.78 Weighed.",
        "R = may be read by resident, S = staff, stays out of resident's file.\n"
        "R 7.15 Up and dressed.\n⟦S 10.20 Mother rang drunk.⟧\nR 16.00 Home.",
        "Items with an asterisk are for you two alone.\nBedtime is eight.\n"
        "⟦* His father hanged himself.⟧\nLikes porridge.\n⟦* The sister is in hospital.⟧",
        "Notes of the week. NFF = not for file share (client does not see)\nCaseload 14.\n"
        "⟦Jade W - NFF - the carer is close to giving notice.⟧\nTraining booked.",
        "Key: black - shared with family; [red] - held by police, family not aware.\n"
        "01/02 Late for school.\n⟦[red] 04/02 Said to be dealing from the flat.⟧\n09/02 Well.",
        "Entries typed in CAPITALS are not to be shown to the lad.\n12 May Bought trainers.\n"
        "⟦14 MAY FATHER SEEN OUTSIDE WITH A BAG.⟧\n16 May Signed on.",
    ],
)
def test_a_sign_that_the_paper_explains_marks_the_entries_that_open_with_it(told: str) -> None:
    wanted = [piece.partition("⟧")[0] for piece in told.split("⟦")[1:]]
    assert _marked(told.replace("⟦", "").replace("⟧", "")) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Key: P = present, A = absent, S = sick.\nS 10.20 Rang in.\nP 11.00 In class.",
        "Items with an asterisk are compulsory.\n* Maths\n* English",
        "RT - does not see her father.\nRT went to the shops.\nRT is well.",
        "* Bring a towel\n* Bring a coat\n* Lunch is at twelve",
        "Key: Y = shared with parents, N = nursery.\nN 9.00 Came with mum.\nY 10.00 Sang.",
    ],
)
def test_a_sign_that_keeps_nothing_back_marks_nothing(text: str) -> None:
    assert _marked(text) == []


def test_lines_that_say_where_what_is_kept_back_starts_and_ends_mark_what_is_between() -> None:
    told = (
        ">> third party - start >>\nShe described how he kept her in. She has moved.\n"
        "<< third party - end <<"
    )
    text = f"Mr Noon can cook.\n{told}\nThe flat is on the second floor."
    assert _marked(text) == [told]
    assert _marked(text.replace("third party", "week")) == []
    assert _marked("Private lessons\n- start -\nPiano.\n- end -\nHome.") == []
