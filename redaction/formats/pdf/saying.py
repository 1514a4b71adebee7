"""What the codes of a font say: a map to Unicode (ISO 32000-1 §9.10.3)."""

from __future__ import annotations

from collections.abc import Mapping

from pikepdf import Object, Pdf

_BLOCK = 100  # entries, as many as the format allows in one go
_MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CMapType 2 def
{} begincodespacerange {} endcodespacerange
{}
endcmap end end"""


def map_to_unicode(pdf: Pdf, says: Mapping[bytes, str]) -> Object:
    """Return the map by which each code says a text."""
    pairs = [
        f"<{code.hex().upper()}> <{text.encode('utf-16-be', 'replace').hex().upper()}>"
        for code, text in says.items()
    ]
    blocks = [pairs[at : at + _BLOCK] for at in range(0, len(pairs), _BLOCK)]
    lengths = sorted({len(code) for code in says})
    space = " ".join(f"<{'00' * n}> <{'FF' * n}>" for n in lengths)
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return pdf.make_stream(_MAP.format(len(lengths), space, body).encode())
