"""The faults: each is done to the running product, lasts some seconds, and is over when its function returns."""

import os
import random
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeAlias

from scripts.chaos.product import Product
from sqlalchemy import make_url
from tests.databases import Postgres

Fault: TypeAlias = Callable[[random.Random], None]
FROZEN_SECONDS = (2.0, 5.0)
LOCKED_SECONDS = (1.0, 4.0)


def faults(product: Product, postgres: Postgres | None) -> dict[str, Fault]:
    """Every fault that can be done here, by name."""
    found: dict[str, Fault] = {}
    for kind in ("servers", "envoy", "gateway", "templates", "workers"):
        for name, do in (("kill -9", _kill), ("freeze", _freeze)):
            found[f"{name} of one of the {kind}"] = _to_one(product, kind, do)
    for kind in ("servers", "gateway"):
        found[f"SIGTERM to one of the {kind}"] = _to_one(product, kind, _terminate)
    found["kill -9 of all servers at once"] = lambda _draw: _kill_all(product)
    if postgres is not None:
        found["PostgreSQL stopped and started"] = lambda draw: _stopped(postgres, draw)
        return found
    file = Path(make_url(product.database_url).database or "")
    found["SQLite locked by another program"] = lambda draw: _locked(file, draw)
    found["SQLite's file read-only"] = lambda draw: _read_only(file, draw)
    return found


def _to_one(product: Product, kind: str, do: Callable[[int, random.Random], None]) -> Fault:
    def fault(draw: random.Random) -> None:
        pids: list[int] = getattr(product.processes(), kind)
        if pids:  # workers are started when they are needed
            with suppress(ProcessLookupError):
                do(draw.choice(sorted(pids)), draw)

    return fault


def _kill(pid: int, _draw: random.Random) -> None:
    os.kill(pid, signal.SIGKILL)


def _terminate(pid: int, _draw: random.Random) -> None:
    os.kill(pid, signal.SIGTERM)


def _freeze(pid: int, draw: random.Random) -> None:
    os.kill(pid, signal.SIGSTOP)
    time.sleep(draw.uniform(*FROZEN_SECONDS))
    os.kill(pid, signal.SIGCONT)


def _kill_all(product: Product) -> None:
    for pid in product.processes().servers:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _locked(file: Path, draw: random.Random) -> None:
    with (
        closing(sqlite3.connect(file, timeout=30, isolation_level=None)) as connection,
        suppress(sqlite3.OperationalError),  # an import has it all the time
    ):
        connection.execute("BEGIN IMMEDIATE")
        time.sleep(draw.uniform(*LOCKED_SECONDS))
        connection.execute("ROLLBACK")


def _read_only(file: Path, draw: random.Random) -> None:
    """For who opens it from now on; whoever runs as root needs another means than the file's mode."""
    files = [path for path in file.parent.glob(f"{file.name}*") if path.name in (file.name, f"{file.name}-wal")]
    as_root = os.geteuid() == 0
    for path in files:
        _write_protect(path, True, as_root)
    try:
        time.sleep(draw.uniform(*LOCKED_SECONDS))
    finally:
        for path in files:
            _write_protect(path, False, as_root)


def _write_protect(path: Path, on: bool, as_root: bool) -> None:
    if not as_root:
        path.chmod(0o444 if on else 0o644)
        return
    with suppress(FileNotFoundError):  # the means may be missing, or the file system not know it
        subprocess.run(["chattr", "+i" if on else "-i", path], check=False, stderr=subprocess.DEVNULL)


def _stopped(postgres: Postgres, draw: random.Random) -> None:
    postgres.halt()
    time.sleep(draw.uniform(*LOCKED_SECONDS))
    postgres.start()
