"""The tree of a slide, made to hold what is seen when it is shown: the rest is taken out and told.

PresentationML is ISO 29500-1 §19, DrawingML §20 and §21.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from redaction.formats.office.container import Element, attribute, local
from redaction.formats.office.told import Told

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
STRICT_P = "{http://purl.oclc.org/ooxml/presentationml/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
STRICT_A = "{http://purl.oclc.org/ooxml/drawingml/main}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNDERSTOOD = {"a14", "p14", "a16", "p15"}
_SHAPES = {"sp", "pic", "graphicFrame", "grpSp", "cxnSp", "contentPart"}
_NOT_SHOWN = {"timing", "transition", "custDataLst", "controls", "extLst"}
_FURNITURE = {"dt": "date", "ftr": "footer", "sldNum": "number", "hdr": "header"}
_PROMPT = re.compile(
    r"((click|tap) (to|icon to) (edit|add)\b.*|(second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth) (outline )?level|edit master .*|click to move the slide|footer|header|\W*#?\W*"
    r"|<(number|header|footer|date/time|#)>|[\d/.\s-]*)",
    re.IGNORECASE | re.DOTALL,
)

_MARK = re.compile(r"<(number|header|footer|date/time|#)>|‹#›")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the slides are, in EMU (360,000 to a centimetre)."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a slide something stands, in EMU."""

    left: float
    top: float
    width: float
    height: float


def is_named(element: Element, *names: str) -> bool:
    """Say whether an element is one of DrawingML's or PresentationML's, of one of these names."""
    return str(element.tag).startswith((P, STRICT_P, A, STRICT_A)) and local(element) in names


def within(root: Element, *names: str) -> list[Element]:
    """Return elements of these names, in order; the tree may be changed while they last."""
    return [element for element in root.iter() if is_named(element, *names)]


def words_shown(root: Element, *, say_struck: bool = False) -> str:
    """Return the words of a tree, each paragraph on a line.

    With `say_struck`, words about what is struck out stand around it: no line will be drawn.
    """
    out = []
    for element in root.iter():
        if local(element) == "t":
            out.append(struck_or_not(element) if say_struck else element.text or "")
        elif local(element) in ("br", "tab"):
            out.append("\v" if local(element) == "br" else " ")
        elif local(element) == "p":
            out.append("\n")
    lines = (line.replace("\v", "\n") for line in "".join(out).split("\n"))
    return "\n".join(line.strip() for line in lines if line.strip())


def struck_or_not(text: Element) -> str:
    """Return the text of a run, with words around it where it is struck out."""
    run, said = text.getparent(), text.text or ""
    looks = [c for c in run if local(c) == "rPr"] if run is not None else []
    struck = any(attribute(c, "strike", "noStrike") != "noStrike" for c in looks)
    return f"[struck out: {said}]" if struck and said.strip() else said


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    above = element.getparent()
    if above is not None:
        above.remove(element)


def kind_of_placeholder(shape: Element) -> str | None:
    """Return what a shape stands in for ("title", "ftr"), or None where it is no placeholder."""
    for part in shape:
        if local(part).startswith("nv"):
            for mark in within(part, "ph"):
                return attribute(mark, "type", "obj")
    return None


def choose_alternatives(root: Element, told: Told) -> None:
    """Leave one version of what was written in several for older programs."""
    for element in list(root.iter(f"{_COMPATIBLE}AlternateContent")):
        branches = list(element)
        chosen = next((b for b in branches if _is_understood(b)), None)
        if chosen is None:
            chosen = next((b for b in branches if local(b) == "Fallback"), None)
        shown = set(words_shown(chosen).split()) if chosen is not None else set[str]()
        for branch in branches:
            if branch is not chosen and set(words_shown(branch).split()) - shown:
                told.hide("other version of a drawing", words_shown(branch))
        above = element.getparent()
        if above is not None:
            at = above.index(element)
            above[at : at + 1] = list(chosen) if chosen is not None else []


def _is_understood(branch: Element) -> bool:
    wanted = branch.get("Requires", "").split()
    drawn_by_hand = any(local(e) == "contentPart" for e in branch.iter())
    return local(branch) == "Choice" and set(wanted) <= _UNDERSTOOD and not drawn_by_hand


def shapes_of(root: Element) -> Iterator[Element]:
    """Yield the shapes of a slide, also those in groups; the tree may be changed meanwhile."""
    for tree in within(root, "spTree", "grpSp"):
        yield from [shape for shape in tree if is_named(shape, *_SHAPES)]


def take_out_hidden(root: Element, where: str, told: Told) -> list[Element]:
    """Take out shapes that are switched off; return them, to be told with what they hold."""
    gone = []
    for shape in shapes_of(root):
        marks = [mark for part in shape if local(part).startswith("nv") for mark in part]
        if any(local(mark) == "cNvPr" and _is_on(attribute(mark, "hidden")) for mark in marks):
            told.hide("hidden shape", told_at(where, words_shown(shape)))
            remove(shape)
            gone.append(shape)
    return gone


def take_out_beside(root: Element, size: Size, where: str, told: Told) -> list[Element]:
    """Take out shapes that stand wholly beside the slide; return them."""
    gone = []
    for shape in shapes_of(root):
        if shape.getparent() is None or not _is_beside(shape, size):
            continue
        told.hide("shape beside the slide", told_at(where, words_shown(shape)))
        remove(shape)
        gone.append(shape)
    return gone


def told_at(where: str, words: str) -> str:
    """Return words with the place that they stand at, or nothing where there are none."""
    return f"{where}: {words}" if words.strip() else ""


def _is_beside(shape: Element, size: Size) -> bool:
    box = _box(shape)
    if box is None:
        return False
    left, top, width, height = box
    if is_turned(shape):  # it may reach in by a corner
        side = max(width, height)
        box = left - (side - width) / 2, top - (side - height) / 2, side, side
    at = _on_slide(shape, box)
    if at is None:
        return False
    across = at.left >= size.width or at.left + at.width <= 0
    return across or at.top >= size.height or at.top + at.height <= 0


def place_of(shape: Element) -> Place | None:
    """Return where on the slide a shape stands, or None where it does not say so itself."""
    box = _box(shape)
    return None if box is None else _on_slide(shape, box)


def _on_slide(shape: Element, box: tuple[float, float, float, float]) -> Place | None:
    """Return where a box of a shape is on the slide; None where a group of it is turned."""
    left, top, width, height = box
    for group in shape.iterancestors():
        if is_named(group, "grpSp"):
            inner, outer = _box(group, "chOff", "chExt"), _box(group)
            if inner is None or outer is None or is_turned(group):
                return None
            across = outer[2] / inner[2] if inner[2] else 1.0
            down = outer[3] / inner[3] if inner[3] else 1.0
            left, width = outer[0] + (left - inner[0]) * across, width * across
            top, height = outer[1] + (top - inner[1]) * down, height * down
    return Place(left, top, width, height)


def _box(
    shape: Element, offset: str = "off", extent: str = "ext"
) -> tuple[float, float, float, float] | None:
    """Return left, top, width and height as the shape itself says, or None where it does not."""
    for part in shape:
        form = (
            part if local(part) == "xfrm" else next((c for c in part if local(c) == "xfrm"), None)
        )
        if form is None or not (local(part) == "xfrm" or local(part) in ("spPr", "grpSpPr")):
            continue
        at = next((c for c in form if local(c) == offset), None)
        by = next((c for c in form if local(c) == extent), None)
        if at is None or by is None:
            return None
        try:
            return (float(attribute(at, "x")), float(attribute(at, "y")),
                    float(attribute(by, "cx")), float(attribute(by, "cy")))  # fmt: skip
        except ValueError:
            return None
    return None


def is_turned(shape: Element) -> bool:
    """Say whether a shape is turned by an angle."""
    for part in shape:
        if local(part) in ("spPr", "grpSpPr", "xfrm"):
            for form in part.iter():
                if local(form) == "xfrm":
                    return attribute(form, "rot", "0") != "0"
    return False


def settle_fields(root: Element, number: int) -> None:
    """Leave of each field the words that its author saw: a date would become today's.

    `number` is the slide's own: it stays what it was when slides before it are not shown.
    """
    for element in within(root, "fld"):
        element.tag = str(element.tag).replace("}fld", "}r")
        if attribute(element, "type") == "slidenum":
            for text in within(element, "t"):
                text.text = str(number)
        element.attrib.clear()
        for child in list(element):
            if local(child) not in ("rPr", "t"):
                element.remove(child)


def take_out_merged_words(root: Element, where: str, told: Told) -> None:
    """Take out words of cells that another cell of their table covers."""
    for cell in within(root, "tc"):
        if _is_on(attribute(cell, "hMerge")) or _is_on(attribute(cell, "vMerge")):
            told.hide("hidden text", told_at(where, words_shown(cell)))
            for text in within(cell, "t"):
                text.text = ""


def is_prompt(line: str) -> bool:
    """Say whether a program wrote a line, to ask its reader for words."""
    return bool(_PROMPT.fullmatch(line.strip()))


def without_marks(words: str) -> str:
    """Return words without the lines that a program puts in the place of numbers and dates."""
    return "\n".join(line for line in words.split("\n") if not _MARK.fullmatch(line.strip()))


def take_out_prompts(root: Element, where: str, told: Told) -> None:
    """Take out what placeholders of a layout say: no slide shows it, a program may."""
    for shape in shapes_of(root):
        if kind_of_placeholder(shape) is None:
            continue
        words = [line for line in words_shown(shape).split("\n") if not is_prompt(line)]
        told.hide("words of a slide layout", told_at(where, "\n".join(words)))
        for body in within(shape, "txBody"):
            for paragraph in within(body, "p"):
                for child in list(paragraph):
                    if not is_named(child, "pPr", "endParaRPr"):
                        paragraph.remove(child)


def strip(root: Element) -> None:
    """Take out what moves or is kept for programs, and the words of attributes (told before)."""
    for element in list(root.iter()):
        # Letters bent to a shape would be drawn as outlines, in which nobody could find a name.
        if local(element) in _NOT_SHOWN or local(element) == "prstTxWarp":
            remove(element)
        elif local(element) == "cNvPr":
            for key in ("descr", "title"):
                element.attrib.pop(key, "")
            element.set("name", "")
        else:
            element.attrib.pop("userDrawn", "")


def picture(id: str, frame: Element) -> Element | None:
    """Return a picture in the place of a frame, showing the part that `id` is tied to."""
    box = _box(frame)
    if box is None:
        return None
    made: Element = etree.fromstring(_PICTURE)
    off, ext = (next(e for e in made.iter(f"{A}{name}")) for name in ("off", "ext"))
    for element, keys, values in ((off, "xy", box[:2]), (ext, ("cx", "cy"), box[2:])):
        for key, value in zip(keys, values, strict=True):
            element.set(key, str(int(value)))
    next(made.iter(f"{A}blip")).set(f"{{{_TIES}}}embed", id)
    return made


_TIES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PICTURE = (
    f'<p:pic xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}" xmlns:r="{_TIES}"><p:nvPicPr>'
    '<p:cNvPr id="0" name=""/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip/><a:stretch>'
    "<a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off/><a:ext/></a:xfrm>"
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
)


def furniture(shape: Element) -> str | None:
    """Return "date", "footer", "number" or "header" for the shapes that frame a page."""
    return _FURNITURE.get(kind_of_placeholder(shape) or "")


def _is_on(value: str) -> bool:
    return value in ("1", "true", "on")
