"""DOC: what Word documents of the years before 2007 hold besides their pages."""

from __future__ import annotations

from functools import cache

from redaction.sandbox.office import File, convert
from tests.corpus.case import NAME, REFUSED, torture
from tests.corpus.notes import TOLD
from tests.corpus.office import (
    BODY,
    HIDDEN_BODY,
    OFFICE,
    WORD,
    document,
    ending_in_a_table,
    in_word,
    with_body,
)

# What LibreOffice writes into the older kind of file; it leaves out the rest.
_SHOWN = (
    "split-runs",
    "inserted",
    "soft-hyphens",
    "small-capitals",
    "white",
    "tiny",
    "field-result",
)
_HIDDEN = ("deleted", "moved-from", "vanished", "bookmark", "simple-field", "revision-author")
_PARTS = ("headers", "tables", "properties", "picture", "comment")
_ENCRYPTED = 10  # the second byte of the flags in the header, [MS-DOC] 2.5.2


@cache
def _older() -> dict[str, bytes]:
    """Return documents of the newer kind as LibreOffice makes older ones of them, in one run."""
    newer = {name: with_body(BODY[name]) for name in _SHOWN}
    newer |= {name: with_body(HIDDEN_BODY[name]) for name in _HIDDEN}
    newer |= {name: in_word(name) for name in _PARTS}
    newer["plain"] = document()
    newer["ends-in-a-table"] = ending_in_a_table()
    made = convert([File(content, "docx", "doc") for content in newer.values()])
    return {
        name: content
        for name, content in zip(newer, made, strict=True)
        if isinstance(content, bytes)
    }


def older_word(name: str = "plain") -> bytes:
    """Return a document of the older kind: three lines, and what its name says."""
    return _older()[name]


@torture("doc", suffix=".doc", stays=OFFICE, each=[(name, name) for name in _SHOWN])
def on_a_page_of_older_word(name: str) -> bytes:
    """The name is on the page, in runs and fields of every kind."""
    return older_word(name)


@torture("doc", suffix=".doc", stays=OFFICE, told=TOLD, each=[(name, name) for name in _HIDDEN])
def behind_a_page_of_older_word(name: str) -> bytes:
    """The name is in the document and not, or not rightly, on its page."""
    return older_word(name)


for _which in _PARTS:

    def in_a_part_of_older_word(name: str) -> bytes:
        """Headers, tables, properties, pictures and comments."""
        return older_word(name)

    torture("doc", suffix=".doc", each=[(_which, _which)], **{"stays": OFFICE, **WORD[_which][1]})(
        in_a_part_of_older_word
    )


@torture("doc", suffix=".doc", stays=OFFICE)
def in_a_table_that_ends_older_word() -> bytes:
    """No paragraph follows the table: LibreOffice does not see it, and its cells run together."""
    return older_word("ends-in-a-table")


@torture(
    "doc",
    suffix=".doc",
    stays=OFFICE,
    told=TOLD,
    each=[("wide", "utf-16-le"), ("narrow", "cp1252")],
)
def left_over_in_older_word(encoding: str) -> bytes:
    """Words that were deleted before a quick save are still in the stream of the text."""
    whole = bytearray(older_word())
    header = whole.index(b"\xec\xa5")
    left = f"and {NAME} was seen there again".encode(encoding)
    empty = whole.index(bytes(len(left) + 2), header + 0x600)
    whole[empty + 2 : empty + 2 + len(left)] = left
    return bytes(whole)


@torture("doc", suffix=".doc", may=frozenset({REFUSED}), because="it is locked with a password")
def in_locked_older_word() -> bytes:
    """The header says that the document is encrypted."""
    whole = bytearray(older_word())
    whole[whole.index(b"\xec\xa5") + _ENCRYPTED + 1] |= 1
    return bytes(whole)


@torture(
    "doc",
    suffix=".doc",
    may=frozenset({REFUSED}),
    because="it is damaged",
    each=[("cut", 0.6), ("cut-early", 0.1)],
)
def in_cut_older_word(part: float) -> bytes:
    """The container ends too early."""
    whole = older_word()
    return whole[: int(len(whole) * part)]
