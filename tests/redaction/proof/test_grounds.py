"""A released page shows what its source shows, less what was removed, and nothing unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from pikepdf import Array, Pdf
from reportlab.pdfgen.canvas import Canvas

from redaction.areas import Area
from redaction.burn.burning import burn
from redaction.reading import read_document
from tests.redaction.proof.conftest import Release


def letters(text: str, place: str, *, setting: str = "") -> str:
    return f"BT /F1 12 Tf {setting} 1 0 0 1 {place} Tm [<{text.encode().hex().upper()}>] TJ ET"


def test_a_good_release_is_proven(release: Release, picture: Release) -> None:
    for good in (release, picture):
        assert good.weigh("Zephyrine").against == ()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (letters("it", "60 150"), "says more than what was to stay"),
        (letters("it", "60 150", setting="3 Tr"), "says more than what was to stay"),
        (letters("it", "110 200", setting="3 Tr"), "has words in a box"),
        ("q 1 0 0 1 0 0 cm 1 g 20 80 300 40 re f Q", "has letters that nobody can see"),
        ("0 g 200 20 100 60 re f", "does not look as it did"),
        ("1 g 290 10 80 60 re f", "does not look as it did"),
        ("0 g 100 198 m 120 210 l 140 198 l f", "shows something under a box"),
        ("0.5 g 100 198 40 12 re f", "shows something under a box"),
    ],
)  # fmt: skip
def test_a_page_that_is_not_its_source_is_no_proof(release: Release, more: str, why: str) -> None:
    verdict = release.drawn(more).weigh()
    assert verdict.failing == {1}
    assert any(why in reason for reason in verdict.against)


def test_letters_of_the_source_that_turn_up_white_are_seen(release: Release) -> None:
    def whiten(pdf: Pdf) -> None:
        [content] = pdf.pages[0].obj.Contents
        *before, last = content.read_bytes().split(b"\n%\n")
        content.write(b"\n%\n".join([*before, last.replace(b"BT", b"1 g BT", 1)]))

    verdict = release.changed(whiten).weigh()
    assert "page 1 has letters that nobody can see" in verdict.against


def test_a_box_that_is_taken_away_is_missed(release: Release) -> None:
    def take_away(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        kept, _, rest = page.Contents[0].read_bytes().split(b"\n%\n")
        page.Contents[0] = pdf.make_stream(kept + b"\n" + rest)

    assert release.changed(take_away).weigh().failing == {1}


def test_pages_out_of_order_or_of_another_size_are_seen(release: Release) -> None:
    def enlarge(pdf: Pdf) -> None:
        pdf.pages[0].obj.MediaBox = pdf.pages[0].obj.CropBox = Array([0, 0, 500, 300])

    def double(pdf: Pdf) -> None:
        pdf.pages.append(pdf.pages[0])

    assert "page 1 has another size than its source" in release.changed(enlarge).weigh().against
    assert release.changed(double).weigh().failing == {0}


def test_a_box_on_a_page_that_is_not_there_is_no_proof(release: Release) -> None:
    assert replace(release, areas=(Area(7, (1, 1, 9, 9)),)).weigh().failing == {0}


def test_a_picture_whose_box_shows_something_is_no_proof(picture: Release) -> None:
    def scratch(pdf: Pdf) -> None:
        image = pdf.pages[0].obj.Resources.XObject.Page
        row = (int(image.Width) + 1) // 2
        pixels = bytearray(image.read_bytes())
        at = int(95 / 300 * int(image.Height)) * row + int(120 / 400 * row)
        pixels[at] = 0
        image.write(bytes(pixels))

    assert "page 1 shows something in a box" in picture.changed(scratch).weigh().against


def test_removed_letters_that_are_drawn_elsewhere_than_they_stand_have_to_be_gone(
    paper: Callable[..., bytes],
) -> None:
    """Letters folded flat are drawn tall by pdfium: gone they are no change, left they are one."""

    def fold(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 12)
        text.setTextTransform(1, 0, 0, 0.00001, 50, 150)
        text.textOut("Zephyrine")
        canvas.drawText(text)
        canvas.drawString(50, 60, "A calm afternoon.")

    document = read_document(paper(fold))
    start = document.pages[0].text.index("Zephyrine")
    boxes = [box for box in document.glyphs[0][start : start + 9] if box is not None]
    area = Area(1, (boxes[0][0] - 1, boxes[0][1] - 1, boxes[-1][2] + 1, boxes[0][3] + 1))
    good = Release(burn(document.pdf, [area]).pdf, document.pdf, (area,))
    assert good.weigh("Zephyrine").against == ()
    left = good.drawn("0 g 50 152 60 40 re f").weigh("Zephyrine")
    assert "page 1 does not look as it did outside its boxes" in left.against
