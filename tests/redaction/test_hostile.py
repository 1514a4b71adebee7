"""Documents made to harm whoever opens them end in pages or in a reason, and the next one is read.

Each is given to the same door as every other document. Bombs are small on disk and large when they
are unfolded; the reasons are those that a requester may read.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Encryption, Name, Pdf, Permissions

from recordkeeping.vocabulary.errors import Refused
from redaction.pages import ReadDocument
from redaction.reading import read_document
from tests.redaction.formats.compounds import compound

Case = Callable[[], bytes]


_OF_A_PAGE = "; print the file to a new PDF, or scan it"


def end_of(content: bytes) -> str | ReadDocument:
    try:
        return read_document(content)
    except Refused as why:
        return str(why)


@pytest.fixture(autouse=True)
def _the_next_one_is_read() -> Iterator[None]:
    yield
    assert read_document(b"plain words").pages[0].text.strip() == "plain words"


# --- PDFs


def pdf_of(*bodies: bytes, root: int = 1, more: bytes = b"") -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"/Size %d/Root %d 0 R%s" % (len(bodies) + 1, root, more)
    return bytes(out + b"trailer<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer, start))


def stream(content: bytes, keys: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (keys, len(content), content)


def one_page(content: bytes, resources: bytes = b"", *more: bytes) -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R/Resources<<%s>>>>"
        % resources,
        content,
        *more,
    )


def twenty_thousand_pages() -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 20_003))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    tree = b"<</Type/Pages/Count 20000/Kids[%s]>>" % kids
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * 20_000)


def pages_in_a_circle() -> bytes:
    return pdf_of(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[2 0 R]>>")


def count_of_millions() -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 2000000000/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>",
    )


def table_that_leads_to_itself() -> bytes:
    made = one_page(stream(b""))
    start = made.rindex(b"startxref\n") + 10
    place = made[start : made.index(b"\n", start)]
    return made.replace(b"trailer<<", b"trailer<</Prev " + place + b" ")


def packed_a_hundred_times() -> bytes:
    content = b"BT ET"
    for _ in range(100):
        content = zlib.compress(content)
    return one_page(stream(content, b"/Filter[%s]" % (b"/FlateDecode" * 100)))


def zeros_in_runs() -> bytes:
    squeezed = zlib.compress(zlib.compress(b"\0" * 2**28, 9), 9)
    return one_page(stream(squeezed, b"/Filter[/FlateDecode/FlateDecode]"))


def arrays_in_arrays() -> bytes:
    return one_page(stream(b"[" * 200_000 + b"]" * 200_000 + b" TJ"))


def arrays_in_objects() -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R/Odd %s>>" % (b"[" * 100_000 + b"]" * 100_000),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>",
    )


def saved_a_million_times() -> bytes:
    return one_page(stream(b"q " * 1_000_000))


def form_that_draws_itself() -> bytes:
    form = stream(b"/X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                  b"/Resources<</XObject<</X 5 0 R>>>>")  # fmt: skip
    return one_page(stream(b"/X Do"), b"/XObject<</X 5 0 R>>", form)


def forms_that_double() -> bytes:
    forms = [
        stream(b"/X Do /X Do /X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
               b"/Resources<</XObject<</X %d 0 R>>>>" % (number + 1))
        for number in range(5, 35)
    ]  # fmt: skip
    last = stream(b"0 0 1 1 re f", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return one_page(stream(b"/X Do"), b"/XObject<</X 5 0 R>>", *forms, last)


def pattern_of_specks() -> bytes:
    cell = stream(b"0 0 1 1 re f", b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1"
                  b"/BBox[0 0 1 1]/XStep .00001/YStep .00001/Resources<<>>")  # fmt: skip
    drawn = b"/Pattern cs /P scn 0 0 200 100 re f"
    return one_page(stream(drawn), b"/Pattern<</P 5 0 R>>", cell)


def picture_of_gigabytes() -> bytes:
    keys = (
        b"/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8"
        b"/ColorSpace/DeviceRGB/Filter/FlateDecode"
    )
    image = stream(zlib.compress(b"\0" * 1000), keys)
    return one_page(stream(b"200 0 0 100 0 0 cm /I Do"), b"/XObject<</I 5 0 R>>", image)


def page_of_a_mile() -> bytes:
    return pdf_of(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900000 900000]>>",
    )


def function_without_end() -> bytes:
    fields = b"<</FunctionType 3/Domain[0 1]/Functions[5 0 R 5 0 R]/Bounds[.5]/Encode[0 1 0 1]>>"
    shading = b"/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 5 0 R>>"
    return one_page(stream(b"/S sh"), shading + b">>", fields)


def locked() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(one_page(stream(b"")))) as pdf:
        pdf.save(out, encryption=Encryption(user="open", owner="own", allow=Permissions()))
    return out.getvalue()


def file_inside_called_by_a_path() -> bytes:
    out = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 100))
        inner = pdf.make_stream(b"words", Type=Name.EmbeddedFile)
        spec = Dictionary(Type=Name.Filespec, F="../../../../etc/cron.d/x", EF=Dictionary(F=inner))
        names = Array([pikepdf.String("x"), pdf.make_indirect(spec)])
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (
            twenty_thousand_pages,
            "the PDF has 20,000 pages; up to 5,000 are read: "
            "part it into files of fewer pages, and redact each",
        ),
        (pages_in_a_circle, "the PDF is damaged and cannot be opened; ask for it once more"),
        (locked, "the PDF is locked with a password; ask for it without one"),
        (picture_of_gigabytes, None),
        (page_of_a_mile, f"page 1 is too large to be read{_OF_A_PAGE}"),
        (arrays_in_arrays, None),
        (arrays_in_objects, None),
        (packed_a_hundred_times, None),
        (zeros_in_runs, f"page 1 swells beyond all measure when it is unpacked{_OF_A_PAGE}"),
        (saved_a_million_times, None),
        (form_that_draws_itself, None),
        (forms_that_double, None),
        (pattern_of_specks, f"page 1 is filled with more specks than can be drawn{_OF_A_PAGE}"),
        (count_of_millions, None),
        (table_that_leads_to_itself, None),
        (function_without_end, None),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_hostile_pdf_ends_in_a_page_or_in_a_reason(case: Case, reason: str | None) -> None:
    end = end_of(case())
    if reason is not None:
        assert end == reason
    elif isinstance(end, ReadDocument):
        assert len(end.pages) == 1
    else:
        assert end.startswith(("the document ", "the PDF ", "page 1 "))


def test_a_file_inside_keeps_no_path() -> None:
    document = read_document(file_inside_called_by_a_path())
    assert [attached.content for attached in document.attachments] == [b"words"]


# --- pictures, archives, markup, wrong names


def chunk(kind: bytes, content: bytes) -> bytes:
    crc = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)


def picture_bomb() -> bytes:
    head = struct.pack(">IIBBBBB", 65_000, 65_000, 1, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 65_000 * 100, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def picture_whose_words_unfold() -> bytes:
    head = struct.pack(">IIBBBBB", 8, 8, 1, 0, 0, 0, 0)
    text = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(b"a" * 2**28, 9))
    body = chunk(b"IDAT", zlib.compress(b"\0\0" * 8))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + text + body + chunk(b"IEND", b"")


def directories_in_a_circle() -> bytes:
    directory = struct.pack("<H", 1) + struct.pack("<HHII", 256, 3, 1, 9) + struct.pack("<I", 8)
    return b"II*\0" + struct.pack("<I", 8) + directory


def locked_office_file() -> bytes:
    return compound(
        {"EncryptionInfo": b"\4\0\4\0\x40\0\0\0<encryption/>", "EncryptedPackage": b"x" * 4096}
    )


def zip_in_zip() -> bytes:
    content = b"words"
    for depth in range(60):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(f"{depth}.zip" if depth else "words.txt", content)
        content = out.getvalue()
    return content


LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha" * 50) for n in range(12)
)


@pytest.mark.parametrize(
    ("case", "reason"),
    [
        (lambda: b"", "the file is empty; ask for it once more"),
        (picture_bomb, "the picture is .*"),
        (directories_in_a_circle, "the picture is damaged.*"),
        (locked_office_file, "the file is locked with a password.*"),
        (lambda: b"PK\3\4" + b"\0" * 60, ".*damaged.*"),
        (lambda: b"MZ" + b"\0" * 600, "the file is a program; ask for what it holds as a document"),
        (lambda: bytes(range(256)) * 64, ".*not.* read; save it as PDF"),
    ],
    ids=["nothing", "picture", "circle", "locked", "stub", "program", "noise"],
)
def test_a_hostile_file_ends_in_a_reason(case: Case, reason: str) -> None:
    with pytest.raises(Refused) as refused:
        read_document(case())
    assert re.fullmatch(reason, str(refused.value))


@pytest.mark.parametrize(
    "case",
    [
        picture_whose_words_unfold,
        lambda: b"<!DOCTYPE html [%s]><html><p>&l11;</p></html>" % LAUGHS,
        lambda: b'<!DOCTYPE h [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>&x;</p></html>',
        lambda: b"<html>" + b"<div>" * 100_000 + b"deep",
    ],
    ids=["words", "laughs", "entity", "deep"],
)
def test_markup_that_unfolds_or_points_elsewhere_brings_nothing_in(case: Case) -> None:
    end = end_of(case())
    said = end if isinstance(end, str) else "".join(page.text for page in end.pages)
    assert len(said) < 1000
    assert "root:" not in said


def test_archives_in_archives_are_not_followed_for_ever() -> None:
    assert end_of(zip_in_zip()) == (
        "the container holds containers more than 4 deep; unpack it, and add its files"
    )


@pytest.mark.parametrize("name", ["letter.pdf", "letter.docx", "letter.png", "letter"])
def test_a_file_is_what_its_bytes_are_whatever_it_is_called(name: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, "plain words")
    (inside,) = read_document(out.getvalue()).attachments
    assert read_document(inside.content).pages[0].text.strip() == "plain words"
