"""Opening a stranger's document in a process of its own, with limits: its death is a refusal."""

from __future__ import annotations

import atexit
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused, Unproven
from redaction.sandbox.asides import ASIDE, Asides
from redaction.sandbox.halting import end_if_halted, go_on, halt
from redaction.sandbox.wire import BrokenMessage, Header, receive, send

LONGEST_WAIT = 1610.0  # seconds: the child's own alarm comes first
_LONGEST_REASON = 300
# What one page needed the next needs as well: given back between them and asked for again, memory
# is cleared anew by the kernel each time, three hundred pieces a page. For glibc, mallopt(3).
SPARING = {
    "MALLOC_TOP_PAD_": str(16 * 2**20),
    "MALLOC_TRIM_THRESHOLD_": str(64 * 2**20),
    "MALLOC_MMAP_THRESHOLD_": str(8 * 2**20),
    # Pages are looked at side by side: threads would only wait for one another.
    "OPENBLAS_NUM_THREADS": "1",
}

_lock = threading.Lock()
_zygotes: dict[int, tuple[subprocess.Popen[bytes], socket.socket]] = {}


def in_sandbox(
    job: str, header: Header, blobs: Sequence[bytes], asides: Asides | None = None
) -> tuple[Header, list[bytes]]:
    """Do one of the jobs of `redaction.sandbox.zygote` in a child process, and return its answer.

    The answer comes from a process that opened a stranger's document: its size is bounded here,
    its shape is checked by the caller. `asides` keep what it hands over before. Death or time-out
    is `Refused`. May be called from threads.
    """
    ours, theirs = socket.socketpair()
    with ours:
        ours.settimeout(LONGEST_WAIT)
        _hand_over(theirs)
        try:
            send(ours, {**header, "job": job}, blobs)
            answer, parts = receive(ours)
            while asides is not None and ASIDE in answer:
                asides.add(parts)
                answer, parts = receive(ours)
        except (BrokenMessage, OSError):
            end_if_halted()
            _tell_if_it_cannot_start()
            raise Refused(
                "the document could not be handled in the time and memory allowed; "
                "part it, or print it to a new PDF"
            ) from None
    _raise_what_it_says(answer)
    return answer, parts


@contextmanager
def halted() -> Iterator[None]:
    """End what threads wait for, and let none begin another step: each raises `KeyboardInterrupt`.

    The children of a fork server that ends are killed by the kernel.
    """
    halt()
    try:
        with _lock:
            if os.getpid() in _zygotes:
                _zygotes[os.getpid()][0].kill()
                _bury(os.getpid())
        yield
    finally:
        go_on()


def _raise_what_it_says(answer: Header) -> None:
    if "faults" in answer:
        raise Misconfigured([Fault(str(where), str(why)) for where, why in answer["faults"]])
    if "error" in answer:
        reason = "".join(c for c in str(answer["because"]) if c.isprintable())[:_LONGEST_REASON]
        raise Unproven(reason) if answer["error"] == "Unproven" else Refused(reason)


def _tell_if_it_cannot_start() -> None:
    """Raise `Misconfigured` when it is not the document's fault: the fork server itself ended."""
    with _lock:
        process, _ = _zygotes.get(os.getpid(), (None, None))
        with suppress(subprocess.TimeoutExpired):
            if process is not None and process.wait(timeout=0.1) is not None:
                _bury(os.getpid())
                because = "ended by itself; run `python -m redaction.sandbox.zygote 0` to see why"
                raise Misconfigured([Fault("sandbox", because)])


def _hand_over(channel: socket.socket) -> None:
    with channel, _lock:
        end_if_halted()
        try:
            socket.send_fds(_zygote(), [b"j"], [channel.fileno()])
        except OSError:  # it died: once more, with a new one
            _bury(os.getpid())
            socket.send_fds(_zygote(), [b"j"], [channel.fileno()])


def _zygote() -> socket.socket:
    """Return the socket of this process's zygote, started when it is missing."""
    if os.getpid() not in _zygotes:
        ours, theirs = socket.socketpair()
        with theirs:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "redaction.sandbox.zygote", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # libraries quote documents in their warnings
                env={
                    "PATH": os.environ.get("PATH", ""),
                    "PYTHONPATH": os.pathsep.join(sys.path),
                    **SPARING,
                },
                start_new_session=True,  # Ctrl-C is ours to answer
            )
        _zygotes[os.getpid()] = process, ours
    return _zygotes[os.getpid()][1]


def _bury(pid: int) -> None:
    if pid in _zygotes:
        process, control = _zygotes.pop(pid)
        control.close()
        process.wait()


@atexit.register
def _end() -> None:
    _bury(os.getpid())
