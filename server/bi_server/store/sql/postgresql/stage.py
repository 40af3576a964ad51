"""Stages of PostgreSQL: temporary tables, or the table itself."""

from contextlib import AbstractContextManager
from threading import Lock
from typing import Any

import psycopg
import pyarrow as pa
import pyarrow.csv
from sqlalchemy import Connection, Table
from sqlalchemy.schema import CreateTable

from bi_server.store.sql.stage import NAME, Repeated, plain, stage_table


class PostgresStage:
    """A temporary table, filled by COPY."""

    def __init__(self, connection: Connection, target: Table) -> None:
        self.table = stage_table(target, None, ["TEMPORARY"])
        self.busy: AbstractContextManager[Any] = Lock()
        self._connection = connection
        connection.execute(CreateTable(self.table))

    def add(self, batch: Any) -> None:
        with self.busy:
            _copy(self._connection, NAME, batch)

    def finish(self) -> None:
        self._connection.exec_driver_sql(f"ANALYZE {NAME}")


class PostgresTable:
    """No stage but the table itself: much the fastest for rows that are all new. `add` raises Repeated otherwise."""

    def __init__(self, connection: Connection, target: Table, import_id: int) -> None:
        self.table = target
        self.busy: AbstractContextManager[Any] = Lock()
        self._connection = connection
        self._import_id = import_id

    def add(self, batch: Any) -> None:
        batch = batch.drop_columns(["seq"])
        batch = batch.append_column("import_id", pa.array([self._import_id] * batch.num_rows))
        try:
            with self.busy:
                _copy(self._connection, self.table.name, batch)
        except psycopg.errors.UniqueViolation as error:
            raise Repeated from error

    def finish(self) -> None:
        pass


def _copy(connection: Connection, table: str, batch: Any) -> None:
    names = ", ".join(batch.schema.names)
    rows = pa.RecordBatch.from_arrays([plain(column) for column in batch.columns], batch.schema.names)
    text = pa.BufferOutputStream()
    pyarrow.csv.write_csv(rows, text, pyarrow.csv.WriteOptions(include_header=False))
    driver: Any = connection.connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN (FORMAT csv)") as copy:
        copy.write(text.getvalue().to_pybytes())
