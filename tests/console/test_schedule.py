"""`muniment schedule lint`: what councils published, held against the statutory pack.

What is known of Devon, Blackpool, North Somerset and Kirklees stands in `tests/councils/`, each
with what is not known. Of Derbyshire one fact is known, and it is about holds (it assessed which
records an inquiry could want instead of freezing all): it has no schedule here.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from console.main import main

COUNCILS = Path(__file__).parents[1] / "councils"


def asked(capsys: pytest.CaptureFixture[str], configs: Path) -> tuple[int, dict[str, object]]:
    code = main(["schedule", "lint", "--json", "--configs", str(configs)])
    return code, json.loads(capsys.readouterr().out)


def told(answer: dict[str, object], level: str) -> list[tuple[str, str]]:
    """Return class and name of every finding, but for owners: nobody published those."""
    findings = answer["findings"]
    assert isinstance(findings, list)
    return [
        (one["class"], one["name"])
        for one in findings
        if one["level"] == level and one["name"] != "no-owner"
    ]


NO_MODIFIERS = [(name, "no-such-modifier") for name in ("CSA", "EHCP_EVER", "LAC_EVER")]


@pytest.mark.parametrize(
    ("council", "errors"),
    [
        ("devon", [("DV-CARE", "death-before-fifteen")]),
        ("blackpool", [("SC-CL", "children-act-1999")]),
        ("north-somerset", []),
        ("kirklees", [("KI-CARE", "75-years-from-the-18th-birthday")]),
    ],
)
def test_what_a_council_published_has_the_traps_it_is_known_for(
    council: str, errors: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    code, answer = asked(capsys, COUNCILS / council)
    assert told(answer, "error") == errors
    assert told(answer, "warning") == NO_MODIFIERS
    assert code == (4 if errors else 0)
    assert (answer["nation"], answer["against"]) == ("england", "statutory-england-2026.1")
    assert answer["not_compared"] == []


def test_the_sample_schedule_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    code, answer = asked(capsys, Path(__file__).parents[2] / "configs")
    assert (code, answer["findings"], answer["not_compared"]) == (0, [], [])
    assert (answer["schedule"], answer["errors"], answer["warnings"]) == ("sample-2026.1", 0, 0)


def test_each_finding_has_its_level_class_reason_authority_and_what_to_do(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, answer = asked(capsys, COUNCILS / "kirklees")
    findings = answer["findings"]
    assert isinstance(findings, list)
    assert findings[0] == {
        "level": "error",
        "class": "KI-CARE",
        "name": "75-years-from-the-18th-birthday",
        "because": "75 years from the 18th birthday are 93 from birth",
        "authority": "Care Planning, Placement and Case Review (England) Regulations 2010, reg. 50",
        "do": "count 75 years from birth",
    }


def test_for_a_person_each_finding_is_three_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schedule", "lint", "--configs", str(COUNCILS / "kirklees")]) == 4
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == (
        "error: KI-CARE: 75 years from the 18th birthday are 93 from birth"
        " [75-years-from-the-18th-birthday]"
    )
    assert lines[2] == "    to do: count 75 years from birth"
    assert lines[-1] == "kirklees-published against statutory-england-2026.1: 1 errors, 6 warnings."


def test_a_schedule_that_cannot_be_read_is_bad_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schedule", "lint", "--configs", str(tmp_path)]) == 2
    assert "schedules/" in capsys.readouterr().err
