"""The kit itself: our fakes keep every contract, and each contract shows a store that does not."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from conformance.fakes import FakeConnector, FakeLog, FakeStore
from conformance.hostile import (
    FailingBetweenCopies,
    Forgetting,
    LosingTheReply,
    Lying,
    Stalling,
    Unsure,
)
from conformance.stores import (
    Disposal,
    DisposerContract,
    DocumentIndexContract,
    Index,
    People,
    PeopleSourceContract,
    Records,
    RecordSourceContract,
)
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.ports import Connector, Disposer, EntryLog, IndexedDocument
from recordkeeping.vocabulary.errors import Refused, Unavailable, Unproven
from recordkeeping.vocabulary.events import Event, EventKind
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    DocumentRef,
    ItemId,
    OfficerId,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.records import Record

STORE = StoreName("shelf")
CHILD = SubjectRef("c1")
FIRST, SECOND = RecordRef(STORE, "case/12"), RecordRef(STORE, "case/123")


@pytest.fixture
def shelf() -> FakeStore:
    shelf = FakeStore(STORE)
    for ref in (FIRST, SECOND):
        shelf.put(Record(ref, ClassId("SC-CIN"), events=(("closure", date(2012, 5, 12)),)))
    letter = IndexedDocument(DocumentRef(STORE, "letter"), "text/plain")
    shelf.put_document(letter, b"Dear Kay", about=[CHILD])
    shelf.put_roster(CHILD, Roster("p1", (Person("p1", "Kay Marsh", Standing.SUBJECT),)))
    return shelf


class TestFakeRecords(RecordSourceContract):
    @pytest.fixture
    def kept(self, shelf: FakeStore) -> Records:
        return Records(shelf, frozenset({FIRST, SECOND}), RecordRef(STORE, "case/1"))


class TestFakeDisposer(DisposerContract):
    @pytest.fixture
    def disposal(self, shelf: FakeStore) -> Disposal:
        return Disposal(shelf, FIRST, SECOND, RecordRef(STORE, "case/1"))


class TestFakePeople(PeopleSourceContract):
    @pytest.fixture
    def people(self, shelf: FakeStore) -> People:
        return People(shelf, CHILD, SubjectRef("somebody"))


class TestFakeIndex(DocumentIndexContract):
    @pytest.fixture
    def index(self, shelf: FakeStore) -> Index:
        return Index(shelf, CHILD, frozenset({DocumentRef(STORE, "letter")}), SubjectRef("nobody"))


def test_the_fake_connector_gives_one_store_both_ways(shelf: FakeStore) -> None:
    connector = FakeConnector({STORE: shelf})
    assert isinstance(connector, Connector)
    connector.disposer(STORE, {}).dispose(FIRST)
    assert connector.reader(STORE, {}).record(FIRST) is None


def test_the_fake_log_keeps_events_in_their_order() -> None:
    log = FakeLog()
    assert isinstance(log, EntryLog)
    event = Event(
        EventKind.HOLD_RELEASED, ItemId("a1"), OfficerId("o1"), datetime(2026, 1, 1, tzinfo=UTC)
    )
    assert [log.append(event), log.append(event)] == [0, 1]
    assert log.events == [event, event]


Broken = Callable[[Disposer], Disposer]


@pytest.mark.parametrize("broken", [Forgetting, Lying])
def test_the_contract_shows_a_store_that_keeps_what_it_says_is_gone(
    shelf: FakeStore, broken: Broken
) -> None:
    disposal = Disposal(broken(shelf), FIRST, SECOND, RecordRef(STORE, "case/1"))
    contract, shown = DisposerContract(), 0
    for promise in (
        contract.test_it_holds_what_nobody_disposed_of,
        contract.test_what_it_disposed_of_is_gone,
    ):
        try:
            promise(disposal)
        except AssertionError:
            shown += 1
    assert shown == 1


def test_the_contract_shows_a_store_that_takes_the_neighbour_as_well(shelf: FakeStore) -> None:
    class ByPrefix(FakeStore):
        def dispose(self, record: RecordRef) -> None:
            for found in [r.ref for r in shelf.records() if r.ref.key.startswith(record.key)]:
                shelf.dispose(found)

        def holds(self, record: RecordRef) -> bool:
            return shelf.holds(record)

    disposal = Disposal(ByPrefix(STORE), FIRST, SECOND, RecordRef(STORE, "case/9"))
    with pytest.raises(AssertionError):
        DisposerContract().test_the_neighbour_stays(disposal)


def test_a_stalling_store_answers_once_it_is_back(shelf: FakeStore) -> None:
    store = Stalling(shelf, calls_away=1)
    with pytest.raises(Unavailable):
        store.dispose(FIRST)
    assert shelf.holds(FIRST)
    store.dispose(FIRST)
    assert not store.holds(FIRST)


def test_a_store_that_loses_its_reply_has_done_the_work(shelf: FakeStore) -> None:
    with pytest.raises(Unavailable):
        LosingTheReply(shelf).dispose(FIRST)
    assert not LosingTheReply(shelf).holds(FIRST)


def test_an_unsure_store_says_neither_yes_nor_no(shelf: FakeStore) -> None:
    store = Unsure(shelf)
    store.dispose(FIRST)
    with pytest.raises(Unproven):
        store.holds(FIRST)


def test_a_store_that_fails_between_copies_leaves_the_second(shelf: FakeStore) -> None:
    store = FailingBetweenCopies(shelf)
    store.dispose(FIRST)
    with pytest.raises(Refused):
        store.dispose(SECOND)
    assert not store.holds(FIRST)
    assert store.holds(SECOND)
