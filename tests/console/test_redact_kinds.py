"""`muniment redact` on a folder with one file of every kind: others are gone, the story stays."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from console.main import main
from tests.corpus.kinds import GONE, KEPT, PAPERS, write

LISTS = ("17-box.mbox", "22-file.zip")
"""Containers of documents: their own result is a list."""
SCANS = ("12-scan.tiff", "13-photograph.jpg", "14-screen.png")
"""Long to read; a fax stands for them here, and `tests/redaction/scans` for all that goes wrong."""
NAMES = [name for name in PAPERS if name not in SCANS]


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of results."""
    folder = tmp_path_factory.mktemp("kinds")
    write(folder, NAMES)
    people = str(folder / "people.yaml")
    assert main(["redact", str(folder / "papers"), str(folder / "out"), "--people", people]) == 0
    return folder / "out"


def words(path: Path) -> str:
    """Return what PDFium reads on all pages, on one line."""
    pdf = pypdfium2.PdfDocument(path)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


@pytest.mark.parametrize("name", NAMES)
def test_others_are_gone_and_the_subjects_story_stays(name: str, released: Path) -> None:
    text = words(released / name)
    standing = [term for term in GONE if re.search(rf"(?i)\b{re.escape(term)}\b", text)]
    assert standing == []
    if name not in LISTS:
        assert [kept for kept in KEPT if kept not in text] == []
