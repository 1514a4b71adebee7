"""Scans and photographs: read, set upright, bare of all but pixels, told for what they hold."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import numpy as np
import pikepdf
import pytest
import zxingcpp
from PIL import ExifTags, Image, ImageDraw, ImageFont, PngImagePlugin

from recordkeeping.disclosure.findings import Box
from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Refused
from redaction.detect import areas_of, detect
from redaction.formats.pictures.reader import SEETHROUGH
from redaction.pages import ReadDocument
from redaction.pdfium import open_pdf, picture
from redaction.reading import read_document
from redaction.scans.codes import CODE
from redaction.scans.doubt import HANDWRITING, HARD, PHOTOGRAPH
from redaction.terms import TermDetector
from tests.corpus.pictures import (
    BEFORE,
    READ_TWICE_AT,
    READ_TWICE_FONT,
    STRIP_SAYS,
    in_a_word_that_is_misread_at_first,
    strip_of_a_scan,
)

FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
SECRET = b"Gillian-Threlfall"
LINES = ("Visit to Northmoor House", "Dean Threlfall was there, and", "signed for 2 keys at 14:30.")


def scan(
    mode: str = "L", size: tuple[int, int] = (800, 340), lines: tuple[str, ...] = LINES
) -> Image.Image:
    image = Image.new("L", size, 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(lines):
        draw.text((70, 70 + 64 * number), line, fill=0, font=ImageFont.truetype(FONT, 34))
    return image.convert(mode)


def as_file(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **{"dpi": (200, 200), **options})
    return out.getvalue()


def words_of(document: ReadDocument) -> list[list[str]]:
    return [page.text.split() for page in document.pages]


def boxes_of_term(document: ReadDocument, term: str) -> list[tuple[int, Box]]:
    findings = detect(document, Roster(""), [TermDetector([term])])
    return [(area.page, area.box) for area in areas_of(findings, {}, "another person")]


WORDS = " ".join(LINES).split()


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("PNG", "L", {}),
        ("PNG", "1", {}),
        ("PNG", "P", {}),
        ("PNG", "RGBA", {}),
        ("PNG", "I;16", {}),
        ("JPEG", "RGB", {"quality": 70}),
        ("JPEG", "CMYK", {}),
        ("GIF", "P", {"dpi": None}),
        ("BMP", "RGB", {}),
        ("WEBP", "RGB", {"lossless": True}),
        ("TIFF", "1", {"compression": "group4"}),
        ("TIFF", "L", {"compression": "tiff_lzw"}),
        ("TIFF", "RGB", {"compression": "jpeg"}),
        ("TIFF", "CMYK", {}),
        ("TIFF", "I;16", {}),
    ],
)
def test_each_kind_of_picture_becomes_a_page_with_its_words(
    kind: str, mode: str, options: dict[str, object]
) -> None:
    image = scan("I;16").point(lambda value: value * 257) if mode == "I;16" else scan(mode)
    document = read_document(as_file(image, kind, **options))
    [words] = words_of(document)
    assert words[: len(WORDS)] == WORDS  # a second reading of what is hard to read may follow
    assert document.media_type == f"image/{kind.lower()}"


def test_a_page_is_as_large_as_its_scanner_said() -> None:
    document = read_document(as_file(scan(), "PNG"))
    assert document.sizes[0] == pytest.approx((800 * 0.36, 340 * 0.36), abs=0.1)


def test_a_large_photograph_is_fitted_to_a_sheet_of_paper() -> None:
    image = Image.new("L", (1754, 2480), 255)
    image.paste(scan().resize((1600, 680)), (80, 300))
    document = read_document(as_file(image, "JPEG", dpi=(72, 72)))
    assert document.sizes[0] == pytest.approx((595, 842), abs=3)


@pytest.mark.parametrize(
    ("kind", "how"),
    [("GIF", {}), ("GIF", {"interlace": 0}), ("PNG", {}), ("TIFF", {}), ("BMP", {})],
)
def test_a_strip_of_a_page_that_says_no_dots_an_inch_is_read_as_its_twin_that_says_200(
    kind: str, how: dict[str, object]
) -> None:
    twin = read_document(strip_of_a_scan("PNG", dpi=(200, 200)))
    silent = read_document(strip_of_a_scan(kind, **how))
    assert " ".join(STRIP_SAYS) in " ".join(words_of(silent)[0])
    assert silent.pages == twin.pages
    assert silent.gaps == twin.gaps
    assert silent.sizes[0] == pytest.approx((1654 * 0.36, 500 * 0.36), abs=0.01)
    mail = boxes_of_term(silent, "zq@example.org"), boxes_of_term(twin, "zq@example.org")
    assert [box for _, box in mail[0]] == [pytest.approx(box, abs=0.1) for _, box in mail[1]]
    assert mail[0] != []


@pytest.mark.parametrize(
    ("size", "dots"),
    [
        ((1654, 2339), 200),  # A4
        ((2339, 1654), 200),
        ((2480, 900), 300),
        ((1240, 1754), 150),
        ((1700, 2200), 200),  # letter paper
        ((1275, 1650), 150),
        ((1754, 2480), 212.15),  # as high as A4 is wide at 300, and of the shape of A4
        ((1170, 2532), 216.6),  # a telephone's screen
    ],
)
def test_a_picture_that_says_no_dots_an_inch_is_as_large_as_the_sheet_it_is_a_scan_of(
    size: tuple[int, int], dots: float
) -> None:
    [page] = read_document(as_file(Image.new("1", size, 1), "GIF", dpi=None)).sizes
    assert page == pytest.approx((size[0] * 72 / dots, size[1] * 72 / dots), abs=0.1)


def test_boxes_of_a_term_lie_over_its_ink_and_over_nothing_else() -> None:
    document = read_document(as_file(scan(), "PNG"))
    [(page, (x0, y0, x1, y1))] = boxes_of_term(document, "Threlfall")
    font = ImageFont.truetype(FONT, 34)
    left, right = 70 + font.getlength("Dean "), 70 + font.getlength("Dean Threlfall")
    assert page == 1
    assert (x0 / 0.36, x1 / 0.36) == pytest.approx((left, right), abs=5)
    assert y0 / 0.36 < 134 + 9 < 134 + 30 < y1 / 0.36 < 134 + 50


def test_what_is_removed_from_a_scan_leaves_no_ink() -> None:
    document = read_document(as_file(scan(), "PNG"))
    [(_, box)] = boxes_of_term(document, "Threlfall")
    drawn = picture(open_pdf(document.pdf)[0], 200)
    ImageDraw.Draw(drawn).rectangle(tuple(edge / 0.36 for edge in box), fill=255)
    beside = drawn.crop((int(box[0] / 0.36) - 6, 130, int(box[2] / 0.36) + 3, 180))
    assert min(beside.tobytes()) > 120


def test_a_name_that_is_only_read_once_more_is_covered_whole() -> None:
    """Where the letters of a second reading stand nobody knows: they were spread evenly."""
    document = read_document(in_a_word_that_is_misread_at_first())
    assert "Quaxley" not in document.pages[0].text.split("garden")[0]
    boxes = [box for _, box in boxes_of_term(document, "Quaxley")]
    start, font = READ_TWICE_AT[0], READ_TWICE_FONT
    left, right = start + font.getlength(BEFORE), start + font.getlength(BEFORE + "Quaxley")
    assert min(x0 for x0, _, _, _ in boxes) / 0.36 < left
    assert max(x1 for _, _, x1, _ in boxes) / 0.36 > right


def test_a_tiff_of_many_pages_keeps_them_all_in_order() -> None:
    sheets = [scan("1", lines=(f"Page number {n}", "of Dean Threlfall")) for n in (1, 2, 3)]
    content = as_file(
        sheets[0], "TIFF", save_all=True, append_images=sheets[1:], compression="group4"
    )
    document = read_document(content)
    assert [words[2] for words in words_of(document)] == ["1", "2", "3"]
    assert [page for page, _ in boxes_of_term(document, "Threlfall")] == [1, 2, 3]


def test_a_fax_has_dots_that_are_not_square() -> None:
    flat = scan("1").resize((800, 170))
    document = read_document(as_file(flat, "TIFF", dpi=(200, 100), compression="group4"))
    assert words_of(document) == [WORDS]
    assert document.sizes[0] == pytest.approx((288, 122.4), abs=0.5)


@pytest.mark.parametrize("quarter", [90, 180, 270])
def test_a_page_scanned_sideways_or_upside_down_is_set_upright(quarter: int) -> None:
    lying = scan(lines=(*LINES, "and went home at six.")).rotate(quarter, expand=True)
    document = read_document(as_file(lying, "PNG"))
    assert words_of(document)[0][:6] == WORDS[:6]
    assert document.sizes[0][0] > document.sizes[0][1]


def test_a_skewed_page_is_straightened() -> None:
    lying = scan().rotate(3.5, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    document = read_document(as_file(lying, "PNG"))
    assert words_of(document) == [WORDS]
    [(_, (_, y0, _, y1))] = boxes_of_term(document, "Threlfall")
    assert (y1 - y0) / 0.36 < 50


def test_a_camera_says_which_way_up_its_picture_is() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    document = read_document(as_file(scan().rotate(90, expand=True), "JPEG", exif=exif))
    assert words_of(document) == [WORDS]
    assert document.sizes[0][0] > document.sizes[0][1]


# --- what a file says beside its pixels


def test_what_a_photograph_says_of_itself_is_told_and_is_gone_from_the_page() -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = SECRET.decode()
    exif[ExifTags.Base.Make] = "Northcam"
    gps = exif.get_ifd(ExifTags.IFD.GPSInfo)
    gps[ExifTags.GPS.GPSLatitudeRef], gps[ExifTags.GPS.GPSLatitude] = "N", (53.0, 30.0, 0.0)
    gps[ExifTags.GPS.GPSLongitudeRef], gps[ExifTags.GPS.GPSLongitude] = "W", (1.0, 15.0, 36.0)
    creator = b"<dc:creator>Gillian-Threlfall</dc:creator>"
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">' + creator + b"</x:xmpmeta>"
    content = as_file(scan(), "JPEG", exif=exif, comment=b"for Gillian-Threlfall", xmp=xmp)
    document = read_document(content)
    told = {(hidden.kind, hidden.text) for hidden in document.hidden}
    assert {
        ("author of the picture", "Gillian-Threlfall"),
        ("device of the picture", "Northcam"),
        ("place where the picture was taken", "53.50000° N, 1.26000° W"),
        ("comment in the picture", "for Gillian-Threlfall"),
        ("text in the picture file", "Gillian-Threlfall"),
    } <= told
    assert not _holds(document.pdf, SECRET)
    assert not _holds(document.pdf, b"Northcam")


def test_what_a_drawing_program_wrote_into_a_picture_is_told_and_gone() -> None:
    facts = PngImagePlugin.PngInfo()
    facts.add_text("Author", "Gillian-Threlfall")
    facts.add_itxt("Comment", "Gillian-Threlfall", zip=True)
    document = read_document(as_file(scan(), "PNG", pnginfo=facts))
    assert {hidden.text for hidden in document.hidden} == {
        "Author: Gillian-Threlfall",
        "Gillian-Threlfall",
    }
    assert not _holds(document.pdf, SECRET)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
def test_what_lies_behind_a_picture_is_a_document_of_its_own(kind: str) -> None:
    content = as_file(scan("RGB"), kind, **({"dpi": None} if kind == "GIF" else {}))
    document = read_document(content + b"Dear Gillian-Threlfall, come.")
    [behind] = document.attachments
    assert behind.content == b"Dear Gillian-Threlfall, come."
    assert not _holds(document.pdf, SECRET)


def test_nothing_lies_behind_a_picture_that_ends_where_it_should() -> None:
    assert read_document(as_file(scan("RGB"), "JPEG")).attachments == ()


def test_what_is_set_to_be_invisible_is_told() -> None:
    image = scan("RGB").convert("RGBA")
    values = np.array(image)
    values[200:300, 100:600, 3] = 0  # the last line is there, and is not shown
    document = read_document(as_file(Image.fromarray(values), "PNG"))
    assert SEETHROUGH in [gap.because for gap in document.gaps]


def test_white_letters_on_nothing_are_shown() -> None:
    letters = Image.eval(scan(), lambda value: 255 - value)
    image = Image.merge("RGBA", (*(Image.new("L", letters.size, 255),) * 3, letters))
    assert words_of(read_document(as_file(image, "PNG")))[0][:6] == WORDS[:6]


# --- what a person must look at


def test_a_page_of_print_alone_asks_nobody() -> None:
    assert read_document(as_file(scan(), "PNG")).gaps == ()


def test_a_form_with_ruling_lines_asks_nobody() -> None:
    image = scan(size=(800, 700))
    draw = ImageDraw.Draw(image)
    draw.rectangle((60, 300, 740, 660), outline=0, width=3)
    for y in range(360, 660, 60):
        draw.line((60, y, 740, y), fill=0, width=2)
    draw.line((300, 300, 300, 660), fill=0, width=2)
    assert read_document(as_file(image, "PNG")).gaps == ()


def test_a_signature_goes_to_a_person() -> None:
    image = scan(size=(800, 500))
    ImageDraw.Draw(image).line(
        [(100 + 5 * n, 390 + 40 * np.sin(n / 2.2) * np.cos(n / 9)) for n in range(70)],
        fill=20,
        width=4,
    )
    gaps = read_document(as_file(image, "PNG")).gaps
    assert [(gap.because, gap.page) for gap in gaps] == [(HANDWRITING, 1)]


@pytest.mark.parametrize(
    ("noise", "reasons"),
    [(60, {HANDWRITING}), (80, {HARD, HANDWRITING}), (100, {HARD, HANDWRITING})],
)
def test_a_page_too_poor_to_read_goes_to_a_person(noise: int, reasons: set[str]) -> None:
    poor = scan().resize((200, 85), Image.Resampling.BOX).resize((800, 340))
    grain = np.random.default_rng(5).normal(0, noise, poor.size[::-1])
    values = np.clip(np.asarray(poor).astype(int) + grain, 0, 255)
    content = as_file(Image.fromarray(values.astype(np.uint8)), "PNG")
    assert {gap.because for gap in read_document(content).gaps} == reasons


def test_a_photograph_is_to_be_looked_at_for_people() -> None:
    rng = np.random.default_rng(2)
    shades = Image.fromarray(rng.integers(20, 200, (14, 18), dtype=np.uint8))
    content = as_file(shades.resize((900, 700), Image.Resampling.BICUBIC), "JPEG")
    assert PHOTOGRAPH in [gap.because for gap in read_document(content).gaps]


# --- codes that cameras read


def test_a_code_is_read_told_and_covered_whole_when_a_part_of_it_must_go() -> None:
    image = scan(size=(800, 600))
    said = "https://example.org/person?name=Gillian+Threlfall&file=20471"
    made = zxingcpp.create_barcode(said, zxingcpp.BarcodeFormat.QRCode)
    code = Image.fromarray(np.array(made.to_image(scale=6)))
    image.paste(code, (420, 300))
    document = read_document(as_file(image, "PNG"))
    assert [(h.text, h.page) for h in document.hidden if h.kind == CODE] == [(said, 1)]
    covered = boxes_of_term(document, "Gillian")
    [(_, (x0, y0, x1, y1))] = covered
    inked = np.argwhere(np.asarray(code) < 128)
    top, left = inked.min(axis=0) + np.array((300, 420))
    bottom, right = inked.max(axis=0) + np.array((300, 420))
    assert x0 / 0.36 <= left < right <= x1 / 0.36 + 1
    assert y0 / 0.36 <= top < bottom <= y1 / 0.36 + 1


# --- hostile and broken files


def _cut(content: bytes) -> bytes:
    return content[: len(content) * 2 // 3]


def _png_that_claims(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("make", "because"),
    [
        (lambda: _cut(as_file(scan(), "JPEG")), "damaged or incomplete"),
        (lambda: _cut(as_file(scan(), "PNG")), "damaged or incomplete"),
        (lambda: _cut(as_file(scan("1"), "TIFF")), "damaged or incomplete"),
        (lambda: _cut(as_file(scan("P"), "GIF", dpi=None)), "damaged or incomplete"),
        (lambda: as_file(scan(), "PNG")[:8], "damaged or incomplete"),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(40), "damaged or incomplete"),
        (lambda: b"II*\0" + b"\xff" * 60, "damaged or incomplete"),
        (lambda: _png_that_claims(60_000, 60_000), "too large"),
        (lambda: _png_that_claims(11_000, 10_000), "too large"),
        (lambda: b"", "empty"),
        (lambda: b"\0\0\0\x18ftypheic" + bytes(40), "HEIC"),
    ],
    ids=["jpeg cut", "png cut", "tiff cut", "gif cut", "head", "zeros", "tiff of nothing",
         "bomb", "lesser bomb", "empty", "heic"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_plain_words(
    make: Callable[[], bytes], because: str
) -> None:
    with pytest.raises(Refused, match=because):
        read_document(make())


def test_a_tiff_whose_pages_run_in_a_circle_is_read_once_or_refused() -> None:
    content = bytearray(as_file(scan("1"), "TIFF"))
    [first] = struct.unpack_from("<I", content, 4)
    [entries] = struct.unpack_from("<H", content, first)
    struct.pack_into("<I", content, first + 2 + 12 * entries, first)
    try:
        assert len(read_document(bytes(content)).pages) == 1
    except Refused as why:
        assert "damaged" in str(why)  # noqa: PT017 - either end is a good one


def test_a_moving_picture_shows_each_of_its_frames_once() -> None:
    first, second = scan("P"), scan("P", lines=("Another frame", "of Gillian Marsh"))
    content = as_file(first, "GIF", dpi=None, save_all=True, append_images=[first, second, first])
    assert [words[0] for words in words_of(read_document(content))] == ["Visit", "Another", "Visit"]


def test_too_many_frames_are_refused() -> None:
    frames = [Image.new("L", (8, 8), 3 * n) for n in range(70)]
    content = as_file(frames[0], "GIF", dpi=None, save_all=True, append_images=frames[1:])
    with pytest.raises(Refused, match="70 pages or frames"):
        read_document(content)


def test_a_tiny_picture_is_a_page_too() -> None:
    assert len(read_document(as_file(Image.new("L", (1, 1), 0), "PNG")).pages) == 1


def _holds(pdf: bytes, needle: bytes) -> bool:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        streams = b"".join(
            thing.read_bytes() if "/Filter" not in thing or thing.Filter == "/FlateDecode"
            else thing.read_raw_bytes()
            for thing in opened.objects
            if isinstance(thing, pikepdf.Stream)
        )  # fmt: skip
    return needle in pdf or needle in streams or needle.decode().encode("utf-16-be") in streams


@pytest.mark.parametrize(
    ("face", "before", "name", "after"),
    [
        ("LiberationSansNarrow-Regular.ttf", "", "DARREN QUAXLEY", " / KAYLEIGH MARSH"),
        ("LiberationSans-Regular.ttf", "Name ........", "Darren Quaxley", "........ Tel ...."),
    ],
)
def test_a_name_beside_strokes_and_dots_is_covered_to_its_last_letter(
    face: str, before: str, name: str, after: str
) -> None:
    page, font = Image.new("L", (1654, 2339), 255), ImageFont.truetype(face, 34)
    lines = (
        "The child was well and ate her tea. Nothing else was seen.",
        "She spoke of school, of her friends and of the summer fair,",
        before + name + after,
    )
    for number, line in enumerate(lines):
        ImageDraw.Draw(page).text((150, 200 + 49 * number), line, 0, font)
    document = read_document(as_file(page, "PNG"))
    boxes = [box for _, box in boxes_of_term(document, name)]
    left = 150 + font.getlength(before)
    assert min(x0 for x0, _, _, _ in boxes) / 0.36 < left + 3
    assert max(x1 for _, _, x1, _ in boxes) / 0.36 > left + font.getlength(name) - 3
