"""What only a person can say of a page: `muniment redact` asks for it before it calls it proven."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from console.main import main
from console.removals import removals_of
from redaction.reading import read_document

FACE = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
PEOPLE = """
subject: p1
people:
  - {id: p1, name: Kayleigh Ann Marsh}
  - {id: p2, name: Zephyrine Quaxley, phones: ["01632 960 417"]}
"""
LINES = ("Visit by Zephyrine Quaxley", "on Tuesday, with the children", "and their grandmother.")


def bad_copy() -> Image.Image:
    """A page that eyes read with trouble, and a machine hardly."""
    small = Image.new("L", (400, 170), 255)
    pen = ImageDraw.Draw(small)
    for row, line in enumerate(LINES):
        pen.text((20, 20 + 45 * row), line, font=ImageFont.truetype(FACE, 22), fill=0)
    poor = small.resize((200, 85), Image.Resampling.BOX).resize((800, 340))
    grain = np.random.default_rng(5).normal(0, 80, poor.size[::-1])
    values = np.clip(np.asarray(poor).astype(int) + grain, 0, 255)
    return Image.fromarray(values.astype(np.uint8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    bad_copy().save(tmp_path / "in.png", dpi=(144, 144))
    (tmp_path / "people.yaml").write_text(PEOPLE)
    (tmp_path / "terms.json").write_text('["Zephyrine Quaxley"]')
    return tmp_path


def redact(folder: Path, capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    given = [str(folder / o) if o.endswith((".json", ".yaml")) else o for o in options]
    source = next(folder.glob("in.*"))
    code = main(["redact", str(source), str(folder / "out.pdf"), *given, "--json"])
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert code == (0 if answer["status"] == "proven" else 3)
    assert (folder / "out.pdf").exists() is (answer["status"] == "proven")
    return answer


@pytest.mark.parametrize("lists", [("--terms", "terms.json"), ("--people", "people.yaml")])
def test_a_page_that_no_machine_can_read_is_released_only_after_a_person_looked(
    folder: Path, lists: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    answer = redact(folder, capsys, *lists)
    assert answer["status"] == "unproven"
    assert answer["because"] == [
        "page 1: hard to read by machine, so that what nobody found may still be read there; mark "
        "by --boxes as well what has to go, or the page alone where nothing has to"
    ]
    (folder / "boxes.json").write_text('[{"page": 1}]')
    assert redact(folder, capsys, *lists, "--boxes", "boxes.json")["status"] == "proven"


def test_a_typed_page_with_a_crest_that_is_hard_to_read_needs_nobody_to_look(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    canvas = Canvas(str(folder / "in.pdf"), pagesize=(595, 842), invariant=1)
    canvas.drawImage(ImageReader(bad_copy()), 350, 760, 160, 68)
    for row in range(12):
        canvas.drawString(
            60, 700 - 20 * row, "Zephyrine Quaxley was seen at the school on Tuesday."
        )
    canvas.save()
    (folder / "in.png").unlink()
    answer = redact(folder, capsys, "--terms", "terms.json")
    assert answer["status"] == "proven"
    assert answer["redactions"] >= 12


def test_what_a_person_marked_goes_beside_what_the_machine_found(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    canvas = Canvas(str(folder / "in.pdf"), pagesize=(400, 300), invariant=1)
    canvas.drawString(50, 250, "Zephyrine Quaxley came.")
    canvas.drawString(50, 200, "So did her sister.")
    canvas.save()
    (folder / "in.png").unlink()
    (folder / "boxes.json").write_text('[{"page": 1, "box": [48, 88, 160, 106]}]')
    answer = redact(folder, capsys, "--terms", "terms.json", "--boxes", "boxes.json")
    assert (answer["status"], answer["redactions"]) == ("proven", 2)
    said = "".join(page.text for page in read_document((folder / "out.pdf").read_bytes()).pages)
    assert "came." in said
    assert "sister" not in said


def test_the_proof_asks_for_people_of_the_roster_whom_no_detector_found(folder: Path) -> None:
    lists = Namespace(people=folder / "people.yaml", terms=None, boxes=None, label="a person")
    removal = removals_of(lists)(read_document(b"Nobody is named here."))
    assert removal.gone == ["01632 960 417", "zephyrine quaxley"]


def test_no_list_at_all_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redact", str(folder / "in.png"), str(folder / "out.pdf")]) == 2
    assert "--people, --terms, --boxes: give one: what has to go" in capsys.readouterr().err
