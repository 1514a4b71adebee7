"""What a file holds and shows on no page is set on pages, and nothing of it goes by itself."""

import io

import docx
import pikepdf

from recordkeeping.disclosure.people import Person, Roster, Standing
from redaction.annex import UNREDACTED, annex_of
from redaction.detect import detect, text_of
from redaction.detectors.roster.detector import RosterDetector
from redaction.pages import Hidden, ReadDocument
from redaction.reading import read_document

PEOPLE = Roster(
    "p1",
    (
        Person("p1", "Kayleigh Marsh", role=Standing.SUBJECT),
        Person("p2", "Dean Marsh", relation="father"),
    ),
)


def holding(*hidden: Hidden) -> ReadDocument:
    return ReadDocument(b"", (), (), "application/pdf", hidden=hidden)


def test_a_file_without_hidden_content_has_no_annex() -> None:
    assert annex_of(holding()) is None
    assert annex_of(holding(Hidden("comment", "  "))) is None


def test_each_piece_that_a_person_wrote_is_asked_about_and_names_in_it_are_decided_apart() -> None:
    annex = annex_of(
        holding(
            Hidden("comment", "Is this what Dean Marsh told you?", 2),
            Hidden("deleted text", "The neighbour rang twice."),
        )
    )
    assert annex is not None
    findings = detect(annex.document, PEOPLE, [annex.detector, RosterDetector()])
    assert [(f.kind, f.propose.value, text_of(annex.document, f)) for f in findings] == [
        ("hidden", "ask", "Is this what Dean Marsh told you?"),
        ("person", "redact", "Dean Marsh"),
        ("hidden", "ask", "The neighbour rang twice."),
    ]
    assert findings[0].because == "in the file and on none of its pages: comment"
    assert "comment, page 2" in annex.document.pages[0].text


def test_an_annex_says_what_it_is_and_heads_pieces_of_one_kind_once() -> None:
    held = holding(Hidden("comment", "First.", 2), Hidden("comment", "Second.", 2))
    annex = annex_of(held, warning=UNREDACTED)
    assert annex is not None
    assert annex.document.pages[0].text.split("\n") == [
        "What this file holds and shows on none of its pages",
        "For a reviewer alone. Nothing on these pages is redacted: they are not to be sent.",
        "comment, page 2",
        "First.",
        "Second.",
    ]
    findings = detect(annex.document, PEOPLE, [annex.detector])
    assert [text_of(annex.document, f) for f in findings] == ["First.", "Second."]


def test_what_programs_wrote_is_one_piece_a_kind_and_proposed_to_be_removed() -> None:
    annex = annex_of(
        holding(Hidden("header", "Received: from a"), Hidden("header", "Message-ID: <1@b>"))
    )
    assert annex is not None
    (finding,) = detect(annex.document, PEOPLE, [annex.detector])
    assert (finding.propose.value, finding.code) == ("redact", "R40")
    assert text_of(annex.document, finding).split() == [
        "Received:",
        "from",
        "a",
        "Message-ID:",
        "<1@b>",
    ]


def test_pieces_over_many_pages_and_with_odd_signs_are_found_whole() -> None:
    long = "Line \u2603 of a note that goes on and on, fi\ufb01 and so. " * 200
    annex = annex_of(holding(Hidden("speaker notes", long), Hidden("comment", "Short.")))
    assert annex is not None
    assert len(annex.document.pages) > 2
    findings = detect(annex.document, PEOPLE, [annex.detector])
    assert {f.page for f in findings} == set(range(1, len(annex.document.pages) + 1))
    assert all(f.propose.value == "ask" and f.boxes for f in findings)
    assert text_of(annex.document, findings[-1]) == "Short."


def test_properties_of_a_pdf_and_of_an_office_file_are_proposed_alike() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    pdf.docinfo["/Author"], pdf.docinfo["/Producer"] = "Priya Nair", "Northmoor Casework 4"
    made, written = io.BytesIO(), docx.Document()
    pdf.save(made)
    written.core_properties.author = "Priya Nair"
    out = io.BytesIO()
    written.save(out)
    for file in (made, out):
        annex = annex_of(read_document(file.getvalue()))
        assert annex is not None
        finding, *_ = found = detect(annex.document, PEOPLE, [annex.detector])
        assert {(f.propose.value, f.code) for f in found} == {("redact", "R40")}
        assert finding.because == "in the file and on none of its pages: document property"
        assert "Priya Nair" in text_of(annex.document, finding)


def test_the_line_that_a_mail_program_writes_is_proposed_like_other_headers() -> None:
    annex = annex_of(holding(Hidden("line before a message", "From MAILER-DAEMON Mon Nov  2")))
    assert annex is not None
    (finding,) = detect(annex.document, PEOPLE, [annex.detector])
    assert (finding.propose.value, finding.code) == ("redact", "R40")
