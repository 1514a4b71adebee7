"""Addresses of the web (RFC 3986), and profiles on social media without their "https"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from recordkeeping.disclosure.findings import Finding, Page, Propose
from recordkeeping.disclosure.people import Roster
from redaction.detectors.matching import everywhere, owned_or

_URL = re.compile(
    r"(?<![\w@])(?:https?://|www\.)[^\s<>\"\u201c\u201d{}|\\^`]{3,2000}"
    r"|(?<![\w@./-])(?:[a-z-]{1,20}\.)?(?:facebook\.com|fb\.com|fb\.me|instagram\.com|twitter\.com|x\.com"
    r"|tiktok\.com|snapchat\.com|linkedin\.com|youtube\.com|youtu\.be|onlyfans\.com|linktr\.ee|t\.me"
    r"|wa\.me|discord\.gg|twitch\.tv|pinterest\.\w{2,3}|gofundme\.com|vinted\.co\.uk|threads\.net)"
    r"/[^\s<>\"\u201c\u201d{}|\\^`]{1,2000}",
    re.IGNORECASE,
)
_SIGNS_BEHIND = ".,;:!?'\u2019\u2026*_"
_PUBLIC = re.compile(
    r"(?:https?://)?(?:[\w-]{1,63}\.){0,5}(?:gov\.uk|nhs\.uk|police\.uk|parliament\.uk|judiciary\.uk"
    r"|gov\.scot|gov\.wales|nspcc\.org\.uk|childline\.org\.uk|samaritans\.org)/?",
    re.IGNORECASE,
)
"""The front page of a public body is nobody's; behind it, in a link to a file, a name may stand."""


class UrlDetector:
    """Finds addresses of the web. An unknown one may be an office's: it asks."""

    name = "url"

    def find(self, page: Page, roster: Roster) -> Iterable[Finding]:
        """Return a finding for each address, but for front pages of public bodies."""
        return everywhere(page, _seen(page.text, roster))


def _seen(text: str, roster: Roster) -> Iterator[Finding]:
    for seen in _URL.finditer(text):
        address = _without_signs(seen[0])
        if not _PUBLIC.fullmatch(address):
            span = seen.start(), seen.start() + len(address)
            yield owned_or(Propose.ASK, roster, span, "url", "web address", address, 0.9)


def _without_signs(address: str) -> str:
    """Return an address without the sentence's own stops and brackets."""
    address = address.rstrip(_SIGNS_BEHIND)
    for opening, closing in ("()", "[]"):
        while address.endswith(closing) and address.count(opening) < address.count(closing):
            address = address[:-1].rstrip(_SIGNS_BEHIND)
    return address
