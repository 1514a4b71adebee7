"""The sample pack against the table of classes in the domain brief (§4.2), row by row.

Each row: class, event, period, alignment, bound, action, evidence; then what else the row says.
Where a row cannot be said as it stands, the reading that keeps longer is here, and the pack says
why.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from recordkeeping.retention.schedule import Branch, Rule
from recordkeeping.retention.triggers import TriggerEvent
from recordkeeping.vocabulary.calendars import Nation, Period
from recordkeeping.vocabulary.identifiers import ClassId
from wiring.schedules import load_schedule, load_statutory

SAMPLE = load_schedule(Path(__file__).parents[2] / "configs")

DATED = """
SC-LAC birth P75Y exact min review_then_destroy V18 V22
SC-CL birth P75Y exact min review_then_destroy V25 V27 L:Blackpool L:Devon
SC-SHORT birth P75Y exact min review_then_destroy V82
SC-CP closure P35Y exact target review_then_destroy V24 V25 V26 L:Blackpool L:North-Somerset
SC-CPDRAFT decision P0D exact target destroy V27 L:Devon
SC-CIN birth P25Y exact target review_then_destroy V26 V27 L:North-Somerset L:Devon
SC-NFA contact P6Y cy_end target destroy V26 K L:North-Somerset
SC-MASHW closure P90D exact max destroy K
SC-EH birth P25Y sy_end target destroy V29 L:Lincolnshire L:North-Somerset
SC-SO birth P25Y exact target review_then_destroy V30 L:Kirklees L:Devon
SC-PRIV birth P30Y exact target destroy V26 L:North-Somerset
SC-PREP birth P25Y exact target review K
SC-PF birth P75Y exact target review V30 L:Kirklees L:Devon
SC-SGO birth P75Y exact target review K
SC-UASC birth P75Y exact target review V37 L:Warwickshire
SC-EXP birth P75Y exact target review V39 V42
SC-CDR death P15Y exact target review K
SC-LCSPR publication P25Y exact target transfer K V77
SC-LADO-S birth P100Y exact target review V27 L:Devon
SC-LADO-U closure P10Y exact target review_then_destroy V25 V34 L:Devon L:Blackpool
SC-ALLEG allegation P10Y exact min destroy V34
SC-EDT entry P6Y cy_end target destroy K
AD-CHILD order P100Y exact min review V18 V22
AD-ADOPT order P100Y exact min review V18 V22
AD-NOORD-N matter_end P1Y exact target destroy V18 L:Devon
AD-WITHDR last_contact P10Y exact target destroy V21 V27 L:Devon
AD-ENQ last_contact P2Y exact target destroy K
AD-SUPP last_entry P75Y exact min review V22 K
AD-S56LOG order P100Y exact min review V22
FO-CARER approval_end P10Y exact min review_then_destroy V19
FO-CONN placement_end P10Y exact min review_then_destroy V19
FO-REF decision P3Y exact min destroy V19 L:Devon
FO-BARRED decision P30Y exact target review V31 L:Nottinghamshire
FO-REG last_entry P15Y exact min review K L:Devon
FO-ENQ closure P2Y exact target destroy L:Devon
RE-CHILD birth P75Y exact min review V20
RE-OTHER last_entry P15Y exact min destroy K L:Devon
RE-STAFF leaving P25Y exact target destroy L:Devon
ED-SCP2 birth P25Y exact max destroy S3
ED-CPFILE birth P25Y sy_end min review_then_destroy V35 V38
ED-CPCOPY receipt_confirmed P1Y exact max destroy K V38 L:North-Northamptonshire
ED-PUPIL birth P25Y sy_end target destroy V35
ED-REG entry P6Y exact min destroy V81 K L:Lansdown-Park
ED-EHCP birth P31Y sy_end target review_then_destroy V28 V35 L:Lancashire
ED-EHREF birth P31Y sy_end target destroy K
ED-SENDIAS birth P25Y fy_end target destroy S0 K
ED-EP birth P25Y sy_end target destroy K
ED-EWO birth P31Y sy_end target destroy V28 L:Lancashire
ED-CME birth P31Y sy_end target destroy V28 V33 L:Lancashire L:Barnet
ED-EHE birth P25Y sy_end target destroy V43
ED-EXCL birth P25Y sy_end target destroy K
ED-IRP decision P5Y exact target destroy V27 L:Devon
ED-ADM-S birth P25Y sy_end target destroy V28 V29 L:Lincolnshire L:Lancashire
ED-ADM-U decision P1Y sy_end target destroy K
ED-APPEAL decision P2Y sy_end target destroy V27 L:Devon
ED-FAP decision P6Y sy_end target destroy K
ED-VS birth P75Y exact target review_then_destroy V28 L:Lancashire
ED-2YO entry P4M exact max destroy S4 K
ED-EYPAY entry P6Y fy_end target destroy K
ED-NEET birth P26Y sy_end target destroy S4 K
YO-ORDER closure P5Y exact target destroy V32 L:Darlington
YO-OOCD closure P3Y exact target destroy V32 K L:Darlington
YO-ENG birth P25Y sy_end target destroy K
YO-DRUG last_contact P7Y exact target destroy V27 L:Devon
HE-CH birth P26Y exact min review_then_destroy V36
HE-TAMHS last_contact P20Y exact min review V36
HE-REC withdrawal P0D exact max destroy S4
HE-CPIS closure P1Y exact target destroy V47
SF-MATCH completion P6M exact max destroy K
SF-POL disclosure P90D exact max destroy V48 K
IG-CONSENT matter_end P6Y exact target destroy K
IG-DISC disclosure P6Y exact target anonymise K
IG-SARLOG closure P6Y exact target anonymise V27 V49 L:Devon
IG-SARBUN closure P3Y exact target destroy K
IG-SARRAW closure P6M exact max destroy K
IG-FOI closure P3Y exact target destroy L:Devon
IG-COURT disclosure P3Y exact target destroy V27 L:Devon
IG-POLICE closure P6Y exact target destroy V27 L:Devon
IG-RESEARCH study_end P6Y exact target destroy K
IG-COMPL closure P6Y exact target destroy V37 L:Warwickshire
IG-BREACH closure P6Y exact target destroy V27 L:Devon
IG-APD matter_end P6M exact min destroy K
IG-ACK leaving P6Y fy_end target destroy V27 L:Devon
IG-ACCESS entry P6Y month_end target destroy K
IG-HOLD closure P20Y exact target review K
"""

FOLLOWING = """
SC-IRO SC-LAC min review_then_destroy K
SC-MISS SC-LAC,SC-CP,SC-CIN target review_then_destroy K
SC-DOA SC-LAC,SC-CP,SC-CIN target review_then_destroy K
SC-DIRECT SC-LAC min transfer V55
AD-NOORD-L SC-LAC min transfer V18 V21
"""

FOR_GOOD = """
IG-DPIA P3Y V27 L:Devon
IG-DISP P10Y V49 V65
"""

ALTERNATIVES = {
    "SC-LAC": [("death_under_18", "death", "P15Y")],
    "SC-CIN": [("death_under_18", "death", "P6Y")],
    "RE-CHILD": [("death_under_18", "death", "P15Y")],
    "ED-EHCP": [("carries LAC_EVER", "birth", "P75Y")],
    "ED-EP": [("carries EHCP_EVER", "birth", "P31Y")],
    "YO-DRUG": [("death", "death", "P7Y")],
    "HE-CH": [("death", "death", "P8Y")],
    "HE-TAMHS": [("death", "death", "P10Y")],
}

FLOORS = {
    "SC-CIN": [("closure", "P6Y")],
    "SC-PREP": [("closure", "P35Y")],
    "SC-CDR": [("birth", "P25Y")],
    "SC-ALLEG": [("birth", "P68Y")],
    "RE-STAFF": [("birth", "P75Y")],
    "ED-SENDIAS": [("closure", "P6Y")],
    "YO-OOCD": [("birth", "P21Y")],
    "HE-TAMHS": [("birth", "P26Y")],
    "IG-CONSENT": [("birth", "P75Y")],
    "IG-DISC": [("birth", "P75Y")],
}

LATEST = {
    "SC-CP": ["last_contact"],
    "YO-ORDER": ["last_contact"],
    "YO-OOCD": ["last_contact"],
    "HE-CPIS": ["placement_end"],
}


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def the(name: str) -> Rule:
    return SAMPLE.rules[ClassId(name)]


def when(branch: Branch) -> str:
    return f"{branch.when} {branch.modifier}".strip()


def test_the_pack_has_the_ninety_three_classes_of_the_table_and_no_other() -> None:
    named = {row[0] for table in (DATED, FOLLOWING, FOR_GOOD) for row in rows(table)}
    assert len(named) == 92  # and SC-CSA, which is a modifier of every class
    assert set(SAMPLE.rules) == named
    assert set(SAMPLE.modifiers) == {"CSA", "LAC_EVER", "EHCP_EVER"}


@pytest.mark.parametrize("row", rows(DATED), ids=lambda row: str(row[0]))
def test_a_class_is_kept_as_the_table_says(row: list[str]) -> None:
    name, event, period, alignment, bound, action, *evidence = row
    rule = the(name)
    assert rule.trigger is not None
    assert rule.trigger.event == event
    assert rule.trigger.period == Period.parse(period)
    assert (rule.alignment, rule.bound, rule.action) == (alignment, bound, action)
    assert list(rule.authority.evidence) == evidence
    assert [str(event) for event in rule.trigger.or_later] == LATEST.get(name, [])
    assert [(when(b), b.event, b.period) for b in rule.alternatives] == [
        (condition, event, Period.parse(length))
        for condition, event, length in ALTERNATIVES.get(name, [])
    ]
    assert [(b.event, b.period) for b in rule.not_before] == [
        (event, Period.parse(length)) for event, length in FLOORS.get(name, [])
    ]


@pytest.mark.parametrize("row", rows(FOLLOWING), ids=lambda row: str(row[0]))
def test_a_class_that_follows_others_goes_with_those_of_the_table(row: list[str]) -> None:
    name, followed, bound, action, *evidence = row
    rule = the(name)
    assert list(rule.follows) == followed.split(",")
    assert (rule.bound, rule.action, list(rule.authority.evidence)) == (bound, action, evidence)


@pytest.mark.parametrize("row", rows(FOR_GOOD), ids=lambda row: str(row[0]))
def test_what_is_kept_for_good_is_reviewed_as_often_as_the_table_says(row: list[str]) -> None:
    name, every, *evidence = row
    rule = the(name)
    assert (rule.action, rule.review_every) == ("permanent", Period.parse(every))
    assert list(rule.authority.evidence) == evidence


def test_what_relates_to_child_sexual_abuse_is_kept_75_years_and_reviewed_every_ten() -> None:
    csa = SAMPLE.modifiers["CSA"]
    assert (csa.floor.event, csa.floor.period) == ("birth", Period(75))
    assert csa.review_every == Period(10)
    assert csa.authority.evidence == ("V39", "V42")
    assert the("SC-EXP").review_every == Period(10)


def test_secondary_copies_of_a_partnership_go_by_the_school_year() -> None:
    reading = the("ED-SCP2").school_years
    assert reading is not None
    assert (reading.reading, reading.mode) == ("C", "window")


def test_every_class_has_an_owner() -> None:
    assert [name for name, rule in SAMPLE.rules.items() if not rule.owner] == []


def test_originals_are_returned_and_never_go_in_bulk() -> None:
    assert [name for name, rule in SAMPLE.rules.items() if rule.irreplaceable] == ["SC-DIRECT"]


def test_the_statutory_pack_says_the_same_but_where_the_sample_keeps_longer_than_the_law() -> None:
    law = load_statutory(Nation.ENGLAND).schedule.rules
    assert set(law) == set(SAMPLE.rules)
    differing = {
        name for name, rule in SAMPLE.rules.items() if replace(law[name], owner=rule.owner) != rule
    }
    assert differing == {"SC-CL", "SC-SHORT", "SC-ALLEG", "HE-CH", "HE-TAMHS"}
    assert law[ClassId("HE-CH")].trigger == Branch(TriggerEvent.BIRTH, Period(25))


def test_ranges_stand_around_the_period_of_their_class() -> None:
    pack = load_statutory(Nation.ENGLAND)
    assert pack.ranges[ClassId("SC-CIN")] == (Period(21), Period(30))
    for name, (shortest, longest) in pack.ranges.items():
        trigger = pack.schedule.rules[name].trigger
        assert trigger is not None
        born = date(2001, 3, 15)
        periods = (shortest, trigger.period, longest)
        assert [p.after(born) for p in periods] == sorted(p.after(born) for p in periods), name
