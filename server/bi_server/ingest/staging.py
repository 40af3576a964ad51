"""A place beside the tables where the clean rows of a file wait for each other: all of them move in, or none does."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import Lock
from typing import Any, Protocol
from uuid import uuid4

import adbc_driver_sqlite.dbapi
import psycopg
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from sqlalchemy import BigInteger, Column, Connection, Engine, MetaData, Table
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateTable

from bi_server.store.engine import sqlite_file

NAME = "import_stage"
SCHEMA = "staging"  # name under which SQLite attaches the stage's file
SQLITE_CACHE_KB = 16 << 10  # the indexes' pages stay at hand while rows move in


class Stage(Protocol):
    """Takes record batches with the columns of `table`; the rows can be read from it after `finish`."""

    table: Table
    busy: AbstractContextManager[Any]  # held while it uses the transaction's own connection

    def add(self, batch: Any) -> None:
        """Appends a batch; may run in another thread."""

    def finish(self) -> None:
        """Nothing more will be added."""


@contextmanager
def staging(connection: Connection) -> Iterator[Callable[[Table], Stage]]:
    """Opens stages inside the connection's writing transaction, and clears them away after it.

    A stage has `seq` and those columns of its table that a file fills. One at a time. The connection must not
    belong to a pool: it is tuned for the import, and closed at the end.
    """
    if connection.dialect.name == "postgresql":
        yield lambda target: PostgresStage(connection, target)
        return
    database = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'main'").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{SQLITE_CACHE_KB}")
    connection.rollback()
    # A name of its own: it is removed when the transaction is over, and the next import at work already.
    file = Path(f"{database}-import-{uuid4().hex}")
    stages: list[SqliteStage] = []

    def open_stage(target: Table) -> Stage:
        _sweep(Path(database), remove=True)  # the write lock is ours: whoever left it is no more, or has moved in
        stages.append(SqliteStage(connection, target, file))
        return stages[-1]

    try:
        yield open_stage
    finally:
        connection.close()  # not before the transaction is over: SQLite commits to an attached file as well
        for stage in stages:
            stage.close()
            _remove(file)


def left_behind(engine: Engine, *, remove: bool) -> int:
    """How many files there are of imports that were killed; while one is at work none is left over."""
    try:
        with engine.execution_options(writes=True, wait_seconds=0).begin():
            return _sweep(sqlite_file(engine), remove)
    except OperationalError:
        return 0


def _sweep(database: Path, remove: bool) -> int:
    found = list(database.parent.glob(f"{database.name}-import-*"))
    for left in found if remove else ():
        left.unlink(missing_ok=True)
    return len(found)


def _remove(file: Path) -> None:
    for suffix in ("", "-journal"):
        Path(f"{file}{suffix}").unlink(missing_ok=True)


def _table(target: Table, schema: str | None, prefixes: list[str]) -> Table:
    columns = [Column(c.name, c.type) for c in target.c if c.name not in ("id", "import_id")]
    return Table(NAME, MetaData(), Column("seq", BigInteger), *columns, schema=schema, prefixes=prefixes)


def _plain(column: Any) -> Any:
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


class SqliteStage:
    """A database file of its own, filled by Arrow's driver: three times as fast as rows made into Python objects."""

    def __init__(self, connection: Connection, target: Table, file: Path) -> None:
        self.table = _table(target, SCHEMA, [])
        self.busy: AbstractContextManager[Any] = nullcontext()
        self._connection = connection
        self._file = file
        self._arrow = adbc_driver_sqlite.dbapi.connect(str(file))
        self._cursor = self._arrow.cursor()
        create = CreateTable(_table(target, None, [])).compile(dialect=connection.dialect)
        self._cursor.execute(str(create))
        self._open = True

    def add(self, batch: Any) -> None:
        # SQLite has no date type: times are texts, in the one form that tables.Moment defines.
        rows = pa.RecordBatch.from_arrays(
            [pc.cast(c, pa.string()) if pa.types.is_temporal(c.type) else _plain(c) for c in batch.columns],
            batch.schema.names,
        )
        self._cursor.adbc_ingest(NAME, rows, mode="append")

    def finish(self) -> None:
        self._arrow.commit()
        self.close()
        self._connection.exec_driver_sql(f"ATTACH DATABASE ? AS {SCHEMA}", (str(self._file),))

    def close(self) -> None:
        """Lets go of the file as its writer."""
        if self._open:
            self._open = False
            self._cursor.close()
            self._arrow.close()


class PostgresStage:
    """A temporary table, filled by COPY."""

    def __init__(self, connection: Connection, target: Table) -> None:
        self.table = _table(target, None, ["TEMPORARY"])
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


class Repeated(Exception):
    """A row's key is there already, or twice in the file."""


def _copy(connection: Connection, table: str, batch: Any) -> None:
    names = ", ".join(batch.schema.names)
    rows = pa.RecordBatch.from_arrays([_plain(column) for column in batch.columns], batch.schema.names)
    text = pa.BufferOutputStream()
    pyarrow.csv.write_csv(rows, text, pyarrow.csv.WriteOptions(include_header=False))
    driver: Any = connection.connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN (FORMAT csv)") as copy:
        copy.write(text.getvalue().to_pybytes())
