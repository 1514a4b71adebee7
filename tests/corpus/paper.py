"""Pages to hide something in: three lines with a name that is seen, and room for a trick."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from tests.corpus.case import NAME

Change = Callable[[Pdf, Page], None]
SIZE = (420, 300)

SEEN = (
    f"BT /F 12 Tf 40 260 Td (Record of a visit on Tuesday morning) Tj "
    f"0 -20 Td (Present were {NAME} and the warden.) Tj "
    f"0 -20 Td (They talked about the garden and left.) Tj ET\n"
).encode()
UNNAMED = (
    b"BT /F 12 Tf 40 260 Td (Record of a visit on Tuesday morning) Tj "
    b"0 -20 Td (Present was the warden.) Tj "
    b"0 -20 Td (They talked about the garden and left.) Tj ET\n"
)


def helvetica(**more: Any) -> Dictionary:
    """Return a font that nobody embeds."""
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
        **more,
    )


def put(page: Page, kind: str, name: str, value: Object) -> None:
    """Add a resource to a page."""
    resources = page.obj.Resources
    if f"/{kind}" not in resources:
        resources[f"/{kind}"] = Dictionary()
    resources[f"/{kind}"][f"/{name}"] = value


def sheet(
    extra: bytes = b"",
    change: Change | None = None,
    *,
    seen: bytes = SEEN,
    before: bytes = b"",
    resources: Mapping[str, Any] | None = None,
    size: tuple[float, float] = SIZE,
    finish: Change | None = None,
    **saving: Any,
) -> bytes:
    """Return a one-page PDF: what is `before`, the lines that are seen, what is `extra`.

    `change` may alter everything before the contents are set down, `finish` after it.
    """
    with Pdf.new() as pdf:
        page = pdf.add_blank_page(page_size=size)
        del page.obj.Contents
        page.obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(helvetica())))
        for kind, value in (resources or {}).items():
            page.obj.Resources[f"/{kind}"] = value
        if change:
            change(pdf, page)
        if "/Contents" not in page.obj:
            page.obj.Contents = pdf.make_stream(before + seen + extra)
        if finish:
            finish(pdf, page)
        out = io.BytesIO()
        pdf.save(out, **saving)
        return out.getvalue()


def line(text: str, x: float = 40, y: float = 180, size: float = 12, *, font: str = "F") -> bytes:
    """Return one line of text in a font of one byte a letter."""
    safe = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({safe}) Tj ET\n".encode("cp1252")


def form(pdf: Pdf, content: bytes, **keys: Any) -> Object:
    """Return a form XObject as large as the page, with the page's font unless told otherwise."""
    keys.setdefault("BBox", Array([0, 0, *SIZE]))
    if "Resources" not in keys:
        keys["Resources"] = Dictionary(Font=Dictionary(F=helvetica()))
    elif keys["Resources"] is None:
        del keys["Resources"]
    return pdf.make_indirect(pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, **keys))


def raw(objects: Mapping[int, bytes], *, before: bytes = b"", after: bytes = b"") -> bytes:
    """Return a PDF set down byte for byte, with a right cross-reference; object 1 is the root."""
    out = bytearray(before + b"%PDF-1.7\n")
    start = len(before)
    offsets = {}
    for number, body in objects.items():
        offsets[number] = len(out) - start
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    at = len(out) - start
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += (
            b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00000 f \n"
        )
    out += b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, at)
    return bytes(out + after)


def raw_stream(content: bytes, keys: bytes = b"") -> bytes:
    """Return the body of a stream object."""
    return b"<<" + keys + b"/Length %d>>\nstream\n" % len(content) + content + b"\nendstream"


def raw_page(content: bytes, page: bytes = b"", **more: bytes) -> dict[int, bytes]:
    """Return the objects of a plain one-page PDF, to be spoilt."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    return {
        1: b"<</Type/Catalog/Pages 2 0 R" + more.get("root", b"") + b">>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %d %d]/Resources<</Font<</F 4 0 R>>>>" % SIZE
        + b"/Contents 5 0 R"
        + page
        + b">>",
        4: font,
        5: raw_stream(content),
    }
