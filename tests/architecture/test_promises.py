"""The fifty promises are all told, and each test that is said to prove one exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATES = {"kept", "kept in part", "not yet", "other work"}
_HEADING = re.compile(r"^### (\d+)\. .+\.$", re.MULTILINE)
_STATE = re.compile(r"^State: (.+)$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[^`\s]+\.py::[^`]+)`")


@dataclass(frozen=True)
class Promise:
    """One promise as it is written down."""

    number: int
    states: tuple[str, ...]
    tests: tuple[str, ...]
    text: str


def promises(page: str) -> Iterator[Promise]:
    """Read the page; a promise reaches from its heading to the next."""
    heads = list(_HEADING.finditer(page))
    ends = [head.start() for head in heads[1:]] + [len(page)]
    for head, end in zip(heads, ends, strict=True):
        text = page[head.end() : end]
        yield Promise(int(head[1]), tuple(_STATE.findall(text)), tuple(_TEST.findall(text)), text)


def exists(test: str) -> bool:
    """Say whether pytest would find this test; the case in square brackets is not looked at."""
    path, *names = test.partition("[")[0].split("::")
    if not (ROOT / path).is_file():
        return False
    level: list[ast.stmt] = ast.parse((ROOT / path).read_text()).body
    for name in names:
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        found = [node for node in level if isinstance(node, kinds) and node.name == name]
        if not found:
            return False
        level = found[0].body
    return names != []


PROMISES = tuple(promises((ROOT / "docs/reference/promises.md").read_text()))


def test_all_fifty_promises_are_told_once_and_in_order() -> None:
    assert [promise.number for promise in PROMISES] == list(range(1, 51))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: str(promise.number))
def test_a_promise_has_one_state_and_says_what_is_missing(promise: Promise) -> None:
    [state] = promise.states
    assert state in STATES
    assert state not in ("kept", "kept in part") or promise.tests
    assert ("\nMissing: " in promise.text) == (state in ("kept in part", "not yet"))


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: str(promise.number))
def test_every_test_that_is_named_exists(promise: Promise) -> None:
    assert [test for test in promise.tests if not exists(test)] == []


def test_a_test_that_is_gone_is_noticed() -> None:
    here = "tests/architecture/test_promises.py"
    assert exists(f"{here}::test_a_test_that_is_gone_is_noticed[case]")
    assert not exists(f"{here}::test_that_nobody_wrote")
    assert not exists("tests/nowhere.py::test_a_test_that_is_gone_is_noticed")
    assert not exists(here)
