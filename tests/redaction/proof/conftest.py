"""A good release to spoil: a page with a name's box burned, beside its page form."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, replace

import pikepdf
import pytest
from pikepdf import Array, Pdf
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument
from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.prove import Verdict, prove, weigh
from redaction.reading import read_document

NAME_AREA = Area(1, (91.5, 88, 146, 103))


@dataclass(frozen=True)
class Release:
    """A burned document, the page form that it was made from, and what was removed."""

    pdf: bytes
    source: bytes
    areas: tuple[Area, ...] = (NAME_AREA,)

    def weigh(self, *gone: str) -> Verdict:
        return weigh(self.pdf, self.source, self.areas, gone)

    def prove(self, *gone: str) -> ProvenDocument:
        return prove(self.pdf, self.source, self.areas, gone, len(self.areas))

    def changed(self, change: Callable[[Pdf], None]) -> Release:
        """Return it as a mistaken or hostile burner would have left it, saved as ours are."""
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(self.pdf)) as pdf:
            change(pdf)
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return replace(self, pdf=out.getvalue())

    def drawn(self, more: str) -> Release:
        """Return it with more instructions on its page, after what stays."""

        def draw(pdf: Pdf) -> None:
            page = pdf.pages[0].obj
            whole = isinstance(page.Contents, Array)
            stream = page.Contents[-1] if whole else page.Contents
            longer = pdf.make_stream(stream.read_bytes() + b"\n" + more.encode())
            if whole:
                page.Contents[-1] = longer
            else:
                page.Contents = longer

        return self.changed(draw)


def visit(canvas: Canvas) -> None:
    canvas.drawString(50, 200, "Visit by Zephyrine on Tuesday")
    canvas.drawString(50, 100, "It was a calm and pleasant afternoon, and nothing else happened.")
    canvas.rect(300, 20, 60, 40, fill=1)


@pytest.fixture
def release(paper: Callable[..., bytes]) -> Release:
    """The page rewritten."""
    source = read_document(paper(visit)).pdf
    return Release(burn(source, [NAME_AREA]).pdf, source)


@pytest.fixture
def picture(paper: Callable[..., bytes]) -> Release:
    """The page as a picture."""
    source = read_document(paper(visit)).pdf
    return Release(burn(source, [NAME_AREA], (1,)).pdf, source)
