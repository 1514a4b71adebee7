"""Damage that knows what a PDF is: operators, operands, objects, filters, cross-references."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, Stream

_SAID_OPERATORS = r"""
q Q cm re m l c v y h W W* n f F f* B B* b b* S s Do BT ET Tf Td TD Tm T* Tj TJ ' " Tr Ts Tw Tc
TL Tz g rg k G RG K cs scn sh gs BMC BDC EMC MP BX EX d0 d1 i ri j J M d w zz
"""
_OPERATORS = tuple(_SAID_OPERATORS.split())
_NUMBERS = (0, 1, -1, 3, 7, 0.5, -0.001, 90, 595, 10_000, -10_000, 2**31, 1e-9)
_SAID_KEYS = r"""
/Rotate /MediaBox /CropBox /UserUnit /Resources /Contents /Font /XObject /ExtGState /Kids
/Count /Parent /Encoding /ToUnicode /Widths /FirstChar /DescendantFonts /W /DW /FontFile2
/FontDescriptor /Subtype /Filter /DecodeParms /Length /Matrix /BBox /SMask /Mask /Decode
/ColorSpace /Width /Height /BitsPerComponent /Annots /AP /OC /OCProperties /AcroForm /Group
/CharProcs /FontMatrix
"""
_KEYS = tuple(_SAID_KEYS.split())


def with_other_operators(content: bytes, rng: Random) -> bytes:
    """Take operators of a page out, double, move or rename them, or change what they are given."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = rng.choice(list(pdf.pages))
        steps: list[Any] = list(pikepdf.parse_content_stream(page))
        for _ in range(rng.choice((1, 2, 5, 20))):
            if steps:
                _change_a_step(steps, rng)
        page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
        return _saved(pdf)


def _change_a_step(steps: list[Any], rng: Random) -> None:
    at, to = rng.randrange(len(steps)), rng.randrange(len(steps))
    operands, operator = list(steps[at].operands), steps[at].operator
    match rng.randrange(6):
        case 0:
            del steps[at]
        case 1:
            steps.insert(to, steps[at])
        case 2:
            steps[at], steps[to] = steps[to], steps[at]
        case 3:
            steps[at] = pikepdf.ContentStreamInstruction(operands, Operator(rng.choice(_OPERATORS)))
        case 4 if str(operator) not in ("INLINE IMAGE", "BI", "ID", "EI"):
            operands = [_another(operand, rng) for operand in operands]
            steps[at] = pikepdf.ContentStreamInstruction(operands, operator)
        case _:
            made = pikepdf.ContentStreamInstruction(
                [rng.choice(_NUMBERS) for _ in range(rng.randrange(7))],
                Operator(rng.choice(_OPERATORS)),
            )
            steps.insert(to, made)


def _another(operand: Any, rng: Random) -> Any:
    if rng.random() < 0.5:
        return operand
    if isinstance(operand, pikepdf.String):
        letters = bytearray(bytes(operand))
        if letters:
            letters[rng.randrange(len(letters))] = rng.randrange(256)
        return pikepdf.String(bytes(letters))
    if isinstance(operand, Array):
        kept = list(operand)
        rng.shuffle(kept)
        return Array(kept)
    return rng.choice((*_NUMBERS, Name.Nowhere, pikepdf.String(b"\0A\377"), Array([1, Name.F1])))


def with_other_objects(content: bytes, rng: Random) -> bytes:
    """Take keys away, set them to something else, point them at other objects or back up."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        things = [o for o in pdf.objects if isinstance(o, Dictionary | Stream)]
        for _ in range(rng.choice((1, 1, 2, 4))):
            thing = rng.choice(things)
            keys = [key for key in thing.keys() if key != "/Length"]  # noqa: SIM118
            key = rng.choice(keys) if keys and rng.random() < 0.8 else rng.choice(_KEYS)
            match rng.randrange(4):
                case 0 if key in thing:
                    del thing[key]
                case 1:
                    thing[key] = _anything(rng)
                case 2:
                    thing[key] = thing if thing.is_indirect else rng.choice(things)
                case _:
                    thing[key] = rng.choice(things)
        return _saved(pdf)


def _anything(rng: Random) -> Any:
    return rng.choice(
        (
            *_NUMBERS,
            Name.Nowhere,
            Name.FlateDecode,
            Array([]),
            Array([0, 0, 0, 0]),
            Array([1, 2, 3, 4, 5, 6]),
            Dictionary(),
            pikepdf.String(b"\xfe\xff\0A"),
            True,
        )
    )


def with_another_envelope(content: bytes, rng: Random) -> bytes:
    """Change numbers of the cross-reference, lengths, and the words that hold the file together."""
    words = [
        *re.finditer(
            rb"startxref\s+\d+|\d{10} \d{5} [nf]"
            rb"|/(?:Length|Size|Prev|Root|W|Index|N|First)\s*[\d\[][\d ]*"
            rb"|endobj|endstream|stream|trailer|%%EOF|%PDF-1\.\d|\d+ \d+ (?:obj|R)",
            content,
        )
    ]
    if not words:
        return content
    data = content
    for word in sorted(rng.sample(words, min(len(words), rng.choice((1, 2, 6)))), key=_start)[::-1]:
        said = word.group()
        digits = re.sub(rb"\d", lambda _: b"%d" % rng.randrange(10), said)
        data = data[: word.start()] + rng.choice((digits, b"", said * 2)) + data[word.end() :]
    return data


def _start(word: re.Match[bytes]) -> int:
    return word.start()


def with_an_older_self(content: bytes, rng: Random) -> bytes:
    """Put something behind the file's end, as programs do that save by appending."""
    number = rng.randrange(1, 40)
    more = b"\n%d 0 obj\n<< /Type /Page >>\nendobj\n" % number
    where = len(content) + 1
    return (
        content
        + more
        + (
            b"xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 99 /Prev %d >>\nstartxref\n%d\n%%%%EOF"
            % (number, where, rng.randrange(len(content)), where + len(more) - 1)
        )
    )


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(out, compress_streams=False)
    return out.getvalue()


Damage = Callable[[bytes, Random], bytes]
EVERY: Sequence[Damage] = (
    with_other_operators,
    with_other_operators,
    with_other_objects,
    with_other_objects,
    with_another_envelope,
    with_an_older_self,
)
