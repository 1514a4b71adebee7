"""Dates of birth: what must be seen, and which dates must stay."""

from collections.abc import Callable
from datetime import date

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detectors.patterns.birth import BirthDetector

Seen = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    "written",
    [
        "12/03/2001", "12.3.2001", "12-03-01", "2001-03-12", "12 March 2001", "12th Mar 2001",
        "12th of March 2001", "12 March '01", "March 12, 2001", "12 03 2001", "12-Mar-2001",
        "12 / 03 / 2001", "12 Sept. 2001", "12 March \n2001",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "label",
    [
        "DOB: {}", "d.o.b. {}", "DoB {}", "D O B {}", "Date of birth\n{}", "born {}", "born on {}",
        "born on the {}", "b. {}", "(b. {})", "birth date: {}", "Her date of birth is {}",
        "born at the Royal Infirmary on {}", "{} (dob)", "DOB given by mother as {}", "born: {}",
        "born on Monday {}",
    ],
)  # fmt: skip
def test_a_date_that_is_called_one_is_seen(label: str, written: str, seen: Seen) -> None:
    text = f"Dean Marsh, {label.format(written)}."
    assert seen(BirthDetector(), text) == [(written, "redact")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # Once it is told, it is seen wherever it stands, in any shape.
        ("DOB 12/03/01. On 12 March 2001 she came.", ["12/03/01", "12 March 2001"]),
        ("DOBs: 12/03/01, 14/05/03 and 2/2/05.", ["12/03/01", "14/05/03", "2/2/05"]),
        # A form tells who somebody is.
        ("Mother: Jo Marsh, 04/09/1981\nBrother: Al (2/1/2013)", ["04/09/1981", "2/1/2013"]),
        # A table's column.
        ("Name\tDOB\tSeen\nDean\t12/03/78\t1/2/2019\nJo\t4/5/99\t2/2/2019", ["12/03/78", "4/5/99"]),
        ("Name | Seen | DOB\nDean | 01/02/2019 | 12/03/78", ["12/03/78"]),
        ("Name   DOB   Relation\nDean Marsh   12/03/78   father", ["12/03/78"]),
        ("Name DOB Role\nDean Marsh 12/03/78 father\nJo Hart 4/5/99 aunt", ["12/03/78", "4/5/99"]),
        ("Name Role D.O.B.\nDean Marsh father 12/03/78\nJo aunt 4/5/99", ["12/03/78", "4/5/99"]),
        ("Name Relation Born\nDean Marsh father 12/03/78\nJo aunt 4/5/99", ["12/03/78", "4/5/99"]),
        ("NAME | BORN | SCHOOL\nDean | 12/03/78 | none", ["12/03/78"]),
        ("Name\nBorn\nDean\n12/03/78\nJo\n4/5/99", ["12/03/78", "4/5/99"]),
        ("Name\nDate of birth\nDean\n12/03/78\nJo\n4/5/99", ["12/03/78", "4/5/99"]),
    ],
)  # fmt: skip
def test_more_than_one_date_is_seen(text: str, found: list[str], seen: Seen) -> None:
    assert seen(BirthDetector(), text) == [(words, "redact") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "Seen on 12/03/2019.",
        "The day that Jo was born\nMidwife visited 12/03/2019\nHealth visitor came 14/03/2019",
        "Born early.\nSeen by the midwife 12/03/2019",
        "12/03/2019: the baby was born, visits from 14/03/2019.",
        "DOB not known. Seen on 12/03/2019.",
        "DOB unknown, visited 12/03/2019",
        "aged 12, 3 days in May 2019",
        "a born leader in 12 ways",
        "Name DOB Seen\nDean 01/02/2019",
        "Name\nDOB\nDate seen\nDean\n12/03/2019",
        "since she was born. On 12 March 2019 she moved",
        "born 31/02/2001",
        "birthday party on 12 March 2019",
        "Mother: visited, 12/03/2019",
        "Mother: Jo, 12/03/2019 at court",
        "Plan B 12/03/2019",
        "date of birth confirmed on 12/03/2019 by school",
        "Section b. Reviewed 12/03/2019",
    ],
)
def test_dates_of_events_and_ages_stay(text: str, seen: Seen) -> None:
    assert seen(BirthDetector(), text) == []


def test_whose_birth_it_was_decides(seen: Seen) -> None:
    people = (
        Person("p1", "Kayleigh Marsh", Standing.SUBJECT, born=date(2001, 3, 12)),
        Person("p2", "Dean Marsh", relation="father", born=date(1978, 5, 4)),
    )
    assert seen(BirthDetector(), "She was born in 2001", Roster("p1", people)) == [("2001", "ask")]
    assert seen(BirthDetector(), "He was born in May 1978", Roster("p1", people)) == [
        ("May 1978", "redact")
    ]
    text = "Kayleigh, DOB 12/3/01; Dean, born 4 May 78; another, born 6 June 1980"
    assert seen(BirthDetector(), text, Roster("p1", people)) == [
        ("12/3/01", "show"),
        ("4 May 78", "redact"),
        ("6 June 1980", "redact"),
    ]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("born in ", "1978"),
        ("born on ", "12 March"),
        ("born in ", "March 1978"),
        ("born on the ", "12th of March"),
    ],
)
def test_a_part_of_a_date_is_asked_about_there_and_nowhere_else(
    words: str, part: str, seen: Seen
) -> None:
    text = f"He was {words}{part}. They moved in March 1978, on the 12th of March, 12 March 1978."
    assert seen(BirthDetector(), text) == [(part, "ask")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Suspect: NOWAK Lee 12/03/1985", "12/03/1985"),
        ("Lee Nowak (12/03/1985)", "12/03/1985"),
        ("Lee Nowak, 12/03/85, of no fixed abode", "12/03/85"),
        ("Lives with her mother, Ola and Darren (12/03/2011).", "12/03/2011"),
        (
            "Will say: Lee, 14 Coble Lane; 07700 900 123; 12 March 1985\nDated 3 May",
            "12 March 1985",
        ),
        ("L Nowak, NM1 2AB, 12/03/1985", "12/03/1985"),
    ],
)
def test_a_date_right_behind_a_name_and_long_before_the_paper_is_asked_about(
    text: str, day: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(BirthDetector(), f"Report of 3 May 2019\n{text}") == [(day, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "Lee Nowak (12/03/2018)",  # not long before
        "Lee Nowak (12/03/1985 to 14/03/1985)",
        "Lee Nowak 12/03/1985 attended with her",
        "Seen by Lee Nowak on 12/03/1985",
        "Her mother rang and Darren (12/03/2018) said no",
        "Rang 07700 900 123; 12 March 2018\n",
        "Rang 07700 900 123 12/03/1985",
        "Northmoor Office, 12/03/1985: no entry",
    ],
)
def test_a_date_that_something_happened_on_stays(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(BirthDetector(), f"Report of 3 May 2019\n{text}") == []


def test_figures_in_a_row_are_a_date_where_they_are_called_a_birth(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    assert seen(BirthDetector(), "DOB 04081979") == [("04081979", "redact")]
    assert seen(BirthDetector(), "DOB: 040879") == [("040879", "redact")]
    assert seen(BirthDetector(), "Ref 040879") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "1 Name Date of birth Seen\n2 Ada 03/02/1981 04/01/2015\n3 Bo 05/04/1983 05/01/2015",
            ["03/02/1981", "05/04/1983"],
        ),
        (
            "1 Name DOB Attended\n2 Ada Cole 03/02/1981 04/01/2015\n3 Bo Li 04/01/2015",
            ["03/02/1981"],
        ),
        ("Name Seen Born\nHal Bell 14/03/2012 1/2/1950", ["1/2/1950"]),
        ("Name b. Seen\nHal Bell 1/2/1950 14/03/2012", ["1/2/1950"]),
        ("Name Born Placed Notes\nHal Bell 1/2/1950 14/03/2012 15/03/2012", ["1/2/1950"]),
        ("Where he was Born and seen\n1 May 2015 and 4 May 2015", []),
    ],
)
def test_cells_that_a_space_alone_parts_stand_in_the_order_of_their_heads(
    text: str, found: list[str], seen: Seen
) -> None:
    assert seen(BirthDetector(), text) == [(words, "redact") for words in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # A sheet of two columns is read without its lines' ends.
        (
            "A\nB\n1 Name D.O.B. 2 Ada Hill 11/08/1982 3 Priya Shah 03/02/1981 4 Tom Li 05/04/1983",
            ["11/08/1982", "03/02/1981", "05/04/1983"],
        ),
        # Heads below titles, and cells that run over lines.
        (
            "A B C\n1 Northmoor Council –\nOFFICE\n2 When Who\n3 Date Time Type Who D.O.B. Notes\n"
            "4 03/01/2015 09:00 TC Ada Hill 03/07/2011 Rang at\nnine.\n"
            "5 04/02/2015 10:07 HV Bo\nLi\n03/02/1981 Home visit. He saw her\non 01/02/2015.\n"
            "6 05/03/2015 11:14 EM 05/04/1983 Anonymous\nreferral",
            ["03/07/2011", "03/02/1981", "05/04/1983"],
        ),
        (
            "1 Full name Date of\nbirth\nSeen\n2 Ada Hill 03/02/1981 04/01/2015",
            ["03/02/1981"],
        ),
        (
            "3 Present Born Voice of child Review Copy to\n4 Ada,\nBo\n11/08/82 ill 01/01/2016 Jo\n"
            "5 Bo Li 12/09/45 well 02/01/2016 Jo",
            ["11/08/82", "12/09/45"],
        ),
        ("3 School Cost Tick b. Next\n4 Quay 12.5 ✓ 6.6.1955 Ring\n5 Quay 25 ✓ 7.6.1955 Ring",
         ["6.6.1955", "7.6.1955"]),
        ("1 Name DOB Seen\n2 Ada Hill 03/02/1981\n3 Bo Li 04/01/2015", ["03/02/1981"]),
        # A date that notes tell, in a row without a birth.
        ("1 Name DOB Phone Note\n2 Ada Hill 03/02/1981 Well\n"
         "3 Bo Li 01632 960233 Rang on 8 June 2015\n4 Jo Day 0 Ill since Friday 9/6/15",
         ["03/02/1981"]),
        # An unruled table in a PDF.
        ("Who b. d.\nAnna-Marie Bell 6.6.1955\nHarold Bell 1/2/1950 14/03/2012",
         ["6.6.1955", "1/2/1950"]),
        # Torn at its sign.
        ("DOB 03/07/\n2011 she said", ["03/07/\n2011"]),
        ("born 03.07.\n2011, was there", ["03.07.\n2011"]),
        ("DOB: 1 4 / 0 2 / 2 0 0 9, seen 1 5 / 0 2 / 2 0 1 9", ["1 4 / 0 2 / 2 0 0 9"]),
        ("born 1 4 t h  F e b r u a r y  2 0 0 9", ["1 4 t h  F e b r u a r y  2 0 0 9"]),
        ("D.O.B. 1 4 0 2 2 0 0 9", ["1 4 0 2 2 0 0 9"]),
        ("Birth: 14/02/2009", ["14/02/2009"]),
        ("DOB: 03-\n07-2011.", ["03-\n07-2011"]),
    ],
)  # fmt: skip
def test_births_of_a_workbooks_rows_are_seen_and_its_other_dates_stay(
    text: str, found: list[str], seen: Seen
) -> None:
    assert seen(BirthDetector(), text) == [(words, "redact") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "1 Date Entry\n2 01/02/2015 Baby Born at home\n3 02/02/2015 Visit",
        "1 Notes\n2 Baby Born at the hospital\n3 02/02/2015 Visit\n4 03/02/2015 Visit",
        "1 Name DOB Seen\n2 Ada Hill 04/01/2015\n3 Bo Li 05/01/2015",
    ],
)
def test_a_workbooks_dates_of_events_stay(text: str, seen: Seen) -> None:
    assert seen(BirthDetector(), text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("04/09/2012 She said it was Callum's birthday today, he is 6", ["04/09/2012"]),
        ("4 September 2014: Callum turned eight", ["4 September 2014"]),
        ("04/09/2012 Visit to the school\n05/09/2012 Cake for a birthday", []),
        ("03/09/2012 She said it was a birthday", []),
        (
            "Tuesday 4 September 2012\nQuiet.\nCallum's birthday, he had cake.\n\n",
            ["4 September 2012"],
        ),
        ("4 September 2012\nQuiet.\n\n5 September 2012\nA birthday cake.", []),
        # The subject's own stays.
        ("09/03/2012 It was her birthday today", []),
    ],
)
def test_a_day_on_which_the_entry_tells_somebody_elses_birthday_gives_their_birth(
    text: str, found: list[str]
) -> None:
    roster = Roster(
        "p1",
        (
            Person("p1", "Tamsin Birchall", born=date(2004, 3, 9)),
            Person("p2", "Callum Birchall", born=date(2006, 9, 4)),
        ),
    )
    assert [text[slice(*f.span)] for f in BirthDetector().find(Page(1, text), roster)] == found


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Mother b. 12-iv-1979", "12-iv-1979"),
        ("DOB 12 / iv / 79", "12 / iv / 79"),
        ("DOB: 21/xii/86", "21/xii/86"),
        (
            "DOB: 21st February, nineteen eighty six",
            "21st February, nineteen eighty six",
        ),
        ("born 3rd May two thousand and nine", "3rd May two thousand and nine"),
    ],
)
def test_roman_months_and_years_in_words_are_read(text: str, date: str, seen: Seen) -> None:
    assert seen(BirthDetector(), text) == [(date, "redact")]


@pytest.mark.parametrize(
    "text", ["DOB see section 12 iv", "DOB 1-xiii-1979", "seen 12-iv-1979", "born at nineteen"]
)
def test_roman_figures_and_words_elsewhere_are_no_birth(text: str, seen: Seen) -> None:
    assert seen(BirthDetector(), text) == []
