"""The tree of a Word part, made to hold what is seen: changes accepted, codes taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from redaction.formats.office.container import Element, attribute, local
from redaction.formats.office.told import Told
from redaction.formats.office.wordleft import said_in_code

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT_W = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
STRICT_MATH = "{http://purl.oclc.org/ooxml/officeDocument/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNDERSTOOD = {"wps", "wpg", "wp14", "w14", "a14", "w15", "w16", "p14"}
_GONE = {"del", "moveFrom"}
_COME = {"ins", "moveTo"}
_WRAPPERS = {"smartTag", "customXml", "hyperlink", "dir", "bdo"}
_MARKS = {
    "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef",
    "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "permStart", "permEnd", "proofErr",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
    "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "cellIns", "cellMerge",
}  # fmt: skip
_LIVE = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|FORMCHECKBOX|FORMDROPDOWN|SYMBOL|EQ)\b", re.I)
_SAYS_NOTHING = re.compile(
    r"\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|REF|NOTEREF|TOC|SEQ|STYLEREF|FORMTEXT|DATE"
    r"|FORMCHECKBOX|FORMDROPDOWN|TIME|CREATEDATE|SAVEDATE|PRINTDATE|LISTNUM|AUTONUM|SYMBOL|EQ|=)\b",
    re.IGNORECASE,
)
_ORDINARY = re.compile(r"(_.*|Text\d+|Check\d+|Dropdown\d+|OLE_LINK\d+)")


def is_live(code: str) -> bool:
    """Say whether a field counts or draws, and has to stay a field."""
    return bool(_LIVE.match(code))


def says_nothing(code: str) -> bool:
    """Say whether a field's code names nothing but a place, a number or a time."""
    return bool(_SAYS_NOTHING.match(code))


def is_ordinary(name: str) -> bool:
    """Say whether a bookmark has a name that a program gave it."""
    return bool(_ORDINARY.fullmatch(name))


def is_word(element: Element, *names: str) -> bool:
    """Say whether an element is one of Word's, of one of these names."""
    tag = str(element.tag)
    return tag.startswith((W, STRICT_W)) and local(element) in names


def within(root: Element, *names: str) -> list[Element]:
    """Return Word's elements of these names, in order; the tree may be changed while they last."""
    return [element for element in root.iter() if is_word(element, *names)]


def words_shown(root: Element) -> str:
    """Return the words of a tree as they stand, each paragraph on a line."""
    out = []
    for element in root.iter():
        if is_word(element, "t", "delText"):
            out.append(element.text or "")
        elif is_word(element, "tab", "br", "cr", "ptab"):
            out.append(" ")
        elif is_word(element, "p", "footnote", "endnote"):
            out.append("\n")
    return "".join(out).strip()


def remove(element: Element) -> None:
    """Take an element out of its tree."""
    above = element.getparent()
    if above is not None:
        above.remove(element)


def unwrap(element: Element, inner: Element | None = None) -> None:
    """Put an element's children, or another's, in its place."""
    above = element.getparent()
    if above is None:
        return
    at = above.index(element)
    above[at : at + 1] = list(element if inner is None else inner)


def choose_alternatives(root: Element, told: Told) -> None:
    """Leave one version of what was written in several for older programs."""
    for element in list(root.iter(f"{MC}AlternateContent")):
        branches = [child for child in element if isinstance(child.tag, str)]
        chosen = next((b for b in branches if _is_understood(b)), None)
        if chosen is None:
            chosen = next((b for b in branches if local(b) == "Fallback"), None)
        shown = set(_plain(chosen).split()) if chosen is not None else set()
        for branch in branches:
            if branch is not chosen:
                if set(_plain(branch).split()) - shown:
                    told.hide("other version of a drawing", _plain(branch))
                element.remove(branch)


def _is_understood(branch: Element) -> bool:
    wanted = branch.get("Requires", "").split()
    return local(branch) == "Choice" and bool(wanted) and set(wanted) <= _UNDERSTOOD


def _plain(element: Element) -> str:
    texts = (e.text or "" for e in element.iter() if local(e) in ("t", "delText"))
    return " ".join(text for text in texts if text.strip())


def accept_changes(root: Element, told: Told) -> None:
    """Leave the text as its last author wanted it; what was deleted is told, and who did it."""
    for element in root.iter():
        if isinstance(element.tag, str) and (author := attribute(element, "author")):
            told.hide("author of a change or comment", author)
    for row in within(root, "tr"):
        if any(is_word(mark, "del") for properties in row for mark in properties
               if is_word(properties, "trPr")):  # fmt: skip
            told.hide("deleted text", words_shown(row))
            remove(row)
    for mark in within(root, "cellDel"):
        cell = next((above for above in mark.iterancestors() if is_word(above, "tc")), None)
        for paragraph in within(cell, "p") if cell is not None else ():
            told.hide("deleted text", words_shown(paragraph))
            for child in list(paragraph):
                if not is_word(child, "pPr"):
                    remove(child)
        remove(mark)
    merged = [p for p in within(root, "p") if _mark_is_gone(p)]
    _take_out(within(root, *_GONE), "deleted text", told)
    for element in within(root, *_COME):
        unwrap(element)
    for element in list(root.iter()):
        if isinstance(element.tag, str) and local(element).endswith("Change"):
            remove(element)
    for paragraph in merged:
        _merge_into_next(paragraph)


def _mark_is_gone(paragraph: Element) -> bool:
    properties = [c for p in paragraph if is_word(p, "pPr") for c in p]
    if any(is_word(p, "sectPr") for p in properties):
        return False
    return any(is_word(c, *_GONE) for p in properties if is_word(p, "rPr") for c in p)


def _merge_into_next(paragraph: Element) -> None:
    """Join two paragraphs of which the mark between was deleted: a name may stand across it."""
    following = paragraph.getnext()
    if following is None or not is_word(following, "p"):
        return
    content = [child for child in paragraph if not is_word(child, "pPr")]
    at = 1 if len(following) and is_word(following[0], "pPr") else 0
    following[at:at] = content
    remove(paragraph)


def _take_out(elements: Sequence[Element], kind: str, told: Told) -> None:
    """Take elements out, and tell the words of neighbours as one: a name may be parted."""
    runs: list[list[Element]] = []
    for element in elements:
        if runs and element.getprevious() is runs[-1][-1]:
            runs[-1].append(element)
        else:
            runs.append([element])
    for run in runs:
        told.hide(kind, "".join(words_shown(element) or _spaces(element) for element in run))
        for element in run:
            remove(element)


def set_equations(root: Element) -> bool:
    """Set each equation as a line of its signs, and say whether there was one.

    LibreOffice may be without the program that draws equations: their words would be on no page.
    """
    word = STRICT_W if str(root.tag).startswith(STRICT_W) else W
    found = False
    for element in [e for e in root.iter() if _is_math(e, "oMath")]:
        above = element.getparent()
        if above is None or any(_is_math(a, "oMath") for a in element.iterancestors()):
            continue
        unwrap(element, _as_runs(element, word))
        found = True
    for element in [e for e in root.iter() if _is_math(e, "oMathPara")]:
        for child in [c for c in element if _is_math(c, "oMathParaPr")]:
            remove(child)
        unwrap(element)
    return found


def _as_runs(equation: Element, word: str) -> Element:
    """Return the runs of an equation as runs of text, each with its own look."""
    made = equation.makeelement(f"{word}runs", {}, {})
    for run in [e for e in equation.iter() if _is_math(e, "r") or is_word(e, "r")]:
        line = etree.SubElement(made, f"{word}r")
        line.extend(deepcopy(child) for child in run if is_word(child, "rPr"))
        said = "".join(e.text or "" for e in run.iter() if local(e) == "t")
        text = etree.SubElement(line, f"{word}t")
        text.text = said
        text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if (over := run.getparent()) is not None and _is_math(over, "num"):
            text.text += "/" if over[-1] is run else ""
    return made


def _is_math(element: Element, *names: str) -> bool:
    return str(element.tag).startswith((MATH, STRICT_MATH)) and local(element) in names


def straighten_letters(root: Element) -> None:
    """Set letters that are bent to a shape ("WordArt") as plain text in their place.

    Drawn they would be outlines, in which neither a detector nor the proof can read a name.
    """
    word = STRICT_W if str(root.tag).startswith(STRICT_W) else W
    for warp in [e for e in root.iter() if local(e) == "prstTxWarp"]:
        remove(warp)
    for path in [e for e in root.iter() if local(e) == "textpath" and "vml" in str(e.tag)]:
        said = attribute(path, "string")
        shape = path.getparent()
        picture = next((a for a in path.iterancestors() if is_word(a, "pict", "object")), None)
        if shape is None or picture is None or local(shape) == "shapetype":
            remove(path)
            continue
        if said:
            text = picture.makeelement(f"{word}t", {}, {})
            text.text = f" {said} "
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            picture.addnext(text)
        remove(shape)


def _spaces(element: Element) -> str:
    return "".join(e.text or "" for e in element.iter() if is_word(e, "t", "delText"))


def take_out_marks(root: Element, told: Told) -> None:
    """Take out marks of comments and permissions, and what wraps text without being seen."""
    for element in within(root, "bookmarkStart"):
        name = attribute(element, "name")
        if not is_ordinary(name):
            told.hide("bookmark name", name)
    for element in within(root, *_MARKS):
        if is_word(element, "permStart"):
            told.hide("who may change a place", attribute(element, "ed"))
        elif is_word(element, "moveFromRangeStart", "moveToRangeStart"):
            name = attribute(element, "name")
            told.hide("bookmark name", "" if re.fullmatch(r"move\d+", name) else name)
        remove(element)
    for element in within(root, "tblCaption", "tblDescription"):
        told.hide("alternative text", attribute(element, "val"))
        remove(element)
    for element in within(root, "numberingChange"):
        told.hide("earlier number of a paragraph", _numbered(attribute(element, "original")))
    for element in within(root, "fldData", "control"):
        remove(element)
    for element in within(root, "sdt"):
        _tell_control(element, told)
        inner = next((child for child in element if is_word(child, "sdtContent")), None)
        if inner is None:
            remove(element)
        else:
            unwrap(element, inner)
    for element in within(root, *_WRAPPERS):
        for name in ("tooltip", "element", "docLocation"):
            told.hide("link" if is_word(element, "hyperlink") else "name of a field",
                      attribute(element, name))  # fmt: skip
        for child in list(element):
            if is_word(child, "smartTagPr", "customXmlPr"):
                for value in child:
                    told.hide("data bound to a field", attribute(value, "val"))
                remove(child)
        unwrap(element)
    for element in within(root, "ffData"):
        for piece in element.iter():
            if is_word(piece, "name", "helpText", "statusText", "default", "listEntry"):
                said = attribute(piece, "val")
                if len(said) > 1 and not is_ordinary(said):
                    told.hide("help or choice of a field", said)


def _numbered(form: str) -> str:
    """Return the words in a number's form, such as "%1:1:0:." (ISO 29500-1 §17.13.5.21)."""
    return form if re.search(r"[^\W\d_]{2}", form) else ""


def _tell_control(element: Element, told: Told) -> None:
    for properties in element:
        if not is_word(properties, "sdtPr"):
            continue
        for child in properties.iter():
            if is_word(child, "alias", "tag"):
                told.hide("name of a field", attribute(child, "val"))
            elif local(child) == "listItem":
                told.hide("choice of a field", attribute(child, "displayText"))
                told.hide("choice of a field", attribute(child, "value"))


@dataclass(slots=True)
class _Field:
    """A field that is being read: its code first, then its result."""

    begin: Element
    in_code: bool = True
    code: list[str] = field(default_factory=list)
    pieces: list[Element] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)
    nested: bool = False


def settle_fields(root: Element, told: Told) -> None:
    """Leave of each field the result that its author saw; page numbers go on counting."""
    for element in within(root, "fldSimple"):
        code = attribute(element, "instr")
        _tell_code(code, told)
        if not is_live(code):
            unwrap(element)
    open_fields: list[_Field] = []
    gone: list[Element] = []
    for element in list(root.iter()):
        parent = element.getparent()
        if parent is None or not is_word(parent, "r") or is_word(element, "rPr"):
            continue
        if is_word(element, "fldChar"):
            _step(element, open_fields, gone, told)
            continue
        for outer in open_fields:
            if outer.in_code:
                outer.code.append(element.text or "")
                outer.pieces.append(element)
    for left in open_fields:  # never ended: a program may show anything of it
        told.hide("field code", "".join(left.code))
        gone += [*left.marks, *(left.pieces if left.in_code else ())]
    for element in gone:
        remove(element)


def _step(mark: Element, open_fields: list[_Field], gone: list[Element], told: Told) -> None:
    kind = attribute(mark, "fldCharType")
    if kind == "begin":
        for outer in open_fields:
            outer.nested = True
        open_fields.append(_Field(mark, marks=[mark]))
        return
    if not open_fields:
        gone.append(mark)
        return
    inner = open_fields[-1]
    inner.marks.append(mark)
    if kind == "separate":
        inner.in_code = False
    elif kind == "end":
        open_fields.pop()
        code = "".join(inner.code)
        _tell_code(code, told)
        inside_code = any(outer.in_code for outer in open_fields)
        if inside_code or inner.nested or not is_live(code):
            gone += [*inner.marks, *inner.pieces]


def _tell_code(code: str, told: Told) -> None:
    if code.strip() and (said_in_code(code) or not says_nothing(code)):
        told.hide("field code", " ".join(code.split()))


class Styles:
    """Which styles hide the text that is set in them."""

    def __init__(self, root: Element | None) -> None:
        self._own: dict[str, bool | None] = {}
        self._above: dict[str, str] = {}
        for style in within(root, "style") if root is not None else ():
            name = attribute(style, "styleId")
            based = next((attribute(c, "val") for c in style if is_word(c, "basedOn")), "")
            marks = [c for p in style if is_word(p, "rPr") for c in p if is_word(c, "vanish")]
            self._own[name] = _is_on(marks[0]) if marks else None
            self._above[name] = based

    def hides(self, name: str) -> bool:
        """Say whether a style, or what it is based on, hides its text."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            own = self._own.get(name)
            if own is not None:
                return own
            name = self._above.get(name, "")
        return False


def take_out_hidden(root: Element, styles: Styles, told: Told) -> None:
    """Take out text that is set hidden, and rows that are."""
    for mark in within(root, "hidden"):
        row = next((above for above in mark.iterancestors() if is_word(above, "tr")), None)
        if row is not None and _is_on(mark):
            told.hide("hidden text", words_shown(row))
            remove(row)
    runs = [run for run in within(root, "r") if _is_hidden(run, styles)]
    # What stands in the run and is drawn goes with it: Word does not show it either.
    _take_out(runs, "hidden text", told)


def _is_hidden(run: Element, styles: Styles) -> bool:
    named = ""
    for mark in _properties(run, "rPr"):
        if is_word(mark, "vanish", "specVanish"):
            return _is_on(mark)
        if is_word(mark, "rStyle"):
            named = attribute(mark, "val")
    paragraph = next((above for above in run.iterancestors() if is_word(above, "p")), None)
    of_paragraph = ""
    for mark in _properties(paragraph, "pPr") if paragraph is not None else ():
        if is_word(mark, "pStyle"):
            of_paragraph = attribute(mark, "val")
    # Hidden twice is shown: ISO 29500-1 17.7.3, toggle properties.
    return styles.hides(named) != styles.hides(of_paragraph)


def _properties(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        if is_word(child, name):
            yield from child


def _is_on(element: Element) -> bool:
    return attribute(element, "val", "true") not in ("0", "false", "off")


def notes_without_mark(root: Element, used: Iterable[str], told: Told) -> None:
    """Take out foot- and endnotes to which no mark leads any more: nobody sees them."""
    kept = set(used)
    for note in within(root, "footnote", "endnote"):
        special = attribute(note, "type") not in ("", "normal")
        if not special and attribute(note, "id") not in kept:
            told.hide("note without a mark", words_shown(note))
            remove(note)
