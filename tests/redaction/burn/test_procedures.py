"""Type 3 fonts: procedures of letters that stay are written anew, and nothing else stays."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from redaction.areas import BurnedDocument
from redaction.proof.shape import shape_of_pages
from tests.corpus.letters import make, outlines
from tests.redaction.proof.conftest import Release

Form = Callable[..., bytes]
Burned = Callable[..., Any]
# "girl" is the last word of the line, about where pdfium has it.
SAID, GIRL = "then came a girl", (118.0, 183.0, 152.0, 201.0)


def page_of(form: Form, change: Callable[[Pdf, Object], None] = lambda pdf, font: None) -> bytes:
    def fill(pdf: Pdf) -> dict[str, Object]:
        face = make(pdf, SAID, "type3")
        change(pdf, face.font)
        return {"/Font": Dictionary(E=face.font)}

    with Pdf.new() as scratch:
        shown = make(scratch, SAID, "type3").show(SAID).replace(b"40 180", b"40 104")
    return form(b"BT /F1 12 Tf 40 250 Td (Record of a visit) Tj ET\n" + shown, fill)


def the_font(pdf: Pdf) -> Object:
    fonts = pdf.pages[0].obj.Resources.Font
    return next(f for _, f in fonts.items() if f.Subtype == Name.Type3)


def font_in(burned: BurnedDocument) -> Object:
    pdf = pikepdf.open(io.BytesIO(burned.pdf))
    return the_font(pdf)


def test_a_page_with_drawn_letters_is_rewritten_and_loses_what_no_letter_needs(
    form: Form, burned: Burned, words: Callable[[bytes], str]
) -> None:
    result, verdict = burned(page_of(form), GIRL)
    assert result.pictures == ()
    assert verdict.against == ()
    assert words(result.pdf) == "Record of a visit then came a [removed: another person]"
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        font = the_font(pdf)
        left = {chr(int(name[2:])) for name in font.CharProcs}
        assert len(left) == len(set("then came a"))
        assert set(font.keys()) == {
            "/Type", "/Subtype", "/FontBBox", "/FontMatrix", "/FirstChar", "/LastChar", "/Widths",
            "/Encoding", "/CharProcs", "/Resources", "/ToUnicode",
        }  # fmt: skip


def test_letters_look_as_they_did(
    form: Form, burned: Burned, drawn: Callable[[bytes], Any]
) -> None:
    source = page_of(form)
    result, _ = burned(source)
    before, after = drawn(source).convert("L"), drawn(result.pdf).convert("L")
    assert list(before.getdata()) == list(after.getdata())


def saying(drawing: bytes, **font: object) -> Callable[[Pdf, Object], None]:
    def change(pdf: Pdf, made: Object) -> None:
        made.CharProcs.a = pdf.make_stream(drawing)
        for key, value in font.items():
            made[f"/{key}"] = value

    return change


OUT_OF_PLACE = (
    "600 0 d0\n" + "".join(f"{p} f\n" for p in outlines("Quaxley", 0, 0, 900) if p)
).encode()


@pytest.mark.parametrize(
    "change",
    [
        saying(b"600 0 d0 BT /F 900 Tf (Quaxley) Tj ET"),
        saying(b"600 0 d0 0 0 500 500 re f /Other Do"),
        saying(b"600 0 d0 0 0 500 500 re f /Span BMC EMC"),
        saying(b"0 0 600 600 re f"),
        saying(b"600 0 d1 0 0 600 600 re f"),
        saying(OUT_OF_PLACE),
        saying(b"600 0 d0 0 0 500 500 re f 1000000000 0 m 0 0 l S"),
        saying(b"600 0 d0 0 0 600 600 re f", FontMatrix=Array([0.001, 0, 0.0005, 0.001, 0, 0])),
    ],
    ids=["text", "no-picture", "marks", "no-width", "no-bounds", "far-out", "number", "slanted"],
)
def test_a_letter_whose_drawing_may_hide_something_makes_its_page_a_picture(
    change: Callable[[Pdf, Object], None], form: Form, burned: Burned
) -> None:
    result, verdict = burned(page_of(form, change), GIRL)
    assert [page for page, _ in result.pictures] == [1]
    assert verdict.against == ()


@pytest.fixture
def release(form: Form, burned: Burned) -> Release:
    source = page_of(form)
    return Release(burned(source)[0].pdf, source, ())


def against(released: bytes) -> list[int]:
    with pikepdf.open(io.BytesIO(released)) as pdf:
        return [page for page, _ in shape_of_pages(pdf, 1, 1).against]


def rename(pdf: Pdf) -> None:
    font = the_font(pdf)
    first = str(font.Encoding.Differences[1])
    font.CharProcs["/Quaxley"] = font.CharProcs[first]
    del font.CharProcs[first]
    font.Encoding.Differences[1] = Name.Quaxley


def drawn_by(content: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        font = the_font(pdf)
        font.CharProcs[str(font.Encoding.Differences[1])] = pdf.make_stream(content)

    return change


def keyed(key: str, value: object) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        the_font(pdf)[key] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        rename,
        drawn_by(b"600 0 d0 BT /F1 9 Tf <41> Tj ET"),
        drawn_by(b"600 0 d0 % Quaxley"),
        drawn_by(b"600 0 d0 (Quaxley) f"),
        drawn_by(b"0 0 10 10 re f"),
        drawn_by(b"600 0 d0 /Quaxley Do"),
        drawn_by(b"600 0 d0 /Span BMC EMC"),
        keyed("/Name", Name.Quaxley),
        keyed("/FontDescriptor", Dictionary(Type=Name.FontDescriptor)),
        keyed("/Metadata", String("Quaxley")),
        keyed("/Resources", Dictionary(Font=Dictionary())),
        keyed("/Resources", Dictionary(XObject=Dictionary(Quaxley=Dictionary()))),
        keyed("/Encoding", Name.WinAnsiEncoding),
    ],
)
def test_a_drawn_font_with_one_thing_more_is_no_proof(
    change: Callable[[Pdf], None], release: Release
) -> None:
    assert against(release.pdf) == []
    assert against(release.changed(change).pdf) == [1]


def test_a_name_that_a_procedure_draws_is_seen_by_the_proof(form: Form, burned: Burned) -> None:
    """Readers of text read a letter; who looks sees a name."""

    source = page_of(form)
    release = Release(burned(source)[0].pdf, source, ())
    big = "".join(f"{p} f\n" for p in outlines("Quaxley", 900, 0, 900) if p).encode()

    def change(pdf: Pdf) -> None:
        last = f"/g{ord('l')}"
        the_font(pdf).CharProcs[last] = pdf.make_stream(b"600 0 d0\n" + big)

    spoilt = release.changed(change)
    assert "ocr" in spoilt.weigh("Quaxley").against[-1]
