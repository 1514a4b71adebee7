"""`muniment up`: Prefect's server and our scheduled flows, until stopped."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from importlib import import_module
from pathlib import Path

from console.main import DONE
from console.prefect_home import settle_prefect
from recordkeeping.vocabulary.errors import Unavailable
from wiring.schedules import own_configs
from wiring.settings import load_settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the verb's arguments."""
    parser.add_argument(
        "--dir", type=Path, help="the folder that holds configs/, such as northmoor"
    )
    parser.add_argument("--port", type=int, default=4200, help="Prefect's port (default 4200)")


def run(args: argparse.Namespace) -> int:
    """Start the server, wait until it answers, and serve every flow until stopped."""
    configs = args.dir / "configs" if args.dir else own_configs()
    state = load_settings(configs).state
    settle_prefect(state, configs=configs)
    address = f"http://127.0.0.1:{args.port}"
    os.environ["PREFECT_API_URL"] = f"{address}/api"
    os.environ["PREFECT_UI_URL"] = address
    server = _start_server(args.port, state / "prefect-server.log")
    # SIGTERM ends this process as Ctrl-C does, so that the server is never left behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(DONE))
    try:
        _wait_until_it_answers(f"{address}/api/health", server)
        sys.stdout.write(f"Prefect, its runs and schedules: {address}\n")
        sys.stdout.write("Nightly retention runs at 02:15 Europe/London. Ctrl-C stops.\n")
        sys.stdout.flush()
        # Imported now: Prefect reads its settings when it is imported.
        import_module("flows.deployments").serve_all()
    finally:
        server.terminate()
        server.wait(timeout=30)
    return DONE


def _start_server(port: int, log: Path) -> subprocess.Popen[bytes]:
    """Start Prefect's server as a child that writes to a log of its own."""
    with log.open("ab") as out:
        return subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--port", str(port)],
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
        )


def _wait_until_it_answers(health: str, server: subprocess.Popen[bytes]) -> None:
    """Wait up to three minutes: the first start makes Prefect's database."""
    for _ in range(360):
        if server.poll() is not None:
            raise Unavailable(
                "Prefect's server stopped; its log is prefect-server.log in the state"
            )
        try:
            with urllib.request.urlopen(health, timeout=5):  # noqa: S310 - our own address
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    raise Unavailable(
        "Prefect's server does not answer; its log is prefect-server.log in the state"
    )
