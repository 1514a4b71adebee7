"""Outlook's messages: shown as e-mail, with what only Outlook keeps told as hidden content."""

from __future__ import annotations

import struct
from datetime import UTC, datetime

import compressed_rtf
import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import texts_of
from redaction.formats.mail.email import ENCRYPTED
from redaction.formats.mail.outlook import PROTECTED, read_outlook
from redaction.formats.rtf.html import html_inside
from redaction.reading import read_document, read_documents
from tests.redaction.formats.compounds import Tree, attached, compound, properties, recipient

SENT = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
HEAD: tuple[tuple[int, int, object], ...] = (
    (0x001A, 0x1F, "IPM.Note"),
    (0x0037, 0x1F, "Visit"),
    (0x0C1A, 0x1F, "Priya Nair"),
    (0x5D01, 0x1F, "priya@example.org"),
    (0x0039, 0x40, SENT),
)
PLAIN = (0x1000, 0x1F, "Dear all,\r\nDean rang.\r\n")
SMALL = b"note about Dean"


def message(*values: tuple[int, int, object], **more: Tree) -> bytes:
    """Return a message of these properties, to two people."""
    tree = properties(32, *HEAD, *values)
    tree |= recipient(0, "Duty Team", "duty@example.org")
    tree |= recipient(1, "Marsh, Kayleigh", "k.marsh@example.net", 3)
    for part in more.values():
        tree |= part
    return compound(tree)


def shown(content: bytes) -> str:
    """Return the words of a message as its pages hold them, before they are set."""
    return "\n".join(text for block in read_outlook(content).blocks for text in texts_of(block))


def hidden(content: bytes) -> str:
    """Return everything that a message hides."""
    return "\n".join(f"{piece.kind}: {piece.text}" for piece in read_outlook(content).hidden)


def test_a_message_is_shown_as_its_reader_saw_it() -> None:
    document = read_document(message(PLAIN))
    assert document.media_type == "application/vnd.ms-outlook"
    assert document.pages[0].text.split("\n") == [
        "From: Priya Nair <priya@example.org>",
        "To: Duty Team <duty@example.org>",
        "Bcc: Marsh, Kayleigh <k.marsh@example.net>",
        "Date: Mon, 02 Nov 2026 10:00:00 +0000",
        "Subject: Visit",
        "Dear all,",
        "Dean rang.",
    ]


def test_somebody_who_sent_for_another_is_named() -> None:
    content = message(PLAIN, (0x0042, 0x1F, "Team Manager"), (0x5D02, 0x1F, "tm@example.org"))
    assert shown(content).startswith("From:\nTeam Manager <tm@example.org>\nSender:\nPriya Nair")


def test_html_alone_and_html_that_says_more() -> None:
    rich = (0x1013, 0x102, "<p>Dear all,</p><p>Dean rang. <b>Ren\u00e9e</b></p>".encode())
    assert "Ren\u00e9e" in shown(message(rich, (0x3FDE, 3, 65001)))
    content = message((0x1000, 0x1F, "Dear Zora, Dean rang."), rich, (0x3FDE, 3, 65001))
    assert "Dear Zora" in shown(content)
    assert "other version of the message: Dear all,\nDean rang. Ren\u00e9e" in hidden(content)


def rich_text(body: bytes) -> bytes:
    """Return rich text packed as Outlook packs it."""
    return bytes(compressed_rtf.compress(body))


def test_rich_text_is_unpacked_whether_it_was_html_or_not() -> None:
    own = rb"{\rtf1\ansi\ansicpg1252 Dean \b rang\b0 . Ren\'e9e.\par Twice.}"
    assert "Dean rang. Ren\u00e9e.\nTwice." in shown(message((0x1009, 0x102, rich_text(own))))
    wrapped = (
        rb"{\rtf1\ansi\ansicpg1252\fromhtml1 \deff0{\fonttbl{\f0\fswiss Arial;}}"
        rb"{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 Dean {\*\htmltag84 <b>}rang{\*\htmltag92 </b>}"
        rb" \u8211?Ren\'e9e\htmlrtf\par}\htmlrtf0 {\*\htmltag72 </p>}"
        rb'{\*\htmltag84 <div style="display:none">}Zora{\*\htmltag92 </div>}}'
    )
    content = message((0x1009, 0x102, rich_text(wrapped)))
    assert "Dean rang \u2013Ren\u00e9e" in shown(content)
    assert "hidden text: Zora" in hidden(content)
    assert html_inside(own) is None


def test_what_rich_text_strikes_out_is_called_so_for_no_line_is_drawn_through_it() -> None:
    own = (
        rb"{\rtf1\ansi Dean {\strike never {\b ever}} rang. "
        rb"Ze{\striked1 XX}phyra\strike\plain  left.}"
    )
    said = shown(message((0x1009, 0x102, rich_text(own))))
    assert "Dean [struck out: never ever] rang. Ze[struck out: XX]phyra left." in said


def test_rich_text_that_says_more_than_the_plain_text_is_told() -> None:
    own = rb"{\rtf1\ansi Dear all,\par Dean rang.\par Zephyrine wept.}"
    content = message(PLAIN, (0x1009, 0x102, rich_text(own)))
    assert "Zephyrine" not in shown(content)
    assert "other version of the message: Zephyrine wept." in hidden(content)


def test_attachments_and_messages_inside_are_documents_of_their_own() -> None:
    inner = properties(24, *HEAD, (0x1000, 0x1F, "Inner words"), (0x8005, 0x1F, "Zephyrine"))
    inner |= recipient(0, "Zora", "zora@example.net", 2)
    inner |= attached(0, (0x3707, 0x1F, "deep.txt"), (0x3705, 3, 1), (0x3701, 0x102, b"deep"))
    content = message(
        PLAIN,
        one=attached(0, (0x3707, 0x1F, "..\\note.txt"), (0x3705, 3, 1), (0x3701, 0x102, SMALL)),
        two=attached(1, (0x3001, 0x1F, "Inner visit"), (0x3705, 3, 5), inside=inner),
        three=attached(2, (0x3707, 0x1F, "big.bin"), (0x3701, 0x102, b"x" * 9000)),
    )
    note, inside, big = read_outlook(content).attachments
    assert (note.name, note.content) == ("note.txt", SMALL)
    assert (big.name, len(big.content)) == ("big.bin", 9000)
    assert (inside.name, inside.media_type) == ("Inner visit.eml", "message/rfc822")
    opened = read_document(inside.content)
    assert "Cc: Zora <zora@example.net>" in opened.pages[0].text
    assert "Inner words" in opened.pages[0].text
    assert [(a.name, a.content) for a in opened.attachments] == [("deep.txt", b"deep")]
    assert any("Zephyrine" in piece.text for piece in opened.hidden)


def test_pictures_in_the_text_have_their_place() -> None:
    content = message(
        (0x1013, 0x102, b'<p>Look: <img src="cid:p1@x"></p>'),
        one=attached(
            0, (0x3707, 0x1F, "dean.png"), (0x3701, 0x102, b"\x89PNG\r\n\x1a\n"),
            (0x370E, 0x1F, "image/png"), (0x3712, 0x1F, "p1@x"),
        ),
    )  # fmt: skip
    assert "Look: [picture 1]" in shown(content)
    assert [a.name for a in read_outlook(content).attachments] == ["picture 1 dean.png"]


def test_what_outlook_keeps_beside_is_told() -> None:
    named = {
        "__nameid_version1.0": {
            "__substg1.0_00030102": struct.pack("<IHH", 0, 7, 1),
            "__substg1.0_00040102": struct.pack("<I", 16) + "caseload".encode("utf-16-le"),
        }
    }
    tree = properties(
        32, *HEAD, PLAIN, (0x8001, 0x1F, "Zora Marsh"), (0x3FFA, 0x1F, "Jane Smith"),
        (0x007D, 0x1F, "Received: from [192.0.2.7]\r\nTo: other@example.net\r\nX-Case: 12345\r\n"),
    )  # fmt: skip
    tree["__substg1.0_0070001F"] = "Old topic".encode("utf-16-le")  # no list names it any more
    tree |= named  # type: ignore[arg-type]
    content = compound(tree, left_over="deleted words of Dean".encode("utf-16-le"))
    told = hidden(content)
    assert "caseload: Zora Marsh" in told
    assert "Last changed by: Jane Smith" in told
    assert "Topic: Old topic" in told
    assert "header: Received: from [192.0.2.7]" in told
    assert "header: X-As-Sent-To: other@example.net" in told
    assert "words in unused space of the file: deleted words of Dean" in told
    assert "192.0.2.7" not in shown(content)
    assert hidden(message(PLAIN)) == "", "nothing is told where nothing is hidden"
    assert read_outlook(content) == read_outlook(content)


def test_a_meeting_says_when_and_where() -> None:
    named: Tree = {
        "__nameid_version1.0": {
            "__substg1.0_00030102": struct.pack(
                "<IHHIHHIHH", 0x820D, 6, 0, 0x820E, 6, 1, 0x8208, 6, 2
            )
        }
    }
    tree = properties(
        32, (0x001A, 0x1F, "IPM.Schedule.Meeting.Request"), (0x0037, 0x1F, "Core group"),
        (0x8000, 0x40, SENT), (0x8002, 0x1F, "Room 2, Town Hall"), PLAIN,
    )  # fmt: skip
    content = compound(tree | named)
    assert "Begins:\nMonday 2 November 2026, 10:00 UTC" in shown(content)
    assert "Where:\nRoom 2, Town Hall" in shown(content)
    assert "Dean rang." in shown(content)


def test_a_contact_is_shown_by_its_properties() -> None:
    tree = properties(32, (0x001A, 0x1F, "IPM.Contact"), (0x3001, 0x1F, "Zora Marsh"))
    assert "Zora Marsh" in shown(compound(tree))


def test_encrypted_and_protected_messages_are_told_in_plain_words() -> None:
    sealed = message(
        (0x001A, 0x1F, "IPM.Note.SMIME"),
        one=attached(0, (0x3707, 0x1F, "smime.p7m"), (0x3701, 0x102, b"0\x80\6\t")),
    )
    assert [gap.because for gap in read_outlook(sealed).gaps] == [ENCRYPTED]
    protected = message(
        PLAIN, one=attached(0, (0x3707, 0x1F, "message.rpmsg"), (0x3701, 0x102, b"v\xe8"))
    )
    with pytest.raises(Refused, match=PROTECTED[:40]):
        read_document(protected)


def test_a_file_that_stands_elsewhere_is_a_gap() -> None:
    content = message(PLAIN, one=attached(0, (0x3705, 3, 4), (0x370D, 0x1F, "S:\\Marsh\\a.doc")))
    assert len(read_outlook(content).gaps) == 1
    assert "link: S:\\Marsh\\a.doc" in hidden(content)


def test_messages_nested_too_deeply_and_damaged_ones_end_in_a_reason() -> None:
    inner = properties(24, *HEAD, PLAIN)
    for _ in range(13):
        inner = properties(24, *HEAD) | attached(0, (0x3705, 3, 5), inside=inner)
    with pytest.raises(Refused, match="nested too deeply"):
        read_document(compound(properties(32, *HEAD) | attached(0, (0x3705, 3, 5), inside=inner)))
    whole = message(PLAIN, (0x1009, 0x102, rich_text(rb"{\rtf1 x}")))
    broken = [whole[:at] for at in (600, 1500, len(whole) - 700)]
    broken += [whole[:at] + b"\xff\xff\xff\xff" + whole[at + 4 :] for at in range(512, 4000, 292)]
    for read in read_documents(broken):
        assert read.pages if not isinstance(read, Refused) else str(read)


def test_a_bomb_of_rich_text_is_refused() -> None:
    bomb = struct.pack("<II4sI", 20, 2_000_000_000, b"LZFu", 0) + b"\0" * 40
    with pytest.raises(Refused, match="too long"):
        read_document(message((0x1009, 0x102, bomb)))


ONE_OFF = (
    b"\0\0\0\0" + bytes.fromhex("812b1fa4bea310199d6e00dd010f5402") + b"\0\0\x01\x90"
    + "Jane Smith\0SMTP\0jane@example.net\0".encode("utf-16-le")
)  # fmt: skip
STORED: dict[str, tuple[tuple[tuple[int, int, object], ...], Tree]] = {
    "the identifier of the sender's address": (((0x0C19, 0x102, ONE_OFF),), {}),
    "another name of a receiver": (
        (),
        {"__recip_version1.0_#00000002": properties(
            8, (0x3001, 0x1F, "Duty Team"), (0x39FE, 0x1F, "duty@example.org"),
            (0x5FF6, 0x1F, "Jane Smith"))},
    ),
    "the receivers as they were shown": (((0x0E04, 0x1F, "Jane Smith"),), {}),
    "another name of an attachment": (
        (),
        attached(0, (0x3707, 0x1F, "a.txt"), (0x3001, 0x1F, "Jane Smith"), (0x3701, 0x102, b"On")),
    ),
    "an object of another program": (
        (),
        attached(0, (0x3705, 3, 6), inside={"CONTENTS": b"\1\2Jane Smith\0"}),
    ),
    "a stream of a program's own": ((), {"other": {"a": b"about Jane Smith and more"}}),
    "the text in another coding": (((0x1000, 0x1E, "Jane Smith"),), {}),
    "a line of the headers that is none": (
        ((0x007D, 0x1F, "X-A: b\r\nJane Smith was here\r\nX-B: c\r\n"),), {},
    ),
    "a part's head": (((0x007D, 0x1F, "Content-Description: Jane Smith\r\n"),), {}),
}  # fmt: skip


@pytest.mark.parametrize("where", STORED)
def test_words_that_stand_anywhere_else_in_the_store_are_told(where: str) -> None:
    values, parts = STORED[where]
    told = hidden(message(*values, PLAIN, parts=parts))
    assert "Jane Smith" in told or "Jane" in told.split("\n")[-1]


def test_what_a_store_says_twice_is_not_told_again() -> None:
    twice = (0x0E04, 0x1F, "Duty Team"), (0x0E1D, 0x1F, "Visit"), (0x001A, 0x1F, "IPM.Note")
    assert "store" not in hidden(message(*twice, PLAIN))


@pytest.mark.parametrize(
    ("inside", "kind"),
    [
        (rb"{\v Jane Smith}", "hidden text"),
        (rb"{\info{\author Jane Smith}}", "document property"),
        (rb"{\*\annotation Jane Smith}", "comment"),
        (rb"{\*\unknown Jane Smith}", "part of the file that is not shown"),
    ],
)
def test_what_a_rich_text_hides_is_told(inside: bytes, kind: str) -> None:
    told = hidden(message((0x1009, 0x102, rich_text(rb"{\rtf1\ansi Dean rang." + inside + b"}"))))
    assert f"{kind}: " in told
    assert "Jane Smith" in told


def test_words_around_html_for_programs_that_read_rich_text_alone_are_told() -> None:
    wrapped = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}Dean rang.\htmlrtf  Jane Smith\htmlrtf0 }"
    told = hidden(message((0x1009, 0x102, rich_text(wrapped))))
    assert told == "other version of the message: Dean rang. Jane Smith"


def test_signs_beyond_the_first_plane_in_wrapped_html_are_read() -> None:
    wrapped = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}Dean rang \u-10179 ?\u-8704 ? today}"
    assert "Dean rang \U0001f600 today" in shown(message((0x1009, 0x102, rich_text(wrapped))))
    lone = rb"{\rtf1\ansi\fromhtml1 {\*\htmltag64 <p>}Dean rang \u-10179 ? today}"
    assert "Dean rang" in shown(message((0x1009, 0x102, rich_text(lone))))
