"""E-mail: what its reader saw is on the page; what machines read, and what was hidden, is told."""

from __future__ import annotations

import base64

import pytest

from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Refused
from redaction.detect import detect, text_of
from redaction.detectors.patterns.email import EmailDetector
from redaction.detectors.roster.detector import RosterDetector
from redaction.formats.layout import texts_of
from redaction.formats.mail.email import ENCRYPTED, read_email
from redaction.formats.text import DOUBTFUL
from redaction.pages import ReadDocument
from redaction.reading import read_document, read_documents

HEAD = (
    b"From: Priya Nair <priya@example.org>\n"
    b"To: Duty Team <duty@example.org>\n"
    b"Date: Mon, 02 Nov 2026 10:00:00 +0000\n"
    b"Subject: Visit\n"
    b"MIME-Version: 1.0\n"
)


def shown(content: bytes) -> str:
    """Return the words of a message as its pages hold them, before they are set."""
    return "\n".join(text for block in read_email(content).blocks for text in texts_of(block))


def hidden(content: bytes) -> dict[str, str]:
    """Return what a message hides, by kind."""
    told: dict[str, str] = {}
    for piece in read_email(content).hidden:
        told[piece.kind] = f"{told.get(piece.kind, '')}\n{piece.text}".strip()
    return told


def two(plain: bytes, rich: bytes) -> bytes:
    """Return a message in two versions."""
    return (
        HEAD + b"Content-Type: multipart/alternative; boundary=A\n\n"
        b"--A\nContent-Type: text/plain; charset=utf-8\n\n" + plain + b"\n"
        b"--A\nContent-Type: text/html; charset=utf-8\n\n" + rich + b"\n--A--\n"
    )


def mixed(*parts: bytes) -> bytes:
    """Return a message of several parts, each with its own headers."""
    body = b"".join(b"--B\n" + part + b"\n" for part in parts)
    return HEAD + b"Content-Type: multipart/mixed; boundary=B\n\n" + body + b"--B--\n"


def test_the_page_shows_head_and_body_and_no_machine_headers() -> None:
    message = (
        b"Received: from [192.0.2.7] by mx.example.org\nMessage-ID: <dean.1@example.net>\n"
        b"X-Originating-IP: 192.0.2.9\nThread-Topic: Dean Marsh\nBcc: dean@example.net\n"
        b"Reply-To: other@example.org\nList-Unsubscribe: <mailto:u@example.net>\n"
    ) + HEAD
    document = read_document(message + b"\nDean rang.\n")
    page = document.pages[0].text
    assert page.split("\n")[:7] == [
        "From: Priya Nair <priya@example.org>",
        "Reply-To: other@example.org",
        "To: Duty Team <duty@example.org>",
        "Bcc: dean@example.net",
        "Date: Mon, 02 Nov 2026 10:00:00 +0000",
        "Subject: Visit",
        "Dean rang.",
    ]
    assert [piece.text.split(":")[0] for piece in document.hidden if piece.kind == "header"] == [
        "Received",
        "Message-ID",
        "X-Originating-IP",
        "Thread-Topic",
        "List-Unsubscribe",
    ]


def test_what_only_one_of_two_versions_says_is_told() -> None:
    message = two(b"Dean rang.", b"<p>Dean rang. <b>Zephyrine</b> wept.</p>")
    assert "Zephyrine wept." in shown(message), "the HTML says all that the plain one says"
    assert "other version of the message" not in hidden(message)
    message = two(b"Dean rang at five.", b"<p>Dean rang.</p><p>Zephyrine wept.</p>")
    assert "at five" in shown(message)
    assert "Zephyrine" not in shown(message)
    assert hidden(message)["other version of the message"] == "Zephyrine wept."


def test_an_address_that_only_the_plain_version_says_is_told() -> None:
    message = two(b"See <https://example.org/zephyrine>.", b"<p>See.</p><p>Zora too.</p>")
    assert "Zora too." in shown(message)
    assert "zephyrine" in hidden(message)["other version of the message"]


def test_what_a_message_hides_in_its_html_is_not_on_its_page() -> None:
    rich = b'<div style="display:none">Hidden Dean</div><p>Seen</p><!-- note on Dean -->'
    message = HEAD + b"Content-Type: text/html\n\n" + rich
    assert shown(message).endswith("Seen")
    assert hidden(message)["hidden text"] == "Hidden Dean"
    assert hidden(message)["comment"] == "note on Dean"


def test_an_invitation_is_shown_and_who_is_invited() -> None:
    invitation = (
        b"Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR\nMETHOD:REQUEST\n"
        b"BEGIN:VEVENT\nSUMMARY:Core group\nDTSTART:20261103T100000Z\n"
        b'ATTENDEE;CN="Marsh, Dean";PARTSTAT=ACCEPTED:mailto:dean@example.net\n'
        b"UID:zephyrine-1\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    message = mixed(b"Content-Type: text/plain\n\nPlease come.", invitation)
    assert "Event (invitation)" in shown(message)
    assert "Tuesday 3 November 2026, 10:00 UTC" in shown(message)
    assert "Marsh, Dean <dean@example.net> (accepted)" in shown(message)
    assert "zephyrine-1" in hidden(message)["calendar field"]


def test_pictures_in_the_text_are_documents_and_their_place_is_marked() -> None:
    message = mixed(
        b'Content-Type: text/html\n\n<p>Look:</p><img src="cid:p1@x" alt="Dean smiling">',
        b"Content-Type: image/png; name=dean.png\nContent-ID: <p1@x>\n"
        b"Content-Transfer-Encoding: base64\n\niVBORw0KGgo=",
    )
    contents = read_email(message)
    assert "[picture 1]" in shown(message)
    assert [a.name for a in contents.attachments] == ["picture 1 dean.png"]
    assert contents.attachments[0].content == b"\x89PNG\r\n\x1a\n"
    assert hidden(message)["description"] == "Dean smiling"


def test_what_comes_with_a_message_is_a_document_of_its_own_in_order() -> None:
    message = mixed(
        b"Content-Type: text/plain\n\nbody",
        b"Content-Type: text/plain\nContent-Disposition: attachment; filename=note.txt\n\nattached",
        b"Content-Type: message/rfc822\n\nFrom: a@example.org\nSubject: inner\n\nFrom inside",
        b"Content-Type: text/plain; name=note.txt\n\nanother",
    )
    contents = read_email(message)
    assert [a.name for a in contents.attachments] == ["note.txt", "inner.eml", "note (2).txt"]
    assert contents.attachments[0].content == b"attached"
    assert contents.attachments[1].content == b"From: a@example.org\nSubject: inner\n\nFrom inside"
    assert "attached" not in shown(message)
    assert "note.txt\ninner.eml\nnote (2).txt" in shown(message)


def test_a_message_inside_is_packed_against_the_rules_and_read_all_the_same() -> None:
    inner = base64.b64encode(b"From: a@example.org\nSubject: inner\n\nwords")
    message = mixed(
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n\n" + inner
    )
    [attached] = read_email(message).attachments
    assert (attached.name, attached.content[-5:]) == ("inner.eml", b"words")


@pytest.mark.parametrize(
    ("header", "value"),
    [
        (b"Subject: =?utf-8?B?WsOpcGg=?= and =?iso-8859-1?Q?Ren=E9e?=", "Z\u00e9ph and Ren\u00e9e"),
        (b"Subject: =?utf-8?B?WsM=?=\n =?utf-8?B?qXBo?=", "Z\u00e9ph"),
        (b"Subject: folded\n over\n\tthree lines", "folded over three lines"),
        (b"Subject: R\xe9n\xe9e", "R\u00e9n\u00e9e"),
        (b"Subject: =?klingon?B?RGVhbg==?=", "Dean"),
        (b"Subject: =?utf-8?B?!!!?= rest", "rest"),
        (b'Cc: "Marsh, Kayleigh" <k.marsh@example.net>, =?utf-8?Q?J=C3=B6rg?= <j@example.net>',
         '"Marsh, Kayleigh" <k.marsh@example.net>, J\u00f6rg <j@example.net>'),
    ],
)  # fmt: skip
def test_headers_are_shown_whole_as_people_read_them(header: bytes, value: str) -> None:
    message = header + b"\n" + HEAD.replace(b"Subject: Visit\n", b"") + b"\nwords\n"
    assert value in shown(message)


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        (b"Content-Disposition: attachment; filename*=utf-8''Z%C3%A9ph.txt", "Z\u00e9ph.txt"),
        (b'Content-Disposition: attachment; filename="=?utf-8?Q?Z=C3=A9.txt?="', "Z\u00e9.txt"),
        (b'Content-Disposition: attachment; filename*0="Dean";\n filename*1=".txt"', "Dean.txt"),
        (b'Content-Disposition: attachment; filename="../../etc/passwd"', "passwd"),
        (b'Content-Disposition: attachment; filename="C:\\\\Users\\\\dean\\\\x.txt"', "x.txt"),
        (b"Content-Disposition: attachment", "unnamed.plain"),
    ],
)  # fmt: skip
def test_names_of_attachments_are_told_and_harmless(headers: bytes, name: str) -> None:
    message = mixed(b"Content-Type: text/plain\n" + headers + b"\n\nwords")
    assert [a.name for a in read_email(message).attachments] == [name]


@pytest.mark.parametrize(
    ("charset", "body", "told"),
    [
        (b"utf-8", "Ren\u00e9e".encode(), False),
        (b"iso-8859-1", "Ren\u00e9e".encode("latin-1"), False),
        (b"windows-1252", "Ren\u00e9e".encode("cp1252"), False),
        (b"utf-8", "Ren\u00e9e".encode("cp1252"), True),
        (b"no-such-charset", "Ren\u00e9e".encode(), True),
        (b"idna", "Ren\u00e9e".encode(), True),
        (b"zip", "Ren\u00e9e".encode(), True),
    ],
)
def test_broken_and_unknown_encodings_are_read_as_they_can_be_and_told(
    charset: bytes, body: bytes, told: bool
) -> None:
    message = HEAD + b"Content-Type: text/plain; charset=" + charset + b"\n\n" + body
    assert "Ren\u00e9e" in shown(message)
    assert [gap.because for gap in read_email(message).gaps] == [DOUBTFUL] * told


@pytest.mark.parametrize(
    ("part", "kind", "told"),
    [
        # A list server put its footer behind the code; the name is a word that looks like code.
        (
            b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
            + base64.encodebytes(b"On Tuesday.\n")
            + b"\n-- \nDean Marsh runs this list\n",
            "text outside the parts of the message",
            "--\nDean Marsh runs this list",
        ),
        (
            b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n"
            + base64.encodebytes(b"On Tuesday.\n")
            + b"\nMarshall\n",
            "text outside the parts of the message",
            "Marshall",
        ),
        (
            b"Content-Type: text/plain\nContent-Transfer-Encoding: x-uuencode\n\n"
            b"begin 644 dean.txt\n*3VX@5'5E<V1A>0``\n`\nend\nDean Marsh\n",
            "text outside the parts of the message",
            "dean.txt\nDean Marsh",
        ),
        (
            b'Content-Type: text/plain; name="Dean Marsh.txt"\n'
            b"Content-Disposition: attachment; filename=a.txt\n\nOn Tuesday.",
            "header",
            'Content-Type: text/plain; name="Dean Marsh.txt"',
        ),
        (
            b"Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt;"
            b' x-author="Dean Marsh"\n\nOn Tuesday.',
            "header",
            'Content-Disposition: attachment; filename=a.txt; x-author="Dean Marsh"',
        ),
        (
            b"Content-Type: text/plain (by Dean Marsh); charset=utf-8\n\nOn Tuesday.",
            "header",
            "Content-Type: text/plain (by Dean Marsh); charset=utf-8",
        ),
    ],
)
def test_words_beside_the_code_and_in_the_head_of_a_part_are_told(
    part: bytes, kind: str, told: str
) -> None:
    assert hidden(mixed(b"Content-Type: text/plain\n\nHello", part))[kind] == told


def test_names_that_an_attachment_is_shown_by_are_not_told_again() -> None:
    part = (
        b"Content-Type: application/pdf; name*=utf-8''Zo%C3%AB.pdf\nContent-Disposition:"
        b' attachment; filename="=?utf-8?Q?Zo=C3=AB.pdf?="; size=7; creation-date="x"\n\nOn'
    )
    assert hidden(mixed(b"Content-Type: text/plain\n\nHello", part)) == {}


@pytest.mark.parametrize(
    ("coded", "words"),
    [
        (b"base64\n\n" + base64.b64encode(b"Dean rang on Tuesday, and again.")[:-3], "Dean rang"),
        (b"base64\n\n" + base64.b64encode(b"It was.") + b"\n" + base64.b64encode(b" Dean rang."),
         "It was. Dean rang."),
        (b"x-uuencode\n\nbegin 644 a\n*1&5A;B!R86YG+@``\n`\nend\n", "Dean rang."),
    ],
)  # fmt: skip
def test_damaged_and_parted_code_is_read_as_far_as_it_goes(coded: bytes, words: str) -> None:
    assert words in shown(HEAD + b"Content-Type: text/plain\nContent-Transfer-Encoding: " + coded)


def test_a_file_wrapped_into_the_text_is_a_document_of_its_own() -> None:
    body = b"Hello\nbegin 644 note.txt\n*1&5A;B!R86YG+@``\n`\nend\nGoodbye\n"
    read = read_email(HEAD + b"Content-Type: text/plain\n\n" + body)
    assert [(a.name, a.content) for a in read.attachments] == [("note.txt", b"Dean rang.")]
    assert "begin 644" not in shown(HEAD + b"Content-Type: text/plain\n\n" + body)


def test_a_name_parted_by_commands_of_enriched_text_is_one_name() -> None:
    part = b"Content-Type: text/enriched\n\n<bold>De</bold>an <<rang>"
    assert "Dean <rang>" in shown(HEAD + part)


def test_text_in_two_octets_a_letter_is_read_whatever_its_sender_calls_it() -> None:
    body = "Dean rang.".encode("utf-16")
    part = b"Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: base64\n\n"
    assert "Dean rang." in shown(HEAD + part + base64.b64encode(body))


def test_quoted_words_are_marked_and_flowed_lines_joined() -> None:
    body = b"Thanks.\n> On Monday Dean \n> Marsh wrote:\n>> No.\nBye\n"
    message = HEAD + b"Content-Type: text/plain; format=flowed\n\n" + body
    texts = [text for block in read_email(message).blocks[1:] for text in texts_of(block)]
    assert texts == ["Thanks.", "> On Monday Dean Marsh wrote:", ">> No.", "Bye"]


def test_an_encrypted_message_is_a_gap_in_plain_words_and_keeps_what_it_holds() -> None:
    message = (
        HEAD + b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n"
        b"Content-Transfer-Encoding: base64\n\nMIAGCSqGSIb3\n"
    )
    document = read_document(message)
    assert [gap.because for gap in document.gaps] == [ENCRYPTED]
    assert "encrypted and cannot be read" in document.pages[0].text.replace("\n", " ")
    assert "ask for it" not in document.pages[0].text  # that is for the officer
    assert [a.name for a in document.attachments] == ["smime.p7m"]
    pgp = HEAD + b"Content-Type: multipart/encrypted; boundary=B\n\n--B\n\nVersion: 1\n--B--\n"
    assert [gap.because for gap in read_email(pgp).gaps] == [ENCRYPTED]


def test_a_signed_message_is_read_and_its_signature_told() -> None:
    message = (
        HEAD + b"Content-Type: multipart/signed; boundary=B\n\n"
        b"--B\nContent-Type: text/plain\n\nSigned words\n"
        b"--B\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nPriya Nair\n--B--\n"
    )
    assert "Signed words" in shown(message)
    assert hidden(message)["digital signature"] == "Priya Nair"
    assert read_email(message).attachments == ()


def test_words_outside_the_parts_are_told() -> None:
    message = mixed(b"Content-Type: text/plain\n\nbody").replace(b"\n\n--B", b"\n\nDean's\n--B", 1)
    assert hidden(message)["text outside the parts of the message"] == "Dean's"


@pytest.mark.parametrize(
    "kind", [b"message/partial; id=a; number=1; total=2", b"message/external-body; access-type=url"]
)
def test_what_stands_in_a_piece_of_a_message_is_told(kind: bytes) -> None:
    piece = b"Content-Type: " + kind + b"\n\nSubject: Dean\n\nHe said so."
    message = mixed(b"Content-Type: text/plain\n\nbody", piece)
    assert hidden(message)["piece of a message"] == "Subject: Dean\nHe said so."


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
def test_line_endings_of_either_kind_read_the_same(ending: bytes) -> None:
    message = two(b"Dean rang.", b"<p>Dean rang.</p>").replace(b"\n", ending)
    assert shown(message).endswith("Dean rang.")


def nested(depth: int) -> bytes:
    """Return parts within parts."""
    message = b"Content-Type: text/plain\n\ndeep"
    for level in range(depth):
        edge = str(level).encode()
        message = (
            b"Content-Type: multipart/mixed; boundary=x" + edge + b"\n\n--x" + edge + b"\n"
            + message + b"\n--x" + edge + b"--\n"
        )  # fmt: skip
    return HEAD + message


def test_hostile_messages_end_in_a_reason() -> None:
    assert "deep" in shown(nested(20))
    with pytest.raises(Refused, match="nested too deeply"):
        read_document(nested(60))
    with pytest.raises(Refused, match="nested too deeply"):
        read_document(nested(900))
    with pytest.raises(Refused, match="more than 500 parts"):
        read_document(mixed(*[b"Content-Type: text/plain\n\nx"] * 600))
    with pytest.raises(Refused, match="head of the message is too long"):
        read_document(HEAD + b"X-Pad: y\n" * 3000 + b"\nwords")
    with pytest.raises(Refused, match="too long"):
        read_document(HEAD + b"\n" + b"words " * 1_000_000)


@pytest.mark.parametrize(
    "content",
    [
        HEAD + b"Content-Type: multipart/mixed\n\nno boundary",
        HEAD + b"Content-Type: multipart/mixed; boundary=B\n\nnever begins",
        HEAD + b"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n=== not base64",
        HEAD + b"Content-Type: ;;;=\n\nwords",
        HEAD + b"Content-Type: message/rfc822\n\n",
        HEAD + b"Content-Type: multipart/alternative; boundary=B\n\n--B--\n",
        HEAD + b"Content-Type: text/plain; charset*=x''%ff\n\nwords",
    ],
)
def test_damaged_messages_become_pages_or_a_reason(content: bytes) -> None:
    read = read_documents([content])[0]
    assert isinstance(read, ReadDocument) or str(read)


def test_names_are_found_over_quoted_lines_and_in_addresses(roster: Roster) -> None:
    body = b"> We saw Dean\n> Marsh today.\n"
    message = HEAD.replace(b"Duty Team <duty@example.org>", b'"Marsh, Dean" <d.marsh@example.net>')
    document = read_document(message + b"\n" + body)
    found = detect(document, roster, [RosterDetector(), EmailDetector()])
    assert ["".join(text_of(document, f).split()) for f in found if f.person == "p2"] == [
        "Marsh,Dean",
        "d.marsh@example.net",
        "Dean>Marsh",
    ]
