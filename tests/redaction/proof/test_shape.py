"""A good release with one thing more, wherever a PDF has room for it, is no proof.

None of these is looked for by name: what no rule names may not be there. No term is given, so that
the shape alone has to object.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from recordkeeping.vocabulary.errors import Refused, Unproven
from tests.redaction.proof.conftest import Release

Change = Callable[[Pdf], None]


def page(pdf: Pdf) -> Object:
    return pdf.pages[0].obj


def kept(pdf: Pdf) -> Object:
    return page(pdf).Resources.Font.Kept


def set_in(where: Callable[[Pdf], Object], key: str, value: Callable[[Pdf], object]) -> Change:
    def change(pdf: Pdf) -> None:
        where(pdf)[key] = value(pdf)

    return change


def text(pdf: Pdf) -> object:
    return String("Zephyrine")


def stream(pdf: Pdf) -> object:
    return pdf.make_stream(b"Zephyrine")


def root(pdf: Pdf) -> Object:
    return pdf.Root


def resources(pdf: Pdf) -> Object:
    return page(pdf).Resources


def letters(pdf: Pdf) -> Object:
    return kept(pdf).DescendantFonts[0]


def descriptor(pdf: Pdf) -> Object:
    return letters(pdf).FontDescriptor


def first(pdf: Pdf) -> Object:
    contents = page(pdf).Contents
    return contents[0] if isinstance(contents, Array) else contents


def made(**parts: Any) -> Callable[[Pdf], object]:
    return lambda pdf: pdf.make_indirect(Dictionary(**parts))


EVERYWHERE: dict[str, Change] = {
    "metadata of the file": set_in(root, "/Metadata", stream),
    "metadata of a page": set_in(page, "/Metadata", stream),
    "metadata of a font": set_in(descriptor, "/Metadata", stream),
    "a title": lambda pdf: pdf.docinfo.__setitem__("/Title", "Zephyrine"),
    "a key of nobody's in the title": lambda pdf: pdf.docinfo.__setitem__("/Zephyrine", "x"),
    "notes": set_in(page, "/Annots", lambda _: Array([Dictionary(Contents=String("Zephyrine"))])),
    "form fields": set_in(root, "/AcroForm", made(Fields=Array([Dictionary(V="Zephyrine")]))),
    "embedded files": set_in(root, "/Names", made(EmbeddedFiles=Dictionary(Names=Array([])))),
    "associated files": set_in(root, "/AF", lambda _: Array([])),
    "a script": set_in(root, "/OpenAction", made(S=Name.JavaScript, JS=String("Zephyrine"))),
    "an outline": set_in(root, "/Outlines", made(Title=String("Zephyrine"))),
    "destinations": set_in(root, "/Dests", made(Zephyrine=Array([]))),
    "page labels": set_in(root, "/PageLabels", made(Nums=Array([0, Dictionary(P="Zephyrine")]))),
    "layers": set_in(root, "/OCProperties", made(OCGs=Array([Dictionary(Name="Zephyrine")]))),
    "tags": set_in(root, "/StructTreeRoot", made(K=Dictionary(Alt="Zephyrine"))),
    "what an editor kept": set_in(page, "/PieceInfo", made(Illustrator=Dictionary(P="Zephyrine"))),
    "a small picture of the page": set_in(page, "/Thumb", stream),
    "article threads": set_in(root, "/Threads", lambda _: Array([])),
    "a portfolio": set_in(root, "/Collection", made(Schema=Dictionary(N="Zephyrine"))),
    "a signature": set_in(root, "/Perms", made(DocMDP=Dictionary(Name="Zephyrine"))),
    "an address": set_in(root, "/URI", made(Base=String("https://example.org/Zephyrine"))),
    "extensions": set_in(root, "/Extensions", made(ZEPH=Dictionary(BaseVersion=Name("/1.7")))),
    "what happens when it is opened": set_in(page, "/AA", made(O=Dictionary(JS="Zephyrine"))),
    "a language of nobody's": set_in(root, "/Lang", lambda _: String("en-Zephyrine")),
    "resources of marks": set_in(resources, "/Properties", made(M=Dictionary(ActualText="Zeph"))),
    "patterns": set_in(resources, "/Pattern", made(P=Dictionary())),
    "a font of a name": set_in(kept, "/BaseFont", lambda _: Name("/ABCDEF+Zephyrine")),
    "a family": set_in(descriptor, "/FontFamily", text),
    "the letters that were used": set_in(descriptor, "/CharSet", text),
    "a name of a descriptor": set_in(descriptor, "/FontName", lambda _: Name("/Zephyrine")),
    "a registry": set_in(lambda pdf: letters(pdf).CIDSystemInfo, "/Ordering", text),
    "a text among widths": set_in(letters, "/W", lambda _: Array([1, Array([String("Zeph")])])),
    "a name among widths": set_in(letters, "/W", lambda _: Array([1, Array([Name("/Zephy")])])),
    "a text among numbers": set_in(page, "/CropBox", lambda _: Array([0, 0, 400, String("Z")])),
    "a name of a deep object": set_in(letters, "/Zephyrine", lambda _: 1),
    "a comment": lambda pdf: more(pdf, b"% Zephyrine"),
    "a literal": lambda pdf: more(pdf, b"BT /Kept 9 Tf (Zephyrine) Tj ET"),
    "marked text": lambda pdf: more(pdf, b"/Span <</ActualText (Zephyrine)>> BDC EMC"),
    "a mark": lambda pdf: more(pdf, b"/Zephyrine MP"),
    "an unknown instruction": lambda pdf: more(pdf, b"BX 1 zephyrine EX"),
    "a small picture in line": lambda pdf: more(pdf, b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI"),
    "very exact numbers": lambda pdf: more(pdf, b"0.9012112104121114105110101 g"),
    "very large numbers": lambda pdf: more(pdf, b"9012112104121114105110101 g"),
    "a font's notice": lambda pdf: in_program(pdf, lambda p: p.replace(b"prep", b"name", 1)),
    "more behind a font": lambda pdf: in_program(pdf, lambda p: p + b"Zephyrine"),
    "more than meanings": lambda pdf: kept(pdf).ToUnicode.write(
        kept(pdf).ToUnicode.read_bytes() + b"\n% Zephyrine"
    ),
    "meanings of another kind": lambda pdf: kept(pdf).ToUnicode.write(
        kept(pdf).ToUnicode.read_bytes().replace(b"/CMapType", b"/Zephyrine 1 def /CMapType")
    ),
}  # fmt: skip


def more(pdf: Pdf, what: bytes) -> None:
    first(pdf).write(first(pdf).read_bytes() + b"\n" + what)


def in_program(pdf: Pdf, change: Callable[[bytes], bytes]) -> None:
    program = descriptor(pdf).FontFile2
    program.write(change(program.read_bytes()))


@pytest.mark.parametrize("what", EVERYWHERE)
def test_one_thing_more_is_no_proof(what: str, release: Release) -> None:
    assert release.weigh().against == ()
    assert release.changed(EVERYWHERE[what]).weigh().against != ()


@pytest.mark.parametrize("what", ["metadata of a page", "a comment", "a literal", "marked text"])
def test_nor_is_it_in_a_picture_of_a_page(what: str, picture: Release) -> None:
    assert picture.changed(EVERYWHERE[what]).weigh().against != ()


def a_second_version(pdf: bytes) -> bytes:
    table = b"\n9 0 obj\n<</T (Zephyrine)>>\nendobj\nxref\n0 0\ntrailer\n<</Root 2 0 R>>\n"
    return pdf + table + b"startxref\n%d\n%%%%EOF\n" % len(pdf)


def in_a_gap(pdf: bytes) -> bytes:
    at = pdf.index(b"endobj\n") + len(b"endobj\n")
    return pdf[:at] + b"% Zephyrine\n" + pdf[at:]


def behind_packed_data(pdf: bytes) -> bytes:
    found = re.search(rb"/Length (\d+) /Filter /FlateDecode >>\nstream\n", pdf)
    assert found is not None
    longer = found[0].replace(found[1], b"%d" % (int(found[1]) + 9))
    at = found.end() + int(found[1])
    return pdf[: found.start()] + longer + pdf[found.end() : at] + b"Zephyrine" + pdf[at:]


def among_packed_objects(pdf: bytes) -> bytes:
    found = re.search(rb"/ObjStm /Length (\d+) /Filter /FlateDecode /N \d+ /First \d+ >>\n", pdf)
    assert found is not None
    start = found.end() + len(b"stream\n")
    body = zlib.decompress(pdf[start : start + int(found[1])])
    packed = zlib.compress(body + b"% Zephyrine\n")
    heading = found[0].replace(b"/Length " + found[1], b"/Length %d" % len(packed))
    return pdf[: found.start()] + heading + b"stream\n" + packed + pdf[start + int(found[1]) :]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda pdf: b"Zephyrine\n" + pdf,
        lambda pdf: pdf + b"Zephyrine",
        lambda pdf: pdf + b"\n%%EOF\n",
        lambda pdf: pdf.replace(b"%PDF-1.5\n", b"%PDF-1.5\n% Zephyrine\n", 1),
        a_second_version,
        in_a_gap,
        behind_packed_data,
        among_packed_objects,
    ],
)
def test_octets_that_belong_to_no_object_are_no_proof(
    spoil: Callable[[bytes], bytes], release: Release
) -> None:
    with pytest.raises((Unproven, Refused)):  # a reader may not even open it
        replace(release, pdf=spoil(release.pdf)).prove()


def test_a_locked_file_is_no_proof(release: Release) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(release.pdf)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="o", user=""))
    assert replace(release, pdf=out.getvalue()).weigh().against != ()
