"""Which flows are served, and when they run by themselves.

All times are Europe/London and after 02:00: an hour from 01:00 is lost in spring and doubled in
autumn. A run that would overlap another of the same flow is cancelled, since a worker that comes
back after a weekend starts every late run at once.
"""

from __future__ import annotations

from typing import Any

from prefect import Flow, serve
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.deployments.runner import RunnerDeployment
from prefect.schedules import Cron

from flows.carry_out_disposals import carry_out_disposals
from flows.gather_request import gather_request
from flows.nightly_retention import nightly_retention
from flows.purge_papers import purge_papers
from flows.reconcile import reconcile
from flows.recount_catalogue import recount_catalogue
from flows.release_request import release_request
from flows.seal_ledger import seal_ledger

FLOWS: dict[str, Flow[..., Any]] = {
    flow.name: flow
    for flow in (
        nightly_retention,
        carry_out_disposals,
        gather_request,
        release_request,
        seal_ledger,
        reconcile,
        recount_catalogue,
        purge_papers,
    )
}

NIGHTLY = {
    "nightly-retention": "15 2 * * *",
    "carry-out-disposals": "45 2 * * *",
    "reconcile": "15 3 * * *",
    "recount-catalogue": "0 4 * * 0",
    "purge-papers": "30 3 * * *",
    "seal-ledger": "45 3 * * *",
}
"""When a flow runs by itself; the others run when somebody asks."""


def deployments() -> list[RunnerDeployment]:
    """Return every flow as a deployment, with its schedule where it has one."""
    alone = ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
    made = []
    for name, flow in FLOWS.items():
        cron = NIGHTLY.get(name)
        deployment = flow.to_deployment(
            name="muniment",
            schedule=Cron(cron, timezone="Europe/London") if cron else None,
            concurrency_limit=alone if cron else None,
            description=flow.description,
        )
        if isinstance(deployment, RunnerDeployment):
            made.append(deployment)
    return made


def serve_all() -> None:
    """Serve every flow until stopped; schedules stay as they are for the next start."""
    serve(*deployments(), pause_on_shutdown=False)
