"""Letters that look like Latin ones, and the Latin words that a text shows by them.

A name may be spelt with a letter of another alphabet by mischief, or by a scanner that took a one
for an l. Nothing here changes the length of a text, so that places in it stay what they were.
Unicode Technical Standard 39 calls such letters confusable; the tables are the part of it that
concerns names in Latin letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PAIRS = {
    # Cyrillic
    "АВЕЅІЈКМНОРСТУХԀԚԜҮӀЬГПИЯ": "ABESIJKMHOPCTYXDQWYIbrnNR",
    "авеѕіјкмнорстухԁԛԝүӏьгпиһѵѡҫ": "abesijkmhopctyxdqwylbrnuhvwc",
    # Greek
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹ": "ABEZHIKMNOPTYXC",
    "αβγεζηικμνορςτυχωϲϳσ": "abyezniKuvopstuxwcjo",
    # Armenian and Cherokee
    "ՍՏՕԼհոսցզօքյ": "USOLhnugqopj",
    "ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᏚᎢᏙᏔᏃᎡᎥ": "ABCDEGHJKLMPSTVWZRi",
}  # fmt: skip
_SAME = frozenset("АВЕЅІЈКМНОРСТУХаеіјорсухѕԁԛԝҮүһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧονϲϳ")  # fmt: skip
"""Letters that nobody can tell from Latin ones: a word may be made of nothing else."""

PLAIN = str.maketrans(
    {
        **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),
        **dict(zip("ıȷɑɡɩłøđðħŧƀŋĸƚɫɓɗɛɪʋ", "ijagilodd" + "htbnkllbdeiv", strict=True)),
        **dict(zip("ƶȥɀɋʠɍɏɵƥɠƈɱƙɲʂƭƴⱬɇɉⱦ", "zzzqqryopgcmknstyzejt", strict=True)),
        "æ": "ae",
        "\u04d5": "ae",  # the Cyrillic one
        # Letters that stand for an apostrophe: of Uzbek, Hawaiian, and Arabic in Latin letters.
        **dict.fromkeys("\u02b9\u02bb\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\ua78c", "'"),
        "œ": "oe",
        "þ": "th",
        # Arabic, and the letters of Persian and Urdu that keyboards give for the same.
        **dict(zip("ىیېکہھةۃں", "يييكههههن", strict=True)),
        "ـ": "",
    }
)
"""Letters, small, that are written or read as plain ones."""


def _with_accents(pairs: dict[str, str]) -> dict[int, str]:
    """Return a table of letters, and of the same letters with accents."""
    table = {one: two for ones, twos in pairs.items() for one, two in zip(ones, twos, strict=True)}
    for code in range(0x370, 0x530):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base in table:
            table.setdefault(chr(code), table[base])
    return str.maketrans(table)


REGIONAL = range(0x1F1E6, 0x1F200)
"""Letters of which two make a flag."""
_SIGNS = {
    first + number: chr(ord("A") + number)
    for first in (0x1F150, 0x1F170, REGIONAL.start)  # white in black circles, in black squares
    for number in range(26)
}
_SIGN = re.compile("[\U0001f150-\U0001f169\U0001f170-\U0001f189\U0001f1e6-\U0001f1ff]")
_FOREIGN = re.compile("[\u0370-\u058f\u13a0-\u13f5]")
_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = _with_accents(_PAIRS)
_LETTER_LIKE = re.compile(
    # The sign first, and then what stands before it: `re` skips to what a pattern begins with.
    r"[0158|I\u00d7l](?:"
    r"(?<=[^\W\d_][0158|])(?=[^\W\d_])"  # a scanner's figures within a word
    r"|(?<=[015|])(?<![^\W_].)(?=[^\W\d_]{3})"
    r"|(?<=[^\W\d_]{3}[0158|])(?![^\W_])"
    r"|(?<=[a-z][I\u00d7])(?=[a-z])"
    r"|(?<=l)(?<![^\W_].)(?=[bcdfghjkmnpqrstvwxz]|an\b))"
)
_READ_AS = {
    "0": "oo",
    "1": "li",
    "5": "ss",
    "8": "bb",
    "|": "li",
    "I": "ll",
    "\u00d7": "xx",
    "l": "II",
}
_IGNORABLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")


def is_unseen(letter: str) -> bool:
    """Say whether a character is an accent, or nothing that anybody sees (Default_Ignorable).

    Fonts say a control character of glyphs that are parts of letters.
    """
    if letter in _IGNORABLE or "\ufe00" <= letter <= "\ufe0f":
        return True
    kind = unicodedata.category(letter)
    return (
        unicodedata.combining(letter) != 0
        or kind == "Cf"
        or (kind == "Cc" and not letter.isspace())
    )


def as_latin(text: str) -> str:
    """Return a text with those letters of other alphabets made Latin that pose as Latin ones.

    They pose where Latin letters stand beside them in a word, or where a whole word can be read as
    Latin and nothing in its line is certainly of the other alphabet. A name in Cyrillic or Greek
    stays what it is. Latin letters in black circles and squares, and those of flags, become plain.
    """
    if text.isascii():
        return text
    if _SIGN.search(text):
        text = text.translate(_SIGNS)
    if not _FOREIGN.search(text):
        return text
    return "\n".join(map(_line_as_latin, text.split("\n")))


def _line_as_latin(line: str) -> str:
    if not _FOREIGN.search(line):
        return line
    words = [word[0] for word in _WORD.finditer(line) if _FOREIGN.search(word[0])]
    genuine = any(not _is_mixed(word) and not _SAME.issuperset(word) for word in words)

    def latin(word: re.Match[str]) -> str:
        said = word[0]
        if not _FOREIGN.search(said):
            return said
        poses = _is_mixed(said) or (not genuine and _SAME.issuperset(said))
        return said.translate(_ALIKE) if poses else said

    return _WORD.sub(latin, line)


def _is_mixed(word: str) -> bool:
    return any(letter.isalpha() and ord(letter) < 0x250 for letter in word)


def letter_in_sign(sign: str) -> str:
    """Return the letter that stands in a black circle or square, or is half of a flag, or none."""
    return _SIGNS.get(ord(sign), "")


_FIGURE_LIKE = re.compile(
    r"[OoQDIl|SBZ](?:"
    r"(?<=\d.)(?=[\dOoQIl])"
    r"|(?<=[OoIl|])(?:(?<![^\W_].)(?=\d[\dOoIl])|(?<=\d\d[\dOoIl].)(?![^\W_]))"
    r"|(?<=[SBZ])(?:(?<=\d\d\d\d\d.)|(?<=-\d.))(?![^\W_])"
    r"|(?<=[OIl|])(?:(?<=\d[/.-].)(?=\d(?:[/.-]|\b))|(?<![^\W_].)(?=\d[/.-][\dOIl])))"
)
_FIGURES = str.maketrans("OoQDIl|SBZ", "0000111582")


def as_figures(text: str) -> str:
    """Return a text in which letters that scanners take figures for are figures, among figures."""
    return _FIGURE_LIKE.sub(lambda odd: odd[0].translate(_FIGURES), text)


def as_misread(text: str) -> Iterator[str]:
    """Yield a text with what scanners take for letters, and letters for each other, put right.

    A one within a word may be an l or an i: that makes two texts. None where there is nothing odd.
    """
    for n in (0, 1):
        right = _LETTER_LIKE.sub(lambda odd, n=n: _READ_AS[odd[0]][n], text)  # type: ignore[misc]
        if right == text:
            return
        yield right
