"""Known bad files, made here, one for each place where a name has been left in a released file.

Before anything is released the proof has to find each of them, by every reader that can see it.
A reader that passes one is broken, and nothing it says about other files counts.
"""

from __future__ import annotations

import io
import math
import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String
from PIL import Image, ImageDraw, ImageFont

from redaction.proof.readers import has_poppler
from redaction.proof.seeming import LIES
from redaction.proof.weighing import weigh_here
from redaction.sandbox.wire import Header

TERM = "Ann Canarywright"
_OCTETS = TERM.encode()
_SOLID = TERM.replace(" ", "")
_WORDS = frozenset({"pdfium", "pypdf"})
BOX = (100.0, 60.0, 160.0, 74.0)
_LIE = (  # the W of the page says that it is a B
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CMapType 2 def\n"
    b"1 begincodespacerange <00> <FF> endcodespacerange\n"
    b"1 beginbfchar\n<77> <0062>\nendbfchar\nendcmap end end"
)


@dataclass(frozen=True, slots=True)
class Hidden:
    """A file that says the term somewhere, and the readers that must find it."""

    name: str
    pdf: bytes = field(repr=False)
    readers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spoiled:
    """A release beside its source, and what must speak against it; nothing where it is good."""

    name: str
    pdf: bytes = field(repr=False)
    source: bytes = field(repr=False)
    against: str


@dataclass(frozen=True, slots=True)
class Pictured:
    """A release that says the term in its pixels alone, or in no line, and who must see it."""

    name: str
    pdf: bytes = field(repr=False)
    source: bytes = field(repr=False)
    reader: str = "ocr"


def try_here(_asked: Header, _blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Look at every canary in this process; tell which were missed."""
    missed = [one.name for one in hidden() if not _is_found(one)]
    missed += [one.name for one in (*pictured(), *scattered()) if not _is_seen(one)]
    missed += [one.name for one in spoiled() if not _is_refused(one)]
    return {"missed": missed}, []


def _is_found(one: Hidden) -> bool:
    answer, _ = weigh_here({"terms": [TERM], "areas": None}, [one.pdf])
    # Where pdfium has to find it poppler has to, if it is installed.
    also = {"poppler"} if "pdfium" in one.readers and has_poppler() else set()
    return one.readers | also <= {str(reader) for _, reader, *_ in answer["leaks"]}


def _is_seen(one: Pictured) -> bool:
    asked = {"terms": [TERM], "areas": [[1, *BOX, "", ""]], "first": 1, "many": 1}
    answer, _ = weigh_here(asked, [one.pdf, one.source])
    return {str(reader) for _, reader, *_ in answer["leaks"]} == {one.reader}


def _is_refused(one: Spoiled) -> bool:
    asked = {"terms": [], "areas": [[1, *BOX, "", ""]], "first": 1, "many": 1}
    answer, _ = weigh_here(asked, [one.pdf, one.source])
    said = [str(why) for _, why in answer["against"]]
    return any(one.against in why for why in said) if one.against else not said


def hidden() -> list[Hidden]:
    """Return files of a shape that anybody could have made."""
    shown = _WORDS | {"bytes"}
    return [
        Hidden("under a black box", _file(_show() + b" 0 0 200 99 re f"), shown),
        Hidden("beyond the edge", _file(_show(at="900 900")), frozenset({"bytes", "pypdf"})),
        Hidden("unseen", _file(_show(mode=3)), shown),
        Hidden("in pieces", _file(_set(b"[(Ann Can) 2 (ary) -3 (wright)] TJ")), shown),
        Hidden("in hexadecimal", _file(_set(b"<" + _OCTETS.hex().encode() + b"> Tj")), shown),
        Hidden("in octal", _file(_set(b"(\\101nn Canary\\\nwright) Tj")), shown),
        Hidden("in a title", _file(change=_titled), frozenset({"bytes", "objects"})),
        Hidden("in a note", _file(change=_noted), frozenset({"bytes", "objects"})),
        Hidden("in an outline", _file(change=_outlined), frozenset({"bytes", "objects"})),
        Hidden("in a hidden layer", _file(change=_layered), frozenset({"bytes", "objects"})),
        Hidden("in what letters mean", _file(_set(b"(x) Tj"), _meaning), shown),
        Hidden("in a font's name", _file(change=_font_named), frozenset({"bytes", "objects"})),
        Hidden("in a file inside", _file(change=_attached), frozenset({"bytes"})),
        Hidden("in a photograph's comment", _file(change=_photographed), frozenset({"bytes"})),
        Hidden("in base 64", _file(change=_in_base64), frozenset({"bytes"})),
        Hidden("in an earlier version", _earlier(), frozenset({"bytes"})),
        Hidden("after the end", _file() + b"\n" + _OCTETS, frozenset({"bytes"})),
    ]  # fmt: skip


def spoiled() -> list[Spoiled]:
    """Return one good release and others like it, each with one thing wrong."""
    good, source, lying = _released(), _released(boxed=False), _released(says=_LIE)
    ink, line, cover = "0 g 110 228 20 8 re f", "0 g 20 20 90 60 re f", "1 g 20 150 150 20 re f"
    letter = "BT /F1 9 Tf 3 Tr 1 0 0 1 110 228 Tm [<58>] TJ ET"
    return [
        Spoiled("good", good, source, ""),
        Spoiled("a note", _released(key="/Annots"), source, "keys that no rule names"),
        Spoiled("more behind it", good + b"x", source, "after the end"),
        Spoiled("a letter under the box", _released(letter), source, "has words in a box"),
        Spoiled("ink under it", _released(ink), source, "shows something under"),
        Spoiled("a line more", _released(line), source, "does not look as it did"),
        Spoiled("a line less", _released(cover), source, "that nobody can see"),
        Spoiled("no box", source, source, "has no box"),
        Spoiled("letters that lie", lying, _released(boxed=False, says=_LIE), LIES),
    ]  # fmt: skip


def pictured() -> list[Pictured]:
    """Return releases with a picture of the term, as it is and so that a page shows it turned."""
    return [
        Pictured(
            name, _released(matrix, picture=True), _released(matrix, picture=True, boxed=False)
        )
        for name, matrix in (
            ("in the pixels of a picture", "q 150 0 0 30 20 100 cm /I1 Do Q"),
            ("in a picture drawn the wrong way round", "q -150 0 0 30 170 100 cm /I1 Do Q"),
            ("in a picture drawn too small to be read", "q 6 0 0 1.2 20 100 cm /I1 Do Q"),
        )
    ]


def scattered() -> list[Pictured]:
    """Return releases on which the term stands letter by letter round a circle."""
    numbers = range(len(_SOLID))
    mixed, drawn = _circle([*numbers[::2], *numbers[1::2]]), _circle(numbers)
    return [
        Pictured("round a circle", _released(mixed), _released(mixed, boxed=False), "orders"),
        Pictured("drawn in a picture", _blank(), _released(drawn, boxed=False), "orders"),
    ]


def _set(shown: bytes) -> bytes:
    return b"BT /F 9 Tf 9 9 Td " + shown + b" ET"


def _show(at: str = "9 9", mode: int = 0) -> bytes:
    return b"BT /F 9 Tf %d Tr %s Td (%s) Tj ET" % (mode, at.encode(), _OCTETS)


def _file(content: bytes = b"", change: Callable[[Pdf], None] | None = None) -> bytes:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))
        page.obj.Contents = pdf.make_stream(content)
        if change:
            change(pdf)
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, object_stream_mode=ObjectStreamMode.generate)
    return out.getvalue()


def _titled(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = TERM


def _noted(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=TERM)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _outlined(pdf: Pdf) -> None:
    item = pdf.make_indirect(Dictionary(Title=String(TERM)))
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item, Last=item, Count=1))


def _layered(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(TERM)))
    pdf.Root.OCProperties = Dictionary(OCGs=[layer], D=Dictionary(OFF=[layer]))


def _meaning(pdf: Pdf) -> None:
    said = TERM.encode("utf-16-be").hex().encode()
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"1 beginbfchar\n<78> <" + said + b">\nendbfchar\nendcmap end end"
    )
    pdf.pages[0].obj.Resources.Font.F.ToUnicode = pdf.make_stream(cmap)


def _font_named(pdf: Pdf) -> None:
    pdf.pages[0].obj.Resources.Font.F.BaseFont = Name("/" + TERM.replace(" ", ""))


def _attached(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = _OCTETS


def _photographed(pdf: Pdf) -> None:
    out = io.BytesIO()
    Image.new("L", (8, 8)).save(out, "JPEG", comment=_OCTETS)
    _picture(pdf, out.getvalue(), Name.DCTDecode, 8, 8)


def _in_base64(pdf: Pdf) -> None:
    pdf.Root.AF = pdf.make_stream(b"<x>QSBsZXR0ZXIgYWJvdXQgQW5uIENhbmFyeXdyaWdodA==</x>")


def _picture(pdf: Pdf, data: bytes, packed: Object, wide: int, high: int) -> None:
    image = pdf.make_stream(data)
    parts = {"Type": Name.XObject, "Subtype": Name.Image, "Width": wide, "Height": high,
             "ColorSpace": Name.DeviceGray, "BitsPerComponent": 8, "Filter": packed}  # fmt: skip
    for key, value in parts.items():
        image[f"/{key}"] = value
    page = pdf.pages[0].obj
    page.Resources.XObject = Dictionary(I1=image)
    page.Contents = pdf.make_stream(b"q 180 0 0 80 10 10 cm /I1 Do Q")


def _image(pdf: Pdf, drawn: Image.Image) -> Object:
    return pdf.make_indirect(
        pdf.make_stream(
            drawn.tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=drawn.width,
            Height=drawn.height, ColorSpace=Name.DeviceGray, BitsPerComponent=8,
        )
    )  # fmt: skip


def _earlier() -> bytes:
    file = _file()
    table = file[file.rindex(b"startxref") :]
    old = b"90 0 obj\n<<>>\nstream\n" + zlib.compress(_show()) + b"\nendstream\nendobj\n"
    return file + old + table


def _circle(order: Iterable[int]) -> str:
    """Return instructions that draw the letters of the term round a circle, in some order."""
    drawn = []
    for number in order:
        turn = math.radians(20 * number)
        along, up = math.cos(turn), math.sin(turn)
        place = (
            f"{along:.4f} {-up:.4f} {up:.4f} {along:.4f} {95 + 55 * up:.2f} {80 + 55 * along:.2f}"
        )
        drawn.append(f"{place} Tm\n[<{ord(_SOLID[number]):02X}>] TJ")
    return "\n".join(["BT\n/F1 9 Tf", *drawn, "ET"])


def _blank() -> bytes:
    """Return a page of the shape of a picture, without a word."""
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 300)).obj
        image = pdf.make_stream(
            b"\xff" * 30000, Type=Name.XObject, Subtype=Name.Image, Width=200, Height=300,
            ColorSpace=Name.DeviceGray, BitsPerComponent=4,
        )  # fmt: skip
        kept = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        page.Resources = Dictionary(
            XObject=Dictionary(Page=pdf.make_indirect(image)),
            Font=Dictionary(Kept=pdf.make_indirect(kept)),
        )
        drawn = "q 200 0 0 300 0 0 cm /Page Do Q\n0 G 0 g 1 w\nBT\nET"
        page.Contents = pdf.make_indirect(pdf.make_stream(drawn.encode()))
        pdf.Root.Lang = "en-GB"
        return _saved(pdf)


def _written() -> Image.Image:
    """Return a picture of the term."""
    image = Image.new("L", (750, 150), 255)
    ImageDraw.Draw(image).text((30, 40), TERM, fill=0, font=ImageFont.load_default(64))
    return image


def _released(
    more: str = "",
    *,
    boxed: bool = True,
    key: str = "",
    picture: bool = False,
    says: bytes = b"",
) -> bytes:
    """Return a page of the shape in which pages are released: what stays, a box, what stays.

    `says` is what its font says of letters that are drawn as they should be.
    """
    kept = "q\n0 g\nBT\n/F1 9 Tf\n1 0 0 1 20 157 Tm\n[<416E6E207765706E74>] TJ\nET\nQ"
    x0, y0, x1, y1 = BOX[0], 300 - BOX[3], BOX[2], 300 - BOX[1]
    box = (
        "q 1 0 0 1 0 0 cm\n0.878 g 0.667 G 0.5 w "
        f"{x0:g} {y0:g} m {x1:g} {y0:g} l {x1:g} {y1:g} l {x0:g} {y1:g} l h B\nQ"
    )
    parts = [kept + ("\n" + more if more else ""), *([box, "q\nQ"] if boxed else [])]
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 300)).obj
        page.CropBox, page.Rotate = Array([0, 0, 200, 300]), 0
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        if says:
            font.ToUnicode = pdf.make_stream(says)
        page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
        if picture:
            page.Resources.XObject = Dictionary(I1=_image(pdf, _written()))
        streams = [pdf.make_indirect(pdf.make_stream(part.encode())) for part in parts]
        page.Contents = Array(streams)
        if key:
            page[key] = Array([])
        pdf.Root.Lang = "en-GB"
        return _saved(pdf)
