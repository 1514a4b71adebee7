"""Words in a workbook's parts that no page shows, as in other Office files, and in its own places.

Those are formulas, forms of numbers, how words are pronounced, and cells under others. Which
attributes a person writes in is named here (ISO 29500-1 §18, [MS-XLSX] §2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from openpyxl.utils.cell import coordinate_to_tuple

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.office.container import Element, Parts, attribute, local, text_in
from redaction.formats.office.told import Told
from redaction.formats.office.wordleft import DESCRIBING, Kind, words_left

LEFT = "words left in the file"
_WRITTEN = frozenset(
    [
        "alt", "c", "caption", "codeName", "colHeaderCaption", "comment", "dataCaption",
        "ddeService", "ddeTopic", "description", "destinationFile", "display", "displayName",
        "errorCaption", "fileName", "first", "grandTotalCaption", "help", "href", "linkTarget",
        "location", "macro", "missingCaption", "n", "name", "odcFile", "prompt", "promptTitle",
        "refersTo", "refreshedBy", "rowHeaderCaption", "sheet", "sourceFile", "sourceName",
        "statusBar", "string", "text", "textlink", "title", "tooltip", "totalsRowLabel",
        "uniqueName", "url", "user", "userName", "v",
    ]
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]{3}")
_USUAL = re.compile(
    r"(\$?[A-Z]{1,3}\$?\d+|true|false|auto|none|Sheet\d*|Chart\d*|Table\d*|ThisWorkbook|Values"
    r"|Page( of)?|(Table|Pivot|Slicer|Timeline)Style\w*|XL[A-Z]+|_\w+|#.*|\{[0-9A-F-]{36}\}"
    r"|(http://schemas|urn:schemas|https?://purl)\S*)",
    re.IGNORECASE | re.DOTALL,
)
_PRINTED = re.compile(r"&(\"[^\"]*\"|K[0-9A-Fa-f]{6}|[A-Z]|\d+)")
_CALLED = re.compile(r"(_xl\w+\.)*[A-Z][A-Z0-9.]*(?=\()|\$?\b[A-Z]{1,3}\$?\d+\b|\b(TRUE|FALSE)\b")
_SAID = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]{5,})')  # longer than the name of a currency
_PROGRAMS = re.compile(
    r"(\[Content_Types\]\.xml|docProps/.*|.*/theme/.*|.*/calcChain\.xml"
    r"|.*/charts/(style|colors)\d*\.xml|.*/itemProps\d*\.xml|.*/rdrichvaluestructure\.xml"
    r"|.*/rdRichValueTypes\.xml)",
    re.IGNORECASE,
)


def tell_left(parts: Parts, told: Told, shown: Iterable[str]) -> None:
    """Tell the words of a workbook's parts that are neither shown nor told yet."""
    known = _Known([*shown, *(text for _, text, _ in told.hidden)])
    for words in words_left(parts, set(), told, _WORKBOOK, known):
        told.hide(LEFT, words)
    for name in parts:
        if _PROGRAMS.fullmatch(name) or not name.endswith((".xml", ".vml")):
            continue
        try:
            root = parts.xml(name)
        except Refused:  # VML is often no XML: Excel itself writes <br> without an end
            if name.endswith(".xml"):
                raise
            continue
        if name.endswith("/styles.xml"):
            pieces = _of_styles(root)
        elif name.endswith("/sharedStrings.xml"):
            pieces = _spoken_as(root)
        else:
            pieces = _of_part(root)
        for kind, words in pieces:
            if words not in known:
                told.hide(kind, words)


def _says_something(text: str) -> bool:
    """Say whether a text has a word in it that is no program's."""
    return bool(_WORD.search(text)) and not _USUAL.fullmatch(text.strip())


def data_in_attributes(root: Element) -> Iterator[str]:
    """Yield the words in attributes of data bound to a file, not of what describes the data."""
    if local(root) not in DESCRIBING:
        for element in root.iter("*"):
            yield from (str(value) for value in element.values() if _says_something(str(value)))


class _Known:
    """Texts that a reader is shown already."""

    def __init__(self, texts: Iterable[str]) -> None:
        solid = [_solid(text) for text in texts]
        self._whole = set(solid)
        self._together = "\n".join(solid)

    def __contains__(self, text: object) -> bool:
        solid = _solid(str(text))
        return solid in self._whole or solid in self._together


def _solid(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _of_part(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter("*"):
        text = (element.text or "").strip()
        if local(element) in _FORMULAS:
            if _says_something(_CALLED.sub(" ", text)):
                yield "formula", text
        elif local(element) == "formatCode":
            yield from ((LEFT, said) for said in _said_by_form(text))
    yield from _under_merged_cells(root)


def _of_styles(root: Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        if local(element) == "numFmt":
            for said in _said_by_form(attribute(element, "formatCode")):
                yield "words that a number's form adds", said


def _spoken_as(root: Element) -> Iterator[tuple[str, str]]:
    """Yield how a cell's words are pronounced, which no page shows (§18.4.6)."""
    for run in root.iter():
        if local(run) == "rPh":
            yield LEFT, text_in(run)


def _said_by_form(form: str) -> Iterator[str]:
    """Yield what a form of numbers adds to them, where it is words (§18.8.31)."""
    said = "".join(m[1] or m[2] or m[3] or "" for m in _SAID.finditer(form)).strip()
    if _says_something(said):
        yield said


def _under_merged_cells(root: Element) -> Iterator[tuple[str, str]]:
    """Yield the numbers under cells that are merged; words there are found as words."""
    under = set[tuple[int, int]]()
    for merged in root.iter():
        if local(merged) == "mergeCell":
            corners = _CORNERS.fullmatch(attribute(merged, "ref"))
            if corners is None:
                continue
            top, left = coordinate_to_tuple(corners[1])
            bottom, right = coordinate_to_tuple(corners[2])
            if (right - left + 1) * (bottom - top + 1) <= _MOST_MERGED:
                under |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)}
                under.discard((top, left))
    for cell in root.iter() if under else ():
        if local(cell) == "c" and attribute(cell, "t") not in ("s", "str", "inlineStr"):
            place = attribute(cell, "r")
            value = "".join(v.text or "" for v in cell if local(v) == "v")
            if (
                value
                and re.fullmatch(r"[A-Z]{1,3}[1-9]\d{0,6}", place)
                and coordinate_to_tuple(place) in under
            ):
                yield "cell under another", f"{place}: {value}"


_FORMULAS = frozenset(["f", "formula", "formula1", "formula2"])
_WORKBOOK = Kind(
    own=frozenset(
        """
        arial bag cache caches calc calcchain calibri connection connections currency comma
        definition definitions dependencies div drawing external feature filter links
        lists metadata named percent person persons pivot prop ranges rdrichvalue records
        revisions rich shared slicer slicers strings this threaded timeline timelines timeslicer
        users vlookup volatile workbooks worksheets xlnm years
        """.split()  # noqa: SIM905 - read as words
    ),
    strings=_WRITTEN,
    elsewhere=_FORMULAS | {"formatCode", "@formatCode"},
    passed_over=_PROGRAMS,
    plain=lambda text: _PRINTED.sub(" ", text),
)
_CORNERS = re.compile(r"([A-Z]{1,3}[1-9]\d{0,6}):([A-Z]{1,3}[1-9]\d{0,6})")
_MOST_MERGED = 100_000
