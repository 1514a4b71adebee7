"""Case files opened to tuning tell the truth of themselves: each mention, and nothing untold."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from conformance.makers import Files, Maker, MakerContract
from conformance.opened import cases, world
from conformance.opened.papers import KINDS
from conformance.opened.papers.kind import Kind
from conformance.opened.pen import Pen
from conformance.opened.stock import STOCK

SEED = 4108
OPENED = Maker(SEED, cases, world, frozenset(KINDS), STOCK.real_people)


@pytest.fixture(scope="module")
def files() -> Files:
    return OPENED.files(60)


class TestOpenedCaseFiles(MakerContract):
    @pytest.fixture
    def maker(self) -> Maker:
        return OPENED


def templates(kind: Kind) -> list[str]:
    banks = (kind.head, kind.body, kind.foot, kind.running, kind.marked, kind.closing, kind.trail)
    return [template for bank in (*banks, kind.banner, kind.ends) for template in bank]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(8))
def test_every_template_of_every_paper_can_be_written(kind: str, number: int) -> None:
    made = world(SEED, number)
    assert len(templates(KINDS[kind])) >= 18
    for template in templates(KINDS[kind]):
        pen = Pen(made, Random(number), date(2021, 3, 4))
        pen.put(template.replace("%p", "2"))
        written = pen.paper("a paper", kind).text
        assert not {"{", "}", "<<", ">>"} & set(written), template
