"""What bears a name and is nobody, and who is somebody though called so: shops, pubs, sentences."""

import pytest

from recordkeeping.disclosure.findings import Page, Propose
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detect import detect
from redaction.detectors.names.detector import NamesDetector
from redaction.detectors.names.public import is_nobody, may_be_nobody
from redaction.detectors.names.wordings import is_a_word
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument

NOBODY = Roster("")


def removed(text: str, roster: Roster = NOBODY) -> list[str]:
    document = ReadDocument(b"", (Page(1, text),), (), "text/plain")
    found = detect(document, roster, [RosterDetector(), NamesDetector()])
    return [text[slice(*f.span)] for f in found if f.propose is Propose.REDACT]


def proposed(text: str, roster: Roster = NOBODY) -> list[str]:
    document = ReadDocument(b"", (Page(1, text),), (), "text/plain")
    found = detect(document, roster, [RosterDetector(), NamesDetector()])
    return [text[slice(*f.span)] for f in found if f.propose is not Propose.SHOW]


def place(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


@pytest.mark.parametrize(
    "text",
    [
        "He was seen stealing from Smyths Toys and then from Debenhams.",
        "She works on the tills at Marks & Spencer in town.",
        "His coat was from Russell & Bromley, he said.",
        "He supports Accrington Stanley and has a season ticket for Plymouth Argyle.",
        "They put on Postman Pat while we talked.",
        "He would only answer as Darth Vader this week.",
        "The Vineland showed delays; the Conners rating scale did not.",
        "He has Perthes and is being looked at for Asperger's.",
        "A Williams syndrome was ruled out, and so was Bell's palsy.",
        "She goes to Ysgol Glan Clwyd by taxi.",
        "They had fish at Harry Ramsden's before the train.",
        "The class went to the Robert Burns Birthplace Museum.",
        "He was seen at ENT in May.",
        "He was moved to HMP Altcourse in June.",
        "The arrests were made under Operation Juniper.",
        "He had his asthma clinic at St Swithun's on Tuesday.",
        "Christened at St Mary Redcliffe's, he has not been back.",
        "The nursery is behind St Oswald's.",
        "They had been drinking in the Jolly Farmer since noon.",
        "He was barred from the Queen's Head and then from the Bonny Moorhen.",
        "A request under Clare's Law was made by the aunt.",
        "That there be a care order to Wexbridge for both boys.",
        "He was christened at Our Lady and St Kenelm last year.",
        "He loves his Teddy Ruxpin.",
    ],
)
def test_what_is_known_by_a_name_and_is_nobody_stays(text: str) -> None:
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Police were called to the Earl of Doncaster.", "Doncaster"),
        ("Nan drinks in the Daisy Field most nights.", "Daisy Field"),
        ("They live in Murray Fold now.", "Murray Fold"),
        ("He changed buses at Gordon Hill.", "Gordon Hill"),
        ("She plays for Hadley Town Girls.", "Hadley Town Girls"),
        ("A poster of Danny Drake hung there.", "Danny Drake"),
        ("They watched Kelly Canter on the tablet.", "Kelly Canter"),
        ("A new top from Michael Kors, he says.", "Michael Kors"),
        ("We met at Ebenezer\nChapel, by the door.", "Ebenezer"),
        ("He stayed at St Thomas\nMore School.", "St Thomas"),
        ("Craig got Chelsea away on Saturday.", "Chelsea"),
        ("He works at Gavin's Carpets on Saturdays.", "Gavin"),
        ("They went to Gavin's Nail Bar.", "Gavin"),
        ("The receipt is from Wardle's chip shop.", "Wardle"),
        ("The coat is from Douglas Perfumery.", "Douglas"),
        ("He was seen at Wardle Memorial.", "Wardle"),
        ("Dean was in Royal Wardle Infirmary.", "Royal Wardle"),
        ("Mrs Cole would prefer Wardle Manor PRU.", "Wardle Manor"),
        ("He plays for Alec Wardle under-12s.", "Alec Wardle"),
        ("It's me and Barney the dinosaur.", "Barney"),
        ("He is fond of Morris motor cars.", "Morris"),
        ("A Paige denim top was lost.", "Paige"),
        ("They watched Gavin's Big Tent twice.", "Gavin"),
        ("Blades to mother. St Roger's if worse.", "Roger"),
    ],
)
def test_what_may_be_a_place_a_team_or_a_make_is_no_more_than_asked_about(
    text: str, words: str
) -> None:
    assert is_nobody(text, place(text, words)) or may_be_nobody(text, place(text, words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Karen Blythe I met was older.", "Karen Blythe"),
        ("This is the Dean Wardle case again.", "Dean Wardle"),
        ("I know the Nowak family well.", "Nowak"),
        ("She saw the Joneses and Jones' car.", "Joneses"),
        ("He went round to the Morrisons for tea.", "Morrisons"),
        ("She lives with Mr Wilkinson's daughter.", "Wilkinson"),
        ("Oliver St John's mother rang.", "Oliver St John"),
        ("St Clair's sister was in the car.", "St Clair"),
        ("He was hit by Gordon Hill.", "Gordon Hill"),
        ("Then Uncle Noddy took him home.", "Noddy"),
        ("Parkinson has moved out again.", "Parkinson"),
        ("Beck was in the kitchen.", "Beck"),
        ("In the judgment of Sheila Rett she was right.", "Sheila Rett"),
        ("He works with Gavin's brother on Saturdays.", "Gavin"),
        ("They went to Gavin's house for chips.", "Gavin"),
        ("They watched Gavin play football.", "Gavin"),
        ("She saw Barney the day before.", "Barney"),
        ("He lives with Alec Wardle under a plan.", "Alec Wardle"),
        ("He was seen with Wardle at the shops.", "Wardle"),
    ],
)
def test_whoever_is_called_so_is_somebody(text: str, words: str) -> None:
    assert not is_nobody(text, place(text, words))
    assert not may_be_nobody(text, place(text, words))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Little was said at tea.", "Little"),
        ("We waited. Little\nhas been recorded since.", "Little"),
        ("Long waits at the clinic made him cross.", "Long"),
        ("Chase him for the form.", "Chase"),
        ("Actions:\n- Chase Ms Patel about the minutes", "Chase"),
        ("A stolen van was seen. Chase abandoned for safety.", "Chase"),
        ("Grant for a new bed was refused.", "Grant"),
        ("Price per night is given below.", "Price"),
        ("Pat on the head from his keyworker.", "Pat"),
        ("RAG rating: Amber", "Amber"),
        ("The call was graded Amber, no further action.", "Amber"),
        ("Ring the Early Help team.", "Early"),
        ("Mark on cheek, said to be from a toy.", "Mark"),
        ("Frank and open talk with both parents.", "Frank"),
    ],
)
def test_a_sentence_begins_with_a_word_and_no_name(text: str, word: str) -> None:
    assert is_a_word(text, place(text, word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Little was arrested at the scene.", "Little"),
        ("Little is known to the police.", "Little"),
        ("Long rang at three.", "Long"),
        ("Chase his brother came too.", "Chase"),
        ("Bill from next door called.", "Bill"),
        ("Sue the solicitor was late.", "Sue"),
        ("Pat her nan has the keys.", "Pat"),
        ("Joy in reception took the call.", "Joy"),
        ("Risk: Amber is out with older boys.", "Amber"),
        ("Grant to see the flat on Monday.", "Grant"),
        ("Summer was quiet today.", "Summer"),
        ("Rob her partner left.", "Rob"),
    ],
)
def test_a_sentence_that_may_begin_with_somebody_is_left_to_what_else_is_known(
    text: str, word: str
) -> None:
    assert not is_a_word(text, place(text, word))


def test_a_pub_that_bears_the_name_of_somebody_listed_asks_and_they_go() -> None:
    roster = Roster("s", (Person("t", "Earl Tapper", Standing.THIRD_PARTY),))
    assert removed("Fight outside the Earl Grey on Friday.", roster) == []
    assert removed("Fight with Earl on Friday.", roster) == ["Earl"]
    assert removed("Fight with the Tapper boys.", roster) == ["Tapper"]


def test_a_word_in_a_row_with_a_name_is_not_asked_about_where_it_is_nobody() -> None:
    assert "Gordon" not in proposed("Leaving do at the Duke of Gordon, Shabir has the card.")


@pytest.mark.parametrize(
    "text",
    [
        "Booked the holiday at Thomas Cook in town.",
        "Dentist Redmere was rung about it.",
        "The case is listed at Hallam on Friday.",
        "It was heard in Hallam County Court.",
        "An invoice came from Robert Heath Heating.",
        "Send it to Rowland Brothers, the undertakers.",
        "The wall has Benjamin Moore paint on it.",
        "He was prescribed Anusol. Drank milk.",
        "Arnold Clark and Taylor Wimpey wrote.",
        "Referred to Winston's Wish, and met at Nando's.",
        "The hearing was held at Sheffield Hallam.",
        "School: Redmere",
        "Debt to Monzo, and he has Sudocrem.",
    ],
)
def test_a_firm_a_court_or_a_make_is_not_removed(text: str) -> None:
    assert removed(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was heard from Agnieszka Nowak.", "Agnieszka Nowak"),
        ("Mr Heath has no heating.", "Heath"),
        ("Kuba Nowak's brothers came.", "Kuba Nowak"),
        ("She has a prescription for Agnieszka Nowak.", "Agnieszka Nowak"),
        ("He met Zbigniew Nowak. Today Ola Nowak rang.", "Zbigniew Nowak"),
        ("Mrs Cook rang about the holiday.", "Cook"),
        ("He is not to be found by Verity Mould there.", "Verity Mould"),
        ("Christopher's trust in Zofia Nowak is gone.", "Zofia Nowak"),
        ("Chase Zofia Nowak for the report.", "Zofia Nowak"),
    ],
)
def test_who_is_called_like_a_firm_is_removed(text: str, words: str) -> None:
    assert words in removed(text)


@pytest.mark.parametrize(
    "text",
    ["Guthrie test done at birth.", "Moro reflex present.", "She wears an Alice band."],
)
def test_tests_and_things_that_bear_a_name_are_nobody(text: str) -> None:
    assert removed(text) == []
