"""Writing that must be joined, stacked or set from right to left, handed to LibreOffice to set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from redaction.fonts import MONO, SANS
from redaction.formats.contents import Contents
from redaction.formats.layout import (
    Block,
    Fields,
    NewPage,
    Rows,
    Words,
    narrowed,
    paper_for,
    texts_of,
)
from redaction.formats.letters import gaps_of, is_shaped, settable
from redaction.formats.readings import Convert

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)
_STYLES = f"""<office:styles>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties
 fo:margin-bottom="4pt"/><style:text-properties fo:font-family="{SANS}" fo:font-size="10pt"
 style:font-family-complex="Noto Sans" style:font-size-complex="11pt"/></style:style>
<style:style style:name="Right" style:family="paragraph" style:parent-style-name="Body"><style:paragraph-properties
 style:writing-mode="rl-tb" fo:text-align="start"/></style:style>
<style:style style:name="Heading" style:family="paragraph" style:parent-style-name="Body"><style:text-properties
 fo:font-weight="bold" style:font-weight-complex="bold" fo:font-size="12pt"/></style:style>
<style:style style:name="Plain" style:family="paragraph" style:parent-style-name="Body"><style:paragraph-properties
 fo:margin-bottom="0pt"/><style:text-properties fo:font-family="{MONO}" fo:font-size="9pt"/></style:style>
<style:style style:name="Label" style:family="text"><style:text-properties
 fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles><style:style style:name="New" style:family="paragraph"
 style:parent-style-name="Body"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties
 fo:border="0.5pt solid #999999" fo:padding="2pt"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="{{width:.1f}}pt"
 fo:page-height="{{height:.1f}}pt" fo:margin="56pt"/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard"
 style:page-layout-name="A4"/></office:master-styles>"""  # noqa: E501 - a document, as it is
_RIGHT = (0x0590, 0x08FF)


def needs_shaping(blocks: Iterable[Block]) -> bool:
    """Say whether any letter of the blocks must be joined, stacked or set from right to left."""
    return any(is_shaped(text) for block in blocks for text in texts_of(block))


def to_be_set(contents: Contents) -> Convert:
    """Return what a reader found as a document that LibreOffice sets on pages."""
    blocks = list(narrowed(contents.blocks))
    texts = [settable(text) for block in blocks for text in texts_of(block)]
    return Convert(
        content=_flat(blocks).encode(),
        suffix="fodt",
        words=tuple(word for text in texts for word in text.split()),
        whole=True,
        hidden=contents.hidden,
        attachments=contents.attachments,
        gaps=contents.gaps + gaps_of(t for block in contents.blocks for t in texts_of(block)),
    )


def _flat(blocks: Sequence[Block]) -> str:
    """Return the blocks as a flat OpenDocument text."""
    body = "\n".join(piece for block in blocks for piece in _pieces(block))
    width, height = paper_for(blocks).size
    styles = _STYLES.format(width=width, height=height)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document {_NAMES} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text">'
        f"{styles}<office:body><office:text>{body}</office:text></office:body></office:document>"
    )


def _pieces(block: Block) -> Iterator[str]:
    match block:
        case NewPage():
            yield '<text:p text:style-name="New"/>'
        case Words(text, heading=heading, plain=plain):
            style = "Heading" if heading else "Plain" if plain else "Body"
            for number, page in enumerate(settable(text).split("\f")):
                if number:
                    yield '<text:p text:style-name="New"/>'
                yield from _paragraphs(page, style)
        case Fields(rows):
            for label, value in rows:
                said = _inline(settable(value).replace("\n", "; "))
                label = f'<text:span text:style-name="Label">{_inline(settable(label))}</text:span>'
                yield f'<text:p text:style-name="Body">{label} {said}</text:p>'
        case Rows(rows, head):
            yield from _table(rows, head)


def _table(rows: tuple[tuple[str, ...], ...], head: bool) -> Iterator[str]:
    columns = max(len(row) for row in rows)
    yield f'<table:table><table:table-column table:number-columns-repeated="{columns}"/>'
    for number, row in enumerate(rows):
        style = "Heading" if head and number == 0 else "Body"
        cells = [
            '<table:table-cell table:style-name="Cell">'
            + "".join(_paragraphs(settable(text), style))
            + "</table:table-cell>"
            for text in (*row, *[""] * (columns - len(row)))
        ]
        yield f"<table:table-row>{''.join(cells)}</table:table-row>"
    yield "</table:table>"


def _paragraphs(text: str, style: str) -> Iterator[str]:
    for line in text.split("\n"):
        letters = [c for c in line if c.isalpha()]
        leads_right = bool(letters) and _RIGHT[0] <= ord(letters[0]) <= _RIGHT[1]
        name = "Right" if leads_right and style != "Heading" else style
        yield f'<text:p text:style-name="{name}">{_inline(line)}</text:p>'


def _inline(line: str) -> str:
    spaced = escape(line.replace("\f", " ").expandtabs(4))
    while "  " in spaced:
        spaced = spaced.replace("  ", "\u00a0 ")
    return spaced
