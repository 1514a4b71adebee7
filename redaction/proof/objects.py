"""Every string and every name of a file, those of objects that no page uses too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Object, Pdf

from recordkeeping.vocabulary.errors import Refused
from redaction.proof.grammar import GRAMMAR
from redaction.proof.needles import Needle, found
from redaction.proof.octets import in_part, in_text

_DEEPEST = 100
_MOST_UNPACKED = 512 * 2**20
_PLAIN_FILTERS = {"None", "/FlateDecode", "/Fl"}


def in_objects(pdf: Pdf, needles: Sequence[Needle]) -> Iterator[int]:
    """Yield the numbers of the terms that stand in strings and names of a file."""
    said: list[str] = []
    names: list[str] = []
    octets: list[bytes] = []
    for root in [pdf.trailer, *pdf.objects]:
        _collect(root, said, names, octets, 0)
    numbers = set(found("\n\n".join(said), needles, words=True))
    # Names of typefaces and keys are runs of words by their nature: TimesNewRoman, MarkInfo.
    numbers.update(found("\n\n".join(names), needles, words=True, runs=False))
    numbers.update(in_text(b"\n\n".join(octets), needles))
    yield from sorted(numbers)


def in_packed(pdf: Pdf, needles: Sequence[Needle], *, binary: bool) -> Iterator[int]:
    """Yield the numbers of the terms in streams that cannot be unpacked without their dictionary.

    They are encrypted, in rows that were predicted, or behind filters that nobody can guess.
    """
    budget = _MOST_UNPACKED
    for stream in pdf.objects:
        if not isinstance(stream, pikepdf.Stream):
            continue
        if not pdf.is_encrypted and _is_plain(stream):
            continue
        try:
            part = stream.read_bytes()
        except pikepdf.PdfError:
            continue  # what a picture says is for those who look at pictures
        budget -= len(part)
        if budget <= 0:
            raise Refused("the PDF unfolds into something too large; print it to a new PDF")
        yield from in_part(part, needles, binary=binary)


def _is_plain(stream: Object) -> bool:
    parms = stream.get("/DecodeParms", stream.get("/DP"))
    return str(stream.get("/Filter", stream.get("/F"))) in _PLAIN_FILTERS and parms is None


def _collect(
    value: Object, said: list[str], names: list[str], octets: list[bytes], depth: int
) -> None:
    if depth > _DEEPEST:
        raise Refused("the PDF is nested too deeply; print it to a new PDF")
    if isinstance(value, pikepdf.String):
        said.append(str(value))
        octets.append(bytes(value))
    elif isinstance(value, pikepdf.Name):
        _collect_name(str(value), names)
    elif isinstance(value, pikepdf.Array):
        for item in value:
            if isinstance(item, Object) and not item.is_indirect:
                _collect(item, said, names, octets, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, item in value.items():
            _collect_name(key, names)
            if isinstance(item, Object) and not item.is_indirect:
                _collect(item, said, names, octets, depth + 1)


def _collect_name(name: str, names: list[str]) -> None:
    if name[1:] not in GRAMMAR:
        names.append(name[1:])
