"""The press: any paper, whole or damaged, to bytes."""

from __future__ import annotations

from random import Random

from conformance.northmoor.press.mail import print_eml
from conformance.northmoor.press.office import print_docx, print_txt, print_xlsx
from conformance.northmoor.press.pdf import print_pdf
from conformance.northmoor.press.scan import print_scan
from conformance.northmoor.wording import Paper

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

MEDIA = {
    "pdf": ("pdf", "application/pdf"),
    "scan-pdf": ("pdf", "application/pdf"),
    "locked-pdf": ("pdf", "application/pdf"),
    "docx": ("docx", _DOCX),
    "torn-docx": ("docx", _DOCX),
    "xlsx": ("xlsx", _XLSX),
    "txt": ("txt", "text/plain"),
    "empty": ("txt", "text/plain"),
    "eml": ("eml", "message/rfc822"),
    "scan-jpeg": ("jpg", "image/jpeg"),
    "bin": ("bin", "application/octet-stream"),
}
"""For each medium the ending of its file and the media type that the store claims."""

UNREADABLE = frozenset({"locked-pdf", "torn-docx", "empty", "bin"})
"""Media that nobody can read: each must end as a gap."""


def print_paper(paper: Paper, key: str) -> bytes:
    """Print a paper. The same paper under the same key gives the same bytes."""
    match paper.medium:
        case "pdf":
            return print_pdf(paper)
        case "locked-pdf":
            return print_pdf(paper, password=f"locked-{key}")
        case "docx":
            return print_docx(paper)
        case "torn-docx":
            whole = print_docx(paper)
            return whole[: len(whole) // 2]
        case "xlsx":
            return print_xlsx(paper)
        case "txt":
            return print_txt(paper)
        case "eml":
            return print_eml(paper, key, print_paper)
        case "scan-pdf" | "scan-jpeg":
            return print_scan(paper, key, "PDF" if paper.medium == "scan-pdf" else "JPEG")
        case "empty":
            return b""
        case "bin":
            return Random(key).randbytes(4096)  # noqa: S311 (noise, not secrets)
        case _:
            raise ValueError(f"no press prints {paper.medium}")
