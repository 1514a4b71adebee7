"""`muniment detect`: the JSON that other people's scripts read."""

import json
from hashlib import sha256
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from console.main import main

PEOPLE = """
subject: p1
people:
  - {id: p1, name: Kayleigh Ann Marsh}
  - {id: p2, name: Dean Marsh, relation: father, role: third_party}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 300), invariant=1)
    canvas.drawString(72, 200, "Today Dean Marsh rang.")
    canvas.save()
    (tmp_path / "people.yaml").write_text(PEOPLE)
    (tmp_path / "b.txt").write_bytes(b"Told\r\nDean Marsh.")
    return tmp_path


def test_a_finding_says_where_and_why_and_not_what(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(
        ["detect", str(folder / "a.pdf"), "--people", str(folder / "people.yaml"), "--json"]
    ) == 0  # fmt: skip
    printed = capsys.readouterr().out
    answer = json.loads(printed)
    (finding,) = answer["findings"]
    (box,) = finding.pop("boxes")
    assert answer["document"] == {
        "sha256": sha256((folder / "a.pdf").read_bytes()).hexdigest(),
        "media_type": "application/pdf",
        "pages": 1,
    }
    assert finding == {
        "id": "f1",
        "page": 1,
        "span": [6, 16],
        "kind": "person",
        "person": "p2",
        "people": ["p2"],
        "role": "third_party",
        "propose": "redact",
        "code": "R01",
        "confidence": 0.99,
        "risk": 0.023,
        "detector": "roster",
        "because": "named third party (father)",
    }
    assert box == pytest.approx([108.4, 88.4, 174.3, 103.0], abs=0.5)
    assert answer["gaps"] == []
    assert "Dean" not in printed


def test_spans_of_a_text_file_are_those_of_its_own_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(
        ["detect", str(folder / "b.txt"), "--people", str(folder / "people.yaml"), "--json",
         "--show-text"]
    )  # fmt: skip
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["page"], finding["span"], finding["boxes"]) == (1, [6, 16], [])
    assert finding["text"] == "Dean Marsh"


def test_a_folder_gives_one_object_a_line_and_a_refusal_is_a_gap(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "people.yaml").unlink()
    (folder / "c.gif").write_bytes(b"")
    code = main(["detect", str(folder), "--json"])
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 3
    assert [Path(a["file"]).name for a in answers] == ["a.pdf", "b.txt", "c.gif"]
    assert answers[2]["gaps"] == [
        {"page": None, "because": "the file is empty; ask for it once more"}
    ]


@pytest.mark.parametrize(
    ("name", "gaps"),
    [
        (
            "x.docx",
            ["its name ends in .docx and its content is plain text; it may be damaged"],
        ),
        ("x.log", []),
    ],
)
def test_a_text_that_is_named_as_another_kind_is_told(
    name: str, gaps: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / name).write_text("junk\n")
    assert main(["detect", str(folder / name), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [gap["because"] for gap in answer["gaps"]] == gaps


def test_a_file_that_is_not_there_is_told_before_anything_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["detect", str(folder / "a.pdf"), str(folder / "missing.pdf")]) == 2
    assert capsys.readouterr().out == ""


def test_a_path_that_is_not_there_is_told_as_it_was_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert main(["detect", "a.pdf", "--people", "nobody.yaml"]) == 2
    assert capsys.readouterr().err == (
        "muniment: --people: nobody.yaml is not there; write {subject: p1, people: "
        "[{id: p1, name: …}, {id: p2, name: …, relation: father}]}\n"
    )


def test_without_people_it_says_that_everybody_is_a_stranger(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = (
        "muniment: without --people nobody is known: every name that was seen is a stranger's, "
        "the subject's too; see muniment detect --help\n"
    )
    assert main(["detect", str(folder / "b.txt")]) == 0
    assert capsys.readouterr() == (
        f"{folder / 'b.txt'}: 1 finding\n"
        "  page 1, redact: person, a name that belongs to nobody on the roster\n",
        told,
    )
    people = ["--people", str(folder / "people.yaml")]
    assert main(["detect", str(folder / "b.txt"), *people]) == 0
    printed = capsys.readouterr()
    assert printed.out.startswith(f"{folder / 'b.txt'}: 1 finding\n")
    assert printed.err == ""


def test_the_form_of_people_yaml_that_help_shows_is_one_that_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["detect", "--help"])
    shown = capsys.readouterr().out.split("who is who in the file:\n")[1].split("\n\n")[0]
    form = shown.replace("whose records these are", "")
    (folder / "people.yaml").write_text(form)
    assert "Priya Nair" in form
    assert main(
        ["detect", str(folder / "b.txt"), "--people", str(folder / "people.yaml"), "--json"]
    ) == 0  # fmt: skip
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["person"], finding["because"]) == ("p2", "named third party (father)")
