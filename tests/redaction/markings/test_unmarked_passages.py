"""Words of markings that mark nothing: prose, letterheads, classifications, disclaimers, forms."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

PROSE = [
    "Without ever quite saying that she doubted whether the builder had acted honestly throughout, "
    "the neighbours hinted that he was about to put up his house over the old tip and let it to "
    "families.",
    "The infants were moved out of the draught to the far end of the nursery, out of sight of the "
    "big boys' table, and ate a good deal better for not being laughed at while they did so.",
    "This is not confidential.",
    "She has third party insurance for the car.",
    "Third party insurance",
    "I gave her the number of a confidential helpline.",
    "Confidential helpline: 0800 1111",
    "Kay disclosed to the school that her stepfather had hit her.",
    "She did not disclose anything.",
    "They do not disclose what they earn.",
    "Kay has not disclosed who was there.",
    "He was not told, and it was not disclosed to the school that she had left.",
    "Safeguarding disclosure",
    "Kay's disclosure: she said that he had hit her.",
    "The child disclosed that she was frightened.",
    "He is on a restricted diet.",
    "RESTRICTED DIET",
    "The garden has restricted access for wheelchairs and prams.",
    "Her mobility is restricted.",
    "She had a privileged childhood.",
    "It is a privilege to work with her.",
    "The offer was made without prejudice to her right to appeal.",
    "We talked about confidential information and what it means.",
    "The door was not disclosed on the plan.",
    "We explained that information may be shared with other agencies.",
    "I explained confidentiality and its limits to Kay.",
    "We explained that records should not be shared with third parties without consent.",
    "She asked whether it must not be disclosed to her mother, and we said that it may be.",
    "The referrer does not wish to remain anonymous.",
    "She rang about a bonfire. She did not mind giving her name.",
    "She told me about that in confidence, and I record only that it matters.",
    "An anonymous referral was received in March and led to nothing.",
    "The bedroom is not to be shared with an adult.",
    "The toothbrush is not to be shared with her sister.",
    "He is not to be released until May.",
    "Mum said that the photos were not to be shared on Facebook.",
    "The envelope was marked private and confidential.",
    'The old file was stamped "NOT TO BE DISCLOSED" and was empty.',
    "She was discussed at MARAC in March, and again at MAPPA in May.",
    "A PNC check was done, and it was clear.",
    "The police information was read out at the meeting.",
    "Adoption was ruled out as a plan.",
    "They hope to adopt, and the adoption panel meets in June.",
    "The adoption of the plan was agreed.",
    "She is a sensitive child and cries easily.",
    "The third party left the pub before the fight began.",
    "We shared the report with her, and she was glad of it.",
    "It was agreed not to share a room on the trip.",
    "Children do not share a bathroom with staff.",
    '"Don\'t tell anyone", he said, "do not share this with your mum."',
    "Professionals only meet when they have to.",
    "She only told professionals.",
    "Intelligence tests were done at school.",
    "He ended the call. Number withheld.",
    "The restricted view from the window upset her.",
    "The conversation was confidential, and she knew it.",
    "Ms Nair explained the limits of confidentiality.",
    "Information was shared with the police under the protocol.",
    "The school agreed to share information with us.",
    "Kay was told that her disclosure would be passed on.",
    "She made a disclosure of neglect to her teacher on Friday.",
    "Disclosure and Barring Service check received.",
    "Third party contact was arranged through the centre.",
    "The claim against the third party's insurers is still open.",
    "We need consent before sharing with third parties.",
    "He has restricted access to his bank account.",
    "Mobility restricted following the accident.",
    "Her diet is restricted to soft foods.",
    "Restricted growth was noted at the 20-week scan.",
    "RESTRICTED MOBILITY",
    "She has been privileged to know them.",
    "The family is privileged and well connected.",
    "Both parents were advised, without prejudice, to see a solicitor.",
    "The anonymous letter was found behind the clock.",
    "Anonymous donors paid for the trip.",
    "The school runs a confidential counselling service.",
    "The confidential waste bin was full.",
    "A confidential inquiry into deaths was published.",
    "He works for a confidential shredding firm.",
    "This report may be shared with the child.",
    "The plan has been shared with the family and they agree.",
    "Not shared with anyone else at the table, the pudding was finished.",
    "Do not share needles.",
    "Please do not share the bath water.",
    "Please do not hesitate to contact me.",
    "Do not release the dog without the lead.",
    "Do not give the children sweets before tea.",
    "The children do not share a father.",
    "Mum and Dad do not disclose their income on the form.",
    "He could not disclose to the court what he had seen.",
    "They should not disclose passwords to anybody.",
    "I must not be late.",
    "Kay must not be left with her uncle.",
    "He is not to be left alone with the child.",
    "Father is not to be given the keys.",
    "Contact is not to be supervised by the mother.",
    "The letter is not to be opened until her birthday.",
    "She is not to be told off in front of others.",
    "Medication: not to be given with milk.",
    "Not for resuscitation",
    "Not for profit organisation",
    "Only professionals attended.",
    "Professionals: P. Nair, J. Lowe",
    "Professionals meeting",
    "Professionals' meeting held 3 May",
    "Staff only entrance",
    "The sign said STAFF ONLY.",
    "Sensitive skin",
    "Sensitive information was discussed and handled well.",
    "Police intelligence suggests nothing of note.",
    "The PNC check came back clear.",
    "MARAC referral made on 3 May.",
    "A MARAC referral was completed and sent.",
    "MAPPA level 2",
    "Adoption",
    "Adoption support was offered.",
    "Adoption order made 3 May 2010.",
    "The prospective adopters' report was read by panel.",
    "Adoption panel minutes are awaited.",
    "The source of the noise was never found.",
    "The referrer was the school.",
    "Referrer: School",
    "Referrer details: Mrs Iqbal, Lanyard Street Academy",
    "The caller gave her name and number.",
    "Her identity is important to her.",
    "Identity",
    "Cultural identity needs are met; details are in the plan.",
    "Details are confidential to the bank.",
    "His name is protected by a court order.",
    "She wants to be private at home.",
    "Kay wishes to be seen alone.",
    "He asked for his details to be kept up to date.",
    "She does not want to be known as Kayleigh.",
    "Kay does not want her mother to know about the tattoo.",
    "Kay asked that her phone is not given to her brother.",
    "This bedroom must not be used by the lodger.",
    "This form must be completed in full.",
    "This document is confidential waste.",
    "These notes are not a full record of the meeting.",
    "All information will be treated as confidential.",
    "All information will be held in confidence in line with the policy.",
    "Confidentiality statement read out by the chair.",
    "Confidentiality",
    "Confidentiality agreement",
    "The chair reminded everyone that the meeting is confidential and that minutes must not be "
    "shared outside the agencies.",
    "The chair read the confidentiality statement: the contents of this meeting are confidential "
    "and should not be shared with anyone not present.",
    "Members are reminded that information shared is confidential to the meeting.",
    "Exempt from school uniform.",
    "Exempt information is not discussed at public committee.",
    "Closed questions were avoided.",
    "Case closed.",
    "Section 47 closed.",
    "Need to know more about the father.",
    "Withheld number called twice.",
    "Mother withheld the remote control from the children.",
    "Remove shoes before entering.",
    "Redacted copy sent to court on 3 May.",
    "The letter was redacted before sharing.",
    "Please keep medicines away from children.",
    "Keep away from children",
    "Keep out of reach of children.",
    "Father may not have contact with the children.",
    "Legal",
    "Legal advice was sought and received.",
    "The Legal Planning Meeting took place.",
    "Counsel's advice is awaited.",
    "Serious harm was considered and ruled out.",
    "The risk of serious harm is low.",
    "Medical confidentiality was respected.",
    "Clinical notes were requested.",
    "Health information",
    "Third sector organisations attend.",
    "The third part of the plan is done.",
    "Third parties were not present.",
    "PERSONAL DETAILS",
    "INFORMATION SHARING",
    "Information sharing and consent",
    "Consent to share information: yes",
    "Consent to share information with third parties: Yes",
    "Do you agree to share information with third parties? Yes",
    "I understand that information may be disclosed to third parties.",
    "PRIVATE",
    "Private fostering notification",
    "Private law proceedings",
    "Personal and private",
    "CONFIDENTIAL COUNSELLING FOR YOUNG PEOPLE",
    "Confidential advice line for carers",
    "For confidential advice ring 0800 1111",
    "RESTRICTED DIET SHEET",
    "RESTRICTED PARKING",
    "RESTRICTED ZONE",
    "Restricted zone",
    # Whom papers are kept from is not whom they are about.
    "Information must not be shared with third parties.",
    "The list is not to be disclosed to the public.",
    "Please do not forward to other agencies.",
    "The confidential documents, as well as the [confidential] documents that we sent, were read.",
    # What happened, and no part of a paper.
    "Restricted access to the flat because of building work",
    "Third party details exchanged after the bump in the car park",
    "12.03.2019 Anonymous referral received",
    "Nobody is to be told off for asking.",
    "Her whereabouts were not known to the police.",
    "Mum must know by Friday.",
    # Things that are not given or shared, and ways that are narrow.
    "Do not give to the family dog.",
    "Do not give to the family dog",
    "Do not give the medicine to the child without food.",
    "Not to be given to Kay: nuts",
    "Not to be given to Kay: ibuprofen. She likes apples.",
    "Not to be shared with other children: cups and towels",
    "Do not give to children under three.",
    "Do not share with the family pet.",
    "Keys not to be given to the tenant until Monday.",
    "LIMITED ACCESS\n\nThe lift is broken, and cars cannot park there.",
    "LIMITED ACCESS: no parking for vans",
    "Restricted access - low bridge",
    "Do not share your password with the family.",
    "Not for children under three",
    "She made me promise not to be late.",
    "Nobody in the house is to smoke.",
    "Mum is not aware of any allergies.",
    "Between us we have three cars.",
    "Mum asked that Kay not be told off.",
    "Kay did not want the teacher told about the homework.",
    "He asked that we are not told how to cook.",
    "Kay asked not to be known as Kayleigh at school.",
]


@pytest.mark.parametrize("text", PROSE)
def test_words_in_prose_and_plain_headings_mark_nothing(text: str) -> None:
    assert found(text) == []
    around = (
        f"FILE NOTE\n\nWe met on Monday at the school.\n\n{text}\n\nWe shall meet again in May."
    )
    assert found(around) == []


def found(text: str) -> list[str]:
    return [text[slice(*f.span)] for f in MarkingDetector().find(Page(1, text), Roster(""))]


@pytest.mark.parametrize(
    "text",
    [
        # How an envelope is addressed: no word about what its reader may have.
        "Northmoor Council\n\nPRIVATE AND CONFIDENTIAL\n\nMs K. Marsh\n14 Coble Lane\n\nDear "
        "Kay,\n\nWe met.",
        "Private & Confidential\nAddressee only\n\nDear Ms Marsh,\n\nThank you for your letter.",
        "CONFIDENTIAL\n\nMs K. Marsh\n14 Coble Lane\n\nDear Kay,\n\nThank you for coming.",
        "Private and confidential. To Mrs Nair, Children’s Services.\n\nKay came on Monday.",
        "STRICTLY PRIVATE AND CONFIDENTIAL\nMinutes of the review\n\nKay came.",
        # How a paper is handled and sent.
        "OFFICIAL – SENSITIVE (PERSONAL)\nFile note\n\nKay came.",
        "OFFICIAL-SENSITIVE\nFile note\n\nKay came.",
        "OFFICIAL: SENSITIVE – PERSONAL\n\nKay came.",
        "NOT PROTECTIVELY MARKED\n\nStatement of a witness",
        "RESTRICTED (when complete)\n\nStatement of a witness",
        "Statement\nRESTRICTED WHEN COMPLETE\n\nHe came.",
        # Forms.
        "FOR OFFICE USE ONLY\nReceived: 3 May",
        "Third party information: None\nLegally privileged? No\nRestricted: no\n",
        "Third party details: N/A",
        "Confidential: No",
        "Date\tEvent\tConfidential\n1 May\tA visit\tNo\n2 May\tA call\tNo",
        "Disclosure:\nShe said that he hit her.",
        "Does the referrer wish to remain anonymous? N",
        "Referrer wishes to remain anonymous (Y/N): N",
        "Third party information\nNone",
        "Anonymous referrer (Y/N)\nN",
        "Restricted access: N",
        # What rows of a chronology tell.
        "Date | Event | Source\n1 May | Anonymous referral: shouting at night | MASH\n2 May | "
        "Visit | SW",
        "1 May | PNC checks requested | SW\n2 May | MARAC referral | IDVA",
        "1 May | Third party contact arranged | SW\n2 May | Visit | SW",
        "1 May | Confidential counselling offered | School\n2 May | Visit | SW",
    ],
)
def test_letterheads_classifications_and_forms_mark_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "disclaimer",
    [
        "This e-mail is confidential and intended for the addressee.",
        "This email and any attachments are confidential and may be legally privileged. If you "
        "have "
        "received this message in error please delete it and tell the sender.",
        "CONFIDENTIALITY NOTICE: this message is intended only for the recipient and must not be "
        "disclosed to any third party. If you received it in error, please delete it.",
        "CONFIDENTIAL: This message is intended solely for the addressee. If you are not the "
        "intended "
        "recipient, you must not copy, share or disclose it to anyone.",
        "The information in this e-mail is confidential and should not be disclosed to third "
        "parties. "
        "It is intended for the recipient alone. If you have received it in error, tell the "
        "sender.",
        "LEGALLY PRIVILEGED AND CONFIDENTIAL\nThe contents of this email are intended for the "
        "addressee only. If you have received it in error please delete it.",
        "The contents of this e-mail are confidential. Do not forward to third parties.",
        "This email is confidential and must not be shared with any third party.",
        "This message contains confidential information and is for the named recipient only. Do "
        "not "
        "share it with third parties.",
        "This email may contain third party information. Please treat it with care.",
        "If this has reached you by mistake please destroy it. It may hold confidential or third "
        "party information and must not be passed on.",
        "Disclaimer: The content of this message may be privileged. Any unauthorised use is "
        "prohibited.",
    ],
)
def test_what_machines_put_below_every_message_marks_nothing(disclaimer: str) -> None:
    mail = f"From: P. Nair\nTo: J. Lowe\nSubject: Monday\n\nKay came in.\n\nPriya\n\n{disclaimer}"
    assert found(mail) == []
    assert found(disclaimer) == []


def test_a_marking_for_the_family_is_one_even_beside_a_disclaimer() -> None:
    text = (
        "Kay came in.\n\nNot to be disclosed to service user: her aunt is ill.\n\n"
        "This email is confidential. If you have received it in error, delete it."
    )
    assert found(text) == ["Not to be disclosed to service user: her aunt is ill."]


def test_what_a_court_reports_of_papers_in_the_past_is_no_marking() -> None:
    assert found("The documents could not be disclosed to the applicant, the court said.") == []
    assert found("These documents were not disclosed to the applicant.") == []
