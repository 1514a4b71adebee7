"""A name in any writing is found, removed and proven, and the words beside it stay."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.people import Roster
from recordkeeping.vocabulary.errors import Refused
from redaction.detect import areas_of, detect
from redaction.pages import ReadDocument
from redaction.pdfium import glyphs, open_pdf
from redaction.reading import read_documents
from redaction.removing import remove
from redaction.terms import TermDetector

# A name, what comes before it and what comes after, in one sentence.
WRITTEN = {
    "hebrew": (
        "\u05e9\u05e8\u05d4 \u05db\u05d4\u05df",
        "\u05d4\u05d9\u05d5\u05dd \u05d1\u05d9\u05e7\u05e8\u05d4 ",
        " \u05d1\u05d1\u05d9\u05ea",
    ),
    "arabic": (
        "\u0645\u062d\u0645\u062f \u0639\u0644\u064a",
        "\u0632\u0627\u0631 ",
        " \u0627\u0644\u0645\u062f\u0631\u0633\u0629",
    ),
    "hindi": (
        "\u092a\u094d\u0930\u093f\u092f\u093e \u0936\u0930\u094d\u092e\u093e",
        "\u0906\u091c ",
        " \u0917\u0908",
    ),
    "bengali": (
        "\u09b0\u09b9\u09bf\u09ae\u09be \u09ac\u09c7\u0997\u09ae",
        "\u0986\u099c ",
        " \u0997\u09cd\u09b0\u09be\u09ae",
    ),
    "punjabi": (
        "\u0a17\u0a41\u0a30\u0a2a\u0a4d\u0a30\u0a40\u0a24 \u0a15\u0a4c\u0a30",
        "\u0a05\u0a71\u0a1c ",
        " \u0a17\u0a08",
    ),
    "tamil": (
        "\u0b95\u0bb5\u0bbf\u0ba4\u0bbe",
        "\u0b87\u0ba9\u0bcd\u0bb1\u0bc1 ",
        " \u0baa\u0bb3\u0bcd\u0bb3\u0bbf",
    ),
    "thai": (
        "\u0e2a\u0e21\u0e0a\u0e32\u0e22",
        "\u0e27\u0e31\u0e19\u0e19\u0e35\u0e49",
        "\u0e44\u0e1b\u0e42\u0e23\u0e07\u0e40\u0e23\u0e35\u0e22\u0e19",
    ),
    "amharic": ("\u12a0\u1260\u1260 \u1260\u1240\u1208", "\u12db\u122c ", " \u1204\u12f0"),
}


@pytest.fixture(scope="module")
def read() -> dict[str, ReadDocument]:
    """One page of each writing, set by LibreOffice in one start, as it is read."""
    texts = [
        f"Seen on Tuesday\n{before}{name}{after}\n" for name, before, after in WRITTEN.values()
    ]
    documents = read_documents([text.encode() for text in texts])
    assert not [one for one in documents if isinstance(one, Refused)]
    return dict(zip(WRITTEN, documents, strict=True))  # type: ignore[arg-type]


@pytest.mark.parametrize("script", WRITTEN)
def test_a_name_is_removed_and_the_words_beside_it_stay(
    script: str, read: dict[str, ReadDocument]
) -> None:
    name, _, after = WRITTEN[script]
    document = read[script]
    findings = detect(document, Roster(""), [TermDetector([name])])
    assert findings
    areas = areas_of(findings, {}, "another person")
    proven = remove(document.pdf, areas, (name,), len(findings))
    assert proven.pages_as_images == ()
    released = open_pdf(proven.pdf)
    said = " ".join(glyphs(released[0]).text.split())
    released.close()
    assert "Seen on Tuesday" in said
    assert not set(name.split()) & set(said.split())
    assert after.split()[-1][:2] in said
