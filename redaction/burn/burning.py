"""Removing for good: a new document, of pages rewritten where that is certain, else of pictures.

Nothing is carried over because it was there. A page about which there is any doubt is drawn and
becomes a picture of itself; which ones, and why, is told.
"""

from __future__ import annotations

import io
import secrets
from collections.abc import Collection, Sequence

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Object, Pdf

from recordkeeping.vocabulary.errors import Refused
from redaction.areas import Area, BurnedDocument
from redaction.burn.lettering import Lettering
from redaction.burn.picturing import as_picture
from redaction.burn.rewriting import Rewriter, Rewritten
from redaction.burn.sight import LOOK_DPI
from redaction.burn.typefaces import Doubt
from redaction.pdfium import open_pdf, picture
from redaction.sandbox import in_sandbox
from redaction.wire import Header


def burn(pdf: bytes, areas: Sequence[Area], as_pictures: Collection[int] = ()) -> BurnedDocument:
    """Return the document made anew without what stands in the areas. It is not yet proven.

    `as_pictures` are pages, from 1, that must not be rewritten.
    """
    asked = {
        "areas": [[area.page, *area.box, area.label, area.code] for area in areas],
        "as_pictures": sorted(as_pictures),
    }
    answer, parts = in_sandbox("burn", asked, [pdf])
    try:
        return BurnedDocument(
            pdf=parts[0],
            pages=int(answer["pages"]),
            pictures=tuple((int(page), str(why)) for page, why in answer["pictures"]),
            exact=int(answer["exact"]),
            widths=tuple((int(page), str(what)) for page, what in answer["widths"]),
        )
    except (IndexError, KeyError, TypeError, ValueError):
        raise Refused("the document could not be burned safely") from None


def burn_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Burn a document in this process: the sandbox's part of `burn`."""
    areas = [
        Area(page, (x0, y0, x1, y1), label, code)
        for page, x0, y0, x1, y1, label, code in asked["areas"]
    ]
    document = open_pdf(blobs[0])
    if beyond := {area.page for area in areas if not 1 <= area.page <= len(document)}:
        raise Refused(f"a box is on page {min(beyond)}; the document has {len(document)} pages")
    pictures = {int(page): "its proof asked for it" for page in asked["as_pictures"]}
    with pikepdf.open(io.BytesIO(blobs[0])) as source:
        burner = _Burner(document, source, areas)
        return burner.burned(pictures)


class _Burner:
    """Burns one document."""

    def __init__(self, document: pypdfium2.PdfDocument, source: Pdf, areas: Sequence[Area]) -> None:
        self.document, self.source, self.areas = document, source, areas
        self.made, self.lettering = Pdf.new(), Lettering()
        self.rewriter = Rewriter(self.made, self.lettering)

    def burned(self, pictures: dict[int, str]) -> tuple[Header, list[bytes]]:
        """Return the document; `pictures` are the pages that are not rewritten, and why."""
        rewritten: dict[int, Rewritten] = {}
        for number in range(1, len(self.document) + 1):
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
        for number in range(1, len(self.document) + 1):
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
        return [area for area in self.areas if area.page == number]

    def _rewritten(self, number: int) -> Rewritten:
        page = self.document[number - 1]
        try:
            return self.rewriter.page(
                self.source.pages[number - 1], self._on(number), lambda: picture(page, LOOK_DPI)
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
    return out.getvalue()
