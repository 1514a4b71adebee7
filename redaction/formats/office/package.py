"""A new office package in the making: the parts that were named, their ties and their types."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

from redaction.formats.office import drawings
from redaction.formats.office.container import (
    RELATIONS,
    TYPES,
    Element,
    Parts,
    Relation,
    local,
    packed_parts,
)
from redaction.formats.office.told import Told

TIES = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OF_MICROSOFT = {
    "diagramDrawing": "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
}
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_BY_EXTENSION = {
    "png": "image/png", "jpeg": "image/jpeg", "gif": "image/gif", "bmp": "image/bmp",
    "tiff": "image/tiff", "emf": "image/x-emf", "wmf": "image/x-wmf", "xml": "application/xml",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tie:
    """That a part is tied to another: the id it calls it by, the kind, and its new name."""

    id: str
    kind: str
    target: str


@dataclass(slots=True)
class Package:
    """The parts that a new file is made of. `folder` is where its pictures stand."""

    folder: str
    trees: dict[str, Element] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    ties: dict[str, list[Tie]] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)

    def put(self, name: str, root: Element, kind: str, ties: Iterable[Tie]) -> None:
        """Put a part in: its tree, its content type, and what it is tied to."""
        self.trees[name], self.types[name], self.ties[name] = root, kind, list(ties)

    def put_picture(self, extension: str, content: bytes) -> str:
        """Put a picture in, and return its name."""
        name = f"{self.folder}/media/picture{len(self.pictures)}.{extension}"
        self.pictures[name] = content
        return name

    def packed(self, main: str) -> bytes:
        """Return the file, which begins with the part `main`."""
        made = {"_rels/.rels": _written(_tied([Tie("r0", "officeDocument", main)]))}
        for name, tree in self.trees.items():
            folder, _, base = name.rpartition("/")
            made[name] = _written(tree)
            made[posixpath.join(folder, "_rels", f"{base}.rels")] = _written(_tied(self.ties[name]))
        root = etree.Element("Types", nsmap={None: _CONTENT_TYPES})  # type: ignore[dict-item]
        for extension, kind in _BY_EXTENSION.items():
            etree.SubElement(root, "Default", Extension=extension, ContentType=kind)
        for name, kind in self.types.items():
            etree.SubElement(root, "Override", PartName=f"/{name}", ContentType=kind)
        return packed_parts({TYPES: _written(root), **made, **self.pictures})


def _tied(ties: Iterable[Tie]) -> Element:
    root = etree.Element(f"{RELATIONS}Relationships", nsmap={None: RELATIONS[1:-1]})  # type: ignore[dict-item]
    for tie in ties:
        etree.SubElement(
            root,
            f"{RELATIONS}Relationship",
            Id=tie.id,
            Type=_OF_MICROSOFT.get(tie.kind, f"{_OFFICE}/{tie.kind}"),
            Target=f"/{tie.target}",
        )
    return root


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def cut_pictures(
    root: Element, ties: Mapping[str, Relation], parts: Parts, package: Package, told: Told
) -> list[Tie]:
    """Cut pictures as their author did; the whole of each is a document of its own."""
    made = []
    for blip, crop, shares in drawings.crops(root):
        key = next((k for k in blip.attrib if str(k) in (f"{t}embed" for t in TIES)), None)
        tie = ties.get(str(blip.attrib[key])) if key is not None else None
        if key is None or tie is None or tie.external:
            continue
        told.attach(parts, tie.target)
        less = drawings.cut(parts.read(tie.target), shares)
        if less is None:
            continue
        made.append(Tie(f"cut{len(package.pictures)}", "image", package.put_picture("png", less)))
        blip.attrib[key] = made[-1].id
        above = crop.getparent()
        if above is not None:
            above.remove(crop)
    return made


def tie_in(root: Element, done: Iterable[Tie], take: Callable[[str], Tie | None]) -> list[Tie]:
    """Return what the elements of a part name, each taken once; what is not taken is unnamed."""
    taken: dict[str, Tie | None] = {tie.id: tie for tie in done}
    for element in list(root.iter()):
        for key, value in element.attrib.items():
            if not str(key).startswith(TIES):
                continue
            id = str(value)
            if id not in taken:
                taken[id] = take(id)
            if taken[id] is None:
                del element.attrib[key]
    return [tie for tie in taken.values() if tie is not None]


def ids_named(root: Element) -> list[str]:
    """Return the ids by which the elements of a tree name other parts."""
    return [
        str(value)
        for element in root.iter()
        for key, value in element.attrib.items()
        if str(key).startswith(TIES)
    ]


def drawing_of_a_diagram(data: Element) -> str | None:
    """Return the id of the picture that PowerPoint or Word last drew of a diagram."""
    for element in data.iter():
        if local(element) == "dataModelExt":
            return element.get("relId")
    return None
