"""A real council whose register has one open request, to which a test adds documents."""

from __future__ import annotations

import io
import json
import os
import pwd
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from conformance.northmoor.council import Northmoor, build
from recordkeeping.disclosure.decisions import Decision, Ruling
from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from recordkeeping.disclosure.request import Request, Stage
from recordkeeping.ports import IndexedDocument
from recordkeeping.vocabulary.identifiers import (
    DocumentRef,
    ItemId,
    OfficerId,
    RequestId,
    StoreName,
)
from redaction.detect import detect
from redaction.pages import ReadDocument
from redaction.terms import TermDetector
from register.requests import Form, Kept, RequestDocument
from tasks import gathering, releasing
from wiring.schedules import sample_configs
from wiring.services import Services, open_services

DAY = date(2026, 11, 24)
OFFICER = OfficerId("d.sar")
SAR = RequestId("SAR-2026-0001")


@dataclass(frozen=True, slots=True)
class Council:
    """The council's services, and its one request."""

    services: Services

    def collected(self, content: bytes) -> ItemId:
        """Add a document that is collected and not yet read."""
        with self.services.work(DAY) as work:
            requests = work.register.requests
            key = f"notes/{len(requests.documents(SAR)) + 1}"
            indexed = IndexedDocument(DocumentRef(StoreName("case-files"), key), "text/plain")
            document = requests.add_document(SAR, indexed)
        self.keep(document, Form.ORIGINAL, content, None)
        return document

    def read(self, line: str) -> ItemId:
        """Add a document that is read: a page with one line of words."""
        document = self.collected(line.encode())
        self.keep(document, Form.PAGES, page_of(line), 1)
        self.keep(document, Form.TEXT, json.dumps([line]).encode(), 1)
        return document

    def keep(self, document: ItemId, form: Form, content: bytes, pages: int | None) -> None:
        with self.services.work(DAY) as work:
            paper = self.services.papers.keep(work.register.connection, content, SAR)
            work.register.requests.keep_form(document, form, Kept(paper, pages))

    def rule(self, document: ItemId, name: str, ruling: Ruling, code: str | None) -> None:
        """Find a name on a document's page and rule on it."""
        with self.services.work(DAY) as work:
            kept = work.register.requests.document(document)
            assert kept.pages is not None
            assert kept.text is not None
            pdf = self.services.papers.read(work.register.connection, kept.pages.paper)
            texts = json.loads(self.services.papers.read(work.register.connection, kept.text.paper))
            pages = tuple(Page(number, text) for number, text in enumerate(texts, 1))
            found = detect(
                ReadDocument(pdf, pages, (), "application/pdf"), Roster(""), [TermDetector([name])]
            )
            known = work.register.findings.of(document)
            stored = known or work.register.findings.replace(document, found)
            decided = [Decision(f.id, ruling, OFFICER, DAY, code) for f in stored]
            work.register.findings.decide(SAR, decided)

    def move(self, *stages: Stage) -> None:
        with self.services.work(DAY) as work:
            for stage in stages:
                work.register.requests.move(SAR, stage, by=OFFICER, on=DAY)

    def documents(self) -> Sequence[RequestDocument]:
        with self.services.work(DAY) as work:
            return work.register.requests.documents(SAR)

    def proven(self, document: ItemId) -> bytes:
        """Return the proven form of a document; empty where there is none."""
        with self.services.work(DAY) as work:
            kept = work.register.requests.document(document).proven
            return self.services.papers.read(work.register.connection, kept.paper) if kept else b""

    def text(self, document: ItemId) -> str:
        """Return the words that were read in a document."""
        with self.services.work(DAY) as work:
            kept = work.register.requests.document(document).text
            assert kept is not None
            content = self.services.papers.read(work.register.connection, kept.paper)
        return "\n".join(json.loads(content))

    def papers(self) -> int:
        """Return how many working papers the request has."""
        with self.services.work(DAY) as work:
            return len(self.services.papers.of_request(work.register.connection, SAR))


def page_of(line: str) -> bytes:
    """Return a PDF whose only page has a line of words."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 100))
    canvas.drawString(20, 50, line)
    canvas.save()
    return out.getvalue()


class Bar:
    """A progress bar that nobody sees: Prefect's would start a server of its own for it."""

    def __init__(self, what: str) -> None:
        assert what

    def show(self, done: int, of: int) -> None:
        assert done <= of


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Northmoor:
    """Build a council's stores, which tests copy."""
    return build(tmp_path_factory.mktemp("built") / "northmoor", seed=7, scale=20, today=DAY)


@pytest.fixture
def council(built: Northmoor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Council:
    shutil.copytree(built.folder, tmp_path / "northmoor")
    configs = tmp_path / "northmoor" / "configs"
    shutil.copytree(sample_configs(), configs)
    monkeypatch.setenv("MUNIMENT_CONFIGS", str(configs))
    for module in (gathering, releasing):
        monkeypatch.setattr(module, "Progress", Bar)
    services = open_services()
    request = Request(SAR, built.sar_subject, DAY, date(2026, 12, 24))
    with services.work(DAY) as work:
        work.register.requests.open(request, by=OFFICER, convention="ico")
    return Council(services)


def desk_of(services: Services, officer: str) -> list[str]:
    """Return the option under which whoever runs this test is that officer, over one state."""
    mine = services.settings.base / f"configs-of-{officer}"
    shutil.copytree(services.settings.configs, mine)
    login = pwd.getpwuid(os.getuid()).pw_name
    officers = mine / "officers.yaml"
    officers.write_text(
        re.sub(rf"(\{{id: {officer}),", rf"\1, login: {login},", officers.read_text())
    )
    return ["--configs", str(mine)]
