"""OpenDocument texts: pages as their reader saw them, and every word that the pages do not show."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.kinds import FODT, ODT, kind_of
from redaction.formats.odf.text import read_flat_text, read_open_text
from redaction.formats.odf.tree import said_by_rules
from redaction.formats.readings import Convert
from redaction.pages import ReadDocument
from redaction.reading import read_document, read_documents
from tests.corpus.opentexts import (
    BEHIND,
    HIDDEN,
    IMAGE,
    KIND,
    SHOWN,
    SPACES,
    change,
    frame,
    open_text,
    packed,
    png,
)

NAME = "Zephyrine Quaxley"


def parts_of(made: Convert) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def told(made: Convert) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in made.hidden]


@pytest.mark.parametrize(
    ("which", "kind", "text"),
    [
        ("deleted", "deleted text", NAME),
        ("comment", "comment", f"{NAME}: ask {NAME}"),
        ("change-author", "author of a change or comment", NAME),
        ("hidden-words", "hidden text", NAME),
        ("hidden-by-paragraph", "hidden text", NAME),
        ("hidden-section", "hidden text", NAME),
        ("hidden-field", "hidden text", NAME),
        ("other-choice", "name of a field", NAME),
        ("menu", "choice of a field", NAME),
        ("field-declared", "document variable", f"who: {NAME}"),
        ("bookmark", "bookmark name", NAME),
        ("link", "link", "mailto:Zephyrine.Quaxley@example.org"),
        ("linked-section", "link", "file:///Zephyrine/Quaxley.odt"),
        ("script", "script", NAME),
        ("control", "choice of a field", NAME),
        ("cell-formula", "formula", f'ooow:"{NAME}"'),
        ("hidden-value", "data of a form", f"{NAME}: {NAME}"),
    ],
)
def test_what_no_page_shows_is_told_and_does_not_go_on(which: str, kind: str, text: str) -> None:
    reading = read_open_text(open_text(HIDDEN[which]))
    assert (kind, text) in told(reading)
    rest = parts_of(reading)["content.xml"].replace(NAME.encode(), b"", 1)  # the line that is shown
    assert b"Quaxley" not in rest


@pytest.mark.parametrize("which", SHOWN)
def test_a_name_on_the_page_is_expected_there(which: str) -> None:
    words = read_open_text(open_text(SHOWN[which])).words
    assert words.count("zephyrine") == words.count("quaxley") == 2


def test_a_cell_of_a_text_shows_what_its_reader_saw_not_what_its_formula_gives() -> None:
    cell = (
        '<table:table table:name="t"><table:table-column/><table:table-row><table:table-cell '
        'table:formula="ooow:1+1" office:value-type="float" office:value="7"><text:p>seven</text:p>'
        "</table:table-cell></table:table-row></table:table>"
    )
    [read] = read_documents([open_text(cell)])
    assert isinstance(read, ReadDocument)
    assert read.pages[0].text.split("\n")[-1].strip() == "seven"


def test_words_that_rules_of_a_text_may_put_beside_it_are_told() -> None:
    rules = (
        '<text:notes-configuration text:note-class="footnote" style:num-prefix="Kay "/>'
        "<text:linenumbering-configuration><text:linenumbering-separator>Zephyra"
        "</text:linenumbering-separator></text:linenumbering-configuration>"
        '<text:bibliography-configuration text:prefix="[" text:suffix="]"/>'
    )
    root = etree.fromstring(f"<s {SPACES}>{rules}</s>")
    assert list(said_by_rules(root)) == ["Kay", "Zephyra"]


def test_words_that_stay_together_are_told_together() -> None:
    body = (
        '<text:p>a <text:span text:style-name="T1">Zephy<text:span text:style-name="B">rine'
        '</text:span></text:span><text:span text:style-name="T1"> rang</text:span> b</text:p>'
    )
    assert told(read_open_text(open_text(body))) == [("hidden text", "Zephyrine rang")]


def test_text_after_what_is_taken_out_stays() -> None:
    body = change("deletion", "<text:p>x</text:p>") + (
        '<text:p>One<text:change text:change-id="c1"/> two<text:bookmark text:name="_a"/> three'
        "<office:annotation><text:p>x</text:p></office:annotation> four <text:a>five"
        "</text:a> six</text:p>"
    )
    assert read_open_text(open_text(body)).words[-6:] == (
        "one", "two", "three", "four", "five", "six",
    )  # fmt: skip


def test_an_embedded_document_is_one_of_its_own_and_its_picture_stays() -> None:
    reading = read_open_text(open_text(*BEHIND["object"]))
    assert [(a.name, a.media_type) for a in reading.attachments] == [("Object 1", ODT)]
    assert any(name.startswith("Pictures/") for name in parts_of(reading))
    assert not any(name.startswith("Object") for name in parts_of(reading))


def test_a_chart_goes_on_and_its_words_are_on_a_page_or_told() -> None:
    chart = (
        f"<office:document-content {SPACES}><office:body><office:chart><text:p>Visits</text:p>"
        "</office:chart></office:body></office:document-content>"
    )
    body = frame('<draw:object xlink:href="./Object 1"/>')
    reading = read_open_text(open_text(body, {"Object 1/content.xml": chart}))
    assert "Object 1/content.xml" in parts_of(reading)
    assert [piece.text for piece in reading.perhaps] == ["Visits"]
    assert reading.attachments == ()


def test_pictures_are_renamed_and_links_are_cut() -> None:
    body = frame(IMAGE) + frame('<draw:image xlink:href="https://example.org/z.png"/>')
    reading = read_open_text(open_text(body, {"Pictures/one.png": png()}))
    made = parts_of(reading)
    assert ("link", "https:/example.org/z.png") not in told(reading)
    assert ("link", "https://example.org/z.png") in told(reading)
    assert b"example.org" not in made["content.xml"]
    assert b"one.png" not in made["content.xml"]


def test_macros_are_told() -> None:
    reading = read_open_text(open_text("", {"Basic/Standard/Module1.xml": "<x>Quaxley</x>"}))
    assert [gap.because for gap in reading.gaps] == ["the file holds macros, which are not read"]


@pytest.mark.parametrize(
    ("inside", "gaps"),
    [
        ("", []),
        (
            "<ooo:module ooo:name='M'>Quaxley</ooo:module>",
            ["the file holds macros, which are not read"],
        ),
    ],
)
def test_an_empty_library_that_libreoffice_writes_in_flat_files_is_no_macro(
    inside: str, gaps: list[str]
) -> None:
    flat = (
        f'<office:document {SPACES} xmlns:ooo="http://openoffice.org/2004/office" '
        f'office:mimetype="{KIND}"><office:scripts><office:script><ooo:libraries>'
        f'<ooo:library-embedded ooo:name="Standard">{inside}</ooo:library-embedded>'
        "</ooo:libraries></office:script></office:scripts><office:body><office:text>"
        "<text:p>One</text:p></office:text></office:body></office:document>"
    ).encode()
    assert [gap.because for gap in read_flat_text(flat).gaps] == gaps


def test_a_flat_file_is_read_as_a_packed_one() -> None:
    flat = (
        f'<office:document {SPACES} office:mimetype="{KIND}"><office:body><office:text><text:p>One'
        "</text:p></office:text></office:body></office:document>"
    ).encode()
    assert kind_of(flat) == FODT
    assert read_flat_text(flat).words == ("one",)
    with pytest.raises(Refused, match="save it as ODS or ODP"):
        kind_of(flat.replace(b"opendocument.text", b"opendocument.spreadsheet"))


def test_a_file_with_a_password_is_refused_with_its_reason() -> None:
    sealed = packed(
        {
            "mimetype": KIND,
            "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>",
            "content.xml": b"\1\2\3",
        }
    )
    with pytest.raises(Refused, match="locked with a password; ask for it without one"):
        kind_of(sealed)


@pytest.mark.parametrize(
    ("parts", "because"),
    [
        ({"content.xml": "<a"}, "damaged, or made to do harm"),
        ({"content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}, "made to do harm"),
        ({"content.xml": "<a>" * 253 + "</a>" * 253}, "nested too deeply"),
        ({"../content.xml": "<a/>"}, "made to do harm"),
    ],
)
def test_a_damaged_or_hostile_file_ends_in_a_reason(parts: dict[str, str], because: str) -> None:
    with pytest.raises(Refused, match=because):
        read_open_text(open_text("", parts))


def test_a_file_without_text_is_damaged() -> None:
    with pytest.raises(Refused, match="the document is damaged and cannot be opened"):
        read_open_text(packed({"mimetype": KIND}))
    with pytest.raises(Refused, match="the document is damaged and cannot be opened"):
        read_open_text(open_text(frame(IMAGE))[:600])


def test_pages_show_what_a_reader_saw_and_nothing_from_beside_the_file(tmp_path: Path) -> None:
    near = tmp_path / "near.png"
    near.write_bytes(png())
    for folder in (near, *near.parents[:3]):
        folder.chmod(0o755)
    body = (
        f"<text:p>Page <text:page-number>7</text:page-number>{HIDDEN['comment'][8:-9]}</text:p>"
        + frame(f'<draw:image xlink:href="file://{near}"/>')
        + SHOWN["note"]
    )
    page = "<style:header><text:p>Northmoor</text:p></style:header>"
    document = read_documents([open_text(body, page=page)])[0]
    assert isinstance(document, ReadDocument)
    text = document.pages[0].text
    assert text.startswith("Northmoor\nRecord of a visit")
    assert "Page 1" in text
    assert "ask" not in text
    assert document.media_type == ODT
    assert document.gaps == ()
    with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
        assert not list(pdf.pages[0].images)


def test_a_name_that_begins_with_a_drop_cap_is_read_whole_and_nothing_is_told() -> None:
    styles = (
        '<style:style style:name="cap" style:family="paragraph"><style:paragraph-properties>'
        '<style:drop-cap style:lines="3"/></style:paragraph-properties></style:style>'
    )
    body = '<text:p text:style-name="cap">Zephyrine Quaxley came, ' + "and it rained. " * 20
    document = read_document(open_text(f"{body}</text:p>", styles=styles))
    assert "Zephyrine Quaxley came, and it rained." in document.pages[0].text
    assert (document.gaps, document.hidden) == ((), ())
