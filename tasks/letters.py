"""What letters and certificates say of the council, from its settings."""

from __future__ import annotations

from bundles.council import Council
from wiring.settings import Settings


def council_of(settings: Settings) -> Council:
    """Return the council as letters say it."""
    said = settings.council
    return Council(
        name=said.name,
        address=tuple(said.address),
        contact=said.contact,
        complaints=said.complaints,
        regulator=said.regulator.name,
        regulator_contact=said.regulator.contact,
    )
