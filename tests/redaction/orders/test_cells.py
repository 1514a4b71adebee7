"""Cells of workbooks are known by the heads of their columns, whatever stands beside them."""

import io

import openpyxl
import pytest

from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.detect import detect, text_of
from redaction.detectors.patterns.birth import BirthDetector
from redaction.detectors.patterns.phone import PhoneDetector
from redaction.reading import read_document

KAY = Roster("p1", (Person("p1", "Kay Marsh", Standing.SUBJECT),))


def workbook(*sheets: list[list[object]]) -> bytes:
    book, out = openpyxl.Workbook(), io.BytesIO()
    del book["Sheet"]
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(out)
    return out.getvalue()


def found(content: bytes) -> list[str]:
    document = read_document(content)
    seen = detect(document, KAY, [BirthDetector(), PhoneDetector()])
    return [text_of(document, finding) for finding in seen]


def test_a_birth_is_told_by_its_column_where_a_row_lacks_another_date() -> None:
    rows: list[list[object]] = [
        ["Name", "Referred", "D.O.B.", "Closed"],
        ["Holly Tranter", "03/05/2019", "14/02/2009", "04/06/2019"],
        ["Baby Tranter", "", "02/05/2019", "04/06/2019"],
        ["Ivy Tranter", "", "02/04/2019", ""],
    ]
    seen = found(workbook(rows))
    assert {"14/02/2009", "02/05/2019", "02/04/2019"} <= set(seen)
    assert "04/06/2019" not in seen


def test_a_bare_year_and_a_birth_set_letter_by_letter_are_found_under_their_heads() -> None:
    rows: list[list[object]] = [
        ["Name", "Born", "Seen"],
        ["Holly Tranter", 2009, "03/05/2019"],
        ["Rory Tranter", "1 4 / 0 2 / 2 0 1 1", "03/05/2019"],
        ["Ivy Tranter", "1 4 F e b 2 0 1 3", "03/05/2019"],
    ]
    assert found(workbook(rows)) == ["2009", "1 4 / 0 2 / 2 0 1 1", "1 4 F e b 2 0 1 3"]


@pytest.mark.parametrize("columns", [15, 16, 30])
def test_wide_sheets_lose_births_and_telephones_on_every_page_of_their_columns(
    columns: int,
) -> None:
    heads: list[object] = [f"Answer {n}" for n in range(1, columns + 1)]
    row: list[object] = [f"they said no {n} times" for n in range(1, columns + 1)]
    for at, head, value in (
        (1, "Seen", "03/05/2019"),
        (2, "Mother DOB 2", "02/04/2019"),
        (columns - 3, "Contact phone", 7700900669),
        (columns - 2, "D.O.B.", "03/06/2019"),
        (columns - 1, "Mobile 2", 1632960144),
    ):
        heads[at], row[at] = head, value
    assert found(workbook([heads, row])) == [
        "02/04/2019", "7700900669", "03/06/2019", "1632960144",
    ]  # fmt: skip


def test_heads_of_a_second_table_count_and_those_of_another_sheet_do_not() -> None:
    first: list[list[object]] = [
        ["Contacts of the family"],
        ["Name", "Seen", "DOB"],
        ["Baby Tranter", "", "02/05/2019"],
        [],
        ["Name", "DOB", "Seen"],
        ["Ivy Tranter", "02/04/2019", "03/05/2019"],
    ]
    second: list[list[object]] = [["Who", "Visit", "Outcome"], ["Ivy", "04/05/2019", "05/05/2019"]]
    seen = found(workbook(first, second))
    assert {"02/05/2019", "02/04/2019"} <= set(seen)
    assert not {"04/05/2019", "05/05/2019"} & set(seen)


@pytest.mark.parametrize(
    "text",
    [
        "Name,D.O.B.\nHolly Tranter,14/02/2019\n",
        "Name,D.O.B.,Seen\nHolly Tranter,14/02/2019\n",
        "Name;Seen;D.O.B.\nHolly Tranter;03/05/2019;14/02/2019\n",
        "Our list\nName,D.O.B.,Seen\nHolly Tranter,14/02/2019,\nRory Tranter,,03/05/2019\n",
    ],
)
def test_a_table_in_text_loses_its_births_however_few_rows_it_has(text: str) -> None:
    assert found(text.encode()) == ["14/02/2019"]
