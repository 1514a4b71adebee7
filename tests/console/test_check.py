"""`muniment check` tells every fault of a council's settings at once, and opens nothing before."""

import json
import shutil
from pathlib import Path

import pytest

from conformance.northmoor.council import build
from console.main import main
from recordkeeping.vocabulary.errors import Misconfigured
from tests.journeys.conftest import DAY
from wiring.schedules import sample_configs
from wiring.services import open_services


@pytest.fixture
def council(tmp_path: Path) -> Path:
    folder = tmp_path / "north moor"  # a space, as on a shared drive
    build(folder, seed=3, scale=20, today=DAY)
    shutil.copytree(sample_configs(), folder / "configs")
    return folder


def test_sound_settings_are_in_order(council: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--configs", str(council / "configs"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ok": True, "faults": [], "notes": []}


def test_every_fault_of_every_file_is_told_at_once(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configs = council / "configs"
    (council / "stores" / "case-records.sqlite").unlink()
    policy = (configs / "policy.yaml").read_text()
    (configs / "policy.yaml").write_text(policy.replace("convention: ico", "convention: guess"))
    officers = (configs / "officers.yaml").read_text()
    (configs / "officers.yaml").write_text(officers + "  - {id: off-101, role: [asset_owner]}\n")
    schedule = configs / "schedules" / "education.yaml"
    text = schedule.read_text()
    schedule.write_text(text.replace("trigger: {event: birth", "trigger: {event: brith", 1))
    assert main(["check", "--configs", str(configs), "--json"]) == 2
    faults = {fault["where"] for fault in json.loads(capsys.readouterr().out)["faults"]}
    assert "policy.yaml:requests.convention" in faults
    assert any(where.startswith("officers.yaml") for where in faults)
    assert any(where.startswith(schedule.name) for where in faults)
    assert not (council / "state").exists()


def test_a_missing_store_is_told_by_its_name(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (council / "stores" / "case-records.sqlite").unlink()
    assert main(["check", "--configs", str(council / "configs")]) == 2
    assert "case-db" in capsys.readouterr().out


def test_a_council_of_one_nation_with_the_schedules_of_another_is_refused(
    council: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = council / "configs" / "council.yaml"
    settings.write_text(settings.read_text().replace("nation: england", "nation: scotland"))
    # A second fault beside it hides it no more than it hides the second.
    (council / "stores" / "case-records.sqlite").unlink()
    assert main(["check", "--configs", str(council / "configs"), "--json"]) == 2
    told = {f["where"]: f["because"] for f in json.loads(capsys.readouterr().out)["faults"]}
    assert told.pop("council.yaml:council.nation") == (
        "is scotland, and the files of schedules/ are of england (their key nation):"
        " put in the schedules of scotland, or mend council.nation"
    )
    assert any("case-db" in where for where in told)
    assert not (council / "state").exists()


def test_nothing_opens_with_the_schedules_of_another_nation(council: Path) -> None:
    settings = council / "configs" / "council.yaml"
    settings.write_text(settings.read_text().replace("nation: england", "nation: wales"))
    with pytest.raises(Misconfigured, match="put in the schedules of wales"):
        open_services(council / "configs")
    assert not (council / "state").exists()
