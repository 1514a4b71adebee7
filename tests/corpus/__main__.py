"""`python -m tests.corpus OUT`: write every torture file, with a manifest."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from tests.corpus.case import cases


def main() -> None:
    """Write them all, or those whose names hold a word."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--only", default="", help="a part of the names wanted")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    manifest = []
    for case in cases():
        if asked.only not in case.file:
            continue
        (asked.out / case.file).write_bytes(case.make())
        manifest.append(
            {
                "file": case.file,
                "vector": case.vector,
                "tries": case.tries,
                "terms": case.terms,
                "stays": case.stays,
                "may": sorted(case.may),
                "because": case.because,
                "told": case.told,
            }
        )
    (asked.out / "manifest.json").write_text(json.dumps(manifest, indent=1, ensure_ascii=False))
    print(f"{len(manifest)} files")


if __name__ == "__main__":
    main()
