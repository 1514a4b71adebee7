"""Rich text: pages as their reader saw them, and every word that the pages do not show."""

import io

import pikepdf
import pytest
from PIL import Image

from recordkeeping.vocabulary.errors import Refused
from redaction.formats.readings import Convert
from redaction.formats.rtf.text import read_rich_text, words_of_rich_text
from redaction.pages import Hidden, ReadDocument
from redaction.reading import read_documents

START = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss\fcharset0 Liberation Sans;}"
    r"{\f1\fswiss\fcharset204 Liberation Sans;}}"
    r"{\stylesheet{\ql Normal;}{\*\cs15\v Hidden Text;}}\f0\fs24 "
)


def rich(body: str) -> bytes:
    return (START + body + r"\par}").encode("latin-1")


def read(body: str) -> Convert:
    return read_rich_text(rich(body))


def told(body: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in read(body).hidden]


def shown(body: str) -> str:
    return words_of_rich_text(rich(body))


def png(colour: tuple[int, int, int] = (250, 0, 0), size: tuple[int, int] = (80, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Zephy{\b rine} Qua{\i x}ley", "Zephyrine Quaxley"),
        (r"\'5aephyrine", "Zephyrine"),
        (r"\u90?e\uc0\u112 hyrine", "Zephyrine"),
        (r"\uc2\u90\'5a\'5aephyrine", "Zephyrine"),
        (r"{\f1 \'c7\'e5\'ef}", "Зеп"),
        (r"caf\'e9 \ldblquote said\rdblquote", "café “said”"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"{\upr{Ze?}{\*\ud{Z\u233?}}}", "Zé"),
        (r"One\tab two\line three", "One\ttwo\nthree"),
    ],
)
def test_letters_are_read_however_they_are_written(body: str, text: str) -> None:
    assert shown(body) == text


def test_the_same_letters_are_written_for_the_program_that_lays_them_out() -> None:
    made = read(r"\uc2\u233\'e9\'e9 {\f1 \'c7}\{x\}").content
    assert rb"\u233 ?" in made
    assert rb"\u1047 ?" in made
    assert rb"\{x\}" in made
    assert rb"\'e9" not in made


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (r"a{\deleted\revauthdel1 Zephyrine}b", "deleted text", "Zephyrine"),
        (r"a{\deleted Zeph}{\b\deleted yrine}b", "deleted text", "Zephyrine"),
        (r"a\v Zephyrine\v0 b", "hidden text", "Zephyrine"),
        (r"a{\cs15 Zephyrine}b", "hidden text", "Zephyrine"),
        (r"a{\v{\footnote Zephyrine}}b", "hidden text", "Zephyrine"),
        (
            r"{\*\atnid ZQ}{\*\atnauthor Moss}\chatn{\*\annotation{\*\atndate 1} ask Zephyrine}",
            "comment",
            "Moss: ask Zephyrine",
        ),
        (r"{\info{\author Zephyrine}}", "document property", "author: Zephyrine"),
        (
            r"{\*\userprops{\propname Child}\proptype30{\staticval Zephyrine}}",
            "document property",
            "Child: Zephyrine",
        ),
        (r"{\*\revtbl{Unknown;}{Zephyrine;}}", "author of a change or comment", "Zephyrine"),
        (r"{\*\bkmkstart Zephyrine}a{\*\bkmkend Zephyrine}", "bookmark name", "Zephyrine"),
        (r"{\*\docvar {who}{Zephyrine}}", "document variable", "who Zephyrine"),
        (r"{\xe\v Zephyrine}", "entry of an index", "Zephyrine"),
        (r"{\*\unheard Zephyrine}", "part of the file that is not shown", "Zephyrine"),
        (r"{\*\datastore 5a657068797269 6e65}", "data bound to a field", "Zephyrine"),
        (
            r'{\field{\*\fldinst HYPERLINK "mailto:z@example.org"}{\fldrslt a}}',
            "link",
            '"mailto:z@example.org"',
        ),
        (
            r'{\field{\*\fldinst {INCLUDETEXT "C:\\\\Zephyrine.doc"}}{\fldrslt a}}',
            "field code",
            r'INCLUDETEXT "C:\\Zephyrine.doc"',
        ),
        (
            r"{\shp{\*\shpinst{\sp{\sn wzDescription}{\sv Zephyrine}}}}",
            "alternative text",
            "Zephyrine",
        ),
    ],
)
def test_what_no_page_shows_is_told_and_does_not_go_on(body: str, kind: str, text: str) -> None:
    reading = read(body)
    assert (kind, text) in [(piece.kind, piece.text) for piece in reading.hidden]
    assert b"Zeph" not in reading.content
    assert "zephyrine" not in reading.words


def test_words_after_the_end_are_told() -> None:
    reading = read_rich_text(rich("a") + b"\0\0Zephyrine rang")
    assert [piece.text for piece in reading.hidden] == ["Zephyrine rang"]


def test_names_that_programs_give_are_not_told() -> None:
    assert told(r"{\*\bkmkstart _Toc12}a{\*\generator Msftedit;}{\*\rsidtbl\rsid1}") == []


def test_a_field_of_a_form_shows_what_was_chosen() -> None:
    box = r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1}}}{\fldrslt }}"
    menu = (
        r"{\field{\*\fldinst FORMDROPDOWN{\*\formfield{\fftype2\ffres1{\*\ffl Mother}"
        r"{\*\ffl Zephyrine}}}}{\fldrslt }}"
    )
    assert shown(f"Agreed {box} by {menu}.") == "Agreed ☒ by Zephyrine."
    assert ("help or choice of a field", "Mother") in told(menu)


def test_what_another_program_put_in_is_a_document_of_its_own() -> None:
    name = b"note.txt\0C:\\note.txt\0\0\0\3\0" + b"\x0c\0\0\0C:\\note.txt\0"
    native = b"\2\0" + name + b"\x0e\0\0\0Zephyrine rang"
    head = b"\1\5\0\0\2\0\0\0" + b"\x08\0\0\0Package\0" + b"\0\0\0\0" * 2
    content = head + len(native).to_bytes(4, "little") + native
    reading = read(
        rf"{{\object\objemb{{\*\objclass Package}}{{\*\objdata {content.hex()}}}"
        r"{\result seen}}"
    )
    assert [(a.name, a.content) for a in reading.attachments] == [("note.txt", b"Zephyrine rang")]
    assert reading.words == ("seen",)
    assert b"objdata" not in reading.content


def test_a_cropped_picture_is_cut_and_the_whole_is_a_document_of_its_own() -> None:
    whole = png()
    reading = read(
        rf"{{\pict\pngblip\picw80\pich40\picwgoal1200\pichgoal600\piccropr600 {whole.hex()}}}"
    )
    assert [a.content for a in reading.attachments] == [whole]
    made = reading.content.partition(b"\\pngblip")[2]
    cut = bytes.fromhex(made[made.index(b" ") + 1 : made.index(b"}")].decode())
    assert Image.open(io.BytesIO(cut)).size == (40, 40)


def test_a_picture_of_an_unknown_kind_is_kept_and_told() -> None:
    reading = read(r"{\pict\macpict 0011223344}")
    assert len(reading.attachments) == 1
    assert [gap.because for gap in reading.gaps] == [
        "a picture in the file is of a kind that is not read"
    ]


def test_a_file_that_was_cut_short_says_so() -> None:
    reading = read_rich_text(rich("One {two three")[:-5])
    assert [gap.because for gap in reading.gaps] == [
        "the file ends before its end, and something of it may be missing"
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"{\\rtf1 {\\pict\\bin999999999 x",
        b"{\\rtf1 \\u99999999999 \\'zz \\",
        b"{\\rtf}}}}}",
        b"{\\rtf1{\\object{\\*\\objdata 0105000002000000ffffffff}}",
        b"{\\rtf1{\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\ffres99}}}}}",
    ],
)
def test_a_damaged_file_is_read_as_far_as_it_goes(content: bytes) -> None:
    made = read_rich_text(content).content
    assert made.count(b"{") == made.count(b"}")


def test_a_file_that_is_nested_without_end_is_refused() -> None:
    with pytest.raises(Refused, match="the document is nested too deeply"):
        read_rich_text(b"{\\rtf1" + b"{" * 100_000)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[ReadDocument]:
    """Documents that went the whole way, in one run."""
    here = tmp_path_factory.mktemp("near") / "red.png"
    here.write_bytes(png())
    for folder in (here, *here.parents[:3]):
        folder.chmod(0o755)
    bodies = [
        r"{\header\plain Northmoor \u183\'b7 Council}\plain\u61623\'3f\tab "
        r"Before {\deleted Zephyrine }after{\v  Zephyrine}.\par "
        r"{\*\atnauthor Moss}{\*\annotation ask Zephyrine}Page "
        r"{\field{\*\fldinst PAGE}{\fldrslt 7}}{\footnote Marsh}\par "
        r"\trowd\cellx3000\cellx6000 When\intbl\cell Tuesday\intbl\cell\row\pard "
        r"Caf\'e9 {\f1 \'c7\'e5\'ef}",
        rf'Near {{\field{{\*\fldinst INCLUDEPICTURE "file://{here}" \\d}}{{\fldrslt }}}}end',
        rf"Here {{\pict\pngblip\picw80\pich40\picwgoal1200\pichgoal600 {png().hex()}}}",
    ]
    read = read_documents([rich(body) for body in bodies])
    return [document for document in read if isinstance(document, ReadDocument)]


def test_the_pages_show_what_a_reader_saw(pages: list[ReadDocument]) -> None:
    words = pages[0].pages[0].text.split()
    assert "Northmoor · Council • Before" in " ".join(words)
    assert words.count("Northmoor") == words.count("1Marsh") == 1
    assert " ".join(words).count("Before after.") == 1
    assert {"When", "Tuesday", "Café", "Зеп"} <= set(words)
    assert "Page 1" in " ".join(words)
    assert "Zephyrine" not in words
    assert pages[0].gaps == ()
    assert Hidden("comment", "Moss: ask Zephyrine") in pages[0].hidden
    assert pages[0].media_type == "application/rtf"


def test_nothing_is_fetched_for_a_field(pages: list[ReadDocument]) -> None:
    def pictures(document: ReadDocument) -> int:
        with pikepdf.open(io.BytesIO(document.pdf)) as pdf:
            return sum(len(page.images) for page in pdf.pages)

    assert [pictures(document) for document in pages] == [0, 0, 1]
    assert any(piece.kind == "field code" for piece in pages[1].hidden)


def test_words_of_equations_and_of_list_numbers_are_on_a_page_or_told() -> None:
    read = read_rich_text(
        rb"{\rtf1\ansi Seen {\mmath{\*\moMath{\mr\mscr0 Zora Finch}}}"
        rb"on {\*\pn\pnlvlblt{\pntxtb Kim}}}"
    )
    assert [(piece.kind, piece.text) for piece in read.perhaps] == [
        ("equation", "Zora Finch"),
        ("number of a list", "Kim"),
    ]


def test_what_older_programs_would_show_instead_is_told() -> None:
    same = read_rich_text(rb"{\rtf1\ansi {\upr{Dean}{\*\ud{Dean}}}}")
    other = read_rich_text(rb"{\rtf1\ansi {\upr{Dean Marsh}{\*\ud{plain}}}}")
    assert same.hidden == ()
    assert [(h.kind, h.text) for h in other.hidden] == [("other version of the text", "Dean Marsh")]
