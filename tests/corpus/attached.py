"""Leak 25 and 34: files inside a file, and what they are called."""

from __future__ import annotations

from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Object, Page, Pdf, String

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.notes import TOLD
from tests.corpus.paper import sheet

INSIDE = f"Notes about {NAME}\n".encode()


def _file(pdf: Pdf, name: str = "notes.txt", content: bytes = INSIDE) -> Object:
    stream = pdf.make_stream(content, Type=Name.EmbeddedFile, Subtype=Name("/text#2Fplain"))
    return pdf.make_indirect(
        Dictionary(Type=Name.Filespec, F=name, UF=name, EF=Dictionary(F=stream, UF=stream))
    )


@torture(25, told=TOLD)
def in_an_embedded_file() -> bytes:
    """A text file is attached to the document."""

    def finish(pdf: Pdf, page: Page) -> None:
        pdf.attachments["notes.txt"] = AttachedFileSpec(pdf, INSIDE, filename="notes.txt")

    return sheet(finish=finish)


@torture(25, told=TOLD)
def in_the_name_of_a_file() -> bytes:
    """The attached file says nothing; it is called by the name, and described by it."""

    def finish(pdf: Pdf, page: Page) -> None:
        spec = AttachedFileSpec(pdf, b"nothing", filename=f"{NAME}.txt", description=NAME)
        pdf.attachments[f"{NAME}.txt"] = spec

    return sheet(finish=finish)


@torture(25, told=TOLD, each=[("document", "root"), ("page", "page"), ("font", "font")])
def in_an_associated_file(where: str) -> bytes:
    """A file hangs on the document, the page or a font, in no list of attachments."""

    def finish(pdf: Pdf, page: Page) -> None:
        target = {"root": pdf.Root, "page": page.obj, "font": page.obj.Resources.Font.F}[where]
        target.AF = Array([_file(pdf)])

    return sheet(finish=finish)


@torture(25, told=TOLD)
def in_a_file_of_an_annotation() -> bytes:
    """A pin on the page holds a file."""

    def finish(pdf: Pdf, page: Page) -> None:
        page.obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.FileAttachment,
                        Rect=Array([10, 10, 30, 30]),
                        FS=_file(pdf),
                        Contents=NAME,
                        Name=Name.PushPin,
                    )
                )
            ]
        )

    return sheet(finish=finish)


@torture(25, told=TOLD)
def in_a_portfolio() -> bytes:
    """The document is only a cover for the files in it, whose columns have words too."""

    def finish(pdf: Pdf, page: Page) -> None:
        pdf.attachments["notes.txt"] = AttachedFileSpec(pdf, INSIDE, filename="notes.txt")
        field = Dictionary(Subtype=Name.S, N=NAME)
        pdf.Root.Collection = Dictionary(
            Type=Name.Collection,
            Schema=Dictionary({f"/{FIRST}{LAST}": field}),
            D=String("notes.txt"),
        )

    return sheet(finish=finish)


@torture(25, told=TOLD)
def in_a_pdf_inside() -> bytes:
    """A PDF is attached, and has an attachment of its own."""
    inner = sheet(
        finish=lambda pdf, page: pdf.attachments.__setitem__(
            "deep.txt", AttachedFileSpec(pdf, INSIDE, filename="deep.txt")
        )
    )

    def finish(pdf: Pdf, page: Page) -> None:
        pdf.attachments["inner.pdf"] = AttachedFileSpec(pdf, inner, filename="inner.pdf")

    return sheet(finish=finish)


@torture(
    25,
    each=[
        ("rich-media", "RichMedia"),
        ("three-d", "3D"),
        ("sound", "Sound"),
        ("movie", "Movie"),
        ("screen", "Screen"),
    ],
)
def in_media(kind: str) -> bytes:
    """Sounds, films and models are files, and have names."""

    def finish(pdf: Pdf, page: Page) -> None:
        stream = pdf.make_stream(NAME.encode() * 3)
        note = Dictionary(
            {"/Type": Name.Annot, "/Subtype": Name(f"/{kind}"), "/Rect": Array([10, 10, 60, 60])}
        )
        note.RichMediaContent = Dictionary(Assets=Dictionary(Names=Array([NAME, _file(pdf, NAME)])))
        note["/3DD"] = stream
        note.Sound = stream
        note.Movie = Dictionary(F=String(NAME))
        note.A = Dictionary(S=Name.Rendition, R=Dictionary(N=NAME, C=Dictionary(D=_file(pdf))))
        page.obj.Annots = Array([pdf.make_indirect(note)])

    return sheet(finish=finish)
