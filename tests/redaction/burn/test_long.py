"""A long document is burned in parts on every core, and is one document again."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import pikepdf
import pypdfium2
import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from redaction.areas import Area
from redaction.burn.burning import burn, burn_here, join_here
from redaction.proof.weighing import weigh_here
from redaction.prove import weigh
from redaction.sandbox import turns
from redaction.sandbox.abreast import Answer

_SANS = "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf"


def _long(pages: int, face: str = "Helvetica") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 200), invariant=1)
    for number in range(1, pages + 1):
        canvas.setFont(face, 12)
        canvas.drawString(40, 100, f"Page {number} names Zephyrine")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_every_page_of_a_long_document_is_there_once_and_in_its_place(
    words: Callable[[bytes], str],
) -> None:
    areas = [Area(number, (115.0, 86.0, 185.0, 104.0)) for number in (1, 40, 41, 90)]
    source = _long(90)
    burned = burn(source, areas, as_pictures=[80])
    assert burned.pages == 90
    assert burned.pictures == ((80, "its proof asked for it"),)
    assert [page for page, _ in burned.widths] == [1, 40, 41, 90]
    said = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(burned.pdf)]
    assert [text.split()[1] for text in said] == [str(number) for number in range(1, 91)]
    assert [n for n, text in enumerate(said, 1) if "Zephyrine" not in text] == [1, 40, 41, 90]
    assert weigh(burned.pdf, source, areas, []).against == ()


def test_pages_that_take_long_are_burned_and_proven_in_more_turns(
    words: Callable[[bytes], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = _long(4)
    areas = [[2, 115.0, 86.0, 185.0, 104.0, "", ""]]
    whole = burn(source, [Area(2, (115.0, 86.0, 185.0, 104.0), "")])
    monkeypatch.setattr(turns, "_LONGEST", -1.0)

    def burned(first: int, last: int) -> Answer:
        asked = {"areas": areas, "as_pictures": [3], "first": first, "last": last}
        return burn_here(asked, [source])

    answers = turns.taken(burned, 1, 4)
    assert [header["pictures"] for header, _ in answers] == [
        [],
        [],
        [(3, "its proof asked for it")],
        [],
    ]
    _, [joined] = join_here({}, [part for _, [part] in answers])
    assert [len(pypdfium2.PdfDocument(part)) for _, [part] in answers] == [1, 1, 1, 1]
    assert words(joined).count("Zephyrine") == 3

    def looked(first: int, last: int) -> Answer:
        asked = {
            "terms": ["Page 4", "Zephyrine Page"],
            "areas": areas,
            "first": first,
            "many": last - first + 1,
        }
        return weigh_here(asked, [whole.pdf, source])

    def told(answers: Sequence[Answer]) -> set[tuple[int, int]]:
        return {
            (term, page)
            for header, _ in answers
            for term, _, _, _, places in header["leaks"]
            for page, *_ in places
        }

    answers = turns.taken(looked, 1, 4)
    assert [header["next"] for header, _ in answers] == [2, 3, 4, None]
    assert {(0, 4), (1, 3), (1, 4)} <= told(answers)
    monkeypatch.setattr(turns, "_LONGEST", 60.0)
    assert told(answers) == told([looked(1, 4)])


def test_a_font_of_which_all_parts_use_the_same_letters_is_there_once() -> None:
    source = _long(90)
    areas = [Area(number, (115.0, 86.0, 185.0, 104.0)) for number in range(1, 91)]
    burned = burn(source, areas).pdf
    with pikepdf.open(io.BytesIO(burned)) as pdf:
        fonts = {
            (str(font.BaseFont), font.objgen)
            for page in pdf.pages
            for font in page.obj.Resources.Font.values()
        }
    assert sorted(name for name, _ in fonts) == ["/AAAAAA+Kept", "/Helvetica"]
    assert weigh(burned, source, areas, ["Zephyrine"]).against == ()


def test_fonts_of_parts_that_use_other_letters_stay_apart() -> None:
    pdfmetrics.registerFont(TTFont("LiberationSans", _SANS))
    source = _long(90, "LiberationSans")
    areas = [Area(number, (65.0, 86.0, 190.0, 104.0)) for number in range(1, 41)]
    burned = burn(source, areas).pdf
    with pikepdf.open(io.BytesIO(burned)) as pdf:
        programs = [
            len(font.FontDescriptor.FontFile2.read_bytes())
            for page in pdf.pages
            for name, font in page.obj.Resources.Font.items()
            if name != "/Kept"
        ]
    assert len(programs) == 90
    assert programs[0] == programs[39] < programs[40] == programs[89]
    assert weigh(burned, source, areas, []).against == ()
