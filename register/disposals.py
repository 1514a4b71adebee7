"""Disposals in our memory: what was proposed, said, intended, done and certified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select

from recordkeeping.retention.disposal import (
    VALID_DAYS,
    Authorisation,
    Certificate,
    DisposalState,
    Proposal,
    advance,
    may_dispose,
)
from recordkeeping.retention.due import Assessment
from recordkeeping.retention.schedule import Action
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.gates import Verdict
from recordkeeping.vocabulary.holds import holds_over
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    Digest,
    ItemId,
    OfficerId,
    RecordRef,
    StoreName,
)
from recordkeeping.vocabulary.records import Record
from register import schema
from register.breaker import Breaker
from register.claims import Claim, check, give_back, take
from register.database import insert_into
from register.gates import Gate, pass_gate
from register.holds import Holds


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a record that is being disposed of, numbered in the order of disposal."""

    number: int
    record: RecordRef
    done: bool


@dataclass(frozen=True, slots=True)
class Disposals:
    """Every proposal and what followed it. The state of an item is its last fact."""

    connection: Connection

    def propose(self, proposal: Proposal) -> bool:
        """Keep a proposal; return False if the same record, rule and facts were proposed before.

        One that was withdrawn may be proposed again; one that the owner rejected may not, until
        a fact or the rule changes.
        """
        if proposal.record is None or proposal.inputs is None:
            raise ValueError("a new proposal names its record and inputs")
        pass_gate(self.connection, Gate.PROPOSALS)
        earlier = self._same(proposal)
        if earlier and self.state_of(earlier[-1]) is not DisposalState.WITHDRAWN:
            return False
        self.connection.execute(insert(schema.proposal).values(_columns(proposal)))
        self.connection.execute(
            insert(schema.proposal_record).values(
                item=proposal.id,
                store=proposal.record.store,
                record_key=proposal.record.key,
                rule=proposal.rule,
                inputs=proposal.inputs,
                round=len(earlier),
            )
        )
        self._add_fact(
            proposal.id, 1, DisposalState.PROPOSED, proposal.proposed_by, proposal.proposed_on
        )
        return True

    def get(self, item: ItemId) -> Proposal:
        """Return a proposal in whichever state; refuse an id that is none."""
        found = self._read(schema.proposal.c.id == item)
        if not found:
            raise Refused("there is no proposal with this id")
        return found[0]

    def waiting(self) -> tuple[Proposal, ...]:
        """Return what waits for an owner, oldest first."""
        return self._in_state(DisposalState.PROPOSED)

    def authorised(self) -> tuple[Proposal, ...]:
        """Return what an owner has authorised and nobody has begun."""
        return self._in_state(DisposalState.AUTHORISED)

    def intended_without_outcome(self) -> tuple[Proposal, ...]:
        """Return what was begun and neither completed nor found unproven: a crash, or now."""
        return self._in_state(DisposalState.INTENDED)

    def unproven(self) -> tuple[Proposal, ...]:
        """Return what was perhaps destroyed and waits for a person."""
        return self._in_state(DisposalState.UNPROVEN)

    def uncertified(self) -> tuple[Proposal, ...]:
        """Return what is completed and has no certificate yet."""
        return self._in_state(
            DisposalState.COMPLETED, schema.proposal.c.id.not_in(select(schema.certificate.c.item))
        )

    def state_of(self, item: ItemId) -> DisposalState:
        """Return how far an item has come."""
        return self._last_fact(item)[1]

    def lock(self, items: Iterable[ItemId]) -> None:
        """Wait until nobody else changes any of these; until the transaction ends nobody does.

        Whoever changes several locks them all here first, in one order, and before the ledger's
        head: else two that change the same items would each wait for the other.
        """
        self.connection.execute(
            select(schema.proposal.c.id)
            .where(schema.proposal.c.id.in_(list(items)))
            .order_by(schema.proposal.c.id)
            .with_for_update()
        ).all()

    def state_for_change(self, item: ItemId) -> DisposalState:
        """Return how far an item has come; until this transaction ends nobody else moves it."""
        self.connection.execute(
            select(schema.proposal.c.id).where(schema.proposal.c.id == item).with_for_update()
        )
        return self.state_of(item)

    def authorisation_of(self, item: ItemId) -> Authorisation:
        """Return the owner's yes; refuse where there is none."""
        fact = self.connection.execute(
            select(schema.proposal_fact).where(
                schema.proposal_fact.c.item == item,
                schema.proposal_fact.c.state == DisposalState.AUTHORISED.value,
            )
        ).one_or_none()
        if fact is None:
            raise Refused("this disposal was not authorised")
        return Authorisation(item, OfficerId(fact.by), fact.on, fact.code)

    def authorise(self, authorisation: Authorisation) -> None:
        """Write down an owner's yes."""
        self._move(
            authorisation.item,
            DisposalState.AUTHORISED,
            authorisation.by,
            authorisation.on,
            authorisation.basis,
        )

    def reject(self, item: ItemId, *, by: OfficerId, on: date, reason_code: str) -> None:
        """Write down an owner's no."""
        self._move(item, DisposalState.REJECTED, by, on, reason_code)

    def withdraw(self, item: ItemId, *, by: OfficerId, on: date, reason_code: str) -> None:
        """Take a proposal back before anything was begun; it may be proposed again."""
        self._move(item, DisposalState.WITHDRAWN, by, on, reason_code)

    def claim(self, item: ItemId, runner: str, now: datetime, lease: timedelta) -> Claim | None:
        """Take the item for `lease`, or return None while another runner has it.

        The same runner may claim again; each claim ends every earlier one.
        """
        return take(self.connection, item, runner, now, lease)

    def give_back(self, claim: Claim, now: datetime) -> None:
        """End a claim early, so that another runner need not wait; an ended one is left alone."""
        give_back(self.connection, claim, now)

    def intend(
        self,
        claim: Claim,
        record: Record,
        fresh: Assessment,
        *,
        today: date,
        valid_days: int = VALID_DAYS,
    ) -> Verdict:
        """Judge everything again behind the gate and, on yes, write down the intent.

        `record` and `fresh` are the record and its assessment as the store has it now; holds are
        read here, once no other transaction can place one. On no, nothing is written.
        """
        pass_gate(self.connection, Gate.HOLDS)
        Breaker(self.connection).or_refuse()
        check(self.connection, claim)
        item = claim.item
        advance(self.state_for_change(item), DisposalState.INTENDED)
        authorisation = self.authorisation_of(item)
        held = holds_over(record, Holds(self.connection).in_force())
        verdict = may_dispose(self.get(item), authorisation, fresh, held, today, valid_days)
        if verdict.passed:
            self._write_places(item, record.places)
            self._move(item, DisposalState.INTENDED, authorisation.by, today)
        return verdict

    def places(self, item: ItemId) -> tuple[Place, ...]:
        """Return the places of an intended item, in the order of disposal."""
        place, done = schema.disposal_place, schema.place_done
        same = (place.c.item == done.c.item) & (place.c.number == done.c.number)
        rows = self.connection.execute(
            select(place, done.c.number.label("done"))
            .select_from(place.outerjoin(done, same))
            .where(place.c.item == item)
            .order_by(place.c.number)
        )
        return tuple(
            Place(row.number, RecordRef(StoreName(row.store), row.record_key), row.done is not None)
            for row in rows
        )

    def mark_done(self, claim: Claim, place: int) -> None:
        """Write down that a place was seen to be empty; doing it twice is no fault."""
        check(self.connection, claim)
        self.connection.execute(
            insert_into(self.connection, schema.place_done)
            .values(item=claim.item, number=place)
            .on_conflict_do_nothing()
        )

    def complete(self, claim: Claim, *, by: OfficerId, on: date) -> None:
        """Write down that every place was seen to be empty; refuse while one was not."""
        check(self.connection, claim)
        places = self.places(claim.item)
        if not places or not all(place.done for place in places):
            raise Refused("not every place was shown to be empty")
        self._move(claim.item, DisposalState.COMPLETED, by, on)

    def leave_unproven(self, claim: Claim, *, by: OfficerId, on: date, reason_code: str) -> None:
        """Write down that it could not be shown; a person must look.

        What may be left of it is held in the same transaction, so the gate of holds is passed
        here, before the lease and the item: afterwards would be out of order.
        """
        pass_gate(self.connection, Gate.HOLDS)
        check(self.connection, claim)
        self._move(claim.item, DisposalState.UNPROVEN, by, on, reason_code)

    def completed_on(self, item: ItemId) -> date:
        """Return the day on which the item was completed; refuse one that is not."""
        fact, state = self._last_fact(item)
        if state is not DisposalState.COMPLETED:
            raise Refused("this disposal is not completed")
        day: date = fact.on
        return day

    def certify(self, certificate: Certificate) -> bool:
        """Keep a certificate and forget which record it was; return False if it was kept before.

        What remains is the item's id, class, rule, dates and counts. `register.database.scrub`
        clears what SQLite's log still holds.
        """
        item = certificate.item
        self.state_for_change(item)
        self.completed_on(item)
        kept = self.connection.execute(
            insert_into(self.connection, schema.certificate)
            .values(
                item=item,
                statement=certificate.statement,
                sha256=certificate.sha256,
                issued_on=certificate.issued_on,
            )
            .on_conflict_do_nothing()
            .returning(schema.certificate.c.item)
        ).first()
        for table in (schema.proposal_record, schema.disposal_place):
            self.connection.execute(delete(table).where(table.c.item == item))
        return kept is not None

    def certificate_of(self, item: ItemId) -> bytes | None:
        """Return a certificate's statement, or None."""
        statement: bytes | None = self.connection.scalar(
            select(schema.certificate.c.statement).where(schema.certificate.c.item == item)
        )
        return statement

    def _same(self, proposal: Proposal) -> tuple[ItemId, ...]:
        """Return proposals of the same record, rule and facts, earliest first."""
        table, record = schema.proposal_record, proposal.record
        assert record is not None  # noqa: S101 - `propose` looked
        found = self.connection.scalars(
            select(table.c.item)
            .where(
                table.c.store == record.store,
                table.c.record_key == record.key,
                table.c.rule == proposal.rule,
                table.c.inputs == proposal.inputs,
            )
            .order_by(table.c.round)
        )
        return tuple(ItemId(item) for item in found)

    def _in_state(
        self, state: DisposalState, *conditions: ColumnElement[bool]
    ) -> tuple[Proposal, ...]:
        fact = schema.proposal_fact
        last = (
            select(fact.c.item, func.max(fact.c.step).label("step"))
            .group_by(fact.c.item)
            .subquery()
        )
        items = (
            select(fact.c.item)
            .join(last, (fact.c.item == last.c.item) & (fact.c.step == last.c.step))
            .where(fact.c.state == state.value)
        )
        return self._read(schema.proposal.c.id.in_(items), *conditions)

    def _read(self, *conditions: ColumnElement[bool]) -> tuple[Proposal, ...]:
        known = schema.proposal_record
        rows = self.connection.execute(
            select(schema.proposal, known.c.store, known.c.record_key, known.c.inputs)
            .select_from(schema.proposal.outerjoin(known))
            .where(*conditions)
            .order_by(schema.proposal.c.proposed_on, schema.proposal.c.id)
        )
        return tuple(_proposal(row) for row in rows)

    def _last_fact(self, item: ItemId) -> tuple[Row[Any], DisposalState]:
        fact = self.connection.execute(
            select(schema.proposal_fact)
            .where(schema.proposal_fact.c.item == item)
            .order_by(schema.proposal_fact.c.step.desc())
            .limit(1)
        ).one_or_none()
        if fact is None:
            raise Refused("there is no proposal with this id")
        return fact, DisposalState(fact.state)

    def _move(
        self,
        item: ItemId,
        to: DisposalState,
        by: OfficerId,
        on: date,
        code: str | None = None,
    ) -> None:
        self.state_for_change(item)
        fact, state = self._last_fact(item)
        self._add_fact(item, fact.step + 1, advance(state, to), by, on, code)

    def _add_fact(
        self,
        item: ItemId,
        step: int,
        state: DisposalState,
        by: OfficerId,
        on: date,
        code: str | None = None,
    ) -> None:
        self.connection.execute(
            insert(schema.proposal_fact).values(
                item=item, step=step, state=state.value, code=code, on=on, by=by
            )
        )

    def _write_places(self, item: ItemId, places: Sequence[RecordRef]) -> None:
        rows = [
            {"item": item, "number": number, "store": place.store, "record_key": place.key}
            for number, place in enumerate(places, start=1)
        ]
        self.connection.execute(insert(schema.disposal_place), rows)


def _columns(proposal: Proposal) -> dict[str, object]:
    return {
        "id": proposal.id,
        "record_class": proposal.record_class,
        "rule": proposal.rule,
        "schedule": proposal.schedule,
        "eligible_from": proposal.eligible_from,
        "destroy_by": proposal.destroy_by,
        "action": proposal.action.value,
        "places": proposal.places,
        "proposed_on": proposal.proposed_on,
        "by": proposal.proposed_by,
    }


def _proposal(row: Row[Any]) -> Proposal:
    known = row.record_key is not None
    return Proposal(
        id=ItemId(row.id),
        record=RecordRef(StoreName(row.store), row.record_key) if known else None,
        record_class=ClassId(row.record_class),
        rule=row.rule,
        schedule=row.schedule,
        eligible_from=row.eligible_from,
        destroy_by=row.destroy_by,
        action=Action(row.action),
        places=row.places,
        inputs=Digest(row.inputs) if known else None,
        proposed_by=OfficerId(row.by),
        proposed_on=row.proposed_on,
    )
