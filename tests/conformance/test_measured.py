"""Case files that were measured by twice tell the truth of themselves, and leave nothing untold."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest

from conformance.makers import Files, Maker, MakerContract
from conformance.measured import cases, world
from conformance.measured.papers import KINDS, MARKINGS, NEGATIVES, SECRETS, filled
from conformance.measured.pen import Pen
from conformance.measured.stock import STOCK
from conformance.opened.papers import KINDS as OPENED
from conformance.practice.papers import KINDS as PRACTISED
from conformance.unsealed.papers import KINDS as UNSEALED

SEED = 4711
MEASURED = Maker(SEED, cases, world, frozenset(KINDS), STOCK.real_people)
NOTATION = re.compile(r"[{}⟦⟧«¦»]|\n--\n|\{secret")


@pytest.fixture(scope="module")
def files() -> Files:
    return MEASURED.files(60)


class TestMeasuredCaseFiles(MakerContract):
    @pytest.fixture
    def maker(self) -> Maker:
        return MEASURED


def test_there_are_thirty_kinds_of_paper_and_none_that_another_maker_has() -> None:
    assert len(KINDS) == 30
    assert sum(kind.old for kind in KINDS.values()) == 12
    assert not set(KINDS) & {*OPENED, *UNSEALED, *PRACTISED}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(6))
def test_every_template_of_every_paper_can_be_written(kind: str, number: int) -> None:
    made = world(SEED, number)
    templates = list(KINDS[kind].templates())
    assert len(templates) >= 18
    for template in templates:
        pen = Pen(made, Random(number), date(2021, 3, 4), KINDS[kind].hand)
        pen.put(template)
        assert not NOTATION.search(pen.paper("a paper", kind).text), template


def test_markings_are_worded_in_more_than_sixty_ways_and_what_sounds_so_in_more_than_forty() -> (
    None
):
    assert len({passage.words for passage in MARKINGS.all}) >= 60
    assert len({passage.words for passage in NEGATIVES.all}) >= 40


@pytest.mark.parametrize("number", range(6))
def test_every_marking_is_real_and_every_negative_is_not(number: int) -> None:
    made = world(SEED, number)
    for passage in MARKINGS.all + NEGATIVES.all + SECRETS.all:
        pen = Pen(made, Random(number), date(2021, 3, 4))
        pen.put(filled(passage.words, Random(number), old=bool(number % 2)))
        written = pen.paper("a paper", "a passage")
        assert not NOTATION.search(written.text), passage.words
        assert len(written.scopes) == (passage not in SECRETS.all), passage.words
        assert all(scope.real is (passage in MARKINGS.all) for scope in written.scopes)


def test_each_marking_and_negative_fits_some_kind_of_paper() -> None:
    for passage in MARKINGS.all + NEGATIVES.all:
        assert [
            kind
            for kind in KINDS.values()
            if passage.topics & kind.topics and passage.layouts & kind.layouts
        ], passage.words
