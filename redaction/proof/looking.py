"""The sandbox's part of the proof: looking for terms, and at areas, with every reader."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Pdf

from recordkeeping.vocabulary.errors import Refused
from redaction.proof.grounds import against_grounds
from redaction.proof.needles import Needle, found, needle_of
from redaction.proof.objects import in_objects, in_packed
from redaction.proof.octets import in_octets
from redaction.proof.readers import readers
from redaction.proof.shape import PICTURE, shape_of
from redaction.wire import Header

_Found = tuple[int, str, int | None, str]  # a term, who read it, on which page, and where


def look_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Look for terms, and at areas, in this process: the sandbox's part of the proof."""
    content, needles = blobs[0], [needle_of(term) for term in asked["terms"]]
    ours = asked["areas"] is not None
    if b"%PDF-" not in content[:1024]:
        raise Refused("this is no PDF; only PDFs are proven")
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pages = len(pdf.pages)
            against, kinds = _against(content, pdf, asked, blobs) if ours else ([], [])
            leaks = _in_the_file(content, pdf, needles, binary=not ours)
    except pikepdf.PasswordError:
        raise Refused("the PDF is locked with a password") from None
    except pikepdf.PdfError:
        raise Refused("the PDF is damaged and cannot be opened") from None
    looked = [*(["shape", "grounds"] if ours else []), "bytes", "objects"]
    for reader, words_of in readers().items():
        looked.append(reader)
        leaks += _in_words(reader, words_of(content), needles)
    return {
        "leaks": [list(leak) for leak in dict.fromkeys(leaks)],
        "against": against,
        "readers": looked,
        "pages": pages,
        "pictures": [number for number, kind in enumerate(kinds, start=1) if kind == PICTURE],
    }, []


def _in_the_file(
    content: bytes, pdf: Pdf, needles: Sequence[Needle], *, binary: bool
) -> list[_Found]:
    octets = {*in_octets(content, needles, binary=binary), *in_packed(pdf, needles, binary=binary)}
    return [
        *((number, "objects", None, "file") for number in in_objects(pdf, needles)),
        *((number, "bytes", None, "file") for number in sorted(octets)),
    ]


def _against(
    content: bytes, pdf: Pdf, asked: Header, blobs: Sequence[bytes]
) -> tuple[list[tuple[int, str]], list[str]]:
    """Return what speaks against a result of ours by page, and the kind of each page."""
    shape = shape_of(content, pdf)
    if shape.against:
        return [(0, why) for why in shape.against], shape.kinds
    return list(against_grounds(content, pdf, shape.kinds, blobs[1], asked["areas"])), shape.kinds


def _in_words(reader: str, pages: Sequence[str], needles: Sequence[Needle]) -> Iterator[_Found]:
    on = [list(found(text, needles)) for text in pages]
    for number in found("\n".join(pages), needles):
        here = [page for page, numbers in enumerate(on, start=1) if number in numbers]
        yield from ((number, reader, page, "text") for page in here)
        if not here:  # it begins on one page and ends on the next
            yield number, reader, None, "text"
