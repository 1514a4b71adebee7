"""Address cards (vCard 2.1 to 4.0): each field with its label, each picture as a document."""

from __future__ import annotations

import re

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import Block, Fields, Words
from redaction.formats.mail.contentlines import Line, content_lines, unpacked
from redaction.formats.mail.machines import says_nothing
from redaction.formats.mail.times import day_in_words
from redaction.formats.text import decode
from redaction.pages import Attachment, Hidden

_MOST_CARDS = 5000
_SHOWN = {
    "N": "Name in parts", "NICKNAME": "Called", "ORG": "Organisation", "TITLE": "Position",
    "ROLE": "Role", "TEL": "Telephone", "EMAIL": "E-mail", "ADR": "Address", "LABEL": "Address",
    "BDAY": "Born", "DEATHDATE": "Died", "ANNIVERSARY": "Anniversary", "GENDER": "Gender",
    "NOTE": "Notes", "URL": "Link", "RELATED": "Related to", "IMPP": "Messages",
    "CATEGORIES": "Categories", "LANG": "Language", "KIND": "Kind", "MEMBER": "Member",
    "AGENT": "Agent", "BIRTHPLACE": "Born in", "GEO": "Place", "TZ": "Time zone",
}  # fmt: skip
_PICTURES = {"PHOTO": "photograph", "LOGO": "logo", "SOUND": "sound", "KEY": "key"}
_MACHINE = {"BEGIN", "END", "VERSION", "PRODID", "REV"}
_KINDS = {"voice", "pref", "internet", "x-internet", "postal", "parcel", "intl", "dom"}
_PARAMETERS = {"TYPE", "VALUE", "ENCODING", "CHARSET", "PREF", "LANGUAGE", "ALTID", "PID",
               "MEDIATYPE", "CALSCALE"}  # fmt: skip
_GROUP = re.compile(r"item\d+", re.IGNORECASE)
_OWN_LABEL = "X-ABLABEL"
_DATA = re.compile(r"data:([\w.+/-]+);base64,(.*)", re.DOTALL | re.IGNORECASE)


def read_card(content: bytes) -> Contents:
    """Return the cards of a file, their pictures, and their fields for machines."""
    lines = list(content_lines(decode(content)))
    blocks: list[Block] = []
    attachments: list[Attachment] = []
    hidden: dict[str, None] = {}
    cards = _cards(lines)
    if len(cards) > _MOST_CARDS:
        raise Refused(
            f"the file has more than {_MOST_CARDS} address cards; part it, and add each part"
        )
    for card in cards:
        labels = {line.group: _own(line.text) for line in card if line.name == _OWN_LABEL}
        names = [line.text for line in card if line.name == "FN"]
        rows = []
        for line in card:
            if _says_more(line):
                hidden[line.raw if line.binary is None else line.raw.partition(":")[0]] = None
            if line.name in _PICTURES:
                if picture := _picture(line, len(attachments) + 1):
                    attachments.append(picture)
                    rows.append((f"{_PICTURES[line.name].capitalize()}:", f"[{picture.name}]"))
                else:
                    hidden[line.raw] = None
            elif line.name in _SHOWN:
                rows.append((f"{_label(line, labels)}:", _said(line)))
            elif line.name == "":
                rows.append(("", line.raw))
            elif line.name in _MACHINE:
                if not says_nothing(line.raw):
                    hidden[line.raw] = None
            elif line.name != "FN" and not (line.name == _OWN_LABEL and line.group):
                hidden[line.raw] = None
        blocks += [Words(name, heading=True) for name in names]
        blocks.append(Fields(tuple(rows)))
    told = (Hidden("card field", "\n".join(hidden)),) if hidden else ()
    return Contents(tuple(blocks), tuple(attachments), told)


def _says_more(line: Line) -> bool:
    """Say whether more stands before the colon than what machines need, and what is shown."""
    group = line.group and line.name != _OWN_LABEL and not _GROUP.fullmatch(line.group)
    return bool(line.name and (group or set(line.parameters) - _PARAMETERS))


def _cards(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of each card; a card inside a card (vCard 2.1) follows it."""
    cards: list[list[Line]] = []
    for line in lines:
        if line.name == "BEGIN" or not cards:
            cards.append([])
        cards[-1].append(line)
    return cards


def _own(label: str) -> str:
    """Return a label of the owner's, without the marks of Apple's address book."""
    return re.sub(r"^_\$!<(.*)>!\$_$", r"\1", label)


def _label(line: Line, labels: dict[str, str]) -> str:
    kinds = [v.lower() for v in line.parameters.get("TYPE", []) for v in v.split(",")]
    if line.group and labels.get(line.group):
        kinds = [labels[line.group]]
    kept = [kind for kind in kinds if kind not in _KINDS]
    return f"{_SHOWN[line.name]} ({', '.join(kept)})" if kept else _SHOWN[line.name]


def _said(line: Line) -> str:
    if line.name == "BDAY" or line.name == "DEATHDATE" or line.name == "ANNIVERSARY":
        return day_in_words(line.value.replace("-", "")) if line.value else ""
    if line.name in ("N", "ORG", "ADR", "GENDER"):
        return ", ".join(part for part in line.parts() if part.strip())
    text = line.text
    return re.sub(r"^(?:tel|mailto):", "", text) if line.name in ("TEL", "EMAIL") else text


def _picture(line: Line, number: int) -> Attachment | None:
    kind, content = line.first("TYPE").lower() or "jpeg", line.binary
    if content is None and (inside := _DATA.match(line.value.replace("\\", ""))):
        kind = inside[1].lower().split("/")[-1]
        content = unpacked(inside[2])
    if content is None:
        return None
    ending = re.sub(r"[^a-z0-9]", "", kind.split("/")[-1])[:8]
    media = f"image/{ending}" if line.name in ("PHOTO", "LOGO") else "application/octet-stream"
    return Attachment(f"{_PICTURES[line.name]} {number}.{ending}", media, content)
