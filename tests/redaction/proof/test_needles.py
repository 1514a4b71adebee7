"""A term is found however a page writes it, and not where it is another word."""

import pytest

from redaction.proof.needles import found, matches, needle_of


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Zephyrine", "seen by ZEPHYRINE today"),
        ("Zephyrine", "Ze\u0301phyrine"),
        ("Ze\u0301phyrine", "Zephyrine"),
        ("Zephyrine", "Z e p h y r i n e"),
        ("Zephyrine", "Zephy-\nrine"),
        ("Zephyrine", "Zephy\u00ad\nrine"),
        ("Zephyrine", "Zephy\u00adrine"),
        ("Zephyrine", "Zephy\u2010\n  rine"),
        ("Zephyrine", "Zephyrine's"),
        ("Zephyrine", "eniryhpeZ"),
        ("Zephyrine", "Z\u0435phyrin\u0435"),  # two Cyrillic letters
        ("Zephyrine", "\u0396ephyrine"),  # a Greek one
        ("Zephyrine", "Zeph\u200byrine"),
        ("Ann Quill", "> > Ann\n> > Quill"),
        ("Anne-Marie", "Anne-\nMarie"),
        ("Anne-Marie", "Anne\u2011Marie"),
        ("O'Neil", "O\u2019Neil"),
        ("Griffin", "Gri\ufb03n"),
        ("\u0141ukasz", "Lukasz"),
        ("Lukasz", "\u0141ukasz"),
        ("\u041d\u0418\u041d\u0410", "\u041d\u0438\u043d\u0430"),
        ("943 476 5919", "9434765919"),
        ("Stra\u00dfe", "STRASSE"),
    ],
)
def test_a_term_is_found_and_where_it_stands(term: str, text: str) -> None:
    assert list(found(text, [needle_of("nobody"), needle_of(term)])) == [1]
    around = f"It was said {text} today"
    [(start, end)] = matches(around, needle_of(term))
    assert around[:start].strip(" >") in ("It was said", "It was said seen by")
    assert around[end:].removeprefix("'s") in (" today", " today today")


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Ann", "Annabel, Joanna and Hannah"),
        ("Ann", "nnA"),  # short terms are not looked for backwards
        ("Zephyrine", "Zephyrines"),
        ("Dean", "d\u00e9andre"),
        ("12", "212, 123"),
        ("?!", "?!"),
    ],
)
def test_another_word_is_no_leak(term: str, text: str) -> None:
    assert list(found(text, [needle_of(term)])) == []
    assert matches(text, needle_of(term)) == []


def test_a_term_written_apart_is_told_where_it_stands() -> None:
    assert matches("By M.a.r.s.h, today.", needle_of("Marsh")) == [(3, 12)]


def test_a_term_is_told_of_wherever_it_stands() -> None:
    text = "Quill, Zephy-\nrine and QUILL"
    assert matches(text, needle_of("Quill")) == [(0, 5), (23, 28)]
    assert matches(text, needle_of("Zephyrine")) == [(7, 18)]


@pytest.mark.parametrize(
    "text",
    [
        "Seen with Zephyrine Quill at home",
        "Seen with ZEPHYRINE\n> QUILL at home",
        "Seen with Zephyr-\nine Quill at home",
        "Seen with lliuQ eniryhpeZ at home",
        "Seen with Z.e.p.h.y.r.i.n.e Q.u.i.l.l at home",
        "Seen with Z\u00e9phyrine\u2003Quill \u2014 \u4e2d at home",
        "Seen with =5Aephyrine Quill at home",
    ],
)
def test_one_name_among_many_that_are_not_there_is_found_as_if_it_were_the_only_one(
    text: str,
) -> None:
    many = [needle_of(f"Brackenfold Undermere {number}") for number in range(600)]
    assert list(found(text, [*many, needle_of("Zephyrine Quill")], words=True)) == [600]
    assert list(found(text, [*many, needle_of("Zephyrina Quill")], words=True)) == []


@pytest.mark.parametrize(
    ("term", "text", "stands"),
    [
        ("Zephyrine", "referZephy\nrineForm", True),
        ("Zephyrine", "xxZephy \n  rine now", True),
        ("Robin", "callRob\nincident", False),
        ("Zephyrine", "xxZe\nphy\nrineForm", False),
    ],
)
def test_a_name_that_ran_into_other_words_is_read_over_the_end_of_a_line(
    term: str, text: str, stands: bool
) -> None:
    assert [*found(text, [needle_of(term)], words=True)] == [0] * stands
    assert bool(matches(text, needle_of(term))) == stands
