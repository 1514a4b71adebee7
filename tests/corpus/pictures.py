"""Leaks 13 to 16, 38 and 39: pictures of text, what comes with pictures, and codes for cameras."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np
import zxingcpp
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf
from PIL import Image, ImageDraw, ImageFilter, ImageFont, PngImagePlugin

from tests.corpus.case import FIRST, LAST, NAME, REFUSED, STAYS, torture
from tests.corpus.letters import SANS, outlines
from tests.corpus.paper import SEEN, UNNAMED, line, put, sheet

TEXT = f"seen {NAME} at noon"
PLACE = b"q 340 0 0 44 40 130 cm /I Do Q\n"
INSIDE = (*STAYS, "noon")


def picture(
    text: str = TEXT, mode: str = "L", *, ink: Any = 0, ground: Any = 255, size: int = 36
) -> Image.Image:
    """Return a picture of one line of text, 680 by 88 pixels."""
    image = Image.new(mode, (680, 88), ground)
    font = ImageFont.truetype(SANS, size)
    ImageDraw.Draw(image).text((16, 20), text, fill=ink, font=font)
    return image


def image_of(pdf: Pdf, image: Image.Image, **keys: Any) -> Object:
    """Return an image XObject, compressed without loss."""
    space = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}
    bits = 1 if image.mode == "1" else 8
    keys = {"ColorSpace": space.get(image.mode, Name.DeviceGray), "BitsPerComponent": bits, **keys}
    keys = {key: value for key, value in keys.items() if value is not None}
    return pdf.make_indirect(
        pdf.make_stream(
            zlib.compress(image.tobytes()),
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=image.width,
            Height=image.height,
            Filter=Name.FlateDecode,
            **keys,
        )
    )


def coded(
    pdf: Pdf, content: bytes, how: str, width: int = 680, height: int = 88, **keys: Any
) -> Object:
    """Return an image XObject whose bytes are already in a picture's own format."""
    keys.setdefault("ColorSpace", Name.DeviceGray)
    return pdf.make_stream(
        content,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=width,
        Height=height,
        BitsPerComponent=keys.pop("bits", 8),
        Filter=Name(f"/{how}"),
        **keys,
    )


def jpeg(image: Image.Image, **how: Any) -> bytes:
    """Return a picture as JPEG."""
    out = io.BytesIO()
    image.save(out, "JPEG", quality=90, **how)
    return out.getvalue()


def with_picture(
    make: Callable[[Pdf], Object], place: bytes = PLACE, *, seen: bytes = SEEN
) -> bytes:
    """Return a sheet with one picture."""
    return sheet(place, lambda pdf, page: put(page, "XObject", "I", make(pdf)), seen=seen)


def _indexed(pdf: Pdf) -> Object:
    image = picture().point(lambda v: 0 if v > 128 else 1)
    table = Array([Name.Indexed, Name.DeviceRGB, 1, b"\xff\xff\xff\x10\x20\x60"])
    return image_of(pdf, image, ColorSpace=table)


def _four_bits(pdf: Pdf) -> Object:
    grey = np.asarray(picture()) >> 4
    packed = (grey[:, 0::2] << 4 | grey[:, 1::2]).astype(np.uint8).tobytes()
    return coded(pdf, zlib.compress(packed), "FlateDecode", bits=4)


def _sixteen_bits(pdf: Pdf) -> Object:
    wide = np.asarray(picture()).astype(">u2") * 257
    return coded(pdf, zlib.compress(wide.astype(">u2").tobytes()), "FlateDecode", bits=16)


def _predicted(pdf: Pdf) -> Object:
    rows = b"".join(b"\0" + row.tobytes() for row in np.asarray(picture()))
    return coded(
        pdf,
        zlib.compress(rows),
        "FlateDecode",
        DecodeParms=Dictionary(Predictor=15, Colors=1, Columns=680, BitsPerComponent=8),
    )


def _fax(pdf: Pdf) -> Object:
    out = io.BytesIO()
    picture().convert("1").save(out, "TIFF", compression="group4", strip_size=1 << 20)
    with Image.open(io.BytesIO(out.getvalue())) as made:
        tags = made.tag_v2  # type: ignore[attr-defined] # a TIFF has them
        at, long = tags[273][0], tags[279][0]
        black = tags[262] == 0
    return coded(
        pdf,
        out.getvalue()[at : at + long],
        "CCITTFaxDecode",
        bits=1,
        DecodeParms=Dictionary(K=-1, Columns=680, Rows=88, BlackIs1=not black),
    )


def _run_length(pdf: Pdf) -> Object:
    out = bytearray()
    for byte in picture().tobytes():
        out += bytes([0, byte])
    return coded(pdf, bytes(out) + b"\x80", "RunLengthDecode")


def _in_ascii(pdf: Pdf) -> Object:
    import base64

    made = coded(pdf, base64.a85encode(jpeg(picture())) + b"~>", "DCTDecode")
    made.Filter = Array([Name.ASCII85Decode, Name.DCTDecode])
    return made


def _jpeg_2000(pdf: Pdf) -> Object:
    out = io.BytesIO()
    picture(mode="RGB", ink=(0, 0, 0), ground=(255, 255, 255)).save(out, "JPEG2000")
    return coded(pdf, out.getvalue(), "JPXDecode", ColorSpace=Name.DeviceRGB)


def _upside_down_values(pdf: Pdf) -> Object:
    return image_of(pdf, picture(ink=255, ground=0), Decode=Array([1, 0]))


def _cmyk_jpeg(pdf: Pdf) -> Object:
    image = picture(mode="CMYK", ink=(0, 0, 0, 255), ground=(0, 0, 0, 0))
    return coded(pdf, jpeg(image), "DCTDecode", ColorSpace=Name.DeviceCMYK)


def _icc(pdf: Pdf) -> Object:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    space = Array([Name.ICCBased, pdf.make_stream(profile, N=3)])
    image = picture(mode="RGB", ink=(90, 0, 0), ground=(255, 250, 240))
    return image_of(pdf, image, ColorSpace=space)


WAYS: dict[str, Callable[[Pdf], Object]] = {
    "grey": lambda pdf: image_of(pdf, picture()),
    "rgb": lambda pdf: image_of(pdf, picture(mode="RGB", ink=(160, 0, 0), ground=(250, 250, 200))),
    "cmyk": lambda pdf: image_of(
        pdf, picture(mode="CMYK", ink=(0, 0, 0, 255), ground=(0, 0, 0, 0))
    ),
    "one-bit": lambda pdf: image_of(pdf, picture().convert("1")),
    "four-bits": _four_bits,
    "sixteen-bits": _sixteen_bits,
    "indexed": _indexed,
    "icc": _icc,
    "predicted": _predicted,
    "run-length": _run_length,
    "fax": _fax,
    "jpeg": lambda pdf: coded(pdf, jpeg(picture()), "DCTDecode"),
    "jpeg-progressive": lambda pdf: coded(pdf, jpeg(picture(), progressive=True), "DCTDecode"),
    "jpeg-cmyk": _cmyk_jpeg,
    "jpeg-in-ascii": _in_ascii,
    "jpeg-2000": _jpeg_2000,
    "values-turned": _upside_down_values,
    "white-on-black": lambda pdf: image_of(pdf, picture(ink=255, ground=0)),
    "smoothed": lambda pdf: image_of(pdf, picture(), Interpolate=True),
}


@torture(13, each=list(WAYS.items()), look=True, stays=INSIDE)
def in_a_picture(make: Callable[[Pdf], Object]) -> bytes:
    """The name is pixels, in every colour space and coding."""
    return with_picture(make)


@torture(13, look=True, each=[("clear-ground", 255), ("clear-ink", 0)])
def in_a_stencil(ink: int) -> bytes:
    """An image mask paints the letters, or all but the letters, in the current colour."""
    image = picture(ink=255 - ink, ground=ink).convert("1")

    def make(pdf: Pdf) -> Object:
        return image_of(pdf, image, ImageMask=True, ColorSpace=None)

    return with_picture(make, b"0 g " + PLACE)


COVERS = {
    "bar": b"0 g 92 130 160 44 re f",
    "white": b"1 g 92 130 160 44 re f",
    "oval": b"0.4 g 40 152 m 40 196 300 196 300 152 c 300 108 40 108 40 152 c f",
    "lozenge": b"0 g 170 112 m 348 152 l 170 192 l -8 152 l h f*",
    "stripes": b"0 g " + b" ".join(b"%d 130 2 44 re f" % x for x in range(92, 252, 2)),
    "turned": b"q 0.98 0.17 -0.17 0.98 90 110 cm 0 g 0 0 180 60 re f Q",
    "marker": b"0.1 g 0.1 G 46 w 1 J 90 152 m 254 152 l S",
    "clipped": b"q 92 130 160 44 re W n 0 g 0 0 420 300 re f Q",
}


@torture(13, each=list(COVERS.items()), look=True)
def covered_in_a_picture(cover: bytes) -> bytes:
    """Something drawn over the name alone; whoever takes it off the picture reads the name."""
    return with_picture(WAYS["grey"], PLACE + cover + b"\n")


@torture(
    13,
    each=[
        ("clip", b"q 40 130 50 44 re W n 340 0 0 44 40 130 cm /I Do Q\n"),
        ("page", b"q 340 0 0 44 365 130 cm /I Do Q\n"),
    ],
    look=True,
)
def cropped_off_a_picture(place: bytes) -> bytes:
    """The part of a picture with the name lies beyond a clip or the edge of the page."""
    return with_picture(WAYS["grey"], place)


@torture(13, look=True)
def in_a_soft_mask_of_a_picture() -> bytes:
    """The picture is all black; its alpha has the letters."""

    def make(pdf: Pdf) -> Object:
        return image_of(
            pdf, Image.new("L", (680, 88), 0), SMask=image_of(pdf, picture(ink=255, ground=0))
        )

    return with_picture(make)


@torture(13, look=True)
def under_a_soft_mask_of_a_picture() -> bytes:
    """The pixels have the name, and alpha hides it; whoever takes the mask away reads it."""

    def make(pdf: Pdf) -> Object:
        return image_of(pdf, picture(), SMask=image_of(pdf, Image.new("L", (680, 88), 0)))

    return with_picture(make)


@torture(13, look=True)
def in_an_explicit_mask() -> bytes:
    """A one-bit mask has the letters, the picture behind it is black."""

    def make(pdf: Pdf) -> Object:
        mask = image_of(pdf, picture().convert("1"), ImageMask=True, ColorSpace=None)
        return image_of(pdf, Image.new("L", (680, 88), 0), Mask=mask)

    return with_picture(make)


@torture(13, look=True)
def in_a_colour_that_is_keyed_out() -> bytes:
    """The letters' colour is the one that is not painted; the pixels are there."""
    return with_picture(lambda pdf: image_of(pdf, picture(), Mask=Array([0, 120])))


@torture(13, look=True, each=[("flate", True), ("plain", False)])
def in_an_inline_picture(packed: bool) -> bytes:
    """The picture stands in the contents, between BI and EI."""
    bits = picture().convert("1").tobytes()
    data = zlib.compress(bits) if packed else bits
    coding = b"/F/Fl" if packed else b""
    image = b"BI/W 680/H 88/BPC 1/CS/G" + coding + b" ID " + data + b"\nEI"
    return sheet(b"q 340 0 0 44 40 130 cm\n" + image + b"\nQ\n")


@torture(13, look=True)
def in_an_alternate() -> bytes:
    """The picture is blank, its alternate for printing has the name."""

    def make(pdf: Pdf) -> Object:
        other = Array([Dictionary(Image=image_of(pdf, picture()), DefaultForPrinting=True)])
        return image_of(pdf, Image.new("L", (680, 88), 230), Alternates=other)

    return with_picture(make)


@torture(
    13,
    look=True,
    each=[
        ("turned", b"0 340 -44 0 400 20 cm"),
        ("mirrored", b"-340 0 0 44 390 130 cm"),
        ("skewed", b"300 60 0 44 40 100 cm"),
    ],
)
def in_a_turned_picture(matrix: bytes) -> bytes:
    """The picture is turned, mirrored or skewed by the page."""
    make = WAYS["grey"]
    return with_picture(make, b"q " + matrix + b" /I Do Q\n")


@torture(13, look=True)
def in_two_strips() -> bytes:
    """A scanner cut the picture through the middle of the letters."""
    whole = picture()

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "A", image_of(pdf, whole.crop((0, 0, 680, 44))))
        put(page, "XObject", "B", image_of(pdf, whole.crop((0, 44, 680, 88))))

    place = b"q 340 0 0 22 40 152 cm /A Do Q q 340 0 0 22 40 130 cm /B Do Q\n"
    return sheet(place, change)


@torture(13, look=True)
def in_sixty_tiles() -> bytes:
    """The picture is cut into tiles narrower than a letter."""
    whole = picture()
    place = b""
    for n in range(68):
        place += b"q 5 0 0 44 %d 130 cm /T%d Do Q\n" % (40 + 5 * n, n)

    def change(pdf: Pdf, page: Page) -> None:
        for n in range(68):
            put(page, "XObject", f"T{n}", image_of(pdf, whole.crop((10 * n, 0, 10 * n + 10, 88))))

    return sheet(place, change)


@torture(
    13,
    look=True,
    each=[
        ("small", b"q 12 0 0 2 40 130 cm /I Do Q\n"),
        ("a-point", b"q 1 0 0 1 40 130 cm /I Do Q\n"),
    ],
)
def in_a_picture_drawn_tiny(place: bytes) -> bytes:
    """The picture is shown as a speck; its pixels are sharp to whoever takes it out."""
    return with_picture(WAYS["grey"], place)


@torture(
    13,
    look=True,
    each=[
        ("clip", b"q 40 130 60 44 re W n 340 0 0 44 40 130 cm /I Do Q\n"),
        ("edge", b"q 340 0 0 44 400 130 cm /I Do Q\n"),
        ("outside", b"q 340 0 0 44 800 130 cm /I Do Q\n"),
        ("box", PLACE + b"q 1 g 90 125 300 60 re f Q\n"),
        ("whole-box", PLACE + b"q 1 g 30 120 360 70 re f Q\n"),
    ],
)
def in_the_hidden_part_of_a_picture(place: bytes) -> bytes:
    """A clip, the edge of the page or a box hides what the pixels have."""
    return with_picture(WAYS["grey"], place)


@torture(13, look=True)
def in_a_picture_under_a_picture() -> bytes:
    """A blank picture lies over the one with the name."""

    def change(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "A", image_of(pdf, picture()))
        put(page, "XObject", "B", image_of(pdf, Image.new("L", (8, 8), 255)))

    place = PLACE.replace(b"/I", b"/A") + PLACE.replace(b"/I", b"/B")
    return sheet(place, change)


@torture(13, look=True)
def in_the_mask_of_a_picture_as_white_as_its_paper() -> bytes:
    """The picture is white, on white; what lets its ground through has the letters."""

    def change(pdf: Pdf, page: Page) -> None:
        mask = image_of(pdf, picture(ink=255, ground=0))
        put(page, "XObject", "I", image_of(pdf, Image.new("L", (8, 8), 255), SMask=mask))

    return sheet(PLACE, change)


@torture(13, look=True)
def in_a_picture_never_drawn() -> bytes:
    """The picture stands among the resources only."""
    return with_picture(WAYS["grey"], b"")


@torture(13, look=True, stays=INSIDE)
def under_words_of_an_older_reading() -> bytes:
    """A scan with unseen letters over it, which misread the name."""
    place = PLACE + b"BT /F 18 Tf 3 Tr 48 142 Td (seen Zcphyrlne Ouaxlcy at noon) Tj ET\n"
    return with_picture(WAYS["grey"], place)


@torture(13, look=True, stays=INSIDE)
def under_words_of_a_right_reading() -> bytes:
    """A scan with unseen letters over it, which read it well."""
    place = PLACE + f"BT /F 18 Tf 3 Tr 48 142 Td ({TEXT}) Tj ET\n".encode()
    return with_picture(WAYS["grey"], place)


def _scan(**how: Any) -> Image.Image:
    page = Image.new("L", (1654, 2339), 255)
    font = ImageFont.truetype(SANS, 34)
    draw = ImageDraw.Draw(page)
    lines = (
        "Record of a visit on Tuesday morning",
        how.get("said", f"Present were {NAME} and the warden."),
        "They talked about the garden and left before noon.",
        "Nobody else came to the house.",
    )
    for number, text in enumerate(lines):
        draw.text((180, 200 + 70 * number), text, fill=how.get("ink", 0), font=font)
    return page


def _skewed() -> Image.Image:
    return _scan().rotate(1.7, fillcolor=255, resample=Image.Resampling.BICUBIC)


def _noisy() -> Image.Image:
    made = np.asarray(_scan().filter(ImageFilter.GaussianBlur(1.1))).astype(int)
    noise = np.random.default_rng(7).normal(0, 14, made.shape)
    return Image.fromarray(np.clip(made + noise, 0, 255).astype(np.uint8), "L")


def _paled(ink: int) -> Image.Image:
    page = _scan(said="Present were the gardener and the warden.")
    ImageDraw.Draw(page).text((180, 700), f"seen {NAME}", ink, ImageFont.truetype(SANS, 34))
    return page


def _ruled() -> Image.Image:
    """A name in a cell of a table that stands askew, close to its lines."""
    page, font = (
        _scan(said="Present were the gardener and the warden."),
        ImageFont.truetype(SANS, 34),
    )
    draw = ImageDraw.Draw(page)
    for row in range(4):
        draw.line((180, 600 + 60 * row, 1500, 600 + 60 * row), fill=90, width=1 + row % 2)
        for column, text in zip((195, 485, 1185), ("14/03/2006", NAME, "A. Fell"), strict=True):
            if row < 3:
                draw.text((column, 608 + 60 * row), text, fill=0, font=font)
    for column in (180, 470, 1170, 1500):
        draw.line((column, 600, column, 780), fill=90, width=2)
    return page.rotate(2.3, fillcolor=255, resample=Image.Resampling.BICUBIC)


def _with_block(angle: float) -> Image.Image:
    """Return a scan of level lines, and below them the name on a slip laid on it so turned."""
    page = _scan(said="Present were the gardener and the warden.")
    slip = Image.new("L", (640, 60), 255)
    ImageDraw.Draw(slip).text((10, 8), f"seen {NAME}", 60, ImageFont.truetype(SANS, 34))
    page.paste(slip.rotate(angle, Image.Resampling.BICUBIC, True, fillcolor=255), (180, 720))
    return page


def _with_footer() -> Image.Image:
    """The name in a path in small print at a page's foot, whose words are read as one run."""
    page = _scan(said="Present were the gardener and the warden.")
    foot = f"c:\\docs\\{LAST}\\{FIRST} visit.doc   page 1 of 3"
    ImageDraw.Draw(page).text((100, 2290), foot, 0, ImageFont.truetype(SANS, 20))
    return page


SCANS: dict[str, Callable[[], Image.Image]] = {
    "clean": _scan,
    "skewed": _skewed,
    "ruled": _ruled,
    "noisy": _noisy,
    "footer": _with_footer,
    "faint": lambda: _scan(ink=170),
    "pale-line": lambda: _paled(235),
    "paler-line": lambda: _paled(244),
    "slip-aslant": lambda: _with_block(30),
    "slip-upside-down": lambda: _with_block(180),
    "slip-leaning-down": lambda: _with_block(-62),
    "upside-down": lambda: _scan().rotate(180),
    "sideways": lambda: _scan().rotate(90, expand=True),
}


@torture(13, each=list(SCANS.items()), look=True)
def in_a_scanned_page(make: Callable[[], Image.Image]) -> bytes:
    """The whole page is a scan, straight, skewed, ruled, noisy, turned, or faint in part."""
    scan = make()
    width, height = scan.width * 0.36, scan.height * 0.36
    place = b"q %.2f 0 0 %.2f 0 0 cm /I Do Q\n" % (width, height)
    data = jpeg(scan)
    return sheet(
        place,
        lambda pdf, page: put(
            page, "XObject", "I", coded(pdf, data, "DCTDecode", scan.width, scan.height)
        ),
        seen=b"",
        size=(width, height),
    )


_MISREAD = (
    "Qasim Iqbal opened the door. Mr Iqbal said on Tuesday",
    "that Joaqu\u00edn Yag\u00fce, the warden, had called twice.",
    "\u0141ukasz \u017bak and Zo\u00eb Bj\u00f8rk sat in the garden,",
    "with Ian Gill and Isla Illingworth; write to zq@example.org.",
)
_MISREAD_FACES = {
    "sans": SANS,
    "serif": "LiberationSerif-Regular.ttf",
    "carlito": "Carlito-Regular.ttf",
}


@torture(
    13,
    each=[(f"{face}-{dots}", (path, dots)) for face, path in _MISREAD_FACES.items() for dots in (150, 200, 300)],
    suffix=".png",
    look=True,
    terms=("Qasim Iqbal", "Iqbal", "Joaqu\u00edn Yag\u00fce", "\u0141ukasz \u017bak", "Zo\u00eb Bj\u00f8rk",
           "Ian Gill", "Isla Illingworth", "zq@example.org"),
    misread=("Igbal", "lqbal", "lgbal", "Yagiie", "Yaglie", "Yagie", "Yagle", "tukasz", "Bjerk", "Bjork", "Bjgrk",
             "lsla", "lllingworth", "zg@example.org", "zqg@example.org"),
)  # fmt: skip
def of_names_that_machines_misread(how: tuple[str, int]) -> bytes:
    """A clean scan of names in which machines take letters for others."""
    face, dots = how
    page = Image.new("L", (round(8.27 * dots), round(11.69 * dots)), 255)
    font = ImageFont.truetype(face, round(12 * dots / 72))
    for number, text in enumerate(_MISREAD):
        ImageDraw.Draw(page).text((dots, dots * (1 + number / 3)), text, 0, font)
    out = io.BytesIO()
    page.save(out, "PNG", dpi=(dots, dots))
    return out.getvalue()


def _photographed(angle: float, drawn_in: float) -> bytes:
    """Return a letter on a desk, turned, one side of it farther from the camera, in half light."""
    page = Image.new("L", (1240, 1000), 105)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(SANS, 26)
    draw.rectangle((60, 60, 1180, 940), fill=246)
    lines = (
        "Dear Sir,",
        f"Thank you for the record of Tuesday. As agreed, {NAME}",
        "stays with the warden until the end of the summer. The school",
        "has written that she is doing well in the garden, and that",
        f"{FIRST} and nobody else was present. The key of the flat",
        f"was left with the neighbour, and {NAME} heard of it",
        "from the police. The next review is at ten, in the town hall.",
        "Please bring the forms that were sent to you with our letter.",
        "Yours faithfully,",
    )
    for number, text in enumerate(lines):
        draw.text((120, 130 + 70 * number), text, 25, font)
    (wide, high), off = page.size, round(drawn_in * page.height / 2)
    corners = (0, -off, 0, high + off, wide, high - off, wide, off)
    seen = page.transform(
        page.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor=105
    ).rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=105)
    seen = seen.filter(ImageFilter.GaussianBlur(0.7))
    light = (
        np.linspace(1.0, 0.75, seen.width)[None, :] * np.linspace(0.9, 1.0, seen.height)[:, None]
    )
    out = io.BytesIO()
    Image.fromarray((np.asarray(seen) * light).astype(np.uint8)).save(
        out, "JPEG", quality=70, dpi=(150, 150)
    )
    return out.getvalue()


@torture(
    13,
    each=[
        ("turned", (14.0, 0.0)),
        ("converging", (-5.0, 0.12)),
        ("both", (-12.0, -0.1)),
    ],
    suffix=".jpg",
    look=True,
)
def in_a_photograph_taken_aslant(how: tuple[float, float]) -> bytes:
    """The lines of a page lean by more than on a scanner, and converge, on a dark desk."""
    return _photographed(*how)


READ_TWICE, BEFORE = "WWW/Quaxley/iii", "WWW/"
READ_TWICE_FONT, READ_TWICE_AT = ImageFont.truetype(SANS, 20), (70, 134)


@torture(13, suffix=".png", look=True, terms=(LAST,), stays=("Northmoor", "garden"))
def in_a_word_that_is_misread_at_first() -> bytes:
    """Only a second reading says the name, and nobody knows where in it its letters stand."""
    page = Image.new("L", (800, 340), 255)
    draw, font = ImageDraw.Draw(page), ImageFont.truetype(SANS, 26)
    draw.text((70, 70), "Visit to Northmoor House on Tuesday", 0, font)
    draw.text(READ_TWICE_AT, READ_TWICE, 0, READ_TWICE_FONT)
    draw.text((70, 198), "signed for 2 keys at noon in the garden.", 0, font)
    strip = page.crop((0, 120, 800, 180)).filter(ImageFilter.GaussianBlur(1.2))
    page.paste(strip, (0, 120))
    grain = np.random.default_rng(0).normal(0, 5, (340, 800))
    grey = np.clip(np.asarray(page) + grain, 0, 255).astype(np.uint8)
    out = io.BytesIO()
    Image.fromarray(grey).save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


STRIP_SAYS = (
    "Mr Marsh was told of the meeting on Tuesday; Zephyrine can be reached at",
    "zq@example.org. The warden was in the garden.",
)


def strip_of_a_scan(kind: str, **how: Any) -> bytes:
    """Return a strip of an A4 page that was scanned at 200 dots an inch, as a file of a kind."""
    strip, font = Image.new("L", (1654, 500), 255), ImageFont.truetype(SANS, 30)
    for number, words in enumerate(STRIP_SAYS):
        ImageDraw.Draw(strip).text((120, 120 + 46 * number), words, 0, font)
    out = io.BytesIO()
    strip.save(out, kind, **how)
    return out.getvalue()


@torture("gif", suffix=".gif", terms=(FIRST, "zq@example.org"))
def in_a_strip_of_a_scan() -> bytes:
    """A file that says no dots an inch, as wide as a page and lower, is read at a wrong size."""
    return strip_of_a_scan("GIF")


MAIL = ("zephq@example.org", "q.yates@example.org")


@torture("png", suffix=".png", terms=MAIL)
def in_addresses_of_a_scan() -> bytes:
    """The proof reads an address otherwise than whoever looks at the page in another size."""
    scan, font = Image.new("L", (1654, 240), 255), ImageFont.truetype(SANS, 30)
    for number, address in enumerate(MAIL, start=1):
        words = f"On Tuesday the warden wrote to {address} from the garden."
        ImageDraw.Draw(scan).text((120, 60 * number), words, 0, font)
    out = io.BytesIO()
    scan.save(out, "PNG", dpi=(200, 200))
    return out.getvalue()


def _exif() -> bytes:
    about = Image.Exif()
    about[0x010E], about[0x013B], about[0x8298] = NAME, NAME, NAME
    about[0x9C9D] = NAME.encode("utf-16-le")
    return about.tobytes()


def _marker(code: int, data: bytes) -> bytes:
    return bytes([0xFF, code]) + (len(data) + 2).to_bytes(2, "big") + data


def _spiked(code: int, data: bytes) -> bytes:
    plain = jpeg(picture("a plain picture"))
    return plain[:2] + _marker(code, data) + plain[2:]


XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax'
    '-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>'
    + NAME
    + "</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
).encode()

CARRIED: dict[str, Callable[[], bytes]] = {
    "exif": lambda: jpeg(picture("a plain picture"), exif=_exif()),
    "thumbnail": lambda: _spiked(0xE1, b"Exif\0\0" + jpeg(picture(size=30).resize((160, 21)))),
    "comment": lambda: jpeg(picture("a plain picture"), comment=NAME),
    "xmp": lambda: _spiked(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "photoshop": lambda: _spiked(
        0xED,
        b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + (20).to_bytes(4, "big") + NAME.encode() + b"   ",
    ),
    "app9": lambda: _spiked(0xE9, NAME.encode()),
    "after-the-end": lambda: jpeg(picture("a plain picture")) + NAME.encode() + jpeg(picture()),
}


@torture(14, each=list(CARRIED.items()), look=True)
def carried_by_a_jpeg(make: Callable[[], bytes]) -> bytes:
    """The picture shows nothing; its segments hold the name."""
    data = make()
    return with_picture(lambda pdf: coded(pdf, data, "DCTDecode"))


@torture(14, look=True)
def carried_by_a_jpeg_2000() -> bytes:
    """An XML box of the picture holds the name."""
    out = io.BytesIO()
    picture("a plain picture").save(out, "JPEG2000")
    box = (len(XMP) + 8).to_bytes(4, "big") + b"xml " + XMP
    return with_picture(lambda pdf: coded(pdf, out.getvalue() + box, "JPXDecode"))


@torture(14, look=True)
def after_the_pixels() -> bytes:
    """The stream goes on after the last row."""

    def make(pdf: Pdf) -> Object:
        data = picture("a plain picture").tobytes() + NAME.encode() + picture().tobytes()
        return coded(pdf, zlib.compress(data), "FlateDecode")

    return with_picture(make)


@torture(15, look=True)
def in_a_thumbnail() -> bytes:
    """The page's own thumbnail shows it as it was."""
    return sheet(change=lambda pdf, page: page.obj.__setitem__("/Thumb", image_of(pdf, picture())))


@torture(16, look=True, stays=INSIDE)
def in_a_picture_used_twice() -> bytes:
    """One picture stands on two pages, on the second at another size."""

    def finish(pdf: Pdf, page: Page) -> None:
        put(page, "XObject", "I", image_of(pdf, picture()))
        second = pdf.add_blank_page(page_size=(420, 300))
        second.obj.Resources = page.obj.Resources
        second.obj.Contents = pdf.make_stream(
            line("the second page", 40, 250) + b"q 240 0 0 31 100 100 cm /I Do Q\n"
        )

    return sheet(PLACE, finish=finish)


CODES = {"qr": "QRCode", "code128": "Code128", "pdf417": "PDF417", "datamatrix": "DataMatrix"}


def barcode(how: str) -> np.ndarray[Any, np.dtype[np.uint8]]:
    """Return the modules of a code that says the name, dark as 0."""
    made = zxingcpp.write_barcode(getattr(zxingcpp.BarcodeFormat, CODES[how]), NAME, 0, 0, 4)
    return np.asarray(made).astype(np.uint8)


@torture(38, each=[(how, how) for how in CODES], look=True)
def in_a_code_as_a_picture(how: str) -> bytes:
    """A code for cameras says the name, in pixels."""
    dark = barcode(how)
    tall, wide = dark.shape[:2]
    image = Image.fromarray(dark, "L").resize(
        (wide * 4, max(tall * 4, 120)), Image.Resampling.NEAREST
    )
    scale = min(300 / image.width, 140 / image.height)
    place = b"q %.2f 0 0 %.2f 40 20 cm /I Do Q\n" % (image.width * scale, image.height * scale)
    return with_picture(lambda pdf: image_of(pdf, image), place, seen=UNNAMED)


@torture(38, each=[(how, how) for how in CODES], look=True)
def in_a_code_as_paths(how: str) -> bytes:
    """A code for cameras says the name, in filled rectangles."""
    dark = barcode(how)
    tall, wide = dark.shape[:2]
    step, high = min(300 / wide, 140 / max(tall, 2)), 1.0
    high = step if tall > 8 else 60 / tall
    boxes = [
        f"{40 + step * x:.3f} {160 - high * (y + 1):.3f} {step:.3f} {high:.3f} re"
        for y in range(tall)
        for x in range(wide)
        if dark[y, x] < 128
    ]
    return sheet(("\n".join(boxes) + "\nf\n").encode(), seen=UNNAMED)


@torture(39, look=True, each=[("plain", 225), ("fainter", 242), ("hardly", 250)])
def in_faint_ink(ink: int) -> bytes:
    """Ink that faded, or came through from the other side: a shade from the paper."""
    return with_picture(lambda pdf: image_of(pdf, picture(ink=ink)))


@torture(39, look=True)
def under_a_marker() -> bytes:
    """A scanned marker that is not quite black over letters that are."""
    image = picture()
    marked = np.asarray(image).copy()
    marked[10:75, 100:500] = np.where(marked[10:75, 100:500] < 128, 0, 38)
    return with_picture(lambda pdf: image_of(pdf, Image.fromarray(marked, "L")))


TONES: dict[str, tuple[Any, Any]] = {
    "red-on-green": ((200, 0, 0), (0, 102, 0)),
    "green-on-red": ((0, 102, 0), (200, 0, 0)),
    "blue-on-brown": ((60, 60, 255), (136, 82, 27)),
    "black-under-a-marker": ((0, 0, 0), (10, 10, 10)),
    "a-shade-over-black": ((10, 10, 10), (0, 0, 0)),
    "blue-over-black": ((0, 0, 0), (0, 0, 80)),
}


@torture(39, look=True, each=list(TONES.items()))
def in_tones_of_one_grey(tones: tuple[Any, Any]) -> bytes:
    """Letters and ground are of one grey, or all but: colour tells them, or a few shades."""
    ink, ground = tones
    return with_picture(lambda pdf: image_of(pdf, picture(mode="RGB", ink=ink, ground=ground)))


@torture(39, look=True)
def in_tones_of_one_grey_as_a_jpeg() -> bytes:
    """A camera keeps colours at half the size of greys, and coarsely."""
    ink, ground = TONES["red-on-green"]
    data = jpeg(picture(mode="RGB", ink=ink, ground=ground))
    return with_picture(
        lambda pdf: coded(pdf, data, "DCTDecode", ColorSpace=Name.DeviceRGB),
    )


@torture(39, look=True)
def in_outlines_over_a_picture_of_their_grey() -> bytes:
    """Red outlines of letters stand on a green picture that is as light."""
    drawn = "\n".join(["0.784 0 0 rg", *outlines(f"seen {NAME}", 60, 145, 18), "f"])
    return with_picture(
        lambda pdf: image_of(pdf, Image.new("RGB", (8, 8), (0, 102, 0))), PLACE + drawn.encode()
    )


@torture("png", suffix=".png", look=True, stays=(), each=list(TONES.items()))
def in_a_png_of_one_grey(tones: tuple[Any, Any]) -> bytes:
    """A picture file in which only colour, or a shade, tells letters from their ground."""
    out = io.BytesIO()
    picture(mode="RGB", ink=tones[0], ground=tones[1]).save(out, "PNG")
    return out.getvalue()


@torture(39, look=True)
def beside_a_marker() -> bytes:
    """A scanned marker leaves the tops of the letters out."""
    image = picture()
    marked = np.asarray(image).copy()
    marked[34:75, 100:500] = 0
    return with_picture(lambda pdf: image_of(pdf, Image.fromarray(marked, "L")))


@torture(
    "png",
    suffix=".png",
    look=True,
    stays=("noon",),
    each=[
        ("pixels", ""),
        ("text", "tEXt"),
        ("itxt", "iTXt"),
        ("exif", "eXIf"),
        ("after-the-end", "end"),
    ],
)
def in_a_png(how: str) -> bytes:
    """A picture file: its pixels, its text chunks, and what is left after its end."""
    out = io.BytesIO()
    about = PngImagePlugin.PngInfo()
    if how == "tEXt":
        about.add_text("Author", NAME)
        about.add_text("Comment", NAME, zip=True)
    if how == "iTXt":
        about.add_itxt("Title", NAME)
    picture().save(out, "PNG", pnginfo=about, **({"exif": _exif()} if how == "eXIf" else {}))
    return out.getvalue() + (NAME.encode() + picture().tobytes() if how == "end" else b"")


@torture("jpeg", suffix=".jpg", look=True, stays=("noon",))
def in_a_photograph() -> bytes:
    """A photograph with everything that cameras write into one."""
    return jpeg(picture(), exif=_exif(), comment=NAME) + NAME.encode()


@torture("tiff", suffix=".tif", look=True, stays=("noon", "garden"))
def in_the_second_page_of_a_tiff() -> bytes:
    """The name stands on the second of three pages, and in a tag."""
    out = io.BytesIO()
    pages = [picture("a plain garden"), picture(), picture("nobody came")]
    pages[0].save(
        out,
        "TIFF",
        save_all=True,
        append_images=pages[1:],
        compression="group4" if pages[0].mode == "1" else "tiff_lzw",
        tiffinfo={315: NAME, 270: NAME},
    )
    return out.getvalue()


@torture(
    "gif",
    suffix=".gif",
    look=True,
    stays=("garden",),
    may=frozenset({"rewritten", "picture", REFUSED}),
    because="which frame is meant is not known",
)
def in_the_second_frame_of_a_gif() -> bytes:
    """The first frame is plain, the next one has the name."""
    out = io.BytesIO()
    picture("a plain garden").save(
        out, "GIF", save_all=True, append_images=[picture()], comment=NAME.encode(), duration=100
    )
    return out.getvalue()
