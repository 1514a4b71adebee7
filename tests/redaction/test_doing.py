"""Letters, labels, short names and words by what they do: who is told, and what is nobody."""

from collections.abc import Iterable

import pytest

from recordkeeping.disclosure.findings import Finding, Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.names.detector import NamesDetector
from redaction.detectors.names.doing import words


def named(text: str) -> list[tuple[str, str]]:
    found: Iterable[Finding] = NamesDetector().find(Page(1, text), Roster(""))
    return [(text[slice(*f.span)], f.propose.value) for f in sorted(found, key=lambda f: f.span)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mrs D has moved in with her sister.", "Mrs D"),
        ("I spoke to Mr K. about the garden.", "Mr K"),
        ("Mrs D's son was there.", "Mrs D"),
        ("Auntie J came round.", "Auntie J"),
        ("PC B attended.", "PC B"),
        ("[19:24] mum: mr k said no", "mr k"),
        ("Mr and Mrs T were out.", "Mr and Mrs T"),
    ],
)
def test_a_letter_behind_a_title_is_somebody(text: str, name: str) -> None:
    assert (name, "redact") in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "I miss B level maths.",
        "Dr I am writing to says so.",
        "The miss a year rule.",
    ],
)
def test_what_is_no_title_makes_nobody_of_a_letter(text: str) -> None:
    assert [words for words, _ in named(text) if len(words.split()[-1]) == 1] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("J rang the office to say she would be late.", ["J"]),
        ("J. rang again.", ["J"]),
        ("Then K came to the door and shouted.", ["K"]),
        ("T said that he hates school.", ["T"]),
        ("I spoke to J about contact, and with R on Monday.", ["J"]),
        ("J's mum was drunk.", ["J"]),
        ("D has left the flat.", ["D"]),
        ("B and C were crying.", ["B", "C"]),
        ("10:15 J rang.", ["J"]),
        ("A said that she knows.", ["A"]),
        ("J and her mum came.", ["J"]),
        ("Mum told me J has left, and I think K is lying.", ["J", "K"]),
        ("J (aunt) was there.", ["J"]),
        ("K is 7 and T is 9.", ["K", "T"]),
        ("Present: Mum, Dad, J", ["J"]),
        ("The D family moved. According to F, they had to.", ["D", "F"]),
        ("QB is holding it together; KB is not.", ["QB", "KB"]),
        ("He says LD asked him to go.", ["LD"]),
    ],
)
def test_a_letter_that_does_what_people_do_is_asked_about(text: str, names: list[str]) -> None:
    assert named(text) == [(name, "ask") for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Grade A is given. Vitamin D was given. Section B has been filled in. Group C is full.",
        "Plan B was agreed. Options B and C were not taken. Parts A, B and C were seen.",
        "Option J (7) and part K is 7 pages long. A (bold) dad. B - see below.",
        "I rang. A hit and run was reported.",
        "A&E was full. A & E was full. B and B was not found.",
        "From A to B, to C of E, and A level maths.",
        "The 3 R's and the P's and Q's.",
        "A\nB\nC",
        "Options: A, B, C",
        "LD was seen. PC rang, and SW said so.",
        "PR was held by Mum. TV is not allowed, and IT was not working.",
    ],
)
def test_a_letter_that_is_a_things_is_nobody(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Child B was hit by his dad.", ["Child B"]),
        ("YP2 told staff that he was bullied.", ["YP2"]),
        ("sibling 1 is at nursery.", ["sibling 1"]),
        ("Child A and Child B were seen together.", ["Child A", "Child B"]),
        ("He was bullied by Pupil C.", ["Pupil C"]),
        ("Resident A moved out.", ["Resident A"]),
        ("YP1's phone was taken.", ["YP1"]),
        ("Sib 1 (7) and Child X, who is 9, were there.", ["Sib 1", "Child X"]),
        ("child b was hit. Brother 1: at nursery.", ["child b", "Brother 1"]),
    ],
)
def test_a_label_that_stands_for_somebody_is_asked_about(text: str, names: list[str]) -> None:
    assert named(text) == [(name, "ask") for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Child 2 of 3. A sibling group of 3.",
        "Child 2 years, and a boy 5 months old.",
        "Key Stage 2 and Year 2 pupils, Step 1 and Part 2 were seen.",
        "The child A level pupils met. Parent 1:1 work.",
        "Child protection plan. Child B",
        "The child a teacher told. Child 1: Sex: M",
    ],
)
def test_what_is_counted_is_nobodys_label(text: str) -> None:
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Grace rang to say that she is unwell.", "Grace"),
        ("Hope has moved in with him.", "Hope"),
        ("Al has moved in.", "Al"),
        ("Di told me so.", "Di"),
        ("Mo lives there too.", "Mo"),
        ("Bo, aged 3", "Bo"),
        ("Ask Al.", "Al"),
        ("Dot said no.", "Dot"),
        ("Favour cried.", "Favour"),
        ("Blessing does not go to school", "Blessing"),
        ("Ffion - aunt", "Ffion"),
        ("Summer (respite carer) had him.", "Summer"),
        ("Dee-Dee rang.", "Dee-Dee"),
        ("Be good for Chichi.", "Chichi"),
        ("She has never liked me since summer was born", "summer"),
        ("C.Field and I Bebb were in the car.", "I Bebb"),
        ("Probation about \u00c1 Guti\u00e9rrez rang.", "\u00c1 Guti\u00e9rrez"),
        ("Signatures   Ola    C. Anyanwu    K. Dimitrova", "C. Anyanwu"),
        ("I asked Bo about it.", "Bo"),
        ("Ffion rang today.", "Ffion"),
        ("I met Ffion.", "Ffion"),
        ("Ffion", "Ffion"),
        ("Present: Ffion, Mum", "Ffion"),
        ("The dog bit Iestyn on the hand.", "Iestyn"),
        ("Zbigniew was there.", "Zbigniew"),
        ("- Poppy Cartledge was ruled out.", "Poppy Cartledge"),
        ("Wednesday 24.05.23   Amber Winter rang.", "Amber Winter"),
        ("Megan said that May shouts at night.", "May"),
        ("[02/12/2020, 10:55] mum: saw Jan in town", "Jan"),
        ("She took tablets. verity has the others.", "verity"),
        ("[20/02/23, 08:45] mum: tuan owes me", "tuan"),
        ("His coach is a Mr ap Rhys, who helps.", "ap Rhys"),
        ("Seen by I. ap Gwilym.", "I. ap Gwilym"),
        ("Oluwaseun, aged 7, was seen.", "Oluwaseun"),
    ],
)
def test_a_name_is_seen_by_what_it_does(text: str, name: str) -> None:
    assert [(words, propose) for words, propose in named(text) if words == name]


@pytest.mark.parametrize(
    "text",
    [
        "Grace period of 14 days. Hope is fading.",
        "The ed psych, et al., DI on duty.",
        "He has moved to Leeds. Leeds",
        "Assessment",
        "The Poppy Appeal was in May. May has been cold, and Amber Alert is on.",
        "She left. it has the others.",
        "A favour was asked. Dot matrix, and Favour is bias.",
        "Her new home:\n12 Orchard Rise\nSkeggerby\nNM17 3AB",
    ],
)
def test_words_that_do_nothing_stay(text: str) -> None:
    assert [words for words, _ in named(text) if words not in ("Leeds",)] == []


def test_a_word_alone_on_its_line_may_be_a_name_unless_a_street_and_a_postcode_are_around_it() -> (
    None
):
    seen, address = "Seen on the 3rd:\nSkeggerby\nThe bus was late.", "12 Rise\nSkeggerby\nNM17 3AB"
    assert [seen[slice(*span)] for span in words(seen)] == ["Skeggerby"]
    assert not list(words(address))
