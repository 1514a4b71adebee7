"""Words of markings that mark nothing, as other offices write them: prose, forms, notices, law."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

TELLING = (
    "Ellie has joined the netball club and walks there with two girls from her class. She asked "
    "whether she might stay up later at weekends."
)
TOP = "CASE SUMMARY\nFile 20/118\n\n"
BOTTOM = "\n\nNEXT STEPS\n\nA visit."


def marked(text: str) -> list[str]:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [text[slice(*f.span)] for f in found if f.kind == "marking"]


PROSE = """
I explained that what she told me was confidential unless somebody was at risk.
Ellie keeps a confidential diary which nobody reads.
She rang a confidential helpline twice in May.
In 2009 she asked that it not be shared with her school; it was shared a week later.
The letter was marked confidential and sat unopened on the hall table.
We discussed confidentiality and when it may be broken.
Mr Cole signed the consent form so that information can be shared with the school.
The minutes will be shared with the parents within ten days.
The plan was shared with Mum, who agreed with it.
The report has been shared with the family and they made two corrections.
Staff must not share information with third parties without consent, as the policy says.
The policy is that records are not disclosed to anybody outside the service without a basis.
Her contact with her father is restricted to two hours a month.
Access to the garden is restricted by a broken gate.
He is on restricted duties at work since the accident.
His diet is restricted because of his allergies.
The third party insurance on the car had lapsed.
A third party called the ambulance.
She comes from a privileged background and says so.
It was a privilege to work with this family.
The dismissal was without prejudice to his pension.
This decision is made without prejudice to any later application.
Ellie told her teacher not to tell anyone about the birthday surprise.
She said, "Please don't tell Mum I broke the vase."
Dad said he would rather not be told the result over the telephone.
He was told not to share his sweets with the baby.
Ellie does not like to share her toys with her brother.
He must not be given penicillin.
Medication is not to be given to Ellie without food.
Ellie is not to be left alone with the dog.
Mum is not to be contacted on her work number.
She does not want to be told how her grandfather died.
The family did not know about the appeal and missed the date.
Kept from school by a cold, she read three books.
His father withheld the maintenance for four months.
Benefits were withheld while the claim was checked.
The school withheld her certificate until the books came back.
The adoption order was made on 4 June 2012.
She was adopted at three and has always known.
Professionals meeting held on 3 March; parents to be invited next time.
The MARAC heard the case on 3 March and closed it in June.
A referral to MARAC was made by the health visitor.
The MAPPA level was reviewed in spring.
Police were called and attended twice.
He was assured that the interview would be in private.
The information was given in confidence to the school in 2011 and she has since spoken of it freely.
Ellie agreed that her wishes should be told to the judge.
The judge ordered that the report be disclosed to the parties.
Disclosure of the report to the guardian was agreed.
She disclosed to her teacher that she had been hit.
Her disclosure was not believed at first.
No disclosures were made during the session.
She made a disclosure to the school nurse, who wrote it down.
Parents were not shown the house because of the rain.
The parcel is not to be opened before Christmas.
He was given a confidential reference by his last employer.
We have a need to know more about his sleep.
The only people who know the code are staff.
For use in school only, the tablet stays in her locker.
The sensitive issue of bedtimes came up again.
Ellie has sensitive skin and uses a special soap.
It is not for the school to decide where she lives.
This is not for lack of trying on her part.
Swimming is not for her, she says.
Her room was closed off while the ceiling was mended.
The case was closed in June and the file sealed for storage in a box.
I told Mum that I would not keep secrets from Dad.
Secrets were a theme of the play she was in.
She would not say who had taken the money.
The school keeps a record of sanctions that parents may see.
This letter may be copied to her doctor with her consent.
He asked for a copy of his file under the Data Protection Act.
He is exempt from prescription charges.
The house is exempt from council tax while empty.
Her name is on the waiting list but has not been shared with the club yet.
Not sharing a room with her sister has helped.
She was not shown how to use the inhaler.
The medical report was not released until the fee was paid.
Grandmother does not want the dog to be told off.
I reminded the carer not to discuss Ellie at the bus stop with other parents.
Workers should record what parents say and whether it may be shared with others.
The council withholds information only where the law allows it.
We were not told about the meeting.
She was not told the date.
Ellie was not shown the report before the meeting and was cross.
He has never told anyone at school.
It was agreed not to share the photographs on the website.
Ellie said I could tell her mum.
The information sharing protocol was signed by the police.
Please share this with Ellie.
This report may be shared with the family.
A copy was sent to the parents by post.
The placement is not suitable for a child under five.
It is not for me to say whether she should go.
The school is not to blame.
Mother does not know how to change the tyre.
Dad is not aware of any allergies.
She told me in confidence years ago that she hated peas, and laughs about it now.
The medication was withheld on the advice of the GP.
Contact details are kept in the office and not given to callers.
Her telephone is kept from her at night.
The restricted diet is going well.
He showed restricted movement of the left arm.
The confidential waste bin was full.
A sensitive and caring girl.
Sensitive information was discussed with tact.
This is a third party claim on the insurance.
Third party consent was obtained for the photographs.
The judge said that the hearing would be private.
The hearing was held in private and the press excluded.
The proceedings are confidential, as everybody was told.
The adoption team visited on Monday.
His application to adopt was not pursued.
She is not to go out after nine.
The gate must be kept locked and only staff have the key.
Only professionals attended.
The meeting was for professionals only and lasted an hour.
Ellie does not want her brother to read her diary.
She would not tell me who broke it.
He asked us not to tell his mates that he likes opera.
There is a privilege scheme in the unit: bronze, silver and gold.
Serious harm was ruled out by the doctor.
There was no risk of serious harm to the child.
The police did not disclose why they had come.
The form asks whether there is information that should not be shared.
We explained who would see the report and who would not.
Records are restricted to staff who work with the family.
Parents were given a copy of the plan.
Mother has not read the report yet.
The family are aware of this.
The family is aware of the plan and agrees with it.
Dad knows about the referral.
I have told Mum that I will share this with the school.
This has been shared with Mum.
This information has been shared with the parents.
She does not share a room.
He must not see his father without a worker there.
Father is not to have contact with the children.
Children should not be told off for this.
Ellie is not aware of danger on roads.
She should not be given nuts.
Mum may not attend the school.
It is not known who rang.
The address is not known.
The child was not seen.
Mother was not told of the visit in advance.
Nobody told the family about the change of time.
He is not to be trusted with money.
The consent of the parents was not sought.
Consent was refused by the father for the trip.
Consent to medical treatment refused.
Her file was closed in 2015.
Confidential counselling is offered at school.
The police shared what they knew at the meeting.
Ellie said that this must not happen again.
This must not be repeated, the judge said of the missed contact.
The letter is not for signature until Monday.
The restricted area behind the shop is fenced.
Keep out of reach of children.
Do not resuscitate order discussed with family.
The privilege was taken from him for swearing.
The meeting was held without the family because they were late.
The family withdrew from the programme.
The father is not to be blamed for this.
Parents were told of their rights and given a leaflet.
This plan will not work without the family.
I did not see this coming.
Mum said that she would not share her worries with strangers.
The class was told to keep their eyes on the board.
The child does not understand this.
She did not want to share her lunch.
They did not disclose their income to the bank.
The school would not release her early.
He had been released on bail with restricted movement.
This must be discussed with the family at the next visit.
The family should see this as a chance.
The parents must sign this before the trip.
Father should have sight of the plan by Friday.
Everything in the session is confidential, within the usual limits.
Staff are reminded to lock confidential papers away.
The privileged few get a seat.
This agreement is made without prejudice to any other right.
Legal advice was sought and the meeting agreed to wait.
The family's solicitor rang about legal aid.
She knows that her aunt will not tell.
Some information in this file comes from third parties such as schools and doctors.
A third party may ask for a copy.
Please return this to the office if found.
The conference was told that the parents had their own copy.
Not all of this was known at the time.
Her mother does not know how this works.
This is not what the family wanted.
The child must see a doctor about this.
The father did not give his consent to the trip.
I do not have this on file.
He should not be given this medicine without food.
Please do not send this child home without a coat.
There is no record of this.
The team does not hold information about his brother.
Mother was informed and did not object.
Staff do not have access to her post.
We are not able to share a timetable yet.
The parents share care of the children.
They keep themselves to themselves.
He keeps his feelings from his family.
The information was shared with her consent.
There was nothing to disclose.
Private tuition has helped.
She receives private medical care.
The solicitor for the mother did not attend.
No third party was involved in the crash.
Her confidence has grown.
The child protection plan was restricted to emotional harm.
The hearing is closed to the public.
"""

LINES = """
Confidentiality
CONFIDENTIALITY
Confidentiality and information sharing
Information sharing and consent
Sharing information
Data protection
Privacy notice
OFFICIAL
OFFICIAL - SENSITIVE
Consent to share information: Yes
Can this be shared with the family? Yes
Third party information: None
Restricted items: none
Is there any information not to be shared? No
Does the referrer wish to remain anonymous? No
Confidential information: N/A
Shared with parents: Yes
Report shared with child: No
Does the family know of the referral? Yes
Copies to: Mum, Dad, school
Who this report will be shared with
What we share and why
Consent and confidentiality
Disclosure
Disclosures made by Ellie
Sharing of the report
Third party: no
Contact restrictions
Restrictions on contact
Is the address confidential? No
Adoption
Police
Legal status and advice given to parents
Child not seen
Family not known to services
Parents aware of referral
Parents' views of the report
Information shared with school
What the child knows
Who knows about this
Not known
Mother's consent obtained
Police checks
Access to records
Your right to see your file
Third parties consulted
Consent refused: swimming
Sight of the report
Shared care arrangements
Restricted mobility
Private fostering
Closed questions
Protected characteristics
Third sector support
Professional network
Exempt from fees
Withheld benefits
What parents should know about this
Sensitive parenting
Parents' contact details
Consent of parents
Child's views not obtained
Views of the child (not seen alone)
Parents not present
Family meeting - parents only
Police not called
Mother not interviewed
Confidence and self-esteem
Reading and sharing books
Restricted growth clinic
Child not brought
"""

PARAGRAPHS = [
    "This e-mail and any attachments are confidential and intended solely for the addressee. If "
    "you "
    "have received it in error please delete it and tell the sender. It must not be copied, "
    "disclosed or passed to anybody else.",
    "The information in this message may be legally privileged. Unauthorised use, disclosure or "
    "copying is prohibited. If you are not the intended recipient, please let us know at once.",
    "DISCLAIMER: This email is private and confidential. Do not share it with anyone if it was not "
    "meant for you. Elmham Council monitors email.",
    "How we use your information. We will not share your information with third parties for "
    "marketing. We may have to share it with the police, schools or health services by law. You "
    "have "
    "the right to ask for a copy.",
    "Your personal data is held securely and only shared with those who need to know. You may "
    "ask us to "
    "restrict its use.",
    "I give my consent for information about my child to be shared with health, education and the "
    "police. I understand that I may withdraw it at any time. Signed: R Cole",
    "Training: what would you do if a child said 'please do not tell anyone'? Never promise to "
    "keep a "
    "secret. Explain that what is said may have to be shared with others.",
    "Policy 4.2: Records marked 'not to be disclosed' must be kept in a separate section of the "
    "file. "
    "Workers should seek advice before any such record is released.",
    "Under section 7 of the Act, a data controller need not disclose information about another "
    "person "
    "unless that person consents or it is reasonable to do so without consent.",
    "The Human Rights Act protects private and family life. Information should be shared only "
    "where "
    "it is necessary, proportionate and lawful.",
    "Confidentiality was explained at the start of the session: what Ellie says stays between us "
    "unless she or somebody else is at risk of harm.",
    "Members were reminded that the meeting is confidential and that papers must be kept safe. "
    "Apologies were received from the school nurse.",
    "The chair read out the confidentiality statement. All present agreed to keep to it.",
    "You can talk to Childline in confidence on 0800 1111. Calls are free and will not show on "
    "the bill.",
    "Consent form. I agree / do not agree that this form is shared with the school. Please tick "
    "one.",
    "Complaints are confidential and will not affect the service that you get.",
    "The GP practice has a policy on third party information in records, which the manager sent "
    "to us.",
    "Ground rules of the group: what is said in the room stays in the room; be kind; no "
    "telephones.",
    "Data sharing agreement: agencies who take part may share personal data for the purposes of "
    "safeguarding. Data must not be passed to other organisations without agreement.",
    "In 2008 her aunt asked that her call should not be mentioned. She told the family herself the "
    "same evening, and they have laughed about it since.",
]

ADDRESSED = [
    "PRIVATE AND CONFIDENTIAL\n\nMs R Cole\n4 Low Row\nElmham\n\nDear Ms Cole\n\nThank you for "
    "coming. The next "
    "visit is on Monday.\n\nYours sincerely\n\nA Shah",
    "Elmham Council\nStrictly private and confidential: addressee only\n\nDear Ms Cole\n\nYour "
    "appeal was heard.\n\n"
    "Yours sincerely\n\nA Shah",
    "From: Ruth Cole\nTo: Amir Shah\nSubject: Ellie\n\nShe is well.\n\nRuth\n\nThis email is "
    "intended for the named "
    "recipient only and may contain confidential information. If received in error, please delete.",
    "From: Ruth Cole\nTo: Amir Shah\nSubject: Confidentiality training on Friday\n\nPlease bring "
    "the handbook.",
    "From: Ruth Cole\nTo: Amir Shah\nSubject: Third party insurance renewal\n\nThe van needs it "
    "by Friday.",
]


@pytest.mark.parametrize("words", PROSE.strip().splitlines())
def test_prose_with_words_of_markings_marks_nothing(words: str) -> None:
    text = f"{TOP}{TELLING}\n\n{words} {TELLING}{BOTTOM}"
    assert marked(text) == []


@pytest.mark.parametrize("words", PROSE.strip().splitlines())
def test_such_prose_marks_nothing_where_it_is_a_paragraph_by_itself(words: str) -> None:
    text = f"{TOP}{TELLING}\n\n{words}\n\n{TELLING}{BOTTOM}"
    assert marked(text) == []


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_a_line_that_speaks_of_sharing_marks_nothing(line: str) -> None:
    text = f"CASE SUMMARY\nFile 20/118\n\n{TELLING}\n\n{line}\n\n{TELLING}{BOTTOM}"
    assert marked(text) == []


@pytest.mark.parametrize("words", PARAGRAPHS)
def test_notices_policies_and_forms_mark_nothing(words: str) -> None:
    text = f"CASE SUMMARY\nFile 20/118\n\n{TELLING}\n\n{words}\n\n{TELLING}{BOTTOM}"
    assert marked(text) == []


@pytest.mark.parametrize("text", ADDRESSED)
def test_letters_and_messages_about_such_things_mark_nothing(text: str) -> None:
    assert marked(text) == []
