"""A server of two processes, and the processes it has started, as /proc tells them."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark.stack import free_ports
from tests.gateway import stack
from tests.gateway.stack import PATIENCE, Gateway, environment, listens
from tests.rpc.serving import children


@contextmanager
def two_processes(folder: Path) -> Iterator[tuple[int, subprocess.Popen[str]]]:
    """The lower port of a server of two processes, and the one that keeps them."""
    port = free_ports(2)
    env = environment(folder, grpc_port=port, server_processes=2, sample_records=500)
    stack.fill(env)
    process = subprocess.Popen([sys.executable, "-m", "bi_server", "serve"], cwd=folder, env=env, text=True)
    try:
        stack.until(lambda: listens(port) and listens(port + 1), process)
        yield port, process
    finally:
        process.kill()
        process.wait(PATIENCE)


@dataclass(frozen=True)
class Pair:
    """A server of two processes behind a gateway; each test leaves both processes serving."""

    port: int
    process: subprocess.Popen[str]
    gateway: Gateway
    admin_port: int

    def until_both_are_asked(self) -> None:
        """The gateway has found both well again."""
        page = f"http://127.0.0.1:{self.admin_port}/clusters"
        ports = (self.port, self.port + 1)
        well = [f"server::127.0.0.1:{port}::health_flags::healthy" for port in ports]
        stack.until(lambda: all(flag in stack.asked(page).text for flag in well), self.process)

    def siblings(self) -> list[int]:
        return siblings(self.process)

    def until_both_listen(self) -> None:
        stack.until(lambda: len(self.siblings()) == 2 and listens(self.port) and listens(self.port + 1), self.process)


def siblings(process: subprocess.Popen[str]) -> list[int]:
    return sorted(children(process.pid))


def until_silent(*ports: int) -> None:
    end = time.monotonic() + PATIENCE
    while any(map(listens, ports)):
        assert time.monotonic() < end, "a process goes on"
        time.sleep(0.05)


def with_workers(process: subprocess.Popen[str], gateway: Gateway) -> set[int]:
    """All processes of a server of two, once some have workers, each of which is a grandchild."""
    for periods in (7, 8, 9, 10):
        assert gateway.get(f"/api/analytics/forecast?periods={periods}").status_code == 200
    family = descendants(process.pid)
    assert len(family) >= 2 * 2 + 1, "servers, what workers are forked from, and a worker"
    return family


def until_ended(family: set[int], *ports: int) -> None:
    until_silent(*ports)
    end = time.monotonic() + PATIENCE
    while any(is_running(pid) for pid in family):
        assert time.monotonic() < end, "a process is left"
        time.sleep(0.05)


def descendants(pid: int) -> set[int]:
    """The processes that a process has started, and theirs."""
    found = children(pid)
    return found.union(*map(descendants, found))


def is_running(pid: int) -> bool:
    """Not ended, nor a zombie that its new parent has not cleared away yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
