"""From a message, a web page or a calendar to its release: the name is gone, the rest stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.release import ProvenDocument
from tests.redaction.formats.compounds import compound, properties

NAME = "Zephyrine"
MAIL = (
    b"From: Zephyrine <zephyrine@example.net>\nDate: Mon, 02 Nov 2026 10:00:00 +0000\n"
    b"Message-ID: <zephyrine.1@example.net>\nSubject: Zephyrine's visit\n"
)
PAPERS = {
    "message": MAIL + b"\nWe met her.\n> Nobody saw Zephyrine\n> on Monday.\n",
    "message with HTML": MAIL + b"Content-Type: text/html\n\n"
    b"<p>We met her.</p><!-- Zephyrine --><table><tr><td>a</td><td>b</td></tr>"
    b'<tr><td>Zephyrine</td><td title="Zephyrine">on Monday</td></tr></table>',
    "mailbox": b"From zephyrine@example.net Mon Nov  2 10:00:00 2026\n" + MAIL + b"\non Monday\n",
    "web page": b"<html><title>Zephyrine</title><body><p>Ze<b>phyr</b>ine came on Monday.",
    "calendar": b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Zephyrine on Monday\nUID:zephyrine\n"
    b"ATTENDEE;CN=Zephyrine:mailto:zephyrine@example.net\nEND:VEVENT\nEND:VCALENDAR\n",
    "card": b"BEGIN:VCARD\nFN:Zephyrine\nNOTE:on Monday\nEND:VCARD\n",
    "text": "12/03/2026, 18:05 - Zephyrine: on Monday \U0001f600".encode(),
    "Outlook": compound(
        properties(
            32, (0x001A, 0x1F, "IPM.Note"), (0x0C1A, 0x1F, "Zephyrine"),
            (0x1000, 0x1F, "We met Zephyrine on Monday."),
        ),
        left_over="Zephyrine".encode("utf-16-le"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAPERS)
def test_a_name_is_gone_from_every_kind_and_the_rest_is_kept(
    kind: str, released: Callable[..., ProvenDocument], said: Callable[[bytes], str]
) -> None:
    document = released(PAPERS[kind], NAME)
    words = said(document.pdf)
    assert NAME.casefold() not in words.casefold()
    assert "monday" in words or "nov 2026" in words
    assert document.pages_as_images == ()
