"""What the truth says stands in a document does stand there, read by other people's readers."""

from __future__ import annotations

import email
import email.policy
import json
import re
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from conformance.northmoor.council import Northmoor


def documents(built: Northmoor) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((built.truth / "documents.json").read_text())
    return found


def one_spaced(text: str) -> str:
    return " ".join(text.split())


def read_docx(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    header = [p.text for s in document.sections for p in s.header.paragraphs]
    return "\n".join([*header, *(p.text for p in document.paragraphs), *cells])


def read_xlsx(content: bytes) -> str:
    book = load_workbook(BytesIO(content))
    return "\n".join(str(cell) for sheet in book for row in sheet.values for cell in row if cell)


def read_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def read_parts(content: bytes, medium: str) -> dict[str, str]:
    """Return the text of a document, and of each thing attached to it."""
    match medium:
        case "txt":
            return {"document": content.decode()}
        case "pdf":
            return {"document": read_pdf(content)}
        case "docx":
            return {"document": read_docx(content)}
        case "xlsx":
            return {"document": read_xlsx(content)}
        case "eml":
            return read_mail(content)
        case _:
            pytest.fail(f"nobody reads {medium}")


def read_mail(content: bytes) -> dict[str, str]:
    message = email.message_from_bytes(content, policy=email.policy.default)
    body = message.get_body()
    assert body is not None
    head = "\n".join(str(message[h]) for h in ("From", "To", "Cc", "Subject"))
    parts = {"document": f"{head}\n{body.get_content()}"}
    for number, part in enumerate(message.iter_attachments(), 1):
        made = part.get_content()
        text = made if isinstance(made, str) else read_pdf(made)
        parts[f"attachment-{number}"] = text
    return parts


def test_every_span_cuts_its_own_words_out_of_the_logical_text(town: Northmoor) -> None:
    cut = [
        (part["text"][slice(*mention["span"])], mention["text"])
        for document in documents(town)
        for part in document["parts"]
        for mention in part["mentions"]
    ]
    assert len(cut) > 3000
    assert all(found == told for found, told in cut)


def test_every_mention_stands_in_the_document_that_was_written(hamlet: Northmoor) -> None:
    media = set()
    for document in documents(hamlet):
        if not document["readable"] or document["medium"].startswith("scan"):
            continue
        media.add(document["medium"])
        written = read_parts((hamlet.papers / document["path"]).read_bytes(), document["medium"])
        for part in document["parts"]:
            text = one_spaced(written[part["where"]])
            missing = {m["text"] for m in part["mentions"] if one_spaced(m["text"]) not in text}
            assert missing == set(), document["kind"]
    assert media == {"txt", "pdf", "docx", "xlsx", "eml"}


def test_no_name_of_the_subjects_family_stands_anywhere_untold(hamlet: Northmoor) -> None:
    people = json.loads((hamlet.truth / "people.json").read_text())
    family = [
        p["names"]["full"]
        for p in people
        if p["cases"].get(hamlet.sar_subject, {}).get("role") == "third_party"
    ]
    assert len(family) == 13
    for document in documents(hamlet):
        for part in document["parts"]:
            told = [slice(*m["span"]) for m in part["mentions"] if m["kind"] != "marking"]
            for name in family:
                for stands in re.finditer(re.escape(name), part["text"]):
                    at = stands.start()
                    assert any(span.start <= at < span.stop for span in told), document["kind"]


def test_no_slot_of_a_template_is_left_open(town: Northmoor) -> None:
    texts = [part["text"] for document in documents(town) for part in document["parts"]]
    assert not [text for text in texts if re.search(r"[{}|]|\[\[", text)]


def file_of_the_subject(built: Northmoor) -> list[dict[str, Any]]:
    return [d for d in documents(built) if built.sar_subject in d["subjects"]]


def test_the_subjects_file_is_rich_and_has_real_gaps(hamlet: Northmoor) -> None:
    file = file_of_the_subject(hamlet)
    assert 30 <= len(file) <= 40
    assert len({document["kind"] for document in file}) >= 20
    gaps = {
        d["medium"]: (hamlet.papers / d["path"]).read_bytes() for d in file if not d["readable"]
    }
    assert set(gaps) == {"locked-pdf", "torn-docx", "empty", "bin"}
    assert PdfReader(BytesIO(gaps["locked-pdf"])).is_encrypted
    assert gaps["torn-docx"].startswith(b"PK")
    assert gaps["empty"] == b""


def test_a_name_that_two_people_share_is_for_a_person_to_decide(hamlet: Northmoor) -> None:
    people = {p["person"]: p for p in json.loads((hamlet.truth / "people.json").read_text())}
    asked = [
        mention
        for document in file_of_the_subject(hamlet)
        for part in document["parts"]
        for mention in part["mentions"]
        if mention["kind"] == "person" and mention["expect"].get(hamlet.sar_subject) == "ask"
    ]
    relations = {
        people[m["person"]]["cases"][hamlet.sar_subject]["relation"]
        for m in asked
        if m["person"] in people
    }
    # The mother and the team manager share a first name.
    assert {"mother", "Team Manager"} <= relations


def test_a_sister_in_a_shared_document_is_kept_for_herself_and_removed_for_the_other(
    hamlet: Northmoor,
) -> None:
    shared = next(d for d in file_of_the_subject(hamlet) if len(d["subjects"]) == 2)
    sister = shared["subjects"][0]
    about_her = [
        m["expect"]
        for m in shared["parts"][0]["mentions"]
        if m["person"] == sister and m["kind"] == "nhs"
    ]
    assert about_her == [{sister: "keep", hamlet.sar_subject: "redact"}]


def test_a_professionals_private_telephone_is_not_official(hamlet: Northmoor) -> None:
    private = [
        m["expect"][hamlet.sar_subject]
        for d in file_of_the_subject(hamlet)
        for part in d["parts"]
        for m in part["mentions"]
        if m["kind"] == "private_phone"
    ]
    assert private
    assert set(private) == {"redact"}


def test_every_marking_tells_the_words_it_was_meant_for(hamlet: Northmoor) -> None:
    markings = [
        (part["text"], marking)
        for d in documents(hamlet)
        for part in d["parts"]
        for marking in part["markings"]
    ]
    assert {m["text"] for _, m in markings} >= {"Not to be disclosed to service user"}
    assert all(m["scope"] and all(words in text for words in m["scope"]) for text, m in markings)


def test_born_digital_pdfs_hold_no_picture_and_no_annotation(hamlet: Northmoor) -> None:
    paths = [d["path"] for d in documents(hamlet) if d["medium"] == "pdf"]
    assert len(paths) > 20
    for path in paths:
        for page in PdfReader(hamlet.papers / path).pages:
            assert not page.images
            assert "/Annots" not in page
