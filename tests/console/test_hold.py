"""What officers ask the register: a question begins no memory of its own."""

import shutil
from pathlib import Path

import pytest

from console.main import main
from wiring.schedules import sample_configs


@pytest.mark.parametrize(
    "asked", [["hold", "list"], ["disposal", "list"], ["request", "show", "SAR-2026-0001"]]
)
def test_a_question_in_a_wrong_folder_is_refused_and_begins_no_register(
    asked: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configs = tmp_path / "configs"
    shutil.copytree(sample_configs(), configs)
    assert main([*asked, "--configs", str(configs)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"muniment: state: {tmp_path / 'state'} holds no register and no ledger; go to the "
        "council's folder, or name its settings with --configs\n"
    )
    assert not (tmp_path / "state").exists()
