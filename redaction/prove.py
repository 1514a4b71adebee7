"""Looking for what should be gone: several independent readers, none of which wrote the document.

    shape      our own results only: every object and key is one that a rule names
    grounds    our own results only: the released pages beside the source
    bytes      the file as it lies on disk: outside its objects, and every stream unpacked
    objects    every string and every name of the file
    pdfium, pypdf, poppler     the words of the pages, as three programs read them

Each has its file in `redaction/proof/`, and looks in a sandbox (`redaction/proof/looking.py`).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import pikepdf
from pikepdf import Name, Pdf

from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Unproven
from recordkeeping.vocabulary.identifiers import Digest
from redaction.areas import Area
from redaction.sandbox import in_sandbox
from redaction.wire import Header

_MOST_LEAKS = 1000


@dataclass(frozen=True, slots=True)
class Leak:
    """A term that can still be read. `page` is None where the reader knows no pages."""

    term: int
    reader: str
    page: int | None
    where: str


def prove(
    pdf: bytes, source: bytes, areas: Sequence[Area], gone: Sequence[str], redactions: int
) -> ProvenDocument:
    """Show that nothing in the areas and none of the terms can be read, or raise `Unproven`.

    `pdf` are the very bytes to be released, `source` is the page form that they were made from.
    `areas` are those that were decided, not as they were painted. `gone` are the terms that may
    stand nowhere in the document. `redactions` is how many decisions it carries out.
    """
    return proven(pdf, weigh(pdf, source, areas, gone), redactions)


def proven(pdf: bytes, verdict: Verdict, redactions: int) -> ProvenDocument:
    """Return the document that a verdict is about, or raise `Unproven` with what is against it."""
    if verdict.against:
        raise Unproven("; ".join(verdict.against))
    if verdict.sha256 != sha256(pdf).hexdigest():
        raise Unproven("the proof is about another file")
    return ProvenDocument._after_proof(
        pdf=pdf,
        sha256=Digest(verdict.sha256),
        pages=verdict.pages,
        redactions=redactions,
        readers=verdict.readers,
        pages_as_images=verdict.pictures,
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks against a burned document, and on which pages; 0 stands for the whole of it."""

    sha256: str
    against: tuple[str, ...]
    failing: frozenset[int]
    pages: int
    readers: tuple[str, ...]
    pictures: tuple[int, ...]


def weigh(pdf: bytes, source: bytes, areas: Sequence[Area], gone: Sequence[str]) -> Verdict:
    """Look at a burned document with every reader, and say what speaks against it."""
    answer = _look(pdf, gone, areas, source)
    failing = {int(page) for page, _ in answer["against"]}
    against = [
        f"page {page} {reason}" if page else str(reason) for page, reason in answer["against"]
    ]
    if leaks := _leaks(answer, len(gone)):
        terms, readers = {leak.term for leak in leaks}, sorted({leak.reader for leak in leaks})
        failing |= {leak.page or 0 for leak in leaks}
        against.append(
            f"{len(terms)} of {len(gone)} terms can still be read (by {', '.join(readers)})"
        )
    return Verdict(
        sha256=sha256(pdf).hexdigest(),
        against=tuple(against),
        failing=frozenset(failing),
        pages=int(answer["pages"]),
        readers=tuple(str(reader) for reader in answer["readers"]),
        pictures=tuple(int(page) for page in answer["pictures"]),
    )


def leaks_in(pdf: bytes, terms: Sequence[str]) -> tuple[tuple[Leak, ...], tuple[str, ...]]:
    """Return where any of the terms can be read in a PDF, whoever made it, and who looked."""
    answer = _look(pdf, terms, None, None)
    return _leaks(answer, len(terms)), tuple(str(reader) for reader in answer["readers"])


def canaries_caught() -> bool:
    """Say whether the prover still finds what two known bad files hide.

    One shows a name under a black box; the other keeps it in its metadata alone.
    """
    covered = _canary(content=b"BT /F 12 Tf 9 9 Td (Ann Canary) Tj ET 0 0 99 99 re f")
    named = _canary(title="Ann Canary")
    text, _ = leaks_in(covered, ["ann canary"])
    metadata, _ = leaks_in(named, ["ann canary"])
    return {"pdfium", "pypdf"} <= {leak.reader for leak in text} and {"objects", "bytes"} <= {
        leak.reader for leak in metadata
    }


def _canary(content: bytes = b"", title: str = "") -> bytes:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        font = pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(content)
        if title:
            pdf.docinfo["/Title"] = title
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def _look(
    pdf: bytes, terms: Sequence[str], areas: Sequence[Area] | None, source: bytes | None
) -> Header:
    asked = {
        "terms": list(terms),
        "areas": None if areas is None else [[a.page, *a.box, a.label, a.code] for a in areas],
    }
    answer, _ = in_sandbox("look", asked, [pdf] if source is None else [pdf, source])
    if not {"leaks", "against", "readers", "pages", "pictures"} <= answer.keys():
        raise Unproven("the proof did not answer")
    return answer


def _leaks(answer: Header, terms: int) -> tuple[Leak, ...]:
    leaks = (Leak(int(t), str(r), p, str(w)) for t, r, p, w in answer["leaks"][:_MOST_LEAKS])
    return tuple(leak for leak in leaks if 0 <= leak.term < terms)
