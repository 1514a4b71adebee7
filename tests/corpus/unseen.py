"""Leaks 4, 27 and 39: doubled, white, tiny, clipped, covered and off-page words; faint ink."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Page, Pdf

from tests.corpus.case import NAME, STAYS, torture
from tests.corpus.paper import form, line, put, sheet

SHOWN = f"({NAME}) Tj".encode()


@torture(4)
def doubled() -> bytes:
    """Shown twice a hair apart, to look bold."""
    return sheet(line(NAME, 40, 180) + line(NAME, 40.35, 180))


@torture(4)
def shadowed() -> bytes:
    """A grey shadow lies under the name."""
    return sheet(b"q 0.7 g " + line(NAME, 42, 178) + b"Q\n" + line(NAME, 40, 180))


@torture(4)
def five_times() -> bytes:
    """Shown five times on the same spot."""
    return sheet(line(NAME, 40, 180) * 5)


@torture(
    4,
    each=[
        ("grey", b"1 g"),
        ("rgb", b"1 1 1 rg"),
        ("cmyk", b"0 0 0 0 k"),
        ("nearly", b"0.995 g"),
        ("separation", b"/Sep cs 0 scn"),
        ("indexed", b"/Idx cs 1 scn"),
        ("calgray", b"/Cal cs 1 sc"),
        ("lab", b"/Lab cs 100 0 0 sc"),
    ],
)
def in_white(colour: bytes) -> bytes:
    """White letters on white ground, by every way of saying white."""
    black = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1]), C1=Array([0]), N=1)
    white = Array([0.9505, 1, 1.089])
    spaces = Dictionary(
        Sep=Array([Name.Separation, Name("/Ink"), Name.DeviceGray, black]),
        Idx=Array([Name.Indexed, Name.DeviceGray, 1, b"\x00\xff"]),
        Cal=Array([Name.CalGray, Dictionary(WhitePoint=white)]),
        Lab=Array([Name.Lab, Dictionary(WhitePoint=white)]),
    )
    return sheet(
        b"q " + colour + b" " + line(NAME, 40, 180) + b"Q\n", resources={"ColorSpace": spaces}
    )


@torture(4, each=[("half-a-point", 0.5), ("hundredth", 0.01), ("nought", 0)])
def tiny(size: float) -> bytes:
    """The letters are too small to be seen."""
    return sheet(line(NAME, 200, 180, size))


@torture(4, each=[("flat", b"1 0 0 0.0001"), ("thin", b"0.0001 0 0 1"), ("point", b"0 0 0 0")])
def flattened(matrix: bytes) -> bytes:
    """The matrix leaves the letters no height, no width, or neither."""
    return sheet(b"BT /F 12 Tf " + matrix + b" 40 180 Tm " + SHOWN + b" ET\n")


@torture(4)
def scaled_to_nothing() -> bytes:
    """Horizontal scaling of nought."""
    return sheet(b"BT /F 12 Tf 0 Tz 40 180 Td " + SHOWN + b" ET\n")


@torture(4, each=[(str(mode), mode) for mode in (1, 2, 3, 4, 5, 6, 7)])
def in_rendering_mode(mode: int) -> bytes:
    """Stroked, unseen, or only a clip for what is painted next."""
    return sheet(
        b"q BT /F 12 Tf %d Tr 40 180 Td " % mode + SHOWN + b" ET 0 g 40 175 200 20 re f Q\n"
    )


@torture(4)
def clip_of_letters_from_two_objects() -> bytes:
    """Mode 7 in two text objects; the clip they make shows an empty page."""
    return sheet(
        b"q BT /F 12 Tf 7 Tr 40 180 Td (Zephyrine ) Tj ET q BT /F 12 Tf 7 Tr 110 180 Td (Quaxley)"
        b" Tj ET 0 0 400 300 re f Q Q\n"
    )


@torture(4)
def with_alpha_of_nought() -> bytes:
    """Letters that let everything through."""
    states = Dictionary(G=Dictionary(ca=0, CA=0))
    return sheet(b"q /G gs " + line(NAME) + b"Q\n", resources={"ExtGState": states})


@torture(4)
def with_a_blend_that_hides() -> bytes:
    """White that multiplies is nothing."""
    states = Dictionary(G=Dictionary(BM=Name.Multiply))
    return sheet(b"q /G gs 1 g " + line(NAME) + b"Q\n", resources={"ExtGState": states})


@torture(4)
def under_an_image() -> bytes:
    """A white picture lies over the name."""

    def change(pdf: Pdf, page: Page) -> None:
        image = pdf.make_stream(
            b"\xff",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        put(page, "XObject", "I", image)

    return sheet(line(NAME, 40, 180) + b"q 300 0 0 40 30 170 cm /I Do Q\n", change)


@torture(4)
def covered_and_written_over() -> bytes:
    """The name is covered by a white box on which another word stands."""
    return sheet(
        line(NAME, 40, 180) + b"q 1 g 30 170 300 30 re f Q\n" + line("the warden", 40, 180)
    )


@torture(4)
def among_seen_words_in_white() -> bytes:
    """White letters stand between the words of a line, in one operator's array."""
    return sheet(b"BT /F 12 Tf 40 180 Td (Seen ) Tj 1 g " + SHOWN + b" 0 g ( after) Tj ET\n")


@torture(
    27,
    each=[
        ("off-crop-above", (40, 292)),
        ("off-crop-left", (-200, 200)),
        ("off-media", (900, 900)),
        ("far-away", (1e6, -1e6)),
    ],
)
def off_the_page(at: tuple[float, float]) -> bytes:
    """The words stand beside the part of the page that is shown."""

    def change(pdf: Pdf, page: Page) -> None:
        page.obj.CropBox = Array([0, 0, 420, 285])

    return sheet(line(NAME, *at), change)


@torture(27)
def cut_by_the_edge() -> bytes:
    """Half of the name stands on the page, half beyond its edge."""
    return sheet(line(f"see {NAME}", 350, 180))


@torture(27)
def half_a_line_high() -> bytes:
    """The edge of the CropBox goes through the letters."""

    def change(pdf: Pdf, page: Page) -> None:
        page.obj.CropBox = Array([0, 184, 420, 300])

    return sheet(line(NAME, 40, 180), change)


@torture(
    27,
    each=[
        ("beside", b"300 10 50 20 re W n"),
        ("empty", b"0 0 0 0 re W n"),
        ("even-odd", b"0 0 420 300 re 0 0 420 300 re W* n"),
        ("two-apart", b"0 0 9 9 re W n 50 50 9 9 re W n"),
    ],
)
def clipped_away(clip: bytes) -> bytes:
    """A clip leaves nothing of the name to be seen."""
    return sheet(b"q " + clip + b" " + line(NAME, 40, 180) + b"Q\n")


@torture(27)
def cut_by_a_forms_box() -> bytes:
    """The name stands in a form, beyond its box."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "X", form(pdf, line(NAME, 40, 150), BBox=Array([0, 0, 20, 20])))

    return sheet(b"/X Do\n", change)


@torture(27)
def lines_beyond_a_clip() -> bytes:
    """Ten lines in a window that shows one, as on an exported screen."""
    lines = b"".join(line(f"{NAME} row {n}", 40, 180 - 14 * n) for n in range(10))
    return sheet(b"q 0 176 420 14 re W n " + lines + b"Q\n")


@torture(39, look=True, stays=STAYS)
def hardly_grey() -> bytes:
    """Letters a shade from white, which a scanner or a good eye still sees."""
    return sheet(b"q 0.97 g " + line(NAME, 40, 180) + b"Q\n")
