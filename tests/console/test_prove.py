"""`muniment prove`: exit 0 when clean, 4 when a term can still be read."""

import json
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from console.main import main


@pytest.mark.parametrize(("term", "code", "clean"), [("Marsh", 4, False), ("Ola", 0, True)])
def test_a_term_that_can_be_read_is_a_leak(
    term: str, code: int, clean: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 300), invariant=1)
    canvas.drawString(72, 200, "Today Dean Marsh rang.")
    canvas.save()
    (tmp_path / "terms.json").write_text(json.dumps(["nobody", term]))
    assert (
        main(["prove", str(tmp_path / "a.pdf"), "--terms", str(tmp_path / "terms.json"), "--json"])
        == code
    )
    printed = capsys.readouterr().out
    answer = json.loads(printed)
    assert answer["clean"] is clean
    assert answer["readers"] == ["bytes", "objects", "pdfium", "pypdf", "poppler"]
    assert {"term": 1, "reader": "poppler", "page": 1, "where": "text"} in answer["leaks"] or clean
    assert "Marsh" not in printed


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "terms.json").write_text('["x"]')
    assert main(["prove", str(tmp_path / "a.txt"), "--terms", str(tmp_path / "terms.json")]) == 3
