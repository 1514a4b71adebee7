"""Files made to leak a name: each is released without it, as an oracle of its own sees, or refused.

What each tries is written in `tests/corpus/`. Here the first variant of each runs, but for
those that `tests/corpus/open_cases.py` names as not mended yet; `python -m tests.corpus.measure`
runs them all.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.corpus.case import Case, cases
from tests.corpus.engine import judge
from tests.corpus.open_cases import OPEN

# Each of these gave the name away once, though another variant of its trick did not.
ONCE_LEAKED = (
    "13-in-the-hidden-part-of-a-picture-edge.pdf",
    "13-in-a-picture-jpeg-cmyk.pdf",
    "13-in-a-picture-white-on-black.pdf",
    "13-in-a-scanned-page-noisy.pdf",
    "13-in-a-scanned-page-slip-aslant.pdf",
    "13-in-a-scanned-page-slip-upside-down.pdf",
    "13-in-a-stencil-clear-ink.pdf",
)


def first_variants() -> Iterator[Case]:
    """Yield one torture file of each way of leaking a name."""
    seen = set()
    for case in cases():
        if (case.vector, case.tries) not in seen:
            seen.add((case.vector, case.tries))
            if str(case.file) not in OPEN:
                yield case


@pytest.mark.parametrize("case", first_variants(), ids=lambda case: str(case.file))
def test_a_name_that_is_removed_can_be_read_by_nobody_and_the_rest_stays(case: Case) -> None:
    outcome = judge(case)
    assert outcome.leaks == []
    assert outcome.wrong == "", outcome.why
    assert outcome.lost == []
    assert outcome.untold == []


@pytest.mark.parametrize("name", ONCE_LEAKED)
def test_a_name_in_a_picture_that_was_missed_is_not_released_as_proven(name: str) -> None:
    case = next(case for case in cases() if case.file == name)
    assert judge(case).leaks == []
