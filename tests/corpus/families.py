"""The families of torture files, by what they play on."""

from __future__ import annotations

from importlib import import_module

FAMILIES = (
    "showing",
    "geometry",
    "unseen",
    "encodings",
    "typefaces",
    "forms",
    "pictures",
    "drawings",
    "points",
    "combs",
    "marked",
    "catalogue",
    "notes",
    "fields",
    "attached",
    "layers",
    "bytewise",
    "elsewhere",
    "lexing",
    "office",
    "opentexts",
    "olderword",
    "older",
    "messages",
    "loose",
)


def load() -> None:
    """Let every family list its files."""
    for family in FAMILIES:
        import_module(f"tests.corpus.{family}")
