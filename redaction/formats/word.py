"""Word documents: paragraphs and tables in order, headers first, footers last.

An allowlist: what this reader does not show, it refuses by name. Numbers that Word would set before
a list's entries are shown as a bullet.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.layout import Block, Rows, Words

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_PARTS = 2000
_MOST_BYTES = 200 * 2**20
_DEEPEST = 40
_DOCUMENT = "word/document.xml"

_WRAPPERS = {"hyperlink", "smartTag", "fldSimple", "customXml", "sdtContent"}
_SILENT = {
    "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sectPr", "bookmarkStart",
    "bookmarkEnd", "proofErr", "permStart", "permEnd", "lastRenderedPageBreak", "softHyphen",
    "fldChar", "instrText", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr",
}  # fmt: skip
_LETTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_TRACKED = "tracked changes; accept or reject them first"
_REFUSED = {
    "ins": _TRACKED, "del": _TRACKED, "moveFrom": _TRACKED, "moveTo": _TRACKED,
    "delText": _TRACKED, "cellIns": _TRACKED, "cellDel": _TRACKED, "cellMerge": _TRACKED,
    "numberingChange": _TRACKED,
    "moveFromRangeStart": _TRACKED, "moveToRangeStart": _TRACKED,
    "commentRangeStart": "comments", "commentReference": "comments",
    "footnoteReference": "footnotes", "endnoteReference": "endnotes",
    "drawing": "a picture, drawing or text box", "pict": "a picture, drawing or text box",
    "AlternateContent": "a picture, drawing or text box",
    "object": "an embedded object", "altChunk": "another document inside it",
    "subDoc": "another document inside it", "vanish": "hidden text", "specVanish": "hidden text",
    "webHidden": "hidden text", "dataBinding": "fields bound to hidden data", "sym": "symbols",
    "ruby": "annotated letters", "oMath": "formulas", "oMathPara": "formulas",
}  # fmt: skip


class _Parts:
    """The parts of the container, unpacked within bounds."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        # The last is what zipfile raises for an archive newer than it knows.
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise Refused("the document is damaged and cannot be opened") from None
        if len(self._zip.infolist()) > _MOST_PARTS:
            raise Refused("the document has too many parts")
        self._left = _MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._zip.namelist()

    def element(self, name: str) -> Element:
        """Return the root of a part, or refuse one that is damaged, huge or booby-trapped."""
        try:
            with self._zip.open(name) as part:
                content = part.read(self._left + 1)  # what it announces as its size is not trusted
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError):
            raise Refused("the document is damaged and cannot be opened") from None
        self._left -= len(content)
        if self._left < 0:
            raise Refused("the document unfolds into something too large")
        try:
            return fromstring(content, forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError):
            raise Refused("the document is damaged, or made to do harm") from None


def blocks_of_word(content: bytes) -> list[Block]:
    """Return what a Word document shows, or refuse what it holds beside."""
    parts = _Parts(content)
    document = parts.element(_DOCUMENT)
    hidden = _hidden_styles(parts)
    headers, footers = _margins(parts, document)
    blocks: list[Block] = []
    for root in (*headers, document, *footers):
        _refuse_what_is_not_shown(root, hidden)
        for child in root:
            blocks += _blocks(child, 0)
    return blocks


def _margins(parts: _Parts, document: Element) -> tuple[list[Element], list[Element]]:
    """Return headers and footers that a section uses, each once."""
    targets = _targets(parts)
    found: dict[str, list[Element]] = {"headerReference": [], "footerReference": []}
    seen: set[str] = set()
    for element in document.iter():
        kind = _name(element)
        target = targets.get(element.get(f"{_R}id", ""))
        if kind in found and target is not None and target not in seen:
            seen.add(target)
            found[kind].append(parts.element(target))
    return found["headerReference"], found["footerReference"]


def _targets(parts: _Parts) -> dict[str, str]:
    relations = "word/_rels/document.xml.rels"
    if relations not in parts:
        return {}
    return {
        r.get("Id", ""): posixpath.normpath(posixpath.join("/word", r.get("Target", "")))[1:]
        for r in parts.element(relations)
        if r.get("TargetMode") != "External"
    }


def _hidden_styles(parts: _Parts) -> set[str]:
    if "word/styles.xml" not in parts:
        return set()
    return {
        style.get(f"{_W}styleId", "")
        for style in parts.element("word/styles.xml").iter(f"{_W}style")
        if any(_name(e) == "vanish" and _is_on(e) for e in style.iter())
    }


def _refuse_what_is_not_shown(root: Element, hidden_styles: set[str]) -> None:
    for element in root.iter():
        name = _name(element)
        if name.endswith("Change"):
            raise Refused(f"the document holds {_TRACKED}")
        if name in _REFUSED and not (name in ("vanish", "specVanish") and not _is_on(element)):
            raise Refused(f"the document holds {_REFUSED[name]}, which cannot be shown yet")
        if name in ("rStyle", "pStyle") and element.get(f"{_W}val") in hidden_styles:
            raise Refused("the document holds hidden text, which cannot be shown yet")


def _blocks(element: Element, depth: int) -> Iterator[Block]:
    if depth > _DEEPEST:
        raise Refused("the document is nested too deeply")
    match _name(element):
        case "p":
            if text := _bullet(element) + _text(element, 0):
                yield Words(text, heading=_is_heading(element))
        case "tbl":
            yield Rows(tuple(_rows(element, depth)))
        case "body" | "sdt":
            for child in element:
                yield from _blocks(child, depth + 1)
        case name if name in _WRAPPERS:
            for child in element:
                yield from _blocks(child, depth + 1)
        case name if name not in _SILENT:
            raise Refused(f"the document holds content of a kind that is not read ({name})")


def _rows(table: Element, depth: int) -> Iterator[tuple[str, ...]]:
    for row in _within(table, "tr"):
        yield tuple(_cell(cell, depth) for cell in _within(row, "tc"))


def _within(element: Element, wanted: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through what wraps them."""
    for child in element:
        name = _name(child)
        if name == wanted:
            yield child
        elif name == "sdt" or name in _WRAPPERS:
            yield from _within(child, wanted)
        elif name not in _SILENT:
            raise Refused(f"the document holds content of a kind that is not read ({name})")


def _cell(cell: Element, depth: int) -> str:
    lines = []
    for child in cell:
        for block in _blocks(child, depth + 1):
            match block:
                case Words(text):
                    lines.append(text)
                case Rows(rows):  # a table in a table
                    lines += ["  ".join(row) for row in rows]
    return "\n".join(lines)


def _text(element: Element, depth: int) -> str:
    if depth > _DEEPEST:
        raise Refused("the document is nested too deeply")
    out = []
    for child in element:
        name = _name(child)
        if name == "t":
            out.append(child.text or "")
        elif name in _LETTERS:
            out.append(_LETTERS[name])
        elif name in ("r", "sdt") or name in _WRAPPERS:
            out.append(_text(child, depth + 1))
        elif name not in _SILENT:
            raise Refused(f"the document holds content of a kind that is not read ({name})")
    return "".join(out)


def _bullet(paragraph: Element) -> str:
    return "\u2022 " if paragraph.find(f"{_W}pPr/{_W}numPr") is not None else ""


def _is_heading(paragraph: Element) -> bool:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return style is not None and style.get(f"{_W}val", "").startswith(("Heading", "Title"))


def _is_on(element: Element) -> bool:
    return element.get(f"{_W}val", "true") not in ("0", "false", "off")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
