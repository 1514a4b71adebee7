"""Removing for good: a new document, of pages rewritten where that is certain, else of pictures.

Nothing is carried over because it was there. A page about which there is any doubt is drawn and
becomes a picture of itself; which ones, and why, is told.
"""

from __future__ import annotations

import io
import os
import re
import secrets
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object, Pdf

from recordkeeping.vocabulary.errors import Refused
from redaction.areas import Area, BurnedDocument
from redaction.burn.agreement import BESIDE
from redaction.burn.lettering import Lettering
from redaction.burn.picturing import as_picture
from redaction.burn.rewriting import Rewriter, Rewritten
from redaction.burn.sight import LOOK_DPI
from redaction.burn.typefaces import Doubt
from redaction.pdfium import letters_near, open_pdf, picture
from redaction.sandbox.child import in_sandbox
from redaction.sandbox.wire import Header

_CHUNK, _MOST_PAGES = 40, 100_000
_LARGE = 2**19  # bytes: a smaller file has seldom pages for two processes
_ID = re.compile(rb"/ID \[<[0-9a-f]{32}><[0-9a-f]{32}>\]")


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
        raise Refused("the document could not be burned safely") from None


def _in_turns(asked: Header, pdf: bytes) -> tuple[list[Header], list[bytes]]:
    """Burn the first pages, and, where there are more, the others beside them on every core."""

    def burned(start: int) -> tuple[Header, list[bytes]]:
        last = start + _CHUNK - 1
        # The first are asked of all areas, and say when one is on a page that is not there.
        here = [area for area in asked["areas"] if start == 1 or start <= area[0] <= last]
        return in_sandbox("burn", {**asked, "areas": here, "first": start, "last": last}, [pdf])

    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as threads:
        begun = [threads.submit(burned, 1)]
        if len(pdf) >= _LARGE:  # how many pages there are is not known yet; few have one chunk
            begun.append(threads.submit(burned, 1 + _CHUNK))
        pages = min(int(begun[0].result()[0]["pages"]), _MOST_PAGES)
        rest = range(1 + len(begun) * _CHUNK, pages + 1, _CHUNK)
        done = [one.result() for one in (*begun, *(threads.submit(burned, at) for at in rest))]
    done = done[: max(1, -(-pages // _CHUNK))]
    return [answer for answer, _ in done], [part for _, [part] in done]


def join_here(_: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Join burned pages in this process: the sandbox's part of `burn` for long documents."""
    with ExitStack() as opened, Pdf.new() as made:
        for blob in blobs:
            made.pages.extend(opened.enter_context(pikepdf.open(io.BytesIO(blob))).pages)
        return {}, [_saved(made)]


def burn_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Burn a document in this process: the sandbox's part of `burn`."""
    areas = [
        Area(page, (x0, y0, x1, y1), label, code)
        for page, x0, y0, x1, y1, label, code in asked["areas"]
    ]
    document = open_pdf(blobs[0])
    if beyond := {area.page for area in areas if not 1 <= area.page <= len(document)}:
        raise Refused(f"a box is on page {min(beyond)}; the document has {len(document)} pages")
    pages = range(int(asked.get("first", 1)), int(asked.get("last", len(document))) + 1)
    wanted = [int(page) for page in asked["as_pictures"] if int(page) in pages]
    pictures = dict.fromkeys(wanted, "its proof asked for it")
    with pikepdf.open(io.BytesIO(blobs[0])) as source:
        burner = _Burner(document, source, areas, pages)
        return burner.burned(pictures)


class _Burner:
    """Burns one document."""

    def __init__(
        self, document: pypdfium2.PdfDocument, source: Pdf, areas: Sequence[Area], pages: range
    ) -> None:
        self.document, self.source = document, source
        self.areas: dict[int, list[Area]] = {}
        for area in areas:
            self.areas.setdefault(area.page, []).append(area)
        self.pages = range(pages.start, min(pages.stop, len(document) + 1))
        self.made, self.lettering = Pdf.new(), Lettering()
        self.rewriter = Rewriter(self.made, self.lettering)

    def burned(self, pictures: dict[int, str]) -> tuple[Header, list[bytes]]:
        """Return the document; `pictures` are the pages that are not rewritten, and why."""
        rewritten: dict[int, Rewritten] = {}
        for number in self.pages:
            if number in pictures:
                continue
            try:
                rewritten[number] = self._rewritten(number)
            except Doubt as why:
                pictures[number] = str(why)
        doubtful = self.rewriter.prune()
        for number, page in list(rewritten.items()):
            if page.names & doubtful:
                pictures[number] = "a font that cannot be pruned"
                del rewritten[number]
        drawn = {number: self._drawn(number) for number in sorted(pictures)}
        kept = self.lettering.font(self.made)
        for number in self.pages:
            if number in rewritten:
                finished = self.rewriter.finished(rewritten[number], kept)
            else:
                finished = drawn[number]
                finished.Resources.Font = Dictionary(Kept=kept)
            self.made.pages.append(pikepdf.Page(finished))
        answer = {
            "pages": len(self.document),
            "pictures": sorted(pictures.items()),
            "exact": sum(page.exact for page in rewritten.values()),
            "widths": [[number, page.width] for number, page in rewritten.items() if page.width],
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
                look=lambda: picture(page, LOOK_DPI),
                read=lambda: letters_near(page, [area.box for area in areas], BESIDE),
            )
        finally:
            page.close()

    def _drawn(self, number: int) -> Object:
        page = self.document[number - 1]
        try:
            return as_picture(self.made, page, self._on(number), self.lettering)
        finally:
            page.close()


def _saved(made: Pdf) -> bytes:
    made.Root.Lang = "en-GB"
    made.trailer.ID = Array([secrets.token_bytes(16)] * 2)  # links to nothing
    out = io.BytesIO()
    made.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return _ID.sub(_without_letters, out.getvalue())


def _without_letters(id: re.Match[bytes]) -> bytes:
    """Return a file's two random ids of octets that are no letters: two may spell a short name."""
    return re.sub(rb"[0-9a-f]([0-9a-f])", rb"8\1", id[0])
