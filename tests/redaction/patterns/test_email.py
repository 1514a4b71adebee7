"""E-mail addresses: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.email import EmailDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("to a.b+c@mail.example.org.", ["a.b+c@mail.example.org"]),
        ("<dean_marsh@example.org>", ["dean_marsh@example.org"]),
        ("DEAN@EXAMPLE.ORG", ["DEAN@EXAMPLE.ORG"]),
        ("dean.marsh @ example.org", ["dean.marsh @ example.org"]),
        ("dean.marsh@\nexample.org", ["dean.marsh@\nexample.org"]),
        ("dean(at)example.org", ["dean(at)example.org"]),
        ("dean [at] example.org", ["dean [at] example.org"]),
        ("dean at example dot org", ["dean at example dot org"]),
        ("o'brien@example.org", ["o'brien@example.org"]),
    ],
)
def test_addresses_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(EmailDetector(), text) == [(words, "ask") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "at @home, a@b",
        "Dean is at school. Dot came.",
        "she looked at example.org",
        "5 @ 3.50 each",
        "@kay_marsh",
    ],
)
def test_what_is_none_is_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(EmailDetector(), text) == []


def test_a_word_before_an_accounts_name_makes_no_address(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    assert seen(EmailDetector(), "her Snapchat is @its.stephen.m now") == []
    assert seen(EmailDetector(), "dean @example.org") == [("dean @example.org", "ask")]
