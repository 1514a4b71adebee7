"""Words set on pages: what they look like in the text of the page, and what is told of them."""

from __future__ import annotations

import io

import pikepdf
import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import (
    Block,
    Fields,
    NewPage,
    Rows,
    Words,
    lay_out,
    refuse_lost_letters,
)
from redaction.formats.letters import UNSEEN, gaps_of, settable
from redaction.formats.pdf.reader import read_pdf
from redaction.reading import read_document


def pages_of(*blocks: Block) -> list[str]:
    """Return the text of each page, with its spaces as single spaces."""
    return [" ".join(page.text.split()) for page in read_pdf(lay_out(blocks)).pages]


@pytest.mark.parametrize(
    "name",
    ["Γιώργος", "Дмитрий", "Ալեքսան", "ზურაბ", "ሰላም", "Nguyễn Thị Ngọc", "Þórdís", "Łukasz"],
)
def test_names_in_letters_that_stand_by_themselves_are_shown(name: str) -> None:
    assert pages_of(Words(f"{name} rang.")) == [f"{name} rang."]


@pytest.mark.parametrize("name", ["山田", "김민준"])
def test_letters_that_no_installed_typeface_has_are_refused(name: str) -> None:
    with pytest.raises(Refused, match="letters that cannot be shown"):
        lay_out([Words(name)])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("fine \U0001f600", "fine [grinning face]"),
        ("\U0001f1ec\U0001f1e7", "[flag G][flag B]"),
        ("Zoe\U0001f1ec\U0001f1e7", "Zoe[flag G][flag B]"),
        ("\U0001f1ff\U0001f1f4e", "ZOe"),  # a name that is spelt with them
        ("\U0001f1ff\U0001f1f4\U0001f1ea", "ZOE"),
        ("\U0001f169\U0001f15eE", "ZOE"),  # in black circles
        ("\U0001f189\U0001f17eE", "ZOE"),  # in black squares
        ("\U0001d403\U0001d41e\U0001d41a\U0001d427", "Dean"),
        ("a\x01b\x1bc", "a[U+0001]b[U+001B]c"),
        ("De\u200ban\u202e", "Dean"),
        ("one\u2028two", "one two"),
    ],
)
def test_signs_are_named_and_what_only_steers_is_left_out(text: str, shown: str) -> None:
    assert pages_of(Words(text)) == [shown]


def test_letters_that_look_like_others_stay_what_they_are() -> None:
    assert settable("D\u0435an") == "D\u0435an"


def test_a_wide_sign_without_a_typeface_is_set_plain_so_that_it_parts_no_name() -> None:
    assert settable("O\uff07Brien \uff06 Dean\uff0eQuaxley") == "O'Brien & Dean.Quaxley"


def test_unseen_characters_are_told_as_a_gap() -> None:
    assert [gap.because for gap in read_document("De\u200ban rang".encode()).gaps] == [UNSEEN]
    assert gaps_of(["D\u00e9an", "soft\u00adly"]) == ()


def sizes_of(*blocks: Block) -> list[tuple[int, int]]:
    """Return the width and height of each page, in points."""
    with pikepdf.open(io.BytesIO(lay_out(blocks))) as pdf:
        return [(round(page.mediabox[2]), round(page.mediabox[3])) for page in pdf.pages]


def test_a_table_too_wide_for_any_page_keeps_what_each_row_is_about() -> None:
    rows = tuple((f"child {r}", *(f"Northmoor-{r}-{c}" for c in range(2, 15))) for r in (1, 2))
    assert pages_of(Rows(rows)) == [
        "Columns 2 to 8 "
        "child 1 Northmoor-1-2 Northmoor-1-3 Northmoor-1-4 Northmoor-1-5 Northmoor-1-6 "
        "Northmoor-1-7 Northmoor-1-8 "
        "child 2 Northmoor-2-2 Northmoor-2-3 Northmoor-2-4 Northmoor-2-5 Northmoor-2-6 "
        "Northmoor-2-7 Northmoor-2-8 "
        "Columns 9 to 14 "
        "child 1 Northmoor-1-9 Northmoor-1-10 Northmoor-1-11 Northmoor-1-12 Northmoor-1-13 "
        "Northmoor-1-14 "
        "child 2 Northmoor-2-9 Northmoor-2-10 Northmoor-2-11 Northmoor-2-12 Northmoor-2-13 "
        "Northmoor-2-14"
    ]


def test_a_page_lies_on_its_side_where_a_table_needs_it_and_stands_where_none_does() -> None:
    narrow = Rows((("Date", "Who"), ("01/02/2012", "Oona Bramhall-Fisk")), head=True)
    wide = Rows((("Bramhall-Fisk",) * 8,) * 2, head=True)
    assert sizes_of(narrow, NewPage(), Words("Sheet"), wide, NewPage(), narrow) == [
        (595, 842),
        (842, 595),
        (595, 842),
    ]
    assert sizes_of(wide, NewPage(), narrow) == [(842, 595), (595, 842)]


def test_no_name_is_broken_in_a_table_of_many_columns() -> None:
    head = tuple(f"Column {letter}" for letter in "ABCDEFGHIJKLMNO")
    row = ("NM1000", "01/03/2012", "10:30", "15/03/2001", "Oona Bramhall-Fisk", "01632 960 500",
           "Darren Quaxley", "Grandmother", "Harbour House family centre", "Supervised",
           "Cancelled at short notice by Mr Quaxley's solicitor, who will write", "yes", "no",
           "Sheila Trenwick", "01/04/2012")  # fmt: skip
    [text] = pages_of(Rows((head, *[row] * 3), head=True))
    for words in ("Bramhall-Fisk", "Quaxley's", "01/03/2012", "Grandmother", "Trenwick"):
        assert text.split().count(words) >= 3, words


def test_labels_quotes_and_lists_read_in_order() -> None:
    blocks = (
        Fields((("From:", "Priya Nair"), ("To:", "Duty Team"))),
        Words("> Dean rang.", quoted=1),
        Words("\u2022 one", indent=2),
        NewPage(),
        Words("The end", heading=True),
    )
    assert pages_of(*blocks) == [
        "From: Priya Nair To: Duty Team > Dean rang. \u2022 one",
        "The end",
    ]


def test_long_tables_and_long_words_go_over_pages_and_lose_nothing() -> None:
    rows = tuple((str(n), "Dean rang") for n in range(300))
    text = " ".join(pages_of(Rows(rows, head=True), Words("x" * 9000)))
    assert text.count("Dean rang") == 300
    assert text.count("x") == 9000


def test_a_cell_longer_than_a_page_is_parted() -> None:
    assert " ".join(pages_of(Rows((("a", "word " * 2000),)))).count("word") == 2000


def test_a_table_of_too_many_cells_is_refused() -> None:
    with pytest.raises(Refused, match="too large"):
        lay_out([Rows((("x",) * 500_000,))])


def test_a_long_table_says_on_each_page_what_its_columns_are() -> None:
    rows = (
        ("", "A", "B"),
        ("1", "Day", "Who"),
        *((str(n), "Monday", "Dean") for n in range(2, 120)),
    )
    pages = pages_of(Rows(rows, head=True, repeated=2))
    assert len(pages) == 3
    for page in pages:
        assert page.split()[:5] == ["A", "B", "1", "Day", "Who"]
    assert " ".join(pages).count("Monday") == 118


def test_a_row_taller_than_a_page_is_parted_below_the_headings() -> None:
    rows = (("A", "B"), ("1", "word " * 1500), ("2", "last"))
    pages = pages_of(Rows(rows, head=True, repeated=1))
    assert " ".join(pages).count("word") == 1500
    assert "last" in pages[-1]


def test_an_address_longer_than_its_column_stays_on_one_line() -> None:
    address = "zephyrine.quaxley@childrens-services.northmoor.example.org"
    rows = (("A", "B", "C"), ("1", address, "short"), ("2", "words " * 30, "words " * 30))
    assert address in " ".join(pages_of(Rows(rows, head=True))).split()


def test_letters_that_a_page_repeats_without_reason_are_refused() -> None:
    block = Rows((("A", "B"), ("1", "Dean")), head=True, repeated=1)
    refuse_lost_letters([block], ["A B 1 Dean", "A B"], ["A", "B"])
    with pytest.raises(Refused, match="without losing letters"):
        refuse_lost_letters([block], ["A B 1 Dean", "A B"])


def test_long_notes_take_the_room_that_dates_and_names_leave() -> None:
    note = (
        "Rang her mother. No answer, left a message and will try again on Thursday after the core "
        "group has met at school. Kay was said to be well, and her new glasses have come."
    )
    rows = (
        ("Date", "Child", "Duration in minutes", "Notes"),
        ("01/02/2024", "Kayleigh Ann Marsh", "5", note),
    )
    [page] = read_pdf(lay_out([Rows(rows, head=True, repeated=1)])).pages
    lines = [" ".join(line.split()) for line in page.text.split("\n") if line.strip()]
    assert any("Kayleigh Ann Marsh" in line for line in lines)
    assert any("No answer, left a message" in line for line in lines)
    assert len(lines) <= 9  # two of the heading, and the note in five or six
