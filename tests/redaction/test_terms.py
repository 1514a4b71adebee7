"""A term of a list is found however it is written, and other words are left alone."""

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.proof.needles import found, matches, needle_of
from redaction.terms import TermDetector


def seen(term: str, text: str) -> list[str]:
    """Return what a detector of one term finds."""
    return [text[slice(*f.span)] for f in TermDetector([term]).find(Page(1, text), Roster(""))]


WRITTEN = [
    # Something stands between every two letters.
    ("Quaxley", "for Q.u.a.x.l.e.y at noon", "Q.u.a.x.l.e.y"),
    ("Quaxley", "for Q-u-a-x-l-e-y", "Q-u-a-x-l-e-y"),
    ("Quaxley", "for Q*u*a*x*l*e*y", "Q*u*a*x*l*e*y"),
    ("Quaxley", "for Q/u/a/x/l/e/y", "Q/u/a/x/l/e/y"),
    ("Quaxley", "for Q_u_a_x_l_e_y", "Q_u_a_x_l_e_y"),
    ("Quax", "for Q\u00b7u\u00b7a\u00b7x", "Q\u00b7u\u00b7a\u00b7x"),
    ("Quaxley", "for Q . u . a . x . l . e . y", "Q . u . a . x . l . e . y"),
    ("Quaxley", "for Q u a x\nl e y", "Q u a x\nl e y"),
    ("Quaxley", "for Q.u.a.-\nx.l.e.y", "Q.u.a.-\nx.l.e.y"),
    ("Zephyrine Quaxley", "Z.e.p.h.y.r.i.n.e. Q.u.a.x.l.e.y", "Z.e.p.h.y.r.i.n.e. Q.u.a.x.l.e.y"),
    ("Quaxley", "Z.e.p.h.y.r.i.n.e Q.u.a.x.l.e.y", "Q.u.a.x.l.e.y"),
    ("Zo\u00eb", "spelt Z-o-e\u0308", "Z-o-e\u0308"),
    ("Quaxley", "Q\u200bu\u00ada\u2060xley", "Q\u200bu\u00ada\u2060xley"),
    ("Quaxley", "Qu\u034faxley", "Qu\u034faxley"),
    # Parted by a hyphen, as where a line once ended.
    ("Quaxley", "Mr Quax-ley came", "Quax-ley"),
    ("Quaxley", "Mr Quax\u2011ley came", "Quax\u2011ley"),
    ("Quaxley", "Mr Quax\u2010ley came", "Quax\u2010ley"),
    ("Quaxley", "Mr Quax\u00adley came", "Quax\u00adley"),
    ("Quaxley", "Mr Quax- ley came", "Quax- ley"),
    ("Zawislowski", "Mr Za-wis-low-ski came", "Za-wis-low-ski"),
    ("Dean Quaxley", "Mr Dean Quax-ley came", "Dean Quax-ley"),
    ("Quaxley", "Mrs Quax-ley-Marsh", "Quax-ley"),
    ("01632960001", "call 01632-960-001", "01632-960-001"),
    # A footnote touches it.
    ("Quaxley", "Quaxley2 said", "Quaxley"),
    ("Quaxley", "Quaxley\u00b2 said", "Quaxley"),
    ("Quaxley", "1Quaxley", "Quaxley"),
    ("Quaxley", "Quaxley\u2019s bag", "Quaxley"),
    ("943 476 5919", "no. 943 476 5919\u00b3", "943 476 5919"),
    # Strokes of a path were read as letters: the name began behind one, and ran on.
    ("Quaxley", "ocsiQuaxleyiligbal visit", "Quaxley"),
    # In an address of e-mail or the name of a file.
    ("Zephyrine Quaxley", "zephyrine.quaxley@example.org", "zephyrine.quaxley"),
    ("Zephyrine Quaxley", "Zephyrine_Quaxley.docx", "Zephyrine_Quaxley"),
    ("Anne-Marie", "Anne Marie and", "Anne Marie"),
    # Letters that look like those of the name.
    ("Quaxley", "Qu\u0430\u0445ley", "Qu\u0430\u0445ley"),
    ("Zephyrine", "\u0396ephyrine", "\u0396ephyrine"),
    ("Quaxley", "Quaxle\u03b3", "Quaxle\u03b3"),
    ("Zephyrine", "Zephyr\u0131ne", "Zephyr\u0131ne"),
    ("Cox", "Mr \u0421\u043e\u0445 came", "\u0421\u043e\u0445"),
    ("Quaxley", "Q\uff55\uff41\uff58ley", "Q\uff55\uff41\uff58ley"),
    ("Quaxley", "\U0001d410\U0001d42eaxley", "\U0001d410\U0001d42eaxley"),
    ("Aethelstan", "\u04d4thelstan", "\u04d4thelstan"),
    # An apostrophe is a sign of its own in Hawaiian, Uzbek, and Arabic in Latin letters.
    ("O'Brien", "Mrs O\u02bbBrien came", "O\u02bbBrien"),
    ("G'ulom", "G\u02bbulom came", "G\u02bbulom"),
    ("Sa'id", "Sa\u02bfid came", "Sa\u02bfid"),
    ("Hanna", "\u029c\u1d00\u0274\u0274\u1d00", "\u029c\u1d00\u0274\u0274\u1d00"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("01632 960 417", "call 101632 960 417 now", "101632 960 417"),
        ("943 476 5919", "no. 943 476 59191", "943 476 59191"),
    ],
)
def test_a_long_number_is_found_with_the_rule_of_its_cell_read_as_a_one(
    term: str, text: str, expected: str
) -> None:
    assert seen(term, text) == [expected]


@pytest.mark.parametrize(("term", "text", "expected"), WRITTEN)
def test_a_term_is_found_however_it_is_written(term: str, text: str, expected: str) -> None:
    assert seen(term, text) == [expected]


@pytest.mark.parametrize(
    ("term", "text"),
    # To the proof a footnote's figure is part of a number, and a hyphen part of a name.
    [(term, text) for term, text, _ in WRITTEN if term not in ("943 476 5919", "Anne-Marie")
     and "phyrine.q" not in text and "_Q" not in text],
)  # fmt: skip
def test_the_proof_finds_it_as_well(term: str, text: str) -> None:
    assert list(found(text, [needle_of(term)], words=True)) == [0]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        # No spaces between words: Thai, Chinese, Japanese.
        (
            "\u0e2a\u0e21\u0e0a\u0e32\u0e22",
            "\u0e19\u0e32\u0e22\u0e2a\u0e21\u0e0a\u0e32\u0e22\u0e44\u0e1b",
            "\u0e2a\u0e21\u0e0a\u0e32\u0e22",
        ),
        ("\u738b\u5c0f\u660e", "\u4eca\u5929\u738b\u5c0f\u660e\u53bb\u4e86", "\u738b\u5c0f\u660e"),
        (
            "\u7530\u4e2d\u82b1\u5b50",
            "\u7530\u4e2d\u82b1\u5b50\u3055\u3093\u304c",
            "\u7530\u4e2d\u82b1\u5b50",
        ),
        # Small words behind a name in Korean, before it in Hebrew and Arabic.
        ("\uae40\ucca0\uc218", "\uc624\ub298 \uae40\ucca0\uc218\uac00", "\uae40\ucca0\uc218"),
        ("\u05e9\u05e8\u05d4", "\u05d5\u05dc\u05e9\u05e8\u05d4 \u05d9\u05e9", "\u05e9\u05e8\u05d4"),
        ("\u0645\u062d\u0645\u062f", "\u0648\u0645\u062d\u0645\u062f", "\u0645\u062d\u0645\u062f"),
        # Presentation forms, another keyboard's letters, a lengthened line, vowels.
        ("\u0639\u0644\u064a", "\ufecb\ufee0\ufef2", "\ufecb\ufee0\ufef2"),
        ("\u0639\u0644\u064a", "\u0639\u0644\u06cc", "\u0639\u0644\u06cc"),
        ("\u0639\u0644\u064a", "\u0639\u0640\u0644\u064a", "\u0639\u0640\u0644\u064a"),
        ("\u0639\u0644\u064a", "\u0639\u064e\u0644\u064a", "\u0639\u064e\u0644\u064a"),
        ("\u05e9\u05e8\u05d4", "\u05e9\u05c2\u05e8\u05b8\u05d4", "\u05e9\u05c2\u05e8\u05b8\u05d4"),
        # A font says a control character of part of a letter.
        (
            "\u0930\u093f\u092f\u093e",
            "\u0930\u093f\x04\u092f\u093e",
            "\u0930\u093f\x04\u092f\u093e",
        ),
    ],
)
def test_a_name_is_found_as_its_own_writing_has_it(term: str, text: str, expected: str) -> None:
    assert seen(term, text) == [expected]
    assert list(found(text, [needle_of(term)], words=True)) == [0]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("Zephyrine", "Zephyr1ne", "Zephyr1ne"),
        ("Quaxley", "QuaxIey", "QuaxIey"),
        ("Oliver", "0liver", "0liver"),
        ("Imran", "with lmran", "lmran"),
        ("Ian", "with lan", "lan"),
        ("Billie", "Bil1ie", "Bil1ie"),
    ],
)
def test_a_term_is_found_where_a_scanner_took_one_letter_for_another(
    term: str, text: str, expected: str
) -> None:
    assert seen(term, text) == [expected]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Ann", "Annabel, Joanna, an n\u00e9e"),
        ("Ann", "A. Nn"),
        ("Kam", "K. Amber"),
        ("Quaxley", "Quaxleyan"),
        ("Lee", "a sleepy fleet"),
        ("Mali", "the mail"),
        ("Hope", "\u043d\u043e\u0440\u0435 \u0438 \u043c\u044b"),  # Cyrillic among Cyrillic
        ("Cox", "\u0421\u043e\u0445 \u0438 \u0410\u043d\u043d\u0430"),
        ("\u0930\u093e\u092e", "\u0930\u093e\u092e\u0940"),  # another name: one vowel more
        ("\u738b", "\u56fd\u738b\u6765"),  # one letter of Chinese is part of many words
        ("\u05e8\u05d5\u05df", "\u05d0\u05d4\u05e8\u05d5\u05df"),
        ("12", "212, 123"),
        ("?!", "?!"),
        ("Lane", "the ladder"),
        ("1015", "aged 10-15"),
        ("Leeson", "with Lee - son of Dean"),
        ("Ann Quill", "1  Ann\n3  Quill\n4  Dean"),  # no numbers of lines
        ("Ann Quill", "8  with Ann\n9  Quill"),
        ("Anna", "An(n)ual, (Ann)(a)"),
    ],
)
def test_other_words_are_left_alone(term: str, text: str) -> None:
    assert seen(term, text) == []
    assert list(found(text, [needle_of(term)], words=True)) == []


RAN_TOGETHER = [
    ("Darren Quaxley", "contactDarren QuaxleyKayleigh", "Darren Quaxley"),
    ("Darren Quaxley", "contactDarrenQuaxleyKayleigh", "DarrenQuaxley"),
    ("Quaxley", "contactDarrenQuaxleyKayleigh", "Quaxley"),
    ("Kayleigh", "contactDarrenQuaxleyKayleigh", "Kayleigh"),
    ("Quaxley", "MotherQuaxley2019", "Quaxley"),
    ("Sean", "contactSeanKayleigh", "Sean"),
    ("Darren Quaxley", "NHSDarren QuaxleyGP", "Darren Quaxley"),
    ("Zo\u00eb Hall", "contactZo\u00eb Hall\u00c9dith", "Zo\u00eb Hall"),
    ("\u00c9dith", "contactZo\u00eb Hall\u00c9dith", "\u00c9dith"),
    ("943 476 5919", "NHS9434765919Kayleigh", "9434765919"),
    ("01632 960001", "phone01632 960001Darren", "01632 960001"),
]


@pytest.mark.parametrize(("term", "text", "expected"), RAN_TOGETHER)
def test_a_term_is_found_where_it_ran_into_other_words(term: str, text: str, expected: str) -> None:
    assert seen(term, text) == [expected]
    assert list(found(text, [needle_of(term)], words=True)) == [0]
    [(start, end)] = matches(text, needle_of(term))
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("Quaxley", "McQuaxley, MacQuaxley, MCQuaxley, AQuaxley and CONTACTQUAXLEY"),
        ("Sean", "OSEANIA, OSEANia, OSeania"),
        ("Roman", "Romanov, aROMANce and romanKayleigh"),
        ("Sean", "Seanna, OSEANIA"),
        ("Ann", "AnniversaryAnnKay"),
        ("Mark", "BookMark, MarkInfo"),
        ("Grace", "GraceNote"),
        ("Will", "GoodWillHunting"),
        ("123456", "0x1234567"),
        ("12345", "AB12345C"),
    ],
)
def test_a_term_within_another_word_is_left_alone(term: str, text: str) -> None:
    assert seen(term, text) == []
    assert list(found(text, [needle_of(term)], words=True)) == []
    assert matches(text, needle_of(term)) == []


BY_CHANCE = [
    ("Ina", "he was in a house"),
    ("Isa", "it is a dog"),
    ("Asher", "as her mother said"),
    ("Avery", "a very good day"),
    ("Maya", "you may a\u00efd her, she may\na"),
    ("Hasan", "he has an uncle"),
    ("Aman", "a man came"),
    ("Noone", "no-one and no one"),
    ("Newman", "a new man"),
    ("Weare", "We are at home"),
    ("Isa Brown", "It is a brown dog"),
    ("Foran", "for an hour"),
    ("01632 960 417", "call 201632 960 417"),
    ("01632 960 417", "call 01632 960 4172"),
    ("Marsh", "the fenMarshland"),
    ("Donald", "Mr McDonaldson"),
    ("Quaxley", "Quaxleyite"),
]


@pytest.mark.parametrize(("term", "text"), BY_CHANCE)
def test_everyday_words_side_by_side_are_no_name(term: str, text: str) -> None:
    assert seen(term, text) == []
    assert list(found(text, [needle_of(term)], words=True)) == []


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("Maya", "for M aya and Ma ya", ["M aya", "Ma ya"]),
        ("Asher", "as her son Asher", ["Asher"]),
        ("Isa Brown", "that Isa Brown", ["Isa Brown"]),
        ("Ina", "spelt I-N-A", ["I-N-A"]),
        ("Newman", "for New-\nman", ["New-\nman"]),
        ("Newman", "a cell of New\nman", ["New\nman"]),
        ("Newman", "Mr New-man and New\u2011man", ["New-man", "New\u2011man"]),
        ("Jo Greenwood", "Jo Green\nwood", ["Jo Green\nwood"]),
    ],
)
def test_a_name_that_everyday_words_spell_is_found_itself(
    term: str, text: str, expected: list[str]
) -> None:
    assert seen(term, text) == expected
    assert list(found(text, [needle_of(term)], words=True)) == [0]


SHOWN = [
    # Codes of letters are shown as they are.
    ("Zephyrine Quaxley", "x.org/%5Aephyrine%20%51uaxley met", "%5Aephyrine%20%51uaxley"),
    ("Zo\u00eb", "x.org/Zo%C3%AB met", "Zo%C3%AB"),
    ("Zephyrine", "for =5Aephyrine now", "=5Aephyrine"),
    ("Zephyrine", "for Zephy=\nrine now", "Zephy=\nrine"),
    ("Zephyrine", "for &#90;ephyrine now", "&#90;ephyrine"),
    ("Zo\u00eb", "for Zo&euml; now", "Zo&euml;"),
    ("Zephyrine", r"for \u005aephyrine now", r"\u005aephyrine"),
    ("Zephyrine", r"for \x5aephyrine now", r"\x5aephyrine"),
    ("Zephyrine", "for _x005A_eph_x00ad_yrine now", "_x005A_eph_x00ad_yrine"),
    ("Zephyrine", "for **Zeph**yrine now", "Zeph**yrine"),
    ("Zephyrine", r"for Zephy\rine now", r"Zephy\rine"),
    ("Zephyrine", "for Zeph[U+001B][0myrine now", "Zeph[U+001B][0myrine"),
    ("Zephyrine", "for ZephX[U+0008]yrine now", "ZephX[U+0008]yrine"),
    ("Zephyrine", 'for "Zephy"&"rine" now', 'Zephy"&"rine'),
    ("Zephyrine", r"for \132ephyrine now", r"\132ephyrine"),
    ("Zephyrine", "for Ze<b>phyr</b>i<i class=x>ne</i> now", "Ze<b>phyr</b>i<i class=x>ne"),
    ("Zephyrine", "Z[U+0000]ephyri[U+00\n00]ne", "Z[U+0000]ephyri[U+00\n00]ne"),
    # A line ends in it where it ran into other words.
    ("Zephyrine", "referZephy\nrineForm now", "Zephy\nrine"),
    ("Zephyrine Quaxley", "xxZephyrineQua\n  xleyWas now", "ZephyrineQua\n  xley"),
    # An editor's brackets, and what was struck out, within it.
    ("Zephyrine", "for Z(ephyrine) now", "Z(ephyrine"),
    ("Zephyrine", "for (Z)ephyrine now", "Z)ephyrine"),
    ("Zephyrine", "for Zeph[yrine] now", "Zeph[yrine"),
    ("Zephyrine", "Zeph[yrine]", "Zeph[yrine"),
    ("Zephyrine", "Z\u0336Zephyrine", "Zephyrine"),
    ("Zephyrine", "for Ze[struck out: XX]phyrine now", "Ze[struck out: XX]phyrine"),
    ("Zephyrine", "for Ze~~XX~~phyrine now", "Ze~~XX~~phyrine"),
    ("Zephyrine", "for Ze~~phy~~rine now", "Ze~~phy~~rine"),
    ("Zephyrine", "for ZeX\u0336X\u0336phyrine now", "ZeX\u0336X\u0336phyrine"),
    (
        "Zephyrine Quaxley",
        "Zephyrine [struck out: May] Quaxley",
        "Zephyrine [struck out: May] Quaxley",
    ),
    ("Zephyrine Quaxley", "[struck out: Zephyrine] Quaxley", "Zephyrine] Quaxley"),
    ("Zephyrine", "for Ze[struck\nout: phy]rine now", "Ze[struck\nout: phy]rine"),
    # Letters in black circles and squares, and of flags.
    ("Zoe", "for \U0001f169\U0001f15e\U0001f154 now", "\U0001f169\U0001f15e\U0001f154"),
    ("Zoe", "for \U0001f189\U0001f17e\U0001f174 now", "\U0001f189\U0001f17e\U0001f174"),
    ("Zoe", "for \U0001f1ff\U0001f1f4\U0001f1ea now", "\U0001f1ff\U0001f1f4\U0001f1ea"),
    ("Zoe", "for Zoe\U0001f1ec\U0001f1e7 now", "Zoe"),
    # A transcript has numbers before its lines.
    ("Zephyrine Quaxley", "7 by\n8  Zephyrine\n9  Quaxley\n10 now", "Zephyrine\n9  Quaxley"),
    ("Zephyrine", "7  by\n8  Zephy-\n9  rine now", "Zephy-\n9  rine"),
    # It is packed: in base 64, over lines, in UTF-16, as octets in figures.
    ("Zephyrine", "for bmFtZTogWmVwaHlyaW5lIFF1YXhsZXkgd2FzIHRoZXJl now", "WmVwaHlyaW5l"),
    ("Zephyrine", "data:text/plain;base64,bmFtZTogWmVwaHlyaW5lIHdhcw==", "WmVwaHlyaW5l"),
    (
        "Zephyrine",
        "> bmFtZTogaXQgd2FzIFpl\n> cGh5cmluZSB3aG8=\n",
        "Fpl\n> cGh5cmluZS",
    ),
    ("Zephyrine", "+AFoAZQBwAGgAeQByAGkAbgBl now", "AFoAZQBwAGgAeQByAGkAbgBl"),
    ("Zephyrine", "x 5a6570687972696e65 now", "5a6570687972696e65"),
    ("Zephyrine", "x 5A 65 70 68 79\n72 69 6E 65 20", "5A 65 70 68 79\n72 69 6E 65"),
    (
        "Zephyrine",
        "0x5a,0x65,0x70,0x68,0x79,0x72,0x69,0x6e,0x65",
        "5a,0x65,0x70,0x68,0x79,0x72,0x69,0x6e,0x65",
    ),
    # A line ends within it, with any hyphen, and in a message that is quoted.
    ("Zephyrine", "for Zephy\u2010\nrine now", "Zephy\u2010\nrine"),
    ("Zephyrine", "for Zephy\u2013\nrine now", "Zephy\u2013\nrine"),
    ("Zephyrine", "for Zephy\u00ad\nrine now", "Zephy\u00ad\nrine"),
    ("Zephyrine", "> for Zephy-\n> rine now", "Zephy-\n> rine"),
    ("Zephyrine", ">> for Zephy-\n> > rine now", "Zephy-\n> > rine"),
    # It is written from its end.
    ("Zephyrine", "for enirhypeZ and eniryhpeZ now", "eniryhpeZ"),
    ("Zephyrine Quaxley", "for yelxauQ eniryhpeZ now", "yelxauQ eniryhpeZ"),
    ("Quaxley", "for YELXAUQ now", "YELXAUQ"),
    ("Ann", "for nnA now", "nnA"),
    # Letters with strokes and hooks, and a sign, that are read as plain letters.
    ("Zephyrine Quaxley", "for \u01b5ephyrine \u024auaxley", "\u01b5ephyrine \u024auaxley"),
    ("Quaxley", "for Qua\u00d7ley now", "Qua\u00d7ley"),
]


@pytest.mark.parametrize(("term", "text", "stands"), SHOWN)
def test_a_term_that_shows_its_codes_or_turns_round_is_found_where_it_stands(
    term: str, text: str, stands: str
) -> None:
    assert seen(term, text) == [stands]
    assert list(found(text, [needle_of(term)], words=True)) == [0] or term in ("Ann", "Quaxley")


@pytest.mark.parametrize(
    ("term", "text", "stands"),
    [
        ("Quaxley", "the Quaxleys came", ["Quaxleys"]),
        ("Quaxley", "THE QUAXLEYS", ["QUAXLEYS"]),
        ("Quaxley", "the Quaxleys\u2019 house, Quaxley's bag", ["Quaxleys", "Quaxley"]),
        ("Marsh", "the Marshes of Marshland", ["Marshes"]),
        ("Zephyrine", "NameZephyrine and scanZephyrineQuaxley2.jpg", ["Zephyrine", "Zephyrine"]),
        ("Quaxley", "quaxleys, Quaxleyan, MacQuaxley and aquaxley", []),
        ("Donald", "McDonald, MacDonald and Donaldson", []),
        ("Rose", "Roses and PrimRose", []),
    ],
)
def test_a_long_name_is_found_as_a_family_and_where_a_capital_begins_it(
    term: str, text: str, stands: list[str]
) -> None:
    assert seen(term, text) == stands


@pytest.mark.parametrize(
    ("term", "text", "stands"),
    [
        # Lists from a database have no apostrophes, passports and e-mail no umlauts.
        ("OBRIEN", "Mrs O'Brien and Mr O\u2019Brien", ["O'Brien", "O\u2019Brien"]),
        ("Deshawn", "De\u2019Shawn came", ["De\u2019Shawn"]),
        ("M\u00fcller", "Mr Mueller came", ["Mueller"]),
        ("S\u00f8rensen", "Soerensen", ["Soerensen"]),
        ("Stra\u00df", "Stra\u03b2 came", ["Stra\u03b2"]),
        ("Shell", "she'll come, she\u2019ll see", []),
        ("Wells", "we'll see", []),
        ("Ned", "atoned, one'd", []),
        ("Ive", "I've been", []),
        # Initials are joined to a name in addresses of e-mail.
        ("Quaxley", "zquaxley@example.org and quaxleyz@example.org", ["quaxley", "quaxley"]),
        ("Quaxley", "thequaxleys@example.org, zj.quaxley84@example.org", ["quaxley", "quaxley"]),
        ("Marsh", "lmarsh@example.org, marshl@example.org", ["marsh", "marsh"]),
        ("Marsh", "pmarshall@example.org, lmarsh at work", []),
        ("Richard", "t.richardson@example.org", []),
        # A country's code is joined to a name in a passport's lines.
        ("Quaxley", "P<GBRQUAXLEY<<ZEPHYRINE<<<<<", ["QUAXLEY"]),
        ("Fitz-Lane", "P<GBRFITZ<LANE<<ANN<<<<", ["FITZ<LANE"]),
        ("Quaxley", "PLAINQUAXLEYAN <<", []),
    ],
)
def test_a_name_is_found_as_lists_addresses_and_passports_spell_it(
    term: str, text: str, stands: list[str]
) -> None:
    assert seen(term, text) == stands


ORDINARY = [
    ("Ann", "for a nna and an enna now"),
    ("Dean", "5%20naed"),
    ("Ward", "drawer and draw"),
    ("Mark", "*** marks, un~marked, 5%marks, and &copy;marks"),
    ("Lee", r"C:\files\sleeve and f\leet &lt;eel&gt;"),
    ("Dean", "07700 900123 and 64 65 61 6e at 12:30, 2026-11-02, added a face"),
    ("Ann", "a/long/path/to/some_file_or-other/announcement"),
    ("Rose", "p=20roses, the prose-\nly told, and aroses"),
]


@pytest.mark.parametrize(("term", "text"), ORDINARY)
def test_signs_and_words_from_their_ends_make_no_terms_of_other_words(term: str, text: str) -> None:
    assert seen(term, text) == []


def test_a_name_is_found_as_registers_list_people() -> None:
    text = "Pupil: QUAXLEY, Zephyrine (9)"
    assert seen("Zephyrine Quaxley", text) == ["QUAXLEY, Zephyrine"]
    assert seen("Jun Li Chan", "CHAN,\nJun Li") == ["CHAN,\nJun Li"]
    assert seen("Darren Quaxley", "re: Quaxley Darren  dob") == ["Quaxley Darren"]
    assert seen("Darren Quaxley", "Father QUAXLEY Darren") == ["QUAXLEY Darren"]


def test_a_name_is_not_made_of_two_people_on_a_list() -> None:
    assert seen("Dean Marsh", "present: Ann Marsh, Dean Marsh") == ["Dean Marsh"]
    assert seen("Dean Marsh", "Kayleigh Marsh Dean Smith") == []
    assert seen("Dean Marsh", "Marsh\nDean") == []
    assert seen("14 Mill Lane", "Lane, 14 Mill") == []


def test_a_telephones_number_is_found_as_a_spreadsheet_keeps_it_without_its_0() -> None:
    assert seen("01632 960001", "Tel 1632960001 home, 11632960001") == ["1632960001"]
    assert seen("(01632) 960-001", "1632960001") == ["1632960001"]
    assert "44-1632-960-001" in seen("01632 960001", "card +44-1632-960-001 home")
