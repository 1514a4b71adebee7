"""Addresses of the web: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.url import UrlDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("see https://example.org/kay.", ["https://example.org/kay"]),
        ("(www.example.org/a_(b))", ["www.example.org/a_(b)"]),
        ("facebook.com/dean.marsh.78", ["facebook.com/dean.marsh.78"]),
        ("m.facebook.com/dean", ["m.facebook.com/dean"]),
        ("instagram.com/kay_m, tiktok.com/@kay", ["instagram.com/kay_m", "tiktok.com/@kay"]),
        ("https://x.com/kay!", ["https://x.com/kay"]),
        ("https://sharepoint.gov.uk/marsh", ["https://sharepoint.gov.uk/marsh"]),
    ],
)
def test_addresses_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(UrlDetector(), text) == [(words, "ask") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "on Facebook.com she wrote",
        "kay@example.org",
        "www. is short for it",
        "see www.gov.uk or https://www.nhs.uk/.",
        "max.com/plete",
    ],
)
def test_what_is_none_is_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(UrlDetector(), text) == []
