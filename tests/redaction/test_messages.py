"""Every refusal ends in what an officer can do about it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pikepdf import Array, Pdf

from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.areas import Area
from redaction.prove import prove
from redaction.reading import read_document

_ROOT = Path(__file__).parents[2]
_ENDS = re.compile(
    r"[;:,] (?:\w+ it, or |or |and )?(?:add|ask|choose|correct|give|have|make|mark|open|part|print"
    r"|redact|run|save|scan|take|try|unpack)\b[^;:]*$"
)
_OF_A_PAGE = re.compile(r"(?:is|holds|draws|swells|stands) ")  # who reads the page ends it
_RAISED = {"Refused", "Unproven"}


def _texts(source: Path) -> Iterator[str]:
    """Yield the texts of refusals that stand in a module, with "…" for what is filled in."""
    tree = ast.parse(source.read_text())
    named = {
        node.targets[0].id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in _RAISED
            and node.args
        ):
            given = node.args[0]
            if isinstance(given, ast.Name):
                given = named.get(given.id, given)
            if isinstance(given, ast.Constant):
                yield str(given.value)
            elif isinstance(given, ast.JoinedStr):
                yield "".join(str(getattr(part, "value", "")) if isinstance(part, ast.Constant)
                              else "…" for part in given.values)  # fmt: skip


def test_every_text_of_a_refusal_says_what_to_do() -> None:
    told = {
        f"{path.relative_to(_ROOT)}: {text}"
        for room in ("redaction", "console")
        for path in sorted((_ROOT / room).rglob("*.py"))
        for text in _texts(path)
        if not text.startswith("the file is …") and not _OF_A_PAGE.match(text)
    }
    assert len(told) > 80
    assert [text for text in told if not text.endswith("; …") and not _ENDS.search(text)] == []


def test_a_page_that_cannot_be_read_says_what_to_do(tmp_path: Path) -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].obj.MediaBox = Array([0, 0, 10**7, 10**7])
        pdf.save(tmp_path / "vast.pdf")
    with pytest.raises(Refused) as refused:
        read_document((tmp_path / "vast.pdf").read_bytes())
    assert str(refused.value) == (
        "page 1 is too large to be read; print the file to a new PDF, or scan it"
    )


def test_a_page_that_could_not_be_proven_says_what_to_do(tmp_path: Path) -> None:
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        pdf.save(tmp_path / "blank.pdf")
    blank = read_document((tmp_path / "blank.pdf").read_bytes()).pdf
    with pytest.raises(Unproven) as unproven:
        prove(blank, blank, [Area(1, (10, 10, 90, 30))], ["Quaxley"], 1)
    assert str(unproven.value).endswith(
        "; print the file to a new PDF or scan it, and redact that, or withhold the page"
    )
