"""Looking for what should be gone, in the very bytes that would be released.

This shares no code with the burner. It looks at

  structure   nothing but the keys a released page needs; one end of file; no history
  bytes       every stream and string, as text in four encodings
  pdfium, pypdf, poppler (where installed)   the text that each of them reads
  pixels      one flat grey inside each box; letters inside it only of its label

Residual risks, accepted for now: words in a picture outside every box are not read (documents with
pictures are refused before), and the width of a box says a little about what was there.
"""

from __future__ import annotations

import ctypes
import io
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any, Protocol

import pikepdf
import pypdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from recordkeeping.disclosure.findings import Box
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Refused, Unproven
from recordkeeping.vocabulary.identifiers import Digest

SHORTEST_IN_BYTES = 6
"""Terms shorter than this are not looked for in raw bytes: chance would find them in a picture."""

_ROOT_KEYS = {"/Type", "/Pages"}
_PAGE_KEYS = {"/Type", "/Parent", "/MediaBox", "/Resources", "/Contents"}
_IMAGE_KEYS = {
    "/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Length",
    "/Filter", "/DecodeParms",
}  # fmt: skip


class Burned(Protocol):
    """A box as it was painted: what this needs to know of the burner's own type."""

    @property
    def page(self) -> int:
        """The page, from 1."""
        ...

    @property
    def box(self) -> Box:
        """Where, in points from the top left."""
        ...

    @property
    def label(self) -> str:
        """The words that stand in its place."""
        ...


@dataclass(frozen=True, slots=True)
class Leak:
    """A term that can still be read: its index among the terms, never the term itself."""

    term: int
    reader: str
    page: int | None
    where: str


def prove(
    pdf: bytes,
    *,
    terms: Sequence[str],
    areas: Sequence[Burned],
    pages_as_images: Sequence[int] = (),
) -> ProvenDocument:
    """Show that nothing removed can be read, or raise `Unproven` with counts and no words."""
    if not canaries_caught():
        raise Unproven("the proof does not catch its own canaries; nothing is released")
    against = [*_structure_faults(pdf), *_box_faults(pdf, areas)]
    leaks = leaks_in(pdf, terms)
    if leaks:
        by = ", ".join(sorted({leak.reader for leak in leaks}))
        count = len({leak.term for leak in leaks})
        against.append(f"{count} of {len(terms)} removed terms can still be read ({by})")
    if against:
        raise Unproven("; ".join(dict.fromkeys(against)))
    return ProvenDocument._after_proof(
        pdf=pdf,
        sha256=Digest(sha256(pdf).hexdigest()),
        pages=len(_pages_by_pdfium(pdf)),
        redactions=len(areas),
        readers=("structure", "pixels", *readers()),
        pages_as_images=tuple(pages_as_images),
    )


def readers() -> tuple[str, ...]:
    """Return the readers that look for terms here."""
    return ("bytes", "pdfium", "pypdf", *(("poppler",) if shutil.which("pdftotext") else ()))


def leaks_in(pdf: bytes, terms: Sequence[str]) -> tuple[Leak, ...]:
    """Return every term that some reader can still read; refuse a file that cannot be read."""
    try:
        texts = _texts(pdf)
        raw_text = _everything(pdf)
    except (pikepdf.PdfError, pdfium.PdfiumError, pypdf.errors.PyPdfError, OSError):
        raise Refused("the file cannot be opened by every reader; nothing is shown of it") from None
    leaks: list[Leak] = []
    for number, term in enumerate(terms):
        pattern = _pattern(term)
        if pattern is None:
            continue
        for reader, pages in texts.items():
            for page, text in enumerate(pages, 1):
                if pattern.search(text):
                    leaks.append(Leak(number, reader, page, "text"))
        if any(needle in raw_text for needle in _needles(term)):
            leaks.append(Leak(number, "bytes", None, "stream or string"))
    return tuple(leaks)


@cache
def canaries_caught() -> bool:
    """Say whether known-bad files are caught: live text under a box, words in metadata."""
    return bool(leaks_in(_canary_text(), ["Zephyrine"])) and bool(
        leaks_in(_canary_metadata(), ["Zephyrine"])
    )


def _texts(pdf: bytes) -> Mapping[str, list[str]]:
    found = {"pdfium": _pages_by_pdfium(pdf), "pypdf": _pages_by_pypdf(pdf)}
    if shutil.which("pdftotext"):
        found["poppler"] = _pages_by_poppler(pdf)
    return {reader: [_normal(page) for page in pages] for reader, pages in found.items()}


def _pages_by_pdfium(pdf: bytes) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def _pages_by_pypdf(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def _pages_by_poppler(pdf: bytes) -> list[str]:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", "-", "-"],  # noqa: S607 - found on the path above
        input=pdf,
        capture_output=True,
        timeout=120,
        check=False,
    )
    if done.returncode:
        raise OSError("poppler cannot read the file")
    return done.stdout.decode("utf-8", "replace").split("\f")


def _normal(text: str) -> str:
    """Return a text as terms are compared: folded, its line-end hyphens joined, spaces single."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", "")
    folded = re.sub(r"[\u2010-\u2015\u2212]", "-", folded)
    # pdfium tells a hyphen at a line's end as character 2, the others as it stands.
    joined = re.sub(r"(?<=\w)(?:-\s*\n\s*|\x02\s*)(?=\w)", "", folded)
    folded = folded.replace("\x02", "-")
    # Both readings: a hyphen at a line's end may be the word's own.
    return re.sub(r"\s+", " ", folded) + "\n" + re.sub(r"\s+", " ", joined)


def _pattern(term: str) -> re.Pattern[str] | None:
    wanted = re.sub(r"\s+", "", _normal(term).split("\n")[0])
    if not wanted:
        return None
    loose = len(wanted) >= 4
    words = _normal(term).split("\n")[0].split()
    body = r"\s*".join(
        r"\s*".join(map(re.escape, word)) if loose else re.escape(word) for word in words
    )
    start = r"(?<!\w)" if wanted[0].isalnum() else ""
    end = r"(?!\w)" if wanted[-1].isalnum() else ""
    return re.compile(start + body + end)


def _needles(term: str) -> Iterator[bytes]:
    for text in {term.strip(), term.strip().casefold()}:
        if len(text) < SHORTEST_IN_BYTES:
            continue
        low = text.lower()
        plain = low.encode("utf-8")
        yield plain
        yield low.encode("utf-16-be")
        yield low.encode("latin-1", "replace")
        yield plain.hex().encode()


def _everything(pdf: bytes) -> bytes:
    """Return the raw file, every stream decoded and every string, in lower case."""
    parts = [pdf]
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    parts.append(thing.read_bytes())
                except pikepdf.PdfError:
                    parts.append(thing.read_raw_bytes())
            parts += _strings(thing)
        parts += _strings(opened.trailer)
    return b"\n".join(parts).lower()


def _strings(thing: Any) -> Iterator[bytes]:
    """Yield every string, name and key of one object. What it refers to is an object of its own."""
    if isinstance(thing, pikepdf.String):
        yield bytes(thing)
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Name):
        yield str(thing).encode()
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield key.encode()
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)
    elif isinstance(thing, pikepdf.Array):
        for value in thing:
            if not getattr(value, "is_indirect", False):
                yield from _strings(value)


def _structure_faults(pdf: bytes) -> Iterator[str]:
    """Yield what a released file of ours would not have."""
    if (
        not pdf.startswith(b"%PDF-")
        or pdf.count(b"%%EOF") != 1
        or not pdf.rstrip().endswith(b"%%EOF")
    ):
        yield "the file has a history, or something before or after it"
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        if "/Info" in opened.trailer or "/Prev" in opened.trailer or opened.is_encrypted:
            yield "the file says something about itself"
        if set(opened.Root.keys()) - _ROOT_KEYS:
            yield "the file holds more than pages"
        for page in opened.pages:
            if set(page.obj.keys()) - _PAGE_KEYS:
                yield "a page holds more than its content"
            pictures = page.obj.Resources.get("/XObject", pikepdf.Dictionary())
            for picture in pictures.values():
                if picture.get("/Subtype") != "/Image" or set(picture.keys()) - _IMAGE_KEYS:
                    yield "a page holds something that is not a plain picture"


def _box_faults(pdf: bytes, areas: Sequence[Burned]) -> Iterator[str]:
    """Yield boxes with ink under them, or with letters that are not their label."""
    document = pdfium.PdfDocument(pdf)
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            for number in sorted({area.page for area in areas}):
                here = [area for area in areas if area.page == number]
                if not 1 <= number <= len(opened.pages):
                    yield "a box is on no page"
                    continue
                yield from _ink_under(opened.pages[number - 1], here)
                yield from _letters_in(document[number - 1], here)
    finally:
        document.close()


def _ink_under(page: pikepdf.Page, areas: Sequence[Burned]) -> Iterator[str]:
    """Yield a fault for each box whose inside is not one flat grey in the page's own picture."""
    pictures = list(page.obj.Resources.get("/XObject", pikepdf.Dictionary()).values())
    if len(pictures) != 1:
        yield "a page with boxes is not one picture"
        return
    width, height = int(pictures[0].Width), int(pictures[0].Height)
    packed = pictures[0].read_bytes()
    stride = (width + 1) // 2
    box = [float(value) for value in page.obj.MediaBox]
    across, down = width / (box[2] - box[0]), height / (box[3] - box[1])
    for area in areas:
        x0, y0, x1, y1 = area.box
        # The edge is one pixel wide, and may fall on either side of a whole one.
        left, right = int(x0 * across) + 2, min(int(x1 * across) - 1, width - 1)
        top, bottom = int(y0 * down) + 2, min(int(y1 * down) - 1, height - 1)
        seen = {
            packed[row * stride + column // 2] >> (4 if column % 2 == 0 else 0) & 15
            for row in range(top, bottom)
            for column in range(left, right)
        }
        if len(seen) != 1:
            yield "something can be seen under a box"


def _letters_in(page: Any, areas: Sequence[Burned]) -> Iterator[str]:
    """Yield a fault for each box in which letters stand that are not its label."""
    height = page.get_height()
    text_page = page.get_textpage()
    inside: list[list[str]] = [[] for _ in areas]
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(text_page.count_chars()):
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        raw.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        x.value, y.value = (left.value + right.value) / 2, height - (top.value + bottom.value) / 2
        for number, area in enumerate(areas):
            x0, y0, x1, y1 = area.box
            if x0 < x.value < x1 and y0 < y.value < y1:
                inside[number].append(chr(raw.FPDFText_GetUnicode(text_page, index)))
    text_page.close()
    for area, letters in zip(areas, inside, strict=True):
        found = "".join(letters).replace(" ", "")
        if found and found != area.label.replace(" ", ""):
            yield "letters stand inside a box that are not its label"


def _canary_text() -> bytes:
    """Return a file with live text under a painted box, the oldest leak of all."""
    content = b"BT /F 12 Tf 72 700 Td (Zephyrine) Tj ET 0.9 g 70 690 90 20 re f"
    return _canary(content)


def _canary_metadata() -> bytes:
    """Return a file whose page is empty and whose metadata is not."""
    return _canary(b"", info="Zephyrine")


def _canary(content: bytes, info: str = "") -> bytes:
    with pikepdf.new() as pdf:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.obj.Contents = pdf.make_stream(content)
        if info:
            pdf.docinfo["/Title"] = info
        held = io.BytesIO()
        pdf.save(held)
    return held.getvalue()
