"""Mailboxes: an index on pages, each message a document of its own."""

from __future__ import annotations

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import Rows, Words
from redaction.formats.mail.mailbox import read_mailbox
from redaction.reading import read_document


def message(subject: str, body: str) -> bytes:
    """Return a message with its line before it."""
    return (
        "From dean@example.net Mon Nov  2 10:00:00 2026\nFrom: Dean <dean@example.net>\n"
        f"Date: Mon, 02 Nov 2026 10:00:00 +0000\nSubject: {subject}\n\n{body}\n\n"
    ).encode()


def test_messages_are_listed_and_kept_apart() -> None:
    body = "Hello\n>From here on\n>>From there\n\nFrom Dean with love\nFrom: him\n"
    contents = read_mailbox(message("Visit", body) + message("=?utf-8?Q?Z=C3=A9ph?=", "Bye"))
    assert contents.blocks == (
        Words("Mailbox of 2 messages", heading=True),
        Rows(
            (
                ("No.", "Date", "From", "Subject"),
                ("1", "Mon, 02 Nov 2026 10:00:00 +0000", "Dean <dean@example.net>", "Visit"),
                ("2", "Mon, 02 Nov 2026 10:00:00 +0000", "Dean <dean@example.net>", "Z\u00e9ph"),
            ),
            head=True,
        ),
    )
    first, second = contents.attachments
    assert (first.name, second.name) == ("Visit.eml", "Z\u00e9ph.eml")
    assert first.content.endswith(
        b"Hello\nFrom here on\n>From there\n\nFrom Dean with love\nFrom: him\n"
    )
    assert second.content.endswith(b"\n\nBye\n")
    assert "dean@example.net" in contents.hidden[0].text


def test_a_mailbox_is_read_from_its_bytes_and_its_messages_in_their_turn() -> None:
    document = read_document(message("Visit", "Dean rang.") * 2)
    assert document.media_type == "application/mbox"
    assert [a.name for a in document.attachments] == ["Visit.eml", "Visit (2).eml"]
    assert "Dean rang." in read_document(document.attachments[0].content).pages[0].text


def test_one_message_is_counted_as_one() -> None:
    title, _ = read_mailbox(message("Visit", "Dean rang.")).blocks
    assert title == Words("Mailbox of 1 message", heading=True)


def test_a_mailbox_of_too_many_messages_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused, match="holds 501 messages; at most 500 are read: part it"):
        read_document(message("Visit", "Dean rang.") * 501)


def test_lines_that_mail_programs_write_are_told_apart_from_what_a_person_may_have_said() -> None:
    said = b"From what Dean told me at 10:30 on Monday, May 2009\nTo: Priya\n\nHe rang.\n"
    hidden = read_mailbox(
        b"From MAILER-DAEMON Mon Nov  2 10:00:00 2026\nFrom: a@b.example\n\nBye\n\n" + said
    ).hidden
    assert [(piece.kind, piece.text) for piece in hidden] == [
        ("line before a message", "From MAILER-DAEMON Mon Nov  2 10:00:00 2026"),
        ("words before a message", "From what Dean told me at 10:30 on Monday, May 2009"),
    ]
