"""Writing from right to left or in joined letters: set by LibreOffice and read back."""

from __future__ import annotations

from redaction.pages import ReadDocument
from redaction.reading import read_document, read_documents

HEBREW = "\u05d4\u05d0\u05dd \u05e9\u05e8\u05d4 \u05db\u05d4\u05df"
URDU = (
    "\u0645\u062d\u0645\u062f \u0639\u0644\u06cc \u0627\u0633\u06a9\u0648\u0644 \u06af\u06cc\u0627"
)
PUNJABI = "\u0a17\u0a41\u0a30\u0a2a\u0a4d\u0a30\u0a40\u0a24 \u0a15\u0a4c\u0a30"
BENGALI = (
    "\u09b0\u09b9\u09bf\u09ae\u09be \u09ac\u09c7\u0997\u09ae \u09b8\u09cd\u0995\u09c1\u09b2\u09c7"
)


def test_messages_pages_and_texts_of_many_scripts_are_set_and_read_again() -> None:
    message = (
        "From: Dean <dean@example.net>\nDate: Mon, 02 Nov 2026 10:00:00 +0000\nX-Case: 12345\n"
        f"Content-Type: text/plain; charset=utf-8\n\nDean wrote:\n{URDU}\n"
    )
    page = f"<html><body><table><tr><td>a</td><td>b</td></tr><tr><td>{PUNJABI}</td><td>c</td></tr>"
    text, mail, web = read_documents([HEBREW.encode(), message.encode(), page.encode()])
    assert isinstance(text, ReadDocument)
    assert isinstance(mail, ReadDocument)
    assert isinstance(web, ReadDocument)
    assert " ".join(text.pages[0].text.split()) == HEBREW
    assert text.hidden == ()
    assert URDU in mail.pages[0].text
    assert "From: Dean <dean@example.net>" in mail.pages[0].text
    assert mail.media_type == "message/rfc822"
    assert [piece.text for piece in mail.hidden if piece.kind == "header"] == ["X-Case: 12345"]
    assert PUNJABI in web.pages[0].text


def test_joined_letters_are_read_as_their_marks_say() -> None:
    document = read_document(f"{BENGALI} Dean".encode())
    assert f"{BENGALI} Dean" in document.pages[0].text.split("\n")
