"""A process that opens documents can neither reach out nor read what is not its business."""

import os
import socket
import sys
from pathlib import Path
from subprocess import run

from redaction.sandbox.confinement import said

TRIES = """
import os, socket, subprocess, sys
from redaction.sandbox.confinement import confine
confine()
def tried(act):
    try:
        act()
    except OSError as why:
        return type(why).__name__
    return "done"
secret, beside, port = sys.argv[1:]
print(tried(lambda: open(secret).read()))
print(tried(lambda: open(beside, "w")))
print(tried(lambda: os.unlink(secret)))
print(tried(lambda: os.listdir(os.path.dirname(secret))))
print(tried(lambda: socket.create_connection(("127.0.0.1", int(port)), 2)))
print(subprocess.run(["cat", secret], stderr=subprocess.DEVNULL).returncode)
import PIL.Image, fontTools.ttLib, reportlab.pdfbase.ttfonts
print(open(fontTools.__file__).read(0) == "")
"""


def test_it_reads_writes_removes_lists_and_reaches_nothing_and_programs_still_load(
    tmp_path: Path,
) -> None:
    secret = tmp_path / "key.txt"
    secret.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        told = [secret, tmp_path / "new.txt", server.getsockname()[1]]
        done = run([sys.executable, "-c", TRIES, *map(str, told)], capture_output=True, text=True)
    assert done.stdout.split() == [
        "PermissionError", "PermissionError", "PermissionError", "PermissionError", "OSError",
        "1", "True",
    ], done.stderr  # fmt: skip
    assert secret.read_text() == "secret"


def test_asking_what_the_machine_allows_changes_nothing_for_who_asks(tmp_path: Path) -> None:
    assert said() == []
    (tmp_path / "still").write_text("allowed")
    assert os.listdir(tmp_path) == ["still"]
