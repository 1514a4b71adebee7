"""What this machine allows to be put around a program that opens strangers' documents.

Namespaces of its own (no network, no view of other processes), another user than root, and limits.
What is not allowed here is left out and told: `muniment check` shows `said()`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

NOBODY = 65534
_SPACES = ("--net", "--ipc", "--pid", "--fork", "--kill-child=SIGKILL")
_PROCESSES = 512
_PROCESSES_SHARED = 8192  # counted with everything else this user runs


@dataclass(frozen=True, slots=True)
class Isolation:
    """The command that goes before a program, and what it gives."""

    command: tuple[str, ...]
    no_network: bool
    other_user: bool
    processes: int


@cache
def isolation() -> Isolation:
    """Measure, once, what may be put around a program here."""
    root = os.geteuid() == 0
    other_user = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")
    drop = (*other_user, "--no-new-privs") if root else ("setpriv", "--no-new-privs")
    for spaces in (
        ("unshare", *_SPACES) if root else ("unshare", "--user", "--map-current-user", *_SPACES),
        ("unshare", "--net") if root else ("unshare", "--user", "--map-current-user", "--net"),
    ):
        if _works((*spaces, *drop)):
            return Isolation((*spaces, *drop), True, root, _PROCESSES)
    if _works(drop):
        return Isolation(drop, False, root, _PROCESSES if root else _PROCESSES_SHARED)
    return Isolation((), False, False, _PROCESSES_SHARED)


def limited(command: Sequence[str], *, cpu: int, memory: int, file_size: int) -> list[str]:
    """Return a command with isolation and limits put before it: seconds, bytes, bytes."""
    around = isolation()
    limits = [
        f"--cpu={cpu}",
        f"--as={memory}",
        f"--fsize={file_size}",
        f"--nproc={around.processes}",
        "--nofile=1024",
        "--core=0",
    ]
    prlimit = ["prlimit", *limits, "--"] if shutil.which("prlimit") else []
    return [*around.command, *prlimit, *command]


def said() -> list[str]:
    """Return what is missing around the programs that open documents here, in plain words."""
    around = isolation()
    missing = []
    if not around.no_network:
        missing.append(
            "LibreOffice cannot be cut off from the network here: unprivileged user namespaces are"
            " off, or util-linux is missing; allow them, or forbid the service to reach out"
        )
    if not shutil.which("prlimit"):
        missing.append(
            "LibreOffice runs without limits here: install the Debian package util-linux"
        )
    return missing


def _works(command: Sequence[str]) -> bool:
    try:
        done = subprocess.run([*command, "true"], capture_output=True, timeout=10, check=False)
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
