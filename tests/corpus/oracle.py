"""Whether a name can still be read in a PDF, by anything we know; no code of ours is used.

Read are: the words by poppler (two orders), pypdf and pdfium; the file's bytes; every stream that
can be unpacked, reached or carved; every string and name; what is shown, strung together, by code
and by ToUnicode map; the letters, names and maps of fonts; and, where asked, pages and pictures by
OCR, turned and inverted, with their contrast stretched, and codes for cameras.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pikepdf
import pypdf
import pypdfium2
import tesserocr
import zxingcpp
from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont, TTLibError
from PIL import Image, ImageChops, ImageFilter, ImageOps

_PIECE = 5
_DPI = 200
TESSDATA = f"{sys.prefix}/share/tessdata/"


def squashed(text: str) -> str:
    """Return the letters and digits of a text alone, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if c.isalnum())


def pieces(terms: Iterable[str]) -> set[str]:
    """Return what nobody may find: each word of the terms, or any five letters of a longer one."""
    words = {squashed(word) for term in terms for word in term.split()}
    return {
        word[i : i + _PIECE]
        for word in words
        for i in range(max(1, len(word) - _PIECE + 1))
        if word
    }


def leaks(pdf: bytes, terms: Iterable[str], *, look: bool = False) -> list[str]:
    """Return by which readers a piece of a term is found, with what was found."""
    terms = tuple(terms)
    wanted = pieces(terms)
    found: dict[str, set[str]] = {}
    for reader, text in _texts(pdf):
        solid = squashed(text)
        if hits := {piece for piece in wanted if piece in solid}:
            found.setdefault(reader, set()).update(hits)
    for reader, octets in _octets(pdf):
        folded = octets.lower()
        if any(needle in folded for term in terms for needle in _encoded(term)):
            found.setdefault(reader, set()).add("bytes")
    if look:
        for reader, text in seen(pdf):
            solid = squashed(text)
            if hits := {piece for piece in wanted if piece in solid}:
                found.setdefault(reader, set()).update(hits)
    return [f"{reader}: {', '.join(sorted(hits))}" for reader, hits in sorted(found.items())]


def missing(pdf: bytes, stays: Iterable[str], *, look: bool = False) -> list[str]:
    """Return the words that should have stayed and that no reader finds."""
    left = [squashed(word) for word in stays]
    for _, text in words(pdf):
        solid = squashed(text)
        left = [word for word in left if word not in solid]
    if left and look:
        for _, text in seen(pdf):
            solid = squashed(text)
            left = [word for word in left if word not in solid]
    return left


def words(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Yield what readers of text say stands on the pages."""
    for order in ("-raw", "-layout"):
        run = subprocess.run(
            ["pdftotext", order, "-enc", "UTF-8", "-", "-"],
            input=pdf,
            capture_output=True,
            timeout=60,
        )
        yield f"poppler{order}", run.stdout.decode("utf-8", "replace")
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            said = page.get_textpage()
            yield "pdfium", said.get_text_range()
            yield "pdfium", said.get_text_range().replace("\ufffe", "").replace("\x02", "")
    finally:
        document.close()
    yield "pypdf", "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def _texts(pdf: bytes) -> Iterator[tuple[str, str]]:
    yield from words(pdf)
    yield "file", _STREAM.sub(b"\n", pdf).decode("latin-1")
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield "strings", "\n".join(_strings(opened))
        for stream in _streams(opened):
            content = _unpacked(stream)
            if content and _is_text(content):
                yield "streams", content.decode("latin-1")
                yield "streams", content.decode("utf-16-be", "replace")
        yield from _shown(opened)
        yield from _maps(opened)
        for name in _glyph_names(opened):
            yield "glyph names", name
    for content in _carved(pdf):
        if _is_text(content):
            yield "carved", content.decode("latin-1")


def _octets(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    yield "octets of the file", pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for stream in _streams(opened):
            yield "octets of a stream", _unpacked(stream)
            yield "octets as stored", stream.read_raw_bytes()
    for content in _carved(pdf):
        yield "octets carved", content


def _encoded(term: str) -> Iterator[bytes]:
    for word in term.split():
        if len(word) < _PIECE:
            continue
        lower = word.lower()
        for coding in ("utf-8", "utf-16-be", "utf-16-le"):
            yield lower.encode(coding)
            yield lower.encode(coding).hex().encode()
            yield word.encode(coding).hex().encode()
        yield word.upper().encode().hex().encode()


_STREAM = re.compile(rb"stream\r?\n.*?endstream", re.DOTALL)


def _carved(pdf: bytes) -> Iterator[bytes]:
    """Yield what can be inflated anywhere, whatever the file says of it."""
    for start in re.finditer(rb"stream\r?\n|\x78[\x01\x5e\x9c\xda]", pdf):
        at = start.end() if start.group().startswith(b"stream") else start.start()
        try:
            content = zlib.decompressobj().decompress(pdf[at:], 1 << 24)
        except zlib.error:
            continue
        yield content
        if content[:1] == b"\x78":
            try:
                yield zlib.decompressobj().decompress(content, 1 << 24)
            except zlib.error:
                continue


def _streams(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            yield thing


def _unpacked(stream: Any) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


def _is_text(content: bytes) -> bool:
    sample = content[:2048]
    return sum(9 <= byte <= 13 or 32 <= byte < 127 for byte in sample) > 0.8 * len(sample) > 0


def _strings(pdf: pikepdf.Pdf) -> Iterator[str]:
    todo: list[Any] = [pdf.trailer, *pdf.objects]
    depth = 0
    while todo and depth < 1_000_000:
        depth += 1
        value = todo.pop()
        if isinstance(value, pikepdf.String):
            octets = bytes(value)
            yield str(value)
            yield octets.decode("latin-1")
            yield octets.decode("utf-16-be", "replace")
            yield octets.decode("utf-8", "replace")
        elif isinstance(value, pikepdf.Name):
            yield str(value)
        elif isinstance(value, pikepdf.Array):
            todo += [item for item in value if not _elsewhere(item)]
        elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            for key, item in value.items():
                yield key
                if not _elsewhere(item):
                    todo.append(item)


def _elsewhere(item: Any) -> bool:
    return isinstance(item, pikepdf.Object) and item.is_indirect


_TARGETS = re.compile(rb"<([0-9A-Fa-f]{2,8})>\s*<([0-9A-Fa-f]+)>")
_RANGES = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def _map_of(stream: Any) -> dict[int, str]:
    content, says = _unpacked(stream), {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", content, re.DOTALL):
        for code, target in _TARGETS.findall(block):
            says[int(code, 16)] = _wide(target)
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", content, re.DOTALL):
        for low, high, target in _RANGES.findall(block):
            text = _wide(target)
            for n in range(min(int(high, 16) - int(low, 16), 65535) + 1):
                says[int(low, 16) + n] = text[:-1] + chr((ord(text[-1:] or "\0") + n) % 0x110000)
    return says


def _wide(digits: bytes) -> str:
    solid = digits.decode()
    return bytes.fromhex(solid if len(solid) % 2 == 0 else solid + "0").decode(
        "utf-16-be", "replace"
    )


def _maps(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Yield what maps to Unicode say: the whole, and each piece longer than a ligature."""
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
            stream = thing.ToUnicode
            if isinstance(stream, pikepdf.Stream):
                yield "maps", "\n".join(text for text in _map_of(stream).values() if len(text) > 1)
                yield "maps", "".join(text for text in _map_of(stream).values() if len(text) > 1)
                yield "maps", re.sub(rb"<[^>]*>", b" ", _unpacked(stream)).decode("latin-1")


def _shown(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Yield what each page and form shows, its strings put together in the order of the file."""
    for thing in pdf.objects:
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            continue
        is_page = thing.get("/Type") == "/Page" and "/Contents" in thing
        if not is_page and thing.get("/Subtype") != "/Form":
            continue
        fonts = thing.get("/Resources", pikepdf.Dictionary()).get("/Font", pikepdf.Dictionary())
        by_code, by_map, says, step = [], [], {}, 1
        try:
            instructions = pikepdf.parse_content_stream(thing)
        except pikepdf.PdfError:
            continue
        for instruction in instructions:
            operands, operator = list(instruction.operands), instruction.operator
            name = str(operator)
            if name == "Tf":
                font = fonts.get(str(operands[0]), pikepdf.Dictionary())
                step = 2 if font.get("/Subtype") == "/Type0" else 1
                says = _map_of(font.ToUnicode) if "/ToUnicode" in font else {}
            for octets in _octets_of(operands):
                by_code.append(octets.decode("latin-1"))
                codes = [
                    int.from_bytes(octets[i : i + step], "big") for i in range(0, len(octets), step)
                ]
                by_map.append("".join(says.get(code, "") for code in codes))
        yield "shown by code", "".join(by_code)
        yield "shown by map", "".join(by_map)


def _octets_of(operands: Iterable[Any]) -> Iterator[bytes]:
    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield bytes(operand)
        elif isinstance(operand, pikepdf.Array):
            yield from _octets_of(operand)


def _programs(pdf: pikepdf.Pdf) -> Iterator[tuple[str, bytes]]:
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if isinstance(thing.get(key), pikepdf.Stream):
                    yield key, _unpacked(thing[key])


def _drawn_glyphs(program: bytes) -> Iterator[tuple[str, bool]]:
    """Yield each glyph's name, and for those of a character its letter, and whether it is drawn."""
    try:
        if program[:4] in (b"\0\1\0\0", b"true", b"OTTO"):
            font = TTFont(io.BytesIO(program))
            glyphs, order = font.getGlyphSet(), font.getGlyphOrder()
            meant: dict[str, list[str]] = {}
            for table in font["cmap"].tables if "cmap" in font else ():
                for code, name in table.cmap.items():
                    if table.platformID == 3 and table.platEncID in (1, 10):
                        meant.setdefault(name, []).append(chr(code))
        else:
            sets = CFFFontSet()
            sets.decompile(io.BytesIO(program), None)
            top = sets[0]
            glyphs, order, meant = top.CharStrings, top.charset, {}
    except (TTLibError, Exception):
        return
    for name in order:
        pen = RecordingPen()
        try:
            glyphs[name].draw(pen)
        except Exception:
            continue
        drawn = any(
            step == "lineTo" or "curve" in step or step == "qCurveTo" for step, _ in pen.value
        )
        yield name, drawn
        for letter in meant.get(name, []):
            yield letter, drawn


def _glyph_names(pdf: pikepdf.Pdf) -> Iterator[str]:
    for _, program in _programs(pdf):
        yield from (name for name, _ in _drawn_glyphs(program))
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/CharProcs" in thing:
            yield from thing.CharProcs.keys()


def letters_left(pdf: bytes, terms: Iterable[str]) -> list[str]:
    """Return the rare letters of the terms that fonts still have, though no page shows them."""
    said = "".join(text for _, text in words(pdf))
    rare = {c for term in terms for c in term if c in "QqXxZz"} - set(said)
    found = set()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for _, program in _programs(opened):
            for name, drawn in _drawn_glyphs(program):
                letter = name if len(name) == 1 else agl.toUnicode(name)
                if letter in rare and (drawn or len(name) == 1):
                    found.add(f"font: {letter}")
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Dictionary):
                if isinstance(thing.get("/ToUnicode"), pikepdf.Stream):
                    found |= {
                        f"map: {c}"
                        for text in _map_of(thing.ToUnicode).values()
                        for c in text
                        if c in rare
                    }
                if "/CharProcs" in thing:
                    found |= {
                        f"type 3: {n}" for n in thing.CharProcs if agl.toUnicode(n[1:]) in rare
                    }
                if "/Differences" in thing:
                    found |= {
                        f"differences: {n}"
                        for n in thing.Differences
                        if isinstance(n, pikepdf.Name) and agl.toUnicode(str(n)[1:]) in rare
                    }
                if "/CharSet" in thing:
                    found |= {
                        f"list: {n}"
                        for n in str(thing.CharSet).split("/")
                        if agl.toUnicode(n) in rare
                    }
    return sorted(found)


_A_WORD = 300  # dots of ink
_TINGE = 12  # of 255: less is no colour
_IS_LIGHT = [0] * 110 + [255] * 146
_reader: list[tesserocr.PyTessBaseAPI] = []


def _ocr(image: Image.Image) -> str:
    if not _reader:
        _reader.append(tesserocr.PyTessBaseAPI(TESSDATA, lang="eng", psm=tesserocr.PSM.AUTO))
    _reader[0].SetImage(image)
    _reader[0].SetSourceResolution(_DPI)
    return str(_reader[0].GetUTF8Text())


def seen(pdf: bytes) -> Iterator[tuple[str, str]]:
    """Yield what can be read in pages as drawn and in pictures as stored."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            drawn = page.render(scale=_DPI / 72, may_draw_forms=True).to_pil().convert("RGB")
            yield from _read_picture("page", drawn.convert("L"))
            yield from _read_colours("page", drawn)
    finally:
        document.close()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for drawn in _drawings(opened):
            yield "drawings ocr", _ocr(drawn)
        for stream in _streams(opened):
            if stream.get("/Subtype") != "/Image" or int(stream.get("/Width", 0)) < 20:
                continue
            try:
                coloured = pikepdf.PdfImage(stream).as_pil_image().convert("RGB")
                image = coloured.convert("L")
            except Exception:
                continue
            # A page as a picture was looked at already, as drawn.
            if image.width * image.height < 900_000:
                yield from _read_picture("picture", image)
                yield from _read_colours("picture", coloured)


_STAGE = {"q", "Q", "cm", "w", "m", "l", "c", "v", "y", "h"}
_PAINTS = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "n"}


def _drawings(pdf: pikepdf.Pdf) -> Iterator[Image.Image]:
    """Yield what pages draw, all black and without clips: filled, and in thin lines."""
    for page in pdf.pages:
        for paint in (b"f", b"S"):
            lines = []
            for instruction in pikepdf.parse_content_stream(page):
                operator = str(instruction.operator)
                if operator in _STAGE:
                    lines.append(pikepdf.unparse_content_stream([instruction]))
                elif operator in _PAINTS:
                    lines.append(paint)
            if b"l" not in {line[-1:] for line in lines}:
                break
            with pikepdf.new() as made:
                made.add_blank_page(page_size=(10, 10))
                made.pages[0].obj.MediaBox = [float(edge) for edge in page.mediabox]
                made.pages[0].obj.Contents = made.make_stream(b"\n".join(lines))
                out = io.BytesIO()
                made.save(out)
            document = pypdfium2.PdfDocument(out.getvalue())
            yield document[0].render(scale=_DPI / 72).to_pil().convert("L")
            document.close()


def _read_colours(reader: str, image: Image.Image) -> Iterator[tuple[str, str]]:
    """Yield what how blue and how red a picture is tell, whatever its greys do."""
    if image.height < 60:
        image = image.resize((image.width * 2, image.height * 2))
    for name, plane in zip(("blues", "reds"), image.convert("YCbCr").split()[1:], strict=True):
        if np.ptp(np.asarray(plane)) > _TINGE:
            stretched = ImageOps.autocontrast(plane)
            yield f"{reader} ocr, {name}", _ocr(stretched)
            yield f"{reader} ocr, {name} inverted", _ocr(ImageOps.invert(stretched))


def _turned(image: Image.Image) -> Iterator[Image.Image]:
    """Yield what no sure word is made of, turned until its rows differ most, and by quarters."""
    _reader[0].SetImage(image)
    rows = [line.split("\t") for line in _reader[0].GetTSVText(0).splitlines()]
    left = image.copy()
    words = [row for row in rows if len(row) == 12 and float(row[10]) >= 50]
    lines = {tuple(row[1:5]) for row in words if float(row[10]) >= 80 and len(row[11]) > 2}
    for row in words:
        if tuple(row[1:5]) in lines:
            x, y, wide, high = map(int, row[6:10])
            left.paste(255, (x - 2, y - 2, x + wide + 2, y + high + 2))
    # A box is dark throughout, and so is what lies about its middle.
    boxes = left.filter(ImageFilter.MaxFilter(15)).filter(ImageFilter.MinFilter(21))
    ink = ImageChops.lighter(left, ImageChops.invert(boxes)).point(lambda v: 255 * (v < 160))
    if (place := ink.getbbox()) is None or np.count_nonzero(np.asarray(ink)) < _A_WORD:
        return
    part = image.crop(place)
    small = ink.crop(place)
    small.thumbnail((300, 300))

    def differ(angle: int) -> float:
        drawn = np.asarray(small.rotate(angle, Image.Resampling.BILINEAR, expand=True))
        return float(np.square(drawn.sum(axis=1, dtype=float)).sum())

    best = max(range(-90, 90, 3), key=differ)
    for angle in (best, best + 90, best + 180, best + 270):
        turned = part.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        yield ImageOps.expand(turned, 20, 255)


def _read_picture(reader: str, image: Image.Image) -> Iterator[tuple[str, str]]:
    for code in zxingcpp.read_barcodes(np.asarray(image)):
        yield f"{reader} code", code.text
    if image.height < 60:
        image = image.resize((image.width * 2, image.height * 2))
    yield f"{reader} ocr", _ocr(image)
    low, high = image.getextrema()
    if low == high:
        return
    # What is a shade from its ground is as good as written.
    faint = image.point(lambda v: 0 if v < 254 else 255)
    if faint.tobytes() != image.tobytes():
        yield f"{reader} ocr, stretched", _ocr(faint)
    # And what is some shades from the paper, beside plain ink, whose rims would drown it.
    ground = image.filter(ImageFilter.MaxFilter(9))
    beside = image.filter(ImageFilter.MinFilter(9))
    pale = ImageChops.subtract(ground, image)
    kept = Image.composite(pale, Image.new("L", image.size, 0), beside.point(_IS_LIGHT))
    if np.asarray(kept).max() > 3:
        most = np.percentile(np.asarray(kept)[np.asarray(kept) > 3], 75)
        yield f"{reader} ocr, pale", _ocr(kept.point(lambda v: 255 - min(255, int(v * 255 / most))))
    # And what is a shade from black.
    if np.count_nonzero(np.asarray(image) < 96) > 0.02 * image.width * image.height:
        yield f"{reader} ocr, lifted", _ocr(image.point(lambda v: 255 - min(255, 5 * v)))
    if reader == "page":
        for dpi in (72, 140):  # dots that stand apart run together for whoever steps back
            blurred = image.filter(ImageFilter.GaussianBlur(0.4 * _DPI / dpi * 3))
            small = blurred.resize([round(side * dpi / _DPI) for side in image.size])
            yield f"{reader} ocr, unsharp", _ocr(ImageOps.autocontrast(small))
        yield f"{reader} ocr, aslant", "\n".join(map(_ocr, _turned(image)))
    if reader == "picture":
        yield f"{reader} ocr, inverted", _ocr(ImageOps.invert(image))
        yield f"{reader} ocr, turned", _ocr(image.rotate(180, fillcolor=255))
