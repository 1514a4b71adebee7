"""Case files opened lately tell the truth of themselves: each mention, and nothing left untold."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest

from conformance.makers import Files, Maker, MakerContract
from conformance.opened.papers import KINDS as OPENED
from conformance.unsealed import cases, world
from conformance.unsealed.papers import KINDS
from conformance.unsealed.pen import Pen
from conformance.unsealed.stock import STOCK

SEED = 4109
UNSEALED = Maker(SEED, cases, world, frozenset(KINDS), STOCK.real_people)


@pytest.fixture(scope="module")
def files() -> Files:
    return UNSEALED.files(60)


class TestUnsealedCaseFiles(MakerContract):
    @pytest.fixture
    def maker(self) -> Maker:
        return UNSEALED


def test_there_are_twenty_kinds_of_paper_and_none_that_was_opened_before() -> None:
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
