"""The papers of these case files: sheets of templates, and the press that prints them."""

from __future__ import annotations

from pathlib import Path

from conformance.heldout.pen import MANNER
from conformance.measured.papers.press import Press

PRESS = Press.read(Path(__file__).parent, MANNER)
KINDS = PRESS.kinds
MARKINGS = PRESS.markings
NEGATIVES = PRESS.negatives
SECRETS = PRESS.secrets
