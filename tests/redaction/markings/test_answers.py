"""Rows and entries of which a column or a field says whether they may be shared."""

from __future__ import annotations

import pytest

from recordkeeping.disclosure.findings import Page
from recordkeeping.disclosure.people import Roster
from redaction.detectors.markings.detector import MarkingDetector

BEFORE = "Case notes\n\nShe came in. We had tea.\n\n"
AFTER = "\n\nShe is settled, and a visit is planned for Monday."


def check(told: str) -> None:
    text = f"{BEFORE}{told}{AFTER}"
    wanted = [piece.partition("⟧")[0] for piece in text.split("⟦")[1:]]
    text = text.replace("⟦", "").replace("⟧", "")
    found = MarkingDetector().find(Page(1, text), Roster(""))
    assert [text[slice(*f.span)] for f in found] == wanted


@pytest.mark.parametrize(
    ("head", "no", "yes"),
    [
        ("OK to share with family?", "No", "Yes"),
        ("Disclose?", "N", "Y"),
        ("Share with YP Y/N", "Not yet", "Yes"),
        ("Share with YP (Y/N)", "N", "Y"),
        ("Can mum see this?", "No - she would ring him", "Yes, no problem"),
        ("Shareable?", "NO", "YES"),
        ("To be released?", "x", "\u2713"),
        ("Shared with parents", "Never", "Yes"),
        ("Withhold?", "Yes", "No"),
        ("Confidential", "Y", "N"),
        ("Third party?", "\u2713", "n/a"),
    ],
)
def test_a_row_that_is_not_to_be_shared_is_marked_and_no_other(
    head: str, no: str, yes: str
) -> None:
    for parted in (" | ", "\t"):
        rows = [
            parted.join(("Date", "Event", head)),
            parted.join(("1 May", "Kay came in", yes)),
            f"⟦{parted.join(('2 May', 'Her aunt is ill', no))}⟧",
            parted.join(("3 May", "", yes)),
            f"⟦{parted.join(('4 May', 'Her aunt rang', no))}⟧",
        ]
        check("\n".join(rows))
    width = len(head) + 3
    check(
        f"Date     {head:{width}}Event\n1 May    {yes:{width}}Kay came in\n"
        f"⟦2 May    {no:{width}}Her aunt is ill and\n{' ':{width + 9}}lives with him⟧\n"
        f"3 May    {yes:{width}}A visit"
    )


def test_a_table_goes_on_where_its_cells_do_and_over_a_page() -> None:
    check(
        "| Date | Event | OK to share with family? |\n|---|---|---|\n"
        "⟦| 2 May | Her aunt is ill | No |⟧\n\n"
        "Page 1 of 2\n\n⟦| 3 May | She rang | no, ask Jo |⟧\n| 4 May | A visit | yes |"
    )


@pytest.mark.parametrize(
    "told",
    [
        "⟦Her aunt is ill.\nOK to share with family? No⟧\n\nA visit to the park.",
        "⟦Her aunt is ill. Share with YP: N⟧\n\nA visit to the park.",
        "⟦Her aunt is ill and lives with him.\n\nCan the family be told? Not yet⟧\n\nA visit.",
    ],
)
def test_an_entry_that_a_field_says_is_not_to_be_shared_is_marked(told: str) -> None:
    check(told)


@pytest.mark.parametrize(
    "told",
    [
        # Yes marks nothing, nor does what is no answer.
        "Date | Event | OK to share with family?\n1 May | She came in | Yes\n2 May | He rang | ",
        "Date | Event | Disclose?\n1 May | She came in | No problem\n2 May | He rang | n/a",
        # With whom else papers are shared, and who lets them be.
        "Date | Event | Shared with police?\n1 May | She came in | No\n2 May | He rang | Yes",
        "Date | Event | Consent to share?\n1 May | She came in | No\n2 May | He rang | Yes",
        "Date | Event | Share bedroom\n1 May | She came in | No\n2 May | He rang | Yes",
        "Date | Event | Disclosure\n1 May | She came in | No\n2 May | He rang | Yes",
        "Date | Event | Contact with family?\n1 May | She came in | No\n2 May | He rang | Yes",
        "Date | Event | School told?\n1 May | She came in | No\n2 May | He rang | Yes",
        "Consent to share information with third parties: No",
        "OK to share with family? Yes",
        "Has she shared a room with her sister? No",
        "Does she know her family? No",
    ],
)
def test_other_columns_and_answers_mark_nothing(told: str) -> None:
    check(told)


def test_a_table_that_commas_part_asks_of_each_row_too() -> None:
    text = (
        'ID,Date,Note,Disclose\n101,2017-01-04,"Visit, room clean.",Y\n'
        '102,2017-01-09,"Sister says, Dad hit her.",N\n103,2017-01-15,PEP held.,Y'
    )
    found = [text[slice(*f.span)] for f in MarkingDetector().find(Page(1, text), Roster(""))]
    assert found == ['102,2017-01-09,"Sister says, Dad hit her.",N']
    plain = text.replace("Disclose", "Present")
    assert not list(MarkingDetector().find(Page(1, plain), Roster("")))


def test_a_label_over_a_list_marks_its_items_and_not_what_follows() -> None:
    text = (
        "Jodie has the health plan.\n\nThe following are not to be shown to Jodie:\n"
        "- The test was positive.\n- Nan has had a stroke.\n\nThe venue is the library."
    )
    found = [text[slice(*f.span)] for f in MarkingDetector().find(Page(1, text), Roster(""))]
    assert found == [text[text.index("The following") : text.index("\n\nThe venue")]]
    run_on = text.replace("stroke.\n\n", "stroke.\n")
    found = [run_on[slice(*f.span)] for f in MarkingDetector().find(Page(1, run_on), Roster(""))]
    assert found == [text[text.index("The following") : text.index("\n\nThe venue")]]
