"""Case files for practice tell the truth of themselves: each mention, and nothing left untold."""

from __future__ import annotations

import re
import sys
from random import Random

import pytest

from conformance.makers import Files, Maker, MakerContract
from conformance.practice import cases, world
from conformance.practice.names import REAL_PEOPLE
from conformance.practice.papers import KINDS
from conformance.practice.pen import Pen

SEED = 4107
PRACTICE = Maker(SEED, cases, world, frozenset(KINDS), REAL_PEOPLE)


@pytest.fixture(scope="module")
def files() -> Files:
    return PRACTICE.files(60)


class TestCaseFilesForPractice(MakerContract):
    @pytest.fixture
    def maker(self) -> Maker:
        return PRACTICE


def test_every_template_of_every_paper_can_be_written() -> None:
    made = world(SEED, 1)
    for kind, (write, _) in KINDS.items():
        templates = [
            line.removeprefix("?same ").removeprefix("?near ").removeprefix("?two ")
            for bank in vars(sys.modules[write.__module__]).values()
            if isinstance(bank, tuple) and bank and isinstance(bank[0], str)
            for line in bank
            if "{" in line and not re.search(r"%s|\{\{|\{who\}", line)
        ]
        assert len(templates) >= 12, kind
        for template in templates:
            pen = Pen(made, Random(1))
            pen.write(template)
            assert pen.opened == []
