"""What a proof says of a document can be kept: routes, counts and digests, and not one word."""

from __future__ import annotations

import json
from hashlib import sha256

from redaction.removing import remove
from tests.redaction.proof.conftest import NAME_AREA, Release


def test_a_record_says_how_each_page_was_released_and_no_word(release: Release) -> None:
    document = remove(release.source, [NAME_AREA], ["Zephyrine"], 1)
    assert document.record == {
        "sha256": sha256(document.pdf).hexdigest(),
        "source_sha256": sha256(release.source).hexdigest(),
        "readers": ["shape", "grounds", "bytes", "objects", "pdfium", "letters", "poppler"],
        "terms": 1,
        "pages": [{"page": 1, "areas": 1, "route": "rewritten", "width": "constant"}],
        "redactions": 1,
    }
    said = json.dumps(document.record).casefold()
    assert "zephyrine" not in said
    assert "another person" not in said


def test_a_picture_says_so_and_not_why_if_nobody_knows(picture: Release) -> None:
    assert picture.prove("Zephyrine").record["pages"] == [
        {"page": 1, "areas": 1, "route": "picture", "because": ""}
    ]
