"""Tells, in microseconds, whether another connection has committed to SQLite's file since the last look."""

import contextlib
import sqlite3
import threading
import time
from pathlib import Path

from bi_server.store.sql.backend import READ_SECONDS
from bi_server.store.sql.sqlite.files import files_at, is_writable, sqlite_uri
from bi_server.store.state import STATE, State

PAUSE_SECONDS = 0.02


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
