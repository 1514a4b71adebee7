"""Tables of letters and reports are read row by row, so that a row is marked whole."""

from __future__ import annotations

from collections.abc import Sequence

from recordkeeping.disclosure.findings import Box, Page
from recordkeeping.disclosure.people import Roster
from redaction.detect import detect, text_of
from redaction.detectors.markings.detector import MarkingDetector
from redaction.orders.rows import by_rows
from redaction.pages import ReadDocument

COLUMNS = (72.0, 200.0, 360.0)
Drawn = tuple[Page, tuple[Box | None, ...]]


def page(*blocks: str | Sequence[tuple[str, ...]], number: int = 1) -> Drawn:
    """Return lines and tables as they are drawn: cell by cell, a line of a cell below the other."""
    text, boxes, y = "", list[Box | None](), 60.0

    def draw(line: str, x: float, top: float) -> None:
        nonlocal text
        text += f"{line}\n"
        boxes.extend((x + 5.0 * n, top, x + 5.0 * n + 5, top + 10) for n in range(len(line)))
        boxes.append(None)

    for block in blocks:
        for row in [(block,)] if isinstance(block, str) else block:
            for cell, x in zip(row, COLUMNS, strict=False):
                for n, line in enumerate(cell.split("\n") if cell else ()):
                    draw(line, x, y + 12 * n)
            y += 12 * max(1 + cell.count("\n") for cell in row) + 4
    return Page(number, text[:-1]), tuple(boxes[:-1])


def marked(*pages: Drawn) -> list[str]:
    texts, boxes = zip(*pages, strict=True)
    read = ReadDocument(b"", texts, boxes if any(boxes) else (), "application/pdf")
    found = detect(read, Roster(""), [MarkingDetector()])
    return [text_of(read, f) for f in found if f.kind == "marking"]


TABLE = [
    ("Date of\nthe entry", "Event", "By"),
    ("1 May", "Kay came in and\ntold of her aunt", "Jo"),
    ("2 May", "SEALED", "Her aunt is ill\nand rang"),
    ("12 June\n2019", "", "Jo"),
    ("3 May", "Kay saw her", "Jo"),
]


def test_each_row_is_a_line_and_each_cell_stands_in_its_column() -> None:
    read_page, boxes = page("Notes", TABLE, "After the table.")
    read = by_rows([read_page], [boxes])
    assert read.page.text.replace("\v", "") == (
        "Notes\nDate of the entry\tEvent\tBy\n1 May\tKay came in and told of her aunt\tJo\n"
        "2 May\tSEALED\tHer aunt is ill and rang\n12 June 2019\t\tJo\n3 May\tKay saw her\tJo\n"
        "After the table."
    )


def test_a_marking_in_a_cell_marks_its_row_with_all_lines_and_no_other() -> None:
    row = "2 May\nSEALED\nHer aunt is ill\nand rang"
    assert marked(page("Notes", TABLE, "After the table.")) == [row]
    assert marked(page("Notes", TABLE), page("On the next page.", number=2)) == [row]
    # On the second page it has the same place in the whole.
    assert marked(page("Notes", TABLE[:2]), page("On.", TABLE, number=2)) == [row]


def test_a_column_that_asks_marks_rows() -> None:
    rows = [
        ("Date", "Event", "OK to share with\nfamily?"),
        ("1 May", "Kay came in", "Yes"),
        ("2 May", "Her aunt is ill\nand rang", "No"),
        ("3 May", "Kay saw her", ""),
    ]
    assert marked(page("Notes", rows, "All is well.")) == ["2 May\nHer aunt is ill\nand rang\nNo"]


def test_a_cell_that_goes_on_overleaf_is_marked_with_its_row() -> None:
    rows: Sequence[tuple[str, ...]] = [
        ("Date", "Event", "Share?"),
        ("2 May", "Her aunt is ill", "No"),
    ]
    told = marked(page("Notes", rows), page("and rang at nine.", "She was well.", number=2))
    assert told == ["2 May\nHer aunt is ill\nNo", "and rang at nine."]


def test_what_is_no_table_is_read_as_it_stands() -> None:
    for plain in (
        page("Notes", "She came in.", "She went."),
        page("Notes", [("Name", "Kay Marsh", "2001")], "She came in."),
        page([("First column of\na leaflet that\ngoes on", "Second column\nof it\nand more")]),
    ):
        assert by_rows([plain[0]], [plain[1]]).page.text == plain[0].text
    form = [("Name:", "Kay"), ("Born:", "2001"), ("Third party:", "Her aunt is ill")]
    fields, boxes = page("Notes", form)
    assert by_rows([fields], [boxes]).page.text == fields.text
    prose = (
        "She came in, sat, and rang.\nThen she went, as she had said.\nAll, in all, was well, then."
    )
    assert by_rows([Page(1, prose)], []).page.text == prose
    assert by_rows([Page(1, "Her aunt | No")], []).page.text == "Her aunt | No"


def test_values_that_commas_part_are_rows_of_a_table() -> None:
    text = (
        'Date,Event,Share with YP Y/N\r\n1 May,Kay came,Y\r\n2 May,"Her aunt, who is ill,\nrang",N'
        "\r\n3 May,SEALED,\r\n4 May,A visit,Y\r\n"
    )
    row = '2 May,"Her aunt, who is ill,\nrang",N'
    assert [told.strip() for told in marked((Page(1, text), ()))] == [row, "3 May,SEALED,"]
