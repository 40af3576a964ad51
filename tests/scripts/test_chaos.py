"""The short form of `make chaos`: some faults under load, and every promise; how long is a matter of the machine."""

import subprocess
import sys
from pathlib import Path

import pytest

FAULTS = "of one of the servers,of one of the envoy,of one of the workers,SQLite locked"


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")
def test_what_was_promised_holds_under_faults() -> None:
    options = ["--seconds", "15", "--seed", "7", "--only", FAULTS, "--most-seconds", "90"]
    done = subprocess.run(
        [sys.executable, "-m", "scripts.chaos", *options],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "kept   every row of an accepted file is there exactly once" in done.stdout
