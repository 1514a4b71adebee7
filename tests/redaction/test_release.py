"""From a file to a proven one: what is removed is gone for every reader, or nothing comes out."""

import io
import json
import subprocess
from pathlib import Path

import pikepdf
import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from console.main import main
from recordkeeping.vocabulary.errors import Refused, Unproven
from redaction.burn.areas import Area
from redaction.burn.pdf import burn
from redaction.formats.document import ReadDocument
from redaction.formats.read import read_document
from redaction.formats.typeset import PLAIN, register_fonts
from redaction.normal import normal
from redaction.prove import canaries_caught, leaks_in, prove
from redaction.sandbox import read_apart
from redaction.terms import spans_of

SECRET = "Zephyrine Quill"


def pdf(*lines: str, rotate: int = 0, crop: bool = False, title: str = "") -> bytes:
    register_fonts()
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4, invariant=1)
    for number, line in enumerate(lines):
        canvas.setFont(PLAIN, 12)
        canvas.drawString(90, 700 - 20 * number, line)
    if title:
        canvas.setTitle(title)
    canvas.showPage()
    canvas.save()
    if not (rotate or crop):
        return held.getvalue()
    with pikepdf.open(io.BytesIO(held.getvalue())) as opened:
        if rotate:
            opened.pages[0].obj.Rotate = rotate
        if crop:
            opened.pages[0].obj.CropBox = [50, 400, 500, 800]
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def areas_of(document: ReadDocument, term: str) -> list[Area]:
    return [
        Area(page.number, box, "another person")
        for page in document.pages
        for span in spans_of(term, normal(page.text))
        for box in page.boxes_of(span)
    ]


def poppler(content: bytes) -> str:
    return subprocess.run(
        ["pdftotext", "-", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()


@pytest.mark.parametrize(
    "source",
    [
        pdf("We met Zephyrine Quill at home."),
        pdf("We met ZEPHYRINE QUILL at home."),
        pdf("We met Zephyrine", "Quill at home."),
        pdf("We met Zephy-", "rine Quill at home."),
        pdf("We met Z e p h y r i n e Q u i l l at home."),
        pdf("We met Zephyrine Quill at home.", rotate=90),
        pdf("We met Zephyrine Quill at home.", crop=True),
        pdf("We met Zephyrine Quill at home.", title="Zephyrine Quill"),
    ],
)
def test_a_removed_name_is_gone_for_every_reader_and_the_rest_stays(source: bytes) -> None:
    document = read_document(source)
    areas = areas_of(document, SECRET)
    assert areas
    burned = burn(document, areas)
    proven = prove(burned.pdf, terms=[SECRET], areas=burned.areas)
    texts = [poppler(proven.pdf), pypdf.PdfReader(io.BytesIO(proven.pdf)).pages[0].extract_text()]
    for text in texts:
        assert "quill" not in text.casefold()
        assert "rine" not in text.casefold()
        # On a turned page the words that stay are laid letter by letter.
        assert "home" in "".join(text.split())
    assert b"Zephyrine" not in proven.pdf
    assert leaks_in(proven.pdf, [SECRET]) == ()


def test_white_and_tiny_words_are_removed_as_well() -> None:
    register_fonts()
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    canvas.setFont(PLAIN, 1)
    canvas.setFillGray(1)
    canvas.drawString(90, 700, SECRET)
    canvas.save()
    document = read_document(held.getvalue())
    burned = burn(document, areas_of(document, SECRET))
    assert prove(burned.pdf, terms=[SECRET], areas=burned.areas).pages == 1


def test_a_name_that_was_not_removed_is_not_proven_gone() -> None:
    burned = burn(read_document(pdf("We met Zephyrine Quill at home.")), [])
    with pytest.raises(Unproven, match="1 of 1 removed terms"):
        prove(burned.pdf, terms=[SECRET], areas=[])


def test_a_box_painted_over_live_words_is_not_proven() -> None:
    with pytest.raises(Unproven):
        prove(
            pdf("We met Zephyrine Quill at home."),
            terms=[],
            areas=[Area(1, (80, 120, 300, 150), "another person")],
        )


def test_the_prover_catches_its_own_canaries() -> None:
    assert canaries_caught()


def test_an_error_never_repeats_what_was_to_be_removed() -> None:
    burned = burn(read_document(pdf("We met Zephyrine Quill at home.")), [])
    with pytest.raises(Unproven) as why:
        prove(burned.pdf, terms=[SECRET], areas=[])
    assert "Zephyrine" not in str(why.value)


def encrypted() -> bytes:
    with pikepdf.open(io.BytesIO(pdf("x"))) as opened:
        out = io.BytesIO()
        opened.save(out, encryption=pikepdf.Encryption(user="a", owner="b"))
    return out.getvalue()


def annotated() -> bytes:
    with pikepdf.open(io.BytesIO(pdf("x"))) as opened:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=SECRET
        )
        opened.pages[0].obj.Annots = opened.make_indirect(pikepdf.Array([note]))
        out = io.BytesIO()
        opened.save(out)
    return out.getvalue()


def pictured() -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (200, 80), 90)), 50, 50)
    canvas.save()
    return held.getvalue()


def drawn() -> bytes:
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    canvas.circle(200, 200, 60)
    canvas.save()
    return held.getvalue()


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"", "empty"),
        (encrypted(), "password"),
        (annotated(), "notes"),
        (pictured(), "picture"),
        (drawn(), "drawing"),
        (pdf("x")[:400], "damaged"),
        (b"PK\x03\x04broken", "damaged"),
        (b"\x89PNG\r\n", "picture"),
        (bytes(range(1, 32)) * 9, "not text"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 99, "old Office"),
    ],
)
def test_what_cannot_be_read_whole_is_refused_with_its_reason(content: bytes, because: str) -> None:
    with pytest.raises(Refused, match=because):
        read_document(content)


def test_a_hostile_file_is_read_in_a_process_of_its_own() -> None:
    document = read_apart(pdf("We met Zephyrine Quill at home."))
    assert "Zephyrine Quill" in document.pages[0].text
    with pytest.raises(Refused, match="empty"):
        read_apart(b"")


def test_an_email_is_read_with_its_headers_and_its_attachments_apart() -> None:
    mail = (
        b"From: a@example.org\r\nTo: b@example.org\r\nDate: Mon, 2 Nov 2026 10:00:00 +0000\r\n"
        b"Subject: Visit\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n'
        b"--x\r\nContent-Type: text/plain\r\n\r\n"
        b"Hello there.\r\n--x\r\nContent-Type: text/plain\r\n"
        b'Content-Disposition: attachment; filename="n.txt"\r\n\r\nInside.\r\n--x--\r\n'
    )
    document = read_document(mail)
    text = document.pages[0].text
    assert "Subject: Visit" in text
    assert "Hello there." in text
    assert "Inside." not in text
    assert [a.content.strip() for a in document.attachments] == [b"Inside."]


PEOPLE = """
subject: p1
people:
  - {id: p1, name: Kayleigh Marsh}
  - {id: p2, name: Zephyrine Quill, relation: aunt, role: third_party}
  - {id: p3, name: Priya Nair, relation: social worker, role: professional}
"""


def test_redact_with_people_writes_a_proven_pdf_and_never_says_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "people.yaml").write_text(PEOPLE)
    (tmp_path / "in.pdf").write_bytes(pdf("Kayleigh Marsh saw Zephyrine Quill and Priya Nair."))
    out = tmp_path / "out.pdf"
    people = str(tmp_path / "people.yaml")
    code = main(["redact", str(tmp_path / "in.pdf"), str(out), "--people", people, "--json"])
    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert code == 0
    assert (answer["status"], answer["redactions"], answer["pages"]) == ("proven", 1, 1)
    assert {"pdfium", "pypdf", "poppler"} <= set(answer["readers"])
    assert "Zephyrine" not in printed.out + printed.err
    text = poppler(out.read_bytes())
    assert "Kayleigh Marsh" in text
    assert "Priya Nair" in text
    assert "Quill" not in text


def test_redact_refuses_a_picture_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in.pdf").write_bytes(pictured())
    (tmp_path / "terms.json").write_text('["Quill"]')
    out = tmp_path / "out.pdf"
    terms = str(tmp_path / "terms.json")
    args = ["redact", str(tmp_path / "in.pdf"), str(out), "--terms", terms, "--json"]
    assert main(args) == 3
    assert json.loads(capsys.readouterr().out)["status"] == "refused"
    assert not out.exists()


def test_prove_finds_a_leak_and_exits_with_4(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "f.pdf").write_bytes(pdf("We met Zephyrine Quill."))
    (tmp_path / "terms.json").write_text('["zephyrine  QUILL", "Absent Name"]')
    terms = str(tmp_path / "terms.json")
    assert main(["prove", str(tmp_path / "f.pdf"), "--terms", terms, "--json"]) == 4
    answer = json.loads(capsys.readouterr().out)
    assert answer["clean"] is False
    assert {leak["term"] for leak in answer["leaks"]} == {0}


def test_detect_gives_boxes_and_spans_but_no_words_unless_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "people.yaml").write_text(PEOPLE)
    (tmp_path / "in.pdf").write_bytes(pdf("Kayleigh Marsh saw Zephyrine Quill."))
    args = ["detect", str(tmp_path / "in.pdf"), "--people", str(tmp_path / "people.yaml"), "--json"]
    assert main(args) == 0
    printed = capsys.readouterr().out
    answer = json.loads(printed)
    assert "Zephyrine" not in printed
    [own, other] = answer["findings"]
    assert (own["propose"], own["person"]) == ("show", "p1")
    assert (other["propose"], other["person"], other["code"]) == ("redact", "p2", "R01")
    [[x0, y0, x1, y1]] = other["boxes"]
    assert 180 < x0 < 230
    assert 125 < y0 < y1 < 150
    assert x1 - x0 > 60
    assert main([*args, "--show-text"]) == 0
    assert "Zephyrine Quill" in capsys.readouterr().out


def test_a_roster_with_faults_is_refused_with_all_of_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "people.yaml").write_text("subject: p9\npeople:\n  - {id: p1, nmae: X}\n")
    (tmp_path / "in.txt").write_text("hello")
    assert (
        main(["detect", str(tmp_path / "in.txt"), "--people", str(tmp_path / "people.yaml")]) == 2
    )
    told = capsys.readouterr().err
    assert "people.yaml:people.p1.nmae: is not a setting we know" in told
    assert "people.yaml:people.p1.name: is missing" in told
