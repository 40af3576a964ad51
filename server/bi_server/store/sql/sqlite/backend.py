"""SQLite's ways."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from typing import Any

import adbc_driver_sqlite.dbapi
import pyarrow as pa
from sqlalchemy import URL, Column, ColumnElement, Connection, Engine, LargeBinary, Select, Table, cast, func
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import SQLAlchemyError

from bi_server.errors import StoreUnavailable
from bi_server.store.sql.backend import ChangeWatch, Number, Opening
from bi_server.store.sql.sqlite.changes import SqliteChanges
from bi_server.store.sql.sqlite.files import sqlite_file, sqlite_uri
from bi_server.store.sql.sqlite.indexing import indexes_anew
from bi_server.store.sql.sqlite.opening import open_file
from bi_server.store.sql.sqlite.stage import staging
from bi_server.store.sql.stage import Stage
from bi_server.store.state import STATE, State


class Sqlite:
    """A `Backend`."""

    def open(self, url: URL, opening: Opening) -> Engine:
        return open_file(url, make_file=opening.make_file)

    def settle(self, engine: Engine) -> None:
        """Moves what the log holds into the file: that alone is then the whole store, and no large log stays behind."""
        with suppress(SQLAlchemyError, sqlite3.Error, StoreUnavailable), engine.connect() as connection:
            driver: Any = connection.connection  # past SQLAlchemy, which would begin a transaction
            driver.execute("PRAGMA busy_timeout = 1000")
            driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def watch(self, engine: Engine) -> ChangeWatch:
        return SqliteChanges(sqlite_file(engine))

    def hold_still(self, connection: Connection) -> None:
        """Every transaction does."""

    def announce(self, connection: Connection) -> None:
        """Whoever watches sees it by himself."""

    def analyze(self, connection: Connection, table: str) -> None:
        """Its planner does well without."""

    def insert(self, table: Table) -> Any:
        return sqlite.insert(table)

    def greatest(self, left: Number, right: Number) -> Number:
        return func.max(left, right)

    def day(self, moment: ColumnElement[Any]) -> ColumnElement[str]:
        return func.substr(moment, 1, 10)

    def listed(self, number: Number) -> ColumnElement[str]:
        return func.group_concat(number)

    def joined(self, blob: ColumnElement[bytes]) -> ColumnElement[Any]:
        return cast(func.group_concat(blob, ""), LargeBinary)  # which call themselves a text

    def batches(self, connection: Connection, state: State, query: Select[Any], rows: int) -> Iterator[pa.RecordBatch]:
        """Past Python's own objects, three times as fast; over a connection of its own."""
        text = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        uri = sqlite_uri(sqlite_file(connection.engine), "ro")
        with adbc_driver_sqlite.dbapi.connect(uri) as arrow, arrow.cursor() as cursor:
            cursor.adbc_statement.set_options(**{"adbc.sqlite.query.batch_rows": str(rows)})
            cursor.execute(STATE)
            if cursor.fetchone() != tuple(state):
                raise StoreUnavailable("the data has changed just now; try again")
            cursor.execute(text)
            yield from cursor.fetch_record_batch()

    def staging(self, connection: Connection) -> AbstractContextManager[Callable[[Table], Stage]]:
        return staging(connection)

    def straight(self, connection: Connection, target: Table, import_id: int) -> None:
        """A stage is faster."""

    def too_narrow(self, connection: Connection, columns: Sequence[Column[Any]]) -> list[Column[Any]]:  # noqa: ARG002 - a text may have any length
        return []

    def inserting(self, connection: Connection, table: Table, rows: int) -> AbstractContextManager[None]:
        return indexes_anew(connection, table, rows)

    def interrupt(self, driver: Any) -> None:
        with suppress(sqlite3.Error):
            driver.interrupt()
