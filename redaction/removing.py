"""Removing and proving in one: rewritten where it can be proven, else pictures, else refused.

A term that the proof reads on a page stood where nobody had found it: drawn in an order, or set in
columns, that only one reader follows. A picture of the page would show it and keep it from that
reader. So it is removed where it was read, and a page where that cannot be told is released by
nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Unproven
from redaction.areas import Added, Area
from redaction.burn.burning import burn
from redaction.looking import leaks_in_file
from redaction.prove import Leak, Verdict, proven, weigh

_BY_HAND = "mark the place by hand (--boxes)"
_BY_EYE = "ocr"
_BESIDE_OTHERS = ("pypdf", "poppler")
_MOST_ROUNDS = 3  # times that pages are made pictures and looked at again


def remove(
    pdf: bytes,
    areas: Sequence[Area],
    gone: Sequence[str],
    redactions: int,
    *,
    shown: Sequence[str] = (),
) -> ProvenDocument:
    """Return the document without what stands in the areas, proven; or raise `Unproven`.

    `pdf` is a page form. A page that cannot be proven is made a picture and proven again; once,
    unless only eyes read a term in the picture, where a box may lead them to read a speck beside it
    anew. A term that was read on it is removed there as if that had been decided: `redactions`
    does not count it, the document's record tells of it. `shown` are names that stay, for which
    no term was misread.
    """
    burned = burn(pdf, areas)
    verdict = _weighed(burned.pdf, pdf, areas, gone, shown)
    seen: list[Leak] = []
    more: list[Area] = []
    again: set[int] = set()
    for _ in range(_MOST_ROUNDS):
        if not verdict.against or (again and not _is_read_by_eye_alone(verdict)):
            break
        read = [leak for leak in verdict.leaks if leak.in_sight]
        more += _areas_for(read, areas, gone)
        seen += read
        again |= set(range(1, burned.pages + 1)) if 0 in verdict.failing else verdict.failing
        decided = [*areas, *more]
        burned = burn(pdf, decided, as_pictures=tuple(sorted(again)))
        verdict = _weighed(burned.pdf, pdf, decided, gone, shown)
    _require_out_of_sight(verdict)
    return proven(burned.pdf, verdict, redactions, burned, _counted(seen, more))


def _weighed(
    made: bytes, pdf: bytes, areas: Sequence[Area], gone: Sequence[str], shown: Sequence[str]
) -> Verdict:
    """Return what speaks against a document: in the proof, and in what `muniment prove` asks.

    Of what eyes read two looks see more than one: what they find at one size they miss at another.
    Whoever is sent the document may ask `muniment prove` of it, and is to find nothing.
    """
    verdict = weigh(made, pdf, areas, gone, shown)
    if verdict.against or not gone or _BY_EYE not in verdict.readers:
        return verdict
    return verdict.with_leaks(*leaks_in_file(made, gone, shown))


def _is_read_by_eye_alone(verdict: Verdict) -> bool:
    """Say whether nothing speaks against a document but terms that eyes read in known places."""
    only = len(verdict.against) == 1 and bool(verdict.leaks)
    return only and all(
        leak.in_sight and leak.reader == _BY_EYE and leak.places for leak in verdict.leaks
    )


def added_by_the_proof(record: Mapping[str, object]) -> dict[int, Added]:
    """Return what a document's record says of terms that only the proof had read, by page."""
    return {int(page["page"]): _added(page) for page in _pages(record) if "removed_there" in page}


def _pages(record: Mapping[str, object]) -> Iterator[Mapping[str, Any]]:
    told = record.get("pages")
    yield from told if isinstance(told, list) else ()


def _added(page: Mapping[str, Any]) -> Added:
    return Added(
        int(page["read_by_the_proof"]),
        tuple(
            Area(int(page["page"]), (float(x0), float(y0), float(x1), float(y1)), label, code)
            for x0, y0, x1, y1, label, code in page["removed_there"]
        ),
    )


def _areas_for(seen: Sequence[Leak], decided: Sequence[Area], gone: Sequence[str]) -> list[Area]:
    """Return what has to be removed where terms were read, or raise `Unproven`."""
    placed = {(leak.term, leak.page) for leak in seen if leak.places}
    for leak in seen:
        # Some read beside others, and know no places: those may.
        alone = leak.reader not in _BESIDE_OTHERS or (leak.term, leak.page) not in placed
        if not leak.places and alone:
            on = f"on page {leak.page}" if leak.page else "on its pages"
            raise Unproven(
                f"a term can be read {on} (by {leak.reader}), and not where exactly; {_BY_HAND}"
            )
    places = dict.fromkeys(place for leak in seen for place in leak.places)
    label, code = _labelled(decided, gone)
    return [Area(page, box, label, code) for page, box in places]


def _labelled(decided: Sequence[Area], gone: Sequence[str]) -> tuple[str, str]:
    """Return what most boxes of a document say, or what a box says that is the only one."""
    said = Counter((area.label, area.code) for area in decided)
    if said:
        return said.most_common(1)[0][0]
    label = Area(1, (0, 0, 0, 0)).label
    return ("" if any(term.strip().casefold() in label for term in gone) else label), ""


def _counted(seen: Sequence[Leak], more: Sequence[Area]) -> dict[int, Added]:
    """Return how many terms were read on each page where none had been found, and what went."""
    on = {(page, leak.term) for leak in seen for page, _ in leak.places}
    return {
        page: Added(terms, tuple(area for area in more if area.page == page))
        for page, terms in sorted(Counter(page for page, _ in on).items())
    }


def _require_out_of_sight(verdict: Verdict) -> None:
    for leak in verdict.leaks:
        if leak.in_sight:
            raise Unproven("; ".join((*verdict.against, _BY_HAND)))
