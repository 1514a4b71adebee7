"""What is taken out of a file while it is prepared: collected, so that nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, field

from recordkeeping.disclosure.findings import Gap
from redaction.formats.office.container import Parts, attached
from redaction.pages import Attachment, Hidden

_MOST_LETTERS = 2_000_000


@dataclass(slots=True)
class Told:
    """Pieces of hidden content, documents inside, and gaps; each piece once."""

    hidden: dict[tuple[str, str, int | None], None] = field(default_factory=dict)
    attachments: dict[str, Attachment] = field(default_factory=dict)
    gaps: list[Gap] = field(default_factory=list)
    letters: int = 0

    def hide(self, kind: str, text: str, page: int | None = None) -> None:
        """Tell a piece that no page shows."""
        text = text.strip()
        if text and self.letters < _MOST_LETTERS:
            self.letters += len(text)
            self.hidden.setdefault((kind, text, page))
        elif text and not any(gap.because == _TOO_MUCH for gap in self.gaps):
            self.gaps.append(Gap(_TOO_MUCH, 1))

    def attach(self, parts: Parts, name: str) -> None:
        """Make a part a document of its own."""
        if name in parts and name not in self.attachments:
            attachment = attached(parts, name)
            if attachment is not None:
                self.attachments[name] = attachment

    def gap(self, because: str) -> None:
        """Tell once what cannot be read."""
        if all(gap.because != because for gap in self.gaps):
            self.gaps.append(Gap(because, 1))

    def pieces(self) -> tuple[Hidden, ...]:
        """Return the pieces in the order in which they were told."""
        return tuple(Hidden(kind, text, page) for kind, text, page in self.hidden)


_TOO_MUCH = "the file holds more hidden words than can be shown"
