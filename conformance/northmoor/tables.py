"""The case-record database: the tables of the Standard Safeguarding Dataset, and two of ours."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

SSD = Path(__file__).with_name("ssd_tables.csv")
"""Every table and column of the dataset, as Data to Insight publishes them."""

KEYS = {
    "ssd_person": "pers_person_id", "ssd_family": "fami_table_id", "ssd_address": "addr_table_id",
    "ssd_linked_identifiers": "link_table_id", "ssd_mother": "moth_table_id",
    "ssd_contacts": "cont_contact_id", "ssd_early_help_episodes": "earl_episode_id",
    "ssd_cin_episodes": "cine_referral_id", "ssd_s47_enquiry": "s47e_s47_enquiry_id",
    "ssd_cp_plans": "cppl_cp_plan_id", "ssd_cla_episodes": "clae_cla_episode_id",
    "ssd_care_leavers": "clea_table_id", "ssd_missing": "miss_table_id",
    "ssd_professionals": "prof_professional_id", "ssd_involvements": "invo_involvements_id",
    "documents": "docu_document_id", "muniment_people": "peop_person_id",
}  # fmt: skip

OURS: Mapping[str, tuple[str, ...]] = {
    "documents": (
        "docu_document_id TEXT", "docu_person_id TEXT", "docu_subjects_json TEXT",
        "docu_record_class TEXT", "docu_also_classes_json TEXT", "docu_modifiers_json TEXT",
        "docu_events_json TEXT", "docu_title TEXT", "docu_media_type TEXT", "docu_store TEXT",
        "docu_path TEXT", "docu_date TEXT", "docu_copy_status TEXT",
        "docu_primary_confirmed INTEGER", "docu_irreplaceable INTEGER",
    ),
    "muniment_people": (
        "peop_person_id TEXT", "peop_case_person_id TEXT", "peop_name TEXT",
        "peop_aliases_json TEXT", "peop_relation TEXT", "peop_role TEXT", "peop_born TEXT",
        "peop_addresses_json TEXT", "peop_phones_json TEXT", "peop_emails_json TEXT",
        "peop_identifiers_json TEXT",
    ),
}  # fmt: skip
"""The index of documents, and who is in a file besides those whom the dataset knows."""

Row = tuple[str, Mapping[str, str | int | None]]


def columns() -> dict[str, list[str]]:
    """Return every table of the dataset with its columns, as SQL defines them."""
    tables: dict[str, list[str]] = {}
    with SSD.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            tables.setdefault(row["table"], []).append(f"{row['column']} {_affinity(row['types'])}")
    return tables


def write(database: Path, rows: Iterable[Row]) -> None:
    """Create the database with every table, and fill it."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(database)) as connection, connection:
        for table, defined in (columns() | dict(OURS)).items():
            connection.execute(f"CREATE TABLE {table} ({', '.join(_keyed(table, defined))})")
        for table, row in rows:
            named, slots = ", ".join(row), ", ".join("?" * len(row))
            # Table and column names are those above; only values come from outside.
            statement = f"INSERT INTO {table} ({named}) VALUES ({slots})"  # noqa: S608
            connection.execute(statement, tuple(row.values()))


def _keyed(table: str, defined: Iterable[str]) -> list[str]:
    key = KEYS.get(table)
    return [f"{column} PRIMARY KEY" if column.split()[0] == key else column for column in defined]


def _affinity(types: str) -> str:
    """Return SQLite's type: a column that any system fills with words is text."""
    known = set(types.split("|"))
    if known <= {"int", "integer", "bit", "tinyint"}:
        return "INTEGER"
    return "REAL" if "float" in known else "TEXT"
