"""A case system over SQL: its records, its people, its documents; and rows that go for good."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from textwrap import dedent

import pytest
from sqlalchemy import create_engine, text

from conformance.northmoor.tables import KEYS, OURS, columns
from conformance.stores import (
    Disposal,
    DisposerContract,
    DocumentIndexContract,
    Documents,
    DocumentSourceContract,
    Index,
    People,
    PeopleSourceContract,
    Records,
    RecordSourceContract,
    refusal_of,
)
from connectors.sql import SqlConnector, SqlDisposer, SqlReader
from recordkeeping.disclosure.people import Standing
from recordkeeping.vocabulary.errors import Misconfigured, Refused, Unavailable
from recordkeeping.vocabulary.identifiers import (
    ClassId,
    DocumentRef,
    RecordRef,
    StoreName,
    SubjectRef,
)
from recordkeeping.vocabulary.records import CopyStatus, DobQuality, Record, Subject

STORE = StoreName("case-db")
CHILD = SubjectRef("200051")
BROTHER = SubjectRef("200052")
TABLES = {
    table: [f"{c} PRIMARY KEY" if c.split()[0] == KEYS.get(table) else c for c in defined]
    for table, defined in (columns() | dict(OURS)).items()
}
ROWS: list[tuple[str, dict[str, object]]] = [
    ("ssd_person", {"pers_person_id": CHILD, "pers_forename": "Kayleigh Ann",
                    "pers_surname": "Marsh",
                    "pers_dob": "2001-03-15 00:00:00", "pers_upn": "A999400210002"}),
    ("ssd_person", {"pers_person_id": BROTHER, "pers_forename": "Jordan",
                    "pers_surname": "Marsh",
                    "pers_dob": "about 2003", "pers_expected_dob": "2003-06-01"}),
    ("ssd_person", {"pers_person_id": "300001", "pers_forename": "Tina", "pers_surname": "Marsh",
                    "pers_dob": "1979-01-02", "pers_death_date": "2020-02-29"}),
    ("ssd_family", {"fami_table_id": "F1", "fami_family_id": "X", "fami_person_id": CHILD}),
    ("ssd_family", {"fami_table_id": "F2", "fami_family_id": "X", "fami_person_id": BROTHER}),
    ("ssd_mother", {"moth_table_id": "M1", "moth_person_id": "300001",
                    "moth_childs_person_id": CHILD}),
    ("ssd_linked_identifiers", {"link_table_id": "I1", "link_person_id": CHILD,
                                "link_identifier_type": "NHS Number",
                                "link_identifier_value": "999 162 5070"}),
    ("ssd_address", {"addr_table_id": "A1", "addr_person_id": CHILD,
                     "addr_address_postcode": "NM1 2AB",
                     "addr_address_json": '{"HOUSE": "14", "STREET": "Coble Lane",'
                                          ' "TOWN": "Northmoor"}'}),
    ("ssd_professionals", {"prof_professional_id": "200051", "prof_professional_name": "Priya Nair",
                           "prof_professional_job_title": "Social Worker"}),
    ("ssd_involvements", {"invo_involvements_id": "V1", "invo_person_id": CHILD,
                          "invo_professional_id": "200051"}),
    ("muniment_people", {"peop_person_id": "200051/9", "peop_case_person_id": CHILD,
                         "peop_name": "Dean Marsh", "peop_relation": "father",
                         "peop_role": "third_party", "peop_aliases_json": '["Deano"]',
                         "peop_phones_json": '["07700 900121"]',
                         "peop_identifiers_json": '{"nhs": "999 162 4961"}'}),
    ("ssd_cin_episodes", {"cine_referral_id": "R1", "cine_person_id": CHILD,
                          "cine_close_date": "2012-05-12T00:00:00"}),
    ("ssd_cin_episodes", {"cine_referral_id": "R12", "cine_person_id": BROTHER,
                          "cine_close_date": "12/05/2012"}),
    ("documents", {"docu_document_id": "D1", "docu_person_id": CHILD,
                   "docu_subjects_json": '["200052"]', "docu_record_class": "SC-CP",
                   "docu_also_classes_json": '["SC-LAC"]', "docu_modifiers_json": '["CSA"]',
                   "docu_events_json": '{"closure": ["2012-05-12", "2014-01-31"]}',
                   "docu_title": "Strategy meeting", "docu_media_type": "application/pdf",
                   "docu_store": "case-files", "docu_path": "d1/d1.pdf", "docu_date": "2012-05-01",
                   "docu_copy_status": "secondary", "docu_primary_confirmed": 1,
                   "docu_irreplaceable": 0}),
    ("documents", {"docu_document_id": "D2", "docu_person_id": BROTHER,
                   "docu_record_class": "SC-CIN",
                   "docu_copy_status": "primary", "docu_irreplaceable": 0}),
]  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a case system as the dataset describes it, once in each kind of database."""
    if request.param == "sqlite":
        found = f"sqlite:///{tmp_path / 'case.sqlite'}"
    else:
        found = request.getfixturevalue("postgres_url")
    make(found)
    return found


def make(url: str) -> None:
    """Make the tables that every system has, and enter the family Marsh."""
    change(url, *(f"CREATE TABLE {table} ({', '.join(TABLES[table])})" for table in KEYS))
    engine = create_engine(url)
    with engine.begin() as connection:
        for table, row in ROWS:
            slots = ", ".join(f":{name}" for name in row)
            connection.execute(
                text(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({slots})"), row
            )
    engine.dispose()


def change(url: str, *statements: str) -> None:
    engine = create_engine(url)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


def settings(url: str, **keys: object) -> Mapping[str, object]:
    return {"profile": "ssd", "url": url, "base": "/", **keys}


@pytest.fixture
def case_system(url: str) -> SqlReader:
    return SqlConnector().reader(STORE, settings(url))


@pytest.fixture
def disposer(url: str) -> SqlDisposer:
    return SqlConnector().disposer(STORE, settings(url))


def record(key: str) -> RecordRef:
    return RecordRef(STORE, key)


class TestRecords(RecordSourceContract):
    @pytest.fixture
    def kept(self, case_system: SqlReader) -> Records:
        keys = ("ssd_cin_episodes/R1", "ssd_cin_episodes/R12", "documents/D1", "documents/D2")
        return Records(case_system, frozenset(map(record, keys)), record("documents/D"))


class TestDisposer(DisposerContract):
    @pytest.fixture
    def disposal(self, disposer: SqlDisposer) -> Disposal:
        keys = ("ssd_cin_episodes/R1", "ssd_cin_episodes/R12", "ssd_cin_episodes/R123")
        return Disposal(disposer, *map(record, keys))


class TestPeople(PeopleSourceContract):
    @pytest.fixture
    def people(self, case_system: SqlReader) -> People:
        return People(case_system, CHILD, SubjectRef("999999"))


class TestIndex(DocumentIndexContract):
    @pytest.fixture
    def index(self, case_system: SqlReader) -> Index:
        refs = (
            DocumentRef(StoreName("case-files"), "d1/d1.pdf"),
            DocumentRef(STORE, "extract/200051"),
        )
        return Index(case_system, CHILD, frozenset(refs), SubjectRef("999999"))


class TestExtract(DocumentSourceContract):
    @pytest.fixture
    def documents(self, url: str, case_system: SqlReader) -> Documents:
        there = DocumentRef(STORE, "extract/300001")
        content = b"Case system extract\n\nPERSON\n\nDeath date: 2020-02-29\nDob: 1979-01-02\n"
        content += b"Forename: Tina\nPerson id: 300001\nSurname: Marsh\n"
        small = SqlConnector().reader(STORE, settings(url, max_bytes=20))
        return Documents(case_system, small, there, content, DocumentRef(STORE, "extract/999999"))


def test_a_row_of_the_dataset_is_a_record_of_its_class(case_system: SqlReader) -> None:
    assert case_system.record(record("ssd_cin_episodes/R1")) == Record(
        ref=record("ssd_cin_episodes/R1"),
        record_class=ClassId("SC-CIN"),
        subjects=(Subject(CHILD, date(2001, 3, 15), DobQuality.VERIFIED),),
        events=(("closure", date(2012, 5, 12)),),
    )


def test_a_document_is_a_record_with_its_file_as_a_copy(case_system: SqlReader) -> None:
    assert case_system.record(record("documents/D1")) == Record(
        ref=record("documents/D1"),
        record_class=ClassId("SC-CP"),
        subjects=(
            Subject(CHILD, date(2001, 3, 15), DobQuality.VERIFIED),
            Subject(BROTHER, date(2003, 6, 1), DobQuality.ESTIMATED),
        ),
        events=(("closure", date(2012, 5, 12)), ("closure", date(2014, 1, 31))),
        also_classes=(ClassId("SC-LAC"),),
        modifiers=frozenset({"CSA"}),
        copies=(RecordRef(StoreName("case-files"), "d1/d1.pdf"),),
        copy_status=CopyStatus.SECONDARY,
        primary_confirmed=True,
    )


def test_a_date_that_cannot_be_read_is_a_missing_fact(case_system: SqlReader) -> None:
    found = case_system.record(record("ssd_cin_episodes/R12"))
    assert found is not None
    assert found.events == ()
    assert found.record_class == "SC-CIN"


def test_one_closure_that_cannot_be_read_takes_the_others_with_it(
    url: str, case_system: SqlReader
) -> None:
    days = json.dumps({"closure": ["2012-05-12", "soon"], "contact": ["2010-01-01"]})
    change(url, f"UPDATE documents SET docu_events_json = '{days.replace(':', chr(92) + ':')}'")
    found = case_system.record(record("documents/D1"))
    assert found is not None
    assert found.events == (("contact", date(2010, 1, 1)),)


def test_a_record_whose_destiny_cannot_be_read_has_a_class_that_no_schedule_knows(
    url: str, case_system: SqlReader
) -> None:
    first = next(row for table, row in ROWS if row.get("docu_document_id") == "D1")
    for column, cell in (
        ("docu_record_class", "NULL"),
        ("docu_record_class", "'see file'"),
        ("docu_subjects_json", "'[200052'"),
        ("docu_also_classes_json", "'SC-LAC'"),
        ("docu_modifiers_json", "'[1]'"),
        ("docu_events_json", "'[]'"),
        ("docu_copy_status", "NULL"),
        ("docu_path", "NULL"),
    ):
        where = "WHERE docu_document_id = 'D1'"
        change(url, f"UPDATE documents SET {column} = {cell} {where}")
        found = case_system.record(record("documents/D1"))
        assert found is not None
        assert found.record_class == "?", (column, cell)
        assert found.subjects[0].ref == CHILD
        assert [r.record_class for r in case_system.records()].count(ClassId("?")) == 1
        whole = str(first[column]).replace(":", "\\:")
        change(url, f"UPDATE documents SET {column} = '{whole}' {where}")
    restored = case_system.record(record("documents/D1"))
    assert restored is not None
    assert restored.record_class == "SC-CP"


def test_a_doubtful_cell_makes_an_original_irreplaceable(url: str, case_system: SqlReader) -> None:
    change(url, "UPDATE documents SET docu_irreplaceable = NULL WHERE docu_document_id = 'D1'")
    found = case_system.record(record("documents/D1"))
    assert found is not None
    assert found.irreplaceable


def test_a_subject_whom_nobody_entered_has_no_known_birth(url: str, case_system: SqlReader) -> None:
    change(url, "UPDATE ssd_cin_episodes SET cine_person_id = '7' WHERE cine_referral_id = 'R1'")
    found = case_system.record(record("ssd_cin_episodes/R1"))
    assert found is not None
    assert found.subjects == (Subject(SubjectRef("7"), None, DobQuality.UNKNOWN),)


def test_a_day_stamped_in_another_zone_is_the_day_in_london(
    url: str, case_system: SqlReader
) -> None:
    change(url, r"UPDATE ssd_cin_episodes SET cine_close_date = '2012-05-12T23\:30\:00Z'")
    found = case_system.record(record("ssd_cin_episodes/R1"))
    assert found is not None
    assert found.events == (("closure", date(2012, 5, 13)),)


def test_the_roster_has_everybody_once_and_each_in_their_standing(case_system: SqlReader) -> None:
    roster = case_system.roster_of(CHILD)
    assert [(p.id, p.name, p.role, p.relation) for p in roster.people] == [
        ("200051", "Kayleigh Ann Marsh", Standing.SUBJECT, "subject"),
        ("300001", "Tina Marsh", Standing.THIRD_PARTY, "mother"),
        ("200052", "Jordan Marsh", Standing.THIRD_PARTY, "family"),
        ("200051/9", "Dean Marsh", Standing.THIRD_PARTY, "father"),
        ("ssd_professionals/200051", "Priya Nair", Standing.PROFESSIONAL, "social worker"),
    ]


def test_the_roster_knows_how_the_subject_and_others_are_written(case_system: SqlReader) -> None:
    child, _, _, father, _ = case_system.roster_of(CHILD).people
    assert child.born == date(2001, 3, 15)
    assert child.identifiers == (("upn", "A999400210002"), ("nhs", "999 162 5070"))
    assert child.addresses == ("14 Coble Lane, Northmoor NM1 2AB",)
    assert father.aliases == ("Deano",)
    assert father.phones == ("07700 900121",)
    assert father.identifiers == (("nhs", "999 162 4961"),)


def test_somebody_of_no_known_standing_is_not_taken_for_a_professional(
    url: str, case_system: SqlReader
) -> None:
    change(url, "UPDATE muniment_people SET peop_role = 'Professional?'")
    father = case_system.roster_of(CHILD).person("200051/9")
    assert father is not None
    assert father.role is Standing.UNKNOWN


def test_a_document_without_a_file_is_told_and_refused_so_that_it_becomes_a_gap(
    case_system: SqlReader,
) -> None:
    documents = [d.ref for d in case_system.documents_about(BROTHER)]
    assert DocumentRef(STORE, "documents/D2") in documents
    refusal_of(lambda: case_system.fetch(DocumentRef(STORE, "documents/D2")))


def test_a_list_of_people_that_cannot_be_read_still_brings_the_document_to_a_person(
    url: str, case_system: SqlReader
) -> None:
    change(url, "UPDATE documents SET docu_subjects_json = '[200052' WHERE docu_document_id = 'D1'")
    refs = [d.ref for d in case_system.documents_about(BROTHER)]
    assert DocumentRef(StoreName("case-files"), "d1/d1.pdf") in refs


def test_a_reader_cannot_write(case_system: SqlReader) -> None:
    with (
        pytest.raises(Exception, match=r"read-?only"),
        case_system.engine.begin() as connection,
    ):
        connection.execute(text("DELETE FROM documents"))
    assert case_system.record(record("documents/D1")) is not None


def test_only_rows_of_mapped_record_tables_can_be_disposed_of(
    disposer: SqlDisposer, case_system: SqlReader
) -> None:
    for key in ("ssd_person/200051", "extract/200051", "documents", "documents/", "D1"):
        refusal_of(partial(disposer.dispose, record(key)))
        refusal_of(partial(disposer.holds, record(key)))
    assert case_system.roster_of(CHILD).people[0].name == "Kayleigh Ann Marsh"


def test_a_row_that_others_depend_on_is_refused_and_stays(url: str) -> None:
    change(
        url,
        "CREATE TABLE visits (id TEXT, referral TEXT"
        " REFERENCES ssd_cin_episodes (cine_referral_id))",
        "INSERT INTO visits VALUES ('v1', 'R1')",
    )
    disposer = SqlConnector().disposer(STORE, settings(url))
    told = refusal_of(lambda: disposer.dispose(record("ssd_cin_episodes/R1")))
    assert "depend" in told
    assert "R1" not in told
    assert disposer.holds(record("ssd_cin_episodes/R1"))


def test_a_table_whose_rows_would_take_others_with_them_is_told_at_opening(url: str) -> None:
    change(
        url,
        "CREATE TABLE visits (id TEXT, referral TEXT"
        " REFERENCES ssd_cin_episodes (cine_referral_id) ON DELETE CASCADE)",
    )
    with pytest.raises(Misconfigured, match=r"case-db.disposes: .* changes visits as well"):
        SqlConnector().disposer(STORE, settings(url))


def test_a_key_that_two_rows_share_is_told_at_opening(url: str) -> None:
    change(
        url,
        "CREATE TABLE twice AS SELECT * FROM documents",
        "INSERT INTO twice SELECT * FROM documents",
        "DROP TABLE documents",
        "ALTER TABLE twice RENAME TO documents",
    )
    with pytest.raises(Misconfigured, match=r"ssd.yaml:records\[8\].key: rows of documents share"):
        SqlConnector().reader(STORE, settings(url))


def test_two_rows_that_came_to_share_a_key_are_both_kept(url: str) -> None:
    change(
        url,
        "CREATE TABLE loose AS SELECT * FROM documents",
        "DROP TABLE documents",
        "ALTER TABLE loose RENAME TO documents",
    )
    disposer = SqlConnector().disposer(STORE, settings(url))
    change(url, "INSERT INTO documents SELECT * FROM documents")
    with pytest.raises(Refused, match="share this key"):
        disposer.dispose(record("documents/D1"))
    assert disposer.holds(record("documents/D1"))


def test_every_table_and_column_that_is_not_there_is_told_by_name(url: str) -> None:
    change(
        url,
        "DROP TABLE ssd_missing",
        "ALTER TABLE ssd_person RENAME COLUMN pers_dob TO date_of_birth",
    )
    with pytest.raises(Misconfigured) as wrong:
        SqlConnector().reader(STORE, settings(url))
    assert [str(fault) for fault in wrong.value.faults] == [
        "ssd.yaml:people.known.born: the database has no column ssd_person.pers_dob",
        "ssd.yaml:records[7].table: the database has no table ssd_missing",
        "ssd.yaml:extract[10].table: the database has no table ssd_missing",
    ]


def test_a_disposed_row_leaves_no_trace_in_a_sqlite_file_nor_in_its_log(tmp_path: Path) -> None:
    path = tmp_path / "case.sqlite"
    make(f"sqlite:///{path}")
    change(
        f"sqlite:///{path}",
        "PRAGMA journal_mode=WAL",
        "INSERT INTO ssd_contacts (cont_contact_id, cont_contact_source_desc)"
        " VALUES ('C1', 'neighbour at number nine')",
    )
    disposer = SqlConnector().disposer(STORE, settings("sqlite:///case.sqlite", base=str(tmp_path)))
    left = [file for file in tmp_path.iterdir() if b"number nine" in file.read_bytes()]
    assert left
    disposer.dispose(record("ssd_contacts/C1"))
    assert [file for file in tmp_path.iterdir() if b"number nine" in file.read_bytes()] == []


def test_a_row_that_a_policy_hides_is_not_taken_for_gone(postgres_url: str) -> None:
    make(postgres_url)
    change(
        postgres_url,
        "DROP ROLE IF EXISTS disposer",
        "CREATE ROLE disposer LOGIN",
        "GRANT SELECT, DELETE ON ALL TABLES IN SCHEMA public TO disposer",
    )
    own = postgres_url.replace("muniment@", "disposer@")
    disposer = SqlConnector().disposer(STORE, settings(own))
    assert disposer.holds(record("documents/D1"))
    change(postgres_url, "ALTER TABLE documents ENABLE ROW LEVEL SECURITY")
    with pytest.raises(Refused):
        disposer.holds(record("documents/D1"))
    change(postgres_url, "DROP OWNED BY disposer", "DROP ROLE disposer")


def test_a_database_that_is_away_is_unavailable_and_tells_no_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CASE_DB", "postgresql://reader:hunter2@127.0.0.1:1/case")
    with pytest.raises(Unavailable) as away:
        SqlConnector().reader(STORE, {"profile": "ssd", "url_env": "CASE_DB", "base": "/"})
    assert "hunter2" not in str(away.value)


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        (
            {"url": "sqlite:///nowhere.sqlite", "profile": "ssd"},
            "case-db.url: leads to no database",
        ),
        (
            {"url": "postgresql://me:hunter2@db/case", "profile": "ssd"},
            "case-db.url: holds a password",
        ),
        ({"url": "mysql://db/case", "profile": "ssd"}, "case-db.url: is "),
        ({"url": "not a url", "profile": "ssd"}, "case-db.url: is not the URL of a database"),
        (
            {"url_env": "NOT_SET_ANYWHERE", "profile": "ssd"},
            "case-db.url_env: names an environment",
        ),
        ({"url": "sqlite://", "profile": "sdd"}, "case-db.profile: is none of ours; there is: ssd"),
        ({"url": "sqlite://"}, "stores.yaml:case-db: needs one of profile and mapping"),
        ({"profile": "ssd", "mapping": 7, "ulr": "x"}, "case-db.ulr: is not a setting we know"),
    ],
)
def test_a_wrong_setting_is_told_by_its_key_and_never_repeated(
    tmp_path: Path, keys: dict[str, object], fault: str
) -> None:
    with pytest.raises(Misconfigured) as wrong:
        SqlConnector().reader(STORE, {"base": str(tmp_path), **keys})
    assert fault in str(wrong.value)
    assert "hunter2" not in str(wrong.value)


def test_every_fault_of_a_mapping_is_told_at_once(tmp_path: Path) -> None:
    sqlite3.connect(tmp_path / "case.sqlite").close()
    (tmp_path / "ours.yaml").write_text(
        dedent("""\
        people: {known: {table: p, key: id, name: [], born: dob}}
        records:
          - {table: r, key: id, subjects: [person], clas: X, record_class: SC-CIN}
          - {table: s, key: id, subjects: [person]}
        """)
    )
    with pytest.raises(Misconfigured) as wrong:
        SqlConnector().reader(
            STORE, {"base": str(tmp_path), "url": "sqlite:///case.sqlite", "mapping": "ours.yaml"}
        )
    assert {fault.where for fault in wrong.value.faults} == {
        "ours.yaml:people.known.name",
        "ours.yaml:records[0].clas",
        "ours.yaml:records[1]",
    }


def test_a_council_maps_its_own_tables_with_names_that_need_quoting(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "own.sqlite") as connection:
        connection.execute(
            'CREATE TABLE "Case Notes" ("select" INTEGER PRIMARY KEY, "who; --" TEXT)'
        )
        connection.execute("CREATE TABLE people (id TEXT, name TEXT, dob TEXT)")
        connection.execute("INSERT INTO \"Case Notes\" VALUES (12, 'p1')")
        connection.execute("INSERT INTO people VALUES ('p1', 'Kay Marsh', '2001-03-15')")
    connection.close()
    (tmp_path / "own.yaml").write_text(
        dedent("""\
        people: {known: {table: people, key: id, name: [name], born: dob}}
        records:
          - {table: Case Notes, key: select, subjects: ["who; --"], record_class: SC-CIN}
        """)
    )
    keys = {"base": str(tmp_path), "url": "sqlite:///own.sqlite", "mapping": "own.yaml"}
    (found,) = SqlConnector().reader(STORE, keys).records()
    assert found.ref.key == "Case Notes/12"
    assert found.subjects == (Subject(SubjectRef("p1"), date(2001, 3, 15)),)
    disposer = SqlConnector().disposer(STORE, keys)
    disposer.dispose(found.ref)
    assert not disposer.holds(found.ref)
