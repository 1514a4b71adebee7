"""What detectors share of a text is worked out once, and forgotten with the document."""

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Person, Roster
from redaction.detect import detect
from redaction.detectors.roster.detector import RosterDetector
from redaction.detectors.shared import forget, once_a_text
from redaction.pages import ReadDocument

asked: list[str] = []


@once_a_text
def _letters(text: str) -> int:
    asked.append(text)
    return len(text)


def test_what_a_text_comes_to_is_worked_out_once() -> None:
    forget()
    asked.clear()
    assert [_letters("Ola Nowak"), _letters("Ola Nowak")] == [9, 9]
    assert asked == ["Ola Nowak"]


def test_no_text_is_kept_once_a_document_is_read() -> None:
    forget()
    asked.clear()
    _letters("Ola Nowak")
    document = ReadDocument(b"", (Page(1, "Ola rang."),), (), "text/plain")
    roster = Roster("ola", (Person("ola", "Ola Nowak"),))
    assert detect(document, roster, [RosterDetector()])
    _letters("Ola Nowak")
    assert asked == ["Ola Nowak", "Ola Nowak"]
