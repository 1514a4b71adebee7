"""What a release is made of: an annex goes out only as far as something on it is shown."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from recordkeeping.disclosure.decisions import Decision, Ruling, Withholding
from recordkeeping.disclosure.exemptions import Exemption
from recordkeeping.disclosure.findings import Finding, Propose
from recordkeeping.disclosure.request import Request
from recordkeeping.ports import IndexedDocument
from recordkeeping.vocabulary.errors import Unproven
from recordkeeping.vocabulary.identifiers import (
    DocumentRef,
    ItemId,
    OfficerId,
    RequestId,
    StoreName,
    SubjectRef,
)
from redaction.areas import Added, Area
from redaction.prove import prove
from redaction.reading import read_document
from redaction.removing import remove
from register.database import open_database, transaction, upgrade
from register.papers import PaperId
from register.papers import Papers as WorkingPapers
from register.register import Register
from register.requests import Form, Kept
from tasks.bundling import as_removals, look_through
from tasks.releasing import added_to, annexes_left_out, keep_proven, released_documents
from wiring.work import Work

SAR, OFFICER, DAY = RequestId("SAR-2026-0001"), OfficerId("d.sar"), date(2026, 11, 24)
AUTHOR = Finding(1, (0, 10), "hidden", Propose.REDACT, 1.0, "annex", "a property", code="R40")
COMMENT = Finding(1, (20, 60), "hidden", Propose.ASK, 1.0, "annex", "a comment")
SUBJECT = Finding(1, (0, 7), "person", Propose.SHOW, 1.0, "roster", "the subject")
REMOVED, SHOWN = (Ruling.REDACT, "R40"), (Ruling.SHOW, None)
Ruled = tuple[Ruling, str | None]


class Papers:
    """A letter and its annex, in a register of their own."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.work = Work(register, lambda _: 0, datetime(2026, 11, 24, tzinfo=UTC), DAY)
        register.requests.open(
            Request(SAR, SubjectRef("p1"), DAY, date(2026, 12, 24)), by=OFFICER, convention="ico"
        )
        self.letter = self.add("letters/1.pdf", None)
        self.annex = self.add(f"{self.letter}/beside", self.letter)
        register.findings.replace(self.annex, [AUTHOR, COMMENT, SUBJECT])

    def add(self, key: str, parent: ItemId | None) -> ItemId:
        indexed = IndexedDocument(DocumentRef(StoreName("files"), key), "application/pdf")
        id = self.register.requests.add_document(SAR, indexed, parent=parent)
        # A form stands here without its paper, of which a release asks later.
        self.register.requests.keep_form(id, Form.PAGES, Kept(PaperId(id), 1))
        return id

    def rule(self, rulings: Mapping[int, Ruled]) -> None:
        found = self.register.findings.of(self.annex)
        self.register.findings.decide(
            SAR,
            [Decision(found[n].id, ruling, OFFICER, DAY, c) for n, (ruling, c) in rulings.items()],
        )

    @property
    def released(self) -> list[ItemId]:
        return [document.id for document in released_documents(self.work, SAR)]

    @property
    def left_out(self) -> dict[ItemId, dict[str, int]]:
        return {d.id: dict(codes) for d, codes in annexes_left_out(self.work, SAR).items()}


@pytest.fixture
def papers(tmp_path: Path) -> Iterator[Papers]:
    engine: Engine = open_database(f"sqlite:///{tmp_path / 'register.db'}")
    upgrade(engine)
    with transaction(engine) as connection:
        yield Papers(Register(connection))


def test_an_annex_of_which_every_piece_is_removed_is_no_document_of_the_bundle(
    papers: Papers,
) -> None:
    papers.rule({0: REMOVED, 1: (Ruling.REDACT, "R01"), 2: SHOWN})
    assert papers.released == [papers.letter]
    assert papers.left_out == {papers.annex: {"R40": 1, "R01": 1}}


def test_an_annex_with_one_piece_that_is_shown_is_released(papers: Papers) -> None:
    papers.rule({0: REMOVED, 1: SHOWN, 2: SHOWN})
    assert papers.released == [papers.letter, papers.annex]
    assert papers.left_out == {}


def test_an_annex_on_which_something_is_undecided_is_not_set_aside(papers: Papers) -> None:
    papers.rule({0: REMOVED, 2: SHOWN})
    assert papers.released == [papers.letter, papers.annex]


def test_a_letter_of_which_everything_is_removed_is_still_a_document(papers: Papers) -> None:
    papers.rule({0: REMOVED, 1: REMOVED, 2: SHOWN})
    letter = papers.register.findings.replace(papers.letter, [COMMENT])
    decision = Decision(letter[0].id, Ruling.REDACT, OFFICER, DAY, "R01")
    papers.register.findings.decide(SAR, [decision])
    assert papers.released == [papers.letter]
    assert papers.left_out == {papers.annex: {"R40": 2}}


def test_an_annex_that_is_withheld_whole_is_counted_there_alone(papers: Papers) -> None:
    papers.rule({0: REMOVED, 1: REMOVED, 2: REMOVED})
    papers.register.findings.withhold(Withholding(papers.annex, "R21", OFFICER, DAY))
    assert papers.released == [papers.letter]
    assert papers.left_out == {}


TYPED = (
    b"On Tuesday Zephy-        the warden was in the garden\n"
    b"rine Quax-               and nothing else took place\n"
    b"ley met him.             at all that day.\n"
)
NAMES = ("Zephyrine Quaxley", "Zephyrine", "Quaxley")


def test_what_only_the_proof_read_is_known_when_the_bundle_is_proven_again(
    papers: Papers, tmp_path: Path
) -> None:
    kept = WorkingPapers(tmp_path / "papers", tmp_path / "keys" / "papers.key")
    source = read_document(TYPED).pdf
    proven = remove(source, [], NAMES, 0)
    letter = papers.register.requests.document(papers.letter)
    assert added_to(kept, papers.work, letter) == {}
    keep_proven(kept, papers.work, letter, proven, "")
    letter = papers.register.requests.document(papers.letter)
    added = added_to(kept, papers.work, letter)
    assert {page: more.terms for page, more in added.items()} == {1: 3}
    assert {(area.page, area.label) for area in added[1].areas} == {(1, "another person")}
    assert letter.proven is not None
    again = kept.read(papers.register.connection, letter.proven.paper)
    assert prove(again, source, added[1].areas, NAMES, 0).sha256 == proven.sha256


def test_what_only_the_proof_read_is_told_under_the_reason_in_its_box() -> None:
    place = (10.0, 20.0, 30.0, 40.0)
    added = {
        2: Added(2, (Area(2, place, "another person", "R01"),)),
        5: Added(1, (Area(5, place),)),
    }
    known = Exemption("R01", "", "", "", "", "", "information about another person", "Not you.")
    assert [
        (r.reason.code, r.reason.label, r.count) for r in as_removals({"R01": known}, added)
    ] == [
        ("R01", "information about another person", 2),
        ("", "another person", 1),
    ]


def test_what_was_left_in_another_paper_is_told_by_the_paper_and_without_a_name() -> None:
    seen, rang = (read_document(text).pdf for text in (b"Seen at home.", b"Darren Quaxley rang."))
    whole = read_document(b"Seen at home.\fDarren Quaxley rang.").pdf
    papers = {ItemId("d1"): seen, ItemId("d2"): rang}
    look_through(whole, ["Wayne Bell", "Darren"], papers)  # a plain word: looked for in its own
    with pytest.raises(Unproven, match=r"in the assembled bundle: 1, in d2 \(by ") as told:
        look_through(whole, ["Wayne Bell", "Darren Quaxley"], papers)
    assert "Quaxley" not in str(told.value)
    with pytest.raises(Unproven, match="in none of its documents"):
        look_through(whole, ["Darren Quaxley"], {ItemId("d1"): seen})
