"""Runs a script of the project as `make` would, for a short while."""

import subprocess
import sys
from pathlib import Path

import pytest

NEEDS_PROC = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")


def printed(module: str, *options: str) -> str:
    """What it prints. Fails with that where the script does."""
    done = subprocess.run(
        [sys.executable, "-m", module, *options],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
