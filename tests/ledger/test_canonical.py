"""A document has one form, and that form is RFC 8785's."""

from __future__ import annotations

from random import Random

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from ledger.canonical import decode, encode
from ledger.errors import Malformed

NAMES = st.text(st.characters(max_codepoint=127), max_size=12)
VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.integers(min_value=-(2**53) + 1, max_value=2**53 - 1),
)


@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_a_document_is_written_as_rfc_8785_writes_it(document: dict[str, str | int]) -> None:
    assert encode(document) == rfc8785.dumps(document)


def any_document(chance: Random) -> dict[str, str | int]:
    """Make a document; half its letters are those that JSON can write in more than one way."""

    def letters(most: int, beyond: int) -> str:
        odd = '"\\/\b\f\n\r\t\0\x1f\x7f' + ("\u2028\u2029é\ufeff\U0001f600" if beyond else "")
        plain = [chr(chance.choice((chance.randrange(128), beyond or 65))) for _ in range(most)]
        return "".join(chance.choice((one, chance.choice(odd))) for one in plain)

    def value() -> str | int:
        if chance.random() < 0.3:
            return chance.randrange(-(2**53) + 1, 2**53)
        return letters(chance.randrange(20), chance.choice((0x80, 0xD7FF, 0xE000, 0x10FFFF)))

    return {letters(chance.randrange(8), 0): value() for _ in range(chance.randrange(8))}


def test_20000_documents_are_written_as_rfc_8785_writes_them_and_read_again() -> None:
    chance = Random(8785)
    for _ in range(20_000):
        document = any_document(chance)
        written = encode(document)
        assert written == rfc8785.dumps(document)
        assert decode(written) == document


@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_a_document_is_read_as_it_was_written(document: dict[str, str | int]) -> None:
    assert decode(encode(document)) == document


@pytest.mark.parametrize(
    "document",
    [
        {"a": 1.5},
        {"a": True},
        {"a": None},
        {"a": ["b"]},
        {"a": {"b": 1}},
        {"a": 2**53},
        {"a": -(2**53)},
        {"é": 1},
        {"a": "\ud800"},
        {"a": "x" * 70_000},
    ],
)
def test_what_could_be_read_in_two_ways_is_not_written(document: dict[str, str | int]) -> None:
    with pytest.raises(Malformed):
        encode(document)


@pytest.mark.parametrize(
    "encoded",
    [
        b'{"b":1,"a":2}',
        b'{"a":1, "b":2}',
        b'{"a":1}\n',
        b'{"a":1,"a":1}',
        b'{"a":1.0}',
        b'{"a":-0}',
        b'{"a":1e2}',
        b'{"a":NaN}',
        b'{"a":"\\u0041"}',
        b'{"a":"\\/"}',
        b'\xef\xbb\xbf{"a":1}',
        b'{"a":"\xff"}',
        b"[" * 50_000,
        b"[]",
        b"7",
        b"",
    ],
)
def test_bytes_in_any_other_form_are_refused(encoded: bytes) -> None:
    with pytest.raises(Malformed):
        decode(encoded)


def test_a_refusal_does_not_repeat_the_value() -> None:
    with pytest.raises(Malformed) as refusal:
        encode({"note": ["Kayleigh Marsh"]})  # type: ignore[dict-item]  # what a caller may try
    assert "Marsh" not in str(refusal.value)
