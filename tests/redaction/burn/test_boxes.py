"""Boxes as they are painted."""

from PIL import Image, ImageDraw

from redaction.areas import Area, overlap
from redaction.burn.boxes import boxes_to_paint


def test_boxes_that_lie_over_one_another_become_one_also_with_ink_beside_them() -> None:
    # Two rows of a table on a scan that stands a little askew, a rule beside them.
    page = Image.new("L", (300, 200), 255)
    ImageDraw.Draw(page).rectangle((10, 90, 39, 100), fill=0)
    above = Area(1, (40.0, 60.0, 120.0, 84.0), "another person", "R01")
    below = Area(1, (20.0, 78.0, 120.0, 104.0), "another person", "R07")
    (box,) = boxes_to_paint([above, below], page, 1.0)
    assert overlap(box.box, (20.0, 60.0, 120.0, 104.0)) == 100 * 44
    assert (box.label, box.code) == ("another person", "R01, R07")
    other = Area(1, (20.0, 78.0, 120.0, 104.0), "a professional", "R07")
    assert len(boxes_to_paint([above, other], page, 1.0)) == 2


def test_a_box_takes_the_white_space_before_it_and_not_the_comma_behind_it() -> None:
    page = Image.new("L", (300, 60), 255)
    draw = ImageDraw.Draw(page)
    draw.rectangle((0, 10, 9, 21), fill=0)  # a word far before it
    draw.rectangle((80, 19, 80, 21), fill=0)  # a comma, one pixel wide, where the box ends
    draw.rectangle((110, 10, 150, 21), fill=0)
    (box,) = boxes_to_paint([Area(1, (40.0, 10.0, 80.0, 22.0), "another person")], page, 1.0)
    assert box.box[2] == 80.0
    assert box.box[0] < 40.0


def test_boxes_of_two_lines_that_overlap_by_a_rim_take_no_word_of_either() -> None:
    """On a noisy scan letters reach a little higher and lower, and no line is white."""
    page = Image.new("L", (400, 100), 180)
    draw = ImageDraw.Draw(page)
    draw.rectangle((155, 22, 165, 32), fill=60)  # "of", before an address
    draw.rectangle((122, 38, 137, 48), fill=60)  # "and", between two names
    areas = [
        Area(1, box, "another person")
        for box in (
            (62.0, 20.0, 152.0, 36.0), (168.0, 20.0, 230.0, 36.0),
            (49.0, 35.0, 119.0, 51.0), (140.0, 35.0, 193.0, 51.0),
        )
    ]  # fmt: skip
    painted = [area.box for area in boxes_to_paint(areas, page, 1.0)]
    for word in ((155.0, 22.0, 165.0, 32.0), (122.0, 38.0, 137.0, 48.0)):
        assert [overlap(box, word) for box in painted] == [0.0] * 4


def test_boxes_that_lie_deep_in_one_another_become_one_whatever_is_beside_them() -> None:
    page = Image.new("L", (300, 200), 180)
    above = Area(1, (40.0, 60.0, 120.0, 84.0), "another person")
    below = Area(1, (20.0, 74.0, 120.0, 98.0), "another person")
    assert [a.box for a in boxes_to_paint([above, below], page, 1.0)] == [(20.0, 60.0, 120.0, 98.0)]
