"""Letters and figures that scanners take for each other, wherever they stand in a text."""

import pytest

from redaction.lookalikes import as_figures, as_misread


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("0wen", {"owen"}),
        ("Owen Hil1", {"Owen Hill", "Owen Hili"}),
        ("Hil1\nOwen", {"Hill\nOwen", "Hili\nOwen"}),
        ("Hami1ton", {"Hamilton", "Hamiiton"}),
        ("Jos\u00e91 rang", {"Jos\u00e9l rang", "Jos\u00e9i rang"}),
        ("WA1KER", {"WAlKER", "WAiKER"}),
        ("lan rang", {"Ian rang"}),
        ("She saw lan", {"She saw Ian"}),
        ("MaIcolm Ma\u00d7", {"Malcolm Ma\u00d7"}),
        ("Flat 1, 10 May, all well", set()),
    ],
)
def test_letters_read_as_others_are_put_right(text: str, right: set[str]) -> None:
    assert set(as_misread(text)) == right


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("O7700 900123", "07700 900123"),
        ("07700 9O0123", "07700 900123"),
        ("07700 9012S", "07700 9012S"),
        ("12345S", "123455"),
        ("born l2/05/2014", "born 12/05/2014"),
        ("12/O5/2014\n", "12/05/2014\n"),
        ("123l", "1231"),
        ("AB-1S", "AB-15"),
        ("Oslo, Bill Sims", "Oslo, Bill Sims"),
    ],
)
def test_figures_read_as_letters_are_put_right(text: str, right: str) -> None:
    assert as_figures(text) == right
