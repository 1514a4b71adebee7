"""Words in the properties of Outlook's messages that neither its pages nor its report say.

Identifiers of addresses hold names ([MS-OXCDATA] 2.2.5), names of recipients and attachments are
kept several times over, and a program may keep anything in a stream of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from redaction.formats.web.pages import words_in

_WIDE = re.compile(rb"(?:[\x20-\x7e\xa0-\xff][\0\x01]){4,}")
_NARROW = re.compile(rb"[\x20-\x7e\xc0-\xff]{5,}")
_NARROW_IN_LARGE = re.compile(rb"[\x20-\x7e]{10,}")
_LARGE = 1024  # bytes: of more, some spell words by chance
_A_WORD = re.compile(r"[^\W\d_]{3}")
_WORDS_OF_MACHINES = """
smtp ex eml msg ole ipm note report schedule appointment contact task meeting request resp html text
plain rtf octet stream application image exchangelabs exchange administrative group fydibohf23spdlt
organization ou cn recipients mso outlook document attach
"""
_OF_MACHINES = frozenset(_WORDS_OF_MACHINES.split())


def left_unsaid(streams: Iterable[bytes], said: Iterable[str]) -> Iterator[str]:
    """Yield the runs of words in streams of which a word stands in nothing that is said."""
    known = words_in("\n".join(said)) | _OF_MACHINES
    for run in dict.fromkeys(chain.from_iterable(map(runs_of, streams))):
        words = {word for word in words_in(run) if _A_WORD.search(word)}
        if words - known:
            yield run


def runs_of(raw: bytes) -> Iterator[str]:
    """Yield what can be read in octets of any kind: in two octets a letter, and in one."""
    for wide in _WIDE.finditer(raw):
        yield from _lines(wide[0].decode("utf-16-le", "replace"))
    narrow = _NARROW_IN_LARGE if len(raw) > _LARGE and b"\0" in raw else _NARROW
    for run in narrow.finditer(_WIDE.sub(b"\0", raw)):
        yield from _lines(run[0].decode("cp1252", "replace"))


def _lines(run: str) -> Iterator[str]:
    yield from filter(_A_WORD.search, (" ".join(line.split()) for line in run.splitlines()))
