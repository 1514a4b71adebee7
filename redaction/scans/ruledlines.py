"""The ruling lines of tables and forms in a picture, dot by dot: what is in them is no letter.

A line is a long run of ink that is thin for most of its length. It may slope by two degrees, as in
a photograph, and letters may cross it: their own ink is left.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from redaction.scans.straightening import edge_threshold

Ink = NDArray[np.bool_]
_LONG, _THICK = 36.0, 2.2  # points: longer than any stroke of a letter, and no thicker
_SLOPE = 0.4  # points by which a line may leave its row to either side
_THIN = 0.75  # of its length: in a row of letters that touch, far less is thin
_BREAK = 2  # dots
_FOUR = 4  # dots that are looked at as one number


def without_lines(picture: Image.Image, whole: Image.Image, dpi: float) -> Image.Image:
    """Return a grey picture with paper where `whole`, the same with its hairlines, has lines."""
    values = np.asarray(whole)
    ink: Ink = values < edge_threshold(values)
    lines = ruled_lines(ink, dpi)
    if not lines.any():
        return picture
    rim = _widened(_widened(lines, 1).T, 1).T
    blank = rim & (lines | ~ink)
    return Image.fromarray(np.where(blank, np.uint8(255), np.asarray(picture)))


def ruled_lines(ink: Ink, dpi: float) -> Ink:
    """Return which dots of ink are ruling lines, level or upright."""
    level, along = _level(ink, dpi)
    turned, down = _level(np.ascontiguousarray(ink.T), dpi)
    lines: Ink = level | turned.T
    if along.any() and down.any():
        lines |= ink & along & down.T  # where two of them cross, neither is thin
    return lines


def _level(ink: Ink, dpi: float) -> tuple[Ink, Ink]:
    """Return the dots of level lines, and where such lines run, dots of letters on them too."""
    long, thick = round(_LONG * dpi / 72), max(3, round(_THICK * dpi / 72))
    slope = max(1, round(_SLOPE * dpi / 72))
    lines, along = np.zeros_like(ink), np.zeros_like(ink)
    if ink.shape[1] < long or ink.shape[0] <= thick:
        return lines, along
    inked = _where_long(ink, long, slope)
    about = _widened(inked[:, None], slope + thick)[:, 0]  # what a line is told by
    if about.any():
        lines[about], along[about] = _on_rows(ink[about], inked[about], long, thick, slope)
    return lines, along


def _where_long(ink: Ink, long: int, slope: int) -> Ink:
    """Return the rows on which a run may be long enough, as a look at dots by fours tells.

    A line has no break that a four would fit in: whatever lies within it holds ink.
    """
    padded = np.zeros((ink.shape[0], -(-ink.shape[1] // _FOUR) * _FOUR), np.bool_)
    padded[:, : ink.shape[1]] = ink
    fours = _widened(padded.view(np.uint32) != 0, slope)
    runs = _eroded(fours.T, max(1, (long - _FOUR + 1) // _FOUR))
    return np.asarray(runs.any(axis=0))


def _on_rows(ink: Ink, inked: Ink, long: int, thick: int, slope: int) -> tuple[Ink, Ink]:
    """Return the dots of level lines that run on inked rows, and where these run."""
    band = _widened(ink, slope)
    closed = _eroded(_spread(band.T, _BREAK + 1), _BREAK + 1).T
    runs = _eroded(closed.T, long).T.copy()  # where a run begins that is long enough
    runs[~inked] = False  # beside them stand rows from elsewhere
    if not runs.any():
        return np.zeros_like(ink), np.zeros_like(ink)
    thin = ink & ~_spread(_eroded(ink, thick + 1), thick + 1)
    sums = np.cumsum(np.pad(_widened(thin, slope), ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    runs &= sums[:, long:] - sums[:, :-long] >= _THIN * long
    along = _widened(_spread(runs.T, long).T, slope)
    return thin & along, along


def _widened(ink: Ink, by: int) -> Ink:
    """Return ink with the dots above and below it."""
    wide = ink.copy()
    for step in range(1, by + 1):
        wide[step:] |= ink[:-step]
        wide[:-step] |= ink[step:]
    return wide


def _eroded(ink: Ink, length: int) -> Ink:
    """Return where columns of so many dots begin that are all ink: as many rows fewer."""
    left, done = ink, 1
    while done < length:
        step = min(done, length - done)
        left = left[:-step] & left[step:]
        done += step
    return left


def _spread(begun: Ink, length: int) -> Ink:
    """Return columns of so many dots from where they begin: as many rows more."""
    wide, done = begun, 1
    while done < length:
        step = min(done, length - done)
        wider = np.zeros_like(wide, shape=(wide.shape[0] + step, wide.shape[1]))
        wider[:-step] = wide
        wider[step:] |= wide
        wide, done = wider, done + step
    return wide
