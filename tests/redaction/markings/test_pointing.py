"""Sentences that keep back what stands elsewhere, and say where."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector


def _marked(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == "marking"]


@pytest.mark.parametrize(
    "told",
    [
        "CHRONOLOGY\n1. Born at Leeds.\n2. Parents part.\n⟦3. Partner hit mother.⟧\n"
        "⟦4. Aunt says that mother works at night.⟧\n5. Starts school.\n"
        "Redact 3 and 4 before this goes to Adele.",
        "Points for the meeting\na) Sam wants a dog.\n⟦b) Sam's mum is pregnant.⟧\n"
        "c) The bike needs mending.\n(b) is for the reviewing officer alone, blank out on Sam's.",
        "Her hearing is normal.\n⟦I suspect her mother of giving her salt.⟧\n"
        "She will come back in June.\n"
        'The sentence beginning "I suspect" should be struck out of the family\'s copy.',
        "Mother brought a cake. ⟦She whispered that she is carrying again.[1]⟧ Leon waved.\n"
        "He slept well.\n[1] Leon is not to be told of this, nor his father.",
        "Wayne tried hard and writes with his left hand.\n"
        "⟦His teacher told me that she is frightened of him.\n"
        "The paragraph above should come out of the copy for Wayne and his parents.⟧\n"
        "Help in reading is advised.",
    ],
)
def test_a_sentence_is_marked_with_what_it_points_to(told: str) -> None:
    pieces = [piece.partition("⟧")[0] for piece in told.split("⟦")[1:]]
    text = told.replace("⟦", "").replace("⟧", "")
    covered = "\n".join(_marked(text))
    assert all(line in covered for piece in pieces for line in piece.split("\n"))
    others = told
    for piece in pieces:
        others = others.replace(f"⟦{piece}⟧", "\0")
    for other in others.replace("\n", "\0").split("\0"):
        assert not other.strip() or other.strip() not in covered


@pytest.mark.parametrize(
    "text",
    [
        "1. Born at Leeds.\n2. Parents part.\n3. Moves to Hull.\n"
        "Paragraph 3 should be deleted, it is out of date.",
        "1. Born at Leeds.\n2. Parents part.\nSee paragraph 2, which Kay has read.",
        "Which of these is so? [ ] Asthma [ ] Eczema [ ] None of the above",
        "She brought a cake.[1] He waved.\n[1] A sponge, not for Leon as it had nuts.",
        "She called ** twice.\n** HISTORY **\nA dog, not to be passed on to Leon.",
        "The paragraph above was read out to Wayne and his parents, who agreed.",
    ],
)
def test_what_points_without_keeping_back_marks_nothing(text: str) -> None:
    assert _marked(text) == []
