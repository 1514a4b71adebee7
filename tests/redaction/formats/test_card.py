"""Address cards: every field with its label; pictures are documents; the rest is told."""

from __future__ import annotations

import pytest

from redaction.formats.layout import Fields, Words
from redaction.formats.mail.card import read_card
from redaction.reading import read_document

CARD = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Marsh;Dean;;Mr;\r\nFN:Dean Marsh\r\n"
    b"TEL;TYPE=HOME,VOICE:01632 960 001\r\nADR;TYPE=HOME:;;14 Coble Lane;Northmoor;;NM1 2AB;UK\r\n"
    b"item1.EMAIL:dean@example.net\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nBDAY:1990-04-12\r\n"
    b"PHOTO;ENCODING=b;TYPE=PNG:iVBORw0K\r\n Ggo=\r\nNOTE:Calls\\nlate\\, often\r\n"
    b"X-EVOLUTION-FILE-AS:Marsh family\r\nUID:zephyrine\r\nEND:VCARD\r\n"
)


def test_a_card_is_shown_with_labels_and_its_picture_kept() -> None:
    contents = read_card(CARD)
    assert contents.blocks == (
        Words("Dean Marsh", heading=True),
        Fields(
            (
                ("Name in parts:", "Marsh, Dean, Mr"),
                ("Telephone (home):", "01632 960 001"),
                ("Address (home):", "14 Coble Lane, Northmoor, NM1 2AB, UK"),
                ("E-mail (Work):", "dean@example.net"),
                ("Born:", "12 April 1990"),
                ("Photograph:", "[photograph 1.png]"),
                ("Notes:", "Calls\nlate, often"),
            )
        ),
    )
    [photo] = contents.attachments
    assert (photo.media_type, photo.content) == ("image/png", b"\x89PNG\r\n\x1a\n")
    [told] = contents.hidden
    assert told.text == "X-EVOLUTION-FILE-AS:Marsh family\nUID:zephyrine"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_card_in_two_octets_a_letter_is_read_as_one(encoding: str) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zephy\r\n rine\r\nEND:VCARD\r\n"
    document = read_document(card.encode(encoding))
    assert (document.media_type, document.pages[0].text.strip()) == ("text/vcard", "Zephyrine")


def test_cards_of_old_telephones_are_read() -> None:
    card = (
        b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=\n"
        b"=C3=B6rg\nTEL;CELL:01632 960 002\nEND:VCARD\nBEGIN:VCARD\nFN:Zora\nEND:VCARD\n"
    )
    assert read_card(card).blocks == (
        Fields(
            (
                ("Name in parts:", "M\u00fcller, J\u00f6rg"),
                ("Telephone (cell):", "01632 960 002"),
            )
        ),
        Words("Zora", heading=True),
        Fields(()),
    )


def test_a_picture_at_an_address_is_not_fetched_but_told() -> None:
    contents = read_card(b"BEGIN:VCARD\nFN:Zora\nPHOTO:https://example.net/zora.jpg\nEND:VCARD\n")
    assert contents.attachments == ()
    assert contents.hidden[0].text == "PHOTO:https://example.net/zora.jpg"


def test_lines_that_are_no_fields_are_shown() -> None:
    document = read_document(b"BEGIN:VCARD\nFN:Zora\n!!Zephyrine\nEND:VCARD\n")
    assert "!!Zephyrine" in document.pages[0].text
    assert document.media_type == "text/vcard"


def test_words_before_the_colon_are_told() -> None:
    card = (
        b'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Dean\r\nTEL;X-WHO="Zora Finch":0\r\n'
        b'N;SORT-AS="Kim":a;b;;;\r\nMarsh-Family.EMAIL:a@example.net\r\nitem1.TEL;TYPE=HOME:1\r\n'
        b"END:VCARD\r\n"
    )
    assert [piece.text.split("\n") for piece in read_card(card).hidden] == [
        ['TEL;X-WHO="Zora Finch":0', 'N;SORT-AS="Kim":a;b;;;', "Marsh-Family.EMAIL:a@example.net"]
    ]
