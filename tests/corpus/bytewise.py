"""Leaks 28, 29, 33, 35 and 36: older revisions, orphans, junk, locks, comments in contents."""

from __future__ import annotations

import zlib
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Page, Pdf, Permissions

from tests.corpus.case import NAME, REFUSED, torture
from tests.corpus.paper import SEEN, UNNAMED, line, raw, raw_page, raw_stream, sheet


def _appended(base: bytes, number: int, body: bytes) -> bytes:
    """Return a file with a newer revision of one object at its end."""
    last = base.rindex(b"startxref")
    before = int(base[last:].split()[1])
    size = int(base[base.rindex(b"/Size") + 5 :].split(b"/")[0])
    at = len(base)
    new = b"%d 0 obj\n" % number + body + b"\nendobj\n"
    xref = at + len(new)
    return (
        base
        + new
        + b"xref\n%d 1\n%010d 00000 n \n" % (number, at)
        + b"trailer\n<</Size %d/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
        % (size, before, xref)
    )


@torture(28, stays=("Tuesday", "warden", "garden"))
def in_an_older_revision() -> bytes:
    """The page was saved again without the name; the first version is still there."""
    return _appended(raw(raw_page(SEEN)), 5, raw_stream(UNNAMED))


@torture(28)
def in_a_newer_revision() -> bytes:
    """The name came with the second version."""
    return _appended(raw(raw_page(UNNAMED)), 5, raw_stream(SEEN))


@torture(28)
def in_the_middle_of_three_revisions() -> bytes:
    """Only the second of three versions has the name twice."""
    once = _appended(raw(raw_page(UNNAMED)), 5, raw_stream(SEEN + line(NAME)))
    return _appended(once, 5, raw_stream(SEEN))


@torture(28)
def in_a_linearised_file() -> bytes:
    """The file is laid out for the web, and has hints and two tables."""
    return sheet(line(NAME), linearize=True)


@torture(28)
def in_an_object_stream() -> bytes:
    """Everything but the streams lies compressed in object streams."""

    def finish(pdf: Pdf, page: Page) -> None:
        pdf.Root.Zzz = pdf.make_indirect(pikepdf.String(NAME))

    return sheet(line(NAME), finish=finish, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@torture(28)
def in_a_hybrid_file() -> bytes:
    """A table for old readers hides an object that a stream for new ones shows."""
    objects = raw_page(SEEN)
    objects[6] = raw_stream(f"({NAME})".encode())
    made = raw(objects)
    at = made.rindex(b"xref\n0")
    hidden = made.index(b"6 0 obj")
    stream_at = len(made)
    row = bytes([1]) + hidden.to_bytes(4, "big") + b"\0"
    stream = (
        b"7 0 obj\n"
        + raw_stream(row, b"/Type/XRef/W[1 4 1]/Index[6 1]/Size 8/Root 1 0 R")
        + b"\nendobj\n"
    )
    xref = stream_at + len(stream)
    return (
        made
        + stream
        + (
            b"xref\n0 0\ntrailer\n<</Size 8/Root 1 0 R/Prev %d/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n"
            % (at, stream_at, xref)
        )
    )


@torture(29)
def in_an_orphan() -> bytes:
    """An object that nothing refers to."""
    objects = raw_page(SEEN)
    objects[9] = b"(" + NAME.encode() + b")"
    return raw(objects)


@torture(29)
def in_an_orphaned_stream() -> bytes:
    """A compressed stream that nothing refers to."""
    objects = raw_page(SEEN)
    objects[9] = raw_stream(zlib.compress(SEEN), b"/Filter/FlateDecode")
    return raw(objects)


@torture(
    29,
    each=[
        ("plain", NAME.encode()),
        ("utf-16", NAME.encode("utf-16-be")),
        ("hex", NAME.encode().hex().encode()),
    ],
)
def before_the_header(junk: bytes) -> bytes:
    """The file does not begin where the document does."""
    return raw(raw_page(SEEN), before=junk + b"\n")


@torture(
    29, each=[("plain", NAME.encode()), ("packed", zlib.compress(NAME.encode())), ("pdf", None)]
)
def after_the_end(junk: bytes | None) -> bytes:
    """The file goes on after its end, perhaps with another one."""
    return raw(raw_page(SEEN), after=raw(raw_page(SEEN)) if junk is None else junk)


@torture(29)
def between_objects() -> bytes:
    """A comment lies between two objects, and one after the header."""
    made = raw(raw_page(SEEN))
    spot = made.index(b"4 0 obj")
    note = b"% " + NAME.encode() + b"\n"
    return made[:spot] + note + made[spot:].replace(b"startxref", note + b"startxref")


@torture(29)
def in_the_gap_of_a_stream() -> bytes:
    """A stream is longer than it says."""
    objects = raw_page(SEEN)
    objects[5] = raw_stream(SEEN).replace(b"\nendstream", NAME.encode() + b"\nendstream")
    return raw(objects)


@torture(35, each=[("rc4", 4), ("aes", 6)])
def locked_for_its_owner(level: Literal[4, 6]) -> bytes:
    """Anybody may read it, nobody may change it: that is no protection."""
    allow = Permissions(extract=False, modify_other=False)
    return sheet(
        line(NAME),
        encryption=Encryption(owner="secret", user="", R=level, allow=allow, aes=level > 3),
    )


@torture(35, may=frozenset({REFUSED}), because="nobody gave its password")
def locked_for_its_reader() -> bytes:
    """Nobody may read it without a password."""
    return sheet(line(NAME), encryption=Encryption(owner="secret", user="secret", R=6))


@torture(
    36,
    each=[
        ("plain", b"% Zephyrine Quaxley\n"),
        ("in-an-object", b"BT % Zephyrine Quaxley\n ET\n"),
        ("in-an-array", b"BT /F 12 Tf 40 180 Td [(a) % Zephyrine Quaxley\n (b)] TJ ET\n"),
        ("return-only", b"%Zephyrine Quaxley\r"),
    ],
)
def in_a_comment(extra: bytes) -> bytes:
    """A comment among the instructions."""
    return sheet(extra)


@torture(
    36,
    each=[
        ("compatible", b"BX (Zephyrine Quaxley) Zz EX\n"),
        ("unknown", b"(Zephyrine Quaxley) Zz\n"),
        ("called", b"BX /ZephyrineQuaxley Zz EX ZephyrineQuaxley\n"),
        ("operand", b"(Zephyrine Quaxley) q Q\n"),
        ("too-many", b"(Zephyrine Quaxley) 1 0 0 RG\n"),
        ("at-the-end", b"(Zephyrine Quaxley)"),
        ("dictionary", b"<</A (Zephyrine Quaxley)>> n\n"),
        ("graphics-state-name", b"/ZephyrineQuaxley gs\n"),
        ("colour-name", b"/ZephyrineQuaxley cs\n"),
        ("intent", b"/ZephyrineQuaxley ri\n"),
        ("form-name", b"/ZephyrineQuaxley Do\n"),
    ],
)
def in_an_operand_of_nothing(extra: bytes) -> bytes:
    """Words that belong to no operator that would show them."""
    return sheet(extra)


@torture(36)
def in_the_digits_of_numbers() -> bytes:
    """The letters' codes stand behind the points of coordinates."""
    digits = " ".join(f"{i}.000{ord(c):03d} 0 m {i}.5 0 l S" for i, c in enumerate(NAME))
    return sheet(f"q 0.1 w {digits} Q\n".encode())


@torture(33)
def with_dates_and_producer() -> bytes:
    """Dates, zone and producer tie the file to a machine."""

    def change(pdf: Pdf, page: Page) -> None:
        pdf.docinfo["/CreationDate"] = "D:20261102093000+01'00'"
        pdf.docinfo["/Producer"] = f"Scanner of {NAME}"
        page.obj.LastModified = pikepdf.String("D:20261102093000Z")

    return sheet(change=change)


@torture(29)
def in_a_page_taken_out() -> bytes:
    """A page was taken out of the tree, and its object left."""

    def finish(pdf: Pdf, page: Page) -> None:
        gone = pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, 420, 300]),
                Contents=pdf.make_stream(SEEN),
                Resources=page.obj.Resources,
                Parent=pdf.Root.Pages,
            )
        )
        pdf.Root.Zzz = Array([gone])

    return sheet(finish=finish)
