"""Letters that a line is drawn through, in PDFs and in what other programs make of them."""

from collections.abc import Callable

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from redaction.pages import ReadDocument
from redaction.reading import read_document
from tests.corpus.office import RTF, SLIDES, presentation
from tests.corpus.opentexts import STRUCK as STRUCK_TEXTS
from tests.corpus.opentexts import open_text

Paper = Callable[[Callable[[Canvas], None]], bytes]
BEFORE, STRUCK = "met Ze", "XX"
LEFT = 50 + stringWidth(BEFORE, "Helvetica", 12)
RIGHT = LEFT + stringWidth(STRUCK, "Helvetica", 12)


def struck_in(read: ReadDocument) -> list[str]:
    pages = zip(read.pages, read.struck, strict=False)
    return [page.text[slice(*span)] for page, spans in pages for span in spans]


def lined(*lines: tuple[float, float, float], thick: float = 0.7) -> Callable[[Canvas], None]:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50, 150, f"{BEFORE}{STRUCK}phyrine at noon")
        canvas.drawString(50, 130, "Below it stands another line.")
        canvas.setLineWidth(thick)
        for x0, x1, y in lines:
            canvas.line(x0, y, x1, y)

    return draw


def upright(canvas: Canvas) -> None:
    canvas.translate(200, 20)
    canvas.rotate(90)
    canvas.translate(0, -150)
    lined((LEFT, RIGHT, 153.6))(canvas)


def in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("half")
    canvas.scale(0.5, 0.5)
    canvas.line(2 * LEFT, 2 * 153.6, 2 * RIGHT, 2 * 153.6)
    canvas.endForm()
    lined()(canvas)
    canvas.doForm("half")


@pytest.mark.parametrize(
    ("draw", "struck"),
    [
        pytest.param(lined((LEFT, RIGHT, 153.6)), ["XX"], id="through"),
        pytest.param(
            lined((LEFT, LEFT + 8, 153.6), (LEFT + 8, RIGHT, 153.6)), ["XX"], id="in-two-pieces"
        ),
        pytest.param(upright, ["XX"], id="upright"),
        pytest.param(in_a_form, ["XX"], id="in-a-form"),
        pytest.param(lined((50, LEFT, 153.6)), ["met Ze"], id="to-the-middle-of-a-word"),
        pytest.param(lined((50, 300, 153.6)), [], id="the-whole-line"),
        pytest.param(lined((LEFT, RIGHT, 153.6), thick=3), ["XX"], id="broad"),
        pytest.param(lined((LEFT, RIGHT, 148.6)), [], id="below"),
        pytest.param(lined((LEFT, RIGHT, 160.5)), [], id="above"),
        pytest.param(lined((LEFT, RIGHT, 153.6), thick=11), [], id="over"),
        pytest.param(lined((LEFT, LEFT + 3, 153.6)), [], id="into-a-letter"),
        pytest.param(lined((40, 350, 144), (40, 350, 164)), [], id="between-lines"),
    ],
)
def test_letters_are_struck_out_that_a_line_runs_through_the_middle_of(
    draw: Callable[[Canvas], None], struck: list[str], paper: Paper
) -> None:
    assert struck_in(read_document(paper(draw))) == struck


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            RTF.replace("%INFO%", "").replace("%BODY%", r"Ze{\strike XX}phyrine").encode(), id="rtf"
        ),
        pytest.param(open_text(STRUCK_TEXTS["within"]), id="odt"),
        pytest.param(open_text(STRUCK_TEXTS["with-signs"]), id="odt-with-signs"),
        pytest.param(presentation(**SLIDES["struck-out-within"][0]), id="pptx"),
    ],
)
def test_what_another_program_strikes_out_is_known_to_be(content: bytes) -> None:
    read = read_document(content)
    assert struck_in(read)[0] == "XX"
    assert read.gaps == ()
