"""Leak 22: annotations of every kind, what they show and what they say."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from tests.corpus.case import NAME, torture
from tests.corpus.paper import form, helvetica, line, sheet

RECT = [40, 120, 260, 150]
TOLD = ("Quaxley",)


def appearance(pdf: Pdf, text: str = NAME) -> Object:
    """Return what an annotation looks like: one line in its own form."""
    return form(
        pdf,
        line(text, 2, 8),
        BBox=Array([0, 0, 220, 30]),
        Resources=Dictionary(Font=Dictionary(F=helvetica())),
    )


def annotated(*kinds: str, shown: str | None = None, **keys: Any) -> bytes:
    """Return a sheet with an annotation of each kind, with these keys and perhaps an appearance."""

    def change(pdf: Pdf, page: Page) -> None:
        made = []
        for kind in kinds:
            note = Dictionary(
                Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(RECT), P=page.obj, F=4, **keys
            )
            if shown:
                note.AP = Dictionary(N=appearance(pdf, shown))
            made.append(pdf.make_indirect(note))
        page.obj.Annots = Array(made)

    return sheet(change=change)


@torture(
    22,
    told=TOLD,
    each=[
        (kind.lower(), kind)
        for kind in (
            "Text",
            "Popup",
            "Highlight",
            "Underline",
            "Squiggly",
            "StrikeOut",
            "Caret",
            "Square",
            "Circle",
            "Line",
            "Polygon",
            "PolyLine",
            "Ink",
            "Stamp",
            "Redact",
            "Watermark",
            "Screen",
            "3D",
            "Sound",
            "Movie",
            "Projection",
            "TrapNet",
            "PrinterMark",
        )
    ],
)
def in_the_contents_of(kind: str) -> bytes:
    """What an annotation says is not what it shows."""
    quads = Array([40, 150, 260, 150, 40, 120, 260, 120])
    kinds: dict[str, dict[str, Any]] = {
        "Highlight": {"QuadPoints": quads, "C": Array([1, 1, 0])},
        "Underline": {"QuadPoints": quads, "C": Array([1, 0, 0])},
        "Squiggly": {"QuadPoints": quads},
        "StrikeOut": {"QuadPoints": quads},
        "Redact": {"QuadPoints": quads, "OverlayText": NAME, "DA": "/F 12 Tf 0 g"},
        "Line": {"L": Array([40, 130, 200, 130]), "Cap": True, "C": Array([0])},
        "Polygon": {"Vertices": Array([40, 120, 90, 150, 140, 120]), "C": Array([0])},
        "PolyLine": {"Vertices": Array([40, 120, 90, 150, 140, 120]), "C": Array([0])},
        "Ink": {"InkList": Array([Array([40, 120, 90, 150, 140, 120])]), "C": Array([0])},
    }
    return annotated(kind, Contents=NAME, **kinds.get(kind, {}))


@torture(
    22,
    each=[
        (kind.lower(), kind)
        for kind in (
            "Text",
            "FreeText",
            "Stamp",
            "Square",
            "Highlight",
            "Ink",
            "Watermark",
            "Redact",
            "Link",
            "Line",
            "Caret",
            "Unheard",
        )
    ],
)
def in_the_look_of(kind: str) -> bytes:
    """An annotation's appearance shows the name."""
    return annotated(kind, shown=f"see {NAME}")


@torture(
    22,
    told=TOLD,
    each=[
        ("author", {"T": NAME}),
        ("subject", {"Subj": NAME}),
        ("name", {"NM": NAME}),
        ("rich", {"RC": f"<body><p>{NAME}</p></body>"}),
        ("state", {"State": NAME, "StateModel": "Review"}),
    ],
)
def in_a_key_of_a_note(keys: dict[str, str]) -> bytes:
    """Author, subject, rich text and state of a note."""
    return annotated("Text", **keys)


@torture(22, told=TOLD)
def in_a_reply_to_a_reply() -> bytes:
    """The name stands in the third note of a chain, whose window is shut."""

    def change(pdf: Pdf, page: Page) -> None:
        made: list[Object] = []
        for said in ("first", "second", NAME):
            note = Dictionary(
                Type=Name.Annot, Subtype=Name.Text, Rect=Array([10, 10, 30, 30]), Contents=said
            )
            if made:
                note.IRT = made[-1]
            made.append(pdf.make_indirect(note))
        made.append(
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Popup,
                    Rect=Array([0, 0, 9, 9]),
                    Parent=made[-1],
                    Open=False,
                )
            )
        )
        page.obj.Annots = Array(made)

    return sheet(change=change)


@torture(22, told=TOLD, each=[("hidden", 2), ("no-view", 32), ("invisible", 1), ("not-printed", 0)])
def in_a_note_with_flags(flags: int) -> bytes:
    """A note that shows the name, and is hidden, not viewed or not printed."""

    def change(pdf: Pdf, page: Page) -> None:
        page.obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.FreeText,
                        Rect=Array(RECT),
                        Contents=NAME,
                        F=flags,
                        DA="/F 12 Tf 0 g",
                        AP=Dictionary(N=appearance(pdf)),
                    )
                )
            ]
        )

    return sheet(change=change)


@torture(22, refused="what it shows is up to the program that opens it")
def in_free_text_without_a_look() -> bytes:
    """Free text with no appearance: each program makes its own from the words."""
    return annotated("FreeText", Contents=f"see {NAME}", DA="/Helv 12 Tf 0 g")


@torture(22)
def in_a_look_that_is_not_the_words() -> bytes:
    """The appearance shows the name, the words say nothing of it."""
    return annotated("FreeText", shown=f"see {NAME}", Contents="plain", DA="/Helv 12 Tf 0 g")


@torture(22, told=TOLD)
def in_words_that_are_not_the_look() -> bytes:
    """The appearance shows nothing of it, the words say the name."""
    return annotated("FreeText", shown="plain", Contents=NAME, DA="/Helv 12 Tf 0 g")


@torture(22, each=[("rollover", "R"), ("down", "D")])
def in_another_look(which: str) -> bytes:
    """The look when a mouse is over it, or pressed."""

    def change(pdf: Pdf, page: Page) -> None:
        look = Dictionary({"/N": appearance(pdf, "plain"), f"/{which}": appearance(pdf)})
        page.obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array(RECT), F=4, AP=look)
                )
            ]
        )

    return sheet(change=change)


@torture(22)
def in_a_state_that_is_off() -> bytes:
    """The look of a state that is not chosen, and whose key is the name."""

    def change(pdf: Pdf, page: Page) -> None:
        look = Dictionary(
            {
                "/N": Dictionary(
                    {"/Off": appearance(pdf, "plain"), "/ZephyrineQuaxley": appearance(pdf)}
                )
            }
        )
        page.obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Stamp,
                        Rect=Array(RECT),
                        F=4,
                        AP=look,
                        AS=Name.Off,
                    )
                )
            ]
        )

    return sheet(change=change)


@torture(22)
def in_a_scaled_look() -> bytes:
    """The look's own box and matrix are not those of the annotation's place."""

    def change(pdf: Pdf, page: Page) -> None:
        look = form(
            pdf,
            line(f"see {NAME}", 5, 5, 3),
            BBox=Array([0, 0, 60, 12]),
            Matrix=Array([0, 1, -1, 0, 7, 3]),
            Resources=Dictionary(Font=Dictionary(F=helvetica())),
        )
        page.obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Stamp,
                        Rect=Array([300, 20, 340, 230]),
                        F=4,
                        AP=Dictionary(N=look),
                    )
                )
            ]
        )

    return sheet(change=change)


@torture(22, told=TOLD)
def in_an_annotation_of_no_page() -> bytes:
    """A note that no page lists hangs on an unlisted reply."""

    def finish(pdf: Pdf, page: Page) -> None:
        page.obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Text,
                        Rect=Array([10, 10, 30, 30]),
                        Contents="plain",
                        IRT=pdf.make_indirect(
                            Dictionary(
                                Type=Name.Annot,
                                Subtype=Name.Text,
                                Rect=Array([0, 0, 1, 1]),
                                Contents=NAME,
                            )
                        ),
                    )
                )
            ]
        )

    return sheet(finish=finish)
