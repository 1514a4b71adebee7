"""The tree of an OpenDocument text (ODF 1.3), made to hold what is seen: the rest is taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from redaction.formats.office.container import Element, attribute, local
from redaction.formats.office.told import Told
from redaction.formats.office.wordtext import is_ordinary

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
OFFICE = f"{{{_OASIS}:office:1.0}}"
TEXT = f"{{{_OASIS}:text:1.0}}"
STYLE = f"{{{_OASIS}:style:1.0}}"
DRAW = f"{{{_OASIS}:drawing:1.0}}"
TABLE = f"{{{_OASIS}:table:1.0}}"
DC = "{http://purl.org/dc/elements/1.1/}"
HREF = "{http://www.w3.org/1999/xlink}href"

_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_APART = {"note", "frame", "custom-shape", "text-box", "rect", "ellipse", "g"}
_STAYS = {
    "span", "s", "tab", "line-break", "note", "note-citation", "note-body", "ruby", "ruby-base",
    "ruby-text", "page-number", "page-count", "p", "h", "list", "list-item", "list-header",
    "section", "numbered-paragraph", "number",
}  # fmt: skip
_COUNTED = ("page-number", "page-count", "note-citation")
_MARKS = {
    "change", "change-start", "change-end", "soft-page-break", "bookmark", "bookmark-start",
    "bookmark-end", "reference-mark", "reference-mark-start", "reference-mark-end", "toc-mark",
    "toc-mark-start", "toc-mark-end", "user-index-mark", "user-index-mark-start",
    "user-index-mark-end", "alphabetical-index-mark", "alphabetical-index-mark-start",
    "alphabetical-index-mark-end", "fieldmark", "fieldmark-start", "fieldmark-end",
}  # fmt: skip
_INDEXES = {
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index",
    "alphabetical-index", "bibliography",
}  # fmt: skip
_DECLARED = {
    "variable-decls": "document variable", "user-field-decls": "document variable",
    "sequence-decls": "", "dde-connection-decls": "link",
    "alphabetical-index-auto-mark-file": "link",
}  # fmt: skip
_SAID = {"description", "string-value", "string-value-if-true", "string-value-if-false", "name",
         "label", "help", "hint", "connection-name", "table-name", "column-name", "author",
         "title"}  # fmt: skip


def remove(element: Element) -> None:
    """Take an element out of its tree, and leave the text that follows it."""
    above = element.getparent()
    if above is None:
        return
    _add_text(above, above.index(element), element.tail or "")
    element.tail = None
    above.remove(element)


def unwrap(element: Element) -> None:
    """Put what an element holds in its place."""
    above = element.getparent()
    if above is None:
        return
    at = above.index(element)
    tail, element.tail = element.tail or "", None
    children = list(element)
    text = element.text or ""
    above.remove(element)
    for number, child in enumerate(children):
        above.insert(at + number, child)
    _add_text(above, at, text)
    _add_text(above, at + len(children), tail)


def _add_text(above: Element, at: int, text: str) -> None:
    """Put text into an element before its child number `at`."""
    if not text:
        return
    if at == 0:
        above.text = (above.text or "") + text
    else:
        above[at - 1].tail = (above[at - 1].tail or "") + text


def without(element: Element, attribute: str) -> None:
    """Take an attribute from an element that perhaps has it."""
    if attribute in element.attrib:
        del element.attrib[attribute]


def named(root: Element, space: str, *names: str) -> list[Element]:
    """Return the elements of a name space and of these names; the tree may be changed meanwhile."""
    return [e for name in names for e in root.iter(f"{space}{name}")]


def words_shown(root: Element) -> str:
    """Return the words of a tree, each paragraph on a line, without what programs count."""
    paragraphs = list(root.iter(*_PARAGRAPHS))
    if root.tag in _PARAGRAPHS or not paragraphs:
        return "".join(_letters(root, top=True)).strip()
    return "\n".join(filter(None, ("".join(_letters(p, top=True)).strip() for p in paragraphs)))


def _letters(element: Element, top: bool = False) -> Iterator[str]:
    """Yield the text of a paragraph without that of notes and frames, which is apart."""
    name = local(element)
    if name in ("s", "tab", "line-break"):
        yield " "
    elif name not in _COUNTED and (top or name not in _APART):
        yield element.text or ""
        for child in element:
            yield from _letters(child)
    if not top:
        yield element.tail or ""


def accept_changes(root: Element, told: Told) -> None:
    """Leave the text as its last author wanted it; what was deleted is told, and who did it."""
    for changes in named(root, TEXT, "tracked-changes"):
        for author in changes.iter(f"{DC}creator"):
            told.hide("author of a change or comment", author.text or "")
        for deletion in changes.iter(f"{TEXT}deletion"):
            for info in named(deletion, OFFICE, "change-info"):
                remove(info)
            told.hide("deleted text", words_shown(deletion))
        for insertion in changes.iter(f"{OFFICE}change-info"):
            for comment in insertion.iter(*_PARAGRAPHS):
                told.hide("comment", words_shown(comment))
        remove(changes)


def take_out_comments(root: Element, told: Told) -> None:
    """Take out comments, and tell them with their authors."""
    for comment in named(root, OFFICE, "annotation"):
        who = next((e.text or "" for e in comment.iter(f"{DC}creator")), "")
        when = next((e.text or "" for e in comment.iter(f"{DC}date")), "")[:10]
        said = "\n".join(words_shown(p) for p in comment.iter(*_PARAGRAPHS))
        told.hide("comment", f"{', '.join(filter(None, (who, when)))}: {said}")
        remove(comment)
    for end in named(root, OFFICE, "annotation-end"):
        remove(end)


@dataclass(slots=True)
class Styles:
    """Which styles hide the text that is set in them, by family and name."""

    own: dict[tuple[str, str], str] = field(default_factory=dict)
    above: dict[tuple[str, str], str] = field(default_factory=dict)

    def learn(self, root: Element) -> None:
        """Learn the styles of a part."""
        for style in root.iter(f"{STYLE}style", f"{STYLE}default-style"):
            key = (attribute(style, "family"), attribute(style, "name"))
            self.above[key] = attribute(style, "parent-style-name")
            for said in style.iter(f"{STYLE}text-properties"):
                if shown := said.get(f"{TEXT}display"):
                    self.own[key] = shown

    def hides(self, family: str, name: str) -> bool | None:
        """Say whether a style hides its text, or None where it says nothing of that."""
        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            if (family, name) in self.own:
                return self.own[family, name] != "true"
            name = self.above.get((family, name), "")
        return None


def take_out_hidden(root: Element, styles: Styles, told: Told) -> None:
    """Take out sections, paragraphs and words that are set hidden."""
    for section in named(root, TEXT, "section"):
        said = attribute(section, "display", "true")
        if said == "none" or (said == "condition" and attribute(section, "is-hidden") == "true"):
            told.hide("hidden text", words_shown(section))
            remove(section)
        for name in ("display", "condition", "is-hidden"):
            without(section, f"{TEXT}{name}")
    for mark in named(root, TEXT, "hidden-paragraph"):
        paragraph = next((a for a in mark.iterancestors() if a.tag in _PARAGRAPHS), None)
        if attribute(mark, "is-hidden") == "true" and paragraph is not None:
            told.hide("hidden text", words_shown(paragraph))
            remove(paragraph)
    for mark in named(root, TEXT, "hidden-text"):
        told.hide("hidden text", attribute(mark, "string-value"))
        if attribute(mark, "is-hidden") == "true":
            mark.text = None
    for shape in list(root.iter()):
        if shape.get(f"{DRAW}display") in ("none", "screen"):
            told.hide("hidden text", words_shown(shape))
            remove(shape)
    for paragraph in list(root.iter(*_PARAGRAPHS)):
        hidden = bool(styles.hides("paragraph", attribute(paragraph, "style-name")))
        pieces: list[str] = []
        _empty(paragraph, hidden, styles, pieces, lambda said: told.hide("hidden text", said))
        told.hide("hidden text", "".join(pieces))


def _empty(
    element: Element,
    hidden: bool,
    styles: Styles,
    pieces: list[str],
    tell: Callable[[str], None],
) -> None:
    """Take hidden words out of a paragraph, and tell those that stand together as one."""

    def taken(text: str | None) -> str | None:
        if hidden and text:
            pieces.append(text)
            return None
        if text and text.strip() and pieces:
            tell("".join(pieces))
            pieces.clear()
        return text

    element.text = taken(element.text)
    for child in list(element):
        if child.tag in _PARAGRAPHS:
            continue  # its own style decides
        inner = hidden
        if child.tag == f"{TEXT}span":
            own = styles.hides("text", attribute(child, "style-name"))
            inner = hidden if own is None else own
        if inner and local(child) in ("s", "tab", "line-break", "note", "frame"):
            pieces.append(words_shown(child) or " ")
            child.tail = taken(child.tail)
            remove(child)
            continue
        _empty(child, inner, styles, pieces, tell)
        child.tail = taken(child.tail)


def settle_fields(root: Element, told: Told) -> None:
    """Leave of each field what its author saw; only pages go on counting."""
    for kind, said in _DECLARED.items():
        for holder in named(root, TEXT, kind):
            for declared in holder.iter():
                if said and declared is not holder:
                    told.hide(said, _declaration(declared))
            remove(holder)
    for index in named(root, TEXT, *_INDEXES):
        for source in [c for c in index if local(c).endswith("-source")]:
            remove(source)
        for part in named(index, TEXT, "index-body", "index-title"):
            unwrap(part)
        unwrap(index)
    for element in list(root.iter()):
        name = local(element)
        if not str(element.tag).startswith(TEXT) or not _is_in_paragraph(element):
            continue
        if name in _MARKS:
            _tell_mark(element, told)
            remove(element)
        elif name == "a":
            told.hide("link", element.get(HREF, ""))
            told.hide("link", attribute(element, "title"))
            unwrap(element)
        elif name in ("script", "execute-macro"):
            told.hide("script", element.text or attribute(element, "href"))
            remove(element)
        elif name not in _STAYS:
            _tell_field(element, told)
            for label in named(element, TEXT, "label"):
                remove(label)
            unwrap(element)
    for source in named(root, TEXT, "section-source"):
        told.hide("link", source.get(HREF, ""))
        remove(source)


def settle_controls(root: Element, told: Told) -> None:
    """Leave of a control that stands in the text what it shows, and tell what it offers."""
    for control in list(root.iter("{*}content-control")):
        for key in ("alias", "tag"):
            told.hide("name of a field", attribute(control, key))
        for item in [i for i in control if local(i) == "list-item"]:
            for key in ("display-text", "value"):
                told.hide("choice of a field", attribute(item, key))
            remove(item)
        unwrap(control)


def settle_formulas(root: Element, told: Told) -> None:
    """Leave of each cell of a text's tables what it shows: it would be worked out anew."""
    for cell in root.iter(f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
        if '"' in (formula := cell.get(f"{TABLE}formula", "")):
            told.hide("formula", formula)
        without(cell, f"{TABLE}formula")


def said_by_rules(root: Element) -> Iterator[str]:
    """Yield the words that a text's rules put beside notes, lines and sources, if they come up."""
    rules = ("notes-configuration", "linenumbering-configuration", "bibliography-configuration")
    for rule in named(root, TEXT, *rules):
        around = (attribute(rule, key) for key in ("num-prefix", "prefix", "num-suffix", "suffix"))
        for said in (*around, *map(str, rule.itertext())):
            if re.search(r"[^\W\d_]{3}", said):
                yield said.strip()


def _declaration(element: Element) -> str:
    values = [attribute(element, key) for key in
              ("name", "string-value", "value", "date-value", "formula", "dde-topic", "dde-item",
               "href")]  # fmt: skip
    return ": ".join(filter(None, values)) if len(list(filter(None, values))) > 1 else values[-1]


def _is_in_paragraph(element: Element) -> bool:
    return any(above.tag in _PARAGRAPHS for above in element.iterancestors())


def _tell_mark(element: Element, told: Told) -> None:
    name = local(element)
    if "index-mark" in name or name.startswith("toc-mark"):
        for key in ("string-value", "key1", "key2"):
            told.hide("entry of an index", attribute(element, key))
    elif "bookmark" in name or "reference-mark" in name:
        if not is_ordinary(attribute(element, "name")):
            told.hide("bookmark name", attribute(element, "name"))
    elif "fieldmark" in name:
        for value in element.iter():
            said = attribute(value, "value")
            if re.search(r"[^\W\d_]{2}", said):
                told.hide("help or choice of a field", said)


def _tell_field(element: Element, told: Told) -> None:
    """Tell what a field says besides what it shows."""
    shown = "".join(str(text) for text in element.itertext())
    for piece in element.iter():
        for key, value in piece.attrib.items():
            name, said = str(key).rpartition("}")[2], str(value).strip()
            is_telling = name in _SAID or (name == "value" and local(piece) == "label")
            if is_telling and said and said != shown.strip():
                kind = "choice of a field" if local(piece) == "label" else "name of a field"
                told.hide(kind, said)
