"""LibreOffice at work: batches go through, and only a file that is to blame is refused."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from recordkeeping.vocabulary.errors import Misconfigured, Refused
from redaction.sandbox import office
from redaction.sandbox.isolation import isolation
from redaction.sandbox.office import File, convert, converter

# What stands in for LibreOffice: it copies each file's bytes, and acts on what they say.
STAND_IN = """#!/bin/sh
out=; to=
while [ $# -gt 0 ]; do
  case "$1" in
    --outdir) out=$2; shift 2;;
    --convert-to) to=$2; shift 2;;
    -*) shift;;
    *) break;;
  esac
done
for file; do
  name=$(basename "$file"); made=$out/${name%.*}.$to
  case "$(cat "$file")" in
    hang) sleep 600;;
    die) exit 139;;
    nothing) ;;
    elsewhere) ln -s /etc/hostname "$made";;
    breed) breed() { breed | breed & }; breed 2>/dev/null; sleep 600;;
    network) cat /proc/net/dev > "$made";;
    secrets) env > "$made"; id -u >> "$made"; ulimit -f >> "$made";;
    *) cp "$file" "$made";;
  esac
done
"""


@pytest.fixture(scope="module")
def stand_in() -> Iterator[str]:
    # Not under pytest's own folder, which nobody but us may enter.
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    program = folder / "soffice"
    program.write_text(STAND_IN)
    program.chmod(0o755)
    yield str(program)
    shutil.rmtree(folder)


def of(*contents: bytes) -> list[File]:
    return [File(content, "docx") for content in contents]


def said(results: list[bytes | Refused]) -> list[bytes | str]:
    return [str(r) if isinstance(r, Refused) else r for r in results]


TOO_LONG = (
    "the file could not be laid out in the time and memory allowed; part it, or save it as PDF"
)
UNUSUAL = (
    "the file is damaged, locked or unusual: it could not be laid out on pages; "
    "open it, and save it as PDF"
)


def test_results_come_in_the_order_given_whatever_they_become(stand_in: str) -> None:
    files = [File(b"a", "docx"), File(b"b", "xls", "xlsx"), File(b"c", "rtf", "docx"),
             File(b"d", "docx")]  # fmt: skip
    assert convert(files, stand_in) == [b"a", b"b", b"c", b"d"]


def test_one_file_that_hangs_is_refused_and_the_others_are_not(stand_in: str) -> None:
    began = time.monotonic()
    results = convert(of(b"a", b"nothing", b"b", b"hang", b"c", b"d"), stand_in, seconds=1)
    assert said(results) == [b"a", UNUSUAL, b"b", TOO_LONG, b"c", b"d"]
    assert time.monotonic() - began < 15


def test_files_that_bring_it_down_are_refused_and_the_others_are_not(stand_in: str) -> None:
    results = convert(of(b"die", b"a", b"die", b"b"), stand_in)
    assert said(results) == [TOO_LONG, b"a", TOO_LONG, b"b"]


def test_a_file_that_lets_processes_multiply_ends_in_a_reason(stand_in: str) -> None:
    assert said(convert(of(b"breed"), stand_in, seconds=2)) == [TOO_LONG]
    assert convert(of(b"a"), stand_in) == [b"a"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(stand_in: str) -> None:
    assert said(convert(of(b"elsewhere", b"a"), stand_in)) == [UNUSUAL, b"a"]


def test_it_sees_no_network_where_the_machine_allows_that(stand_in: str) -> None:
    assert isolation().no_network, "the build machine allows namespaces"
    listed = convert(of(b"network"), stand_in)[0]
    assert isinstance(listed, bytes)
    cards = [line.partition(b":")[0].strip() for line in listed.splitlines() if b":" in line]
    assert cards == [b"lo"]


def test_it_learns_nothing_of_our_surroundings_and_has_limits(
    stand_in: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MUNIMENT_PASSPHRASE", "not to be seen")
    told = convert(of(b"secrets"), stand_in)[0]
    assert isinstance(told, bytes)
    assert b"not to be seen" not in told
    assert b"unlimited" not in told
    *_, user, _ = told.decode().split()
    assert user != "0"


def test_nothing_is_left_behind(stand_in: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o711)  # the user that LibreOffice runs as has to get there
        monkeypatch.setattr(tempfile, "tempdir", folder)
        convert(of(b"a", b"die"), stand_in)
        assert list(Path(folder).iterdir()) == []


def test_without_libreoffice_the_packages_to_install_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    with pytest.raises(Misconfigured, match="libreoffice-writer-nogui"):
        converter()


def test_more_files_than_go_into_one_run_are_all_converted(
    stand_in: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "MOST_FILES", 2)
    assert convert(of(b"a", b"b", b"c", b"d", b"e"), stand_in) == [b"a", b"b", b"c", b"d", b"e"]


def test_papers_that_a_killed_run_left_are_taken_away_and_a_living_ones_stay(
    stand_in: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Path(stand_in).parent / "temporary"
    there.mkdir(mode=0o755)
    ended = subprocess.Popen(["true"])
    ended.wait()
    monkeypatch.setattr(tempfile, "tempdir", str(there))
    left, living = there / f"muniment-office-{ended.pid}-a", there / "muniment-office-1-b"
    for folder in (left, living):
        (folder / "in").mkdir(parents=True)
        (folder / "in" / "0.odt").write_bytes(b"a paper")
    office._take_away_what_was_left.cache_clear()
    convert(of(b"one"), soffice=stand_in)
    assert not left.exists()
    assert (living / "in" / "0.odt").exists()
