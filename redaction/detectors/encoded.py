r"""Text that shows the codes of letters, and the text that it stands for.

An address of the web holds %5A for a Z, a message copied as it was sent =5A, a page's source
&#90; and Ze<b>phy</b>rine, a program's data \u005a or \132; Markdown sets stars inside a word, a
terminal's log its colours, an editor brackets, Zeph[yrine], or what somebody struck out in a word.
Whoever reads such a page reads the name. RFC 3986 section 2.1, RFC 2045 section 6.7, RFC 5322
section 3.2.1 (quoted-pair), ECMA-48 section 5.4 (control sequences), HTML section 13.5.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redaction.detectors.packed import unpacked


def _unseen(*digits: str) -> str:
    """Return what finds the code that is shown for an unseen character, also over a line's end."""
    each = digits if len(digits) > 1 else digits[0]
    return r"\n?".join((r"\[", "U", r"\+", *each, r"\]"))


_STRUCK = r"\[struck\s+out:\s"
_OVERSTRUCK = r"[^\W_][\u0335-\u0338]+"
_IN_BRACKETS = r"[()\[\]{}](?<=[^\W\d_].)(?=[^\W\d_])"
_MAY_SHOW = re.compile(rf"{_IN_BRACKETS}|{_STRUCK}|{_OVERSTRUCK}")
_SHOWN = re.compile(
    r"(?P<octets>(?:%[0-9A-Fa-f]{2})+|(?:=[0-9A-F]{2})+|(?:\\x[0-9A-Fa-f]{2})+)"
    r"|(?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});)"
    r"|(?P<unit>\\u[0-9A-Fa-f]{4}|\\u\{[0-9A-Fa-f]{1,6}\}|\\U[0-9A-Fa-f]{8}|_x[0-9A-Fa-f]{4}_)"
    r"|(?P<octal>\\[01][0-7]{2})"
    rf"|(?P<gone>.{_unseen('0008')}|{_unseen('001B')}\[[0-9;]*[A-Za-z]"
    rf"|{_unseen(*['[0-9A-F]'] * 4)}|{_STRUCK}[^\[\]]{{0,300}}\]|{_OVERSTRUCK}"
    rf"|{_IN_BRACKETS}"
    r"|(?<=[^\W_])(?:</?[A-Za-z][^<>\n]{0,80}>)+(?=[^\W_])"
    r'|\\(?=[^\W_])|(?<=[^\W_])[*_~`]{1,3}(?=[^\W_])|(?<=[^\W_])"\s?[&+]\s?"(?=[^\W_]))'
)
_FIRST = re.compile(r"[%=&\\_\[\](){}<*~`\"]")
_ANY_FIRST = re.compile(r"\[\n?U|[\u0335-\u0338]")
_ALSO_STRUCK = re.compile(rf"(?P<gone>{_STRUCK}|\]|{_IN_BRACKETS})")
"""What is left out where the words that are struck out are read on with the others."""
_IN_TILDES = re.compile(r"(?P<gone>~~[^~\n]{1,80}~~)")
_SIGNS = frozenset('%=&\\*_~`"<')
_UNSEEN = "[U+"
_OCTETS = re.compile(r"(?:%|=|\\x)([0-9A-Fa-f]{2})")


class Decoded:
    """Lines of a text as they are meant; `at[i]` says where the letter i of `text` came from."""

    __slots__ = ("at", "text")

    def __init__(self, text: str, at: list[tuple[int, int]]) -> None:
        self.text, self.at = text, at


def decoded(text: str) -> Decoded | None:
    """Return what a text says that shows codes of letters or is packed; None where it does not."""
    pieces = [*_packed(text), *_by_codes(text)]
    if not pieces:
        return None
    return Decoded("".join(p.text for p in pieces), [place for p in pieces for place in p.at])


def _packed(text: str) -> Iterator[Decoded]:
    for said in unpacked(text):
        end = said[-1][1][1]
        letters = "".join(letter for letter, _ in said)
        yield Decoded(f"{letters}\n\n", [*(place for _, place in said), *[(end, end)] * 2])


def _by_codes(text: str) -> Iterator[Decoded]:
    """Yield the lines that show codes of letters, and one about each, as they are meant."""
    if _SIGNS.isdisjoint(text) and _UNSEEN not in text and not _MAY_SHOW.search(text):
        return
    struck = [_ALSO_STRUCK] * ("[struck" in text) + [_IN_TILDES] * ("~~" in text)
    for signs in (_SHOWN, *struck):
        if shown := [found for found in _found(signs, text) if _meant(found) != found[0]]:
            yield _put_right(text, shown)


def _found(signs: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds in a text.

    All but what is struck over or unseen begins with one of a few signs: where there is none of
    that, the pattern is asked at the signs alone.
    """
    if signs is not _SHOWN or _ANY_FIRST.search(text):
        yield from signs.finditer(text)
        return
    end = 0
    for sign in _FIRST.finditer(text):
        if sign.start() >= end and (found := signs.match(text, sign.start())):
            end = found.end()
            yield found


def _put_right(text: str, shown: list[re.Match[str]]) -> Decoded:
    said: list[str] = []
    at: list[tuple[int, int]] = []
    for start, end in lines_around(text, [found.span() for found in shown]):
        inside = [found for found in shown if start <= found.start() < end]
        edges = [start, *(edge for found in inside for edge in found.span()), end]
        for number, (one, other) in enumerate(pairwise(edges)):
            if number % 2 == 0:
                said.append(text[one:other])
                at += ((place, place + 1) for place in range(one, other))
            else:
                meant = _meant(inside[number // 2])
                said.append(meant)
                at += _places(one, other, len(meant))
        said.append("\n\n")
        at += [(end, end)] * 2
    return Decoded("".join(said), at)


def _meant(shown: re.Match[str]) -> str:
    if shown["gone"] is not None:
        return ""
    if shown["entity"] is not None:
        return html.unescape(shown[0])
    if shown["unit"] is not None:
        code = int(shown[0][2:].strip("{}_"), 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else shown[0]
    if shown["octal"] is not None:
        letter = chr(int(shown[0][1:], 8))
        return letter if letter.isalnum() else shown[0]
    raw = bytes.fromhex("".join(_OCTETS.findall(shown[0])))
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _places(start: int, end: int, many: int) -> Iterator[tuple[int, int]]:
    """Yield where each letter of a run came from: its own code, or the whole run."""
    each, rest = divmod(end - start, many) if many else (0, 1)
    for number in range(many):
        yield (start + number * each, start + (number + 1) * each) if not rest else (start, end)


def lines_around(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield stretches of whole lines around some places, each with a line before and behind."""
    stretch: tuple[int, int] | None = None
    for first, last in spans:
        start = text.rfind("\n", 0, max(0, text.rfind("\n", 0, first))) + 1
        end = text.find("\n", last)
        end = text.find("\n", end + 1) if end >= 0 else end
        end = len(text) if end < 0 else end
        if stretch and start <= stretch[1]:
            stretch = stretch[0], end
            continue
        if stretch:
            yield stretch
        stretch = start, end
    if stretch:
        yield stretch
