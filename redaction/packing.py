"""What the process that opens strangers' documents says of one, and how much of it is believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from recordkeeping.disclosure.findings import Box, Gap, Page, Span
from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import KINDS
from redaction.formats.readings import TARGETS, Convert, Note
from redaction.glyphboxes import GlyphBoxes
from redaction.pages import Attachment, Hidden, ReadDocument
from redaction.sandbox.asides import Asides, HandedOver
from redaction.sandbox.wire import Header

_NOT_SAFE = "the document could not be read safely; print it to a new PDF"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A document that waits for LibreOffice, and what the next to read it has to know."""

    media_type: str
    convert: Convert = field(repr=False)


def packed(document: ReadDocument) -> tuple[Header, list[bytes]]:
    """Return a document as a header and parts."""
    header = {
        "media_type": document.media_type,
        "pages": [page.text for page in document.pages],
        "sizes": [list(size) for size in document.sizes],
        "source": document.source.text if document.source else None,
        "wholes": document.wholes,
        "doubted": document.doubted,
        "struck": document.struck,
        "by_eye": [page.by_eye for page in document.pages],
        "ahead": [page.number if isinstance(page, HandedOver) else -1 for page in document.glyphs],
        **_beside(document),
    }
    boxes = [
        GlyphBoxes.of(page).edges.astype(np.float32, copy=False).tobytes()
        for page in document.glyphs
        if not isinstance(page, HandedOver)
    ]
    return header, [document.pdf, *boxes, *(a.content for a in document.attachments)]


def packed_to_convert(media_type: str, convert: Convert) -> tuple[Header, list[bytes]]:
    """Return a file for LibreOffice as a header and parts."""
    header = {
        "media_type": media_type,
        "convert": [convert.suffix, convert.to],
        "after": after(convert),
        **_beside(convert),
    }
    return header, [convert.content, *(a.content for a in convert.attachments)]


def after(convert: Convert) -> dict[str, Any]:
    """Return what the next reader has to know, in the form that `expectations` takes."""
    return {
        "words": list(convert.words),
        "perhaps": [[h.kind, h.text, h.page] for h in convert.perhaps],
        "notes": [[n.after, n.heading, n.text] for n in convert.notes],
        "whole": convert.whole,
    }


def unpacked(
    untrusted: Header, untrusted_parts: Sequence[bytes], asides: Asides | None = None
) -> ReadDocument | Unfinished:
    """Make a document of what the sandbox said, or refuse: a stranger's bytes ran in it.

    `asides` are what it handed over before it answered.
    """
    try:
        media_type = {kind: kind for kind in KINDS}[untrusted["media_type"]]
        if "convert" in untrusted:
            return Unfinished(media_type, _to_convert(untrusted, untrusted_parts))
        texts = [str(text) for text in untrusted["pages"]]
        pdf, rest = untrusted_parts[0], iter(untrusted_parts[1:])
        ahead = [int(number) for number in untrusted["ahead"]]
        glyphs = [
            _boxes(text, next(rest)) if number < 0 or asides is None
            else asides.boxes(number, len(text))
            for text, number in zip(texts, ahead, strict=True)
        ]  # fmt: skip
        source = untrusted["source"]
        return ReadDocument(
            pdf=pdf,
            pages=tuple(
                Page(number, text, _spans(by_eye, len(text)))
                for number, (text, by_eye) in enumerate(
                    zip(texts, untrusted["by_eye"], strict=True), start=1
                )
            ),
            glyphs=tuple(glyphs),
            media_type=media_type,
            sizes=tuple((float(w), float(h)) for w, h in untrusted["sizes"]),
            gaps=_gaps(untrusted),
            hidden=_hidden(untrusted["hidden"]),
            attachments=_attachments(untrusted, list(rest)),
            source=Page(1, str(source)) if source is not None else None,
            wholes=_wholes(untrusted["wholes"], len(texts)),
            doubted=_wholes(untrusted["doubted"], len(texts)),
            struck=_struck(untrusted["struck"], texts),
        )
    except (KeyError, ValueError, TypeError, IndexError, StopIteration):
        raise Refused(_NOT_SAFE) from None


def expectations(untrusted: Mapping[str, Any]) -> dict[str, Any]:
    """Return what `after` said, as arguments for `Convert`."""
    return {
        "words": tuple(str(word) for word in untrusted["words"]),
        "perhaps": _hidden(untrusted["perhaps"]),
        "notes": tuple(Note(int(n), str(h), str(t)) for n, h, t in untrusted["notes"]),
        "whole": bool(untrusted["whole"]),
    }


def _to_convert(untrusted: Header, untrusted_parts: Sequence[bytes]) -> Convert:
    suffix, to = untrusted["convert"]
    if to not in TARGETS or not str(suffix).isalnum():
        raise ValueError
    return Convert(
        content=untrusted_parts[0],
        suffix=str(suffix),
        to=str(to),
        hidden=_hidden(untrusted["hidden"]),
        gaps=_gaps(untrusted),
        attachments=_attachments(untrusted, untrusted_parts[1:]),
        **expectations(untrusted["after"]),
    )


def _beside(holder: ReadDocument | Convert) -> dict[str, Any]:
    return {
        "gaps": [[gap.because, gap.page] for gap in holder.gaps],
        "hidden": [[h.kind, h.text, h.page] for h in holder.hidden],
        "attached": [[a.name, a.media_type] for a in holder.attachments],
    }


def _gaps(untrusted: Header) -> tuple[Gap, ...]:
    return tuple(
        Gap(str(why), None if page is None else int(page)) for why, page in untrusted["gaps"]
    )


def _hidden(untrusted: Sequence[Any]) -> tuple[Hidden, ...]:
    return tuple(
        Hidden(str(kind), str(text), None if page is None else int(page))
        for kind, text, page in untrusted
    )


def _wholes(untrusted: Sequence[Any], pages: int) -> tuple[tuple[Box, ...], ...]:
    if len(untrusted) not in (0, pages):
        raise ValueError
    return tuple(
        tuple((float(x0), float(y0), float(x1), float(y1)) for x0, y0, x1, y1 in page)
        for page in untrusted
    )


def _struck(untrusted: Sequence[Any], texts: Sequence[str]) -> tuple[tuple[Span, ...], ...]:
    if len(untrusted) not in (0, len(texts)):
        raise ValueError
    return tuple(_spans(spans, len(text)) for text, spans in zip(texts, untrusted, strict=False))


def _spans(untrusted: Sequence[Any], letters: int) -> tuple[Span, ...]:
    spans = tuple((int(start), int(end)) for start, end in untrusted)
    if not all(0 <= start < end <= letters for start, end in spans):
        raise ValueError
    return spans


def _attachments(untrusted: Header, parts: Sequence[bytes]) -> tuple[Attachment, ...]:
    attached = zip(untrusted["attached"], parts, strict=True)
    return tuple(Attachment(str(name), str(kind), part) for (name, kind), part in attached)


def _boxes(text: str, part: bytes) -> GlyphBoxes:
    edges = np.frombuffer(part, np.float32)
    if len(edges) != 4 * len(text):
        raise ValueError
    return GlyphBoxes(edges.reshape(-1, 4))
