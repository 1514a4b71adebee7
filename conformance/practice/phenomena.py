"""The sixty ways in which case files write of people, by name and by their number in the recipe."""

from __future__ import annotations

SIXTY: tuple[str, ...] = (
    "full name",
    "first name only",
    "title and surname",
    "title and full name",
    "initials",
    "initial and surname",
    "surname first",
    "capitals",
    "lower case",
    "nickname",
    "listed alias",
    "former name",
    "possessive",
    "plural family",
    "conjoined names",
    "typo of one edit",
    "typo of two edits",
    "ocr confusion",
    "glued words",
    "letter-spaced",
    "hyphen at line end",
    "name over a break",
    "part of a double-barrelled name",
    "accent dropped",
    "transliteration",
    "word-name",
    "father and son of one name",
    "sibling near-name",
    "surname alone, often the subject's too",
    "professional sharing a name with family",
    "role word alone",
    "role word and name",
    "unknown full name",
    "unknown first name",
    "unknown in lower case",
    "name in an address, handle or file name",
    "e-mail header or quoted trail",
    "signature block",
    "table row or form label",
    "page header or footer",
    "address",
    "postcode",
    "phone",
    "birth date or event date",
    "nhs number or decoy",
    "other identifier",
    "place or brand holding a name",
    "role abbreviation equal to initials",
    "child label",
    "the subject's own",
    "confidential referrer by description",
    "marking",
    "marking words in prose",
    "privilege",
    "disclaimer",
    "misspelt in the roster",
    "person in two roles",
    "deceased or consenting",
    "statement about the subject",
    "dialect or quoted speech",
)

REAL_SCOPES = frozenset({"marking", "privilege"})
"""The phenomena whose scopes are to be withheld; other scopes are words that only sound so."""


def named(number: int) -> str:
    """Return the name of the phenomenon with this number, counted from 1."""
    return SIXTY[number - 1]
