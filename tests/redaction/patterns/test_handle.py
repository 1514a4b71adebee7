"""Names of accounts: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from recordkeeping.disclosure.people import Person, Roster, Standing
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
        ("Xbox gamertag xXLornaXx", ["xXLornaXx"]),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tagged as @pickles_g", "@pickles_g"),
        ("the man messaging is @its.art.c, who", "@its.art.c"),
        ("on social media as its.art.c", "its.art.c"),
        ("IG - jaymo09", "jaymo09"),
        ("sc: jaymo09", "jaymo09"),
        ("discord: jaymo#0042", "jaymo#0042"),
        ("on Roblox he is jaymo_builds", "jaymo_builds"),
        ("going by darkprince_88 online", "darkprince_88"),
        ("kik me darkprince88", "darkprince88"),
        ("pls add tia_c09", "tia_c09"),
        ("add me on snap tia_c09", "tia_c09"),
        ("her second account, tia09_priv", "tia09_priv"),
        ("a Snapchat account under the name of tia09", "tia09"),
        ("tia_c09 added you on Snapchat", "tia_c09"),
        ("BeReal: tiac09", "tiac09"),
    ],
)
def test_accounts_are_seen_in_more_of_the_ways_in_which_people_tell_them(
    text: str, name: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(HandleDetector(), text) == [(name, "redact")]


@pytest.mark.parametrize(
    ("name", "proposed"),
    [
        ("@archie.t09", "ask"),  # by what the subject is called
        ("@xxarchiexx", "ask"),
        ("@arch_t09", "redact"),
        ("@thevarajan_a", "ask"),  # by initial and surname
        ("@thevarajan_k", "redact"),
        ("@kumar_t", "redact"),
        ("@darkprince88", "redact"),
    ],
)
def test_an_account_made_of_the_subjects_own_name_is_asked_about(
    name: str, proposed: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    people = (
        Person("p1", "Archie Thevarajan", Standing.SUBJECT),
        Person("p2", "Kumar Thevarajan", relation="father"),
    )
    assert seen(HandleDetector(), f"on there as {name} again", Roster("p1", people)) == [
        (name, proposed)
    ]
