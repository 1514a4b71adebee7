"""People who act, and in which role. Identity is checked elsewhere; separation of duties here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from recordkeeping.vocabulary.gates import Verdict
from recordkeeping.vocabulary.identifiers import OfficerId


class Role(StrEnum):
    """What an officer may do."""

    RECORDS_OFFICER = "records_officer"  # runs scans, places and releases holds
    ASSET_OWNER = "asset_owner"  # authorises disposals
    SAR_OFFICER = "sar_officer"  # opens requests, decides findings
    SAR_APPROVER = "sar_approver"  # approves releases
    ADMINISTRATOR = "administrator"  # settings; decides nothing about records


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who acts, with the roles given to them."""

    id: OfficerId
    roles: frozenset[Role]

    def may_act_as(self, role: Role) -> Verdict:
        """Say whether this officer holds the role."""
        if role in self.roles:
            return Verdict.yes()
        return Verdict.no(f"officer {self.id} does not have the role {role.value}")


def another_than(officer: OfficerId, earlier: OfficerId, did: str) -> Verdict:
    """Hold the two-person rule: whoever did the first part may not do the second.

    Ids are compared without regard to case and outer space, so that a second spelling of one
    account is not a second person.
    """
    if officer.strip().casefold() == earlier.strip().casefold():
        return Verdict.no(f"officer {officer} {did} and may not do this as well")
    return Verdict.yes()
