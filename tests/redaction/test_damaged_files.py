"""A short run of `make fuzz-redaction`: damaged files end in a clean release or in a refusal."""

from __future__ import annotations

import io
from collections import Counter
from random import Random

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.fuzz.cases import BAD, LONGEST, PROVEN, REFUSED, outcomes
from tests.fuzz.check import still_said
from tests.fuzz.damage import case, damaged
from tests.fuzz.own import own_papers
from tests.fuzz.sources import Source

SEED = 2026


@pytest.fixture(scope="module")
def papers() -> list[Source]:
    return own_papers(SEED)


def of_kind(papers: list[Source], kind: str) -> list[Source]:
    # Scans go through the same doors, but reading them takes seconds a page.
    typed = [paper for paper in papers if b"/DCTDecode" not in paper.content]
    return [paper for paper in typed if paper.kind == kind]


@pytest.mark.parametrize(("kind", "cases"), [("pdf", 12), ("docx", 4), ("eml", 6)])
def test_damaged_files_neither_crash_nor_hang_nor_leak(
    papers: list[Source], kind: str, cases: int
) -> None:
    begin_with = of_kind(papers, kind)
    ends: Counter[str] = Counter()
    for number in range(len(begin_with), len(begin_with) + cases):
        _, _, content, rng = case(number, SEED, begin_with)
        for told in outcomes(content, rng):
            assert told.result not in BAD, f"case {number}: {told.reason}"
            assert told.seconds < LONGEST, f"case {number}"
            ends[told.result] += 1
    # Damage is neither always fatal nor, over many cases, never felt: this has to show something.
    assert ends[PROVEN] > cases // 10
    assert ends[REFUSED] > 0 or cases < 10


def test_the_same_number_is_the_same_case(papers: list[Source]) -> None:
    number = len(papers) + 5
    assert case(number, SEED, papers)[:3] == case(number, SEED, papers)[:3]
    assert case(number, SEED, papers)[2] != case(number + 1, SEED, papers)[2]


def test_damage_that_knows_a_format_still_leaves_files_of_that_format(
    papers: list[Source],
) -> None:
    papers = of_kind(papers, "pdf")
    made = [damaged(papers[n % len(papers)], Random(n)) for n in range(12)]
    assert sum(content.startswith(b"%PDF") for content in made) > 8


def test_the_other_eyes_see_a_word_under_a_black_box_and_one_in_the_metadata() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 100), pageCompression=1)
    canvas.setTitle("Thistledown")
    canvas.drawString(10, 50, "Quillfeather")
    canvas.rect(0, 40, 200, 30, fill=1)
    canvas.save()
    said = still_said(out.getvalue(), ["quillfeather", "thistledown", "absentword"])
    assert {"0 pdftotext -raw", "0 pypdf", "1 bytes"} <= set(said)
    assert not any(each.startswith("2") for each in said)
