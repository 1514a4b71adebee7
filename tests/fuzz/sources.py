"""The files to begin with: ours, and those that the project's dependencies ship in their packages.

Archives (source distributions, wheels) are looked into where they lie; nothing is unpacked to disk.
"""

from __future__ import annotations

import io
import sysconfig
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random

PDFS = ("pdf",)
PACKAGES = ("docx", "docm", "dotx", "xlsx", "xlsm", "xltx", "pptx", "odt", "ods", "odp", "zip")
OTHERS = (
    *("doc", "xls", "xlsb", "ppt", "rtf", "eml", "msg", "mbox", "html", "htm", "txt", "csv", "ics"),
    *(
        "vcf",
        "png",
        "jpg",
        "jpeg",
        "tif",
        "tiff",
        "gif",
        "bmp",
        "webp",
        "jp2",
        "jpx",
        "heic",
        "xml",
    ),
)
_KNOWN = {*PDFS, *PACKAGES, *OTHERS}
_ARCHIVES = (".tar.gz", ".tgz", ".whl", ".zip")
_LARGEST = 12 * 2**20
_MOST_ALIKE = 60  # files of one kind from one folder or archive: a hundred calendars tell no more
_MOST_OF_TEXT = 6  # licences and lists of names
_TEXT = ("txt", "csv", "xml")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to begin with."""

    origin: str
    kind: str
    content: bytes = field(repr=False)


def shipped(folders: Iterable[Path], seed: int) -> list[Source]:
    """Return the files in the folders and in the archives there, each once, in a seeded order."""
    found: dict[str, Source] = {}
    alike: defaultdict[tuple[str, str], int] = defaultdict(int)
    for origin, content in _everything(folders):
        kind = origin.rpartition(".")[2].lower()
        group = origin.split("!")[0] if "!" in origin else str(Path(origin).parent), kind
        most = _MOST_OF_TEXT if kind in _TEXT else _MOST_ALIKE
        if kind not in _KNOWN or not 0 < len(content) <= _LARGEST or alike[group] >= most:
            continue
        alike[group] += 1
        found.setdefault(sha256(content).hexdigest(), Source(origin, kind, content))
    sources = [found[digest] for digest in sorted(found)]
    Random(seed).shuffle(sources)
    return sources


def site_packages() -> Path:
    """Return where this environment keeps its packages."""
    return Path(sysconfig.get_paths()["purelib"])


def _everything(folders: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            suffix = path.suffix[1:].lower()
            if not path.is_file() or path.is_symlink() or "-info/" in str(path):
                continue
            if path.name.endswith(_ARCHIVES):
                yield from _in_archive(path)
            if suffix in _KNOWN and path.stat().st_size <= _LARGEST:
                yield str(path), path.read_bytes()


def _in_archive(path: Path) -> Iterator[tuple[str, bytes]]:
    data = path.read_bytes()
    if path.name.endswith((".whl", ".zip")):
        if zipfile.is_zipfile(io.BytesIO(data)):
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                for info in packed.infolist():
                    if info.file_size <= _LARGEST and _is_known(info.filename):
                        yield f"{path}!{info.filename}", packed.read(info)
        return
    with tarfile.open(fileobj=io.BytesIO(data)) as tape:
        for member in tape:
            if member.isfile() and member.size <= _LARGEST and _is_known(member.name):
                file = tape.extractfile(member)
                if file is not None:
                    yield f"{path}!{member.name}", file.read()


def _is_known(name: str) -> bool:
    return name.rpartition(".")[2].lower() in _KNOWN
