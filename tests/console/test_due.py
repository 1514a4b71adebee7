"""`muniment due`: its options, JSON keys and exit codes are kept."""

import json
import os
import subprocess
import sys

import pytest

from console.main import main

SCP2 = ["due", "--class", "ED-SCP2", "--event", "birth=2001-08-31"]


def ask(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    assert main([*options, "--json"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_the_answer_has_the_published_keys_and_days(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, *SCP2, "--today", "2026-09-01")
    assert list(answer) == [
        "class",
        "standing",
        "keep_through",
        "eligible_from",
        "destroy_by",
        "action",
        "rule",
        "because",
    ]
    assert answer["standing"] == "due"
    assert answer["keep_through"] == "2026-08-31"
    assert answer["eligible_from"] == "2026-09-01"
    assert answer["destroy_by"] == "2027-08-31"
    rule = answer["rule"]
    assert isinstance(rule, dict)
    assert (rule["id"], rule["schedule"]) == ("ED-SCP2", "sample-2026.1")


@pytest.mark.parametrize(
    ("options", "standing"),
    [
        (["--today", "2026-08-31"], "not_due"),
        (["--today", "2027-09-01"], "overdue"),
        (["--today", "2027-09-01", "--hold", "LITIGATION"], "held"),
        (["--today", "2027-09-01", "--dob-quality", "estimated"], "unknown"),
        (["--today", "2027-09-01", "--modifier", "CSA"], "not_due"),
        (["--today", "2027-09-01", "--also-class", "SC-LAC"], "not_due"),
    ],
)
def test_every_option_that_keeps_a_record_keeps_it(
    options: list[str], standing: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(capsys, *SCP2, *options)["standing"] == standing


def test_every_fault_of_the_command_line_is_told_by_its_option(
    capsys: pytest.CaptureFixture[str],
) -> None:
    wrong = [
        "due",
        "--class",
        "XX-NONE",
        "--event",
        "birth=2001-02-30",
        "--event",
        "party=2001-01-01",
    ]
    assert main(wrong) == 2
    told = capsys.readouterr()
    assert told.out == ""
    for said in ("--class", "XX-NONE", "--event birth", "2001-02-30", "party"):
        assert said in told.err


def test_whoever_has_read_enough_of_the_answer_sees_no_defect() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(
        [sys.executable, "-m", "console", *SCP2], stdout=writes, stderr=subprocess.PIPE
    )
    os.close(writes)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("event", ["birth=2031-08-31", "death=2026-11-03"])
def test_a_birth_or_death_in_the_future_is_a_slip_that_is_told(
    event: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["due", "--class", "ED-SCP2", "--event", event, "--today", "2026-11-02"]
    assert main(asked) == 2
    name, _, day = event.partition("=")
    told = capsys.readouterr()
    assert told.err == (f"muniment: --event {name}: {day} is in the future (today is 2026-11-02)\n")
    assert told.out == ""


def test_a_child_who_is_born_today_is_not_of_the_future(
    capsys: pytest.CaptureFixture[str],
) -> None:
    born = ["due", "--class", "ED-SCP2", "--event", "birth=2026-11-02"]
    assert ask(capsys, *born, "--today", "2026-11-02")["standing"] == "not_due"


def test_the_help_says_which_modifiers_and_holds_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["due", "--help"])
    said = capsys.readouterr().out
    for word in ("CSA", "LAC_EVER", "EHCP_EVER", "LITIGATION", "estimated or"):
        assert word in said


def test_a_person_reads_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SCP2, "--today", "2026-09-01"]) == 0
    assert "it may go from 2026-09-01, and must be gone by 2027-08-31" in capsys.readouterr().out
