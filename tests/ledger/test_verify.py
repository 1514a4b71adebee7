"""The verifier's own arithmetic agrees with RFC 8032, and with a library that others review."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from ledger.verify import ORDER, P, ed25519_holds, ml_dsa_44_holds

# RFC 8032 §7.1, tests 1 to 3: public key, message, signature.
RFC_8032 = [
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701c"
        "f9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0"
        "f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f76098"
        "4dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
]


@pytest.mark.parametrize(("public", "message", "signature"), RFC_8032)
def test_the_signatures_of_rfc_8032_hold_and_no_neighbour_of_them(
    public: str, message: str, signature: str
) -> None:
    key, text, signed = map(bytes.fromhex, (public, message, signature))
    assert ed25519_holds(key, text, signed)
    assert not ed25519_holds(key, text + b"\0", signed)
    for place in range(64):
        turned = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
        assert not ed25519_holds(key, text, turned)


def test_a_second_spelling_of_a_signature_does_not_hold() -> None:
    key, text, signed = map(bytes.fromhex, RFC_8032[1])
    response = int.from_bytes(signed[32:], "little") + ORDER
    assert not ed25519_holds(key, text, signed[:32] + response.to_bytes(32, "little"))


def test_a_point_beyond_the_field_is_no_key() -> None:
    _, text, signed = map(bytes.fromhex, RFC_8032[1])
    assert not ed25519_holds((P + 1).to_bytes(32, "little"), text, signed)


@pytest.mark.parametrize("length", [0, 1, 111, 112, 1000])
def test_ed25519_agrees_with_the_library(length: int) -> None:
    private = Ed25519PrivateKey.generate()
    public, message = private.public_key().public_bytes_raw(), bytes(length)
    assert ed25519_holds(public, message, private.sign(message))
    assert not ed25519_holds(public, message + b"\0", private.sign(message))
    assert not ed25519_holds(public, message, private.sign(message)[:-1])


@pytest.mark.parametrize("length", [0, 1, 135, 136, 1000])
def test_ml_dsa_agrees_with_the_library(length: int) -> None:
    private = MLDSA44PrivateKey.generate()
    public, message = private.public_key().public_bytes_raw(), bytes(length)
    signed = private.sign(message)
    assert ml_dsa_44_holds(public, message, signed)
    assert not ml_dsa_44_holds(public, message + b"\0", signed)
    assert not ml_dsa_44_holds(public, message, private.sign(message, b"context"))
    # Challenge, response, hints, the hints' counts, and the length.
    for place in (0, 31, 32, 1000, 2335, 2336, 2410, 2415, 2416, 2419):
        turned = signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :]
        assert not ml_dsa_44_holds(public, message, turned), place
    assert not ml_dsa_44_holds(public, message, signed[:-1])
