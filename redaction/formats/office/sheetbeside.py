"""What a workbook holds besides its cells: caches, people, connections and drawings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redaction.formats.layout import Block, Words
from redaction.formats.office.container import Element, Parts, attribute, local, text_in
from redaction.formats.office.drawings import tell_descriptions
from redaction.formats.office.slidetext import struck_or_not
from redaction.formats.office.told import Told

_MACROS = "the file holds macros, which are not read"
_SMALL_PICTURE = "a picture of its first page, as it once was, is kept in the file"
_SAYS_NOTHING = re.compile(
    r"(^\[Content_Types\]\.xml|\.rels|docProps/.*\.xml|xl/(workbook|styles|calcChain|sharedStrings"
    r"|metadata)\.xml|xl/theme/.*|xl/worksheets/sheet\d*\.xml|.*\.vml"
    r"|xl/charts/(style|colors)\d*\.xml|.*printerSettings.*|.*/itemProps\d*\.xml"
    r"|xl/tables/.*|xl/comments.*|.*/(richData|rdrichvalue).*)$",
    re.IGNORECASE,
)
_KINDS = {
    "pivot": "copy of cells kept for a pivot table",
    "externalLink": "copy of cells of another file",
    "connections": "where the data came from",
    "queryTable": "where the data came from",
    "revisions": "earlier words of cells",
    "customXml": "data bound to a field",
    "persons": "person named in the file",
}
_SPOKEN = ("v", "name", "connection", "command", "u", "displayName", "userId")


def tell_parts(parts: Parts, told: Told, shown: set[str] | None = None) -> list[Block]:
    """Tell what stands in parts without cells; return what drawings and charts show.

    `shown` are the words that cells show: others that are kept with them are told.
    """
    drawn: list[Block] = []
    people = dict(_people(parts))
    for name in parts:
        if name == "xl/sharedStrings.xml" and shown is not None:
            _tell_strings(parts.xml(name), shown, told)
        elif name.endswith(".rels"):
            for tie in parts.relations(_owner(name)).values():
                if tie.external:
                    told.hide("link", tie.target)
        elif "vbaProject" in name or name.startswith(("xl/macrosheets/", "xl/dialogsheets/")):
            told.gap(_MACROS)
            _tell_part(name, parts, told)
        elif _SAYS_NOTHING.match(name) and "embeddings/" not in name:
            continue
        elif "thumbnail" in name:
            told.hide("thumbnail", _SMALL_PICTURE)
        elif "threadedComments/" in name:
            _tell_thread(parts.xml(name), people, told)
        elif re.search(r"/(drawings|charts|chartsheets|diagrams)/.*\.xml$", name):
            drawn += _words_drawn(name, parts, told)
        elif name.endswith(".xml"):
            _tell_part(name, parts, told)
        else:
            told.attach(parts, name)
    return drawn


def _people(parts: Parts) -> Iterator[tuple[str, str]]:
    for name in parts:
        if "persons/" in name:
            for element in parts.xml(name).iter():
                if attribute(element, "id"):
                    yield attribute(element, "id"), attribute(element, "displayName")


def _tell_thread(root: Element, people: dict[str, str], told: Told) -> None:
    """Tell a thread of comments ([MS-XLSX] 2.6.205), each with who wrote it."""
    for element in root.iter():
        if local(element) == "text":
            above = element.getparent()
            at = attribute(above, "ref") if above is not None else ""
            by = people.get(attribute(above, "personId"), "") if above is not None else ""
            about = ", ".join(filter(None, (at, by)))
            text = (element.text or "").strip()
            told.hide("comment", f"{about}: {text}" if about and text else text)


def _words_drawn(name: str, parts: Parts, told: Told) -> Iterator[Block]:
    root = parts.xml(name)
    tell_descriptions(root, parts.relations(name), told)
    texts = ("".join(_said(e)).strip() for e in root.iter() if local(e) in ("p", "v"))
    words = " ".join(text for text in texts if text)
    if words:
        what = "a chart" if "/charts/" in name else "a drawing"
        yield Words(f"Words in {what}", heading=True)
        yield Words(words)


def _said(element: Element) -> Iterator[str]:
    """Yield the runs of a paragraph of a drawing, or a value of a chart, as they follow there."""
    if local(element) == "v":
        yield element.text or ""
    for piece in element.iter():
        name = local(piece)
        if name in ("br", "tab"):
            yield " "
        elif name == "t":
            yield struck_or_not(piece)


def _tell_part(name: str, parts: Parts, told: Told) -> None:
    if not name.endswith(".xml"):
        return
    root = parts.xml(name)
    kinds = (kind for part, kind in _KINDS.items() if part in name)
    said = [text_in(root)]
    for element in root.iter():
        said += [attribute(element, key) for key in _SPOKEN]
    words = "\n".join(dict.fromkeys(word for word in said if word))
    told.hide(next(kinds, "part of the file that is not shown"), words)


def _tell_strings(root: Element, shown: set[str], told: Told) -> None:
    """Tell words that are kept with the cells' words and that no cell shows."""
    for words in strings_of(root):
        if words.strip() and words.strip() not in shown:
            told.hide("words that no cell shows", words)


def strings_of(root: Element) -> Iterator[str]:
    """Yield the strings of a part, each whole though it be of several looks."""
    for item in root.iter():
        if local(item) in ("si", "is", "comment"):
            yield "".join(
                e.text or ""
                for e in item.iter()
                if local(e) == "t" and not any(local(a) == "rPh" for a in e.iterancestors())
            )


def _owner(rels: str) -> str:
    """Return the name of the part whose relations these are."""
    return rels.replace("_rels/", "").removesuffix(".rels")
