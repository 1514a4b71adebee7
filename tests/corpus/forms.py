"""Leaks 11 and 12: text in forms, soft masks, patterns and wherever else contents may be drawn."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from tests.corpus.case import NAME, torture
from tests.corpus.paper import SEEN, SIZE, form, helvetica, line, put, sheet


@torture(11, each=[(str(n), n) for n in (1, 2, 5, 20)])
def in_nested_forms(depth: int) -> bytes:
    """A form in a form in a form."""

    def change(pdf: Pdf, page: Page) -> None:
        inner = form(pdf, line(NAME, 40, 180))
        for _ in range(depth - 1):
            inner = form(pdf, b"q /X Do Q", Resources=Dictionary(XObject=Dictionary(X=inner)))
        put(page, "XObject", "X", inner)

    return sheet(b"/X Do\n", change)


@torture(11)
def in_a_form_without_resources() -> bytes:
    """The form takes its font from the page that draws it, as old files do."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME), Resources=None))

    return sheet(b"/X Do\n", change)


@torture(11)
def in_a_form_with_empty_resources() -> bytes:
    """The form's resources are there and empty."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME), Resources=Dictionary()))

    return sheet(b"/X Do\n", change)


@torture(11)
def with_inherited_resources() -> bytes:
    """The page's resources stand at its parent."""

    def finish(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME)))
        pdf.Root.Pages.Resources = page.obj.Resources
        del page.obj.Resources

    return sheet(b"/X Do\n", finish=finish)


@torture(
    11,
    each=[
        ("turned", [0, 1, -1, 0, 300, 10]),
        ("mirrored", [-1, 0, 0, 1, 400, 0]),
        ("shrunk", [0.5, 0, 0, 0.5, 100, 20]),
    ],
)
def in_a_form_with_a_matrix(matrix: list[float]) -> bytes:
    """The form's own matrix moves what it draws."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME, 40, 100), Matrix=Array(matrix)))

    return sheet(b"/X Do\n", change)


@torture(11)
def in_a_form_drawn_twice() -> bytes:
    """One form is drawn in two places of one page, once half its size."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(f"{NAME} and his")))

    return sheet(b"/X Do q 0.5 0 0 0.5 100 10 cm /X Do Q\n", change)


@torture(11)
def in_a_form_on_two_pages() -> bytes:
    """Two pages share the form in which the name stands."""

    def finish(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME)))
        second = pdf.add_blank_page(page_size=SIZE)
        second.obj.Resources = page.obj.Resources
        second.obj.Contents = pdf.make_stream(line("the second garden", 40, 250) + b"/X Do\n")

    return sheet(b"/X Do\n", finish=finish)


@torture(11)
def on_two_pages_of_one_stream() -> bytes:
    """Two pages share one contents stream; one of them is turned."""

    def finish(pdf: Pdf, page: Page) -> None:
        second = pdf.add_blank_page(page_size=SIZE)
        second.obj.Resources = page.obj.Resources
        second.obj.Contents = page.obj.Contents
        second.obj.Rotate = 90

    return sheet(line(NAME), finish=finish)


@torture(11, refused="a form that draws itself has no end")
def in_a_form_that_draws_itself() -> bytes:
    """The form names itself among its resources."""

    def change(pdf: Pdf, page: Page) -> None:
        made = form(pdf, line(NAME) + b"/X Do\n")
        made.Resources.XObject = Dictionary(X=made)
        put(page, "XObject", "X", made)

    return sheet(b"/X Do\n", change)


@torture(11)
def in_a_form_never_drawn() -> bytes:
    """The form stands among the page's resources, and nothing draws it."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME)))

    return sheet(b"", change)


@torture(11)
def in_a_transparency_group() -> bytes:
    """The form is a group of its own, isolated and knocked out."""

    def change(pdf: Pdf, page: Page) -> None:
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True, K=True)
        put(page, "XObject", "X", form(pdf, line(NAME), Group=group))

    return sheet(b"/X Do\n", change)


@torture(11)
def in_a_postscript_object() -> bytes:
    """A PostScript XObject, which no program draws any more."""

    def change(pdf: Pdf, page: Page) -> None:
        stream = pdf.make_stream(f"({NAME}) show".encode(), Type=Name.XObject, Subtype=Name.PS)
        put(page, "XObject", "X", stream)

    return sheet(b"/X Do\n", change)


@torture(11, each=[("Form", "/Form"), ("Image", "/Image")])
def in_a_form_of_two_minds(subtype: str) -> bytes:
    """A stream that says both form and PostScript, or image and none of its keys."""

    def change(pdf: Pdf, page: Page) -> None:
        made = form(pdf, line(NAME), Subtype2=Name.PS)
        made.Subtype = Name(subtype)
        put(page, "XObject", "X", made)

    return sheet(b"/X Do\n", change)


@torture(12, look=True, each=[("luminosity", "/Luminosity"), ("alpha", "/Alpha")])
def in_a_soft_mask(kind: str) -> bytes:
    """The name is the shape through which a black box is painted."""

    def change(pdf: Pdf, page: Page) -> None:
        group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
        mask = form(pdf, b"1 g " + line(NAME, 40, 150, 20), Group=group)
        put(page, "ExtGState", "G", Dictionary(SMask=Dictionary(S=Name(kind), G=mask)))

    return sheet(b"q /G gs 0 g 0 100 420 120 re f Q\n", change)


def _pattern(pdf: Pdf, content: bytes, **keys: object) -> Object:
    resources = Dictionary(Font=Dictionary(F=helvetica()))
    keys = {"Matrix": Array([1, 0, 0, 1, 0, 0]), "PaintType": 1, **keys}
    return pdf.make_stream(
        content,
        Type=Name.Pattern,
        PatternType=1,
        TilingType=1,
        BBox=Array([0, 0, *SIZE]),
        XStep=SIZE[0],
        YStep=SIZE[1],
        Resources=resources,
        **keys,
    )


@torture(12, look=True)
def in_a_tiling_pattern() -> bytes:
    """A box is filled with a pattern that shows the name."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Pattern", "P", _pattern(pdf, line(NAME, 40, 150, 20)))

    return sheet(b"q /Pattern cs /P scn 0 100 420 110 re f Q\n", change)


@torture(12, look=True)
def in_an_uncoloured_pattern() -> bytes:
    """The pattern takes its colour from the page."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Pattern", "P", _pattern(pdf, line(NAME, 40, 150, 20), PaintType=2))
        put(page, "ColorSpace", "C", Array([Name.Pattern, Name.DeviceGray]))

    return sheet(b"q /C cs 0 /P scn 0 100 420 110 re f Q\n", change)


@torture(12, look=True)
def in_the_stroke_of_a_pattern() -> bytes:
    """A thick line is stroked with a pattern that shows the name."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Pattern", "P", _pattern(pdf, line(NAME, 40, 150, 20)))

    return sheet(b"q 60 w /Pattern CS /P SCN 0 155 m 420 155 l S Q\n", change)


@torture(12)
def in_a_pattern_never_used() -> bytes:
    """The pattern stands among the resources only."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Pattern", "P", _pattern(pdf, line(NAME)))

    return sheet(b"", change)


@torture(12)
def in_letters_filled_with_a_pattern() -> bytes:
    """The letters of the name have a pattern for their colour."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "Pattern", "P", _pattern(pdf, b"0 g 0 0 420 300 re f"))

    return sheet(b"q /Pattern cs /P scn " + line(NAME) + b"Q\n", change)


@torture(12)
def in_a_form_of_a_pattern() -> bytes:
    """A pattern draws a form, and the form shows the name in a hidden corner."""

    def change(pdf: Pdf, page: Page) -> None:
        made = _pattern(pdf, b"/X Do")
        made.Resources.XObject = Dictionary(X=form(pdf, line(NAME, 40, 150, 20)))
        put(page, "Pattern", "P", made)

    return sheet(b"q /Pattern cs /P scn 300 0 20 20 re f Q\n", change)


@torture(12)
def in_a_spot_colour() -> bytes:
    """A colorant is called by the name."""
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
    space = Array([Name.Separation, Name("/ZephyrineQuaxley"), Name.DeviceGray, tint])
    return sheet(
        b"q /C cs 0.5 scn 40 150 40 20 re f Q\n", resources={"ColorSpace": Dictionary(C=space)}
    )


@torture(12)
def in_a_function() -> bytes:
    """A calculator function's comment holds the name."""

    def change(pdf: Pdf, page: Page) -> None:
        tint = pdf.make_stream(
            f"{{ % {NAME}\n 1 exch sub }}".encode(),
            FunctionType=4,
            Domain=Array([0, 1]),
            Range=Array([0, 1]),
        )
        space = Array([Name.Separation, Name("/Ink"), Name.DeviceGray, tint])
        put(page, "ColorSpace", "C", space)

    return sheet(b"q /C cs 0.5 scn 40 150 40 20 re f Q\n", change)


@torture(12)
def in_a_halftone() -> bytes:
    """Names of halftones, transfer functions and rendering intents."""

    def change(pdf: Pdf, page: Page) -> None:
        screen = Dictionary(
            Type=Name.Halftone,
            HalftoneType=1,
            HalftoneName=NAME,
            Frequency=60,
            Angle=45,
            SpotFunction=Name("/ZephyrineQuaxley"),
        )
        put(page, "ExtGState", "G", Dictionary(HT=screen, RI=Name("/ZephyrineQuaxley")))

    return sheet(b"q /G gs 40 150 40 20 re f Q\n", change)


@torture(11)
def all_in_one_form() -> bytes:
    """The whole page is one form, as printers' drivers write it."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, SEEN + line(NAME)))

    return sheet(b"/X Do\n", change, seen=b"")
