"""The processes that are measured: server and Envoy as they are shipped, an RPC that does nothing, and the peers."""

import os
import random
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PATIENCE_SECONDS = 120.0


@dataclass(frozen=True)
class Stack:
    """Something that answers HTTP, and the process behind it."""

    http_port: int
    grpc_port: int  # of the server itself; 0 where there is none
    server: subprocess.Popen[bytes]
    start_seconds: float  # until the first answer that reads the store

    def resident_mb(self) -> float:
        """Memory of the largest of the processes that serve, as `ps` tells it; of several they are children of one that
        only looks after them."""
        pid = str(self.server.pid)
        told = subprocess.run(["ps", "-o", "rss=", "-p", pid, "--ppid", pid], capture_output=True, check=True)
        return max(map(int, told.stdout.split())) / 1024


@contextmanager
def product(store: Path, first_day: str, processes: int = 2, **settings: str) -> Iterator[Stack]:
    """The product over a store, with further settings; it has started when it has answered KPIs."""
    first = f"/api/dashboard/kpis?start_date={first_day}&end_date={first_day}"
    settings["DATABASE_URL"] = f"sqlite:///{store}"
    with _behind_gateway(["bi_server", "serve"], first, processes, **settings) as stack:
        yield stack


@contextmanager
def nothing() -> Iterator[Stack]:
    """A server of one process that does nothing, behind the same gateway."""
    with _behind_gateway(["scripts.benchmark.noop"], "/", 1) as stack:
        yield stack


@contextmanager
def peer(variant: str, store: Path) -> Iterator[Stack]:
    """A FastAPI application over the same rows, with two workers as the product has; see peers.py."""
    port = free_ports(1)
    env = {**os.environ, "PEER": variant, "PEER_STORE": str(store)}
    server = ["uvicorn", "scripts.benchmark.peers:app", "--port", str(port), "--workers", "2", "--no-access-log"]
    with process(*server, env=env) as running:
        _wait(f"http://127.0.0.1:{port}/health")
        yield Stack(port, 0, running, 0.0)


@contextmanager
def _behind_gateway(server: list[str], first_path: str, processes: int, **settings: str) -> Iterator[Stack]:
    http_port, grpc_port = free_ports(1), free_ports(processes)
    ours = {"HTTP_PORT": http_port, "GRPC_PORT": grpc_port, "SERVER_PROCESSES": processes, "OPENAI_API_KEY": ""}
    env = {**os.environ, **settings, **{name: str(value) for name, value in ours.items()}}
    with process("bi_gateway", env=env):
        _wait(f"http://127.0.0.1:{http_port}/docs")  # Envoy starts in parallel in real life: its time is not counted
        started = time.monotonic()
        with process(*server, env=env) as running:
            _wait(f"http://127.0.0.1:{http_port}{first_path}")
            start_seconds = time.monotonic() - started
            while any(_is_free(grpc_port + i) for i in range(processes)):
                time.sleep(0.02)
            yield Stack(http_port, grpc_port, running, start_seconds)


@contextmanager
def process(*module: str, env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A Python module as a process, ended afterwards."""
    running = subprocess.Popen([sys.executable, "-m", *module], env=env, stderr=subprocess.DEVNULL)
    try:
        yield running
    finally:
        running.terminate()
        running.wait()


def free_ports(count: int) -> int:
    """The first of so many neighbours that nobody listens on.

    Below the ports that outgoing connections get: one of those, such as a try whether the server is up, could take the
    port before the server does.
    """
    while True:
        first = random.SystemRandom().randrange(10_000, 32_000)  # unlike that of who looks beside us
        if all(_is_free(first + i) for i in range(count)):
            return first


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _wait(url: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            urllib.request.urlopen(url, timeout=PATIENCE_SECONDS).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.02)
