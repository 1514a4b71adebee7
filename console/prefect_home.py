"""Where Prefect lives, and what it is told not to do.

Prefect reads its settings when it is imported, so this is settled first, and the flows are imported
afterwards, inside functions.
"""

from __future__ import annotations

import os
from pathlib import Path

QUIET = {
    # Nothing leaves the council's network: no analytics, no promotions, no metrics.
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "PREFECT_TELEMETRY_ENABLE_RESOURCE_METRICS": "false",
    "PREFECT_SERVER_API_HOST": "127.0.0.1",
    # The first start makes Prefect's database; on a busy machine that outlasts the default of 20 s.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
    # A logger named here would be shipped to Prefect's database.
    "PREFECT_LOGGING_EXTRA_LOGGERS": "",
    # Prefect keeps runs, logs and artifacts for ever unless it is told otherwise.
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
}


def settle_prefect(state: Path, *, configs: Path, quiet: bool = False) -> dict[str, str]:
    """Point Prefect and our flows at this state and configuration; return what was set.

    An address in `PREFECT_API_URL` stays: a council's own server is used when there is one.
    """
    state.mkdir(parents=True, exist_ok=True, mode=0o700)
    chosen = {
        **QUIET,
        "PREFECT_HOME": str(state / "prefect"),
        "MUNIMENT_CONFIGS": str(configs.resolve()),
    }
    if quiet:
        chosen["PREFECT_LOGGING_LEVEL"] = "WARNING"
    os.environ.update(chosen)
    return chosen
