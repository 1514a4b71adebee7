"""`muniment clock`: its options, JSON keys and exit codes are kept."""

import json

import pytest

from console.main import main

SAR = ["clock", "sar", "--today", "2026-09-10", "--received"]


def ask(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, object]:
    assert main([*options, "--json"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_an_ordinary_request_is_answered_as_published(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(capsys, *SAR, "2026-09-03")
    wanted = {
        "status": "RUNNING", "start": "2026-09-03", "excluded_days": 0, "nominal": "2026-10-03",
        "due": "2026-10-05", "notify_by": "2026-10-02", "convention": "ico",
    }  # fmt: skip
    assert wanted.items() <= answer.items()
    assert str(answer["calendar"]).startswith("england-and-wales ")


@pytest.mark.parametrize(
    ("options", "status", "due"),
    [
        (["2026-09-07", "--id-received", "2026-09-18"], "RUNNING", "2026-10-19"),
        (["2026-09-07", "--id-outstanding"], "NOT_STARTED", None),
        (["2026-06-16", "--extend", "2", "--notified", "2026-07-10"], "EXTENDED", "2026-09-16"),
        (["2026-08-03"], "OVERDUE", "2026-09-03"),
    ],
)
def test_the_clock_says_how_it_stands(
    options: list[str], status: str, due: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = ask(capsys, *SAR, *options)
    assert (answer["status"], answer["due"]) == (status, due)


def test_people_are_told_that_the_day_has_passed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SAR, "2026-08-03"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("OVERDUE: the answer was due on Thursday 3 September 2026.\n")


def test_an_open_clarification_pauses(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, *SAR, "2026-09-01", "--pause", "2026-09-08:")["status"] == "PAUSED"


def test_an_extension_told_too_late_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    late = [*SAR, "2026-06-16", "--extend", "2", "--notified", "2026-07-17"]
    assert main(late) == 3
    assert "2026-07-16" in capsys.readouterr().err


def test_freedom_of_information_counts_days_off_anywhere_in_the_uk(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert ask(capsys, "clock", "foi", "--received", "2026-06-01")["due"] == "2026-06-30"


def test_a_complaint_is_acknowledged_within_30_days(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(capsys, "clock", "complaint", "--received", "2026-07-10")["due"] == "2026-08-10"


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (["2026-02-30"], "--received"),
        (["2026-09-01", "--pause", "2026-09-08"], "--pause"),
        (["2026-09-01", "--pause", "2026-09-08:2026-09-07"], "--pause"),
        (["2026-09-01", "--extend", "3", "--notified", "2026-09-02"], "--extend"),
    ],
)
def test_a_bad_option_is_named(
    options: list[str], option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*SAR, *options]) == 2
    assert option in capsys.readouterr().err
