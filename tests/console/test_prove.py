"""`muniment prove`: exit 0 when clean, 4 when a term can still be read."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from console.main import main
from tests.corpus.case import cases


@pytest.mark.parametrize(("term", "code", "clean"), [("Marsh", 4, False), ("Ola", 0, True)])
def test_a_term_that_can_be_read_is_a_leak(
    term: str, code: int, clean: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 300), invariant=1)
    canvas.drawString(72, 200, "Today Dean Marsh rang.")
    canvas.save()
    (tmp_path / "terms.json").write_text(json.dumps(["nobody", term]))
    assert (
        main(["prove", str(tmp_path / "a.pdf"), "--terms", str(tmp_path / "terms.json"), "--json"])
        == code
    )
    printed = capsys.readouterr().out
    answer = json.loads(printed)
    assert answer["clean"] is clean
    assert answer["readers"] == [
        "bytes",
        "objects",
        "pdfium",
        "pypdf",
        "poppler",
        "ocr",
        "hidden",
    ]
    assert {"term": 1, "reader": "poppler", "page": 1, "where": "text"} in answer["leaks"] or clean
    assert "Marsh" not in printed


def test_in_words_the_terms_of_the_list_are_counted_as_people_count(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Today Dean Marsh rang.")
    without_json = asked(tmp_path, tmp_path / "a.txt", "nobody", "Dean Marsh")[:-1]
    assert main(without_json) == 4
    said = capsys.readouterr().out
    assert "  - no. 2 of the terms, by pdfium, page 1\n" in said


def asked(tmp_path: Path, what: Path, *terms: str) -> list[str]:
    (tmp_path / "terms.json").write_text(json.dumps(terms))
    return ["prove", str(what), "--terms", str(tmp_path / "terms.json"), "--json"]


@pytest.mark.parametrize(("term", "code"), [("Dean Marsh", 4), ("Ola", 0)])
def test_other_kinds_are_looked_at_as_the_pages_that_they_become(
    term: str, code: int, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Today Dean\nMarsh rang.")
    assert main(asked(tmp_path, tmp_path / "a.txt", term)) == code


def test_a_term_in_the_pixels_of_a_scan_is_a_leak(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    image = Image.new("L", (1240, 600), 255)
    font = ImageFont.truetype("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", 40)
    ImageDraw.Draw(image).text((100, 200), "Visit by Dean Marsh on Tuesday", fill=0, font=font)
    image.save(tmp_path / "scan.pdf", resolution=150)
    assert main(asked(tmp_path, tmp_path / "scan.pdf", "Dean Marsh")) == 4
    answer = json.loads(capsys.readouterr().out)
    assert answer["leaks"] == [{"term": 0, "reader": "ocr", "page": 1, "where": "picture"}]


def test_a_term_in_an_attached_document_is_a_leak(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    message = EmailMessage()
    message["From"], message["Date"] = "a@example.org", "Mon, 2 Nov 2026 10:00:00 +0000"
    message.set_content("See the note.")
    message.add_attachment("Dean Marsh rang.", filename="note.txt")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    assert main(asked(tmp_path, tmp_path / "a.eml", "Dean Marsh")) == 4
    leaks = json.loads(capsys.readouterr().out)["leaks"]
    assert {(leak["term"], leak["where"]) for leak in leaks} == {(0, "attachment")}


def test_a_folder_is_answered_file_by_file_and_what_cannot_be_read_is_not_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "released"
    folder.mkdir()
    (folder / "clean.txt").write_text("Nobody rang.")
    (folder / "empty.pdf").write_bytes(b"")
    assert main(asked(tmp_path, folder, "Dean Marsh")) == 3
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(a["file"], a["clean"], a["because"]) for a in answers] == [
        ("clean.txt", True, []),
        ("empty.pdf", False, ["the file is empty; ask for it once more"]),
    ]
    (folder / "leak.txt").write_text("Dean Marsh rang.")
    assert main(asked(tmp_path, folder, "Dean Marsh")) == 4


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"")
    assert main(asked(tmp_path, tmp_path / "a.pdf", "x")) == 3


@pytest.mark.parametrize(("said", "code"), [("Dean Marsh rang.", 4), ("The dog barked.", 3)])
def test_a_pdf_of_which_no_pages_can_be_made_is_never_clean(
    said: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = Image.new("L", (1000, 300), 255)
    typeface = ImageFont.truetype("DejaVuSans.ttf", 48)
    ImageDraw.Draw(scan).text((50, 100), "Today Dean Marsh rang.", 0, typeface)
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(500, 300), invariant=1)
    canvas.drawInlineImage(scan, 0, 100, 500, 150)
    canvas.drawString(72, 50, said)
    canvas.showPage()
    canvas.setPageSize((20_000, 20_000))  # larger than viewers agree on
    canvas.showPage()
    canvas.save()
    (tmp_path / "terms.json").write_text(json.dumps(["Marsh"]))

    assert main(["prove", str(tmp_path / "a.pdf"), "--terms", str(tmp_path / "terms.json")]) == code
    assert "Nothing can be read" not in capsys.readouterr().out


def test_a_term_wrapped_in_a_column_of_typed_text_is_a_leak(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "On Tuesday Zephy-        the warden was in the garden\n"
        "rine rang him.           and nothing else took place\n"
    )
    assert main(asked(tmp_path, tmp_path / "a.txt", "Zephyrine")) == 4
    assert main(asked(tmp_path, tmp_path / "a.txt", "Quaxley")) == 0


SCANS = (
    "png-in-addresses-of-a-scan.png",
    "13-in-a-word-that-is-misread-at-first.png",
    "13-in-a-scanned-page-clean.pdf",
    "jpeg-in-a-photograph.jpg",
    "tiff-in-the-second-page-of-a-tiff.tif",
    "gif-in-a-strip-of-a-scan.gif",
)


@pytest.mark.parametrize("name", SCANS)
def test_what_redact_calls_proven_is_clean_for_prove_with_the_same_terms(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = next(case for case in cases() if case.file == name)
    source, out = tmp_path / case.file, tmp_path / "out.pdf"
    source.write_bytes(case.make())
    proving = asked(tmp_path, out, *case.terms)
    assert main(["redact", str(source), str(out), *proving[2:]]) == 0
    redacted = json.loads(capsys.readouterr().out)
    assert redacted["redactions"] > 0

    assert main(proving) == 0
    proven = json.loads(capsys.readouterr().out)
    assert proven["leaks"] == []
    assert set(proven["readers"]) <= set(redacted["readers"])
