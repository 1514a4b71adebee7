"""The grounds for withholding, each with the words that the requester reads."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exemption:
    """One code of `configs/exemptions/`: its law, its test, who decides.

    `label` is what the requester reads; several codes share one neutral label, so that the label
    does not disclose what it protects. None means that nothing is withheld under this code.
    """

    code: str
    title: str
    law: str
    test: str
    decides: str
    default: str
    label: str | None
    explained: str = ""
