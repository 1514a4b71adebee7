"""Word documents: prepared for LibreOffice, with all that no page shows told beside.

The file that LibreOffice gets is new. It holds the parts that are seen (text, headers, footers,
notes, pictures, charts, diagrams) with tracked changes accepted, fields settled, and hidden text,
comments, links, descriptions and embedded files taken out and told.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.office import drawings, wordtext
from redaction.formats.office.container import (
    RELATIONS,
    Element,
    Parts,
    Relation,
    attribute,
    local,
    packed_parts,
    properties,
    refuse_too_deep,
    text_in,
)
from redaction.formats.office.converted import words_of
from redaction.formats.office.leftwords import LEFT, data_in_attributes
from redaction.formats.office.told import Told
from redaction.formats.office.wordleft import words_left
from redaction.formats.office.wordtext import is_word, words_shown
from redaction.formats.readings import Convert
from redaction.pages import Hidden

_TIES = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DRAWINGML = "application/vnd.openxmlformats-officedocument.drawingml"
_TYPES = {
    "document": f"{_WORDML}.document.main+xml",
    "styles": f"{_WORDML}.styles+xml",
    "numbering": f"{_WORDML}.numbering+xml",
    "settings": f"{_WORDML}.settings+xml",
    "header": f"{_WORDML}.header+xml",
    "footer": f"{_WORDML}.footer+xml",
    "footnotes": f"{_WORDML}.footnotes+xml",
    "endnotes": f"{_WORDML}.endnotes+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": f"{_DRAWINGML}.chart+xml",
    "diagramData": f"{_DRAWINGML}.diagramData+xml",
    "diagramLayout": f"{_DRAWINGML}.diagramLayout+xml",
    "diagramQuickStyle": f"{_DRAWINGML}.diagramStyle+xml",
    "diagramColors": f"{_DRAWINGML}.diagramColors+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
}
_WHOLE_FILE = ("styles", "numbering", "theme", "footnotes", "endnotes", "settings")
_TEXTS = {"document", "header", "footer", "footnotes", "endnotes"}
_INSIDE = {"oleObject", "package", "aFChunk", "subDocument", "attachedToolbars"}
_SETTINGS = {
    "evenAndOddHeaders", "mirrorMargins", "defaultTabStop", "footnotePr", "endnotePr", "compat",
    "clrSchemeMapping", "themeFontLang", "decimalSymbol", "listSeparator", "gutterAtTop",
    "bookFoldPrinting", "displayBackgroundShape",
}  # fmt: skip
_SMALL_PICTURE = "a picture of its first page, as it once was, is kept in the file"
_EQUATIONS = "an equation is set as a line of its signs, and its fractions and roots are not drawn"
_MACROS = "the file holds macros, which are not read"


def prepare_word(content: bytes) -> Convert:
    """Return a Word document as a file that shows what its reader saw, and all that it hides."""
    return _Preparing(Parts(content)).whole()


@dataclass(slots=True)
class _Preparing:
    """One document on its way: what is made of it, and what is told."""

    parts: Parts
    told: Told = field(default_factory=Told)
    made: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    perhaps: list[Hidden] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    styles: wordtext.Styles = field(default_factory=lambda: wordtext.Styles(None))

    def whole(self) -> Convert:
        main = self.parts.main()
        ties = self.parts.relations(main)
        of_kind = {tie.kind: tie.target for tie in ties.values() if not tie.external}
        if "styles" in of_kind:
            self.styles = wordtext.Styles(self.parts.xml(of_kind["styles"]))
        self.told.hidden.update(((h.kind, h.text, h.page), None) for h in properties(self.parts))
        root = self._cleaned(main, "document")
        used = {
            attribute(mark, "id")
            for mark in wordtext.within(root, "footnoteReference", "endnoteReference")
        }
        extra = {}
        for kind in _WHOLE_FILE:
            if kind in of_kind:
                extra[kind] = self._whole_part(of_kind[kind], kind, used)
        self._finish(main, "document", root, extra, ties)
        self.words += words_of(words_shown(root))
        self._expect(root)
        self._tell_what_is_left(main, ties)
        self.perhaps += [
            Hidden(LEFT, words) for words in words_left(self.parts, set(self.types), self.told)
        ]
        self.made["_rels/.rels"] = _relations([("r0", "officeDocument", main)], "")
        self.made["[Content_Types].xml"] = self._content_types()
        return Convert(
            content=packed_parts(self.made),
            suffix="docx",
            words=tuple(self.words),
            perhaps=tuple(self.perhaps),
            hidden=self.told.pieces(),
            attachments=tuple(self.told.attachments.values()),
            gaps=tuple(self.told.gaps),
        )

    def _whole_part(self, name: str, kind: str, used: set[str]) -> str:
        """Prepare a part that belongs to the whole document, and return its name."""
        root = self._cleaned(name, kind)
        if kind in ("footnotes", "endnotes"):
            wordtext.notes_without_mark(root, used, self.told)
            self.words += words_of(words_shown(root))
            self._expect(root)
        if kind == "settings":
            self._tell_settings(root)
            for child in list(root):
                if not is_word(child, *_SETTINGS):
                    root.remove(child)
        self._finish(name, kind, root, {}, self.parts.relations(name))
        return name

    def _expect(self, root: Element) -> None:
        """Keep each paragraph to be told where its words are on no page: off it, or covered."""
        for paragraph in wordtext.within(root, "p"):
            if words := words_shown(paragraph):
                self.perhaps.append(Hidden("words that no page shows", words))

    def _cleaned(self, name: str, kind: str) -> Element:
        """Return a part's tree without what is not seen."""
        root = self.parts.xml(name)
        self.read.add(name)
        refuse_too_deep(root)
        relations = self.parts.relations(name)
        drawings.tell_descriptions(root, relations, self.told)
        if kind in _TEXTS:
            wordtext.choose_alternatives(root, self.told)
            wordtext.straighten_letters(root)
            if wordtext.set_equations(root):
                self.told.gap(_EQUATIONS)
            wordtext.accept_changes(root, self.told)
            for link in wordtext.within(root, "hyperlink"):
                tie = relations.get(attribute(link, "id"))
                if tie is not None:
                    self.told.hide("link", tie.target)
            wordtext.take_out_marks(root, self.told)
            wordtext.settle_fields(root, self.told)
            wordtext.take_out_hidden(root, self.styles, self.told)
            for chunk in wordtext.within(root, "altChunk", "subDoc"):
                self._tie_in(relations.get(attribute(chunk, "id")))
                wordtext.remove(chunk)
            self._take_out_objects(root, relations)
        return root

    def _take_out_objects(self, root: Element, relations: dict[str, Relation]) -> None:
        """Leave of each embedded object its picture; what it holds is a document of its own."""
        for element in list(root.iter()):
            if isinstance(element.tag, str) and local(element) == "OLEObject":
                self._tie_in(relations.get(attribute(element, "id")))
                wordtext.remove(element)
        for element in wordtext.within(root, "object"):
            element.tag = f"{wordtext.W}pict"

    def _tie_in(self, tie: Relation | None) -> None:
        if tie is not None and tie.external:
            self.told.hide("link", tie.target)
        elif tie is not None:
            self.read.add(tie.target)
            self.told.attach(self.parts, tie.target)

    def _finish(
        self,
        name: str,
        kind: str,
        root: Element,
        extra: dict[str, str],
        ties: dict[str, Relation],
    ) -> None:
        """Put a part into the new file, with the parts that its elements name."""
        kept = [(f"whole{n}", k, target) for n, (k, target) in enumerate(extra.items())]
        for blip, crop, shares in drawings.crops(root):
            kept += self._crop(name, blip, crop, shares, ties)
        for id in drawings.cropped_in_vml(root):
            if id in ties and not ties[id].external:
                self.told.attach(self.parts, ties[id].target)
        done: dict[str, str | None] = {}
        for element in list(root.iter()):
            for key, value in element.attrib.items():
                if not str(key).startswith(_TIES) or any(value == id for id, _, _ in kept):
                    continue
                id = str(value)
                if id not in done:
                    done[id] = self._taken(ties.get(id))
                    if done[id] is not None:
                        kept.append((id, ties[id].kind, str(done[id])))
                if done[id] is None:
                    del element.attrib[key]
                    if is_word(element, "headerReference", "footerReference"):
                        wordtext.remove(element)
        self.made[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        self.types[name] = _TYPES[kind]
        if kept:
            folder, _, base = name.rpartition("/")
            self.made[posixpath.join(folder, "_rels", f"{base}.rels")] = _relations(kept, folder)

    def _crop(
        self,
        name: str,
        blip: Element,
        crop: Element,
        shares: tuple[float, float, float, float],
        ties: dict[str, Relation],
    ) -> list[tuple[str, str, str]]:
        """Cut a picture as its author did; the whole of it is a document of its own."""
        key = next((k for k in blip.attrib if local_name(k) == "embed"), None)
        tie = ties.get(str(blip.attrib[key])) if key is not None else None
        if key is None or tie is None or tie.external:
            return []
        self.read.add(tie.target)
        self.told.attach(self.parts, tie.target)
        less = drawings.cut(self.parts.read(tie.target), shares)
        if less is None:
            return []
        made = f"word/media/cut{len(self.made)}.png"
        self.made[made] = less
        id = f"cut{len(self.made)}"
        blip.attrib[key] = id
        wordtext.remove(crop)
        return [(id, "image", made)]

    def _taken(self, tie: Relation | None) -> str | None:
        """Take what a part is tied to into the new file; return its name there, or None."""
        if tie is None:
            return None
        if tie.external:
            self.told.hide("link", tie.target)
            return None
        if tie.target in self.types or tie.target in self.made:
            return tie.target
        if tie.kind == "image":
            self.read.add(tie.target)
            picture = drawings.picture_part(self.parts, tie.target, self.told)
            if picture is None:
                return None
            made = f"word/media/picture{len(self.made)}.{picture[0]}"
            self.made[made] = picture[1]
            return made
        if tie.kind in _TYPES and tie.kind not in _WHOLE_FILE and tie.kind != "document":
            self._take_part(tie)
            return tie.target
        self._tie_in(tie)
        return None

    def _take_part(self, tie: Relation) -> None:
        root = self._cleaned(tie.target, tie.kind)
        ties = self.parts.relations(tie.target)
        if tie.kind in ("header", "footer"):
            # Which of them a page shows, only the pages tell.
            self.perhaps.append(Hidden("header or footer of no page", words_shown(root)))
        else:
            self.perhaps.append(Hidden("words of a chart or diagram", text_in(root)))
        for element in list(root.iter()):
            if isinstance(element.tag, str) and local(element) == "externalData":
                self._tie_in(ties.get(attribute(element, "id")))
                wordtext.remove(element)
        self._finish(tie.target, tie.kind, root, {}, ties)

    def _tell_settings(self, root: Element) -> None:
        for element in root.iter():
            if is_word(element, "docVar"):
                said = f"{attribute(element, 'name')}: {attribute(element, 'val')}"
                self.told.hide("document variable", said)
            elif is_word(element, "query", "connectString", "mailSubject", "addressFieldName"):
                self.told.hide("mail merge", attribute(element, "val"))
            tie = attribute(element, "id") if is_word(element, "attachedTemplate", "dataSource",
                                                      "headerSource", "src") else ""  # fmt: skip
            if tie:
                name = next(n for n in self.read if n.endswith("settings.xml"))
                self._tie_in(self.parts.relations(name).get(tie))

    def _tell_what_is_left(self, main: str, ties: dict[str, Relation]) -> None:
        """Tell what stands in parts that the new file does not have."""
        for tie in ties.values():
            if tie.external:
                self.told.hide("link", tie.target)
        for name in self.parts:
            if name in self.read or _SAYS_NOTHING.search(name):
                continue
            if re.search(r"vbaProject|vbaData", name):
                self.told.gap(_MACROS)
            elif re.search(r"/comments\w*\.xml$", name):
                self._tell_comments(name)
            elif "thumbnail" in name:
                self.told.hide("thumbnail", _SMALL_PICTURE)
            elif name.endswith((".xml", ".rels")):
                self._tell_part(name)
            elif not re.search(r"printerSettings|\.odttf$|\.fntdata$|\.sigs$", name):
                self.told.attach(self.parts, name)

    def _tell_comments(self, name: str) -> None:
        for comment in wordtext.within(self.parts.xml(name), "comment"):
            said = ", ".join(filter(None, (attribute(comment, "author"),
                                           attribute(comment, "date")[:10])))  # fmt: skip
            self.told.hide("comment", f"{said}: {words_shown(comment)}")

    def _tell_part(self, name: str) -> None:
        root = self.parts.xml(name)
        if "people" in name:
            for person in root.iter():
                self.told.hide("person named in the file", person.text or "")
                for key, value in person.attrib.items():
                    if local_name(key) != "providerId":
                        self.told.hide("person named in the file", str(value))
        elif "glossary" in name:
            for block in wordtext.within(root, "name", "category", "description"):
                self.told.hide("building block", attribute(block, "val"))
            self.told.hide("building block", words_shown(root) or text_in(root))
        elif "customXml" in name:
            self.told.hide("data bound to a field", text_in(root))
            for said in data_in_attributes(root):
                self.told.hide("data bound to a field", said)
        else:
            self.told.hide("part of the file that is not shown", text_in(root))

    def _content_types(self) -> bytes:
        root = etree.Element("Types", nsmap={None: f"{_PACKAGE}/content-types"})  # type: ignore[dict-item]
        kinds = {"png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
                 "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf",
                 "xml": "application/xml",
                 "rels": "application/vnd.openxmlformats-package.relationships+xml"}  # fmt: skip
        for extension, kind in kinds.items():
            etree.SubElement(root, "Default", Extension=extension, ContentType=kind)
        for name, kind in self.types.items():
            etree.SubElement(root, "Override", PartName=f"/{name}", ContentType=kind)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


_SAYS_NOTHING = re.compile(
    r"(^\[Content_Types\]\.xml|(^|/)_rels/.*|docProps/.*\.xml|/fontTable\.xml|/webSettings\.xml"
    r"|/stylesWithEffects\.xml|/comments(Extended|Ids|Extensible)\.xml|/itemProps\d*\.xml"
    r"|/(style|colors)\d+\.xml|/theme/.*|\.rels)$"
)


def local_name(key: object) -> str:
    """Return an attribute's name without its namespace."""
    return str(key).rpartition("}")[2]


def _relations(ties: list[tuple[str, str, str]], folder: str) -> bytes:
    root = etree.Element(f"{RELATIONS}Relationships", nsmap={None: RELATIONS[1:-1]})  # type: ignore[dict-item]
    for id, kind, target in ties:
        if not target:
            raise Refused("the document is damaged and cannot be opened; ask for it once more")
        etree.SubElement(
            root,
            f"{RELATIONS}Relationship",
            Id=id,
            Type="http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
            if kind == "diagramDrawing"
            else f"{_OFFICE}/{kind}",
            Target=f"/{target}",
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")
