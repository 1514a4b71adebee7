"""Who told something and is only described: asked about, as a name would be."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector
from redaction.merge import REFERRER


def asked(text: str) -> list[str]:
    """Return the descriptions that are asked about."""
    found = MarkingDetector().find(Page(1, text), Roster("", ()))
    return [text[slice(*f.span)] for f in found if f.kind == REFERRER]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The first referral came from somebody in the same stair with a dog.",
         "somebody in the same stair with a dog"),
        ("Anon call from a lady two doors along. Noise, Linda out late.", "a lady two doors along"),
        ("The source of the second referral is the lady with the greyhounds.",
         "the lady with the greyhounds"),
        ("The report of 29/06/1987 was made by an elderly resident on the ground\nfloor.",
         "an elderly resident on the ground\nfloor"),
        ("The allegation first came by way of a retired woman living within sight of the yard, who",
         "a retired woman living within sight of the yard"),
        ("The lady with the corner garden stopped me in the street.",
         "The lady with the corner garden"),
        ("A man from the paper shop rang to say so.", "A man from the paper shop"),
        ("A message was left on the 4th, we think by a regular at the same chapel.",
         "a regular at the same chapel"),
        ("10.15 Call from the householder three floors down: shouting.",
         "the householder three floors down"),
        ("A complaint of somebody whose yard backs on to theirs was closed.",
         "somebody whose yard backs on to theirs was closed"),
        ("There is one more letter in the file, from a baker in the next street, unread.",
         "a baker in the next street"),
        ("Calls to the rent office by an old tenant on that corridor went on.",
         "an old tenant on that corridor went on"),
        ("You can ask the lady downstairs.", "the lady downstairs"),
    ],
)  # fmt: skip
def test_who_is_described_as_having_told_something_is_asked_about(text: str, who: str) -> None:
    assert asked(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The first referral came from the school.",
        "The referral was made by a health visitor at the clinic.",
        "A report was received from the police.",
        "The concerns were raised by the duty social worker on Monday.",
        "The boy in the red coat ran across the yard.",
        "The lady at the desk was kind. She had a dog.",
        "Information came from the meeting on Friday.",
        "She complained of a pain in the chest.",
        "A call came in from Mum in the evening.",
        "The report was sent on by the office in the morning.",
        "I asked the boy who he was with.",
        "A letter from the school in the next street.",
        "There was no word from the family in the end.",
    ],
)
def test_who_reports_by_their_work_stays(text: str) -> None:
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The informant is a dinner lady at Coble Lane and fears trouble.",
         "a dinner lady at Coble Lane"),
        ("Information in confidence from a mother at the school gate",
         "a mother at the school gate"),
        ("On Monday his landlord rang in confidence.", "his landlord"),
        ("The child's mother had told us. Her aunt phoned in strict confidence.", "Her aunt"),
    ],
)  # fmt: skip
def test_who_told_in_confidence_is_asked_about(text: str, who: str) -> None:
    assert asked(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "The informant is a reliable source.",
        "The informant was not the one we thought.",
        "The anonymous caller is the same person.",
        "The school rang in confidence.",
        "The social worker reported confidentially.",
        "His landlord rang about the rent. He has confidence in us.",
        "The man was there and he rang the bell.",
        "A leaflet on how to report anonymously.",
    ],
)
def test_who_told_openly_or_by_their_work_stays(text: str) -> None:
    assert asked(text) == []
