"""Containers: what archives hold, and what they call it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from tests.corpus.case import NAME, REFUSED, torture
from tests.corpus.messages import TEXT, message
from tests.corpus.notes import TOLD


def _zip(files: dict[str, bytes], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, (2026, 11, 2, 9, 0, 0))
            about.comment = comment
            made.writestr(about, content)
        made.comment = comment
    return out.getvalue()


CONTAINER: dict[str, Any] = {
    "stays": (),
    "told": TOLD,
    "may": frozenset({"rewritten", "picture", REFUSED}),
    "because": "a container is unpacked, and its files are documents of their own",
}


@torture("zip", suffix=".zip", **CONTAINER)
def in_the_names_in_a_container() -> bytes:
    """Names and notes of the files in a container."""
    return _zip({f"{NAME}/{NAME}.txt": b"nothing here"}, NAME.encode())


@torture("zip", suffix=".zip", **CONTAINER)
def in_a_container_in_a_container() -> bytes:
    """A text lies two containers deep."""
    return _zip({"inner.zip": _zip({"a.txt": TEXT.encode()})})


@torture("mbox", suffix=".mbox", stays=(), told=())
def in_a_mailbox() -> bytes:
    """Two messages in one file."""
    one, two = bytes(message()), bytes(message(f"Later: {NAME}\n", Subject="again"))
    return (
        b"From a@example.org Mon Nov  2 10:00:00 2026\n"
        + one
        + (b"\nFrom a@example.org Mon Nov  2 11:00:00 2026\n" + two + b"\n")
    )
