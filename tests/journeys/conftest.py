"""Northmoor on disk, with its settings, before anything has happened in it."""

import json
import os
import pwd
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from conformance.northmoor.council import Northmoor, build
from console.main import main
from wiring.schedules import sample_configs

DAY = date(2026, 11, 2)
"""The day that Northmoor's records are made for."""


class Said(NamedTuple):
    """What a command answered."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Town:
    """Northmoor in a folder, and the commands that officers type there."""

    folder: Path
    council: Northmoor

    def as_officer(self, officer: str) -> Path:
        """Return settings in which whoever runs this test is that officer, over one state."""
        mine = self.folder / f"configs-of-{officer}"
        if not mine.exists():
            shutil.copytree(self.folder / "configs", mine)
            login = pwd.getpwuid(os.getuid()).pw_name
            file = mine / "officers.yaml"
            given = re.sub(rf"(\{{id: {officer}),", rf"\1, login: {login},", file.read_text())
            file.write_text(given)
        return mine

    def muniment(self, *words: str, configs: Path | None = None) -> Said:
        """Run the command as a person would; a flow in a process of its own, as Prefect wants."""
        settings = str(configs or self.folder / "configs")
        given = [*words, "--configs", settings, "--json"]
        if words[0] == "run":
            done = subprocess.run(
                [sys.executable, "-m", "console", *given],
                capture_output=True,
                text=True,
                env={**os.environ, "PREFECT_LOGGING_LEVEL": "ERROR"},
            )
            return Said(done.returncode, done.stdout, done.stderr)
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = main(given)
        return Said(code, out.getvalue(), err.getvalue())

    def lines(self, *words: str, configs: Path | None = None) -> list[dict[str, Any]]:
        """Run the command, which succeeds, and return the JSON objects that it printed."""
        done = self.muniment(*words, configs=configs)
        assert done.code == 0, done.err[-2000:]
        return [json.loads(line) for line in done.out.splitlines()]


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Town]:
    """Make a Northmoor of twenty children under a name."""

    def make(name: str) -> Town:
        folder = tmp_path_factory.mktemp(name) / "northmoor"
        council = build(folder, seed=7, scale=20, today=DAY)
        shutil.copytree(sample_configs(), folder / "configs")
        return Town(folder, council)

    return make
