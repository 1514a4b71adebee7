"""A certificate says what was proven, what was not, and how to check it; it names nobody."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pikepdf
import pypdf
import pytest

from bundles import typeset
from bundles.certificate import (
    Act,
    CertificateSheet,
    ClassAuthority,
    ItemDestroyed,
    ItemExcepted,
    LedgerHead,
    PlaceCleared,
    certificate_of_destruction,
)
from bundles.council import Council
from recordkeeping.vocabulary.errors import Misconfigured, Unproven
from recordkeeping.vocabulary.identifiers import ClassId, Digest, ItemId, OfficerId, StoreName
from recordkeeping.vocabulary.officers import Role

CIN = ClassId("SC-CIN")


def destroyed(number: int) -> ItemDestroyed:
    return ItemDestroyed(
        item=ItemId(f"{number:032x}"),
        record_class=CIN,
        places=(
            PlaceCleared(
                StoreName("case-system"),
                "row delete",
                "Read again by key: nothing found",
                datetime(2026, 11, 2, 2, 14, tzinfo=UTC),
            ),
        ),
        entry=100 + number,
        covers=(date(1990 + number % 5, 1, 2), date(1999, 3, 4)),
    )


@pytest.fixture
def sheet(council: Council) -> CertificateSheet:
    return CertificateSheet(
        number="MUN-2026-000123",
        council=council,
        issued_on=date(2026, 11, 3),
        schedule="sample-2026.1",
        classes=(ClassAuthority(CIN, "Child in need case file", "SC-CIN", "Limitation Act 1980"),),
        proposed=Act(OfficerId("muniment"), None, date(2026, 10, 1)),
        authorised=Act(OfficerId("o-17"), Role.ASSET_OWNER, date(2026, 10, 20)),
        items=tuple(destroyed(n) for n in range(3)),
        exceptions=(ItemExcepted(ItemId("f" * 32), CIN, "The store did not answer."),),
        ledger=LedgerHead("northmoor.example.org/muniment/2026a", 400, Digest("ab" * 32)),
        backups_until=date(2027, 1, 31),
    )


def pages_of(sheet: CertificateSheet) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(certificate_of_destruction(sheet)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_a_certificate_says_what_who_why_how_and_how_to_check(sheet: CertificateSheet) -> None:
    text = " ".join(pages_of(sheet))
    for words in (
        "No. MUN-2026-000123. Issued on 3 November 2026.",
        "Northmoor Council",
        "records@northmoor.example.org",
        "SC-CIN Child in need case file Limitation Act 1980",
        "3 2 January 1990 to 4 March 1999",
        "Retention schedule sample-2026.1",
        "Limitation Act 1980",
        "Proposed muniment The software 1 October 2026",
        "Authorised o-17 Asset owner 20 October 2026",
        "case-system row delete 3 Read again by key: nothing found",
        "2 November 2026, 02:14 UTC",
        "The store did not answer.",
        "ab" * 32,
        "400",
        "muniment ledger verify",
    ):
        assert words in text


def test_backups_are_promised_only_with_a_date(sheet: CertificateSheet) -> None:
    with_date = " ".join(pages_of(sheet))
    without = " ".join(pages_of(replace(sheet, backups_until=None)))
    assert "Copies may remain in backups until 31 January 2027." in with_date
    assert "Backups are not covered by this certificate." in without
    assert "restores re-apply" not in without


def test_a_secondary_copy_is_told_with_where_the_primary_is(sheet: CertificateSheet) -> None:
    note = "These were copies. The primary records are held by the school, ref 7."
    assert note in " ".join(pages_of(replace(sheet, secondary_copies=note)))


def test_many_records_run_over_pages_under_repeated_headings(sheet: CertificateSheet) -> None:
    many = replace(sheet, items=tuple(destroyed(n) for n in range(150)))
    pages = pages_of(many)
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, 1))
    listing = [page for page in pages if f"{'0' * 20}" in page]
    assert len(listing) > 3
    assert all("Gone from Ledger entry" in page for page in listing)


def test_nothing_proven_is_no_certificate(sheet: CertificateSheet) -> None:
    with pytest.raises(Unproven):
        certificate_of_destruction(replace(sheet, items=()))


@pytest.mark.parametrize(
    "claim",
    [
        replace(destroyed(1), places=()),
        replace(destroyed(1), record_class=ClassId("SC-LAC")),
        replace(destroyed(1), entry=400),
    ],
    ids=["no place looked at", "no authority", "not under the root"],
)
def test_a_claim_without_its_ground_is_not_certified(
    sheet: CertificateSheet, claim: ItemDestroyed
) -> None:
    with pytest.raises(Unproven):
        certificate_of_destruction(replace(sheet, items=(destroyed(0), claim)))


def test_the_file_tells_its_title_and_nobody_who_made_it(sheet: CertificateSheet) -> None:
    with pikepdf.open(io.BytesIO(certificate_of_destruction(sheet))) as pdf:
        assert dict(pdf.docinfo.items()) == {
            "/Title": "Certificate of destruction MUN-2026-000123",
            "/Producer": "Muniment",
        }


def test_the_same_sheet_gives_the_same_bytes(sheet: CertificateSheet) -> None:
    assert certificate_of_destruction(sheet) == certificate_of_destruction(sheet)


def test_missing_fonts_are_told_with_the_package_that_has_them(
    sheet: CertificateSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(typeset._FONTS, "MunimentText", "NotInstalled.ttf")
    typeset._load_fonts.cache_clear()
    with pytest.raises(Misconfigured) as told:
        certificate_of_destruction(sheet)
    assert "fonts-dejavu-core" in str(told.value)
