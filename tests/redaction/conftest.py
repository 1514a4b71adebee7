"""Papers to redact, made here: every person and number in them is invented."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable

import pikepdf
import pypdf
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.disclosure.release import ProvenDocument
from redaction.detect import areas_of, detect
from redaction.reading import read_document
from redaction.removing import remove
from redaction.terms import TermDetector

Draw = Callable[[Canvas], None]
Change = Callable[[pikepdf.Pdf], None]


@pytest.fixture
def paper() -> Callable[..., bytes]:
    """A maker of one-page PDFs of 400 by 300 points, drawn and then changed as the test says."""

    def make(
        draw: Draw, change: Change | None = None, lock: pikepdf.Encryption | None = None
    ) -> bytes:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(400, 300), invariant=1)
        pdfmetrics.registerFont(
            TTFont("DejaVuSans", "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
        )
        canvas.setFont("Helvetica", 12)
        draw(canvas)
        canvas.save()
        if change is None and lock is None:
            return out.getvalue()
        changed = io.BytesIO()
        with pikepdf.open(out) as pdf:
            if change:
                change(pdf)
            pdf.save(changed, encryption=lock or False)
        return changed.getvalue()

    return make


@pytest.fixture
def released() -> Callable[..., ProvenDocument]:
    """Read, remove the terms, burn and prove: the whole way, with the real parts."""

    def release(content: bytes, *terms: str) -> ProvenDocument:
        document = read_document(content)
        findings = detect(document, Roster(""), [TermDetector(terms)])
        areas = areas_of(findings, {}, "another person")
        return remove(document.pdf, areas, terms, len(findings))

    return release


@pytest.fixture
def said() -> Callable[[bytes], str]:
    """What a PDF says to programs that are not ours, in one string without case."""

    def read(pdf: bytes) -> str:
        assert shutil.which("pdftotext"), "install the Debian package poppler-utils"
        poppler = subprocess.run(
            ["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True
        ).stdout.decode()
        pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
        strings = []
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            for thing in opened.objects:
                if isinstance(thing, pikepdf.Stream):
                    strings.append(thing.read_bytes().decode("latin-1"))
                strings.append(str(thing.unparse(), "latin-1") if hasattr(thing, "unparse") else "")
        text = " ".join([poppler, *(page.extract_text() for page in pages)])
        return " ".join(text.split()).casefold() + pdf.decode("latin-1") + "".join(strings)

    return read


@pytest.fixture
def roster() -> Roster:
    """A child, her father who shares her surname, and a social worker."""
    return Roster(
        "p1",
        (
            Person(
                "p1",
                "Kayleigh Ann Marsh",
                Standing.SUBJECT,
                aliases=("Kay",),
                identifiers=(("nhs", "943 476 5919"),),
                addresses=("14 Coble Lane, Northmoor NM1 2AB",),
                phones=("01632 960 001",),
                emails=("kay@example.org",),
            ),
            Person("p2", "Dean Marsh", relation="father"),
            Person("p3", "Priya Nair", Standing.PROFESSIONAL, relation="social worker"),
        ),
    )
