"""What a part of a message holds once its transfer coding is undone (RFC 2045, section 6).

Mail programs skip what is no code, and stop where it ends; list servers put their footers there.
Nothing of it is lost here: what stands beside the code is told.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message as Part

_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=\s]")
_SHORT = 24  # letters
_UU_NAMES = {"x-uuencode", "uuencode", "uue", "x-uue"}
_WRAPPED = re.compile(
    r"^begin [0-7]{3,4} (?P<name>[^\r\n]*)\r?\n(?P<code>.*?)^end[ \t]*\r?$\n?", re.M | re.S
)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What was coded, and what stands in the part besides."""

    content: bytes = field(repr=False)
    beside: str = field(repr=False)


def unpacked(part: Part) -> Unpacked:
    """Return what a part that is no multipart holds; damaged code gives what can be told of it."""
    coding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if coding in ("base64", *_UU_NAMES) and isinstance(payload := _as_it_stands(part), str):
        if coding == "base64":
            return _base64(payload)
        if found := _WRAPPED.search(payload):
            around = [found["name"], payload[: found.start()], payload[found.end() :]]
            beside = "\n".join(text.strip() for text in around if text.strip())
            return Unpacked(_uu(found["code"]), beside)
    content = part.get_payload(decode=True)
    return Unpacked(content if isinstance(content, bytes) else b"", "")


def _as_it_stands(part: Part) -> object:
    try:
        return part.get_payload()
    except (LookupError, ValueError):  # a character set that is none, where octets are no ASCII
        return None


def without_wrapped(text: str) -> tuple[str, list[tuple[str, bytes]]]:
    """Return a text without the files that stand in it by "uuencode", and these by their names."""
    files = [(found["name"].strip(), _uu(found["code"])) for found in _WRAPPED.finditer(text)]
    files = [file for file in files if file[1]]
    return (_WRAPPED.sub("", text), files) if files else (text, [])


def _base64(payload: str) -> Unpacked:
    runs, beside = [], list[str]()
    for coded, text in _runs(payload.splitlines()):
        content = _decoded(text) if coded else None
        if content is not None:
            runs.append(content)
        # Behind the end of the code a word may look like code: it is both read and told.
        if content is None or (len(runs) > 1 and len(text) < _SHORT and text.isalpha()):
            beside.append(text)
    if not runs:
        return Unpacked(_decoded(_NOT_BASE64.sub("", "".join(beside))) or b"", "\n".join(beside))
    return Unpacked(b"".join(runs), "\n".join(beside))


def _runs(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Yield stretches of code, each up to its padding or a line that is none, and other lines."""
    run: list[str] = []
    for line in lines:
        said = line.strip()
        is_code = _BASE64.fullmatch(said) is not None
        if run and (not is_code or _ends(run)):
            yield True, "".join(run)
            run = []
        if is_code:
            run.append(said)
        elif said:
            yield False, said
    if run:
        yield True, "".join(run)


def _ends(run: list[str]) -> bool:
    whole = sum(map(len, run)) % 4 == 0
    return run[-1].endswith("=") or (whole and len(run[-1]) < len(run[0]))


def _decoded(code: str) -> bytes | None:
    solid = "".join(code.split()).rstrip("=")
    solid = solid[: len(solid) - (len(solid) % 4 == 1)]
    try:
        return base64.b64decode(solid + "=" * (-len(solid) % 4))
    except (binascii.Error, ValueError):
        return None


def _uu(code: str) -> bytes:
    lines = []
    for line in code.encode("latin-1", "replace").splitlines():
        try:
            lines.append(binascii.a2b_uu(line))
        except binascii.Error:
            # Old programs counted wrong: as many octets as the length says (as the library does).
            octets = (((line[0] - 32) & 63) * 4 + 5) // 3 if line else 0
            try:
                lines.append(binascii.a2b_uu(line[:octets]))
            except binascii.Error:
                return b""
    return b"".join(lines)
