r"""What a text stands for that shows the codes of letters: %5A, =5A, &#90;, \u005a, Ze**phyr**ine.

Behind it stands what it has in base 64 or as octets in figures, unpacked.

A reading of its own for the proof, apart from the one that finds such names: one sign after the
other is put right in the whole text, and nothing has to be known of where it stood.
"""

from __future__ import annotations

import html
import re
from base64 import b64decode
from collections.abc import Iterator

_MAY = re.compile(r"[%=\\&*_~`\"<]")
_BRACKET = re.compile(r"[()\[\]{}](?<=[^\W\d_].)(?=[^\W\d_])")
_OVERSTRUCK = re.compile(r"[^\W_][\u0335-\u0338]+")
_IN_TILDES = re.compile(r"~~[^~\n]{1,80}~~")
_STRUCK_MARK = re.compile(r"\[struck\s+out:\s|\]")
_STRUCK = re.compile(r"\[struck\s+out:\s[^\[\]]{0,300}\]")
_BASE64 = re.compile(
    r"(?<![\w+/-])[\w+/-]{16,}(?:={0,2}\s*\n[\s>|]*[\w+/-]{2,}(?=={0,2}[^\S\n]*(?:\n|\Z)))*"
)
_FIGURES = re.compile(
    r"(?<![0-9A-Za-z])(?:(?:0x|\\x)?[0-9A-Fa-f]\s?[0-9A-Fa-f][\s:,-]{0,2}){6,}[0-9A-Fa-f]?"
)
_LONG = b"w" * 16  # signs that may be base 64
_MAY_BE_BASE64 = bytes(
    ord("w" if code > 127 or chr(code).isalnum() or chr(code) in "_+/-" else " ")
    for code in range(256)
)
_MANY = b"h" * 12  # figures of six octets
_MAY_BE_FIGURES = bytes(
    ord("h" if chr(code) in "0123456789ABCDEFabcdef" else " ") for code in range(256)
)
_BETWEEN_FIGURES = bytes([*range(33), *b"\\x:,-", *range(127, 256)])
_LEAST_SAID = re.compile("[A-Za-z]{3}")
_OCTAL = re.compile(r"\\([01][0-7]{2})")
_TAGS = re.compile(r"(?<=[^\W_])(?:</?[A-Za-z][^<>\n]{0,80}>)+(?=[^\W_])")
_RUN = re.compile(r"(?:(?:%|=|\\x)[0-9A-Fa-f]{2})+")
_UNIT = re.compile(
    r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|U([0-9A-Fa-f]{8}))|_x([0-9A-Fa-f]{4})_"
)
_TAKEN_BACK = re.compile(r".\[U\+0008\]", re.DOTALL)
_CONTROL = re.compile(r"\[U\+001B\]\[[\d;]*[A-Za-z]|\[U\+[0-9A-F]{4}\]")
_BROKEN = re.compile(r"\[\n?U\n?\+(?:\n?[0-9A-F]){4}\n?\]")
_WITHIN = re.compile(r"(?<=[^\W_])(?:[*_~`]{1,3}|\"\s?[&+]\s?\")(?=[^\W_])|\\(?=[^\W_])")


def as_meant(text: str) -> str:
    """Return a text with codes of letters put right; the same where it has none."""
    packed = "\n\n".join(_packed(text))
    # One set of signs at a time is looked for at the speed of C.
    may = _MAY.search(text) or "U+" in text or _BRACKET.search(text)
    plain = _put_right(text) if may else text
    if not text.isascii() and _OVERSTRUCK.search(text):
        plain = f"{plain}\n\n{_OVERSTRUCK.sub('', text)}"
    if "~~" in text:
        plain = f"{plain}\n\n{_IN_TILDES.sub('', text)}"
    if "[struck" in text:
        plain = "\n\n".join(_put_right(sign.sub("", text)) for sign in (_STRUCK, _STRUCK_MARK))
    return f"{plain}\n\n{packed}" if packed else plain


def _put_right(text: str) -> str:
    text = _BROKEN.sub(lambda code: code[0].replace("\n", ""), text)
    text = _CONTROL.sub("", _TAKEN_BACK.sub("", text))
    text = html.unescape(text) if "&" in text else text
    text = _RUN.sub(_octets, text)
    text = _OCTAL.sub(lambda code: chr(int(code[1], 8)), _UNIT.sub(_unit, text))
    text = _TAGS.sub("", text)
    return _BRACKET.sub("", _WITHIN.sub("", text))


def _octets(run: re.Match[str]) -> str:
    raw = bytes.fromhex(re.sub(r"[%=]|\\x", "", run[0]))
    return raw.decode() if _is_utf8(raw) else raw.decode("cp1252", "replace")


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _unit(shown: re.Match[str]) -> str:
    code = int(shown[1] or shown[2] or shown[3] or shown[4], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else shown[0]


def _packed(text: str) -> Iterator[str]:
    """Yield what runs of base 64 and of figures say, begun at any of their first signs."""
    for run in _long_runs(text):
        code = re.sub(r"[^A-Za-z0-9+/]", "", run[0].replace("-", "+").replace("_", "/"))
        for first in range(4):
            part = code[first : len(code) - (len(code) - first) % 4]
            yield from _printed(b64decode(part))
    for run in _FIGURES.finditer(text) if _may_have_figures(text) else ():
        digits = re.sub(r"0x|[^0-9A-Fa-f]", "", run[0])
        for first in range(2):
            yield from _printed(
                bytes.fromhex(digits[first : len(digits) - (len(digits) - first) % 2])
            )


def _long_runs(text: str) -> Iterator[re.Match[str]]:
    """Yield what may be base 64; long words are found at the speed of C, few of a text are."""
    if not text.isascii():
        yield from _BASE64.finditer(text)
        return
    marks = text.encode().translate(_MAY_BE_BASE64)
    at = marks.find(_LONG)
    while at >= 0:
        run = _BASE64.match(text, at)
        if run is not None:
            yield run
        at = marks.find(_LONG, at + 1 if run is None else run.end())


def _may_have_figures(text: str) -> bool:
    """Say whether so many figures stand together at all, whatever stands between them."""
    figures = text.encode(errors="replace").translate(_MAY_BE_FIGURES, _BETWEEN_FIGURES)
    return _MANY in figures


def _printed(octets: bytes) -> Iterator[str]:
    for coding in ("utf-8", "utf-16-le", "utf-16-be") if b"\0" in octets else ("utf-8",):
        said = octets.decode(coding, "replace")
        if _LEAST_SAID.search(said):
            yield said
