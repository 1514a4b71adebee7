"""Which letters of which fonts a page form shows: codes by font and page, of those with ink."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from redaction.formats.pdf.streams import contents, unpacked

_WANTED = "q Q Tf Tr Tj TJ ' \" Do gs"
_UNSEEN = 3  # the text rendering mode without ink (ISO 32000-1 §9.3.6)
_DEEPEST = 16
_CODESPACE = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>")
_SHIFT_JIS = re.compile(r"/.*RKSJ.*")
_ALWAYS_TWO = re.compile(r"/(?:Identity-[HV]|.*(?:UCS2|UTF16).*|[HV]|Ext-[HV]|Add-[HV])")

Key = tuple[int, int]
Codes = dict[Key, set[bytes]]
Splitter = Callable[[bytes], Iterator[bytes]]


@dataclass(slots=True)
class Usage:
    """The fonts of a page form, and which of their codes each page shows. Pages count from 1."""

    fonts: dict[Key, Object] = field(default_factory=dict)
    pages: dict[int, Codes] = field(default_factory=dict)

    def codes(self, key: Key) -> list[bytes]:
        """Return all codes that are shown of a font."""
        return sorted(set().union(*(page.get(key, set()) for page in self.pages.values())))


def usage_of(pdf: Pdf) -> Usage:
    """Look through a page form, whose fonts all have numbers of their own (naming.py)."""
    walk = _Walk()
    for number, page in enumerate(pdf.pages, start=1):
        shown: Codes = {}
        resources = page.obj.get("/Resources")
        if isinstance(resources, Dictionary):
            walk.stream(pdf.make_stream(contents(page.obj)), resources, shown, None, 0)
        walk.usage.pages[number] = shown
    return walk.usage


class _Walk:
    """Follows the strings of one file's pages; what a form shows is looked up once."""

    def __init__(self) -> None:
        self.usage = Usage()
        self._splitters: dict[Key, Splitter] = {}
        self._strings: dict[Key, set[bytes]] = {}
        self._forms: dict[tuple[Key, Key | None], Codes] = {}

    def stream(
        self, stream: Object, resources: Object, shown: Codes, font: Key | None, depth: int
    ) -> None:
        """Add what a stream shows, and the forms that it draws; `font` is set when it begins."""
        fonts, things = resources.get("/Font"), resources.get("/XObject")
        states = resources.get("/ExtGState")
        mode, saved = 0, list[tuple[Key | None, int]]()
        strings: dict[Key, set[bytes]] = {}
        for one in _instructions(stream):
            operands = one.operands
            match str(one.operator):
                case "q":
                    saved.append((font, mode))
                case "Q":
                    font, mode = saved.pop() if saved else (font, mode)
                case "Tf":
                    font = self._known(_of(fonts, operands[0])) if len(operands) else None
                case "gs":
                    state = _of(states, operands[0]) if len(operands) else None
                    if state is not None and "/Font" in state:
                        font = self._known(state["/Font"][0])
                case "Tr":
                    mode = int(operands[0]) if len(operands) else 0
                case "Do":
                    form = _of(things, operands[0]) if len(operands) else None
                    if isinstance(form, pikepdf.Stream) and form.get("/Subtype") == Name.Form:
                        self._form(form, resources, shown, font, depth)
                case _ if font is not None and mode != _UNSEEN and len(operands):
                    _note(operands[-1], strings.setdefault(font, set()))
        for key, texts in strings.items():
            codes = shown.setdefault(key, set())
            for text in texts:
                codes.update(self._splitters[key](text))

    def _form(
        self, form: Object, outer: Object, shown: Codes, font: Key | None, depth: int
    ) -> None:
        if depth >= _DEEPEST:
            return
        key = form.objgen, font
        if key not in self._forms:
            within: Codes = {}
            self._forms[key] = within
            self.stream(form, form.get("/Resources", outer), within, font, depth + 1)
        for one, codes in self._forms[key].items():
            shown.setdefault(one, set()).update(codes)

    def _known(self, font: Object | None) -> Key | None:
        if font is None or not font.is_indirect:
            return None
        if font.objgen not in self.usage.fonts:
            self.usage.fonts[font.objgen] = font
            self._splitters[font.objgen] = splitter_of(font)
        return font.objgen


def _instructions(stream: Object) -> list[pikepdf.ContentStreamInstruction]:
    try:
        return list(pikepdf.parse_content_stream(stream, _WANTED))  # type: ignore[arg-type]
    except (pikepdf.PdfError, pikepdf.models.PdfParsingError, TypeError, ValueError):
        return []  # what cannot be read is told, or refused, by who reads the page


def _of(held: Object | None, name: Object) -> Object | None:
    found = held.get(str(name)) if isinstance(held, Dictionary) else None
    return found if isinstance(found, Dictionary | pikepdf.Stream) else None


def _note(shown: Object, strings: set[bytes]) -> None:
    if isinstance(shown, pikepdf.String):
        strings.add(bytes(shown))
    elif isinstance(shown, pikepdf.Array):
        strings.update(bytes(part) for part in shown if isinstance(part, pikepdf.String))


# --- how strings fall into codes (§9.7.6.2)


def splitter_of(font: Object) -> Splitter:
    """Return what parts the strings of a font into its codes."""
    if font.get("/Subtype") != Name.Type0:
        return lambda text: (text[at : at + 1] for at in range(len(text)))
    encoding = font.get("/Encoding")
    if isinstance(encoding, pikepdf.Stream):
        ranges = _codespace(unpacked(encoding))
        return lambda text: _by_ranges(text, ranges)
    named = str(encoding)
    if _ALWAYS_TWO.fullmatch(named) or not isinstance(encoding, Name):
        return lambda text: (text[at : at + 2] for at in range(0, len(text), 2))
    if _SHIFT_JIS.fullmatch(named):
        return lambda text: _by_lead(text, lambda b: 0x81 <= b <= 0x9F or 0xE0 <= b <= 0xFC)
    return lambda text: _by_lead(text, lambda b: b >= 0x81)


def _codespace(cmap: bytes) -> list[tuple[bytes, bytes]]:
    ranges = []
    for block in _CODESPACE.findall(cmap):
        for low, high in _RANGE.findall(block):
            first, last = (bytes.fromhex(b"".join(d.split()).decode()) for d in (low, high))
            if len(first) == len(last):
                ranges.append((first, last))
    return sorted(ranges, key=lambda one: len(one[0])) or [(b"\0\0", b"\xff\xff")]


def _by_ranges(text: bytes, ranges: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    at = 0
    while at < len(text):
        for low, high in ranges:
            code = text[at : at + len(low)]
            if len(code) == len(low) and all(map(_between, low, code, high)):
                break
        else:
            code = text[at : at + len(ranges[0][0])]
        yield code
        at += len(code)


def _between(low: int, octet: int, high: int) -> bool:
    return low <= octet <= high


def _by_lead(text: bytes, leads: Callable[[int], bool]) -> Iterator[bytes]:
    at = 0
    while at < len(text):
        code = text[at : at + (2 if leads(text[at]) else 1)]
        yield code
        at += len(code)
