"""What programs write into messages and calendars is silent; what people put there is told."""

from __future__ import annotations

import pytest

from redaction.formats.contents import Contents
from redaction.formats.mail.calendar import read_calendar
from redaction.formats.mail.card import read_card
from redaction.formats.mail.email import read_email
from redaction.formats.rtf.text import read_rich_text


def told(contents: Contents) -> list[str]:
    return [line for piece in contents.hidden for line in piece.text.split("\n")]


def message(mark: str) -> bytes:
    return (
        f'From: a@x.gov.uk\r\nContent-Type: multipart/mixed; boundary="{mark}"\r\n\r\n--{mark}\r\n'
        f"Content-Type: text/plain\r\n\r\nThe report.\r\n--{mark}--\r\n"
    ).encode()


@pytest.mark.parametrize(
    "mark",
    [
        "----=_NextPart_000_0012_01DA1F2B.5C8E3A40",
        "_000_LO4P265MB59120A1B2C3D4E5F6LO4P265MB5912GBRP265PROD_",
        "_004_EXCH01northmoorgovuk0A1B2C_",
        "000000000000a1b2c3060f1e2d3c",
        "Apple-Mail=_1C9E9F4A-5B0D-4C7E-9C1D-0A1B2C3D4E5F",
        "Apple-Mail-3--862345671",
        "===============8412345678901234567==",
        "------------0wZ2Qk4Yh7RtLmN8sVbXcD1e",
        "------------060708010203040506070809",
        "----=_Part_12345_678901234.1700000000000",
        "b1_0123456789abcdef0123456789abcdef",
        "--_NmP-0a1b2c3d4e5f6071-Part_1",
        "nextPart1789234.x7",
        "vtzGhvizbBRQ85DL",
        "--==_mimepart_5f1a2b3c4d5e6_3fd1a2b3c4d5e612345a",
        "=_alternative 005C0F7A80258A1D_=",
        "0f1e2d3c4b5a69788796a5b4c3d2e1f00a1",
    ],
)
def test_marks_between_parts_that_programs_make_are_no_hidden_content(mark: str) -> None:
    assert not any("boundary" in line for line in told(read_email(message(mark))))


@pytest.mark.parametrize(
    "mark", ["Dean-Marsh-Zephyrine", "=_Zephyrine", "zephyrine1998", "Quaxley"]
)
def test_words_in_the_mark_between_parts_are_told(mark: str) -> None:
    assert any(mark in line for line in told(read_email(message(mark))))


def calendar(program: str, zone: str, *, end: str = "VCALENDAR", used: bool = False) -> bytes:
    starts = f"DTSTART;TZID={zone}" if used else "DTSTART"
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{program}\r\nCALSCALE:GREGORIAN\r\n"
        f"BEGIN:VTIMEZONE\r\nTZID:{zone}\r\nBEGIN:STANDARD\r\nTZNAME:GMT\r\n"
        "DTSTART:19701025T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n"
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        f"BEGIN:VEVENT\r\n{starts}:20240305T100000\r\nSUMMARY:Visit\r\nEND:VEVENT\r\nEND:{end}\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("program", "zone"),
    [
        ("-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN", "GMT Standard Time"),
        ("Microsoft Exchange Server 2010", "(UTC+00:00) Dublin, Edinburgh, Lisbon, London"),
        ("-//Google Inc//Google Calendar 70.9054//EN", "Europe/London"),
        ("-//Apple Inc.//macOS 14.2//EN", "Europe/London"),
        ("-//Apple Inc.//iPhone OS 17.1//EN", "Europe/Dublin"),
        (
            "-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN",
            "/mozilla.org/20050126_1/Europe/London",
        ),
    ],
)
def test_programs_and_zones_of_calendars_are_no_hidden_content(program: str, zone: str) -> None:
    assert told(read_calendar(calendar(program, zone))) == []


def test_words_where_a_calendar_names_its_program_and_its_zone_are_told() -> None:
    lines = told(read_calendar(calendar("-//Zephyrine Quaxley//EN", "Foster home", end="Marsh")))
    assert lines == ["END:Marsh", "PRODID:-//Zephyrine Quaxley//EN", "TZID:Foster home"]


def test_a_zone_that_stands_beside_a_time_is_not_told_again() -> None:
    contents = read_calendar(calendar("-//x//EN", "America/Toronto", used=True))
    assert told(contents) == []


def test_words_where_a_card_names_its_program_are_told() -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//{}//EN\r\nFN:A B\r\nEND:VCARD\r\n"
    assert told(read_card(card.format("Apple Inc.//iPhone OS 17.1").encode())) == []
    assert told(read_card(card.format("Quaxley").encode())) == ["PRODID:-//Quaxley//EN"]


def test_names_of_styles_in_rich_text_are_told_where_a_person_gave_them() -> None:
    ordinary = (
        r"{\s0 Normal;}{\s1\b heading 1;}{\*\cs10 Default Paragraph Font;}{\*\ts11 Normal Table;}"
        r"{\s15 header;}{\s16 Balloon Text;}{\*\cs17 Balloon Text Char;}{\s18 List Paragraph;}"
        r"{\s19 Body Text Indent 2;}{\s20 annotation text;}{\s21 toc 1;}{\s22 Text Body;}"
        r"{\s23 Table Contents;}{\s24 Header and Footer;}{\s25 Quotations;}{\*\cs26 Hyperlink;}"
    )
    named = r"{\s30\sbasedon0 Letter about Zephyrine;}{\s31 Qua\'78l\'65y;}"
    start, end = r"{\rtf1\ansi\ansicpg1252{\stylesheet", r"}The report.\par}"
    for styles, expected in ((ordinary, []), (ordinary + named,
                             ["Letter about Zephyrine", "Quaxley"])):  # fmt: skip
        read = read_rich_text((start + styles + end).encode())
        assert [piece.text for piece in read.hidden if piece.kind == "style name"] == expected


def test_letters_in_the_numbers_of_lists_stay_in_their_order() -> None:
    level = r"{\*\listtable{\list{\listlevel{\leveltext\'09Annex \'00: ;}}\listid1}}"
    made = read_rich_text((r"{\rtf1\ansi" + level + r"Words\par}").encode()).content
    assert rb"\leveltext \'09Annex \'00: ;" in made
