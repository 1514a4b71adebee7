"""Torture files that do not end as they should yet, and how they end.

The test of torture files leaves these out, `python -m tests.corpus.measure` counts them like all
others. Whoever mends one takes it out of here; nothing else may be put in.
"""

LEAKS: dict[str, str] = {}
"""Something of the name can still be read in what is released."""

UNTOLD: frozenset[str] = frozenset()
"""Nothing leaks, and the reviewer is not told of what the file holds besides its pages."""

REFUSED: frozenset[str] = frozenset()
"""Refused or unproven, where a page could have been released without the name."""

OPEN = frozenset(LEAKS) | UNTOLD | REFUSED
