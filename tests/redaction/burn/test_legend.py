"""The codes of a page's boxes stand at its foot, and nothing else does."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pypdfium2
import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from redaction.areas import Area, BurnedDocument
from redaction.burn.burning import burn
from redaction.prove import Verdict, weigh

LINES = "BT /F1 12 Tf 40 200 Td (Visit by Zephyrine on Tuesday) Tj 0 -40 Td (It rained.) Tj ET"
NAME = (85.0, 85.0, 144.0, 105.0)


def removed(source: bytes, *areas: Area) -> tuple[BurnedDocument, Verdict]:
    result = burn(source, areas)
    return result, weigh(result.pdf, source, areas, ["zephyrine"])


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_foot_of_a_page_says_what_its_codes_are(
    turned: int, form: Callable[..., bytes], words: Callable[[bytes], str]
) -> None:
    x = {0: NAME, 90: (195, 85, 215, 144), 180: (256, 195, 315, 215), 270: (85, 256, 105, 315)}
    source = form(LINES, Rotate=turned)
    result, verdict = removed(source, Area(1, x[turned], "another person", "R01"))
    assert (result.pictures, verdict.against) == ((), ())
    assert words(result.pdf).endswith("Removed on this page: another person (R01)")


def test_each_code_is_said_once_and_a_page_without_codes_says_nothing(
    form: Callable[..., bytes], words: Callable[[bytes], str]
) -> None:
    source = form(LINES + " BT /F1 12 Tf 40 100 Td (Zephyrine and Zephyrine) Tj ET")
    areas = [
        Area(1, NAME, "another person", "R01"),
        Area(1, (38.0, 190.0, 98.0, 204.0), "another person", "R01"),
        Area(1, (122.0, 190.0, 190.0, 204.0), "a professional", "R02"),
    ]
    result, verdict = removed(source, *areas)
    assert (result.pictures, verdict.against) == ((), ())
    assert words(result.pdf).endswith(
        "Removed on this page: a professional (R02); another person (R01)"
    )
    plain, _ = removed(source, *(Area(1, area.box) for area in areas))
    assert "Removed on this page" not in words(plain.pdf)


def test_where_one_label_has_two_codes_each_narrow_box_says_its_own(
    form: Callable[..., bytes], words: Callable[[bytes], str]
) -> None:
    line = "Lee came with Ann and stayed until all of the tea was gone and it was dark"
    source = form(f"BT /F1 10 Tf 40 200 Td ({line}) Tj ET")
    areas = [
        Area(1, (40.5, 90.0, 56.0, 102.0), "another person", "R01"),
        Area(1, (107.5, 90.0, 123.5, 102.0), "another person", "R07"),
    ]
    result, verdict = removed(source, *areas)
    assert (result.pictures, verdict.against) == ((), ())
    drawn = PdfReader(io.BytesIO(result.pdf)).pages[0].extract_text()
    assert drawn.startswith("R01 came with R07 and stayed")
    assert words(result.pdf).endswith("Removed on this page: another person (R01, R07)")


def test_a_box_without_room_for_its_label_says_its_code(
    form: Callable[..., bytes], words: Callable[[bytes], str]
) -> None:
    source = form(LINES + " BT /F1 12 Tf 0 1 -1 0 300 120 Tm (Zephyrine) Tj ET")
    areas = [
        Area(1, NAME, "another person", "R01"),
        Area(1, (286.0, 100.0, 304.0, 182.0), "another person", "R01"),
    ]
    result, verdict = removed(source, *areas)
    assert (result.pictures, verdict.against) == ((), ())
    assert words(result.pdf).endswith(
        "It rained. [removed: another person] Removed on this page: another person (R01)"
    )


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize("pictures", [(), (1,)])
def test_a_page_that_is_full_to_its_foot_grows_by_a_strip_for_its_legend(
    turned: int,
    pictures: tuple[int, ...],
    form: Callable[..., bytes],
    words: Callable[[bytes], str],
) -> None:
    across = {0: NAME, 90: (195, 85, 215, 144), 180: (256, 195, 315, 215), 270: (85, 256, 105, 315)}
    dark = "q 0.7 g 0 0 400 300 re f Q "
    source = form(dark + LINES, Rotate=turned, MediaBox=[0, 0, 400, 300])
    areas = [Area(1, across[turned], "another person", "R01")]
    result = burn(source, areas, pictures)
    verdict = weigh(result.pdf, source, areas, ["zephyrine"])
    assert (len(result.pictures), verdict.against) == (len(pictures), ())
    assert words(result.pdf).endswith("Removed on this page: another person (R01)")
    before, after = (pypdfium2.PdfDocument(pdf)[0] for pdf in (source, result.pdf))
    assert after.get_width() == before.get_width()
    assert after.get_height() == before.get_height() + 24
    drawn = after.render(grayscale=True).to_pil()
    assert drawn.getpixel((5, before.get_height() + 20)) == 255
    assert drawn.getpixel((5, before.get_height() - 5)) in range(170, 188)


def test_a_page_does_not_grow_without_a_legend(form: Callable[..., bytes]) -> None:
    source = form("q 0.7 g 0 0 400 300 re f Q " + LINES)
    result, verdict = removed(source, Area(1, NAME, "another person"))
    assert verdict.against == ()
    assert pypdfium2.PdfDocument(result.pdf)[0].get_height() == 300
    other = burn(source, [Area(1, NAME, "another person", "R01")])
    verdict = weigh(other.pdf, source, [Area(1, NAME, "another person")], [])
    assert verdict.against == ("page 1 has another size than its source",)


def test_a_legend_that_says_something_else_is_not_proven(form: Callable[..., bytes]) -> None:
    source = form(LINES)
    result = burn(source, [Area(1, NAME, "another person", "R01")])
    verdict = weigh(result.pdf, source, [Area(1, NAME, "another person", "R07")], [])
    assert verdict.against == ("page 1 says something else at its foot than what its codes are",)


def test_a_box_that_says_something_else_to_programs_is_not_proven(
    form: Callable[..., bytes],
) -> None:
    source, areas = form(LINES), [Area(1, NAME, "another person", "R01")]
    out = io.BytesIO()
    with Pdf.open(io.BytesIO(burn(source, areas).pdf)) as pdf:
        [content] = pdf.pages[0].obj.Contents
        drawn = content.read_bytes()
        said = "[removed: another person]".encode("utf-16-be").hex().upper().encode()
        other = "[removed: Zephyrine]".encode("utf-16-be").hex().upper().encode()
        assert said in drawn
        content.write(drawn.replace(said, other))
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    against = weigh(out.getvalue(), source, areas, ["zephyrine"]).against
    assert any("can still be read" in why for why in against)
    assert "page 1 says something else in a box to programs than what its label is" in against


@pytest.mark.parametrize("pictures", [(), (1,)])
@pytest.mark.parametrize("base", [-13, -7])
def test_a_name_that_ran_over_the_foot_of_a_slide_stands_in_no_box_of_the_strip_below_it(
    base: int, pictures: tuple[int, ...], form: Callable[..., bytes], words: Callable[[bytes], str]
) -> None:
    full = f"{LINES} BT /F1 12 Tf 40 6 Td (The last line.) Tj 0 {base - 6} Td (Zephyrine) Tj ET"
    source = form(full)
    areas = [
        Area(1, NAME, "another person", "R01"),
        Area(1, (38.0, 290.0 - base, 98.0, 302.0 - base), "another person", "R01"),
    ]
    result = burn(source, areas, as_pictures=pictures)
    verdict = weigh(result.pdf, source, areas, ["zephyrine"])
    assert ([page for page, _ in result.pictures], verdict.against) == ([*pictures], ())
    assert "Removed on this page: another person (R01)" in words(result.pdf)
    drawn = pypdfium2.PdfDocument(result.pdf)[0].render(scale=2).to_pil().convert("L")
    assert set(drawn.crop((0, 602, 40, drawn.height)).getdata()) == {255}
    assert min(drawn.crop((0, 602, 400, drawn.height)).getdata()) < 140


def test_a_name_that_is_off_the_page_alone_needs_no_box(
    form: Callable[..., bytes], words: Callable[[bytes], str]
) -> None:
    source = form(f"{LINES} BT /F1 12 Tf 40 -40 Td (Quaxley was here) Tj ET")
    areas = [Area(1, (38.0, 328.0, 90.0, 344.0), "another person", "R01")]
    result = burn(source, areas)
    verdict = weigh(result.pdf, source, areas, ["quaxley"])
    assert (result.pictures, verdict.against) == ((), ())
    assert "quaxley" not in words(result.pdf).lower()
