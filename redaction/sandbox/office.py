"""LibreOffice, without a window: office documents become PDF, or the newer kind of themselves.

Each run has a folder and a profile of its own that are deleted afterwards, no macros, no Java, no
links followed, and limits on processor time, memory, processes and file size. Where the machine
allows it (see `redaction.sandbox.isolation`) it runs in namespaces without a network and as
nobody; where not, proxies that lead nowhere and settings that follow no link are all that keeps it
inside.

Several files go through one run, because starting costs more than converting. Files are converted
in order: when a run hangs or dies, the first file without a result is tried alone and refused if it
is to blame; the others go on without it.
"""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from recordkeeping.vocabulary.errors import Fault, Misconfigured, Refused
from redaction.sandbox.halting import end_if_halted
from redaction.sandbox.isolation import NOBODY, isolation, limited
from redaction.sandbox.turns import cores

MOST_FILES = 40  # in one run: LibreOffice grows with each
MOST_BYTES = 512 * 2**20  # of one result
MEMORY = 4 * 2**30
SECONDS = 90.0  # without a new result
PACKAGES = "libreoffice-writer-nogui, libreoffice-calc-nogui and libreoffice-impress-nogui"

_CALLED = "muniment-office-"
_HUNG = "the file could not be laid out in the time and memory allowed; part it, or save it as PDF"
_FAILED = (
    "the file is damaged, locked or unusual: it could not be laid out on pages; "
    "open it, and save it as PDF"
)
_at_once = threading.BoundedSemaphore(cores())

_SETTINGS = (
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Misc", "UseSystemFileDialog", "false"),
    ("Java/VirtualMachine", "Enable", "false"),
    ("Writer/Content/Update", "Link", "2"),
    ("WriterWeb/Content/Update", "Link", "2"),
    ("Calc/Content/Update", "Link", "2"),
    ("Calc/Formula/Load", "OOXMLRecalcMode", "1"),  # show what the author saw
    ("Calc/Formula/Load", "ODFRecalcMode", "1"),
)


@dataclass(frozen=True, slots=True)
class File:
    """A file to convert: its bytes, the suffix of its kind, and the suffix of what it becomes."""

    content: bytes = field(repr=False)
    suffix: str
    to: str = "pdf"


def converter() -> str:
    """Return the path of LibreOffice, or raise `Misconfigured` with the packages to install."""
    path = shutil.which("soffice")
    if path is None:
        raise Misconfigured([Fault("LibreOffice", f"is missing: install the packages {PACKAGES}")])
    return path


def convert(
    files: Sequence[File], soffice: str | None = None, seconds: float = SECONDS
) -> list[bytes | Refused]:
    """Convert files, each to its bytes or to the reason why not, in the order given.

    `seconds` is how long LibreOffice may go on without a new result. May be called from threads.
    """
    results: dict[int, bytes | Refused] = {}
    program = soffice or converter()
    for to in sorted({file.to for file in files}):
        waiting = [number for number, file in enumerate(files) if file.to == to]
        while waiting:
            batch, waiting = waiting[:MOST_FILES], waiting[MOST_FILES:]
            with _at_once:
                done, died = _run(program, {n: files[n] for n in batch}, to, seconds)
            results.update(done)
            left = [number for number in batch if number not in done]
            if died and len(batch) > 1:
                with _at_once:
                    results.update(_alone(program, left[0], files[left[0]], seconds))
                waiting = left[1:] + waiting
            else:
                results.update((n, Refused(_HUNG if died else _FAILED)) for n in left)
    return [results[number] for number in range(len(files))]


def _alone(program: str, number: int, file: File, seconds: float) -> Mapping[int, bytes | Refused]:
    done, died = _run(program, {number: file}, file.to, seconds)
    return done or {number: Refused(_HUNG if died else _FAILED)}


def _run(
    program: str, files: Mapping[int, File], to: str, seconds: float
) -> tuple[dict[int, bytes], bool]:
    """Return what one run made, and whether it hung or died before its end."""
    _take_away_what_was_left()
    folder = tempfile.mkdtemp(prefix=f"{_CALLED}{os.getpid()}-")
    try:
        inside = Path(folder)
        for name in ("in", "out", "profile", "profile/user"):
            (inside / name).mkdir(mode=0o700)
        (inside / "profile/user/registrymodifications.xcu").write_text(_settings())
        for number, file in files.items():
            (inside / f"in/{number}.{file.suffix}").write_bytes(file.content)
        if isolation().other_user:
            _hand_over(folder)
        # Opened before the program runs: it cannot lead us to another folder afterwards.
        out = os.open(inside / "out", os.O_RDONLY | os.O_DIRECTORY)
        try:
            names = [f"{folder}/in/{number}.{file.suffix}" for number, file in files.items()]
            ended = _watched(_command(program, folder, to, names, seconds), folder, out, seconds)
            made = {n: _taken(out, f"{n}.{to}") for n in files}
        finally:
            os.close(out)
        return {n: content for n, content in made.items() if content}, not ended
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _take_away_what_was_left() -> None:
    """Take away the folders of runs that were killed: people's papers lie in them."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_CALLED}*-*"):
        pid = folder.name.removeprefix(_CALLED).partition("-")[0]
        if pid.isdigit() and not _is_alive(int(pid)) and folder.lstat().st_uid == os.getuid():
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _command(program: str, folder: str, to: str, names: Sequence[str], seconds: float) -> list[str]:
    office = [
        program,
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        to,
        "--outdir",
        f"{folder}/out",
        *names,
    ]
    cpu = int(60 + seconds * max(1, len(names) // 4))
    return limited(office, cpu=cpu, memory=MEMORY, file_size=MOST_BYTES)


def _watched(command: Sequence[str], folder: str, out: int, seconds: float) -> bool:
    """Run until the end, or until nothing new came for so long; say whether it ended well."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=_surroundings(folder),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,  # it quotes names and words
        start_new_session=True,
    )
    try:
        made, since = 0, time.monotonic()
        while time.monotonic() - since < seconds:
            end_if_halted()
            with suppress(subprocess.TimeoutExpired):
                return process.wait(timeout=0.05) == 0
            if len(os.listdir(out)) > made:
                made, since = len(os.listdir(out)), time.monotonic()
        return False
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _taken(out: int, name: str) -> bytes | None:
    """Return a result, if it is a plain file of bounded size: a link could lead anywhere."""
    try:
        result = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=out)
    except OSError:
        return None
    with os.fdopen(result, "rb") as opened:
        told = os.fstat(result)
        if not stat.S_ISREG(told.st_mode) or told.st_size > MOST_BYTES:
            return None
        return opened.read(MOST_BYTES)


def _hand_over(folder: str) -> None:
    """Give the folder, and all in it, to the user that LibreOffice runs as."""
    for above in Path(folder).resolve().parents:
        if not above.stat().st_mode & stat.S_IXOTH:
            why = f"others may not enter {above}: office files are opened as nobody, name another"
            raise Misconfigured([Fault("TMPDIR", why)])
    os.chown(folder, NOBODY, NOBODY)
    for at, folders, files in os.walk(folder):
        for name in (*folders, *files):
            os.chown(Path(at) / name, NOBODY, NOBODY)


def _surroundings(folder: str) -> dict[str, str]:
    nowhere = "http://127.0.0.1:9"
    return {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
        "SAL_DISABLE_OPENCL": "1",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "ftp_proxy": nowhere,
    }


def _settings() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><oor:items'
        ' xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{items}</oor:items>'
    )
