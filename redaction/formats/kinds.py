"""What a document is, told from its bytes: a name or a sender's word is not trusted."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence

import olefile

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.text import beginning

_OPEN = "application/vnd.openxmlformats-officedocument"
_OASIS = "application/vnd.oasis.opendocument"

PDF = "application/pdf"
PNG, JPEG, GIF = "image/png", "image/jpeg", "image/gif"
BMP, TIFF, WEBP = "image/bmp", "image/tiff", "image/webp"
WORD = f"{_OPEN}.wordprocessingml.document"
SHEET = f"{_OPEN}.spreadsheetml.sheet"
SLIDES = f"{_OPEN}.presentationml.presentation"
DOC, RTF = "application/msword", "application/rtf"
XLS, XLSB = "application/vnd.ms-excel", "application/vnd.ms-excel.sheet.binary.macroenabled.12"
PPT = "application/vnd.ms-powerpoint"
ODT, ODS, ODP = f"{_OASIS}.text", f"{_OASIS}.spreadsheet", f"{_OASIS}.presentation"
FODT = f"{_OASIS}.text-flat-xml"
EMAIL, MSG, MBOX = "message/rfc822", "application/vnd.ms-outlook", "application/mbox"
HTML, TEXT, CSV = "text/html", "text/plain", "text/csv"
ICS, VCF = "text/calendar", "text/vcard"
ZIP = "application/zip"

KINDS = {
    PDF: "a PDF",
    **dict.fromkeys((PNG, JPEG, GIF, BMP, TIFF, WEBP), "a picture"),
    **dict.fromkeys((WORD, DOC, RTF, ODT, FODT), "a text document"),
    **dict.fromkeys((SHEET, XLS, XLSB, ODS, CSV), "a spreadsheet"),
    **dict.fromkeys((SLIDES, PPT, ODP), "a presentation"),
    **dict.fromkeys((EMAIL, MSG), "a message"),
    MBOX: "a mailbox",
    HTML: "a web page",
    TEXT: "plain text",
    ICS: "a calendar",
    VCF: "an address card",
    ZIP: "a container of other files",
}

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
    (b"{\\rtf", RTF),
)
_RECORDING = "a sound or video recording; have what is said in it written down, and add that"
_ARCHIVE = "a container of other files of a kind that is not opened; unpack it and add its files"
_DRAWING = "a technical drawing; print it to PDF"
_PROGRAM = "a program; ask for what it holds as a document"
_DATABASE = "a database; ask for what it holds as PDF or CSV"
_PRINTER = "a printer's file; print it to PDF"
_NOT_READ = (
    (b"ID3", _RECORDING), (b"OggS", _RECORDING), (b"fLaC", _RECORDING),
    (b"\x1aE\xdf\xa3", _RECORDING), (b"0&\xb2u\x8ef\xcf\x11", _RECORDING), (b"FLV\x01", _RECORDING),
    (b"MThd", _RECORDING),
    (b"\0\0\1\xba", _RECORDING), (b"\0\0\1\xb3", _RECORDING), (b"#!AMR", _RECORDING),
    (b"!BDN", "a mailbox of Outlook's own kind; save its messages one by one"),
    (b"AC10", _DRAWING), (b"AutoCAD", _DRAWING),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE), (b"Rar!\x1a\x07", _ARCHIVE), (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE), (b"\xfd7zXZ", _ARCHIVE), (b"MSCF", _ARCHIVE),
    (b"\x28\xb5\x2f\xfd", _ARCHIVE),
    (b"MZ", _PROGRAM), (b"\x7fELF", _PROGRAM), (b"\xca\xfe\xba\xbe", _PROGRAM),
    (b"SQLite format 3\0", _DATABASE), (b"\0\1\0\0Standard ", _DATABASE),
    (b"8BPS", "a picture of an image editor's own kind; save it as PNG"),
    (b"\0\0\1\0", "an icon; save it as PNG"),
    (b"\xff\x0a", "a picture of a rare kind; save it as PNG"),
    (b"\xc5\xd0\xd3\xc6", _PRINTER),
    (b"\xffWPC", "an old WordPerfect document; save it as DOCX or PDF"),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "a OneNote notebook; print it to PDF"),
    (b"\x78\x9f\x3e\x22", "Outlook's wrapping of attachments; ask for the message itself"),
    (b"\xd7\xcd\xc6\x9a", "a drawing of Windows' own kind; save it as PNG"),
)  # fmt: skip
_BOXED = {  # ISO 14496-12: bytes 4 to 8 say "ftyp", the brand follows
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif"),
                    "a photograph of a telephone's own kind (HEIC); save it as JPEG"),
}  # fmt: skip
_LONGEST_HEAD = 40  # letters
_FIGURES = re.compile(r"\d{3}")
_HEAD = re.compile(
    r"(?i)(?:[\w'/-]+ ){0,3}(?:names?|surname|d ?\.?o\.? ?b\.?|dates? of births?|birth ?dates?"
    r"|births?|born|year of birth|tele?(?:phone)?|phone|mobile|e-?mail|address|post ?code)"
    r"(?: (?:no|number)\.?)?"
)
_LOCKED = "the file is locked with a password; ask for it without one"
_DAMAGED = "the file is damaged and cannot be opened; ask for it once more"
_IN_OLE = (
    ("encryptedpackage", None),
    ("\tdrmcontent", None),
    ("__properties_version1.0", MSG),
    ("worddocument", DOC),
    ("workbook", XLS),
    ("book", XLS),
    ("powerpoint document", PPT),
)
_IN_ZIP = (("word/", WORD), ("xl/workbook.bin", XLSB), ("xl/", SHEET), ("ppt/", SLIDES))
_NOT_READ_IN_ZIP = (
    ("visio/", _DRAWING),
    ("FixedDocSeq.fdseq", _PRINTER),
    ("FixedDocumentSequence.fdseq", _PRINTER),
    ("Index/Document.iwa", "a document of Apple's own kind; save it as PDF"),
    ("Index.zip", "a document of Apple's own kind; save it as PDF"),
    ("AndroidManifest.xml", _PROGRAM),
)
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|title|div|table|p|span|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CONVERSATION = re.compile(
    r"\u200e?\[?\d{1,4}[./-]\d{1,2}[./-]\d{2,4},? \d{1,2}[:.]\d{2}[^\n,;\t]{0,12}(?:\]| -) [^\n:]+:"
)
"""A line of a message as telephones save them; dates, times and brackets differ by language."""
_FLAT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<office:document\b", re.DOTALL
)
_HEADER = re.compile(
    rb"(?:from|to|cc|bcc|subject|date|sender|reply-to|received|return-path|delivered-to|message-id"
    rb"|mime-version|content-type|x-[a-z-]+|dkim-signature|arc-[a-z-]+|authentication-results"
    rb"|in-reply-to|references|thread-topic|thread-index|importance)[ \t]*:",
    re.IGNORECASE,
)
_SENDER = re.compile(rb"^from[ \t]*:", re.IGNORECASE | re.MULTILINE)
_WHEN_OR_TO = re.compile(
    rb"^(?:date|message-id|mime-version|received|to)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
_ENVELOPE = re.compile(rb"(?:\xef\xbb\xbf)?From [^\r\n]+\r?\n(?=[!-9;-~]+[ \t]*:)")
_CONTROLS = re.compile(rb"[\0-\x08\x0e-\x1a\x1c-\x1f]")
_SEPARATORS = ",;\t|"


def kind_of(content: bytes) -> str:
    """Return the media type of a document of a kind we know, or refuse it in plain words."""
    if not content.strip(b"\0 \t\r\n"):
        raise Refused("the file is empty; ask for it once more")
    if b"%PDF-" in content[:1024]:
        return PDF
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        return _in_zip(content)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _in_ole(content)
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return WEBP
    if content.startswith(b"BM") and content[6:10] == b"\0\0\0\0":
        return BMP
    _refuse_what_is_not_read(content)
    return _of_text(content)


def _refuse_what_is_not_read(content: bytes) -> None:
    if content.startswith(b"%!PS"):
        raise Refused(f"the file is {_PRINTER}")
    if not _CONTROLS.search(content[:1024]):
        return  # words: a note may begin with "MZ" or "ID3"
    for magic, what in _NOT_READ:
        if content.startswith(magic):
            raise Refused(f"the file is {what}")
    if content[4:8] == b"ftyp":
        raise Refused(f"the file is {_BOXED.get(content[8:12], _RECORDING)}")
    if content[:4] in (b"RIFF", b"FORM") or re.match(rb"\xff[\xe0-\xfd]", content):
        raise Refused(f"the file is {_RECORDING}")
    if content[257:262] == b"ustar":
        raise Refused(f"the file is {_ARCHIVE}")


def _of_text(content: bytes) -> str:
    if _FLAT.match(content):
        if re.search(rb"office:mimetype=[\"']%s(?:-template|-master)?[\"']" % ODT.encode(),
                     content[:65536]):  # fmt: skip
            return FODT
        raise Refused("the file is a LibreOffice file written as one text; save it as ODS or ODP")
    if _HTML.match(content) or _HTML.match(beginning(content)):
        return HTML
    bare = beginning(content).removeprefix(b"\xef\xbb\xbf").lstrip()[:32].upper()
    if bare.startswith(b"BEGIN:VCALENDAR"):
        return ICS
    if bare.startswith(b"BEGIN:VCARD"):
        return VCF
    if _ENVELOPE.match(content):
        return MBOX
    if _is_email(content):
        return EMAIL
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("the file is of a kind that is not read; save it as PDF")
    return CSV if separator_of(_start_of(content)) else TEXT


def _start_of(content: bytes) -> str:
    """Return the first lines of a text, for a look at their shape alone."""
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = content[:65536].decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff")
    return text if len(content) <= 65536 else text.rpartition("\n")[0]


def separator_of(start: str) -> str | None:
    """Return what separates the cells of a table written as text, or None where it is no table.

    A table has three rows or more of as many cells each, two where the first names its columns
    ("Name,D.O.B."), and no column that is empty throughout, as lines that all end in a comma would
    have. Below such heads a row may have fewer cells. A conversation is none, whose lines begin
    with the time: "[12/03/2014, 13:59] Somebody: …".
    """
    if _CONVERSATION.match(start):
        return None
    named = re.match(r"sep=(.)\r?\n", start)
    if named:
        return named[1]
    for separator in _SEPARATORS:
        rows = _rows(start, separator)
        widths = {len(row) for row in rows}
        if len(rows) >= 2 and len(rows[0]) == max(widths) and _names_columns(rows[0]):
            return separator
        if len(rows) < 3 or len(widths) != 1 or widths == {1}:
            continue
        if all(any(c.strip() for c in column) for column in zip(*rows, strict=True)):
            return separator
    return None


def _names_columns(row: Sequence[str]) -> bool:
    """Say whether a row is heads alone, and one of them says what people have."""
    heads = [head for cell in row if (head := cell.strip())]
    short = all(len(head) <= _LONGEST_HEAD and _FIGURES.search(head) is None for head in heads)
    return len(heads) > 1 and short and any(map(_HEAD.fullmatch, heads))


def _rows(start: str, separator: str) -> list[list[str]]:
    try:
        read = csv.reader(io.StringIO(start, newline=""), delimiter=separator, strict=True)
        return [row for row in read if row]
    except csv.Error:
        return []


def _in_zip(content: bytes) -> str:
    try:
        container = zipfile.ZipFile(io.BytesIO(content))
        names = container.namelist()
        said = _beginning(container, "mimetype", 200).decode("ascii", "replace").strip()
        sealed = b"encryption-data" in _beginning(container, "META-INF/manifest.xml", 2**20)
    # The last is what zipfile raises for an archive newer than it knows.
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise Refused(_DAMAGED) from None
    for kind in (ODT, ODS, ODP):
        if said in (kind, f"{kind}-template", f"{kind}-master"):
            if sealed:
                raise Refused(_LOCKED)
            return kind
    if said.startswith(_OASIS):
        raise Refused("the file is a drawing or formula of LibreOffice; save it as PDF")
    if said == "application/epub+zip":
        raise Refused("the file is an electronic book; print it to PDF")
    if "[Content_Types].xml" in names:
        for start, kind in _IN_ZIP:
            if _any(names, start):
                return kind
    for start, what in _NOT_READ_IN_ZIP:
        if _any(names, start):
            raise Refused(f"the file is {what}")
    return ZIP


def _any(names: Iterable[str], start: str) -> bool:
    return any(name.startswith(start) for name in names)


def _beginning(container: zipfile.ZipFile, name: str, most: int) -> bytes:
    try:
        with container.open(name) as part:
            return part.read(most)
    except Exception:  # absent, locked or damaged: whoever reads it says so
        return b""


def _in_ole(content: bytes) -> str:
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            names = {path[0].lower() for path in container.listdir()}
    except Exception:  # olefile raises what it meets
        raise Refused(_DAMAGED) from None
    for name, kind in _IN_OLE:
        if name in names:
            if kind is None:
                raise Refused(_LOCKED)
            return kind
    raise Refused("the file is an older document of a kind that is not read; save it as PDF")


def _is_email(content: bytes) -> bool:
    """Say whether the file begins with the headers of a message: a sender, and a date or so.

    A note that begins "From: … To: …" reads the same either way: both are shown whole.
    """
    head = content[:65536].lstrip(b"\r\n").replace(b"\r\n", b"\n").split(b"\n\n", 1)[0] + b"\n"
    lines = [line for line in head.split(b"\n") if line and line[:1] not in b" \t"]
    if not lines or not _HEADER.match(lines[0].removeprefix(b"\xef\xbb\xbf")):
        return False
    regular = all(re.match(rb"[!-9;-~]+[ \t]*:", line) for line in lines[1:])
    return regular and bool(_SENDER.search(head)) and bool(_WHEN_OR_TO.search(head))
