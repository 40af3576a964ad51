"""Tells, in microseconds, whether another connection has committed since the last look."""

import contextlib
import logging
import sqlite3
import threading
from typing import Protocol

import psycopg
from sqlalchemy import Engine

from bi_server.store.rollups import CHANNEL

log = logging.getLogger(__name__)

POLL_SECONDS = 1.0  # rows that tools other than bi write into PostgreSQL are seen this late at the latest


class ChangeWatch(Protocol):
    """Remembers the last acknowledged state of one database. All threads may use it, also while one closes it."""

    def seen(self) -> bool:
        """Whether something was committed that is not acknowledged, or may have been."""

    def mark(self) -> int:
        """What is committed now; to be acknowledged once it has been read."""

    def acknowledge(self, mark: int) -> None:
        """From now on only commits later than the mark count."""

    def close(self) -> None:
        """Gives back what it holds."""


def watch_changes(engine: Engine) -> ChangeWatch:
    """The watch for an engine's kind of database."""
    if engine.dialect.name == "sqlite":
        return SqliteChanges(engine.url.database or "")
    return PostgresChanges(engine)


class SqliteChanges:
    """Asks SQLite for its own change counter, which every commit of another connection moves."""

    def __init__(self, path: str) -> None:
        self._connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, check_same_thread=False)
        self._in_use = threading.Lock()  # closing a connection that another thread reads from crashes the process
        self._closed = False
        self._last = -1

    def seen(self) -> bool:
        with self._in_use:
            return self._closed or self._counter() != self._last

    def mark(self) -> int:
        with self._in_use:
            return self._counter()

    def acknowledge(self, mark: int) -> None:
        self._last = mark

    def close(self) -> None:
        with self._in_use:
            self._closed = True
            self._connection.close()

    def _counter(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


class PostgresChanges:
    """Listens to the notifications that every write of ours sends with its commit."""

    def __init__(self, engine: Engine) -> None:
        self._conninfo = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._heard = 1  # signs that something changed; one more before anything was read
        self._last = 0
        self._closed = threading.Event()
        self._connection = self._listen()
        threading.Thread(target=self._run, name="data-version", daemon=True).start()

    def _listen(self) -> psycopg.Connection:
        connection = psycopg.connect(self._conninfo, autocommit=True, connect_timeout=5)
        connection.execute(f"LISTEN {CHANNEL}")
        return connection

    def _run(self) -> None:
        while not self._closed.is_set():
            try:
                for _ in self._connection.notifies(timeout=POLL_SECONDS, stop_after=1):
                    self._heard += 1
                if self._connection.execute(UNCOVERED).fetchone() is not None:
                    self._heard += 1
            except psycopg.Error:
                self._heard += 1  # unknown: the next request looks for itself
                self._closed.wait(POLL_SECONDS)
                with contextlib.suppress(psycopg.Error):
                    self._connection = self._listen()
        self._connection.close()

    def seen(self) -> bool:
        return self._heard != self._last

    def mark(self) -> int:
        return self._heard

    def acknowledge(self, mark: int) -> None:
        self._last = mark

    def close(self) -> None:
        self._closed.set()  # the thread closes the connection when it next looks up: waiting for it takes a second


UNCOVERED = """
SELECT 1 FROM store_state
WHERE covered_sales_id < (SELECT max(id) FROM sales_data) OR covered_traffic_id < (SELECT max(id) FROM site_traffic)
"""
