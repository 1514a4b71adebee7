"""A long document is read in stretches, and nothing in it is missed or found twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector
from redaction.detectors.normal import normal
from redaction.orders.stretches import MANY, in_stretches
from redaction.terms import TermDetector

FILLER = "The worker came to the house and wrote what was said there. " * 90
NOBODY = Roster("")


def _found(texts: list[str], find: MarkingDetector | TermDetector) -> list[str]:
    pages = [Page(number, text) for number, text in enumerate(texts, start=1)]
    starts = [0, *accumulate(len(text) + 1 for text in texts)][:-1]
    whole = "\n".join(texts)

    def seen(page: Page) -> Iterable[Finding]:
        return find.find(page, NOBODY)

    spans = [finding.span for finding in in_stretches(pages, starts, seen)]
    assert spans == [finding.span for finding in seen(Page(1, whole))]
    return [whole[slice(*span)] for span in spans]


def test_a_name_parted_between_two_stretches_is_found_once_also_over_an_empty_page() -> None:
    texts = [FILLER] * (2 * MANY + 5)
    texts[MANY - 1] += "Dean"
    texts[MANY] = f"Marsh {FILLER}"
    texts[2 * MANY - 2] += "Dean"
    texts[2 * MANY - 1] = ""
    texts[2 * MANY] = f"Marsh {FILLER}"
    assert _found(texts, TermDetector(["Dean Marsh"])) == ["Dean\nMarsh", "Dean\n\nMarsh"]


def test_a_marked_section_is_covered_to_its_end_many_stretches_later() -> None:
    texts = [FILLER] * (4 * MANY)
    texts[3] = f"NOT TO BE DISCLOSED\n{FILLER}"
    texts[3 * MANY] = f"{FILLER}\nEnd of restricted section\n{FILLER}"
    (covered,) = _found(texts, MarkingDetector())
    assert covered.startswith("NOT TO BE DISCLOSED\nThe worker")
    assert covered.endswith("\nEnd of restricted section")


def test_a_marked_paragraph_that_begins_a_stretch_before_its_marking_is_covered_whole() -> None:
    texts = [FILLER.strip()] * (2 * MANY)
    texts[MANY - 2] = f"{FILLER}\n\nShe said"
    texts[MANY + 1] = "the address. (Not to be disclosed to the family.)\n\nHe left."
    (covered,) = _found(texts, MarkingDetector())
    assert covered.startswith("She said\nThe worker")
    assert covered.endswith("to the family.)")


def test_a_text_is_folded_the_same_way_at_once_and_letter_by_letter() -> None:
    text = "Ann-\nMarie\u00a0 O\u2019N\u00c9IL,\n> said \u2010 \tno-\n one"
    at_once = normal(text)
    by_letters = normal(f"{text}\ufb01")  # a letter that becomes two
    assert at_once.text == "annmarie o'neil, said - noone"
    assert by_letters.text == f"{at_once.text}fi"
    assert list(at_once.starts) == list(by_letters.starts)[:-2]
    assert list(at_once.ends) == list(by_letters.ends)[:-2]
    assert re.sub(r"\W", "", text[slice(*at_once.span(9, 15))]) == "ON\u00c9IL"


def test_what_stands_in_no_stretch_alone_is_no_finding_of_it() -> None:
    finding = Finding(
        page=1, span=(0, 3), kind="term", propose=Propose.ASK, confidence=1.0, detector="here",
        because="it opens what is read", code=None,
    )  # fmt: skip
    pages = [Page(number, FILLER) for number in range(1, 3 * MANY)]
    starts = [0, *accumulate(len(page.text) + 1 for page in pages)][:-1]
    assert [f.span for f in in_stretches(pages, starts, lambda _: [finding])] == [(0, 3)]
