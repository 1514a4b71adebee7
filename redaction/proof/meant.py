r"""What a text stands for that shows the codes of letters: %5A, =5A, &#90;, \u005a, Ze**phyr**ine.

A reading of its own for the proof, apart from the one that finds such names: one sign after the
other is put right in the whole text, and nothing has to be known of where it stood.
"""

from __future__ import annotations

import html
import re

_MAY = re.compile(r"[%=\\&*_~`\"]|\[U\+")
_RUN = re.compile(r"(?:(?:%|=|\\x)[0-9A-Fa-f]{2})+")
_UNIT = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,6})\}|U([0-9A-Fa-f]{8}))")
_TAKEN_BACK = re.compile(r".\[U\+0008\]", re.DOTALL)
_CONTROL = re.compile(r"\[U\+001B\]\[[\d;]*[A-Za-z]|\[U\+[0-9A-F]{4}\]")
_WITHIN = re.compile(r"(?<=[^\W_])(?:[*_~`]{1,3}|\"\s?[&+]\s?\")(?=[^\W_])|\\(?=[^\W_])")


def as_meant(text: str) -> str:
    """Return a text with codes of letters put right; the same where it has none."""
    if not _MAY.search(text):
        return text
    text = _CONTROL.sub("", _TAKEN_BACK.sub("", text))
    text = html.unescape(text) if "&" in text else text
    text = _RUN.sub(_octets, text)
    text = _UNIT.sub(_unit, text)
    return _WITHIN.sub("", text)


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
    code = int(shown[1] or shown[2] or shown[3], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else shown[0]
