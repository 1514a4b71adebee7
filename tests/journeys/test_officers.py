"""A records team and SAR officers at the command line, each under their own login."""

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.journeys.conftest import Town

REQUEST = "SAR-2026-0200"


@pytest.fixture(scope="module")
def northmoor(town: Callable[[str], Town]) -> Town:
    return town("officers")


def test_a_record_goes_only_when_an_owner_said_yes_and_nobody_holds_it(northmoor: Town) -> None:
    records, owner = northmoor.as_officer("off-101"), northmoor.as_officer("off-102")
    rehearsed = northmoor.lines("run", "nightly-retention")[0]
    assert rehearsed["would_be_proposed"] > 2
    assert northmoor.lines("disposal", "list") == []
    ran = northmoor.lines("run", "nightly-retention")[0]
    waiting = northmoor.lines("disposal", "list")
    assert len(waiting) == ran["proposed"] > 2
    nobody = northmoor.muniment("disposal", "authorise", waiting[0]["item"], "--basis", "schedule")
    assert nobody.code == 2
    assert "no officer has `login:" in nobody.err
    not_an_owner = northmoor.muniment(
        "disposal", "authorise", waiting[0]["item"], "--basis", "schedule", configs=records
    )
    assert not_an_owner.code == 3
    assert "off-101 does not have the role asset_owner" in not_an_owner.err
    chosen = [line["item"] for line in waiting[:3]]
    northmoor.lines("disposal", "authorise", *chosen, "--basis", "reviewed", configs=owner)
    northmoor.lines(
        "disposal", "reject", waiting[3]["item"], "--reason", "still_needed", configs=owner
    )
    held = waiting[0]["record"]
    hold = northmoor.lines(
        "hold", "place", "--type", "COMPLAINT", "--record", held, configs=records
    )[0]
    done = northmoor.lines("run", "carry-out-disposals")[0]
    assert (done["disposed"], done["withdrawn"]) == (2, 1)
    told = {line["hold"]: line for line in northmoor.lines("hold", "list")}[hold["hold"]]
    assert (told["placed_by"], told["request"], told["records"]) == ("off-101", None, [held])
    assert told["review_overdue"] is False
    northmoor.lines("hold", "release", hold["hold"], "--reason", "ended", configs=records)
    assert hold["hold"] not in {line["hold"] for line in northmoor.lines("hold", "list")}
    left = {line["item"] for line in northmoor.lines("disposal", "list")}
    assert left == {line["item"] for line in waiting[4:]}


def test_a_request_goes_from_opening_to_its_passphrase(northmoor: Town, tmp_path: Path) -> None:
    officer, approver = northmoor.as_officer("off-201"), northmoor.as_officer("off-202")
    person = str(northmoor.council.sar_subject)
    unknown = northmoor.muniment(
        "request", "open", "SAR-2026-0001", "--person", "nobody", "--received", "2026-11-23",
        configs=officer,
    )  # fmt: skip
    assert unknown.code == 3
    opened = northmoor.lines(
        "request", "open", REQUEST, "--person", person, "--received", "2026-11-23", configs=officer
    )[0]
    assert opened["due"] == "2026-12-23"
    northmoor.lines("run", "gather-request", "--request", REQUEST)
    findings = northmoor.lines("request", "findings", REQUEST)
    asked = [line for line in findings if line["ruling"] is None]
    assert asked, "a case file has something that only a person can answer"
    file = tmp_path / "rulings.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in findings))
    decided = northmoor.lines("request", "decide", REQUEST, str(file), configs=officer)[0]
    assert decided["left_out"] == decided["undecided"] == len(asked)
    early = northmoor.muniment("request", "approve", REQUEST, configs=approver)
    assert early.code == 3
    assert f"{len(asked)} findings are not decided" in early.err
    assert "identity is not verified" in early.err
    for line in asked:
        # R07 asks whether an opinion is disclosed; a marking alone is no ground.
        shown = line["code"] == "R07"
        line.update(ruling="show" if shown else "redact", code=_ground(line["code"]))
    file.write_text("\n".join(json.dumps(line) for line in asked))
    northmoor.lines("request", "decide", REQUEST, str(file), configs=officer)
    northmoor.lines(
        "request", "verify", REQUEST, "--identity", "passport", "--entitlement", "is_the_subject",
        configs=officer,
    )  # fmt: skip
    own = northmoor.muniment("request", "approve", REQUEST, configs=officer)
    assert own.code == 3
    northmoor.lines("request", "approve", REQUEST, configs=approver)
    northmoor.lines("run", "release-request", "--request", REQUEST)
    words = northmoor.lines("request", "passphrase", REQUEST, configs=officer)[0]["passphrase"]
    bundle = northmoor.folder / "state" / "outputs" / "requests" / REQUEST / "bundle.pdf"
    with pikepdf.open(bundle, password=words) as opened_bundle:
        assert len(opened_bundle.pages) > 3
    again = northmoor.muniment("request", "passphrase", REQUEST, configs=officer)
    assert again.code == 3
    shown = northmoor.lines("request", "show", REQUEST)[0]
    assert shown["stage"] == "released"
    assert [(step["stage"], step["by"]) for step in shown["history"]] == [
        ("open", "off-201"),
        ("gathered", "muniment"),
        ("approved", "off-202"),
        ("released", "muniment"),
    ]
    assert shown["decided_by"] == ["off-201"]
    assert sum(document["findings"] for document in shown["documents"]) == len(findings)
    assert shown["released"]["gaps"] == sum(d["pages"] is None for d in shown["documents"])
    of_request = {line["hold"]: line for line in northmoor.lines("hold", "list")}
    assert of_request[shown["holds"][0]]["request"] == REQUEST


def _ground(code: str | None) -> str:
    return "R01" if code in (None, "R90") else str(code)


@pytest.mark.parametrize(
    ("flow", "request_", "why"),
    [
        ("gather-request", "NOPE", "muniment: there is no request with this reference\n"),
        ("release-request", "SAR-2026-0201", "is not approved, or is released already\n"),
    ],
)
def test_a_flow_that_is_refused_says_why_in_words_alone(
    northmoor: Town, flow: str, request_: str, why: str
) -> None:
    opened = ("request", "open", "SAR-2026-0201", "--received", "2026-11-23")
    officer, person = northmoor.as_officer("off-201"), str(northmoor.council.sar_subject)
    northmoor.muniment(*opened, "--person", person, configs=officer)
    refused = northmoor.muniment("run", flow, "--request", request_)
    assert refused.code == 3
    assert refused.err.endswith(why)
    assert "Traceback" not in refused.err
    assert refused.out == ""


def test_wrong_words_are_told_all_at_once(northmoor: Town, tmp_path: Path) -> None:
    records = northmoor.as_officer("off-101")
    wrong = northmoor.muniment(
        "hold", "place", "--type", "BECAUSE", "--record", "nowhere", "--class", "XX-NONE",
        configs=records,
    )  # fmt: skip
    assert wrong.code == 2
    assert "--type" in wrong.err
    assert "STORE:KEY" in wrong.err
    assert "XX-NONE is not in the schedule" in wrong.err
    file = tmp_path / "rulings.jsonl"
    file.write_text('{"finding": "f1", "ruling": "hide"}\nnot json\n{"ruling": "show"}\n')
    told = northmoor.muniment(
        "request", "decide", REQUEST, str(file), configs=northmoor.as_officer("off-201")
    )
    assert told.code == 2
    assert [f"rulings.jsonl:{n}" in told.err for n in (1, 2, 3)] == [True] * 3
