"""A real PostgreSQL for the tests, started from the binaries that are found on this machine."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

START_SECONDS = 20
MEMORY = Path("/dev/shm")
ROOM_BYTES = 2**31  # a database is 8 MB


def find_postgres() -> Path | None:
    """The folder with `initdb` and `postgres`; None where there is none."""
    on_path = shutil.which("initdb")
    folders = [Path(on_path).resolve().parent] if on_path else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((f for f in folders if (f / "initdb").exists() and (f / "postgres").exists()), None)


@contextmanager
def running_postgres() -> "Iterator[Postgres]":
    """A server of its own; skips the test where none is installed."""
    binaries = find_postgres()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed (Debian: apt-get install postgresql)")
    server = Postgres(binaries)
    yield server
    server.close()


class Postgres:
    """A server of its own on a socket in a temporary folder; nothing listens on the network."""

    def __init__(self, binaries: Path) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="bi-pg-", dir=_memory()))
        self._as: dict[str, Any] = {"cwd": self._folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        if os.geteuid() == 0:  # initdb refuses to run as root
            owner = next(name for name in ("postgres", "nobody") if _user_exists(name))
            shutil.chown(self._folder, owner)
            self._as |= {"user": owner, "group": pwd.getpwnam(owner).pw_gid, "extra_groups": []}
        data = self._folder / "data"
        initdb: list[str | Path] = [
            binaries / "initdb",
            "-D",
            data,
            "-U",
            "bi",
            "-A",
            "trust",
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C",
        ]
        subprocess.run(initdb, check=True, **self._as)
        settings: list[str | Path] = [
            "-c",
            "listen_addresses=",
            "-c",
            "fsync=off",
            "-c",
            "full_page_writes=off",
            "-k",
            self._folder,
        ]
        self._command = [binaries / "postgres", "-D", data, *settings]
        self._databases = 0
        self.start()

    def start(self) -> None:
        """Starts it, at first or after `halt`."""
        self._server = subprocess.Popen(self._command, **self._as)
        self._admin = self._connect()

    def halt(self) -> None:
        """Ends the server at once, as a crash does; its data stays."""
        self._admin.close()
        self._server.send_signal(signal.SIGQUIT)
        self._server.wait(START_SECONDS)

    def signal(self, number: signal.Signals) -> None:
        """To the server and to all its processes, such as SIGSTOP."""
        children = Path(f"/proc/{self._server.pid}/task/{self._server.pid}/children").read_text().split()
        for pid in (self._server.pid, *map(int, children)):
            os.kill(pid, number)

    def _connect(self) -> psycopg.Connection:
        limit = time.monotonic() + START_SECONDS
        while True:
            try:
                return psycopg.connect(host=str(self._folder), user="bi", dbname="postgres", autocommit=True)
            except psycopg.OperationalError:
                if time.monotonic() > limit or self._server.poll() is not None:
                    self.stop()
                    raise
                time.sleep(0.05)

    def new_database(self, like: str = "") -> str:
        """The URL of an empty database, or of a copy of the one at a URL, which nobody uses at the moment."""
        self._databases += 1
        name = f"bi_{self._databases}"
        self._copy(_name(like) or "template1", name)
        return f"postgresql://bi@/{name}?host={self._folder}"

    def drop(self, url: str) -> None:
        """Removes a database, and ends the sessions it has."""
        self._admin.execute(f"DROP DATABASE {_name(url)} WITH (FORCE)".encode())

    def copy_of(self, url: str) -> str:
        """The name of a copy of a database that nobody uses at the moment."""
        name = _name(url)
        self._end_sessions(name)
        self._copy(name, f"{name}_copy")
        return f"{name}_copy"

    def _copy(self, name: str, copy: str) -> None:
        # Without fsync files are copied sooner than written to the log; before 15 they always are.
        strategy = " STRATEGY file_copy" if self._admin.info.server_version >= 150_000 else ""
        self._admin.execute(f"CREATE DATABASE {copy} TEMPLATE {name}{strategy}".encode())

    def replace(self, url: str, copy: str) -> None:
        """Puts a copy in the place of a database, as a restored dump."""
        self.drop(url)
        self._admin.execute(f"ALTER DATABASE {copy} RENAME TO {_name(url)}".encode())

    def _end_sessions(self, name: str) -> None:
        self._admin.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [name])

    def stop(self) -> None:
        """Ends the server and removes its files."""
        self._server.send_signal(signal.SIGQUIT)  # at once: nothing need be written that is removed next
        self._server.wait(START_SECONDS)
        shutil.rmtree(self._folder, ignore_errors=True)

    def close(self) -> None:
        """As `stop`, after our own connection."""
        self._admin.close()
        self.stop()


def _memory() -> Path | None:
    """Where files are kept in memory, if there is room: each database is three hundred, and disks are slow to make and
    remove so many."""
    return MEMORY if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM_BYTES else None


def _name(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


def _user_exists(name: str) -> bool:
    try:
        pwd.getpwnam(name)
    except KeyError:
        return False
    return True
