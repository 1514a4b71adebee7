"""What letters become when words are set on pages: nothing is lost, nothing steers unseen."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby

from recordkeeping.disclosure.findings import Gap
from recordkeeping.vocabulary.errors import Refused
from redaction.fonts import SANS, letters_of, typeface_of
from redaction.lookalikes import REGIONAL, letter_in_sign

_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_JOINED = (
    (0x0590, 0x08FF),  # Hebrew, Arabic, Syriac, Thaana, N'Ko
    (0x0900, 0x0DFF),  # Devanagari to Sinhala
    (0x0E00, 0x109F),  # Thai, Lao, Tibetan, Burmese
    (0x1780, 0x18AF),  # Khmer, Mongolian
    (0xFB1D, 0xFDFF),  # presentation forms
    (0xFE70, 0xFEFC),
)
_FLAGS = re.compile(r"([\U0001f1e6-\U0001f1ff]+)(?=(\w?))")
_PICTURE_STYLE = range(0xFE00, 0xFE10)  # whether a sign is drawn in colours
UNSEEN = "characters that cannot be seen stood in the text, and were left out"
_ORDINARY = "\u00ad\ufeff\u200d\u200c"


def is_shaped(text: str) -> bool:
    """Say whether any letter needs joining, stacking or setting from right to left."""
    return not text.isascii() and any(_is_shaped(letter) for letter in set(text))


def _is_shaped(letter: str) -> bool:
    code = ord(letter)
    if any(first <= code <= last for first, last in _JOINED):
        return True
    return is_right_to_left(letter)


def is_right_to_left(letter: str) -> bool:
    """Say whether a letter is of a script that is written from right to left."""
    return unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT


def settable(text: str, font: str = SANS) -> str:
    """Return the text as it is set: composed, without unseen characters, nothing lost.

    Characters that only steer (soft hyphens, zero-width spaces, marks of direction) go, so that
    they cannot part a name. A sign that no typeface has becomes its name in brackets, and what has
    no name its code point.
    """
    if text.isascii() and text.isprintable():
        return text
    known = letters_of(font)
    out = []
    for letter in unicodedata.normalize("NFC", _FLAGS.sub(_flag_or_letters, text)):
        code = ord(letter)
        kind = unicodedata.category(letter)
        if kind == "Cf" or letter == "\r" or code in _PICTURE_STYLE:
            continue
        if letter in "\u2028\u2029\x85\v":
            out.append("\n")
        elif letter in "\n\t\f" or (kind != "Cc" and (code in known or typeface_of(letter, font))):
            out.append(letter)
        elif kind == "Zs":
            out.append(" ")
        elif is_shaped(letter):
            out.append(letter)
        elif kind[0] in "LMN":
            # A name set as code points would be looked for by nobody, and read by who wants to.
            out.append(_as_plain(letter, font))
        elif plain := _plain_sign(letter, font):
            out.append(plain)
        else:
            out.append(_as_name(letter))
    return "".join(out)


def _as_plain(letter: str, font: str) -> str:
    """Return a letter in its plain form, such as "d" for a wide one, or refuse the document."""
    if plain := _plain_sign(letter, font):
        return plain
    raise Refused("the document is written in letters that cannot be shown yet; print it to PDF")


def _plain_sign(letter: str, font: str) -> str:
    """Return a sign in its plain form, such as a wide apostrophe's, if a typeface has that.

    Its name in brackets would part the name of a person that it stands in.
    """
    plain = letter_in_sign(letter) if ord(letter) not in REGIONAL else ""
    plain = plain or unicodedata.normalize("NFKC", letter)
    return plain if plain != letter and all(typeface_of(c, font) for c in plain) else ""


def _flag_or_letters(run: re.Match[str]) -> str:
    """Return a flag as it stands, and a word that is spelt with the letters of flags as letters."""
    is_flag = len(run[1]) == 2 and not run[2]
    return run[1] if is_flag else "".join(map(letter_in_sign, run[1]))


def _as_name(letter: str) -> str:
    """Return what a sign is called: "[melting face]"."""
    code = ord(letter)
    if code in REGIONAL:
        return f"[flag {letter_in_sign(letter)}]"
    name = unicodedata.name(letter, "").casefold()
    return f"[{name}]" if name else f"[U+{code:04X}]"


def marked_up(text: str, font: str) -> str:
    """Return settable text as the markup of a paragraph, each run in a typeface that has it."""
    known = letters_of(font)
    if all(ord(letter) in known for letter in set(text)):
        return html.escape(text, quote=False)
    out = []
    for name, run in groupby(text, lambda letter: typeface_of(letter, font) or font):
        words = html.escape("".join(run), quote=False)
        out.append(words if name == font else f'<font name="{name}">{words}</font>')
    return "".join(out)


def gaps_of(texts: Iterable[str]) -> tuple[Gap, ...]:
    """Tell of characters in the texts that nobody can see and that may part or turn words."""
    for text in texts:
        if text.isascii():
            continue
        for letter in set(text):
            if unicodedata.category(letter) == "Cf" and letter not in _ORDINARY:
                return (Gap(UNSEEN),)
    return ()


def solid(text: str) -> list[str]:
    """Return the letters of a text, sorted and in their plain forms, to compare two settings."""
    plain = unicodedata.normalize("NFKC", text)
    return sorted(c for c in plain if not c.isspace() and unicodedata.category(c) != "Cf")
