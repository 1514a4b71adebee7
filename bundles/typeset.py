"""How our pages look: type, colour, margins, and "Page n of m" on every one of them.

A story is laid out until its page numbers agree with themselves: an index names pages that come
after it, and its own length moves them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
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
)

from bundles.lettering import Lettering
from bundles.rows import Cell, Link, Rows, Unkept
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
LINE_SIZE, BASELINE = 7.6, 13.0  # of the line at the foot of every page

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
    """A place that a bookmark leads to. It takes no room."""

    def __init__(self, key: str, title: str, level: int = 0) -> None:
        """Name the place, and its title among the bookmarks."""
        super().__init__()
        self.key, self.title, self.level = key, title, level

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Draw nothing."""


class PagesOfOthers(Flowable):
    """Pages that come at this place of a story, and are made elsewhere. It takes no room."""

    def __init__(self, parts: Sequence[tuple[Mark, int]], words: Iterable[tuple[str, str]]) -> None:
        """Name the parts and their pages, and the words that will be set there, with their font."""
        super().__init__()
        self.parts, self.words = parts, words

    def wrap(self, *_available: float) -> tuple[float, float]:
        """Take no room."""
        return 0, 0

    def draw(self) -> None:
        """Have the letters of those words embedded."""
        self.before = self.canv.getPageNumber()
        self.lettering = Lettering(self.canv)
        for words, font in self.words:
            self.lettering.shown(words, font, 1)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: the page it leads to, and how deep it stands."""

    title: str = field(repr=False)
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A story laid out: the pages that it made itself, and what is to be known of all pages.

    The bookmarks and links lead to pages of the whole; the pages of others are not in `pdf`.
    """

    pdf: bytes = field(repr=False)
    plan: Plan
    bookmarks: tuple[Bookmark, ...]
    links: tuple[tuple[int, Link], ...]
    others: PagesOfOthers | None


class _Book(BaseDocTemplate):
    """A document that remembers on which page each mark fell."""

    def __init__(self, out: io.BytesIO, title: str, templates: Sequence[PageTemplate]) -> None:
        super().__init__(
            out,
            pagesize=A4,
            pageTemplates=list(templates),
            title=title,
            invariant=1,
            pageCompression=0,  # whoever saves it compresses,
            initialFontName=TEXT,
        )
        self.starts: dict[str, int] = {}
        self.bookmarks: list[Bookmark] = []
        self.links: list[tuple[int, Link]] = []
        self.others: PagesOfOthers | None = None

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - the name is reportlab's
        """Remember where things fell, and count the pages that are made elsewhere."""
        match flowable:
            case Mark():
                self._mark(flowable, self.page)
            case Rows():
                self.links += [(self.page, link) for link in flowable.links]
            case PagesOfOthers():
                self.others = flowable
                for mark, pages in flowable.parts:
                    self._mark(mark, self.page + 1)
                    self.page += pages

    def _mark(self, mark: Mark, page: int) -> None:
        self.starts[mark.key] = page
        self.bookmarks.append(Bookmark(mark.title, mark.level, page))


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
    headings: Sequence[str], rows: Sequence[Sequence[str | Cell]], widths: Sequence[float]
) -> Rows:
    """Set rows under headings that are repeated on every page; widths are shares of the line."""
    _load_fonts()
    share = WIDTH / sum(widths)
    return Rows(
        [Cell(heading, HEAD) for heading in headings],
        [[cell if isinstance(cell, Cell) else Cell(cell, CELL) for cell in row] for row in rows],
        [width * share for width in widths],
        HAIRLINE,
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


def page_of(page: int, pages: int) -> str:
    """Return what the foot of every page says."""
    return f"Page {page:,} of {pages:,}"


def _plain_page(footer: str, pages: int) -> PageTemplate:
    def stamp(canvas: Canvas, book: BaseDocTemplate) -> None:
        canvas.saveState()
        canvas.setFillColor(QUIET)
        canvas.setFont(TEXT, LINE_SIZE)
        canvas.drawString(MARGIN, BASELINE, footer)
        canvas.drawRightString(A4[0] - MARGIN, BASELINE, page_of(book.page, pages))
        canvas.restoreState()

    frame = Frame(MARGIN, 26 * mm, WIDTH, A4[1] - 52 * mm, 0, 0, 0, 0)
    return PageTemplate("plain", [frame], onPage=stamp, pagesize=A4)


def typeset(story: Callable[[Plan], list[Flowable]], *, title: str, footer: str) -> Laid:
    """Lay a story out as a PDF whose page numbers are true, and say where its parts stand.

    Raises `Misconfigured` without our fonts and `Refused` where a text is too long for any page.
    """
    _load_fonts()
    plan = Plan()
    for _ in range(4):
        out = io.BytesIO()
        book = _Book(out, title, [_plain_page(footer, plan.pages)])
        try:
            book.build(story(plan), canvasmaker=Canvas if plan.pages else Unkept)
        except LayoutError:
            # The cause quotes the text that did not fit.
            raise Refused("a title or reason is longer than a page; shorten it") from None
        drawn = Plan(book.page, book.starts)
        if drawn == plan:
            if book.others:
                book.others.lettering.close()
            marks, links = tuple(book.bookmarks), tuple(book.links)
            return Laid(out.getvalue(), plan, marks, links, book.others)
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
    laid = typeset(story, title=title, footer=footer)
    with pikepdf.open(io.BytesIO(laid.pdf)) as pdf:
        return saved(pdf, title)
