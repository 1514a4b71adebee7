"""Our memory as one transaction sees it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from register.breaker import Breaker
from register.catalogue.catalogue import Catalogue
from register.disposals import Disposals
from register.findings import Findings
from register.holds import Holds
from register.requests import Requests


@dataclass(frozen=True, slots=True)
class Register:
    """The catalogue, holds, disposals, requests and findings, all over the same transaction."""

    connection: Connection

    @property
    def holds(self) -> Holds:
        """Return the holds."""
        return Holds(self.connection)

    @property
    def breaker(self) -> Breaker:
        """Return the circuit breaker."""
        return Breaker(self.connection)

    @property
    def catalogue(self) -> Catalogue:
        """Return until when every record is kept."""
        return Catalogue(self.connection)

    @property
    def disposals(self) -> Disposals:
        """Return the disposals."""
        return Disposals(self.connection)

    @property
    def requests(self) -> Requests:
        """Return the requests."""
        return Requests(self.connection)

    @property
    def findings(self) -> Findings:
        """Return the findings and the rulings on them."""
        return Findings(self.connection)
