"""Markings in the words of other offices: health, police, courts, schools, adoption, and in haste.

Written before anybody looked at how they are read; what must be asked about stands in ⟦ ⟧.
"""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

TELLING = (
    "Ellie has joined the netball club and walks there with two girls from her class. She asked "
    "whether she might stay up later at weekends.\n\n"
    "The carers have bought her a desk. She will need a new coat before the winter."
)
SECRET = (
    "Her uncle was cautioned last month after a fight outside a bar, and has been staying in the "
    "back bedroom since."
)
MORE = "His wife has moved out and taken the car."
BEFORE = f"CASE SUMMARY\nFile 20/118\n\n{TELLING}\n\n"
AFTER = "\n\nNEXT STEPS\n\nA visit on Monday, and a letter to the school about the trip."


def marked(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == "marking"]


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


def passages(told: str) -> list[str]:
    return [piece.partition("⟧")[0] for piece in told.split("⟦")[1:]]


HEADINGS = """
NFD - third party
NTBS with client
TPI - withhold
3rd pty info - not for SU
3rd party - do not release
Conf. section - not for client
Not for release to applicant
NOT TO BE DISCLOSED TO THE PARENTS WITHOUT THE CONSENT OF THE AUTHOR
Withhold from father (s.47 ongoing)
Information which parents should not see
INFORMATION NOT SHARED WITH PARENTS
Information not known to the family
Sensitive information (not for the child's copy)
Professionals' confidential discussion
Confidential information shared by professionals in the absence of the family
STRATEGY DISCUSSION - RESTRICTED MINUTES
SECTION 47 STRATEGY MEETING - CONFIDENTIAL, NOT TO BE SHARED OUTSIDE OF THE MEETING
MARAC - RESTRICTED - do not refer to in any correspondence
MAPPA minutes: not to be disclosed without the chair's permission
Restricted to MAPPA agencies
POLICE INTEL - NOT TO BE ACTIONED OR SHARED
Police information - do not share with subject
Covert - do not tip off
PII material
Sensitive unused material
Serious harm if disclosed - Sch 3 DPA
Withhold: risk of serious harm to patient
Do not disclose to patient - third party information from wife
Not for patient access
Hidden from patient online access
Redacted from online view
CONFIDENTIAL - ADOPTION - NOT FOR BIRTH FAMILY
Adopters' details: withhold from birth parents
FOSTER CARERS' ADDRESS - NOT TO BE GIVEN TO PARENTS
Placement address withheld
Confidential placement - address not to be revealed
C8 CONFIDENTIAL CONTACT DETAILS
NOT FOR SERVICE ON THE RESPONDENT
Not to be seen by the father without leave of the court
Counsel's advice - privileged & confidential
Advice of Legal Services (exempt: LPP)
Note of conference with counsel - privileged
WITHOUT PREJUDICE SAVE AS TO COSTS
Legal planning meeting - legally privileged - remove before disclosure
Confidential info re sibling
Third party - sibling - do not release
Third party data: consent refused
THIRD PARTY - NO CONSENT TO SHARE
Info from grandmother - to be kept from mum
Not for mum's eyes
Not for dad
Dad NOT to know
Mother not to be informed
Do not tell mother
DO NOT DISCUSS WITH CARER
Keep confidential from carers
Confidential note to manager
CONFIDENTIAL MEMO - TEAM MANAGER ONLY
School use only: not for parents
Safeguarding: confidential - DSL only
DSL EYES ONLY
Restricted to designated safeguarding lead
Not for inclusion in pupil's file
LADO information: not to be shared with the member of staff
Redact this section
REDACT - TP
Exclude from SAR
SAR exempt
SUPPRESS FROM DISCLOSURE
Not disclosable under DPA
Section to be removed prior to sharing
Tear off before sending to parents
To be opened by the social worker only
Contents not to be discussed with family
STRICTLY PRIVATE - NOT FOR CIRCULATION
Circulation restricted
Access restricted to team manager & above
Locked case note
Identity known to dept. but not to be shared
Source: do not reveal
Whistleblower's details - protect
NOT FOR THE ATTENTION OF THE FAMILY
Keep from parents
Do not show to Ellie
For the eyes of the GP and health visitor only
Not to be photocopied or removed from this file
Third-party material: seek consent first
CONFIDENTIAL THIRD PARTY CONTENT - REMOVE BEFORE RELEASE
Restricted paragraph
Strictly not for onward transmission
Police log - sensitive, no disclosure without OIC approval
Privileged communication between solicitor and client
Information from a confidential source
Identity of caller protected
Section 9 (restricted)
Withheld at the request of the police
Private conversation with grandmother - not to be repeated
Not to be revealed to the birth mother
ADOPTION FILE - RESTRICTED ACCESS
Medical information - patient unaware
To be withheld from the young person until aged 18
OFFICIAL SENSITIVE - NOT FOR DISCLOSURE TO SUBJECT
Conf info - dad must not know
For the court only
This section is not to be included in the copy for parents
Information about other family members (do not disclose)
Third party comments (confidential)
Legal advice - do not disclose
Not disclosed to mother
Not to be placed on open file
MUM DOES NOT KNOW THIS
FAMILY UNAWARE
NO SAR
Exempt - third party
Sensitive - need to know only
Hold back from disclosure
N.B. not for sharing
Contains third party data - redact before release
Intelligence shared in confidence by police
Not for release w/o consent of Dr Lee
Foster carers not to be told
Nt to be disclsed to fmaily
CONFlDENTlAL - N0T FOR FAMlLY
Third partv information
NOT TO BE SHAREO WITH PARENTS
Witheld from client
Privilaged and confidential
Do not disclose too client
RESTR1CTED 1NFORMATION
not to be disclosed to service-user
Strictly no disclosure
Not to be seen by birth parents at any time
Do not let the carers see this
Information withheld from father under court order
Parents must not have sight of this
Child not to be informed
Shared by police on the basis that it is not passed on
Third party - not for release under SAR
3RD PARTY INFO - CONSENT NOT SOUGHT
RESTRICTED: see access note at front of file
Privileged: instructions to counsel
Instructing solicitor's note (privileged)
For panel members' eyes only
Do not minute
Not for the child
Hidden section
Sensitive information - handle with care and do not disclose
Private - for the doctor only
Patient must not be told
Not to be released to any third party or to the patient
MARAC information: do not disclose source
Safe address - never to be disclosed to ex-partner
Grandparents' concerns (not to be fed back to parents)
Teacher's confidential comments
This page is not for parents
Below is confidential between agencies
SEALED ENVELOPE - CONTENTS NOT FOR FILE
Adoptive parents' address - do not disclose under any circumstances
N0T TO 8E SHARED WlTH THE FAMlLY
Third pany information
Not ta be disclosed
Legaly privileged
Do not discolse to service usr
with-hold from parents
Professional's only
NOT TO BE DISCUSSED WITH OR SHOWN TO THE PARENTS
Material supplied by a third party - not for release
CONFIDENTIAL: DOCTOR'S OPINION NOT FOR PATIENT
Details of the referrer - keep confidential
Exempt information (Schedule 2)
Do not give copy to father
Not for parental access
Information obtained in confidence
Strictly for professionals
Withheld pending police advice
Please redact before disclosing
Client not to have access to this section
Adoption support - restricted
Protected information
Not to be mentioned in front of the children
Covert information from police
Privileged advice follows
Restricted notes - team managers only
Third party info below
No access for family
Release prohibited without consent of author
PRIVATE AND CONFIDENTIAL - NOT TO BE SHARED
Not to be included in disclosure bundle
Not t0 be discIosed to cIient
Third-Party lnformation (Restricted)
CONFIDENTlAL: NOT FOR PARENT5
Confidencial - profesionals only
Do not share outside this meeting
Strictly confidential to the core group
Information the parents do not have
Not for parents to see
NOT TO BE PASSED TO FAMILY OR THEIR SOLICITOR
Restricted third-party content follows
Confidential concerns of neighbour
SOCIAL WORKERS ONLY
Sensitive: do not discuss at the conference
Referrer's name withheld
To be removed from the child's copy
This page is to be kept from Ellie
Patient not to see
HIDE FROM PATIENT
Data about other persons - redact
Never to be shown to birth family
CONFIDENTIAL ANNEX FOR THE JUDGE
Disclosure not agreed by author
RESTRICTED - LEGAL
Not to be shared w/ mother
N0T FOR DlSCLOSURE T0 FATHER
CONFIDENTIAI SECTI0N
Third party inforrnation - withho1d
"""

MISSPELT = """
Not too be disclosed to service user
Not to be discolsed to cleint
Confidental - not for relase
NOT T0 BE SHARED W1TH FAM1LY
Thrid party infomation
Confidencial section
Restricied access
N0T F0R DISCL0SURE
Not lo be disciosed to the farnily
Wilhhold from mother
Priviledged legal advice
Legally priviledged
PROFESSIONALS 0NLY
Not to be dis closed to parents
Third parly inforrnation
Not to be shaned with service user
D0 NOT DlSCLOSE
Stricly confidential - proffesionals only
Confidentail to proffesionals
NOT TOBE SHOWN TO CLIENT
Not for diclosure
NOT F0R RELEA5E
Restrlcted lnformation
C O N F I D E N T I A L - not for family
Not to be given to farnily
Do not dlsclose to rnother
"""

LABELS = """
NB not for Mum: {}
Please do not share this with Ellie - {}
(not to be shared with mum) {}
{} (please don't tell Dad)
{} This is not to go any further.
{} NTBS.
TP info: {}
For professionals only - {}
To be kept from mum: {}
*not for disclosure* {}
{} She does not know this and must not be told.
{} The above must not be repeated to the family.
{} Please keep this paragraph out of the copy for the family.
{} I would ask that this is not shared with her.
I should be grateful if this information were not passed to the family. {}
I think disclosure of this to Ellie would be likely to cause serious harm to her mental health. {}
{} I ask that the above be withheld from the patient.
I am telling you this in strict confidence. {}
{} Please treat this paragraph as confidential.
{} This must stay between professionals.
{} Mum is not aware and should not be made aware.
{} [NOT FOR DISCLOSURE]
{} - not to be shared with family.
Restricted - {}
[third party] {}
3rd party info - {}
Confidential: {}
{} I do not consent to this being shared with the mother.
{} We have not told the parents this and ask that you do not.
Not for the parents' ears: {}
Withhold from Ellie: {}
{} Please redact the above.
<not for SAR> {}
The school has asked that this is not shared with the parents. {}
Police have asked that the following is not disclosed to the family at this stage: {}
{} No part of this paragraph may be given to the applicant.
Legal advice (privileged): {}
{} This was told to me in confidence and is not to be repeated.
Not to be discussed with Ellie: {}
Third party - {}
(restricted) {}
{} (Not for disclosure to mother.)
{} Please do not share this with the parents.
{} The family do not know this.
{} She has asked that this is kept from her daughter.
{} This information must not be passed to the father.
{} It is essential that the parents do not find out about this.
Off the record: {}
Privileged: {}
{} This paragraph should be removed before the report is shared.
{} Strictly confidential.
{} He told me this on the understanding that it would go no further.
{} Ellie must not be told.
For your eyes only - {}
{} (confidential, third party)
DO NOT DISCLOSE - {}
I must ask that the following is not disclosed to the patient. {}
Disclosure of the following would put her at risk of serious harm. {}
{} Please ensure that this is not seen by the family.
Please keep this between us. {}
Not to be fed back to Mum: {}
{} Under no circumstances should this be shared with the family.
{} The mother must never learn of this.
{} (TP)
{} (do not disclose)
{} I would prefer that Ellie does not see this.
{} I do not wish this to be disclosed to her parents.
Third party info: {}
CONFIDENTIAL {}
{} This should be treated in the strictest confidence.
{} NOT FOR SAR.
Do not repeat to Ellie: {}
For information of the team only: {}
{} Not to be shared.
{} I would ask you not to share this with the family.
Do not share: {}
{} This should not be mentioned to her mother.
{} Parents are not to be told.
{} This is third party information and should be redacted.
Confidential to social workers: {}
{} She asked that we do not tell her husband.
{} We would be grateful if you did not pass this on to the parents.
In strict confidence - {}
{} (not for parents)
Exempt from disclosure: {}
{} Given the risk, this must be withheld from her father.
{} Please do not include this in the letter to the family.
{} Please keep from Mum.
Not for onward sharing: {}
{} Withhold from SAR.
{} [confidential]
Please treat as confidential - {}
{} The police ask that this is not repeated to anyone in the family.
The family must not be told: {}
{} Do not disclose under any circumstances.
This is third party information. {}
"""

ROWS = """
⟦14/03/2020 | NOT TO BE SHARED WITH FAMILY | Her uncle was cautioned after a fight.⟧
⟦14/03/2020 | Third party info | Her uncle was cautioned after a fight.⟧
⟦14/03/2020 | Call from aunt (confidential - do not disclose) | Her uncle was cautioned.⟧
⟦14/03/2020\tRESTRICTED\tHer uncle was cautioned after a fight.\tDuty⟧
⟦Duty | 14/03/2020 | Her uncle was cautioned after a fight. | Withhold⟧
⟦14/03/2020 | Her uncle was cautioned after a fight. | Not for disclosure⟧
⟦14/03/2020 | [TP] Not for SU | Her uncle was cautioned after a fight.⟧
⟦Police intelligence - not for disclosure | Her uncle was cautioned after a fight.⟧
⟦14/03/2020 | Police | Her uncle was cautioned after a fight. | Do not share with parents⟧
⟦Information not to be shared with parents | Her uncle was cautioned after a fight.⟧
⟦3/5/20 | Dr Lee | Mother is HIV positive. | Not to be disclosed to child⟧
⟦3/5/20 | Confidential third party information | Her uncle was cautioned.⟧
⟦3/5/20 | Withheld from SAR | Her uncle was cautioned.⟧
⟦3/5/20 | School | DSL only: her uncle was cautioned.⟧
⟦3/5/20 | Restricted entry | Her uncle was cautioned.⟧
⟦3/5/20 | TPI | Her uncle was cautioned.⟧
⟦3/5/20 | Police (not for disclosure) | Her uncle was cautioned.⟧
⟦3/5/20 | **RESTRICTED** | Her uncle was cautioned.⟧
⟦3/5/20 | School | Do not disclose to parents - her uncle was cautioned.⟧
⟦3/5/20 | Sensitive/withhold | Her uncle was cautioned.⟧
⟦3/5/20 | Third party | Her uncle was cautioned.⟧
⟦3/5/20 | Her uncle was cautioned. | Confidential⟧
⟦3/5/20 | Caller (wishes to remain anonymous) - confidential | Her uncle was cautioned.⟧
⟦3/5/20 | NTBS | Her uncle was cautioned.⟧
⟦3/5/20 | Her uncle was cautioned. | Third party - redact⟧
⟦3/5/20 | Not to be shared: her uncle was cautioned. | Duty⟧
"""


@pytest.mark.parametrize("heading", lines(HEADINGS))
def test_a_heading_in_other_offices_words_covers_what_stands_below_it(heading: str) -> None:
    covered = f"{heading}\n\n{SECRET}\n\n{MORE}"
    assert marked(f"{BEFORE}{covered}{AFTER}") == [covered]


@pytest.mark.parametrize("heading", lines(MISSPELT))
def test_a_heading_misspelt_or_misread_covers_what_stands_below_it(heading: str) -> None:
    covered = f"{heading}\n\n{SECRET}\n\n{MORE}"
    assert marked(f"{BEFORE}{covered}{AFTER}") == [covered]


@pytest.mark.parametrize("label", lines(LABELS))
def test_a_paragraph_that_says_of_itself_that_it_is_kept_back_is_covered(label: str) -> None:
    covered = label.format(SECRET)
    assert marked(f"{BEFORE}{covered}\n\n{TELLING}{AFTER}") == [covered]


@pytest.mark.parametrize("row", lines(ROWS))
def test_a_row_with_a_marking_among_its_cells_is_covered(row: str) -> None:
    mark = "\t" if "\t" in row else " | "
    above = f"Date{mark}From{mark}Entry\n12/03/2020{mark}School{mark}Ellie was late.\n"
    below = f"\n16/03/2020{mark}Carer{mark}Ellie has a cold."
    text = above + row + below
    assert marked(text.replace("⟦", "").replace("⟧", "")) == passages(text)


MAIL = [
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: RE: Ellie - NOT FOR DISCLOSURE\n\n"
    "Hi Amir\n\nHer uncle was cautioned.\n\nRuth⟧",
    "From: Ruth Cole\nSent: 3 March 2020 09:14\nTo: Amir Shah\n"
    "⟦Subject: Confidential - do not share with family\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Ellie\n\nNot to be shared with Mum please.\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Ellie\n\n"
    "Amir, please keep this email confidential and do not "
    "forward it to the family.\n\nHer uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Ellie (third party - withhold)\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Legally privileged: advice re Ellie\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\nSubject: Ellie\n\nShe is well.\n\n"
    "From: Amir Shah\nTo: Ruth Cole\n⟦Subject: Restricted - not for client\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Ellie\n\nHer uncle was cautioned.\n\n"
    "This email is not to be disclosed to the family.\n\nRuth⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: FW: MARAC minutes - restricted\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Ellie - for professionals only\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: [withhold from SAR] Ellie\n\n"
    "Her uncle was cautioned.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Ellie\n\nWITHOUT PREJUDICE\n\n"
    "We could offer two sessions.⟧",
    "From: Ruth Cole\nTo: Amir Shah\n⟦Subject: Ellie\n\n"
    "** Please do not upload to Ellie's file - third party **\n\n"
    "Her uncle was cautioned.⟧",
]  # fmt: skip

WHOLE = [
    "CONFIDENTIAL REPORT - NOT TO BE SHARED WITH THE FAMILY\nPrepared for the panel\n\n"
    "Her uncle was cautioned.",
    "MARAC\nMinutes of the meeting of 3 March 2020\nRESTRICTED\n\nHer uncle was cautioned.",
    "Police report for case conference\n"
    "Not to be disclosed to parents or their representatives\n\nHer uncle was cautioned.",
    "MULTI-AGENCY PUBLIC PROTECTION\n"
    "These minutes are confidential and must not be disclosed to the offender.\n\n"
    "Her uncle was cautioned.",
    "Strategy meeting\nThis record is not to be disclosed to parents.\n\nHer uncle was cautioned.",
    "ADVICE FROM COUNSEL\nPrivileged and confidential\n\nThe threshold is likely to be met.",
    "PROSPECTIVE ADOPTERS' REPORT\nConfidential: not to be shown to the birth family\n\n"
    "Both work at a bank.",
    "INTELLIGENCE REPORT\nHandling: this document must not be disseminated further\n\n"
    "Her uncle was cautioned.",
    "PSYCHIATRIC OPINION\n"
    "This report must not be released to the patient: serious harm may result.\n\n"
    "She is not told.",
    "REFERRAL\nStatus: not for disclosure to the family\n\nHer uncle was cautioned.",
    "CONFIDENTIAL CHRONOLOGY\nFor professionals only\n\n3 March 2020: her uncle was cautioned.",
    "Supervision note\nThis note is not for the service user's file\n\nHer uncle was cautioned.",
    "Form C8\nCONFIDENTIAL - NOT TO BE DISCLOSED TO THE OTHER PARTIES\n\nThe address is 4 Low Row.",
    "Case conference: confidential part\n"
    "Held in the absence of the parents; not for circulation to them\n\n"
    "Her uncle was cautioned.",
    "HEALTH VISITOR RECORD\nNot to be released without the permission of the author\n\n"
    "Her uncle was cautioned.",
    "Minutes of strategy discussion\n"
    "These minutes are restricted and must not be shared with parents.\n\n"
    "Her uncle was cautioned.",
    "LEGAL PLANNING MEETING\nSubject to legal professional privilege\n\nThreshold is met.",
    "Third party disclosure from police\n"
    "Not to be copied, shared or disclosed without consent\n\nHer uncle was cautioned.",
    "RESTRICTED: CHILD PROTECTION\nProfessionals' report\n\nHer uncle was cautioned.",
    "File note\nNot to go on Ellie's file\n\nHer uncle was cautioned.",
    "MAPPA 2 MEETING\n"
    "This document is confidential and not disclosable to the offender or his family\n\n"
    "Her uncle was cautioned.",
    "Independent reviewing officer's note\nCONFIDENTIAL - NOT FOR FAMILY MEMBERS\n\n"
    "Her uncle was cautioned.",
    "Complex abuse meeting\nThese minutes must not be photocopied or circulated\n\n"
    "Her uncle was cautioned.",
    "Letter from solicitor\nLEGALLY PRIVILEGED\n\nThreshold is met.",
    "Fostering panel minutes\nExempt from disclosure\n\nHer uncle was cautioned.",
    "Paediatric report\nCopy for professionals only - not to be given to the parents\n\n"
    "Her uncle was cautioned.",
    "Child and family assessment\nRESTRICTED COPY - NOT FOR PARENTS\n\nHer uncle was cautioned.",
    "Chronology of police contact\n"
    "This chronology must not be disclosed without the consent of the police\n\n"
    "Her uncle was cautioned.",
    "Attendance note\nPrivileged\n\nThreshold is met.",
    "Psychological report\nNot to be read by the patient\n\nHer uncle was cautioned.",
    "Core group minutes - confidential version\nNot for distribution to family members\n\n"
    "Her uncle was cautioned.",
    "Expert's letter of instruction\nPrivileged and confidential\n\nThreshold is met.",
]  # fmt: skip

ENDS = """
[end of confidential part]
END OF TPI
--- end of third party info ---
Confidential section ends here.
** END RESTRICTED **
[/CONFIDENTIAL]
End of information not to be shared
The rest of this note may be shared.
Parents returned to the meeting.
Open minutes resume
"""


@pytest.mark.parametrize("told", MAIL)
def test_a_message_marked_at_its_head_or_foot_is_covered_with_its_subject(told: str) -> None:
    text = told.replace("⟦", "").replace("⟧", "")
    assert marked(text) == passages(told)


@pytest.mark.parametrize("told", WHOLE)
def test_a_paper_marked_on_its_cover_is_covered_whole(told: str) -> None:
    text = f"{told}\n\n{TELLING}{AFTER}"
    assert marked(text) == [text]


@pytest.mark.parametrize("end", lines(ENDS))
def test_a_marked_part_ends_where_the_paper_says_so(end: str) -> None:
    covered = f"THIRD PARTY INFORMATION\n\n{SECRET}\n\n{MORE}\n\n{end}"
    assert marked(f"{BEFORE}{covered}\n\n{TELLING}{AFTER}") == [covered]


PAGES = [
    "RESTRICTED - NOT FOR DISCLOSURE",
    "Confidential: not to be shared with the family",
    "MARAC RESTRICTED",
    "Privileged and confidential - legal advice",
    "NOT TO BE COPIED OR SHOWN TO CLIENT",
    "Third party - withhold",
]


@pytest.mark.parametrize("foot", PAGES)
def test_a_foot_of_every_page_covers_the_paper(foot: str) -> None:
    pages = [f"{TELLING}\n\n{SECRET}\n{foot}\nPage {n} of 3\n" for n in (1, 2, 3)]
    text = "REPORT\n\n" + "".join(pages)
    breaks = [text.index(f"Page {n} of 3") + len(f"Page {n} of 3\n") for n in (1, 2)]
    found = MarkingDetector().find(Page(1, text, breaks=tuple(breaks)), Roster(""))
    assert [f.span for f in found if f.kind == "marking"] == [(0, len(text))]
