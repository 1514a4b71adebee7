"""OpenDocument texts (ODT, FODT): prepared for LibreOffice; all that no page shows is told.

The file that LibreOffice gets is new. It holds the text, its styles, and the pictures, charts and
formulas that are seen; no links, scripts, comments, changes, properties or older versions.
"""

from __future__ import annotations

import base64
import binascii
import posixpath
import re
from dataclasses import dataclass, field

from lxml import etree

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import ODT
from redaction.formats.odf import tree as opentext
from redaction.formats.odf.tree import DRAW, HREF, OFFICE, STYLE, named, words_shown
from redaction.formats.office.container import (
    Element,
    Parts,
    attachment_of,
    attribute,
    local,
    packed_parts,
    parsed,
    refuse_too_deep,
    text_in,
)
from redaction.formats.office.converted import words_of
from redaction.formats.office.drawings import picture_part
from redaction.formats.office.told import Told
from redaction.formats.readings import Convert
from redaction.pages import Hidden

_CONTENT = ("font-face-decls", "automatic-styles", "body")
_STYLES = ("font-face-decls", "styles", "automatic-styles", "master-styles")
_MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
_DAMAGED = "the document is damaged and cannot be opened; ask for it once more"
_MACROS = "the file holds macros, which are not read"
_NO_PICTURE = "an object in the file has no picture of itself: it is a document of its own"
_SMALL_PICTURE = "a picture of its first page, as it once was, is kept in the file"
_SAYS_NOTHING = re.compile(
    r"(mimetype|content\.xml|styles\.xml|meta\.xml|settings\.xml|META-INF/manifest\.xml"
    r"|manifest\.rdf|layout-cache|Configurations2/.*|ObjectReplacements/.*|current\.xml)$"
)
_SIGNERS = ("X509IssuerName", "X509SubjectName")
_NAMED_BY_PROGRAM = re.compile(r"|[A-Za-z_ ]*\d+|_\d+_.*")
_MARGINS = ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
_LINKS_ONLY = ("plugin", "applet", "floating-frame", "param", "image-map")


def read_open_text(content: bytes) -> Convert:
    """Return an OpenDocument text as a file that shows what its reader saw, and all it hides."""
    return _Preparing(Parts(content)).whole()


def read_flat_text(content: bytes) -> Convert:
    """Return an OpenDocument text that is one XML file as a file like any other of its kind."""
    return _Preparing(Parts(_unfolded(content))).whole()


def _unfolded(content: bytes) -> bytes:
    """Return the container that a flat file would be."""
    root = parsed(content)
    made: dict[str, bytes] = {"mimetype": ODT.encode()}
    for inner in named(root, DRAW, "object"):
        for document in list(inner):
            name = f"Object{len(made)}.fodt"
            made[name] = etree.tostring(document)
            inner.remove(document)
    for data in named(root, OFFICE, "binary-data"):
        above = data.getparent()
        try:
            inside = base64.b64decode("".join((data.text or "").split()), validate=True)
        except (binascii.Error, ValueError):
            raise Refused(_DAMAGED) from None
        if above is not None:
            name = f"Pictures/{len(made)}"
            made[name] = inside
            above.set(HREF, name)
            above.remove(data)
    wholes = {"content": "document-content", "styles": "document-styles", "meta": "document-meta"}
    wanted = {"content": ("scripts", *_CONTENT), "styles": _STYLES, "meta": ("meta",)}
    for part, tag in wholes.items():
        version = {f"{OFFICE}version": root.get(f"{OFFICE}version", "1.2")}
        new = etree.Element(f"{OFFICE}{tag}", version)
        for child in root:
            if local(child) in wanted[part]:
                new.append(parsed(etree.tostring(child)))
        made[f"{part}.xml"] = etree.tostring(new)
    return packed_parts(made)


@dataclass(slots=True)
class _Preparing:
    """One document on its way: what is made of it, and what is told."""

    parts: Parts
    told: Told = field(default_factory=Told)
    made: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    read: set[str] = field(default_factory=set)
    renamed: dict[str, str | None] = field(default_factory=dict)
    perhaps: list[Hidden] = field(default_factory=list)
    styles: opentext.Styles = field(default_factory=opentext.Styles)

    def whole(self) -> Convert:
        self.made["mimetype"] = ODT.encode()
        if "content.xml" not in self.parts:
            raise Refused(_DAMAGED)
        content = self.parts.xml("content.xml")
        styles = self.parts.xml("styles.xml") if "styles.xml" in self.parts else None
        for root in (styles, content):
            if root is not None:
                refuse_too_deep(root)
                self.styles.learn(root)
        self._tell_meta()
        words: list[str] = []
        for name, root, kept in (
            ("content.xml", content, _CONTENT),
            ("styles.xml", styles, _STYLES),
        ):
            if root is None:
                continue
            self._clean(root, kept)
            if name == "content.xml":
                words = words_of(words_shown(root))
            self._tell_margins(root)
            self._put(name, root)
        self._tell_what_is_left()
        self.made["META-INF/manifest.xml"] = self._manifest()
        return Convert(
            content=packed_parts(self.made),
            suffix="odt",
            words=tuple(words),
            perhaps=tuple(self.perhaps),
            hidden=self.told.pieces(),
            attachments=tuple(self.told.attachments.values()),
            gaps=tuple(self.told.gaps),
        )

    def _put(self, name: str, root: Element) -> None:
        self.made[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        self.kinds[name] = "text/xml"

    def _clean(self, root: Element, kept: tuple[str, ...]) -> None:
        """Leave in a part what is seen."""
        for child in list(root):
            if local(child) == "scripts" and (len(child) or text_in(child)):
                self._macros(child)
            if local(child) not in kept:
                root.remove(child)
        for listeners in named(root, OFFICE, "event-listeners"):
            for listener in listeners.iter():
                self.told.hide("script", listener.get(HREF, ""))
            opentext.remove(listeners)
        for shape in named(root, DRAW, "enhanced-geometry"):
            # Letters bent to a path are drawn as outlines, in which nobody could find a name.
            opentext.without(shape, f"{DRAW}text-path")
        for looks in named(root, STYLE, "text-properties"):
            # Letters that strike others out, X or /, would be read as those of the word.
            opentext.without(looks, f"{STYLE}text-line-through-text")
        for cap in named(root, STYLE, "drop-cap"):
            # A large first letter stands apart from its word, and a name would be read without it.
            opentext.remove(cap)
        opentext.accept_changes(root, self.told)
        opentext.take_out_comments(root, self.told)
        opentext.take_out_hidden(root, self.styles, self.told)
        opentext.settle_controls(root, self.told)
        opentext.settle_formulas(root, self.told)
        opentext.settle_fields(root, self.told)
        self.perhaps += (Hidden("words of a rule", said) for said in opentext.said_by_rules(root))
        self._settle_forms(root)
        self._tell_descriptions(root)
        self._settle_frames(root)
        self._settle_links(root)

    def _macros(self, scripts: Element) -> None:
        # LibreOffice writes an empty library called Standard into every flat file.
        frame = ("scripts", "script", "libraries")
        for element in scripts.iter():
            if local(element) in frame and not (element.text or "").strip():
                continue
            called = attribute(element, "name")
            if local(element) == "library-embedded" and called == "Standard" and not len(element):
                continue
            self.told.gap(_MACROS)

    def _settle_forms(self, root: Element) -> None:
        """Tell what forms hold unseen: hidden values, choices, addresses."""
        for control in [e for forms in named(root, OFFICE, "forms") for e in forms.iter()]:
            name = local(control)
            if name == "hidden":
                said = f"{attribute(control, 'name')}: {attribute(control, 'value')}"
                self.told.hide("data of a form", said)
                opentext.remove(control)
            elif name in ("option", "item"):
                self.told.hide("choice of a field", attribute(control, "label"))
            elif name in ("connection-resource", "property", "list-property"):
                opentext.remove(control)
            for key in ("title", "command", "datasource"):
                self.told.hide("name of a field", attribute(control, key))

    def _tell_descriptions(self, root: Element) -> None:
        for element in list(root.iter()):
            above = element.getparent()
            drawn = above is not None and str(above.tag).startswith(DRAW)
            if local(element) in ("title", "desc") and drawn:
                self.told.hide("alternative text", element.text or "")
                opentext.remove(element)
            elif not _NAMED_BY_PROGRAM.fullmatch(called := element.get(f"{DRAW}name", "")):
                is_style = str(element.tag).startswith((STYLE, f"{DRAW}fill-image"))
                self.told.hide("style name" if is_style else "name of a drawing", called)
            for key in ("about", "content"):
                about = element.get(f"{{http://www.w3.org/1999/xhtml}}{key}", "")
                self.told.hide("data bound to a field", about)

    def _settle_frames(self, root: Element) -> None:
        """Leave of each frame one thing that is seen."""
        for frame in named(root, DRAW, "frame"):
            for element in list(frame):
                name = local(element)
                if name in _LINKS_ONLY:
                    for link in element.iter():
                        self.told.hide("link", link.get(HREF, ""))
                    opentext.remove(element)
                elif name in ("object", "object-ole") and not self._is_kept(element):
                    opentext.remove(element)
                    if not named(frame, DRAW, "image"):
                        self.told.gap(_NO_PICTURE)
        for link in named(root, DRAW, "a"):
            self.told.hide("link", link.get(HREF, ""))
            opentext.unwrap(link)

    def _is_kept(self, element: Element) -> bool:
        """Keep a chart or formula; any other object is a document of its own."""
        target = posixpath.normpath(element.get(HREF, ""))
        inside = [name for name in self.parts if name.startswith(f"{target}/")]
        if f"{target}/content.xml" in inside:
            root = self.parts.xml(f"{target}/content.xml")
            body = next((local(c) for b in root.iter(f"{OFFICE}body") for c in b), local(root))
            if body in ("chart", "math"):
                self._keep_object(target, root, body)
                return True
            self.read.update(inside)
            whole = {name[len(target) + 1 :]: self.parts.read(name) for name in inside}
            self._attach(target, packed_parts(whole))
        elif target in self.parts:
            self.read.add(target)
            self.told.attach(self.parts, target)
        else:
            self.told.hide("link", element.get(HREF, ""))
        return False

    def _attach(self, name: str, content: bytes) -> None:
        attachment = attachment_of(posixpath.basename(name), content)
        if attachment is not None:
            self.told.attachments.setdefault(name, attachment)

    def _keep_object(self, target: str, root: Element, body: str) -> None:
        kind = "chart" if body == "chart" else "formula"
        self.kinds[f"{target}/"] = f"application/vnd.oasis.opendocument.{kind}"
        for name in ("content.xml", "styles.xml"):
            part = f"{target}/{name}"
            if part not in self.parts:
                continue
            tree = root if name == "content.xml" else self.parts.xml(part)
            refuse_too_deep(tree)
            for listeners in named(tree, OFFICE, "event-listeners", "scripts"):
                opentext.remove(listeners)
            for element in tree.iter():
                if HREF in element.attrib:
                    self.told.hide("link", str(element.attrib.pop(HREF)))
            self.read.add(part)
            self._put(part, tree)
        self.read.update(name for name in self.parts if name.startswith(f"{target}/"))
        self.perhaps.append(Hidden("words of a chart or diagram", text_in(root)))

    def _settle_links(self, root: Element) -> None:
        """Take pictures along; tell every other thing that an element leads to, and cut the tie."""
        for element in list(root.iter()):
            if HREF not in element.attrib:
                continue
            target = posixpath.normpath(str(element.attrib[HREF]))
            name = local(element)
            if name in ("image", "fill-image", "background-image", "list-level-style-image"):
                taken = self._picture(target)
                if taken is not None:
                    element.set(HREF, taken)
                    continue
                if name in ("image", "fill-image"):
                    opentext.remove(element)
            elif name == "object" and f"{target}/" in self.kinds:
                element.set(HREF, f"./{target}")
                continue
            if target not in self.parts and not str(element.attrib[HREF]).startswith("#"):
                self.told.hide("link", str(element.attrib[HREF]))
            opentext.without(element, HREF)
        for source in named(root, STYLE, "font-face"):
            for child in list(source):
                source.remove(child)

    def _picture(self, target: str) -> str | None:
        if target not in self.parts:
            return None
        if target not in self.renamed:
            self.read.add(target)
            picture = picture_part(self.parts, target, self.told)
            self.renamed[target] = None
            if picture is not None:
                name = f"Pictures/{len(self.made)}.{picture[0]}"
                self.made[name] = picture[1]
                self.kinds[name] = f"image/{picture[0]}"
                self.renamed[target] = name
        return self.renamed[target]

    def _tell_margins(self, root: Element) -> None:
        """What stands at the head and foot of pages is seen, or is told: only the pages know."""
        for margin in named(root, STYLE, *_MARGINS):
            self.perhaps.append(Hidden("header or footer of no page", words_shown(margin)))

    def _tell_meta(self) -> None:
        if "meta.xml" not in self.parts:
            return
        for element in self.parts.xml("meta.xml").iter():
            if local(element) in _NOT_TOLD:
                continue
            label = attribute(element, "name") or local(element)
            text = (element.text or "").strip()
            if text:
                self.told.hide("document property", f"{label}: {text}")
            for key in (HREF, "{http://www.w3.org/1999/xlink}title"):
                self.told.hide("document property", element.get(key, ""))

    def _tell_what_is_left(self) -> None:
        for name in self.parts:
            if name in self.read or _SAYS_NOTHING.search(name):
                continue
            if name.startswith(("Basic/", "Scripts/", "Dialogs/")):
                self.told.gap(_MACROS)
            elif name.startswith("Thumbnails/"):
                self.told.hide("thumbnail", _SMALL_PICTURE)
            elif name == "VersionList.xml":
                for entry in self.parts.xml(name).iter():
                    for key in ("creator", "comment"):
                        self.told.hide("older version", attribute(entry, key))
            elif name.startswith("META-INF/") and name.endswith(".xml"):
                self._tell_signature(name)
            elif name.endswith((".xml", ".rdf")):
                self.told.hide("part of the file that is not shown", text_in(self.parts.xml(name)))
            elif not name.endswith((".ttf", ".otf", ".odttf")):
                self.told.attach(self.parts, name)

    def _tell_signature(self, name: str) -> None:
        for element in self.parts.xml(name).iter():
            if isinstance(element.tag, str) and local(element) in (
                "X509IssuerName",
                "X509SubjectName",
            ):
                self.told.hide("signature", element.text or "")

    def _manifest(self) -> bytes:
        space = f"{{{_MANIFEST}}}"
        root = etree.Element(f"{space}manifest", nsmap={"manifest": _MANIFEST})
        for name, kind in {"/": ODT, **self.kinds}.items():
            entry = etree.SubElement(root, f"{space}file-entry")
            entry.set(f"{space}full-path", name)
            entry.set(f"{space}media-type", kind)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


_NOT_TOLD = {
    "generator", "document-statistic", "editing-cycles", "editing-duration", "language",
    "creation-date", "date", "print-date", "meta", "document-meta",
}  # fmt: skip
