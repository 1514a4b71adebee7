"""One document, one form: the part of RFC 8785 that leaves and export lines need.

A document is flat: ASCII names, values that are strings or integers below 2^53. A verifier hashes
the bytes it was given and reads the same bytes, so a leaf has no second reading.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from ledger.errors import Malformed

Document = Mapping[str, str | int]

MOST_BYTES = 1 << 16
"""No leaf or export line is longer: what is read from strangers is bounded."""

_MOST = 1 << 53


def encode(document: Document) -> bytes:
    """Return the document's only form; refuse what the profile does not hold.

    The refusal names the field and never its value.
    """
    for name, value in document.items():
        if not (isinstance(name, str) and name.isascii()):
            raise Malformed("a field's name is not ASCII")
        # `bool` is an `int` to Python, but not to JSON.
        if not (type(value) is str or (type(value) is int and abs(value) < _MOST)):
            raise Malformed(f"{name} is neither text nor a whole number below 2^53")
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        raise Malformed("a field holds half a character") from None
    if len(encoded) > MOST_BYTES:
        raise Malformed(f"a document has more than {MOST_BYTES} bytes")
    return encoded


def decode(encoded: bytes) -> dict[str, str | int]:
    """Read a document; refuse bytes that are not exactly its canonical form."""
    if len(encoded) > MOST_BYTES:
        raise Malformed(f"a document has more than {MOST_BYTES} bytes")
    try:
        untrusted = json.loads(encoded.decode())
    except (ValueError, RecursionError):
        raise Malformed("not a JSON document in UTF-8") from None
    if not isinstance(untrusted, dict) or encode(untrusted) != encoded:
        raise Malformed("not in canonical form")
    return untrusted
