"""A schedule is read whole, or refused with every fault by file, class and key."""

from pathlib import Path

import pytest

from recordkeeping.vocabulary.errors import Misconfigured
from wiring.schedules import load_exemptions, load_schedule

CONFIGS = Path(__file__).parents[2] / "configs"

RULE = """
  - id: {id}
    title: Enquiry
    action: destroy
    bound: target
    trigger: {{event: {event}}}
    period: {period}
    authority: {{kind: local, cite: The council, effective_from: {since}, evidence: K}}
"""


def folder(tmp_path: Path, *rules: str) -> Path:
    (tmp_path / "schedules").mkdir()
    head = "schedule: test-1\nnation: england\nclasses:"
    (tmp_path / "schedules" / "one.yaml").write_text(head + "".join(rules))
    return tmp_path


def rule(
    id: str = "AA-ONE", event: str = "closure", period: str = "P2Y", since: str = "2026-01-01"
) -> str:
    return RULE.format(id=id, event=event, period=period, since=since)


def faults(configs: Path) -> list[str]:
    with pytest.raises(Misconfigured) as wrong:
        load_schedule(configs)
    return [fault.where for fault in wrong.value.faults]


def test_the_sample_schedule_is_read(tmp_path: Path) -> None:
    schedule = load_schedule(CONFIGS)
    assert schedule.version == "sample-2026.1"
    assert len(schedule.rules) >= 45
    assert {"SC", "AD", "FO", "RE", "ED", "YO", "HE", "SF", "IG"} <= {i[:2] for i in schedule.rules}
    assert set(load_schedule(folder(tmp_path, rule())).rules) == {"AA-ONE"}


def test_every_fault_of_every_rule_is_told_at_once(tmp_path: Path) -> None:
    told = faults(folder(tmp_path, rule(event="party"), rule(id="AA-TWO", period="2 years")))
    assert any("AA-ONE.trigger.event" in where for where in told)
    assert any("AA-TWO.period" in where for where in told)


@pytest.mark.parametrize(
    "broken",
    [
        rule() + rule(),  # one class twice
        rule() + "    keep_yaers: 6\n",
        rule() + "    period: P3Y\n",  # one key twice
        rule() + "    review_every: &a P1Y\n    align: *a\n",
        rule(since="2011-02-30"),
    ],
)
def test_a_slip_in_a_schedule_is_refused_by_its_file(tmp_path: Path, broken: str) -> None:
    assert all(where.startswith("one.yaml") for where in faults(folder(tmp_path, broken)))


def test_what_is_kept_for_good_needs_a_review(tmp_path: Path) -> None:
    forever = """
  - id: AA-LOG
    title: Log
    action: permanent
    bound: min
    authority: {kind: local, cite: The council, effective_from: 2026-01-01, evidence: K}
"""
    assert faults(folder(tmp_path, forever)) == ["one.yaml:AA-LOG.review_every"]


def test_a_missing_schedule_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path) == ["schedules/"]


def test_harm_and_court_codes_show_a_label_that_tells_nothing() -> None:
    codes = load_exemptions(CONFIGS)
    assert codes["R10"].label == codes["R11"].label == codes["R13"].label
    assert codes["R07"].label is None


@pytest.mark.parametrize("evidence", ["", "V", "none", "V18,V22", "L:devon", "l:Devon", "V18 ?"])
def test_evidence_that_is_no_tag_is_a_fault(tmp_path: Path, evidence: str) -> None:
    written = rule().replace("evidence: K", f'evidence: "{evidence}"')
    assert faults(folder(tmp_path, written)) == ["one.yaml:classes.AA-ONE.authority.evidence"]


def test_a_rule_without_evidence_is_a_fault(tmp_path: Path) -> None:
    written = rule().replace(", evidence: K", "")
    assert faults(folder(tmp_path, written)) == ["one.yaml:classes.AA-ONE.authority.evidence"]


def test_the_owner_of_a_file_is_the_owner_of_its_classes_unless_one_has_its_own(
    tmp_path: Path,
) -> None:
    own = rule(id="AA-TWO") + "    owner: Head of archives\n"
    configs = folder(tmp_path, rule(), own)
    written = configs / "schedules" / "one.yaml"
    written.write_text(written.read_text().replace("classes:", "owner: Head of records\nclasses:"))
    rules = load_schedule(configs).rules
    assert {name: one.owner for name, one in rules.items()} == {
        "AA-ONE": "Head of records",
        "AA-TWO": "Head of archives",
    }
