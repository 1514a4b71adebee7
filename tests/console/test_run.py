"""`muniment run` says what it needs before anything runs."""

from pathlib import Path

import pytest

from console.main import main


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        (["gather-request"], "--request: give the reference of the request that gather-request is"),
        (
            ["nightly-retention", "--request", "SAR-2026-1"],
            "--request: leave it out: nightly-retention is not about one request",
        ),
        (["nightly-retention", "--today", "2026-02-30"], "--today: 2026-02-30 is no day"),
        (["nightly-retention", "--configs", "nowhere"], "council.yaml"),
    ],
)
def test_bad_arguments_are_told_by_option(
    words: list[str], fault: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["run", *words]) == 2
    assert fault in capsys.readouterr().err
