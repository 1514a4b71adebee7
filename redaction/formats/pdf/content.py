"""The page form of a PDF: its pages and nothing else, and apart from them what else it held.

Of each page stay its size, its content and what that uses. Annotations are drawn into the content
as a screen shows them; layers that are switched off are taken out, and their words kept; pictures
inside the content become pictures with names; an unusual scale is baked in.
"""

from __future__ import annotations

import io
import math
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

from recordkeeping.disclosure.findings import Box, Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.hidden import Maybe
from redaction.formats.pdf.annotations import Told, settle
from redaction.formats.pdf.beside import ODD, tell_form, tell_page, tell_what_is_beside
from redaction.formats.pdf.layers import Layers
from redaction.formats.pdf.naming import settle_names
from redaction.formats.pdf.opening import opened
from redaction.formats.pdf.streams import DRAWN, PICTURED, SPOKEN, VEILED, Cleaner, as_new
from redaction.pages import Attachment, Hidden
from redaction.pdfium import Glyphs, glyphs, open_pdf

_PAGE_KEYS = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"}
_LARGEST = 14_400.0  # points: the largest page that viewers agree on
_LETTER: Box = (0.0, 0.0, 612.0, 792.0)
_HIDING = "hiding"
_LOST_PICTURE = "a picture on this page is damaged and cannot be shown"


@dataclass(slots=True)
class PageForm:
    """A page form; `maybe` is hidden only where the page does not say it. Pages count from 1."""

    pdf: bytes = field(repr=False)
    gaps: list[Gap]
    hidden: list[Hidden]
    maybe: list[Maybe]
    attachments: list[Attachment]
    pictured: set[int]  # pages that may hold pictures
    veiled: set[int]  # pages that may hold letters without ink
    drawn: set[int] = field(default_factory=set)  # pages with letters that procedures draw
    spoken: dict[int, Glyphs] = field(default_factory=dict)  # pages whose marks say more of letters


def page_form(content: bytes) -> PageForm:
    """Return the PDF with nothing left but pages, and what it held besides; or refuse it."""
    pdf, gaps = opened(content)
    with pdf:
        told = Told(gaps=gaps)
        layers = Layers(pdf)
        tell_what_is_beside(pdf, layers, told)
        traits = _reduced(pdf, layers, told)
        settle_names(pdf)
        form = _saved(pdf)
    if traits[_HIDING]:
        _tell_hidden_layers(content, form, sorted(traits[_HIDING]), told)
    return PageForm(
        form, told.gaps, told.hidden, told.maybe, told.attachments,
        traits[PICTURED], traits[VEILED], traits[DRAWN], _spoken(content, sorted(traits[SPOKEN])),
    )  # fmt: skip


def _spoken(content: bytes, pages: Sequence[int]) -> dict[int, Glyphs]:
    """Return the letters of pages as the marks around them say they are read."""
    if not pages:
        return {}
    pdf, _ = opened(content)
    with pdf:
        _reduced(pdf, Layers(pdf), Told(), speaking=True)
        speaking = open_pdf(_saved(pdf))
    try:
        return {number: glyphs(speaking[number - 1]) for number in pages}
    finally:
        speaking.close()


def _reduced(
    pdf: Pdf, layers: Layers, told: Told, *, speaking: bool = False
) -> dict[str, set[int]]:
    """Reduce every page to what it shows; return which pages are of what kind."""
    _draw_fields(pdf)
    cleaner = Cleaner(pdf, layers, speaking=speaking)
    traits: dict[str, set[int]] = {
        _HIDING: set(), PICTURED: set(), VEILED: set(), DRAWN: set(), SPOKEN: set(),
    }  # fmt: skip
    for number, page in enumerate(pdf.pages, start=1):
        try:
            hid = _reduce_page(pdf, page.obj, number, cleaner, told)
        except Refused as why:
            raise Refused(f"page {number} {why}; print the file to a new PDF, or scan it") from None
        if hid or cleaner.hid:
            traits[_HIDING].add(number)
        for trait in cleaner.traits:
            traits[trait].add(number)
        if cleaner.hid_picture:
            told.tell("hidden layer or note", "A picture that is not shown.", number)
        if cleaner.lost_picture:
            told.gaps.append(Gap(_LOST_PICTURE, number))
        for text in cleaner.told:
            told.tell("other reading", text, number, sure=False)
    with suppress(*ODD):
        tell_form(pdf, told)
    for key in set(pdf.Root.keys()) - {"/Type", "/Pages"}:
        del pdf.Root[key]
    return traits


def _draw_fields(pdf: Pdf) -> None:
    """Let fields that have a value and no appearance show it, as a viewer would."""
    if isinstance(pdf.Root.get("/AcroForm"), Dictionary):
        try:
            pdf.generate_appearance_streams()
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
            return  # their values are told as hidden words


def _saved(pdf: Pdf) -> bytes:
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    out = io.BytesIO()
    try:
        pdf.save(
            out,
            compress_streams=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            encryption=False,
        )
    except (pikepdf.PdfError, RuntimeError):
        raise Refused(
            "the PDF is damaged and cannot be read whole; print it to a new PDF"
        ) from None
    return out.getvalue()


def _reduce_page(pdf: Pdf, page: Object, number: int, cleaner: Cleaner, told: Told) -> bool:
    """Reduce a page; say whether a note on it is hidden."""
    # Size, rotation and resources may be inherited; they are written where they are used.
    media = _box(_inherited(page, "/MediaBox")) or _LETTER
    crop = _inside(_box(_inherited(page, "/CropBox")) or media, media)
    if max(crop[2] - crop[0], crop[3] - crop[1]) > _LARGEST:
        raise Refused("is too large to be read")
    resources = _inherited(page, "/Resources")
    page.Resources = as_new(resources) if isinstance(resources, Dictionary) else Dictionary()
    page.Rotate = _rotation(_inherited(page, "/Rotate"))
    tell_page(page, number, told)
    scale, before = _scale(page), len(told.maybe)
    hid = settle(pdf, page, number, cleaner.layers, told)
    size = (crop[2] - crop[0], crop[3] - crop[1])
    told.maybe[before:] = [
        piece.placed(crop[:2], size, int(page.Rotate), scale) for piece in told.maybe[before:]
    ]
    cleaner.page(page, page.Resources, size[0] * size[1])
    if scale != 1.0:
        _enlarge(pdf, page, scale, crop)
        media = tuple(edge * scale for edge in media)  # type: ignore[assignment]
        crop = tuple(edge * scale for edge in crop)  # type: ignore[assignment]
    page.MediaBox, page.CropBox = Array([*media]), Array([*crop])
    for key in set(page.keys()) - _PAGE_KEYS:
        del page[key]
    return hid


def _inherited(node: Object, key: str) -> Object | None:
    for _ in range(64):
        if key in node:
            found: Object = node[key]
            return found
        parent = node.get("/Parent")
        if not isinstance(parent, Dictionary):
            return None
        node = parent
    raise Refused("stands in a page tree that is too deep")


def _box(given: Object | None) -> Box | None:
    """Return a box the right way round, or None for what is none."""
    try:
        x0, y0, x1, y1 = (float(edge) for edge in given or ())
    except (TypeError, ValueError):
        return None
    if x0 == x1 or y0 == y1 or not all(map(math.isfinite, (x0, y0, x1, y1))):
        return None
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _inside(crop: Box, media: Box) -> Box:
    x0, y0 = max(crop[0], media[0]), max(crop[1], media[1])
    x1, y1 = min(crop[2], media[2]), min(crop[3], media[3])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else media


def _rotation(given: Object | None) -> int:
    try:
        turned = int(given or 0)
    except (TypeError, ValueError):
        return 0
    return turned % 360 if turned % 90 == 0 else 0


def _scale(page: Object) -> float:
    """Return how many points a unit of the page is (§8.3.2.3)."""
    try:
        scale = float(page.get("/UserUnit", 1))
    except (TypeError, ValueError):
        return 1.0
    return scale if 0.01 <= scale <= 1000 else 1.0


def _enlarge(pdf: Pdf, page: Object, scale: float, crop: Box) -> None:
    if max(crop[2] - crop[0], crop[3] - crop[1]) * scale > _LARGEST:
        raise Refused("is too large to be read")
    before = pdf.make_stream(f"q {scale:.6f} 0 0 {scale:.6f} 0 0 cm".encode())
    page.Contents = Array([before, page.Contents, pdf.make_stream(b"Q")])


# --- hidden layers


def _tell_hidden_layers(content: bytes, form: bytes, hiding: Sequence[int], told: Told) -> None:
    """Tell the words that stand on pages only when every layer is switched on."""
    pdf, _ = opened(content)
    with pdf:
        _reduced(pdf, Layers(pdf, all_seen=True), Told())
        whole = _saved(pdf)
    shown, all_on = open_pdf(form), open_pdf(whole)
    try:
        for number in hiding:
            words = _only_in(glyphs(all_on[number - 1]), glyphs(shown[number - 1]))
            already = {h.text for h in told.hidden if h.page == number}
            told.tell("hidden layer or note", "" if words in already else words, number)
    finally:
        shown.close()
        all_on.close()


def _only_in(whole: Glyphs, shown: Glyphs) -> str:
    """Return the text of a page without the letters that stand in the same place on another."""
    known = Counter(_placed(shown))
    kept: list[str] = []
    for letter, (what, at) in zip(whole.text, _placed_all(whole), strict=True):
        if at is None:
            kept.append(letter)
        elif known[(what, at)] > 0:
            known[(what, at)] -= 1
            kept.append(" ")
        else:
            kept.append(letter)
    lines = (" ".join(line.split()) for line in "".join(kept).split("\n"))
    return "\n".join(line for line in lines if line)


def _placed(read: Glyphs) -> list[tuple[str, tuple[int, int] | None]]:
    return [(letter, at) for letter, at in _placed_all(read) if at is not None]


def _placed_all(read: Glyphs) -> list[tuple[str, tuple[int, int] | None]]:
    return [
        (letter, None if box is None else (round(box[0]), round(box[3])))
        for letter, box in zip(read.text, read.boxes, strict=True)
    ]
