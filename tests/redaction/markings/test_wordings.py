"""The many words in which papers are marked: headings, labels and ends as offices write them."""

from __future__ import annotations

from textwrap import wrap

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
    "above the bakery."
)
MORE = "Nobody in the family knows of it."
AFTER = "RECOMMENDATION\n\nTen further sessions, and a review in the spring."
ELSEWHERE = "Two went to town on Monday."


def marked(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == "marking"]


HEADINGS = """
NOT FOR DISCLOSURE TO THE SUBJECT OF THE RECORD
NOT TO BE RELEASED TO THE FAMILY IN ANY CIRCUMSTANCES
NOT TO BE SHOWN TO THE YOUNG PERSON OR HER FAMILY
CLOSED FILE - NOT OPEN TO INSPECTION BY THE CLIENT
Not open to inspection
NOT OPEN TO CLIENT ACCESS
STRICTLY CONFIDENTIAL: FOR SOCIAL WORK STAFF ONLY
Exempt under the Access to Personal Files (Social Services) Regulations 1989
Exempt from access - Access to Personal Files Act 1987
EXEMPT UNDER SCHEDULE 3 DPA 2018
Exempt from subject access
PART B (CLOSED)
PART TWO - PROFESSIONALS ONLY
Part II: confidential
SECTION B - NOT OPEN TO CLIENT
Confidential side of file
SECRET AND CONFIDENTIAL
FOR THE EYES OF THE CHILDREN'S OFFICER ONLY
For the Director of Social Services only
FOR THE CHAIR ONLY
FOR COMMITTEE MEMBERS ONLY
THIS PAGE TO BE DETACHED BEFORE THE REPORT IS GIVEN TO PARENTS
Remove this sheet before the file is viewed
To be removed prior to access
DETACH BEFORE COPYING TO FAMILY
NOT TO BE COPIED
Not for photocopying or circulation
NOT TO BE DIVULGED
ADDRESS NOT TO BE DIVULGED TO THE MOTHER
SENSITIVE - DO NOT SHARE
WITHHELD FROM CLIENT
WITHHOLD FROM KAY
Withhold from the child until 18
STAFF COPY ONLY - PARENTS' COPY HAS THIS PAGE REMOVED
INTERNAL - NOT FOR THE SERVICE USER
Restricted circulation: core professionals only
SEALED BY ORDER OF THE COURT
Information given in confidence
Section for professionals, not to be copied to patient
SECTION FOR PROFESSIONALS ONLY
Restricted file note. Do not copy to home.
CONFIDENTIAL ADDENDUM - withhold from Kay
LEGAL ADVICE - PRIVILEGED
Legal advice (privileged)
POLICE INFORMATION - NOT FOR DISCLOSURE TO FAMILY
Restricted: for professionals only
RESTRICTED - SUPERVISION RECORD - NOT TO BE DISCLOSED
CONFIDENTIAL - CARER DETAILS - NOT TO BE GIVEN TO BIRTH FAMILY
CONFIDENTIAL SECTION - to be removed before minutes go to parents
RESTRICTED - NOT TO BE DISCLOSED WITHOUT POLICE AUTHORITY
NOT TO BE DISCLOSED TO DEAN HART OR HIS SOLICITOR
SENSITIVE - POLICE EYES ONLY
For the worker's eyes only
FOR SOCIAL WORKER ONLY
SOCIAL WORK TEAM ONLY
ADDRESS WITHHELD FROM FAMILY
CONFIDENTIAL ADDRESS
Safe address: do not disclose
DO NOT RELEASE UNDER SAR
SAR: WITHHOLD
Redact before any SAR
Do not release in the event of a subject access request
Third party information - consent to disclose not given
Not for the family's copy
KEEP OFF FAMILY COPY
NOT FOR SERVICE USER'S COPY
NOT TO BE DISSEMINATED
No further dissemination
NOT FOR ONWARD TRANSMISSION
INTELLIGENCE - NOT TO BE DISSEMINATED OUTSIDE THE MEETING
CLOSED MINUTES
Closed session
STRICTLY BETWEEN PROFESSIONALS
Private to professionals
BEGIN RESTRICTED SECTION
*** START OF RESTRICTED SECTION ***
[CONFIDENTIAL BEGINS]
--- begin confidential ---
START OF SECTION NOT TO BE SHARED
Confidential from here on
The remainder of this note is not to be shared with the family
What follows is not for the parents
Below this line not for family
NOT TO BE READ BY THE CLIENT
Not to be seen by the family
NOT FOR THE EYES OF THE PARENTS
Not for Kay's eyes
Mum must not see this
NOT TO BE DISCUSSED WITH THE FAMILY
Not to be mentioned to the child
Please do not mention to Mum
PRIVILEGED
PRIVILEGED MATERIAL
Legal advice privilege
LITIGATION PRIVILEGE
Solicitor/client privilege
CONFIDENTIAL LEGAL ADVICE - NOT TO BE PLACED ON THE CHILD'S FILE
Prepared for the purposes of legal proceedings
PREPARED IN CONTEMPLATION OF LITIGATION
Advice from legal services: not to be disclosed
REFERRER'S DETAILS - DO NOT DISCLOSE
INFORMANT - IDENTITY TO BE PROTECTED
Source to be protected
SOURCE NOT TO BE DISCLOSED
Anonymity requested
Identity of referrer to be kept confidential
HIGHLY CONFIDENTIAL
HIGHLY SENSITIVE
Sensitive information
SENSITIVE THIRD PARTY INFORMATION
OTHER PEOPLE'S INFORMATION - REDACT
Information about other family members - not for disclosure
Information concerning persons other than the subject
NON-DISCLOSURE
Non disclosure section
DISCLOSURE RESTRICTED
DISCLOSURE NOT PERMITTED
NO DISCLOSURE WITHOUT CONSENT OF AUTHOR
Not disclosable
NOT TO LEAVE THE OFFICE
File copy only, not to be sent to parents
Not to be sent to home address
NOT TO GO OUT WITH THE MINUTES
Not to go out with the report
EXCLUDED FROM PARENTS' COPY
OMIT FROM FAMILY COPY
To be omitted from the copy given to Kay
LOCKED ENTRY
RESTRICTED ENTRY
Access restricted to named workers
Restricted to allocated worker and manager
PROTECTED INFORMATION
ADOPTION - SEALED
Birth parents must not be told
HEALTH INFORMATION NOT TO BE SHARED
For medical staff only
Doctor's eyes only
GP only - not for patient
NOT TO BE ACCESSED BY PATIENT ONLINE
Hidden from patient online record
REFUGE ADDRESS - DO NOT DISCLOSE
DO NOT GIVE TO FATHER
DO NOT SEND TO PARENTS
DO NOT FORWARD
DO NOT FILE ON OPEN FILE
Do not upload to the child's record
Hold back from family
Not to be included in the copy for the parents
WARNING: third party material, do not disclose
!! NOT FOR SHARING !!
~~ confidential ~~
>>> NOT TO BE DISCLOSED TO FAMILY <<<
■ RESTRICTED
Confidential.
Restricted.
Confidential - social worker use only
CONFIDENTIAL TO SUPERVISION
Confidential to the panel
Confidential to the Department
CONFIDENTIAL TO ADOPTION TEAM
For panel members only
Judge only
FOR THE COURT ONLY
NOT FOR CIRCULATION
NOT FOR PUBLICATION
Not to be circulated to family members
Not for general circulation
NOT TO BE RECORDED IN THE MINUTES
Off the record
Unminuted discussion
Confidential discussion (parents withdrew)
Discussion without parents present
PARENTS EXCLUDED FROM THIS PART
Information the family do not know
Family not aware of this information
""".strip().split("\n")


@pytest.mark.parametrize("heading", HEADINGS)
def test_a_heading_covers_what_stands_below_it_right_there_or_after_an_empty_line(
    heading: str,
) -> None:
    for passage in (f"{heading}\n\n{SECRET}\n\n{MORE}", f"{heading}\n{SECRET} {MORE}"):
        assert marked(f"{BEFORE}{passage}\n\n{AFTER}") == [passage]


LABELS = """
Restricted, not to be given to Kay with the book: {}
Legal advice privilege applies to this paragraph: {}
Legal advice from the solicitor to the team, privileged: {}
** 3rd party info - not for disclosure to Kay or Dean ** {}
For the file, not for the child: {}
This part is confidential and is not for Kay or Dean: {}
STAFF ONLY - not to be released to parents: {}
CONFIDENTIAL - THIRD PARTY - not to be disclosed: {}
Professionals only, not to be shared with the family: {}
Confidential to supervision and not for disclosure: {}
Confidential to supervision: {}
SENSITIVE - POLICE EYES ONLY: {}
[RESTRICTED - do not disclose to family] {} [END OF RESTRICTED]
[Restricted] {}
[Confidential - not for family] {}
(Confidential) {}
(NOT TO BE SHARED WITH MUM) {}
{{confidential}} {}
<RESTRICTED> {}
*Confidential* {}
CONFIDENTIAL {}
RESTRICTED. {}
NOT FOR FAMILY: {}
Not for the family - {}
Not for parents. {}
Not for Kay: {}
Not for Mum's ears: {}
Keep from Mum: {}
Keep this from the family: {}
Please keep this to yourselves: {}
Please keep confidential: {}
Please keep this confidential. {}
Kept confidential at her request: {}
Third party, do not share: {}
3rd party: {}
TP info: {}
T/P info - not for release: {}
Third party material begins: {}
NB. NOT TO BE DISCLOSED. {}
Note (confidential): {}
Confidential note: {}
Private note: not for the file: {}
Confidential file note, not for parents: {}
Do not put in the letter to parents: {}
Do not tell Mum: {}
Please don't tell Kay: {}
Mum is not to know: {}
Mum not to be told: {}
Kay does not know this and must not be told: {}
Kay is unaware and should not be told. {}
Not known to the family and not to be shared: {}
Not to be repeated: {}
Not to be repeated to the family: {}
In strict confidence: {}
Told to me in confidence: {}
Said in confidence and not to be repeated: {}
Given in confidence by the aunt: {}
Between ourselves: {}
Off the record: {}
For your information only, not for the parents: {}
For information of social worker only: {}
Police intelligence, not to be shared: {}
Intel - not for disclosure: {}
PNC: not for disclosure. {}
Health only - do not share with patient. {}
For professionals: not to be copied to patient. {}
Withheld from patient: {}
Do not disclose: {}
Don't share with family - {}
Must not be disclosed: {}
Must not be shared with Dad. {}
Under no circumstances is this to be shared with the family. {}
On no account is this to be disclosed to Kay. {}
This is not to be disclosed. {}
This is not to be shared with Kay's mother. {}
This must not go to the parents. {}
This entry is restricted. {}
This entry is not for sharing. {}
This is strictly confidential. {}
This information is not for the family. {}
This information should be withheld from Kay. {}
This information should not be passed to the family: {}
This note is not for disclosure. {}
This conversation is to be kept confidential. {}
The family should not be made aware of this: {}
The parents are not to be informed of this. {}
Information not to be shared: {}
Information not for disclosure: {}
To be withheld: {}
To be redacted: {}
For redaction: {}
REDACT FROM HERE: {}
Withhold: {}
Withhold from subject access: {}
Exempt information: {}
Exempt from disclosure under para 16: {}
Legally privileged: {}
Privileged: {}
Privileged legal advice: {}
Privilege: {}
Legal (privileged and confidential): {}
LPP - {}
Legal professional privilege applies. {}
Legal privilege is claimed over this paragraph. {}
This paragraph is legally privileged. {}
The following advice is privileged: {}
Our solicitor's advice, which is privileged, was that {}
Advice of counsel (privileged): {}
Referrer (do not name): {}
Referrer - anonymous at own request: {}
Source (protected): {}
Informant, not to be named: {}
Anonymous source: {}
Confidential informant: {}
Address not to be disclosed: {}
Current address (restricted): {}
Refuge address - confidential - {}
Confidential contact details: {}
Carers' address, not to be disclosed to parents: {}
Placement details withheld from parents: {}
Sensitive: {}
Sensitive information - {}
RESTRICTED INFO >> {}
-- Not for disclosure -- {}
Strictly private: {}
Strictly private and confidential, not for the family: {}
""".strip().split("\n")


@pytest.mark.parametrize("label", LABELS)
def test_a_label_covers_its_paragraph_on_one_line_or_many(label: str) -> None:
    whole = label.format(SECRET)
    for passage in (whole, "\n".join(wrap(whole, 60))):
        assert marked(f"{BEFORE}{passage}\n\n{ELSEWHERE}") == [passage]


ENDS = """
END OF ADDENDUM
END OF LEGAL ADVICE
Section ends
Section ends.
--- end of restricted note ---
END OF RESTRICTED MATERIAL
*** END ***
*** end restricted ***
[END CONFIDENTIAL]
[CONFIDENTIAL ENDS]
</restricted>
<</RESTRICTED>>
[/CONFIDENTIAL]
End of confidential part
End of closed section
End of closed part
End of third-party material
End of privileged advice
End of privileged section
Privileged material ends
End of sensitive information
End of information not to be shared
END OF NOT FOR DISCLOSURE
End of marked passage
END OF SECTION
End of section 4
End of extract
RESTRICTION ENDS
Restriction lifted
Restricted section closed
Close of confidential section
CONFIDENTIAL SECTION CLOSES
Open section resumes
Open minutes resume
Parents rejoined the meeting
Family rejoin the meeting
(Confidential section ends - remainder may be shared)
-- above section not for disclosure, below may be shared --
The rest of this note may be shared.
Remainder of report can be disclosed
End of carer details
End of police information
END OF POLICE SENSITIVE MATERIAL
END OF EXEMPT INFORMATION
ENDS
/END
-- ends --
End of note
End of confidential note
END OF WITHHELD MATERIAL
END OF REDACTED SECTION
END TP
End third party
""".strip().split("\n")


@pytest.mark.parametrize("end", ENDS)
def test_an_end_mark_ends_what_a_heading_began(end: str) -> None:
    passage = f"NOT TO BE DISCLOSED\n\n{SECRET}\n\n{MORE}\n\n{end}"
    assert marked(f"{BEFORE}{passage}\n\n{TELLING}") == [passage]


PROSE = """
Kay is not to be disclosed to strangers, as Nan put it.
The chair said that minutes are confidential and must not be copied to anyone not present.
She asked what restricted meant and whether the file was.
It was discussed whether the words "not to be disclosed" had any force.
The list of guests is not for publication in the press.
Not for the faint-hearted, she said.
The part was closed in March.
The panel only meets on Tuesdays.
Police only attended once.
Do not forward calls to the ward.
Do not copy your sister, Mum told her.
Do not put sweets in the bag.
Do not tell lies.
Do not mention the war, he joked.
He knows nothing of the plan.
They were unaware of the time.
The shed was locked.
The protected characteristics were considered.
Protected time for study was agreed.
The door must not be left open.
The medicine is to be kept from children.
Keep this leaflet.
The minutes were circulated on Friday.
Not to be taken with alcohol.
Not to be repeated until June.
The withheld benefit was paid.
Her pay was withheld from March.
Her bottle was hidden from view.
He was told in the car.
Kay told me in confidence that she likes maths.
A professionals only meeting was held.
Discussion with the parents present.
The section was closed off by tape.
Between ourselves and the school we can manage.
The exam was exempt from fees under the scheme.
Privilege is a word she had learned at school.
The committee only allows two visits.
It was given in evidence.
The staff only eat at noon.
His leave is subject to the privilege of the governor.
The record was sealed in an envelope.
She would not share her crisps with her brother.
Her consent was withheld.
Contact is restricted to once a week.
Visits are restricted to the manager's office.
Diet restricted to soft food.
The information that the family do not know the way is out of date.
Strictly speaking this is not our area.
The source of the leak was found by a plumber.
The informant on the tenancy was her uncle.
The caller is anonymous on the phone's display.
Confidential to whom, she asked.
The advice line is privileged to have her.
""".strip().split("\n")


@pytest.mark.parametrize("sentence", PROSE)
def test_the_same_words_in_what_people_tell_mark_nothing(sentence: str) -> None:
    assert marked(sentence) == []
    assert marked(f"{BEFORE}{sentence}\n\n{ELSEWHERE}") == []


MAIL = "From: {}\nSent: Monday\nTo: {}\nSubject: Kay\n\n{}"


def test_privileged_mail_takes_along_what_its_writer_was_told_and_what_repeats_it() -> None:
    advice = (
        "LEGALLY PRIVILEGED\n\nIn my view the aunt should not be called, for she has debts to pay."
    )
    asked = MAIL.format("Priya Nair", "Jo Lowe", "Can the aunt be called?")
    answer = MAIL.format("Jo Lowe", "Priya Nair", advice)
    told_on = MAIL.format("Priya Nair", "Sam Hill", "He is out till four and sends his regards.")
    school = MAIL.format("Ali Khan", "Sam Hill", "Kay was late on Friday.")
    text = "\n\n".join((told_on, answer, asked, school))
    says, asks = (mail[mail.index("Subject") :] for mail in (answer, asked))
    assert marked(text) == [says, asks]
    line = "In my view the aunt should not be called, for she has debts to pay."
    repeats = MAIL.format("Ali Khan", "Sam Hill", f"They wrote:\n{line}\nKay was late.")
    assert marked(f"{told_on}\n\n{answer}\n\n{repeats}") == [says, line]


@pytest.mark.parametrize(
    "head",
    [
        "RESTRICTED - whole document - third party information - do not release to the\nsubject",
        "Confidential: not for disclosure. This paper must not be given to parents or\nchildren.",
        "THIS REPORT IS NOT TO BE DISCLOSED TO THE SERVICE USER OR FAMILY",
    ],
)
def test_what_a_paper_says_of_all_of_itself_no_end_of_a_part_takes_back(head: str) -> None:
    part = f"Restricted file note. Do not copy to home.\n{SECRET}\n--- end of restricted note ---"
    paper = f"{head}\n\nPlan\nName Kay Marsh\n\n{TELLING}\n\n{part}\n\n{TELLING}"
    assert marked(paper) == [paper]


def test_the_following_is_the_paragraph_right_below_it() -> None:
    said = "The following is confidential and should not be released to the parents."
    passage = f"{said}\n{SECRET}"
    assert marked(f"{BEFORE}{passage}\n\n{TELLING}") == [passage]


def test_an_end_in_brackets_ends_what_a_bracket_began_in_one_paragraph_or_several() -> None:
    for between in (" ", "\n\n"):
        passage = (
            f"[RESTRICTED - do not disclose to family] {SECRET}{between}{MORE} [END OF RESTRICTED]"
        )
        assert marked(f"{BEFORE}{passage} {ELSEWHERE}\n\n{TELLING}") == [passage]


def test_a_houses_number_ends_no_marked_part() -> None:
    passage = "CARER DETAILS - NOT TO BE GIVEN TO BIRTH FAMILY\nJo Lowe\n89 Quay Terrace, Northmoor"
    numbered = f"{BEFORE}1. Present\nP. Nair\n\n{passage}\n01632 960142"
    assert marked(f"{numbered}\n\n{AFTER}") == [f"{passage}\n01632 960142"]


def test_what_people_ask_of_each_other_in_a_chat_is_no_marking() -> None:
    chat = "[18/5/20, 15:57] Lee: new num dont give 2 dad\n[18/5/20, 15:58] Kay: ok"
    assert marked(chat) == []
    note = f"Worker's note: not to be shared with Kay: {SECRET}"
    assert marked(f"{chat}\n\n{note}") == [note]
