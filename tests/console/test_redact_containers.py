"""`muniment redact` on containers: nobody takes a list for what was read, or a file for nothing."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from console.main import main

PEOPLE = """
subject: p1
people:
  - {id: p1, name: Kayleigh Ann Marsh}
  - {id: p2, name: Callum Marsh, relation: brother, role: third_party}
"""


def container(path: Path, *names: str, locked: int = 0) -> Path:
    """Write a container of files, the first of which are locked."""
    with zipfile.ZipFile(path, "w") as made:
        for name in names:
            made.writestr(name, "Seen on Tuesday.")
    content = bytearray(path.read_bytes())
    heads, lists = content.split(b"PK\3\4"), content.count(b"PK\1\2")
    assert len(heads) - 1 == lists == len(names)
    with zipfile.ZipFile(path) as made:
        starts = [info.header_offset for info in made.infolist()]
    at = 0
    for start in starts[:locked]:
        at = content.index(b"PK\1\2", at + 1)
        content[start + 6] |= 1
        content[at + 8] |= 1
    path.write_bytes(content)
    return path


def words(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize("verb", ["redact", "detect", "prove"])
def test_a_container_of_which_nothing_can_be_opened_is_refused_with_its_reason(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    locked = container(tmp_path / "in.zip", "a.txt", "b.txt", locked=2)
    (tmp_path / "terms.json").write_text('["Dean Marsh"]')
    (tmp_path / "people.yaml").write_text(PEOPLE)
    out = [str(tmp_path / "out.pdf")] if verb == "redact" else []
    lists = ("--people", "people.yaml") if verb == "detect" else ("--terms", "terms.json")
    asked = [verb, str(locked), *out, lists[0], str(tmp_path / lists[1])]
    assert main(asked) == 3
    said = "no file in the container could be opened; locked with a password; ask for it without"
    printed = capsys.readouterr()
    assert said in printed.out + printed.err
    assert not (tmp_path / "out.pdf").exists()


def test_a_container_of_which_a_part_cannot_be_opened_says_so_in_its_note_and_on_its_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    partly = container(tmp_path / "in.zip", "a.txt", "b.txt", "c.txt", locked=2)
    (tmp_path / "terms.json").write_text('["Dean Marsh"]')
    asked = ["redact", str(partly), str(tmp_path / "out.pdf"), "--json"]
    assert main([*asked, "--terms", str(tmp_path / "terms.json")]) == 0
    assert json.loads(capsys.readouterr().out)["because"][0] == (
        "2 of the 3 files in the container could not be opened: locked with a password; "
        "ask for it without one"
    )
    listed = words(tmp_path / "out.pdf")
    assert listed.startswith("Container of 3 files, 2 of which could not be opened")
    assert listed.count("NOT OPENED: locked with a password") == 2


def test_one_file_is_counted_as_one(tmp_path: Path) -> None:
    one = container(tmp_path / "in.zip", "letters/", "letters/a.txt")
    (tmp_path / "terms.json").write_text('["Dean Marsh"]')
    asked = ["redact", str(one), str(tmp_path / "out.pdf")]
    assert main([*asked, "--terms", str(tmp_path / "terms.json")]) == 0
    assert words(tmp_path / "out.pdf").startswith("Container of 1 file No.")


def test_the_ending_of_a_files_name_stays_where_its_name_goes(tmp_path: Path) -> None:
    names = ("Callum.eml", "Callum Marsh.eml", "Letter from Callum.eml", "Callum.docx")
    (tmp_path / "people.yaml").write_text(PEOPLE)
    asked = ["redact", str(container(tmp_path / "in.zip", *names)), str(tmp_path / "out.pdf")]
    assert main([*asked, "--people", str(tmp_path / "people.yaml")]) == 0
    listed = words(tmp_path / "out.pdf")
    assert listed.count("[removed: another person] .eml") == 3
    assert "[removed: another person] .docx" in listed
    assert "Callum" not in listed


def test_a_list_that_is_no_text_in_utf8_says_how_to_save_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.txt").write_text("Seen on Tuesday.")
    (tmp_path / "people.yaml").write_bytes(PEOPLE.encode("utf-16"))
    monkeypatch.chdir(tmp_path)
    assert main(["redact", "in.txt", "out.pdf", "--people", "people.yaml"]) == 2
    assert capsys.readouterr().err == (
        "muniment: people.yaml: is no text in UTF-8; save it as plain text, with UTF-8 as its "
        "encoding\n"
    )
