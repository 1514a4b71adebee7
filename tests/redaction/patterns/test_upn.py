"""Unique pupil numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.upn import UpnDetector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H801200001001", [("H801200001001", "redact")]),
        ("h801200001001", [("h801200001001", "redact")]),
        ("H 801 2000 01001", [("H 801 2000 01001", "redact")]),
        ("H801-2000-01001", [("H801-2000-01001", "redact")]),
        ("temporary U80120000100A", [("U80120000100A", "redact")]),
        ("UPN T80120000123Z", [("T80120000123Z", "redact")]),
        ("UPN: A801200001001", [("A801200001001", "ask")]),
        ("unique pupil number 801200001001", [("801200001001", "ask")]),
        ("UPN is H80120000100", [("H80120000100", "ask")]),
    ],
)
def test_pupil_numbers_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(UpnDetector(), text) == expected


@pytest.mark.parametrize(
    "text",
    ["A801200001001", "I801200001001", "U80120000100B", "H8012000010011", "UPN not known",
     "a UPN is given at 5 years"],
)  # fmt: skip
def test_what_is_none_is_ignored(text: str, seen: Callable[..., list[tuple[str, str]]]) -> None:
    assert seen(UpnDetector(), text) == []
