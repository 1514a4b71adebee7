"""Several writers at once, and writers that are killed: the log has no gap and loses nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ledger.log import Log
from ledger.merkle import leaf_hash, root_of

ROOT = Path(__file__).parents[2]

# Prints the index of each entry once its transaction is committed.
WRITER = """
import sys
from sqlalchemy import create_engine, event
from ledger.log import Log

url, origin, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
engine = create_engine(url, connect_args={"timeout": 60} if "sqlite" in url else {})
if engine.dialect.name == "sqlite":
    event.listen(engine, "connect", lambda raw, _: setattr(raw, "isolation_level", None))
    event.listen(engine, "begin", lambda opened: opened.exec_driver_sql("BEGIN IMMEDIATE"))
log = Log(origin, bytes(32))
for _ in range(count):
    with engine.begin() as connection:
        index = log.append(connection, {"kind": "hold_placed"}, detail={"by": "test"})
    print(index, flush=True)
"""


def writer(engine: Engine, log: Log, count: int) -> subprocess.Popen[str]:
    url = engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-c", WRITER, url, log.origin, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def assert_gapless(engine: Engine, log: Log, acknowledged: list[int]) -> int:
    with engine.begin() as connection:
        log.lock(connection)  # a server may still be ending what a killed writer began
        size, root = log.size_and_root(connection)
        leaves = [*log.entries(connection, 0)]
    assert len(leaves) == size
    assert root_of(map(leaf_hash, leaves)) == root
    assert len(set(acknowledged)) == len(acknowledged)
    assert set(acknowledged) <= set(range(size))
    return size


def test_four_writers_at_once_leave_one_unbroken_order(engine: Engine, log: Log) -> None:
    writers = [writer(engine, log, 25) for _ in range(4)]
    outputs = [process.communicate(timeout=120)[0] for process in writers]
    assert [process.returncode for process in writers] == [0, 0, 0, 0]
    acknowledged = [int(index) for output in outputs for index in output.split()]
    assert assert_gapless(engine, log, acknowledged) == 100
    assert sorted(acknowledged) == list(range(100))


@pytest.mark.parametrize("entries_before_the_kill", [1, 4, 9])
def test_a_killed_writer_leaves_no_gap_and_takes_nothing_with_it(
    entries_before_the_kill: int, engine: Engine, log: Log
) -> None:
    process = writer(engine, log, 1_000_000)
    assert process.stdout is not None
    acknowledged = [int(process.stdout.readline()) for _ in range(entries_before_the_kill)]
    time.sleep(0.003)  # somewhere in the next append
    process.kill()
    rest, _ = process.communicate(timeout=60)
    # The last line may be cut; every whole line was committed before it was printed.
    acknowledged += [int(line) for line in rest.split("\n")[:-1]]
    before = assert_gapless(engine, log, acknowledged)
    with engine.begin() as connection:
        assert log.append(connection, {"kind": "hold_released"}) == before
    assert_gapless(engine, log, acknowledged)
