"""A name of which one word stands beside its line, as a second reading of it, is found whole."""

from recordkeeping.disclosure.findings import Box, Page
from recordkeeping.disclosure.people import Roster
from redaction.detect import detect, text_of
from redaction.orders.instead import in_their_place
from redaction.pages import ReadDocument
from redaction.terms import TermDetector


def scan(*words: tuple[str, float]) -> ReadDocument:
    """Return a page of one line; each stretch of it has its left edge, in the order of its text."""
    text, boxes = "", list[Box | None]()
    for word, x in words:
        text += word + "\n"
        boxes += [(x + 6.0 * n, 100, x + 6.0 * n + 6, 112) for n in range(len(word))]
        boxes.append(None)
    page = Page(1, text, ((0, len(text)),))
    return ReadDocument(b"", (page,), (tuple(boxes),), "image/png")


def removed(read: ReadDocument, *terms: str) -> list[str]:
    return [text_of(read, finding) for finding in detect(read, Roster(""), [TermDetector(terms)])]


def test_a_word_that_is_missing_in_its_line_completes_the_name() -> None:
    read = scan(("to Jill             and had no answer", 0.0), ("Illingworth", 48.0))
    assert removed(read, "Jill Illingworth") == ["Jill", "Illingworth"]


def test_so_does_one_that_was_misread() -> None:
    read = scan(("to Jill             and had no answer", 0.0), ("lllingworth", 48.0))
    assert removed(read, "Jill Illingworth") == ["Jill", "lllingworth"]


def test_a_reading_whose_letters_reach_into_the_word_before_it_completes_the_name() -> None:
    read = scan(("to Jill             and had no answer", 0.0), ("Illingworth", 40.0))
    assert removed(read, "Jill Illingworth") == ["Jill", "Illingworth"]


def test_words_of_another_line_or_far_off_do_not() -> None:
    text = "to Jill and had no answer", 0.0
    assert removed(scan(text, ("Illingworth", 300.0)), "Jill Illingworth") == []


def test_a_page_that_was_typed_has_no_second_readings() -> None:
    read = scan(("to Jill             and", 0.0), ("Illingworth", 48.0))
    assert in_their_place(Page(1, read.pages[0].text), read.glyphs[0]) is None
