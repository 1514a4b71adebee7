"""Leak 26: layers that are hidden, printed only, or called by the name."""

from __future__ import annotations

from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from tests.corpus.case import NAME, torture
from tests.corpus.notes import TOLD, appearance
from tests.corpus.paper import form, line, put, sheet
from tests.corpus.pictures import image_of, picture

ON = b"/OC /L BDC " + line(NAME, 40, 180) + b"EMC\n"


def layered(
    extra: bytes = ON, *, name: str = "Layer", config: Any = None, how: str = "off", **group: Any
) -> bytes:
    """Return a sheet with one layer, called L, and by default switched off."""

    def change(pdf: Pdf, page: Page) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name, **group))
        settings = Dictionary(ON=Array([])) if how == "on" else Dictionary(OFF=Array([layer]))
        if how == "base":
            settings = Dictionary(BaseState=Name.OFF)
        if how == "other":
            settings = Dictionary()
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=settings)
        if how == "other":
            pdf.Root.OCProperties.Configs = Array([Dictionary(Name=NAME, OFF=Array([layer]))])
        put(page, "Properties", "L", layer)
        if config:
            config(pdf, page, layer)

    return sheet(extra, change)


@torture(26, told=TOLD, each=[("off", "off"), ("base-state", "base")])
def in_a_hidden_layer(how: str) -> bytes:
    """The layer is switched off, by itself or by the state that all begin with."""
    return layered(how=how)


@torture(26)
def in_a_layer_that_is_shown() -> bytes:
    """The layer is switched on."""
    return layered(how="on")


@torture(26)
def in_a_layer_that_another_view_hides() -> bytes:
    """A configuration that is not the default hides the layer, and is called by the name."""
    return layered(how="other")


@torture(26)
def in_the_name_of_a_layer() -> bytes:
    """The layer shows nothing of it and is called by the name."""
    return layered(b"/OC /L BDC " + line("plain") + b"EMC\n", name=NAME, how="on")


@torture(
    26,
    told=TOLD,
    each=[
        (
            "print",
            Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF)),
        ),
        ("zoom", Dictionary(Zoom=Dictionary(min=20))),
        ("language", Dictionary(Language=Dictionary(Lang=NAME))),
        ("user", Dictionary(User=Dictionary(Type=Name.Ind, Name=NAME))),
    ],
)
def in_a_layer_for_some(usage: Dictionary) -> bytes:
    """The layer is for print, for a zoom, a language or a user."""

    def config(pdf: Pdf, page: Page, layer: Object) -> None:
        pdf.Root.OCProperties.D.AS = Array(
            [
                Dictionary(
                    Event=Name.View,
                    Category=Array([Name.View, Name.Print, Name.Zoom]),
                    OCGs=Array([layer]),
                )
            ]
        )

    return layered(Usage=usage, config=config)


@torture(
    26,
    told=TOLD,
    each=[("any-on", "AnyOn"), ("all-on", "AllOn"), ("any-off", "AnyOff"), ("all-off", "AllOff")],
)
def in_a_membership(policy: str) -> bytes:
    """A membership of a layer that is on and one that is off decides."""

    def config(pdf: Pdf, page: Page, layer: Object) -> None:
        other = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Other"))
        pdf.Root.OCProperties.OCGs.append(other)
        groups = Array([layer]) if policy.endswith("On") else Array([other])
        page.obj.Resources.Properties.L = Dictionary(
            Type=Name.OCMD, OCGs=groups, P=Name(f"/{policy}")
        )

    return layered(config=config)


@torture(26, told=TOLD)
def in_a_membership_by_expression() -> bytes:
    """An expression decides: not the other layer, which is on."""

    def config(pdf: Pdf, page: Page, layer: Object) -> None:
        other = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Other"))
        pdf.Root.OCProperties.OCGs.append(other)
        page.obj.Resources.Properties.L = Dictionary(
            Type=Name.OCMD, VE=Array([Name.Not, Array([Name.Or, layer, other])])
        )

    return layered(config=config)


@torture(26, told=TOLD)
def in_a_hidden_form() -> bytes:
    """The form itself belongs to the layer."""

    def config(pdf: Pdf, page: Page, layer: Object) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME), OC=layer))

    return layered(b"/X Do\n", config=config)


@torture(26, look=True)
def in_a_hidden_picture() -> bytes:
    """The picture itself belongs to the layer."""

    def config(pdf: Pdf, page: Page, layer: Object) -> None:
        put(page, "XObject", "I", image_of(pdf, picture(), OC=layer))

    return layered(b"q 340 0 0 44 40 130 cm /I Do Q\n", config=config)


@torture(26, told=TOLD)
def in_a_hidden_note() -> bytes:
    """An annotation belongs to the layer."""

    def config(pdf: Pdf, page: Page, layer: Object) -> None:
        page.obj.Annots = Array(
            [
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Stamp,
                        Rect=Array([40, 100, 260, 130]),
                        F=4,
                        OC=layer,
                        AP=Dictionary(N=appearance(pdf)),
                    )
                )
            ]
        )

    return layered(b"", config=config)


@torture(26, told=TOLD)
def in_a_layer_within_a_layer() -> bytes:
    """A shown mark stands in a hidden one, and is hidden with it."""
    return layered(b"/OC /L BDC /Span BMC " + line(NAME) + b"EMC EMC " + line("after", 40, 150))


@torture(26, told=TOLD)
def in_a_layer_over_two_objects() -> bytes:
    """The hidden mark begins in one saved state and ends in another."""
    return layered(b"q /OC /L BDC BT /F 12 Tf 40 180 Td (" + NAME.encode() + b") Tj ET EMC Q\n")
