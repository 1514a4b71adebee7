"""Northmoor is the same council every time, and nobody in it could be anybody."""

from __future__ import annotations

import csv
import re
import sqlite3
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from conformance.northmoor.council import Northmoor, build
from conformance.northmoor.identifiers import (
    UPN_LETTERS,
    nhs_check_digit,
    upn_check_letter,
)
from conformance.northmoor.tables import SSD
from recordkeeping.vocabulary.errors import Refused

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Northmoor:
    return build(tmp_path_factory.mktemp("northmoor"), scale=20, today=TODAY)


def contents(built: Northmoor) -> dict[str, str]:
    """Return a digest of every file, and of what the database says rather than how it lies."""
    files = {
        str(path.relative_to(built.folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(built.folder.rglob("*"))
        if path.is_file() and path != built.database
    }
    with closing(sqlite3.connect(built.database)) as connection:
        files["database"] = sha256("\n".join(connection.iterdump()).encode()).hexdigest()
    return files


def everything_written(built: Northmoor) -> str:
    """Return every value of the database, and the truth about every document, as one text."""
    with closing(sqlite3.connect(built.database)) as connection:
        database = "\n".join(connection.iterdump())
    return database + "".join(p.read_text() for p in sorted(built.truth.glob("*.json")))


def test_the_same_seed_scale_and_day_give_the_same_council_byte_for_byte(
    council: Northmoor, tmp_path: Path
) -> None:
    assert contents(build(tmp_path, scale=20, today=TODAY)) == contents(council)


def test_another_seed_gives_other_people(council: Northmoor, tmp_path: Path) -> None:
    other = build(tmp_path, seed=7, scale=20, today=TODAY)
    assert contents(other)["database"] != contents(council)["database"]


def test_the_scale_is_the_number_of_children(council: Northmoor, tmp_path: Path) -> None:
    larger = build(tmp_path, scale=33, today=TODAY)
    for built, children in ((council, 20), (larger, 33)):
        with closing(sqlite3.connect(built.database)) as connection:
            found = connection.execute("SELECT count(*) FROM ssd_family").fetchone()
        assert found == (children,)
        assert built.children == children


def test_it_refuses_a_folder_that_holds_anything(tmp_path: Path) -> None:
    (tmp_path / "somebody's").mkdir()
    with pytest.raises(Refused, match="empty folder"):
        build(tmp_path, scale=20, today=TODAY)


def test_it_refuses_to_be_too_small_for_every_side_of_the_rules(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="at least 20"):
        build(tmp_path, scale=19, today=TODAY)


def test_the_database_has_every_table_and_column_of_the_dataset(council: Northmoor) -> None:
    with SSD.open(encoding="utf-8", newline="") as lines:
        published = {(row["table"], row["column"]) for row in csv.DictReader(lines)}
    with closing(sqlite3.connect(council.database)) as connection:
        built = {
            (table, column)
            for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE sql NOTNULL")
            for _, column, *_ in connection.execute(f"PRAGMA table_info({table})")
        }
    assert len({table for table, _ in published}) == 49
    assert {pair for pair in built if pair[0].startswith("ssd_")} == published
    assert {table for table, _ in built} - {table for table, _ in published} == {
        "documents",
        "muniment_people",
    }


def test_the_tables_that_records_come_from_are_filled(council: Northmoor) -> None:
    filled = (
        "ssd_contacts ssd_cin_episodes ssd_s47_enquiry ssd_cla_episodes ssd_cp_plans "
        "ssd_professionals ssd_involvements ssd_family ssd_address ssd_linked_identifiers "
        "ssd_mother ssd_care_leavers documents muniment_people"
    )
    with closing(sqlite3.connect(council.database)) as connection:
        for table in filled.split():
            assert connection.execute(f"SELECT 1 FROM {table}").fetchone(), table


def test_every_telephone_number_is_one_of_ofcoms_for_drama(council: Northmoor) -> None:
    numbers = re.findall(r"\b0\d{4} ?\d{6}\b", everything_written(council))
    assert len(numbers) > 100
    assert all(re.fullmatch(r"01632 960\d{3}|07700 900\d{3}", number) for number in numbers)


def test_every_nhs_number_is_in_the_test_range_with_its_check_digit(council: Northmoor) -> None:
    numbers = set(re.findall(r"\b\d{3} \d{3} \d{4}\b", everything_written(council)))
    assert len(numbers) > 50
    for number in numbers:
        digits = number.replace(" ", "")
        assert digits.startswith("999")
        assert nhs_check_digit(digits[:9]) == int(digits[9])


def test_every_pupil_number_has_its_check_letter_and_an_authority_that_is_none(
    council: Northmoor,
) -> None:
    numbers = set(re.findall(rf"\b[{UPN_LETTERS}]\d{{12}}\b", everything_written(council)))
    assert len(numbers) >= 20
    assert all(n[0] == upn_check_letter(n[1:]) and n[1:4] == "999" for n in numbers)


def test_check_digits_are_those_of_the_published_examples() -> None:
    assert nhs_check_digit("943476591") == 9
    assert upn_check_letter("801200001001") == "H"


def test_every_national_insurance_number_is_of_a_form_never_issued(council: Northmoor) -> None:
    numbers = re.findall(r"\b[A-Z]{2} \d\d \d\d \d\d [A-D]\b", everything_written(council))
    assert numbers
    assert all(number.startswith("QQ") for number in numbers)


def test_every_mailbox_is_in_a_domain_kept_for_examples(council: Northmoor) -> None:
    domains = set(re.findall(r"[\w.-]+@([\w.-]+\w)", everything_written(council)))
    assert domains == {"example.org", "northmoor.example.org"}


def test_every_postcode_is_in_an_area_that_does_not_exist(council: Northmoor) -> None:
    postcodes = re.findall(r"\b[A-Z]{1,2}\d{1,2} \d[A-Z]{2}\b", everything_written(council))
    assert len(postcodes) > 50
    assert all(postcode.startswith("NM") for postcode in postcodes)


def test_a_file_name_says_nothing_about_anybody(council: Northmoor) -> None:
    names = [p.relative_to(council.papers) for p in council.papers.rglob("*") if p.is_file()]
    assert len(names) == council.documents
    assert all(re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{20}\.[a-z]{3,4}", str(n)) for n in names)
