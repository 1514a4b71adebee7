"""Notes and keys are those of C2SP: published examples open, and nothing crooked does."""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from ledger.checkpoint import Checkpoint
from ledger.errors import LedgerBroken, Malformed
from ledger.keyring import Keyring
from ledger.keys import Signer, VerifierKey, open_checkpoint, open_note, sign_checkpoint
from ledger.notes import Note

# The example in the documentation of Go's golang.org/x/mod/sumdb/note.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_TEXT = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
)
GO_LINE = (
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb"
    "6KE6RyyBwJnAM=\n"
)
GO_NOTE = f"{GO_TEXT}\n{GO_LINE}"


@pytest.fixture
def checkpoint(origin: str) -> Checkpoint:
    return Checkpoint(origin, 7, bytes(range(32)))


@pytest.fixture
def note(checkpoint: Checkpoint, keyring: Keyring, noon: datetime) -> str:
    return sign_checkpoint(checkpoint, keyring.signers, noon)


@pytest.fixture
def stranger(checkpoint: Checkpoint, noon: datetime) -> str:
    """A signature line of a key that nobody here knows."""
    return str(Signer("witness.example", Ed25519PrivateKey.generate()).sign(checkpoint, noon))


def test_the_published_note_opens_with_the_published_key() -> None:
    assert open_note(GO_NOTE, [VerifierKey.parse(GO_KEY)]) == GO_TEXT


def test_a_published_key_is_written_back_letter_by_letter() -> None:
    assert str(VerifierKey.parse(GO_KEY)) == GO_KEY


def test_a_note_is_written_back_letter_by_letter(note: str) -> None:
    assert str(Note.parse(note)) == note


def test_a_checkpoint_carries_a_line_of_each_algorithm(note: str, keyring: Keyring) -> None:
    bodies = [signature.body for signature in Note.parse(note).signatures]
    assert [len(body) for body in bodies] == [64, 8 + 2420]
    assert [key.type for key in keyring.verifiers] == [0x01, 0x06]


def test_an_ml_dsa_line_says_when_it_was_signed(note: str, noon: datetime) -> None:
    stamp = Note.parse(note).signatures[1].body[:8]
    assert int.from_bytes(stamp, "big") == int(noon.timestamp())


def test_a_signed_checkpoint_opens_with_both_keys(
    note: str, checkpoint: Checkpoint, keyring: Keyring
) -> None:
    assert open_checkpoint(note, checkpoint.origin, keyring.verifiers) == checkpoint


def test_lines_of_unknown_signers_are_passed_over(
    note: str, stranger: str, checkpoint: Checkpoint, keyring: Keyring
) -> None:
    assert open_checkpoint(note + stranger, checkpoint.origin, keyring.verifiers) == checkpoint


def test_a_note_that_only_a_stranger_signed_does_not_open(
    stranger: str, checkpoint: Checkpoint, keyring: Keyring
) -> None:
    with pytest.raises(LedgerBroken):
        open_note(f"{checkpoint}\n{stranger}", keyring.verifiers)


@pytest.mark.parametrize("line", [0, 1])
def test_a_note_without_one_of_the_two_signatures_does_not_open(
    line: int, note: str, keyring: Keyring
) -> None:
    parsed = Note.parse(note)
    cut = Note(parsed.text, parsed.signatures[line : line + 1])
    with pytest.raises(LedgerBroken):
        open_note(str(cut), keyring.verifiers)


@pytest.mark.parametrize("line", [0, 1])
@pytest.mark.parametrize("place", [0, 7, 40, -1])
def test_one_turned_bit_in_a_signature_spoils_the_note(
    line: int, place: int, note: str, keyring: Keyring
) -> None:
    parsed = Note.parse(note)
    body = bytearray(parsed.signatures[line].body)
    body[place] ^= 1
    lines = [str(signature) for signature in parsed.signatures]
    signed = parsed.signatures[line].key_id + bytes(body)
    lines[line] = f"— {parsed.signatures[line].name} {b64encode(signed).decode()}\n"
    with pytest.raises(LedgerBroken):
        open_note(f"{parsed.text}\n{''.join(lines)}", keyring.verifiers)


def test_a_bad_line_beside_a_good_one_of_the_same_key_spoils_the_note() -> None:
    bad = GO_LINE.replace("wJnAM=", "wJnAI=")
    with pytest.raises(LedgerBroken):
        open_note(GO_NOTE + bad, [VerifierKey.parse(GO_KEY)])


def test_another_text_under_the_same_signature_does_not_open() -> None:
    with pytest.raises(LedgerBroken):
        open_note(GO_NOTE.replace("problem", "question"), [VerifierKey.parse(GO_KEY)])


def test_without_a_key_nothing_opens() -> None:
    with pytest.raises(LedgerBroken):
        open_note(GO_NOTE, [])


def test_a_checkpoint_of_another_log_is_not_taken_for_ours(note: str, keyring: Keyring) -> None:
    with pytest.raises(LedgerBroken):
        open_checkpoint(note, "southmoor.example/disposal", keyring.verifiers)


@pytest.mark.parametrize(
    "crooked",
    [
        "",
        "\n",
        GO_TEXT,
        GO_TEXT + GO_LINE,
        GO_NOTE[:-1],
        GO_NOTE + "\n",
        GO_NOTE + GO_LINE[:-1],
        GO_NOTE.replace("\n", "\r\n"),
        GO_NOTE.replace("If", "\tIf"),
        GO_NOTE.replace("If", "\x00If"),
        GO_NOTE.replace("— ", "- "),
        GO_NOTE.replace("— ", "—"),
        GO_NOTE.replace("— PeterNeumann", "—  PeterNeumann"),
        GO_NOTE.replace("— PeterNeumann", "— Peter+Neumann"),
        GO_NOTE.replace("— PeterNeumann", "— Peter\u00a0Neumann"),
        GO_NOTE.replace("— PeterNeumann ", "—  "),
        GO_NOTE.replace("AM=\n", "AM\n"),
        GO_NOTE.replace("AM=\n", "AN=\n"),
        GO_NOTE.replace("AM=\n", "AM= \n"),
        GO_NOTE.replace("x08g", "*08g"),
        f"{GO_TEXT}\n— PeterNeumann x08goA==\n".replace("x08goA==", "x08gow=="),
        f"{GO_TEXT}\n{GO_LINE * 65}",
    ],
)
def test_a_crooked_note_is_refused(crooked: str) -> None:
    with pytest.raises(Malformed):
        Note.parse(crooked)


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "PeterNeumann",
        GO_KEY.replace("c74f20a3", "c74f20a4"),
        GO_KEY.replace("c74f20a3", "C74F20A3"),
        GO_KEY.replace("PeterNeumann", "PeterNewman"),
        GO_KEY.replace("PeterNeumann", "Peter Neumann"),
        GO_KEY[:-4],
        GO_KEY.replace("ARpc", "Zxpc"),
        GO_KEY + "\n",
        "PeterNeumann+c74f20a3+",
    ],
)
def test_a_crooked_key_is_refused(vkey: str) -> None:
    with pytest.raises(Malformed):
        VerifierKey.parse(vkey)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "origin\n7\n",
        f"\n7\n{b64encode(bytes(32)).decode()}\n",
        f"origin\n07\n{b64encode(bytes(32)).decode()}\n",
        f"origin\n-7\n{b64encode(bytes(32)).decode()}\n",
        f"origin\n٧\n{b64encode(bytes(32)).decode()}\n",
        f"origin\n7\n{b64encode(bytes(31)).decode()}\n",
        f"origin\n7\n{b64encode(bytes(32)).decode()}",
        f"origin\n7\n{b64encode(bytes(32)).decode()}\nmore\n",
    ],
)
def test_a_crooked_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(Malformed):
        Checkpoint.parse(text)
