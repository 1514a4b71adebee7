"""From bytes to a document that was read whole, or to a refusal that a requester may read.

Each step that touches a stranger's bytes is taken in a sandbox. Between two steps LibreOffice may
have to make something else of the file: that is done here, outside, in a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any, TypeVar

from recordkeeping.disclosure.findings import Page
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.archive import read_archive
from redaction.formats.banners import banners
from redaction.formats.contents import Contents
from redaction.formats.kinds import (
    BMP,
    CSV,
    DOC,
    EMAIL,
    FODT,
    GIF,
    HTML,
    ICS,
    JPEG,
    KINDS,
    MBOX,
    MSG,
    ODP,
    ODS,
    ODT,
    PDF,
    PNG,
    PPT,
    RTF,
    SHEET,
    SLIDES,
    TEXT,
    TIFF,
    VCF,
    WEBP,
    WORD,
    XLS,
    XLSB,
    ZIP,
    kind_of,
)
from redaction.formats.layout import Block, lay_out, refuse_lost_letters, texts_of
from redaction.formats.letters import gaps_of
from redaction.formats.mail.calendar import read_calendar
from redaction.formats.mail.card import read_card
from redaction.formats.mail.email import read_email
from redaction.formats.mail.mailbox import read_mailbox
from redaction.formats.mail.outlook import read_outlook
from redaction.formats.odf.parts import read_odp, read_ods
from redaction.formats.odf.text import read_flat_text, read_open_text
from redaction.formats.office.converted import compared, read_converted
from redaction.formats.office.older import read_doc
from redaction.formats.office.oldersheets import read_xls, read_xlsb
from redaction.formats.office.olderslides import read_ppt
from redaction.formats.office.sheet import read_csv, read_sheet
from redaction.formats.office.slides import prepare_slides
from redaction.formats.office.word import prepare_word
from redaction.formats.pdf.reader import read_pdf
from redaction.formats.pictures.reader import read_picture
from redaction.formats.readings import TARGETS, Convert, ReadAsPdf, Reader, refuse_as
from redaction.formats.rtf.text import read_rich_text
from redaction.formats.shaped import needs_shaping, to_be_set
from redaction.formats.text import read_text
from redaction.formats.web.pages import read_web
from redaction.packing import Unfinished, after, expectations, packed, packed_to_convert, unpacked
from redaction.pages import ReadDocument
from redaction.sandbox.asides import Asides
from redaction.sandbox.child import in_sandbox
from redaction.sandbox.office import File, convert
from redaction.sandbox.turns import cores
from redaction.sandbox.wire import Header

MOST_BYTES = 100 * 2**20
_MOST_STEPS = 3  # to the newer kind of itself, to PDF, to pages
_UNEXPECTED = "the file became something else than it should have; save it as PDF"

T = TypeVar("T")
U = TypeVar("U")


# Who reads what. A kind that is known and not named here is refused by its plain name.
READERS: Mapping[str, Reader] = {
    PDF: read_pdf,
    TEXT: read_text,
    CSV: read_csv,
    EMAIL: read_email,
    MSG: read_outlook,
    MBOX: read_mailbox,
    HTML: read_web,
    ICS: read_calendar,
    VCF: read_card,
    ZIP: read_archive,
    WORD: prepare_word,
    SHEET: read_sheet,
    DOC: read_doc,
    RTF: read_rich_text,
    SLIDES: prepare_slides,
    ODT: read_open_text,
    FODT: read_flat_text,
    XLS: read_xls,
    XLSB: read_xlsb,
    PPT: read_ppt,
    ODS: read_ods,
    ODP: read_odp,
    **dict.fromkeys((PNG, JPEG, GIF, BMP, TIFF, WEBP), read_picture),
}


def read_document(content: bytes) -> ReadDocument:
    """Read a document of any kind we know, in limited processes of its own, or refuse it."""
    document = read_documents([content])[0]
    if isinstance(document, Refused):
        raise document
    return document


def read_documents(contents: Sequence[bytes]) -> list[ReadDocument | Refused]:
    """Read documents, each to its pages or to why not, with as few starts of LibreOffice as go."""
    states = _each(_begin, contents)
    for _ in range(_MOST_STEPS):
        waiting = {n: state for n, state in enumerate(states) if isinstance(state, Unfinished)}
        if not waiting:
            break
        files = [
            File(state.convert.content, state.convert.suffix, state.convert.to)
            for state in waiting.values()
        ]
        steps = list(zip(waiting.values(), convert(files), strict=True))
        for number, state in zip(waiting, _each(_go_on, steps), strict=True):
            states[number] = state
    return [Refused(_UNEXPECTED) if isinstance(s, Unfinished) else _looked_over(s) for s in states]


def _looked_over(read: ReadDocument | Refused) -> ReadDocument | Refused:
    """Tell of pages with letters that are made of other letters."""
    if isinstance(read, Refused) or not (drawn := banners(read.pages)):
        return read
    return replace(read, gaps=read.gaps + drawn)


def _each(work: Callable[[T], U], things: Sequence[T]) -> list[U | Refused]:
    """Do the work for each, as many at once as there are processors; a refusal is a result."""

    def done(thing: T) -> U | Refused:
        try:
            return work(thing)
        except Refused as why:
            return why

    if len(things) == 1:
        return [done(things[0])]
    with ThreadPoolExecutor(cores()) as pool:
        return list(pool.map(done, things))


def _begin(content: bytes) -> ReadDocument | Unfinished:
    if len(content) > MOST_BYTES:
        raise Refused(
            f"the file is larger than {MOST_BYTES // 2**20} MB; part it, and add each part"
        )
    asides = Asides()
    return unpacked(*in_sandbox("read", {}, [content], asides), asides)


def _go_on(step: tuple[Unfinished, bytes | Refused]) -> ReadDocument | Unfinished:
    before, made = step
    if isinstance(made, Refused):
        raise made
    asked = before.convert
    told = {"expect": TARGETS[asked.to], "after": after(asked)}
    told["elsewhere"] = [h.text for h in asked.hidden] if asked.perhaps else []
    asides = Asides()
    now = unpacked(*in_sandbox("read", told, [made], asides), asides)
    if isinstance(now, ReadDocument):
        return replace(now, media_type=before.media_type, **_joined(asked, now))
    new = now.convert
    both = replace(
        new,
        words=asked.words + new.words,
        perhaps=asked.perhaps + new.perhaps,
        notes=asked.notes + new.notes,
        whole=asked.whole or new.whole,
        **_joined(asked, new),
    )
    return Unfinished(before.media_type, both)


def read_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Read a document in this process: the sandbox's part of `read_documents`."""
    content = blobs[0]
    if asked.get("expect") == PDF:
        wanted = Convert(content=b"", suffix="pdf", **expectations(asked["after"]))
        return packed(read_converted(content, wanted, asked["elsewhere"]))
    kind = kind_of(content)
    if asked.get("expect", kind) != kind:
        raise Refused(_UNEXPECTED)
    read = _read(kind, content)
    if isinstance(read, Convert):
        return packed_to_convert(kind, read)
    if "after" in asked:
        before = expectations(asked["after"])
        read = compared(read, before["words"], before["perhaps"], asked["elsewhere"], each=True)
    return packed(replace(read, media_type=kind))


def _read(kind: str, content: bytes) -> ReadDocument | Convert:
    reading = READERS.get(kind, refuse_as(KINDS[kind]))(content)
    match reading:
        case Contents(blocks=blocks) if needs_shaping(blocks):
            return to_be_set(reading)
        case Contents(blocks=blocks, source=source):
            document = laid_out(blocks)
            document = replace(document, source=None if source is None else Page(1, source))
            return replace(document, **_joined(reading, document))
        case ReadAsPdf(pdf=pdf):
            document = read_pdf(pdf)
            return replace(document, **_joined(reading, document))
        case _:
            return reading


def _joined(
    first: Contents | ReadAsPdf | Convert, second: ReadDocument | Convert
) -> dict[str, Any]:
    return {
        "hidden": first.hidden + tuple(h for h in second.hidden if h not in first.hidden),
        "attachments": first.attachments + second.attachments,
        "gaps": first.gaps + second.gaps,
    }


def laid_out(blocks: Sequence[Block]) -> ReadDocument:
    """Set blocks on pages and read them back, or refuse what would lose letters."""
    again: list[str] = []
    document = read_pdf(lay_out(blocks, again))
    refuse_lost_letters(blocks, (page.text for page in document.pages), again)
    unseen = gaps_of(text for block in blocks for text in texts_of(block))
    # What the library that set them calls itself is no part of anybody's document.
    return replace(document, hidden=(), gaps=document.gaps + unseen)
