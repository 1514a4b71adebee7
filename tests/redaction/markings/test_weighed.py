"""Markings that no list foresees, weighed by what they say and how they stand."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector
from redaction.detectors.markings.units import Edge, units

BEFORE = "She is settled at school.\n\n"
AFTER = "\n\nOther matters\n\nA visit is planned for Monday."


def _asked(told: str) -> tuple[list[str], list[str]]:
    """Return what is asked about in a paper, and what stands in ⟦ ⟧ in it."""
    text = f"{BEFORE}{told}{AFTER}"
    wanted = [piece.partition("⟧")[0] for piece in text.split("⟦")[1:]]
    text = text.replace("⟦", "").replace("⟧", "")
    found = list(MarkingDetector().find(Page(1, text), Roster("")))
    assert {f.propose for f in found} <= {Propose.ASK}
    return [text[slice(*f.span)] for f in found], wanted


@pytest.mark.parametrize(
    "told",
    [
        "⟦Not for Mr Ogden's eyes: Kay has put a deposit on a flat.⟧",
        "⟦To be taken out of his copy before it is sent - the carers have given notice.⟧",
        "⟦Mum is not to get wind of this: the test was positive.⟧",
        "⟦(not for the group, don't show Kay this) he took her card.⟧",
        "⟦For the Children's Officer personally and not for Mr Barr: the wife has a growth.⟧",
    ],
)
def test_a_label_in_nobodys_words_covers_its_paragraph(told: str) -> None:
    found, wanted = _asked(told)
    assert found == wanted


@pytest.mark.parametrize(
    "heading",
    [
        "WITNESS SHEET (CONFIDENTIAL - keep apart from tenant's file)",
        "NOTE FOR FILE ONLY - NOT SENT TO COMPLAINANT",
        "Note by J. Lowe. Subject to legal professional privilege.",
        "POLICE INFORMATION - CONFIDENTIAL TO THIS MEETING",
    ],
)
def test_a_heading_in_nobodys_words_covers_what_stands_below_it(heading: str) -> None:
    found, wanted = _asked(f"⟦{heading}\nHer uncle was cautioned.\nHe lives in the flat.⟧")
    assert found == wanted


@pytest.mark.parametrize(
    "end",
    ["End of witness sheet", "Here the advice ends.", "That is the end of the private page."],
)
def test_a_part_ends_where_its_own_name_is_told_to_end(end: str) -> None:
    told = (
        f"⟦PRIVATE PAGE - please do not show this page to Kay\nHe broke a rib.\n{end}⟧\nShe slept."
    )
    found, wanted = _asked(told)
    assert found == wanted


@pytest.mark.parametrize(
    "heading", ["== The carers ==", "** The carers **", "The carers\n----------"]
)
def test_a_part_ends_at_a_heading_that_is_set_off(heading: str) -> None:
    marked = "CONFIDENTIAL ANNEX - leave out of Kay's copy\nHer uncle was cautioned."
    told = f"⟦{marked}⟧\n\n{heading}\nThey cope."
    found, wanted = _asked(told)
    assert found == wanted


def test_a_banner_over_a_paper_covers_all_of_it() -> None:
    text = (
        "PANEL PAPERS - not for disclosure to the child or the applicants. Return after the"
        " meeting.\n\nMINUTES\n\nMrs Lowe took the chair.\n\nThe panel approved the match."
    )
    found = MarkingDetector().find(Page(1, text), Roster(""))
    assert [text[slice(*f.span)] for f in found] == [text]


@pytest.mark.parametrize(
    "told",
    [
        "He must not see his father without a worker there.",
        "Kay does not want to see her brother at all this month.",
        "Do not give him nuts: he has an allergy.",
        "You said that you want to stay with Ann and Bob until you finish college.",
        "She asked whether what she told me was confidential.",
        "RESTRICTED DIET SHEET",
        "FOR OFFICE USE ONLY\nReceived: 3 May",
        "Mum has not told Dad that she smokes.",
    ],
)
def test_what_is_told_of_people_and_things_marks_nothing(told: str) -> None:
    found, _ = _asked(told)
    assert found == []


@pytest.mark.parametrize(
    "subject",
    ["STRICTLY PRIVATE - carer's health", "Confidential: her carer", "Off the record - Kay",
     "RE: Legally privileged - threshold"],
)  # fmt: skip
def test_a_subject_that_begins_with_a_marking_covers_its_message(subject: str) -> None:
    said = f"Subject: {subject}\nDate: 3 May 2019\n\nHi\n\nShe is ill.\n\nAnn"
    text = f"From: A Lowe <a@x.example>\nTo: B Cole <b@x.example>\n{said}"
    found = MarkingDetector().find(Page(1, text), Roster(""))
    assert [text[slice(*f.span)] for f in found] == [said]


def test_an_entry_of_a_log_that_no_line_wraps_is_covered_and_not_the_next() -> None:
    entry = (
        "NOT FOR DISCLOSURE: Kim said out of hearing that the baby is the lodger's child, and that"
        " her husband must never hear of it, as long as they live in that house."
    )
    after = (
        "Mavis Hoyle came to take the children home with her, and said that she would bring them"
        " back on Sunday after their tea, when their mother is home from work again."
    )
    found, _ = _asked(f"{entry}\n{after}")
    assert found == [entry]


def test_a_row_is_covered_and_not_the_line_of_another_matter_below_it() -> None:
    row = "RESTRICTED | Mr Kwok will give evidence; not to be passed to C Lowe | N Gwyn"
    above = "Open | Dr Lowe will write to the school about her hearing, her eyes, her teeth and"
    found, _ = _asked(f"{above} how she gets on | Dr Lowe\n{row}\nKim to ring on Monday")
    assert found == [row]


@pytest.mark.parametrize(
    "told",
    [
        "⟦Mum doesn't know: the carer is pregnant.⟧",
        "⟦Secret: the carer is pregnant and tired.⟧",
        "⟦STRICTLY PRIVATE\nThe carer is pregnant.⟧",
        "⟦Things we are not telling Kay\nThe carer is pregnant.⟧",
        "⟦The carer is pregnant.\n\nThe above paragraph must not be shown to Kay.⟧",
        "⟦The next two paragraphs are not for Kay.\n\nThe carer is pregnant.⟧",
    ],
)
def test_what_a_reader_takes_for_a_marking_at_once_is_one(told: str) -> None:
    found, wanted = _asked(told)
    assert found == wanted


@pytest.mark.parametrize(
    "title", ["CONFIDENTIAL PUPIL LOG  Marsh, Kay", "Confidential school record"]
)
def test_a_paper_that_is_only_called_confidential_is_not_marked(title: str) -> None:
    text = f"{title}\nHouse: Nelson   Tutor: Mr Barlow\n\nKay came on Monday.\n\nShe reads well."
    assert list(MarkingDetector().find(Page(1, text), Roster(""))) == []


def test_a_line_of_a_form_goes_on_with_no_other() -> None:
    written = "Previously known: Yes, hardship grant 1999\nCaller:  Sealed. Mrs Dowd rang"
    text = written.lower()
    pieces = [(text[slice(*u.span)], u.after) for u in units(text, lambda a, b: written[a:b])]
    assert ("caller", Edge.COLON) in pieces
    assert not any("1999\ncaller" in piece for piece, _ in pieces)


NOTE = (
    "FILE NOTE\nWorker: P. Orr\nDate: 3 May\nPlace: school\nPresent: Kay\nTime: nine\n\n"
    "Visit on Tuesday. Kay was well.\n\n{}\n\nHe is well and eats what he is given.\n\nShe rang."
)


def test_a_sentence_covers_its_paragraph_where_it_speaks_of_no_part_of_the_paper() -> None:
    told = (
        "She has a cat. The family is on no account to get wind that she is in this part of Leeds."
    )
    found = MarkingDetector().find(Page(1, NOTE.format(told)), Roster(""))
    assert [NOTE.format(told)[slice(*f.span)] for f in found] == [told]


def test_a_sentence_about_its_part_covers_it_to_the_end_where_nothing_ends_it() -> None:
    text = NOTE.format("The aunt has moved. This part is for the panel's eyes alone.")
    [found] = MarkingDetector().find(Page(1, text), Roster(""))
    assert text[slice(*found.span)].endswith("She rang.")
