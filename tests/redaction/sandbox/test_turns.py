"""Pages in turns: each once and in order, however early a turn ends."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from recordkeeping.vocabulary.errors import Refused
from redaction.sandbox.abreast import Answer
from redaction.sandbox.turns import cores, taken, turns


def test_every_page_has_one_turn_and_the_last_turns_are_short(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    told = list(turns(41, 1000))
    assert [page for first, last in told for page in range(first, last + 1)] == [*range(41, 1001)]
    assert told[0] == (41, 290)
    assert all(last - first < 48 for first, last in told[-2:])
    assert list(turns(41, 40)) == []
    assert list(turns(41, 41)) == [(41, 41)]
    assert list(turns(41, 85)) == [(41, 85)]
    assert list(turns(41, 89)) == [(41, 72), (73, 89)]


def test_one_core_opens_a_document_as_seldom_as_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert list(turns(41, 200)) == [(41, 200)]
    assert list(turns(41, 640)) == [(41, 290), (291, 540), (541, 640)]


def test_another_turn_goes_on_where_one_ended_early() -> None:
    asked: list[tuple[int, int]] = []

    def work(first: int, last: int) -> Answer:
        asked.append((first, last))
        came = min(first + 2, last)
        return {"came": came, "next": came + 1 if came < last else None}, []

    assert [header["came"] for header, _ in taken(work, 5, 12)] == [7, 10, 12]
    assert asked == [(5, 12), (8, 12), (11, 12)]


@pytest.mark.parametrize("said", [5, 13, -1, "8", 8.0, [8]])
def test_a_turn_that_does_not_go_on_is_refused(said: object) -> None:
    with pytest.raises(Refused):
        taken(lambda *_: ({"next": said}, []), 5, 12)


@pytest.mark.parametrize(
    ("limits", "allowed"),
    [
        ({"pods/one": "200000 100000"}, 2),
        ({"pods/one": "max 100000", "pods": "350000 100000"}, 3),
        ({"pods/one": "50000 100000"}, 1),
        ({"pods/one": "max 100000"}, 64),
        ({"elsewhere": "100000 100000"}, 64),
        ({}, 64),
    ],
)
def test_a_container_of_two_processors_on_a_large_machine_has_two(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limits: dict[str, str], allowed: int
) -> None:
    (tmp_path / "proc/self").mkdir(parents=True)
    (tmp_path / "proc/self/cgroup").write_text("4:memory:/x\n0::/pods/one\n")
    for group, limit in limits.items():
        (tmp_path / "sys/fs/cgroup" / group).mkdir(parents=True, exist_ok=True)
        (tmp_path / "sys/fs/cgroup" / group / "cpu.max").write_text(f"{limit}\n")
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)))
    assert cores(tmp_path) == allowed
