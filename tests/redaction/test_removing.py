"""A name that only the proof reads is removed where it was read, or the document is refused."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
import pypdfium2
import pytest
import tesserocr
import zxingcpp
from PIL import Image, ImageDraw, ImageFont, ImageOps
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.release import ProvenDocument
from recordkeeping.vocabulary.errors import Unproven
from redaction import prove, removing
from redaction.areas import Area
from redaction.formats.pdf.content import page_form
from redaction.looking import leaks_in_file
from redaction.prove import Leak, Verdict, weigh
from redaction.reading import read_document
from redaction.removing import remove
from redaction.scans.ocr import read_part
from tests.corpus import oracle
from tests.corpus.oracle import squashed
from tests.redaction.lettered import written

Paper = Callable[..., bytes]

TERMS = ("Zephyrine Quaxley", "Zephyrine", "Quaxley")


def round_a_stamp(canvas: Canvas) -> None:
    canvas.drawString(20, 270, "On Tuesday the warden was in the garden.")
    for number, letter in enumerate("Zephyrine Quaxley"):
        turn = 20 * number
        across, up = 90 * math.sin(math.radians(turn)), 90 * math.cos(math.radians(turn))
        canvas.saveState()
        canvas.translate(200 + across, 120 + up)
        canvas.rotate(-turn)
        canvas.drawCentredString(0, 0, letter)
        canvas.restoreState()


def pages_of(document: ProvenDocument) -> list[dict[str, object]]:
    pages = document.record["pages"]
    assert isinstance(pages, list)
    return pages


def test_a_name_round_a_stamp_is_covered_letter_by_letter(paper: Paper) -> None:
    document = remove(read_document(paper(round_a_stamp)).pdf, [], TERMS, 0)
    assert document.redactions == 0
    [page] = pages_of(document)
    assert page["route"] == "picture"
    assert page["read_by_the_proof"] == 3
    # One box for each letter: "Zephyrine Quaxley" has sixteen, and a space that nobody sees.
    assert page["areas"] in (16, 17)
    assert oracle.leaks(document.pdf, TERMS, look=True) == []
    assert oracle.missing(document.pdf, ("Tuesday", "warden", "garden"), look=True) == []


def test_a_name_in_typed_columns_is_covered_and_the_columns_stay() -> None:
    typed = (
        b"On Tuesday Zephy-        the warden was in the garden\n"
        b"rine Quax-               and nothing else took place\n"
        b"ley met him.             at all that day.\n"
    )
    source = read_document(typed).pdf
    document = remove(source, [], TERMS, 0)
    assert pages_of(document)[0]["read_by_the_proof"] == 3
    assert oracle.leaks(document.pdf, ("Zephy", "Quax"), look=True) == []
    assert oracle.missing(document.pdf, ("Tuesday", "warden", "nothing", "him"), look=True) == []


def test_a_name_that_is_read_by_eye_alone_is_covered() -> None:
    mute = page_form(written(says=lambda letter: chr(0xE000 + ord(letter)))).pdf
    decided = Area(1, (88.0, 50.0, 116.0, 64.0), "a relative", "S40-4")
    document = remove(mute, [decided], ["Quaxley"], 1)
    assert document.redactions == 1
    assert pages_of(document)[0]["read_by_the_proof"] == 1
    assert oracle.leaks(document.pdf, ("Quaxley",), look=True) == []


def test_what_has_no_place_is_refused_with_what_to_do(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = read_document(paper(round_a_stamp)).pdf
    monkeypatch.setattr(prove, "_MOST_PLACES", 5)  # more places than anybody believes
    with pytest.raises(
        Unproven,
        match=r"a term can be read on page 1 \(by letters\), and not where exactly; "
        r"mark the place by hand \(--boxes\)",
    ) as refused:
        remove(source, [], TERMS, 0)
    assert "ephyrine" not in str(refused.value)


def overleaf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(400, 300), invariant=1)
    canvas.drawString(40, 200, "and on Tuesday he saw Zephy-")
    canvas.drawString(180, 20, "Page 1 of 2")
    canvas.showPage()
    canvas.drawString(40, 280, "Northmoor Council")
    canvas.drawString(40, 240, "rine who was in the garden")
    canvas.save()
    return out.getvalue()


def test_a_name_that_goes_on_overleaf_past_foot_and_head_is_seen_by_the_proof() -> None:
    source = read_document(overleaf()).pdf
    document = remove(source, [], ["Zephyrine"], 0)
    assert [page["read_by_the_proof"] for page in pages_of(document)] == [1, 1]
    assert document.pages_as_images == (1, 2)
    assert oracle.leaks(document.pdf, ("Zephy",), look=True) == []
    stays = ("Tuesday", "Page", "Northmoor", "Council", "garden")
    assert oracle.missing(document.pdf, stays, look=True) == []


def test_halves_that_make_no_name_stay_on_their_pages() -> None:
    source = read_document(overleaf()).pdf
    document = remove(source, [], ["Zephyr", "Pagerine", "Northmoor Page"], 0)
    assert document.pages_as_images == ()


def in_a_mirrored_picture(canvas: Canvas) -> None:
    canvas.drawString(20, 270, "On Tuesday the warden was in the garden.")
    picture = Image.new("L", (900, 120), 255)
    font = ImageFont.truetype("DejaVuSans.ttf", 50)
    ImageDraw.Draw(picture).text((10, 30), "seen by Zephyrine Quaxley", fill=0, font=font)
    canvas.translate(370, 100)
    canvas.scale(-1, 1)
    canvas.drawImage(ImageReader(picture), 0, 0, 340, 45)


def test_a_name_in_a_mirrored_picture_is_covered_also_for_a_mirror(paper: Paper) -> None:
    source = read_document(paper(in_a_mirrored_picture)).pdf
    document = remove(source, [], TERMS, 0)
    assert pages_of(document)[0]["read_by_the_proof"] == 3
    shown = pypdfium2.PdfDocument(document.pdf)[0].render(scale=3, grayscale=True).to_pil()
    said = squashed(read_part(ImageOps.mirror(shown.convert("L")), 216, tesserocr.PSM.AUTO)[0])
    assert "zephyrine" not in said
    assert "quaxley" not in said
    assert "seen" in said


def in_small_print(canvas: Canvas) -> None:
    """A scan at 600 dots an inch with a name in letters of 2.6 points."""
    dots = 600 / 72
    scan = Image.new("L", (round(400 * dots), round(300 * dots)), 255)
    for across, down, size, words in (
        (20, 30, 12.0, "On Tuesday the warden was in the garden."),
        (20, 90, 2.6, "seen there by Zephyrine Quaxley, who left at noon"),
    ):
        font = ImageFont.truetype("DejaVuSans.ttf", int(size * dots))
        ImageDraw.Draw(scan).text((across * dots, down * dots), words, 0, font)
    canvas.drawImage(ImageReader(scan), 0, 0, 400, 300)


def test_a_name_that_only_muniment_prove_reads_is_removed_where_it_reads_it(paper: Paper) -> None:
    scan = page_form(paper(in_small_print)).pdf  # nobody laid words over it
    document = remove(scan, [], TERMS, 0)
    [page] = pages_of(document)
    assert page["read_by_the_proof"] == 3  # the name, its first word and its last
    removed = page["removed_there"]
    assert isinstance(removed, list)
    left, right = min(area[0] for area in removed), max(area[2] for area in removed)
    assert (left, right) == pytest.approx((38.2, 62.2), abs=0.8)
    assert all(area[1:4:2] == pytest.approx([88, 95], abs=1) for area in removed)
    leaks, _ = leaks_in_file(document.pdf, TERMS)
    assert leaks == ()
    assert oracle.missing(document.pdf, ("Tuesday", "warden", "garden"), look=True) == []


def test_a_code_for_cameras_that_says_a_name_is_covered(paper: Paper) -> None:
    made = zxingcpp.create_barcode("Zephyrine Quaxley", zxingcpp.BarcodeFormat.QRCode)
    code = Image.fromarray(np.asarray(made.to_image(scale=6)))

    def draw(canvas: Canvas) -> None:
        canvas.drawString(20, 270, "On Tuesday the warden was in the garden.")
        canvas.drawImage(ImageReader(code), 20, 100, 120, 120)

    document = remove(page_form(paper(draw)).pdf, [], TERMS, 0)
    assert leaks_in_file(document.pdf, TERMS)[0] == ()
    shown = pypdfium2.PdfDocument(document.pdf)[0].render(scale=3).to_pil()
    assert zxingcpp.read_barcodes(shown) == []
    assert oracle.missing(document.pdf, ("Tuesday", "warden", "garden"), look=True) == []


def eyes_that_read_a_speck_anew(
    monkeypatch: pytest.MonkeyPatch, reader: str, times: int
) -> list[Verdict]:
    """Have a proof read "TM" in a speck as often as said, each time in another place."""
    verdicts: list[Verdict] = []

    def read(
        pdf: bytes,
        source: bytes,
        areas: Sequence[Area],
        gone: Sequence[str],
        shown: Sequence[str],
    ) -> Verdict:
        verdict = weigh(pdf, source, areas, gone, shown)
        if len(verdicts) < times:
            at = 100.0 + 40 * len(verdicts)
            leak = Leak(0, reader, 1, "text", ((1, (at, 100.0, at + 20, 114.0)),))
            against = (f"1 of 1 terms can still be read (by {reader})",)
            verdict = replace(verdict, against=against, failing=frozenset({1}), leaks=(leak,))
        verdicts.append(verdict)
        return verdict

    monkeypatch.setattr(removing, "weigh", read)
    return verdicts


def specks(canvas: Canvas) -> None:
    canvas.drawString(20, 270, "On Tuesday the warden was in the garden.")


def test_initials_that_eyes_read_anew_in_a_speck_are_covered_there(
    paper: Paper, monkeypatch: pytest.MonkeyPatch
) -> None:
    eyes_that_read_a_speck_anew(monkeypatch, "ocr", 2)
    document = remove(read_document(paper(specks)).pdf, [], ["TM"], 0)
    [page] = pages_of(document)
    assert page["route"] == "picture"
    assert page["areas"] == 2
    told = page["removed_there"]
    assert isinstance(told, list)
    assert [area[:4] for area in told] == [[100, 100, 120, 114], [140, 100, 160, 114]]
    assert oracle.missing(document.pdf, ("Tuesday", "warden", "garden"), look=True) == []


@pytest.mark.parametrize(("reader", "times", "looks"), [("pdfium", 2, 2), ("ocr", 9, 4)])
def test_a_term_that_a_picture_still_says_is_refused(
    paper: Paper, monkeypatch: pytest.MonkeyPatch, reader: str, times: int, looks: int
) -> None:
    verdicts = eyes_that_read_a_speck_anew(monkeypatch, reader, times)
    with pytest.raises(Unproven, match="1 of 1 terms can still be read"):
        remove(read_document(paper(specks)).pdf, [], ["TM"], 0)
    assert len(verdicts) == looks
