"""Case files that nobody tunes on tell the truth of themselves, and leave nothing untold."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest

from conformance.heldout import cases, world
from conformance.heldout.figures import BIRTHS, EVENTS
from conformance.heldout.papers import KINDS, MARKINGS, NEGATIVES, PRESS, SECRETS
from conformance.heldout.pen import MANNER
from conformance.heldout.stock import STOCK
from conformance.heldout.ways import OWN
from conformance.makers import Files, Maker, MakerContract
from conformance.measured.figures import BIRTHS as KNOWN_BIRTHS
from conformance.measured.figures import EVENTS as KNOWN_EVENTS
from conformance.measured.papers import KINDS as MEASURED
from conformance.measured.pen import Pen
from conformance.measured.ways import WAYS as KNOWN_WAYS
from conformance.opened.papers import KINDS as OPENED
from conformance.practice.papers import KINDS as PRACTISED
from conformance.unsealed.papers import KINDS as UNSEALED

SEED = 4711
HELDOUT = Maker(SEED, cases, world, frozenset(KINDS), STOCK.real_people)
NOTATION = re.compile(r"[{}⟦⟧«¦»]|\n--\n|\{secret")


@pytest.fixture(scope="module")
def files() -> Files:
    return HELDOUT.files(60)


class TestHeldOutCaseFiles(MakerContract):
    @pytest.fixture
    def maker(self) -> Maker:
        return HELDOUT


def test_there_are_thirty_kinds_of_paper_and_none_that_another_maker_has() -> None:
    assert len(KINDS) == 30
    assert sum(kind.old for kind in KINDS.values()) >= 12
    assert not set(KINDS) & {*MEASURED, *OPENED, *UNSEALED, *PRACTISED}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("number", range(6))
def test_every_template_of_every_paper_can_be_written(kind: str, number: int) -> None:
    made = world(SEED, number)
    templates = list(KINDS[kind].templates())
    assert len(templates) >= 18
    for template in templates:
        pen = Pen(made, Random(number), date(2021, 3, 4), KINDS[kind].hand, manner=MANNER)
        pen.put(template)
        assert not NOTATION.search(pen.paper("a paper", kind).text), template


def test_markings_are_worded_in_more_than_eighty_ways_and_what_sounds_so_in_more_than_sixty() -> (
    None
):
    assert len({passage.words for passage in MARKINGS.all}) >= 80
    assert len({passage.words for passage in NEGATIVES.all}) >= 60


@pytest.mark.parametrize("number", range(6))
def test_every_marking_is_real_and_every_negative_is_not(number: int) -> None:
    made = world(SEED, number)
    for passage in MARKINGS.all + NEGATIVES.all + SECRETS.all:
        pen = Pen(made, Random(number), date(2021, 3, 4), manner=MANNER)
        pen.put(PRESS.filled(passage.words, Random(number), old=bool(number % 2)))
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


def test_a_third_of_the_shapes_of_names_days_and_births_are_new() -> None:
    assert len(OWN) * 3 >= len(MANNER.ways)
    assert all(OWN[way] is not KNOWN_WAYS.get(way) for way in OWN)
    assert len(set(EVENTS) - set(KNOWN_EVENTS)) * 3 >= len(EVENTS)
    assert len(set(BIRTHS) - set(KNOWN_BIRTHS)) * 3 >= len(BIRTHS)
