"""Who speaks in a letter or on a certificate."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Council:
    """A council as its letters say it, from `configs/council.yaml`.

    `contact` and `complaints` are one line each, with every way to reach them. The regulator's
    name is a setting because it changes (SI 2026/386).
    """

    name: str
    address: tuple[str, ...]
    contact: str
    complaints: str
    regulator: str
    regulator_contact: str
