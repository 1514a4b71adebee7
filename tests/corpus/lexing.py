"""Leak 41: what two programs read differently in the same bytes."""

from __future__ import annotations

from tests.corpus.case import NAME, torture
from tests.corpus.paper import SEEN, SIZE, line, raw, raw_page, raw_stream, sheet

SHOW = f"({NAME}) Tj".encode()
OR_NOT = "programs differ about it"


@torture(
    41,
    refused=OR_NOT,
    each=[
        ("two-signs", b"--5"),
        ("plus-minus", b"+-5"),
        ("sign-inside", b"5-3"),
        ("point-only", b"."),
        ("two-points", b"1.2.3"),
        ("exponent", b"1e2"),
        ("sign-only", b"-"),
        ("huge", b"99999999999999"),
        ("radix", b"16#28"),
        ("comma", b"4,0"),
    ],
)
def after_a_malformed_number(number: bytes) -> bytes:
    """A number that one program takes for nought, another for five, another for nothing."""
    return sheet(b"BT /F 12 Tf 40 180 Td " + number + b" 0 Td " + SHOW + b" ET\n")


@torture(
    41,
    refused=OR_NOT,
    each=[
        (
            "ei-inside",
            b"BI/W 8/H 4/BPC 8/CS/G ID " + b"abcd EI efghijklmnopqrst   mnopqr" + b" EI\n",
        ),
        ("no-space", b"BI/W 2/H 1/BPC 8/CS/G ID ab\nEI" + b"\n"),
        (
            "text-inside",
            b"BI/W 40/H 1/BPC 8/CS/G ID \nEI BT /F 12 Tf 40 180 Td (no) Tj ET  0000 EI\n",
        ),
        ("long-keys", b"BI/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray ID ab EI\n"),
        ("filter-array", b"BI/W 2/H 1/BPC 8/CS/G/F[/AHx] ID 6162> EI\n"),
    ],
)
def after_an_inline_picture(image: bytes) -> bytes:
    """Where an inline picture ends is a guess; the name stands where guesses differ."""
    return sheet(b"q 40 0 0 20 300 20 cm " + image + b"Q\n" + line(NAME))


@torture(41, refused=OR_NOT)
def swallowed_by_an_inline_picture() -> bytes:
    """The picture says it is larger than it is, and swallows the name in one program."""
    return sheet(b"q BI/W 400/H 100/BPC 8/CS/G ID abc EI Q " + line(NAME))


@torture(
    41,
    refused=OR_NOT,
    each=[
        ("missing-end", b"[(a) (b) TJ "),
        ("end-alone", b"] TJ "),
        ("dictionary", b"<< /A 1 "),
        ("string", b"(never closed "),
        ("hex", b"<41 "),
        ("brace", b"{ } "),
        ("bracket-in-hex", b"<4<1> "),
    ],
)
def after_something_unclosed(start: bytes) -> bytes:
    """Brackets that nobody closes."""
    return sheet(b"BT /F 12 Tf 40 180 Td " + start + SHOW + b" ET\n")


@torture(
    41,
    each=[
        ("returns", b"\r"),
        ("nul", b"\x00"),
        ("formfeed", b"\x0c"),
        ("tabs", b"\t"),
    ],
)
def with_other_white_space(space: bytes) -> bytes:
    """White space that is not a space."""
    words = [b"BT", b"/F", b"12", b"Tf", b"40", b"180", b"Td", SHOW, b"ET", b""]
    return sheet(space.join(words))


@torture(41)
def without_white_space() -> bytes:
    """Nothing parts the tokens but themselves."""
    return sheet(b"BT/F 12 Tf 40 180 Td[(" + NAME.encode() + b")]TJ(.)Tj<41>Tj ET\n")


@torture(
    41,
    each=[("name", b"BT /#46 12 Tf 40 180 Td "), ("nested", b"BT /F 12 Tf 40 180 Td (a(b)c ) Tj ")],
)
def with_escapes_in_names(start: bytes) -> bytes:
    """A resource's name is written with escapes; brackets stand within brackets."""
    return sheet(start + SHOW + b" ET\n")


@torture(
    41,
    refused=OR_NOT,
    each=[
        ("no-et", b"BT /F 12 Tf 40 180 Td " + SHOW),
        ("no-bt", b"/F 12 Tf 40 180 Td " + SHOW + b" ET"),
        ("bt-in-bt", b"BT BT /F 12 Tf 40 180 Td " + SHOW + b" ET ET"),
        ("q-in-bt", b"BT q /F 12 Tf 40 180 Td " + SHOW + b" Q ET"),
        ("too-many-q", b"Q Q Q " + line(NAME)),
        ("q-never-ended", b"q q q 1 0 0 1 0 0 cm " + line(NAME)),
        ("no-font", b"BT 40 180 Td " + SHOW + b" ET"),
        ("font-missing", b"BT /Nope 12 Tf 40 180 Td " + SHOW + b" ET"),
        ("cm-in-bt", b"BT /F 12 Tf 1 0 0 1 40 180 cm " + SHOW + b" ET"),
        ("path-in-bt", b"BT /F 12 Tf 40 180 Td 10 10 5 5 re f " + SHOW + b" ET"),
        ("do-missing", b"/Nope Do " + line(NAME)),
        ("tj-number", b"BT /F 12 Tf 40 180 Td 12 Tj " + SHOW + b" ET"),
        ("tf-twice", b"BT /F 12 /F 0.01 Tf 40 180 Td " + SHOW + b" ET"),
        ("size-text", b"BT /F (12) Tf 40 180 Td " + SHOW + b" ET"),
    ],
)
def out_of_order(extra: bytes) -> bytes:
    """Operators where they may not stand: each program has its way."""
    return sheet(b"q\n", seen=SEEN) if not extra else sheet(extra + b"\n")


@torture(41, refused=OR_NOT)
def in_a_stream_without_an_end() -> bytes:
    """The word endstream is missing."""
    objects = raw_page(SEEN + line(NAME))
    objects[5] = objects[5].replace(b"\nendstream", b"")
    return raw(objects)


@torture(41, refused=OR_NOT, each=[("short", 60), ("long", 9000), ("negative", -1)])
def in_a_stream_of_a_wrong_length(length: int) -> bytes:
    """The length of the stream is not what it says: one program stops at it, another does not."""
    objects = raw_page(SEEN + line(NAME))
    content = SEEN + line(NAME)
    objects[5] = b"<</Length %d>>\nstream\n" % length + content + b"\nendstream"
    return raw(objects)


@torture(41, refused=OR_NOT)
def with_a_key_given_twice() -> bytes:
    """The page names its contents twice; the first counts for one program, the last for another."""
    objects = raw_page(SEEN)
    objects[6] = raw_stream(SEEN + line(NAME))
    objects[3] = objects[3].replace(b"/Contents 5 0 R", b"/Contents 5 0 R/Contents 6 0 R")
    return raw(objects)


@torture(41, refused=OR_NOT)
def with_an_object_given_twice() -> bytes:
    """Two objects have one number; the table says which, and a mender takes the other."""
    made = raw(raw_page(SEEN))
    spot = made.index(b"xref\n0")
    other = b"5 0 obj\n" + raw_stream(SEEN + line(NAME)) + b"\nendobj\n"
    moved = made[:spot] + other + made[spot:]
    return moved.replace(b"startxref\n%d" % spot, b"startxref\n%d" % (spot + len(other)))


@torture(41, refused=OR_NOT, each=[("no-table", b""), ("wrong-table", b"1")])
def without_a_right_table(how: bytes) -> bytes:
    """The cross-reference is missing or wrong: everybody mends it by themselves."""
    made = raw(raw_page(SEEN + line(NAME)))
    spot = made.index(b"xref\n0")
    if not how:
        return made[:spot] + made[made.index(b"trailer") :].replace(b"startxref\n%d\n" % spot, b"")
    return made.replace(b"0000000", b"0000009", 3)


@torture(
    41,
    refused=OR_NOT,
    each=[
        ("loop", b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>"),
        ("count", b"<</Type/Pages/Kids[3 0 R]/Count 7>>"),
        ("no-count", b"<</Type/Pages/Kids[3 0 R]>>"),
        ("twice", b"<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>"),
        ("untyped", b"<</Kids[3 0 R]/Count 1>>"),
        ("null", b"<</Type/Pages/Kids[null 3 0 R 99 0 R]/Count 3>>"),
    ],
)
def in_a_strange_tree(pages: bytes) -> bytes:
    """The tree of pages has loops, wrong counts or pages twice."""
    objects = raw_page(SEEN + line(NAME))
    objects[2] = pages
    return raw(objects)


@torture(41)
def with_contents_of_references() -> bytes:
    """Contents, length and resources are references to references' objects."""
    content = SEEN + line(NAME)
    objects = raw_page(b"")
    objects[3] = b"<</Type/Page/Parent 2 0 R/MediaBox 6 0 R/Resources 7 0 R/Contents 8 0 R>>"
    objects[5] = b"<</Length 9 0 R>>\nstream\n" + content + b"\nendstream"
    objects[6] = b"[0 0 %d %d]" % SIZE
    objects[7] = b"<</Font 10 0 R>>"
    objects[8] = b"[5 0 R]"
    objects[9] = b"%d" % len(content)
    objects[10] = b"<</F 4 0 R>>"
    return raw(objects)


@torture(41, refused=OR_NOT)
def with_a_filter_unknown() -> bytes:
    """One of two contents streams has a filter that nobody knows."""
    objects = raw_page(SEEN)
    objects[3] = objects[3].replace(b"/Contents 5 0 R", b"/Contents[5 0 R 6 0 R]")
    objects[6] = raw_stream(line(NAME), b"/Filter/Xyz")
    return raw(objects)


@torture(
    41, each=[("hex", b"/ASCIIHexDecode"), ("run", b"/RunLengthDecode"), ("lzw", b"/LZWDecode")]
)
def in_a_stream_of_another_coding(coding: bytes) -> bytes:
    """The contents are coded by an old filter."""
    content = SEEN + line(NAME)
    coded = {
        b"/ASCIIHexDecode": content.hex().encode() + b">",
        b"/RunLengthDecode": b"".join(bytes([0, byte]) for byte in content) + b"\x80",
        b"/LZWDecode": _lzw(content),
    }[coding]
    objects = raw_page(b"")
    objects[5] = raw_stream(coded, b"/Filter" + coding)
    return raw(objects)


def _lzw(content: bytes) -> bytes:
    """Return the bytes as LZW, with a clear before the table ever grows."""
    bits = ""
    for at, byte in enumerate(content):
        if at % 200 == 0:
            bits += f"{256:09b}"
        bits += f"{byte:09b}"
    bits += f"{257:09b}"
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
