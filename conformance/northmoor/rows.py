"""What the case system's own tables say about each child."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from random import Random

from conformance.northmoor.families import Family
from conformance.northmoor.people import Person
from conformance.northmoor.records import YEAR, years_before
from conformance.northmoor.tables import Row

_STEPS = ("contact", "early_help", "in_need", "protection", "looked_after")
COUNCIL_PARTS = ("sw", "manager", "iro", "pa", "ssw", "fsw", "edt", "lawyer")
"""Professionals of the council itself, whom the dataset lists; others are in `muniment_people`."""


@dataclass(slots=True)
class Clerk:
    """Enters children into the dataset's tables, numbering rows as they come."""

    rng: Random
    today: date
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def person(self, person: Person) -> Iterator[Row]:
        """Yield what the case system knows of one person, child or adult."""
        forename = " ".join(filter(None, (person.forename, person.middle)))
        yield (
            "ssd_person",
            {
                "pers_person_id": person.id,
                "pers_legacy_id": f"L{person.id}",
                "pers_forename": person.forename if person.post else forename,
                "pers_surname": person.surname,
                "pers_sex": person.sex,
                "pers_gender": person.sex,
                "pers_ethnicity": person.ethnicity,
                "pers_dob": _iso(person.born),
                "pers_expected_dob": _iso(person.expected),
                "pers_death_date": _iso(person.died),
                "pers_single_unique_id": person.nhs or None,
                "pers_upn": person.upn or None,
                "pers_is_mother": "N",
            },
        )
        street, _, postcode = person.address.rpartition(", Northmoor ")
        yield (
            "ssd_address",
            {
                "addr_table_id": self._id("A"),
                "addr_person_id": person.id,
                "addr_address_type": "HOME",
                "addr_address_json": json.dumps({"line1": street, "town": "Northmoor"}),
                "addr_address_postcode": postcode,
            },
        )
        for kind, value in (("NHS Number", person.nhs), ("UPN", person.upn)):
            if value:
                yield (
                    "ssd_linked_identifiers",
                    {
                        "link_table_id": self._id("I"),
                        "link_person_id": person.id,
                        "link_identifier_type": kind,
                        "link_identifier_value": value,
                    },
                )

    def family(self, family: Family, career: str) -> Iterator[Row]:
        """Yield a family: its children, their mother, who works with them, what was done."""
        for child in family.children:
            yield from self.person(child)
            yield (
                "ssd_family",
                {
                    "fami_table_id": self._id("F"),
                    "fami_family_id": family.id,
                    "fami_person_id": child.id,
                },
            )
            yield (
                "ssd_mother",
                {
                    "moth_table_id": self._id("M"),
                    "moth_person_id": family.adults["mother"].id,
                    "moth_childs_person_id": child.id,
                    "moth_childs_dob": _iso(child.born),
                },
            )
            yield from self._involved(family, child)
            yield from self._episodes(family, child, career)

    def professional(self, person: Person) -> Row:
        """Return a professional of the council."""
        return "ssd_professionals", {
            "prof_professional_id": person.id,
            "prof_staff_id": f"S{person.id}",
            "prof_professional_name": person.full,
            "prof_social_worker_registration_no": f"NM{person.id[1:]}",
            "prof_agency_worker_flag": "N",
            "prof_professional_job_title": person.post,
        }

    def _involved(self, family: Family, child: Person) -> Iterator[Row]:
        for part in COUNCIL_PARTS:
            yield (
                "ssd_involvements",
                {
                    "invo_involvements_id": self._id("V"),
                    "invo_professional_id": family.team[part].id,
                    "invo_professional_role_id": family.team[part].post,
                    "invo_person_id": child.id,
                    "invo_involvement_start_date": _iso(self._day(child)),
                },
            )

    def _episodes(self, family: Family, child: Person, career: str) -> Iterator[Row]:
        """Yield every step of a career up to the one a family came to."""
        reached, worker = _STEPS.index(career), family.team["sw"].id
        referral, begun = self._id("R"), self._day(child)
        ended = self._ending(begun)
        yield (
            "ssd_contacts",
            {
                "cont_contact_id": self._id("C"),
                "cont_person_id": child.id,
                "cont_contact_date": _iso(begun),
                "cont_contact_source_desc": self.rng.choice(
                    ("School", "Health", "Police", "Neighbour")
                ),
            },
        )
        if reached == 1:
            yield (
                "ssd_early_help_episodes",
                {
                    "earl_episode_id": self._id("E"),
                    "earl_person_id": child.id,
                    "earl_episode_start_date": _iso(begun),
                    "earl_episode_end_date": _iso(ended),
                    "earl_episode_worker_id": family.team["fsw"].id,
                },
            )
        if reached >= 2:
            yield (
                "ssd_cin_episodes",
                {
                    "cine_referral_id": referral,
                    "cine_person_id": child.id,
                    "cine_referral_date": _iso(begun),
                    "cine_close_date": _iso(ended),
                    "cine_referral_worker_id": worker,
                    "cine_referral_nfa": "N",
                },
            )
        if reached >= 3:
            yield from self._protected(child, referral, worker, begun, ended)
        if reached >= 4:
            yield from self._looked_after(family, child, referral, begun, ended)

    def _protected(
        self, child: Person, referral: str, worker: str, begun: date, ended: date | None
    ) -> Iterator[Row]:
        enquired = begun + timedelta(days=12)
        yield (
            "ssd_s47_enquiry",
            {
                "s47e_s47_enquiry_id": self._id("Q"),
                "s47e_referral_id": referral,
                "s47e_person_id": child.id,
                "s47e_s47_start_date": _iso(begun),
                "s47e_s47_end_date": _iso(enquired),
                "s47e_s47_completed_by_worker_id": worker,
            },
        )
        yield (
            "ssd_cp_plans",
            {
                "cppl_cp_plan_id": self._id("P"),
                "cppl_referral_id": referral,
                "cppl_person_id": child.id,
                "cppl_cp_plan_start_date": _iso(enquired),
                "cppl_cp_plan_end_date": _iso(ended),
                "cppl_cp_plan_initial_category": "EMO",
                "cppl_cp_plan_latest_category": "EMO",
            },
        )

    def _looked_after(
        self, family: Family, child: Person, referral: str, begun: date, ended: date | None
    ) -> Iterator[Row]:
        yield (
            "ssd_cla_episodes",
            {
                "clae_cla_episode_id": self._id("L"),
                "clae_cla_id": f"CLA{child.id}",
                "clae_person_id": child.id,
                "clae_referral_id": referral,
                "clae_cla_episode_start_date": _iso(begun),
                "clae_cla_episode_ceased_date": _iso(ended),
                "clae_entered_care_date": _iso(begun),
            },
        )
        if self.rng.random() < 0.3:
            yield (
                "ssd_missing",
                {
                    "miss_table_id": self._id("N"),
                    "miss_person_id": child.id,
                    "miss_missing_episode_start_date": _iso(begun + timedelta(days=60)),
                    "miss_missing_episode_type": "Missing",
                    "miss_missing_episode_end_date": _iso(begun + timedelta(days=61)),
                    "miss_missing_rhi_offered": "Y",
                    "miss_missing_rhi_accepted": "Y",
                },
            )
        if child.born and years_before(self.today, 26) < child.born < years_before(self.today, 18):
            yield (
                "ssd_care_leavers",
                {
                    "clea_table_id": self._id("K"),
                    "clea_person_id": child.id,
                    "clea_care_leaver_eligibility": "Former relevant child",
                    "clea_care_leaver_in_touch": "Y",
                    "clea_care_leaver_latest_contact": _iso(self.today - timedelta(days=40)),
                    "clea_care_leaver_personal_advisor": family.team["pa"].id,
                },
            )

    def _id(self, kind: str) -> str:
        return f"{kind}{next(self._numbers):06d}"

    def _day(self, child: Person) -> date:
        """Draw a day of the childhood; lately, for those whose birth is not known."""
        born = child.born or years_before(self.today, 9)
        grown = min((self.today - born).days / YEAR - 0.1, 16.0)
        return born + timedelta(days=round(self.rng.uniform(grown * 0.5, grown) * YEAR))

    def _ending(self, begun: date) -> date | None:
        """Return when work ended: nothing where it began lately."""
        ended = begun + timedelta(days=self.rng.randrange(120, 700))
        return ended if ended < self.today else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
