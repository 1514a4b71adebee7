"""Binding our own pages and the proven ones into one file, with its outline and its links.

Of a page only what draws it is taken. What else hangs on it or on its document stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pikepdf

from bundles.carrying import Carrier, resources_of
from bundles.lettering import number as decimal
from bundles.lists import document_key
from bundles.objects import PageTree, PdfFile
from bundles.rows import Link
from bundles.sheets import Lines, Sheet, Shown, sheet_for, shown_of
from bundles.typeset import Bookmark, Laid
from recordkeeping.vocabulary.errors import Unproven


class Binder:
    """One bundle as it is written: our own pages first, then document after document."""

    def __init__(self, laid: Laid, own: pikepdf.Pdf) -> None:
        """Write our own pages."""
        if laid.others is None:
            raise Unproven("a bundle has no place for its documents; report this as a defect")
        self._file = PdfFile()
        self._tree = PageTree(self._file, laid.plan.pages)
        self._laid, self._others = laid, laid.others
        carrier = Carrier(own, self._file, repack=True)
        gap = laid.plan.pages - len(own.pages)
        for index, page in enumerate(own.pages):
            at = index if index < laid.others.before else index + gap
            filters, data = carrier.content_taken(page.obj)
            content = self._file.add_stream(filters, data)
            resources = carrier.written(resources_of(page.obj))
            self._tree.put(
                at,
                b"/MediaBox %b /Resources %b /Contents %d 0 R%b"
                % (page.obj.MediaBox.unparse(), resources, content, self._links_on(at + 1)),
            )
        self._fonts = carrier.written(resources_of(own.pages[0].obj).Font)

    def lay(self, document: pikepdf.Pdf, number: int, title: str, request: str) -> None:
        """Lay the pages of a proven document on their sheets; documents are numbered from 1."""
        plan = self._laid.plan
        first = plan.start(document_key(number))
        lines = Lines(self._others.lettering, number, title, request, plan.pages)
        carrier = Carrier(document, self._file)
        alike: dict[bytes, _Around] = {}
        bands: dict[Shown, int] = {}
        for place, page in enumerate(document.pages, start=first):
            filters, content = carrier.content_taken(page.obj)
            said = page.obj.unparse(resolved=True)  # pages are often alike but for their content
            around = alike.get(said)
            if around is None:
                around = alike[said] = self._around(page, carrier, lines, bands)
            form = self._file.add_stream(around.form + filters, content)
            below = self._file.add_stream(b"", lines.page_number(place, around.sheet))
            self._tree.put(
                place - 1,
                b"%b /XObject << /Document %d 0 R >> >> /Contents [ %d 0 R %d 0 R ]"
                % (around.page, form, around.content, below),
            )

    def _around(
        self, page: pikepdf.Page, carrier: Carrier, lines: Lines, bands: dict[Shown, int]
    ) -> _Around:
        """Set what is around a page, which is a form clipped to what it showed (§8.10)."""
        shown, resources = shown_of(page), carrier.written(resources_of(page.obj))
        if shown not in bands:
            bands[shown] = self._file.add_stream(b"", lines.around(shown))
        sheet = sheet_for(shown)
        return _Around(
            sheet=sheet,
            content=bands[shown],
            page=b"/MediaBox [ 0 0 %b ] /Resources << /Font %b"
            % (_numbers((sheet.width, sheet.height)), self._fonts),
            form=b"/Type /XObject /Subtype /Form /BBox [ %b ] /Matrix [ %b ] /Resources %b "
            % (_numbers(shown.box), _numbers(shown.matrix), resources),
        )

    def _links_on(self, page: int) -> bytes:
        links = [link for at, link in self._laid.links if at == page]
        if not links:
            return b""
        return b" /Annots [ %b ]" % b" ".join(self._link(link) for link in links)

    def _link(self, link: Link) -> bytes:
        return b"%d 0 R" % self._file.add(
            b"<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /Rect [ %b ] /Dest %b >>"
            % (_numbers(link.box), self._place(self._laid.plan.start(link.leads_to)))
        )

    def _place(self, page: int) -> bytes:
        return b"[ %d 0 R /Fit ]" % self._tree.pages[page - 1]

    def bound(self, title: str) -> bytes:
        """Return the whole file. It tells its title and language, and nobody who made it."""
        root = self._file.add(
            b"<< /Type /Catalog /Pages %d 0 R /Outlines %d 0 R /PageMode /UseOutlines"
            b" /Lang (en-GB) /ViewerPreferences << /DisplayDocTitle true >> >>"
            % (self._tree.close(), self._outline(self._laid.bookmarks))
        )
        info = self._file.add(b"<< /Title %b /Producer (Muniment) >>" % _text(title))
        # Our own pages tell the digest of every document, so theirs is a digest of everything.
        return self._file.finished(root, info, sha256(self._laid.pdf).hexdigest()[:32])

    def _outline(self, bookmarks: Sequence[Bookmark]) -> int:
        """Write the outline, all of it open (ISO 32000-1 §12.3.3)."""
        top = _Entry(self._file.reserve(), [])
        path = [top]
        for mark in bookmarks:
            entry = _Entry(self._file.reserve(), [], mark)
            del path[mark.level + 1 :]
            path[-1].below.append(entry)
            path.append(entry)
        for parent in top.all():
            for at, entry in enumerate(parent.below):
                self._file.put(entry.number, self._entry(entry, parent, at))
        self._file.put(top.number, b"<< /Type /Outlines%b >>" % top.family())
        return top.number

    def _entry(self, entry: _Entry, parent: _Entry, at: int) -> bytes:
        beside = parent.below[at - 1 : at] if at else []
        before = b" /Prev %d 0 R" % beside[0].number if beside else b""
        after = b"".join(b" /Next %d 0 R" % e.number for e in parent.below[at + 1 : at + 2])
        return b"<< /Title %b /Parent %d 0 R /Dest %b%b%b%b >>" % (
            _text(entry.mark.title if entry.mark else ""),
            parent.number,
            self._place(entry.mark.page if entry.mark else 1),
            before,
            after,
            entry.family(),
        )


@dataclass(frozen=True, slots=True)
class _Around:
    """What pages that are alike have in common: their sheet, and how page and form begin."""

    sheet: Sheet
    content: int
    page: bytes
    form: bytes


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    below: list[_Entry]
    mark: Bookmark | None = None

    def all(self) -> Iterable[_Entry]:
        """Yield this entry and everything below it."""
        yield self
        for entry in self.below:
            yield from entry.all()

    def family(self) -> bytes:
        """Return how it leads to those below it."""
        if not self.below:
            return b""
        first, last, count = self.below[0].number, self.below[-1].number, sum(1 for _ in self.all())
        return b" /First %d 0 R /Last %d 0 R /Count %d" % (first, last, count - 1)


def _numbers(values: Iterable[float]) -> bytes:
    return " ".join(decimal(value) for value in values).encode("ascii")


def _text(words: str) -> bytes:
    """Write a text string (ISO 32000-1 §7.9.2.2)."""
    return pikepdf.String(words).unparse()
