"""What commands print: one JSON object with `--json`, sentences without."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping


def print_answer(answer: Mapping[str, object], *, as_json: bool, lines: Iterable[str]) -> None:
    """Print the answer as one JSON object on a line of its own, or as lines for a person."""
    if as_json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, default=str) + "\n")
        return
    for line in lines:
        sys.stdout.write(line + "\n")
