"""The labels of boxes: as large as can be read, and never wider than their box."""

import io
import re

import pikepdf
import pytest
from reportlab.pdfgen.canvas import Canvas

from recordkeeping.disclosure.people import Roster
from redaction.burn.lettering import Lettering
from redaction.detect import areas_of, detect
from redaction.reading import read_document
from redaction.removing import remove
from redaction.terms import TermDetector

SIZES = (7.0, 6.0, 5.0, 4.4)


@pytest.mark.parametrize(
    ("room", "size", "stretch"),
    [
        (60, 7.0, 1.0),
        (42, 7.0, 0.87),
        (38, 7.0, 0.79),
        (34, 6.0, 0.82),
        (30, 5.0, 0.87),
        (24, 4.4, 0.79),
    ],
)
def test_a_label_is_set_narrower_before_it_is_set_smaller(
    room: float, size: float, stretch: float
) -> None:
    fitted = Lettering().fitted("another person", room, 12, SIZES)
    assert fitted is not None
    assert (fitted[0], round(fitted[1], 2)) == (size, stretch)


def test_a_label_without_room_is_not_set() -> None:
    assert Lettering().fitted("another person", 22, 12, SIZES) is None
    assert Lettering().fitted("another person", 60, 4, SIZES) is None


def test_a_box_in_a_line_of_ten_points_has_a_label_of_seven() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(420, 200), invariant=1)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(30, 150, "Mrs Zephyrine Quaxley rang about the visit.")
    canvas.save()
    document = read_document(out.getvalue())
    findings = detect(document, Roster("", ()), [TermDetector(["Zephyrine Quaxley"])])
    areas = areas_of(findings, {}, "another person")
    proven = remove(document.pdf, areas, ["Zephyrine Quaxley"], 1)
    assert proven.pages_as_images == ()
    with pikepdf.open(io.BytesIO(proven.pdf)) as pdf:
        pdf.pages[0].contents_coalesce()
        content = pdf.pages[0].Contents.read_bytes()
    ((size, stretch),) = re.findall(rb"/Kept (\S+) Tf 0 Tc 0 Tw 0 Ts 0 Tr (\S+) Tz", content)
    assert (float(size), round(float(stretch))) == (7, 79)


@pytest.mark.parametrize(
    ("room", "code", "said"),
    [
        (34, "R01", ("another person", 6.0)),
        (30, "R01", ("R01", 7.0)),
        (30, "", ("another person", 5.0)),
        (12, "R01", ("R01", 7.0)),
        (8, "R01", ("R01", 5.0)),
    ],
)
def test_a_label_too_small_to_read_gives_way_to_its_code_that_the_legend_explains(
    room: float, code: str, said: tuple[str, float]
) -> None:
    shown = Lettering().said_in("another person", code, room, 12, SIZES)
    assert shown is not None
    assert shown[:2] == said
