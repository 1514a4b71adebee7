"""Where things land: matrices of PDF, and the page as it is displayed.

A matrix is `(a, b, c, d, e, f)` as in ISO 32000-1 §8.3.3. Display space has its origin at the top
left of the page as displayed (CropBox and rotation applied), in points, y downwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from recordkeeping.disclosure.findings import Box

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(m: Matrix, n: Matrix) -> Matrix:
    """Return the matrix that does `m` first and `n` afterwards."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def inverse(m: Matrix) -> Matrix:
    """Return the matrix that undoes `m`; one that flattens the plane is a `ZeroDivisionError`."""
    a, b, c, d, e, f = m
    det = a * d - b * c
    return (
        d / det,
        -b / det,
        -c / det,
        a / det,
        (c * f - d * e) / det,
        (b * e - a * f) / det,
    )


def at(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """Return where a point lands."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def bounds(m: Matrix, corners: Iterable[tuple[float, float]]) -> Box:
    """Return the box around points, where they land."""
    xs, ys = zip(*(at(m, x, y) for x, y in corners), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def landed(m: Matrix, box: Box) -> Box:
    """Return the box around a box, where it lands."""
    x0, y0, x1, y1 = box
    return bounds(m, ((x0, y0), (x1, y0), (x1, y1), (x0, y1)))


def display(crop: Box, rotation: int) -> Matrix:
    """Return the matrix from a page's user space to its display space.

    `crop` is the CropBox within the MediaBox, `rotation` 0, 90, 180 or 270 degrees clockwise.
    """
    x0, y0, x1, y1 = crop
    match rotation % 360:
        case 0:
            return (1.0, 0.0, 0.0, -1.0, -x0, y1)
        case 90:
            return (0.0, 1.0, 1.0, 0.0, -y0, -x0)
        case 180:
            return (-1.0, 0.0, 0.0, 1.0, x1, -y0)
        case _:
            return (0.0, -1.0, -1.0, 0.0, y1, x1)
