"""`muniment redact` on a folder: what stands in OUT is told, and what is no paper is left out."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from email.message import EmailMessage
from pathlib import Path
from threading import Event

import pytest

from console.abreast import each_told
from console.main import main
from recordkeeping.vocabulary.errors import Fault, Misconfigured
from tests.corpus import office

LOOK = "it may be of an earlier run, or somebody's own: look before the folder goes to anybody"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Dean Marsh rang.")
    (tmp_path / "in" / "b.txt").write_text("Seen on Tuesday.")
    (tmp_path / "terms.json").write_text('["Dean Marsh"]')
    return tmp_path


def redact(folder: Path, *more: str, terms: str = "terms.json") -> int:
    """Redact the folder `in` to `out`; whatever else is given is a path in the folder, or --."""
    paths = [word if word.startswith("--") else str(folder / word) for word in more]
    asked = [str(folder / "in"), str(folder / "out"), "--terms", str(folder / terms)]
    return main(["redact", *asked, *paths])


def answers(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, list[str]]]:
    lines = map(json.loads, capsys.readouterr().out.splitlines())
    return [(line["file"], line["status"], line["because"]) for line in lines]


def test_a_result_of_an_earlier_run_whose_file_is_gone_is_told_and_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert redact(folder) == 0
    assert "did not write" not in capsys.readouterr().out
    (folder / "in" / "a.txt").unlink()
    assert redact(folder) == 0
    assert capsys.readouterr().out == (
        f"{folder / 'in' / 'b.txt'}: 0 redactions, proven\n"
        f"{folder / 'out'}: 1 file stands in OUT that this run did not write; {LOOK}\n"
        "  - a.txt\n"
    )
    (folder / "out" / "theirs").mkdir()
    (folder / "out" / "theirs" / "note.txt").write_text("Dean Marsh")
    assert redact(folder, "--json") == 0
    stands = [f"it stands in OUT, and this run did not write it; {LOOK}"]
    assert answers(capsys) == [
        ("b.txt", "proven", []),
        ("a.txt", "standing", stands),
        ("theirs/note.txt", "standing", stands),
    ]
    assert (folder / "out" / "a.txt").is_file()
    assert (folder / "out" / "theirs" / "note.txt").read_text() == "Dean Marsh"


def test_what_stands_among_attachments_is_told_and_what_is_written_beside_results_is_not(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "a@example.com", "b@example.com", "Visit"
    mail.set_content("Seen on Tuesday.")
    mail.add_attachment("Written on Monday.", filename="note.txt")
    (folder / "in" / "c.eml").write_bytes(bytes(mail))
    (folder / "in" / "d.eml").write_bytes(bytes(mail))
    more = ("--attachments", "out/inside", "--record", "out/records", "--json")
    assert redact(folder, *more) == 0
    assert {status for _, status, _ in answers(capsys)} == {"proven"}
    (folder / "in" / "d.eml").unlink()
    assert redact(folder, *more) == 0
    assert [(file, why) for file, status, why in answers(capsys) if status == "standing"] == [
        ("d.eml", [f"it stands in OUT, and this run did not write it; {LOOK}"]),
        ("d.eml/1.pdf", [f"it stands in --attachments, and this run did not write it; {LOOK}"]),
    ]


@pytest.mark.parametrize(
    ("option", "name", "content"),
    [
        ("--terms", "terms.json", '["Dean Marsh"]'),
        ("--people", "people.yaml", "{subject: p1, people: [{id: p1, name: Dean Marsh}]}"),
        ("--boxes", "boxes.json", '[{"page": 1}]'),
    ],
)
def test_the_list_that_was_given_is_no_paper_where_it_lies_in_the_folder(
    option: str, name: str, content: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = folder / "in" / name
    given.write_text(content)
    asked = ["redact", str(folder / "in"), str(folder / "out"), option, str(given)]
    assert main(asked) == 0
    assert capsys.readouterr().out.startswith(
        f"{given}: left out; nothing was written\n"
        f"  - it is what was given as {option}, and no paper\n"
    )
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a.txt", "b.txt"]
    assert main([*asked, "--json"]) == 0
    assert answers(capsys)[0] == (
        name, "left out", [f"it is what was given as {option}, and no paper"]
    )  # fmt: skip


def test_a_folder_of_nothing_but_the_list_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / "in" / name).unlink()
    (folder / "terms.json").rename(folder / "in" / "terms.json")
    assert redact(folder, terms="in/terms.json") == 2
    assert capsys.readouterr().err == "muniment: IN: holds no file but --terms\n"


def test_a_folder_that_holds_in_is_no_place_for_results(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = ["--terms", str(folder / "terms.json")]
    assert main(["redact", str(folder / "in"), str(folder), *terms]) == 2
    assert capsys.readouterr().err == "muniment: OUT: holds IN; choose a folder beside IN\n"
    assert redact(folder, "--record", ".") == 2
    assert capsys.readouterr().err == "muniment: --record: holds IN; choose a folder beside IN\n"


@pytest.mark.parametrize("option", ["--record", "--hidden", "--attachments"])
def test_nothing_is_written_over_a_file_in_the_folder_that_is_read(
    option: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert redact(folder, option, "in/a.txt") == 2
    told = f"muniment: {option}: lies in IN; choose a folder beside it\n"
    assert capsys.readouterr().err == told
    assert (folder / "in" / "a.txt").read_text() == "Dean Marsh rang."


@pytest.mark.parametrize(
    ("option", "place", "theirs", "told"),
    [
        ("--record", "in/a.txt", "in/a.txt", "--record"),
        ("--hidden", "in/a.txt", "in/a.txt", "--hidden"),
        ("--hidden", "in/h.pdf", "in/h.inside-2.pdf", "--hidden.inside-2.pdf"),
        ("--attachments", "in", "in/3.pdf", "--attachments/3.pdf"),
    ],
)
def test_nothing_is_written_over_another_file_beside_the_one_that_is_read(
    option: str,
    place: str,
    theirs: str,
    told: str,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / theirs).write_text("Written on Monday.")
    asked = ["redact", str(folder / "in" / "b.txt"), str(folder / "out.pdf")]
    asked += ["--terms", str(folder / "terms.json"), option, str(folder / place)]
    assert main(asked) == 2
    why = "would be written over another file of IN's folder; choose another place"
    assert capsys.readouterr().err == f"muniment: {told}: {why}\n"
    assert (folder / theirs).read_text() == "Written on Monday."
    assert not (folder / "out.pdf").exists()


def test_a_result_that_is_redacted_again_is_not_taken_for_an_earlier_one(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inside, terms = folder / "inside", ["--terms", str(folder / "terms.json")]
    inside.mkdir()
    assert main(["redact", str(folder / "in" / "a.txt"), str(inside / "1.pdf"), *terms]) == 0
    again = ["redact", str(inside / "1.pdf"), str(folder / "out.pdf"), *terms]
    assert main([*again, "--attachments", str(inside)]) == 2
    said = "muniment: --attachments/1.pdf: would be written over IN; choose another folder\n"
    assert capsys.readouterr().err == said
    assert (inside / "1.pdf").is_file()


@pytest.mark.parametrize(("how", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_ends_soon_and_tells_what_it_finished(
    how: signal.Signals, code: int, folder: Path
) -> None:
    for name in ("0", "c", "d", "e", "f", "g"):
        (folder / "in" / f"{name}.docx").write_bytes(office.document())
    asked = [str(folder / "in" / "b.txt"), str(folder / "earlier.pdf")]
    assert main(["redact", *asked, "--terms", str(folder / "terms.json")]) == 0
    (folder / "out").mkdir()
    (folder / "earlier.pdf").rename(folder / "out" / "g.docx")
    (folder / "out" / "theirs.txt").write_text("a letter")
    with (
        tempfile.TemporaryDirectory() as temporary,
        subprocess.Popen(
            [str(Path(sys.executable).with_name("muniment")), "redact", "in", "out",
             "--terms", "terms.json", "--json"],
            cwd=folder,
            env={**os.environ, "TMPDIR": temporary},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as running,
    ):  # fmt: skip
        Path(temporary).chmod(0o711)
        while not (folder / "out" / "a.txt").exists():
            assert running.poll() is None
            time.sleep(0.02)
        began = time.monotonic()
        running.send_signal(how)
        said, complained = running.communicate(timeout=60)
        assert time.monotonic() - began < 8
        assert list(Path(temporary).iterdir()) == []
    assert (running.returncode, complained.splitlines()[1:]) == (code, [b"muniment: stopped"])
    told = {(a["file"], a["status"]) for a in map(json.loads, said.splitlines())}
    finished = {path.name for path in (folder / "out").iterdir()} - {"theirs.txt"}
    assert told == {("theirs.txt", "standing"), *((name, "proven") for name in finished)}
    assert "a.txt" in finished
    assert len(finished) < 8


def test_what_was_finished_is_told_before_an_error_ends_the_run() -> None:
    second, told = Event(), []

    def work(number: int) -> int:
        if number == 0:
            second.wait(10)
            raise Misconfigured([Fault("TMPDIR", "is full")])
        return number

    def of(number: int) -> int:
        try:
            return work(number)
        finally:
            second.set()

    with pytest.raises(Misconfigured):
        each_told(of, [0, 1], lambda number, answer: told.append((number, answer)))
    assert told == [(1, 1)]
