"""A passphrase for one bundle: made once, told by another channel, stored nowhere."""

from __future__ import annotations

import secrets

_ALPHABET = "abfhkmqrwxyz23456789"
"""Twenty signs that neither look nor sound alike in English: no l/1, no o/0, no m/n, no b/d/p."""

_GROUPS, _IN_EACH = 6, 3


def make_passphrase() -> str:
    """Return a new passphrase such as `k7m-3xw-a9f-q2h-z6b-r8y`, to be read out by telephone.

    Eighteen signs out of twenty are 77.8 bits, above the 77 of six diceware words.
    """
    return "-".join(
        "".join(secrets.choice(_ALPHABET) for _ in range(_IN_EACH)) for _ in range(_GROUPS)
    )
