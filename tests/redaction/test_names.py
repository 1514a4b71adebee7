"""The net for names that nobody listed: what it sees, what it leaves, and what runs without it."""

import shutil
import socket
from collections.abc import Iterable
from pathlib import Path

import pytest

from conformance.detectors import Detection, DetectorContract
from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.ports import Detector
from redaction.detect import detect, named_elsewhere, text_of, with_named_elsewhere
from redaction.detectors.names import weights
from redaction.detectors.names.detector import NamesDetector, nets_of
from redaction.detectors.names.public import is_nobody
from redaction.detectors.names.veto import is_no_name
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument
from redaction.propagation import unknown_people

NOBODY = Roster("")
NOTE = "Today Agnieszka Nowak rang on Tuesday. She had seen Lee Bancroft outside the school."


def named(text: str, detector: NamesDetector | None = None) -> list[tuple[str, str]]:
    found: Iterable[Finding] = (detector or NamesDetector()).find(Page(1, text), NOBODY)
    return [(text[slice(*f.span)], f.propose.value) for f in sorted(found, key=lambda f: f.span)]


class TestNames(DetectorContract):
    @pytest.fixture
    def detection(self) -> Detection:
        return Detection(
            NamesDetector(),
            NOBODY,
            NOTE,
            ["Agnieszka Nowak", "Lee Bancroft"],
            "The review was held at the school on Tuesday, and Mum came too.",
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She told Mrs O'Brien-Nair.", ["O'Brien-Nair"]),
        ("zephyrine quaxley said so to lee nowak", ["zephyrine quaxley", "lee nowak"]),
        ("Auntie Bev was there.", ["Bev"]),
        ("Mrs Quaxley\u2019s National Insurance number, for the claim, is lost.", ["Quaxley"]),
        ("Present:\nNatalie Bishop\nDemi-Leigh Carr", ["Natalie Bishop", "Demi-Leigh Carr"]),
        ("They live at Nelson House, near Chelsea Road.", []),
        ("He is in St Mary's School, and sees CAMHS.", []),
        ("Mum, Dad and Nan were at the LAC review.", []),
    ],
)
def test_names_are_seen_and_houses_roles_and_abbreviations_are_not(
    text: str, expected: list[str]
) -> None:
    assert [words for words, _ in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She told us that Neil Young had been there.", "Neil Young"),
        ("Then George Best rang the office.", "George Best"),
        ("Her friend Christian Bell came along.", "Christian Bell"),
        ("It was April Jones who rang.", "April Jones"),
        ("We met Darren Ward on Tuesday.", "Darren Ward"),
        ("Also there: Mrs Karen Ridley Quayside School, by telephone.", "Karen Ridley"),
    ],
)
def test_no_part_of_a_name_is_left_because_it_is_a_word_or_stands_before_a_place(
    text: str, name: str
) -> None:
    start, end = text.index(name), text.index(name) + len(name)
    covered = {at for f in NamesDetector().find(Page(1, text), NOBODY) for at in range(*f.span)}
    assert [
        c for at, c in enumerate(text[start:end], start) if at not in covered and c != " "
    ] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Whom messages are from, and whom they name in small letters.
        ("[19:24] Zofia: ask jodie she knows", [("Zofia", "redact"), ("jodie", "redact")]),
        ("14/03/2022, 18:02 - Zofia K: ok", [("Zofia K", "redact")]),
        ("[19:24] Mum: gona stay at kuba tonite ok", [("kuba", "ask")]),
        ("[19:24] Mum: ask mark she knows, i may be late", [("mark", "ask")]),
        (
            "[19:24] Mum: was wiv hannah young last nite",
            [("hannah", "redact"), ("hannah young", "ask")],
        ),
        ("[19:24] Mum: dont tell him wot happend", []),
        ("[19:24] Mum: its poppy field fault not mine", [("poppy field", "ask")]),
        ("[19:24] Mum: jade short been drinkin again", [("jade short", "ask")]),
        (
            "tc from mum, said daisy had been round. Aga left.",
            [("daisy", "ask"), ("Aga", "redact")],
        ),
        ("jodie (18:03): ok", [("jodie", "redact")]),
        ("jodie > wot time", [("jodie", "redact")]),
        ("on the mark they will grace the hall", []),
        # In a row with names.
        (
            "Her mates Faith, Arjun and Holly were with her.",
            [("Faith", "ask"), ("Arjun", "redact"), ("Holly", "redact")],
        ),
        ("Today, Agnieszka Nowak, Monday and Year 6.", [("Agnieszka Nowak", "redact")]),
        # By shape: initials, a letter behind, the surname first, capitals.
        ("Seen by B Ionescu and L. Hoyle.", [("B Ionescu", "redact"), ("L. Hoyle", "redact")]),
        ("She told A Warsame so.", [("A Warsame", "redact")]),
        ("I asked who Tendai J Moyo was.", [("Tendai J Moyo", "redact")]),
        ("Mum is with Samina A, who left.", [("Samina A", "redact")]),
        ("I heard that KERSHAW, Jodie rang.", [("KERSHAW, Jodie", "redact")]),
        ("I asked who MOYO was.", [("MOYO", "ask")]),
        ("Child B and Flat C Nelson House, CAMHS, VISIT and THRESHOLD.", []),
        # What somebody was called before, or is called besides.
        ("Ola (formerly Short) signed.", [("Ola", "redact"), ("Short", "redact")]),
        ("The form says: maiden name Field.", [("Field", "redact")]),
        ("She used to be known as Day, she said.", [("Day", "redact")]),
        # A first name goes on.
        ("The caller named Kirsty Field as the driver.", [("Kirsty Field", "redact")]),
        # A sentence begins, and nobody is called so.
        ("Rang Agnieszka Nowak at ten.", [("Agnieszka Nowak", "redact")]),
        ("Attendance is at 81 per cent. Bedding had been changed.", []),
        # So does an entry behind its day and time, and a label before its sign.
        ("09/06/2015 00:00 Visit by Agnieszka Nowak", [("Agnieszka Nowak", "redact")]),
        ("9 June 2015 Rang Agnieszka Nowak", [("Agnieszka Nowak", "redact")]),
        ("Called: Ola Nowak\nBorn: 19 November 1998", [("Ola Nowak", "redact")]),
        # Where somebody lives, and what they are of.
        # What people are called though it is a word too, and no verb at a form's label.
        ("Friend: Reece\nSky Brown rang.", [("Reece", "redact"), ("Sky Brown", "redact")]),
        ("She was born in Zamosc and is Austrian.", []),
        ("They lived in Karen's flat.", [("Karen", "redact")]),
    ],
)
def test_a_name_is_told_by_what_stands_about_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He is now at Harold Wood Academy.",
        "The coach from Beatrice attends Thomas Tallow School.",
        "She was seen at the Lord Nelson with a drink.",
        "They met outside the Prince Albert on Friday.",
        "We drove along Charlotte Row and back.",
        "She loved Mario Kart and George at Asda hoodies.",
        "A food bank voucher for Asda was given.",
        "YouTube Kids is set up on the tablet.",
        "The Liquidlogic episode has been authorised.",
        "He has a McKenzie friend.",
        "There was trouble at the Sir Walter Scott, and at the Sir Walter\nScott.",
        "A scan on the Alexandra Wing would add nothing. He was on Clyde Ward.",
        "Elmfield CHILDREN'S HOME",
        "Nurse for\nLooked-after\nChildren\nNorthmoor Community Health",
        "Report\nRisk: medium\nCHI: 0801722349",
        "Chn: three. Imms up to date. Giro not come.",
        "Thornmere Council wrote. To: the Reporter, Thornmere.",
    ],
)
def test_what_bears_a_name_and_can_be_nobody_stays(text: str) -> None:
    assert [found for found in named(text) if found[0] != "Beatrice"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # Words that follow in jottings and in forms are no part of a house's name.
        ("Seen by Karen Ridley Court hearing on Friday.", "Karen Ridley"),
        ("NAME KAREN RIDLEY SCHOOL QUAYSIDE", "KAREN RIDLEY"),
        ("1 Darren Close, her father, was there.", "Darren Close"),
        ("We met Karen Ridley School Nurse.", "Karen Ridley"),
        ("Dr Bayley came, and Mrs Laming too.", "Bayley"),
        ("Her uncle Reg was there.", "Reg"),
        ("Mrs Merlin rang, then Nike Adeyemi.", "Nike Adeyemi"),
        ("I told Harry Styles that he would have to wait.", "Harry Styles"),
    ],
)
def test_whoever_is_called_like_a_house_or_a_make_is_still_seen(text: str, name: str) -> None:
    start = text.index(name)
    covered = {at for f in NamesDetector().find(Page(1, text), NOBODY) for at in range(*f.span)}
    places = range(start, start + len(name))
    assert [text[at] for at in places if at not in covered and text[at] != " "] == []


def test_what_may_be_a_place_or_an_animal_or_somebody_asks() -> None:
    freya = Roster("p1", (Person("p2", "Freya Moss", relation="cousin"),))
    found = [
        (text, f.propose.value, f.because)
        for text in ("at The Freya Centre", "our dog called Freya", "with Freya Moss House")
        for f in RosterDetector().find(Page(1, text), freya)
    ]
    assert found == [
        ("at The Freya Centre", "ask", "the name of a place, or named third party (cousin)"),
        ("our dog called Freya", "ask", "what an animal is called, or named third party (cousin)"),
        ("with Freya Moss House", "redact", "named third party (cousin)"),
    ]


def test_a_house_named_after_somebody_unknown_is_no_place_of_theirs() -> None:
    pages = (Page(1, NOTE), Page(2, "Taken to St Lee's Hospital. Then Lee rang."))
    document = ReadDocument(b"", pages, (), "text/plain")
    findings = detect(document, NOBODY, [NamesDetector()])
    assert [(f.span, text_of(document, f)) for f in findings if f.page == 2] == [((33, 36), "Lee")]


def test_who_shares_the_first_name_of_a_professional_lets_nobody_take_it_for_hers() -> None:
    worker = Person("w", "Jade Nowak", Standing.PROFESSIONAL, "social worker")
    roster = Roster("s", (worker,))
    detectors: list[Detector] = [RosterDetector(), NamesDetector()]
    one = _of("Jade Nowak came. The driver was Jade Thistleby, she said. Then Jade left.")
    findings = detect(one, roster, detectors)
    assert [(text_of(one, f), f.propose.value) for f in findings] == [
        ("Jade Nowak", "show"),
        ("Jade Thistleby", "ask"),
        ("Jade", "ask"),
    ]
    # And what one paper tells, the others are asked.
    other = _of("Jade Nowak came. Then Jade left, and Thistleby too.")
    before = detect(other, roster, detectors)
    assert [f.propose.value for f in before][:2] == ["show", "show"]
    told = unknown_people([(f, text_of(one, f)) for f in findings])
    after = with_named_elsewhere(before, named_elsewhere(other, told, before))
    assert [(text_of(other, f), f.propose.value) for f in after] == [
        ("Jade Nowak", "show"),
        ("Jade", "ask"),
        ("Thistleby", "redact"),
    ]


def test_who_shares_the_surname_of_a_professional_lets_no_title_show_it() -> None:
    worker = Person("w", "Morenike Deakin", Standing.PROFESSIONAL, "social worker")
    roster = Roster("s", (worker,))
    detectors: list[Detector] = [RosterDetector(), NamesDetector()]
    one = _of("The box was left with Rita Deakin, she said.")
    told = unknown_people([(f, text_of(one, f)) for f in detect(one, roster, detectors)])
    other = _of("Miss Deakin rang. M. Deakin and Morenike Deakin came.")
    before = detect(other, roster, detectors)
    assert [f.propose.value for f in before] == ["show", "show", "show"]
    after = with_named_elsewhere(before, named_elsewhere(other, told, before))
    assert [(text_of(other, f), f.propose.value) for f in after] == [
        ("Miss Deakin", "ask"),
        ("M. Deakin", "show"),
        ("Morenike Deakin", "show"),
    ]


def test_a_misspelt_professional_makes_nobody_unknown_of_their_first_name() -> None:
    worker = Person("w", "Kirsteen Menzies", Standing.PROFESSIONAL, "social worker")
    roster = Roster("s", (worker,))
    detectors: list[Detector] = [RosterDetector(), NamesDetector()]
    one = _of("Consent was signed by Kirsteen Meenzies, and not by the school.")
    findings = detect(one, roster, detectors)
    assert {f.propose.value for f in findings} == {"ask"}
    assert not unknown_people([(f, text_of(one, f)) for f in findings]).people


def test_a_firm_that_bears_a_professionals_surname_is_nobody_unknown() -> None:
    worker = Person("w", "Joanne Tattersall", Standing.PROFESSIONAL, "social worker")
    one = _of("The letter is of Bell Tattersall LLP, who act for Mum.")
    findings = detect(one, Roster("s", (worker,)), [RosterDetector(), NamesDetector()])
    assert not unknown_people([(f, text_of(one, f)) for f in findings]).people


def test_a_name_that_is_an_english_word_is_asked_about() -> None:
    assert named("Nanny took Mark to the park.") == [("Mark", "ask")]


def test_the_roster_explains_better_than_the_net() -> None:
    kayleigh = Person("p1", "Kayleigh Marsh")
    text = "Kayleigh Marsh met Lee Bancroft."
    document = ReadDocument(b"", (Page(1, text),), (), "text/plain")
    findings = detect(document, Roster("p1", (kayleigh,)), [RosterDetector(), NamesDetector()])
    assert [(text_of(document, f), f.propose.value) for f in findings] == [
        ("Kayleigh Marsh", "show"),
        ("Lee Bancroft", "redact"),
    ]
    assert findings[1].because == "a name that belongs to nobody on the roster"


def test_an_unknown_person_is_found_wherever_else_they_are_named() -> None:
    pages = (Page(1, NOTE), Page(2, "bancroft: no answer. L Bancroft has a car"))
    document = ReadDocument(b"", pages, (), "text/plain")
    findings = detect(document, NOBODY, [NamesDetector()])
    assert [text_of(document, f) for f in findings if f.page == 2] == [
        "bancroft", "L Bancroft",
    ]  # fmt: skip


def test_a_person_seen_in_one_document_is_found_in_another() -> None:
    [seen] = (f for f in detect(_of(NOTE), NOBODY, [NamesDetector()]) if f.span[0] > 40)
    other = _of("No answer from bancroft.")
    assert [text_of(other, f) for f in detect(other, NOBODY, [NamesDetector()])] == []
    told = [(seen, "Lee Bancroft")]
    assert [text_of(other, f) for f in detect(other, NOBODY, [NamesDetector()], told)] == [
        "bancroft"
    ]


def _of(text: str) -> ReadDocument:
    return ReadDocument(b"", (Page(1, text),), (), "text/plain")


def test_nothing_is_asked_of_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("an outbound attempt")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket.socket, "sendto", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    nets_of.cache_clear()
    assert [words for words, _ in named(NOTE)] == ["Agnieszka Nowak", "Lee Bancroft"]


def test_the_record_tells_which_models_ran() -> None:
    assert NamesDetector().ran == "md+rampart"


class Fewer(NamesDetector):
    uses = (weights.SMALL,)


class NoneAtAll(NamesDetector):
    uses = ()


def test_with_a_lesser_model_names_are_still_seen() -> None:
    assert Fewer().ran == "sm"
    assert ("Agnieszka Nowak", "redact") in named(NOTE, Fewer())


def test_without_any_model_every_word_that_may_be_a_name_is_asked_about() -> None:
    assert NoneAtAll().ran == "none"
    assert named(NOTE, NoneAtAll()) == [("Agnieszka Nowak", "ask"), ("Lee Bancroft", "ask")]


def test_weights_that_were_changed_are_not_used(tmp_path: Path) -> None:
    shutil.copytree(weights.INSTALLED / weights.TOKENS.folder, tmp_path / weights.TOKENS.folder)
    assert weights.place_of(weights.TOKENS, tmp_path) == tmp_path / weights.TOKENS.folder
    assert weights.why_not(weights.MEDIUM, tmp_path) == "is not installed; run make install"
    with (tmp_path / weights.TOKENS.folder / "vocab.txt").open("a") as vocabulary:
        vocabulary.write("x")
    weights.why_not.cache_clear()
    assert weights.place_of(weights.TOKENS, tmp_path) is None
    assert weights.why_not(weights.TOKENS, tmp_path) == (
        "is not what models.txt names; run make install once more"
    )


def test_a_church_or_school_is_no_person_for_its_saint_and_who_is_called_so_still_goes() -> None:
    assert named("Kayleigh goes to St Paul's and plays for St Mary\u2019s on Saturday.") == [
        ("Kayleigh", "redact")
    ]
    for text in ("St John's mum rang us.", "We met Oliver St John's solicitor."):
        assert any("John" in words for words, _ in named(text))


def test_a_pair_of_jeans_is_no_aunt_jean_and_jeans_house_is_hers() -> None:
    people = Roster("p1", (Person("p1", "Kayleigh Marsh"), Person("p2", "Jean Dobbs")))

    def of_jean(text: str) -> list[str]:
        found = RosterDetector().find(Page(1, text), people)
        return [text[slice(*f.span)] for f in found if f.person == "p2"]

    assert of_jean("She was bought a new pair of jeans, and two pairs of blue jeans.") == []
    assert of_jean("we stayed at jeans house, then jean came") == ["jeans", "jean"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DOB Tel Street No Postcode", []),
        ("1 Name DOB Tel Street No Postcode\n2 Tamsin 1 x 2", []),
        ("Sheet\nA B\n1 Surname First name DOB Tel Street No Postcode\n2 x y 1 2", []),
        ("Surname Forename DOB Gender Ethnicity Religion", []),
        # Between heads and beside them stand names, of which some are words.
        ("Name Karen DOB Tel", ["Karen"]),
        ("Surname Butcher Forename Brown", ["Butcher", "Brown"]),
        ("Tamsin DOB Tel", ["Tamsin"]),
        ("Then Mr Post left with Karen Page.", ["Post", "Karen Page"]),
    ],
)
def test_heads_of_columns_are_no_names(text: str, expected: list[str]) -> None:
    assert [words for words, _ in named(text)] == expected


def test_an_officers_number_stands_before_a_name() -> None:
    assert named("11/2013,arrested,PC 4471 Zquill") == [("Zquill", "redact")]
    assert named("on PC 4471 at the desk, in DC 12 Monday") == []


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("The family were visi-\nted by her.", "visi"),
        ("The family were visi-\nted by her.", "ted"),
        ("Nurse for\nLooked-after\nChildren", "Looked-after"),
        ("Report\nRisk: medium", "Risk"),
        ("To: the Reporter, Thornmere. Thornmere Council wrote.", "Thornmere"),
        ("Dropped at Douglas Avenue Juniors today", "Douglas Avenue Juniors"),
    ],
)
def test_a_model_that_takes_a_word_for_somebody_is_overruled(text: str, guess: str) -> None:
    start = text.index(guess)
    span = (start, start + len(guess))
    assert is_no_name(text, span) or is_nobody(text, span)


@pytest.mark.parametrize(
    ("text", "guess"),
    [("Then Karen-\nAnn came", "Karen"), ("Then Patel rang; Patel Council wrote", "Patel"),
     ("Hope: I am here", "Hope"), ("Bell-Whitaker rang", "Bell-Whitaker")],
)  # fmt: skip
def test_somebody_who_is_called_so_is_not_overruled(text: str, guess: str) -> None:
    start = text.index(guess)
    span = (start, start + len(guess))
    assert not is_no_name(text, span)
    assert not is_nobody(text, span)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nan calls him Scruff and will not have him in.", "Scruff"),
        ("He is known to most of the estate as Nobby.", "Nobby"),
        ('The call was from "Badger" on a mobile.', "Badger"),
        ("Leave it, Ferret they call him round here.", "Ferret"),
        ('Who is "Spanner" in your notes?', "Spanner"),
        ("Children living here: SO, KT, QB", "QB"),
        ("Actions: SA, LW, DS", "DS"),
        ("They are known to us: H.Vane.", "H.Vane"),
        ("Gen 1: R O'Driscoll, E O'Driscoll", "R O'Driscoll"),
        ('He also uses "Duchess" there.', "Duchess"),
        ("PP not well, so he stayed.", "PP"),
        ("I want mum to stop crying and Els to go.", "Els"),
        ("II | ring Mum\nTT | write to Gran\nDC | ask the school", "DC"),
        ("Medication given, countersigned SO. One gap.", "SO"),
        ("He says that Chase puts pepper in their tea.", "Chase"),
        ("do not write, as Hunter reads it", "Hunter"),
        ("tell him i want phoebe home", "phoebe"),
        ("Present were: A.B., C.D. and E.F.", "E.F"),
        ("tell them she is NOT getting jayden back on Monday", "jayden"),
        ("The boy next door is called Mat-\neusz Gallop.", "Mat-\neusz"),
    ],
)
def test_a_name_is_seen_by_how_it_is_brought_in(text: str, name: str) -> None:
    found = list(NamesDetector().find(Page(1, text), NOBODY))
    start, end = text.index(name), text.index(name) + len(name)
    covered = {at for f in found for at in range(*f.span)}
    assert {at for at in range(start, end) if text[at].isalnum()} <= covered


@pytest.mark.parametrize(
    "text",
    [
        "They are called Child B in the judgment.",
        "Known as the old office, it is closed.",
        'She ticked "Worried" and "Muddled" on the sheet.',
        "Options: SW, GP, HV",
        "GP | no contact\nHV | weighed\nOT | no contact",
        "It was signed by GP.",
        "Signature: GP   Date: 3 May",
        "The exhibit AB was shown, and exhibits of 3/4.",
        "Lives with birth mother and mother's cohabitee.",
    ],
)
def test_what_is_brought_in_so_and_is_nobody_stays(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("Signature: MB        Date: 15 January 2023", "MB"),
        ("Signature: M/T        Date: 21/03/2023", "M/T"),
        ("The photograph, which I exhibit as\nRT/1, was taken then.", "RT"),
        ("I produce it as exhibit marked KLB/3.", "KLB"),
    ],
)
def test_initials_of_who_signs_or_exhibits_are_asked_about(text: str, letters: str) -> None:
    assert (letters, "ask") in named(text)


def test_letters_for_a_post_before_a_name_are_no_part_of_it() -> None:
    assert named("Team number 01632 960164. TM Daiva Petrauskien\u0117 agreed.") == [
        ("Daiva Petrauskien\u0117", "redact")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I know him by the\nnickname \u2018Spud\u2019.", "Spud"),
        ("you lot are a joke. Wilf speaking. you know where i am", "Wilf"),
        ("Leon Thevenet speaking. \u2018Spud\u2019. you know where", "Spud"),
        ("um im Slim im his mate", "Slim"),
        ("its Slim put me through to the manager", "Slim"),
        ("A card came, with a photograph of Marion on a beach.", "Marion"),
        ("15 Dec\t12.13pm\tTeegs (old foster carer) had rung earlier.", "Teegs"),
        ("12.23pm\tMorie left voicemail, slurring.", "Morie"),
        ("Asked to turn it down. Henno banging on wall.", "Henno"),
    ],
)
def test_who_rings_up_or_is_told_of_in_a_log_is_asked_about(text: str, name: str) -> None:
    assert name in [words for words, _ in named(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The nickname is a secret.",
        "It's Monday again and I'm Happy.",
        "A picture of Leeds on the wall.",
        "Public speaking is taught. Generally speaking it helps.",
        "Everything banging on about the weather.",
        "18 Aug - Nothing left in the house.",
    ],
)
def test_what_is_told_so_of_nobody_stays(text: str) -> None:
    assert named(text) == []
