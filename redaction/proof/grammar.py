"""The words of the format itself, which are nobody's name where they stand as such."""

from __future__ import annotations

import re

_GRAMMAR_WORDS = """
Type Pages Page Catalog Kids Count Parent MediaBox CropBox Rotate Resources Contents Font
XObject Image Form Subtype Width Height ColorSpace DeviceGray DeviceRGB BitsPerComponent Filter
FlateDecode Length Length1 DecodeParms Predictor Columns Colors Root Size Info ID XRef ObjStm
Index W N First Prev Lang Type0 Type1 TrueType CIDFontType2 BaseFont Encoding Identity-H
DescendantFonts ToUnicode CIDSystemInfo Registry Ordering Supplement CIDToGIDMap DW
FontDescriptor FontName Flags FontBBox ItalicAngle Ascent Descent CapHeight StemV FontFile
FontFile2 FontFile3 AAAAAA+Kept Kept FirstChar LastChar Widths WinAnsiEncoding Helvetica ProcSet
PDF Text ImageB ImageC ImageI ExtGState Pattern Shading Group S CS Transparency Annots Title
Author Subject Keywords Creator Producer CreationDate ModDate Trapped Metadata Names Dests
Outlines CMapType CMapName CIDInit Differences Border Rect Link Action URI Dest Next Last Matrix
BBox FormType Matte Mask Decode Interpolate
"""
GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
_CODE = re.compile(r"\b(?:obj|BT|re|cm|Do|begincmap|xref)\b|/Type\b")
_TOKENS = re.compile(
    r"(?<![^\s\[])(?:Do|Tj|TJ|Td|TD|Tm|Tf|Tr|Tz|Ts|Tw|Tc|TL|BT|ET|re|cm|gs|rg|RG|sc|SC|scn|SCN|cs|CS|BMC"
    r"|BDC|EMC|obj|endobj|xref|trailer|startxref|def|dict|begin|end|[-+]?\d*\.?\d+)(?=[\s\[\]/<>]|$)"
)
_NAMED = re.compile(r"/([^\s/<>\[\]()%{}]+)")


def without_grammar(text: str) -> str:
    """Take the words of the format out of a text: `Do` and `Page` are surnames too."""
    if not _CODE.search(text):
        return text
    return _TOKENS.sub(" ", _NAMED.sub(lambda n: " " if n[1] in GRAMMAR else n[0], text))
