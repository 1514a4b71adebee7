"""A document as it was read: its pages as a PDF, the text of each, and where each letter stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Box, Page, Span

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page: its size in points as displayed, its text, and a box for each code point.

    A code point that takes no room of its own (a line's end, a space between two columns) has None.
    """

    number: int
    width: float
    height: float
    text: str = field(repr=False)
    glyphs: tuple[Box | None, ...] = field(repr=False)

    @property
    def page(self) -> Page:
        """Return the page as detectors read it."""
        return Page(self.number, self.text)

    def boxes_of(self, span: Span, padding: float = 0.8) -> tuple[Box, ...]:
        """Return the boxes that cover a span, one for each line it runs over."""
        lines: list[list[float]] = []
        for box in self.glyphs[span[0] : span[1]]:
            if box is None:
                continue
            x0, y0, x1, y1 = box
            if lines and _on_one_line(lines[-1], box):
                last = lines[-1]
                lines[-1] = [min(last[0], x0), min(last[1], y0), max(last[2], x1), max(last[3], y1)]
            else:
                lines.append([x0, y0, x1, y1])
        return tuple(
            (
                round(max(x0 - padding, 0), 2),
                round(max(y0 - padding, 0), 2),
                round(min(x1 + padding, self.width), 2),
                round(min(y1 + padding, self.height), 2),
            )
            for x0, y0, x1, y1 in lines
        )


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside another: a document of its own."""

    name: str = field(repr=False)
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document that could be read whole. `pdf` is the form that is redacted and released."""

    media_type: str
    pdf: bytes = field(repr=False)
    pages: tuple[ReadPage, ...]
    attachments: tuple[Attachment, ...] = ()


def union(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around others."""
    listed = list(boxes)
    return (
        min(b[0] for b in listed),
        min(b[1] for b in listed),
        max(b[2] for b in listed),
        max(b[3] for b in listed),
    )


def _on_one_line(line: list[float], box: Box) -> bool:
    """Say whether a letter continues a line: most of its height is shared, and it is not far."""
    height = min(line[3] - line[1], box[3] - box[1])
    shared = min(line[3], box[3]) - max(line[1], box[1])
    return shared > 0.5 * height and box[0] - line[2] < 3 * max(height, 1)
