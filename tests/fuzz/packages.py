"""Damage that knows what a ZIP of XML parts is: Word, Excel, PowerPoint, OpenDocument."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from random import Random

from lxml import etree

_VALUES = (
    "",
    "0",
    "-1",
    "1",
    "true",
    "2147483648",
    "99999999999999999999",
    "rId1",
    "rId99",
    "é\u202e",
)
_NAMES = ("../../up.xml", "/etc/up", "word/document.xml", "a" * 300, "\u202eexe.xml", "mimetype")
_DOCTYPE = b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
_MOST_PARTS, _MOST_BYTES = 500, 8 * 2**20

Parts = list[tuple[str, bytes]]


def with_other_parts(content: bytes, rng: Random) -> bytes:
    """Take parts out, double them, rename them, or let two change places."""
    parts = _opened(content)
    for _ in range(rng.choice((1, 1, 2, 4))):
        at, to = rng.randrange(len(parts)), rng.randrange(len(parts))
        match rng.randrange(5):
            case 0 if len(parts) > 1:
                del parts[at]
            case 1:
                parts.insert(to, parts[at])
            case 2:
                parts[at] = rng.choice(_NAMES), parts[at][1]
            case 3:
                (a, x), (b, y) = parts[at], parts[to]
                parts[at], parts[to] = (a, y), (b, x)
            case _:
                name, data = parts[at]
                parts[at] = name, data[: rng.randrange(len(data) + 1)]
    return _closed(parts)


def with_other_elements(content: bytes, rng: Random) -> bytes:
    """Take elements out of a part, double, move or nest them, or change what they say."""
    parts = _opened(content)
    xml = [n for n, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    if not xml:
        return content
    for number in rng.sample(xml, min(len(xml), rng.choice((1, 1, 3)))):
        name, data = parts[number]
        try:
            root = etree.fromstring(data)
        except etree.XMLSyntaxError:
            continue
        for _ in range(rng.choice((1, 3, 10))):
            _change_an_element(root, rng)
        head = _DOCTYPE if rng.random() < 0.05 else b""
        parts[number] = name, head + etree.tostring(root)
    return _closed(parts)


def _change_an_element(root: etree._Element, rng: Random) -> None:
    every = list(root.iter())
    one, other = rng.choice(every), rng.choice(every)
    parent = one.getparent()
    match rng.randrange(5):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if parent is not None and len(every) < 20_000:
            parent.append(_copy(one))
        case 2 if one.attrib:
            one.attrib[rng.choice(sorted(map(str, one.attrib)))] = rng.choice(_VALUES)
        case 3 if other not in set(one.iterancestors()) and len(every) < 20_000:
            other.append(_copy(one))
        case _:
            one.text = rng.choice((*_VALUES, "word " * 50))


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element, with_tail=False))


def with_a_bomb(content: bytes, rng: Random) -> bytes:
    """Add a part that is thousands of times larger than it lies there."""
    parts = _opened(content)
    parts.append((rng.choice(("word/media/image9.png", "customXml/item9.xml")), bytes(48 * 2**20)))
    return _closed(parts)


def _opened(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        infos = package.infolist()
        if len(infos) > _MOST_PARTS or sum(info.file_size for info in infos) > _MOST_BYTES:
            raise ValueError("too large to be played with")
        return [(info.filename, package.read(info)) for info in infos if not info.is_dir()]


def _closed(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts:
            # An entry of its own each time: two of one name are part of the play.
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, data)
    return out.getvalue()


Damage = Callable[[bytes, Random], bytes]
EVERY: Sequence[Damage] = (
    *(with_other_elements,) * 5,
    *(with_other_parts,) * 4,
    with_a_bomb,
)
