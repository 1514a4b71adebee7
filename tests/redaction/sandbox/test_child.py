"""A hostile document costs its own process, and is refused; ours goes on."""

import os
import socket
import sys
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen, run
from typing import TypeVar

import pytest
from PIL import Image

from recordkeeping.vocabulary.errors import Refused
from redaction.reading import read_document
from redaction.sandbox import child as sandbox
from redaction.sandbox.wire import BrokenMessage, receive, send

T = TypeVar("T")


def test_a_document_that_unfolds_into_gigabytes_is_refused_and_the_next_one_is_read() -> None:
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    megabyte = squeezer.compress(b" " * 2**20) + squeezer.flush(zlib.Z_FULL_FLUSH)
    bomb = b"\x78\x9c" + megabyte * 8192 + b"\x03\0"
    pdf = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length "
        + str(len(bomb)).encode()
        + b">>stream\n"
        + bomb
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
    )
    with pytest.raises(Refused):
        read_document(pdf)
    assert read_document(b"plain words").pages[0].text.strip() == "plain words"


def test_documents_can_be_read_from_several_threads_at_once() -> None:
    texts: dict[int, str] = {}

    def read(number: int) -> None:
        texts[number] = read_document(f"words {number}".encode()).pages[0].text.strip()

    threads = [threading.Thread(target=read, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {n: f"words {n}" for n in range(4)}


def test_a_zygote_that_died_is_replaced() -> None:
    read_document(b"before")
    process, _ = sandbox._zygotes[os.getpid()]
    process.kill()
    process.wait()
    assert read_document(b"after").pages[0].text.strip() == "after"


def test_a_command_that_is_stopped_leaves_nobody_at_work_on_its_document(tmp_path: Path) -> None:
    drawn = Image.effect_noise((2480, 3508), 90).convert("1")
    drawn.save(tmp_path / "scan.tif", save_all=True, append_images=[drawn])
    script = tmp_path / "script.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfrom redaction.reading import read_document\n"
        "read_document(b'ready')\nprint('ready', flush=True)\n"
        "read_document(Path(sys.argv[1]).read_bytes())\n"
    )
    with Popen([sys.executable, script, tmp_path / "scan.tif"], stdout=PIPE) as command:
        assert command.stdout is not None
        assert command.stdout.readline() == b"ready\n"
        zygote = _children(command.pid)[0]
        readers = _soon(lambda: [p for one in _children(zygote) for p in _children(one)])
        command.terminate()
    assert readers
    assert _soon(lambda: not any(Path("/proc", str(pid)).exists() for pid in (zygote, *readers)))


def _children(pid: int) -> list[int]:
    threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for thread in threads for child in thread.read_text().split()]


def _soon(holds: Callable[[], T]) -> T:
    until = time.monotonic() + 10
    while not (now := holds()) and time.monotonic() < until:
        time.sleep(0.02)
    return now


def test_a_script_without_a_main_guard_can_read_documents(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from redaction.reading import read_document\n"
        "print(read_document(b'plain words').pages[0].text.strip())\n"
    )
    done = run([sys.executable, script], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("plain words\n", "")


@pytest.mark.parametrize(
    "said",
    [b"", b"\0\0\0\0\0\0\0\x02{}", b"\xff" * 8, b"\0\0\0\0\0\0\0\x03nil",
     b'\0\0\0\0\0\0\0\x1d{"header": {}, "sizes": [-1]}',
     b'\0\0\0\0\0\0\0\x28{"header": {}, "sizes": [99999999999999]}'],
)  # fmt: skip
def test_what_comes_back_is_bounded_before_it_is_believed(said: bytes) -> None:
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(said)
        with pytest.raises(BrokenMessage):
            receive(ours)


def test_a_message_arrives_as_it_was_sent() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        send(theirs, {"a": [1, "\u00e9"]}, [b"", b"\0\xff"])
        assert receive(ours) == ({"a": [1, "\u00e9"]}, [b"", b"\0\xff"])
