"""One file through the whole way: read it, remove random words, prove it, look with other eyes."""

from __future__ import annotations

import re
import subprocess
import time
from dataclasses import dataclass
from random import Random

from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import MunimentError, Refused, Unproven
from redaction.detect import areas_of, detect
from redaction.pages import ReadDocument
from redaction.reading import read_document
from redaction.removing import remove
from redaction.terms import TermDetector
from tests.fuzz.check import still_said

PROVEN, REFUSED, UNPROVEN = "proven", "refused", "unproven"
CRASH, LEAK = "crash", "leak"  # what must not be
BAD = (CRASH, LEAK)
LONGEST = 960.0
"""Seconds of one case: opening, burning and proving may each take five minutes."""

_WORD = re.compile(r"[^\W\d_]{4,}|\d{5,}")
_MOST_ATTACHED, _DEEPEST = 3, 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `reason` holds no text of the file."""

    result: str
    reason: str
    seconds: float
    pages: int = 0
    pictures: int = 0
    terms: int = 0
    content: bytes = b""


def outcomes(content: bytes, rng: Random, depth: int = 0) -> list[Outcome]:
    """Take a file, and a few of those inside it, the whole way."""
    begun = time.monotonic()
    document: ReadDocument | None = None
    pages = pictures = wanted = 0
    try:
        document = read_document(content)
        terms = _words_of(document, content, rng)
        wanted, pages = len(terms), len(document.pages)
        findings = detect(document, Roster(""), [TermDetector(terms)])
        proven = remove(document.pdf, areas_of(findings, {}, ""), terms, len(findings))
        pictures = len(proven.pages_as_images)
        said = still_said(proven.pdf, terms)
        result, reason = (LEAK, ", ".join(sorted(set(said)))) if said else (PROVEN, "")
    except Refused as why:
        result, reason = REFUSED, str(why)
    except Unproven as why:
        result, reason = UNPROVEN, str(why)
    except MunimentError as why:
        result, reason = CRASH, type(why).__name__
    except Exception as wrong:
        frame = wrong.__traceback__
        while frame and frame.tb_next:
            frame = frame.tb_next
        line = frame and f"{frame.tb_frame.f_code.co_filename.rpartition('/')[2]}:{frame.tb_lineno}"
        result, reason = CRASH, f"{type(wrong).__name__} at {line}"
    taken = time.monotonic() - begun
    told = [Outcome(result, reason, taken, pages, pictures, wanted, content)]
    if document is not None and depth < _DEEPEST:
        for attached in document.attachments[:_MOST_ATTACHED]:
            told += outcomes(attached.content, rng, depth + 1)
    return told


def _words_of(document: ReadDocument, content: bytes, rng: Random) -> list[str]:
    """Draw words to remove: most as we read them, one as another program reads the file."""
    ours = sorted({word for page in document.pages for word in _WORD.findall(page.text)})
    words = rng.sample(ours, min(len(ours), 3))
    if content[:1024].find(b"%PDF-") >= 0:
        run = subprocess.run(
            ["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, timeout=120
        )
        theirs = sorted(set(_WORD.findall(run.stdout.decode("utf-8", "replace"))))
        words += rng.sample(theirs, min(len(theirs), 1))
    return sorted(set(words))
