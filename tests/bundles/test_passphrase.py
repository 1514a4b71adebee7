"""A passphrase is long enough to hold, and can be read out by telephone."""

from __future__ import annotations

import math
import re

from bundles.passphrase import make_passphrase


def test_a_passphrase_is_six_groups_of_three_signs_that_are_not_mistaken() -> None:
    for _ in range(200):
        passphrase = make_passphrase()
        assert re.fullmatch(r"[a-z2-9]{3}(-[a-z2-9]{3}){5}", passphrase)
        assert not set(passphrase) & set("cdegijlnopstuv01")


def test_a_passphrase_holds_at_least_seventy_seven_bits() -> None:
    drawn = [make_passphrase().replace("-", "") for _ in range(500)]
    # Every place takes every sign: 500 draws of 20 signs miss one with odds below 1 in 10^8.
    signs = [len({word[place] for word in drawn}) for place in range(18)]
    assert sum(math.log2(count) for count in signs) >= 77
    assert len(set(drawn)) == 500
