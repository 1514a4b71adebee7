"""Presentations: prepared for LibreOffice, with all that no slide shows told beside.

The file that LibreOffice gets is new. It holds the slides that are shown, with the layouts, themes,
pictures, charts and diagrams that they show. Hidden slides and shapes, shapes beside the slide,
comments, descriptions, links, recordings and embedded files are taken out and told. What the
speaker noted stands on a page of its own after each slide: who opens the file sees both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from redaction.formats.contents import Contents
from redaction.formats.layout import Words
from redaction.formats.office import drawings, slidetext
from redaction.formats.office.container import (
    Element,
    Parts,
    Relation,
    attribute,
    local,
    properties,
    refuse_too_deep,
)
from redaction.formats.office.converted import words_of
from redaction.formats.office.leftwords import LEFT
from redaction.formats.office.package import (
    TIES,
    Package,
    Tie,
    cut_pictures,
    drawing_of_a_diagram,
    ids_named,
    tie_in,
)
from redaction.formats.office.slidecovers import unseen_pictures
from redaction.formats.office.slidesbeside import Beside, said_by
from redaction.formats.office.slidetext import P, Size, is_named, told_at, within, words_shown
from redaction.formats.office.wordleft import words_left
from redaction.formats.readings import Convert, Note
from redaction.pages import Hidden

_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml"
_DRAWING = "application/vnd.openxmlformats-officedocument.drawingml"
_TYPES = {
    "slide": f"{_PRESENTATION}.slide+xml",
    "slideLayout": f"{_PRESENTATION}.slideLayout+xml",
    "slideMaster": f"{_PRESENTATION}.slideMaster+xml",
    "tableStyles": f"{_PRESENTATION}.tableStyles+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "chart": f"{_DRAWING}.chart+xml",
    "chartUserShapes": f"{_DRAWING}.chartshapes+xml",
    "diagramData": f"{_DRAWING}.diagramData+xml",
    "diagramLayout": f"{_DRAWING}.diagramLayout+xml",
    "diagramQuickStyle": f"{_DRAWING}.diagramStyle+xml",
    "diagramColors": f"{_DRAWING}.diagramColors+xml",
    "diagramDrawing": "application/vnd.ms-office.drawingml.diagramDrawing+xml",
}
_ON_SLIDES = {"chart", "chartUserShapes", "diagramData", "diagramLayout", "diagramQuickStyle",
              "diagramColors"}  # fmt: skip
_ABOVE = {"slide": "slideLayout", "slideLayout": "slideMaster", "slideMaster": "theme"}
_KEPT_OF_THE_WHOLE = ("sldSz", "notesSz", "defaultTextStyle")
_FIRST_ID = 2**31  # of masters and layouts, ISO 29500-1 §19.7.15
_FIRST_SLIDE = 256
_WITH_TEXT = re.compile(r"ppt/(slide|notes|handout)[^/]*/[^/]*\.xml")  # of which the text is told
_RECORDINGS = "the file holds sound or video, which is not read"
_NO_PICTURE = "of a file inside a slide there is no picture to show"


def prepare_slides(content: bytes) -> Convert | Contents:
    """Return a presentation as a file that shows what its slides show, and all that it hides."""
    parts = Parts(content)
    return _Preparing(parts, Beside(parts)).whole()


@dataclass(slots=True)
class _Preparing:
    """One presentation on its way: what is made of it, and what is told."""

    parts: Parts
    beside: Beside
    package: Package = field(default_factory=lambda: Package("ppt"))
    size: Size = field(default_factory=lambda: Size(9_144_000, 6_858_000))
    names: dict[str, str] = field(default_factory=dict)
    layouts: dict[str, list[str]] = field(default_factory=dict)
    perhaps: list[Hidden] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def whole(self) -> Convert | Contents:
        main = self.parts.main()
        root, ties = self.parts.xml(main), self.parts.relations(main)
        self.beside.read.add(main)
        refuse_too_deep(root)
        self.beside.told.hidden.update(
            ((h.kind, h.text, h.page), None) for h in properties(self.parts)
        )
        self._tell_the_whole(root)
        self.beside.hear_of_authors()
        shown = list(self._slides(root, ties))
        self.beside.tell_what_is_left()
        read = {name for name in self.parts if _WITH_TEXT.match(name)}
        left = [Hidden(LEFT, words) for words in words_left(self.parts, read, self.beside.told)]
        besides = {
            "hidden": self.beside.told.pieces(),
            "attachments": tuple(self.beside.told.attachments.values()),
            "gaps": tuple(self.beside.told.gaps),
        }
        if not shown:
            for piece in left:
                self.beside.told.hide(piece.kind, piece.text)
            besides["hidden"] = self.beside.told.pieces()
            return Contents(blocks=(Words("This presentation shows no slide."),), **besides)  # type: ignore[arg-type]
        self._put_the_whole(root, ties, shown)
        return Convert(
            content=self.package.packed("ppt/presentation.xml"),
            suffix="pptx",
            words=tuple(self.words),
            perhaps=(*self.perhaps, *left),
            notes=tuple(self.notes),
            **besides,  # type: ignore[arg-type]
        )

    def _slides(self, root: Element, ties: dict[str, Relation]) -> Iterator[str]:
        """Yield the new name of each slide that is shown; tell the others."""
        shown, first = 0, int(_first_number(root) or 1)
        for number, mark in enumerate(within(root, "sldId"), start=1):
            tie = ties.get(next((id for id in ids_named(mark)), ""))
            if tie is None or tie.external or tie.target in self.beside.read:
                continue
            self.beside.read.add(tie.target)
            where = f"slide {number}"
            slide = self.parts.xml(tie.target)
            refuse_too_deep(slide)
            self.beside.tell_comments_of(tie.target, where)
            notes = self.beside.notes_of(tie.target, where)
            if attribute(slide, "show") in ("0", "false"):
                self.beside.tell_slide(tie.target, slide, where, "hidden slide")
                self.beside.told.hide("speaker notes", told_at(where, notes))
                continue
            shown += 1
            if notes:
                self.notes.append(Note(shown, f"Notes of slide {number}", notes))
            slidetext.settle_fields(slide, first + number - 1)
            yield self._taken(tie.target, "slide", slide, where)

    # What is shown

    def _taken(self, part: str, kind: str, root: Element, where: str) -> str:
        """Take a slide, a layout or a master into the new file; return its name there."""
        ties = self.parts.relations(part)
        name = self.names[part] = f"ppt/{kind}s/{kind}{len(self.names)}.xml"
        self.beside.read.add(part)
        self._clean(root, kind, ties, where)
        if kind == "slide":
            self.words += words_of(words_shown(root))
        else:
            self.perhaps.append(Hidden("words of a slide layout", words_shown(root)))
        above = self._above(part, kind, ties)
        if kind == "slideMaster":
            self.layouts.setdefault(name, [])
        elif kind == "slideLayout" and above:
            self.layouts.setdefault(above[0].target, []).append(name)
        self._put(name, kind, root, ties, above)
        return name

    def _above(self, part: str, kind: str, ties: dict[str, Relation]) -> list[Tie]:
        """Return the tie to what a part takes its looks from, and take that in."""
        wanted = _ABOVE[kind]
        for tie in ties.values():
            if tie.kind != wanted or tie.external:
                continue
            if tie.target not in self.names:
                root = self.parts.xml(tie.target)
                refuse_too_deep(root)
                if wanted == "theme":
                    self.names[tie.target] = f"ppt/theme/theme{len(self.names)}.xml"
                    self.beside.read.add(tie.target)
                    slidetext.strip(root)
                    self._put(self.names[tie.target], "theme", root,
                              self.parts.relations(tie.target), [])  # fmt: skip
                else:
                    self._taken(tie.target, wanted, root, "layout")
            return [Tie("above", wanted, self.names[tie.target])]
        return []

    def _clean(self, root: Element, kind: str, ties: dict[str, Relation], where: str) -> None:
        """Leave of a part's tree what is seen."""
        slidetext.choose_alternatives(root, self.beside.told)
        self.beside.tell_names(root, where)
        drawings.tell_descriptions(root, ties, self.beside.told)
        for shape in slidetext.take_out_hidden(root, where, self.beside.told):
            self.beside.tell_ties(ids_named(shape), ties, where)
        for shape in slidetext.take_out_beside(root, self.size, where, self.beside.told):
            self.beside.tell_ties(ids_named(shape), ties, where)
        self._tell_unseen_pictures(root, ties, where)
        self._settle_objects(root, ties)
        self._take_out_recordings(root, ties)
        slidetext.take_out_merged_words(root, where, self.beside.told)
        if kind != "slide":
            slidetext.take_out_prompts(root, where, self.beside.told)
        for element in root.iter():
            if local(element) in ("extLst", "custDataLst",
                                                                  "controls"):  # fmt: skip
                self.beside.tell_ties(ids_named(element), ties, where)
        slidetext.strip(root)

    def _tell_unseen_pictures(self, root: Element, ties: dict[str, Relation], where: str) -> None:
        """Tell pictures that the slide does not show whole; each is a document of its own."""

        def is_clear(id: str) -> bool:
            tie = ties.get(id)
            inside = tie is not None and not tie.external and tie.target in self.parts
            return not inside or tie is None or drawings.is_clear(self.parts.read(tie.target))

        for picture in unseen_pictures(root, is_clear):
            self.beside.told.hide(picture.kind, f"{where}{picture.because}")
            for id in picture.ids:
                if id in ties and not ties[id].external:
                    self.beside.told.attach(self.parts, ties[id].target)

    def _settle_objects(self, root: Element, ties: dict[str, Relation]) -> None:
        """Leave of each embedded file its picture; the file is a document of its own."""
        for mark in within(root, "oleObj"):
            frame = next((a for a in mark.iterancestors() if is_named(a, "graphicFrame")), None)
            above = frame.getparent() if frame is not None else None
            if frame is None or above is None:
                continue
            self.beside.told.hide("name of a drawing", attribute(mark, "name"))
            self.beside.tell_ties([str(i) for i in mark.attrib.values()], ties, "")
            shown = next(iter(within(mark, "pic")), None)
            if shown is None:
                id = self._in_an_older_drawing(attribute(mark, "spid"), ties)
                shown = slidetext.picture(id, frame) if id else None
            if shown is None:
                self.beside.told.gap(_NO_PICTURE)
                above.remove(frame)
            else:
                above.replace(frame, shown)

    def _in_an_older_drawing(self, shape: str, ties: dict[str, Relation]) -> str:
        """Return the id of a picture that only a drawing of the older kind (VML) shows."""
        for tie in list(ties.values()):
            if tie.kind != "vmlDrawing" or tie.external or not shape:
                continue
            self.beside.read.add(tie.target)
            inner = self.parts.relations(tie.target)
            for element in self.parts.xml(tie.target).iter():
                if local(element) == "shape" and shape in element.attrib.values():
                    for data in element.iter():
                        named = inner.get(attribute(data, "relid"))
                        if local(data) == "imagedata" and named is not None:
                            id = f"vml{len(ties)}"
                            ties[id] = Relation(id, "image", named.target, named.external)
                            return id
        return ""

    def _take_out_recordings(self, root: Element, ties: dict[str, Relation]) -> None:
        for mark in within(root, "videoFile", "audioFile", "audioCd", "wavAudioFile",
                           "quickTimeFile", "snd"):  # fmt: skip
            self.beside.tell_ties(ids_named(mark), ties, "")
            self.beside.told.gap(_RECORDINGS)
            slidetext.remove(mark)

    def _put(
        self, name: str, kind: str, root: Element, ties: dict[str, Relation], done: list[Tie]
    ) -> None:
        """Put a part into the new file, with the parts that its elements name."""
        for rest in within(root, "sldLayoutIdLst", "hf"):
            slidetext.remove(rest)
        done = [*done, *cut_pictures(root, ties, self.parts, self.package, self.beside.told)]
        for data in [
            t for i, t in ties.items() if i in ids_named(root) and t.kind == "diagramData"
        ]:
            drawn = ties.get(drawing_of_a_diagram(self.parts.xml(data.target)) or "")
            if drawn is not None and drawn.kind == "diagramDrawing" and not drawn.external:
                done.append(Tie(drawn.id, drawn.kind, self._part_on_a_slide(drawn)))
        kept = tie_in(root, done, lambda named: self._tied(ties.get(named)))
        self.package.put(name, root, _TYPES[kind], kept)

    def _tied(self, tie: Relation | None) -> Tie | None:
        """Take in what a part is tied to, or tell it."""
        if tie is None:
            return None
        if tie.kind == "image" and not tie.external:
            self.beside.read.add(tie.target)
            if tie.target not in self.names:
                picture = drawings.picture_part(self.parts, tie.target, self.beside.told)
                if picture is None:
                    return None
                self.names[tie.target] = self.package.put_picture(*picture)
            return Tie(tie.id, "image", self.names[tie.target])
        if tie.kind in _ON_SLIDES and not tie.external:
            return Tie(tie.id, tie.kind, self._part_on_a_slide(tie))
        self.beside.tell_tie(tie, "")
        return None

    def _part_on_a_slide(self, tie: Relation) -> str:
        """Take in a chart or a part of a diagram; what it holds besides its looks is told."""
        if tie.target in self.names:
            return self.names[tie.target]
        name = self.names[tie.target] = f"ppt/parts/{tie.kind}{len(self.names)}.xml"
        self.beside.read.add(tie.target)
        root, ties = self.parts.xml(tie.target), self.parts.relations(tie.target)
        refuse_too_deep(root)
        slidetext.choose_alternatives(root, self.beside.told)
        drawings.tell_descriptions(root, ties, self.beside.told)
        self.perhaps += said_by(root)
        for element in list(root.iter()):
            if local(element) == "externalData":
                self.beside.tell_ties(ids_named(element), ties, "")
                slidetext.remove(element)
        self._put(name, tie.kind, root, ties, [])
        return name

    def _put_the_whole(self, root: Element, ties: dict[str, Relation], shown: list[str]) -> None:
        """Put in the part that names the slides, and the lists of layouts of each master."""
        whole = etree.Element(f"{P}presentation", nsmap={"p": P[1:-1], "r": TIES[0][1:-1]})
        if _first_number(root):
            whole.set("firstSlideNum", _first_number(root))
        kept: list[Tie] = []
        number = _FIRST_ID
        masters = etree.SubElement(whole, f"{P}sldMasterIdLst")
        for master in self.layouts:
            kept.append(Tie(f"m{len(kept)}", "slideMaster", master))
            etree.SubElement(masters, f"{P}sldMasterId",
                             {"id": str(number), f"{TIES[0]}id": kept[-1].id})  # fmt: skip
            number = self._list_layouts(master, number + 1)
        slides = etree.SubElement(whole, f"{P}sldIdLst")
        for at, slide in enumerate(shown):
            kept.append(Tie(f"s{at}", "slide", slide))
            etree.SubElement(slides, f"{P}sldId",
                             {"id": str(_FIRST_SLIDE + at), f"{TIES[0]}id": f"s{at}"})  # fmt: skip
        for child in root:
            if is_named(child, *_KEPT_OF_THE_WHOLE):
                whole.append(child)
        styles = next(
            (t for t in ties.values() if t.kind == "tableStyles" and not t.external), None
        )
        if styles is not None:
            tree = self.parts.xml(styles.target)
            refuse_too_deep(tree)
            self._put("ppt/tableStyles.xml", "tableStyles", tree, {}, [])
            kept.append(Tie("styles", "tableStyles", "ppt/tableStyles.xml"))
        main = f"{_PRESENTATION}.presentation.main+xml"
        self.package.put("ppt/presentation.xml", whole, main, kept)

    def _list_layouts(self, master: str, number: int) -> int:
        """Name its layouts in a master that was put in before; return the next free number."""
        root = self.package.trees[master]
        listed = etree.Element(f"{P}sldLayoutIdLst")
        for name in self.layouts[master]:
            tie = Tie(f"layout{number}", "slideLayout", name)
            self.package.ties[master].append(tie)
            etree.SubElement(listed, f"{P}sldLayoutId",
                             {"id": str(number), f"{TIES[0]}id": tie.id})  # fmt: skip
            number += 1
        after = [n for n, child in enumerate(root) if local(child) in ("cSld", "clrMap")]
        root.insert(max(after, default=-1) + 1, listed)
        return number

    def _tell_the_whole(self, root: Element) -> None:
        for element in root.iter():
            if local(element) in ("custShow", "section"):
                self.beside.told.hide("name of a group of slides", attribute(element, "name"))
            elif local(element) == "sldSz":
                width, height = attribute(element, "cx"), attribute(element, "cy")
                if width.isdigit() and height.isdigit():
                    self.size = Size(int(width), int(height))


def _first_number(root: Element) -> str:
    """Return the number of the first slide, where it is not 1."""
    number = attribute(root, "firstSlideNum")
    return number if re.fullmatch(r"[0-9]{1,4}", number) else ""
