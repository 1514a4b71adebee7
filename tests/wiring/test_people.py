"""people.yaml is read whole or refused whole, and no fault repeats what stands in it."""

from datetime import date
from pathlib import Path

import pytest

from recordkeeping.disclosure.findings import Propose
from recordkeeping.disclosure.people import Person, Roster, Standing
from recordkeeping.vocabulary.errors import Misconfigured
from wiring.people import load_people

FILE = """
subject: p1
people:
  - id: p1
    name: Kayleigh Ann Marsh
    aliases: [Kay]
    born: 2001-03-15
    identifiers: {nhs: "943 476 5919"}
    addresses: ["14 Coble Lane, Northmoor NM1 2AB"]
    phones: ["01632 960 001"]
    emails: [kay@example.org]
  - {id: p2, name: Dean Marsh, relation: father, role: third_party}
"""


def test_a_file_becomes_a_roster(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text(FILE)
    assert load_people(path) == Roster(
        "p1",
        (
            Person(
                "p1",
                "Kayleigh Ann Marsh",
                Standing.SUBJECT,
                aliases=("Kay",),
                born=date(2001, 3, 15),
                identifiers=(("nhs", "943 476 5919"),),
                addresses=("14 Coble Lane, Northmoor NM1 2AB",),
                phones=("01632 960 001",),
                emails=("kay@example.org",),
            ),
            Person("p2", "Dean Marsh", Standing.THIRD_PARTY, "father"),
        ),
    )


def test_every_fault_is_told_at_once_and_without_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text(
        "subject: p9\nDean: x\npeople:\n"
        "  - {id: p1, role: stranger, born: 15 March, phones: [163296], identifiers: {nhs: 9}}\n"
        "  - {id: p1, name: Dean Marsh, role: subject}\n"
    )
    with pytest.raises(Misconfigured) as wrong:
        load_people(path)
    assert [fault.where for fault in wrong.value.faults] == [
        "people.yaml:line 2",
        "people.yaml:people[0].name",
        "people.yaml:people[0].role",
        "people.yaml:people[0].born",
        "people.yaml:people[0].identifiers",
        "people.yaml:people[0].phones[0]",
        "people.yaml:people[1].role",
        "people.yaml:people[1].id",
        "people.yaml:subject",
    ]
    assert wrong.value.faults[0].because == (
        "the 2nd key of the file is not known; known are people, subject"
    )
    assert not any(word in str(wrong.value) for word in ("Dean", "Marsh", "stranger", "163296"))


@pytest.mark.parametrize("text", ["", "[]", "people: []\nsubject: p1", "subject: p1\npeople: 3"])
def test_a_file_without_people_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text(text)
    with pytest.raises(Misconfigured):
        load_people(path)


def test_a_key_that_is_typed_wrongly_is_told_by_its_line_and_what_may_be_meant(
    tmp_path: Path,
) -> None:
    path = tmp_path / "people.yaml"
    path.write_text(
        "subject: p1\npeople:\n  - id: p1\n    name: Dean Marsh\n    phone: [x]\n    Dean: 1\n"
    )
    with pytest.raises(Misconfigured) as wrong:
        load_people(path)
    known = (
        "known are addresses, aliases, born, emails, id, identifiers, name, phones, policy, "
        "relation, role, why"
    )
    assert [str(fault) for fault in wrong.value.faults] == [
        "people.yaml:line 5: the 3rd key of people[0] is not known; perhaps phones is meant; "
        + known,
        f"people.yaml:line 6: the 4th key of people[0] is not known; {known}",
    ]


def test_a_key_that_stands_twice_is_told_by_its_line_and_not_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text("subject: p1\nDean: 1\nDean: 2\n")
    with pytest.raises(Misconfigured) as wrong:
        load_people(path)
    assert str(wrong.value) == "people.yaml:line 3: the key here stands twice"


def test_what_people_ruled_about_a_person_is_read_and_nothing_else_is_a_ruling(
    tmp_path: Path,
) -> None:
    path = tmp_path / "people.yaml"
    father = "  - {id: p2, name: Dean Marsh, policy: %s, why: known to the subject}\n"
    path.write_text("subject: p1\npeople:\n  - {id: p1, name: Kayleigh}\n" + father % "show")
    [_, dean] = load_people(path).people
    assert (dean.policy, dean.why) == (Propose.SHOW, "known to the subject")
    path.write_text("subject: p1\npeople:\n  - {id: p1, name: Kayleigh}\n" + father % "keep")
    with pytest.raises(Misconfigured) as wrong:
        load_people(path)
    assert [str(f) for f in wrong.value.faults] == [
        "people.yaml:people[1].policy: is none of redact, show, ask"
    ]


def test_an_empty_text_is_told_as_empty_and_a_number_as_one_to_quote(tmp_path: Path) -> None:
    path = tmp_path / "people.yaml"
    path.write_text(
        "subject: p1\npeople:\n  - id: p1\n    name: ''\n    phones: ['', 163296]\n"
        "    identifiers: {nhs: ''}\n"
    )
    with pytest.raises(Misconfigured) as wrong:
        load_people(path)
    assert [str(fault) for fault in wrong.value.faults] == [
        "people.yaml:people[0].name: is empty",
        "people.yaml:people[0].identifiers: holds a number that is empty",
        "people.yaml:people[0].phones[0]: is empty",
        "people.yaml:people[0].phones[1]: is no text; quote it",
    ]
