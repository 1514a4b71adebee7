"""Lines that begin with their numbers, as those of a transcript: a name goes on over them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MAY = re.compile(r"\n[^\S\n]*\d{1,4}[^\S\n]+\S")
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_NUMBER = re.compile(r"[^\S\n]*(\d{1,4})(?=[^\S\n]+\S)")
_LEAST = 3  # lines: the numbers of two may be anything


def without_line_numbers(text: str) -> str:
    """Return a text of the same length in which marks of quoted lines stand for lines' numbers.

    Those are meant that stand before three lines or more in turn, each one more than the last.
    """
    if not _MAY.search(text):
        return text
    out, end = list[str](), 0
    for start, stop in _numbers(text):
        out += text[end:start], ">" * (stop - start)
        end = stop
    return "".join([*out, text[end:]])


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    run: list[tuple[int, int]] = []
    last = 0
    for line in _LINE.finditer(text):
        number = _NUMBER.match(line[0])
        goes_on = number is not None and bool(run) and int(number[1]) == last + 1
        if not goes_on:
            yield from run if len(run) >= _LEAST else ()
            run = []
        if number is not None:
            at = line.start()
            run.append((at + number.start(1), at + number.end(1)))
            last = int(number[1])
    yield from run if len(run) >= _LEAST else ()
