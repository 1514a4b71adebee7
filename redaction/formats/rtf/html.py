"""HTML that Outlook wrapped in rich text ([MS-OXRTFEX]), taken out again."""

from __future__ import annotations

from redaction.formats.rtf.tokens import SYMBOL, code_pages, joined, tokens
from redaction.formats.text import decode_as

_WORDS = {"par": "\r\n", "line": "\r\n", "tab": "\t", "lquote": "\u2018", "rquote": "\u2019",
          "ldblquote": "\u201c", "rdblquote": "\u201d", "bullet": "\u2022", "endash": "\u2013",
          "emdash": "\u2014"}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "\u00ad", "{": "{", "}": "}", "\\": "\\"}
_SKIPPED = {"fonttbl", "colortbl", "stylesheet", "info", "pntext", "mhtmltag", "generator"}


def html_inside(rtf: bytes) -> str | None:
    """Return the HTML that rich text was made from, or None where it was not."""
    if b"\\fromhtml" not in rtf[:2000]:
        return None
    return _Unwrapping(rtf).text()


class _State:
    """What holds within a group."""

    silent: bool
    skipped: bool
    unicode_skip: int
    charset: str

    def __init__(self, outer: _State | None = None, charset: str = "cp1252") -> None:
        self.silent = outer.silent if outer else False
        self.skipped = outer.skipped if outer else False
        self.unicode_skip = outer.unicode_skip if outer else 1
        self.charset = outer.charset if outer else charset


class _Unwrapping:
    def __init__(self, rtf: bytes) -> None:
        self._default, fonts = code_pages(rtf)
        self._fonts = {n: self._default if c == SYMBOL else c for n, c in fonts.items()}
        self._out: list[str] = []
        self._bytes = bytearray()
        self._states = [_State(charset=self._default)]
        self._to_skip = 0
        self._rtf = rtf

    def text(self) -> str:
        starred = False
        for token in tokens(self._rtf):
            state = self._states[-1]
            if token.brace == "{":
                self._flush()
                self._states.append(_State(state))
            elif token.brace == "}":
                self._flush()
                if len(self._states) > 1:
                    self._states.pop()
            elif token.symbol == "*":
                starred = True
                continue
            elif token.word:
                self._word(token.word, token.number, state, starred)
            elif token.code is not None:
                self._put(bytes([token.code]))
            elif token.symbol:
                self._say(_SYMBOLS.get(token.symbol, ""))
            else:
                self._put(token.plain)
            starred = False
        self._flush()
        return joined(self._out)

    def _word(self, word: str, number: int | None, state: _State, starred: bool) -> None:
        if word == "htmltag":
            state.skipped = False
        elif word in _SKIPPED or (starred and word != "htmltag"):
            state.skipped = True
        elif word == "htmlrtf":
            self._flush()
            state.silent = number != 0
        elif word == "u" and number is not None:
            self._say(chr(number % 65536))
            self._to_skip = state.unicode_skip
        elif word == "uc":
            state.unicode_skip = max(0, number or 0)
        elif word == "f" and number is not None:
            self._flush()
            state.charset = self._fonts.get(number, self._default)
        elif word == "plain":
            self._flush()
            state.charset = self._default
        elif word in _WORDS:
            self._say(_WORDS[word])

    def _put(self, raw: bytes) -> None:
        dropped = min(self._to_skip, len(raw))
        self._to_skip -= dropped
        if self._is_said():
            self._bytes += raw[dropped:]

    def _say(self, text: str) -> None:
        self._flush()
        if self._is_said():
            self._out.append(text)

    def _is_said(self) -> bool:
        return not (self._states[-1].silent or self._states[-1].skipped)

    def _flush(self) -> None:
        if self._bytes:
            self._out.append(decode_as(bytes(self._bytes), self._states[-1].charset)[0])
            self._bytes.clear()
