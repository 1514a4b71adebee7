"""Pictures and drawings in office files: what hides in and behind them is told or taken out."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator

from PIL import Image

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import BMP, GIF, JPEG, PNG, TIFF, kind_of
from redaction.formats.office.container import Element, Parts, Relation, attribute, local
from redaction.formats.office.told import Told

_MOST_PIXELS = 80_000_000
_EXTENSIONS = {PNG: "png", JPEG: "jpeg", GIF: "gif", BMP: "bmp", TIFF: "tiff"}
_NAMED_BY_PROGRAM = re.compile(r"[\w .:-]*?\d*|.*(?i:diagram|chart|object|content placeholder) \d+")
_FILE_NAME = re.compile(r"[\\/]|\.\w{3,4}$")
_LINKS = {"hlinkClick", "hlinkHover", "hlinkMouseOver", "svgBlip"}
_NOT_READ = "a picture in the file is of a kind that is not read"


def kind_of_picture(content: bytes) -> str | None:
    """Return the extension of a picture that LibreOffice may open, or None for any other."""
    if content[40:44] == b" EMF":
        return "emf"
    if content.startswith((b"\xd7\xcd\xc6\x9a", b"\1\0\t\0")):
        return "wmf"
    try:
        return _EXTENSIONS.get(kind_of(content))
    except Refused:
        return None


def tell_descriptions(root: Element, relations: dict[str, Relation], told: Told) -> None:
    """Tell the words behind pictures and shapes: descriptions, titles, file names, links."""
    for element in root.iter():
        name = local(element)
        if name in ("docPr", "cNvPr"):
            for key in ("descr", "title"):
                told.hide("alternative text", attribute(element, key))
            called = attribute(element, "name")
            if _FILE_NAME.search(called) or not _NAMED_BY_PROGRAM.fullmatch(called):
                told.hide("name of a drawing", called)
        elif "vml" in str(element.tag) or "office:office" in str(element.tag):
            for key in ("alt", "title", "href"):
                told.hide("link" if key == "href" else "alternative text", attribute(element, key))
        elif name in ("hlinkClick", "hlinkHover", "hlinkMouseOver"):
            told.hide("link", attribute(element, "tooltip"))
            relation = relations.get(attribute(element, "id"))
            if relation is not None and relation.external:
                told.hide("link", relation.target)
    for element in list(root.iter()):
        above = element.getparent()
        if isinstance(element.tag, str) and local(element) in _LINKS and above is not None:
            above.remove(element)


def crops(root: Element) -> Iterator[tuple[Element, Element, tuple[float, float, float, float]]]:
    """Yield each cropped picture: its blip, the crop, and the shares cut off on four sides."""
    for element in list(root.iter()):
        if not isinstance(element.tag, str) or local(element) != "srcRect":
            continue
        left, top, right, bottom = (share(attribute(element, side)) for side in "ltrb")
        above = element.getparent()
        blips = [c for c in above if local(c) == "blip"] if above is not None else []
        if blips and max(left, top, right, bottom) > 0:
            yield blips[0], element, (left, top, right, bottom)


def cropped_in_vml(root: Element) -> Iterator[str]:
    """Yield the relation of each picture that is cropped the older way."""
    for element in root.iter():
        if isinstance(element.tag, str) and local(element) == "imagedata":
            sides = ("croptop", "cropleft", "cropright", "cropbottom")
            if any(attribute(element, side) not in ("", "0", "0f") for side in sides):
                yield attribute(element, "id")


def cut(content: bytes, shares: tuple[float, float, float, float]) -> bytes | None:
    """Return a picture without what was cut off, or None where it cannot be cut."""
    left, top, right, bottom = (max(0.0, share) for share in shares)
    if left + right >= 1 or top + bottom >= 1:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content))
            width, height = picture.size
            if width * height > _MOST_PIXELS:
                return None
            edges = (left * width, top * height, (1 - right) * width, (1 - bottom) * height)
            kept = picture.crop(tuple(round(edge) for edge in edges))  # type: ignore[arg-type]
            out = io.BytesIO()
            kept.convert("RGBA" if "A" in kept.mode or kept.mode == "P" else "RGB").save(out, "PNG")
    except Exception:  # Pillow raises what it meets; the picture is then shown as it is cropped
        return None
    return out.getvalue()


def without_metadata(content: bytes) -> bytes:
    """Return a JPEG without what stands beside its pixels: places, names, small copies."""
    if not content.startswith(b"\xff\xd8"):
        return content
    out, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(content) and content[at] == 0xFF and content[at + 1] != 0xDA:
        marker, size = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        # Kept are JFIF, the colour profile and Adobe's word on colours (APP0, 2 and 14).
        if not (0xE0 <= marker <= 0xEF and marker not in (0xE0, 0xE2, 0xEE)) and marker != 0xFE:
            out += content[at : at + 2 + size]
        at += 2 + size
    return bytes(out) + content[at:]


def picture_part(parts: Parts, name: str, told: Told) -> tuple[str, bytes] | None:
    """Return a picture's extension and bytes for LibreOffice; others become documents."""
    content = parts.read(name)
    extension = kind_of_picture(content)
    if extension is None:
        told.attach(parts, name)
        told.gap(_NOT_READ)
        return None
    return extension, without_metadata(content)


def is_clear(content: bytes) -> bool:
    """Say whether one can see through a picture, be it in places, or cannot know that."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(content))
            return picture.has_transparency_data
    except Exception:  # Pillow raises what it meets; a drawing of lines has no ground of its own
        return True


def share(value: str) -> float:
    """Return a share as DrawingML writes it: 50000, or 50%, is half; 0 for what is no number."""
    try:
        return float(value[:-1]) / 100 if value.endswith("%") else float(value or 0) / 100_000
    except ValueError:
        return 0.0
