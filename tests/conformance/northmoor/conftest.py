"""Northmoor, built once for every test that only reads it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from conformance.northmoor.council import Northmoor, build

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def hamlet(tmp_path_factory: pytest.TempPathFactory) -> Northmoor:
    """The smallest Northmoor: twenty children."""
    return build(_fresh(tmp_path_factory), scale=20, today=TODAY)


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Northmoor:
    """Northmoor as it is shipped: three hundred children."""
    return build(_fresh(tmp_path_factory), today=TODAY)


def _fresh(factory: pytest.TempPathFactory) -> Path:
    return factory.mktemp("northmoor")
