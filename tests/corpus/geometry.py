"""Leaks 3, 8 to 10 and 42: turned, mirrored, scaled and shifted text, and odd page boxes."""

from __future__ import annotations

import math

from pikepdf import Array, Page, Pdf

from tests.corpus.case import NAME, torture
from tests.corpus.paper import SEEN, SIZE, UNNAMED, line, raw, raw_page, sheet

SHOWN = f"({NAME} came) Tj".encode()


@torture(3, each=[(str(d), d) for d in (7, 30, 45, 90, 135, 180, 270)])
def turned(degrees: int) -> bytes:
    """The matrix turns the name."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    cm = f"q {c:.5f} {s:.5f} {-s:.5f} {c:.5f} 210 130 cm ".encode()
    return sheet(cm + b"BT /F 11 Tf 0 0 Td " + SHOWN + b" ET Q\n")


@torture(3, each=[("matrix", "cm"), ("text-matrix", "tm"), ("size", "tf"), ("upside-down", "ud")])
def mirrored(how: str) -> bytes:
    """The name is written in a mirror: by either matrix, or by a size below nought."""
    extra = {
        "cm": b"q -1 0 0 1 300 0 cm BT /F 12 Tf 40 150 Td " + SHOWN + b" ET Q\n",
        "tm": b"BT /F 12 Tf -1 0 0 1 300 150 Tm " + SHOWN + b" ET\n",
        "tf": b"BT /F -12 Tf 1 0 0 -1 300 150 Tm " + SHOWN + b" ET\n",
        "ud": b"q 1 0 0 -1 0 300 cm BT /F 12 Tf 1 0 0 -1 40 150 Tm " + SHOWN + b" ET Q\n",
    }
    return sheet(extra[how])


@torture(3)
def round_a_stamp() -> bytes:
    """The name is set letter by letter round a circle: only drawing order reads it."""
    drawn = b""
    for number, letter in enumerate(NAME):
        turn = math.radians(20 * number)
        c, s = math.cos(turn), math.sin(turn)
        at = f"{c:.4f} {-s:.4f} {s:.4f} {c:.4f} {210 + 85 * s:.2f} {110 + 85 * c:.2f} Tm"
        drawn += f"BT /F 11 Tf {at} ({letter}) Tj ET\n".encode()
    return sheet(drawn, seen=UNNAMED)


@torture(3)
def skewed() -> bytes:
    """The name leans far over."""
    return sheet(b"q 1 0.2 0.9 1 40 120 cm BT /F 12 Tf 0 0 Td " + SHOWN + b" ET Q\n")


@torture(
    3,
    each=[
        ("narrow", "40 Tz"),
        ("wide", "250 Tz"),
        ("raised", "9 Ts"),
        ("sunk", "-9 Ts"),
        ("apart", "6 Tc"),
        ("together", "-2 Tc"),
        ("words-apart", "60 Tw"),
        ("words-together", "-3 Tw"),
    ],
)
def in_a_text_state(state: str) -> bytes:
    """Scaling, rise and spacing move the letters from where a plain reckoning has them."""
    return sheet(b"BT /F 11 Tf " + state.encode() + b" 40 150 Td " + SHOWN + b" ET\n")


@torture(3)
def by_a_size_of_one() -> bytes:
    """The size is one and the matrix makes it large."""
    return sheet(b"BT /F 1 Tf 12 0 0 12 40 150 Tm " + SHOWN + b" ET\n")


@torture(3)
def by_a_thousandth() -> bytes:
    """Two matrices of great and small numbers cancel out."""
    return sheet(
        b"q 0.001 0 0 0.001 0 0 cm BT /F 12000 Tf 1 0 0 1 40000 150000 Tm " + SHOWN + b" ET Q\n"
    )


@torture(3)
def one_letter_a_line() -> bytes:
    """The name stands on its end, a letter below a letter."""
    shown = " ".join(f"({c}) Tj 0 -11 Td" for c in "Zephyrine")
    return sheet(f"BT /F 11 Tf 200 200 Td {shown} ET\n".encode())


@torture(3)
def along_a_curve() -> bytes:
    """Each letter stands at another angle, as on a stamp."""
    out = ""
    for i, letter in enumerate(NAME):
        a = math.radians(80 - 9 * i)
        x, y = 210 + 80 * math.sin(math.pi / 2 - a) * 1.4, 60 + 80 * math.cos(math.pi / 2 - a)
        t = math.radians(10 - 3 * i)
        out += (
            f"{math.cos(t):.4f} {math.sin(t):.4f} {-math.sin(t):.4f} {math.cos(t):.4f}"
            f" {x:.2f} {y:.2f} Tm ({letter}) Tj "
        )
    return sheet(f"BT /F 12 Tf {out} ET\n".encode())


@torture(3, each=[(str(d), d) for d in (90, 180, 270, -90, 450)])
def on_a_turned_page(degrees: int) -> bytes:
    """The page is shown turned; boxes and letters are not in the same directions."""
    return sheet(change=lambda pdf, page: page.obj.__setitem__("/Rotate", degrees))


@torture(3, each=[("2", 2), ("0.5", 0.5)])
def in_other_units(unit: float) -> bytes:
    """A unit of the page is no point."""
    return sheet(change=lambda pdf, page: page.obj.__setitem__("/UserUnit", unit))


@torture(3)
def in_other_units_and_turned() -> bytes:
    """Units, turn and a shifted CropBox together."""

    def change(pdf: Pdf, page: Page) -> None:
        page.obj.UserUnit = 1.5
        page.obj.Rotate = 90
        page.obj.CropBox = Array([20, 30, 400, 290])

    return sheet(change=change)


@torture(
    42,
    each=[
        ("cropped", {"/CropBox": [30, 100, 380, 290]}),
        ("crop-larger", {"/CropBox": [-100, -100, 900, 900]}),
        ("crop-backwards", {"/CropBox": [400, 290, 20, 60]}),
        ("media-away", {"/MediaBox": [-50, -70, 450, 330]}),
        ("media-backwards", {"/MediaBox": [420, 300, 0, 0]}),
        (
            "trimmed",
            {"/TrimBox": [100, 100, 200, 200], "/ArtBox": [1, 1, 2, 2], "/BleedBox": [0, 0, 9, 9]},
        ),
        ("turned-and-cropped", {"/CropBox": [30, 100, 380, 290], "/Rotate": 270}),
    ],
)
def in_odd_boxes(keys: dict[str, object]) -> bytes:
    """The page's boxes make a box land elsewhere if their origin or order is taken for granted."""

    def change(pdf: Pdf, page: Page) -> None:
        for key, value in keys.items():
            page.obj[key] = Array(value) if isinstance(value, list) else value

    return sheet(change=change)


@torture(
    42,
    refused="no page can be that way",
    each=[
        ("turned-by-45", b"/Rotate 45"),
        ("crop-beside", b"/CropBox[900 900 990 990]"),
        ("crop-empty", b"/CropBox[50 50 50 50]"),
    ],
)
def in_wrong_boxes(keys: bytes) -> bytes:
    """A turn or a box that the format does not know; programs do as they like with it."""
    return raw(raw_page(SEEN, keys))


@torture(42)
def in_an_inherited_box() -> bytes:
    """Box and turn stand at the parent's parent."""
    objects = raw_page(SEEN + line(NAME, 150, 20))
    objects[2] = b"<</Type/Pages/Kids[6 0 R]/Count 1/MediaBox[0 0 %d %d]/Rotate 90>>" % SIZE
    objects[6] = b"<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>"
    objects[3] = b"<</Type/Page/Parent 6 0 R/Resources<</Font<</F 4 0 R>>>>/Contents 5 0 R>>"
    return raw(objects)


def side_channel(name: str, how: str) -> bytes:
    """Return a page on which kept words follow a name: where they stand must not tell its width."""
    middle = {
        "one": f"BT /F 11 Tf 40 150 Td (Then {name} came to the warden again.) Tj ET\n",
        "pieces": f"BT /F 11 Tf 40 150 Td (Then ) Tj ({name}) Tj ( came to the warden again.) Tj ET\n",
        "kerned": "BT /F 11 Tf 40 150 Td [(Then ) "
        + " ".join(f"({c}) -7" for c in name)
        + " ( came to the warden again.)] TJ ET\n",
    }[how]
    seen = line("Record of a visit on Tuesday morning", 40, 260) + line(
        "They saw the garden", 40, 200
    )
    return sheet(middle.encode(), seen=seen)
