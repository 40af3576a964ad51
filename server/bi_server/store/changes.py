"""Tells, in microseconds, whether another connection has committed since the last look."""

import contextlib
import logging
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any, Protocol

import psycopg
from sqlalchemy import Engine

from bi_server.store.engine import (
    CONNECT_SECONDS,
    READ_SECONDS,
    VANISHED,
    files_at,
    is_writable,
    sqlite_file,
    sqlite_uri,
)
from bi_server.store.reading import STATE, State
from bi_server.store.rollups import CHANNEL

log = logging.getLogger(__name__)

POLL_SECONDS = 1.0  # rows that tools other than bi write into PostgreSQL are seen this late at the latest
PAUSE_SECONDS = 0.02


class ChangeWatch(Protocol):
    """Remembers the last acknowledged state of one database. All threads may use it, also while one closes it."""

    def seen(self) -> bool:
        """Whether something was committed that is not acknowledged, or may have been."""

    def mark(self) -> int:
        """What is committed now; to be acknowledged once it has been read."""

    def acknowledge(self, mark: int) -> None:
        """From now on only commits later than the mark count."""

    def is_blind(self, known: State) -> bool:
        """Whether the database at its address is no longer the one it looks at; then another watch is needed.

        `known` is what was acknowledged.
        """

    def close(self) -> None:
        """Gives back what it holds."""


def watch_changes(engine: Engine) -> ChangeWatch:
    """The watch for an engine's kind of database."""
    if engine.dialect.name == "sqlite":
        return SqliteChanges(sqlite_file(engine))
    return PostgresChanges(engine)


class SqliteChanges:
    """Asks SQLite for its own change counter, which every commit of another connection moves."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._in_use = threading.Lock()  # closing a connection that another thread reads from crashes the process
        # Without patience: the event loop looks, and must not wait for who has locked everybody out.
        self._connection = self._connect(0)
        self._closed = False
        self._last = -1
        try:
            self.mark()  # opens the log
        except sqlite3.Error:
            self._connection.close()
            raise
        self._files = files_at(file)
        self._writable = is_writable(file)

    def _connect(self, patience: float) -> sqlite3.Connection:
        return sqlite3.connect(sqlite_uri(self._file, "ro"), uri=True, timeout=patience, check_same_thread=False)

    def seen(self) -> bool:
        with self._in_use:
            return self._closed or self._counter() != self._last

    def mark(self) -> int:
        end = time.monotonic() + READ_SECONDS  # after a crash the first to come keeps the others out for a moment
        while True:
            try:
                with self._in_use:
                    return self._counter()
            except sqlite3.OperationalError:
                if time.monotonic() > end:
                    raise
                time.sleep(PAUSE_SECONDS)

    def acknowledge(self, mark: int) -> None:
        self._last = mark

    def is_blind(self, known: State) -> bool:
        # Opened while the file was protected, it would keep the whole process from writing for as long as it is open.
        if self._files != files_at(self._file) or self._writable < is_writable(self._file):
            return True
        # A backup that was written over the file leaves the file, the log and the counter as they are.
        with contextlib.closing(self._connect(READ_SECONDS)) as fresh:
            there = fresh.execute(STATE).fetchone()
        return there != known and not self._closed and self.mark() == self._last

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
        options: dict[str, Any] = {"connect_timeout": CONNECT_SECONDS, **VANISHED}
        connection = psycopg.connect(self._conninfo, autocommit=True, **options)
        try:
            connection.execute(f"LISTEN {CHANNEL}")
        except psycopg.Error:
            connection.close()
            raise
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
                self._connection.close()
                with contextlib.suppress(psycopg.Error):
                    self._connection = self._listen()
        self._connection.close()

    def seen(self) -> bool:
        return self._heard != self._last

    def mark(self) -> int:
        return self._heard

    def acknowledge(self, mark: int) -> None:
        self._last = mark

    def is_blind(self, known: State) -> bool:  # noqa: ARG002 - as of the protocol
        return False  # its thread connects anew, and counts that as a change

    def close(self) -> None:
        self._closed.set()  # the thread closes the connection when it next looks up: waiting for it takes a second


UNCOVERED = """
SELECT 1 FROM store_state
WHERE covered_sales_id < (SELECT max(id) FROM sales_data) OR covered_traffic_id < (SELECT max(id) FROM site_traffic)
"""
