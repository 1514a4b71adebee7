"""Proven pages in the bundle: each at its own size on a larger sheet, with a line above and below.

    ┌───────────────────────┐
    │ Document 3: Case note │  band of ours
    ├───────────────────────┤
    │     the page, as      │  a form of its own, clipped to what its page showed:
    │     it was proven     │  its size is kept, and nothing is drawn over it
    ├───────────────────────┤
    │ SAR-…     Page 42 of … │  band of ours
    └───────────────────────┘

Of a page only what draws it is taken. What else hangs on it or on its document stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from bundles.lists import document_key
from bundles.typeset import BOLD, HAIRLINE, INK, PLAIN, QUIET, TEXT, Mark, draw_footer

_DRAWING_KEYS = frozenset(
    {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Resources", "/Contents"}
)
_STOWAWAYS = (
    "/Metadata",
    "/PieceInfo",
    "/Properties",  # lists that marked content points to: names of layers, words instead of words
    "/AF",
    "/AA",
    "/Thumb",
    "/LastModified",
    "/Alternates",
)
_LEAST_WIDTH = 420.0  # points: an A5 sheet, so that a title fits above a small page
_BAND = 34.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet for one page, in points. `scale` keeps our lines readable on very large pages."""

    width: float
    height: float
    scale: float

    @property
    def band(self) -> float:
        """Return the height of the band above the page, and of the one below."""
        return _BAND * self.scale

    @property
    def inset(self) -> float:
        """Return how far our lines stand from the sheet's edges."""
        return self.width * 0.06 + 10 * self.scale

    @property
    def template(self) -> str:
        """Return the name of the page template of this size."""
        return f"{self.width:.2f}x{self.height:.2f}"

    @property
    def room(self) -> pikepdf.Rectangle:
        """Return where the page itself goes."""
        return pikepdf.Rectangle(0, self.band, self.width, self.height - self.band)


def sheet_for(page: pikepdf.Page) -> Sheet:
    """Measure the sheet for a page as it is displayed: cropped, turned, in its own unit."""
    x0, y0, x1, y1 = (float(edge) for edge in page.cropbox.as_list())
    unit = float(page.obj.get("/UserUnit", 1))
    width, height = abs(x1 - x0) * unit, abs(y1 - y0) * unit
    if int(page.rotation) % 180:
        width, height = height, width
    scale = max(1.0, width / A4[0])
    # Sheets of one name have one size to the last digit: a page of A4 is told in several ways.
    width, height = round(max(width, _LEAST_WIDTH), 2), round(height + 2 * _BAND * scale, 2)
    return Sheet(width, height, scale)


class SheetLines(Flowable):
    """The line above a page: which document it belongs to. The page itself is laid in later."""

    def __init__(self, sheet: Sheet, number: int, title: str) -> None:
        """Say which document the sheet belongs to."""
        super().__init__()
        self.sheet, self.number, self.title = sheet, number, title

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Fill the whole sheet."""
        return self.sheet.width, self.sheet.height

    def draw(self) -> None:
        """Draw the line and the two hairlines that part ours from theirs."""
        canvas, sheet, scale = self.canv, self.sheet, self.sheet.scale
        inset, size = sheet.inset, 7.6 * scale
        baseline = sheet.height - 21 * scale
        which = f"Document {self.number:,}:"
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, size)
        canvas.drawString(inset, baseline, which)
        start = inset + stringWidth(which + " ", BOLD, size)
        canvas.setFillColor(QUIET)
        canvas.setFont(TEXT, size)
        canvas.drawString(start, baseline, _fitted(self.title, sheet.width - inset - start, size))
        canvas.setStrokeColor(HAIRLINE)
        canvas.setLineWidth(0.5 * scale)
        for height in (sheet.height - sheet.band, sheet.band):
            canvas.line(0, height, sheet.width, height)


def _fitted(title: str, room: float, size: float) -> str:
    """Shorten a title with an ellipsis until it fits."""
    shown = title
    while shown and stringWidth(shown, TEXT, size) > room:
        shown = shown[:-2].rstrip() + "…"
    return shown


def sheet_templates(sheets: Iterable[Sheet], footer: str, pages: int) -> list[PageTemplate]:
    """Return one page template for each size of sheet."""
    return [_template(sheet, footer, pages) for sheet in {s.template: s for s in sheets}.values()]


def _template(sheet: Sheet, footer: str, pages: int) -> PageTemplate:
    def stamp(canvas: Canvas, _book: object) -> None:
        draw_footer(canvas, footer, pages, width=sheet.width, inset=sheet.inset, scale=sheet.scale)

    frame = Frame(0, 0, sheet.width, sheet.height, 0, 0, 0, 0)
    return PageTemplate(sheet.template, [frame], onPage=stamp, pagesize=(sheet.width, sheet.height))


def sheet_story(number: int, title: str, sheets: Iterable[Sheet]) -> list[Flowable]:
    """Tell one document's sheets; the next part turns back to plain pages."""
    story: list[Flowable] = []
    for place, sheet in enumerate(sheets):
        story += [NextPageTemplate(sheet.template), PageBreak()]
        if place == 0:
            story.append(Mark(document_key(number), f"{number}: {title}", level=1))
        story.append(SheetLines(sheet, number, title))
    return [*story, NextPageTemplate(PLAIN)]


def lay_in(target: pikepdf.Page, source: pikepdf.Page, sheet: Sheet, into: pikepdf.Pdf) -> None:
    """Lay a proven page onto its sheet, clipped to what the page showed."""
    for key in set(source.obj.keys()) - _DRAWING_KEYS:
        del source.obj[key]
    form = into.copy_foreign(source.as_form_xobject())
    name = target.add_resource(form, pikepdf.Name.XObject, pikepdf.Name("/Document"))
    target.contents_add(
        target.calc_form_xobject_placement(form, name, sheet.room, allow_expand=False),
        prepend=True,
    )


def drop_stowaways(pdf: pikepdf.Pdf) -> None:
    """Take away what may hang on a picture, font or form and draws nothing, such as metadata."""
    for thing in pdf.objects:
        _drop_within(thing)


def _drop_within(thing: pikepdf.Object) -> None:
    if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
        for key in _STOWAWAYS:
            if key in thing:
                del thing[key]
        children = [child for _key, child in thing.items()]
    elif isinstance(thing, pikepdf.Array):
        children = list(thing)
    else:
        return
    for child in children:
        # What stands on its own comes by itself; only what is written in place is gone into.
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            _drop_within(child)
