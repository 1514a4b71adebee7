"""Every reason for which something is not shown, as the requester reads it and as the officer does.

What a gap or a refusal advises stands after a semicolon: `Gap.reason` leaves it out.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import redaction
from recordkeeping.disclosure.findings import Gap
from redaction.scans import doubt

_ADVISES = re.compile(
    r"\b(ask for|print (it|the)|save (it|them|its)|part it|unpack it|a person must look|"
    r"look for people|add (each|its|that|them)|take them out|open it, and)\b"
)


def _texts(tree: ast.Module) -> Iterator[str]:
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    told |= {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
    for node in ast.walk(tree):
        if id(node) in told:
            continue  # a docstring, or a part of a text
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (p.value for p in node.values if isinstance(p, ast.Constant))
            yield "…".join(map(str, parts))


def _advising() -> Iterator[tuple[str, str]]:
    for path in sorted(Path(redaction.__file__).parent.rglob("*.py")):
        for text in _texts(ast.parse(path.read_text(encoding="utf-8"))):
            if _ADVISES.search(text) and not _ADVISES.match(text):  # or it is advice alone
                yield path.name, text


def test_no_reason_tells_the_requester_what_the_officer_may_do() -> None:
    found = list(_advising())
    assert len(found) > 70
    wrong = [(name, text) for name, text in found if _ADVISES.search(Gap(text).reason)]
    assert wrong == []


def test_a_requester_reads_why_and_an_officer_also_what_to_do() -> None:
    gap = Gap("the PDF is locked with a password; ask for it without one")
    assert gap.reason == "the PDF is locked with a password"
    assert gap.because == "the PDF is locked with a password; ask for it without one"
    assert not gap.waits_for_a_look


def test_a_reason_without_advice_is_whole() -> None:
    gap = Gap("the file ends before its end, and something of it may be missing", 1)
    assert gap.reason == "the file ends before its end, and something of it may be missing"


def test_a_page_that_a_person_must_look_at_is_there() -> None:
    for why in (doubt.HARD, doubt.UNSURE, doubt.UNCERTAIN, doubt.HANDWRITING, doubt.FAINT,
                doubt.POINTS, doubt.PHOTOGRAPH):  # fmt: skip
        assert Gap(why, 1).waits_for_a_look, why
