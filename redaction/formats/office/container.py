"""Office files as containers of parts: unpacked within bounds, packed again from what is named.

Refused are containers that unfold into something huge, name two parts alike (each program shows
another of them), lead out of their folder, or define entities of their own.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

import olefile
from lxml import etree

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import kind_of
from redaction.pages import Attachment, Hidden

Element = etree._Element
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "[Content_Types].xml"
_MOST_PARTS = 5000
_MOST_BYTES = 400 * 2**20
_MOST_XML = 120 * 2**20
_MOST_FOLD = 300  # times; text folds 20 times, spaces a thousand
_FOLDS_FREELY = 8 * 2**20
_DEEPEST = 250

_DAMAGED = "the document is damaged and cannot be opened; ask for it once more"
_TO_HARM = "the document is damaged, or made to do harm; ask for it as PDF"
_TOO_LARGE = "the document unfolds into something too large; save it as PDF"


@dataclass(frozen=True, slots=True)
class Relation:
    """A part's tie to another: its kind is the last word of the type. External ones lead away."""

    id: str
    kind: str
    target: str
    external: bool


class Parts:
    """The parts of an office file, by name."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        # The last is what zipfile raises for an archive newer than it knows.
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
            raise Refused(_DAMAGED) from None
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        if len(entries) > _MOST_PARTS:
            raise Refused("the document has too many parts; save it as PDF")
        self._entries = {entry.filename: entry for entry in entries}
        # Parts are found without regard to case, so two that differ in case alone are two answers.
        if len({name.casefold() for name in self._entries}) != len(entries):
            raise Refused(
                "the document holds the same part twice, and says different things; "
                "ask for it as PDF"
            )
        if any(_leads_out(name) for name in self._entries):
            raise Refused(_TO_HARM)
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("the document is locked with a password; ask for it without one")
        self._left = _MOST_BYTES

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    @property
    def comment(self) -> str:
        """Return what is written about the container as a whole, which no program shows."""
        return self._zip.comment.decode("utf-8", "replace")

    def read(self, name: str) -> bytes:
        """Return a part's bytes, or refuse it: absent, damaged, or unfolding without end."""
        try:
            entry = self._entries[name]
            with self._zip.open(entry) as part:
                # What it announces as its size is not trusted.
                content = part.read(min(self._left, _MOST_BYTES) + 1)
        # The last is what zipfile raises for a compression that it does not know.
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError,
                NotImplementedError):  # fmt: skip
            raise Refused(_DAMAGED) from None
        self._left -= len(content)
        folded = max(1, entry.compress_size)
        if self._left < 0 or len(content) > max(_FOLDS_FREELY, _MOST_FOLD * folded):
            raise Refused(_TOO_LARGE)
        return content

    def xml(self, name: str) -> Element:
        """Return the root of a part, or refuse one that is damaged, huge or booby-trapped."""
        return parsed(self.read(name))

    def relations(self, name: str) -> dict[str, Relation]:
        """Return what a part is tied to, by id; "" is the container itself."""
        folder, _, base = name.rpartition("/")
        file = posixpath.join(folder, "_rels", f"{base}.rels")
        if file not in self:
            return {}
        found = {}
        for element in self.xml(file).iter(f"{RELATIONS}Relationship"):
            external = element.get("TargetMode", "").casefold() == "external"
            target = element.get("Target", "")
            if not external:
                path = unquote(target.partition("#")[0])
                target = posixpath.normpath(posixpath.join("/", folder, path))[1:]
                external = target not in self
            kind = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = Relation(element.get("Id", ""), kind, target, external)
        return found

    def main(self) -> str:
        """Return the name of the part that the document begins with."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and not relation.external:
                return relation.target
        raise Refused(_DAMAGED)


def parsed(content: bytes) -> Element:
    """Return the root of an XML part, or refuse it."""
    if len(content) > _MOST_XML:
        raise Refused(_TOO_LARGE)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
        remove_pis=True, huge_tree=len(content) > 8 * 2**20,
    )  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused(_TO_HARM) from None
    if _has_doctype(root):
        raise Refused(_TO_HARM)
    return root


def refuse_too_deep(root: Element) -> None:
    """Refuse a part whose elements stand in each other deeper than any program writes them."""
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            raise Refused("the document is nested too deeply; save it as PDF")


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element, name: str, default: str = "") -> str:
    """Return an attribute by its name without a namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return default


def packed_parts(parts: Mapping[str, bytes]) -> bytes:
    """Return a new container of these parts, with nothing else in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def text_in(root: Element) -> str:
    """Return every word of a part, each element's on a line of its own."""
    texts = (element.text for element in root.iter() if isinstance(element.tag, str))
    return "\n".join(text.strip() for text in texts if text and text.strip())


def properties(parts: Parts) -> Iterable[Hidden]:
    """Yield what the file says of itself: title, author, company, and what a council added."""
    for name in parts:
        if not re.fullmatch(r"docProps/(core|app|custom)\w*\.xml", name, re.IGNORECASE):
            continue
        for element in parts.xml(name).iter():
            text = (element.text or "").strip()
            if not isinstance(element.tag, str) or not text or local(element) in COUNTED:
                continue
            label = local(element)
            for above in element.iterancestors():
                if local(above) == "property":
                    label = above.get("name", label)
            yield Hidden("document property", f"{label}: {text}")


COUNTED = {
    "Application", "AppVersion", "Pages", "Words", "Characters", "CharactersWithSpaces", "Lines",
    "Paragraphs", "TotalTime", "DocSecurity", "ScaleCrop", "LinksUpToDate", "SharedDoc",
    "HyperlinksChanged", "revision", "i4", "Slides", "Notes", "HiddenSlides", "MMClips",
    "PresentationFormat",
}  # fmt: skip


def attached(parts: Parts, name: str) -> Attachment | None:
    """Return a part as a document of its own, with what an OLE wrapper holds taken out of it."""
    return attachment_of(posixpath.basename(name), parts.read(name))


def attachment_of(title: str, content: bytes) -> Attachment | None:
    """Return bytes as a document of its own, with what an OLE wrapper holds taken out of it."""
    unwrapped = _from_wrapper(content)
    if unwrapped is not None:
        title, content = unwrapped
    if not content:
        return None
    try:
        kind = kind_of(content)
    except Refused:
        kind = "application/octet-stream"  # whoever reads it says why it cannot be read
    return Attachment(title, kind, content)


def _from_wrapper(content: bytes) -> tuple[str, bytes] | None:
    """Return the name and bytes of a file in an OLE "Package" ([MS-OLEDS] 2.3.6)."""
    if not content.startswith(b"\xd0\xcf\x11\xe0"):
        return None
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            if container.exists("Package"):
                return "embedded", container.openstream("Package").read()
            if not container.exists("\x01Ole10Native"):
                return None
            return in_package(container.openstream("\x01Ole10Native").read()[4:])
    except Exception:  # olefile raises what it meets
        return None


def in_package(native: bytes) -> tuple[str, bytes]:
    """Return the name and bytes of the file that Windows' packager wrapped."""
    label, _, rest = native[2:].partition(b"\0")
    _, _, rest = rest.partition(b"\0")  # the path it came from
    at = 8 + int.from_bytes(rest[4:8], "little")
    size = int.from_bytes(rest[at : at + 4], "little")
    return label.decode("cp1252", "replace") or "embedded", rest[at + 4 : at + 4 + size]


def _leads_out(name: str) -> bool:
    return (
        name.startswith(("/", "\\"))
        or "\\" in name
        or ":" in name.partition("/")[0]
        or ".." in name.split("/")
        or "\0" in name
    )


def _has_doctype(root: Element) -> bool:
    information: Any = root.getroottree().docinfo
    return bool(information.doctype)
