"""A long run says how far it is, on a terminal alone, and in counts alone."""

import json
import os
import pty
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pytest

from console.main import main
from console.progress import Progress


@contextmanager
def terminal() -> Iterator[int]:
    """Have standard error go to a terminal; its near end is returned."""
    near, far = pty.openpty()
    before = sys.stderr
    with os.fdopen(far, "w") as stream:
        sys.stderr = stream
        try:
            yield near
        finally:
            sys.stderr = before
    os.close(near)


def shown(near: int) -> str:
    """Return what has come to a terminal: what was just written takes a moment."""
    time.sleep(0.1)
    os.set_blocking(near, False)
    said = b""
    with suppress(BlockingIOError):
        while part := os.read(near, 10_000):
            said += part
    return said.decode()


def test_a_terminal_is_told_files_and_pages_and_is_left_clean() -> None:
    with terminal() as near:
        with Progress(3, quiet=0.01) as progress:
            progress.one_more()
            progress.count_pages(12)
            time.sleep(0.3)
        said = shown(near)
    assert "muniment: 1 of 3 files done, 12 pages read, 0 s" in said
    assert said.endswith("\r\x1b[K")


def test_one_file_is_first_being_read_and_then_worked_on() -> None:
    with terminal() as near, Progress(1, quiet=0.01) as progress:
        time.sleep(0.3)
        assert "muniment: reading, 0 s" in shown(near)
        progress.count_pages(1)
        time.sleep(1.2)
        assert "muniment: 1 page read, now at work on them, 1 s" in shown(near)


def test_a_long_redaction_tells_no_name_and_its_answer_is_as_ever(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("console.redact.Progress", partial(Progress, quiet=0.01))
    (tmp_path / "zephyrine.txt").write_text("Zephyrine came. It rained.")
    (tmp_path / "t.json").write_text('["Zephyrine"]')
    call = ["redact", str(tmp_path / "zephyrine.txt"), str(tmp_path / "out.pdf")]
    with terminal() as near:
        assert main([*call, "--terms", str(tmp_path / "t.json"), "--json"]) == 0
        said = shown(near)
    assert "muniment: reading, " in said
    assert "ephyrine" not in said
    assert json.loads(capsys.readouterr().out)["status"] == "proven"


def test_a_short_run_says_nothing() -> None:
    with terminal() as near:
        with Progress(2) as progress:
            progress.one_more()
            progress.make_room()
        assert shown(near) == ""


def test_what_is_no_terminal_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with Progress(2, quiet=0.0):
        time.sleep(0.1)
    assert capsys.readouterr() == ("", "")
