"""Addresses of computers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.ip import IpDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 203.0.113.17.", ["203.0.113.17"]),
        ("IP address 10.1.2.3", ["10.1.2.3"]),
        ("2001:db8::8a2e:370:7334", ["2001:db8::8a2e:370:7334"]),
        ("logged in from 198.51.100.7, then 198.51.100.7", ["198.51.100.7", "198.51.100.7"]),
    ],
)
def test_addresses_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(IpDetector(), text) == [(words, "ask") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "2.1.3.4 Review of the plan",
        "version 203.0.113.17",
        "300.1.2.3",
        "1.203.0.113.17",
        "10:30:45 and 12:00:00",
        "127.0.0.1, ::1, ::",
        "std::vector",
    ],
)
def test_what_is_none_is_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(IpDetector(), text) == []
