"""A name in the bytes of a file is found, whatever it is written as."""

import base64
import zlib

import pytest

from redaction.proof.needles import needle_of
from redaction.proof.octets import in_octets


def stream(data: bytes, heading: bytes = b"<</Length 0>>") -> bytes:
    return b"1 0 obj\n" + heading + b"\nstream\n" + data + b"\nendstream\nendobj\n"


NAME = b"Zephyrine"
HEX = NAME.hex().encode()


@pytest.mark.parametrize(
    "file",
    [
        NAME,
        b"%PDF-1.7\n%%EOF\n" + NAME,
        b"(\\132\\145phy\\\nrine)",
        b"(Zephy) Tj (rine) Tj",
        b"[(Ze) -20 (phy) 5 <72696e65>] TJ",
        b"/Z#65phyrine gs",
        b"<</URI (https://example.org/%5Aephyrine)>>",
        b"<dc:title>&#x5A;ephyrine</dc:title>",
        b"<" + HEX + b">",
        b"data " + HEX.upper() + b" end",
        b"<FEFF" + NAME.decode().encode("utf-16-be").hex().encode() + b">",
        NAME.decode().encode("utf-16-be"),
        b"x" + NAME.decode().encode("utf-16-le"),
        base64.b64encode(b"a letter about Zephyrine Quill"),
        b"data:image/png;base64," + base64.b64encode(b".. Zephyrine"),
        stream(zlib.compress(NAME)),
        stream(zlib.compress(b"2 beginbfchar <01> <005A00650070006800790072> <0069006E0065>")),
        stream(base64.a85encode(zlib.compress(NAME)) + b"~>"),
        stream(zlib.compress(HEX + b">").hex().encode() + b">"),
        stream(zlib.compress(zlib.compress(zlib.compress(NAME)))),
        stream(zlib.compress(b"q Q") + NAME),
        stream(bytes([8]) + NAME + bytes([128]), b"<</Filter /RunLengthDecode>>"),
        stream(zlib.compress(b"BT (x) Tj ET " * 50 + NAME)[:-1] + b"!"),  # its sum is wrong
        b"1 0 obj\n<<>>\nstream\n" + zlib.compress(NAME),  # it never ends
        stream(bytes(range(128, 256)) * 40 + b"/CN=Zephyrine" + bytes(range(128, 256)) * 40),
        stream(bytes(range(128, 256)) * 40 + "Zephyrine".encode("utf-16-be") + bytes(range(128))),
    ],
)  # fmt: skip
def test_a_name_is_found(file: bytes) -> None:
    needles = [needle_of("somebody"), needle_of("zephyrine")]
    assert list(in_octets(file, needles, binary=True)) == [1]


@pytest.mark.parametrize(
    "file",
    [
        b"(contactZephyrineQuaxley) Tj",
        b"[(contactZe) -20 (phyrineQ) 5 (uaxley)] TJ",
        b"<dc:title>contactZephyrineQuaxley</dc:title>",
        b'<rdf:li dc:title="contactZephyrineQuaxley"/></rdf:Bag>',
        stream(b"q BT [<" + b"contactZephyrineQuaxley".hex().upper().encode() + b">] TJ ET"),
    ],
)  # fmt: skip
def test_a_name_that_ran_into_others_is_found_in_what_a_file_says(file: bytes) -> None:
    needles = [needle_of("somebody"), needle_of("zephyrine")]
    assert list(in_octets(file, needles, binary=True)) == [1]


@pytest.mark.parametrize(
    "file",
    [
        b"/BaseFont /TimesNewRomanPSMT",
        b"/DA (/TimesNewRoman 11 Tf 0 g)",
        b"/Registry (ABCDEF+BookRoman) def",
        b"(font: TimesNewRomanPSMT 11pt)",
        b"<pdf:BoldRomanInfo>x</pdf:BoldRomanInfo>",
        b'<x pdf:BoldRomanInfo="x"></x>',
        b"/BookRomanMark gs /hyphenRomanalt",
        b"(TimesNewRomania, aRoman\xe9e)",
    ],
)
def test_runs_of_words_that_the_format_is_made_of_are_no_name(file: bytes) -> None:
    assert list(in_octets(file, [needle_of("Roman")], binary=True)) == []


@pytest.mark.parametrize("name", ["Do", "Ann", "Page", "Dean"])
def test_a_short_name_is_not_found_where_it_stands_by_chance(name: str) -> None:
    noise = bytes((n * 151 + n // 256 * 7) % 256 for n in range(60_000))
    file = stream(noise) + stream(noise.replace(b"\x80", name.encode())) + b"/Type /Page q 1 Do"
    assert list(in_octets(file, [needle_of(name)], binary=True)) == []


@pytest.mark.parametrize("name", ["WO", "Al", "Ian"])
def test_a_short_name_is_not_found_in_the_greys_of_a_picture(name: str) -> None:
    grey = b"\0" * 300 + b"\x0f" + name.encode() + b"\x0f" + b"\0" * 300
    assert list(in_octets(stream(zlib.compress(grey * 20)), [needle_of(name)], binary=False)) == []
    written = f"Mr {name} came. ".encode("utf-16-be") * 20
    assert list(in_octets(stream(zlib.compress(written)), [needle_of(name)], binary=False)) == [0]


SHOWN = b"q\n1 0 0 1 0 0 cm\nBT\n/F1 11 Tf\n1 0 0 1 56 700.25 Tm\n[%b] TJ\nET\nQ"


def drawn(shown: bytes, odd: bytes = b"") -> bytes:
    return stream(zlib.compress(SHOWN % shown + odd))


def in_hex(text: bytes) -> bytes:
    return b"<" + text.hex().upper().encode() + b">"


@pytest.mark.parametrize(
    "shown",
    [
        in_hex(NAME),
        b" ".join(in_hex(bytes([letter])) + b" -12.5" for letter in NAME),
        in_hex(NAME.decode().encode("utf-16-be")),
    ],
)
def test_a_name_in_the_strings_of_instructions_is_found(shown: bytes) -> None:
    assert list(in_octets(drawn(shown), [needle_of("Zephyrine")], binary=False)) == [0]


@pytest.mark.parametrize("odd", [b"\n% Zephyrine", b"\n(Zephyrine) '", b" /Zephy#72ine gs"])
def test_a_name_among_instructions_is_found(odd: bytes) -> None:
    file = drawn(in_hex(b"x"), odd)
    assert list(in_octets(file, [needle_of("Zephyrine")], binary=False)) == [0]


def test_words_on_two_pages_that_stay_do_not_make_a_name() -> None:
    file = drawn(in_hex(b"Ann")) + drawn(in_hex(b"Quill"))
    assert list(in_octets(file, [needle_of("Ann Quill")], binary=False)) == []
    other = drawn(in_hex("Zo\u00eb Ann".encode("latin-1"))) + drawn(in_hex(b"Quill"))
    assert list(in_octets(other, [needle_of("Ann Quill")], binary=False)) == []


def test_everyday_words_at_the_ends_of_two_lines_do_not_make_a_name() -> None:
    """They are drawn by two instructions; a name in pieces is found nevertheless."""
    lines = drawn(in_hex(b"said that they may") + b"] TJ [" + in_hex(b"a good while"))
    assert list(in_octets(lines, [needle_of("Maya")], binary=False)) == []
    pieces = drawn(in_hex(b"said that M") + b" 3 " + in_hex(b"aya may"))
    assert list(in_octets(pieces, [needle_of("Maya")], binary=False)) == [0]
    kerned = drawn(in_hex(b"It was a") + b"] TJ [" + in_hex(b"A") + b" 74 " + in_hex(b"very"))
    assert list(in_octets(kerned, [needle_of("Avery")], binary=False)) == [0]
    loose = stream(zlib.compress(b"BT (they may) Tj T* (a while) Tj ET (M) Tj (aya) Tj"))
    assert list(in_octets(loose, [needle_of("Maya")], binary=False)) == [0]
    loose = stream(zlib.compress(b"BT (they may) Tj T* (a while) Tj ET [(A) 70 (very)] TJ"))
    assert list(in_octets(loose, [needle_of("Maya"), needle_of("Avery")], binary=False)) == [1]


def meanings(*pairs: tuple[int, str]) -> bytes:
    """Return what says of codes which letters they mean, as a released file has it."""
    lines = "".join(
        f"<{code:02X}> <{meant.encode('utf-16-be').hex().upper()}>\n" for code, meant in pairs
    )
    head = "begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n"
    return stream(
        zlib.compress(f"{head}{len(pairs)} beginbfchar\n{lines}endbfchar\nendcmap".encode())
    )


def test_letters_that_a_font_holds_are_nobodys_initials() -> None:
    letters = [(2, "l"), (1, "n"), (40, "o"), (3, "r"), (65, "\u2013"), (66, "D")]
    needles = [needle_of(name) for name in ("NO", "Ln", "AB", "DN")]
    assert list(in_octets(meanings(*letters), needles, binary=True)) == []


@pytest.mark.parametrize(
    "pairs",
    [
        [(1, "x"), (2, "Zephyrine"), (3, "y")],
        list(enumerate("Zephyrine", start=1)),
        [(code, "x") for code in b"Zephyrine"],
    ],
)
def test_a_name_in_what_a_font_says_of_its_codes_is_found(pairs: list[tuple[int, str]]) -> None:
    assert list(in_octets(meanings(*pairs), [needle_of("Zephyrine")], binary=True)) == [0]
