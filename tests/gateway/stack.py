"""Starts the real server and the real Envoy as processes, on free ports."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from scripts.benchmark.stack import free_ports

from bi_server.sample import generate_sample_data, generate_sample_traffic
from bi_server.sample_omnichannel import with_channels
from bi_server.semantic import read_model
from bi_server.store import following, ingest, migrate
from bi_server.store.engine import opened

ORIGIN = "http://localhost:3000"
PATIENCE = 60  # seconds that a process may take to answer, on a busy machine


@dataclass(frozen=True)
class Gateway:
    """An Envoy that listens, and a client of it."""

    http_port: int
    grpc_port: int
    client: httpx.Client

    def get(self, path: str, **headers: str) -> httpx.Response:
        """GET as a page of the allowed origin does."""
        return self.client.get(path, headers={"origin": ORIGIN, **headers})


def asked(url: str, **more: Any) -> httpx.Response:
    """GET on a connection of its own, over plain HTTP: for TLS a client reads all the authorities of the world first,
    which takes 40 ms."""
    return httpx.get(url, verify=False, timeout=PATIENCE, **more)


def environment(folder: Path, **settings: object) -> dict[str, str]:
    """Only what a process of ours needs, so that the tests do not depend on the developer's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    ours = {
        "DATABASE_URL": f"sqlite:///{folder}/bi.db",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
        "SERVER_PROCESSES": "1",  # the free port that a test found has no neighbour that is surely free
    }
    return {**kept, **ours, **{name.upper(): str(value) for name, value in settings.items()}}


@contextmanager
def running(module: str, *arguments: str, folder: Path, env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    """A Python module as a process; ended afterwards, and shown when it ends by itself."""
    log = folder / f"{module}-{free_ports(1)}.log"
    with log.open("w") as output:
        command = [sys.executable, "-m", module, *arguments]
        process = subprocess.Popen(command, cwd=folder, env=env, text=True, stdout=output, stderr=subprocess.STDOUT)
    try:
        yield process
    finally:
        ended_early = process.poll() is not None
        process.terminate()
        process.wait(PATIENCE)
        assert not ended_early, f"{module} ended by itself: {log.read_text()[-2000:]}"


def until(ready: Callable[[], bool], process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + PATIENCE
    while not ready():
        assert process.poll() is None, f"{process.args!r} ended with {process.returncode}"
        assert time.monotonic() < end, f"{process.args!r} does not answer"
        time.sleep(0.05)


def listens(port: int, host: str = "127.0.0.1") -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        return probe.connect_ex((host, port)) == 0


@contextmanager
def envoy(folder: Path, grpc_port: int, **settings: object) -> Iterator[Gateway]:
    """A gateway in front of whatever listens, or does not, on `grpc_port`."""
    http_port = free_ports(1)
    env = environment(folder, http_port=http_port, grpc_port=grpc_port, **settings)
    with ExitStack() as stack:
        process = stack.enter_context(running("bi_gateway", folder=folder, env=env))
        until(lambda: listens(http_port), process)
        client = stack.enter_context(
            httpx.Client(base_url=f"http://127.0.0.1:{http_port}", verify=False, timeout=PATIENCE)
        )
        yield Gateway(http_port, grpc_port, client)


def fill(env: dict[str, str]) -> None:
    """What `bi-server migrate` and `bi-server sample` do, without their two processes."""
    file = Path(env["DATABASE_URL"].removeprefix("sqlite:///"))
    file.write_bytes(filled(int(env.get("SAMPLE_RECORDS", "5000")), env.get("MODEL", "")))


@cache
def filled(records: int, model: str) -> bytes:
    """A store with sample data. It takes a second; the tests that start a server are many."""
    sales = generate_sample_data(records)
    if model == "omnichannel":
        sales = with_channels(sales)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "bi.db")
        with opened(f"sqlite:///{file}", model=read_model(model)) as engine:
            migrate.upgrade(engine)
            following.follow(engine)
            with engine.execution_options(writes=True).begin() as connection:
                ingest.append(connection, sales, generate_sample_traffic(sales))
        return file.read_bytes()  # nothing is left beside it: it is settled


@contextmanager
def server(folder: Path, **settings: object) -> Iterator[int]:
    """The gRPC port of a server over a fresh store with sample data."""
    port = free_ports(1)
    env = environment(folder, grpc_port=port, **settings)
    fill(env)
    with running("bi_server", "serve", folder=folder, env=env) as process:
        until(lambda: listens(port), process)
        yield port
