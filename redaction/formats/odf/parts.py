"""OpenDocument spreadsheets and presentations (ODS, ODP): cut off from all that they lead to.

The file that LibreOffice gets is new: content, styles, pictures and charts, without links, scripts
or forms. It makes XLSX or PPTX of it, which is read. What that does not tell is told here.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import ODP, ODS
from redaction.formats.office.container import (
    Element,
    Parts,
    attribute,
    local,
    packed_parts,
    refuse_too_deep,
    text_in,
)
from redaction.formats.office.drawings import picture_part
from redaction.formats.office.slidetext import is_prompt
from redaction.formats.office.told import Told
from redaction.formats.readings import Convert
from redaction.pages import Hidden

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_OFFICE = f"{{{_OASIS}:office:1.0}}"
_MANIFEST = f"{_OASIS}:manifest:1.0"
_HREF = "{http://www.w3.org/1999/xlink}href"
_SAYS_NOTHING = re.compile(
    r"(mimetype|content\.xml|styles\.xml|meta\.xml|settings\.xml|META-INF/manifest\.xml"
    r"|manifest\.rdf|layout-cache|Configurations2/.*|ObjectReplacements/.*|current\.xml)$"
)
_ABOUT_PROGRAMS = {"generator", "document-statistic", "editing-cycles", "editing-duration",
                   "creation-date", "date", "print-date", "language"}  # fmt: skip
_LEADS_OUT = {"scripts", "event-listeners", "forms", "dde-source", "dde-links", "table-source",
              "database-source-sql", "database-source-table", "database-source-query", "plugin",
              "applet", "floating-frame", "sound", "cell-range-source", "web"}  # fmt: skip
_SPOKEN = ("string-value", "connection-name", "table-name", "dde-item", "dde-topic", "label",
           "database-name", "filter-name", "name", "value")  # fmt: skip
_NUMBERS = {"float", "percentage", "currency", "date", "time", "boolean"}
_OF_VIEWS = {"ViewId", "ActiveTable", "ZoomType", "PrinterSetup"}
_LONG_SETTING = 1000  # letters: longer ones are no words
_WORD = re.compile(r"[^\W\d_]{3}")
_MACROS = "the file holds macros, which are not read"
_DAMAGED = "the document is damaged and cannot be opened; ask for it once more"
_SMALL_PICTURE = "a picture of its first page, as it once was, is kept in the file"


def read_ods(content: bytes) -> Convert:
    """Return an OpenDocument spreadsheet as one that is to become XLSX."""
    return _Preparing(Parts(content), ODS).whole("ods", "xlsx")


def read_odp(content: bytes) -> Convert:
    """Return an OpenDocument presentation as one that is to become PPTX."""
    return _Preparing(Parts(content), ODP).whole("odp", "pptx")


def _stands_in(image: Element) -> bool:
    """Say whether a picture is there for programs that do not draw tables."""
    above = image.getparent()
    return above is not None and any(local(beside) == "table" for beside in above)


@dataclass(slots=True)
class _Preparing:
    """One document on its way: what is made of it, and what is told."""

    parts: Parts
    kind: str
    told: Told = field(default_factory=Told)
    made: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, str | None] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    perhaps: dict[Hidden, None] = field(default_factory=dict)

    def whole(self, suffix: str, to: str) -> Convert:
        if "content.xml" not in self.parts:
            raise Refused(_DAMAGED)
        self.made["mimetype"] = self.kind.encode()
        self._tell_meta()
        self._tell_settings()
        for name in ("content.xml", "styles.xml"):
            if name in self.parts:
                self._take(name)
        self._tell_what_is_left()
        self.made["META-INF/manifest.xml"] = self._manifest()
        return Convert(
            content=packed_parts(self.made),
            suffix=suffix,
            to=to,
            perhaps=tuple(self.perhaps),
            hidden=self.told.pieces(),
            attachments=tuple(self.told.attachments.values()),
            gaps=tuple(self.told.gaps),
        )

    def _take(self, name: str, folder: str = "") -> None:
        """Take a part into the new file, without what it leads to or runs."""
        root = self.parts.xml(name)
        self.read.add(name)
        refuse_too_deep(root)
        self._learn_words(root)
        for element in list(root.iter()):
            above = element.getparent()
            if local(element) in _LEADS_OUT and above is not None:
                self._tell_what_leads_out(element)
                if not above.text and not element.tail:
                    above.remove(element)
                else:  # words beside it stay
                    for child in list(element):
                        element.remove(child)
                    element.attrib.clear()
        for element in list(root.iter()):
            if _HREF in element.attrib:
                self._settle_link(element, folder)
        self.made[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        self.kinds[name] = "text/xml"

    def _learn_words(self, root: Element) -> None:
        """Learn the words of the file, that the new one has to show or tell."""
        for element in root.iter():
            name = local(element)
            if name in ("title", "desc"):
                self.told.hide("alternative text", element.text or "")
            elif name in ("p", "h"):
                cell = next((a for a in element.iterancestors() if local(a) == "table-cell"), None)
                if cell is not None and attribute(cell, "value-type") in _NUMBERS:
                    continue
                self._perhaps("words left in the file", "".join(map(str, element.itertext())))
            elif name in ("creator", "sender-initials"):
                self._perhaps("person named in the file", element.text or "")
            elif name in ("filter-condition", "filter-set-item"):
                self._perhaps("words left in the file", attribute(element, "value"))
            elif name == "named-range":
                self._perhaps("defined name", attribute(element, "name"))
            for key in ("string-value", "condition"):
                if '"' in (said := attribute(element, key)) or key == "string-value":
                    self._perhaps("words left in the file", said)

    def _perhaps(self, kind: str, text: str) -> None:
        if text.strip() and not is_prompt(text.strip()):
            self.perhaps.setdefault(Hidden(kind, text.strip()))

    def _tell_what_leads_out(self, element: Element) -> None:
        scripts = {"script", "library-embedded", "module", "event-listener"}
        for inner in element.iter():
            if local(inner) in scripts:
                self.told.gap(_MACROS)
            self.told.hide("link", str(inner.get(_HREF, "")).removeprefix("."))
            if local(element) != "scripts":
                for key in _SPOKEN:
                    self.told.hide("data of a form or link", attribute(inner, key))
        self.told.hide("part of the file that is not shown", text_in(element))

    def _settle_link(self, element: Element, folder: str) -> None:
        """Keep a tie to a picture or chart of the file itself; tell and cut every other."""
        leads_to = str(element.attrib[_HREF])
        target = posixpath.normpath(posixpath.join(folder, leads_to))
        name = local(element)
        if target.startswith("ObjectReplacements/") or target == ".":
            self.read.add(target)  # a picture of what the file draws itself
        elif name == "image" and _stands_in(element):
            self.read.add(target)
        elif target in self.parts and name in ("image", "fill-image", "background-image",
                                             "list-level-style-image"):  # fmt: skip
            taken = self._picture(target)
            if taken is not None:
                element.set(_HREF, posixpath.relpath(taken, folder) if folder else taken)
                return
        elif name == "object" and f"{target}/content.xml" in self.parts:
            self._take_object(target)
            return
        elif target in self.parts:
            self.read.add(target)
            self.told.attach(self.parts, target)
        elif name == "a":
            # The newer kind of the file tells it, with the words that it stands behind.
            self.told.hide("link", leads_to)
        elif not leads_to.startswith("#"):
            self.told.hide("link", leads_to)
        del element.attrib[_HREF]

    def _take_object(self, target: str) -> None:
        """Take a chart along, or what else is drawn by LibreOffice itself, one level deep."""
        if f"{target}/content.xml" in self.read or "/" in target:
            return
        self.kinds[f"{target}/"] = "application/vnd.oasis.opendocument.chart"
        for name in ("content.xml", "styles.xml"):
            if f"{target}/{name}" in self.parts:
                self._take(f"{target}/{name}", target)
        self.read.update(name for name in self.parts if name.startswith(f"{target}/"))

    def _picture(self, target: str) -> str | None:
        if target not in self.pictures:
            self.read.add(target)
            picture = picture_part(self.parts, target, self.told)
            self.pictures[target] = None
            if picture is not None:
                name = f"Pictures/{len(self.made)}.{picture[0]}"
                self.made[name], self.kinds[name] = picture[1], f"image/{picture[0]}"
                self.pictures[target] = name
        return self.pictures[target]

    def _tell_meta(self) -> None:
        if "meta.xml" not in self.parts:
            return
        for element in self.parts.xml("meta.xml").iter():
            text = (element.text or "").strip()
            if text and local(element) not in _ABOUT_PROGRAMS:
                label = attribute(element, "name") or local(element)
                self.told.hide("document property", f"{label}: {text}")
            self.told.hide("document property", str(element.get(_HREF, "")))

    def _tell_settings(self) -> None:
        """Tell the words in the settings: names of printers, of databases, of a program's own."""
        if "settings.xml" not in self.parts:
            return
        for element in self.parts.xml("settings.xml").iter():
            text, name = (element.text or "").strip(), attribute(element, "name")
            is_words = attribute(element, "type") == "string" and _WORD.search(text)
            if is_words and name not in _OF_VIEWS and len(text) < _LONG_SETTING:
                self._perhaps("setting", f"{name}: {text}")

    def _tell_what_is_left(self) -> None:
        for name in self.parts:
            if name in self.read or _SAYS_NOTHING.fullmatch(name):
                continue
            if name.startswith(("Basic/", "Scripts/", "Dialogs/")):
                self.told.gap(_MACROS)
            elif name.startswith("Thumbnails/"):
                self.told.hide("thumbnail", _SMALL_PICTURE)
            elif name.endswith((".xml", ".rdf")):
                root = self.parts.xml(name)
                said = [text_in(root), *(attribute(e, "creator") for e in root.iter()),
                        *(attribute(e, "comment") for e in root.iter())]  # fmt: skip
                words = "\n".join(dict.fromkeys(filter(None, said)))
                self.told.hide("part of the file that is not shown", words)
            elif not name.endswith((".ttf", ".otf", ".odttf")):
                self.told.attach(self.parts, name)

    def _manifest(self) -> bytes:
        space = f"{{{_MANIFEST}}}"
        root = etree.Element(f"{space}manifest", nsmap={"manifest": _MANIFEST})
        for name, kind in {"/": self.kind, **self.kinds}.items():
            entry = etree.SubElement(root, f"{space}file-entry")
            entry.set(f"{space}full-path", name)
            entry.set(f"{space}media-type", kind)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
