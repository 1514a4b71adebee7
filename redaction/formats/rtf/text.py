"""Rich text (RTF): written anew for LibreOffice with what is shown, and told what is not.

Letters are decoded here and written as numbers, so that no other program reads them in another way
than we did. Fields are settled: nothing is fetched, counted names or opened on a field's behalf.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.office.container import attachment_of
from redaction.formats.office.converted import words_of
from redaction.formats.office.told import Told
from redaction.formats.office.wordleft import said_in_code, says_something
from redaction.formats.office.wordtext import is_live, is_ordinary, says_nothing
from redaction.formats.readings import Convert
from redaction.formats.rtf.inside import Picture, object_inside, words_in_hex
from redaction.formats.rtf.places import (
    AS_IT_IS,
    BREAKS,
    DROPPED,
    LETTERS,
    NOTHING,
    PROPERTIES,
    SHAPE_WORDS,
    SHOWN,
    STRUCTURE,
    TOLD,
)
from redaction.formats.rtf.tokens import SYMBOL, Token, code_pages, joined, tokens
from redaction.formats.text import decode_as
from redaction.pages import Hidden

_DEEPEST = 400
_CUT_SHORT = "the file ends before its end, and something of it may be missing"
_PICTURE_NOT_READ = "a picture in the file is of a kind that is not read"
_APART = frozenset({"footnote", "shptxt", "dptxbxtext", "sn", "sv"})
_PERHAPS = frozenset({"pgdsctbl", "shprslt", "mmathPict"})
_KEPT = {"mmath": "equation", "pn": "number of a list", "listname": "number of a list",
         "liststylename": "number of a list"}  # fmt: skip
_LISTS = frozenset({"docvar", "filetbl", "protusertbl"})
_MARGINS = ("header", "footer")
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\"}
_CHECKED, _UNCHECKED = "\u2612", "\u2610"


def read_rich_text(content: bytes) -> Convert:
    """Return rich text as a file that shows what its reader saw, and all that it hides."""
    return _Reading(content).whole()


def words_of_rich_text(content: bytes) -> str:
    """Return the words of rich text that its reader saw, as they stand there.

    Of what is struck out they say so: no line will be drawn through it.
    """
    reading = _Reading(content)
    reading.read()
    return "".join(reading.spoken()).strip()


@dataclass(slots=True)
class _Group:
    """What holds within a pair of braces. `letters` is where its words go."""

    mode: str
    place: str
    letters: list[str]
    charset: str
    hidden: bool = False
    deleted: bool = False
    struck: bool = False
    skip: int = 1
    at: int = 0
    opened: bool = False
    fresh: bool = True
    own: bool = False
    name: str = ""
    settled: bool = False

    def inner(self, at: int) -> _Group:
        return _Group(
            self.mode, self.place, self.letters, self.charset, self.hidden, self.deleted,
            self.struck, self.skip, at,
        )  # fmt: skip


@dataclass(slots=True)
class _Form:
    """A field of a form: what it offers, and what was chosen."""

    chosen: int | None = None
    preset: int = 0
    choices: list[str] = field(default_factory=list)

    @property
    def value(self) -> int:
        return self.preset if self.chosen in (None, 25) else self.chosen or 0


class _Reading:
    def __init__(self, content: bytes) -> None:
        self._content = content
        self._default, self._fonts = code_pages(content)
        self.told = Told()
        self.out = bytearray()
        self.body: list[str] = []
        self._aside: list[str] = []
        self._perhaps: list[Hidden] = []
        self._groups = [_Group("shown", "", self.body, self._default)]
        self._raw = bytearray()
        self._to_skip = 0
        self._unseen = ("", list[str]())
        self._author = self._property = ""
        self._form = _Form()
        self._picture = Picture()
        self._pictures = 0
        self._hiding_styles = set[int]()
        self._style = 0
        self._kept: dict[str, list[str]] = {}
        self._twice: list[str] = []
        self._styles: list[str] = []
        self._struck = set[int]()  # which pieces of the body

    def whole(self) -> Convert:
        self.read()
        return Convert(
            content=bytes(self.out),
            suffix="rtf",
            words=tuple(words_of(joined([*self.body, "\n", *self._aside]))),
            perhaps=tuple(self._perhaps),
            hidden=self.told.pieces(),
            attachments=tuple(self.told.attachments.values()),
            gaps=tuple(self.told.gaps),
        )

    def spoken(self) -> Iterator[str]:
        """Yield the words of the body, with words about what is struck out in them."""
        for struck, pieces in groupby(range(len(self.body)), self._struck.__contains__):
            text = joined([self.body[at] for at in pieces])
            yield f"[struck out: {text}]" if struck and text.strip() else text

    def read(self) -> None:
        starred, end = False, 0
        for token in tokens(self._content):
            if not token.plain and token.code is None:
                self._flush()
            if token.brace == "{":
                self._open()
            elif token.brace == "}":
                self._close()
                if len(self._groups) == 1:
                    end = token.end
                    break
            elif token.symbol == "*":
                starred = True
                continue
            elif token.word:
                self._word(token, starred)
            else:
                self._letters(token)
            starred = False
        self._flush()
        if len(self._groups) > 1:
            self.told.gap(_CUT_SHORT)
            while len(self._groups) > 1:
                self._close()
        elif words := words_in_hex(self._content[end:].hex()):
            self.told.hide("words after the end of the file", words)
        self._tell_unseen()
        self._tell_kept()

    # --- groups

    def _open(self) -> None:
        if self._groups[-1].fresh:
            self._settle()
        if len(self._groups) > _DEEPEST:
            raise Refused("the document is nested too deeply; save it as PDF")
        self._to_skip = 0
        self._groups.append(self._groups[-1].inner(len(self.out)))

    def _settle(self) -> None:
        """Write the brace of a group that turned out to be one of formatting alone."""
        group = self._groups[-1]
        group.fresh = False
        if group.mode in ("shown", "as it is") and len(self._groups) > 1:
            group.opened = True
            self.out += b"{"

    def _close(self) -> None:
        if len(self._groups) == 1:
            return
        self._to_skip = 0
        group = self._groups.pop()
        if group.opened:
            self.out += b"}"
        if group.own:
            self._end(group)
        elif group.mode == "told" and group.place in _LISTS:
            group.letters.append(" ")

    def _enter(self, token: Token, starred: bool) -> None:
        """Begin what a group is: the group says so with its first word."""
        group, place = self._groups[-1], token.word
        inherited, begins, group.fresh = group.mode, group.fresh, False
        group.own, group.place = True, place
        if place == "ud" and len(self._groups) > 2:
            outer = self._groups[-3]
            group.mode, group.letters = outer.mode, outer.letters
            self._begin(begins)
        elif place == "pict":
            group.mode, self._picture = "picture", Picture()
        elif inherited in ("told", "nothing", "picture"):
            group.mode = "nothing" if inherited == "nothing" or place in NOTHING else "told"
            group.letters = []
        elif inherited == "as it is":
            self._as_it_is(token, starred, begins)
        elif place in NOTHING:
            group.mode = "nothing"
        elif place in ("field", "object"):
            self._begin(begins)
        elif (group.hidden or group.deleted) and place in (*SHOWN, *AS_IT_IS):
            group.place = "deleted text" if group.deleted else "hidden text"
            group.mode, group.letters = "told", []
        elif place == "fldrslt":
            self._result(begins)
        elif place in SHOWN:
            if place in _APART or place.startswith(_MARGINS):
                group.letters = []
            self._begin(begins, place, starred)
        elif place in AS_IT_IS:
            group.mode = "as it is"
            self._as_it_is(token, starred, begins)
        else:
            group.mode, group.letters = "told", []

    def _begin(self, begins: bool, place: str = "", starred: bool = False) -> None:
        group = self._groups[-1]
        if begins and len(self._groups) > 1 and group.mode == "shown":
            group.opened = True
            self.out += b"{"
        if place:
            self.out += (b"\\*" if starred else b"") + b"\\" + place.encode() + b" "

    def _as_it_is(self, token: Token, starred: bool, begins: bool) -> None:
        group = self._groups[-1]
        if token.word in ("fontemb", "fontfile"):
            group.mode = "nothing"
            return
        if begins:
            group.opened = True
            self.out += b"{"
        self.out += (b"\\*" if starred else b"") + _control(token.word, token.number)
        self._note_style(group, token.word, token.number)

    def _result(self, begins: bool) -> None:
        """Begin what a field shows: nothing where its value stands there already."""
        group = self._groups[-1]
        around = next((g for g in reversed(self._groups[:-1]) if g.place == "field"), None)
        if around is not None and around.name == "live":
            group.letters = []
            self._begin(begins, "fldrslt")
        elif around is not None and around.settled:
            group.mode, group.letters, group.place = "told", [], "choice"
        else:
            self._begin(begins)

    def _end(self, group: _Group) -> None:
        """Put what a group said where it belongs."""
        outer, place = self._groups[-1], group.place
        text = " ".join(joined(group.letters).split()) if group.letters is not outer.letters else ""
        if place == "pict":
            self._end_picture(outer)
        elif place == "sn":
            outer.name = text
        elif place == "sv":
            outer.letters, outer.settled = group.letters, True
        elif place == "sp":
            self._end_shape_word(group, text)
        elif place in _APART:
            self._aside += ["\n", *group.letters]
        elif place.startswith(_MARGINS) and group.mode == "shown":
            self._perhaps.append(Hidden("header or footer of no page", text))
        elif place == "fldinst":
            self._end_code(outer, text)
        elif place in PROPERTIES:
            self._end_property(place, text)
        elif place.startswith("ff"):
            self._end_of_form(place, text)
        elif place in ("atnauthor", "annotation"):
            self._end_comment(place, text)
        elif place == "objdata":
            self._end_object("".join(group.letters))
        elif group.mode == "told":
            self._end_told(outer, place, joined(group.letters))

    def _end_told(self, outer: _Group, place: str, text: str) -> None:
        if place == "upr":  # the same once more, for programs without Unicode
            self._twice.append(text)
        if place in ("info", "userprops", "upr", "objclass", "objsect", "atnid", "bkmkend",
                     "picprop", "formfield", "choice"):  # fmt: skip
            return
        text = words_in_hex(text) if re.fullmatch(r"[0-9a-fA-F\s]{16,}", text) else text
        kind = TOLD.get(place, "part of the file that is not shown")
        if place in ("hidden text", "deleted text"):
            kind = place
        if place == "revtbl":
            for author in text.split(";"):
                self.told.hide(kind, "" if author.strip() == "Unknown" else author)
            return
        if place in _PERHAPS:
            self._perhaps.append(Hidden(kind, text.strip()))
            return
        if outer.mode == "told" and place not in TOLD:
            outer.letters += [" ", text, " "]
        elif kind and not (place == "bkmkstart" and is_ordinary(text.strip())):
            self.told.hide(kind, text if "\n" in text.strip() else " ".join(text.split()))

    def _end_property(self, place: str, text: str) -> None:
        if place == "propname":
            self._property = text
        elif text:
            label = self._property if place in ("staticval", "linkval") else place
            self.told.hide("document property", f"{label}: {text}")

    def _end_comment(self, place: str, text: str) -> None:
        if place == "atnauthor":
            self._author = text
            self.told.hide("author of a change or comment", text)
        else:
            self.told.hide("comment", f"{self._author}: {text}" if self._author else text)

    def _end_shape_word(self, group: _Group, value: str) -> None:
        """Take out of a shape what it says and does not show."""
        if group.name in SHAPE_WORDS:
            del self.out[group.at :]
            if SHAPE_WORDS[group.name] and group.settled:
                self.told.hide(SHAPE_WORDS[group.name], value)
        elif group.name == "gtextUNICODE":
            self._aside += ["\n", value]
        elif group.name.startswith("wz"):
            self.told.hide("part of the file that is not shown", value)

    def _end_code(self, outer: _Group, code: str) -> None:
        """Keep a field that counts pages; of all others its result stays."""
        around = next((g for g in reversed(self._groups) if g.place == "field"), None)
        if outer.mode != "shown" or around is None:
            outer.letters += [" ", code, " "] if outer.mode == "told" else []
            return
        form, self._form = self._form, _Form()
        if link := re.match(r"HYPERLINK\s+(.*)", code, re.IGNORECASE):
            self.told.hide("link", link[1])
        elif code and (said_in_code(code) or not says_nothing(code)):
            self.told.hide("field code", code)
        if around.hidden or around.deleted:
            return
        if re.match(r"FORMCHECKBOX\b", code, re.IGNORECASE):
            around.settled = True
            self._say(_CHECKED if form.value else _UNCHECKED)
        elif re.match(r"FORMDROPDOWN\b", code, re.IGNORECASE) and form.choices:
            around.settled = True
            self._say(form.choices[min(max(0, form.value), len(form.choices) - 1)])
        elif is_live(code):
            around.name = "live"
            self.out += b"\\field{\\*\\fldinst "
            self.out += b"".join(map(_written, code)) + b"}"

    def _end_of_form(self, place: str, text: str) -> None:
        if place == "ffl":
            self._form.choices.append(text)
        if len(text) > 1 and not is_ordinary(text):
            self.told.hide("help or choice of a field", text)

    def _end_object(self, hex: str) -> None:
        """Make a document of what a program put in; what is seen of it stays as its picture."""
        name, content, linked = object_inside(hex)
        if linked:
            self.told.hide("link", linked)
        if content:
            self._attach(name, content)

    def _end_picture(self, outer: _Group) -> None:
        picture = self._picture
        if picture.is_cropped and outer.mode == "shown":
            self._attach(f"whole picture.{picture.extension}", picture.content)
        if outer.mode != "shown" or outer.hidden or outer.deleted:
            if outer.mode == "told" and outer.place in ("nonshppict", "mmathPict", "shprslt"):
                return  # another copy of what is shown
            self._attach(f"picture.{picture.extension}", picture.content)
        elif not picture.is_read:
            self._attach("picture", picture.content)
            self.told.gap(_PICTURE_NOT_READ)
        else:
            self.out += picture.written()

    def _attach(self, name: str, content: bytes) -> None:
        attachment = attachment_of(name, content)
        if attachment is not None:
            self._pictures += 1
            self.told.attachments[str(self._pictures)] = attachment

    # --- words and letters

    def _word(self, token: Token, starred: bool) -> None:
        group, word, number = self._groups[-1], token.word, token.number
        if word in ("u", "bin"):
            self._number_or_bytes(token)
        elif self._is_place(word, starred):
            self._enter(token, starred)
        elif group.mode == "picture":
            group.fresh = False
            self._picture.word(word, number)
        elif word in LETTERS and group.mode != "as it is":
            self._say(LETTERS[word])
        elif word in BREAKS:
            self._break(word)
        else:
            self._format(word, number)

    def _is_place(self, word: str, starred: bool) -> bool:
        known = word in SHOWN or word in AS_IT_IS or word in NOTHING or word in TOLD
        within = self._groups[-1].mode == "told" and (word in PROPERTIES or word == "ffl")
        return starred or known or within or word in ("pict", "field", "object")

    def _number_or_bytes(self, token: Token) -> None:
        group = self._groups[-1]
        if token.word == "u":
            self._say(chr((token.number or 0) % 65536))
            self._to_skip = group.skip
        elif group.mode == "picture":
            self._picture.add(token.binary)
        elif group.mode == "told":
            group.letters.append(token.binary.hex())

    def _break(self, word: str) -> None:
        group = self._groups[-1]
        if group.fresh:
            self._settle()
        group = self._groups[-1]
        if group.mode == "shown" and (group.hidden or group.deleted):
            self._unseen[1].append(BREAKS[word])
            if word not in STRUCTURE:
                return
        elif group.mode in ("shown", "told"):
            group.letters.append(BREAKS[word])
            if group.mode == "shown":
                self._tell_unseen()
        if group.mode in ("shown", "as it is"):
            self.out += b"\\" + word.encode() + b" "

    def _format(self, word: str, number: int | None) -> None:
        group = self._groups[-1]
        if group.fresh:
            self._settle()
        if word == "uc":
            group.skip = max(0, number or 0)
        elif word in ("f", "plain"):
            known = self._fonts.get(number or 0, self._default)
            group.charset = known if word == "f" else self._default
        self._note_style(group, word, number)
        if group.mode == "told":
            self._note_form(word, number)
        if group.mode == "shown":
            if word in ("v", "webhidden"):
                group.hidden = number != 0
                return
            if word in ("deleted", "mvf"):
                group.deleted = number != 0
            if word == "plain":
                group.hidden = group.deleted = group.struck = False
            if word in ("strike", "striked"):
                group.struck = number != 0
            if word in DROPPED or word.startswith(("obj", "rslt")):
                return
        if group.mode in ("shown", "as it is") and word not in DROPPED:
            self.out += _control(word, number)
            if word == "ansi" and len(self._groups) == 2:
                self.out += b"\\uc1 "

    def _note_style(self, group: _Group, word: str, number: int | None) -> None:
        """Remember which styles of letters hide them, and heed those that do."""
        if group.mode == "as it is":
            if word == "cs":
                self._style = number or 0
            elif word == "v" and number != 0 and self._style:
                self._hiding_styles.add(self._style)
            elif word in ("s", "ts", "ds"):
                self._style = 0
        elif group.mode == "shown" and word == "cs" and number in self._hiding_styles:
            group.hidden = True

    def _note_form(self, word: str, number: int | None) -> None:
        if word == "ffres":
            self._form.chosen = number
        elif word == "ffdefres":
            self._form.preset = number or 0

    def _letters(self, token: Token) -> None:
        group = self._groups[-1]
        if group.fresh:
            self._settle()
        if token.symbol:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._symbol(token.symbol)
            return
        raw = token.plain if token.code is None else bytes([token.code])
        dropped = min(self._to_skip, len(raw))
        self._to_skip -= dropped
        if token.code is not None and group.mode == "as it is" and not dropped:
            self._flush()  # what stands before it
            self.out += b"\\'%02x" % token.code
            self._note_kept(decode_as(raw, _in_words(group.charset))[0])
        elif group.mode == "picture":
            self._picture.add_hex(raw[dropped:])
        else:
            self._raw += raw[dropped:].replace(b"\0", b"")

    def _symbol(self, symbol: str) -> None:
        if symbol in "\r\n":
            self._break("par")
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])
        elif symbol == "-" and self._groups[-1].mode in ("shown", "as it is"):
            self.out += b"\\-"

    def _flush(self) -> None:
        """Read the bytes that were gathered, in the code page of their font."""
        if not self._raw:
            return
        raw, group = bytes(self._raw), self._groups[-1]
        self._raw.clear()
        if group.mode == "as it is":
            self.out += raw
            self._note_kept(decode_as(raw, _in_words(group.charset))[0])
        elif group.charset != SYMBOL or group.mode != "shown":
            self._say(decode_as(raw, _in_words(group.charset))[0])
        elif not (group.hidden or group.deleted):
            self.out += b"".join(b"\\'%02x" % byte for byte in raw)

    def _say(self, text: str) -> None:
        group = self._groups[-1]
        if group.fresh:
            self._settle()
        if group.mode == "as it is":
            self.out += b"".join(map(_written, text))
            self._note_kept(text)
        elif group.mode == "told":
            group.letters.append(text)
        elif group.mode == "shown" and (group.hidden or group.deleted):
            kind = "deleted text" if group.deleted else "hidden text"
            if self._unseen[0] != kind:
                self._tell_unseen()
                self._unseen = (kind, [])
            self._unseen[1].append(text)
        elif group.mode == "shown":
            if text.strip():
                self._tell_unseen()
            if group.struck and group.letters is self.body:
                self._struck.add(len(self.body))
            group.letters.append(text)
            self.out += b"".join(map(_written, text))

    def _note_kept(self, text: str) -> None:
        """Note words of equations and of lists' numbers: they are on a page, or told."""
        if any(group.place == "stylesheet" for group in self._groups):
            self._styles.append(text)
        place = next((g.place for g in self._groups if g.place in _KEPT), "")
        if place and any(map(str.isalpha, text)):
            self._kept.setdefault(_KEPT[place], []).append(text)

    def _tell_kept(self) -> None:
        for name in "".join(self._styles).split(";"):
            if says_something(name):
                self.told.hide("style name", name.strip())
        for kind, texts in self._kept.items():
            self._perhaps.append(Hidden(kind, " ".join("".join(texts).split())))
        shown = set(words_of(joined([*self.body, *self._aside])))
        for text in self._twice:
            if set(words_of(text)) - shown:
                self.told.hide("other version of the text", text)

    def _tell_unseen(self) -> None:
        kind, letters = self._unseen
        if kind:
            self.told.hide(kind, joined(letters))
        self._unseen = ("", [])


def _in_words(charset: str) -> str:
    """Return the code page that a name is read in, whatever signs its typeface draws."""
    return "cp1252" if charset == SYMBOL else charset


def _control(word: str, number: int | None) -> bytes:
    count = "" if number is None else str(number)
    return f"\\{word}{count} ".encode()


# Signs of Symbol and Wingdings, where no font is named that has them: bullets, as Word draws them.
_BULLETS = {"\uf0b7": "\u2022", "\uf0a7": "\u25aa", "\uf0d8": "\u27a2", "\uf0fc": "\u2713"}


def _written(letter: str) -> bytes:
    """Return a letter so that every program reads the same one."""
    letter = _BULLETS.get(letter, letter)
    if letter in "\\{}":
        return b"\\" + letter.encode()
    if letter == "\t":
        return b"\\tab "
    if " " <= letter <= "~":
        return letter.encode()
    wide = letter.encode("utf-16-le", "surrogatepass")
    units = (int.from_bytes(wide[n : n + 2], "little", signed=True) for n in range(0, len(wide), 2))
    return b"".join(b"\\u%d ?" % unit for unit in units)
