"""Detectors by name: ours and strangers' come in by the same entry point."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import entry_points

from recordkeeping.ports import Detector
from recordkeeping.vocabulary.errors import Fault, Misconfigured

DETECTORS = "muniment.detectors"


def load_detectors(names: Sequence[str] | None = None) -> tuple[Detector, ...]:
    """Build the detectors of these names, in this order, or all that are installed.

    None at all, and a name that is not installed, are `Misconfigured`: without detectors every
    document would look clean.
    """
    installed = {point.name: point for point in entry_points(group=DETECTORS)}
    wanted = sorted(installed) if names is None else list(names)
    faults = [
        Fault("detectors.yaml", f"no detector is installed under the name {name}")
        for name in wanted
        if name not in installed
    ]
    if not wanted:
        faults.append(Fault("detectors.yaml", "names no detector"))
    if faults:
        raise Misconfigured(faults)
    detectors = tuple(installed[name].load()() for name in wanted)
    if odd := [w for w, d in zip(wanted, detectors, strict=True) if not isinstance(d, Detector)]:
        raise Misconfigured([Fault("detectors.yaml", f"{name} is no detector") for name in odd])
    return detectors
