"""Lines under, through and behind words: where a line of words is set again they go with them.

A stroke through "not" turns round what a sentence says, so it stays with its word. What it covered
of a removed word is not drawn: where it ended would tell where that word ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from recordkeeping.disclosure.findings import Box
from redaction.burn.interpret import Subpath
from redaction.burn.letters import Glyph
from redaction.burn.matrix import Matrix, at, inverse

Instruction = tuple[str, tuple[float, ...]]
Placing = Callable[[float, float], Sequence[float]]
_ABOVE, _BELOW = 1.0, 3.0  # points around a letter in which a stroke is its own


def moved(piece: Subpath, stage: Matrix, glyphs: Iterable[Glyph]) -> Iterator[list[Instruction]]:
    """Yield a line or rectangle once for each stretch of words that stays, where that now stands.

    `glyphs` are the page's letters with their shifts; `stage` leads from the piece's space to
    display space.
    """
    x0, _, x1, _ = piece.box
    if x1 <= x0:
        return
    back = inverse(stage)
    for left, right in _stretches(piece.box, glyphs):
        scale = (right - left) / (x1 - x0)

        def there(x: float, y: float, left: float = left, scale: float = scale) -> Sequence[float]:
            along, down = at(stage, x, y)
            return at(back, left + (along - x0) * scale, down)

        yield [step for one in piece.drawn for step in _drawn(one, there)]


def _drawn(one: Instruction, there: Placing) -> Iterator[Instruction]:
    operator, numbers = one
    if operator != "re":
        points = zip(numbers[0::2], numbers[1::2], strict=True)
        yield operator, tuple(edge for point in points for edge in there(*point))
        return
    x, y, wide, high = numbers
    yield "m", tuple(there(x, y))
    for corner in ((x + wide, y), (x + wide, y + high), (x, y + high)):
        yield "l", tuple(there(*corner))
    yield "h", ()


def _stretches(box: Box, glyphs: Iterable[Glyph]) -> Iterator[tuple[float, float]]:
    """Yield from where to where the letters that stay and that a stroke covered now stand."""
    run: list[Glyph] = []
    for glyph in sorted(_on_its_line(box, glyphs), key=lambda g: g.box[0]):
        if not glyph.gone and box[0] <= (glyph.box[0] + glyph.box[2]) / 2 <= box[2]:
            run.append(glyph)
            continue
        yield from _around(run)
        run = []
    yield from _around(run)


def _on_its_line(box: Box, glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    for glyph in glyphs:
        _, top, _, bottom = glyph.box
        if glyph.level and not glyph.hidden and top - _ABOVE < box[1] and box[3] < bottom + _BELOW:
            yield glyph


def _around(run: Sequence[Glyph]) -> Iterator[tuple[float, float]]:
    letters = [glyph for glyph in run if not glyph.space]
    if letters:
        yield (
            min(glyph.box[0] + glyph.shift for glyph in letters),
            max(glyph.box[2] + glyph.shift for glyph in letters),
        )
