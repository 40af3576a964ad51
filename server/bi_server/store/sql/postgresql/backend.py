"""PostgreSQL's ways."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import Any

import psycopg
import pyarrow as pa
from sqlalchemy import (
    URL,
    Column,
    ColumnElement,
    Connection,
    Date,
    Engine,
    LargeBinary,
    Select,
    String,
    Table,
    cast,
    create_engine,
    event,
    func,
    inspect,
    literal_column,
)
from sqlalchemy.dialects import postgresql

from bi_server.store.sql.backend import CONNECT_SECONDS, WRITE_SECONDS, ChangeWatch, Number, Opening
from bi_server.store.sql.postgresql.changes import CHANNEL, VANISHED, PostgresChanges
from bi_server.store.sql.postgresql.stage import PostgresStage, PostgresTable
from bi_server.store.sql.stage import Stage
from bi_server.store.state import State


class Postgresql:
    """A `Backend`."""

    def open(self, url: URL, opening: Opening) -> Engine:
        timeout = round(opening.statement_timeout_seconds * 1000)
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            pool_size=opening.pool_size,
            pool_pre_ping=True,
            connect_args={
                "connect_timeout": CONNECT_SECONDS,
                "options": f"-c statement_timeout={timeout} -c timezone=UTC",
                **VANISHED,
            },
        )
        event.listen(engine, "begin", _begin)
        return engine

    def settle(self, engine: Engine) -> None:
        """The server does so by itself."""

    def watch(self, engine: Engine) -> ChangeWatch:
        return PostgresChanges(engine)

    def hold_still(self, connection: Connection) -> None:
        """Where each statement would look anew."""
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    def announce(self, connection: Connection) -> None:
        connection.exec_driver_sql(f"NOTIFY {CHANNEL}")

    def analyze(self, connection: Connection, table: str) -> None:
        connection.exec_driver_sql(f"ANALYZE {table}")

    def insert(self, table: Table) -> Any:
        return postgresql.insert(table)

    def greatest(self, left: Number, right: Number) -> Number:
        return func.greatest(left, right)

    def day(self, moment: ColumnElement[Any]) -> ColumnElement[str]:
        return cast(cast(moment, Date), String)

    def listed(self, number: Number) -> ColumnElement[str]:
        return func.string_agg(cast(number, String), ",")

    def joined(self, blob: ColumnElement[bytes]) -> ColumnElement[Any]:
        return func.string_agg(blob, cast(literal_column("''"), LargeBinary))

    def batches(self, connection: Connection, state: State, query: Select[Any], rows: int) -> Iterator[pa.RecordBatch]:  # noqa: ARG002 - the transaction holds still
        result = connection.execute(query, execution_options={"yield_per": rows})
        for some in result.partitions():
            arrays = [pa.array(column) for column in zip(*some, strict=True)]
            yield pa.RecordBatch.from_arrays(arrays, list(result.keys()))

    @contextmanager
    def staging(self, connection: Connection) -> Iterator[Callable[[Table], Stage]]:
        yield lambda target: PostgresStage(connection, target)

    def straight(self, connection: Connection, target: Table, import_id: int) -> Stage:
        return PostgresTable(connection, target, import_id)

    def too_narrow(self, connection: Connection, columns: Sequence[Column[Any]]) -> list[Column[Any]]:
        there = {
            (table, found["name"]): found["type"]
            for table in {column.table.name for column in columns}
            for found in inspect(connection).get_columns(table)
        }
        lengths = [getattr(there.get((column.table.name, column.name)), "length", None) for column in columns]
        declared = [getattr(column.type, "length", None) for column in columns]
        return [c for c, has, wants in zip(columns, lengths, declared, strict=True) if has and wants and has < wants]

    def inserting(self, connection: Connection, table: Table, rows: int) -> AbstractContextManager[None]:  # noqa: ARG002 - nothing is: who drops an index keeps all readers out until the end
        return nullcontext()

    def interrupt(self, driver: Any) -> None:
        with suppress(psycopg.Error):
            driver.cancel()


def _begin(connection: Any) -> None:
    options = connection.get_execution_options()
    if options.get("writes", False):
        wait = options.get("wait_seconds", WRITE_SECONDS)
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {round(wait * 1000)}")
    if options.get("is_long", False):
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
