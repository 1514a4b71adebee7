"""Names of accounts: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.handle import HandleDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("message @kay_m01 on there", ["@kay_m01"]),
        ("(@deanmarsh78)", ["@deanmarsh78"]),
        ("snap: kaymarsh01", ["kaymarsh01"]),
        ("insta kay.m_01", ["kay.m_01"]),
        ("her Instagram name is kaymarsh", ["kaymarsh"]),
        ("TikTok: @dancing", ["@dancing"]),
        ("Xbox gamertag: DeanM78", ["DeanM78"]),
        ("username deanm78 again deanm78", ["deanm78", "deanm78"]),
        ("on snapchat as kaykay01", ["kaykay01"]),
    ],
)
def test_accounts_are_seen(
    text: str, found: list[str], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(HandleDetector(), text) == [(words, "redact") for words in found]


@pytest.mark.parametrize(
    "text",
    [
        "at @home and @school",
        "meet @3pm, 5 @2 each",
        "dean@example.org",
        "dean @gmail.com",
        "Facebook: Kayleigh posted photographs",
        "her insta is private",
        "on Facebook she wrote",
        "snap happened in 2019",
        "Instagram account was deleted",
        "https://example.org/@kay",
    ],
)
def test_what_is_none_is_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(HandleDetector(), text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She is kaylz_x on Insta now.", "kaylz_x"),
        ("kaylz_x (Snapchat)", "kaylz_x"),
        ("messages from tyler.b99 via Instagram", "tyler.b99"),
        ("goes under tyler_b on TikTok", "tyler_b"),
        ("an account called tyler_b99", "tyler_b99"),
        ("username tylerb", "tylerb"),
    ],
)
def test_a_name_is_seen_before_the_place_where_it_is_used(
    text: str, name: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(HandleDetector(), text) == [(name, "redact")]


@pytest.mark.parametrize(
    "text",
    [
        "Kay is on Snapchat.",
        "Year 9 on Instagram",
        "She was 14 on Facebook and is 12.",
        "Seen at 9.30 on TikTok",
        "An account called savings",
    ],
)
def test_words_and_figures_before_such_a_place_are_none(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(HandleDetector(), text) == []
