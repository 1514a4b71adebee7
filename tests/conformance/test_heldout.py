"""Held-out case files tell the truth of themselves: each mention, and nothing left untold."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest

from conformance.heldout import cases, world
from conformance.heldout.papers import KINDS
from conformance.heldout.pen import Pen
from conformance.heldout.stock import STOCK
from conformance.makers import Files, Maker, MakerContract
from conformance.opened.papers import KINDS as OPENED

SEED = 4109
HELD_OUT = Maker(SEED, cases, world, frozenset(KINDS), STOCK.real_people)


@pytest.fixture(scope="module")
def files() -> Files:
    return HELD_OUT.files(60)


class TestHeldOutCaseFiles(MakerContract):
    @pytest.fixture
    def maker(self) -> Maker:
        return HELD_OUT


def test_there_are_twenty_kinds_of_paper_and_none_that_was_opened() -> None:
    assert len(KINDS) == 20
    assert sum(kind.old for kind in KINDS.values()) == 10
    assert not set(KINDS) & set(OPENED)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(8))
def test_every_template_of_every_paper_can_be_written(kind: str, number: int) -> None:
    made = world(SEED, number)
    templates = list(KINDS[kind].templates())
    assert len(templates) >= 18
    for template in templates:
        pen = Pen(made, Random(number), date(2021, 3, 4))
        pen.put(template.replace("%p", "2"))
        written = pen.paper("a paper", kind).text
        assert not re.search(r"[{}¶]|<<|>>|\[\[|\]\]|%%|^h\d+:|^(?:old|new):", written), template
