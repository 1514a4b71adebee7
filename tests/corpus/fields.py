"""Leaks 23 and 30: form fields, their values, defaults, choices and scripts, and XFA."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, String

from tests.corpus.case import NAME, torture
from tests.corpus.notes import RECT, TOLD, appearance
from tests.corpus.paper import sheet


def with_field(shown: str | None = None, form: dict[str, Any] | None = None, **keys: Any) -> bytes:
    """Return a sheet with one field, and what its form says."""

    def change(pdf: Pdf, page: Page) -> None:
        field = Dictionary(
            {
                "/Type": Name.Annot,
                "/Subtype": Name.Widget,
                "/FT": Name.Tx,
                "/T": String("a"),
                "/F": 4,
                "/Rect": Array(RECT),
                "/DA": String("/Helv 12 Tf 0 g"),
                "/P": page.obj,
            }
        )
        for key, value in keys.items():
            field[f"/{key}"] = value
        if shown:
            field.AP = Dictionary(N=appearance(pdf, shown))
        made = pdf.make_indirect(field)
        page.obj.Annots = Array([made])
        pdf.Root.AcroForm = Dictionary(Fields=Array([made]), **(form or {}))

    return sheet(change=change)


@torture(23)
def in_a_value_that_is_shown() -> bytes:
    """The field shows its value."""
    return with_field(f"see {NAME}", V=f"see {NAME}")


@torture(
    23,
    refused="what it shows is up to the program that opens it",
    each=[("as-is", {}), ("asked-for", {"NeedAppearances": True})],
)
def in_a_value_without_a_look(form: dict[str, Any]) -> bytes:
    """The field has a value and no appearance."""
    return with_field(None, form, V=f"see {NAME}")


@torture(23, told=TOLD)
def in_a_value_that_is_not_shown() -> bytes:
    """The appearance shows an older value."""
    return with_field("plain", V=NAME)


@torture(23)
def in_a_look_that_is_not_the_value() -> bytes:
    """The value was emptied, the appearance was not."""
    return with_field(f"see {NAME}", V="plain")


@torture(
    23,
    told=TOLD,
    each=[
        ("default", {"DV": NAME}),
        ("rich-value", {"RV": f"<p>{NAME}</p>"}),
        ("hint", {"TU": NAME}),
        ("mapping", {"TM": NAME}),
        ("partial-name", {"T": NAME}),
        ("style", {"DS": f"font: {NAME}"}),
        ("hidden", {"V": NAME, "F": 2}),
        ("password", {"V": NAME, "Ff": 1 << 13}),
    ],
)
def in_a_key_of_a_field(keys: dict[str, Any]) -> bytes:
    """Defaults, hints, names and hidden values of a field."""
    return with_field("plain", **keys)


@torture(23, told=TOLD, each=[("list", 0), ("menu", 1 << 17)])
def in_a_choice_not_taken(flags: int) -> bytes:
    """A list has the name among what could have been chosen."""
    choices = Array([Array([String("1"), String("plain")]), Array([String("2"), String(NAME)])])
    return with_field("plain", FT=Name.Ch, Ff=flags, Opt=choices, V="plain")


@torture(
    23, each=[("caption", {"MK": Dictionary(CA=NAME)}), ("rollover", {"MK": Dictionary(RC=NAME)})]
)
def on_a_button(keys: dict[str, Any]) -> bytes:
    """What is written on a button."""
    return with_field("plain", FT=Name.Btn, Ff=1 << 16, **keys)


@torture(23)
def in_the_state_of_a_box() -> bytes:
    """A box to be ticked whose state is called by the name."""
    return with_field(None, FT=Name.Btn, V=Name("/ZephyrineQuaxley"), AS=Name("/ZephyrineQuaxley"))


@torture(30, each=[(key, key) for key in ("K", "F", "V", "C")])
def in_a_script_of_a_field(when: str) -> bytes:
    """A field's script knows the name."""
    action = Dictionary({f"/{when}": Dictionary(S=Name.JavaScript, JS=f'event.value="{NAME}"')})
    return with_field("plain", AA=action)


@torture(23)
def in_the_defaults_of_the_form() -> bytes:
    """The form's own resources and default look are called by the name."""
    return with_field(
        "plain",
        {
            "DA": f"/{NAME.replace(' ', '')} 12 Tf",
            "DR": Dictionary(Note=String(NAME)),
        },
    )


@torture(23, told=TOLD)
def in_xfa() -> bytes:
    """An XML form lies beside the field, and its data have the name."""
    data = f"<xfa:datasets xmlns:xfa='http://www.xfa.org/schema/xfa-data/1.0/'><who>{NAME}</who></xfa:datasets>"

    def change(pdf: Pdf, page: Page) -> None:
        pdf.Root.AcroForm = Dictionary(
            Fields=Array([]),
            XFA=Array([String("datasets"), pdf.make_stream(data.encode())]),
        )

    return sheet(change=change)


@torture(23, told=TOLD)
def in_a_field_without_a_place() -> bytes:
    """A field has a value, and no widget on any page."""

    def change(pdf: Pdf, page: Page) -> None:
        field = pdf.make_indirect(Dictionary(FT=Name.Tx, T="a", V=NAME))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    return sheet(change=change)


@torture(23)
def in_a_field_of_kids() -> bytes:
    """The parent has the value; its kids show it, one of them on no page."""

    def change(pdf: Pdf, page: Page) -> None:
        parent = pdf.make_indirect(Dictionary(FT=Name.Tx, T="a", V=f"see {NAME}"))
        kids: list[Object] = [
            pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Widget,
                    Rect=Array(RECT),
                    Parent=parent,
                    F=4,
                    AP=Dictionary(N=appearance(pdf, f"see {NAME}")),
                )
            )
            for _ in range(2)
        ]
        parent.Kids = Array(kids)
        page.obj.Annots = Array(kids[:1])
        pdf.Root.AcroForm = Dictionary(Fields=Array([parent]))

    return sheet(change=change)
