"""Whose hands write these papers, and how each writes people's names when left to itself."""

from __future__ import annotations

from conformance.measured.hands import HANDS as KNOWN
from conformance.measured.hands import Hand

HANDS: dict[str, Hand] = {
    **KNOWN,
    "office": Hand(
        {"full": 20, "first": 16, "ti": 18, "tifull": 4, "inisur": 5, "surini": 4, "surfirst": 3,
         "sur": 3, "typo": 3, "tityp": 3, "typo2": 2, "petfull": 3, "pet": 2, "ini": 5, "caps": 1,
         "glued": 1, "former": 2, "alias": 2, "hyph": 1, "brk": 1},
        {"first": 46, "full": 14, "register": 6, "pet": 4, "petfull": 2, "typo": 4, "ini": 5,
         "alias": 3, "lower": 1, "surfirst": 2, "hyph": 1, "surini": 2, "typo2": 1},
        {"full": 30, "ti": 22, "first": 18, "inisur": 12, "tifull": 6, "ini": 4, "surini": 2},
    ),
    "old": Hand(
        {"ti": 46, "tifull": 8, "full": 9, "inisur": 12, "surini": 5, "first": 4, "sur": 4,
         "ocr": 8, "ocrcaps": 3, "spaced": 2, "hyph": 4, "caps": 4, "surfirst": 4, "brk": 2},
        {"first": 48, "full": 12, "ocr": 8, "ocrcaps": 2, "hyph": 3, "caps": 4, "spaced": 2,
         "pet": 4, "surfirst": 4, "surini": 2},
        {"ti": 50, "inisur": 22, "surini": 3, "full": 6, "tifull": 6, "caps": 2},
    ),
    "dictated": Hand(
        # Said to a machine that writes what it hears, without capitals when it is not sure.
        {"first": 30, "lower": 14, "full": 16, "ti": 12, "typo": 14, "typo2": 6, "tityp": 6,
         "pet": 4},
        {"first": 40, "lower": 14, "full": 10, "typo": 14, "typo2": 4, "pet": 6},
        {"first": 40, "full": 20, "ti": 20, "lower": 2},
    ),
    "list": Hand(
        # Columns filled by many people, each in a fashion of their own.
        {"surini": 14, "surfirst": 16, "full": 20, "caps": 8, "ti": 10, "inisur": 10, "ini": 6,
         "first": 8, "sur": 4, "typo": 3, "glued": 2},
        {"register": 22, "first": 24, "surfirst": 14, "full": 14, "surini": 8, "caps": 5, "ini": 8},
        {"full": 24, "inisur": 22, "surini": 8, "first": 16, "ti": 16},
    ),
}  # fmt: skip
