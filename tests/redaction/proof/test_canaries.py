"""Known bad files are caught before a release, and a reader gone blind stops every release."""

from __future__ import annotations

import pytest

from recordkeeping.vocabulary.errors import Unproven
from redaction import prove
from redaction.proof import canaries, weighing
from redaction.proof.whereabouts import NO_WORDS
from tests.redaction.proof.conftest import Release


def test_every_known_bad_file_is_caught() -> None:
    assert canaries.try_here({}, []) == ({"missed": []}, [])
    assert prove.canaries_caught(again=True)


@pytest.mark.parametrize(
    ("blind", "missed"),
    [
        ("by_pdfium", "under a black box"),
        ("by_pypdf", "beyond the edge"),
        ("by_poppler", "in pieces"),
        ("in_octets", "in a photograph's comment"),
        ("in_objects", "in a note"),
        ("against_page", "ink under it"),
    ],
)
def test_a_reader_that_sees_nothing_is_noticed(
    blind: str, missed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weighing, blind, lambda *_, **__: [])
    answer, _ = canaries.try_here({}, [])
    assert missed in answer["missed"]


@pytest.mark.parametrize(
    ("blind", "missed"),
    [
        ("by_eye", "in the pixels of a picture"),
        ("by_themselves", "in a picture drawn too small to be read"),
        ("as_people_read", "round a circle"),
        ("as_source_draws", "drawn in a picture"),
    ],
)
def test_an_eye_that_sees_nothing_is_noticed(
    blind: str, missed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing = "" if blind == "by_themselves" else NO_WORDS
    monkeypatch.setattr(weighing, blind, lambda *_, **__: nothing)
    answer, _ = canaries.try_here({}, [])
    assert answer["missed"] == [missed]


def test_nothing_is_released_by_a_proof_that_misses_one(
    release: Release, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prove, "canaries_caught", lambda: False)
    with pytest.raises(Unproven, match="does not find what it is known to find"):
        release.prove()
