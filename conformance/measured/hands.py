"""Whose hand writes a paper, and how that hand writes people's names when left to itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from conformance.practice.people import Someone
from recordkeeping.disclosure.people import Standing

Shares = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Hand:
    """How often a hand writes adults, children and officials in each way."""

    adults: Shares
    children: Shares
    officials: Shares
    homely: bool = False  # whether it says mum rather than mother


def _with(shares: Shares, **more: float) -> Shares:
    return {**shares, **more}


GROWN: Shares = {
    "full": 22, "first": 16, "ti": 20, "tifull": 5, "inisur": 6, "surfirst": 2, "sur": 3,
    "typo": 3, "typo2": 2, "pet": 3, "ini": 4, "caps": 1, "glued": 1, "former": 2, "alias": 2,
    "hyph": 1, "brk": 1,
}  # fmt: skip
YOUNG: Shares = {
    "first": 50, "full": 16, "pet": 5, "typo": 4, "ini": 4, "alias": 3, "lower": 1,
    "surfirst": 1, "hyph": 1, "caps": 1, "typo2": 1,
}  # fmt: skip
OFFICE: Shares = {"full": 34, "ti": 22, "first": 16, "inisur": 10, "tifull": 6, "ini": 3}

HANDS: dict[str, Hand] = {
    "office": Hand(GROWN, YOUNG, OFFICE),
    "old": Hand(
        {"ti": 46, "tifull": 8, "full": 12, "inisur": 14, "first": 5, "sur": 4, "ocr": 9,
         "spaced": 2, "hyph": 4, "caps": 5, "surfirst": 4, "brk": 2},
        {"first": 50, "full": 14, "ocr": 9, "hyph": 3, "caps": 5, "spaced": 2, "pet": 4,
         "surfirst": 3},
        {"ti": 50, "inisur": 22, "full": 6, "tifull": 6, "caps": 2},
    ),
    "police": Hand(
        {"surfirst": 24, "caps": 14, "full": 18, "sur": 12, "ti": 6, "alias": 5, "inisur": 4,
         "typo": 4, "typo2": 2, "first": 5, "former": 3, "glued": 3},
        {"surfirst": 16, "full": 22, "first": 30, "caps": 12, "alias": 4, "typo": 4, "ini": 3},
        {"full": 20, "ti": 30, "sur": 6, "inisur": 12},
    ),
    "home": Hand(
        _with(GROWN, first=50, ti=8, pet=12, alias=6, typo=7, lower=3, full=10),
        _with(YOUNG, pet=14, typo=8, lower=3, alias=6),
        {"first": 50, "full": 16, "ti": 14, "typo": 2},
        homely=True,
    ),
    "child": Hand(
        {"first": 40, "pet": 20, "lower": 14, "typo": 14, "caps": 4, "full": 5, "ti": 6},
        {"first": 40, "lower": 20, "typo": 12, "pet": 12, "caps": 4, "full": 5, "typo2": 3},
        {"first": 50, "ti": 24, "lower": 5},
        homely=True,
    ),
    "chat": Hand(
        {"first": 34, "lower": 26, "pet": 12, "typo": 10, "glued": 5, "full": 8, "alias": 5,
         "typo2": 4},
        {"first": 34, "lower": 26, "pet": 14, "typo": 9, "alias": 5, "full": 4},
        {"first": 50, "lower": 6, "full": 14},
        homely=True,
    ),
    "medical": Hand(
        {"ti": 30, "full": 24, "inisur": 10, "surfirst": 10, "first": 10, "caps": 5, "typo": 3,
         "former": 3, "ini": 2},
        {"first": 40, "full": 26, "surfirst": 12, "caps": 6, "typo": 3},
        {"ti": 34, "tifull": 20, "inisur": 16, "full": 20},
    ),
    "legal": Hand(
        {"tifull": 20, "ti": 34, "full": 22, "inisur": 6, "caps": 4, "former": 3, "surfirst": 2},
        {"first": 42, "full": 30, "caps": 4, "ini": 8},
        {"tifull": 20, "ti": 24, "full": 36, "ini": 3},
    ),
}  # fmt: skip

LITTLE = ("sib", "cousin", "friend")


def chosen(who: Someone, hand: Hand, rng: Random) -> str:
    """Draw the way in which a hand writes somebody's name."""
    little = who.key in ("subject", "cousin") or (
        who.key.startswith(LITTLE) and who.key[-1].isdigit()
    )
    if who.standing is Standing.PROFESSIONAL:
        shares = hand.officials
    else:
        shares = hand.children if little else hand.adults
    hard = _hard(who)
    if hard and rng.random() < 0.5:
        return rng.choice(hard)
    return rng.choices(list(shares), list(shares.values()))[0]


def _hard(who: Someone) -> list[str]:
    """Return the ways that this name is apt to be mistaken in, by its own letters."""
    ways = ["trans"] if who.other_spelling else []
    if "-" in who.last and who.standing is Standing.THIRD_PARTY:
        ways.append("part")
    if not who.name.isascii():
        ways.append("plain")
    return ways
