"""What rich text holds in hexadecimal: pictures, objects of other programs, and stray words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.compound import Compound
from redaction.formats.office.container import in_package
from redaction.formats.office.drawings import cut, kind_of_picture, without_metadata

_NO_HEX = re.compile(rb"[^0-9a-fA-F]")
_KINDS = {"pngblip": "png", "jpegblip": "jpeg", "emfblip": "emf", "wmetafile": "wmf",
          "dibitmap": "dib"}  # fmt: skip
_SIZES = {"picw", "pich", "picwgoal", "pichgoal", "picscalex", "picscaley"}
_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff]\0){4,}")
_NARROW = re.compile(rb"[\x20-\x7e\xa0-\xff]{5,}")
_LINKED = 1


@dataclass(slots=True)
class Picture:
    """A picture in rich text: its kind, its measures in twips and per cent, its bytes."""

    extension: str = ""
    kind: tuple[str, int | None] = ("", None)
    measures: dict[str, int] = field(default_factory=dict)
    _hex: bytearray = field(default_factory=bytearray)
    _bytes: bytearray = field(default_factory=bytearray)

    def word(self, word: str, number: int | None) -> None:
        """Take note of what a control word says of the picture."""
        if word in _KINDS:
            self.kind, self.extension = (word, number), _KINDS[word]
        elif word in _SIZES or word.startswith("piccrop"):
            self.measures[word] = number or 0

    def add_hex(self, hex: bytes) -> None:
        """Add bytes that are written in hexadecimal."""
        self._hex += hex

    def add(self, content: bytes) -> None:
        """Add bytes that stand as they are."""
        self._bytes += content

    @property
    def content(self) -> bytes:
        """Its bytes, as its program wrote them."""
        if self._hex:
            digits = _NO_HEX.sub(b"", bytes(self._hex))
            self._hex.clear()
            self._bytes += bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
        return bytes(self._bytes)

    @property
    def is_read(self) -> bool:
        """Whether it is of a kind that LibreOffice may open, and says rightly of which."""
        if self.extension == "dib":
            return len(self.content) > 40
        return bool(self.extension) and kind_of_picture(self.content) == self.extension

    @property
    def is_cropped(self) -> bool:
        """Whether less of it is seen than is there."""
        return any(self.measures.get(f"piccrop{side}", 0) > 0 for side in "ltrb")

    def written(self) -> bytes:
        """Return the picture as a group of rich text, cut as its author cut it."""
        content, (kind, number) = without_metadata(self.content), self.kind
        measures = dict(self.measures)
        if self.is_cropped and (less := cut(content, self._shares())) is not None:
            content, kind, number = less, "pngblip", None
            for goal, first, second in (("picwgoal", "l", "r"), ("pichgoal", "t", "b")):
                measures[goal] -= measures.pop(f"piccrop{first}", 0)
                measures[goal] -= measures.pop(f"piccrop{second}", 0)
            measures.pop("picw", None)
            measures.pop("pich", None)
        said = b"".join(b"\\%s%d" % (name.encode(), value) for name, value in measures.items())
        count = b"" if number is None else b"%d" % number
        return b"{\\pict\\%s%s%s " % (kind.encode(), count, said) + content.hex().encode() + b"}"

    def _shares(self) -> tuple[float, float, float, float]:
        wide, high = self.measures.get("picwgoal", 0), self.measures.get("pichgoal", 0)
        if wide <= 0 or high <= 0:
            return (1.0, 1.0, 1.0, 1.0)
        left, top, right, bottom = (self.measures.get(f"piccrop{side}", 0) for side in "ltrb")
        return left / wide, top / high, right / wide, bottom / high


def object_inside(hex: str) -> tuple[str, bytes, str]:
    """Return the name and bytes of an embedded object, and where a linked one leads.

    [MS-OLEDS] 2.2: a header, three names with their lengths, then the object as its program wrote.
    """
    content = _bytes_of(hex)
    kind = int.from_bytes(content[4:8], "little")
    names, at = [], 8
    for _ in range(3):
        size = int.from_bytes(content[at : at + 4], "little")
        names.append(content[at + 4 : at + 4 + size].rstrip(b"\0").decode("cp1252", "replace"))
        at += 4 + size
    if kind == _LINKED:
        return "", b"", " ".join(name for name in names[1:] if name)
    size = int.from_bytes(content[at : at + 4], "little")
    inside = content[at + 4 : at + 4 + size]
    if names[0] == "Package" and inside.startswith(b"\2\0"):
        return *in_package(inside), ""
    return ("embedded", inside, "") if inside else ("embedded", content, "")


def words_in_hex(hex: str) -> str:
    """Return the words in bytes that are written in hexadecimal, a stretch on a line."""
    content = _bytes_of(hex)
    if content.startswith(b"PK"):
        return ""  # a theme: colours and names of fonts
    texts = [content]
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        try:
            inside = Compound(content, "document")
            texts = [inside.stream((name,)) for name in inside.streams(())]
            texts += [
                inside.stream((outer, name))
                for outer in inside.storages(())
                for name in inside.streams((outer,))
            ]
        except Refused:
            pass
    found = []
    for text in texts:
        found += [run[0].decode("utf-16-le") for run in _WIDE.finditer(text)]
        found += [
            run[0].decode("cp1252", "replace") for run in _NARROW.finditer(_WIDE.sub(b"\0", text))
        ]
    return "\n".join(run.strip() for run in found if sum(c.isalpha() for c in run) >= 4)


def _bytes_of(hex: str) -> bytes:
    digits = _NO_HEX.sub(b"", hex.encode("ascii", "ignore"))
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
