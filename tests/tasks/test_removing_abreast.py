"""Documents are removed from side by side, and where one fails nothing half done is kept."""

from __future__ import annotations

import io
import threading
from collections.abc import Sequence

import pypdf
import pytest

from recordkeeping.disclosure.decisions import Ruling
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.disclosure.request import Stage
from recordkeeping.vocabulary.errors import Refused, Unavailable
from redaction.areas import Area
from redaction.removing import remove
from redaction.sandbox.turns import cores
from register.requests import Form
from tasks import releasing
from tasks.releasing import burn_and_prove
from tests.tasks.conftest import SAR, Council, page_of

APPROVED = (Stage.GATHERED, Stage.APPROVED)
DAMAGED = b"%PDF-1.7 and nothing more"


class Watched:
    """Removes as ever, and counts how many documents are worked on, and were begun at all."""

    def __init__(self) -> None:
        self.begun: list[bytes] = []
        self.now = self.most = 0
        self._counting = threading.Lock()

    def __call__(
        self,
        pdf: bytes,
        areas: Sequence[Area],
        gone: Sequence[str],
        redactions: int,
        *,
        shown: Sequence[str],
    ) -> ProvenDocument:
        with self._counting:
            self.begun.append(pdf)
            self.now += 1
            self.most = max(self.most, self.now)
        try:
            return remove(pdf, areas, gone, redactions, shown=shown)
        finally:
            with self._counting:
                self.now -= 1


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    watching = Watched()
    monkeypatch.setattr(releasing, "remove", watching)
    return watching


@pytest.fixture
def one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work as on a machine with a single processor."""
    monkeypatch.setattr(releasing, "cores", lambda: 1)


def kept(council: Council) -> list[tuple[bool, bool]]:
    """Return of each document whether it is proven, and whether the proof's record is kept."""
    return [(d.proven is not None, d.record is not None) for d in council.documents()]


def words(pdf: bytes) -> str:
    return pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


@pytest.mark.usefixtures("one_processor")
def test_one_processor_works_on_one_document_at_a_time_in_their_order(
    council: Council, watched: Watched
) -> None:
    lines = ["The first visit.", "The second visit.", "The third visit."]
    documents = [council.read(line) for line in lines]
    council.move(*APPROVED)
    assert burn_and_prove.fn(SAR) == 3
    assert watched.most == 1
    assert [words(pdf).strip() for pdf in watched.begun] == lines
    assert [words(council.proven(id)).strip() for id in documents] == lines
    assert kept(council) == [(True, True)] * 3


def test_as_many_documents_are_worked_on_as_there_are_processors(
    council: Council, watched: Watched
) -> None:
    processors = cores()
    for number in range(processors + 1):
        council.read(f"Visit {number}.")
    council.move(*APPROVED)
    assert burn_and_prove.fn(SAR) == processors + 1
    assert watched.most == processors
    assert watched.now == 0


@pytest.mark.usefixtures("one_processor")
def test_where_a_document_fails_what_came_before_is_kept_and_what_waits_is_not_begun(
    council: Council, watched: Watched
) -> None:
    council.read("The first visit.")
    damaged = council.read("The second visit.")
    council.keep(damaged, Form.PAGES, DAMAGED, 1)
    for line in ("The third visit.", "The fourth visit.", "The fifth visit."):
        council.read(line)
    council.move(*APPROVED)
    papers, threads = council.papers(), threading.active_count()
    with pytest.raises(Refused, match="damaged"):
        burn_and_prove.fn(SAR)
    assert kept(council) == [(True, True)] + [(False, False)] * 4
    assert council.papers() == papers + 2  # the first document's proven form, and its record
    # The third may have been begun beside the second; it was let end, and is not kept.
    assert len(watched.begun) in (2, 3)
    assert (watched.now, threading.active_count()) == (0, threads)


def test_a_release_that_failed_goes_on_where_it_stopped(council: Council, watched: Watched) -> None:
    first = council.read("The first visit.")
    damaged = council.read("The second visit.")
    council.keep(damaged, Form.PAGES, DAMAGED, 1)
    council.move(*APPROVED)
    with pytest.raises(Refused, match="damaged"):
        burn_and_prove.fn(SAR)
    before = council.proven(first)
    watched.begun.clear()
    council.move(Stage.GATHERED)
    council.keep(damaged, Form.PAGES, page_of("The second visit."), 1)
    council.move(Stage.APPROVED)
    assert burn_and_prove.fn(SAR) == 2
    assert [words(pdf).strip() for pdf in watched.begun] == ["The second visit."]
    assert council.proven(first) == before
    assert kept(council) == [(True, True)] * 2


@pytest.mark.usefixtures("one_processor")
def test_what_waits_is_not_begun_where_a_proven_document_cannot_be_kept(
    council: Council, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in ("The first visit.", "The second visit.", "The third visit.", "The fourth."):
        council.read(line)
    council.move(*APPROVED)

    def full(*_: object) -> None:
        raise Unavailable("the folder of papers is full")

    monkeypatch.setattr(releasing, "keep_proven", full)
    with pytest.raises(Unavailable) as failed:
        burn_and_prove.fn(SAR)
    assert failed.tb is not None  # Prefect keeps it too: nothing may wait until it is let go
    begun = len(watched.begun)
    assert begun <= 3
    assert watched.now == 0
    assert kept(council) == [(False, False)] * 4


def test_a_document_proven_under_other_decisions_is_proven_again(
    council: Council, watched: Watched
) -> None:
    """An approval is taken back, and one more name is to go: the older copy still shows it."""
    note = council.read("Ada Quill met the warden.")
    other = council.read("Nobody came.")
    council.rule(note, "Ada Quill", Ruling.SHOW, None)
    council.move(*APPROVED)
    assert burn_and_prove.fn(SAR) == 2
    assert "Ada Quill" in words(council.proven(note))
    council.move(Stage.GATHERED)
    council.rule(note, "Ada Quill", Ruling.REDACT, "R01")
    council.move(Stage.APPROVED)
    begun, before = len(watched.begun), council.proven(other)
    assert burn_and_prove.fn(SAR) == 2
    assert "Quill" not in words(council.proven(note))
    assert "met the warden" in words(council.proven(note))
    assert len(watched.begun) == begun + 1
    assert council.proven(other) == before
