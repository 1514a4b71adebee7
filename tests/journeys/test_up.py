"""`muniment up`: a server, and flows that run by themselves when their time comes."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.journeys.conftest import Town

SECONDS = 240


@pytest.fixture(scope="module")
def api(town: Callable[[str], Town]) -> Iterator[str]:
    folder = town("up").folder
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-m", "console", "up", "--dir", str(folder), "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PREFECT_LOGGING_LEVEL": "ERROR"},
    ) as up:
        try:
            assert up.stdout is not None
            assert f"http://127.0.0.1:{port}" in up.stdout.readline()
            yield f"http://127.0.0.1:{port}/api"
        finally:
            up.send_signal(signal.SIGTERM)
            up.wait(timeout=60)


def ask(address: str, question: dict[str, Any] | list[Any]) -> Any:
    """Ask the server; while its database is busy it answers 503, and is asked again."""
    request = urllib.request.Request(
        address, json.dumps(question).encode(), {"Content-Type": "application/json"}
    )
    give_up = time.monotonic() + SECONDS
    while True:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as busy:
            busy.close()
            if busy.code != 503 or time.monotonic() > give_up:
                raise
            time.sleep(1)


def wait_for(question: Callable[[], Any]) -> Any:
    give_up = time.monotonic() + SECONDS
    while not (answer := question()):
        assert time.monotonic() < give_up, "nothing came of it in time"
        time.sleep(1)
    return answer


def test_a_flow_runs_when_its_schedule_says(api: str) -> None:
    served = wait_for(lambda: _all_served(api))
    cron = {d["name_of_flow"]: d["schedules"][0]["schedule"] for d in served if d["schedules"]}
    nightly = cron["nightly-retention"]
    assert (nightly["cron"], nightly["timezone"]) == ("15 2 * * *", "Europe/London")
    sealing = next(d for d in served if d["name_of_flow"] == "seal-ledger")
    every_few_seconds = {"schedule": {"interval": 20}, "active": True}
    ask(f"{api}/deployments/{sealing['id']}/schedules", [every_few_seconds])
    ran = wait_for(lambda: _scheduled_and_done(api, sealing["id"]))
    assert ran["auto_scheduled"] is True
    assert ran["parameters"] == {}


def _all_served(api: str) -> list[dict[str, Any]]:
    names = {flow["id"]: flow["name"] for flow in ask(f"{api}/flows/filter", {})}
    found = ask(f"{api}/deployments/filter", {})
    for deployment in found:
        deployment["name_of_flow"] = names[deployment["flow_id"]]
    return found if len(found) == 8 else []


def _scheduled_and_done(api: str, deployment: str) -> dict[str, Any] | None:
    chosen = {
        "deployments": {"id": {"any_": [deployment]}},
        "flow_runs": {"state": {"type": {"any_": ["COMPLETED"]}}},
    }
    runs: list[dict[str, Any]] = ask(f"{api}/flow_runs/filter", chosen)
    return next(iter(runs), None)
