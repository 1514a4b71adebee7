"""What a presentation holds besides the slides that are shown: found, and told.

Comments are of two kinds: those of ISO 29500-1 §19.4, and the newer threads of [MS-PPTX] 2.6.3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from redaction.formats.office import drawings, slidetext
from redaction.formats.office.container import (
    Element,
    Parts,
    Relation,
    attribute,
    local,
    refuse_too_deep,
    text_in,
)
from redaction.formats.office.slidetext import is_named, told_at, words_shown
from redaction.formats.office.told import Told
from redaction.pages import Hidden

_NAMED_BY_PROGRAM = re.compile(r".*\d|")
_MACROS = "the file holds macros, which are not read"
_SMALL_PICTURE = "a picture of its first page, as it once was, is kept in the file"
_SAYS_NOTHING = re.compile(
    r"(^\[Content_Types\]\.xml|\.rels|docProps/.*\.xml|/(viewProps|tableStyles)\.xml|/theme/.*\.xml"
    r"|/charts/(style|colors)\d*\.xml|/itemProps\d*\.xml|/diagrams/(layout|quickStyle|colors)\w*\.xml"
    r"|/ink/.*|.*printerSettings.*|.*\.(fntdata|odttf|sigs))$",
    re.IGNORECASE,
)
_SPOKEN = ("name", "title", "val", "displayName", "userId", "author", "userName")
_IS_A_COLOUR = re.compile(r"[0-9A-F]{6}|true|false", re.IGNORECASE)


@dataclass(slots=True)
class Beside:
    """What of a presentation is told: `read` are the parts that need not be told any more."""

    parts: Parts
    told: Told = field(default_factory=Told)
    read: set[str] = field(default_factory=set)
    authors: dict[str, str] = field(default_factory=dict)

    def tell_names(self, root: Element, where: str) -> None:
        """Tell what somebody called a shape, where it is no name that a program gives."""
        for element in root.iter():
            if local(element) == "cNvPr":
                name = attribute(element, "name")
                if not _NAMED_BY_PROGRAM.fullmatch(name):
                    self.told.hide("name of a drawing", name)
            elif is_named(element, "cSld") and element.get("name"):
                if where != "layout":
                    self.told.hide("name of a drawing", element.get("name", ""))
                del element.attrib["name"]

    def hear_of_authors(self) -> None:
        """Learn, and tell, who wrote comments."""
        for name in self.parts:
            if not re.search(r"/(commentAuthors|authors)\d*\.xml$", name):
                continue
            self.read.add(name)
            for element in self.parts.xml(name).iter():
                if local(element) in ("cmAuthor", "author"):
                    self.authors[attribute(element, "id")] = attribute(element, "name")
                    for key in ("name", "userId"):
                        self.told.hide("person named in the file", attribute(element, key))

    def tell_comments_of(self, part: str, where: str) -> None:
        """Tell the comments on a slide."""
        for tie in self.parts.relations(part).values():
            if tie.kind == "comments" and not tie.external:
                self._tell_comments(tie.target, where)

    def _tell_comments(self, name: str, where: str) -> None:
        self.read.add(name)
        for mark in self.parts.xml(name).iter():
            if local(mark) not in ("cm", "reply"):
                continue
            by = self.authors.get(attribute(mark, "authorId"), "")
            when = (attribute(mark, "dt") or attribute(mark, "created"))[:10]
            said = [
                (e.text or "").strip() or words_shown(e)
                for e in mark
                if local(e) in ("text", "txBody")
            ]
            about = ", ".join(filter(None, (where, by, when)))
            self.told.hide("comment", told_at(about, "\n".join(said)))

    def notes_of(self, part: str, where: str) -> str:
        """Return what the speaker noted for a slide; tell the rest of that page."""
        found = []
        for tie in self.parts.relations(part).values():
            if tie.kind != "notesSlide" or tie.external or tie.target in self.read:
                continue
            self.read.add(tie.target)
            root, inner = self.parts.xml(tie.target), self.parts.relations(tie.target)
            refuse_too_deep(root)
            slidetext.choose_alternatives(root, self.told)
            drawings.tell_descriptions(root, inner, self.told)
            for shape in slidetext.shapes_of(root):
                frame = slidetext.furniture(shape)
                if frame is None and not is_named(shape, "grpSp"):
                    found.append(slidetext.without_marks(words_shown(shape, say_struck=True)))
                elif frame in ("footer", "header"):
                    self.told.hide("header or footer of notes", words_shown(shape))
            self.tell_ties(list(inner), inner, where)
        return "\n".join(text for text in found if text)

    def tell_slide(self, part: str, root: Element, where: str, kind: str) -> None:
        """Tell what a slide holds that no page shows; its pictures are documents of their own."""
        ties = self.parts.relations(part)
        slidetext.choose_alternatives(root, self.told)
        self.tell_names(root, where)
        drawings.tell_descriptions(root, ties, self.told)
        self.told.hide(kind, told_at(where, words_shown(root)) or where)
        self.tell_ties(list(ties), ties, where)

    def tell_ties(self, ids: list[str], ties: dict[str, Relation], where: str) -> None:
        """Tell what these ids are tied to."""
        for id in ids:
            if id in ties:
                self.tell_tie(ties[id], where)

    def tell_tie(self, tie: Relation, where: str) -> None:
        """Tell what a part is tied to: an address, words, or a document of its own."""
        if tie.external:
            self.told.hide("link", tie.target)
        elif tie.kind in ("slide", "slideLayout", "slideMaster", "notesMaster", "notesSlide",
                          "comments", "theme", "themeOverride", "tags"):  # fmt: skip
            return  # read for itself, or told with what is left
        elif tie.target in self.read:
            return
        elif tie.kind.startswith(("chart", "diagram")):
            self.read.add(tie.target)
            for piece in said_by(self.parts.xml(tie.target)):
                self.told.hide(piece.kind, told_at(where, piece.text))
            inner = self.parts.relations(tie.target)
            self.tell_ties(list(inner), inner, where)
        else:
            self.read.add(tie.target)
            self.told.attach(self.parts, tie.target)

    def tell_what_is_left(self) -> None:
        """Tell what stands in parts that the new file does not have."""
        for name in self.parts:
            if name.endswith(".rels"):
                for element in self.parts.xml(name).iter():
                    if attribute(element, "TargetMode").casefold() == "external":
                        self.told.hide("link", attribute(element, "Target"))
            if name in self.read or _SAYS_NOTHING.search(name):
                continue
            if re.search(r"vbaProject|vbaData", name):
                self.told.gap(_MACROS)
            elif "thumbnail" in name:
                self.told.hide("thumbnail", _SMALL_PICTURE)
            elif name.endswith(".xml"):
                self._tell_part(name)
            elif not name.endswith(".vml"):
                self.told.attach(self.parts, name)

    def _tell_part(self, name: str) -> None:
        root = self.parts.xml(name)
        refuse_too_deep(root)
        match local(root):
            case "sld":
                self.tell_slide(name, root, "a slide of no show", "hidden slide")
            case "notes":
                self.told.hide("speaker notes", words_shown(root))
            case "sldLayout" | "sldMaster" | "notesMaster" | "handoutMaster":
                slidetext.take_out_prompts(root, "layout", self.told)
                self.told.hide("words of a slide layout", words_shown(root))
            case "cmLst":
                self._tell_comments(name, "")
            case _:
                kind = "part of the file that is not shown"
                if "customXml" in name:
                    kind = "data bound to a field"
                said = [text_in(root)]
                said += [attribute(e, key) for e in root.iter() for key in _SPOKEN]
                kept = dict.fromkeys(w for w in said if re.search(r"[^\W\d_]{2}", w))
                self.told.hide(kind, "\n".join(w for w in kept if not _IS_A_COLOUR.fullmatch(w)))


def said_by(root: Element) -> Iterator[Hidden]:
    """Yield the words of a chart or diagram; its numbers are what it draws."""
    for element in root.iter():
        text = (element.text or "").strip()
        if local(element) in ("t", "v") and re.search(r"[^\W\d_]", text):
            yield Hidden("words of a chart or diagram", text)
