"""What is wrong with a call is said in a sentence, with a call that would do."""

import pytest

from console.main import main


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "usage:" not in printed.err
    return printed.err


def test_a_call_without_out_is_told_what_out_is_and_how_to_write_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(capsys, "redact", "letter.docx") == (
        "muniment redact: OUT is missing: a PDF whatever IN is, so give it a name that ends in"
        " .pdf\n"
        "As in:      muniment redact IN OUT --people people.yaml\n"
        "More about: muniment redact --help\n"
    )


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("prove out.pdf", "--terms is missing"),
        ("request open", "--received is missing: the day it came"),
        ("clock sar", "As in:      muniment clock sar --received DAY"),
        ("detect", "FILE is missing: files, or a folder"),
    ],
)
def test_each_verb_says_what_is_missing(
    call: str, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert says in told(capsys, *call.split())
