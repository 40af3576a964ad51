"""The short form of `make soak`: under load descriptors and threads stay as many, and nothing is left at the end."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")
def test_load_leaves_nothing_open_and_no_process_behind() -> None:
    options = ["--seconds", "24", "--every", "2", "--judge", "descriptors,threads"]
    done = subprocess.run(
        [sys.executable, "-m", "scripts.soak", *options],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "flat       descriptors of servers" in done.stdout
