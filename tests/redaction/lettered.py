"""Pages in a font that is made for them, and that says or shows what a test wants."""

from __future__ import annotations

import io
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Page, Pdf

from tests.corpus.letters import make

LINES = (
    "Mrs Quaxley came to the office at 10.30 on 18 June 2003 with her two",
    "children, Felix and Zoe, and asked for a key to the house in Joy Road.",
    "The duty officer gave her the number 01632 960875 and a form to fill in.",
)


def written(*, kind: str = "truetype", lines: tuple[str, ...] = LINES, **how: object) -> bytes:
    """Return a page with lines in a font that is made for them."""
    out = io.BytesIO()
    with Pdf.new() as pdf:
        face = make(pdf, "".join(lines), kind, **how)  # type: ignore[arg-type]
        content = b"".join(
            face.show(line, 40, 260 - 20 * number, 11) for number, line in enumerate(lines)
        )
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, 560, 300]),
            Resources=Dictionary(Font=Dictionary(E=face.font)),
            Contents=pdf.make_stream(content),
        )
        pdf.pages.append(Page(page))
        pdf.save(out)
    return out.getvalue()


def instead(**other: str) -> Callable[[str], str]:
    return lambda letter: other.get(letter, letter)
