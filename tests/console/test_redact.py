"""`muniment redact`: OUT exists only when it is proven, and nothing echoes what was removed."""

import errno
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from console.extras import not_written
from console.main import main
from console.standing import HIDDEN_MARK
from redaction.scans.doubt import UNSURE
from tests.corpus import office

PEOPLE = """
subject: p1
people:
  - {id: p1, name: Kayleigh Ann Marsh, aliases: [Kay]}
  - {id: p2, name: Dean Marsh, relation: father, role: third_party}
"""
WORDS = ("Kayleigh Marsh was seen on Tuesday.", "Dean Marsh rang, and Marsh will write.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    canvas = Canvas(str(tmp_path / "in.pdf"), pagesize=(400, 300), invariant=1)
    for row, line in enumerate(WORDS):
        canvas.drawString(50, 250 - 20 * row, line)
    canvas.save()
    (tmp_path / "people.yaml").write_text(PEOPLE)
    (tmp_path / "terms.json").write_text('["DEAN  marsh", "person"]')
    (tmp_path / "boxes.json").write_text('[{"page": 1, "box": [48, 55, 115, 75], "label": "him"}]')
    return tmp_path


LEGEND = "Removed on this page: another person (R01)"


def words(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def test_people_are_removed_and_those_to_be_asked_about_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "out.pdf"
    code = main(
        ["redact", str(folder / "in.pdf"), str(out), "--people", str(folder / "people.yaml"),
         "--json"]
    )  # fmt: skip
    printed = capsys.readouterr()
    assert code == 0
    assert json.loads(printed.out) == {
        "status": "proven",
        "pages": 1,
        "redactions": 2,
        "asked": 1,
        "pages_as_images": [],
        "readers": ["shape", "grounds", "bytes", "objects", "pdfium", "letters", "poppler"],
        "because": [],
        "sha256_in": sha256((folder / "in.pdf").read_bytes()).hexdigest(),
        "sha256_out": sha256(out.read_bytes()).hexdigest(),
    }
    assert words(out).replace(LEGEND, "").strip() == (
        "Kayleigh Marsh was seen on Tuesday. [removed: another person] rang, and "
        "[removed: another person] will write."
    )
    assert LEGEND in words(out)
    assert "Dean" not in printed.out + printed.err


def test_people_are_removed_where_words_ran_together_and_where_a_line_parts_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = folder / "columns.pdf", folder / "out.pdf"
    canvas = Canvas(str(source), pagesize=(400, 300), invariant=1)
    for row, line in enumerate(("contactDean MarshKayleigh", "Seen by Dean Mar", "sh at home.")):
        canvas.drawString(50, 250 - 15 * row, line)
    canvas.save()
    people = ["--people", str(folder / "people.yaml")]

    assert main(["redact", str(source), str(out), *people, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["redactions"], answer["asked"]) == (3, 1)
    assert "".join(
        words(out).split(LEGEND)[0].replace("[removed: another person]", "").split()
    ) == ("contactSeenbyathome.")


def test_terms_are_removed_and_a_label_that_says_one_is_left_out(folder: Path) -> None:
    out = folder / "out.pdf"
    assert main(
        ["redact", str(folder / "in.pdf"), str(out), "--terms", str(folder / "terms.json")]
    ) == 0  # fmt: skip
    assert words(out) == "Kayleigh Marsh was seen on Tuesday. rang, and Marsh will write."


def test_a_box_is_removed_and_says_its_own_label(folder: Path) -> None:
    out = folder / "out.pdf"
    assert main(
        ["redact", str(folder / "in.pdf"), str(out), "--boxes", str(folder / "boxes.json")]
    ) == 0  # fmt: skip
    assert (
        words(out)
        == "Kayleigh Marsh was seen on Tuesday. [removed: him] rang, and Marsh will write."
    )


def test_what_cannot_be_read_is_refused_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in.pdf").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0")
    code = main(
        ["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--terms",
         str(folder / "terms.json"), "--json"]
    )  # fmt: skip
    answer = json.loads(capsys.readouterr().out)
    assert code == 3
    assert (answer["status"], answer["sha256_out"]) == ("refused", None)
    assert answer["because"] == [
        "the file is a photograph of a telephone's own kind (HEIC); save it as JPEG"
    ]
    assert not (folder / "out.pdf").exists()


def test_an_earlier_result_does_not_stand_for_a_file_that_is_refused_now(folder: Path) -> None:
    words = ["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--terms",
             str(folder / "terms.json"), "--json"]  # fmt: skip
    assert main(words) == 0
    (folder / "in.pdf").write_bytes(b"%PDF-1.7 broken")
    assert main(words) == 3
    assert not (folder / "out.pdf").exists()


def test_somebody_elses_file_at_out_is_kept_whether_the_file_is_released_or_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--terms",
             str(folder / "terms.json"), "--json"]  # fmt: skip
    theirs = b"%PDF-1.7\nthe only scan of a birth certificate"
    (folder / "out.pdf").write_bytes(theirs)
    assert main(asked) == 0
    kept = (
        "what stood at OUT was no result of Muniment's; it is kept beside it, with .kept-1 after "
        "its name"
    )
    assert json.loads(capsys.readouterr().out)["because"] == [kept]
    assert (folder / "out.pdf.kept-1").read_bytes() == theirs
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out)["because"] == []
    assert not (folder / "out.pdf.kept-2").exists()

    (folder / "out.pdf").write_text("a letter")
    (folder / "in.pdf").write_bytes(b"%PDF-1.7 broken")
    assert main(asked) == 3
    assert (
        "beside it, with .kept-2 after its name"
        in json.loads(capsys.readouterr().out)["because"][1]
    )
    assert not (folder / "out.pdf").exists()
    assert (folder / "out.pdf.kept-1").read_bytes() == theirs
    assert (folder / "out.pdf.kept-2").read_text() == "a letter"


def test_an_empty_file_at_out_is_a_place_that_was_made_for_it(folder: Path) -> None:
    (folder / "out.pdf").touch()
    asked = ["redact", str(folder / "in.pdf"), str(folder / "out.pdf")]
    assert main([*asked, "--terms", str(folder / "terms.json")]) == 0
    assert words(folder / "out.pdf").startswith("Kayleigh Marsh was seen on Tuesday. rang, and")
    assert not list(folder.glob("*.kept-*"))


def test_somebody_elses_files_where_extras_are_written_are_kept(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    beside = folder / "beside"
    beside.mkdir()
    (beside / "record.json").write_text('{"pages": 3}')
    (beside / "hidden.pdf").write_bytes(b"%PDF-1.4\nminutes")
    (beside / "inside").mkdir()
    (beside / "inside" / "2024.pdf").write_bytes(b"%PDF-1.4\nof that year")
    asked = ["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--json"]
    asked += ["--terms", str(folder / "terms.json"), "--record", str(beside / "record.json")]
    asked += ["--hidden", str(beside / "hidden.pdf"), "--attachments", str(beside / "inside")]
    assert main(asked) == 0
    told = json.loads(capsys.readouterr().out)["because"]
    assert [why.removeprefix("what stood at ").split()[0] for why in told] == [
        "--record", "--hidden", "--attachments/2024.pdf"
    ]  # fmt: skip
    assert all(why.endswith("it is kept beside it, with .kept-1 after its name") for why in told)
    assert (beside / "record.json.kept-1").read_text() == '{"pages": 3}'
    assert (beside / "hidden.pdf.kept-1").read_bytes() == b"%PDF-1.4\nminutes"
    assert (beside / "inside" / "2024.pdf.kept-1").read_bytes() == b"%PDF-1.4\nof that year"
    assert main(asked) == 0
    assert json.loads(capsys.readouterr().out)["because"] == []


def test_a_folder_of_results_does_not_lie_in_the_folder_that_is_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    terms = ["--terms", str(folder / "terms.json")]
    assert main(["redact", str(folder), str(folder / "out"), *terms]) == 2
    assert "lies in IN" in capsys.readouterr().err
    assert main(["redact", str(folder / "in.pdf"), str(folder), *terms]) == 2
    assert not (folder / "out").exists()


def test_a_folder_is_redacted_file_by_file_and_one_refusal_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = folder / "case", folder / "released"
    (source / "letters").mkdir(parents=True)
    (folder / "in.pdf").rename(source / "letters" / "a.pdf")
    (source / "b.txt").write_text("Dean Marsh rang.")
    (source / "c.png").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0")
    code = main(
        ["redact", str(source), str(target), "--people", str(folder / "people.yaml"), "--json"]
    )
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 3
    assert [(a["file"], a["status"]) for a in answers] == [
        ("b.txt", "proven"),
        ("c.png", "refused"),
        ("letters/a.pdf", "proven"),
    ]
    written = sorted(str(p.relative_to(target)) for p in target.rglob("*") if p.is_file())
    assert written == ["b.txt", "letters/a.pdf"]
    assert words(target / "b.txt") == f"[removed: another person] rang. {LEGEND}"


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("terms", '["ok", ""]', "--terms[1]"),
        ("terms", "{}", "--terms"),
        ("boxes", '[{"page": 0, "box": [0, 0, 1, 1]}]', "--boxes[0]"),
        ("boxes", '[{"page": 1, "box": [9, 0, 1, 1]}]', "--boxes[0]"),
        ("people", "people: []", "people.yaml:people"),
    ],
)
def test_bad_lists_are_told_by_place_before_anything_is_read(
    name: str, content: str, fault: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / ("people.yaml" if name == "people" else f"{name}.json")
    path.write_text(content)
    code = main(["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), f"--{name}", str(path)])
    assert code == 2
    assert fault in capsys.readouterr().err
    assert not (folder / "out.pdf").exists()


def test_the_original_is_never_overwritten(folder: Path) -> None:
    source = folder / "in.pdf"
    before = source.read_bytes()
    terms = str(folder / "terms.json")
    assert main(["redact", str(source), str(source), "--terms", terms]) == 2
    assert source.read_bytes() == before


def test_a_box_on_a_page_that_is_not_there_is_refused(folder: Path) -> None:
    boxes = folder / "boxes.json"
    boxes.write_text('[{"page": 7, "box": [0, 0, 9, 9]}]')
    assert main(
        ["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--boxes", str(boxes)]
    ) == 3  # fmt: skip
    assert not (folder / "out.pdf").exists()


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_pdf_cut_short_is_refused_and_not_released_with_empty_pages(
    folder: Path, share: float, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = (folder / "in.pdf").read_bytes()
    (folder / "in.pdf").write_bytes(whole[: int(len(whole) * share)])
    code = main(
        ["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--terms",
         str(folder / "terms.json"), "--json"]
    )  # fmt: skip
    assert (code, json.loads(capsys.readouterr().out)["status"]) == (3, "refused")
    assert not (folder / "out.pdf").exists()


def test_a_name_in_letters_that_cannot_be_shown_is_refused_and_never_spelled_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "note.txt").write_text("Seen with \u5f20\u4f1f today.")
    (folder / "wide.txt").write_text("Seen with \uff24\uff45\uff41\uff4e Marsh today.")
    (folder / "terms.json").write_text(json.dumps(["\u5f20\u4f1f", "Dean Marsh"]))
    for name, status in (("note.txt", "refused"), ("wide.txt", "proven")):
        main(["redact", str(folder / name), str(folder / "out.pdf"), "--terms",
              str(folder / "terms.json"), "--json"])  # fmt: skip
        assert json.loads(capsys.readouterr().out)["status"] == status
    assert words(folder / "out.pdf") == "Seen with [removed: another person] today."


def test_a_name_broken_by_a_quoted_line_is_removed(folder: Path) -> None:
    (folder / "mail.txt").write_text("> On Tuesday, Dean\n> Marsh wrote.\n> > Dean\n> >  Marsh.")
    (folder / "terms.json").write_text('["Dean Marsh"]')
    assert main(["redact", str(folder / "mail.txt"), str(folder / "out.pdf"), "--terms",
                 str(folder / "terms.json")]) == 0  # fmt: skip
    assert "Marsh" not in words(folder / "out.pdf")


def test_a_box_that_lies_off_its_page_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "boxes.json").write_text('[{"page": 1, "box": [5000, 5000, 5100, 5100]}]')
    code = main(["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--boxes",
                 str(folder / "boxes.json"), "--json"])  # fmt: skip
    assert code == 3
    assert "outside its page" in capsys.readouterr().out


def test_nothing_in_a_folder_is_passed_over_in_silence(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = folder / "case"
    source.mkdir()
    terms = ["--terms", str(folder / "terms.json"), "--json"]
    assert main(["redact", str(source), str(folder / "released"), *terms]) == 2
    assert "without files" in capsys.readouterr().err
    (source / ".hidden.txt").write_text("Dean Marsh rang.")
    (source / "link.txt").symlink_to(folder / "in.pdf")
    os.mkfifo(source / "pipe")
    assert main(["redact", str(source), str(folder / "released"), *terms]) == 3
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {a["file"]: a["status"] for a in answers} == {
        ".hidden.txt": "proven",
        "link.txt": "refused",
        "pipe": "refused",
    }


def test_a_device_is_never_replaced(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    terms = ["--terms", str(folder / "terms.json")]
    assert main(["redact", str(folder / "in.pdf"), str(folder / "pipe"), *terms]) == 2
    assert (folder / "pipe").is_fifo()
    assert main(["redact", str(folder / "pipe"), str(folder / "out.pdf"), *terms]) == 2


def message(folder: Path) -> Path:
    inner = EmailMessage()
    inner["From"], inner["To"], inner["Subject"] = "a@example.com", "b@example.com", "Deep"
    inner.set_content("Dean Marsh came by.")
    inner["X-Kept-By"] = "Dean Marsh"
    inner.add_attachment("Written by Dean Marsh.", filename="Dean Marsh.txt")
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "a@example.com", "b@example.com", "Visit"
    outer["X-Seen-By"] = "Dean Marsh"
    outer.set_content("Seen on Tuesday.")
    outer.add_attachment((folder / "in.pdf").read_bytes(), maintype="application", subtype="pdf")
    outer.add_attachment(inner)
    outer.add_attachment(b"MZ" + b"\0" * 99, maintype="application", subtype="octet-stream")
    (folder / "in.eml").write_bytes(bytes(outer))
    return folder / "in.eml"


def test_attachments_are_redacted_too_each_by_its_number(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["redact", str(message(folder)), str(folder / "out.pdf"), "--json"]
    asked += ["--terms", str(folder / "terms.json"), "--attachments", str(folder / "inside")]
    assert main(asked) == 3  # the program inside is none
    answer = json.loads(capsys.readouterr().out)
    assert answer["status"] == "proven"
    assert [(one["file"], one["status"]) for one in answer["attachments"]] == [
        ("1.pdf", "proven"), ("2.pdf", "proven"), ("3.pdf", "refused"), ("2.1.pdf", "proven"),
    ]  # fmt: skip
    assert sorted(path.name for path in (folder / "inside").iterdir()) == [
        "1.pdf", "2.1.pdf", "2.pdf",
    ]  # fmt: skip
    assert words(folder / "inside" / "2.1.pdf").startswith("Written by")
    for written in (folder / "out.pdf", *(folder / "inside").iterdir()):
        assert "dean marsh" not in words(written).lower()


def test_what_no_page_shows_goes_to_a_reviewer_and_the_proof_is_on_record(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["redact", str(message(folder)), str(folder / "out.pdf"), "--json"]
    asked += ["--terms", str(folder / "terms.json"), "--record", str(folder / "record.json")]
    assert main([*asked, "--hidden", str(folder / "hidden.pdf")]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "Dean Marsh" in words(folder / "hidden.pdf")
    record = json.loads((folder / "record.json").read_text())
    assert record["sha256"] == answer["sha256_out"]
    assert record["pages"] == [{"page": 1, "areas": 0, "route": "rewritten", "width": "constant"}]
    assert "Dean" not in (folder / "record.json").read_text()


def test_what_an_attachment_holds_on_no_page_goes_to_a_reviewer_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "hidden.inside-9.pdf").write_bytes(b"of an earlier run\n" + HIDDEN_MARK)
    (folder / "hidden.2026.pdf").write_bytes(b"somebody's own")
    asked = ["redact", str(message(folder)), str(folder / "out.pdf"), "--json"]
    asked += ["--terms", str(folder / "terms.json"), "--attachments", str(folder / "inside")]
    assert main([*asked, "--hidden", str(folder / "hidden.pdf")]) == 3
    assert "X-Kept-By: Dean Marsh" in words(folder / "hidden.inside-2.pdf")
    names = {path.name for path in folder.glob("hidden*")}
    assert names == {"hidden.pdf", "hidden.2026.pdf", "hidden.inside-2.pdf"}
    second = json.loads(capsys.readouterr().out)["attachments"][1]
    assert not any("--attachments" in why for why in second["because"])


def test_of_a_folder_each_file_has_extras_of_its_own_and_old_ones_are_taken_away(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in").mkdir()
    message(folder).rename(folder / "in" / "a.eml")
    (folder / "in" / "b.bin").write_bytes(b"MZ" + b"\0" * 99)
    (folder / "records").mkdir()
    of_an_earlier_run = dict.fromkeys(
        ("sha256", "source_sha256", "readers", "terms", "pages", "redactions")
    )
    (folder / "records" / "b.bin.json").write_text(json.dumps(of_an_earlier_run))
    asked = ["redact", str(folder / "in"), str(folder / "out"), "--json"]
    asked += ["--terms", str(folder / "terms.json"), "--record", str(folder / "records")]
    assert main([*asked, "--attachments", str(folder / "inside")]) == 3
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["file"] for line in lines] == ["a.eml", "b.bin"]
    assert [path.name for path in (folder / "records").iterdir()] == ["a.eml.json"]
    assert (folder / "inside" / "a.eml" / "2.1.pdf").is_file()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--record", "out.pdf"], "--record: is OUT"),
        (["--hidden", "in.pdf"], "--hidden: is IN"),
        (["--record", "x", "--hidden", "x"], "--hidden: is --record"),
        (["--attachments", "terms.json"], "--attachments: is --terms"),
        (["--attachments", "boxes.json"], "--attachments: is no folder"),
        (["--record", "terms.json"], "--record: is --terms"),
    ],
)
def test_extras_overwrite_nothing_else(
    folder: Path, capsys: pytest.CaptureFixture[str], options: list[str], told: str
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    paths = [option if option.startswith("--") else str(folder / option) for option in options]
    asked = ["redact", str(folder / "in.pdf"), str(folder / "out.pdf")]
    assert main([*asked, "--terms", str(folder / "terms.json"), *paths]) == 2
    assert told in capsys.readouterr().err
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("option", "name"),
    [("--terms", "terms.json"), ("--people", "people.yaml"), ("--boxes", "boxes.json")],
)
def test_nobody_writes_over_the_list_that_they_gave(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, name: str
) -> None:
    given = folder / name
    before = given.read_bytes()
    assert main(["redact", str(folder / "in.pdf"), str(given), option, str(given)]) == 2
    assert capsys.readouterr().err == f"muniment: OUT: is {option}; choose a place of its own\n"
    assert given.read_bytes() == before


def test_a_list_that_cannot_be_read_says_how_one_looks(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "names.txt").write_text("Dean Marsh\n")
    asked = ["redact", str(folder / "in.pdf"), str(folder / "out.pdf")]
    assert main([*asked, "--terms", str(folder / "names.txt")]) == 2
    said = 'muniment: --terms: is no JSON; write ["one text", "another text"]\n'
    assert capsys.readouterr().err == said


@pytest.mark.parametrize("within", ["Dean Marsh letter.txt", "dean_marsh/letter.txt"])
def test_a_file_that_is_called_by_a_removed_name_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], within: str
) -> None:
    given = folder / "files" / within
    given.parent.mkdir(parents=True)
    given.write_text("Dean Marsh rang.\n")
    asked = ["redact", str(folder / "files"), str(folder / "out"), "--json"]
    assert main([*asked, "--terms", str(folder / "terms.json")]) == 0
    told = "the name of the file says what was removed; rename it before anybody gets it"
    assert json.loads(capsys.readouterr().out)["because"] == [told]


def test_a_term_of_one_letter_is_removed_where_it_is_a_word(folder: Path) -> None:
    (folder / "note.txt").write_text("Then K said: a Kite for K.\n")
    (folder / "k.json").write_text('["K"]')
    asked = ["redact", str(folder / "note.txt"), str(folder / "out.pdf")]
    assert main([*asked, "--terms", str(folder / "k.json")]) == 0
    said = "Then [removed: another person] said: a Kite for [removed: another person] ."
    assert words(folder / "out.pdf") == said


def test_a_term_of_one_letter_is_warned_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "note.txt").write_text("Then K said no.\n")
    (folder / "k.json").write_text('["Dean Marsh", "K"]')
    asked = ["redact", str(folder / "note.txt"), str(folder / "out.pdf")]
    assert main([*asked, "--terms", str(folder / "k.json")]) == 0
    assert capsys.readouterr() == (
        f"{folder / 'note.txt'}: 1 redaction, proven\n",
        "muniment: --terms[1]: is one letter or figure; it is looked for wherever that stands by "
        "itself, as the word a does\n",
    )


def test_what_waits_for_a_person_is_said_to_be_removed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, people = str(folder / "in.pdf"), str(folder / "people.yaml")
    assert main(["redact", source, str(folder / "out.pdf"), "--people", people]) == 0
    assert capsys.readouterr().out == (
        f"{source}: 2 redactions, proven; 1 of them waits for a person: removed until somebody "
        "decides\n"
    )


def test_an_in_that_is_not_there_is_told_as_it_was_given(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    assert main(["redact", "none.pdf", "out.pdf", "--terms", "terms.json"]) == 2
    assert capsys.readouterr().err == "muniment: IN: none.pdf is not there\n"


SIX_PEOPLE = """
subject: p0
people:
  - {id: p0, name: Kayleigh Ann Marsh}
  - {id: p1, name: Wilhelmina Featherstonehaugh, relation: aunt, role: third_party}
  - {id: p2, name: Dean Marsh, relation: father, role: third_party}
  - {id: p3, name: Ivy Lo, relation: friend, role: third_party}
  - {id: p4, name: Jonathan Blackwood, relation: neighbour, role: third_party}
  - {id: p5, name: Al Ng, relation: friend, role: third_party}
"""
TOLD_BY_WIDTH = (
    "page 1: the width of a box would fit fewer than five of the people listed; "
    "widen it with --boxes, or withhold the line"
)


@pytest.mark.parametrize(
    ("kind", "told"), [("level", []), ("slanted", [TOLD_BY_WIDTH]), ("scan", [TOLD_BY_WIDTH])]
)
def test_a_box_that_only_one_person_of_the_file_fits_is_told_of(
    kind: str, told: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = "Today Wilhelmina Featherstonehaugh rang the office."
    canvas = Canvas(str(tmp_path / "in.pdf"), pagesize=(400, 300), invariant=1)
    if kind == "scan":
        page = Image.new("L", (1100, 825), 255)
        font = ImageFont.truetype("LiberationSans-Regular.ttf", 32)
        for row, line in enumerate(("The family was visited on Tuesday.", said, "They left.")):
            ImageDraw.Draw(page).text((60, 100 + 60 * row), line, fill=0, font=font)
        page.save(tmp_path / "page.png")
        canvas.drawImage(str(tmp_path / "page.png"), 0, 0, 400, 300)
    else:
        canvas.translate(50, 150)
        canvas.rotate(12 if kind == "slanted" else 0)
        canvas.drawString(0, 0, said)
    canvas.save()
    (tmp_path / "people.yaml").write_text(SIX_PEOPLE)
    arguments = [str(tmp_path / name) for name in ("in.pdf", "out.pdf")]
    people = ["--people", str(tmp_path / "people.yaml")]
    assert main(["redact", *arguments, *people, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [reason for reason in answer["because"] if "width" in reason] == told
    assert answer["redactions"] == 1


def test_a_box_that_would_be_lost_behind_another_of_its_key_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Zephyrine Quaxley")
    (tmp_path / "boxes.json").write_text(
        '[{"page": 1, "box": [60, 60, 300, 90], "box": [400, 700, 420, 710]}]'
    )
    given = [str(tmp_path / "a.txt"), str(tmp_path / "out.pdf")]

    assert main(["redact", *given, "--boxes", str(tmp_path / "boxes.json")]) == 2
    assert not (tmp_path / "out.pdf").exists()
    assert "--boxes: has a key twice in one place" in capsys.readouterr().err


def test_a_disk_that_is_full_is_told_and_leaves_nothing_half_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "out").mkdir()
    out, record = folder / "out" / "a.pdf", folder / "out" / "a.json"
    asked = ["redact", str(folder / "in.pdf"), str(out), "--terms", str(folder / "terms.json")]
    assert main(asked) == 0
    capsys.readouterr()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (500, hard))  # the result needs more than this
    try:
        code = main([*asked, "--record", str(record), "--json"])
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    answer = json.loads(capsys.readouterr().out)
    assert (code, answer["status"], answer["sha256_out"]) == (3, "refused", None)
    assert answer["because"] == [
        "OUT cannot be written: File too large; choose another place or make room"
    ]
    assert list((folder / "out").iterdir()) == []


def test_an_out_inside_a_file_is_told_without_a_traceback(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = folder / "terms.json" / "out.pdf"
    asked = ["redact", str(folder / "in.pdf"), str(out), "--terms", str(folder / "terms.json")]
    assert main(asked) == 3
    printed = capsys.readouterr()
    assert (
        "OUT cannot be written: a file stands where its folder would be; choose another place"
        in printed.out
    )
    assert printed.err == ""


@pytest.mark.parametrize(
    ("option", "said"),
    [("OUT", "OUT"), ("--record", "--record"), ("--hidden", "--hidden")],
)
def test_a_place_where_nobody_may_write_is_named_and_nothing_else_is_left(
    option: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "in.docx").write_bytes(office.document())
    places = {"OUT": folder / "o.pdf", "--record": folder / "r.json", "--hidden": folder / "h.pdf"}
    places[option] = Path("/proc/version.pdf")  # no one may make a file there, root neither
    asked = ["redact", str(folder / "in.docx"), str(places.pop("OUT"))]
    asked += [word for name, place in places.items() for word in (name, str(place))]
    assert main([*asked, "--terms", str(folder / "terms.json"), "--json"]) == 3
    because = json.loads(capsys.readouterr().out)["because"]
    assert because == [f"{said} cannot be written: No such file or directory; choose another place"]
    assert not (folder / "o.pdf").exists()


@pytest.mark.parametrize(
    ("error", "way"),
    [
        (errno.ENOSPC, "choose another place or make room"),
        (errno.EACCES, "choose another place or ask for the right to write there"),
        (errno.EROFS, "choose another place"),
    ],
)
def test_what_is_advised_is_what_would_help(error: int, way: str) -> None:
    told = not_written("--record", OSError(error, os.strerror(error)))
    assert str(told) == f"--record cannot be written: {os.strerror(error)}; {way}"


@pytest.mark.parametrize("out", ["out.docx", "out.TXT", "terms.zip"])
def test_an_out_that_is_called_another_kind_of_file_is_refused(
    out: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["redact", str(folder / "in.pdf"), str(folder / out)]
    assert main([*asked, "--terms", str(folder / "terms.json")]) == 2
    ending = Path(out).suffix.lower()
    assert capsys.readouterr().err == (
        f"muniment: OUT: will be a PDF and is called {ending}; give it a name that ends in .pdf\n"
    )
    assert not (folder / out).exists()


def test_an_out_that_is_called_as_in_is_written_and_said_to_be_a_pdf(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "note.txt").write_text("Dean Marsh rang.")
    asked = ["redact", str(folder / "note.txt"), str(folder / "out.txt"), "--json"]
    assert main([*asked, "--terms", str(folder / "terms.json")]) == 0
    printed = capsys.readouterr()
    assert printed.err == "muniment: OUT is called .txt, as IN is, and is a PDF all the same\n"
    assert json.loads(printed.out)["status"] == "proven"
    assert (folder / "out.txt").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("out", ["out", "out.pdf", "out.PDF", "out.pdf.part", "visit 3.4.26"])
def test_an_out_whose_name_says_nothing_false_is_written(out: str, folder: Path) -> None:
    asked = ["redact", str(folder / "in.pdf"), str(folder / out)]
    assert main([*asked, "--terms", str(folder / "terms.json")]) == 0
    assert (folder / out).read_bytes().startswith(b"%PDF-")


def test_folders_that_are_not_there_are_made_and_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, record = folder / "out" / "today" / "a.pdf", folder / "records" / "a.json"
    asked = ["redact", str(folder / "in.pdf"), str(out), "--record", str(record)]
    asked += ["--terms", str(folder / "terms.json")]
    assert main(asked) == 0
    assert capsys.readouterr().err == (
        f"muniment: OUT: {out.parent} is not there; it is made\n"
        f"muniment: --record: {record.parent} is not there; it is made\n"
    )
    assert out.exists()
    assert main(asked) == 0
    assert capsys.readouterr().err == ""


def test_the_result_of_a_container_is_told_to_be_no_more_than_a_list(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(folder / "in.zip", "w") as made:
        made.writestr("a.txt", "Dean Marsh rang.")
        made.writestr("b.txt", "It rained.")
    asked = ["redact", str(folder / "in.zip"), str(folder / "out.pdf")]
    asked += ["--terms", str(folder / "terms.json")]
    assert main(asked) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{folder / 'in.zip'}: 0 redactions, proven; this is its list of contents alone, and "
        "NOTHING that it holds",
        "  - the result is only a list of what the container holds, not its documents (2); "
        "--attachments redacts them too",
    ]
    assert main([*asked, "--attachments", str(folder / "inside")]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{folder / 'in.zip'}: 0 redactions, proven",
        "  1.pdf: 1 redaction, proven",
        "  2.pdf: 0 redactions, proven",
    ]


def test_a_box_beyond_the_only_page_is_told_in_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "boxes.json").write_text('[{"page": 2, "box": [48, 55, 115, 75]}]')
    asked = ["redact", str(folder / "in.pdf"), str(folder / "out.pdf"), "--json"]
    assert main([*asked, "--boxes", str(folder / "boxes.json")]) == 3
    assert json.loads(capsys.readouterr().out)["because"] == [
        "a box is on page 2; the document has 1 page: correct --boxes"
    ]


def test_standard_input_is_no_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["redact", "-", str(folder / "out.pdf"), "--terms", str(folder / "terms.json")]
    assert main(asked) == 2
    assert "IN: standard input is not read; name a file or a folder" in capsys.readouterr().err


def test_stopped_with_ctrl_c_it_leaves_nothing_and_says_so_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "note.docx").write_bytes(office.document())
    (tmp_path / "terms.json").write_text('["Zephyrine Quaxley"]')
    command = [str(Path(sys.executable).with_name("muniment")), "redact", "note.docx", "out.pdf",
               "--terms", "terms.json", "--json"]  # fmt: skip
    with (
        tempfile.TemporaryDirectory() as temporary,
        subprocess.Popen(
            command,
            cwd=tmp_path,
            env={**os.environ, "TMPDIR": _for_all(temporary)},
            start_new_session=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as running,
    ):
        while not list(Path(temporary).glob("muniment-office-*")):
            assert running.poll() is None
            time.sleep(0.05)
        os.killpg(running.pid, signal.SIGINT)
        said, complained = running.communicate(timeout=60)
        assert (running.returncode, said, complained) == (130, b"", b"muniment: stopped\n")
        assert not (tmp_path / "out.pdf").exists()
        assert list(Path(temporary).iterdir()) == []


def test_a_temporary_folder_that_office_files_cannot_be_opened_in_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "note.docx").write_bytes(office.document())
    (tmp_path / "terms.json").write_text('["Zephyrine Quaxley"]')
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setattr(tempfile, "tempdir", str(closed))
    asked = ["redact", str(tmp_path / "note.docx"), str(tmp_path / "out.pdf")]
    assert main([*asked, "--terms", str(tmp_path / "terms.json")]) == 2
    assert "TMPDIR: others may not enter" in capsys.readouterr().err


def _for_all(folder: str) -> str:
    """Let everybody enter a folder: office files are opened by a user without rights."""
    Path(folder).chmod(0o711)
    return folder


def test_a_gap_of_the_whole_file_is_told_without_a_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "in.zip", "w") as made:
        made.writestr(link, "/etc/passwd")
        made.writestr("a.txt", "Record of a visit on Tuesday")
    (tmp_path / "terms.json").write_text('["Zephyrine"]')
    asked = ["redact", str(tmp_path / "in.zip"), str(tmp_path / "out.pdf"), "--json"]
    assert main([*asked, "--terms", str(tmp_path / "terms.json")]) == 0
    because = json.loads(capsys.readouterr().out)["because"]
    assert because[0] == "an entry of the container only points at another place"


def test_what_was_removed_from_a_scan_as_misread_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = Image.new("L", (1654, 2339), 255)
    font = ImageFont.truetype("LiberationSans-Regular.ttf", 34)
    ImageDraw.Draw(scan).text((200, 200), "Mr Nell Marsh opened the door.", 0, font)
    scan.save(folder / "scan.png", dpi=(200, 200))
    (folder / "terms.json").write_text('["Neil Marsh"]')
    asked = ["redact", str(folder / "scan.png"), str(folder / "o.pdf")]
    assert main([*asked, "--terms", str(folder / "terms.json"), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["redactions"] == 1
    assert answer["because"] == [
        "page 1: 1 of what was removed may be something else, that looks like what is listed; "
        "see whether it is"
    ]


def test_of_a_file_of_few_people_widths_are_told_once_and_by_no_share_of_five(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    canvas = Canvas(str(tmp_path / "in.pdf"), pagesize=(400, 300), invariant=1)
    for name in ("Wilhelmina Featherstonehaugh", "Ivy Lo", "nobody", "Ivy Lo"):
        canvas.translate(50, 150)
        canvas.rotate(12)
        canvas.drawString(0, 0, f"Today {name} rang the office.")
        canvas.showPage()
    canvas.save()
    (tmp_path / "people.yaml").write_text(
        """
subject: p0
people:
  - {id: p0, name: Kayleigh Ann Marsh}
  - {id: p1, name: Wilhelmina Featherstonehaugh, relation: aunt, role: third_party}
  - {id: p3, name: Ivy Lo, relation: friend, role: third_party}
"""
    )
    arguments = [str(tmp_path / name) for name in ("in.pdf", "out.pdf")]
    people = ["--people", str(tmp_path / "people.yaml")]
    assert main(["redact", *arguments, *people, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["because"] == [
        "pages 1-2, 4: boxes are about as wide as what stood there, which may tell apart the 3 "
        "people listed; widen them with --boxes where that matters"
    ]


def test_a_misreading_that_nobody_can_be_called_is_not_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of "Qasim Iqbal" the machine reads "Qasim Igbal"; every page of a file would be told of."""
    scan = Image.new("L", (1654, 2339), 255)
    font = ImageFont.truetype("LiberationSans-Regular.ttf", 34)
    ImageDraw.Draw(scan).text((200, 200), "Mr Qasim Iqbal opened the door.", 0, font)
    scan.save(folder / "scan.png", dpi=(200, 200))
    for listed in ('["Qasim Iqbal"]', '["Qasim 1qbal"]'):
        (folder / "terms.json").write_text(listed)
        asked = ["redact", str(folder / "scan.png"), str(folder / "o.pdf")]
        assert main([*asked, "--terms", str(folder / "terms.json"), "--json"]) == 0
        answer = json.loads(capsys.readouterr().out)
        assert (answer["redactions"], len(answer["because"])) == (1, int("1" in listed))


@pytest.mark.parametrize(
    ("listed", "told"),
    [
        ("Zephyrine O'Brien-Nair", []),
        ("Zephyrine", [f"page 1: {UNSURE}"]),
        ("Somebody Else", [f"page 1: {UNSURE}"]),
    ],
)
def test_nobody_has_to_look_for_a_name_that_was_hard_to_read_and_is_removed(
    listed: str, told: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scan = Image.new("L", (1654, 800), 255)
    font = ImageFont.truetype("LiberationSans-Regular.ttf", 26)
    lines = (
        "The family was visited on Tuesday, and the children were well.",
        "On that day Zephyrine O'Brien-Nair opened the door.",
        "Nobody else was in the house, and the visit was soon over.",
    )
    for row, line in enumerate(lines):
        ImageDraw.Draw(scan).text((200, 200 + 60 * row), line, 0, font)
    scan.save(folder / "scan.png", dpi=(200, 200))
    (folder / "terms.json").write_text(json.dumps([listed]))
    asked = ["redact", str(folder / "scan.png"), str(folder / "o.pdf")]
    assert main([*asked, "--terms", str(folder / "terms.json"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["because"] == told
