"""Reading a stranger's file in a child process of its own, with limits; its death is a refusal.

The child is forked from a server that has only the readers loaded. It may use so much memory,
processor time and wall time, and may write no file. What comes back is JSON and bytes of announced
length, bounded here; nothing of it is unpickled, so a child that a file has taken over cannot
speak code to us.

Residual risks, accepted for now: the child shares our network and can read our files. Councils run
Muniment on a machine without a way out; issue 2 closes both.
"""

from __future__ import annotations

import json
import multiprocessing
import resource
from multiprocessing.connection import Connection

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.document import Attachment, ReadDocument, ReadPage
from redaction.formats.read import read_document

MOST_MEMORY = 3_000_000_000  # bytes of address space
MOST_PROCESSOR = 60  # seconds
MOST_SECONDS = 90  # by the clock
MOST_ANSWER = 600_000_000  # bytes that come back

_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(["redaction.formats.read"])


def read_apart(content: bytes) -> ReadDocument:
    """Read a document in a limited child process, or refuse it."""
    ours, theirs = _SERVER.Pipe()
    child = _SERVER.Process(target=_serve, args=(theirs,), daemon=True)
    child.start()
    theirs.close()
    try:
        ours.send_bytes(content)
        if not ours.poll(MOST_SECONDS):
            raise Refused("the file takes too long to be read")
        return _received(ours)
    except (EOFError, OSError):
        raise Refused("the file could not be read within safe limits") from None
    finally:
        child.kill()
        child.join()
        ours.close()


def _serve(theirs: Connection) -> None:
    """In the child: take the file, read it, and send back what was read or why not."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_PROCESSOR, MOST_PROCESSOR))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    content = theirs.recv_bytes()
    try:
        document = read_document(content)
    except Refused as why:
        theirs.send_bytes(json.dumps({"refused": str(why)}).encode())
        return
    theirs.send_bytes(json.dumps(_told(document)).encode())
    theirs.send_bytes(document.pdf)
    for attachment in document.attachments:
        theirs.send_bytes(attachment.content)


def _told(document: ReadDocument) -> dict[str, object]:
    return {
        "media_type": document.media_type,
        "pages": [[p.number, p.width, p.height, p.text, p.glyphs] for p in document.pages],
        "attachments": [attachment.name for attachment in document.attachments],
    }


def _received(ours: Connection) -> ReadDocument:
    """Build a document from what the child says, believing only its shape."""
    try:
        untrusted = json.loads(ours.recv_bytes(MOST_ANSWER))
        if "refused" in untrusted:
            raise Refused(str(untrusted["refused"])[:300])
        pages = tuple(_page(*part) for part in untrusted["pages"])
        names = [str(name) for name in untrusted["attachments"]]
        pdf = ours.recv_bytes(MOST_ANSWER)
        attachments = tuple(Attachment(name, ours.recv_bytes(MOST_ANSWER)) for name in names)
        return ReadDocument(str(untrusted["media_type"]), pdf, pages, attachments)
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused("the file could not be read within safe limits") from None


def _page(number: int, width: float, height: float, text: str, glyphs: list[object]) -> ReadPage:
    boxes = tuple(None if g is None else _box(g) for g in glyphs)
    if len(boxes) != len(text):
        raise ValueError("letters and boxes differ in number")
    return ReadPage(int(number), float(width), float(height), str(text), boxes)


def _box(untrusted: object) -> tuple[float, float, float, float]:
    if not isinstance(untrusted, list) or len(untrusted) != 4:
        raise ValueError("a box has four sides")
    x0, y0, x1, y1 = (float(side) for side in untrusted)
    return x0, y0, x1, y1
