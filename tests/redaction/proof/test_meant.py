r"""The proof reads what a text stands for that shows the codes of letters."""

import pytest

from redaction.proof.meant import as_meant
from redaction.proof.needles import found, needle_of

SHOWN = [
    "https://example.org/%5Aephyrine",
    "=5Aephyrine",
    "Zephy=\nrine",
    "&#90;ephyrine",
    "&#x5a;ephyrine",
    r"\u005aephyrine",
    r"\x5aephyrine",
    r"\u{5a}ephyrine",
    r"\U0000005aephyrine",
    "**Zeph**yrine",
    "Ze_phyr_ine",
    r"Zephy\rine",
    "[U+001B][31mZeph[U+001B][0myrine",
    "ZephX[U+0008]yrine",
    '="Zephy"&"rine"',
    "> Zephy\u2013\n> rine",
]


@pytest.mark.parametrize("text", SHOWN)
def test_a_name_of_which_codes_are_shown_is_found_where_a_text_is_meant_to_be_read(
    text: str,
) -> None:
    assert list(found(f"for {text} now", [needle_of("Zephyrine")], words=True)) == [0]


def test_text_without_codes_is_what_it_is() -> None:
    plain = "5 % of 3 * 4 = 12; C:\\ and R&D, snake case, \u00a310"
    assert as_meant(plain) == plain
    assert as_meant("caf%C3%A9 and caf%E9") == "caf\u00e9 and caf\u00e9"
    assert as_meant(r"\ud800 \U99999999") == r"\ud800 \U99999999".replace("\\u", "u").replace(
        "\\U", "U"
    )


def test_a_text_is_read_with_and_without_what_is_struck_out_in_it() -> None:
    for struck in ("Ze[struck out: XX]phyra", "Ze~~XX~~phyra", "ZeX\u0336X\u0336phyra"):
        assert "Zephyra" in as_meant(struck).split()
    for partly in ("Ze[struck out: phy]ra", "Ze~~phy~~ra"):
        assert "Zephyra" in as_meant(partly).split()
        assert "Zera" in as_meant(partly).split()
