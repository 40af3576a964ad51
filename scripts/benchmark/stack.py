"""Stores of any size, and the product's processes over them: the server and Envoy as they are shipped."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

FIRST_DAY, DAYS = "2022-01-01", 1096  # three years
PRICES = {"Electronics": 500, "Clothing": 80, "Home Goods": 150, "Books": 25, "Sports": 120}
REGIONS = ("North", "South", "East", "West")
CUSTOMERS = 1_000_000
CHUNK = 1_000_000  # rows written at a time
PATIENCE_SECONDS = 120.0


@dataclass(frozen=True)
class Stack:
    """A gateway that answers, and the process of the server behind it."""

    http_port: int
    server: subprocess.Popen[bytes]
    start_seconds: float  # until the first KPIs, or until the first answer of another server

    def resident_mb(self) -> float:
        """Memory of the server as `ps` tells it."""
        told = subprocess.run(["ps", "-o", "rss=", "-p", str(self.server.pid)], capture_output=True, check=True)
        return int(told.stdout) / 1024


def make_store(rows: int, folder: Path) -> Path:
    """An SQLite store of three years, 5 categories x 4 regions, made by `bi-server import`; kept for the next run."""
    store = folder / f"rows-{rows}.db"
    if store.exists():
        _run(store, "migrate")  # an older version may have made it
        return store
    print(f"Making {store.name} ...", flush=True)
    making, csv = folder / f"making-{rows}.db", folder / f"rows-{rows}.csv"
    for old in folder.glob(f"{making.name}*"):
        old.unlink()
    random = np.random.default_rng(7)
    for first in range(0, rows, CHUNK):
        count = min(CHUNK, rows - first)
        _sales(random, first, count).to_csv(csv, index=False, mode="w" if first == 0 else "a", header=first == 0)
    _run(making, "migrate")
    _run(making, "import", str(csv))
    csv.unlink()
    making.rename(store)
    return store


def _run(store: Path, *arguments: str) -> None:
    env = {**os.environ, "DATABASE_URL": f"sqlite:///{store}"}
    subprocess.run([sys.executable, "-m", "bi_server", *arguments], env=env, check=True, stdout=subprocess.DEVNULL)


def _sales(random: np.random.Generator, first: int, count: int) -> pd.DataFrame:
    days = pd.date_range(FIRST_DAY, periods=DAYS).strftime("%Y-%m-%d").to_numpy(dtype=object)
    weight = 1 + 0.2 * np.sin(np.arange(DAYS) / 7 * 2 * np.pi) + np.arange(DAYS) / DAYS * 0.4
    category = random.choice(len(PRICES), count, p=[0.3, 0.25, 0.2, 0.15, 0.1])
    price = np.array(list(PRICES.values()), dtype=np.float64)[category]
    ids = np.arange(first, first + count).astype(str)
    return pd.DataFrame(
        {
            "date": days[random.choice(DAYS, count, p=weight / weight.sum())],
            "revenue": np.maximum(price * random.normal(1.0, 0.3, count), 10).round(2),
            "units_sold": 1 + random.poisson(0.35, count),
            "product_category": np.array(list(PRICES), dtype=object)[category],
            "region": np.array(REGIONS, dtype=object)[random.integers(0, len(REGIONS), count)],
            "order_id": np.char.add("ORD", ids).astype(object),
            "customer_id": np.char.add("C", random.integers(0, CUSTOMERS, count).astype(str)).astype(object),
        }
    )


@contextmanager
def product(store: Path) -> Iterator[Stack]:
    """The product over a store."""
    first = "/api/dashboard/kpis?start_date=2022-01-01&end_date=2024-12-31"
    with _behind_gateway(["bi_server", "serve"], first, DATABASE_URL=f"sqlite:///{store}") as stack:
        yield stack


@contextmanager
def nothing() -> Iterator[Stack]:
    """A server that does nothing, behind the same gateway."""
    with _behind_gateway(["scripts.benchmark.noop"], "/") as stack:
        yield stack


@contextmanager
def _behind_gateway(server: list[str], first_path: str, **settings: str) -> Iterator[Stack]:
    http_port, grpc_port = free_port(), free_port()
    env = {**os.environ, **settings, "HTTP_PORT": str(http_port), "GRPC_PORT": str(grpc_port), "OPENAI_API_KEY": ""}
    with process("bi_gateway", env=env):
        _wait(f"http://127.0.0.1:{http_port}/docs")  # Envoy starts in parallel in real life: its time is not counted
        started = time.monotonic()
        with process(*server, env=env) as running:
            _wait(f"http://127.0.0.1:{http_port}{first_path}")
            yield Stack(http_port, running, time.monotonic() - started)


@contextmanager
def process(*module: str, env: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A Python module as a process, ended afterwards."""
    running = subprocess.Popen([sys.executable, "-m", *module], env=env, stderr=subprocess.DEVNULL)
    try:
        yield running
    finally:
        running.terminate()
        running.wait()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


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
