"""Words behind the drawings of older office files ([MS-ODRAW]): descriptions, names and links."""

from __future__ import annotations

from redaction.formats.office.told import Told

_OPTIONS = b"\x0b\xf0"  # 2.2.9, OfficeArtFOPT; its properties are 6 bytes each
_TELLING = {
    0x0105: "link",  # the file that a picture came from
    0x0380: "name of a drawing",
    0x0381: "alternative text",
    0x0382: "link",
    0x038D: "alternative text",
}
_COMPLEX = 0x8000
_MOST = 2**20


def tell_drawings(content: bytes, told: Told) -> None:
    """Tell what the shapes in a stream say and do not show, wherever they stand in it."""
    at = content.find(_OPTIONS)
    while at >= 0:
        if at >= 2 and content[at - 2] & 0x0F == 3:
            count = int.from_bytes(content[at - 2 : at], "little") >> 4
            size = int.from_bytes(content[at + 2 : at + 6], "little")
            if 6 * count <= size <= _MOST:
                _tell(content[at + 6 : at + 6 + size], count, told)
        at = content.find(_OPTIONS, at + 2)


def _tell(options: bytes, count: int, told: Told) -> None:
    at = 6 * count
    for number in range(count):
        option = options[6 * number : 6 * number + 6]
        kind = int.from_bytes(option[:2], "little")
        if not kind & _COMPLEX:
            continue
        size = int.from_bytes(option[2:6], "little")
        if (known := _TELLING.get(kind & 0x3FFF)) is not None:
            text = options[at : at + size].decode("utf-16-le", "replace").partition("\0")[0]
            told.hide(known, text)
        at += size
