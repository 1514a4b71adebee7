"""A page is read as its letters stand, too, where the file names them in another order."""

from recordkeeping.disclosure.findings import Box, Page
from recordkeeping.disclosure.people import Roster
from redaction.detect import detect, words_to_be_gone
from redaction.detectors.roster.detector import RosterDetector
from redaction.orders.standing import APART, as_it_stands
from redaction.pages import ReadDocument
from redaction.terms import TermDetector


def drawn(*words: tuple[str, float, float]) -> tuple[str, tuple[Box | None, ...]]:
    """Return a page's text and boxes as words are drawn: each with its left edge and its top."""
    text = ""
    boxes: list[Box | None] = []
    for word, x, y in words:
        text += word + "\n"
        boxes += [(x + 6.0 * n, y, x + 6.0 * n + 6, y + 12) for n in range(len(word))]
        boxes.append(None)
    return text, tuple(boxes)


def test_a_page_in_its_own_order_needs_no_second_reading() -> None:
    columns = drawn(("Kayleigh", 40, 10), ("Marsh", 91, 10), ("went", 40, 30), ("home", 300, 10))
    assert as_it_stands(*columns) is None


def test_a_name_drawn_surname_first_is_read_in_its_line() -> None:
    standing = as_it_stands(*drawn(("Marsh", 91, 10), ("Kayleigh", 40, 10)))
    assert standing is not None
    assert standing.text == "\nKayleigh Marsh"
    assert standing.spans(1, 15) == ((0, 5), (6, 14))


def test_words_of_two_columns_are_not_read_as_one_name() -> None:
    standing = as_it_stands(
        *drawn(("Kayleigh", 40, 10), ("Marsh", 300, 10), ("y", 46, 30), ("x", 40, 30))
    )
    assert standing is not None
    assert standing.text == f"\nKayleigh{APART}Marsh\nxy"


def test_letters_printed_twice_for_boldness_are_one_letter_and_both_go() -> None:
    standing = as_it_stands(*drawn(("bc", 46, 10), ("b", 46.3, 10), ("a", 40, 10)))
    assert standing is not None
    assert standing.text == "\nabc"
    assert standing.spans(2, 3) == ((0, 1), (3, 4))


def test_a_term_that_the_file_names_backwards_is_found_and_each_letter_has_its_box() -> None:
    text, boxes = drawn(*((letter, 40.0 + 6 * n, 10.0) for n, letter in [*enumerate("Dean")][::-1]))
    read = ReadDocument(b"", (Page(1, text),), (boxes,), "application/pdf")
    findings = detect(read, Roster(""), [TermDetector(["dean"])])
    assert sorted(f.boxes[0][0] for f in findings) == [39.7, 45.7, 51.7, 57.7]
    # A single letter is no word that may stand nowhere else.
    assert words_to_be_gone(read, findings, findings) == []


def test_a_person_of_the_roster_is_found_in_pieces(roster: Roster) -> None:
    text, boxes = drawn(("Marsh", 67, 10), ("rang", 40, 30), ("Dean", 40, 10))
    read = ReadDocument(b"", (Page(1, text),), (boxes,), "application/pdf")
    findings = detect(read, roster, [RosterDetector()])
    assert [(f.kind, f.person, f.propose.value) for f in findings] == [
        ("part", "p2", "redact"),
        ("part", "p2", "redact"),
    ]


def spaced(steps: tuple[float, ...], *words: str) -> tuple[str, tuple[Box | None, ...]]:
    """Return words of a line that a reader took for one, with how far each stands from the last."""
    boxes: list[Box | None] = []
    x = 40.0
    for step, word in zip((0.0, *steps), words, strict=True):
        x += step
        boxes += [(x + 6.0 * n, 10, x + 6.0 * n + 6, 24) for n in range(len(word))]
        x += 6.0 * len(word)
    return "".join(words), tuple(boxes)


def test_words_that_stand_closer_than_a_space_are_found_though_a_reader_took_them_for_one() -> None:
    text, boxes = spaced((1.4, 1.4), "then", "Dean", "came")
    read = ReadDocument(b"", (Page(1, text),), (boxes,), "application/pdf")
    [finding] = detect(read, Roster(""), [TermDetector(["Dean"])])
    assert finding.span == (4, 8)


def test_letters_with_tracking_are_no_words_of_their_own() -> None:
    text, boxes = spaced((1.4,) * 5, *"HEADING"[:6])
    assert as_it_stands(text, boxes) is None
