"""The house stays as it is drawn: packages under contract, pure rules, one maker of proof."""

import ast
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
NOT_ROOMS = {"tests", "docs", "examples", "benchmarks", "deploy", "configs"}
IMPURE = {
    "os", "io", "pathlib", "time", "logging", "random", "secrets", "socket", "subprocess", "sys",
    "threading", "tempfile", "shutil", "urllib", "http", "asyncio", "multiprocessing", "uuid",
}  # fmt: skip


def imported(module: Path) -> set[str]:
    """Return the top-level names of everything a module imports, at any depth."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_every_package_of_the_tree_is_under_contract() -> None:
    packages = {p.parent.name for p in ROOT.glob("*/__init__.py")}
    assert packages == set(PYPROJECT["tool"]["importlinter"]["root_packages"])
    assert packages == set(PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])


def test_every_top_level_folder_with_python_is_a_room_or_named_as_none() -> None:
    top = {p.parts[len(ROOT.parts)] for p in ROOT.glob("*/**/*.py")}
    folders = {name for name in top if not name.startswith(".")}
    rooms = set(PYPROJECT["tool"]["importlinter"]["root_packages"])
    assert folders <= rooms | NOT_ROOMS


@pytest.mark.parametrize("module", sorted((ROOT / "recordkeeping").rglob("*.py")), ids=str)
def test_the_rules_are_pure(module: Path) -> None:
    names = imported(module)
    assert names <= set(sys.stdlib_module_names) | {"recordkeeping"}
    assert not names & IMPURE
    calls = {
        node.func.attr
        for node in ast.walk(ast.parse(module.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    assert not calls & {"today", "now", "utcnow"}, "the day is an argument"


def test_only_the_prover_makes_a_proven_document() -> None:
    users = {
        str(path.relative_to(ROOT))
        for room in PYPROJECT["tool"]["importlinter"]["root_packages"]
        for path in (ROOT / room).rglob("*.py")
        if "_after_proof" in path.read_text()
    }
    assert users == {"recordkeeping/disclosure/release.py", "redaction/prove.py"}


def test_no_function_is_longer_than_sixty_lines() -> None:
    long = []
    for room in PYPROJECT["tool"]["importlinter"]["root_packages"]:
        for path in (ROOT / room).rglob("*.py"):
            if "versions" in path.parts:
                continue
            for node in ast.walk(ast.parse(path.read_text())):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    docstring = ast.get_docstring(node, clean=False)
                    lines = (node.end_lineno or 0) - node.lineno + 1
                    if lines - (docstring.count("\n") + 1 if docstring else 0) > 60:
                        long.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert long == []
