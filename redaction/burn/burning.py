"""Removing for good: a new document, of pages rewritten where that is certain, else of pictures.

Nothing is carried over because it was there. A page about which there is any doubt is drawn and
becomes a picture of itself; which ones, and why, is told.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor

import pikepdf
import pypdfium2
from pikepdf import Dictionary, Object, Pdf

from recordkeeping.vocabulary.errors import Refused
from redaction.areas import Area, BurnedDocument
from redaction.burn.agreement import BESIDE
from redaction.burn.identity import identify, without_letters
from redaction.burn.joining import joined
from redaction.burn.lettering import Lettering
from redaction.burn.picturing import as_picture
from redaction.burn.rewriting import Rewriter, Rewritten
from redaction.burn.sight import LOOK_DPI
from redaction.burn.typefaces import Doubt
from redaction.pdfium import coloured_picture, letters_near, open_pdf, picture
from redaction.sandbox.abreast import Answer
from redaction.sandbox.child import in_sandbox
from redaction.sandbox.turns import NEXT, Turn, cores, taken, turns
from redaction.sandbox.wire import Header

_AT_FIRST, _MOST_PAGES = 40, 100_000
_LARGE = 2**19  # bytes: a smaller file has seldom pages for two processes


def burn(pdf: bytes, areas: Sequence[Area], as_pictures: Collection[int] = ()) -> BurnedDocument:
    """Return the document made anew without what stands in the areas. It is not yet proven.

    `as_pictures` are pages, from 1, that must not be rewritten.
    """
    asked = {
        "areas": [[area.page, *area.box, area.label, area.code] for area in areas],
        "as_pictures": sorted(as_pictures),
    }
    try:
        answers, parts = _in_turns(asked, pdf)
        if len(parts) > 1:
            _, parts = in_sandbox("join", {}, parts)
        return BurnedDocument(
            pdf=parts[0],
            pages=int(answers[0]["pages"]),
            pictures=tuple((int(n), str(why)) for a in answers for n, why in a["pictures"]),
            exact=sum(int(answer["exact"]) for answer in answers),
            widths=tuple((int(n), str(what)) for a in answers for n, what in a["widths"]),
        )
    except (IndexError, KeyError, TypeError, ValueError):
        raise Refused("the document could not be burned safely; print it to a new PDF") from None


def _in_turns(asked: Header, pdf: bytes) -> tuple[list[Header], list[bytes]]:
    """Burn the first pages, and, where there are more, the others beside them on every core."""

    def burned(first: int, last: int) -> Answer:
        # The first are asked of all areas, and say when one is on a page that is not there.
        here = [area for area in asked["areas"] if first == 1 or first <= area[0] <= last]
        return in_sandbox("burn", {**asked, "areas": here, "first": first, "last": last}, [pdf])

    with ThreadPoolExecutor(max_workers=cores()) as threads:
        begun = [threads.submit(taken, burned, 1, _AT_FIRST)]
        if len(pdf) >= _LARGE:  # how many pages there are is not known yet; few have one turn
            begun.append(threads.submit(taken, burned, _AT_FIRST + 1, 2 * _AT_FIRST))
        pages = min(int(begun[0].result()[0][0]["pages"]), _MOST_PAGES)
        del begun[1 if pages <= _AT_FIRST else 2 :]
        rest = turns(1 + len(begun) * _AT_FIRST, pages)
        begun += [threads.submit(taken, burned, first, last) for first, last in rest]
        done = [answer for turn in begun for answer in turn.result()]
    return [answer for answer, _ in done], [part for _, [part] in done]


def join_here(_: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Join burned pages in this process: the sandbox's part of `burn` for long documents."""
    with Pdf.new() as made:
        joined(made, blobs)
        return {}, [_saved(made)]


def burn_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Burn a document in this process: the sandbox's part of `burn`."""
    areas = [
        Area(page, (x0, y0, x1, y1), label, code)
        for page, x0, y0, x1, y1, label, code in asked["areas"]
    ]
    document = open_pdf(blobs[0])
    if beyond := {area.page for area in areas if not 1 <= area.page <= len(document)}:
        has = f"{len(document)} page{'' if len(document) == 1 else 's'}"
        raise Refused(
            f"a box is on page {min(beyond)}; the document has {has}: correct the list of boxes"
        )
    pages = range(int(asked.get("first", 1)), int(asked.get("last", len(document))) + 1)
    with pikepdf.open(io.BytesIO(blobs[0])) as source:
        burner = _Burner(document, source, areas, pages)
        return burner.burned({int(page) for page in asked["as_pictures"]})


class _Burner:
    """Burns one document."""

    def __init__(
        self, document: pypdfium2.PdfDocument, source: Pdf, areas: Sequence[Area], pages: range
    ) -> None:
        self.document, self.source = document, source
        self.areas: dict[int, list[Area]] = {}
        for area in areas:
            self.areas.setdefault(area.page, []).append(area)
        self.stop = min(pages.stop, len(document) + 1)
        self.pages, self.turn = range(pages.start, self.stop), Turn()
        self.rewritten: dict[int, Rewritten] = {}
        self.drawn: dict[int, Object] = {}
        self.pictures: dict[int, str] = {}
        self.made, self.lettering = Pdf.new(), Lettering()
        self.rewriter = Rewriter(self.made, self.lettering)

    def burned(self, as_pictures: Collection[int]) -> tuple[Header, list[bytes]]:
        """Return the document, or its pages up to where the turn was over.

        `as_pictures` are the pages that are not rewritten.
        """
        for number in self.pages:
            if number > self.pages.start and self.turn.is_over:
                self.pages = range(self.pages.start, number)
                break
            if number in as_pictures:
                self._draw(number, "its proof asked for it")
                continue
            try:
                self.rewritten[number] = self._rewritten(number)
            except Doubt as why:
                self._draw(number, str(why))
        doubtful = self.rewriter.prune()
        for number, page in list(self.rewritten.items()):
            if page.names & doubtful:
                del self.rewritten[number]
                self._draw(number, "a font that cannot be pruned")
        kept = self.lettering.font(self.made)
        for number in self.pages:
            if number in self.rewritten:
                finished = self.rewriter.finished(self.rewritten[number], kept)
            else:
                finished = self.drawn[number]
                finished.Resources.Font = Dictionary(Kept=kept)
            self.made.pages.append(pikepdf.Page(finished))
        rewritten = self.rewritten.items()
        answer = {
            "pages": len(self.document),
            "pictures": sorted(self.pictures.items()),
            "exact": sum(page.exact for _, page in rewritten),
            "widths": [[number, page.width] for number, page in rewritten if page.width],
            NEXT: self.pages.stop if self.pages.stop < self.stop else None,
        }
        return answer, [_saved(self.made)]

    def _on(self, number: int) -> list[Area]:
        return self.areas.get(number, [])

    def _rewritten(self, number: int) -> Rewritten:
        page = self.document[number - 1]
        try:
            areas = self._on(number)
            return self.rewriter.page(
                self.source.pages[number - 1],
                areas,
                look=lambda in_colours: (coloured_picture if in_colours else picture)(
                    page, LOOK_DPI
                ),
                read=lambda: letters_near(page, [area.box for area in areas], BESIDE),
            )
        finally:
            page.close()

    def _draw(self, number: int, why: str) -> None:
        page = self.document[number - 1]
        try:
            self.drawn[number] = as_picture(self.made, page, self._on(number), self.lettering)
            self.pictures[number] = why
        finally:
            page.close()


def _saved(made: Pdf) -> bytes:
    made.Root.Lang = "en-GB"
    identify(made)
    out = io.BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return without_letters(out.getvalue())
