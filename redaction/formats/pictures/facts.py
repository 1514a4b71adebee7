"""What a picture file says beside its pixels: who made it, where, with what; what lies behind it.

None of it is in the page that is made; all of it is told, because it may be about somebody.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from redaction.formats.kinds import GIF, JPEG, PNG, WEBP
from redaction.pages import Attachment, Hidden

_Base, _Directory, _Gps = ExifTags.Base, ExifTags.IFD, ExifTags.GPS
_SAID = {
    int(_Base.Artist): "author of the picture",
    int(_Base.XPAuthor): "author of the picture",
    int(_Base.CameraOwnerName): "owner of the camera",
    int(_Base.Copyright): "author of the picture",
    int(_Base.ImageDescription): "description of the picture",
    int(_Base.XPTitle): "title of the picture",
    int(_Base.XPSubject): "title of the picture",
    int(_Base.XPKeywords): "keywords of the picture",
    int(_Base.XPComment): "comment in the picture",
    int(_Base.UserComment): "comment in the picture",
    int(_Base.DocumentName): "title of the picture",
    int(_Base.PageName): "title of the picture",
    int(_Base.HostComputer): "device of the picture",
    int(_Base.Make): "device of the picture",
    int(_Base.Model): "device of the picture",
    int(_Base.BodySerialNumber): "device of the picture",
    int(_Base.Software): "program of the picture",
    int(_Base.DateTimeOriginal): "time when the picture was taken",
    int(_Base.DateTime): "time when the picture was saved",
}
_XP = {int(tag) for tag in (_Base.XPAuthor, _Base.XPTitle, _Base.XPSubject, _Base.XPKeywords,
                            _Base.XPComment)}  # fmt: skip
_PLACE = "place where the picture was taken"
_TEXT = "text in the picture file"
_LONGEST = 20_000
_THUMBNAIL = "a small picture of it, which may show more than the picture does"
BEHIND = "data behind the picture"
_FEWEST_BEHIND = 4


def facts_of(image: Image.Image, page: int | None) -> Iterator[Hidden]:
    """Yield what a frame that was opened and decoded says of itself."""
    seen = set()
    for kind, text in _said(image):
        plain = " ".join(text.replace("\0", " ").split())[:_LONGEST]
        if plain and (kind, plain) not in seen:
            seen.add((kind, plain))
            yield Hidden(kind, plain, page)


def behind(content: bytes, kind: str) -> Attachment | None:
    """Return what lies in the file behind the picture's own end: a document of its own, or None."""
    rest = content[_end(content, kind) :]
    if len(rest.strip(b"\0 \t\r\n\xff")) < _FEWEST_BEHIND:
        return None
    return Attachment(BEHIND, "application/octet-stream", rest)


def _said(image: Image.Image) -> Iterator[tuple[str, str]]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for part in (_exif, _iptc, _texts):
            try:
                yield from list(part(image))
            except Exception:
                yield _TEXT, "facts about the picture that could not be read"


def _exif(image: Image.Image) -> Iterator[tuple[str, str]]:
    exif = image.getexif()
    tags = {**exif, **exif.get_ifd(_Directory.Exif)}
    for tag, kind in _SAID.items():
        if tag in tags:
            yield kind, _as_text(tags[tag], wide=tag in _XP)
    place = exif.get_ifd(_Directory.GPSInfo)
    if place:
        yield _PLACE, _place(place)
    if int(_Base.JpegIFOffset) in exif.get_ifd(_Directory.IFD1):
        yield _TEXT, _THUMBNAIL


def _as_text(value: object, *, wide: bool = False) -> str:
    if isinstance(value, tuple) and wide:
        value = bytes(value)
    if isinstance(value, bytes):
        if wide:
            return value.decode("utf-16-le", "replace")
        for mark, encoding in ((b"ASCII\0\0\0", "latin-1"), (b"UNICODE\0", "utf-16")):
            if value.startswith(mark):
                return value[8:].decode(encoding, "replace")
        return value.decode("utf-8", "replace")
    return str(value)


def _place(gps: dict[int, object]) -> str:
    parts = [
        _angle(gps.get(int(_Gps.GPSLatitude)), gps.get(int(_Gps.GPSLatitudeRef))),
        _angle(gps.get(int(_Gps.GPSLongitude)), gps.get(int(_Gps.GPSLongitudeRef))),
        _as_text(gps.get(int(_Gps.GPSAreaInformation), b"")),
        _as_text(gps.get(int(_Gps.GPSDateStamp), "")),
    ]
    return ", ".join(part for part in parts if part) or "a place, which could not be read"


def _angle(value: object, side: object) -> str:
    if not isinstance(value, tuple) or len(value) != 3:
        return ""
    try:
        degrees, minutes, seconds = (float(part) for part in value)
        return f"{degrees + minutes / 60 + seconds / 3600:.5f}° {_as_text(side)}"
    except (ValueError, ZeroDivisionError):
        return ""


def _iptc(image: Image.Image) -> Iterator[tuple[str, str]]:
    facts = IptcImagePlugin.getiptcinfo(image) if isinstance(image, ImageFile.ImageFile) else None
    for value in (facts or {}).values():
        for one in value if isinstance(value, list) else [value]:
            if (text := _as_text(one)).isprintable():
                yield _TEXT, text


def _texts(image: Image.Image) -> Iterator[tuple[str, str]]:
    for key, value in {**image.info, **getattr(image, "text", {})}.items():
        name = str(key).lower()
        if name in ("xmp", "xml:com.adobe.xmp"):
            yield _TEXT, _words_of_xmp(_as_text(value))
        elif name == "comment":
            yield "comment in the picture", _as_text(value)
        elif isinstance(value, str) and name not in ("compression", "blend", "disposal"):
            yield _TEXT, f"{key}: {value}"


def _words_of_xmp(xmp: str) -> str:
    """Return the words of XMP, which stand between its tags and in their attributes."""
    between = re.sub(r"<[^>]*>", " ", xmp)
    attributes = re.findall(r"""\s(?!xmlns)[\w:]+\s*=\s*(?:"([^"]*)"|'([^']*)')""", xmp)
    return " ".join((between, *(one or two for one, two in attributes)))


def _end(content: bytes, kind: str) -> int:
    """Return where the picture ends in its file, or the file's end where that is not known."""
    walk = {JPEG: _end_of_jpeg, PNG: _end_of_png, GIF: _end_of_gif, WEBP: _end_of_webp}.get(kind)
    try:
        return walk(content) if walk else len(content)
    except IndexError:
        return len(content)


def _end_of_webp(content: bytes) -> int:
    return 8 + int.from_bytes(content[4:8], "little") + content[4] % 2


def _end_of_jpeg(content: bytes) -> int:
    """Walk the markers up to the end of image (ITU-T T.81 §B.1)."""
    at = 2
    while at + 4 <= len(content):
        if content[at] != 0xFF:
            return len(content)
        marker = content[at + 1]
        if marker == 0xD9:
            return at + 2
        if marker == 0xFF:
            at += 1
            continue
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker == 0xDA:  # coded pixels up to the next marker
            at = _after_pixels(content, at)
    return at + 2 if content[at : at + 2] == b"\xff\xd9" else len(content)


def _after_pixels(content: bytes, at: int) -> int:
    while (at := content.find(b"\xff", at)) >= 0:
        follows = content[at + 1]
        if follows != 0 and not 0xD0 <= follows <= 0xD7:
            return at
        at += 2
    return len(content)


def _end_of_png(content: bytes) -> int:
    at = 8
    while at + 12 <= len(content):
        length, name = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at
    return len(content)


def _end_of_gif(content: bytes) -> int:
    """Walk the blocks up to the trailer (GIF89a §27)."""
    at = 13 + _table(content[10])
    while content[at] != 0x3B:
        if content[at] == 0x2C:
            at += 10 + _table(content[at + 9]) + 1
        else:
            at += 2
        while content[at]:
            at += 1 + content[at]
        at += 1
    return at + 1


def _table(flags: int) -> int:
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0
