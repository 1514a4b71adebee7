"""How far markings reach that stand in logs, over papers, in brackets, and what is none at all."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

STORY = "She is settled at school and has two friends.\n\nA visit is planned for Monday."


def asked(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == "marking"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten further sessions. I ask that this report not be read to her in a car.",
        "The outcome must not be told to him over the phone.",
        "Please do not read this letter to Ben on the bus.",
        "There are two places left on \u201cNot To Be Disclosed? Third parties in files\u201d.",
        "Booked on \u201cThird Party Information: What To Redact\u201d, half day.",
        "Mr Gooding signed to say that nothing in it was to be kept from the children.",
        "Mrs Hale, not on the telephone, sent her lad with a note: not come home.",
        "Third party information (about people who are not on this form) will be taken out if you "
        "ask for a copy of your record.",
    ],
)
def test_of_these_nothing_is_kept_back(sentence: str) -> None:
    assert asked(f"{STORY}\n\n{sentence}\n\n{STORY}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "I ask that this report not be read to her mother.",
        "This must not be told to his mother. He was told in the car.",
        "Nothing in it is to be disclosed to the children.",
    ],
)
def test_of_these_something_is(sentence: str) -> None:
    assert asked(f"{STORY}\n\n{sentence}\n\n{STORY}") != []


PINNED = "[Note pinned to this letter: not to be disclosed to Zane. Her aunt is ill.]"


def test_a_note_put_to_a_letter_is_kept_back_and_the_letter_is_not() -> None:
    assert asked(f"Dear Ann\n\n{STORY}\n\n{PINNED}\n\nI like the dog.\n\nfrom Zane") == [PINNED]


@pytest.mark.parametrize(
    "banner",
    [
        "GPMS: RESTRICTED. Handling: not to be copied or discussed outside the recipient agency.",
        "CONFIDENTIAL. NOT FOR FILE. To be returned to the Director in a\nsealed cover and shewn "
        "to no client.",
        "OFFICIAL-SENSITIVE [THIRD PARTY] \u2013 whole document exempt from disclosure to service "
        "user",
    ],
)
def test_a_banner_that_says_how_a_paper_is_kept_is_of_all_of_it(banner: str) -> None:
    text = f"{banner}\nANNUAL REVIEW\nName: Kay\n\nSECTION 1: Health\n{STORY}\n\nSECTION 2: Home"
    assert asked(text) == [text]


def test_a_first_line_that_tells_what_it_marks_is_of_no_more() -> None:
    told = (
        "CONFIDENTIAL. NOT FOR FILE. Her aunt was seen with him in the yard and said that the "
        "children were left alone all night again."
    )
    assert asked(f"{told}\n\n{STORY}\n\n{STORY}") == [told]


@pytest.mark.parametrize(
    "line",
    [
        "NOT FOR DISCLOSURE (all that follows)",
        "From this point to the end: third party information, not to be disclosed to the subject.",
        "ALL THAT FOLLOWS IS PRIVILEGED LEGAL ADVICE AND IS NOT TO BE DISCLOSED",
        "THE REMAINDER OF THIS REPORT IS CONFIDENTIAL AND IS NOT TO BE SHOWN TO THE FAMILY.",
    ],
)
def test_all_that_follows_goes_on_over_parts(line: str) -> None:
    below = f"{line}\n\nSECTION 2: Health\n{STORY}\n\nSECTION 3: School\n{STORY}\n\nA. Lee"
    assert asked(f"SECTION 1: Home\n{STORY}\n\n{below}") == [below]


@pytest.mark.parametrize(
    ("day", "marked"),
    [
        ("[{}/01/2024 16:39] ", "Do not disclose to Logan or to anybody at home. Mr Vine rang."),
        ("{}/04/2023 Surgery consultation  ", "Third party \u2013 exclude from SAR. He asked why."),
        ("{}-Mar-2023 11:39 Case note. ", "SEALED \u2013 adoption team only. They are the Lees."),
        ("[Wed {} Aug 16:45] ", "SEALED \u2013 adoption team only. They are the Lees."),
    ],
)
def test_a_label_behind_the_day_and_the_sort_of_an_entry_covers_the_entry(
    day: str, marked: str
) -> None:
    entry = f"{day.format(12)}{marked}"
    text = f"{day.format(11)}He slept well.\n{entry}\n{day.format(13)}He ate well."
    assert asked(text) == [entry]


def test_a_passage_in_a_log_ends_where_its_end_is_told() -> None:
    passage = (
        ">>> THIRD PARTY DATA \u2013 WITHHOLD FROM SUBJECT ACCESS\nHer aunt is ill.\n"
        "<<< THIRD PARTY DATA ENDS"
    )
    text = f"1 May 2020 He slept.\n2 May 2020 He ate.\n{passage}\n3 May 2020 He swam.\n\n{STORY}"
    assert asked(text) == [passage]


HEAD = "From: Ann Lee\nTo: Bob Ray\nSent: 1 May 2020\n"


@pytest.mark.parametrize(
    "line",
    [
        "NOT FOR THE FILE THAT IQRA SEES.",
        "Third party information \u2013 not to be disclosed to Ellis or parents.",
    ],
)
def test_a_first_line_of_a_message_is_of_the_message(line: str) -> None:
    body = f"{line}\n\nHi both\n\nVerona told me in the car.\n\nAnn"
    (found,) = asked(f"{HEAD}Subject: visit\n\n{body}")
    assert found.endswith(body)


def test_a_bracket_that_opens_a_subject_is_of_the_message() -> None:
    subject = (
        "Subject: [OFFICIAL-SENSITIVE \u2013 police information, not to be disclosed to family]"
    )
    said = f"{subject}\n\nThe house is watched.\n\nAnn"
    assert asked(f"{HEAD}{said}") == [said]


def test_whoever_asks_for_trust_under_a_label_is_asked_about_with_all_of_it() -> None:
    entry = (
        "For my solicitor only, not to go in the bundle: Ebony asked us not to say it came from "
        "her: Paige owes money. She can be reached on 12345."
    )
    assert asked(f"5 May. He slept.\n\n{entry}\n\n6 May. He ate.") == [entry]


STARS = "*" * 20


def test_a_box_of_stars_ends_with_its_stars() -> None:
    box = "Not for the family\nHer aunt is ill.\n\nShe owes money."
    assert asked(f"{STORY}\n\n{STARS}\n{box}\n{STARS}\n\n{STORY}") == [box]


def test_a_frame_around_a_heading_is_no_box() -> None:
    part = f"NOT FOR THE FAMILY\n{STARS}\nHer aunt is ill."
    (found,) = asked(f"{STORY}\n\n{STARS}\n{part}\n\nSCHOOL\n{STORY}\n{STARS}")
    assert found == part


def test_a_confidential_slot_ends_where_the_conference_is_open() -> None:
    slot = "CONFIDENTIAL SLOT\nHer aunt is ill.\n\nThe police told more.\n\nOPEN CONFERENCE"
    assert asked(f"MINUTES\n\n{STORY}\n\n{slot}\n{STORY}") == [slot]


def test_who_must_not_be_told_of_something_is_asked_about() -> None:
    told = "His mother is not to be told that she was here, since she would hit him."
    assert asked(f"{STORY}\n\n{told}\n\n{STORY}") == [told]
    assert asked(f"{STORY}\n\nHis mother should not be told off for it.\n\n{STORY}") == []


def test_whoever_asks_not_to_be_named_as_who_told_is_asked_about() -> None:
    for wish in ("Please don't say I told you.", "Never let on that it was me."):
        text = f"{STORY}\n\nHer uncle drinks. {wish}\n\n{STORY}"
        found = MarkingDetector().find(Page(1, text), Roster(""))
        assert any(wish in text[slice(*f.span)] for f in found)
