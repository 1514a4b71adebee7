"""Requests: what was opened, gathered, found and ruled; the last word on each is the present."""

from datetime import date

import pytest
from sqlalchemy import Engine

from recordkeeping.disclosure.decisions import Decision, Ruling, Withholding
from recordkeeping.disclosure.findings import Finding, Gap, Propose
from recordkeeping.disclosure.release import Reconciliation
from recordkeeping.disclosure.request import Request, Stage
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
from register.database import transaction
from register.papers import PaperId
from register.register import Register
from register.requests import Form, Kept, Release, Shows

SAR = RequestId("SAR-2026-0001")
DAY = date(2026, 11, 24)
OFFICER, APPROVER = OfficerId("d.sar"), OfficerId("e.approver")
LETTER = IndexedDocument(
    DocumentRef(StoreName("files"), "letters/1.pdf"),
    "application/pdf",
    "Letter to the mother of Kayleigh",
    date(2019, 4, 1),
    ClassId("SC-LAC"),
)
MAIL = IndexedDocument(DocumentRef(StoreName("mail"), "7.eml"), "message/rfc822")
NAME = Finding(
    page=1,
    span=(10, 21),
    kind="person",
    propose=Propose.REDACT,
    confidence=0.99,
    detector="roster",
    because="named third party (father)",
    person="p2",
    role="third_party",
    code="R01",
    boxes=((72.0, 100.2, 131.5, 112.0),),
    id="f1",
)
MARKING = Finding(2, (0, 10), "marking", Propose.ASK, 1.0, "markings", "a marking")


def opened(register: Register) -> Request:
    request = Request(SAR, SubjectRef("p1"), DAY, date(2026, 12, 24))
    register.requests.open(request, by=OFFICER, convention="ico")
    return request


def test_a_request_comes_back_as_it_was_opened_and_its_reference_is_taken(engine: Engine) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        request = opened(register)
        assert register.requests.get(SAR) == request
        with pytest.raises(Refused, match="already"):
            opened(register)
        with pytest.raises(Refused, match="no request"):
            register.requests.get(RequestId("SAR-2026-0002"))


def test_a_request_moves_through_its_stages_and_no_other_way(engine: Engine) -> None:
    with transaction(engine) as connection:
        requests = Register(connection).requests
        opened(Register(connection))
        with pytest.raises(Refused, match="open cannot become approved"):
            requests.move(SAR, Stage.APPROVED, by=APPROVER, on=DAY)
        for stage in (Stage.GATHERED, Stage.APPROVED, Stage.GATHERED, Stage.APPROVED):
            requests.move(SAR, stage, by=APPROVER, on=DAY)
        assert requests.reached(SAR, Stage.APPROVED) == (APPROVER, DAY)
        assert requests.reached(SAR, Stage.RELEASED) is None
        assert [request.id for request in requests.in_stage(Stage.APPROVED)] == [SAR]
        assert requests.in_stage(Stage.OPEN) == ()


def test_the_last_evidence_seen_counts(engine: Engine) -> None:
    with transaction(engine) as connection:
        requests = Register(connection).requests
        opened(Register(connection))
        requests.verify(SAR, Shows.IDENTITY, "known_to_worker", by=OFFICER)
        requests.verify(SAR, Shows.IDENTITY, "passport", by=OFFICER)
        assert requests.get(SAR).identity_verified == "passport"
        assert requests.get(SAR).entitlement_verified == ""


def test_a_document_gathered_twice_is_kept_once(engine: Engine) -> None:
    with transaction(engine) as connection:
        requests = Register(connection).requests
        opened(Register(connection))
        first = requests.add_document(SAR, LETTER)
        mail = requests.add_document(SAR, MAIL)
        attached = IndexedDocument(DocumentRef(StoreName("mail"), "7.eml#1"), "application/pdf")
        requests.add_document(SAR, attached, parent=mail)
        assert requests.add_document(SAR, LETTER) == first
        documents = requests.documents(SAR)
        assert [document.number for document in documents] == [1, 2, 3]
        assert [document.parent for document in documents] == [None, None, mail]
        assert (documents[0].ref, documents[0].title) == (LETTER.ref, LETTER.title)
        assert (documents[0].dated, documents[0].record_class) == (date(2019, 4, 1), "SC-LAC")
        assert "Kayleigh" not in repr(documents)


def test_the_last_form_kept_of_a_document_is_the_present_one(engine: Engine) -> None:
    with transaction(engine) as connection:
        requests = Register(connection).requests
        opened(Register(connection))
        letter = requests.add_document(SAR, LETTER)
        for form, paper, pages in (
            (Form.ORIGINAL, "a" * 64, None),
            (Form.PAGES, "b" * 64, 3),
            (Form.PAGES, "c" * 64, 4),
        ):
            requests.keep_form(letter, form, Kept(PaperId(paper), pages))
        document = requests.document(letter)
        assert document.original == (PaperId("a" * 64), None)
        assert document.pages == (PaperId("c" * 64), 4)
        assert document.proven is None


def test_gaps_tell_a_page_from_a_whole_document(engine: Engine) -> None:
    with transaction(engine) as connection:
        requests = Register(connection).requests
        opened(Register(connection))
        letter, mail = requests.add_document(SAR, LETTER), requests.add_document(SAR, MAIL)
        requests.add_gap(letter, Gap("page 2 is too faint to read", 2))
        requests.add_gap(letter, Gap("page 2 is too faint to read", 2))
        requests.add_gap(letter, Gap("a picture on page 2 is damaged", 2))
        requests.add_gap(mail, Gap("the message is encrypted"))
        requests.add_gap(mail, Gap("told again"))
        assert requests.document(letter).gaps == (
            Gap("a picture on page 2 is damaged", 2),
            Gap("page 2 is too faint to read", 2),
        )
        assert not requests.document(letter).is_gap
        assert requests.document(mail).gaps == (Gap("the message is encrypted"),)
        assert requests.document(mail).is_gap


def test_findings_come_back_whole_under_ids_of_the_register(engine: Engine) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        opened(register)
        letter = register.requests.add_document(SAR, LETTER)
        kept = register.findings.replace(letter, [NAME, MARKING])
        assert [finding.id for finding in kept] == [f"{letter}-1-1", f"{letter}-1-2"]
        assert register.findings.of(letter) == kept
        assert kept[0].boxes == NAME.boxes
        assert kept[0].span == (10, 21)


def test_what_a_new_search_finds_is_decided_anew_and_the_old_decider_is_remembered(
    engine: Engine,
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        opened(register)
        letter = register.requests.add_document(SAR, LETTER)
        [name] = register.findings.replace(letter, [NAME])
        decision = Decision(name.id, Ruling.REDACT, OFFICER, DAY, "R01")
        register.findings.decide(SAR, [decision])
        assert register.findings.undecided(SAR) == ()

        register.findings.replace(letter, [NAME])
        assert register.findings.undecided(SAR) == (), "the same findings change nothing"

        new = register.findings.replace(letter, [NAME, MARKING])
        assert register.findings.undecided(SAR) == new
        assert register.findings.decisions(SAR) == {}
        assert register.findings.deciders(SAR) == {OFFICER}
        with pytest.raises(Refused, match="searched anew"):
            register.findings.decide(SAR, [decision])


def test_a_later_decision_follows_an_earlier_one(engine: Engine) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        opened(register)
        [name] = register.findings.replace(register.requests.add_document(SAR, LETTER), [NAME])
        first = Decision(name.id, Ruling.REDACT, OFFICER, DAY, "R01")
        then = Decision(name.id, Ruling.SHOW, OfficerId("f.sar"), DAY)
        register.findings.decide(SAR, [first, then])
        assert register.findings.decisions(SAR) == {name.id: then}
        assert register.findings.deciders(SAR) == {OFFICER, OfficerId("f.sar")}


def test_findings_in_a_withheld_document_need_no_decision(engine: Engine) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        opened(register)
        letter = register.requests.add_document(SAR, LETTER)
        mail = register.requests.add_document(SAR, MAIL)
        register.findings.replace(letter, [NAME])
        [marking] = register.findings.replace(mail, [MARKING])
        withholding = Withholding(letter, "R10", OFFICER, DAY)
        register.findings.withhold(withholding)
        assert register.findings.withheld(SAR) == {letter: withholding}
        assert register.findings.undecided(SAR) == (marking,)
        assert register.findings.deciders(SAR) == {OFFICER}


def test_a_document_in_which_nothing_was_found_is_not_one_in_which_nobody_looked(
    engine: Engine,
) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        opened(register)
        letter = register.requests.add_document(SAR, LETTER)
        mail = register.requests.add_document(SAR, MAIL)
        scan = IndexedDocument(DocumentRef(StoreName("files"), "scan.tif"), "image/tiff")
        register.requests.add_gap(register.requests.add_document(SAR, scan), Gap("broken"))
        assert register.findings.unsearched(SAR) == (letter, mail)
        register.findings.replace(letter, [])
        assert register.findings.unsearched(SAR) == (mail,)


def test_once_approved_nothing_changes_but_proven_forms(engine: Engine) -> None:
    with transaction(engine) as connection:
        register = Register(connection)
        opened(register)
        letter = register.requests.add_document(SAR, LETTER)
        [name] = register.findings.replace(letter, [NAME])
        decision = Decision(name.id, Ruling.SHOW, OFFICER, DAY)
        register.findings.decide(SAR, [decision])
        for stage in (Stage.GATHERED, Stage.APPROVED):
            register.requests.move(SAR, stage, by=APPROVER, on=DAY)
        kept = Kept(PaperId("a" * 64), 1)
        for change in (
            lambda: register.requests.add_document(SAR, MAIL),
            lambda: register.requests.add_gap(letter, Gap("late")),
            lambda: register.requests.keep_form(letter, Form.PAGES, kept),
            lambda: register.requests.verify(SAR, Shows.IDENTITY, "passport", by=OFFICER),
            lambda: register.findings.replace(letter, []),
            lambda: register.findings.decide(SAR, [decision]),
            lambda: register.findings.withhold(Withholding(letter, "R10", OFFICER, DAY)),
        ):
            with pytest.raises(Refused, match="nothing in it changes"):
                change()
        register.requests.keep_form(letter, Form.PROVEN, kept)
        assert register.requests.document(letter).proven == kept


def test_a_request_is_released_once_and_only_when_approved(engine: Engine) -> None:
    release = Release(
        ItemId("9" * 32), SAR, Digest("ab" * 32), Reconciliation(5, 1, 1, 1, 2), 7, 4, DAY
    )
    with transaction(engine) as connection:
        register = Register(connection)
        opened(register)
        register.requests.move(SAR, Stage.GATHERED, by=OFFICER, on=DAY)
        with pytest.raises(Refused, match="gathered cannot become released"):
            register.requests.release(release, by=OFFICER)
        register.requests.move(SAR, Stage.APPROVED, by=APPROVER, on=DAY)
        register.requests.release(release, by=OFFICER)
        with pytest.raises(Refused, match="released cannot become released"):
            register.requests.release(release, by=OFFICER)
        assert register.requests.release_of(SAR) == release
