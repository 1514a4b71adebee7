"""One PDF that a person can read, check and keep, and that only the passphrase opens."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from hashlib import sha256

import pikepdf
import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bundles.bundle import assemble, cover_letter, gap_list, manifest, seal
from bundles.contents import BundleContents, Reason, ReleasedDocument, Removal
from bundles.passphrase import make_passphrase
from recordkeeping.disclosure.release import ProvenDocument, Reconciliation
from recordkeeping.vocabulary.errors import Refused, Unproven

MakeProven = Callable[..., ProvenDocument]


def texts(pdf: bytes) -> list[str]:
    return [" ".join(p.extract_text().split()) for p in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def only(contents: BundleContents, *documents: ReleasedDocument) -> BundleContents:
    """Return a release of these documents alone."""
    count = len(documents)
    return replace(
        contents,
        documents=documents,
        withheld=(),
        missing=(),
        reconciliation=Reconciliation(count, count, 0, 0),
    )


@pytest.fixture(scope="module")
def assembled(contents: BundleContents) -> bytes:
    return assemble(contents)


@pytest.fixture(scope="module")
def pages(assembled: bytes) -> list[str]:
    return texts(assembled)


def test_every_page_says_its_number_and_how_many_there_are(pages: list[str]) -> None:
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page


def test_the_parts_stand_in_the_order_in_which_they_are_read(pages: list[str]) -> None:
    parts = (
        "Dear Kayleigh Ann Marsh",
        "Finding your way",
        "No. Document Date Pages",
        "A letter in winter, sheet 1",
        "A visit in spring, sheet 1",
        "A visit in spring, sheet 2",
        "What was removed Document",
        "We know that these exist",
        "Documents left out Document",
        "Everything accounted for",
        "You do not need this page",
    )
    found = [next(n for n, page in enumerate(pages) if part in page) for part in parts]
    assert found == sorted(found)


def test_documents_are_numbered_oldest_first(pages: list[str]) -> None:
    assert any("Document 1: Letter" in p and "A letter in winter" in p for p in pages)
    assert sum("Document 2: Case note & <review>" in p and "A visit" in p for p in pages) == 2


def test_a_document_without_a_date_comes_last(contents: BundleContents, proven: MakeProven) -> None:
    undated = ReleasedDocument(proven("No day on it"), "Undated")
    dated = ReleasedDocument(proven("A day on it"), "Dated", date(2020, 2, 3))
    assert [d.title for d in only(contents, undated, dated).in_order] == ["Dated", "Undated"]


def test_the_index_gives_the_pages_on_which_the_documents_are(pages: list[str]) -> None:
    index = next(page for page in pages if "No. Document Date Pages" in page)
    letter = next(n for n, p in enumerate(pages, 1) if "A letter in winter" in p)
    first, second = (n for n, p in enumerate(pages, 1) if "A visit in spring" in p)
    assert f"1 Letter 5 January 2009 {letter} " in index
    assert f"2 Case note & <review> 1 April 2010 {first}–{second}" in index


def test_index_lines_and_bookmarks_lead_to_the_documents(assembled: bytes) -> None:
    first_sheets = ["A letter in winter, sheet 1", "A visit in spring, sheet 1"]
    with pikepdf.open(io.BytesIO(assembled)) as pdf:
        links = [note["/Dest"][0] for page in pdf.pages for note in page.obj.get("/Annots", ())]
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
            marks = [item for parent in outline.root for item in parent.children]
            starts = [
                item.destination[0] for item in marks if isinstance(item.destination, pikepdf.Array)
            ]
        assert titles == [
            "Letter",
            "How to read this",
            "Index",
            "What was removed",
            "What we could not include",
            "Documents left out",
            "For checking",
        ]
        assert [mark.title for mark in marks] == ["1: Letter", "2: Case note & <review>"]
        read = texts(assembled)
        for targets in (links, starts):
            pages = [read[pikepdf.Page(target).index] for target in targets]
            assert all(words in page for words, page in zip(first_sheets, pages, strict=True))


def test_the_letter_says_what_the_law_asks_for(contents: BundleContents) -> None:
    letter = " ".join(texts(cover_letter(contents)))
    for words in (
        "SAR-2026-0417",
        "3 September 2026",
        "5 October 2026",
        "Information about another person: 3",
        "We left out 1 whole document.",
        "We know of 1 whole document and 1 part of the documents that we are sending you that we "
        "could not read or copy.",
        "complaints@northmoor.example.org",
        "within 30 days",
        "Information Commission: 01632 960 113",
        "right to go to court",
        "To keep children safe.",
        "Notes and plans.",
        "Schools and health services.",
        "Until your 75th birthday.",
        "You and your family.",
        "Paper files",
        "go through these papers with you",
    ):
        assert words in letter


@pytest.mark.parametrize(("sent", "sorry"), [(date(2026, 10, 5), False), (date(2026, 10, 6), True)])
def test_the_letter_says_sorry_only_when_it_is_late(
    contents: BundleContents, sent: date, sorry: bool
) -> None:
    letter = " ".join(texts(cover_letter(replace(contents, released_on=sent))))
    assert ("we are sorry" in letter) is sorry


def test_the_letter_does_not_speak_of_grey_boxes_where_there_are_none(
    contents: BundleContents, proven: MakeProven
) -> None:
    letter = " ".join(texts(cover_letter(only(contents, ReleasedDocument(proven("x"), "Note")))))
    assert "We removed nothing" in letter
    assert "A person decided" not in letter


def test_the_gap_list_names_each_gap_with_its_reason(contents: BundleContents) -> None:
    gaps = " ".join(texts(gap_list(contents)))
    assert "Assessment, No date All The file is locked." in gaps
    assert "Document 2: Case note & <review> Page 3 The page was torn." in gaps
    assert "ask for it" not in gaps  # that is for the council's officer


def test_the_letter_counts_documents_alone_where_no_part_is_missing(
    contents: BundleContents,
) -> None:
    whole = replace(contents, documents=tuple(replace(d, gaps=()) for d in contents.documents))
    letter = " ".join(texts(cover_letter(whole)))
    assert "We know of 1 whole document that we could not read or copy." in letter


def test_no_page_of_the_bundle_shows_a_code_that_a_neutral_label_hides(pages: list[str]) -> None:
    for code in ("R01", "R05", "R21"):
        assert not any(code in page for page in pages)


def test_the_digest_of_each_document_is_printed(contents: BundleContents, pages: list[str]) -> None:
    for released in contents.documents:
        assert released.document.sha256 in pages[-1]


def test_documents_that_do_not_add_up_are_not_released(contents: BundleContents) -> None:
    with pytest.raises(Unproven):
        assemble(replace(contents, reconciliation=Reconciliation(5, 2, 1, 1)))


@pytest.mark.parametrize("lost", ["documents", "withheld", "missing"])
def test_a_document_missing_from_its_list_is_noticed(contents: BundleContents, lost: str) -> None:
    fewer = {
        "documents": replace(contents, documents=contents.documents[1:]),
        "withheld": replace(contents, withheld=()),
        "missing": replace(contents, missing=()),
    }
    with pytest.raises(Unproven):
        assemble(fewer[lost])


def test_nothing_to_release_is_no_bundle(contents: BundleContents) -> None:
    with pytest.raises(Refused):
        assemble(only(contents))


def test_a_document_changed_after_its_proof_is_not_released(
    contents: BundleContents, proven: MakeProven
) -> None:
    document = proven("As it was proven")
    changed = replace(document, pdf=proven("As it is now").pdf)
    with pytest.raises(Unproven):
        assemble(only(contents, ReleasedDocument(changed, "Note")))


def test_a_redaction_that_the_schedule_does_not_tell_is_not_released(
    contents: BundleContents, proven: MakeProven
) -> None:
    untold = ReleasedDocument(proven("Two boxes", redactions=2), "Note")
    with pytest.raises(Unproven):
        assemble(only(contents, untold))


def test_pages_other_than_those_proven_are_not_released(
    contents: BundleContents, proven: MakeProven
) -> None:
    fewer = replace(proven("Two sheets", pages=2), pages=1)
    with pytest.raises(Unproven):
        assemble(only(contents, ReleasedDocument(fewer, "Note")))


def test_what_is_no_pdf_is_neither_assembled_nor_sealed(
    contents: BundleContents, proven_pdf: MakeProven
) -> None:
    with pytest.raises(Unproven):
        assemble(only(contents, ReleasedDocument(proven_pdf(b"Marsh", pages=1), "Note")))
    with pytest.raises(Unproven):
        seal(b"Marsh", make_passphrase())


def with_stowaways() -> bytes:
    """A page that carries what a stranger's program may leave on it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawString(72, 700, "What the page says")
    canvas.bookmarkPage("secret-place")
    canvas.addOutlineEntry("Secret bookmark", "secret-place")
    canvas.linkURL("https://secret.example.org", (0, 0, 100, 100))
    canvas.setAuthor("Secret Author")
    canvas.save()
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        page = pdf.pages[0]
        page.obj["/PieceInfo"] = pikepdf.Dictionary(Secret=pikepdf.String("Secret piece"))
        page.Resources["/Metadata"] = pdf.make_stream(b"Secret metadata")
        page.obj["/AA"] = pikepdf.Dictionary(
            O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("secret()"))
        )
        page.obj["/TrimBox"] = pikepdf.Array([0, 0, 10, 10])
        pdf.attachments["secret.txt"] = b"Secret attachment"
        pdf.save(changed)
    return changed.getvalue()


def test_only_what_draws_a_page_comes_with_it(
    contents: BundleContents, proven_pdf: MakeProven
) -> None:
    released = ReleasedDocument(proven_pdf(with_stowaways(), pages=1), "Note")
    pdf = assemble(only(contents, released))
    assert any("What the page says" in page for page in texts(pdf))
    plain = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert set(opened.Root.keys()) <= {
            "/Type", "/Pages", "/Outlines", "/PageMode", "/Lang", "/ViewerPreferences",
        }  # fmt: skip
        for page in opened.pages:
            assert set(page.obj.keys()) <= {
                "/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Annots", "/Rotate",
                "/Trans",
            }  # fmt: skip
        opened.save(
            plain,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    assert b"secret" not in plain.getvalue().lower()


def test_what_a_page_cropped_away_stays_out_of_sight(
    contents: BundleContents, proven_pdf: MakeProven
) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setCropBox((0, 0, 300, 400))
    canvas.drawString(20, 200, "Shown")
    canvas.save()
    released = ReleasedDocument(proven_pdf(out.getvalue(), pages=1), "Note")
    with pikepdf.open(io.BytesIO(assemble(only(contents, released)))) as pdf:
        forms = [form for page in pdf.pages for form in page.form_xobjects.values()]
        assert [[float(edge) for edge in form.BBox] for form in forms] == [[0, 0, 300, 400]]


@pytest.mark.parametrize(
    ("rotate", "size"), [(0, (500.0, 368.0)), (90, (420.0, 568.0)), (180, (500.0, 368.0))]
)
def test_a_turned_page_stands_upright_with_room_for_our_lines(
    contents: BundleContents, proven_pdf: MakeProven, rotate: int, size: tuple[float, float]
) -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(500, 300))
    canvas.drawString(72, 200, "Which way is up")
    canvas.save()
    turned = io.BytesIO()
    with pikepdf.open(io.BytesIO(out.getvalue())) as pdf:
        pdf.pages[0].rotate(rotate, relative=False)
        pdf.save(turned)
    released = ReleasedDocument(proven_pdf(turned.getvalue(), pages=1), "Note")
    reader = pypdf.PdfReader(io.BytesIO(assemble(only(contents, released))))
    page = next(p for p in reader.pages if "Which way is up" in p.extract_text())
    assert page.rotation == 0
    assert (page.mediabox.width, page.mediabox.height) == pytest.approx(size)


def test_pages_whose_size_is_told_with_other_digits_share_a_bundle(
    contents: BundleContents, proven_pdf: MakeProven
) -> None:
    def sheet(height: float) -> ReleasedDocument:
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.pages[0].mediabox = pikepdf.Array([0, 0, 595.2756, height])
            made = io.BytesIO()
            pdf.save(made)
        return ReleasedDocument(proven_pdf(made.getvalue(), pages=1), "A page")

    bundle = assemble(only(contents, sheet(841.8895), sheet(841.8902), sheet(841.8895)))
    assert sum("A page" in text for text in texts(bundle)) >= 3


def test_the_bundle_tells_its_language_and_title_and_nobody_who_made_it(assembled: bytes) -> None:
    with pikepdf.open(io.BytesIO(assembled)) as pdf:
        assert dict(pdf.docinfo.items()) == {"/Title": "Your records", "/Producer": "Muniment"}
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "/Metadata" not in pdf.Root
    assert b"ReportLab" not in assembled


def test_the_same_contents_give_the_same_bytes(contents: BundleContents, assembled: bytes) -> None:
    assert assemble(contents) == assembled


def test_only_the_passphrase_opens_a_sealed_bundle(assembled: bytes) -> None:
    passphrase = make_passphrase()
    bundle = seal(assembled, passphrase)
    for wrong in ("", make_passphrase()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(bundle.pdf), password=wrong)
    with pikepdf.open(io.BytesIO(bundle.pdf), password=passphrase) as pdf:
        assert (pdf.encryption.R, pdf.encryption.V, pdf.encryption.bits) == (6, 5, 256)
        assert pdf.encryption.stream_method.name == "aesv3"
        assert pdf.user_password_matched
        assert not pdf.owner_password_matched
        assert pdf.allow.accessibility
        assert pdf.allow.extract
        assert pdf.allow.print_highres
        assert len(pdf.pages) == bundle.pages
    assert b"Kayleigh" not in bundle.pdf
    assert bundle.sha256 == sha256(bundle.pdf).hexdigest()


@pytest.mark.parametrize("weak", ["", "k7m-3xw-a9f"])
def test_a_short_passphrase_is_refused(assembled: bytes, weak: str) -> None:
    with pytest.raises(Refused):
        seal(assembled, weak)


def test_the_manifest_accounts_for_the_release_without_names(
    contents: BundleContents, assembled: bytes
) -> None:
    bundle = seal(assembled, make_passphrase())
    told = manifest(contents, bundle)
    assert told["removed_by_code"] == {"R01": 2, "R05": 1}
    assert told["withheld_by_code"] == {"R21": 1}
    assert told["reconciliation"] == {
        "documents": 4, "released": 2, "withheld": 1, "annexes": 0, "gaps": 1,
    }  # fmt: skip
    assert told["beside_by_code"] == {}
    assert told["bundle"] == {
        "sha256": sha256(bundle.pdf).hexdigest(),
        "pages": bundle.pages,
        "bytes": len(bundle.pdf),
    }
    written = json.dumps(told)
    for personal in ("Kayleigh", "Marsh", "Coble", "Case note", "Report"):
        assert personal not in written


def test_a_title_is_printed_and_never_read_as_markup(
    contents: BundleContents, proven: MakeProven
) -> None:
    title = '<a href="https://example.org">Note</a> <img src="/etc/hostname"/> &amp;'
    pages = texts(assemble(only(contents, ReleasedDocument(proven("x"), title))))
    assert sum('<a href="https://example.org">Note</a>' in page for page in pages) >= 1


def test_a_title_longer_than_a_page_is_refused_without_being_quoted(
    contents: BundleContents, proven: MakeProven
) -> None:
    released = ReleasedDocument(proven("x"), "Marsh " * 3000)
    with pytest.raises(Refused) as refused:
        assemble(only(contents, released))
    assert "Marsh" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_names_and_titles_are_not_in_a_printed_value(contents: BundleContents) -> None:
    for personal in ("Kayleigh", "Coble", "Case note", "Assessment", "Report"):
        assert personal not in repr(contents)


def test_a_long_document_has_all_its_pages_each_under_its_own_number(
    contents: BundleContents, proven: MakeProven
) -> None:
    pdf = assemble(only(contents, ReleasedDocument(proven("A visit", pages=150), "Case note")))
    read = texts(pdf)
    first = next(n for n, page in enumerate(read) if "A visit, sheet 1 " in f"{page} ")
    for sheet, page in enumerate(read[first : first + 150], start=1):
        assert f"A visit, sheet {sheet} Document 1: Case note" in page
        assert f"Page {first + sheet} of {len(read)}" in page


def test_titles_in_more_letters_than_one_font_holds_can_be_read(
    contents: BundleContents, proven: MakeProven
) -> None:
    letters = "".join(map(chr, (*range(0x100, 0x180), *range(0x391, 0x3A2), *range(0x400, 0x4C0))))
    titles = [letters[at : at + 12] for at in range(0, len(letters), 12)]
    documents = (ReleasedDocument(proven("x"), title) for title in titles)
    pages = texts(assemble(only(contents, *documents)))
    for number, title in enumerate(titles, start=1):
        assert any(f"Document {number}: {title}" in page for page in pages)


def test_what_is_carried_is_as_it_was_and_leads_to_no_page_of_its_old_file(
    contents: BundleContents, proven: MakeProven, proven_pdf: MakeProven
) -> None:
    with pikepdf.open(io.BytesIO(proven("Words").pdf)) as pdf:
        page, changed = pdf.pages[0].obj, io.BytesIO()
        state = pikepdf.Dictionary(Said=pikepdf.String("a (1 0 R) \\ b"), Back=page)
        page.Resources.ExtGState = pikepdf.Dictionary(G=pdf.make_indirect(state))
        page.AnythingElse = pikepdf.String("Secret")
        pdf.save(changed)
    with pikepdf.open(changed) as pdf:
        packed = pdf.pages[0].obj.Contents.read_raw_bytes()
    released = ReleasedDocument(proven_pdf(changed.getvalue(), pages=1), "Note")
    with pikepdf.open(io.BytesIO(assemble(only(contents, released)))) as bundle:
        (form,) = (form for page in bundle.pages for form in page.form_xobjects.values())
        assert form.read_raw_bytes() == packed
        assert str(form.Resources.ExtGState.G.Said) == "a (1 0 R) \\ b"
        assert form.Resources.ExtGState.G.get("/Back") is None
        boxed = [o for o in bundle.objects if isinstance(o, pikepdf.Dictionary) if "/MediaBox" in o]
        assert len(boxed) == len(bundle.pages)


def test_content_that_a_page_lists_as_one_stream_is_laid_in_packed_as_it_was(
    contents: BundleContents, proven: MakeProven, proven_pdf: MakeProven
) -> None:
    """So redaction writes pages; unpacking ten thousand of them took most of a bundle's time."""
    with pikepdf.open(io.BytesIO(proven("Words", pages=2).pdf)) as pdf:
        changed = io.BytesIO()
        for page in pdf.pages:
            page.obj.Contents = pikepdf.Array([page.obj.Contents])
        pdf.save(changed)
    with pikepdf.open(changed) as pdf:
        packed = [page.obj.Contents[0].read_raw_bytes() for page in pdf.pages]
    released = ReleasedDocument(proven_pdf(changed.getvalue(), pages=2), "Note")
    pdf_of_all = assemble(only(contents, released))
    with pikepdf.open(io.BytesIO(pdf_of_all)) as bundle:
        forms = [form for page in bundle.pages for form in page.form_xobjects.values()]
        assert [form.read_raw_bytes() for form in forms] == packed
    assert sum("Words, sheet 2" in page for page in texts(pdf_of_all)) == 1


def test_content_in_several_streams_is_one_and_an_empty_page_stays_empty(
    contents: BundleContents, proven: MakeProven, proven_pdf: MakeProven
) -> None:
    with pikepdf.open(io.BytesIO(proven("Words", pages=2).pdf)) as pdf:
        changed, (first, second) = io.BytesIO(), pdf.pages
        before = pdf.make_stream(b"q 1 0 0 1 0 0 cm")
        first.obj.Contents = pikepdf.Array([before, first.obj.Contents, pdf.make_stream(b"Q")])
        del second.obj.Contents
        pdf.save(changed)
    released = ReleasedDocument(proven_pdf(changed.getvalue(), pages=2), "Note")
    with pikepdf.open(io.BytesIO(assemble(only(contents, released)))) as bundle:
        forms = [form for page in bundle.pages for form in page.form_xobjects.values()]
        drawn = [form.read_bytes() for form in forms]
    assert drawn[0].startswith(b"q 1 0 0 1 0 0 cm\n")
    assert b"(Words, sheet 1) Tj" in drawn[0]
    assert drawn[0].endswith(b"\nQ")
    assert drawn[1] == b""


def test_pages_of_one_document_keep_their_own_shapes_and_resources(
    contents: BundleContents, proven: MakeProven, proven_pdf: MakeProven
) -> None:
    """Pages that are alike are laid alike, and no page is taken for another that is not."""
    with pikepdf.open(io.BytesIO(proven("Words", pages=4).pdf)) as pdf:
        changed = io.BytesIO()
        pdf.pages[1].rotate(90, relative=False)
        pdf.pages[2].obj.CropBox = pikepdf.Array([0, 600, 300, 800])
        pdf.pages[3].obj.Resources = pikepdf.Dictionary(
            Font=pikepdf.Dictionary(F1=pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier,
            )),
        )  # fmt: skip
        pdf.save(changed)
    released = ReleasedDocument(proven_pdf(changed.getvalue(), pages=4), "Note")
    with pikepdf.open(io.BytesIO(assemble(only(contents, released)))) as bundle:
        forms = [form for page in bundle.pages for form in page.form_xobjects.values()]
        boxes = [[round(float(edge)) for edge in form.BBox] for form in forms]
        turned = [[round(float(part)) for part in form.Matrix] for form in forms]
        fonts = [str(form.Resources.Font.F1.BaseFont) for form in forms]
    assert boxes == [[0, 0, 595, 842], [0, 0, 595, 842], [0, 600, 300, 800], [0, 0, 595, 842]]
    assert turned[1] == [0, -1, 1, 0, 0, 595]
    assert turned[0] == turned[2] == turned[3] == [1, 0, 0, 1, 0, 0]
    assert fonts == ["/Helvetica", "/Helvetica", "/Helvetica", "/Courier"]


def with_details_left_out(contents: BundleContents) -> BundleContents:
    """Return the release with what two of its files hold besides their pages, all of it removed."""
    not_yours = Removal(Reason("R40", "not your information"), 4)
    another = Removal(Reason("R01", "another person"), 1)
    review, letter = contents.documents
    return replace(
        contents,
        documents=(review, replace(letter, beside=(another, not_yours))),
        withheld=(replace(contents.withheld[0], beside=(not_yours,)),),
        reconciliation=Reconciliation(documents=6, released=2, withheld=1, gaps=1, annexes=2),
    )


def test_details_of_files_that_are_left_out_are_counted_with_their_documents(
    contents: BundleContents,
) -> None:
    told = with_details_left_out(contents)
    left_out = texts(assemble(told))[-2]
    assert "Details in files, left out" in left_out
    assert (
        "1: Letter 5 January 2009 4 not your information 1 another person "
        "Report 6 May 2011 4 not your information"
    ) in left_out
    for row in (
        "Documents in this bundle 2",
        "Documents left out 1",
        "Lists of details in files, left out 2",
        "Documents we could not include 1",
        "All documents and lists 6",
    ):
        assert row in left_out
    assert "R40" not in left_out
    letter = " ".join(texts(cover_letter(told)))
    assert "The computer files of 2 documents also hold details" in letter
    assert manifest(told, seal(assemble(told), make_passphrase()))["beside_by_code"] == {
        "R01": 1,
        "R40": 8,
    }


def test_a_list_of_details_that_is_told_nowhere_stops_the_release(contents: BundleContents) -> None:
    told = with_details_left_out(contents)
    with pytest.raises(Unproven, match="1 annexes left out"):
        assemble(replace(told, withheld=contents.withheld))


def test_a_release_without_such_details_says_nothing_of_them(contents: BundleContents) -> None:
    assert "etails" not in " ".join(texts(assemble(contents)))


def test_what_only_the_proof_read_is_counted_and_its_pages_are_named(
    contents: BundleContents, proven: MakeProven
) -> None:
    another = Reason("R01", "Information about another person", "This is about somebody else.")
    note = ReleasedDocument(
        proven("Seen in the garden", pages=3, redactions=2),
        "Note",
        removals=(Removal(another, 2), Removal(another, 1)),
        read_by_the_proof={3: 1},
    )
    letter = ReleasedDocument(
        proven("Nothing was decided"),
        "Letter",
        date(2001, 3, 4),
        removals=(Removal(Reason("", "removed"), 2),),
        read_by_the_proof={1: 2},
    )
    told = only(contents, note, letter)
    bundle = assemble(told)
    removed = next(page for page in texts(bundle) if "What was removed Document" in page)
    assert "1: Letter removed 2" in removed
    assert "2: Note Information about another person 3" in removed
    account = manifest(told, seal(bundle, make_passphrase()))
    assert account["look_at"] == [
        "document 1, page 1: the proof removed 2 words that nobody had decided; look at it",
        "document 2, page 3: the proof removed a word that nobody had decided; look at it",
    ]
    assert account["removed_by_code"] == {"": 2, "R01": 3}
    assert json.loads(json.dumps(account))["documents"][1]["read_by_the_proof"] == {"3": 1}
    assert told.read_by_the_proof == 3


def test_what_only_the_proof_read_and_no_list_counts_stops_the_release(
    contents: BundleContents, proven: MakeProven
) -> None:
    untold = ReleasedDocument(proven("A word more"), "Note", read_by_the_proof={1: 1})
    with pytest.raises(Unproven, match="does not tell what was removed"):
        assemble(only(contents, untold))
