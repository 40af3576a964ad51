"""Imports a file in one transaction, so that it is in the store as a whole or not at all."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, insert, select, update

from bi_server.errors import InvalidInput
from bi_server.ingest.binding import Binding, bind
from bi_server.ingest.cleaning import Cleaner
from bi_server.ingest.leaving import check, giving_up
from bi_server.ingest.limits import Limits
from bi_server.ingest.merging import LAYOUTS, Merged, merge
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.result import ImportResult
from bi_server.ingest.sources import Source, open_source, sha256
from bi_server.ingest.staging import PostgresTable, Repeated, Stage, staging
from bi_server.store import migrate, rollups
from bi_server.store.away import reaching
from bi_server.store.delta import Delta
from bi_server.store.engine import own_connection
from bi_server.store.extent import extent
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import imports

NO_LIMITS = Limits()  # but those that keep a mistake from filling the disk
WAIT_SECONDS = 3600.0  # for another import, which may need minutes

Progress = Callable[[float, int], None]  # fraction of the file, rows read so far


def import_file(
    engine: Engine,
    path: Path,
    options: ImportOptions,
    *,
    file_name: str = "",
    rejects: Path | None = None,
    limits: Limits = NO_LIMITS,
    wait_seconds: float = WAIT_SECONDS,
    left: threading.Event | None = None,
    progress: Progress = lambda _fraction, _rows: None,
) -> ImportResult:
    """Takes a CSV (also gzip, xz, bzip2) or Parquet file into the store; `file_name` is what the record calls it.

    All rows that were left out go to the CSV file `rejects`, with their fields as they came. Another writer waits, or
    is waited for, `wait_seconds` at most. Raises InvalidInput for a file or options that do not fit, StoreUnavailable
    where the database is away or taken, Abandoned where `left` is set before the end; the store is then as it was.
    """
    started = time.perf_counter()
    left = left or threading.Event()
    source = open_source(path, options, limits.unpacked_bytes)
    bindings = bind(options, source.columns)
    digest = sha256(path)

    def reporting(fraction: float, rows: int) -> None:
        check(left)
        progress(fraction, rows)

    with giving_up(left), reaching():
        migrate.require_current(engine)
        with (
            own_connection(engine, wait_seconds, left) as connection,
            staging(connection) as open_stage,
            connection.begin() as transaction,
            ExitStack() as scratch,
        ):
            run = _Run(connection, options, digest, file_name or path.name, limits, scratch)
            done = run.take_in(source, bindings, open_stage, reporting)
            check(left)
            if options.dry_run:
                transaction.rollback()
    return ImportResult(
        import_id=0 if options.dry_run else run.import_id,
        table=options.table,
        file_name=run.file_name,
        rows_read=done.read,
        inserted=done.inserted,
        updated=done.updated,
        skipped=done.skipped,
        rejected=done.rejected,
        removed=done.removed,
        first_rejects=done.cleaner.rejects.report(source, rejects),
        data_version=run.version - (1 if options.dry_run else 0),
        repeats=run.repeats,
        seconds=time.perf_counter() - started,
    )


@dataclass(frozen=True)
class _Done:
    cleaner: Cleaner
    read: int
    inserted: int
    updated: int
    skipped: int
    removed: int
    rejected: int


class _Run:
    """One import inside its transaction."""

    def __init__(
        self,
        connection: Connection,
        options: ImportOptions,
        digest: str,
        file_name: str,
        limits: Limits,
        scratch: ExitStack,
    ) -> None:
        self._connection = connection
        self._limits = limits
        self._scratch = scratch
        self._options = options
        self.file_name = file_name[-255:]
        rollups.catch_up(connection)  # rows of other tools first, so that what comes now is this file's alone
        self.version = rollups.begin(connection)
        same = imports.c.sha256 == digest, imports.c.table_name == options.table, imports.c.undone.is_(None)
        self.repeats = (
            connection.execute(select(imports.c.id).where(*same).order_by(imports.c.id)).scalars().first() or 0
        )
        record = insert(imports).values(
            table_name=options.table,
            file_name=self.file_name,
            sha256=digest,
            options=options.as_json(),
            started=now(),
            data_version=self.version,
        )
        self.import_id = int(connection.execute(record.returning(imports.c.id)).scalar_one())

    def take_in(
        self, source: Source, bindings: list[Binding], open_stage: Callable[[Table], Stage], progress: Progress
    ) -> _Done:
        layout = LAYOUTS[self._options.table]
        merged = None
        if self._connection.dialect.name == "postgresql":
            savepoint = self._connection.begin_nested()
            try:
                table = PostgresTable(self._connection, layout.table, self.import_id)
                cleaner, delta, rows = self._fill(table, source, bindings, progress)
                merged = Merged(rows, 0, 0, 0, delta)
                savepoint.commit()
            except Repeated:
                savepoint.rollback()
        if merged is None:
            stage = open_stage(layout.table)
            cleaner, delta, rows = self._fill(stage, source, bindings, progress)
            mode = self._options.on_duplicate
            merged = merge(self._connection, layout, stage.table, rows, delta, self.import_id, mode, cleaner.lines)
        merged.delta.write(self._connection, self.version)
        problem = extent(self._connection).problem(self._limits.cells)
        if problem:
            raise InvalidInput.of("file", f"with it the store would be too large: {problem}")
        read = cleaner.rows + source.malformed
        counts = {"inserted": merged.inserted, "updated": merged.updated, "skipped": merged.skipped}
        counts["removed"] = merged.removed
        counts["rejected"] = len(cleaner.rejects) + source.malformed
        done = update(imports).where(imports.c.id == self.import_id)
        self._connection.execute(done.values(finished=now(), rows_read=read, **counts))
        return _Done(cleaner, read, **counts)

    def _fill(
        self, stage: Stage, source: Source, bindings: list[Binding], progress: Progress
    ) -> tuple[Cleaner, Delta, int]:
        """Cleans the file into the stage; the next batch is cleaned while the last one is stored."""
        segments = SegmentIds(self._connection, stage.busy)
        cleaner = self._scratch.enter_context(closing(Cleaner(bindings, self._options, segments, source)))
        delta, rows = Delta(), 0
        with ThreadPoolExecutor(1, thread_name_prefix="stage") as worker:
            pending: Future[None] = worker.submit(lambda: None)
            for batch in source.batches(cleaner.wanted, cleaner.encoded):
                try:
                    clean = cleaner.clean(batch)
                finally:
                    pending.result()  # what went wrong there first went wrong first
                pending = worker.submit(stage.add, clean.staged)
                clean.add_to(delta)
                rows += len(clean.segment)
                if cleaner.rows > self._limits.rows:
                    most = f"{self._limits.rows:,}"
                    raise InvalidInput.of("file", f"has more than {most} rows (MAX_IMPORT_ROWS); import it in parts")
                progress(source.fraction(), cleaner.rows)
            pending.result()
        stage.finish()
        self._refuse_second_copy(cleaner)
        return cleaner, delta, rows

    def _refuse_second_copy(self, cleaner: Cleaner) -> None:
        if self.repeats and cleaner.without_id and not self._options.again:
            raise InvalidInput.of(
                "file",
                f"this very content is import {self.repeats} already, and {cleaner.without_id} of its rows have no "
                "order id to tell them by: they would count twice. Undo that import, or ask to import it again",
            )


def now() -> datetime:
    """UTC without saying so, in whole seconds, as the table `imports` has it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
