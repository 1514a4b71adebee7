"""The parts of a bundle that help to read it, and those that account for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, PageBreak

from bundles.contents import (
    BundleContents,
    MissingDocument,
    ReleasedDocument,
    WithheldDocument,
    by_label,
    removals_by_label,
)
from bundles.rows import Cell
from bundles.typeset import (
    ACCENT,
    BODY,
    CELL,
    CODE,
    GREY_BOX,
    INK,
    LEAD,
    QUIET,
    TEXT,
    TITLE,
    WIDTH,
    Mark,
    Plan,
    day,
    section,
    table,
    text,
)
from recordkeeping.disclosure.findings import Gap

_READING = (
    "Above each page of a document there is a line with its number and title. Below it is the page "
    "number of this bundle. Use these numbers when you ask us about something."
)
_BOX = (
    "Where something was removed there is a pale grey box. It says in a few words why. What was "
    "under it is gone from this copy: it cannot be brought back by any program."
)
_PICTURES = (
    "Some pages are pictures of a page. If a program reads this bundle aloud to you and a page "
    "makes no sense, ask us for it in another form."
)
_DETAILS = (
    "A computer file can hold things that its pages do not show: notes, words that were deleted, "
    "the name of a program or of the person who saved it. A person decided about each. Those "
    "counted here are not in this bundle."
)

_LINK = ParagraphStyle("link", CELL, textColor=ACCENT)


def document_key(number: int) -> str:
    """Return the name of the place where a document begins."""
    return f"document-{number}"


def part(key: str, title: str, *content: Flowable) -> list[Flowable]:
    """Begin a part of the bundle on a new page, with its bookmark and title."""
    return [PageBreak(), Mark(key, title), text(title, TITLE), *content]


class _SampleBox(Flowable):
    """A line of writing with a grey box in it, as the documents show one."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.label = label

    def wrap(self, *_available: float) -> tuple[float, float]:
        return WIDTH, 46

    def draw(self) -> None:
        canvas, size = self.canv, 9.8
        before, after = "On Monday we went to the park with ", " and her dog."
        canvas.setFont(TEXT, size)
        left = canvas.stringWidth(before, TEXT, size) + 2
        room = canvas.stringWidth(self.label, TEXT, 7.6) + 10
        if left + room + canvas.stringWidth(after, TEXT, size) > WIDTH:
            before, after, left = "With ", ".", canvas.stringWidth("With ", TEXT, size) + 2
        canvas.setFillColor(INK)
        canvas.drawString(0, 20, before)
        canvas.setFillColor(GREY_BOX)
        canvas.rect(left, 15.5, room, 15.5, stroke=0, fill=1)
        canvas.setFillColor(QUIET)
        canvas.setFont(TEXT, 7.6)
        canvas.drawString(left + 5, 20.6, self.label)
        canvas.setFillColor(INK)
        canvas.setFont(TEXT, size)
        canvas.drawString(left + room + 1, 20, after)


def how_to_read(contents: BundleContents) -> list[Flowable]:
    """Explain the bundle, with a sample of a grey box and every label used in it."""
    labels = removals_by_label(contents.documents)
    explained = {
        removal.reason.label: removal.reason.explained
        for released in contents.documents
        for removal in released.removals
    }
    story: list[Flowable] = [*section("Finding your way"), text(_READING)]
    if labels:
        story += [
            *section("Grey boxes"),
            text(_BOX),
            _SampleBox(next(iter(labels))),
            *section("What the labels mean"),
            table(
                ("In the box", "What it means"),
                [(label, explained[label] or "-") for label in sorted(labels)],
                (2, 3.4),
            ),
        ]
    if any(released.document.pages_as_images for released in contents.documents):
        story += [*section("Pages that are pictures"), text(_PICTURES)]
    return part("how-to-read", "How to read this", *story)


def _dated(dated: date | None) -> str:
    return day(dated) if dated else "No date"


def _index_row(number: int, released: ReleasedDocument, plan: Plan) -> list[str | Cell]:
    first = plan.start(document_key(number))
    last = first + released.document.pages - 1
    pages = f"{first:,}" if first == last else f"{first:,}–{last:,}"
    title = Cell(released.title, _LINK, document_key(number))
    return [str(number), title, _dated(released.dated), pages]


def index(contents: BundleContents, plan: Plan) -> list[Flowable]:
    """List the documents by date, each a link to its first page."""
    rows = [_index_row(n, d, plan) for n, d in enumerate(contents.in_order, start=1)]
    headings = ("No.", "Document", "Date", "Pages")
    return part("index", "Index", table(headings, rows, (0.7, 5, 2.4, 1.7)))


def _removed_from(number: int, released: ReleasedDocument) -> list[tuple[str, str, str]]:
    names = [f"{number}: {released.title}"]
    counted = removals_by_label([released])
    names += [""] * (len(counted) - 1)
    return [
        (name, label, f"{count:,}")
        for name, (label, count) in zip(names, counted.items(), strict=True)
    ]


def schedule_of_redactions(contents: BundleContents) -> list[Flowable]:
    """Say what was removed from each document, by reason, with counts."""
    rows = [
        row
        for number, released in enumerate(contents.in_order, start=1)
        if released.removals
        for row in _removed_from(number, released)
    ]
    body = (
        table(("Document", "Why parts were removed", "Parts"), rows, (4, 4, 0.9))
        if rows
        else text("We removed nothing from the documents in this bundle.")
    )
    return part("removed", "What was removed", body)


def documents_left_out(contents: BundleContents) -> list[Flowable]:
    """List every whole document that is withheld, with why, and what files hold besides pages."""
    rows = [
        (withheld.title or "One document", _dated(withheld.dated), withheld.reason.label)
        for withheld in contents.withheld
    ]
    body = (
        table(("Document", "Date", "Why"), rows, (4, 2.4, 3.4))
        if rows
        else text("We left out no whole document.")
    )
    return part("left-out", "Documents left out", body, *_beside_the_pages(contents))


def _beside_the_pages(contents: BundleContents) -> list[Flowable]:
    """List the documents whose files hold details of which none is shown, how many, and why."""
    rows = [
        (
            "" if at else _name(number, document),
            "" if at else _dated(document.dated),
            f"{count:,}",
            label,
        )
        for number, document in enumerate(contents.all, start=1)
        for at, (label, count) in enumerate(by_label(document.beside).items())
    ]
    if not rows:
        return []
    return [
        *section("Details in files, left out"),
        text(_DETAILS),
        table(("Document", "Date", "Parts", "Why"), rows, (3.6, 2.5, 0.9, 2.8)),
    ]


def _name(number: int, document: ReleasedDocument | WithheldDocument | MissingDocument) -> str:
    if isinstance(document, ReleasedDocument):
        return f"{number}: {document.title}"
    return document.title or "One document"


def _gap_rows(contents: BundleContents) -> list[tuple[str, str, str]]:
    whole = [
        (f"{missing.title or 'One document'}, {_dated(missing.dated)}", "All", _why(missing.gap))
        for missing in contents.missing
    ]
    pages = [
        (
            f"Document {number}: {released.title}",
            "Part" if gap.page is None else f"Page {gap.page:,}",
            _why(gap),
        )
        for number, released in enumerate(contents.in_order, start=1)
        for gap in released.gaps
    ]
    return whole + pages


def _why(gap: Gap) -> str:
    """Write a gap's reason as a sentence; what the council may do about it is not the reader's."""
    return f"{gap.reason[:1].upper()}{gap.reason[1:].removesuffix('.')}."


def gaps_story(contents: BundleContents) -> list[Flowable]:
    """List every document and part that could not be included, with why."""
    rows = _gap_rows(contents)
    if not rows:
        return [text("There is nothing that we know of and could not include.")]
    return [
        text(
            "We know that these exist, and could not include them. If one of them matters to you, "
            "please ask us about it."
        ),
        table(("Document", "What is missing", "Why"), rows, (3.6, 1.5, 4)),
    ]


def everything_accounted_for(contents: BundleContents) -> list[Flowable]:
    """Show that every document gathered is released, withheld or told as a gap."""
    told = contents.reconciliation
    annexes = [("Lists of details in files, left out", f"{told.annexes:,}")] if told.annexes else []
    rows = (
        ("Documents in this bundle", f"{told.released:,}"),
        ("Documents left out", f"{told.withheld:,}"),
        *annexes,
        ("Documents we could not include", f"{told.gaps:,}"),
        ("All documents and lists" if annexes else "All documents that we found",
         f"{told.documents:,}"),
    )  # fmt: skip
    return [
        *section("Everything accounted for"),
        KeepTogether(
            [
                text("Every document that we found is in one of these places:"),
                table((), rows, (5, 1)),
            ]
        ),
    ]


def digests(documents: Sequence[ReleasedDocument]) -> list[Flowable]:
    """Print the SHA-256 of each proven document, for those who want to check."""
    rows = [
        (str(number), Cell(released.document.sha256, CODE))
        for number, released in enumerate(documents, start=1)
    ]
    return part(
        "digests",
        "For checking",
        text("You do not need this page to read your records.", LEAD),
        text(
            "We keep a list of what we sent you. The numbers below are made from each document, so "
            "that nobody can change one without being found out. Somebody who checks our work "
            "for you can compare them with our list.",
            BODY,
        ),
        table(("No.", "SHA-256 of the document"), rows, (0.7, 8)),
    )
