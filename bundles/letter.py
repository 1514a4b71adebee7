"""The letter on top of a bundle: what is here, what is not and why, and what can be done."""

from __future__ import annotations

from html import escape

from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table

from bundles.contents import BundleContents, removals_by_label
from bundles.council import Council
from bundles.typeset import (
    LEAD,
    LETTER_LINE,
    SECTION,
    TITLE,
    WIDTH,
    bullets,
    day,
    number_of,
    section,
    table,
    text,
)

_CARE = (
    "Records like these can be hard to read. Many people wrote them over a long time, and not "
    "always in words that you would choose. You do not have to read everything at once, and you "
    "do not have to read it alone."
)
_UNCHANGED = (
    "Apart from the grey boxes, we have not changed the words in any document. Mistakes, and words "
    "that nobody should use today, stand as they were written."
)
_DECIDED = (
    "The law lets us, or makes us, keep some information back. A person decided about each part. "
    "A second person approved this bundle before it was sent to you."
)
_RIGHTS = (
    "Ask us to correct something that is wrong, or to add your own account of it.",
    "Ask us to erase information, to use it less, or to stop using it.",
    "Ask for a copy in another form, such as paper or large print.",
)


def letter_story(contents: BundleContents) -> list[Flowable]:
    """Tell the letter, from the addresses to the rights that everybody is told."""
    return [
        *_heading(contents),
        *_opening(contents),
        *_what_is_here(contents),
        *_what_was_left_out(contents),
        *_what_is_missing(contents),
        *_where_we_looked(contents),
        *_support(contents.council),
        *_complaints(contents.council),
        KeepTogether([text("Yours sincerely"), text(contents.council.name)]),
        *_about_the_information(contents),
    ]


def _lines(lines: tuple[str, ...]) -> list[Flowable]:
    return [text(line, LETTER_LINE) for line in lines]


def _heading(contents: BundleContents) -> list[Flowable]:
    to, council = contents.addressee, contents.council
    sender = [Paragraph(f"<b>{escape(council.name, quote=False)}</b>", LETTER_LINE)]
    addresses = Table(
        [[_lines((to.name, *to.address)), [*sender, *_lines((*council.address, council.contact))]]],
        colWidths=[WIDTH * 0.42, WIDTH * 0.58],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)],
    )
    return [
        addresses,
        Spacer(0, 26),
        text("Your request for your records", TITLE),
        table(
            ("Our reference", "Request received", "Answer due", "Date of this letter"),
            [
                (
                    contents.request,
                    day(contents.received),
                    day(contents.due),
                    day(contents.released_on),
                )
            ],
            (3, 4, 3.6, 3.4),
        ),
        Spacer(0, 6),
    ]


def _opening(contents: BundleContents) -> list[Flowable]:
    opening: list[Flowable] = [
        text(f"Dear {contents.addressee.name}"),
        text("You asked us for the information that we hold about you. This is our answer.", LEAD),
        text(_CARE),
    ]
    if contents.released_on > contents.due:
        opening.append(text("You should have had this sooner. It is late, and we are sorry."))
    return opening


def _what_is_here(contents: BundleContents) -> list[Flowable]:
    documents = number_of(len(contents.documents), "document", "documents")
    pages = number_of(sum(d.document.pages for d in contents.documents), "page", "pages")
    return [
        *section("What we are sending you"),
        text(
            f"There are {documents} for you to read, with {pages} in all. They are in order of "
            "date, the oldest first. Before them there is a page called How to read this, and an "
            "index."
        ),
        text(_UNCHANGED),
    ]


def _what_was_left_out(contents: BundleContents) -> list[Flowable]:
    removed = removals_by_label(contents.documents)
    if not removed and not contents.withheld and not contents.annexes:
        return [
            *section("What we left out"),
            text("Nothing. We removed nothing from the documents that we are sending you."),
        ]
    story: list[Flowable] = [*section("What we left out, and why"), text(_DECIDED)]
    if removed:
        boxes = number_of(sum(removed.values()), "part", "parts")
        story.append(text(f"We covered {boxes} of the documents with grey boxes:"))
        story += bullets([f"{label}: {count:,}" for label, count in removed.items()])
    if contents.withheld:
        whole = number_of(len(contents.withheld), "whole document", "whole documents")
        story.append(
            text(f"We left out {whole}. The list called Documents left out says why for each.")
        )
    if contents.annexes:
        files = number_of(contents.annexes, "document", "documents")
        story.append(
            text(
                f"The computer files of {files} also hold details that their pages do not show. We "
                "left these out. The list called Documents left out counts them, and says why."
            )
        )
    return story


def _what_is_missing(contents: BundleContents) -> list[Flowable]:
    whole, parts = len(contents.missing), contents.parts_missing
    if not whole and not parts:
        return []
    of_those_here = number_of(parts, "part", "parts")
    things = " and ".join(
        [number_of(whole, "whole document", "whole documents")] * bool(whole)
        + [f"{of_those_here} of the documents that we are sending you"] * bool(parts)
    )
    return [
        *section("What we could not include"),
        text(
            f"We know of {things} that we could not read or copy. The list called What we could "
            "not include names each, with the reason. If one of them matters to you, please ask "
            "us about it."
        ),
    ]


def _where_we_looked(contents: BundleContents) -> list[Flowable]:
    return [*section("Where we looked"), *bullets(contents.searched)]


def _support(council: Council) -> list[Flowable]:
    return [
        *section("If you would like support"),
        text(
            "You can ask us to go through these papers with you, to explain a word or a decision, "
            "or to help you find somebody to talk to. It does not matter how long ago it was. "
            f"You can reach us here: {council.contact}."
        ),
    ]


def _complaints(council: Council) -> list[Flowable]:
    # Section 164A of the Data Protection Act 2018: the complaint goes to the controller first.
    return [
        *section("If you are not happy with this answer"),
        text(
            f"Please tell us first: {council.complaints}. We must let you know within 30 days that "
            "we have your complaint, and answer it without undue delay."
        ),
        text(
            f"You can also complain to the {council.regulator.removeprefix('the ')}: "
            f"{council.regulator_contact}. And you have the right to go to court."
        ),
    ]


def _about_the_information(contents: BundleContents) -> list[Flowable]:
    about = contents.about
    rows = (
        ("Why we have it", about.why),
        ("What kinds there are", about.kinds),
        ("Who else has it", about.recipients),
        ("How long we keep it", about.kept_for),
        ("Where it came from", about.sources),
        ("Decisions by computer", about.automated),
    )
    return [
        *section("About your information"),
        table((), rows, (1.5, 4)),
        KeepTogether(
            [
                text("Your rights", SECTION),
                text("You also have the right to:"),
                *bullets(_RIGHTS),
                text("These rights have limits. If we have to say no, we will tell you why."),
            ]
        ),
    ]
