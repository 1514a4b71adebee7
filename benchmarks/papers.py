"""The papers that both sides are measured on: made here, from a seed, about nobody.

Every set comes with the terms that are to go. The same seed gives the same bytes.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from docx import Document
from pikepdf import Pdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from conformance.northmoor.names import TRADITIONS

_FONTS = Path("/usr/share/fonts/truetype/liberation")
_WIDTH, _HEIGHT, _MARGIN = 595.276, 841.89, 56.0
_LINES, _SIZE, _LEADING = 49, 11.0, 14.8

_WORDS = """
the a of to in and that was for on with as at by from this were which had been when after
before during about their other would could should visit meeting school family carer review
plan child young person worker home contact health concern support morning afternoon evening
placement placements assessment referral decision agreed discussed reported recorded explained
attended arranged telephone letter office manager duty team statutory independent reviewing
officer safeguarding conference chair minutes action outcome risk protective factor education
attendance behaviour development emotional wellbeing friendship sibling holiday transport
clothing allowance savings passport birthday hospital dentist nursery college tutor sport
swimming music garden kitchen bedroom calm upset happy worried tired settled anxious pleased
polite quiet
"""
WORDS = tuple(_WORDS.split())


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF, and the terms that are to go from it."""

    pdf: bytes
    terms: tuple[str, ...]


def people(count: int, seed: int) -> tuple[str, ...]:
    """Return full names of people who do not exist, none of them a part of another."""
    rng = Random(seed)
    names: dict[str, None] = {}
    while len(names) < count:
        tradition = rng.choice(TRADITIONS)
        name = f"{rng.choice(tradition.female + tradition.male)} {rng.choice(tradition.surnames)}"
        if name.isascii() and not any(name in other or other in name for other in names):
            names[name] = None
    return tuple(names)


def dense(pages: int, seed: int = 7, boxes: float = 6.3) -> Paper:
    """Set pages of small print, every second one justified, with some six names on each."""
    rng = Random(seed)
    terms = people(3, seed)
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(_WIDTH, _HEIGHT), invariant=1)
    for number in range(pages):
        face = ("LiberationSerif", "LiberationSans")[number // 2 % 2]
        pdfmetrics.registerFont(TTFont(face, _FONTS / f"{face}-Regular.ttf"))
        names = [rng.choice(terms) for _ in range(int(boxes) + (rng.random() < boxes % 1))]
        _set_page(canvas, _lines(rng, face, names), face, justified=bool(number % 2))
        canvas.showPage()
    canvas.save()
    return Paper(out.getvalue(), terms)


def _lines(rng: Random, face: str, names: list[str]) -> list[str]:
    """Return lines as full as they go; each name stands whole on a line of its own choosing."""
    room = _WIDTH - 2 * _MARGIN
    where = dict(zip(rng.sample(range(_LINES), len(names)), names, strict=True))
    lines = []
    for number in range(_LINES):
        words = [rng.choice(WORDS) for _ in range(3)]
        if number in where:
            words.append(where[number])
        while True:
            more = [*words, rng.choice(WORDS)]
            if pdfmetrics.stringWidth(" ".join(more), face, _SIZE) > room:
                break
            words = more
        lines.append(" ".join(words))
    return lines


def _set_page(canvas: Canvas, lines: list[str], face: str, *, justified: bool) -> None:
    text = canvas.beginText(_MARGIN, _HEIGHT - _MARGIN)
    text.setFont(face, _SIZE, leading=_LEADING)
    for line in lines:
        if justified:
            free = _WIDTH - 2 * _MARGIN - pdfmetrics.stringWidth(line, face, _SIZE)
            text.setWordSpace(free / line.count(" "))
        text.textLine(line)
    canvas.drawText(text)


def has_office() -> bool:
    """Say whether LibreOffice is there to set the second set."""
    return shutil.which("soffice") is not None


def office(documents: int = 8, seed: int = 11) -> list[Paper]:
    """Have LibreOffice set reports of some eight pages: headings, running text, tables, a header.

    Its version is the machine's own, so these bytes are the same on one machine only.
    """
    terms = people(16, seed)
    with tempfile.TemporaryDirectory() as folder:
        for number in range(documents):
            _report(Random(seed + number), terms, number, Path(folder) / f"report-{number:02}.docx")
        subprocess.run(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                *("--headless", "--convert-to", "pdf", "--outdir", folder),
                *sorted(str(path) for path in Path(folder).glob("*.docx")),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
        made = sorted(Path(folder).glob("*.pdf"))
        return [Paper(path.read_bytes(), terms) for path in made]


def joined(parts: list[Paper]) -> Paper:
    """Return papers as one, with the terms of all."""
    with Pdf.new() as whole:
        for part in parts:
            with Pdf.open(io.BytesIO(part.pdf)) as opened:
                whole.pages.extend(opened.pages)
        out = io.BytesIO()
        whole.save(out)
    return Paper(out.getvalue(), tuple(sorted({term for part in parts for term in part.terms})))


def _report(rng: Random, terms: tuple[str, ...], number: int, to: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = f"Northmoor Council: report {number + 1}"
    for section in range(12):
        document.add_heading(f"{section + 1}. {' '.join(_some(rng, 4)).capitalize()}", level=2)
        for _ in range(3):
            words = [word for _ in range(rng.randint(5, 9)) for word in _sentence(rng, terms)]
            paragraph = document.add_paragraph(" ".join(words))
            paragraph.paragraph_format.alignment = rng.choice((0, 3))
        table = document.add_table(rows=0, cols=4, style="Table Grid")
        for _ in range(6):
            cells = table.add_row().cells
            cells[0].text = rng.choice(terms) if rng.random() < 0.5 else " ".join(_some(rng, 2))
            for cell in cells[1:]:
                cell.text = " ".join(_some(rng, rng.randint(1, 5)))
    document.save(str(to))


def _some(rng: Random, count: int) -> Iterator[str]:
    return (rng.choice(WORDS) for _ in range(count))


def _sentence(rng: Random, terms: tuple[str, ...]) -> Iterator[str]:
    words = list(_some(rng, rng.randint(8, 18)))
    if rng.random() < 0.25:
        words.insert(rng.randrange(len(words)), rng.choice(terms))
    yield words[0].capitalize()
    yield from words[1:-1]
    yield words[-1] + "."
