"""Tells, in microseconds, whether another connection has committed to PostgreSQL since the last look."""

import contextlib
import threading
from typing import Any

import psycopg
from sqlalchemy import Engine

from bi_server.store.sql.backend import CONNECT_SECONDS
from bi_server.store.state import State

CHANNEL = "bi_data_version"  # tells every server of a change
POLL_SECONDS = 1.0  # rows that tools other than bi write into PostgreSQL are seen this late at the latest
# The server's host may vanish without a word: the connection is then given up after seconds, not hours.
VANISHED = {"keepalives_idle": 5, "keepalives_interval": 2, "keepalives_count": 3, "tcp_user_timeout": 10_000}


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
