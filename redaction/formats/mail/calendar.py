"""Calendars (RFC 5545): each event as people speak of it, and nothing of the file unsaid."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import Block, Fields, Words, texts_of
from redaction.formats.mail.contentlines import Line, content_lines
from redaction.formats.mail.machines import says_nothing
from redaction.formats.mail.recurring import in_words
from redaction.formats.mail.times import lasting, when_in_words
from redaction.formats.names import plain_name
from redaction.formats.text import decode
from redaction.pages import Attachment, Hidden

_MOST_EVENTS = 5000
_SHOWN = {
    "SUMMARY": "Subject",
    "DTSTART": "Begins",
    "DTEND": "Ends",
    "DUE": "Due",
    "DURATION": "Lasts",
    "COMPLETED": "Completed",
    "RRULE": "Repeats",
    "RDATE": "Also on",
    "EXDATE": "Not on",
    "EXRULE": "Not",
    "RECURRENCE-ID": "Instead of",
    "LOCATION": "Where",
    "ORGANIZER": "Organiser",
    "ATTENDEE": "Attendee",
    "CONTACT": "Contact",
    "STATUS": "Status",
    "CATEGORIES": "Categories",
    "RESOURCES": "Needed",
    "URL": "Link",
    "COMMENT": "Comment",
    "DESCRIPTION": "Notes",
    "FREEBUSY": "Busy",
    "PERCENT-COMPLETE": "Done (%)",
    "TRIGGER": "Reminder",
    "REQUEST-STATUS": "Answer",
}
_TITLES = {
    "VEVENT": "Event",
    "VTODO": "Task",
    "VJOURNAL": "Journal entry",
    "VFREEBUSY": "Free and busy times",
}
_METHODS = {
    "REQUEST": "Invitation",
    "CANCEL": "Cancelled",
    "REPLY": "Answer to an invitation",
    "COUNTER": "Another time proposed",
}
_PEOPLE = {"ORGANIZER", "ATTENDEE"}
_DATED = {"DTSTART", "DTEND", "DUE", "COMPLETED", "EXDATE", "RDATE", "RECURRENCE-ID"}
_MACHINE = {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "TZOFFSETFROM", "TZOFFSETTO"}
_COMPONENTS = {"VCALENDAR", "VALARM", "VTIMEZONE", "STANDARD", "DAYLIGHT", *_TITLES}
_OF_ZONES = {"TZID", "TZNAME", "DTSTART", "RRULE", "RDATE", "TZURL", "LAST-MODIFIED",
             "X-LIC-LOCATION", "X-MICROSOFT-CDO-TZID"}  # fmt: skip
_PART = {"ACCEPTED": "accepted", "DECLINED": "declined", "TENTATIVE": "tentative",
         "DELEGATED": "delegated", "NEEDS-ACTION": "not answered"}  # fmt: skip
_ROLE = {"CHAIR": "chair", "OPT-PARTICIPANT": "optional", "NON-PARTICIPANT": "for information"}


@dataclass
class _Event:
    title: str
    rows: list[tuple[str, str]] = field(default_factory=list)


class _Calendar:
    """A calendar, while its lines are read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hidden: dict[str, None] = {}
        self._perhaps: dict[str, str] = {}  # lines for programs, and what they say
        self.attachments: list[Attachment] = []
        self._inside: list[str] = []
        self._event: _Event | None = None
        self._method = ""
        self._events = 0

    def take(self, line: Line) -> None:
        match line.name:
            case "BEGIN":
                if line.value.strip().upper() not in _COMPONENTS:
                    self.hidden[line.raw] = None
                self._begin(line.value.strip().upper())
            case "END":
                if line.value.strip().upper() not in {*_COMPONENTS, *self._inside}:
                    self.hidden[line.raw] = None
                self._end(line.value.strip().upper())
            case "":
                self.blocks.append(Words(line.raw))
            case "METHOD":
                self._method = line.value.strip().upper()
                if self._method not in _METHODS:
                    self.hidden[line.raw] = None
            case "ATTACH" if line.binary is not None:
                number = len(self.attachments) + 1
                name = line.first("X-FILENAME") or line.first("FILENAME")
                kind = line.first("FMTTYPE") or "application/octet-stream"
                self._attach(plain_name(name, f"attachment {number}"), kind, line.binary)
            case name if (
                self._event is not None and name in _SHOWN and "VTIMEZONE" not in self._inside
            ):
                self._show(self._event, line)
            case name if name in _MACHINE or ("VTIMEZONE" in self._inside and name in _OF_ZONES):
                if not says_nothing(line.raw):
                    self._perhaps[line.raw] = line.text
            case _:
                self.hidden[line.raw] = None

    def _begin(self, what: str) -> None:
        self._inside.append(what)
        if len(self._inside) > 20:
            raise Refused("the calendar is nested too deeply to be read; print it to PDF")
        if what in _TITLES:
            self._close()
            self._events += 1
            if self._events > _MOST_EVENTS:
                raise Refused(
                    f"the calendar has more than {_MOST_EVENTS} entries; part it, and add each part"
                )
            title = _TITLES[what]
            if self._method in _METHODS:
                title = f"{title} ({_METHODS[self._method].lower()})"
            self._event = _Event(title)

    def _end(self, what: str) -> None:
        if what in self._inside:
            while self._inside.pop() != what:
                pass
        if what in _TITLES:
            self._close()

    def _close(self) -> None:
        if self._event is not None:
            self.blocks.append(Words(self._event.title, heading=True))
            self.blocks.append(Fields(tuple(self._event.rows)))
            self._event = None

    def _attach(self, name: str, kind: str, content: bytes) -> None:
        self.attachments.append(Attachment(name, kind, content))
        if self._event is not None:
            self._event.rows.append(("Attached:", name))

    def _show(self, event: _Event, line: Line) -> None:
        label = _SHOWN[line.name]
        if "VALARM" in self._inside:
            label = {"TRIGGER": "Reminder", "DESCRIPTION": "Reminder says"}.get(
                line.name, "Reminder"
            )
        event.rows.append((f"{label}:", _said(line)))
        # What is said beside the value, such as another version of the notes or who sent it.
        beside = [f"{name}={','.join(values)}" for name, values in line.parameters.items()
                  if name not in ("CN", "PARTSTAT", "TZID", "VALUE", "RSVP", "LANGUAGE", "CUTYPE")
                  and not (name == "ROLE" and line.name in _PEOPLE)]  # fmt: skip
        if beside:
            self.hidden[f"{line.name}: {'; '.join(beside)}"] = None

    def contents(self) -> Contents:
        self._close()
        shown = "\n".join(text for block in self.blocks for text in texts_of(block))
        # A zone that an event stands in is named beside its time.
        self.hidden |= {raw: None for raw, said in self._perhaps.items() if said not in shown}
        told = (Hidden("calendar field", "\n".join(self.hidden)),) if self.hidden else ()
        return Contents(tuple(self.blocks), tuple(self.attachments), told)


def read_calendar(content: bytes) -> Contents:
    """Return the entries of a calendar, what is attached to them, and its fields for machines."""
    calendar = _Calendar()
    for line in content_lines(decode(content)):
        calendar.take(line)
    return calendar.contents()


def _said(line: Line) -> str:
    if line.name in _PEOPLE:
        return _person(line)
    if line.name == "RRULE" or line.name == "EXRULE":
        return in_words(line.value)
    if line.name in _DATED:
        zone = line.first("TZID")
        whens = ", ".join(when_in_words(v) for v in line.value.split(","))
        return f"{whens} ({zone})" if zone else whens
    if line.name in ("TRIGGER", "DURATION"):
        return lasting(line.value, before=line.name == "TRIGGER")
    if line.name == "STATUS":
        return line.text.replace("-", " ").lower()
    return line.text


def _person(line: Line) -> str:
    address = re.sub(r"^mailto:", "", line.text, flags=re.IGNORECASE)
    name = line.first("CN")
    shown = f"{name} <{address}>" if name and name != address else address
    role = _ROLE.get(line.first("ROLE").upper(), "")
    answer = _PART.get(line.first("PARTSTAT").upper(), line.first("PARTSTAT").lower())
    beside = ", ".join(filter(None, (role, answer)))
    return f"{shown} ({beside})" if beside else shown
