"""Calendars: events as people speak of them; every other line of the file is told."""

from __future__ import annotations

import pytest

from redaction.formats.layout import Fields, Words
from redaction.formats.mail.calendar import read_calendar
from redaction.formats.mail.recurring import in_words
from redaction.formats.mail.times import lasting, when_in_words
from redaction.reading import read_document

EVENT = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\nX-WR-CALNAME:Marsh family\r\n"
    b"BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nEND:VTIMEZONE\r\n"
    b"BEGIN:VEVENT\r\nUID:zephyrine-1\r\nSUMMARY:Core group\\, Marsh\r\n"
    b"DTSTART;TZID=Europe/London:20261103T100000\r\nDURATION:PT1H30M\r\n"
    b"RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3\r\nEXDATE:20261110T100000Z\r\n"
    b"ORGANIZER;CN=Priya Nair:mailto:priya@example.org\r\n"
    b'ATTENDEE;CN="Marsh, Dean";ROLE=OPT-PARTICIPANT;PARTSTAT=DECLINED:MAILTO:dean@exam\r\n'
    b" ple.net\r\nDESCRIPTION:Bring the report\\nand the plan\r\n"
    b"ATTACH;VALUE=BINARY;ENCODING=BASE64;FMTTYPE=text/plain;X-FILENAME=n.txt:aGVsbG8=\r\n"
    b"BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nACTION:DISPLAY\r\nDESCRIPTION:Soon\r\nEND:VALARM\r\n"
    b"X-ALT-DESC;FMTTYPE=text/html:<b>Zora</b>\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_an_event_is_shown_in_words() -> None:
    assert read_calendar(EVENT).blocks == (
        Words("Event", heading=True),
        Fields(
            (
                ("Subject:", "Core group, Marsh"),
                ("Begins:", "Tuesday 3 November 2026, 10:00 (Europe/London)"),
                ("Lasts:", "1 hour 30 minutes"),
                ("Repeats:", "every week on Tuesday, 3 times"),
                ("Not on:", "Tuesday 10 November 2026, 10:00 UTC"),
                ("Organiser:", "Priya Nair <priya@example.org>"),
                ("Attendee:", "Marsh, Dean <dean@example.net> (optional, declined)"),
                ("Notes:", "Bring the report\nand the plan"),
                ("Attached:", "n.txt"),
                ("Reminder:", "15 minutes before"),
                ("Reminder says:", "Soon"),
            )
        ),
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_an_event_in_two_octets_a_letter_is_read_as_one(encoding: str) -> None:
    begin, end = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "END:VEVENT\r\nEND:VCALENDAR\r\n"
    event = f"{begin}SUMMARY:Visit of Zephy\r\n rine\r\n{end}"
    document = read_document(event.encode(encoding))
    assert document.media_type == "text/calendar"
    assert document.pages[0].text.split() == ["Event", "Subject:", "Visit", "of", "Zephyrine"]


def test_what_machines_read_is_told_and_attachments_kept() -> None:
    contents = read_calendar(EVENT)
    [told] = contents.hidden
    assert told.kind == "calendar field"
    for words in ("Marsh family", "zephyrine-1", "<b>Zora</b>"):
        assert words in told.text
    assert [(a.name, a.content) for a in contents.attachments] == [("n.txt", b"hello")]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR", "every 2 weeks on Monday, Wednesday and Friday"),
        ("FREQ=MONTHLY;BYDAY=-1FR", "every month on the last Friday"),
        ("FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2", "every month on day 15 of the month, 2 times"),
        ("FREQ=DAILY;UNTIL=20270301", "every day, until Monday 1 March 2027"),
        ("FREQ=YEARLY;BYMONTH=3;BYSETPOS=1", "every year, in March (BYSETPOS=1)"),
        ("nonsense", "nonsense"),
    ],
)  # fmt: skip
def test_recurrence_is_told_in_words(rule: str, words: str) -> None:
    assert in_words(rule) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [("20261103", "Tuesday 3 November 2026"), ("20269903", "20269903"), ("soon", "soon"),
     ("20261103T100000Z/20261103T110000Z",
      "Tuesday 3 November 2026, 10:00 UTC to Tuesday 3 November 2026, 11:00 UTC")],
)  # fmt: skip
def test_times_that_are_none_stand_as_they_are(value: str, words: str) -> None:
    assert when_in_words(value) == words


def test_durations_are_told_in_words() -> None:
    assert lasting("P1W") == "1 week"
    assert lasting("-P1DT2H", before=True) == "1 day 2 hours before"
    assert lasting("oddly") == "oddly"


def test_lines_that_are_not_understood_are_shown() -> None:
    document = read_document(b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\n!!Zephyrine\nEND:VEVENT\n")
    assert "!!Zephyrine" in document.pages[0].text
    assert document.media_type == "text/calendar"


def test_parts_of_a_program_s_own_and_remarks_on_time_zones_are_told() -> None:
    calendar = (
        b"BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/London\r\nCOMMENT:by Dean\r\n"
        b"END:VTIMEZONE\r\nBEGIN:X-ZORA-FINCH\r\nEND:X-ZORA-FINCH\r\nEND:VCALENDAR\r\n"
    )
    [told] = read_calendar(calendar).hidden
    assert told.text.split("\n") == ["COMMENT:by Dean", "BEGIN:X-ZORA-FINCH"]
