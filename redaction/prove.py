"""Looking for what should be gone: several independent readers, none of which wrote the document.

    shape      our own results only: every object and key is one that a rule names (shape.py)
    grounds    our own results only: the released pages beside the source (grounds.py)
    bytes      the file as it lies on disk: outside its objects, and every stream unpacked
    objects    every string and every name of the file
    pdfium, pypdf, poppler     the words of the pages, as three programs read them

Terms match without regard to case, accents, white space or line breaks, on word boundaries. Inside
pictures and font programs only terms of six letters or more are looked for: shorter ones occur
there by chance. What nobody here does is read the pictures (no OCR yet).
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
import zlib
from base64 import a85decode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import pikepdf
import pypdf
import pypdf.errors
import pypdfium2
from pikepdf import Name, Object, Pdf

from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Refused, Unproven
from recordkeeping.vocabulary.identifiers import Digest
from redaction.areas import Area
from redaction.grounds import against_grounds
from redaction.sandbox import in_sandbox
from redaction.shape import PICTURE, shape_of
from redaction.wire import Header

_LEAST_IN_BINARY = 6
_MOST_UNPACKED = 512 * 2**20
_POPPLER_SECONDS = 120
_MOST_LEAKS = 1000


@dataclass(frozen=True, slots=True)
class Leak:
    """A term that can still be read. `page` is None where the reader knows no pages."""

    term: int
    reader: str
    page: int | None
    where: str


def prove(
    pdf: bytes, source: bytes, areas: Sequence[Area], gone: Sequence[str], redactions: int
) -> ProvenDocument:
    """Show that nothing in the areas and none of the terms can be read, or raise `Unproven`.

    `pdf` are the very bytes to be released, `source` is the page form that they were made from.
    `areas` are those that were decided, not as they were painted. `gone` are the terms that may
    stand nowhere in the document. `redactions` is how many decisions it carries out.
    """
    return proven(pdf, weigh(pdf, source, areas, gone), redactions)


def proven(pdf: bytes, verdict: Verdict, redactions: int) -> ProvenDocument:
    """Return the document that a verdict is about, or raise `Unproven` with what is against it."""
    if verdict.against:
        raise Unproven("; ".join(verdict.against))
    if verdict.sha256 != sha256(pdf).hexdigest():
        raise Unproven("the proof is about another file")
    return ProvenDocument._after_proof(
        pdf=pdf,
        sha256=Digest(verdict.sha256),
        pages=verdict.pages,
        redactions=redactions,
        readers=verdict.readers,
        pages_as_images=verdict.pictures,
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What speaks against a burned document, and on which pages; 0 stands for the whole of it."""

    sha256: str
    against: tuple[str, ...]
    failing: frozenset[int]
    pages: int
    readers: tuple[str, ...]
    pictures: tuple[int, ...]


def weigh(pdf: bytes, source: bytes, areas: Sequence[Area], gone: Sequence[str]) -> Verdict:
    """Look at a burned document with every reader, and say what speaks against it."""
    answer = _look(pdf, gone, areas, source)
    failing = {int(page) for page, _ in answer["against"]}
    against = [
        f"page {page} {reason}" if page else str(reason) for page, reason in answer["against"]
    ]
    if leaks := _leaks(answer, len(gone)):
        terms, readers = {leak.term for leak in leaks}, sorted({leak.reader for leak in leaks})
        failing |= {leak.page or 0 for leak in leaks}
        against.append(
            f"{len(terms)} of {len(gone)} terms can still be read (by {', '.join(readers)})"
        )
    return Verdict(
        sha256=sha256(pdf).hexdigest(),
        against=tuple(against),
        failing=frozenset(failing),
        pages=int(answer["pages"]),
        readers=tuple(str(reader) for reader in answer["readers"]),
        pictures=tuple(int(page) for page in answer["pictures"]),
    )


def leaks_in(pdf: bytes, terms: Sequence[str]) -> tuple[tuple[Leak, ...], tuple[str, ...]]:
    """Return where any of the terms can be read in a PDF, whoever made it, and who looked."""
    answer = _look(pdf, terms, None, None)
    return _leaks(answer, len(terms)), tuple(str(reader) for reader in answer["readers"])


def canaries_caught() -> bool:
    """Say whether the prover still finds what two known bad files hide.

    One shows a name under a black box; the other keeps it in its metadata alone.
    """
    covered = _canary(content=b"BT /F 12 Tf 9 9 Td (Ann Canary) Tj ET 0 0 99 99 re f")
    named = _canary(title="Ann Canary")
    text, _ = leaks_in(covered, ["ann canary"])
    metadata, _ = leaks_in(named, ["ann canary"])
    return {"pdfium", "pypdf"} <= {leak.reader for leak in text} and {"objects", "bytes"} <= {
        leak.reader for leak in metadata
    }


def _canary(content: bytes = b"", title: str = "") -> bytes:
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(100, 100))
        font = pikepdf.Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(content)
        if title:
            pdf.docinfo["/Title"] = title
        out = io.BytesIO()
        pdf.save(out)
        return out.getvalue()


def _look(
    pdf: bytes, terms: Sequence[str], areas: Sequence[Area] | None, source: bytes | None
) -> Header:
    asked = {
        "terms": list(terms),
        "areas": None if areas is None else [[a.page, *a.box, a.label, a.code] for a in areas],
    }
    answer, _ = in_sandbox("look", asked, [pdf] if source is None else [pdf, source])
    if not {"leaks", "against", "readers", "pages", "pictures"} <= answer.keys():
        raise Unproven("the proof did not answer")
    return answer


def _leaks(answer: Header, terms: int) -> tuple[Leak, ...]:
    leaks = (Leak(int(t), str(r), p, str(w)) for t, r, p, w in answer["leaks"][:_MOST_LEAKS])
    return tuple(leak for leak in leaks if 0 <= leak.term < terms)


# --- inside the sandbox -------------------------------------------------------------------------


def look_here(asked: Header, blobs: Sequence[bytes]) -> tuple[Header, list[bytes]]:
    """Look for terms, and at areas, in this process: the sandbox's part of the proof."""
    content, needles = blobs[0], [_needle(term) for term in asked["terms"]]
    ours = asked["areas"] is not None
    if b"%PDF-" not in content[:1024]:
        raise Refused("this is no PDF; only PDFs are proven")
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            pages = len(pdf.pages)
            against, kinds = _against(content, pdf, asked, blobs) if ours else ([], [])
            leaks = [
                *_in_objects(pdf, needles),
                *_in_bytes(content, needles, binary=not ours),
            ]
    except pikepdf.PasswordError:
        raise Refused("the PDF is locked with a password") from None
    except pikepdf.PdfError:
        raise Refused("the PDF is damaged and cannot be opened") from None
    readers = [*(["shape", "grounds"] if ours else []), "bytes", "objects"]
    for reader, words_of in _readers().items():
        readers.append(reader)
        leaks += _in_words(reader, words_of(content), needles)
    found = [[leak.term, leak.reader, leak.page, leak.where] for leak in dict.fromkeys(leaks)]
    pictures = [number for number, kind in enumerate(kinds, start=1) if kind == PICTURE]
    answer = {"leaks": found, "against": against, "readers": readers, "pages": pages}
    return {**answer, "pictures": pictures}, []


def _against(
    content: bytes, pdf: Pdf, asked: Header, blobs: Sequence[bytes]
) -> tuple[list[tuple[int, str]], list[str]]:
    """Return what speaks against a result of ours by page, and the kind of each page."""
    shape = shape_of(content, pdf)
    if shape.against:
        return [(0, why) for why in shape.against], shape.kinds
    return list(against_grounds(content, pdf, shape.kinds, blobs[1], asked["areas"])), shape.kinds


@dataclass(frozen=True, slots=True)
class _Needle:
    """What finds a term; one without letters or digits is found nowhere."""

    pattern: re.Pattern[str] | None
    octets: tuple[bytes, ...]


def _needle(term: str) -> _Needle:
    solid = "".join(_plain(term).split())
    if not any(letter.isalnum() for letter in solid):
        return _Needle(None, ())
    before = r"(?<![^\W_])" if solid[0].isalnum() else ""
    after = r"(?![^\W_])" if solid[-1].isalnum() else ""
    # The marks of a quoted line of e-mail may stand where it was broken.
    pattern = re.compile(before + r"(?:\s|(?<=\s)[>|])*".join(map(re.escape, solid)) + after)
    folded = term.strip().lower()
    octets = {folded.encode(encoding) for encoding in ("utf-8", "utf-16-be", "utf-16-le")}
    return _Needle(pattern, tuple(octets) if len(solid) >= _LEAST_IN_BINARY else ())


def _plain(text: str) -> str:
    """Return a text without case, accents and unseen characters."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    if decomposed.isascii():
        return decomposed
    return "".join(c for c in decomposed if unicodedata.category(c) not in ("Mn", "Cf"))


_HYPHENATED = re.compile(r"(?<=[^\W_])[-\u2010\u00ad][^\S\n]*\n\s*(?=[^\W_])")


def _found(text: str, needles: Sequence[_Needle]) -> Iterator[int]:
    """Yield the numbers of the terms that stand in a text, hyphenated at a line's end or not."""
    plain = _plain(text)
    joined = _HYPHENATED.sub("", plain)
    for number, needle in enumerate(needles):
        find = needle.pattern
        if find and (find.search(plain) or (joined != plain and find.search(joined))):
            yield number


def _in_words(reader: str, pages: Sequence[str], needles: Sequence[_Needle]) -> Iterator[Leak]:
    for number in list(_found("\n".join(pages), needles)):
        on = [n for n, text in enumerate(pages, start=1) if list(_found(text, [needles[number]]))]
        # A term that begins on one page and ends on the next is on no page by itself.
        if not on:
            yield Leak(number, reader, None, "text")
        for page in on:
            yield Leak(number, reader, page, "text")


def _readers() -> dict[str, Callable[[bytes], list[str]]]:
    readers: dict[str, Callable[[bytes], list[str]]] = {
        "pdfium": _words_by_pdfium,
        "pypdf": _words_by_pypdf,
    }
    if shutil.which("pdftotext"):
        readers["poppler"] = _words_by_poppler
    return readers


def _words_by_pdfium(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    return [
        page.get_textpage().get_text_range().replace("\ufffe", "-\n").replace("\x02", "-\n")
        for page in document
    ]


def _words_by_pypdf(content: bytes) -> list[str]:
    try:
        return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    except (pypdf.errors.PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        raise Unproven("one of the readers cannot read the document") from None


def _words_by_poppler(content: bytes) -> list[str]:
    texts = []
    for order in ("-layout", "-raw"):
        try:
            run = subprocess.run(
                ["pdftotext", order, "-enc", "UTF-8", "-", "-"],  # noqa: S607 - found on PATH above
                input=content,
                capture_output=True,
                timeout=_POPPLER_SECONDS,
                check=True,
            )
        except (subprocess.SubprocessError, OSError):
            raise Unproven("one of the readers cannot read the document") from None
        texts.append(run.stdout.decode("utf-8", "replace").split("\f"))
    return ["\n".join(both) for both in zip(*texts, strict=False)]


def _in_objects(pdf: Pdf, needles: Sequence[_Needle]) -> Iterator[Leak]:
    """Look through every string and name, those of objects that no page uses too."""
    said: list[str] = []
    for root in [pdf.trailer, *pdf.objects]:
        _collect(root, said, 0)
    for number in _found("\n\n".join(said), needles):
        yield Leak(number, "objects", None, "file")


def _collect(value: Object, said: list[str], depth: int) -> None:
    if depth > 100:
        raise Refused("the PDF is nested too deeply")
    if isinstance(value, pikepdf.String):
        said.append(str(value))
        said.append(bytes(value).decode("utf-8", "replace"))
    elif isinstance(value, pikepdf.Name):
        _collect_name(str(value), said)
    elif isinstance(value, pikepdf.Array):
        for item in value:
            if isinstance(item, Object) and not item.is_indirect:
                _collect(item, said, depth + 1)
    elif isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        for key, item in value.items():
            _collect_name(key, said)
            if isinstance(item, Object) and not item.is_indirect:
                _collect(item, said, depth + 1)


def _collect_name(name: str, said: list[str]) -> None:
    if name[1:] not in _GRAMMAR:
        said.append(name[1:])


_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_SHOWN = re.compile(r"\(((?:[^()\\]|\\.)*)\)|<([0-9A-Fa-f\s]+)>", re.DOTALL)
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
_GRAMMAR = frozenset(_GRAMMAR_WORDS.split())
_CODE = re.compile(r"\b(?:obj|BT|re|cm|Do|begincmap|xref)\b|/Type\b")
_TOKENS = re.compile(
    r"(?<![^\s\[])(?:Do|Tj|TJ|Td|TD|Tm|Tf|Tr|Tz|Ts|Tw|Tc|TL|BT|ET|re|cm|gs|rg|RG|sc|SC|scn|SCN|cs|CS|BMC"
    r"|BDC|EMC|obj|endobj|xref|trailer|startxref|def|dict|begin|end|[-+]?\d*\.?\d+)(?=[\s\[\]/<>]|$)"
)
_NAMED = re.compile(r"/([^\s/<>\[\]()%{}]+)")


def _in_bytes(content: bytes, needles: Sequence[_Needle], *, binary: bool) -> Iterator[Leak]:
    """Look at the file without understanding it: what lies between streams, and in each stream."""
    numbers = set(_in_text(_STREAM.sub(b"\n\n", content), needles))
    budget = _MOST_UNPACKED
    for stream in _STREAM.finditer(content):
        unpacked = _unpacked(stream.group(1), budget)
        budget -= len(unpacked)
        if budget <= 0:
            raise Refused("the PDF unfolds into something too large")
        if _is_text(unpacked):
            numbers.update(_in_text(unpacked, needles))
        elif binary:
            numbers.update(_in_binary(unpacked, needles))
    for number in sorted(numbers):
        yield Leak(number, "bytes", None, "file")


def _unpacked(stream: bytes, budget: int) -> bytes:
    try:
        if stream.rstrip().endswith(b"~>"):
            stream = a85decode(stream.rstrip()[:-2].removeprefix(b"<~"))
        return zlib.decompressobj().decompress(stream, budget)
    except (zlib.error, ValueError):
        return stream


def _is_text(stream: bytes) -> bool:
    sample = stream[:4096]
    odd = sum(byte < 9 or 13 < byte < 32 or byte > 126 for byte in sample)
    return odd * 4 < len(sample) or sample[1::2].count(0) + sample[0::2].count(0) > len(sample) // 3


def _in_text(part: bytes, needles: Sequence[_Needle]) -> Iterator[int]:
    text = part.decode("latin-1")
    shown = [m[1] if m[2] is None else _from_hex(m[2]) for m in _SHOWN.finditer(text)]
    yield from _found("".join(shown), needles)  # one word may be drawn in many pieces
    yield from _found("\n\n".join(shown), needles)
    yield from _found(_without_grammar(text), needles)
    if not part.isascii():
        yield from _found(_without_grammar(part.decode("utf-8", "replace")), needles)
    if b"\0" in part:
        for start in (0, 1):
            yield from _found(part[start:].decode("utf-16-be", "replace"), needles)


def _without_grammar(text: str) -> str:
    """Take the words of the format out: `Do` and `Page` are surnames too."""
    if not _CODE.search(text):
        return text
    return _TOKENS.sub(" ", _NAMED.sub(lambda n: " " if n[1] in _GRAMMAR else n[0], text))


def _from_hex(digits: str) -> str:
    solid = "".join(digits.split())
    octets = bytes.fromhex(solid if len(solid) % 2 == 0 else solid + "0")
    wide = octets.startswith(b"\xfe\xff") or octets[0::2].count(0) * 2 > len(octets) - 2 > 0
    return octets.removeprefix(b"\xfe\xff").decode("utf-16-be" if wide else "latin-1", "replace")


def _in_binary(part: bytes, needles: Sequence[_Needle]) -> Iterator[int]:
    folded = part.lower()
    for number, needle in enumerate(needles):
        if any(octets in folded for octets in needle.octets):
            yield number
