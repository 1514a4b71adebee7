"""How many documents are read together: so many that no processor waits, so few that they fit."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.pages import ReadDocument
from redaction.reading import read_documents
from tasks import gathering
from tasks.gathering import read_and_detect
from tests.tasks.conftest import SAR, Council

MB = 2**20
UNKNOWN = "\x00\x01\x02 of no kind "
"""Begins a file that is no document, which the reader refuses at once."""


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """How many octets each of the documents had that the reader was given, call by call."""
    calls: list[list[int]] = []

    def watched(contents: Sequence[bytes]) -> list[ReadDocument | Refused]:
        calls.append([len(content) for content in contents])
        return read_documents(contents)

    monkeypatch.setattr(gathering, "read_documents", watched)
    return calls


def of_size(number: int, size: int) -> bytes:
    return f"{UNKNOWN}{number}".encode().ljust(size, b"\x00")


def test_at_most_24_documents_are_read_together(
    council: Council, together: list[list[int]]
) -> None:
    for number in range(25):
        council.collected(of_size(number, 32))
    assert read_and_detect.fn(SAR) == 25
    assert together == [[32] * 24, [32]]
    assert all(document.is_gap for document in council.documents())


def test_at_most_16_megabytes_are_read_together_and_a_larger_document_alone(
    council: Council, together: list[list[int]]
) -> None:
    for number, size in enumerate([6, 10, 1, 20, 5, 5]):
        council.collected(of_size(number, size * MB))
    assert read_and_detect.fn(SAR) == 6
    assert [[size // MB for size in sizes] for sizes in together] == [[6, 10], [1], [20], [5, 5]]
    assert all(document.is_gap for document in council.documents())


def test_each_document_keeps_what_was_read_in_it_and_is_read_once(
    council: Council, together: list[list[int]]
) -> None:
    first = council.collected(b"A visit to the garden.\n")
    broken = council.collected(of_size(1, 32))
    last = council.collected(b"A letter about school.\n")
    assert read_and_detect.fn(SAR) == 3
    assert read_and_detect.fn(SAR) == 3
    assert together == [[23, 32, 23]]
    kept = {document.id: document for document in council.documents()}
    assert [kept[id].pages is not None for id in (first, broken, last)] == [True, False, True]
    assert [kept[id].is_gap for id in (first, broken, last)] == [False, True, False]
    assert "garden" in council.text(first)
    assert "school" in council.text(last)
