"""The sandbox's part of the proof: looking for terms, and at areas, with every reader.

A large document is looked at in shares: each share takes a range of its pages, and one of them all
that is around the pages: the file as it lies on disk.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import pikepdf
import pypdfium2
from pikepdf import Pdf

from recordkeeping.disclosure.findings import Box
from recordkeeping.vocabulary.errors import Refused
from redaction.areas import legend_of
from redaction.misreadings import Misreadings
from redaction.proof.drawings import unshown
from redaction.proof.eyes import by_eye, by_themselves, has_drawings
from redaction.proof.grounds import Beside, against_page
from redaction.proof.letters import drawn_on, placed_by_letters
from redaction.proof.needles import Needle, found, needle_of
from redaction.proof.objects import in_objects, in_packed
from redaction.proof.octets import in_octets
from redaction.proof.orders import LEAST_IN_ORDERS, as_people_read, as_source_draws
from redaction.proof.places import Sheet
from redaction.proof.points import are_strewn
from redaction.proof.readers import (
    Range,
    by_pdfium,
    by_poppler,
    by_pypdf,
    has_poppler,
    placed_by_pdfium,
    placed_by_poppler,
    said_by,
)
from redaction.proof.seeming import LIES, Seeming
from redaction.proof.shape import (
    PICTURE,
    Shape,
    objects_of,
    parts_of,
    shape_of_file,
    shape_of_pages,
)
from redaction.proof.typefaces import Typeface
from redaction.proof.whereabouts import NO_WORDS, Placed
from redaction.proof.words import Found, Said, in_misread_words, in_words
from redaction.sandbox.turns import NEXT, Turn
from redaction.sandbox.wire import Header

_Open: TypeAlias = pypdfium2.PdfPage | pypdfium2.PdfTextPage
_CLIP = re.compile(rb"(?m)\bW\*?(?= n|$)")


def weigh_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Look for terms, and at areas, in this process: the sandbox's part of the proof."""
    content, needles = blobs[0], [needle_of(term) for term in asked["terms"]]
    if b"%PDF-" not in content[:1024]:
        raise Refused("this is no PDF; only PDFs are proven: print it to PDF")
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            if asked["areas"] is None:
                return _foreign(content, pdf, needles, asked), []
            return _Ours(content, pdf, needles, asked, blobs[1]).answer(), []
    except pikepdf.PasswordError:
        raise Refused("the PDF is locked with a password; ask for it without one") from None
    except pikepdf.PdfError:
        raise Refused("the PDF is damaged and cannot be opened; ask for it once more") from None


@dataclass(frozen=True, slots=True)
class _Share:
    """What one process looks at: pages from `first` to `last`, if any, and what is around them."""

    first: int
    last: int
    around: bool

    @property
    def pages(self) -> Range:
        """Return the pages whose words are read: a term may begin on the page before the share."""
        return max(1, self.first - 1), self.last


def _share_of(asked: Header, pages: int) -> _Share:
    first, many = int(asked.get("first", 1)), int(asked.get("many", pages))
    return _Share(first, min(pages, first + many - 1), bool(asked.get("around", first == 1)))


def _foreign(content: bytes, pdf: Pdf, needles: Sequence[Needle], asked: Header) -> Header:
    """Look for terms in a file that we did not make."""
    share = _share_of(asked, len(pdf.pages))
    leaks: list[Found] = []
    if share.around:
        leaks += _in_the_file(content, pdf, needles, binary=True)
    words: list[Said] = []
    if share.last >= share.first:
        words.append(Said("pdfium", by_pdfium(content, share.pages)))
        words.append(Said("pypdf", by_pypdf(content, share.pages)))
        if has_poppler():
            words.append(Said("poppler", by_poppler(content, share.pages, ("-layout", "-raw"))))
    for said in words:
        leaks += in_words(said, needles, share.pages[0])
    readers = ["bytes", "objects", *(said.reader for said in words)]
    return _told(leaks, [], readers, len(pdf.pages), [])


class _Ours:
    """Looks at a document that is to be released, beside the source that it was made from."""

    def __init__(
        self, content: bytes, pdf: Pdf, needles: Sequence[Needle], asked: Header, source: bytes
    ) -> None:
        self.content, self.pdf, self.needles = content, pdf, needles
        self.asked, self.areas = asked, asked["areas"]
        self.misreadings = Misreadings(asked["terms"], asked.get("shown", ()))
        self.areas_on: dict[int, list[Sequence[object]]] = {}
        for area in self.areas:
            self.areas_on.setdefault(int(area[0]), []).append(area)
        self.released = pypdfium2.PdfDocument(content)
        self.original = pypdfium2.PdfDocument(source)
        self.against: list[tuple[int, str]] = []
        self.turn = Turn()
        self.next: int | None = None  # the page to go on at, where the turn was over before its end
        self.insides: dict[int, str] = {}  # what pictures say that a page does not show as they are
        self.faces: dict[object, Typeface] = {}
        self.seeming = Seeming(self.faces)

    def answer(self) -> Header:
        """Look at a share."""
        total = len(self.pdf.pages)
        share = _share_of(self.asked, total)
        leaks: list[Found] = []
        known: set[tuple[int, int]] = set()
        if share.around:
            whole = shape_of_file(self.content, self.pdf)
            self.against += whole.against
            known |= whole.known
            leaks += _in_the_file(self.content, self.pdf, self.needles, binary=False)
        shape = shape_of_pages(self.pdf, share.first, share.last)
        self.against += shape.against
        words = self._words(share, shape) if share.last >= share.first else []
        for said in words:
            leaks += in_words(said, self.needles, share.pages[0])
            if said.reader == "ocr":
                terms = self.asked["terms"]
                leaks += in_misread_words(said, self.misreadings, terms, share.pages[0])
        for page, inside in self.insides.items():
            numbers = found(inside, self.needles, words=True)
            leaks += ((number, "ocr", page, "inside", ()) for number in numbers)
        pictures = [n for n, kind in enumerate(shape.kinds, start=share.first) if kind == PICTURE]
        names = [said.reader for said in words]
        readers = ["shape", "grounds", "bytes", "objects", *names]
        return {
            **_told(leaks, self.against, readers, total, pictures),
            "known": sorted({*shape.known, *known}),
            "objects": sorted(objects_of(self.pdf)) if share.around else [],
            NEXT: self.next,
        }

    def _words(self, share: _Share, shape: Shape) -> list[Said]:
        """Look at the pages of a share; return their words by each reader."""
        content, pages = self.content, share.pages
        if self._comparable(share.first == 1):
            words = self._pages(dict(enumerate(shape.kinds, share.first)), pages)
            pages = pages[0], self.next - 1 if self.next else pages[1]
        else:
            # Of a shape that nobody knows only the readers that know every shape can tell.
            words = [self._by_pdfium(by_pdfium(content, pages))]
        if has_poppler():
            said = by_poppler(content, pages, ("",))
            words.append(Said("poppler", said, lambda page: placed_by_poppler(content, page)))
        else:
            words.append(Said("pypdf", by_pypdf(content, pages)))
        return words

    def _by_pdfium(self, said: list[str]) -> Said:
        return Said("pdfium", said, lambda page: placed_by_pdfium(self.content, page))

    def _letters_on(self, number: int) -> Placed:
        """Return the words of a page of the closed shape, and where they are drawn."""
        page = self.pdf.pages[number - 1].obj
        released = self.released[number - 1]
        try:
            drawn = drawn_on(page, parts_of(page), self.faces)
            return placed_by_letters(drawn, Sheet(released))
        finally:
            released.close()

    def _comparable(self, tell: bool) -> bool:
        against = list(self.against)
        if len(self.released) != len(self.original):
            against.append((0, "the number of pages is not that of the source"))
        elif beyond := {a[0] for a in self.areas} - set(range(1, len(self.released) + 1)):
            against.append((0, f"{len(beyond)} boxes are on pages that are not there"))
        if tell:
            self.against = against
        return not any(page == 0 for page, _ in against)

    def _pages(self, kinds: dict[int, str], pages: Range) -> list[Said]:
        """Look at pages beside their source; return their words by each reader that is at hand."""
        by_pdfium_, by_letters = list[str](), list[str]()
        eyes: dict[int, Placed] = {}
        orders: dict[int, Placed] = {}
        last: list[_Open] = []  # pdfium forgets a font with the last page that is open and has it
        for number in range(pages[0], pages[1] + 1):
            if self.turn.is_over and number - 1 in kinds:
                self.next, pages = number, (pages[0], number - 1)
                break
            kind = kinds.get(number, "")
            if not kind:  # a page of the share before, or one that speaks against itself already
                by_pdfium_ += by_pdfium(self.content, (number, number))
                by_letters.append("")
                continue
            page = self.pdf.pages[number - 1]
            parts = parts_of(page.obj)
            kept = b"\n".join(parts[0::2]) if kind != PICTURE else b""
            drawn = drawn_on(page.obj, parts, self.faces)
            released, original = self.released[number - 1], self.original[number - 1]
            text = released.get_textpage()
            by_pdfium_.append(said_by(text))
            by_letters.append(drawn.words)
            lying, mute = self.seeming.on(page, drawn, released)
            if lying:
                self.against.append((number, LIES))
            draws = kind != PICTURE and has_drawings(kept)
            lines = draws or (
                kind != PICTURE and (mute or _has_procedures(page) or are_strewn(drawn.words))
            )
            if kind == PICTURE or drawn.pictures or lines:
                eyes[number] = by_eye(released, drawn.pictures, whole=lines)
            if kind != PICTURE and drawn.pictures:
                cut = _CLIP.search(kept) is not None
                self.insides[number] = by_themselves(page.obj, drawn.pictures, clipped=cut)
            if draws and (hidden := unshown(page, kept, released)):
                self.insides[number] = f"{self.insides.get(number, '')}\n{hidden}"
            decided = self.areas_on.get(number, [])
            areas = [_box_and_label(area) for area in decided]
            if kind == PICTURE:
                with_words = original.get_textpage()
                orders[number] = as_source_draws(original, with_words, [box for box, _ in areas])
                with_words.close()
            elif (otherwise := as_people_read(drawn, released, kept)).text:
                orders[number] = otherwise
            codes = [(str(area[5]), str(area[6])) for area in decided]
            known = [code for _, code in codes if code]
            beside = Beside(parts, released, text, original, areas, known, legend_of(codes))
            for why in against_page(page, kind, drawn, beside):
                self.against.append((number, why))
            _close(last)
            last = [text, released, original]
        _close(last)
        words = [
            self._by_pdfium(by_pdfium_),
            Said(
                "letters", by_letters, lambda n: self._letters_on(n) if kinds.get(n) else NO_WORDS
            ),
        ]
        return [*words, *_by_place(orders, eyes, pages)]


def _by_place(orders: dict[int, Placed], eyes: dict[int, Placed], pages: Range) -> Iterator[Said]:
    """Yield the words of pages as they stand there in other orders, and as eyes read them."""
    for reader, placed, least in (("orders", orders, LEAST_IN_ORDERS), ("ocr", eyes, 1)):
        if placed:
            seen = [placed.get(number, NO_WORDS) for number in range(pages[0], pages[1] + 1)]
            yield Said(reader, [one.text for one in seen], _on_its_page(placed), least)


def _close(opened: Sequence[_Open]) -> None:
    for one in opened:
        one.close()


def _on_its_page(placed: dict[int, Placed]) -> Callable[[int], Placed]:
    return lambda number: placed.get(number, NO_WORDS)


def _box_and_label(area: Sequence[object]) -> tuple[Box, str]:
    _, x0, y0, x1, y1, label, *_ = area
    return (float(x0), float(y0), float(x1), float(y1)), str(label)  # type: ignore[arg-type]


def _told(
    leaks: Sequence[Found],
    against: Sequence[tuple[int, str]],
    readers: Sequence[str],
    pages: int,
    pictures: Sequence[int],
) -> Header:
    return {
        "leaks": [list(leak) for leak in dict.fromkeys(leaks)],
        "against": list(against),
        "readers": list(readers),
        "pages": pages,
        "pictures": list(pictures),
    }


def _in_the_file(
    content: bytes, pdf: Pdf, needles: Sequence[Needle], *, binary: bool
) -> list[Found]:
    octets = {*in_octets(content, needles, binary=binary), *in_packed(pdf, needles, binary=binary)}
    return [
        *((number, "objects", None, "file", ()) for number in in_objects(pdf, needles)),
        *((number, "bytes", None, "file", ()) for number in sorted(octets)),
    ]


def _has_procedures(page: pikepdf.Page) -> bool:
    """Say whether a page has letters that procedures draw: they may look like anything."""
    fonts = page.obj.Resources.get("/Font", pikepdf.Dictionary())
    return any(font.get("/Subtype") == pikepdf.Name.Type3 for _, font in fonts.items())
