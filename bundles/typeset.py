"""How our pages look: type, colour, margins, and "Page n of m" on every one of them.

A story is laid out until its page numbers agree with themselves: an index names pages that come
after it, and its own length moves them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html import escape
from pathlib import Path

import pikepdf
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    CondPageBreak,
    Flowable,
    Frame,
    LayoutError,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unproven

INK, QUIET, HAIRLINE = HexColor("#1d2830"), HexColor("#56636d"), HexColor("#d5dbdf")
ACCENT, GREY_BOX = HexColor("#1f5866"), HexColor("#e4e7e9")

TEXT, BOLD, SERIF, MONO = "MunimentText", "MunimentBold", "MunimentSerif", "MunimentMono"
_FONTS = {
    TEXT: "DejaVuSans.ttf",
    BOLD: "DejaVuSans-Bold.ttf",
    SERIF: "DejaVuSerif.ttf",
    MONO: "DejaVuSansMono.ttf",
}
_FONT_FOLDER = Path("/usr/share/fonts/truetype/dejavu")

MARGIN = 27 * mm
WIDTH = A4[0] - 2 * MARGIN
PLAIN = "plain"

BODY = ParagraphStyle(
    "body", fontName=TEXT, fontSize=9.8, leading=15.6, textColor=INK, spaceAfter=7.5
)
LETTER_LINE = ParagraphStyle("line", BODY, spaceAfter=0)
LEAD = ParagraphStyle("lead", BODY, fontSize=10.6, leading=17, spaceAfter=13)
SMALL = ParagraphStyle("small", BODY, fontSize=8.4, leading=12.8, textColor=QUIET)
TITLE = ParagraphStyle(
    "title", BODY, fontName=SERIF, fontSize=23, leading=29, spaceAfter=10, keepWithNext=1
)
SECTION = ParagraphStyle(
    "section",
    BODY,
    fontName=SERIF,
    fontSize=13.2,
    leading=18,
    textColor=ACCENT,
    spaceBefore=13,
    spaceAfter=5,
)
BULLET = ParagraphStyle("bullet", BODY, leftIndent=13, bulletIndent=1, spaceAfter=4)
CELL = ParagraphStyle("cell", BODY, fontSize=8.8, leading=13, spaceAfter=0)
HEAD = ParagraphStyle("head", CELL, fontName=BOLD, fontSize=8, textColor=QUIET)
CODE = ParagraphStyle("code", CELL, fontName=MONO, fontSize=7.2, leading=11)


@dataclass(frozen=True, slots=True)
class Plan:
    """Where everything stands: how many pages, and the first page of each marked part."""

    pages: int = 0
    starts: Mapping[str, int] = field(default_factory=dict)

    def start(self, key: str) -> int:
        """Return the page on which a part begins, from 1; 0 before it is known."""
        return self.starts.get(key, 0)


class Mark(Flowable):
    """A place that bookmarks and links lead to. It takes no room."""

    def __init__(self, key: str, title: str, level: int = 0) -> None:
        """Name the place, and its title among the bookmarks."""
        super().__init__()
        self.key, self.title, self.level = key, title, level

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Set the bookmark."""
        self.canv.bookmarkPage(self.key)
        self.canv.addOutlineEntry(self.title, self.key, level=self.level)


class _Book(BaseDocTemplate):
    """A document that remembers on which page each mark fell."""

    def __init__(self, out: io.BytesIO, title: str, templates: Sequence[PageTemplate]) -> None:
        super().__init__(
            out,
            pagesize=A4,
            pageTemplates=list(templates),
            title=title,
            invariant=1,
            pageCompression=1,
            initialFontName=TEXT,
        )
        self.starts: dict[str, int] = {}

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - the name is reportlab's
        """Remember the page of a mark."""
        if isinstance(flowable, Mark):
            self.starts[flowable.key] = self.page


def day(when: date) -> str:
    """Write a day as people do: 3 September 2026."""
    return f"{when.day} {when:%B %Y}"


def number_of(count: int, one: str, many: str) -> str:
    """Write a count with its noun: 1 page, 1,200 pages."""
    return f"{count:,} {one if count == 1 else many}"


def text(words: str, style: ParagraphStyle = BODY) -> Paragraph:
    """Set words of ours or of the caller as they are: nothing in them is read as markup."""
    return Paragraph(escape(words, quote=False), style)


def section(words: str) -> list[Flowable]:
    """Head a section; it begins on this page if a few of its lines fit there as well.

    A heading kept with a long table would take the whole table to the next page.
    """
    return [CondPageBreak(34 * mm), text(words, SECTION)]


def bullets(lines: Sequence[str]) -> list[Flowable]:
    """Set a short list."""
    points = [Paragraph(escape(line, quote=False), BULLET, bulletText="•") for line in lines]
    return [*points, Spacer(0, 4)]


def table(
    headings: Sequence[str], rows: Sequence[Sequence[str | Flowable]], widths: Sequence[float]
) -> Table:
    """Set rows under headings that are repeated on every page; widths are shares of the line."""
    cells: list[list[Flowable]] = [
        [cell if isinstance(cell, Flowable) else text(cell, CELL) for cell in row] for row in rows
    ]
    if headings:
        cells.insert(0, [text(heading, HEAD) for heading in headings])
    share = WIDTH / sum(widths)
    return Table(
        cells,
        colWidths=[width * share for width in widths],
        repeatRows=1 if headings else 0,
        spaceBefore=3,
        spaceAfter=12,
        style=[
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.5, HAIRLINE),
            ("LEFTPADDING", (0, 0), (0, -1), 0),
            ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5.5),
        ],
    )


@cache
def _load_fonts() -> None:
    faults = []
    for name, file in _FONTS.items():
        try:
            pdfmetrics.registerFont(TTFont(name, str(_FONT_FOLDER / file)))
        except TTFError:
            faults.append(
                Fault(file, "is not installed: install the Debian package fonts-dejavu-core")
            )
    if faults:
        raise Misconfigured(faults)
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=TEXT, boldItalic=BOLD)


def draw_footer(
    canvas: Canvas, footer: str, pages: int, *, width: float, inset: float, scale: float = 1
) -> None:
    """Stamp a reference on the left and `Page n of m` on the right, below the content."""
    baseline = 13 * scale
    canvas.saveState()
    canvas.setFillColor(QUIET)
    canvas.setFont(TEXT, 7.6 * scale)
    canvas.drawString(inset, baseline, footer)
    canvas.drawRightString(width - inset, baseline, f"Page {canvas.getPageNumber():,} of {pages:,}")
    canvas.restoreState()


def _plain_page(footer: str, pages: int) -> PageTemplate:
    frame = Frame(MARGIN, 26 * mm, WIDTH, A4[1] - 52 * mm, 0, 0, 0, 0)
    return PageTemplate(
        PLAIN,
        [frame],
        onPage=lambda canvas, _book: draw_footer(canvas, footer, pages, width=A4[0], inset=MARGIN),
        pagesize=A4,
    )


def typeset(
    story: Callable[[Plan], list[Flowable]],
    *,
    title: str,
    footer: str,
    more_pages: Callable[[int], Sequence[PageTemplate]] = lambda _pages: (),
) -> tuple[bytes, Plan]:
    """Lay a story out as a PDF whose page numbers are true, and say where its parts stand.

    `more_pages` gives page templates besides the plain one, for a total number of pages. Raises
    `Misconfigured` without our fonts and `Refused` where a text is too long for any page.
    """
    _load_fonts()
    plan = Plan()
    for _ in range(4):
        out = io.BytesIO()
        book = _Book(out, title, [_plain_page(footer, plan.pages), *more_pages(plan.pages)])
        try:
            book.build(story(plan))
        except LayoutError:
            # The cause quotes the text that did not fit.
            raise Refused("a title or reason is longer than a page; shorten it") from None
        drawn = Plan(book.page, book.starts)
        if drawn == plan:
            return out.getvalue(), plan
        plan = drawn
    raise Unproven("the page numbers of a document did not settle; report this as a defect")


def saved(pdf: pikepdf.Pdf, title: str) -> bytes:
    """Save a PDF that tells its title and language, and nothing about who or what made it."""
    del pdf.docinfo
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Producer"] = "Muniment"
    pdf.Root["/Lang"] = pikepdf.String("en-GB")
    pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def document_of(story: Callable[[Plan], list[Flowable]], *, title: str, footer: str) -> bytes:
    """Lay out a document of our own, finished and ready to be sent."""
    laid_out, _plan = typeset(story, title=title, footer=footer)
    with pikepdf.open(io.BytesIO(laid_out)) as pdf:
        return saved(pdf, title)
