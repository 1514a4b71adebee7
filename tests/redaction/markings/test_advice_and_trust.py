"""What lawyers advised, what a child asked not to be told, and who spoke in trust, unmarked.

What must be asked about stands in ⟦ ⟧; beside each, what looks like it and is nobody's secret.
"""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector
from redaction.merge import MARKING, REFERRER

BEFORE = (
    "CASE SUMMARY\nFile 20/118\n\nEllie has joined the netball club and walks there with two girls "
    "from her class.\n\n"
)
AFTER = "\n\nNEXT STEPS\n\nA visit on Monday, and a letter to the school about the trip."


def asked(told: str, kind: str) -> tuple[list[str], list[str]]:
    """Return what is asked about in a text, and what stands in ⟦ ⟧ in it."""
    text = f"{BEFORE}{told}{AFTER}"
    wanted = [piece.partition("⟧")[0] for piece in text.split("⟦")[1:]]
    text = text.replace("⟦", "").replace("⟧", "")
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == kind], wanted


def anything(told: str) -> list[str]:
    text = f"{BEFORE}{told}{AFTER}"
    return [
        text[slice(*f.span)] for f in MarkingDetector().find(Page(1, text), Roster("")) if f.kind
    ]


@pytest.mark.parametrize(
    "told",
    [
        "⟦Ben asked me not to tell his foster carer that he had been sick.⟧",
        "⟦Ellie begged us not to tell her mum about the tattoo.⟧",
        '⟦Tia said "don\'t tell mum I told you" and that he had locked her out.⟧',
        "⟦Does not want his dad to know: he has stopped going to football.⟧",
        "⟦Q4. Is there anything here that must not be shared with the family?\n"
        "Yes - the aunt has lent them money and wants nobody to hear of it.⟧",
        "⟦Are there details not to be disclosed to the parents? Yes, the carers' address.⟧",
        "⟦Confidential to the medical adviser\nHis mother took pills when she was expecting.⟧",
        "⟦Confidential to fostering panel\nMr Rudd was made bankrupt in 1999.⟧",
        "⟦MARAC 14 June - minutes, not to be disclosed\nPolice: three calls in May, two in June, "
        "on both of which he had left.\nNurse: none.\nHousing: a move was agreed.⟧",
        "⟦Police intelligence (5x5x5, E41): a cousin holds the money for them.⟧",
        "⟦Child's wishes - does not want dad to know\nBen would like to stay until he is grown.⟧",
        "⟦Identity of caller known to the team but to be kept confidential: Ann Rudd, the cook.⟧",
        "⟦This part of my report should not be seen by Ellie, whom it would shock: her father is "
        "not who she thinks.⟧",
        "⟦5x5x5: a cousin holds the money for them.⟧",
        "⟦Intel log 3x5x2 - a car comes by most evenings.⟧",
    ],
)
def test_what_is_not_to_be_passed_on_is_asked_about_with_its_paragraph(told: str) -> None:
    found, wanted = asked(told, MARKING)
    assert found == wanted


@pytest.mark.parametrize(
    "told",
    [
        "Ben asked me not to tell him off in front of his friends.",
        "Ellie told me with confidence that she can swim a mile.",
        "Dad said he was told not to tell lies as a boy.",
        'The teacher said "don\'t tell me you forgot" and everybody laughed.',
        "Is there anything here that must not be shared with the family?\nNo\n\nHe likes dogs.",
        "Is there anything here that must not be shared with the family? None known.",
        "Are there details not to be disclosed to the parents?\n\nWhat does he want?\nA dog.",
        "Section B - Confidential? Y / N (please ring)\nHe likes dogs.",
        "Is any of this not to be shared with the family? Yes / No\nHe likes dogs.",
        "The contents of these minutes should not be disclosed to anyone outside the conference.",
        "Ellie wants to be anonymous in the survey of her class.",
        "The family do not want to be named in the local paper.",
        "Do not share food or drink with other pupils: he has an allergy.",
        "Do not give him nuts: he has an allergy.",
        "This section should not be read by the scanner as it has a crease.",
        "His cot is 3x5x2 feet and the mattress fits.",
        "Confidential to the last, said the card that came with the flowers.",
    ],
)
def test_the_same_words_about_other_things_are_nobodys_secret(told: str) -> None:
    assert anything(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "04/05 Late, and had no lunch.\n⟦05/05 CONFIDENTIAL - not to be shared with parents. A "
        "helper has heard shouting.⟧\n06/05 On time. Kit missing.",
        "10.01.2019 Letter to the school.\n⟦11.01.2019 [LPP] The order would not be granted.⟧\n"
        "12.01.2019 Seen by the doctor.\n13.01.2019 Visit.",
        "Mon - ate well and slept.\n⟦Tues - (not to be shared with Ben) we await my tests.⟧\n"
        "Wed - went to cubs.",
        "Date | Event | Source\n02/01/2018 | Born at 38 weeks | Health\n"
        "⟦05/06/2018 | RESTRICTED - Her aunt told the nurse that he had hit her with a pan | HV⟧\n"
        "07/08/2018 | Nursery place taken up | Education",
    ],
)
def test_an_entry_of_a_log_is_covered_and_not_the_next(told: str) -> None:
    found, wanted = asked(told, MARKING)
    assert found == wanted


def test_a_line_of_prose_that_happens_to_begin_with_a_date_parts_nothing() -> None:
    told = (
        "⟦Not to be shared with the family: the aunt came to see us on\n12 May 2019 and said that "
        "he had been drinking, which she saw again on\n14 May 2019. She is afraid of him.⟧"
    )
    found, wanted = asked(told, MARKING)
    assert found == wanted


@pytest.mark.parametrize(
    "told",
    [
        "⟦The caller, whose daughter is in the same class, asked us not to say that he had rung.⟧",
        "Ben is well.\n\n⟦Call at 16.20 from a man at the bakery who would not give his name.⟧ Ben "
        "is out late.",
        "Ben is well. ⟦A neighbour rang and does not want family to know.⟧",
        "⟦It came from a cousin, who pleaded that his name be left out of it.⟧",
        "⟦Mrs Rudd talked to me on the understanding that her identity would not be revealed.⟧",
        "⟦I saw the shopkeeper, who was anxious that nobody should hear he had spoken to us.⟧",
        "⟦She was worried that her brother must not find out about this call.⟧",
        "⟦We agreed that her name would never be passed on.⟧",
        "Details of the contact\n\n⟦Source: male, says he worked with dad, would not leave a "
        "name⟧\nDetails: the children were left while both were out",
    ],
)
def test_who_spoke_in_trust_is_asked_about_with_the_sentence(told: str) -> None:
    found, wanted = asked(told, REFERRER)
    assert found == wanted


@pytest.mark.parametrize(
    "told",
    [
        "⟦The lady at number 12 would not give her name.⟧\n\nLater ⟦the woman at no. 12⟧ saw Ben "
        "at the bus stop. The man at number 15 was out.",
        "⟦The referrer wishes to remain anonymous.⟧ ⟦She is the family's childminder.⟧\n\n⟦The "
        "childminder⟧ has had Ben on Tuesdays, and the doctor has seen him.",
        "⟦I spoke to the landlord, who begged that his name be kept out of it.⟧\n\nMum owes ⟦her "
        "landlord⟧ for May.",
        "⟦The referrer has requested anonymity.⟧ ⟦Referrer lives in the flat below and has known "
        "Mum for years.⟧\n\nBen is well.",
    ],
)
def test_who_spoke_in_trust_is_asked_about_where_they_are_told_of_again(told: str) -> None:
    found, wanted = asked(told, REFERRER)
    assert found == wanted


def test_a_trade_is_asked_about_only_where_one_of_it_spoke_in_trust() -> None:
    told = (
        "⟦His aunt told us on condition that nobody would know.⟧\n\nThe childminder has had Ben on "
        "Tuesdays. His aunt and the landlord came to the review, and the lady at number 12."
    )
    found, wanted = asked(told, REFERRER)
    assert found == wanted


@pytest.mark.parametrize(
    "told",
    [
        "Mum was worried that nobody would come to the party.",
        "His name would not be on the list until Monday.",
        "She agreed on the understanding that the visits would be at the library.",
        "Ellie was anxious that her brother should hear his present was a bike.",
        "The school asked us not to say that lessons begin at nine, as they begin at ten.",
    ],
)
def test_other_worries_and_understandings_tell_of_no_source(told: str) -> None:
    assert anything(told) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Counsel's opinion",
        "ADVICE OF COUNSEL",
        "Legal Planning Meeting - notes",
        "Minutes of the legal gateway meeting",
        "Note of legal advice from the solicitor",
        "Solicitor's advice:",
        "Legal advice received 4 May",
    ],
)
def test_a_heading_over_what_lawyers_advised_covers_what_stands_below_it(heading: str) -> None:
    told = f"⟦{heading}\nThe order would not be granted on what there is.\nWait for the report.⟧"
    found, wanted = asked(told, MARKING)
    assert found == wanted


@pytest.mark.parametrize(
    "told",
    [
        "The plan stays as it is. ⟦Our solicitor advised that there are no grounds for an order.⟧ "
        "The visits go on.",
        "Rang the school. ⟦Spoke to Jo in legal, who felt the evidence would not stand up.⟧ No "
        "answer from Mum.",
        "⟦Legal have advised against issuing. They would wait for the report on the burn.⟧ Ben is "
        "well.",
        "⟦Legal advice is that the threshold is met.⟧ Ben is well.",
        "⟦Legal advice (4 May): serve the notice now and do not wait for the report.⟧\n\nBen is "
        "well.",
        "⟦In conference counsel doubted that the judge would accept the doctor.⟧ Lunch was late.",
        "⟦The view of the council's lawyer is that we\nshould settle the claim.⟧ Ben is well.",
        "⟦We have been advised by leading counsel not to oppose the application.⟧ Ben is well.",
        "Present: T Rudd (solicitor), K Bell (manager).\n\nThe children are well. ⟦Mr Rudd advised "
        "that the statement is too thin for an interim order.⟧ Mrs Bell thanked everybody.",
    ],
)
def test_what_the_councils_lawyers_advised_is_asked_about_though_nothing_marks_it(
    told: str,
) -> None:
    found, wanted = asked(told, MARKING)
    assert found == wanted


@pytest.mark.parametrize(
    "told",
    [
        "Mum's solicitor thinks that the evidence is weak.",
        "She said that her solicitor advised her not to sign the statement.",
        "Counsel for the father said that he would not oppose the order.",
        "Dad was advised by counsel to accept the threshold.",
        "The parents were told to seek legal advice: a list of solicitors was given to them.",
        "Independent legal advice is that he should appeal.",
        "Legal rang to say that the hearing is on 4 May at 10am.",
        "Legal advised that the hearing is listed on 4 May in court 3.",
        "The solicitor rang to confirm the date of the hearing.",
        "Counsel told the judge in court that the threshold was agreed.",
        "The legal guardian thinks that the case was well explained.",
        "The doctor advised that the evidence for the ointment is weak.",
        "The social worker advised that the threshold for a plan is met.",
        "Legal aid has been refused, so the claim will not go on.",
        "The school counsellor said that the case is closed.",
        "Present: T Rudd (solicitor for Mum). Mr Rudd advised that she agrees the statement.",
        "Legal Services will send the statement on Monday.",
        "A legal planning meeting will be held on Monday in room 4.",
        "Legal planning meeting booked for 4 May",
        "Legal advice was explained to Mum, who may see a solicitor free of charge.",
        "Can I get legal advice? Yes: the letter says which solicitors to ask.",
    ],
)
def test_what_others_lawyers_say_and_what_lawyers_arrange_is_no_advice_to_the_council(
    told: str,
) -> None:
    assert anything(told) == []


def test_advice_that_nothing_marks_goes_to_the_lawyers() -> None:
    text = f"{BEFORE}Our solicitor advised that there are no grounds for an order.{AFTER}"
    (found,) = MarkingDetector().find(Page(1, text), Roster(""))
    assert "lawyers" in found.because
    assert "somebody wrote" not in found.because


@pytest.mark.parametrize(
    "heading",
    ["OTHER MATTERS", "SCHEDULE 3", "Stage 2", "Record 19", "Current medication", "Probation"],
)
def test_a_marked_part_ends_at_headings_of_other_papers(heading: str) -> None:
    told = (
        "⟦NOT TO BE DISCLOSED TO FAMILY\nHis aunt has been ill.\n\nPolice rang twice that week\n"
        f"about the car.⟧\n\n{heading}\nThe passport has been found."
    )
    text = told.replace("⟦", "").replace("⟧", "")
    text = f"Record of visit\nFile 20/118\n\nEllie has joined the netball club.\n\n{text}"
    found = MarkingDetector().find(Page(1, text), Roster(""))
    assert [text[slice(*f.span)] for f in found] == [told.partition("⟧")[0].strip("⟦")]


@pytest.mark.parametrize(
    "told",
    [
        "⟦STAFF ONLY - not for the children's files: Lorcan is to have no bath unattended.⟧",
        "⟦NON-DISCLOSURE REQUEST. This part is withheld from Malcolm Kubiak under the rules.\n"
        "Rachel has moved to Marion Lodge.\nEND OF NON-DISCLOSURE PART⟧",
        "⟦CALLER'S NAME NOT TO BE GIVEN OUT: Ivy Banks of Windmill Street rang about Poppy.⟧",
    ],
)
def test_what_offices_write_above_a_part_is_a_marking(told: str) -> None:
    found, wanted = asked(told, MARKING)
    assert found == wanted


def test_a_banner_above_the_head_of_a_message_marks_the_message_below_it() -> None:
    text = (
        "Frank was parked on the zigzags.\n\nDevonte\n\nLEGALLY PRIVILEGED AND CONFIDENTIAL\n"
        "From: Helen Pickering\nTo: Inga Ozols\nDate: 18 Jul 2020 9.10am\nSubject: advice\n\n"
        "Inga, the evidence is thin.\nHelen"
    )
    [found] = MarkingDetector().find(Page(1, text), Roster(""))
    marked = text[slice(*found.span)]
    assert "the evidence is thin" in marked
    assert "zigzags" not in marked


def test_a_banner_in_capitals_at_the_head_is_of_the_whole_paper() -> None:
    text = (
        "STRICTLY CONFIDENTIAL: MEDICAL REPORT. NOT TO BE DISCLOSED TO PATIENT OR FAMILY WITHOUT "
        "THE AUTHOR'S CONSENT\n\nCHILD AND FAMILY CLINIC\n\nDear Mrs Kinnear,\n\nHe was seen.\n\n"
        "Dr Roy"
    )
    [found] = MarkingDetector().find(Page(1, text), Roster(""))
    assert found.span == (0, len(text))
