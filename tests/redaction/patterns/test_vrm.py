"""Vehicle registration marks: what must be seen, and what must be ignored."""

from collections.abc import Callable

import pytest

from redaction.detectors.patterns.vrm import VrmDetector


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He drove off in AB12 CDE.", "AB12 CDE"),
        ("AB12CDE", "AB12CDE"),
        ("a blue Corsa, AB12\nCDE", "AB12\nCDE"),
        ("a white van, reg ab12 cde", "ab12 cde"),
        ("parked: P123 XYZ", "P123 XYZ"),
        ("a blue Ford Fiesta R45 BCD outside", "R45 BCD"),
        ("his car ABC 123D", "ABC 123D"),
        ("the vehicle (XIZ 4321)", "XIZ 4321"),
        ("registration number: ABC 1", "ABC 1"),
        ("plate T4 RIQ", "T4 RIQ"),
        ("reg: 123 ABC", "123 ABC"),
    ],
)
def test_registration_marks_are_seen(
    text: str, found: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == [(found, "redact")]


@pytest.mark.parametrize(
    "text",
    [
        "MOVED FROM SE15 THE SAME DAY",
        "M60 and A1 are roads",
        "form P45 and P60",
        "room B12 for the meeting",
        "she lives in NE12 4AB",
        "ABC 123D without a word",
        "ab12 cde without a word",
        "50 for the car park",
        "drove for 20 min",
        "in room AB12\nCDE was written",
        "KS2 SAT results",
        "by car in 1987",
        "parked at NE12 4AB",
    ],
)
def test_what_looks_like_one_is_ignored(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Mo was stopped in MX66 WXB with Jo", "MX66 WXB"),
        ("given lifts in CE66 THY. Then", "CE66 THY"),
        ("stopped in FP12RSQ with Jo", "FP12RSQ"),
        ("black BMW AB12 C0E outside", "AB12 C0E"),
        ('partial reg "YT1 7KL"', "YT1"),
        ("blue Corsa NL19 ZQI", "NL19 ZQI"),  # letters that are never given out
        ("reg QX12 ABC", "QX12 ABC"),
        ("car reg: NL-19-ABC", "NL-19-ABC"),
        ("VRM NL 19 ABC", "NL 19 ABC"),
        ("registration NLI9 ABC", "NLI9 ABC"),  # misread
        ("reg beginning NL19", "NL19"),
    ],
)
def test_marks_that_are_made_up_misread_or_parted_otherwise_are_seen_where_a_car_is_spoken_of(
    text: str, mark: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == [(mark, "redact")]


def test_such_letters_are_nothing_where_no_car_is_spoken_of(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    assert seen(VrmDetector(), "Form QX12 ABC was sent in.") == []


def test_older_marks_are_seen_in_capitals_where_the_sentence_before_speaks_of_a_car(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    text = "A car was outside again all evening, and nobody got out of it. She wrote down {}."
    assert seen(VrmDetector(), text.format("B123 XYZ")) == [("B123 XYZ", "redact")]
    assert seen(VrmDetector(), text.format("XYZ 123D")) == [("XYZ 123D", "redact")]
    assert seen(VrmDetector(), text.format("b123 xyz")) == []
    assert seen(VrmDetector(), "She wrote down B123 XYZ.") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("He drives MX64 PBU and his telephone", "MX64 PBU"),
        ("Vehicle YK58 AYE. He lives", "YK58 AYE"),
        ("Morris Minor, ABC 123D", "ABC 123D"),
        ("reg SK06 FK3", "SK06 FK3"),
        ("reg 5K06 FKE", "5K06 FKE"),
    ],
)
def test_marks_whose_letters_are_words_or_misread_are_seen_beside_a_car(
    text: str, mark: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == [(mark, "redact")]


def test_a_part_of_london_in_a_line_of_capitals_is_no_mark(
    seen: Callable[..., list[tuple[str, str]]],
) -> None:
    assert seen(VrmDetector(), "CAR PARKED NEAR SE15 THE FLAT") == []


@pytest.mark.parametrize(
    ("text", "mark", "propose"),
    [
        # Its last letters may be a word: the first are none, and a car is spoken of.
        ("The car is a grey hatchback, wu15 hug.", "wu15 hug", "redact"),
        ("a blue corsa yd63 fed, again", "yd63 fed", "redact"),
        ("a parking permit for MX15 SYQ", "MX15 SYQ", "redact"),
        # Made up, with a letter that is never given out.
        ("the car outside (ab12 cdq) is his", "ab12 cdq", "redact"),
        # Of no car, but of what cars do.
        ("ab12 cde was outside all night", "ab12 cde", "ask"),
        ("she saw them get in, yd63 kfp, and go", "yd63 kfp", "ask"),
    ],
)
def test_marks_in_small_letters_are_seen(
    text: str, mark: str, propose: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == [(mark, propose)]


@pytest.mark.parametrize(
    "text",
    [
        "he was outside in 12 hug sessions",
        "the car cost of 15 fed mouths",
        "outside at 20 the van",
        "ab00 cde was outside",  # no year of a mark
        "the car was seen by 12 and not before",
        "he was outside at ab12 cdq",  # and of no car
        "the van was in 15 qqs",
    ],
)
def test_small_words_about_figures_are_no_mark(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == []


@pytest.mark.parametrize(
    ("text", "mark", "propose"),
    [
        ("blue Cortina, JBF 412N", "JBF 412N", "redact"),
        ("car no. JBF 412", "JBF 412", "redact"),
        ("Morris Minor 412 JBF", "412 JBF", "ask"),
        ("a black Austin, BF 4127", "BF 4127", "ask"),
        ("his motor-cycle 412 BF", "412 BF", "ask"),
        ("trade plates 123 AB", "123 AB", "ask"),
        ("trade plate no 01234", "01234", "ask"),
        ("reg ends JBF", "JBF", "ask"),
        ("a van, plate starting with NM0", "NM0", "redact"),
        ("number plate N M 0 5 K X R", "N M 0 5 K X R", "redact"),
        ("registration mark NM05.KXR", "NM05.KXR", "redact"),
        ("a van, index UBF 41 S", "UBF 41 S", "redact"),
        ("personalised plate DE4N M", "DE4N M", "redact"),
        ("V.R.M P 412 JBF", "P 412 JBF", "redact"),
        ("He drove off in his Rover 75 W 12 JBF", "W 12 JBF", "redact"),
    ],
)
def test_marks_as_people_write_them_are_seen(
    text: str, mark: str, propose: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == [(mark, propose)]


@pytest.mark.parametrize(
    "text",
    [
        "a Golf 16 GTI",
        "a Ford Transit 250 LWB",
        "Morris Minor 1000",
        "the car did 30 MPH",
        "a van 12 PM",
        "Audi TT 2",
        "Rover 75",
        "the plate 12 of food",
        "registered in Class 4 ABC",
        "J 12 MAY he left",
        "the term ends MAY",
        "reg 46 inspection",
        "the cycle of care",
    ],
)
def test_models_and_words_behind_a_car_are_no_mark(
    text: str, seen: Callable[..., list[tuple[str, str]]]
) -> None:
    assert seen(VrmDetector(), text) == []
