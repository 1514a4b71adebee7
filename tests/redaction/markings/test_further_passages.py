"""How offices, carers and relatives kept more passages back, each with how far it reaches."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

SETTLED = "Kay is settled at school and sees her friends."


def asked(text: str) -> list[tuple[str, str]]:
    """Return what is asked about in a text, and as what."""
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return [(f.kind, text[slice(*f.span)]) for f in found]


def marked(text: str) -> list[str]:
    return [words for kind, words in asked(text) if kind == "marking"]


def check(told: str) -> None:
    passages = [piece.partition("⟧")[0] for piece in told.split("⟦")[1:]]
    assert marked(told.replace("⟦", "").replace("⟧", "")) == passages


def mail(subject: str, body: str) -> str:
    return (
        "From: Will <will@humber.example>\nTo: Grace May <grace@humber.example>\n"
        f"Date: Mon, 18 May 2015 10:00:00 +0100\nSubject: {subject}\n\n{body}"
    )


LEAD_INS = [
    "⟦The following is supplied on the understanding that the patient does not learn that I"
    " supplied it.\nHe has asked for codeine early on nine occasions.⟧",
    "⟦In strict confidence, and on the footing that it goes no further than yourself, she was"
    " treated for hepatitis C in 2018.⟧",
    "⟦What she told me next she does not want Kay ever to read: she regrets the adoption.⟧",
    "⟦Do not disclose the next sentence. Her aunt has a black eye.⟧ Kay likes chips.",
    "⟦This paragraph must be blacked out before the file is seen. Her aunt has a black eye.⟧",
    "⟦Handling: the paragraph that follows is not for onward dissemination outside the MASH.\n"
    "A source has said that he means to move the drugs to a cousin's.⟧",
    "⟦Police ask that this does not come to the attention of the suspect: the flat is watched.⟧",
    "⟦Everything above this line may be shared; everything below it may not.\n-----\n"
    "Her aunt has a black eye.\nShe drinks.⟧",
]
LABELS = [
    "⟦Off record: her aunt drinks, and a cleaner found the bottles in the shed.⟧",
    "⟦Withhold if file requested. Her aunt drinks, and a cleaner found the bottles.⟧",
    "⟦Redact on disclosure: her aunt drinks, and a cleaner found the bottles.⟧",
    "⟦EMBARGOED until after the hearing: her aunt is to be arrested on Monday.⟧",
    "⟦!!! SENSITIVE - SW ONLY !!! Her aunt drinks, and a cleaner found the bottles.⟧",
    "⟦Not 4 disclosure - her aunt drinks, and a cleaner found the bottles.⟧",
    "⟦n.t.b.d. Her aunt drinks, and a cleaner found the bottles.⟧",
    "⟦Not on the open file: her aunt drinks, and a cleaner found the bottles.⟧",
    "⟦Held in the restricted part of the file at the request of the informant: he plays darts"
    " with the uncle.⟧",
    "⟦Head's eyes: her aunt is a cousin of the cook's and may know who he is.⟧",
    "⟦Office note. Hold back till he is 18. The second sheet, in which she writes of the"
    " father, was taken out by me.⟧",
    "⟦2014: [s.115 info, third party, exempt] Aunt reports to police that her brother has hurt"
    " girls.⟧",
    "⟦4. Addendum, sealed by order of the judge: she is giving evidence for the Crown.⟧\n"
    "5. I recommend that placement orders be made.",
    "⟦Dim i'w ddatgelu: mae ei modryb yn yfed, ac mae pawb yn gwybod.⟧",
    "⟦Health information withheld from patient on the advice of the consultant: the scan was"
    " not clear.⟧",
    "⟦Medical adviser's comment: Gynae history must stay with the medical adviser. Two"
    " terminations, 1995 and 1998.⟧",
    "Time  Note\n0900  Kay up, had toast.\n1000  ⟦NFD> Her aunt rang, drunk. <NFD⟧\n"
    "1100  Kay went to the park.",
]
BEHIND = [
    "⟦Jo is waiting for results; she has had a lump removed.  <-- third party health info, leave"
    " off if file is ever requested⟧",
    "⟦Mel says that the aunt was seen with a black eye (Not for Kay's mother, father or for Kay"
    " when she is big.)⟧",
    "2013-04-01 | Kay | moves to foster care\n"
    "⟦2014-07-02 | Hope | discharges herself with a man <XX RESTRICTED XX>⟧",
    "⟦Her aunt has a black eye and would not say who did it.\nThe above is not to go in the"
    " report.⟧",
]
POINTING = [
    "⟦Note to panel: the non-disclosure request applies to paragraph 3.⟧\n"
    "1. Kay has been well cared for.\n2. She attends school.\n"
    "⟦3. Her aunt is in a refuge in Perth under another name.⟧\n4. An order is recommended.",
    "2. Health. Kay is well.\n⟦3. (This item was minuted separately. Parents not to have sight.)\n"
    "Mrs Lowe said that her aunt had come to the house smelling of drink.⟧\n"
    "4. Contact goes well.",
    "1. Kay is well.\n⟦2. Her aunt has a black eye.\n3. She would not say who did it.⟧\n"
    "4. Kay likes football and chips.\n⟦Paragraphs 2 and 3 not to be disclosed.⟧",
    "Kay is well.\n\n⟦The following two paragraphs are not to be disclosed.\n\nHer aunt has a black"
    " eye.\n\nShe would not say who did it.⟧\n\nKay likes football and chips.",
]
NO_WIDER = [
    "⟦09/01/19 *** NB 3RD PARTY - DO NOT COPY TO MUM *** Mel's dad called in by the office. He"
    " had Kay to sleep. *** END ***⟧\n10/01/19 Visit to school. Kay drew a big boat.",
    "8 Feb   Netball, won 14-9.\n⟦10 Feb  School. Detention. ** private to SW, not to go on the"
    " file Kay can read: I think she is pinching from my purse. **⟧\n11 Feb  Dentist 3.15, very"
    " brave.",
    "- Kay is well.\n⟦- Her aunt has a black eye [not for disclosure]⟧\n- Kay likes football.",
    "4.1 The panel thought Kay delightful.\n⟦4.2 Legal advice was given: the order is sound."
    " (privileged - minute not to be shared)⟧\n4.3 Panel recommended the match.",
    "⟦5. The address at which the children live must not be revealed to the father: it is Ty"
    " Gwyn in Machen.⟧\n6. I believe that the facts stated in this statement are true.",
    "Kay likes football. ⟦Her aunt has a black eye (this sentence is not to be disclosed).⟧ She"
    " starts school on Monday.",
    "⟦[x] Do not show YP\nCarers have said no before because of Tyler, who hurt a girl.⟧\n"
    "[ ] Do not show YP\nThe house is near the canal.",
]


@pytest.mark.parametrize("told", LEAD_INS)
def test_what_a_sentence_leads_in_is_marked(told: str) -> None:
    check(f"{SETTLED}\n\n{told}\n\nShe has new shoes for the spring.")


@pytest.mark.parametrize("told", LABELS)
def test_a_short_label_marks_what_it_opens(told: str) -> None:
    check(f"{SETTLED}\n\n{told}\n\nShe has new shoes for the spring.")


@pytest.mark.parametrize("told", BEHIND)
def test_a_mark_behind_a_passage_covers_it(told: str) -> None:
    check(f"{SETTLED}\n\n{told}\n\nShe has new shoes for the spring.")


@pytest.mark.parametrize("told", POINTING)
def test_a_mark_covers_the_paragraphs_that_it_counts(told: str) -> None:
    check(f"{SETTLED}\n\n{told}\n\nShe has new shoes for the spring.")


@pytest.mark.parametrize("told", NO_WIDER)
def test_a_mark_reaches_no_further_than_its_item(told: str) -> None:
    check(f"{SETTLED}\n\n{told}\n\nShe has new shoes for the spring.")


@pytest.mark.parametrize(
    "subject",
    [
        "Kay - for your eyes only",
        "Kay - for you alone",
        "[Withhold] visit",
        "Please delete after reading",
    ],
)
def test_a_subject_that_keeps_its_message_back_covers_it(subject: str) -> None:
    body = "Hi Grace\n\nShe has a black eye and would not say who did it.\n\nWill"
    text = mail(subject, body)
    assert marked(text) == [text[text.index("Subject:") :]]


def test_who_is_asked_to_keep_a_message_to_themselves_marks_it() -> None:
    body = (
        "Hi Grace\nShe has a black eye and would not say who did it. Can you keep this to"
        " yourself?\nKay likes chips.\nWill"
    )
    text = mail("visit", body)
    found = "".join(marked(text))
    assert "She has a black eye and would not say who did it. Can you keep this to" in found


@pytest.mark.parametrize(
    "subject",
    ["Kay - for you", "Visit - for your diary only", "Please reply after reading", "Kay alone"],
)
def test_a_subject_that_keeps_nothing_back_marks_nothing(subject: str) -> None:
    assert marked(mail(subject, "Hi Grace\n\nThe visit went well and Kay ate.\n\nWill")) == []


@pytest.mark.parametrize("sep", [" | ", "\t"])
def test_a_column_that_is_headed_as_withheld_covers_each_of_its_cells(sep: str) -> None:
    rows = [
        ["Day", "What happened", "Carer's private note (not shared with child)"],
        ["Mon", "Kay made samosas with me", "My hip is bad and I am on the waiting list"],
        ["Tue", "School, homework, bed", "-"],
        ["Wed", "Saw her mum", "Her aunt had a black eye and asked me not to say"],
    ]
    text = "LOG\n\n" + "\n".join(sep.join(row) for row in rows) + "\n\nKay has new shoes."
    found = marked(text)
    for row in (rows[1], rows[3]):
        assert any(row[2] in words for words in found)
        assert not any(row[1] in words for words in found)
    assert not any("new shoes" in words for words in found)


@pytest.mark.parametrize(
    ("told", "secrets", "open_words"),
    [
        (
            "Does the referrer consent to being named? ☐ Yes  ☒ No\n"
            "Referrer: the lady at the launderette\nConcern: Kay had no shoes.",
            ["the lady at the launderette"],
            ["no shoes"],
        ),
        (
            "Referrer: neighbour (anon)      Relationship to child: lives upstairs, her son is in"
            " his class\nConsent to name? No\nConcern: Kay plays out until midnight.",
            ["neighbour (anon)", "lives upstairs, her son is in his class"],
            ["until midnight"],
        ),
        (
            "Neighbour at 86 rang. Does not want the family to know it is her.",
            ["Neighbour at 86 rang"],
            [],
        ),
        (
            "Neighbour at 86 rang. Doesnt want the family to know its her.",
            ["Neighbour at 86 rang"],
            [],
        ),
        (
            "I promised the lad who told me that I'd never say it was him. He plays in goal for"
            " the Rovers and lives on Kay's street.",
            ["He plays in goal for the Rovers"],
            [],
        ),
        (
            "Whistle-blower (night staff at the unit, started in June) reports that Kay was"
            " locked in.",
            ["night staff at the unit, started in June"],
            [],
        ),
        (
            "Crimestoppers log: information from a person whose identity is protected. He drinks"
            " in the same pub as the father.",
            ["He drinks in the same pub as the father"],
            [],
        ),
        (
            "Referrer: Adult female, teaches at the mosque school\nIdentity of the referrer must"
            " under no circumstances be passed on to the family.\n\nKay, 9, has been seen with"
            " bruising to both arms.\n\nAdvice given. Referral accepted at 11:20.",
            ["Adult female, teaches at the mosque school"],
            ["bruising to both arms", "Advice given"],
        ),
    ],
)
def test_who_spoke_in_trust_is_asked_about_and_nothing_else(
    told: str, secrets: list[str], open_words: list[str]
) -> None:
    found = [words for _, words in asked(f"{SETTLED}\n\n{told}\n\nShe has new shoes.")]
    for secret in secrets:
        assert any(secret in words for words in found)
    for words in open_words:
        assert not any(words in one for one in found)


@pytest.mark.parametrize(
    "told",
    [
        'He asked for the marking policy: "not to be disclosed" is written on the front of'
        " restricted files.",
        "[ ] Do not show YP\nThe house is near the canal and on the 662 bus.",
        "Does the referrer consent to being named? ☒ Yes  ☐ No\nReferrer: the school",
        "Off record player: the old one in the loft.",
        "Hold the door back till he is through.",
        "Please delete the old number from your phone.",
        "Can you keep this Tuesday free?",
        "What she told me next was that she wants Kay to read more: she likes books.",
        "Paragraphs 2 and 3 are to be read by all.",
        "Everything above this line may be shared; everything below it may be shared too.",
        "Whistle-blower training took place in June.",
        "Redact on the bus: he left the pen there.",
    ],
)
def test_what_keeps_nothing_back_marks_nothing(told: str) -> None:
    assert asked(f"{SETTLED}\n\n{told}\n\nShe has new shoes for the spring.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Day | What happened | Private lessons\nMon | Kay baked a cake | The piano with Mrs Lowe at"
        " four\n",
        "Tenure | Private | Council\nHomes | 12 | 30\n",
        "Room | Restricted diet | Notes\nBlue | No nuts at all | Kay likes pears\n",
        "Consent to photographs? No\nReferrer: the school\n",
        "Referrer consent to name: Yes\nReferrer details: the school on the corner\n",
        "Whistle-blower (policy, 2016) was read by all staff.\n",
        "Kay does not want the school to know it is raining.\n",
    ],
)
def test_columns_and_fields_that_keep_nothing_back_mark_nothing(text: str) -> None:
    assert asked(f"{SETTLED}\n\n{text}\nShe has new shoes.") == []


@pytest.mark.parametrize(
    "told",
    [
        "Views of the child\nKay would like a dog and a bigger room.\n"
        "⟦Third party information - not for release\nHer aunt has a black eye. She drinks.⟧\n"
        "Plan\nVisit on Monday.",
        "Child's views\n\nKay likes dogs.\n\n⟦Third party information - not for release\n\n"
        "Her aunt drinks.⟧\n\nPlan\n\nVisit on Monday.",
    ],
)
def test_a_marked_part_among_parts_reaches_to_the_next_title(told: str) -> None:
    check(told)


def test_whose_identity_is_kept_back_at_a_papers_head_is_a_line_and_not_the_paper() -> None:
    text = (
        "Referrer: Adult female, teaches at the mosque school\nIdentity of the referrer must under"
        " no circumstances be passed on to the family.\n\nKay, 9, has been seen with bruising to"
        " both arms.\n\nAdvice given. Referral accepted at 11:20."
    )
    found = [words for _, words in asked(text)]
    assert any("teaches at the mosque school" in words for words in found)
    assert any("Identity of the referrer" in words for words in found)
    assert not any("bruising" in words or "Advice given" in words for words in found)
