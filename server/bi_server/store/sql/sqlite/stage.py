"""Stages of SQLite: files beside the store's own, so that its log holds no row twice."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any
from uuid import uuid4

import adbc_driver_sqlite.dbapi
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Connection, Engine, Table
from sqlalchemy.exc import OperationalError
from sqlalchemy.schema import CreateTable

from bi_server.store.sql.sqlite.files import sqlite_file
from bi_server.store.sql.stage import NAME, Stage, plain, stage_table

SCHEMA = "staging"  # name under which the stage's file is attached
CACHE_KB = 16 << 10  # the indexes' pages stay at hand while rows move in


@contextmanager
def staging(connection: Connection) -> Iterator[Callable[[Table], Stage]]:
    """Stages in files beside the store's own."""
    database = connection.exec_driver_sql("SELECT file FROM pragma_database_list WHERE name = 'main'").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size = -{CACHE_KB}")
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


class SqliteStage:
    """A database file of its own, filled by Arrow's driver: three times as fast as rows made into Python objects."""

    def __init__(self, connection: Connection, target: Table, file: Path) -> None:
        self.table = stage_table(target, SCHEMA, [])
        self.busy: AbstractContextManager[Any] = nullcontext()
        self._connection = connection
        self._file = file
        self._arrow = adbc_driver_sqlite.dbapi.connect(str(file))
        self._cursor = self._arrow.cursor()
        create = CreateTable(stage_table(target, None, [])).compile(dialect=connection.dialect)
        self._cursor.execute(str(create))
        self._open = True

    def add(self, batch: Any) -> None:
        # SQLite has no date type: times are texts, in the one form that tables.Moment defines.
        rows = pa.RecordBatch.from_arrays(
            [pc.cast(c, pa.string()) if pa.types.is_temporal(c.type) else plain(c) for c in batch.columns],
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
