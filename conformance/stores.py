"""What every store must keep, ours and a stranger's: inherit a class, give its parts, run pytest.

    class TestShelves(DisposerContract):
        @pytest.fixture
        def disposal(self) -> Disposal: ...

Each class names the one fixture that the subclass gives. Nothing here imports pytest.
"""

# ruff: noqa: S101, D102 -- these methods are tests: they assert, and their names are their promises
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from recordkeeping.disclosure.people import Standing
from recordkeeping.ports import (
    Disposer,
    DocumentIndex,
    DocumentSource,
    PeopleSource,
    RecordSource,
)
from recordkeeping.vocabulary.errors import MunimentError, Refused
from recordkeeping.vocabulary.identifiers import DocumentRef, RecordRef, StoreName, SubjectRef


def refusal_of(act: Callable[[], object]) -> str:
    """Return the text with which an act is refused; fail where it is done, or fails otherwise."""
    try:
        act()
    except Refused as no:
        return str(no)
    except MunimentError as other:
        raise AssertionError(f"expected a refusal, not {type(other).__name__}") from other
    raise AssertionError("expected a refusal, but it was done")


@dataclass(frozen=True, slots=True)
class Documents:
    """A store of documents to be tried: one document in it, and the key of one that is not.

    `small` is the same store opened with a limit that is smaller than the document.
    """

    store: DocumentSource
    small: DocumentSource
    there: DocumentRef
    content: bytes = field(repr=False)
    absent: DocumentRef


class DocumentSourceContract:
    """What a store that gives documents keeps. The subclass gives `documents`."""

    def test_it_is_a_document_source(self, documents: Documents) -> None:
        assert isinstance(documents.store, DocumentSource)

    def test_it_gives_the_whole_document_unchanged(self, documents: Documents) -> None:
        assert documents.store.fetch(documents.there) == documents.content

    def test_it_gives_the_same_document_twice(self, documents: Documents) -> None:
        first = documents.store.fetch(documents.there)
        assert documents.store.fetch(documents.there) == first

    def test_it_refuses_a_document_it_does_not_have_without_telling_its_key(
        self, documents: Documents
    ) -> None:
        told = refusal_of(lambda: documents.store.fetch(documents.absent))
        assert documents.absent.key not in told

    def test_it_refuses_a_document_over_the_limit(self, documents: Documents) -> None:
        told = refusal_of(lambda: documents.small.fetch(documents.there))
        assert documents.there.key not in told

    def test_it_refuses_a_document_of_another_store(self, documents: Documents) -> None:
        elsewhere = DocumentRef(StoreName("another-store"), documents.there.key)
        refusal_of(lambda: documents.store.fetch(elsewhere))


@dataclass(frozen=True, slots=True)
class Disposal:
    """A store to dispose in: two records in it whose keys are alike, and one that never was.

    The key of `neighbour` begins with the key of `record`, wherever the store can have such keys.
    """

    store: Disposer
    record: RecordRef
    neighbour: RecordRef
    absent: RecordRef


class DisposerContract:
    """What a store that disposes of records keeps. The subclass gives `disposal`."""

    def test_it_is_a_disposer(self, disposal: Disposal) -> None:
        assert isinstance(disposal.store, Disposer)

    def test_it_holds_what_nobody_disposed_of(self, disposal: Disposal) -> None:
        assert disposal.store.holds(disposal.record)
        assert disposal.store.holds(disposal.neighbour)

    def test_it_does_not_hold_what_never_was(self, disposal: Disposal) -> None:
        assert not disposal.store.holds(disposal.absent)

    def test_what_it_disposed_of_is_gone(self, disposal: Disposal) -> None:
        disposal.store.dispose(disposal.record)
        assert not disposal.store.holds(disposal.record)

    def test_the_neighbour_stays(self, disposal: Disposal) -> None:
        disposal.store.dispose(disposal.record)
        assert disposal.store.holds(disposal.neighbour)

    def test_disposing_twice_is_no_fault(self, disposal: Disposal) -> None:
        disposal.store.dispose(disposal.record)
        disposal.store.dispose(disposal.record)
        assert not disposal.store.holds(disposal.record)

    def test_disposing_of_what_never_was_is_no_fault(self, disposal: Disposal) -> None:
        disposal.store.dispose(disposal.absent)
        assert disposal.store.holds(disposal.record)

    def test_it_refuses_a_record_of_another_store(self, disposal: Disposal) -> None:
        elsewhere = RecordRef(StoreName("another-store"), disposal.record.key)
        refusal_of(lambda: disposal.store.dispose(elsewhere))
        refusal_of(lambda: disposal.store.holds(elsewhere))
        assert disposal.store.holds(disposal.record)


@dataclass(frozen=True, slots=True)
class Records:
    """A store of records to be tried: the references of every record in it, one that is not."""

    store: RecordSource
    refs: frozenset[RecordRef]
    absent: RecordRef


class RecordSourceContract:
    """What a store whose records can be read keeps. The subclass gives `kept`."""

    def test_it_is_a_record_source(self, kept: Records) -> None:
        assert isinstance(kept.store, RecordSource)

    def test_it_yields_every_record_once(self, kept: Records) -> None:
        told = [record.ref for record in kept.store.records()]
        assert frozenset(told) == kept.refs
        assert len(told) == len(kept.refs)

    def test_it_yields_them_in_the_same_order_again(self, kept: Records) -> None:
        assert list(kept.store.records()) == list(kept.store.records())

    def test_each_record_reads_the_same_alone(self, kept: Records) -> None:
        for record in kept.store.records():
            assert kept.store.record(record.ref) == record

    def test_a_record_that_is_not_there_is_none(self, kept: Records) -> None:
        assert kept.store.record(kept.absent) is None


@dataclass(frozen=True, slots=True)
class People:
    """A store of people to be tried: a subject whom it knows, and one whom it does not."""

    store: PeopleSource
    subject: SubjectRef
    stranger: SubjectRef


class PeopleSourceContract:
    """What a store that knows who is who keeps. The subclass gives `people`."""

    def test_it_is_a_people_source(self, people: People) -> None:
        assert isinstance(people.store, PeopleSource)

    def test_the_subject_is_in_their_own_roster_and_nobody_else_is_the_subject(
        self, people: People
    ) -> None:
        roster = people.store.roster_of(people.subject)
        subjects = [p.id for p in roster.people if p.role is Standing.SUBJECT]
        assert subjects == [roster.subject]

    def test_no_two_people_share_an_id(self, people: People) -> None:
        ids = [person.id for person in people.store.roster_of(people.subject).people]
        assert len(ids) == len(set(ids))

    def test_the_roster_is_the_same_again(self, people: People) -> None:
        assert people.store.roster_of(people.subject) == people.store.roster_of(people.subject)

    def test_it_refuses_a_stranger_without_telling_who_was_asked_for(self, people: People) -> None:
        assert people.stranger not in refusal_of(lambda: people.store.roster_of(people.stranger))


@dataclass(frozen=True, slots=True)
class Index:
    """An index to be tried: a subject, and the documents about them."""

    store: DocumentIndex
    subject: SubjectRef
    refs: frozenset[DocumentRef]
    stranger: SubjectRef


class DocumentIndexContract:
    """What a store that knows which documents are about whom keeps. The subclass gives `index`."""

    def test_it_is_a_document_index(self, index: Index) -> None:
        assert isinstance(index.store, DocumentIndex)

    def test_it_yields_every_document_about_the_person_once(self, index: Index) -> None:
        told = [document.ref for document in index.store.documents_about(index.subject)]
        assert frozenset(told) == index.refs
        assert len(told) == len(index.refs)

    def test_it_yields_them_in_the_same_order_again(self, index: Index) -> None:
        first = list(index.store.documents_about(index.subject))
        assert list(index.store.documents_about(index.subject)) == first

    def test_nothing_is_about_a_stranger(self, index: Index) -> None:
        assert list(index.store.documents_about(index.stranger)) == []
