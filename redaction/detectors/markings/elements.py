"""Elements of an export that are called as markings are: `<confidential>...</confidential>`.

What such an element holds is marked, and nothing around it; so is one whose attribute says so
(`<note visibility="professionals">`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from recordkeeping.disclosure.findings import Span

_KEPT = (
    r"(?:confidential|restricted|private|sealed|privileged|secret|sensitive|withheld|hidden|internal"
    r"|professionals?|staff|third[\s_-]?party|not[\s_-](?:for|to)[\s_-][\w\s-]{2,40}|do[\s_-]not[\s_-]\w+)"
)
_OPENS = re.compile(
    rf"(?P<sign>[<\[])(?P<name>{_KEPT}(?:[\s_-]?(?:only|info(?:rmation)?|section|note|part))?)"
    r"(?:\s[^<>\[\]\n]{0,80})?[>\]]"
    rf"|<(?P<of>\w{{1,30}})\s[^<>\n]{{0,80}}?\b(?:visibility|access|audience|view|status|class|type|for)"
    rf"\s*=\s*[\"']?{_KEPT}[\w\s-]{{0,40}}[\"']?[^<>\n]{{0,80}}>",
    re.IGNORECASE,
)

_PAIRED = re.compile(
    r"\b(?P<name>NFD|NTB[DS]|TPI?|RESTRICTED|CONFIDENTIAL|CONF|SENSITIVE|PRIVATE)\s?>+(?=\s)"
    r"(?P<holds>(?:(?!(?P=name))[^<>]){2,2000}?)<+\s?(?P=name)\b"
)
"""A mark with its arrows around what it is of: "NFD> she rang, drunk <NFD"."""

_STARTED = re.compile(
    rf"^[^\w\n]*(?P<name>{_KEPT})[^\w\n]+(?:starts?|begins?)[^\w\n]*$\n"
    r"(?P<holds>(?:(?!^[^\w\n]*(?P=name)[^\w\n]+(?:starts?|begins?)\b).*\n){1,60}?)"
    r"[^\w\n]*(?P=name)[^\w\n]+(?:ends?|stops?|over)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""Lines that say where what is kept back starts and ends: ">> third party - start >>"."""


class Element(NamedTuple):
    """An element, and what it holds between its signs."""

    span: Span
    holds: Span


def elements(text: str) -> Iterator[Element]:
    """Yield the elements that are marked by their own name; what none closes is none."""
    done, never = 0, set[str]()
    for opens in _OPENS.finditer(text):
        if opens.start() < done:
            continue
        name, sign = opens["name"] or opens["of"], opens["sign"] or "<"
        closing = rf"{re.escape(sign)}\s?/\s?{re.escape(name.casefold())}\s?[>\]]"
        closes = None
        if closing not in never:
            closes = re.compile(closing, re.IGNORECASE).search(text, opens.end())
        if closes is None:
            never.add(closing)
            continue
        done = closes.end()
        yield Element((opens.start(), done), (opens.end(), closes.start()))
    for pairs in (_PAIRED, _STARTED):
        for paired in pairs.finditer(text):
            yield Element(paired.span(), paired.span("holds"))
