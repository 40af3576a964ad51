"""One import: a transaction that takes clean rows and says what became of them."""

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Connection, Engine, Table, Transaction, insert, update

from bi_server.errors import InvalidInput
from bi_server.store import following, migrate, rollups
from bi_server.store.delta import Delta
from bi_server.store.engine import own_connection
from bi_server.store.extent import MOST_CELLS, extent
from bi_server.store.imports import import_of, now
from bi_server.store.schema import schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.sql.served import backend_of
from bi_server.store.sql.stage import Repeated, Stage
from bi_server.store.stored_rejects import StoredRejects
from bi_server.store.tables import imports
from bi_server.store.writer.clean_rows import CleanRows
from bi_server.store.writer.layouts import layout_of
from bi_server.store.writer.matching import has_copies
from bi_server.store.writer.merging import Merged, Staged, merge
from bi_server.store.writer.repeats import refuse_overlap
from bi_server.store.writer.rows import Duplicates, OrderCounts, Originals, TableName

COUNTS = ("inserted", "updated", "skipped", "removed", "same", "appended", "added_up")  # of `Merged`, and recorded

T = TypeVar("T")


@dataclass(frozen=True)
class Brought:
    """What the record of imports says of the rows' origin: `options` is JSON."""

    table: TableName
    file_name: str
    sha256: str
    options: str = "{}"


class Sink:
    """Takes the rows of a file, batch by batch.

    `segments` gives their names the spelling that the store knows, and each combination a number; `delta` is the change
    of the daily sums.
    """

    def __init__(self, connection: Connection, stage: Stage) -> None:
        self._stage = stage
        self.segments = SegmentIds(connection, stage.busy)
        self.delta = Delta(schema_of(connection))
        self.rows = 0
        self.without_id = 0
        self.lines: OrderCounts | None = None
        self.starts: Sequence[int] = ()

    def add(self, rows: CleanRows) -> None:
        """Stores some rows and counts them in the daily sums; may run in another thread, one call after another."""
        self._stage.add(rows.staged)
        rows.add_to(self.delta)
        self.rows += len(rows.segment)

    def finish(self, without_id: int, lines: OrderCounts | None = None, starts: Sequence[int] = ()) -> None:
        """These were all; so many of them have no order id.

        `lines` where several rows may be of one order, `starts` are the places of the first rows of several files.
        """
        self._stage.finish()
        self.without_id, self.lines, self.starts = without_id, lines, starts

    @property
    def staged(self) -> Staged:
        return Staged(self._stage.table, self.rows, self.without_id, self.delta, self.lines)


class Writer:
    """An import at work: `take` once, then `finish`; all of it is in the store when the context of `writing` ends.

    `import_id` is its number, `version` that of the data with it, `repeats` an import of the very same file (0: none).
    """

    def __init__(
        self,
        connection: Connection,
        transaction: Transaction,
        open_stage: Callable[[Table], Stage],
        brought: Brought,
        most_cells: int,
    ) -> None:
        self._connection = connection
        self._transaction = transaction
        self._open_stage = open_stage
        self._most_cells = most_cells
        following.require(connection)
        rollups.catch_up(connection)  # rows of other tools first, so that what comes now is this file's alone
        self.version = rollups.begin(connection)
        self.repeats = import_of(connection, brought.table, brought.sha256)
        record = insert(imports).values(
            table_name=brought.table,
            file_name=brought.file_name,
            sha256=brought.sha256,
            options=brought.options,
            started=now(),
            data_version=self.version,
        )
        self.import_id = int(connection.execute(record.returning(imports.c.id)).scalar_one())
        self._layout = layout_of(brought.table, schema_of(connection))
        self._merged: Merged | None = None
        self._sink: Sink | None = None

    def take(self, pour: Callable[[Sink], T], duplicates: Duplicates, *, is_one_file: bool = True) -> T:
        """Has all rows poured into a sink, and gives what that returns.

        It may be asked for a second time, with another sink: where rows turn out to be in the store already.
        Raises InvalidInput where files overlap.
        """
        straight = None
        if is_one_file and not duplicates.add_up:
            straight = backend_of(self._connection).straight(self._connection, self._layout.table, self.import_id)
        if straight is not None:
            savepoint = self._connection.begin_nested()
            try:
                poured = self._poured(straight, pour)
                staged = self._filled.staged
                if staged.without_id and not duplicates.again and has_copies(self._connection, self._layout):
                    raise Repeated
                savepoint.commit()
                self._merged = Merged(staged.rows, staged.delta)
                return poured
            except Repeated:
                savepoint.rollback()
        poured = self._poured(self._open_stage(self._layout.table), pour)
        sink = self._filled
        if sink.starts and sink.without_id and not duplicates.again:
            refuse_overlap(self._connection, sink.staged.table, self._layout, sink.starts)
        return poured

    def _poured(self, stage: Stage, pour: Callable[[Sink], T]) -> T:
        self._sink = Sink(self._connection, stage)
        return pour(self._sink)

    @property
    def _filled(self) -> Sink:
        assert self._sink is not None, "`take` comes first"
        return self._sink

    def finish(self, duplicates: Duplicates, originals: Originals, *, rows_read: int, rejected: int) -> Merged:
        """Moves the rows into their table, and records what became of them.

        Raises InvalidInput for rows that contradict each other or, unless it is said what to do, the store, and where
        the store would be larger than `most_cells`.
        """
        merged = self._merged
        if merged is None:
            args = self._layout, self._filled.staged, duplicates, self.import_id, originals
            merged = merge(self._connection, *args)
        merged.delta.write(self._connection, self.version)
        problem = extent(self._connection).problem(self._most_cells)
        if problem:
            raise InvalidInput.of("file", f"with it the store would be too large: {problem}")
        counts = {name: getattr(merged, name) for name in COUNTS}
        same_as = json.dumps(dict(sorted(merged.same_as.items())))
        done = update(imports).where(imports.c.id == self.import_id)
        self._connection.execute(
            done.values(finished=now(), rows_read=rows_read, rejected=rejected, same_as=same_as, **counts)
        )
        return merged

    def rejects(self) -> StoredRejects:
        """Where the rows that were left out are kept with the import."""
        return StoredRejects(self._connection, self.import_id)

    def abort(self) -> None:
        """Leaves the store as it was."""
        self._transaction.rollback()


@contextmanager
def writing(
    engine: Engine,
    brought: Brought,
    *,
    wait_seconds: float,
    left: threading.Event | None = None,
    most_cells: int = MOST_CELLS,
) -> Iterator[Writer]:
    """A writer, which waits so long for another one at most; what it did is in the store at the end of the context.

    Once `left` is set it waits no more, and what the database is doing for it fails. Raises StoreUnavailable where the
    store does not follow its model.
    """
    migrate.require_current(engine)
    with (
        own_connection(engine, wait_seconds, left or threading.Event()) as connection,
        backend_of(connection).staging(connection) as open_stage,
        connection.begin() as transaction,
    ):
        yield Writer(connection, transaction, open_stage, brought, most_cells)
