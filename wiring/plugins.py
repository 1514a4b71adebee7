"""Detectors, by their entry point `muniment.detectors`; inert until the settings name them."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points

from recordkeeping.ports import Detector
from recordkeeping.vocabulary.errors import Fault, Misconfigured


def load_detectors(names: Sequence[str]) -> tuple[Detector, ...]:
    """Return the named detectors; a name that nobody installed, or no name at all, is a fault."""
    found = {entry.name: entry for entry in entry_points(group="muniment.detectors")}
    faults = [
        Fault("detectors.yaml:detectors", f"no detector {name} is installed")
        for name in names
        if name not in found
    ]
    if not names:
        faults.append(Fault("detectors.yaml:detectors", "names none; nothing would be found"))
    if faults:
        raise Misconfigured(faults)
    return tuple(found[name].load()() for name in names)
