"""What things are called. Printed, a reference shows its store and never its key.

Keys come from the councils' stores, where a key may well be a name or a number of a person.
What travels through Prefect, logs and the ledger is an id of our own: random, and meaningless
outside the register.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NewType

StoreName = NewType("StoreName", str)
"""The name of a store in `configs/stores.yaml`."""

ClassId = NewType("ClassId", str)
"""A record class of the retention schedule, such as `SC-LAC`."""

SubjectRef = NewType("SubjectRef", str)
"""A person's id in the case system. Personal data: kept out of logs and the ledger."""

OfficerId = NewType("OfficerId", str)
"""An officer's id. The ledger knows officers by it alone."""

ItemId = NewType("ItemId", str)
"""A random id of ours, 32 hexadecimal digits: a proposal, a hold, a document, a release."""

RequestId = NewType("RequestId", str)
"""A request's reference, such as `SAR-2026-0001`."""

Digest = NewType("Digest", str)
"""A SHA-256, as 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True, order=True)
class RecordRef:
    """Where a record stands: its store, and its key there."""

    store: StoreName
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True, order=True)
class DocumentRef:
    """Where a document stands: its store, and its key there."""

    store: StoreName
    key: str = field(repr=False)
