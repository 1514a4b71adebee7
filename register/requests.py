"""Requests in our memory: their stages, their evidence, and the documents gathered for them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Row, Table, func, insert, select

from recordkeeping.disclosure.findings import Gap
from recordkeeping.disclosure.release import Reconciliation
from recordkeeping.disclosure.request import Request, Stage, advance
from recordkeeping.ports import IndexedDocument
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    Digest,
    DocumentRef,
    ItemId,
    OfficerId,
    RequestId,
    StoreName,
    SubjectRef,
)
from register import schema
from register.database import insert_into
from register.papers import PaperId


class Form(StrEnum):
    """In which form a document lies among the working papers."""

    ORIGINAL = "original"  # as its store gave it
    PAGES = "pages"  # converted, as the reviewer sees it
    TEXT = "text"  # the words of its pages, as detectors read them
    PROVEN = "proven"  # redacted, and shown to be
    RECORD = "record"  # what the proof says of it, in JSON
    PASSPHRASE = "passphrase"  # noqa: S105 - of the bundle, with its first document, until taken


class Shows(StrEnum):
    """What a piece of evidence about the requester shows."""

    IDENTITY = "identity"
    ENTITLEMENT = "entitlement"


class Kept(NamedTuple):
    """A working paper, and how many pages it has where that is known."""

    paper: PaperId
    pages: int | None


@dataclass(frozen=True, slots=True)
class RequestDocument:
    """A document gathered for a request; `number` is its place in the request, from 1.

    `parent` is the document that it was attached to. `gaps` are what could not be read of it.
    """

    id: ItemId
    request: RequestId
    number: int
    ref: DocumentRef
    media_type: str
    title: str = field(repr=False)
    dated: date | None
    record_class: ClassId | None
    parent: ItemId | None
    original: Kept | None = None
    pages: Kept | None = None
    proven: Kept | None = None
    record: Kept | None = None
    text: Kept | None = None
    passphrase: Kept | None = None
    gaps: tuple[Gap, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Say whether the whole document could not be read."""
        return any(gap.page is None for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class Release:
    """What was made available to the requester; `bundle` is the sealed bundle's digest."""

    id: ItemId
    request: RequestId
    bundle: Digest
    counts: Reconciliation
    pages: int
    redactions: int
    on: date


@dataclass(frozen=True, slots=True)
class Requests:
    """Every request, and what was gathered for it. Its stage is its last fact."""

    connection: Connection

    def open(self, request: Request, *, by: OfficerId, convention: str) -> None:
        """Keep a new request; refuse a reference that is taken."""
        kept = self.connection.execute(
            insert_into(self.connection, schema.request)
            .values(
                id=request.id,
                subject=request.subject,
                received=request.received,
                due=request.due,
                convention=convention,
                by=by,
            )
            .on_conflict_do_nothing()
            .returning(schema.request.c.id)
        ).first()
        if kept is None:
            raise Refused("there is a request with this reference already")
        self._add_fact(request.id, 1, Stage.OPEN, by, request.received)

    def get(self, request: RequestId) -> Request:
        """Return a request as it stands; refuse a reference that is none."""
        row = self.connection.execute(
            select(schema.request).where(schema.request.c.id == request)
        ).one_or_none()
        if row is None:
            raise Refused("there is no request with this reference")
        return Request(
            id=request,
            subject=SubjectRef(row.subject),
            received=row.received,
            due=row.due,
            stage=Stage(self._last_fact(request).stage),
            identity_verified=self._evidence(request, Shows.IDENTITY),
            entitlement_verified=self._evidence(request, Shows.ENTITLEMENT),
        )

    def for_change(self, request: RequestId) -> Request:
        """Return a request that nobody else changes until this transaction ends."""
        self.connection.execute(
            select(schema.request.c.id).where(schema.request.c.id == request).with_for_update()
        )
        return self.get(request)

    def under_review(self, request: RequestId) -> Request:
        """Return a request for change; refuse one that is approved, released or closed."""
        found = self.for_change(request)
        if found.stage not in (Stage.OPEN, Stage.GATHERED):
            raise Refused(f"the request is {found.stage.value}: nothing in it changes any more")
        return found

    def in_stage(self, stage: Stage) -> tuple[Request, ...]:
        """Return the requests that stand at this stage, the soonest due first."""
        ids = self.connection.scalars(
            select(schema.request.c.id).order_by(schema.request.c.due, schema.request.c.id)
        )
        everyone = (self.get(RequestId(id)) for id in ids.all())
        return tuple(request for request in everyone if request.stage is stage)

    def move(self, request: RequestId, to: Stage, *, by: OfficerId, on: date) -> None:
        """Take a request to another stage; refuse a move that the rules do not have."""
        stage = self.for_change(request).stage
        self._add_fact(request, self._last_fact(request).step + 1, advance(stage, to), by, on)

    def reached(self, request: RequestId, stage: Stage) -> tuple[OfficerId, date] | None:
        """Return who brought the request to a stage and when, the last time; None if never."""
        fact = schema.request_fact
        row = self.connection.execute(
            select(fact)
            .where(fact.c.request == request, fact.c.stage == stage.value)
            .order_by(fact.c.step.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else (OfficerId(row.by), row.on)

    def verify(self, request: RequestId, shows: Shows, kind: str, *, by: OfficerId) -> None:
        """Write down which kind of evidence was seen; the last one counts."""
        self.under_review(request)
        table = schema.request_evidence
        step = self._next(table, table.c.request == request, table.c.shows == shows.value)
        self.connection.execute(
            insert(table).values(request=request, shows=shows.value, step=step, kind=kind, by=by)
        )

    def add_document(
        self, request: RequestId, found: IndexedDocument, *, parent: ItemId | None = None
    ) -> ItemId:
        """Keep a document of a request and return its id; one that is kept already, once."""
        self.under_review(request)
        table = schema.document
        mine = table.c.request == request
        known = self.connection.scalar(
            select(table.c.id).where(
                mine, table.c.store == found.ref.store, table.c.document_key == found.ref.key
            )
        )
        if known is not None:
            return ItemId(known)
        document = ItemId(uuid4().hex)
        count = self.connection.scalar(select(func.count()).select_from(table).where(mine))
        self.connection.execute(
            insert(table).values(
                id=document,
                request=request,
                number=(count or 0) + 1,
                store=found.ref.store,
                document_key=found.ref.key,
                media_type=found.media_type,
                title=found.title,
                dated=found.dated,
                record_class=found.record_class,
                parent=parent,
            )
        )
        return document

    def keep_form(self, document: ItemId, form: Form, kept: Kept) -> None:
        """Write down which paper holds a form of the document; the last one counts.

        Once the request is approved only a proven form, its record and the passphrase may be added.
        """
        request = self.request_of(document)
        if form in (Form.PROVEN, Form.RECORD, Form.PASSPHRASE):
            self.for_change(request)
        else:
            self.under_review(request)
        table = schema.document_form
        step = self._next(table, table.c.document == document, table.c.form == form.value)
        self.connection.execute(
            insert(table).values(
                document=document, form=form.value, step=step, paper=kept.paper, pages=kept.pages
            )
        )

    def add_gap(self, document: ItemId, gap: Gap) -> None:
        """Write down what could not be read; of a whole document the first reason told stays."""
        kept = self.document(document)
        self.under_review(kept.request)
        if gap.page is None and kept.is_gap:
            return
        self.connection.execute(
            insert_into(self.connection, schema.document_gap)
            .values(document=document, page=gap.page or 0, because=gap.because)
            .on_conflict_do_nothing()
        )

    def documents(self, request: RequestId) -> tuple[RequestDocument, ...]:
        """Return every document of a request, in the order of their numbers."""
        return self._documents(schema.document.c.request == request)

    def document(self, document: ItemId) -> RequestDocument:
        """Return one document; refuse an id that is none."""
        found = self._documents(schema.document.c.id == document)
        if not found:
            raise Refused("there is no document with this id")
        return found[0]

    def request_of(self, document: ItemId) -> RequestId:
        """Return the request that a document was gathered for."""
        return self.document(document).request

    def release(self, release: Release, *, by: OfficerId) -> None:
        """Write down what was released, once for a request that was approved."""
        self.move(release.request, Stage.RELEASED, by=by, on=release.on)
        counts = release.counts
        self.connection.execute(
            insert(schema.release).values(
                id=release.id,
                request=release.request,
                bundle=release.bundle,
                documents=counts.documents,
                released=counts.released,
                withheld=counts.withheld,
                gaps=counts.gaps,
                annexes=counts.annexes,
                pages=release.pages,
                redactions=release.redactions,
                on=release.on,
            )
        )

    def release_of(self, request: RequestId) -> Release | None:
        """Return what was released for a request, or None."""
        row = self.connection.execute(
            select(schema.release).where(schema.release.c.request == request)
        ).one_or_none()
        if row is None:
            return None
        counts = Reconciliation(row.documents, row.released, row.withheld, row.gaps, row.annexes)
        return Release(
            id=ItemId(row.id),
            request=request,
            bundle=Digest(row.bundle),
            counts=counts,
            pages=row.pages,
            redactions=row.redactions,
            on=row.on,
        )

    def _documents(self, chosen: ColumnElement[bool]) -> tuple[RequestDocument, ...]:
        ids = select(schema.document.c.id).where(chosen)
        forms: dict[str, dict[str, Kept]] = defaultdict(dict)
        form = schema.document_form
        for row in self.connection.execute(
            select(form).where(form.c.document.in_(ids)).order_by(form.c.step)
        ):
            forms[row.document][row.form] = Kept(PaperId(row.paper), row.pages)
        gaps: dict[str, list[Gap]] = defaultdict(list)
        gap = schema.document_gap
        for row in self.connection.execute(
            select(gap).where(gap.c.document.in_(ids)).order_by(gap.c.page, gap.c.because)
        ):
            gaps[row.document].append(Gap(row.because, row.page or None))
        rows = self.connection.execute(
            select(schema.document).where(chosen).order_by(schema.document.c.number)
        )
        return tuple(_document(row, forms[row.id], gaps[row.id]) for row in rows)

    def _evidence(self, request: RequestId, shows: Shows) -> str:
        table = schema.request_evidence
        kind: str | None = self.connection.scalar(
            select(table.c.kind)
            .where(table.c.request == request, table.c.shows == shows.value)
            .order_by(table.c.step.desc())
            .limit(1)
        )
        return kind or ""

    def _last_fact(self, request: RequestId) -> Row[Any]:
        fact = schema.request_fact
        return self.connection.execute(
            select(fact).where(fact.c.request == request).order_by(fact.c.step.desc()).limit(1)
        ).one()

    def _add_fact(
        self, request: RequestId, step: int, stage: Stage, by: OfficerId, on: date
    ) -> None:
        self.connection.execute(
            insert(schema.request_fact).values(
                request=request, step=step, stage=stage.value, by=by, on=on
            )
        )

    def _next(self, table: Table, *conditions: ColumnElement[bool]) -> int:
        last = self.connection.scalar(select(func.max(table.c.step)).where(*conditions))
        return (last or 0) + 1


def _document(row: Row[Any], forms: dict[str, Kept], gaps: list[Gap]) -> RequestDocument:
    return RequestDocument(
        id=ItemId(row.id),
        request=RequestId(row.request),
        number=row.number,
        ref=DocumentRef(StoreName(row.store), row.document_key),
        media_type=row.media_type,
        title=row.title,
        dated=row.dated,
        record_class=None if row.record_class is None else ClassId(row.record_class),
        parent=None if row.parent is None else ItemId(row.parent),
        original=forms.get(Form.ORIGINAL),
        pages=forms.get(Form.PAGES),
        proven=forms.get(Form.PROVEN),
        record=forms.get(Form.RECORD),
        text=forms.get(Form.TEXT),
        passphrase=forms.get(Form.PASSPHRASE),
        gaps=tuple(gaps),
    )
