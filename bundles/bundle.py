"""A bundle: one PDF that a person can read, check and keep, locked with a passphrase.

    assemble ──▶ (the caller proves the whole of it once more) ──▶ seal

The two are apart because our own pages leave the building too: a letter or an index must hold
nothing that was removed from a document.
"""

from __future__ import annotations

import io
import os
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from typing import BinaryIO

import pikepdf
from reportlab.platypus import Flowable

from bundles.binding import Binder
from bundles.contents import BundleContents, require_as_proven, require_reconciled
from bundles.letter import letter_story
from bundles.lists import (
    digests,
    document_key,
    documents_left_out,
    everything_accounted_for,
    gaps_story,
    how_to_read,
    index,
    part,
    schedule_of_redactions,
)
from bundles.sheets import words_on_sheets
from bundles.typeset import TITLE, Mark, PagesOfOthers, Plan, document_of, text, typeset
from recordkeeping.vocabulary.errors import Refused, Unproven
from recordkeeping.vocabulary.identifiers import Digest

_TITLE = "Your records"
_GAPS_TITLE = "What we could not include"
_SHORTEST_PASSPHRASE = 12


@dataclass(frozen=True, slots=True)
class Bundle:
    """A sealed bundle, ready to be released."""

    pdf: bytes = field(repr=False)
    sha256: Digest
    pages: int


def assemble(contents: BundleContents) -> bytes:
    """Put the bundle together as one PDF, not yet locked. The same contents give the same bytes.

    Raises `Unproven` when documents do not add up or are not as they were proven, and `Refused`
    when there is nothing to release.
    """
    require_reconciled(contents)
    documents = contents.in_order
    for number, released in enumerate(documents, start=1):
        require_as_proven(released, number)
    with _as_ours():
        laid = typeset(lambda plan: _story(contents, plan), title=_TITLE, footer=contents.request)
        with pikepdf.open(io.BytesIO(laid.pdf)) as own:
            binder = Binder(laid, own)
        with _table() as table:
            for number, released in enumerate(documents, start=1):
                proven = released.document
                with _opened(table, proven.pdf, proven.pages, number) as document:
                    binder.lay(document, number, released.title, contents.request)
        return binder.bound(_TITLE)


@contextmanager
def _as_ours() -> Iterator[None]:
    """Turn what goes wrong with a PDF into `Unproven`, without its words."""
    try:
        yield
    except pikepdf.PdfError:
        raise Unproven("a page cannot be read any more; prove the documents again") from None


@contextmanager
def _opened(table: BinaryIO, pdf: bytes, pages: int, number: int) -> Iterator[pikepdf.Pdf]:
    """Open a proven document on a table in memory, on which one lies at a time."""
    table.seek(0)
    table.write(pdf)
    table.truncate()
    table.flush()
    with pikepdf.open(table, access_mode=pikepdf.AccessMode.mmap_only) as opened:
        if len(opened.pages) != pages:
            raise Unproven(f"document {number} does not have the pages that were proven")
        yield opened


def _table() -> BinaryIO:
    """Return a file that is in memory alone. qpdf reads it by itself; of `BytesIO` it asks us."""
    return os.fdopen(os.memfd_create("documents"), "w+b")


def _story(contents: BundleContents, plan: Plan) -> list[Flowable]:
    documents = contents.in_order
    parts = [
        (Mark(document_key(n), f"{n}: {d.title}", level=1), d.document.pages)
        for n, d in enumerate(documents, start=1)
    ]
    story = [
        Mark("letter", "Letter"),
        *letter_story(contents),
        *how_to_read(contents),
        *index(contents, plan),
        PagesOfOthers(parts, words_on_sheets((d.title for d in documents), contents.request)),
    ]
    return [
        *story,
        *schedule_of_redactions(contents),
        *part("gaps", _GAPS_TITLE, *gaps_story(contents)),
        *documents_left_out(contents),
        *everything_accounted_for(contents),
        *digests(documents),
    ]


def seal(pdf: bytes, passphrase: str) -> Bundle:
    """Lock a bundle with AES-256 (PDF 2.0, revision 6), so that only the passphrase opens it.

    Printing, copying and reading aloud stay allowed. The owner's password is random and kept by
    nobody. Refuses a passphrase that could be guessed by its length alone.
    """
    if len(passphrase) < _SHORTEST_PASSPHRASE:
        raise Refused(f"a passphrase needs at least {_SHORTEST_PASSPHRASE} characters; make one")
    out = io.BytesIO()
    with _as_ours(), pikepdf.open(io.BytesIO(pdf)) as opened:
        pages = len(opened.pages)
        opened.save(
            out,
            compress_streams=False,  # they were packed as they were made
            encryption=pikepdf.Encryption(
                user=passphrase, owner=secrets.token_urlsafe(32), R=6, aes=True, metadata=True
            ),
        )
    sealed = out.getvalue()
    return Bundle(sealed, Digest(sha256(sealed).hexdigest()), pages)


def cover_letter(contents: BundleContents) -> bytes:
    """Set the letter alone, as a PDF."""
    return document_of(
        lambda _plan: letter_story(contents), title="Our answer", footer=contents.request
    )


def gap_list(contents: BundleContents) -> bytes:
    """Set the list of what could not be included alone, as a PDF."""
    return document_of(
        lambda _plan: [text(_GAPS_TITLE, TITLE), *gaps_story(contents)],
        title=_GAPS_TITLE,
        footer=contents.request,
    )


def _words(count: int) -> str:
    return "a word" if count == 1 else f"{count} words"


def manifest(contents: BundleContents, bundle: Bundle) -> dict[str, object]:
    """Account for a release in numbers and digests, without names or titles.

    It is the council's own, for its record of releases: it holds the codes that the person's pages
    do not show. `look_at` names the pages from which more was removed than people had decided.
    """
    told = contents.reconciliation
    removed, beside = Counter[str](), Counter[str]()
    for released in contents.documents:
        for removal in released.removals:
            removed[removal.reason.code] += removal.count
    for document in contents.all:
        for removal in document.beside:
            beside[removal.reason.code] += removal.count
    return {
        "request": contents.request,
        "released_on": contents.released_on.isoformat(),
        "bundle": {"sha256": bundle.sha256, "pages": bundle.pages, "bytes": len(bundle.pdf)},
        "documents": [
            {
                "number": number,
                "sha256": released.document.sha256,
                "pages": released.document.pages,
                "redactions": released.document.redactions,
                "pages_as_images": list(released.document.pages_as_images),
                "readers": list(released.document.readers),
                "gaps": len(released.gaps),
                "read_by_the_proof": {
                    str(page): count for page, count in released.read_by_the_proof.items()
                },
            }
            for number, released in enumerate(contents.in_order, start=1)
        ],
        "look_at": [
            f"document {number}, page {page}: the proof removed {_words(count)} that nobody had "
            "decided; look at it"
            for number, released in enumerate(contents.in_order, start=1)
            for page, count in released.read_by_the_proof.items()
        ],
        "reconciliation": {
            "documents": told.documents,
            "released": told.released,
            "withheld": told.withheld,
            "annexes": told.annexes,
            "gaps": told.gaps,
        },
        "removed_by_code": dict(sorted(removed.items())),
        "beside_by_code": dict(sorted(beside.items())),
        "withheld_by_code": dict(sorted(Counter(w.reason.code for w in contents.withheld).items())),
    }
