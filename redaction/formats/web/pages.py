"""Web pages and the HTML of messages: what their reader saw, and what the markup holds beside.

Nothing is ever fetched. Words that the page hides (hidden elements, comments, the targets of
links, descriptions, what scripts carry) are handed on as hidden.
"""

from __future__ import annotations

import base64
import binascii
import re
import urllib.parse
from collections.abc import Callable
from html.parser import HTMLParser

from lxml import etree, html

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.contents import Contents
from redaction.formats.layout import Block
from redaction.formats.text import decode, decode_as
from redaction.formats.web.styles import Sheet
from redaction.formats.web.walk import Walk
from redaction.pages import Attachment, Hidden

_MOST_MARKUP = 20_000_000  # letters
_MOST_READ_TWICE = 4_000_000
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_DATA = re.compile(r"data:([\w.+-]+/[\w.+-]+)?((?:;[\w.=+-]+)*),(.*)", re.DOTALL | re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_DECLARED = re.compile(r"<!((?:doctype|entity|element|attlist|notation)\b[^>]*)", re.IGNORECASE)
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_USUAL = {
    "doctype", "html", "xhtml", "public", "system", "dtd", "w", "c", "ietf", "wapforum", "org",
    "openmobilealliance", "www", "http", "https", "tr", "rec", "markup", "about", "legacy",
    "compat", "strict", "loose", "transitional", "frameset", "basic", "mobile", "math", "mathml",
    "svg", "plus", "rdfa", "final", "draft", "level", "en", "xml", "0", "1", "2", "3", "4", "5",
    "00", "01", "10", "11", "12", "20", "32", "40", "401", "1998", "1999", "2000", "2001", "2002",
    "19980424", "19991224", "20000126",
}  # fmt: skip
"""What the declarations of ordinary pages are made of."""

Picture = Callable[[str], str | None]
"""Given the address of a picture that came along, say what its place is called, or None."""


def read_web(content: bytes) -> Contents:
    """Return what a web page shows, what stands inside it, and what it hides."""
    named = _CHARSET.search(content[:4096])
    text = decode(content)
    if named and not content.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        charset = named[1].decode("ascii")
        # A name that could be read in single octets says itself that they are not two a letter.
        is_wide = charset.lower().startswith(("utf-16", "utf16", "utf-32", "utf32", "ucs"))
        text = decode_as(content, "utf-8" if is_wide else charset)[0]
    return read_markup(text)


def read_markup(markup: str, picture: Picture = lambda address: None) -> Contents:
    """Return what HTML shows. `picture` tells of pictures that came with a message."""
    if len(markup) > _MOST_MARKUP:
        raise Refused("the page's text is too long to be read; part it, and add each part")
    if not markup.strip():
        return Contents()
    attached: list[Attachment] = []
    walk = Walk(lambda address: picture(address) or _inside(address, attached))
    root = _parsed(markup)
    walk.over(root, Sheet([style.text or "" for style in root.iter("style")]))
    blocks, hidden = tuple(walk.blocks), walk.hidden()
    declared = _declared(markup)
    if declared:
        hidden.append(Hidden("document type", declared))
    lost = _words_lost(markup, blocks, hidden)
    if lost:
        hidden.append(Hidden("words that another program would show", lost))
    return Contents(blocks, tuple(attached), tuple(hidden))


def _parsed(markup: str) -> html.HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = html.document_fromstring(
            markup.replace("\0", "").encode("utf-8", "replace"), parser=parser
        )
    except (etree.ParserError, ValueError):
        raise Refused("the page is damaged and cannot be read; print it to PDF") from None
    # At a limit of its own the parser stops, and says so only here.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise Refused("the page is nested too deeply to be read; print it to PDF")
    return root


def _declared(markup: str) -> str:
    """Return the declarations that say more than those of ordinary pages."""
    said = (found.strip() for found in _DECLARED.findall(markup))
    return "\n".join(
        one for one in dict.fromkeys(said) if set(_PARTS.findall(one.casefold())) - _USUAL
    )


def _inside(address: str, attached: list[Attachment]) -> str | None:
    """Make a document of its own of what stands in a page as a "data:" address."""
    found = _DATA.match(address.strip())
    if not found:
        return None
    kind, how, words = found[1] or "text/plain", found[2], found[3]
    raw = urllib.parse.unquote_to_bytes(words)
    if "base64" in how.lower():
        try:
            raw = base64.b64decode(re.sub(rb"[^A-Za-z0-9+/]", b"", raw) + b"===")
        except (binascii.Error, ValueError):
            raw = b""
    is_picture = kind.lower().startswith("image/")
    what = "picture" if is_picture else "document"
    place = f"{what} {len(attached) + 1}"
    ending = re.sub(r"[^a-z0-9]", "", kind.lower().split("/")[1].split("+")[0])[:8]
    attached.append(Attachment(f"{place}.{ending}", kind.lower(), raw))
    return place


class _Second(HTMLParser):
    """Another reader of the same markup."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is None:
            self.words.append(data)


def _words_lost(markup: str, blocks: tuple[Block, ...], hidden: list[Hidden]) -> str:
    """Return lines that the standard library's reader sees, and that stand nowhere so far."""
    if len(markup) > _MOST_READ_TWICE:
        return ""
    second = _Second()
    try:
        second.feed(markup)
        second.close()
    except (AssertionError, ValueError):  # a declaration that it does not understand
        pass
    told = words_in("\n".join([*Walk.texts(blocks), *(h.text for h in hidden)]))
    # The two part words at tags differently: "Ze<b>phyr</b>" is one word or two.
    solid = "".join(sorted(told))
    lines = [
        " ".join(data.split())
        for data in second.words
        if any(word not in told and word not in solid for word in words_in(data))
    ]
    return "\n".join(dict.fromkeys(lines))


def words_in(text: str) -> set[str]:
    """Return the words of a text without case, to compare two versions of it."""
    return set(_WORD.findall(text.casefold()))
