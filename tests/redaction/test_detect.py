"""What becomes of findings when several detectors saw the same, or a page ends in the middle."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pytest

from recordkeeping.disclosure.findings import Box, Finding, Page, Propose, Span
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.vocabulary.errors import Misconfigured
from redaction.detect import (
    boxes_of,
    detect,
    text_of,
    words_of_third_parties,
    words_to_be_gone,
)
from redaction.detectors.markings.detector import MarkingDetector
from redaction.detectors.patterns.birth import BirthDetector
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import ReadDocument
from redaction.terms import TermDetector


def document(*texts: str) -> ReadDocument:
    """Return a document of pages whose letters are ten points wide and stand on lines."""
    pages = tuple(Page(number, text) for number, text in enumerate(texts, start=1))
    return ReadDocument(b"", pages, tuple(letters(text) for text in texts), "application/pdf")


def letters(text: str) -> tuple[Box | None, ...]:
    boxes: list[Box | None] = []
    for row, line in enumerate(text.split("\n")):
        for column in range(len(line)):
            boxes.append((10.0 * column, 20.0 * row, 10.0 * column + 10, 20.0 * row + 12))
        boxes.append(None)
    return tuple(boxes[: len(text)])


@dataclass(frozen=True)
class Says:
    """A detector that says what the test tells it."""

    span: Span
    propose: Propose
    person: str | None = None
    name: str = "says"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        yield Finding(1, self.span, "person", self.propose, 0.9, self.name, "", person=self.person)


def proposals(*detectors: Says) -> list[tuple[Span, str]]:
    findings = detect(document("x" * 100), Roster(""), detectors)
    return [(f.span, f.propose.value) for f in findings]


def test_a_removal_wins_over_whatever_it_overlaps_and_covers_both() -> None:
    assert proposals(Says((10, 20), Propose.ASK), Says((15, 25), Propose.REDACT)) == [
        ((10, 25), "redact")
    ]
    assert proposals(Says((10, 20), Propose.SHOW), Says((10, 20), Propose.REDACT)) == [
        ((10, 20), "redact")
    ]


def test_what_may_be_shown_is_never_widened_over_something_else() -> None:
    assert proposals(Says((10, 20), Propose.SHOW), Says((15, 25), Propose.ASK)) == [
        ((15, 25), "ask")
    ]


def test_a_longer_exact_entry_of_the_roster_outweighs_what_is_inside_it() -> None:
    assert proposals(Says((10, 24), Propose.SHOW, person="p1"), Says((19, 24), Propose.ASK)) == [
        ((10, 24), "show")
    ]


def test_findings_are_numbered_in_reading_order_with_a_box_for_each_line(roster: Roster) -> None:
    read = document("Today Dean\nMarsh came", "Dean left")
    findings = detect(read, roster, [RosterDetector()])
    assert [(f.id, f.page, f.span) for f in findings] == [("f1", 1, (6, 16)), ("f2", 2, (0, 4))]
    assert findings[0].boxes == ((59.7, -0.3, 100.3, 12.3), (-0.3, 19.7, 50.3, 32.3))
    assert text_of(read, findings[1]) == "Dean"


def test_a_name_split_over_two_pages_is_found_on_both(roster: Roster) -> None:
    findings = detect(document("seen by Dean", "Marsh today"), roster, [RosterDetector()])
    assert [(f.page, f.span, f.propose.value) for f in findings] == [
        (1, (8, 12), "redact"),
        (2, (0, 5), "redact"),
    ]


def test_a_marked_section_does_not_end_where_the_page_does(roster: Roster) -> None:
    findings = detect(
        document("THIRD PARTY INFORMATION\nShe rang.", "And again.\nNEXT STEPS\nVisit."),
        roster,
        [MarkingDetector()],
    )
    assert [(f.page, f.span) for f in findings] == [(1, (0, 33)), (2, (0, 10))]


def test_names_inside_a_marked_section_are_decided_by_themselves(roster: Roster) -> None:
    findings = detect(
        document("THIRD PARTY INFORMATION\nDean rang Kay."),
        roster,
        [MarkingDetector(), RosterDetector()],
    )
    assert [(f.kind, f.propose.value) for f in findings] == [
        ("marking", "ask"),
        ("person", "redact"),
        ("person", "show"),
    ]


def test_nobody_to_look_is_a_fault_and_not_a_clean_document() -> None:
    with pytest.raises(Misconfigured):
        detect(document("Dean"), Roster(""), [])


def test_a_word_that_stays_in_something_shown_is_not_sought_everywhere(roster: Roster) -> None:
    read = document("Kayleigh Marsh, the Marsh family, Dean")
    findings = detect(read, roster, [RosterDetector()])
    removed = [f for f in findings if f.propose is not Propose.SHOW]
    assert words_to_be_gone(read, findings, removed) == ["Dean"]


def test_a_name_that_any_text_holds_as_a_word_is_not_sought_everywhere() -> None:
    family = Roster("x", (Person("p9", "May Sarah Hope Eddowes", relation="aunt"),))
    read = document("May came. She may come: MSHE said so. Eddowes")
    findings = detect(read, family, [RosterDetector()])
    assert [text_of(read, f) for f in findings] == ["May", "MSHE", "Eddowes"]
    assert words_to_be_gone(read, findings, findings) == ["Eddowes"]


def test_slanted_letters_keep_their_own_boxes() -> None:
    slanted: list[Box | None] = [(0, 0, 6, 6), (5, 9, 11, 15), (10, 18, 16, 24)]
    assert len(boxes_of(slanted)) == 3


def test_what_the_roster_lists_of_others_may_stand_nowhere_found_or_not() -> None:
    roster = Roster(
        "p1",
        (
            Person("p1", "Kay Marsh", addresses=("3 Hill Rise, Northmoor NM1 2AB",)),
            Person("p2", "Dean Marsh", aliases=("Deano",), phones=("01632 960 001",)),
            Person("p3", "Ann Marsh", addresses=("3 Hill Rise, Northmoor NM1 2AB",)),
            Person("p4", "Joe Hart", addresses=("9 Queen's Road, Northmoor",)),
            Person("p5", "Priya Nair", role=Standing.PROFESSIONAL, phones=("01632 960 777",)),
        ),
    )
    shown = Finding(1, (0, 8), "person", Propose.SHOW, 1.0, "roster", "", person="p4")
    assert words_of_third_parties(roster, [shown]) == ["01632 960 001", "ann marsh", "dean marsh"]
    assert "9 queen's road" in words_of_third_parties(roster, [])


@pytest.mark.parametrize("text", ["noted 1Zephyrine", "Zephyrine2 noted", "Zephyrine\u00b2 noted"])
def test_a_term_is_found_where_the_number_of_a_footnote_touches_it(text: str) -> None:
    assert list(TermDetector(["zephyrine"]).find(Page(1, text), Roster("")))


def test_a_number_is_found_only_whole() -> None:
    assert not list(TermDetector(["12"]).find(Page(1, "112 and 12a and 123"), Roster("")))


def test_the_figure_of_a_footnote_behind_a_number_is_no_part_of_it() -> None:
    written = document("Her number is 943 476 59192 and no other")
    at = written.pages[0].text.index("2 and")
    glyphs = list(written.glyphs[0])
    found = TermDetector(["943 476 5919"])
    assert detect(written, Roster(""), [found]) == ()
    glyphs[at] = (10.0 * at, 0.0, 10.0 * at + 5, 7.0)  # small and high
    raised = ReadDocument(b"", written.pages, (tuple(glyphs),), "application/pdf")
    (finding,) = detect(raised, Roster(""), [found])
    assert text_of(raised, finding) == "943 476 5919"


def test_a_number_beside_a_word_in_a_higher_box_is_no_footnote() -> None:
    """A rule of the table makes the word's box on a scan half as high again as the number's."""
    text = "Mr Igbal 01632 960 417 home"
    high = range(3, 9)  # the word, and the space behind it
    glyphs = tuple(
        (10.0 * n, 0.5, 10.0 * n + 9, 16.0) if n in high else (10.0 * n, 2.0, 10.0 * n + 9, 13.0)
        for n in range(len(text))
    )
    scan = ReadDocument(b"", (Page(1, text),), (glyphs,), "application/pdf")
    (finding,) = detect(scan, Roster(""), [TermDetector(["01632 960 417"])])
    assert text_of(scan, finding) == "01632 960 417"


@pytest.mark.parametrize("bracket", ["(", "[", "{", "|", "tel:(", "a/", "raj"])
def test_a_number_behind_a_bracket_that_is_higher_than_figures_is_no_footnote(bracket: str) -> None:
    text = f"rang {bracket}417) twice"
    glyphs = tuple(
        (10.0 * n, 0.0, 10.0 * n + 9, 9.3)
        if sign in "([{|/j"
        else (10.0 * n, 0.4, 10.0 * n + 9, 7.2)
        for n, sign in enumerate(text)
    )
    page = ReadDocument(b"", (Page(1, text),), (glyphs,), "application/pdf")
    (finding,) = detect(page, Roster(""), [TermDetector(["417", "raj417"])])
    assert text_of(page, finding)[-3:] == "417"


def test_a_footnote_behind_a_bracket_is_still_one() -> None:
    text = "the number (417)2 is old"
    at = text.index("2")
    glyphs = [(10.0 * n, 0.0, 10.0 * n + 9, 9.0) for n in range(len(text))]
    glyphs[at] = (10.0 * at, 0.0, 10.0 * at + 5, 5.0)
    page = ReadDocument(b"", (Page(1, text),), (tuple(glyphs),), "application/pdf")
    assert detect(page, Roster(""), [TermDetector(["2"])]) == ()


@pytest.mark.parametrize(
    ("top", "bottom", "found"),
    [(0.0, 6.0, True), (7.0, 13.0, True), (0.0, 10.0, False), (4.0, 10.0, False)],
)
def test_the_small_letter_of_a_footnote_behind_a_name_is_no_part_of_it(
    top: float, bottom: float, *, found: bool
) -> None:
    written = document("Seen by Neil Balla on Tuesday")
    at = written.pages[0].text.index("a on")
    glyphs = [box and (box[0], 0.0, box[2], 10.0) for box in written.glyphs[0]]
    glyphs[at] = (10.0 * at, top, 10.0 * at + 5, bottom)
    raised = ReadDocument(b"", written.pages, (tuple(glyphs),), "application/pdf")
    said = [text_of(raised, f) for f in detect(raised, Roster(""), [TermDetector(["Neil Ball"])])]
    assert said == (["Neil Balla"] if found else [])


@pytest.mark.parametrize(
    ("struck", "said"),
    [
        (((6, 8),), "ZeXXphyrine"),
        ((), ""),  # the letters are its own
        (((6, 8), (16, 18)), "ZeXXphyrine"),  # and others of the line
    ],
)
def test_a_name_is_found_without_what_is_struck_out_in_it_and_goes_with_it(
    struck: tuple[Span, ...], said: str
) -> None:
    written = replace(document("He\nmet ZeXXphyrine at noon"), struck=(tuple(
        (start + 3, end + 3) for start, end in struck
    ),))  # fmt: skip
    seen = detect(written, Roster(""), [TermDetector(["Zephyrine"])])
    assert [text_of(written, finding) for finding in seen] == ([said] if said else [])
    assert [len(finding.boxes) for finding in seen] == [1] * len(seen)
    [both] = detect(written, Roster(""), [TermDetector(["ZeXXphyrine"])])
    assert text_of(written, both) == "ZeXXphyrine"


@pytest.mark.parametrize(
    ("term", "box"),
    [
        ("Quaxley", (40.0, 0.0, 230.0, 12.0)),  # of a word that was read with it
        ("Zephyrine", (40.0, 0.0, 230.0, 12.0)),
        ("rang", (240.0, 0.0, 280.0, 12.0)),
    ],
)
def test_of_a_word_whose_letters_were_guessed_all_goes_and_of_others_nothing_more(
    term: str, box: Box
) -> None:
    written = document("The QuaxleyZephyrineOlu rang")
    guessed = replace(written, wholes=(((40.0, 0.0, 230.0, 12.0),),))
    [finding] = detect(guessed, Roster(""), [TermDetector([term])])
    [seen] = finding.boxes
    assert seen == pytest.approx(box, abs=0.31)
    [exact] = detect(written, Roster(""), [TermDetector([term])])
    assert exact.boxes[0][2] - exact.boxes[0][0] == pytest.approx(10 * len(term), abs=0.61)


def test_a_reading_of_two_lines_as_one_takes_no_line_below_that_another_reading_parts() -> None:
    written = document("DEAN MARSH came\nFather consents")
    one, two = (0.0, 0.0, 110.0, 12.0), (0.0, 0.0, 100.0, 32.0)
    [alone] = detect(replace(written, wholes=((two,),)), Roster(""), [TermDetector(["Dean Marsh"])])
    assert alone.boxes == ((-0.3, -0.3, 100.3, 32.3),)
    both = replace(written, wholes=((one, two),))
    [finding] = detect(both, Roster(""), [TermDetector(["Dean Marsh"])])
    assert finding.boxes == ((-0.3, -0.3, 110.3, 12.3),)
    short = replace(written, wholes=(((0.0, 0.0, 50.0, 12.0), two),))
    [kept] = detect(short, Roster(""), [TermDetector(["Dean Marsh"])])
    assert kept.boxes == alone.boxes  # a reading of a part of it parts nothing


def test_the_year_of_a_birth_may_stand_elsewhere() -> None:
    text = "He was born in 1978. The flat was built in 1978."
    read = document(text)
    [year] = detect(read, Roster(""), [BirthDetector()])
    assert text_of(read, year) == "1978"
    assert words_to_be_gone(read, [year], [year]) == []
