"""The shapes in which people of the roster are written, and what follows from each."""

import re
from datetime import date

import pytest

from conformance.detectors import Detection, DetectorContract
from recordkeeping.disclosure.findings import Finding, Page, Propose, Strength
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.roster.detector import RosterDetector

CHILD = Person("p1", "Kayleigh Ann Marsh", Standing.SUBJECT, born=date(2009, 3, 15))
UNCLE = Person("p2", "Darren Quaxley", relation="uncle")
AUNT = Person("p3", "Michelle Quaxley", relation="aunt", aliases=("n\u00e9e Brindlow",))
NAN = Person("p4", "Patricia Dobbs", relation="grandmother")
WORKER = Person("p5", "Rebecca Illingworth", Standing.PROFESSIONAL, "social worker")
FRIEND = Person("p6", "Mohammed Hussain", relation="friend")
SISTER = Person("p7", "May Brink", relation="sister")
FAMILY = Roster("p1", (CHILD, UNCLE, AUNT, NAN, WORKER, FRIEND, SISTER))


def found(text: str, roster: Roster = FAMILY) -> list[Finding]:
    """Return what is found, in the order of the text."""
    return sorted(RosterDetector().find(Page(1, text), roster), key=lambda f: f.span)


def seen(text: str, roster: Roster = FAMILY) -> list[tuple[str, str, str | None]]:
    """Return the words, the proposal and who alone is meant."""
    return [(text[slice(*f.span)], f.propose.value, f.person) for f in found(text, roster)]


@pytest.mark.parametrize(
    ("text", "words", "propose", "person"),
    [
        ("with Daz after school", "Daz", "redact", "p2"),
        ("Daz Quaxley rang", "Daz Quaxley", "redact", "p2"),
        ("she saw shell and Shell", "Shell", "redact", "p3"),
        ("Trish Dobbs", "Trish Dobbs", "redact", "p4"),
        ("with Nanny Pat", "Pat", "redact", "p4"),
        ("and Mo came", "Mo", "redact", "p6"),
        ("Muhammad Hussain", "Muhammad Hussain", "redact", "p6"),
        ("Muhammad Hussein", "Hussein", "redact", "p6"),
        ("her friend mohamed", "mohamed", "redact", "p6"),
        # A nickname of a professional may be anybody's, and one of the subject too.
        ("with Bex today", "Bex", "ask", "p5"),
        ("Becky Illingworth", "Becky Illingworth", "ask", "p5"),
        ("with Kay today", "Kay", "ask", "p1"),
        # What somebody was called before is a name of theirs in every shape.
        ("Michelle Brindlow", "Michelle Brindlow", "redact", "p3"),
        ("then Ms Brindlow said", "Ms Brindlow", "redact", "p3"),
        ("M. Brindlow", "M. Brindlow", "redact", "p3"),
        # Couples, families, and two people before one surname.
        ("met Mr and Mrs Dobbs", "Mr and Mrs Dobbs", "redact", "p4"),
        ("the Dobbses came", "Dobbses", "redact", "p4"),
        ("the Brink family", "Brink", "redact", "p7"),
        # Addresses, handles and names of files.
        ("to darrenq@example.org", "darrenq", "redact", "p2"),
        ("to dquaxley84@example.org", "dquaxley", "redact", "p2"),
        ("on @quaxleydarren", "quaxleydarren", "redact", "p2"),
        ("see Quaxley_visit.docx", "Quaxley", "redact", None),
        # Two letters may be anything.
        ("with D.Q. today", "D.Q.", "ask", "p2"),
        ("with DQ today", "DQ", "ask", "p2"),
    ],
)
def test_a_person_is_found_in_every_shape(
    text: str, words: str, propose: str, person: str | None
) -> None:
    assert (words, propose, person) in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "dq and d.q. and Dq",
        "QDQ DQ1 form DQ 12",
        "REPORT ON DQ VISIT",
        "gas bill, seashells, a shell, no mo",
        "In 3 May 2019 and on the 2nd of May and May 4",
        "Daze, dazzled, Pattern, Shellfish, Moment",
        "SW, HV, GP, PC and PA met",
    ],
)
def test_what_only_looks_like_a_shape_of_a_name_is_none(text: str) -> None:
    assert seen(text) == []


SPENCER = Person("p8", "Spencer Wragg", relation="neighbour")
IDA = Person("p9", "Ida Tunstall", relation="aunt")
PAM = Person("p10", "Pam Rudge", relation="grandmother")
DOT = Person("p11", "Dot Coyle", relation="aunt")
IN_SHORT = Roster("p1", (CHILD, SPENCER, IDA, PAM, DOT))


@pytest.mark.parametrize(
    "text",
    [
        "SW to follow up. HV has no concerns.",
        "Spencer Wragg told the SW that he had left.",
        "Spencer rang. Her SW and an allocated SW met him.",
        "Spencer Wragg (neighbour) rang Karen Holt (SW).",
        "Spencer was out when SW Karen Holt came.",
        "SW = social worker. Spencer is a neighbour.",
        "Mum has PR. PR is shared with Dad.",
        "IT is down again, and so is the phone.",
        "SEEN BY SW TODAY",
        "Spencer Wragg moved in.\n\nSW caseload 24.",
        "SW rang and SW is off sick. The DC is not invited. DC Dunn rang.",
        "Her SW moved away.",
    ],
)
def test_what_stands_for_a_post_is_nobodys_initials(text: str) -> None:
    assert [words for words, _, _ in seen(text, IN_SHORT) if words.isupper()] == []


@pytest.mark.parametrize(
    ("text", "words", "person"),
    [
        ("SW = Spencer Wragg. SW = social worker.", "SW", "p8"),
        ("Spencer Wragg (SW) was in the flat.", "SW", "p8"),
        ("SW (Spencer Wragg) was in the flat.", "SW", "p8"),
        ("SW next to the house is Spencer.", "SW", "p8"),
        ("Spencer Wragg signed the book as SW.", "SW", "p8"),
        ("On the rota is Spencer Wragg, and SW again on Friday.", "SW", "p8"),
        ("Seen by S.W. at the gate", "S.W.", "p8"),
        ("breakfast for KM and SW", "SW", "p8"),
        ("SW hit her on the arm.", "SW", "p8"),
        ("SW is her uncle.", "SW", "p8"),
        ("She lives with SW.", "SW", "p8"),
        ("SW's girlfriend was there.", "SW", "p8"),
        ("DC is not invited.", "DC", "p11"),
        ("visits with IT on Fridays", "IT", None),
        ("visits with I.T. on Fridays", "I.T.", "p9"),
        ("P.R. came to the door", "P.R.", "p10"),
        ("Pam Rudge (PR) came to the door", "PR", "p10"),
    ],
)
def test_initials_that_are_a_post_too_are_somebodys_where_the_paper_says_so(
    text: str, words: str, person: str | None
) -> None:
    expected = [(words, "ask", person)] if person else []
    assert [one for one in seen(text, IN_SHORT) if one[0] == words] == expected


WORDS = Roster(
    "p1",
    (
        CHILD,
        Person("p8", "Will Power", relation="mother's partner"),
        Person("p9", "Faith Field", relation="friend"),
        Person("p10", "Rich Marling", relation="uncle"),
        Person("p11", "Mark Young", relation="friend"),
    ),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[18/5/20, 14:10] faith: soz just seen this", "faith"),
        ("18/08/2021 16:31 - mark: wake up", "mark"),
        ("mark (15:02): wake up", "mark"),
        ("mark > wot time", "mark"),
        ("Kian > will saw us by the bins", "will"),
        ('She told her teacher that "will hurt mum" again.', "will"),
        ('He talks about "rich" at night.', "rich"),
        ("nobody tells me owt. will has nothing to do with it", "will"),
        ("tc from mum, met faith at contact", "faith"),
    ],
)
def test_a_name_that_is_a_word_is_seen_in_small_letters_where_people_write_so(
    text: str, words: str
) -> None:
    assert [(w, p) for w, p, _ in seen(text, WORDS)] == [(words, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "I will mark it, with faith and hope.",
        "[18/5/20, 14:10] Mum: i mark it",
        "The pupils were rich in ideas; none will say so.",
        "price mark: 40 per cent",
        "Met in good faith. Will you mark it?",
    ],
)
def test_a_word_in_small_letters_is_nobody_in_other_places(text: str) -> None:
    assert [w for w, _, _ in seen(text, WORDS) if w.islower()] == []


def test_once_a_paper_says_whose_letters_they_are_every_other_place_asks_too() -> None:
    text = "SW = Spencer Wragg.\n\nMum rang.\n\nThen SW came. The SW was told."
    assert [words for words, propose, _ in seen(text, IN_SHORT) if propose == "ask"] == ["SW", "SW"]


def test_initials_that_are_short_for_something_need_their_points_or_a_persons_place() -> None:
    neil = Roster("p1", (CHILD, Person("p9", "Neil Eddowes", relation="uncle")))
    text = "NE of the town, with N.E. today; give it to NE"
    assert seen(text, neil) == [("N.E.", "ask", "p9"), ("NE", "ask", "p9")]


def test_initials_leave_out_the_small_words_of_a_name() -> None:
    rhys = Roster("p1", (CHILD, Person("p9", "Llyr ap Rhys"), Person("p7", "Orla O'Shea")))
    assert [words for words, _, _ in seen("L.R. and LAR met OOS", rhys)] == ["L.R.", "LAR", "OOS"]


def test_a_reason_tells_how_a_name_came_about_and_never_the_name() -> None:
    roster = Roster("p1", (*FAMILY.people, Person("q", "Dee Ann Quill")))
    texts = (
        "with Daz today",
        "with Mo today",
        "Muhamed rang",
        "Quaxly rang",
        "Illingwerth rang",
        "with Bex today",
        "with DQ today",
        "seen by DAQ",
    )
    reasons = {text: finding.because for text in texts for finding in found(text, roster)}
    assert reasons == {
        "with Daz today": "nickname of a third party (uncle)",
        "with Mo today": "nickname of a third party (friend)",
        "Muhamed rang": "name in another spelling of a third party (friend)",
        "Quaxly rang": "misspelt name shared by 2 third parties",
        "Illingwerth rang": "misspelt name that may be a professional's (social worker)",
        "with Bex today": "nickname that may be a professional's (social worker)",
        "with DQ today": (
            "two letters that may be short for anything, or initials shared by 2 third parties"
        ),
        "seen by DAQ": "initials of a third party",
    }


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("Darren Quaxley", Strength.WHOLE),
        ("Daz Quaxley", Strength.NAMED),
        ("Mr Quaxley", Strength.NAMED),
        ("D Quaxley", Strength.NAMED),
        ("Darren", Strength.PART),
        ("Daz", Strength.PART),
        ("with DQ", Strength.PART),
        ("Quaxly", Strength.ALIKE),
    ],
)
def test_only_a_listed_name_of_several_words_is_whole(text: str, strength: Strength) -> None:
    assert [f.strength for f in found(text)] == [strength]


def test_a_name_that_is_a_word_asks_where_its_capital_says_nothing() -> None:
    text = "They left. May came. With May, in May, on 3 May; she may. Auntie may too.\nMay\n"
    assert seen(text) == [
        ("May", "ask", "p7"),
        ("May", "redact", "p7"),
        ("May", "redact", "p7"),
    ]


def test_a_name_that_is_a_rarer_word_asks_in_small_letters() -> None:
    assert seen("on the brink; with auntie brink; Brink") == [
        ("brink", "ask", "p7"),
        ("brink", "redact", "p7"),
        ("Brink", "redact", "p7"),
    ]


def test_where_people_write_names_in_small_letters_a_word_is_asked_about() -> None:
    grace = Roster("p1", (CHILD, Person("p2", "Grace Field", relation="sister")))
    text = "by the grace of it\n[19:24] Nia: stay at grace tonite\nSee field-grace_notes.docx"
    assert seen(text, grace) == [
        ("grace", "ask", "p2"),
        ("field", "ask", "p2"),
        ("grace", "ask", "p2"),
    ]


def test_the_subjects_own_name_stays_though_it_is_a_word() -> None:
    grace = Roster("p1", (Person("p1", "Grace Hope Marsh", Standing.SUBJECT), UNCLE))
    assert seen("They left. Grace came with Grace Marsh.", grace) == [
        ("Grace", "show", "p1"),
        ("Grace Marsh", "show", "p1"),
    ]


def test_the_family_of_the_subject_is_no_secret_to_them() -> None:
    dean = Person("p2", "Dean Marsh", relation="father")
    roster = Roster("p1", (CHILD, dean))
    text = "The Marsh family, the Marshes, Marshes and Mr Marsh's car; Marsh."
    assert seen(text, roster) == [
        ("Marsh", "show", None),
        ("Marshes", "show", None),
        ("Marshes", "ask", None),
        ("Mr Marsh", "redact", "p2"),
        ("Marsh", "ask", None),
    ]
    assert found(text, roster)[0].because == "the name of a family, which is the subject's own"


def test_a_listed_name_is_read_with_its_title_its_order_and_what_stands_beside_it() -> None:
    roster = Roster(
        "p1",
        (
            CHILD,
            Person("p2", "QUAXLEY, Darren", relation="uncle"),
            Person("p3", 'Tracy "Trace" Voss (n\u00e9e Brindlow)', relation="mother"),
            Person("p4", "Mr Henry Okonjo Snr", relation="neighbour"),
        ),
    )
    text = "Darren Quaxley, Mr Quaxley, with Trace Voss, Tracy Brindlow, Henry Okonjo, H Okonjo"
    assert seen(text, roster) == [
        ("Darren Quaxley", "redact", "p2"),
        ("Mr Quaxley", "redact", "p2"),
        ("Trace Voss", "redact", "p3"),
        ("Tracy Brindlow", "redact", "p3"),
        ("Henry Okonjo", "redact", "p4"),
        ("H Okonjo", "redact", "p4"),
    ]


def test_a_name_of_many_words_is_found_by_any_of_its_beginnings() -> None:
    roster = Roster(
        "p1",
        (
            Person("p1", "Yan Ting Lian Ng", Standing.SUBJECT),
            Person("p2", "Arjun Imran Farah Ali", relation="half-brother"),
            Person("p3", "Orla Aoife Day-Pickering", relation="cousin"),
            Person("p4", "Folasade Adeyemi", Standing.PROFESSIONAL, "nurse"),
        ),
    )
    text = (
        "NG, Yan Ting; Yan Ting; Arjun Farah Ali, ArjunFarah Ali, with AIF; "
        "Miss Day and OrlaDay; Mrs Folasade Adeyemi"
    )
    assert seen(text, roster) == [
        ("NG, Yan Ting", "show", "p1"),
        ("Yan Ting", "show", "p1"),
        ("Arjun Farah Ali", "redact", "p2"),
        ("ArjunFarah Ali", "redact", "p2"),
        ("AIF", "redact", "p2"),
        ("Miss Day", "redact", "p3"),
        ("OrlaDay", "redact", "p3"),
        ("Mrs Folasade Adeyemi", "show", "p4"),
    ]


def test_a_home_that_the_subject_shares_is_shown_and_told() -> None:
    home = ("14 Coble Lane, Northmoor NM1 2AB",)
    child = Person(
        "p1", "Kayleigh Marsh", Standing.SUBJECT, addresses=home, phones=("01632 960001",)
    )
    mother = Person("p2", "Tracy Voss", addresses=home, phones=("01632 960001", "01632 960002"))
    text = "14 Coble Lane, call 01632 960001 or 01632 960002"
    shown, called, other = found(text, Roster("p1", (child, mother)))
    assert (shown.propose.value, shown.because) == (
        "show",
        "the subject's own address, which others share",
    )
    assert (called.propose.value, other.propose.value) == ("show", "redact")


class TestRosterDetector(DetectorContract):
    @pytest.fixture
    def detection(self) -> Detection:
        return Detection(
            RosterDetector(),
            FAMILY,
            "With Daz, Mr Quaxley and Nanny Pat met Quaxly. with DQ",
            ("Daz", "Mr Quaxley", "Pat", "Quaxly", "DQ"),
            "The social worker visited the house on 3 May.",
        )


@pytest.mark.parametrize("name", ["S Cook", "Gareth S", "S. Cook", "O S Cook", "K. S."])
def test_a_letter_of_a_name_is_nobodys_name_by_itself(name: str) -> None:
    roster = Roster("p1", (Person("p1", "Kayleigh Marsh"), Person("p2", name)))
    text = "It is an adult\u2019s work. S came, and the A team; o, s. K"
    assert list(RosterDetector().find(Page(1, text), roster)) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("She slept at Heather\nCottage and hid at Fernlea.", ["Heather\nCottage", "Fernlea"]),
        ("He moved to Coombe Rd, near mill lane.", ["Coombe Rd", "mill lane"]),
        ("Seen on Tannery Road outside number 118", ["Tannery Road"]),
        # Everybody has one, and the subject lives in this one too; a school is nobody's home.
        ("on the High Street in Upper Wending, and on Bell Row", []),
        ("at Coombe Road Primary School", []),
        # No figures tell which house, and no capital that it is one.
        ("the fernlea grew in Pendlewick", []),
    ],
)
def test_the_street_of_somebody_elses_home_is_asked_about(text: str, asked: list[str]) -> None:
    roster = Roster(
        "p1",
        (
            Person("p1", "Tamsin Birchall", addresses=("2 Bell Row, Pendlewick PK2 1TD",)),
            Person("p2", "Rose Hodgkiss", addresses=("Heather Cottage, Mill Lane, Upper Wending",)),
            Person("p3", "Beth Cray", addresses=("Fernlea, 14 Coombe Road, Pendlewick PK3 1AA",)),
            Person("p4", "Gary Moss", addresses=("Flat 3, 118 Tannery Road, Pendlewick PK1 9QQ",)),
            Person("p5", "Ola Day", addresses=("7 High Street, Pendlewick", "9 Bell Row")),
            Person("p6", "Priya Nair", Standing.PROFESSIONAL, addresses=("1 Bell Row",)),
        ),
    )
    assert [(words, propose) for words, propose, _ in seen(text, roster)] == [
        (words, "ask") for words in asked
    ]


@pytest.mark.parametrize(
    "text",
    ["080279", "08021979", "ref 19790208", "the eighth of February 1979", "Eighth February 1979"],
)
def test_a_listed_birth_is_found_in_figures_alone_and_in_words(text: str) -> None:
    roster = Roster(
        "p1", (Person("p1", "Al Om"), Person("p2", "Rose Birch", born=date(1979, 2, 8)))
    )
    assert [(propose, person) for _, propose, person in seen(text, roster)] == [("redact", "p2")]
    assert seen("0802791 and 20802792", roster) == []


def test_a_listed_birth_is_found_in_words_whatever_its_day() -> None:
    for day, said in (
        (21, "twenty-first"),
        (30, "thirtieth"),
        (12, "twelfth"),
        (31, "thirty first"),
    ):
        roster = Roster("p1", (Person("p1", "Al"), Person("p2", "Bo Li", born=date(1979, 1, day))))
        assert len(seen(f"{said} of January 1979", roster)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "10.02.23: «CO» not well, so Mum collected.",
        "10 May 2021  «MR» seen in the precinct",
        "Quiet night. All in.   «CO»\n",
        "Keys and float checked. «CO»/«MR»",
    ],
)
def test_who_signs_or_begins_an_entry_may_be_somebody_though_it_is_short_for_more(
    text: str,
) -> None:
    people = (Person("p1", "Al"), Person("p2", "Cara Orr"), Person("p3", "Mo Rix"))
    plain = text.replace("\u00ab", "").replace("\u00bb", "")
    asked = [(words, propose) for words, propose, _ in seen(plain, Roster("p1", people))]
    assert asked == [(words, "ask") for words in re.findall("\u00ab(.*?)\u00bb", text)]


def test_what_ends_an_entry_and_is_nobody_stays() -> None:
    people = (Person("p1", "Al"), Person("p2", "Nora Fay Ash"), Person("p3", "Cara Orr"))
    assert (
        seen(
            "Visit done. NFA\nThe CO of the club. MR and CT scans. By CO law", Roster("p1", people)
        )
        == []
    )


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Peyton Marsh", "Pey"),
        ("Damian Marsh", "Damo"),
        ("Clementine Marsh", "Clemmie"),
        ("Marsaili Marsh", "Maz"),
        ("Stanislaw Marsh", "Stanno"),
    ],
)
def test_a_name_that_no_list_has_is_found_in_short(name: str, short: str) -> None:
    roster = Roster("p1", (CHILD, Person("p9", name, relation="cousin")))
    assert [words for words, _, _ in seen(f"He was out with {short} again.", roster)] == [short]


@pytest.mark.parametrize("name", ["Summer Quill", "Irina Quill", "Theodore Quill", "Herman Quill"])
def test_no_word_of_english_and_no_post_is_a_name_in_short(name: str) -> None:
    roster = Roster("p1", (CHILD, Person("p9", name, relation="cousin")))
    assert seen("The sum was paid to her by the IRO.", roster) == []


def test_a_middle_name_goes_with_a_surname_that_stands_first() -> None:
    text = "Nominal 2: QUAXLEY, Darren Paul 14/02/1980"
    assert [words for words, _, _ in seen(text)] == ["QUAXLEY, Darren Paul"]
    own = "Child: MARSH, Kayleigh Beth (15/03/2009)"
    assert ("MARSH, Kayleigh Beth", "ask", "p1") in seen(own)


@pytest.mark.parametrize(
    "text",
    [
        "re: Kayleigh Marsh d.o.b. 15/03/2009",
        "Name KAYLEIGH MARSH b. 15 March 2009",
        "The post came for Kayleigh Marsh, I have not opened it.",
    ],
)
def test_what_stands_behind_a_name_is_no_letter_of_another_person(text: str) -> None:
    roster = Roster("p1", (CHILD, Person("p9", "Deborah Ivy Marsh"), Person("p10", "Ben Marsh")))
    assert [propose for _, propose, id in seen(text, roster) if id != "p1"] == []


SURE = Person("p11", "Lola-Rose Cragg", Standing.PROFESSIONAL, "social worker")
DEAD = Person("p12", "Kevin Quaxley", relation="grandfather", policy=Propose.SHOW, why="died")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A middle name that no roster lists, behind a first name with a hyphen.
        ("with Lola-Rose Clementine Cragg today", ("Lola-Rose Clementine Cragg", "ask", "p11")),
        # It may be somebody's first name, and what is behind it their whole name.
        ("told that Darren Kevin Quaxley is here", ("Darren Kevin Quaxley", "ask", None)),
        ("Is QUAXLEY, Darren Kevin NHS 943 the same?", ("QUAXLEY, Darren Kevin", "redact", "p2")),
        ("QUAXLEY, Darren Paul \u2013 page 2", ("QUAXLEY, Darren Paul", "redact", "p2")),
        ("MARSH, Kayleigh Beth with Ola", ("MARSH, Kayleigh Beth", "ask", "p1")),
        ("Record: MARSH, Kayleigh Beth March 15, 2009", ("MARSH, Kayleigh Beth", "ask", "p1")),
    ],
)
def test_a_middle_name_is_part_of_whose_name_it_stands_in(
    text: str, expected: tuple[str, str, str | None]
) -> None:
    roster = Roster("p1", (*FAMILY.people, SURE, DEAD))
    assert expected in seen(text, roster)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Darren, Kevin Quaxley", "Kevin Quaxley"),
        ("QUAXLEY, Darren Visited at home", "QUAXLEY, Darren"),
        ("QUAXLEY, Darren Home with Ola", "QUAXLEY, Darren"),
    ],
)
def test_what_is_no_middle_name_is_no_part_of_a_name(text: str, words: str) -> None:
    roster = Roster("p1", (*FAMILY.people, DEAD))
    assert words in [found for found, _, _ in seen(text, roster)]


def test_initials_with_a_stroke_between_them_are_asked_about() -> None:
    assert seen("Rang D/Q and asked.") == [("D/Q", "ask", "p2")]
    assert seen("I exhibit it as D/Q/1.") == [("D/Q", "ask", "p2")]


@pytest.mark.parametrize("text", ["see D/Q/R", "A/D/Q", "d/q", "file D/Q4", "D/Q-1", "M/BC"])
def test_a_stroke_in_something_longer_makes_no_initials(text: str) -> None:
    assert seen(text) == []


def test_what_forms_shorten_with_a_stroke_is_nobody() -> None:
    roster = Roster("p1", (CHILD, Person("p9", "Nora Addy"), Person("p10", "Tom Crewe")))
    assert seen("Diet: N/A. T/C from school, w/e 3/4.", roster) == []


def test_a_listed_whole_name_stays_what_it_is_beside_other_names() -> None:
    child = Person("c", "Kacey Lo Bianco", Standing.SUBJECT)
    officer = Person("w", "Blair Galbraith", Standing.PROFESSIONAL, "police officer")
    roster = Roster("c", (child, Person("m", "Vimbai Lo Bianco", relation="mother"), officer))
    assert ("Kacey Lo Bianco", "show", "c") in seen("for Kacey Lo Bianco today", roster)
    text = "Officer Blair Galbraith blair.galbraith@police.example"
    assert ("Blair Galbraith", "show", "w") in seen(text, roster)


@pytest.mark.parametrize(
    ("text", "propose"),
    [
        ("It was cold. Penny for the meter could not be found.", "ask"),
        ("Guy from the gas board came.", "ask"),
        ("Penny rang at three.", "redact"),
        ("Guy was in the flat.", "redact"),
        ("I saw Penny for the first time.", "redact"),
        ("Tamsin from next door came.", "redact"),
    ],
)
def test_a_word_that_begins_a_sentence_without_a_verb_asks(text: str, propose: str) -> None:
    others = (Person("g", "Guy Nowak"), Person("q", "Penny Cole"), Person("t", "Tamsin Ash"))
    found = seen(text, Roster("p1", (CHILD, *others)))
    assert [proposal for _, proposal, _ in found] == [propose]


def test_a_family_with_a_small_word_in_its_name_is_found_whole() -> None:
    roster = Roster("p1", (CHILD, Person("r", "Danie le Roux", relation="father")))
    assert ("le Rouxes", "redact", "r") in seen("The le Rouxes want to see her.", roster)


def test_a_middle_name_may_stand_at_the_end_of_a_line() -> None:
    roster = Roster("p1", (*FAMILY.people, DEAD))
    words = [found for found, _, _ in seen("with Darren Kevin\nQuaxley. Later", roster)]
    assert words == ["Darren Kevin\nQuaxley"]
