"""`python -m tests.corpus.kinds FOLDER`: one file of every kind that a council keeps, of one family.

Nobody in it lives. Beside the files stands `people.yaml`, so that
`muniment redact FOLDER/papers FOLDER/out --people FOLDER/people.yaml` can be run and looked at.
"""

from __future__ import annotations

import argparse
import csv
import io
import mailbox
import zipfile
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import docx
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.corpus.office import _shape, presentation
from tests.corpus.older import made
from tests.redaction.formats.compounds import attached, compound, properties, recipient

PEOPLE = """\
subject: kayleigh
people:
  - id: kayleigh
    role: subject
    name: Kayleigh Rose Marsh
    born: 2001-03-04
    addresses: ["14 Tanner's Row, Northmoor NM3 4QT"]
  - id: dean
    role: third_party
    name: Dean Marsh
    aliases: [Deano]
    born: 1998-11-19
    addresses: ["22 Bellfield Terrace, Northmoor NM1 7PL"]
    phones: ["07700 900417"]
    emails: [deano.marsh@example.net]
  - id: hilary
    role: third_party
    name: Hilary Okafor-Byrne
    phones: ["01632 960233"]
  - id: tyler
    role: third_party
    name: Tyler Quirke
    born: 2002-07-30
  - id: priya
    role: professional
    name: Priya Nair
  - id: simon
    role: professional
    name: Dr Simon Pell
"""

GONE = (
    "Dean", "Deano", "Hilary", "Okafor-Byrne", "Okafor", "Tyler", "Quirke", "Bellfield",
    "07700 900417", "01632 960233", "deano.marsh", "19/11/1998", "19 November 1998", "30/07/2002",
)  # fmt: skip
"""What stands in the papers and on no page of their releases."""

TITLE = "Record of a home visit"
VISIT = (
    "Kayleigh Marsh was seen at home on Tuesday 9 June 2015 by Priya Nair, social worker. "
    "She was in good spirits and had finished the model of the lighthouse.",
    "Her brother Dean Marsh (born 19/11/1998) was also there. Dean said that he has moved to "
    "22 Bellfield Terrace, Northmoor NM1 7PL, and can be reached on 07700 900417 or at "
    "deano.marsh@example.net.",
    "The neighbour, Mrs Okafor-Byrne, rang the duty desk on 8 June (01632 960233). She said that "
    "she had heard shouting and that Tyler Quirke from number 9 had been in the garden.",
    "Kayleigh says Deano helps her with homework and that she misses her old school. Dr Pell saw "
    "her in May and was pleased with her weight.",
    "Plan: Priya to visit again on 23 June 2015. Kayleigh wants to go to the swimming club.",
)
KEPT = ("lighthouse", "homework", "swimming club", "Priya", "Kayleigh")
"""What is the subject's own story, and stays."""

CONTACTS = (
    ("Name", "Relation", "Date of birth", "Telephone", "Note"),
    ("Kayleigh Marsh", "Subject", "04/03/2001", "", "Likes the swimming club"),
    ("Dean Marsh", "Brother", "19/11/1998", "07700 900417", "Helps with homework"),
    ("Hilary Okafor-Byrne", "Neighbour", "", "01632 960233", "Rang on 8 June 2015"),
    ("Tyler Quirke", "Friend", "30/07/2002", "", "Seen in the garden, lighthouse model"),
    ("Priya Nair", "Social worker", "", "", "Visits on Tuesdays"),
)


def word() -> bytes:
    """Return a record with a header, a table, and a comment's worth of properties."""
    document = docx.Document()
    document.core_properties.author = "Dean Marsh"
    document.sections[0].header.paragraphs[0].text = "Northmoor Council: Kayleigh Marsh"
    document.add_heading(TITLE, level=1)
    for paragraph in VISIT:
        document.add_paragraph(paragraph)
    table = document.add_table(rows=0, cols=len(CONTACTS[0]), style="Table Grid")
    for row in CONTACTS:
        for cell, said in zip(table.add_row().cells, row, strict=True):
            cell.text = said
    document.add_paragraph("Signed: Priya Nair")
    return _bytes_of(document.save)


def _bytes_of(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def letter() -> bytes:
    """Return a PDF with paragraphs that are justified, and a table."""
    out = io.BytesIO()
    styles = getSampleStyleSheet()
    body = styles["BodyText"]
    body.alignment = 4
    story: list[Flowable] = [Paragraph(TITLE, styles["Title"])]
    for paragraph in VISIT:
        story += [Paragraph(paragraph, body), Spacer(1, 6)]
    ruled = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONTSIZE", (0, 0), (-1, -1), 8)]
    )
    story.append(Table([list(row) for row in CONTACTS], style=ruled))
    SimpleDocTemplate(out, pagesize=A4, title="Visit to Dean Marsh", author="Dean").build(story)
    return out.getvalue()


def web() -> bytes:
    """Return a page of a case system, printed to HTML."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in CONTACTS
    )
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in VISIT)
    return (
        f"<html><head><title>Dean Marsh</title><style>td {{border: 1px solid}}</style></head><body>"
        f"<h1>{TITLE}</h1>{paragraphs}<!-- Dean --><table>{rows}</table></body></html>"
    ).encode()


def book() -> bytes:
    """Return a workbook with a sheet that is hidden, a row that is, and a note."""
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "Contacts"
    for row in CONTACTS:
        sheet.append(row)
    for letter, width in zip("ABCDE", (24, 16, 15, 18, 40), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet["B3"].comment = Comment("Dean asked us not to ring after six", "Priya Nair")
    sheet.row_dimensions[5].hidden = True
    more = workbook.create_sheet("Chronology")
    more.append(("Date", "Event"))
    more.append((date(2015, 6, 8), "Hilary Okafor-Byrne rang the duty desk"))
    more.append((date(2015, 6, 9), "Visit by Priya Nair; Dean helped with homework"))
    more.append((date(2015, 6, 23), "Kayleigh joined the swimming club"))
    more.sheet_state = "hidden"
    return _bytes_of(workbook.save)


def commas() -> bytes:
    """Return the contacts as comma-separated values."""
    out = io.StringIO()
    csv.writer(out).writerows(CONTACTS)
    return out.getvalue().encode()


def slides() -> bytes:
    """Return a presentation to a panel, with a speaker's notes."""
    own = (
        _shape("Brother: Dean Marsh, 22 Bellfield Terrace", top=3_000_000)
        + _shape("Kayleigh wants to go to the swimming club", top=3_900_000)
        + _shape("Social worker: Priya Nair; homework; lighthouse", top=4_800_000)
    )
    return presentation(own, notes="Tyler Quirke must not be named; Dean rang 07700 900417")


def page_of(lines: tuple[str, ...], grey: int = 20, paper: int = 250) -> Image.Image:
    """Return lines of type as a page scanned at 200 dots an inch."""
    page = Image.new("L", (1654, 2339), paper)
    draw = ImageDraw.Draw(page)
    face = ImageFont.truetype(
        "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf", 34
    )
    top = 180
    for line in lines:
        draw.text((170, top), line, fill=grey, font=face)
        top += 56
    return page


def typed() -> tuple[str, ...]:
    """Return the visit in lines as a typewriter breaks them."""
    lines: list[str] = [TITLE, ""]
    for paragraph in VISIT:
        line = ""
        for said in paragraph.split():
            if len(line) + len(said) > 74:
                lines.append(line)
                line = said
            else:
                line = f"{line} {said}".strip()
        lines += [line, ""]
    return tuple(lines)


def scan() -> bytes:
    """Return two pages, one of them a little aslant, as one TIFF."""
    first, second = page_of(typed()), page_of(typed()).rotate(1.2, fillcolor=250)
    out = io.BytesIO()
    first.save(
        out, "TIFF", save_all=True, append_images=[second], dpi=(200, 200), compression="tiff_lzw"
    )
    return out.getvalue()


def fax() -> bytes:
    """Return a page as a fax machine sends it: black and white, Group 4."""
    out = io.BytesIO()
    page_of(typed(), paper=255).convert("1").save(out, "TIFF", compression="group4", dpi=(200, 200))
    return out.getvalue()


def photograph() -> bytes:
    """Return a page that a telephone photographed, with what the telephone says of itself."""
    exif = Image.Exif()
    exif[0x010E] = "Dean Marsh"
    page = page_of(typed(), grey=60).convert("RGB")
    return _bytes_of(lambda out: page.save(out, "JPEG", quality=82, dpi=(200, 200), exif=exif))


def screenshot() -> bytes:
    """Return the page as a picture of a screen."""
    return _bytes_of(lambda out: page_of(typed()).save(out, "PNG", dpi=(200, 200)))


def message() -> bytes:
    """Return a message with two attachments."""
    mail = EmailMessage()
    mail["From"] = "Priya Nair <priya.nair@northmoor.example>"
    mail["To"] = "Dean Marsh <deano.marsh@example.net>"
    mail["Date"] = "Tue, 09 Jun 2015 16:12:00 +0100"
    mail["Subject"] = "Kayleigh's visit today"
    mail.set_content("\n\n".join(("Dear Dean,", *VISIT, "Priya Nair")))
    mail.add_attachment(
        word(), maintype="application", subtype="octet-stream", filename="visit.docx"
    )
    mail.add_attachment(
        "Tyler was in the garden.\nKayleigh was glad.\n", filename="Tyler Quirke.txt"
    )
    return mail.as_bytes()


def outlook() -> bytes:
    """Return a message as Outlook saves it, with an attachment."""
    tree = properties(
        32, (0x001A, 0x1F, "IPM.Note"), (0x0037, 0x1F, "Kayleigh's visit today"),
        (0x0C1A, 0x1F, "Priya Nair"), (0x5D01, 0x1F, "priya.nair@northmoor.example"),
        (0x0039, 0x40, datetime(2015, 6, 9, 15, 12, tzinfo=UTC)),
        (0x1000, 0x1F, "\r\n\r\n".join(("Dear Dean,", *VISIT, "Priya Nair"))),
    )  # fmt: skip
    tree |= recipient(0, "Dean Marsh", "deano.marsh@example.net")
    tree |= attached(0, (0x3705, 3, 1), (0x3707, 0x1F, "contacts.csv"), (0x3701, 0x102, commas()))
    return compound(tree)


def box() -> bytes:
    """Return two messages as a mailbox keeps them."""
    second = EmailMessage()
    second["From"] = "Hilary Okafor-Byrne <hilary@example.org>"
    second["To"] = "Duty desk <duty@northmoor.example>"
    second["Date"] = "Mon, 08 Jun 2015 21:40:00 +0100"
    second["Subject"] = "Shouting next door"
    second.set_content("I heard Dean shouting. Please ring me on 01632 960233.\n\nHilary\n")
    out = b""
    for mail in (message(), second.as_bytes()):
        kept = mailbox.mboxMessage(mail)
        out += b"From duty@northmoor.example Tue Jun  9 16:12:00 2015\n"
        out += kept.as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n\n"
    return out


def diary() -> bytes:
    """Return an appointment."""
    return "\r\n".join((
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Northmoor//EN", "BEGIN:VEVENT",
        "UID:dean-1@northmoor.example", "DTSTART:20150623T150000Z", "DTEND:20150623T160000Z",
        "SUMMARY:Visit to Kayleigh and Dean Marsh", "LOCATION:22 Bellfield Terrace\\, Northmoor",
        "ORGANIZER;CN=Priya Nair:mailto:priya.nair@northmoor.example",
        "ATTENDEE;CN=Dean Marsh:mailto:deano.marsh@example.net",
        "DESCRIPTION:Talk about the swimming club\\, homework and the lighthouse.",
        "END:VEVENT", "END:VCALENDAR", "",
    )).encode()  # fmt: skip


def card() -> bytes:
    """Return a contact."""
    return "\r\n".join((
        "BEGIN:VCARD", "VERSION:3.0", "N:Marsh;Dean;;;", "FN:Dean Marsh", "BDAY:1998-11-19",
        "TEL;TYPE=CELL:07700 900417", "EMAIL:deano.marsh@example.net",
        "ADR;TYPE=HOME:;;22 Bellfield Terrace;Northmoor;;NM1 7PL;",
        "NOTE:Brother of Kayleigh\\; helps with homework. Told to Priya Nair. Likes the lighthouse\\, swimming club.",
        "END:VCARD", "",
    )).encode()  # fmt: skip


def folder() -> bytes:
    """Return an archive with folders, one of them called as a person is."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Dean Marsh/visit.pdf", letter())
        archive.writestr("Dean Marsh/contacts.xlsx", book())
        archive.writestr("note.txt", "\n\n".join(VISIT))
    return out.getvalue()


def _as(to: str, make: Callable[[], bytes], suffix: str) -> Callable[[], bytes]:
    return lambda: made(make(), suffix, to)


PAPERS: dict[str, Callable[[], bytes]] = {
    "01-visit.docx": word,
    "02-visit.doc": _as("doc", word, "docx"),
    "03-visit.rtf": _as("rtf", word, "docx"),
    "04-visit.odt": _as("odt", word, "docx"),
    "05-visit.pdf": letter,
    "06-visit.html": web,
    "07-contacts.xlsx": book,
    "08-contacts.xls": _as("xls", book, "xlsx"),
    "09-contacts.ods": _as("ods", book, "xlsx"),
    "10-contacts.csv": commas,
    "11-panel.pptx": slides,
    "12-scan.tiff": scan,
    "13-photograph.jpg": photograph,
    "14-screen.png": screenshot,
    "15-fax.tif": fax,
    "16-message.eml": message,
    "17-box.mbox": box,
    "18-message.msg": outlook,
    "19-note.txt": lambda: "\n\n".join((TITLE, *VISIT)).encode(),
    "20-visit.ics": diary,
    "21-card.vcf": card,
    "22-file.zip": folder,
}
"""What each is called, and what makes it."""


def write(out: Path, names: Iterable[str] = PAPERS) -> None:
    """Write these papers into `out/papers`, and who is who beside it."""
    (out / "papers").mkdir(parents=True, exist_ok=True)
    (out / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    for name in names:
        (out / "papers" / name).write_bytes(PAPERS[name]())


def main() -> None:
    """Write them all."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.kinds", description=__doc__)
    parser.add_argument("out", type=Path, metavar="FOLDER")
    write(parser.parse_args().out)


if __name__ == "__main__":
    main()
