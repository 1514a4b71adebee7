"""A small synthetic release: two documents, one withheld, one that could not be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from hashlib import sha256

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bundles.contents import (
    AboutTheInformation,
    Addressee,
    BundleContents,
    MissingDocument,
    Reason,
    ReleasedDocument,
    Removal,
    WithheldDocument,
)
from bundles.council import Council
from recordkeeping.disclosure.findings import Gap
from recordkeeping.disclosure.release import ProvenDocument, Reconciliation
from recordkeeping.vocabulary.identifiers import Digest, RequestId

MakeProven = Callable[..., ProvenDocument]


def proven_from(pdf: bytes, *, pages: int, redactions: int = 0) -> ProvenDocument:
    return ProvenDocument._after_proof(
        pdf=pdf,
        sha256=Digest(sha256(pdf).hexdigest()),
        pages=pages,
        redactions=redactions,
        readers=("poppler", "pdfium"),
    )


@pytest.fixture(scope="session")
def proven_pdf() -> MakeProven:
    """Make a proven document from bytes."""
    return proven_from


@pytest.fixture(scope="session")
def proven() -> MakeProven:
    """Make a proven document of plain pages that say the words and their page number."""

    def make(words: str, *, pages: int = 1, redactions: int = 0) -> ProvenDocument:
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=A4)
        for number in range(1, pages + 1):
            canvas.drawString(72, 700, f"{words}, sheet {number}")
            canvas.showPage()
        canvas.save()
        return proven_from(out.getvalue(), pages=pages, redactions=redactions)

    return make


@pytest.fixture(scope="session")
def council() -> Council:
    return Council(
        name="Northmoor Council",
        address=("The Moot Hall", "Northmoor NM1 1AA"),
        contact="records@northmoor.example.org, 01632 960 000",
        complaints="complaints@northmoor.example.org",
        regulator="Information Commission",
        regulator_contact="01632 960 113",
    )


@pytest.fixture(scope="session")
def contents(council: Council, proven: MakeProven) -> BundleContents:
    another = "Information about another person"
    return BundleContents(
        request=RequestId("SAR-2026-0417"),
        received=date(2026, 9, 3),
        due=date(2026, 10, 5),
        released_on=date(2026, 10, 2),
        council=council,
        addressee=Addressee("Kayleigh Ann Marsh", ("14 Coble Lane", "Northmoor NM1 2AB")),
        about=AboutTheInformation(
            why="To keep children safe.",
            kinds="Notes and plans.",
            recipients="Schools and health services.",
            kept_for="Until your 75th birthday.",
            sources="You and your family.",
            automated="None.",
        ),
        searched=("The case system", "Paper files"),
        documents=(
            ReleasedDocument(
                proven("A visit in spring", pages=2, redactions=3),
                "Case note & <review>",
                date(2010, 4, 1),
                (
                    Removal(Reason("R01", another, "This is about somebody else."), 2),
                    Removal(Reason("R05", another, "This is about somebody else."), 1),
                ),
                (Gap("the page was torn; ask for it once more", page=3),),
            ),
            ReleasedDocument(proven("A letter in winter"), "Letter", date(2009, 1, 5)),
        ),
        withheld=(WithheldDocument(Reason("R21", "Exempt"), "Report", date(2011, 5, 6)),),
        missing=(
            MissingDocument(Gap("the file is locked; ask for it without a password"), "Assessment"),
        ),
        reconciliation=Reconciliation(documents=4, released=2, withheld=1, gaps=1),
    )
