"""The file of the care leaver whose request is played: from a neighbour's call to a letter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from conformance.northmoor.families import Family
from conformance.northmoor.papers import assessments as a
from conformance.northmoor.papers import emails as e
from conformance.northmoor.papers import hostile as h
from conformance.northmoor.papers import letters as le
from conformance.northmoor.papers import meetings as m
from conformance.northmoor.papers import notes as n
from conformance.northmoor.papers.registers import short_record
from conformance.northmoor.records import YEAR, Filing, Write, dated, years_before
from conformance.northmoor.wording import Paper, Scribe


def _review_in_word(s: Scribe) -> Paper:
    return m.lac_review(s, "docx")


def _plan(s: Scribe) -> Paper:
    return short_record(s, "ED-VS")


_LIFE: tuple[tuple[float, str, Write], ...] = (
    (10.1, "SC-CP", le.neighbour_referral),
    (10.2, "SC-CP", m.strategy_meeting),
    (10.2, "SC-EDT", n.duty_log),
    (10.3, "SC-CP", n.case_notes),
    (10.4, "SC-CP", le.parent_health),
    (10.5, "SC-CP", a.core_assessment),
    (10.6, "SC-CP", e.school_trail),
    (10.7, "SC-CP", m.conference),
    (10.8, "SC-CP", le.fax),
    (10.9, "SC-CP", m.core_group),
    (11.0, "SC-CP", e.surgery_letter),
    (11.2, "SC-CP", n.case_notes),
    (11.3, "SC-CP", n.legal_advice),
    (11.4, "SC-LAC", le.grandmother_letter),
    (11.5, "SC-LAC", le.paediatric_report),
    (11.6, "SC-LAC", h.torn_docx),
    (11.9, "SC-LAC", m.lac_review),
    (12.3, "SC-LAC", e.night_handover),
    (12.6, "SC-LAC", n.case_notes),
    (13.0, "SC-LAC", le.psychologist_report),
    (13.4, "SC-LAC", m.lac_review),
    (13.9, "ED-VS", le.school_report),
    (14.2, "SC-LAC", n.restricted_note),
    (14.6, "SC-LAC", n.return_interview),
    (15.0, "SC-LAC", _review_in_word),
    (15.3, "ED-VS", _plan),
    (15.6, "SC-LAC", e.carer_email),
    (16.0, "SC-LAC", n.carer_supervision),
    (16.5, "SC-LAC", a.chronology),
    (17.0, "SC-LAC", h.locked_pdf),
    (17.4, "SC-LAC", h.unknown_kind),
    (17.6, "SC-LAC", h.empty_file),
    (18.2, "SC-CL", a.pathway_plan),
    (19.5, "SC-CL", n.leaving_care_notes),
    (20.9, "SC-CL", e.subject_email),
)
"""Her age, the class, and the paper."""


def subject_file(family: Family, rng: Random, today: date) -> Iterator[Filing]:
    """Yield the whole file, hers and what she shares with her sister."""
    child, sister = family.children[0], family.children[1]
    born = child.born or years_before(today, 21)
    cast = family.cast(child)
    for age, record_class, write in _LIFE:
        day = min(years_before(born, -age), today)
        yield Filing(write(Scribe(cast, day, rng)), cast, record_class, dated(record_class, day))
    day = years_before(today, 8)
    yield Filing(
        a.sibling_assessment(Scribe(family.cast(sister), day, rng)), family.cast(sister), "SC-CP",
        dated("SC-CP", day), shared_with=(child,),
    )  # fmt: skip
    letter = years_before(today, max((today - born).days / YEAR - 17.9, 0.1))
    yield Filing(
        le.life_story_letter(Scribe(cast, letter, rng)), cast, "SC-DIRECT",
        dated("SC-DIRECT", letter), irreplaceable=True,
    )  # fmt: skip
