"""The process that strangers' documents are opened in: it forks a limited child for each.

It has imported the libraries, so that a child costs milliseconds. It never opens a document
itself, and ends when the process that started it does. `python -m redaction.sandbox.zygote FD`.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import socket
import sys
import traceback
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from recordkeeping.vocabulary.errors import Misconfigured, MunimentError
from redaction import fonts, letterforms
from redaction.sandbox.abreast import die_with_parent
from redaction.sandbox.asides import begin
from redaction.sandbox.confinement import confine
from redaction.sandbox.wire import Header, receive, send
from redaction.scans import ocr

JOBS = {
    "read": "redaction.reading:read_here",
    "annex": "redaction.annex:annex_here",
    "burn": "redaction.burn.burning:burn_here",
    "join": "redaction.burn.burning:join_here",
    "look": "redaction.proof.weighing:weigh_here",
    "canaries": "redaction.proof.canaries:try_here",
}
LIMITS = {
    resource.RLIMIT_AS: 3 * 2**30,
    resource.RLIMIT_CPU: 240,
    resource.RLIMIT_FSIZE: 0,
    resource.RLIMIT_CORE: 0,
    resource.RLIMIT_NOFILE: 64,
}
SECONDS = 300
# Scans take seconds a page, in processes of their own (abreast.py), each with the limits above.
LONGEST = {"read": 1600}
_SELDOM = 50_000  # objects more than were let go


def main() -> None:
    """Serve until the other end of the socket closes."""
    control = socket.socket(fileno=int(sys.argv[1]))
    for job in JOBS.values():
        import_module(job.partition(":")[0])
    letterforms.get_ready()
    fonts.get_ready()
    with suppress(Misconfigured):  # whoever reads a picture is told what is missing
        ocr.get_ready()
    confine()
    settle()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries the children
    while True:
        asked, channels, _, _ = socket.recv_fds(control, 1, 1)
        if not asked:
            return
        if os.fork() == 0:
            control.close()
            _serve(socket.socket(fileno=channels[0]))
            os._exit(0)
        os.close(channels[0])


def settle() -> None:
    """Look for garbage seldom, and not among what is there: no child copies the libraries by that.

    A child's objects are many, few of them are garbage, and it does not live long.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 100)


def _serve(channel: socket.socket) -> None:
    die_with_parent()  # nobody waits for a document's answer when the command was stopped
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.alarm(SECONDS)
    for limit, value in LIMITS.items():
        resource.setrlimit(limit, (value, value))
    header, blobs = receive(channel)
    begin(channel)
    signal.alarm(LONGEST.get(header["job"], SECONDS))
    module, _, function = JOBS[header["job"]].partition(":")
    try:
        answer, parts = getattr(import_module(module), function)(header, blobs)
    except Exception as wrong:  # whatever a hostile document brings about is a refusal
        answer, parts = _error(wrong), []
    send(channel, answer, parts)


def _error(wrong: Exception) -> Header:
    """Tell an error without its text, unless it is one of ours: others quote documents."""
    if isinstance(wrong, Misconfigured):
        return {"faults": [[fault.where, fault.because] for fault in wrong.faults]}
    if isinstance(wrong, MunimentError):
        return {"error": type(wrong).__name__, "because": str(wrong)}
    frame = traceback.extract_tb(wrong.__traceback__)[-1]
    where = f"{type(wrong).__name__}, {Path(frame.filename).name} line {frame.lineno}"
    because = f"the document is damaged or unusual; print it to a new PDF ({where})"
    return {"error": "Refused", "because": because}


if __name__ == "__main__":
    main()
