"""Where pdfium and our own interpreter place or read letters differently, no page is rewritten."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image

Burned = Callable[..., Any]
BOX = (40.0, 88.0, 110.0, 104.0)
CONTENT = (
    "BT /F1 12 Tf 40 230 Td (An ordinary line of the record) Tj ET "
    "BT /F2 12 Tf 40 200 Td (Zephyrine) Tj ET"
)


def _fonts(**said: Any) -> Callable[[Pdf], dict[str, Object]]:
    def fill(_: Pdf) -> dict[str, Object]:
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding, **said,
        )  # fmt: skip
        return {"/Font": Dictionary(F2=font)}

    return fill


def _with_meanings(pairs: str) -> Callable[[Pdf], dict[str, Object]]:
    def fill(pdf: Pdf) -> dict[str, Object]:
        meanings = pdf.make_stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            b"1 begincodespacerange <00> <FF> endcodespacerange\n" + pairs.encode() + b"\n"
            b"endcmap end end"
        )
        return _fonts(ToUnicode=meanings)(pdf)

    return fill


@pytest.mark.parametrize(
    "fill",
    [
        # Widths beyond the last code: some readers take them, some do not.
        _fonts(FirstChar=32, LastChar=33, Widths=Array([1900] * 224)),
        # A remark in a table of meanings: some readers take it for a meaning.
        _with_meanings("1 beginbfchar <65> <0065> % <65> <0061>\nendbfchar"),
    ],
)
def test_a_name_in_a_font_that_two_readers_understand_differently_is_painted_over(
    fill: Callable[[Pdf], dict[str, Object]],
    form: Callable[..., bytes],
    burned: Burned,
    words: Callable[[bytes], str],
    drawn: Callable[[bytes], Image.Image],
) -> None:
    source = form(CONTENT, fill)
    assert (np.asarray(drawn(source).convert("L"))[180:210, 80:200] < 100).any()
    result, verdict = burned(source, BOX, gone=("zephyrine",))
    assert [page for page, _ in result.pictures] == [1]
    assert "two readers" in result.pictures[0][1]
    assert verdict.against == ()
    assert words(result.pdf).startswith("An ordinary line of the record")
    assert "phyri" not in words(result.pdf)
    # On its line is no black any more: the box is pale, and its label is of a dark grey.
    assert (np.asarray(drawn(result.pdf).convert("L"))[180:206] > 50).all()
    assert b"Zephyrine" not in result.pdf


@pytest.mark.parametrize(
    "content",
    [
        "BT /F2 12 Tf 150 Tz 2 Tc 5 Ts 40 195 Td [(Ze) -300 (phyrine)] TJ ET",
        "q .5 0 0 .5 10 10 cm BT /F2 24 Tf 1 0 0.2 1 60 380 Tm (Zephyrine went) Tj ET Q",
        "BT /F2 12 Tf 40 200 Td (Zephyrine) Tj (Zephyrine) ' ET",
        "BT /F2 12 Tf 0 1 -1 0 52 196 Tm (Zephyrine) Tj ET",
        "BT /F2 1 Tf 12 0 0 12 40 200 Tm 4 Tw (Zephyrine said \223\374ber\224) Tj ET",
    ],
)
@pytest.mark.parametrize("rotate", [0, 90])
def test_letters_that_two_readers_agree_on_are_rewritten(
    content: str, rotate: int, form: Callable[..., bytes], burned: Burned
) -> None:
    box = BOX if not rotate else (190.0, 40.0, 210.0, 110.0)
    result, _ = burned(form(content, _fonts(), Rotate=rotate), box)
    assert result.pictures == ()
