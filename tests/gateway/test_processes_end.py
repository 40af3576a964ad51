"""A server of two processes whose parent is killed, and one that cannot start."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.pairs import two_processes, until_ended, with_workers
from tests.gateway.stack import PATIENCE, environment

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the processes in /proc")


def test_both_end_with_their_parent_where_that_is_killed(tmp_path: Path) -> None:
    """Where it is asked to end, the tests of `test_processes.py` have shown it."""
    with two_processes(tmp_path) as (port, process), stack.envoy(tmp_path, port, server_processes=2) as gateway:
        family = with_workers(process, gateway)
        process.kill()
        assert process.wait(PATIENCE) == -signal.SIGKILL
        until_ended(family, port, port + 1)


def test_what_cannot_start_ends_the_server(tmp_path: Path) -> None:
    env = environment(tmp_path, grpc_port=free_ports(2), server_processes=2, currency="nonsense")
    command = [sys.executable, "-m", "bi_server", "serve"]
    done = subprocess.run(command, env=env, timeout=3 * PATIENCE, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if "CURRENCY" in line] == done.stderr.splitlines()
    assert len(done.stderr.splitlines()) == 1, "it is told once"
    with socket.create_server(("127.0.0.1", 0)) as occupant:
        env = environment(tmp_path, grpc_port=occupant.getsockname()[1], server_processes=2)
        done = subprocess.run(command, env=env, timeout=3 * PATIENCE, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "fails to start" in done.stderr
