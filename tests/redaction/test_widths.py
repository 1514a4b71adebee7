"""Whom the width of a box would single out among the people of a file."""

from reportlab.pdfbase.pdfmetrics import stringWidth

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Person, Roster
from redaction.pages import ReadDocument
from redaction.widths import Gap, as_wide_as, forms_of, pages_that_single_out, singles_out


def at_eleven_points(text: str) -> float:
    return float(stringWidth(text, "Times-Roman", 11))


FAMILY = [
    ["Kayleigh Ann Marsh"],
    ["Dean Marsh"],
    ["Wilhelmina Featherstonehaugh"],
    ["Joe Orr"],
    ["Priya Nair"],
    ["Owen Price"],
]


def exact(name: str) -> Gap:
    return Gap(at_eleven_points(name), at_eleven_points(name) + 0.6, 22.0)


def test_a_box_as_wide_as_the_longest_name_of_the_file_tells_whose_it_was() -> None:
    assert singles_out(exact("Wilhelmina Featherstonehaugh"), FAMILY, at_eleven_points)


def test_a_box_of_which_the_width_is_a_step_hides_who_shares_the_step() -> None:
    """All five have a form of 22 to 44 points; none has one of 66 to 88."""
    names = [["Ann Lee"], ["Dan Hay"], ["Sue Roe"], ["Tom Fry"], ["Kim Poe"]]
    widened = Gap(at_eleven_points("Ann Lee"), 44.0, 22.0)
    assert not singles_out(widened, names, at_eleven_points)
    assert singles_out(Gap(70.0, 88.0, 22.0), names, at_eleven_points)


def test_of_a_small_file_everybody_has_to_fit() -> None:
    two = [["Ann Lee"], ["Ann Lee"]]
    assert not singles_out(exact("Ann Lee"), two, at_eleven_points)
    assert singles_out(exact("Ann Lee"), [["Ann Lee"], ["Wilhelmina"]], at_eleven_points)


def test_a_file_without_people_singles_out_nobody() -> None:
    assert not singles_out(exact("Ann Lee"), [], at_eleven_points)


def test_papers_give_a_name_whole_and_in_parts() -> None:
    assert forms_of("Kayleigh Ann Marsh") == (
        "Kayleigh Ann Marsh",
        "Kayleigh Marsh",
        "Kayleigh",
        "Marsh",
    )
    assert forms_of("Kay") == ("Kay",)


def test_a_scan_is_measured_by_what_stood_in_it() -> None:
    measure = as_wide_as("Dean Marsh", 60.0)
    assert measure("Dean Marsh") == 60.0
    assert 25 < measure("Dean") < 33


def test_a_page_is_told_of_when_a_box_of_it_fits_one_person_of_the_file() -> None:
    name = "Wilhelmina Featherstonehaugh"
    read = ReadDocument(b"", (Page(1, f"Today {name} rang."),), (), "application/pdf")
    box = (72.0, 100.0, 72.6 + at_eleven_points(name), 112.0)
    finding = Finding(1, (6, 34), "person", Propose.REDACT, 1.0, "roster", "", boxes=(box,))
    roster = Roster("p0", tuple(Person(f"p{n}", names[0]) for n, names in enumerate(FAMILY)))
    assert pages_that_single_out(read, [finding], roster, {1: "exact"}) == [1]
    assert pages_that_single_out(read, [finding], roster, {1: "constant"}) == []
