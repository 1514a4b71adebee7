"""Looking for what should be gone: several independent readers, none of which wrote the document.

    shape      our own results only: every object and key is one that a rule names
    grounds    our own results only: the released pages beside the source
    bytes      the file as it lies on disk: outside its objects, and every stream unpacked
    objects    every string and every name of the file
    pdfium, pypdf, poppler     the words of the pages, as three programs read them
    letters, ocr, orders       our own results only: as drawn, as seen, and what stands in no line

Each has its file in `redaction/proof/`, and looks in a sandbox (`redaction/proof/looking.py`).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from hashlib import sha256

from recordkeeping.disclosure.findings import Box
from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Refused, Unproven
from recordkeeping.vocabulary.identifiers import Digest
from redaction.areas import Added, Area, BurnedDocument
from redaction.sandbox.abreast import Answer
from redaction.sandbox.child import in_sandbox
from redaction.sandbox.turns import cores, taken, turns
from redaction.sandbox.wire import Header

_AT_FIRST = 40  # pages that the first process looks at
_WORDS_AT_FIRST = 256  # where words are read and nothing is looked at
_LARGE = 2**19  # bytes: a smaller file is not worth two processes for its first pages
_MOST_LEAKS, _MOST_PLACES = 1000, 1000
_IN_SIGHT, PICTURE = "text", "picture"
BLIND = (
    "the proof does not find what it is known to find, so nothing is released; "
    "run `muniment check`, and tell your administrator"
)
_FARTHEST = 1e6  # points
Place = tuple[int, Box]
_caught: dict[int, bool] = {}  # by process: a fork looks for itself


@dataclass(frozen=True, slots=True)
class _Share:
    """So many pages from `first` on, and what is `around` all pages, that one process looks at."""

    first: int
    many: int
    around: bool


@dataclass(frozen=True, slots=True)
class Leak:
    """A term that can still be read. `page` is None where the reader knows no pages.

    `places` are pages, from 1, with boxes as displayed, in points: where the reader saw it. There
    are none where it could not tell.
    """

    term: int
    reader: str
    page: int | None
    where: str
    places: tuple[Place, ...] = ()

    @property
    def in_sight(self) -> bool:
        """Say whether a reader of pages saw it, rather than of what a file holds unseen."""
        return self.where in (_IN_SIGHT, PICTURE)

    @property
    def pages(self) -> set[int]:
        """Return the pages that it is on, as far as anybody knows; 0 stands for all of them."""
        return {page for page, *_ in self.places} or {self.page or 0}


def prove(
    pdf: bytes,
    source: bytes,
    areas: Sequence[Area],
    gone: Sequence[str],
    redactions: int,
    *,
    shown: Sequence[str] = (),
) -> ProvenDocument:
    """Show that nothing in the areas and none of the terms can be read, or raise `Unproven`.

    `pdf` are the very bytes to be released, `source` is the page form that they were made from.
    `areas` are those that were decided, not as they were painted. `gone` are the terms that may
    stand nowhere in the document. `redactions` is how many decisions it carries out. `shown` are
    names and numbers that were decided to stay: none of them is a term that was misread.
    """
    return proven(pdf, weigh(pdf, source, areas, gone, shown), redactions)


def proven(
    pdf: bytes,
    verdict: Verdict,
    redactions: int,
    burned: BurnedDocument | None = None,
    added: Mapping[int, Added] | None = None,
) -> ProvenDocument:
    """Return the document that a verdict is about, or raise `Unproven` with what is against it.

    `burned` says, for the document's record alone, why pages are pictures and what widths tell;
    `added` what was removed from each page because a proof had read terms there.
    """
    if verdict.against:
        raise Unproven("; ".join((*verdict.against, _what_to_do(verdict))))
    if not canaries_caught():
        raise Unproven(BLIND)
    if verdict.sha256 != sha256(pdf).hexdigest():
        raise Unproven("the proof is about another file; redact it again")
    return ProvenDocument._after_proof(
        pdf=pdf,
        sha256=Digest(verdict.sha256),
        pages=verdict.pages,
        redactions=redactions,
        readers=verdict.readers,
        pages_as_images=verdict.pictures,
        record={**_record(verdict, burned, added or {}), "redactions": redactions},
    )


def _what_to_do(verdict: Verdict) -> str:
    if any(leak.in_sight for leak in verdict.leaks):
        return "mark the place by hand, or withhold the page"
    if verdict.leaks:  # in what the file holds beside its pages: a new file holds less
        return "print the file to a new PDF, and redact that"
    return "print the file to a new PDF or scan it, and redact that, or withhold the page"


def _record(
    verdict: Verdict, burned: BurnedDocument | None, added: Mapping[int, Added]
) -> dict[str, object]:
    """Return what the proof says of a document, for machines: no word of it, and no term.

    Terms are only counted: of a name even a salted digest could be found out by trying names.
    """
    reasons = dict(burned.pictures) if burned else {}
    widths = dict(burned.widths) if burned else {}
    pages = []
    for page in range(1, verdict.pages + 1):
        told: dict[str, object] = {"page": page, "areas": verdict.areas.get(page, 0)}
        if page in verdict.pictures:
            told |= {"route": "picture", "because": reasons.get(page, "")}
        else:
            told |= {"route": "rewritten", "width": widths.get(page, "constant")}
        if page in added:
            told["read_by_the_proof"] = added[page].terms
            told["removed_there"] = [[*a.box, a.label, a.code] for a in added[page].areas]
        pages.append(told)
    return {
        "sha256": verdict.sha256,
        "source_sha256": verdict.source_sha256,
        "readers": list(verdict.readers),
        "terms": verdict.terms,
        "pages": pages,
    }


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks against a burned document, and on which pages; 0 stands for the whole of it."""

    sha256: str
    against: tuple[str, ...]
    failing: frozenset[int]
    pages: int
    readers: tuple[str, ...]
    pictures: tuple[int, ...]
    source_sha256: str = ""
    areas: Mapping[int, int] = field(default_factory=dict)  # how many were decided on each page
    terms: int = 0
    leaks: tuple[Leak, ...] = ()

    def with_leaks(self, leaks: Sequence[Leak], readers: Sequence[str] = ()) -> Verdict:
        """Return the verdict with terms that can still be read, and `readers` that looked, too."""
        looked = tuple(dict.fromkeys((*self.readers, *readers)))
        if not leaks:
            return replace(self, readers=looked)
        terms, by = {leak.term for leak in leaks}, sorted({leak.reader for leak in leaks})
        on = _on(sorted({page for leak in leaks for page in leak.pages} - {0}))
        told = f"{len(terms)} of {self.terms} terms can still be read{on} (by {', '.join(by)})"
        return replace(
            self,
            against=(*self.against, told),
            failing=self.failing | {page for leak in leaks for page in leak.pages},
            readers=looked,
            leaks=tuple(dict.fromkeys((*self.leaks, *leaks))),
        )


def _on(pages: Sequence[int]) -> str:
    return f" on page{'s' if pages[1:] else ''} {', '.join(map(str, pages))}" if pages else ""


def weigh(
    pdf: bytes,
    source: bytes,
    areas: Sequence[Area],
    gone: Sequence[str],
    shown: Sequence[str] = (),
) -> Verdict:
    """Look at a burned document with every reader, and say what speaks against it.

    A long one is looked at in shares of pages, side by side, each in a process of its own.
    """
    answers = _shares(pdf, source, areas, gone, shown)
    said = list(dict.fromkeys((int(p), str(why)) for a in answers for p, why in a["against"]))
    if not said and (stray := _led_to_by_nothing(answers)):
        said.append((0, f"{stray} objects belong to nothing"))
    verdict = Verdict(
        sha256=sha256(pdf).hexdigest(),
        against=tuple(f"page {page} {reason}" if page else reason for page, reason in said),
        failing=frozenset(page for page, _ in said),
        pages=int(answers[0]["pages"]),
        readers=tuple(dict.fromkeys(str(r) for answer in answers for r in answer["readers"])),
        pictures=tuple(sorted({int(page) for answer in answers for page in answer["pictures"]})),
        source_sha256=sha256(source).hexdigest(),
        areas=Counter(area.page for area in areas),
        terms=len(gone),
    )
    return verdict.with_leaks([leak for answer in answers for leak in _leaks(answer, len(gone))])


def _shares(
    pdf: bytes,
    source: bytes,
    areas: Sequence[Area],
    gone: Sequence[str],
    shown: Sequence[str],
) -> list[Header]:
    """Return the answers for all pages of a document, that for what is around them first."""

    def look(share: _Share) -> Header:
        # The page before a share is read with it.
        before = share.first - (share.first > 1)
        after = share.first + share.many
        here = [a for a in areas if share.first == 1 or before <= a.page < after]
        return _look(pdf, gone, here, source, share, shown)

    return _in_shares(look, len(pdf), _AT_FIRST)


def _in_shares(look: Callable[[_Share], Header], size: int, many: int) -> list[Header]:
    """Have a file of a size looked at, a long one by several processes at once, `many` pages first.

    What is around the pages is looked at beside the first of them: neither knows how many there
    are, and it takes longest.
    """
    together = size < _LARGE

    def work(first: int, last: int) -> Answer:
        around = first == 1 and (together or last == 0)
        return look(_Share(first, last - first + 1, around)), []

    # The work is done in other processes; a thread only waits for its own.
    with ThreadPoolExecutor(max_workers=cores()) as workers:
        begun = [
            workers.submit(taken, work, 1, last) for last in ((many,) if together else (0, many))
        ]
        pages = int(begun[-1].result()[0][0]["pages"])
        begun += [workers.submit(taken, work, *turn) for turn in turns(1 + many, pages)]
        return [header for turn in begun for header, _ in turn.result()]


def _led_to_by_nothing(answers: Sequence[Header]) -> int:
    known = {tuple(one) for answer in answers for one in answer["known"]}
    return len({tuple(one) for one in answers[0]["objects"]} - known)


def leaks_in(pdf: bytes, terms: Sequence[str]) -> tuple[tuple[Leak, ...], tuple[str, ...]]:
    """Return where any of the terms can be read in a PDF, whoever made it, and who looked."""
    answers = _in_shares(
        lambda share: _look(pdf, terms, None, None, share), len(pdf), _WORDS_AT_FIRST
    )
    leaks = dict.fromkeys(leak for answer in answers for leak in _leaks(answer, len(terms)))
    readers = dict.fromkeys(str(reader) for answer in answers for reader in answer["readers"])
    return tuple(leaks), tuple(readers)


def canaries_caught(*, again: bool = False) -> bool:
    """Say whether the proof still finds what every known bad file hides, and passes a good one.

    Looked at once in each process, or `again`. Where it is false nothing is released.
    """
    if again or os.getpid() not in _caught:
        try:
            answer, _ = in_sandbox("canaries", {}, [])
        except (Refused, Unproven):
            answer = {}
        _caught[os.getpid()] = answer.get("missed") == []
    return _caught[os.getpid()]


def _look(
    pdf: bytes,
    terms: Sequence[str],
    areas: Sequence[Area] | None,
    source: bytes | None,
    share: _Share,
    shown: Sequence[str] = (),
) -> Header:
    asked = {
        "terms": list(terms),
        "shown": list(shown),
        "areas": None if areas is None else [[a.page, *a.box, a.label, a.code] for a in areas],
        "first": share.first,
        "many": share.many,
        "around": share.around,
    }
    answer, _ = in_sandbox("look", asked, [pdf] if source is None else [pdf, source])
    needed = {"leaks", "against", "readers", "pages", "pictures"}
    if not needed | ({"known", "objects"} if areas is not None else set()) <= answer.keys():
        raise Unproven("the proof did not answer; try again, or part the document")
    return answer


def _leaks(answer: Header, terms: int) -> tuple[Leak, ...]:
    """Return the leaks of an answer; where there are too many, one that nobody can place."""
    told, pages = answer["leaks"], int(answer["pages"])
    leaks = [
        Leak(int(t), str(r), p, str(w), _places(places, pages))
        for t, r, p, w, places in told[:_MOST_LEAKS]
    ]
    if len(told) > _MOST_LEAKS:
        term, reader, *_ = told[_MOST_LEAKS]
        leaks.append(Leak(int(term), str(reader), None, _IN_SIGHT))
    return tuple(leak for leak in leaks if 0 <= leak.term < terms)


def _places(untrusted: Sequence[Sequence[float]], pages: int) -> tuple[Place, ...]:
    """Return places as they were told, or none where one of them is no box on a page."""
    places: list[Place] = []
    for number, *edges in untrusted[: _MOST_PLACES + 1]:
        x0, y0, x1, y1 = (float(edge) for edge in edges)
        level = -_FARTHEST < x0 < x1 < _FARTHEST and -_FARTHEST < y0 < y1 < _FARTHEST
        if not (level and 1 <= int(number) <= pages):
            return ()
        places.append((int(number), (x0, y0, x1, y1)))
    return tuple(places) if len(places) <= _MOST_PLACES else ()
