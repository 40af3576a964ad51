"""Imports a file in one transaction, so that it is in the store as a whole or not at all."""

import json
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, insert, select, update

from bi_server.errors import InvalidInput
from bi_server.ingest import profiles
from bi_server.ingest.binding import Binding, bind
from bi_server.ingest.cleaning import Cleaner
from bi_server.ingest.layouts import layout_of
from bi_server.ingest.leaving import check, giving_up
from bi_server.ingest.limits import Limits
from bi_server.ingest.manyfiles import ManyFiles
from bi_server.ingest.matching import has_copies
from bi_server.ingest.merging import Merged, Staged, merge
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.questions import Unclear
from bi_server.ingest.rejects_file import RejectsFile
from bi_server.ingest.repeats import refuse_overlap
from bi_server.ingest.result import ImportResult, Reject
from bi_server.ingest.sources import Source, first_values, open_all
from bi_server.ingest.stored_rejects import StoredRejects
from bi_server.ingest.understanding import understood
from bi_server.store import following, migrate, rollups
from bi_server.store.away import reaching
from bi_server.store.delta import Delta
from bi_server.store.engine import own_connection
from bi_server.store.extent import extent
from bi_server.store.schema import schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.sql.served import backend_of
from bi_server.store.sql.stage import Repeated, Stage
from bi_server.store.tables import imports

NO_LIMITS = Limits()  # but those that keep a mistake from filling the disk
WAIT_SECONDS = 3600.0  # for another import, which may need minutes
REJECTS_TOLD = 5  # of an import that is refused for them
COUNTS = ("inserted", "updated", "skipped", "removed", "same", "appended", "added_up")  # of `Merged`, and recorded

Progress = Callable[[float, int], None]  # fraction of the file, rows read so far


def import_file(
    engine: Engine,
    path: Path | Sequence[Path],
    options: ImportOptions,
    *,
    file_names: Sequence[str] = (),
    rejects: Path | None = None,
    limits: Limits = NO_LIMITS,
    wait_seconds: float = WAIT_SECONDS,
    left: threading.Event | None = None,
    progress: Progress = lambda _fraction, _rows: None,
) -> ImportResult:
    """Takes a file, or several of one form as one, into the store; `file_names` are what the record calls them.

    All rows that were left out go to the CSV file `rejects`, with their fields as they came: before the import is
    committed, and also where it is refused because they are too many. Another writer waits, or is waited for,
    `wait_seconds` at most. Raises InvalidInput for a file or options that do not fit, StoreUnavailable where the
    database is away or taken, Abandoned where `left` is set before the end; the store is then as it was.
    """
    started = time.perf_counter()
    left = left or threading.Event()
    paths = [path] if isinstance(path, Path) else list(path)
    names = file_names or [path.name for path in paths]
    source, digest = open_all(paths, options, names, limits.unpacked_bytes)
    options, taken_for = profiles.recognised(options, source.columns)
    try:
        bindings = bind(options, source.columns, partial(first_values, source))
    except Unclear as error:
        raise profiles.hinting(error, options, source.columns) from None

    def reporting(fraction: float, rows: int) -> None:
        check(left)
        progress(fraction, rows)

    with (
        nullcontext() if rejects is None else closing(RejectsFile(rejects, paths)) as rejects_file,
        giving_up(left),
        reaching(),
    ):
        migrate.require_current(engine)
        with (
            own_connection(engine, wait_seconds, left) as connection,
            backend_of(connection).staging(connection) as open_stage,
            connection.begin() as transaction,
            ExitStack() as scratch,
        ):
            run = _Run(connection, options, taken_for, digest, named(names), limits, scratch)
            try:
                result = run.take_in(source, bindings, open_stage, rejects_file, reporting)
            except Unclear as error:
                raise profiles.hinting(error, options, source.columns) from None
            if rejects_file is not None:
                rejects_file.finish()
            check(left)
            if options.dry_run:
                transaction.rollback()
    return replace(result, seconds=time.perf_counter() - started)


@dataclass(frozen=True)
class _Filled:
    """A file that was read to its end, into a stage or (where `table` is the table itself) its place."""

    cleaner: Cleaner
    segments: SegmentIds
    staged: Staged


class _Run:
    """One import inside its transaction."""

    def __init__(
        self,
        connection: Connection,
        options: ImportOptions,
        taken_for: str,
        digest: str,
        file_name: str,
        limits: Limits,
        scratch: ExitStack,
    ) -> None:
        self._connection = connection
        self._limits = limits
        self._scratch = scratch
        self._options = options
        self._taken_for = taken_for
        self.file_name = file_name if len(file_name) <= 255 else f"{file_name[:252]}..."
        following.require(connection)
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
        self,
        source: Source,
        bindings: list[Binding],
        open_stage: Callable[[Table], Stage],
        rejects_file: RejectsFile | None,
        progress: Progress,
    ) -> ImportResult:
        options = self._options
        layout = layout_of(options.table, schema_of(self._connection))
        merged = None
        is_many = isinstance(source, ManyFiles)
        straight = backend_of(self._connection).straight(self._connection, layout.table, self.import_id)
        if straight is not None and not options.add_up and not is_many:
            savepoint = self._connection.begin_nested()
            try:
                filled = self._fill(straight, source, bindings, progress)
                if filled.staged.without_id and not options.again and has_copies(self._connection, layout):
                    raise Repeated
                merged = Merged(filled.staged.rows, filled.staged.delta)
                savepoint.commit()
            except Repeated:
                savepoint.rollback()
        if merged is None:
            filled = self._fill(open_stage(layout.table), source, bindings, progress)
        if isinstance(source, ManyFiles) and filled.staged.without_id and not options.again:
            refuse_overlap(self._connection, filled.staged.table, layout, source.starts)
        cleaner = filled.cleaner
        stored = None if options.dry_run else StoredRejects(self._connection, self.import_id)
        first_rejects = cleaner.rejects.report(source, [target for target in (rejects_file, stored) if target])
        read, rejected = cleaner.rows + source.malformed, len(cleaner.rejects) + source.malformed
        if cleaner.rejects.unasked + source.malformed > options.most_rejects(read) or (read and rejected == read):
            if rejects_file is not None:
                rejects_file.finish()
            raise _too_many(read, rejected, options, first_rejects)
        if stored is not None:
            stored.finish()
        told = understood(options, bindings, cleaner, filled.staged.delta, filled.segments, self._taken_for)
        if merged is None:
            merged = merge(self._connection, layout, filled.staged, options, self.import_id, source)
        merged.delta.write(self._connection, self.version)
        problem = extent(self._connection).problem(self._limits.cells)
        if problem:
            raise InvalidInput.of("file", f"with it the store would be too large: {problem}")
        counts = {name: getattr(merged, name) for name in COUNTS}
        done = update(imports).where(imports.c.id == self.import_id)
        same_as = json.dumps(dict(sorted(merged.same_as.items())))
        self._connection.execute(
            done.values(finished=now(), rows_read=read, rejected=rejected, same_as=same_as, **counts)
        )
        return ImportResult(
            import_id=0 if options.dry_run else self.import_id,
            table=options.table,
            file_name=self.file_name,
            rows_read=read,
            rejected=rejected,
            first_rejects=first_rejects,
            data_version=self.version - (1 if options.dry_run else 0),
            repeats=self.repeats,
            seconds=0,
            understood=told,
            **counts,
        )

    def _fill(self, stage: Stage, source: Source, bindings: list[Binding], progress: Progress) -> _Filled:
        """Cleans the file into the stage; the next batch is cleaned while the last one is stored."""
        segments = SegmentIds(self._connection, stage.busy)
        cleaner = self._scratch.enter_context(closing(Cleaner(bindings, self._options, segments, source)))
        delta, rows = Delta(schema_of(self._connection)), 0
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
        return _Filled(cleaner, segments, Staged(stage.table, rows, cleaner.without_id, delta, cleaner.lines))


def _too_many(read: int, rejected: int, options: ImportOptions, first: tuple[Reject, ...]) -> InvalidInput:
    if rejected == read:
        what = f"none of the {read:,} rows can be taken"
    else:
        what = f"{rejected:,} of {read:,} rows cannot be taken, more than {options.max_rejects} (--max-rejects)"
    examples = "; ".join(f"line {r.line}: {r.column} {r.value!r} {r.reason}" for r in first[:REJECTS_TOLD])
    return InvalidInput.of(
        "max_rejects",
        f"{what}: {examples}; nothing was imported. Mend the file or the options, or allow more",
    )


def named(names: Sequence[str]) -> str:
    """What the record calls an import of these files."""
    return names[0] if len(names) == 1 else f"{len(names)} files: {', '.join(names)}"


def now() -> datetime:
    """UTC without saying so, in whole seconds, as the table `imports` has it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)
