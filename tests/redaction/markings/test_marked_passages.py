"""What a marking covers: passages as people write them, with what must be asked about in ⟦ ⟧."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

TELLING = (
    "Kay is settled at school and sees her friends at weekends. She would like to see her father "
    "more often than she does, and said so twice.\n\n"
    "We talked about the summer and about a bicycle. The carers will look for a second-hand one."
)
BEFORE = f"FILE NOTE\nCase 1234\n\n{TELLING}\n\n"
SECRET = (
    "Her aunt told me that she is being treated for a gambling debt and has moved to the flat "
    "above the bakery.\n\nNobody in the family knows of it."
)
AFTER = "RECOMMENDATION\n\nTen further sessions, and a review in the spring."


def covered(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == "marking"]


def expected(told: str) -> tuple[str, list[str]]:
    """Return a text, and the passages that stand between brackets in it."""
    passages = [piece.partition("⟧")[0] for piece in told.split("⟦")[1:]]
    return told.replace("⟦", "").replace("⟧", ""), passages


def check(told: str) -> None:
    text, passages = expected(told)
    assert covered(text) == passages


HEADINGS = [
    "NOT TO BE DISCLOSED TO SERVICE USER",
    "Not to be disclosed to service user",
    "Not to be disclosed to the service user:",
    "**Not to be disclosed to service user**",
    "[NOT TO BE DISCLOSED TO SERVICE USER]",
    "*** NOT TO BE DISCLOSED ***",
    "===== NOT FOR DISCLOSURE TO CLIENT =====",
    "STRICTLY NOT FOR DISCLOSURE",
    "Not to be shared with the family",
    "Not to be shared with Kay",
    "NOT TO BE SHARED WITH BIRTH PARENTS",
    "DO NOT DISCLOSE TO MOTHER",
    "DO NOT SHARE WITH FAMILY",
    "N O T  T O  B E  D I S C L O S E D",
    "N O T   T O   B E   D I S C L O S E D   T O   S E R V I C E   U S E R",
    "NOTTOBEDISCLOSED",
    "NOT TO BE DlSCLOSED TO SERVICE USER",
    "N0T T0 BE DISCL0SED TO SERVICE USER",
    "Not to he disclosed to service user",
    "Nol to be disclosed to service user",
    "Not to be disdosed to service user",
    "Not to be dislosed to service user",
    "Not to be dis-\nclosed to service user",
    "THIRD PARTY INFORMATION",
    "Third party information",
    "3rd party information – not to be disclosed",
    "THIRD-PARTY SECTION",
    "THIRD PARTY INFORMATI0N",
    "Tbird party information",
    "RESTRICTED – THIRD PARTY INFORMATION",
    "CONFIDENTIAL – NOT FOR RELEASE",
    "CONFIDENTIAL SECTION",
    "C0NFIDENTIAL SECTI0N",
    "Confidential section: not to be seen by parents",
    "CONFIDENTIAL",
    "[Confidential]",
    "RESTRICTED",
    "RESTRICTED INFORMATION",
    "RESTRICTED ACCESS",
    "PROFESSIONALS ONLY",
    "FOR PROFESSIONALS' EYES ONLY",
    "CONFIDENTIAL TO PROFESSIONALS",
    "EXEMPT FROM DISCLOSURE",
    "Non-disclosable information",
    "To be withheld from the family",
    "LEGALLY PRIVILEGED AND CONFIDENTIAL",
    "Legal professional privilege",
    "WITHOUT PREJUDICE",
    "PII: POLICE SENSITIVE",
    "Police sensitive",
    "PNC RECORD",
    "MARAC minutes",
    "MEDICAL IN CONFIDENCE",
    "Not to be shown to the patient: serious harm test",
    "ADOPTION RECORDS",
    "Adopters' details",
    "CONFIDENTIAL REFERRER",
    "Anonymous referrer",
    "Referrer details (confidential)",
    "THIRD PARTY INFORMATION – PLEASE REDACT BEFORE DISCLOSURE",
    "## Not to be disclosed to service user",
    "REMOVE BEFORE SHARING",
    "Closed section",
    "<<< CONFIDENTIAL >>>",
    "Confidential information (third party)",
    "5) Restricted",
    "Information not to be shared with Kay's mother",
    "PLEASE NOTE: THE FOLLOWING INFORMATION IS NOT TO BE DISCLOSED TO THE SERVICE USER",
    "Legal advice: privileged and confidential",
    "SUBJECT TO LEGAL PROFESSIONAL PRIVILEGE",
    "Police intelligence - restricted",
    "PII - POLICE SENSITIVE - NOT FOR ONWARD DISCLOSURE",
    "MARAC information (confidential)",
    "Psychiatrist's opinion: not to be disclosed to patient, risk of serious harm",
    "Medical opinion - disclosure would be likely to cause serious harm to mental health",
    "ADOPTION: CONFIDENTIAL",
    "Adoption information – restricted",
    "N O T   F O R   D I S C L O S U R E",
    "C O N F I D E N T I A L",
    "T H I R D   P A R T Y   I N F O R M A T I O N",
    "R E S T R I C T E D",
    "NOT T0 8E D1SCLOSED TO SERV1CE USER",
    "Not to be dlsclosed to servlce user",
    "Nottobedisclosed to service user",
    "Not to be disc1osed to c1ient",
    "THlRD PARTY lNFORMATlON",
    "CONFlDENTlAL REFERRER",
    "RESTR1CTED ACCESS",
    "Third party inforrnation",
    "Thirdparty information",
    "NOT FOR CHILD",
    "Do not share with Mum!",
    "DO NOT DISCLOSE",
    "Do not copy to parents",
    "Professionals' information only",
    "Confidential addendum",
    "RESTRICTED: THIRD PARTY",
    "Details of third parties:",
    "INFORMATION RELATING TO THIRD PARTIES",
    "Not to be disclosed without the consent of the police",
    "Not to be read by service user",
    "Not for service user",
    "Keep confidential from family",
    "Withhold from subject",
    "STRICTLY CONFIDENTIAL",
    "Private and confidential – not to be shared with parents",
    "NOI T0 BE DISCLOSEO TO SERVICF USER",
    "Not tobe clisclosecl to scrvice user",
    "NOTTO BE DISCLOSED TO SERVICE USER",
    "THIROPARTY INFORMATION",
    "Third party lnforrnation",
    "CONFIDENTIAL REFFRKER",
    "Restrictcd acccss",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_covers_what_stands_below_it_up_to_the_next_heading(heading: str) -> None:
    after = f"## Recommendation\n\n{TELLING}" if heading.startswith("#") else AFTER
    check(f"{BEFORE}⟦{heading}\n\n{SECRET}⟧\n\n{after}")


@pytest.mark.parametrize(
    "end",
    [
        "End of third party information",
        "END OF RESTRICTED SECTION",
        "--- end of confidential section ---",
        "[End of section not to be disclosed]",
        "*** ENDS ***",
        "Confidential section ends here",
        "[/RESTRICTED]",
        "(end)",
    ],
)
def test_a_heading_covers_up_to_an_end_mark_with_it(end: str) -> None:
    told = f"{BEFORE}⟦NOT TO BE DISCLOSED\n\n{SECRET}\n\n{end}⟧\n\n{TELLING}"
    check(told)
    # An end mark says that a marking at the head is of the first part alone.
    check(f"File note\n⟦NOT TO BE DISCLOSED\n{SECRET}\n{end}⟧\n{TELLING}")


def test_a_heading_beneath_the_marked_one_does_not_end_it() -> None:
    check(
        f"{BEFORE}⟦4. Third party information (not to be disclosed)\n4.1 Aunt\n{SECRET}\n"
        f"4.2 Neighbour\nHe rang.\nGRANDMOTHER\nShe is ill.⟧\n5. Recommendation\nNone."
    )
    check(f"{BEFORE}⟦## Restricted section\n\n### Aunt\n\n{SECRET}⟧\n\n## Plan\n\nA visit.")
    check(f"{BEFORE}⟦THIRD PARTY INFORMATION\n\nAunt:\n\n{SECRET}⟧\n\n{AFTER}")


def test_numbered_items_of_a_marked_part_do_not_end_it() -> None:
    check(f"{BEFORE}⟦NOT TO BE DISCLOSED\n1. Aunt in treatment\n2. Lives at the bakery⟧\n\n{AFTER}")


def test_a_name_or_a_sentence_in_capitals_does_not_end_a_marked_part() -> None:
    check(
        f"{BEFORE}⟦NOT TO BE DISCLOSED\n\nJEAN MARSH\nShe rang.\nDO NOT RING HER AT "
        f"HOME⟧\n\n{AFTER}"
    )


def test_a_second_marking_goes_on_with_the_first() -> None:
    check(
        f"{BEFORE}⟦NOT TO BE DISCLOSED\n\n{SECRET}\n\nTHIRD PARTY INFORMATION\n\nShe "
        f"rang.⟧\n\n{AFTER}"
    )


@pytest.mark.parametrize(
    "end",
    [
        "<<< back on the record <<<",
        "--- back on file ---",
        "*** OK to share from here ***",
        "(Family may see from here on)",
        "Open again from this point",
    ],
)
def test_a_line_that_says_that_all_is_open_again_ends_a_marked_part(end: str) -> None:
    check(f"{BEFORE}⟦NOT FOR THE FAMILY\n\n{SECRET}\n\nShe is ill.\n\n{end}⟧\n\n{TELLING}")


def test_a_sentence_of_what_is_open_ends_no_marked_part() -> None:
    for told in ("She is back on the record player.", "The shop is open again from here to Leeds."):
        check(f"{BEFORE}⟦NOT FOR THE FAMILY\n\n{SECRET}\n\n{told}\n\nShe is ill.⟧")


def test_a_signature_ends_a_marked_part() -> None:
    check(f"{BEFORE}⟦Not to be shared with the family\n\n{SECRET}⟧\n\nYours sincerely,\n\nP. Nair")
    check(f"{BEFORE}⟦Not to be shared with the family\n\n{SECRET}⟧\n\nSigned: P. Nair")


def test_a_dated_entry_ends_a_part_that_is_marked_in_the_entry_before() -> None:
    check(
        f"CASE NOTES\n\n3 March 2019 – P. Nair\n\n{TELLING}\n\n⟦Not to be "
        f"disclosed\n\n{SECRET}⟧\n\n"
        f"10 March 2019 – P. Nair\n\n{TELLING}"
    )


@pytest.mark.parametrize(
    "told",
    [
        # Labels and brackets: their paragraph.
        f"{BEFORE}⟦[Not to be shared with family] He rang.\nTwice.⟧\n\nTwo.",
        f"{BEFORE}⟦She came by. (Not to be disclosed to mother.) He rang.⟧\n\nTwo.",
        f"{BEFORE}⟦Third party information: her aunt is ill and asked\nus to tell nobody.⟧\n\nTwo.",
        f"{BEFORE}⟦Not for disclosure – her aunt is ill.⟧\n\nTwo.",
        f"{BEFORE}⟦CONFIDENTIAL: her aunt is ill and lives with him.⟧\n\nTwo.",
        f"{BEFORE}⟦• Confidential source: the man at the bakery rang at night.⟧\n\nTwo.",
        f"{BEFORE}⟦Her aunt is ill. Not for disclosure.⟧\n\nTwo.",
        f"{BEFORE}⟦She rang from the flat NOT TO BE SHARED WITH FATHER and cried.⟧\n\nTwo.",
        f"{BEFORE}⟦Sensitive: not for sharing with parents. She is ill.⟧\n\nTwo.",
        f"{BEFORE}⟦Third-party disclosure: she is ill.⟧\n\nTwo.",
        f"{BEFORE}⟦Third Party: she is ill.⟧\n\nTwo.",
        f"{BEFORE}⟦**RESTRICTED - DO NOT DISCLOSE** She is ill.⟧\n\nTwo.",
        f"{BEFORE}⟦She rang. *Not to be disclosed to service user*⟧\n\nTwo.",
        f"{BEFORE}⟦Source of referral: confidential. He lives opposite.⟧\n\nTwo.",
        f"{BEFORE}⟦This information was shared in confidence by her aunt.⟧\n\nTwo.",
        f"{BEFORE}⟦Strictly confidential: she is ill.⟧\n\nTwo.",
        f"{BEFORE}⟦NB this information is not to be disclosed to the family. She is ill.⟧\n\nTwo.",
        # A bracket that holds what it marks: the bracket.
        f"{BEFORE}He rang. ⟦[NOT TO BE DISCLOSED: her aunt is being treated for a debt]⟧ She left.",
        f"{BEFORE}He rang ⟦(third party information: the aunt is very ill at home)⟧ and left.",
        # Sentences that say so: their paragraph.
        "One.\n\n⟦Please do not disclose to mother.⟧\n\nTwo.",
        f"{BEFORE}⟦Please do not share this information with the family until we have "
        f"met.⟧\n\nTwo.",
        f"{BEFORE}⟦Her new address must not be disclosed to her father.⟧\n\nTwo.",
        f"{BEFORE}⟦She is safe. Her address is not to be disclosed.⟧\n\nTwo.",
        f"{BEFORE}⟦Kay asked that this is not shared with her mother.\nWe agreed.⟧\n\nTwo.",
        f"{BEFORE}⟦This must not be shared with Dean. He would come to the house and "
        f"shout.⟧\n\nTwo.",
        # What is marked above, or below.
        f"{BEFORE}⟦Her aunt has moved.\n\nThe above is not to be disclosed to service "
        f"user.⟧\n\nTwo.",
        f"{BEFORE}⟦The following is not to be disclosed to the service "
        f"user.\n\n{SECRET}⟧\n\n{AFTER}",
        # The part that a sentence speaks of.
        f"{BEFORE}⟦DISCUSSION\n\n{SECRET}\n\nThis section must not be shared with "
        f"parents.⟧\n\n{AFTER}",
        f"{BEFORE}⟦The name of the referrer is not to be disclosed.⟧\n\nTwo.",
        # Health.
        f"{BEFORE}⟦Disclosure of her records to the patient would be likely to cause serious "
        f"harm.⟧\n\nTwo.",
    ],
)
def test_what_is_marked_within_the_telling(told: str) -> None:
    check(told)


@pytest.mark.parametrize(
    "told",
    [
        "⟦NOT TO BE DISCLOSED TO SERVICE USER\n\nAssessment\n\nShe rang.\n\nPLAN\n\nA visit.⟧",
        "⟦Assessment of Kay Marsh\nCONFIDENTIAL – NOT TO BE DISCLOSED TO SERVICE USER\nBy P. "
        "Nair\n\n"
        f"{TELLING}\n\n{AFTER}⟧",
        f"⟦Strategy meeting\n3 March 2019\nRESTRICTED\n\nPRESENT\nP. Nair\n\n{AFTER}⟧",
        f"⟦Psychiatric report – not to be shown to the patient\n\n{TELLING}\n\n{AFTER}⟧",
        f"⟦CHILD PERMANENCE REPORT\n\nKay Marsh\n\n{TELLING}\n\n{AFTER}⟧",
        f"⟦File note\nRESTRICTED – THIRD PARTY INFORMATION\n3 May\n\n{TELLING}\n\n{AFTER}⟧",
        f"⟦Restricted: Yes\nCase 12\n\n{TELLING}\n\n{AFTER}⟧",
        f"⟦{BEFORE}This report is not to be shared with the family.\n\n{AFTER}⟧",
        "From: P. Nair\nTo: J. Lowe\n⟦Subject: CONFIDENTIAL – not for disclosure\n\nShe rang.⟧\n\n"
        "From: J. Lowe\nSent: Monday\nTo: P. Nair\n\n⟦Can you ring?⟧",
        # The lawyers decide about advice and what was said to whoever gave it.
        "From: P. Nair\nTo: J. Lowe\n⟦Subject: RE: threshold\n\nThanks.⟧\n\n-----Original "
        "Message-----\n"
        "From: J. Lowe\nSent: Monday\nTo: P. Nair\n⟦Subject: threshold\n\n"
        "LEGALLY PRIVILEGED\n\nIn my view the threshold is met.⟧",
    ],
)
def test_a_marking_at_the_head_covers_the_whole_paper(told: str) -> None:
    check(told)


PAPER = (
    f"BACKGROUND\n\n{TELLING}\n\nANALYSIS\n\n{TELLING}\n\nPLAN\n\nTen further sessions.\n\n"
    "Signed: P. Nair\nSocial Worker"
)
COUNCIL = "NORTHMOOR COUNCIL - CHILDREN'S SERVICES"


@pytest.mark.parametrize(
    "told",
    [
        # Below the fields of a head, and right over a heading.
        f"{COUNCIL}\nCASE NOTE\nName: Kay Marsh\nBorn: 15/03/2001\nCase no: 1234\nWorker: P. Nair\n"
        f"Date: 3 May 2019\n\nNOT TO BE DISCLOSED TO SERVICE USER\n\n{PAPER}",
        # Above the salutation of a letter, however long its head.
        "Northmoor Infirmary\n1 Quay Street\nNorthmoor NM1 2AB\nTel 01632 960000\n\n3 May 2019\n\n"
        f"NOT TO BE DISCLOSED TO THE PATIENT\n\nDear Ms Nair,\n\nRe: Kay Marsh\n\n{PAPER}",
        # Below a letterhead of one long line, and fields that letters have too.
        "Northmoor Constabulary, Public Protection, Headquarters, 1 Quay Street, Northmoor NM1 "
        "2AB, "
        "telephone 01632 960000\nReport to conference\nSubject: Kay Marsh\nDate: 3 May 2019\nPC "
        "Bell\n"
        f"Collar number 123\nVersion 2\nNOT TO BE DISCLOSED TO SUBJECT\n\n{PAPER}",
        # At the foot of a paper.
        f"{COUNCIL}\nCASE NOTE\n\n{PAPER}\n\nNOT TO BE DISCLOSED\nNorthmoor Council, ref 123/45",
        f"{COUNCIL}\nCASE NOTE\n\n{PAPER}\n\nNOT TO BE DISCLOSED TO SERVICE USER",
        f"{COUNCIL}\nCASE NOTE\n\n{PAPER}\n\nRESTRICTED: not for release to the subject. Page 1 of "
        f"1",
        # At the head or foot of each page of a text that no longer says where its pages began.
        f"{COUNCIL} | NOT TO BE DISCLOSED TO CLIENT\nPage 1 of 2\n\nBACKGROUND\n\n{TELLING}\n\n"
        f"{COUNCIL} | NOT TO BE DISCLOSED TO CLIENT\nPage 2 of 2\n\nPLAN\n\n{TELLING}",
        f"{COUNCIL}\n\nBACKGROUND\n\n{TELLING}\n\nPage 1 of 2 - NOT FOR DISCLOSURE\n\n"
        f"PLAN\n\n{TELLING}\n\nPage 2 of 2 - NOT FOR DISCLOSURE",
        f"{COUNCIL}\nNOT FOR DISCLOSURE\n\nBACKGROUND\n\n{TELLING}\n\n{COUNCIL}\nNOT FOR DISCLOSURE"
        f"\n\nPLAN\n\n{TELLING}",
        # The end of a part within it does not end the paper's own marking.
        f"NOT TO BE DISCLOSED TO SERVICE USER\n{COUNCIL}\n\n{PAPER}\n\nTHIRD PARTY INFORMATION\n"
        f"Her aunt rang.\nEND OF THIRD PARTY INFORMATION\n\n{TELLING}",
        # Nor does the end of the paper.
        f"{COUNCIL}\nNOT FOR DISCLOSURE\n\n{PAPER}\n\n--- End of report ---\n\nPage 1 of 1",
        # What a paper is said to contain is said of all of it.
        f"{COUNCIL}\nCONTAINS THIRD PARTY INFORMATION\n\n{PAPER}",
        f"{COUNCIL}\nSchool report\nThis report contains third party information and must not be "
        f"released to the family.\n\n{PAPER}",
        f"{COUNCIL}\nPlease note that nothing in this report is to be disclosed to the service "
        f"user.\n\n{PAPER}",
        # A stamp is no address on an envelope.
        f"{COUNCIL}\nHealth letter\n*** RESTRICTED ***\n\nDear Ms Nair,\n\nRe: Kay "
        f"Marsh\n\n{PAPER}",
    ],
)
def test_a_marking_of_a_paper_covers_it_wherever_papers_bear_one(told: str) -> None:
    assert covered(told) == [told]


COMMANDS = [
    "Not to be shared with the family without the author's agreement.",
    "Not to be released without the consent of Northmoor Police.",
    "Not for disclosure to any person outside the police.",
    "Not to be copied or shown to the family.",
    "Must not be shared with the family.",
    "Should not be shown to the pupil or her parents.",
    "Please treat as confidential and do not show to Kay.",
    "Kept back from the family at the police's request.",
    "Not to go to the family.",
    "Not to go on the open file.",
    "Keep off the open file.",
    "Do not read out to the family.",
    "To be kept from the parents.",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_sentence_that_forbids_covers_its_paragraph_and_at_the_head_the_paper(
    command: str,
) -> None:
    check(f"{BEFORE}⟦{command} Her aunt is being treated for a debt.⟧\n\nTwo went to town.")
    paper = f"{COUNCIL}\nSchool report\n{command}\n\n{PAPER}"
    assert covered(paper) == [paper]


def test_a_row_of_a_papers_head_that_is_no_tables_covers_the_paper() -> None:
    paper = f"POLICE | POLICE SENSITIVE | NOT FOR DISCLOSURE\n\nReport for conference\n\n{PAPER}"
    assert covered(paper) == [paper]


def test_a_marking_right_over_a_heading_covers_what_that_heads() -> None:
    check(f"{BEFORE}⟦NOT TO BE DISCLOSED\n\nHOME AND FAMILY\n\n{SECRET}⟧\n\n{AFTER}")
    # An empty part of a form is empty.
    check(f"{BEFORE}⟦THIRD PARTY INFORMATION⟧\n\nHOME AND FAMILY\n\n{TELLING}")


ILL = "aunt is being treated for a debt."


@pytest.mark.parametrize(
    "paragraph",
    [
        # With more words of markings in what they mark.
        "Not for disclosure: Jo Lowe rang in confidence and named Lee. The address must not become "
        "known.",
        f"Not to be disclosed to the service user - Jo told me, in confidence, that her {ILL}",
        # With a word before them that says what they are about.
        f"NB not for sharing with family - {ILL}",
        f"N.B. Not to be shared with mum: {ILL}",
        f"Police information - not for onward disclosure. Her {ILL}",
        f"Health information, not to be shared with parents: {ILL}",
        f"** Not for disclosure ** Her {ILL}",
        f"[REDACT] Her {ILL}",
        f"Confidential: {ILL}",
        f"In confidence - {ILL}",
        f"Restricted - {ILL}",
        # A row of a table whose cells nothing parts any more.
        "2 May 2019 Third party information Her aunt is being treated",
        "2 May 2019 Not for disclosure Her aunt is being treated for a debt",
        # Misread by a scanner.
        f"Please donot disclose to the client: {ILL}",
        f"Please do not disclose this tothe family. Her {ILL}",
        f"NOT FOR DlSCLOSURE: {ILL}",
        # Behind what they mark.
        "Her aunt is being treated for a debt - not for disclosure to Kay.",
        "Her aunt is being treated for a debt. Withhold from SAR.",
        f"Not to be released under SAR: {ILL}",
        f"To be removed before the file is shared. Her {ILL}",
        # In a sentence.
        f"This paragraph is confidential. Her {ILL}",
        "Her aunt is being treated for a debt and does not want the family told.",
        "Her aunt is being treated for a debt. She asked that her mother not be told about it.",
        "Her aunt is being treated for a debt, and has asked that Kay is not informed.",
        "Her aunt is being treated for a debt; would rather mum didn't know.",
        f"CONFIDENTIAL pending the meeting on Monday: her {ILL} She rang.",
        f"Her {ILL} DC Bell has asked that Bernice not be alerted.",
        # What somebody asked, promised or found out.
        f"Her {ILL} Mum doesn't know and mustn't.",
        f"Her {ILL} We have agreed not to tell the children yet.",
        f"Her {ILL} The children have not been told and should not be at this stage.",
        f"Her {ILL} She made me promise not to tell her mother.",
        f"Her {ILL} Kay asked us to keep it from her dad.",
        f"Her {ILL} Kay pleaded with me not to say anything to her parents.",
        f"Her {ILL} Nobody in the family is to hear of this.",
        f"Her {ILL} LPP",
        f"Strictly between us: her {ILL}",
        f"For SW use only: her {ILL}",
        # Of things, and of what somebody may not learn.
        "Not to be given to Kay: her aunt's medication has been stopped.",
        "Not to be shared with the family: the keys are with her aunt, who is ill.",
        "Hidden from mum - Kay sees her aunt.",
        "Kay went to town. Hidden from mum - she sees her aunt.",
        "LPP applies to this advice. The threshold is not met.",
        "The threshold is not met. This advice is privileged.",
        "Covered by LPP: the threshold is not met.",
        f"This information is restricted and should not be shared with the family. Her {ILL}",
        "Her aunt is being treated for a debt. The family are not aware and must not be told.",
        f"Kay is not to be told. Her {ILL}",
        f"Kay must not know this. Her {ILL}",
        "Her aunt is being treated for a debt; this must not get back to the family.",
        f"Her aunt told me this in the strictest confidence: she, the {ILL}",
        f"Her aunt asked us to keep this confidential. Her {ILL}",
        "Placement address is confidential and must not be shared with birth family.",
        "The address of the placement is not to be given to birth parents.",
    ],
)
def test_a_marked_paragraph_is_covered_and_no_other(paragraph: str) -> None:
    check(f"{BEFORE}⟦{paragraph}⟧\n\nTwo went to town on Monday.")


def pages(*texts: str) -> Page:
    """Return pages as detectors read them: joined, with where each begins."""
    starts = [sum(len(text) + 1 for text in texts[:n]) for n in range(1, len(texts))]
    return Page(1, "\n".join(texts), breaks=tuple(starts))


def found_on(page: Page) -> list[str]:
    return [page.text[slice(*f.span)] for f in MarkingDetector().find(page, Roster(""))]


def test_a_marking_in_every_header_covers_the_whole_paper() -> None:
    page = pages(
        *[
            f"Northmoor Council\nNot to be disclosed to client\n{TELLING}\n{n} of 3"
            for n in (1, 2, 3)
        ]
    )
    assert found_on(page) == [page.text]


def test_a_watermark_on_every_page_covers_the_whole_paper() -> None:
    page = pages(*[f"Page head\n{TELLING}\nRESTRICTED ACCESS\n{TELLING}\nfoot" for n in range(4)])
    assert found_on(page) == [page.text]


def test_what_pages_repeat_at_head_and_foot_ends_no_marked_part() -> None:
    header, footer = "NORTHMOOR COUNCIL RECORDS", "OFFICIAL – SENSITIVE (PERSONAL)"
    told = [
        f"{header}\n{BEFORE}\nNOT TO BE DISCLOSED\n\nHer aunt rang.",
        "She is ill, and lives in",
        f"the flat above the bakery.\n\n{AFTER}",
    ]
    page = pages(*[f"{header}\n{text}\n{footer}\nPage {n} of 3" for n, text in enumerate(told, 1)])
    (only,) = found_on(page)
    assert only.startswith("NOT TO BE DISCLOSED\n")
    assert only.endswith("the flat above the bakery.")


def test_pages_that_a_text_no_longer_parts_end_no_marked_part_either() -> None:
    furniture = "NORTHMOOR COUNCIL CASE FILE 1234\nPage {} of 3"
    told = (
        f"{furniture.format(1)}\n{BEFORE}\n⟦NOT TO BE DISCLOSED\n\nHer aunt rang. She is ill, "
        f"and\n\n"
        f"{furniture.format(2)}\n\nlives above the "
        f"bakery.⟧\n\n{AFTER}\n\n{furniture.format(3)}\nDone."
    )
    check(told)


def test_a_part_that_nothing_ends_is_covered_to_the_end_and_said_so() -> None:
    text = f"{BEFORE}NOT TO BE DISCLOSED\n\n{SECRET}\n\n{TELLING}"
    (finding,) = MarkingDetector().find(Page(1, text), Roster(""))
    assert finding.span == (len(BEFORE), len(text))
    assert "nothing says where it stops, so it goes on to the last page" in finding.because
    ended = f"{BEFORE}NOT TO BE DISCLOSED\n\n{SECRET}\n\n{AFTER}"
    (finding,) = MarkingDetector().find(Page(1, ended), Roster(""))
    assert "nothing says where it stops" not in finding.because


@pytest.mark.parametrize(
    "told",
    [
        "Date\tEvent\tSource\n1 May 2019\tShe rang\tP. Nair\n"
        "⟦2 May 2019\tNOT TO BE DISCLOSED\tHer aunt is ill⟧\n3 May 2019\tA visit\tP. Nair",
        "Date | Event | Source\n⟦2 May | Third party information | Her aunt is ill |⟧\n3 May | A "
        "visit | PN",
        "⟦Confidential\tHer aunt is ill⟧\nOpen\tShe rang",
        "1 May | A visit | Jo\n⟦2 May | SEALED | Her aunt is ill⟧\n3 May | Closed | Jo",
        "1 May | A visit | Jo\n⟦2 May | CONFIDENTIAL: she rang | Jo⟧\n3 May | He rang | Jo",
        "1 May | On | Jo\n⟦2 May | Not to be shared with family. She is ill. | Jo⟧\n3 May | On |",
        "1 May     PN     Visit     All well\n"
        "⟦2 May     PN     NOT FOR DISCLOSURE     Her aunt is ill⟧\n3 May     PN     Call     Fine",
        "⟦Date\tThird party information (not to be disclosed)\n1 May\tHer aunt is ill\n2 May\tHe "
        "rang⟧\n\nTwo.",
    ],
)
def test_a_marked_cell_covers_its_row_and_a_marked_head_its_table(told: str) -> None:
    check(f"{BEFORE}{told}")


@pytest.mark.parametrize(
    "told",
    [
        "Kay came in.\n⟦<confidential>Her aunt is ill.</confidential>⟧\nA visit is planned.",
        "Kay came in. ⟦<restricted>Her aunt is ill.</restricted>⟧ A visit is planned.",
        "<p>Kay went.</p>\n⟦<confidential>\nShe is ill.\n\nShe rang.\n</confidential>⟧\n<p>A",
        "⟦[confidential]Her aunt is ill.[/confidential]⟧\nA visit is planned.",
        '⟦<note visibility="professionals">She is ill.</note>⟧\n<note visibility="all">Hi.</note>',
        "<strong>Kay came in.</strong> She <em>rang</em>.",
    ],
)
def test_an_element_that_is_called_as_a_marking_is_covered_and_no_more(told: str) -> None:
    check(told)
    check(f"{BEFORE}{told}\n\n{AFTER}")


@pytest.mark.parametrize(
    "told",
    [
        "She is ill | Not to be shared with family\nShe came in | ok",
        "2 May | She is ill | Not to be shared with family\n3 May | A visit | ok",
    ],
)
def test_a_marked_row_of_a_paper_of_rows_is_covered_and_not_the_paper(told: str) -> None:
    row, _, rest = told.partition("\n")
    check(f"⟦{row}⟧\n{rest}")
    check(f"CASE NOTES\n\n⟦{row}⟧\n\n{rest}")


def test_a_label_that_says_who_left_covers_what_was_told_then() -> None:
    told = (
        "CLOSED MINUTE. Members only; the parents had left the room.\nHer aunt is ill.\nShe rang."
    )
    check(
        f"{BEFORE}⟦{told}\nEND OF CLOSED MINUTE.⟧\n\nThey came back and had tea with us on Monday."
    )


def test_a_paper_that_neither_outsiders_nor_the_family_may_have_is_covered() -> None:
    head = "THIS REPORT MUST NOT BE DISCLOSED TO ANY THIRD PARTY INCLUDING THE SUBJECT OR FAMILY"
    check(f"⟦{head}\n\nNOTICE\n\n{SECRET}\n\nACTION\n\n{TELLING}⟧")


def test_the_title_of_a_paper_is_no_marking_of_nothing() -> None:
    head = "MARAC MINUTES 3 May 2019   Northmoor\nChair: J. Bell\nCase 4\nOf: Jo Lowe\nHim: Al\nBo"
    told = "Police: he attended and put a brick through the window.\nSchool: all is well there."
    check(f"{head}\n\n{told}\n\nActions\n\n{TELLING}")


def test_a_marking_two_paragraphs_above_a_disclaimer_is_one() -> None:
    below = (
        "This message is confidential and intended for the addressee only. Delete it if not yours."
    )
    check(f"{BEFORE}⟦PROFESSIONALS ONLY\n\nHer aunt is ill.⟧\n\nPLAN\n\nA visit.\n\n{below}")


@pytest.mark.parametrize(
    "told",
    [
        f"{BEFORE}Name: Kay Marsh\n\n⟦Third party details:\nName: J. Marsh\nAddress: 2 Quay "
        f"Street\n"
        "Phone: 01632 960001⟧\n\nReason for contact:\nA call.",
        f"{BEFORE}⟦Referrer (confidential):\n\nName: J. Lowe\nRelationship: "
        f"neighbour⟧\n\nAction:\nA visit.",
    ],
)
def test_a_label_of_a_form_covers_its_fields(told: str) -> None:
    check(told)


@pytest.mark.parametrize(
    "told",
    [
        # Quoted with >.
        "From: P. Nair\nTo: J. Lowe\nSubject: RE: Monday\n\nThanks, will do.\n\n"
        "> On Monday, J. Lowe wrote:\n⟦> Confidential\n> Her aunt is ill.⟧\n\n"
        ">> On Sunday, P. Nair wrote:\n>> Is she in?",
        # Quoted below a head.
        "From: P. Nair\nTo: J. Lowe\nSubject: RE: Monday\n\nThanks, will do.\n\n"
        "From: J. Lowe\nSent: Monday\nTo: P. Nair\n⟦Subject: Monday\n\nCONFIDENTIAL\n\nHer aunt "
        "is ill.⟧\n\n"
        "From: P. Nair\nSent: Sunday\nTo: J. Lowe\nSubject: Monday\n\nIs she in?",
        "From: P. Nair\nTo: J. Lowe\nSubject: RE: Monday\n\nThanks, will do.\n\n"
        "-----Original Message-----\nFrom: J. Lowe\nSent: Monday\nTo: P. Nair\n"
        "⟦Subject: CONFIDENTIAL: Monday\n\nHer aunt is ill.⟧\n\n"
        "-----Original Message-----\nFrom: P. Nair\nSent: Sunday\nTo: J. Lowe\n\nIs she in?",
        "From: P. Nair\nTo: J. Lowe\nSubject: RE: Monday\n\nThanks, will do.\n\n"
        "From: J. Lowe\nSent: Monday\nTo: P. Nair\n\n⟦Her aunt is ill. Please do not share this "
        "email "
        "with the family.⟧\n\nFrom: P. Nair\nSent: Sunday\nTo: J. Lowe\n\nIs she in?",
    ],
)
def test_a_marked_message_of_a_trail_is_covered_and_no_other(told: str) -> None:
    check(told)


TRAIL = "From: P. Nair\nTo: J. Lowe\nSubject: RE: Monday\n\nThanks, will do.\n\n"
QUOTED = "From: J. Lowe\nSent: Monday\nTo: P. Nair\n⟦Subject: Monday"


@pytest.mark.parametrize(
    "message",
    [
        "On 3 May 2019, J. Lowe <jl@example.org> wrote:\n⟦> Please do not disclose this to the "
        "family."
        "\n> Her aunt is ill.\n> She lives opposite.",
        "On 3 May 2019, J. Lowe <jl@example.org> wrote:\n⟦> Hi Priya,\n>\n> CONFIDENTIAL - not to "
        "be "
        "shared with the family\n>\n> Her aunt is ill.\n>\n> She lives opposite.",
        f"{QUOTED}\n\nHi Priya,\n\nPlease don't share this with the family. Her aunt is ill.\n\n"
        "She lives opposite.",
        f"{QUOTED}\n\nHi Priya,\n\n[Not to be disclosed to the family] Her aunt is ill.\n\nShe "
        f"lives "
        "opposite.\n\nJo",
        f"{QUOTED}\n\nHi Priya,\n\nHer aunt is ill.\n\nShe lives opposite.\n\nNOT TO BE DISCLOSED "
        f"TO "
        "FAMILY\n\nJo",
        f"{QUOTED}\nSensitivity: Confidential\n\nHi Priya,\n\nHer aunt is ill.\n\nShe lives "
        f"opposite.",
        f"{QUOTED}\n\nHi Priya, this is confidential and not for the family - her aunt is ill.\n\n"
        "She lives opposite.\n\nJo",
    ],
)
def test_what_a_message_opens_or_closes_with_marks_all_that_it_says(message: str) -> None:
    check(f"{TRAIL}{message}⟧")


def test_a_part_marked_in_a_message_ends_with_the_message() -> None:
    body = "She came in.\n\nWe had tea.\n\nThen he rang.\n\nAll is well.\n\n"
    check(
        f"From: P. Nair\nTo: J. Lowe\nSubject: Monday\n\n{body}⟦NOT TO BE DISCLOSED\n\nHer aunt "
        f"is ill.⟧\n\n"
        f"From: J. Lowe\nSent: Sunday\nTo: P. Nair\n\n{body}"
    )


@pytest.mark.parametrize("marking", HEADINGS)
def test_no_reason_repeats_the_words_of_a_marking(marking: str) -> None:
    for finding in MarkingDetector().find(Page(1, f"{BEFORE}{marking}"), Roster("")):
        assert marking.casefold().strip("[]*# ") not in finding.because.casefold()


def told_of_sources(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == "referrer"]


@pytest.mark.parametrize(
    "told",
    [
        "⟦The call came from the retired dinner lady across the road, who was promised that nobody "
        "would hear of it.⟧",
        "⟦Information came from the woman who runs the chip shop.⟧⟦ She asked us not to say where "
        "it "
        "came from.⟧",
        "⟦The mother of a boy in her class told us and was assured her name would not be used.⟧",
        "⟦We heard it from the man who mends bikes, who is frightened of them finding out it was "
        "him.⟧",
        "⟦A lady who cleans at the school rang.⟧⟦ She would not give her name.⟧",
        "⟦The person who walks the terrier past the house spoke to me in confidence.⟧",
        "⟦Her old piano teacher said this on condition that it went no further.⟧",
        "⟦Somebody who used to babysit did not want them to know who had rung.⟧",
    ],
)
def test_what_tells_who_spoke_in_trust_is_asked_about_though_nothing_is_marked(told: str) -> None:
    text, passages = expected(told)
    around = f"{TELLING}\n\n{text} There was nobody else in the flat.\n\n{TELLING}"
    assert told_of_sources(around) == [passage.strip() for passage in passages]


@pytest.mark.parametrize(
    "told",
    [
        "⟦Caller does not wish to leave a name.⟧ ⟦He lives opposite.⟧",
        "⟦The person who rang asked that their name be withheld.⟧ ⟦She is ill.⟧",
        "⟦The referrer wishes to remain anonymous.⟧",
        "⟦The caller asked to remain anonymous.⟧ ⟦She heard shouting.⟧ Kay was asleep.",
        "⟦He does not want his name to be known.⟧",
        "⟦Her identity must be kept confidential.⟧",
        "⟦She has requested anonymity.⟧",
        "⟦Referrer asked not to be named.⟧ ⟦The man at the bakery rang.⟧ Kay was out.",
        "⟦The caller asked that we do not say who rang.⟧",
        "⟦Caller declined details; put down only as a man with a lurcher who lives over the shop.⟧",
        "Who told the school? ⟦The lad who does the bins, we think, and we said we would never say "
        "so.⟧",
        "⟦The person who rang is one of the old helpers at the club and must\nstay nameless.⟧",
        "⟦A relative who asked not to be identified (the one who works nights at the hospice) "
        "rang.⟧ "
        "Kay slept.",
        "⟦Referrer wishes to stay anonymous.⟧ ⟦Walks past the house with a dog.⟧ Kay slept.",
        "⟦An informant, noted here only as the woman from the launderette, wrote.⟧ Kay slept.",
        "⟦She refused to give her name and drives the mobile library.⟧ Kay slept.",
        "⟦A man telephoned and left no name, only that he empties the machines in the pub.⟧",
        "⟦The lady at the chip shop does not want to be involved.⟧ ⟦She has seen him shout.⟧",
        "⟦Please keep her out of it, the dinner lady told us as a friend.⟧",
        "⟦An anonymous caller who lives near the school heard it.⟧ Kay slept.",
        # As pages are read: a space at a line's end, and a sign where a quoted line begins.
        "⟦A neighbour telephoned today and asked not to be \nnamed.⟧ ⟦He said Bo was in.⟧",
        "⟦A cousin rang and declined to give \n> her name.⟧ Kay slept.",
        "⟦We promised the dinner \nlady that \nnobody would \never learn who told us.⟧ Kay slept.",
    ],
)
def test_a_wish_to_stay_unknown_is_asked_about_with_what_tells_whose_it_is_and_no_more(
    told: str,
) -> None:
    text, passages = expected(told)
    around = f"{TELLING}\n\n{text}\n\nKay would like a bicycle. {TELLING}"
    assert told_of_sources(around) == passages
    assert covered(around) == []


@pytest.mark.parametrize(
    "text",
    [
        "The referrer does not wish to remain anonymous.",
        "Does the caller wish to stay anonymous?",
        "Kay gave no reason.",
        "She refused to give him the keys.",
        "Kay said that she would not tell on her brother.",
        "Kay does not want to be involved in the play.",
        "Kay is known only as K in the school play.",
        "We said we would not be long.",
        "I promised Kay that I would not be late.",
        "Living is dear, I assure you, if you do not know that.",
        "I assured Mum that the plan would not change.",
        "Mum promised that she would never drink again.",
        "He was reassured that it was not his fault.",
        "Dad was worried about finding out the truth.",
        "She was anxious about being named captain.",
        "She asked me not to be late.",
        "The call came from the school about the trip.",
    ],
)
def test_other_promises_and_fears_tell_of_no_source(text: str) -> None:
    assert told_of_sources(f"{TELLING} {text} All was well.") == []
