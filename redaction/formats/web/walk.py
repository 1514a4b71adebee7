"""The walk over a web page's tree, without recursion: it may be nested as deep as it likes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree, html

from redaction.formats.layout import Block, Rows, Words, texts_of
from redaction.formats.web.styles import (
    Look,
    Sheet,
    drawn_by,
    is_struck,
    is_unseen,
    look_of,
    written_by,
)
from redaction.pages import Hidden

_BREAKS = {
    "p", "div", "tr", "table", "blockquote", "ul", "ol", "dl", "dt", "dd", "section", "article",
    "header", "footer", "main", "aside", "nav", "form", "fieldset", "legend", "address", "figure",
    "figcaption", "hr", "center", "pre", "details", "summary", "td", "th", "caption", "body", "li",
    "h1", "h2", "h3", "h4", "h5", "h6", "iframe", "noscript", "dialog", "title", "video", "audio",
    "canvas", "object", "noembed", "noframes", "marquee", "plaintext", "xmp", "listing", "svg",
    "text", "desc", "math", "annotation", "annotation-xml",
}  # fmt: skip
_OF_TABLES = {"thead", "tbody", "tfoot", "colgroup", "col"}
_BESIDE = {"meter", "progress", "button", "textarea"}
"""Stand in a line, apart from the words around them."""
_ANNOTATIONS = {"rt", "rp"}  # small, above the words: these are read on beneath them
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SILENT = {
    "style", "width", "height", "align", "valign", "bgcolor", "border", "cellpadding", "colspan",
    "cellspacing", "rowspan", "rel", "target", "lang", "dir", "type", "role", "tabindex", "size",
    "face", "color", "charset", "nowrap", "hidden", "checked", "selected", "clear", "start", "for",
    "hspace", "vspace", "link", "vlink", "alink", "text", "media", "method", "aria-hidden",
    "maxlength", "rows", "cols", "autocomplete", "disabled", "readonly", "required", "http-equiv",
    "loading", "decoding", "sizes", "scope", "multiple", "spellcheck", "contenteditable",
}  # fmt: skip
_SWITCHES = {
    "async", "defer", "controls", "autoplay", "loop", "muted", "open", "reversed", "ismap", "alt",
    "novalidate", "noshade", "compact", "declare", "itemscope", "allowfullscreen", "playsinline",
    "download", "autofocus", "default", "inert", "nomodule", "amp4email", "draggable", "value",
    "crossorigin", "class", "id", "name", "title", "href", "src", "style", "content", "summary",
}  # fmt: skip
_NAMES = ("id", "name", "class")
_ADDRESSES = ("href", "src", "action", "srcset", "background", "poster", "cite", "longdesc",
              "formaction", "data", "usemap", "ping", "xlink:href")  # fmt: skip
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.){2,}"|\'(?:[^\'\\\n]|\\.){2,}\'|`(?:[^`\\]|\\.){2,}`')
_STRUCK = {"del", "s", "strike"}
_BOXES = {"checkbox", "radio"}


@dataclass
class _Open:
    """An element that the walk is inside of."""

    tag: str
    look: Look
    was_unseen: bool
    quoted: int
    lists: int
    number: int | None = None
    preformatted: bool = False
    struck: bool = False


@dataclass
class _Table:
    """A table of words, while it is read."""

    element: html.HtmlElement
    rows: list[list[str]] = field(default_factory=list)
    head: bool = False


class Walk:
    """Collects what a page shows as `blocks`, and what it holds beside as `hidden()`."""

    def __init__(self, picture: Callable[[str], str | None]) -> None:
        self.blocks: list[Block] = []
        self._picture = picture
        self._words: list[str] = []
        self._unseen: list[str] = []
        self._told: dict[str, dict[str, None]] = {}
        self._open: list[_Open] = []
        self._table: _Table | None = None
        self._heading = False
        self._choice = ""
        self._above = 0  # how many annotations of ruby text the walk is inside of
        self._annotation: list[str] = []

    @staticmethod
    def texts(blocks: Iterable[Block]) -> list[str]:
        """Return every text of blocks."""
        return [text for block in blocks for text in texts_of(block)]

    def over(self, root: html.HtmlElement, sheet: Sheet) -> None:
        """Walk over a whole tree."""
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            match event:
                case "comment" | "pi":
                    self._tell("comment", element.text)
                    self._say(element.tail)
                case "start":
                    if self._start(element, sheet):
                        walk.skip_subtree()
                case _:
                    self._end(element)
        self._flush()

    def hidden(self) -> list[Hidden]:
        """Return what was told beside the page; small things of one kind stand together."""
        shown = "\n".join(self.texts(self.blocks))
        out = []
        for kind, texts in self._told.items():
            if kind in ("hidden text", "comment"):
                out += [Hidden(kind, text) for text in texts]
                continue
            kept = [t for t in texts if kind != "link" or t.removeprefix("mailto:") not in shown]
            if kept:
                out.append(Hidden(kind, "\n".join(kept)))
        return out

    def _start(self, element: html.HtmlElement, sheet: Sheet) -> bool:
        """Enter an element. Return whether what is in it was dealt with."""
        tag, attributes = str(element.tag).lower(), dict(element.attrib)
        parent = self._open[-1] if self._open else _Open("", Look(), False, 0, 0)
        style = sheet.of(tag, attributes)
        look = look_of(style, attributes, parent.look)
        inside = _Open(tag, look, is_unseen(look), parent.quoted, parent.lists)
        if tag in _BREAKS:
            self._break()
        if inside.was_unseen != parent.was_unseen:
            self._flush_unseen()
        inside.struck = tag in _STRUCK or (tag not in _BREAKS | _OF_TABLES and is_struck(style))
        inside.quoted += tag == "blockquote"
        inside.lists += tag in ("ul", "ol")
        inside.preformatted = parent.preformatted or tag in ("pre", "textarea", "xmp")
        if tag == "ol":
            inside.number = int(attributes.get("start", "1")[:6]) if _is_number(attributes) else 1
        self._open.append(inside)
        if tag in _BESIDE:
            self._put(" ")
        self._above += tag in _ANNOTATIONS
        if "-" in tag and tag != "annotation-xml":  # an element of the page's own
            self._tell("names of parts of the page", tag)
        if inside.struck:
            self._put("[struck out: ")
        self._attributes(tag, attributes)
        if tag == "table" and self._table is None and _is_data(element):
            self._table = _Table(element)
        elif self._table and tag == "tr":
            self._table.rows.append([])
        elif self._table and tag == "th" and len(self._table.rows) == 1:
            self._table.head = True
        return self._content(tag, element, attributes)

    def _content(self, tag: str, element: html.HtmlElement, attributes: dict[str, str]) -> bool:
        match tag:
            case "script":
                self._tell("script", "\n".join(_strings(element.text or "")))
                return True
            case "style":
                self._style(element.text or "")
                return True
            case "title" if not self._inside("svg"):
                self._tell("title of the page", element.text_content())
                return True
            case "template":
                self._tell("hidden text", element.text_content())
                return True
            case "br":
                self._put("\n")
            case "li":
                self._put(self._bullet())
            case "img" | "image":
                self._image(attributes)
            case "input":
                self._field(attributes)
            case "option":
                return self._option(element)
            case "select":
                self._choice = _chosen(element)
            case name if name in _HEADINGS:
                self._heading = True
        self._say(element.text)
        return False

    def _end(self, element: html.HtmlElement) -> None:
        tag = str(element.tag).lower()
        if self._open and self._open[-1].struck:
            self._put("]")
        if tag in _BESIDE:
            self._put(" ")
        self._above -= tag in _ANNOTATIONS
        if tag == "ruby" and self._annotation:
            said = " ".join("".join(self._annotation).split())
            self._annotation.clear()
            self._put(f" ({said}) " if said else "")
        if self._table and tag in ("td", "th") and self._table.rows:
            self._table.rows[-1] += [self._taken(), *[""] * (_span(element) - 1)]
        elif self._table and element is self._table.element:
            rows = tuple(tuple(row) for row in self._table.rows if any(row))
            head, self._table = self._table.head, None
            if rows:
                self.blocks.append(Rows(rows, head))
        elif tag in _BREAKS:
            self._break()
        if tag in _HEADINGS:
            self._heading = False
        left = self._open.pop()
        parent = self._open[-1] if self._open else None
        if left.was_unseen and not (parent and parent.was_unseen):
            self._flush_unseen()
        self._say(element.tail)

    def _attributes(self, tag: str, attributes: Mapping[str, str]) -> None:
        for place in self._style(attributes.get("style", "")):
            self._put(f" [{place}] ")
        for name, value in attributes.items():
            if name in _SILENT or name.startswith("xmlns"):
                continue
            if not value.strip():
                if name not in _SWITCHES and any(c.isalpha() for c in name):
                    self._tell("attribute", name)
                continue
            if name in _NAMES:
                self._tell("names of parts of the page", value)
            elif name in _ADDRESSES:
                self._address(tag, name, value)
            elif name in ("alt", "title", "aria-label", "summary", "label"):
                self._tell("description", value)
            elif name == "value" and tag in ("input", "option"):  # told where these are dealt with
                continue
            elif name == "content" and tag == "meta":
                about = attributes.get("name") or attributes.get("property") or ""
                self._tell("document property", f"{about}: {value}".lstrip(": "))
            elif any(c.isalpha() for c in value):
                self._tell("attribute", f"{name}: {value}")

    def _style(self, style: str) -> list[str]:
        """Tell the words that a style writes; return the places of the pictures that it draws."""
        self._tell("style", "\n".join(written_by(style)))
        places = []
        for address in drawn_by(style):
            if not address.lower().startswith("data:"):
                self._tell("address", address)
            elif place := self._picture(address):
                places.append(place)
        return places

    def _address(self, tag: str, name: str, value: str) -> None:
        if tag in ("img", "image") and name == "src":
            return
        if value.lstrip().lower().startswith("data:"):
            self._picture(value)
        elif not value.startswith("#"):
            self._tell("link" if tag in ("a", "area") else "address", value.strip())

    def _image(self, attributes: Mapping[str, str]) -> None:
        address = attributes.get("src", "")
        place = self._picture(address) if address else None
        if place is None and address:
            self._tell("address", address)
        dot = {attributes.get("width"), attributes.get("height")} & {"0", "1", "0px", "1px"}
        if place is not None or not dot:
            self._put(f" [{place or 'picture that did not come along'}] ")

    def _field(self, attributes: Mapping[str, str]) -> None:
        kind, value = attributes.get("type", "text").lower(), attributes.get("value", "")
        if kind in ("hidden", "password"):
            self._tell("hidden field", f"{attributes.get('name', '')}: {value}".strip(": "))
        elif kind in _BOXES:
            self._put("[x] " if "checked" in attributes else "[ ] ")
            self._tell("value of a tick box", value)
        elif value:
            self._put(f" [{value}] ")

    def _option(self, element: html.HtmlElement) -> bool:
        words = " ".join(element.text_content().split())
        value = " ".join(element.get("value", "").split())
        if value.casefold() not in words.casefold() and _says_something(value):
            self._tell("value of a choice", value)
        if element.get("selected") is not None or words == self._choice:
            self._put(f" [{words}] ")
            self._choice = ""
        else:
            self._tell("choice that was not made", words)
        return True

    def _bullet(self) -> str:
        above = next((o for o in reversed(self._open) if o.tag in ("ul", "ol")), None)
        if above is None or above.number is None:
            return "\u2022 "
        above.number += 1
        return f"{above.number - 1}. "

    def _inside(self, tag: str) -> bool:
        return any(o.tag == tag for o in self._open[:-1])

    def _say(self, text: str | None) -> None:
        if text:
            kept = self._open and self._open[-1].preformatted
            self._put(text if kept else re.sub(r"[ \t\r\n\f]+", " ", text))

    def _put(self, text: str) -> None:
        if self._open and self._open[-1].was_unseen:
            self._unseen.append(text)
        else:
            (self._annotation if self._above else self._words).append(text)

    def _tell(self, kind: str, text: str | None) -> None:
        if text and text.strip():
            self._told.setdefault(kind, {})[text.strip()] = None

    def _break(self) -> None:
        if self._table is not None:
            self._words.append("\n")
        else:
            self._flush()
        if self._unseen:
            self._unseen.append("\n")

    def _flush(self) -> None:
        """Make a block of the words so far."""
        self._words += self._annotation  # of ruby text that was not closed
        self._annotation.clear()
        preformatted = bool(self._open) and self._open[-1].preformatted
        text = "".join(self._words).strip("\n") if preformatted else self._taken()
        self._words.clear()
        if text.strip():
            state = self._open[-1] if self._open else _Open("", Look(), False, 0, 0)
            self.blocks.append(
                Words(
                    text,
                    heading=self._heading,
                    plain=preformatted,
                    quoted=state.quoted,
                    indent=state.lists,
                )
            )

    def _flush_unseen(self) -> None:
        self._tell("hidden text", _in_lines("".join(self._unseen)))
        self._unseen.clear()

    def _taken(self) -> str:
        self._words += self._annotation
        self._annotation.clear()
        text = _in_lines("".join(self._words))
        self._words.clear()
        return text


def _in_lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _is_number(attributes: Mapping[str, str]) -> bool:
    return attributes.get("start", "").isascii() and attributes.get("start", "").isdigit()


def _is_data(table: html.HtmlElement) -> bool:
    """Say whether a table is one of words, and not how a page is laid out."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iterdescendants("tr"))
    wide = [sum(_span(cell) for cell in row.iterchildren("td", "th")) for row in rows]
    return len(rows) >= 2 and max(wide, default=0) >= 2


def _span(cell: html.HtmlElement) -> int:
    said = cell.get("colspan", "1").strip()
    return max(1, min(50, int(said))) if said.isascii() and said.isdigit() and len(said) < 4 else 1


def _says_something(value: str) -> bool:
    """Say whether a value is more than the number of a choice."""
    return any(c.isalpha() for c in value) or sum(c.isdigit() for c in value) > 3


def _chosen(select: html.HtmlElement) -> str:
    options = list(select.iterdescendants("option"))
    if not options or any(o.get("selected") is not None for o in options):
        return ""
    return " ".join(options[0].text_content().split())


def _strings(script: str) -> list[str]:
    """Return the words that a script carries: its strings, and its comments."""
    out = []
    for found in _QUOTED.findall(script):
        text = found[1:-1]
        if found[0] == '"':
            try:
                text = str(json.loads(found))
            except ValueError:
                text = found[1:-1]
        if sum(c.isalpha() for c in text) >= 3:
            out.append(text)
    out += [c.strip() for c in re.findall(r"/\*(.*?)\*/|(?:^|\s)//(?!\S*[;{}])([^\n]*)", script)
            for c in c if c.strip()]  # fmt: skip
    return list(dict.fromkeys(out))
