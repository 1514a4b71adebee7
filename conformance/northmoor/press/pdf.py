"""Born-digital PDF: words, headings and ruled tables in embedded type, and nothing else."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate, Spacer, TableStyle
from reportlab.platypus import Paragraph as Flow
from reportlab.platypus import Table as Ruled

from conformance.northmoor.wording import Block, Heading, Marking, Paper, Paragraph, Table
from recordkeeping.vocabulary.errors import Fault, Misconfigured

FONTS = Path("/usr/share/fonts/truetype/dejavu")
COUNCIL = "Northmoor Council · Children’s Services"

_BODY = ParagraphStyle("body", fontName="Northmoor", fontSize=9.5, leading=13.5, spaceAfter=6)
_TITLE = ParagraphStyle("title", _BODY, fontName="Northmoor-Bold", fontSize=15, leading=20)
_HEADING = ParagraphStyle(
    "heading",
    _BODY,
    fontName="Northmoor-Bold",
    fontSize=11,
    leading=15,
    spaceBefore=8,
    keepWithNext=1,
)
_CELL = ParagraphStyle("cell", _BODY, fontSize=8.5, leading=11, spaceAfter=0, alignment=TA_LEFT)
_CELL_HEAD = ParagraphStyle("cell-head", _CELL, fontName="Northmoor-Bold")
_WIDTH = A4[0] - 44 * mm
_RULES = TableStyle(
    [
        ("GRID", (0, 0), (-1, -1), 0.4, colors.HexColor("#8a9099")),
        ("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e8ecf0")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
)


@cache
def _load_type() -> None:
    """Make the type known to the press, once: a face read anew would change the bytes."""
    faces = {"Northmoor": "DejaVuSans.ttf", "Northmoor-Bold": "DejaVuSans-Bold.ttf"}
    if missing := [file for file in faces.values() if not (FONTS / file).is_file()]:
        raise Misconfigured(
            Fault(str(FONTS / file), "install the Debian package fonts-dejavu-core")
            for file in missing
        )
    for name, file in faces.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / file)))


def print_pdf(paper: Paper, password: str | None = None) -> bytes:
    """Print a paper as PDF; with a password, as one that cannot be opened without it."""
    _load_type()
    page = SimpleDocTemplate(
        out := BytesIO(),
        pagesize=A4,
        leftMargin=22 * mm,
        rightMargin=22 * mm,
        topMargin=24 * mm,
        bottomMargin=22 * mm,
        title=paper.kind.replace("-", " ").capitalize(),
        author=COUNCIL,
        invariant=1,
        encrypt=StandardEncryption(password, canPrint=0) if password else None,
    )

    def furnish(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Northmoor", 7.5)
        canvas.drawString(22 * mm, A4[1] - 14 * mm, COUNCIL)
        canvas.drawRightString(A4[0] - 22 * mm, A4[1] - 14 * mm, paper.head.text)
        canvas.setLineWidth(0.4)
        canvas.line(22 * mm, A4[1] - 16 * mm, A4[0] - 22 * mm, A4[1] - 16 * mm)
        canvas.drawString(22 * mm, 12 * mm, "OFFICIAL – SENSITIVE (PERSONAL)")
        canvas.drawRightString(A4[0] - 22 * mm, 12 * mm, f"Page {document.page}")

    story = [Flow(escape(paper.title), _TITLE), Spacer(0, 3 * mm)]
    story += [flow for block in paper.blocks for flow in _flows(block)]
    page.build(story, onFirstPage=furnish, onLaterPages=furnish)
    return out.getvalue()


def _flows(block: Block) -> list[Flowable]:
    match block:
        case Heading(line):
            return [Flow(escape(line.text), _HEADING)]
        case Paragraph(line):
            return [Flow(escape(line.text), _BODY)]
        case Marking(words, scope):
            return [Flow(escape(words), _HEADING), *(Flow(escape(s.text), _BODY) for s in scope)]
        case Table(rows):
            return [_ruled([[cell.text for cell in row] for row in rows]), Spacer(0, 3 * mm)]


def _ruled(rows: list[list[str]]) -> Ruled:
    cells = [
        [Flow(escape(text), _CELL_HEAD if number == 0 else _CELL) for text in row]
        for number, row in enumerate(rows)
    ]
    # A column is as wide as its longest words ask, within reason.
    longest = [min(max(len(row[n]) for row in rows), 60) + 8 for n in range(len(rows[0]))]
    widths = [_WIDTH * share / sum(longest) for share in longest]
    return Ruled(cells, colWidths=widths, style=_RULES, repeatRows=1)
