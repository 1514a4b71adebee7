"""Findings in our memory, and what people ruled on them and on whole documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, insert, select, union

from recordkeeping.disclosure.decisions import Decision, Ruling, Withholding
from recordkeeping.disclosure.findings import Finding, Propose
from recordkeeping.vocabulary.errors import Refused
from recordkeeping.vocabulary.identifiers import ItemId, OfficerId, RequestId
from register import schema
from register.requests import Requests


@dataclass(frozen=True, slots=True)
class Findings:
    """What detectors saw, in rounds, and every ruling; the last of each is the present."""

    connection: Connection

    def replace(self, document: ItemId, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Keep what a search of the document found, and return it with ids of the register.

        Earlier rounds stay, and their decisions with them, but are present no more: what was
        found anew is decided anew. A search that finds the same again changes nothing.
        """
        requests = Requests(self.connection)
        requests.under_review(requests.request_of(document))
        found = tuple(replace(finding, id="") for finding in findings)
        last = self._last_round(document)
        present = self.of(document)
        if last and found == tuple(replace(finding, id="") for finding in present):
            return present
        named = tuple(
            replace(finding, id=f"{document}-{last + 1}-{number}")
            for number, finding in enumerate(found, start=1)
        )
        self.connection.execute(insert(schema.detection).values(document=document, round=last + 1))
        if named:
            self.connection.execute(insert(schema.finding), _rows_of(document, last + 1, named))
        return named

    def of(self, document: ItemId) -> tuple[Finding, ...]:
        """Return the findings of the document's last search, in the order they were kept."""
        return self._present(schema.finding.c.document == document)

    def undecided(self, request: RequestId) -> tuple[Finding, ...]:
        """Return what still waits for a ruling; findings in a withheld document do not."""
        decided, withheld = self.decisions(request), self.withheld(request)
        in_withheld = {finding.id for document in withheld for finding in self.of(document)}
        return tuple(
            finding
            for finding in self._present(schema.finding.c.document.in_(_documents_of(request)))
            if finding.id not in decided and finding.id not in in_withheld
        )

    def unsearched(self, request: RequestId) -> tuple[ItemId, ...]:
        """Return the documents that could be read and in which nobody has looked."""
        searched = set(
            self.connection.scalars(
                select(schema.detection.c.document).where(
                    schema.detection.c.document.in_(_documents_of(request))
                )
            )
        )
        documents = Requests(self.connection).documents(request)
        return tuple(d.id for d in documents if not d.is_gap and d.id not in searched)

    def decide(self, request: RequestId, decisions: Iterable[Decision]) -> None:
        """Keep rulings on present findings; each follows an earlier one on the same finding."""
        Requests(self.connection).under_review(request)
        present = self._ids_of(request)
        table = schema.decision
        for decision in decisions:
            if decision.finding not in present:
                raise Refused("a finding of these is not there now; its document was searched anew")
            self.connection.execute(
                insert(table).values(
                    finding=decision.finding,
                    step=self._next(table, table.c.finding == decision.finding),
                    ruling=decision.ruling.value,
                    code=decision.code,
                    by=decision.by,
                    on=decision.on,
                )
            )

    def decisions(self, request: RequestId) -> Mapping[str, Decision]:
        """Return the last ruling on each present finding of a request that has one."""
        present = self._ids_of(request)
        rows = self.connection.execute(
            select(schema.decision)
            .join(schema.finding)
            .where(schema.finding.c.document.in_(_documents_of(request)))
            .order_by(schema.decision.c.step)
        )
        return {row.finding: _decision(row) for row in rows if row.finding in present}

    def withhold(self, withholding: Withholding) -> None:
        """Keep the ruling that a document is not released; the last code counts."""
        requests = Requests(self.connection)
        requests.under_review(requests.request_of(withholding.document))
        table = schema.withholding
        self.connection.execute(
            insert(table).values(
                document=withholding.document,
                step=self._next(table, table.c.document == withholding.document),
                code=withholding.code,
                by=withholding.by,
                on=withholding.on,
            )
        )

    def withheld(self, request: RequestId) -> Mapping[ItemId, Withholding]:
        """Return the documents of a request that are not released."""
        table = schema.withholding
        rows = self.connection.execute(
            select(table).where(table.c.document.in_(_documents_of(request))).order_by(table.c.step)
        )
        return {
            ItemId(row.document): Withholding(
                ItemId(row.document), row.code, OfficerId(row.by), row.on
            )
            for row in rows
        }

    def deciders(self, request: RequestId) -> frozenset[OfficerId]:
        """Return everybody who ever ruled on anything in a request, also what was ruled anew."""
        mine = _documents_of(request)
        of_findings = select(schema.decision.c.by).join(schema.finding)
        rows = self.connection.scalars(
            union(
                of_findings.where(schema.finding.c.document.in_(mine)),
                select(schema.withholding.c.by).where(schema.withholding.c.document.in_(mine)),
            )
        )
        return frozenset(OfficerId(by) for by in rows)

    def _present(self, chosen: ColumnElement[bool]) -> tuple[Finding, ...]:
        table, search = schema.finding, schema.detection
        last = (
            select(search.c.document, func.max(search.c.round).label("round"))
            .group_by(search.c.document)
            .subquery()
        )
        in_last = (table.c.document == last.c.document) & (table.c.round == last.c.round)
        rows = self.connection.execute(
            select(table)
            .join(last, in_last)
            .where(chosen)
            .order_by(table.c.document, table.c.number)
        )
        return tuple(_finding(row) for row in rows)

    def _ids_of(self, request: RequestId) -> frozenset[str]:
        found = self._present(schema.finding.c.document.in_(_documents_of(request)))
        return frozenset(finding.id for finding in found)

    def _last_round(self, document: ItemId) -> int:
        search = schema.detection
        last = select(func.max(search.c.round)).where(search.c.document == document)
        return self.connection.scalar(last) or 0

    def _next(self, table: Table, same: ColumnElement[bool]) -> int:
        return (self.connection.scalar(select(func.max(table.c.step)).where(same)) or 0) + 1


def _documents_of(request: RequestId) -> Select[tuple[str]]:
    return select(schema.document.c.id).where(schema.document.c.request == request)


def _rows_of(document: ItemId, search: int, findings: Sequence[Finding]) -> list[dict[str, object]]:
    return [
        {
            "id": finding.id,
            "document": document,
            "round": search,
            "number": number,
            "page": finding.page,
            "start": finding.span[0],
            "end": finding.span[1],
            "kind": finding.kind,
            "propose": finding.propose.value,
            "confidence": finding.confidence,
            "detector": finding.detector,
            "because": finding.because,
            "person": finding.person,
            "role": finding.role,
            "code": finding.code,
            "boxes": [list(box) for box in finding.boxes],
        }
        for number, finding in enumerate(findings, start=1)
    ]


def _finding(row: Row[Any]) -> Finding:
    return Finding(
        page=row.page,
        span=(row.start, row.end),
        kind=row.kind,
        propose=Propose(row.propose),
        confidence=row.confidence,
        detector=row.detector,
        because=row.because,
        person=row.person,
        role=row.role,
        code=row.code,
        boxes=tuple((x0, y0, x1, y1) for x0, y0, x1, y1 in row.boxes),
        id=row.id,
    )


def _decision(row: Row[Any]) -> Decision:
    return Decision(row.finding, Ruling(row.ruling), OfficerId(row.by), row.on, row.code)
