"""Wordings of case papers, each with what is to be removed, asked about and shown there."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.ports import Detector
from redaction.detect import detect, text_of
from redaction.detectors.names.detector import NamesDetector
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument

ROSTER = Roster(
    "s",
    (
        Person("s", "Tyler Marsh", Standing.SUBJECT),
        Person("w1", "Karen Bradshaw", Standing.PROFESSIONAL, "social worker"),
        Person("w2", "Ian Sharp", Standing.PROFESSIONAL, "police officer"),
        Person("w3", "Orla Crabtree", Standing.PROFESSIONAL, "health visitor"),
        Person("m", "Grace Dobbs", relation="mother"),
        Person("u", "Mark Hope", relation="uncle"),
        Person("h", "Harold Nowak", relation="grandfather"),
        Person("c", "Will Chase", relation="cousin"),
        Person("a", "Joy Faith", relation="aunt"),
        Person("t", "Tom Beddoes", relation="friend"),
        Person("d", "Drew Summer", relation="cousin"),
        Person("y", "May Alexandra Potts", relation="sister"),
    ),
)


def proposed(text: str) -> list[tuple[str, str]]:
    """Return the words of each finding and what is proposed."""
    document = ReadDocument(b"", (Page(1, text),), (), "text/plain")
    detectors: list[Detector] = [RosterDetector(), NamesDetector()]
    found = detect(document, ROSTER, detectors)
    return [(text_of(document, f), f.propose.value) for f in found]


@pytest.mark.parametrize(
    "text",
    [
        "Mark as priority. The rest can wait.",
        "Mark the file as restricted.",
        "Will ring the school tomorrow.",
        "Will you be there?",
        "Will not attend. Will i be told?",
        "ACTIONS\n2. Chase up the referral",
        "Chase GP re letter.",
        "May need new shoes.",
        "Hope this helps. Hope that all goes well. Hope you are well.",
        "There is a grace period for the rent. Grace period ends on 8th June.",
        "Faith assembly was missed three times. Local faith leaders came.",
        "Drew a picture of the house.",
        "Summer term attendance was 84 per cent.",
        "Closed for May half-term.",
        "Young people were seen. YOUNG CARERS were told.",
        "[19:24] Mum: u cryin agen, her fella came round",
        "[19:24] Mum: wots ur dob, im tryin",
        "It banged on t'wall.",
        "Child(ren) in the home.",
        "CONTACT SHEET - Tyler Marsh",
        "Tyler ULN is to follow.",
    ],
)
def test_words_that_names_are_spelled_like_are_left(text: str) -> None:
    assert [found for found in proposed(text) if found != ("Tyler Marsh", "show")] in (
        [],
        [("Tyler", "show")],
    )


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Will rang the school.", "Will"),
        ("Karen and Will help with lifts.", "Will"),
        ("Seen by Karen and\nWill ring tomorrow.", "Will"),  # a line goes on
        ("Did Will ring the school?", "Will"),
        ("Will visit: 3 June", "Will"),
        ("Mark as usual was late.", "Mark"),
        ("Hope to ring the school by Friday", "Hope"),
        ("Chase was at home.", "Chase"),
        ("I asked Drew a question.", "Drew"),
        ("Faith needs new shoes.", "Faith"),
        ("Summer school report: good", "Summer"),
        ("May said so.", "May"),
        ("Grace is said to drink.", "Grace"),
        ("Max and May were in bed.", "May"),
        ("told mark as he left", "mark"),
    ],
)
def test_whoever_is_called_like_a_word_is_still_found(text: str, word: str) -> None:
    assert {"ask", "redact"} & {propose for words, propose in proposed(text) if word in words}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She misses her.\nTell Kayleigh that the door is open.", "Kayleigh"),
        ("Left Rosie at school.", "Rosie"),
    ],
)
def test_a_verb_that_begins_a_sentence_is_no_part_of_the_name_behind_it(
    text: str, name: str
) -> None:
    assert proposed(text) == [(name, "redact")]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("He is now at Harold Wood Academy.", "Harold"),
        ("They live in Harold Wood.", "Harold"),
        ("Group 'Harold Wood massive'", "Harold"),
        ("Born at Ward 12 (Alexandra) in 2004.", "Alexandra"),
        ("She loved Harry\nPotter Lego.", "Potter Lego"),
        ("Tom the dog bit her.", "Tom"),
        ("They got Tom (a staffie) in June.", "Tom"),
    ],
)
def test_what_may_be_a_place_a_figure_or_an_animal_is_asked_about(text: str, word: str) -> None:
    assert {propose for words, propose in proposed(text) if word in words} == {"ask"}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tom the dog walker came.", "Tom"),
        ("Tom, the father, and his dog came.", "Tom"),
        ("Harold Nowak School report", "Harold Nowak"),
        ("Dr Quaxley. Then Karen Butcher rang.", "Butcher"),
        ("Mum(karen)", "karen"),
    ],
)
def test_who_stands_beside_an_animal_or_a_school_is_still_somebody(text: str, word: str) -> None:
    assert [words for words, propose in proposed(text) if word in words and propose != "show"]
