"""Leaks 18, 19 and 31: marked content, the structure tree, private data of programs."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from tests.corpus.case import FIRST, LAST, NAME, torture
from tests.corpus.paper import SEEN, form, line, put, sheet

WORD = line("somebody", 40, 180)
WIDE = ("\ufeff" + NAME).encode("utf-16-be").hex()


@torture(
    18,
    each=[
        ("actual-text", f"/Span <</ActualText ({NAME})>> BDC".encode()),
        ("alt", f"/Figure <</Alt ({NAME})>> BDC".encode()),
        ("expansion", f"/Span <</E ({NAME})>> BDC".encode()),
        ("utf-16", f"/Span <</ActualText <{WIDE}>>> BDC".encode()),
        ("tag", b"/ZephyrineQuaxley BMC"),
        ("artifact", f"/Artifact <</Type/Pagination/Contents ({NAME})>> BDC".encode()),
        ("nested", f"/A BMC /B <</X <</Y [({NAME})]>>>> BDC /C BMC EMC EMC /D BMC".encode()),
        ("point", f"/Note <</Said ({NAME})>> DP /A BMC".encode()),
        ("name-value", b"/Span <</Lang /ZephyrineQuaxley>> BDC"),
    ],
)
def in_marked_content(begin: bytes) -> bytes:
    """What a mark says stands beside what is shown."""
    return sheet(begin + b" " + WORD + b"EMC\n")


@torture(18, each=[("used", b"/Span /P BDC " + WORD + b"EMC\n"), ("unused", b"")])
def in_properties(extra: bytes) -> bytes:
    """The mark's words stand among the page's resources."""
    properties = Dictionary(P=Dictionary(ActualText=NAME, MCID=0))
    return sheet(extra, resources={"Properties": properties})


@torture(18)
def shown_letter_by_letter_under_a_mark() -> bytes:
    """Nonsense is shown, and a mark says that it is the name."""
    return sheet(
        f"/Span <</ActualText ({FIRST})>> BDC ".encode()
        + line("#!%", 40, 180)
        + f"EMC /Span <</ActualText ({LAST})>> BDC ".encode()
        + line("&/()", 80, 180)
        + b"EMC\n"
    )


def _tree(pdf: Pdf, page: Page, **element: Any) -> None:
    kid = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=page.obj, K=0, **element))
    pdf.Root.StructTreeRoot = pdf.make_indirect(
        Dictionary(Type=Name.StructTreeRoot, K=Array([kid]), ParentTree=Dictionary(Nums=Array([])))
    )
    pdf.Root.MarkInfo = Dictionary(Marked=True)


@torture(
    19,
    each=[
        ("alt", {"Alt": NAME}),
        ("actual-text", {"ActualText": NAME}),
        ("title", {"T": NAME}),
        ("expansion", {"E": NAME}),
        ("id", {"ID": NAME}),
        ("class", {"C": "/ZephyrineQuaxley"}),
        ("attributes", {"A": {"O": "/UserProperties", "P": NAME}}),
    ],
)
def in_the_structure(element: dict[str, object]) -> bytes:
    """The tree of headings and paragraphs repeats the words or says more than they do."""

    def change(pdf: Pdf, page: Page) -> None:
        made: dict[str, Any] = {}
        for key, value in element.items():
            if isinstance(value, dict):
                row = Dictionary(N=String(NAME), V=String(NAME))
                made[key] = Dictionary(O=Name.UserProperties, P=Array([row]))
            elif isinstance(value, str) and value.startswith("/"):
                made[key] = Name(value)
            else:
                made[key] = value
        _tree(pdf, page, **made)

    return sheet(b"/P <</MCID 0>> BDC " + WORD + b"EMC\n", change)


@torture(19, each=[("role", "RoleMap"), ("class", "ClassMap"), ("ids", "IDTree")])
def in_a_map_of_the_structure(which: str) -> bytes:
    """Maps of roles, classes and ids have keys that are words."""
    maps: dict[str, Object] = {
        "RoleMap": Dictionary({"/ZephyrineQuaxley": Name.P}),
        "ClassMap": Dictionary({"/ZephyrineQuaxley": Dictionary(O=Name.Layout)}),
        "IDTree": Dictionary(Names=Array([String(NAME), Dictionary()])),
    }

    def change(pdf: Pdf, page: Page) -> None:
        _tree(pdf, page)
        pdf.Root.StructTreeRoot[f"/{which}"] = maps[which]

    return sheet(change=change)


@torture(31, each=[("page", "page"), ("catalogue", "root"), ("form", "form"), ("image", "image")])
def in_private_data(where: str) -> bytes:
    """A program keeps a copy of the whole page of its own."""

    def change(pdf: Pdf, page: Page) -> None:
        copy = pdf.make_stream(SEEN)
        data = Dictionary(Illustrator=Dictionary(LastModified="D:2026", Private=Dictionary(A=copy)))
        made = form(pdf, WORD)
        image = pdf.make_stream(
            b"\x80",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        put(page, "XObject", "X", made)
        put(page, "XObject", "I", image)
        target = {"page": page.obj, "root": pdf.Root, "form": made, "image": image}[where]
        target.PieceInfo = data

    return sheet(b"/X Do q 9 0 0 9 300 20 cm /I Do Q\n", change)


@torture(
    31,
    each=[
        ("form-metadata", "/Metadata"),
        ("form-opi", "/OPI"),
        ("form-reference", "/Ref"),
        ("form-name", "/Name"),
        ("form-unknown", "/Xyz"),
        ("form-measure", "/Measure"),
    ],
)
def in_a_key_of_a_form(key: str) -> bytes:
    """Keys of a form that are not needed to draw it."""

    def change(pdf: Pdf, page: Page) -> None:
        made = form(pdf, WORD)
        values: dict[str, Object] = {
            "/Metadata": pdf.make_stream(NAME.encode(), Type=Name.Metadata, Subtype=Name.XML),
            "/OPI": Dictionary({"/1.3": Dictionary(F=NAME, CropRect=Array([0, 0, 1, 1]))}),
            "/Ref": Dictionary(F=NAME, Page=0),
            "/Name": Name("/ZephyrineQuaxley"),
        }
        made[key] = values.get(key, Dictionary(Said=String(NAME)))
        put(page, "XObject", "X", made)

    return sheet(b"/X Do\n", change)


@torture(31)
def in_unknown_keys_everywhere() -> bytes:
    """Page, resources, font, state, contents and pages have keys that nobody defined."""

    def finish(pdf: Pdf, page: Page) -> None:
        put(page, "ExtGState", "G", Dictionary(ca=1, Xyz=String(NAME)))
        put(page, "Xyzzy", "Q", String(NAME))
        for where in (
            page.obj,
            page.obj.Resources.Font.F,
            page.obj.Contents,
            pdf.Root.Pages,
            pdf.Root,
        ):
            where.Xyz = String(NAME)
        page.obj.ZephyrineQuaxley = 1

    return sheet(b"/G gs " + WORD, finish=finish)
