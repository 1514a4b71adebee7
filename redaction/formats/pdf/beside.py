"""What stands in a PDF beside its pages: files inside it, and words that no page shows.

Files become documents of their own. Words (title and author, bookmarks, descriptions of pictures,
signatures, scripts, data of forms) become `Hidden`, for a reviewer to see and decide. Everything is
bounded: a file can hold more of these than anybody would read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from recordkeeping.disclosure.findings import Gap
from redaction.formats.pdf.annotations import (
    Told,
    action_targets,
    as_text,
    tell_field_alone,
    tell_unlisted,
)
from redaction.formats.pdf.layers import Layers
from redaction.pages import Attachment

_MOST_FILES = 1_000
_MOST_NODES = 100_000
_DEEPEST = 64
_MOST_FILE_BYTES = 100 * 2**20
ODD = (AttributeError, KeyError, IndexError, TypeError, ValueError, pikepdf.PdfError)
_MARKUP = re.compile(r"<[^>]*>")
_MACHINE_WORDS = re.compile(
    r"(?:uuid|xmp\.\w+|adobe:docid):\S+|\d{4}-\d\d-\d\dT\S+|application/pdf|[\d.]+|True|False",
)
_PROPERTY = "document property"
_LOST_FILE = "a file inside this document is damaged and cannot be read"


def tell_what_is_beside(pdf: Pdf, layers: Layers, told: Told) -> None:
    """Tell everything in the catalogue that is no page."""
    for part in (
        _metadata, _bookmarks, _destinations, _scripts, _structure, _signatures, _page_labels,
        _threads, tell_unlisted,
    ):  # fmt: skip
        with suppress(*ODD):
            part(pdf, told)
    for name in layers.names:
        told.tell("name of a layer", name)
    _attach_files(pdf, told)


def tell_page(page: Object, number: int, told: Told) -> None:
    """Tell what a page holds beside its content: its picture in small, scripts, metadata."""
    if "/Thumb" in page:
        told.tell(
            "small picture of a page", "A small picture of this page, as it once was.", number
        )
    with suppress(*ODD):
        told.tell(_PROPERTY, _plain(page.get("/Metadata")), number)
        for action in _values(page.get("/AA")):
            _tell_action(action, told, number)


# --- files


def _attach_files(pdf: Pdf, told: Told) -> None:
    """Make a document of each file inside, wherever a file specification stands (§7.11)."""
    seen: set[tuple[int, int]] = set()
    for holder in pdf.objects:
        for spec in _specifications(holder, 0):
            if len(seen) >= _MOST_FILES:
                told.gaps.append(Gap("the document holds more files inside it than are read"))
                return
            _attach(spec, seen, told)


def _specifications(value: object, depth: int) -> Iterator[Object]:
    if depth > 8:
        return
    if isinstance(value, Dictionary | pikepdf.Stream):
        if isinstance(value.get("/EF"), Dictionary):
            yield value
        for _, held in value.items():
            if isinstance(held, Dictionary | Array) and not held.is_indirect:
                yield from _specifications(held, depth + 1)
    elif isinstance(value, Array) and len(value) < 10_000:
        for held in value:
            if isinstance(held, Dictionary | Array) and not held.is_indirect:
                yield from _specifications(held, depth + 1)


def _attach(spec: Object, seen: set[tuple[int, int]], told: Told) -> None:
    name = as_text(spec.get("/UF")) or as_text(spec.get("/F")) or "a file inside the PDF"
    told.tell("name of a file inside", spec.get("/Desc"))
    for stream in _values(spec.get("/EF")):
        if not isinstance(stream, pikepdf.Stream) or stream.objgen in seen:
            continue
        seen.add(stream.objgen)
        kind = str(stream.get("/Subtype", "/application/octet-stream"))[1:]
        try:
            content = stream.read_bytes()
        except pikepdf.PdfError:
            told.gaps.append(Gap(_LOST_FILE))
            continue
        if len(content) > _MOST_FILE_BYTES:
            told.gaps.append(Gap("a file inside this document is too large to be read"))
            continue
        told.attachments.append(Attachment(name, kind, content))


def attach_media(note: Object, number: int, told: Told) -> None:
    """Attach a sound that stands in a page as such, without a file around it (§13.3)."""
    for holder in (note, note.get("/A")):
        sound = holder.get("/Sound") if isinstance(holder, Dictionary) else None
        if isinstance(sound, pikepdf.Stream):
            with suppress(pikepdf.PdfError):
                told.attachments.append(
                    Attachment(f"a sound on page {number}", "audio/basic", sound.read_bytes())
                )


# --- words


def _metadata(pdf: Pdf, told: Told) -> None:
    said = set()
    info = pdf.trailer.get("/Info")
    if isinstance(info, Dictionary):
        for key, value in info.items():
            text = as_text(value).strip()
            said.add(text)
            if text and "Date" not in key and not _MADE_BY_PROGRAMS.match(text):
                told.tell(_PROPERTY, f"{_INFO.get(key, key[1:])}: {text}")
    rest = [line for line in _plain(pdf.Root.get("/Metadata")).split("\n") if line not in said]
    told.tell(_PROPERTY, "\n".join(rest))


_MADE_BY_PROGRAMS = re.compile(
    r"(?i)(untitled|anonymous|unspecified)$|reportlab.*|(?:libreoffice|openoffice|(writer|calc"
    r"|impress|draw)$|microsoft|adobe|acrobat|skia|mozilla|chrom|cairo|pdftex|latex|\w*tex$"
    r"|(gpl )?ghostscript|mac ?os|quartz|pikepdf|pypdf|pdfium|itext|aspose|foxit|nitro"
    r"|wkhtmltopdf|qt \d|tcpdf|fpdf"
    r"|pdfsharp|powerpdf|matplotlib)[^-@:]*$"
)
_INFO = {
    "/Title": "title", "/Author": "author", "/Subject": "subject", "/Keywords": "keywords",
    "/Creator": "program", "/Producer": "program",
}  # fmt: skip


def _plain(metadata: object) -> str:
    """Return the words of XMP, a line each: no tags, dates or identifiers of programs."""
    text = re.sub(r"<\?.*?\?>", " ", as_text(metadata), flags=re.DOTALL)
    lines = (" ".join(line.split()) for line in _MARKUP.sub("\n", text).split("\n"))
    attributes = re.findall(r'\s(?!xmlns)[\w:]+="([^"]*)"', text)
    kept = [
        line
        for line in (*lines, *attributes)
        if len(line) > 2
        and not _MADE_BY_PROGRAMS.match(line)
        and not _MACHINE_WORDS.fullmatch(line)
        and not line.startswith("http://")
    ]
    return "\n".join(dict.fromkeys(kept))


def _bookmarks(pdf: Pdf, told: Told) -> None:
    root = pdf.Root.get("/Outlines")
    waiting, seen = (
        [root.get("/First")] if isinstance(root, Dictionary) else [],
        set[tuple[int, int]](),
    )
    titles: list[str] = []
    while waiting and len(seen) < _MOST_NODES:
        item = waiting.pop()
        if not isinstance(item, Dictionary) or item.objgen in seen:
            continue
        seen.add(item.objgen)
        titles.append(as_text(item.get("/Title")).strip())
        _tell_action(item.get("/A"), told, None)
        waiting += [item.get("/Next"), item.get("/First")]
    told.tell("bookmarks", "\n".join(filter(None, titles)))


def _destinations(pdf: Pdf, told: Told) -> None:
    names = [key[1:] for key in pdf.Root.get("/Dests", Dictionary()).keys()]  # noqa: SIM118
    names += [name for name, _ in _tree(_names(pdf).get("/Dests"), "/Names")]
    # Programs number their destinations ("section.1", "_Toc12"); people name them.
    telling = [name for name in names if re.search(r"[^\W\d_]{3}", re.sub(r"^\W*_?Toc", "", name))]
    told.tell("names of places", "\n".join(telling))


def _scripts(pdf: Pdf, told: Told) -> None:
    for name, action in _tree(_names(pdf).get("/JavaScript"), "/Names"):
        told.tell("script", name)
        _tell_action(action, told, None)
    _tell_action(pdf.Root.get("/OpenAction"), told, None)
    for action in _values(pdf.Root.get("/AA")):
        _tell_action(action, told, None)
    base = pdf.Root.get("/URI")
    if isinstance(base, Dictionary):
        told.tell("link", base.get("/Base"))


def _tell_action(action: object, told: Told, page: int | None) -> None:
    for key, text in action_targets(action):
        told.tell("script" if key == "JS" else "link", text, page)


def _structure(pdf: Pdf, told: Told) -> None:
    """Tell descriptions and other readings that tags give for what stands on the pages."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    waiting: list[tuple[object, int | None]] = [(pdf.Root.get("/StructTreeRoot"), None)]
    seen: set[tuple[int, int]] = set()
    while waiting and len(seen) < 20 * _MOST_NODES:
        node, page = waiting.pop()
        if isinstance(node, Array):
            waiting += [(item, page) for item in node]
            continue
        if not isinstance(node, Dictionary):
            continue
        if node.is_indirect:
            if node.objgen in seen:
                continue
            seen.add(node.objgen)
        own = node.get("/Pg")
        page = numbers.get(own.objgen, page) if isinstance(own, Dictionary) else page
        for key, kind in (("/Alt", "description"), ("/ActualText", "other reading"),
                          ("/E", "other reading"), ("/T", "title of a part")):  # fmt: skip
            if key in node:
                told.tell(kind, node[key], page, sure=key == "/Alt")
        waiting.append((node.get("/K"), page))


def _signatures(pdf: Pdf, told: Told) -> None:
    for holder in pdf.objects:
        if not isinstance(holder, Dictionary) or "/ByteRange" not in holder:
            continue
        for key in ("/Name", "/Reason", "/Location", "/ContactInfo"):
            told.tell("signature", holder.get(key))
        told.tell("signature", "The document was signed by a program; the signature is not kept.")


def tell_form(pdf: Pdf, told: Told) -> None:
    """Tell the form's own data, and the fields that were not told with a page."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    xfa = form.get("/XFA")
    parts = list(xfa) if isinstance(xfa, Array) else [xfa]
    streams = [part for part in parts if isinstance(part, pikepdf.Stream)]
    told.tell("data of a form", "\n".join(filter(None, map(_plain, streams))))
    waiting, seen = list(form.get("/Fields", Array())), 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop()
        seen += 1
        if not isinstance(node, Dictionary):
            continue
        if node.objgen not in told.fields:
            tell_field_alone(node, told)
        waiting += list(node.get("/Kids", Array()))


def _page_labels(pdf: Pdf, told: Told) -> None:
    for _, label in _tree(pdf.Root.get("/PageLabels"), "/Nums"):
        if isinstance(label, Dictionary):
            told.tell("page label", label.get("/P"))


def _threads(pdf: Pdf, told: Told) -> None:
    for thread in pdf.Root.get("/Threads", Array()):
        for value in _values(thread.get("/I")):
            told.tell("title of a part", value)


# --- trees


def _names(pdf: Pdf) -> Object:
    names = pdf.Root.get("/Names")
    return names if isinstance(names, Dictionary) else Dictionary()


def _tree(root: object, leaves: str) -> Iterator[tuple[str, object]]:
    """Yield the entries of a name or number tree (§7.9.6), bounded, cycles cut."""
    waiting: list[tuple[object, int]] = [(root, 0)]
    count = 0
    while waiting:
        node, depth = waiting.pop()
        count += 1
        if not isinstance(node, Dictionary) or depth > _DEEPEST or count > _MOST_NODES:
            continue
        entries = node.get(leaves)
        if isinstance(entries, Array):
            for index in range(0, len(entries) - 1, 2):
                key = entries[index]
                yield (as_text(key) if isinstance(key, pikepdf.String) else ""), entries[index + 1]
        kids = node.get("/Kids")
        if isinstance(kids, Array):
            waiting += [(kid, depth + 1) for kid in kids]


def _values(value: object) -> list[object]:
    return [v for _, v in value.items()] if isinstance(value, Dictionary) else []
