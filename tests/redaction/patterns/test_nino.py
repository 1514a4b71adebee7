"""National Insurance numbers: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.nino import NinoDetector


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AB 12 34 56 C", [("AB 12 34 56 C", "redact")]),
        ("AB 12\n34 56 C", [("AB 12\n34 56 C", "redact")]),
        ("AB123456C", [("AB123456C", "redact")]),
        ("ab123456c", [("ab123456c", "redact")]),
        ("AB-12-34-56-C", [("AB-12-34-56-C", "redact")]),
        ("NINO: ab 12 34 56 c", [("ab 12 34 56 c", "redact")]),
        ("N.I. number AB 123456 C", [("AB 123456 C", "redact")]),
        # Called one, and of another form: a person looks.
        ("NI number AB 12 34 56", [("AB 12 34 56", "ask")]),
        ("National Insurance No. QQ 12 34 56 C", [("QQ 12 34 56 C", "ask")]),
        ("NI no: TN 01 02 90 M", [("TN 01 02 90 M", "ask")]),
        ("NINO AB12345OC", [("AB12345OC", "ask")]),
    ],
)
def test_national_insurance_numbers_are_seen(
    text: str, expected: list[tuple[str, str]], seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(NinoDetector(), text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "BG123456A QQ123456C AB123456E",
        "at 12 34 56 a day",
        "DA123456C and AO123456C",
        "XAB123456C, AB123456CD",
        "in Northern Ireland (NI) 12 34 56",
    ],
)
def test_what_never_was_one_is_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(NinoDetector(), text) == []
