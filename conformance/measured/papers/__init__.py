"""The papers of a case: each kind is a sheet of templates, put together by dice."""

from __future__ import annotations

from pathlib import Path

from conformance.measured.papers.kind import Kind, Section
from conformance.measured.papers.press import CENTURY, Press
from conformance.measured.pen import MANNER

PRESS = Press.read(Path(__file__).parent, MANNER)
KINDS = PRESS.kinds
MARKINGS = PRESS.markings
NEGATIVES = PRESS.negatives
SECRETS = PRESS.secrets

paper = PRESS.paper
filled = PRESS.filled

__all__ = ["CENTURY", "KINDS", "MARKINGS", "NEGATIVES", "PRESS", "SECRETS", "Kind", "Section",
           "filled", "paper"]  # fmt: skip
