"""The main job, end to end, as a newcomer runs it: one command, and outputs that hold."""

import json
import os
import re
import subprocess
import sys
from base64 import b64decode
from pathlib import Path

import pikepdf
import pytest

from conformance.northmoor.press.printing import UNREADABLE


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, dict[str, object]]]:
    folder = tmp_path_factory.mktemp("demo") / "northmoor"
    done = subprocess.run(
        [sys.executable, "-m", "console", "demo", "--dir", folder, "--scale", "40", "--json"],
        capture_output=True,
        text=True,
        env={**os.environ, "PREFECT_LOGGING_LEVEL": "ERROR"},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    answer = json.loads(done.stdout)
    return folder, answer


def readable(path: str, passphrase: str) -> str:
    return subprocess.run(
        ["pdftotext", "-upw", passphrase, path, "-"], capture_output=True, check=True, text=True
    ).stdout


def stands_in(words: str, text: str) -> bool:
    """Say whether words can be read; a name of one word only as a name, with its capital."""
    wanted = re.escape(" ".join(words.split()))
    case = re.NOFLAG if words.isalpha() else re.IGNORECASE
    return re.search(rf"(?<!\w){wanted}(?!\w)", text, case) is not None


Demo = tuple[Path, dict[str, dict[str, object]]]


def test_the_night_and_the_request_leave_numbers_that_add_up(demo: Demo) -> None:
    _, answer = demo
    retention, request = answer["retention"], answer["request"]
    assert all(n for n in retention.values()), retention
    assert all(n for n in request.values()), request
    assert retention["withdrawn"] == 1
    numbers = {k: n for k, n in request.items() if isinstance(n, int)}
    told = sum(numbers[place] for place in ("released", "withheld", "annexes", "gaps"))
    assert numbers["documents"] == told
    assert answer["ledger"]["verified"] is True


def test_no_third_party_of_the_truth_can_be_read_in_the_bundle(demo: Demo) -> None:
    folder, answer = demo
    passphrase = Path(str(answer["outputs"]["passphrase"])).read_text().strip()
    text = " ".join(readable(str(answer["outputs"]["bundle"]), passphrase).split())
    subject = json.loads((folder / "truth" / "council.json").read_text())["sar_subject"]
    documents = json.loads((folder / "truth" / "documents.json").read_text())
    mentions = [
        mention
        for document in documents
        if subject in document["subjects"]
        for part in document["parts"]
        for mention in part["mentions"]
    ]
    by_right = {m["text"] for m in mentions if m["expect"].get(subject) != "redact"}
    names = {m["text"] for m in mentions if m["expect"].get(subject) == "redact"} - by_right
    assert len(names) > 10
    left = [n for n in names if stands_in(n, text)]
    assert left == []


def test_of_a_paper_marked_in_part_the_rest_is_given(demo: Demo) -> None:
    _, answer = demo
    passphrase = Path(str(answer["outputs"]["passphrase"])).read_text().strip()
    text = " ".join(readable(str(answer["outputs"]["bundle"]), passphrase).split())
    assert "We built a model of a lighthouse" in text
    assert "I ask that this report not be read to her in a car" in text
    assert "recurrence of her illness" not in text


def test_the_bundle_opens_with_its_passphrase_alone(demo: Demo) -> None:
    _, answer = demo
    bundle = str(answer["outputs"]["bundle"])
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(bundle)
    passphrase = Path(str(answer["outputs"]["passphrase"])).read_text().strip()
    with pikepdf.open(bundle, password=passphrase) as opened:
        assert opened.encryption.R == 6


def test_prefect_and_the_ledger_hold_no_name(demo: Demo) -> None:
    folder, _ = demo
    people = json.loads((folder / "truth" / "people.json").read_text())
    listed = people.values() if isinstance(people, dict) else people
    surnames = {str(p["name"]).split()[-1].encode() for p in listed if len(str(p["name"])) > 12}
    held = [p for p in (folder / "state" / "prefect").rglob("*") if p.is_file()]
    for file in held:
        content = file.read_bytes()
        assert not [n for n in surnames if len(n) > 6 and b" " + n in content], file.name
    # Leaves stand in Base64, where no name would be seen.
    lines = (folder / "state" / "outputs" / "ledger.jsonl").read_bytes().splitlines()
    leaves = [b64decode(entry["leaf"]) for line in lines if "leaf" in (entry := json.loads(line))]
    assert len(leaves) > 100
    assert any(b"release" in leaf or b"disposal" in leaf for leaf in leaves)
    assert not [n for n in surnames if len(n) > 6 and n.lower() in b"".join(leaves).lower()]


def test_an_outsider_verifies_the_ledger_with_one_file(demo: Demo) -> None:
    folder, answer = demo
    root = Path(__file__).parents[2]
    export = str(answer["outputs"]["ledger"])
    keys = Path(str(answer["outputs"]["ledger_keys"])).read_text().split("\n")
    with_keys = [word for key in keys if key for word in ("--key", key)]
    verify = [sys.executable, "-I", "-S", str(root / "ledger" / "verify.py"), "log", export]
    assert subprocess.run([*verify, *with_keys], capture_output=True).returncode == 0
    broken = folder / "broken.jsonl"
    broken.write_text(Path(export).read_text().replace('"index":5', '"index":6', 1))
    verify[-1] = str(broken)
    assert subprocess.run([*verify, *with_keys], capture_output=True).returncode != 0


def test_the_papers_that_cannot_be_read_are_gaps(demo: Demo) -> None:
    _, answer = demo
    assert int(str(answer["request"]["gaps"])) >= len(UNREADABLE)


def test_the_letter_and_the_list_tell_the_person_the_gaps_and_no_officers_work(demo: Demo) -> None:
    _, answer = demo
    letter = " ".join(readable(str(answer["outputs"]["cover_letter"]), "").split())
    listed = " ".join(readable(str(answer["outputs"]["gaps"]), "").split())
    gaps = answer["request"]["gaps"]
    assert f"We know of {gaps} whole documents that we could not read or copy" in letter
    assert "The PDF is locked with a password." in listed
    for advice in ("ask for it", "save it", "a person must look", "Page 1 Something faint"):
        assert advice not in listed
