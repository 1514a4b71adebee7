"""Text, e-mail and Word: what is shown of each, and what is refused because it would not be."""

import io
import zipfile

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.reading import read_document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIL = b"""From: Priya Nair <priya@example.org>
To: Duty Team <duty@example.org>
Bcc: Dean <dean@example.net>
Received: from [192.0.2.7] by mail.example.org
Date: Mon, 02 Nov 2026 10:00:00 +0000
Subject: Visit
MIME-Version: 1.0
"""


def lines_of(content: bytes) -> list[str]:
    document = read_document(content)
    return [line.strip() for page in document.pages for line in page.text.split("\n")]


def test_a_text_file_keeps_its_own_text_for_spans_and_pages_for_burning() -> None:
    document = read_document("Dean rang.\r\n\tTwice \u2013 at 5.\r\n".encode())
    assert document.media_type == "text/plain"
    assert document.source is not None
    assert document.source.text == "Dean rang.\r\n\tTwice \u2013 at 5.\r\n"
    assert [line.strip() for line in document.pages[0].text.split("\n")][:2] == [
        "Dean rang.",
        "Twice \u2013 at 5.",
    ]
    assert document.pdf.startswith(b"%PDF-")
    assert len(document.glyphs[0]) == len(document.pages[0].text)


@pytest.mark.parametrize(
    "content",
    ["caf\u00e9".encode("cp1252"), "caf\u00e9".encode(), "caf\u00e9".encode("utf-16"),
     b"\xef\xbb\xbf" + "caf\u00e9".encode()],
)  # fmt: skip
def test_the_encoding_is_told_from_the_bytes(content: bytes) -> None:
    assert lines_of(content)[0] == "caf\u00e9"


def test_a_sign_that_no_typeface_has_is_shown_by_its_name() -> None:
    assert lines_of("well \U0001fae0 done".encode())[0] == "well [melting face] done"


def test_unseen_characters_cannot_part_a_name() -> None:
    assert lines_of("De\u200ban and D\u00adean".encode())[0] == "Dean and Dean"


def test_very_long_lines_are_wrapped_and_nothing_is_lost() -> None:
    text = " ".join(f"word{n}" for n in range(900)) + " " + "x" * 500
    joined = "".join("".join(page.text.split()) for page in read_document(text.encode()).pages)
    assert joined == text.replace(" ", "")


def test_a_message_is_shown_as_its_reader_saw_it() -> None:
    document = read_document(MAIL + b"\nDear all,\nDean rang.\n")
    assert document.media_type == "message/rfc822"
    assert [line.strip() for line in document.pages[0].text.split("\n")] == [
        "From: Priya Nair <priya@example.org>",
        "To: Duty Team <duty@example.org>",
        "Bcc: Dean <dean@example.net>",
        "Date: Mon, 02 Nov 2026 10:00:00 +0000",
        "Subject: Visit",
        "Dear all,",
        "Dean rang.",
    ]


@pytest.mark.parametrize(
    ("part", "reason"),
    [("xl/workbook.xml", "damaged"), ("ppt/presentation.xml", "damaged")],
)  # fmt: skip
def test_containers_of_nothing_are_refused(part: str, reason: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("[Content_Types].xml", "x")
        container.writestr(part, "x")
    with pytest.raises(Refused, match=reason):
        read_document(out.getvalue())
