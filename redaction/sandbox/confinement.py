"""What a process that opens strangers' documents gives up, for itself and all that it forks.

The network (a namespace of its own, network_namespaces(7)), and every file but those that programs
and typefaces are made of, to read alone (Landlock, landlock(7)): whoever took over such a process
through a hostile document could neither send what it read nor open keys, registers or other
people's documents. What the machine does not allow is left out, and `said()` tells of it.
"""

from __future__ import annotations

import ctypes
import os
import resource
import struct
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

import recordkeeping
import redaction

_NEW_USER, _NEW_NET, _NEW_IPC = 0x10000000, 0x40000000, 0x08000000  # clone(2)
_CREATE, _ADD, _RESTRICT = 444, 445, 446  # the same number on every architecture
_BENEATH = 1
_NO_NEW_PRIVILEGES = 38  # prctl(2)
_EXECUTE, _WRITE, _READ, _LIST = 1, 2, 4, 8
_KNOWN_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15}  # bits that each version of Landlock handles
_PROCESSES = 256
_OF_PROGRAMS = (
    "/usr", "/bin", "/lib", "/lib64", "/opt", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime",
    "/etc/mime.types", "/var/cache/fontconfig", "/dev/urandom", "/proc/self", "/proc/cpuinfo",
    "/proc/meminfo", "/sys/devices/system/cpu",
)  # fmt: skip

_libc = ctypes.CDLL(None, use_errno=True)


def confine() -> None:
    """Give up the network and all files that are not programs; for good, and for every child."""
    _leave_network()
    _leave_files()


def said() -> list[str]:
    """Return what cannot be given up on this machine, in plain words; nothing where all can."""
    missing = []
    if not _succeeds(_leave_network):
        missing.append(
            "processes that open documents keep the network here: unprivileged user namespaces are"
            " off; allow them, or forbid the service to reach out"
        )
    if not _succeeds(_leave_files):
        missing.append(
            "processes that open documents can read this user's other files here: the kernel is"
            " without Landlock (Linux 5.13 or newer has it); give the service a user of its own"
        )
    return missing


def _leave_network() -> bool:
    """Move to a namespace without any network; say whether that was allowed."""
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        return bool(_libc.unshare(_NEW_NET | _NEW_IPC) == 0)
    if _libc.unshare(_NEW_USER | _NEW_NET | _NEW_IPC) != 0:
        return False
    with suppress(OSError):  # without a name of its own it could still do all that it has to
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    # Counted within the new namespace, so that no other work of this user counts.
    resource.setrlimit(resource.RLIMIT_NPROC, (_PROCESSES, _PROCESSES))
    return True


def _leave_files() -> bool:
    """Give up every file but those of programs, to read; say whether that was allowed."""
    version = _libc.syscall(_CREATE, None, 0, 1)
    if version < 1:
        return False
    rights = (1 << _KNOWN_RIGHTS.get(version, 16)) - 1
    asked = struct.pack("=Q", rights)
    rules = _libc.syscall(_CREATE, asked, len(asked), 0)
    if rules < 0:
        return False
    try:
        for path in _programs():
            _allow(rules, path, _READ | _EXECUTE | (_LIST if path.is_dir() else 0))
        _allow(rules, Path(os.devnull), _READ | _WRITE)
        _libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
        return bool(_libc.syscall(_RESTRICT, rules, 0) == 0)
    finally:
        os.close(rules)


def _programs() -> Iterable[Path]:
    libraries = [path for path in sys.path if path.endswith(("site-packages", "dist-packages"))]
    # Not every folder that modules come from: where ours lie, a council's data may lie too.
    ours = [path for package in (redaction, recordkeeping) for path in package.__path__]
    python = (sys.prefix, sys.base_prefix, sys.exec_prefix)
    names = (*libraries, *ours, *python, *_OF_PROGRAMS)
    return {path for name in names if (path := Path(name)).exists()}


def _allow(rules: int, path: Path, rights: int) -> None:
    try:
        held = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        _libc.syscall(_ADD, rules, _BENEATH, struct.pack("=Qi", rights, held), 0)
    finally:
        os.close(held)


@cache
def _succeeds(step: Callable[[], bool]) -> bool:
    """Try a step in a child that is given up with it."""
    child = os.fork()
    if child == 0:
        done = False
        try:
            done = step()
        finally:
            os._exit(0 if done else 1)
    return os.waitpid(child, 0)[1] == 0
