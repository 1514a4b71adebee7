"""`muniment due`: its options, JSON keys and exit codes are kept."""

import json

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


def test_a_person_reads_sentences(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SCP2, "--today", "2026-09-01"]) == 0
    assert "it may go from 2026-09-01, and must be gone by 2027-08-31" in capsys.readouterr().out
