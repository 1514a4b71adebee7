"""The fictional council's papers: what is marked in them is asked about, and nothing else is."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conformance.northmoor.council import build
from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

ASKED_TO_STAY_UNKNOWN = {"referral", "strategy-meeting", "core-group"}
"""Papers in which a neighbour asks not to be named, or a teacher that something stay between them:
no banner, and a marking by law (R02)."""


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, dict[str, Any]]]:
    folder: Path = tmp_path_factory.mktemp("northmoor")
    built = build(folder / "built", scale=20, today=date(2026, 11, 27))
    told = json.loads((built.truth / "documents.json").read_text())
    return [(one["kind"], part) for one in told for part in one["parts"]]


def asked(text: str) -> str:
    found = MarkingDetector().find(Page(1, text), Roster(""))
    return "\n".join(text[slice(*f.span)] for f in found)


def test_every_marked_passage_is_asked_about_whole(
    papers: list[tuple[str, dict[str, Any]]],
) -> None:
    marked = [(part["text"], m) for _, part in papers for m in part["markings"]]
    assert {m["text"] for _, m in marked} >= {
        "Not to be disclosed to service user",
        "LEGALLY PRIVILEGED AND CONFIDENTIAL",
        "RESTRICTED – THIRD PARTY INFORMATION",
    }
    for text, marking in marked:
        found = asked(text)
        assert all(words in found for words in marking["scope"])


def test_nothing_is_asked_about_in_papers_that_mark_nothing(
    papers: list[tuple[str, dict[str, Any]]],
) -> None:
    unmarked = [(kind, part) for kind, part in papers if not part["markings"]]
    assert len(unmarked) > 50
    asking = {kind for kind, part in unmarked if asked(part["text"])}
    assert asking <= ASKED_TO_STAY_UNKNOWN


def test_of_papers_marked_in_part_only_the_part_is_asked_about(
    papers: list[tuple[str, dict[str, Any]]],
) -> None:
    (psychologist,) = {part["text"] for kind, part in papers if kind == "psychologist-report"}
    found = asked(psychologist)
    assert "recurrence of her illness" in found
    assert "lighthouse" not in found
    assert "Ten further sessions" not in found
    assert "read to her in a car" not in found
