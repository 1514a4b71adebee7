"""Names as notes jot them: beside an age, a sign, a door or whose they are, and what is none."""

from collections.abc import Iterable

import pytest

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.names import jotted
from redaction.detectors.names.detector import NamesDetector


def named(text: str) -> list[tuple[str, str]]:
    found: Iterable[Finding] = NamesDetector().find(Page(1, text), Roster(""))
    return [(text[slice(*f.span)], f.propose.value) for f in sorted(found, key=lambda f: f.span)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Carer's birth children: Lowri 12, Macsen 9, Begw 4.", ["Lowri", "Macsen", "Begw"]),
        ("Mum came with baby Non (2 wks) and left.", ["Non"]),
        ("Emeka + Funmi -> Ngozi (b 2015).", ["Emeka", "Funmi", "Ngozi"]),
        ("Lowri - 12, Macsen - 9", ["Lowri", "Macsen"]),
        ("13/2 Gwilym complained.", ["Gwilym"]),
        ("Tunde > Bisi", ["Tunde", "Bisi"]),
        ("Thu 13/2  Gwilym next door complained re football.", ["Gwilym"]),
        ("Widow of Angus.", ["Angus"]),
        ("GWILYM CAME ROUND.", ["GWILYM"]),
        ("She was seen with the Macphersons on Sunday.", ["Macphersons"]),
        ("The Patels live next door.", ["Patels"]),
        ("Our Yuse said so.", ["Yuse"]),
        ("T'Keyah", ["T'Keyah"]),
        ("Mam's friend (Nguy\u1ec5n Th\u1ecb Hoa)", ["Nguy\u1ec5n Th\u1ecb Hoa"]),
        ("Nguye\u0302\u0303n Thi\u0323 Hoa rang.", ["Nguye\u0302\u0303n Thi\u0323 Hoa"]),
        ("J-P Dubois came.", ["J-P Dubois"]),
        ('Asked about anyone called "Deek".', ["Deek"]),
        ("Mr To rang. Mr An's wife was late.", ["Mr To", "Mr An"]),
    ],
)
def test_names_are_seen_by_what_notes_set_beside_them(text: str, names: list[str]) -> None:
    assert [words for words, _ in named(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Section 12, Room 9, Form 3. In March 12, April 9. Year 9, Class 4 and Set 2.",
        "Amoxicillin (2 wks) and Paracetamol (1 week).",
        "School -> Home -> Contact. Leeds > London. Mum + Dad. Start > Settings.",
        "Reading: 12, Writing: 9 and Maths - 4. Grade: 5, Level - 3.",
        "> Yours was the last",
        "The Scouts and the Brownies met the Romans in the Netherlands.",
        "the Samaritans, the Guardians and the Wednesdays",
        "Our House is here, and so is our Team. Ask our Manager.",
        "The Caf\u00e9 and the R\u00e9sum\u00e9 of the T\u0177 Hafan house",
        "At 10 O'Clock she left.",
        "MEETING WAS HELD. CAMHS SAID NO. MASH WAS TOLD.",
        "Children of school age, mother of the child, Friends of the Earth",
        'The "Best" prize. It is called "Contact" here.',
    ],
)
def test_what_stands_so_and_is_a_word_is_no_name(text: str) -> None:
    assert [text[slice(*span)] for span in jotted.names(text)] == []


def test_what_somebody_goes_by_stands_within_their_name() -> None:
    assert ('Duggie "Bones" Malone', "ask") in named('Duggie "Bones" Malone came.')


@pytest.mark.parametrize("text", ["hi miss u", "luv u miss u, ttyl"])
def test_whom_a_message_misses_is_no_miss(text: str) -> None:
    assert named(text) == []


def test_a_widow_is_who_somebody_is() -> None:
    assert named("Widow. She has a Widow pension.") == []
