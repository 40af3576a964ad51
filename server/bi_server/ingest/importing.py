"""Imports a file in one transaction, so that it is in the store as a whole or not at all."""

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, closing, nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path

from bi_server.errors import InvalidInput
from bi_server.ingest import profiles
from bi_server.ingest.binding import Binding, bind
from bi_server.ingest.cleaning import Cleaner
from bi_server.ingest.leaving import check, giving_up
from bi_server.ingest.limits import Limits
from bi_server.ingest.manyfiles import ManyFiles
from bi_server.ingest.options import ImportOptions
from bi_server.ingest.rejects_file import RejectsFile
from bi_server.ingest.result import ImportResult, Reject
from bi_server.ingest.sources import Source, first_values, open_all
from bi_server.ingest.understanding import understood
from bi_server.questions import Unclear
from bi_server.store.away import reaching
from bi_server.store.engine import Engine
from bi_server.store.writer.rows import Duplicates
from bi_server.store.writer.writer import COUNTS, Brought, Sink, Writer, writing

NO_LIMITS = Limits()  # but those that keep a mistake from filling the disk
WAIT_SECONDS = 3600.0  # for another import, which may need minutes
REJECTS_TOLD = 5  # of an import that is refused for them
MOST_NAME = 255  # characters that the record has room for

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

    brought = Brought(options.table, _named(names), digest, options.as_json())

    def reporting(fraction: float, rows: int) -> None:
        check(left)
        progress(fraction, rows)

    with (
        nullcontext() if rejects is None else closing(RejectsFile(rejects, paths)) as rejects_file,
        giving_up(left),
        reaching(),
        writing(engine, brought, wait_seconds=wait_seconds, left=left, most_cells=limits.cells) as writer,
        ExitStack() as scratch,
    ):
        run = _Run(writer, options, taken_for, limits, scratch)
        try:
            result = run.take_in(source, bindings, brought, rejects_file, reporting)
        except Unclear as error:
            raise profiles.hinting(error, options, source.columns) from None
        if rejects_file is not None:
            rejects_file.finish()
        check(left)
        if options.dry_run:
            writer.abort()
    return replace(result, seconds=time.perf_counter() - started)


class _Run:
    """One import inside its transaction."""

    def __init__(
        self, writer: Writer, options: ImportOptions, taken_for: str, limits: Limits, scratch: ExitStack
    ) -> None:
        self._writer = writer
        self._options = options
        self._taken_for = taken_for
        self._limits = limits
        self._scratch = scratch

    def take_in(
        self,
        source: Source,
        bindings: list[Binding],
        brought: Brought,
        rejects_file: RejectsFile | None,
        progress: Progress,
    ) -> ImportResult:
        writer, options = self._writer, self._options
        duplicates = Duplicates(options.on_duplicate, options.again, options.add_up)
        cleaner, sink = writer.take(
            lambda sink: (self._pour(sink, source, bindings, progress), sink),
            duplicates,
            is_one_file=not isinstance(source, ManyFiles),
        )
        stored = None if options.dry_run else writer.rejects()
        first_rejects = cleaner.rejects.report(source, [target for target in (rejects_file, stored) if target])
        read, rejected = cleaner.rows + source.malformed, len(cleaner.rejects) + source.malformed
        if cleaner.rejects.unasked + source.malformed > options.most_rejects(read) or (read and rejected == read):
            if rejects_file is not None:
                rejects_file.finish()
            raise _too_many(read, rejected, options, first_rejects)
        if stored is not None:
            stored.finish()
        told = understood(options, bindings, cleaner, sink.delta, sink.segments, self._taken_for)
        merged = writer.finish(duplicates, source, rows_read=read, rejected=rejected)
        return ImportResult(
            import_id=0 if options.dry_run else writer.import_id,
            table=options.table,
            file_name=brought.file_name,
            rows_read=read,
            rejected=rejected,
            first_rejects=first_rejects,
            data_version=writer.version - (1 if options.dry_run else 0),
            repeats=writer.repeats,
            seconds=0,
            understood=told,
            **{name: getattr(merged, name) for name in COUNTS},
        )

    def _pour(self, sink: Sink, source: Source, bindings: list[Binding], progress: Progress) -> Cleaner:
        """Cleans the file into the store; the next batch is cleaned while the last one is stored."""
        cleaner = self._scratch.enter_context(closing(Cleaner(bindings, self._options, sink.segments, source)))
        with ThreadPoolExecutor(1, thread_name_prefix="stage") as worker:
            pending: Future[None] = worker.submit(lambda: None)
            for batch in source.batches(cleaner.wanted, cleaner.encoded):
                try:
                    clean = cleaner.clean(batch)
                finally:
                    pending.result()  # what went wrong there first went wrong first
                pending = worker.submit(sink.add, clean)
                if cleaner.rows > self._limits.rows:
                    most = f"{self._limits.rows:,}"
                    raise InvalidInput.of("file", f"has more than {most} rows (MAX_IMPORT_ROWS); import it in parts")
                progress(source.fraction(), cleaner.rows)
            pending.result()
        lines = None if cleaner.lines is None else cleaner.lines.counts
        sink.finish(cleaner.without_id, lines, source.starts if isinstance(source, ManyFiles) else ())
        return cleaner


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


def _named(names: Sequence[str]) -> str:
    """What the record calls an import of these files."""
    name = names[0] if len(names) == 1 else f"{len(names)} files: {', '.join(names)}"
    return name if len(name) <= MOST_NAME else f"{name[: MOST_NAME - 3]}..."
