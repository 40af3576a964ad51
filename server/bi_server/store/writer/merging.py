"""Moves staged rows into their table; decides what happens to those that are there already."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, delete, func, literal, select, true

from bi_server.store.cells import frames
from bi_server.store.delta import Delta
from bi_server.store.schema import schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.sql.served import backend_of
from bi_server.store.sql.stage import Repeated
from bi_server.store.writer.conflicts import Conflicts
from bi_server.store.writer.layouts import Layout, execute_counted
from bi_server.store.writer.matching import Matches
from bi_server.store.writer.numbering import number_on
from bi_server.store.writer.repeats import add_up, drop_copies
from bi_server.store.writer.replacing import replace
from bi_server.store.writer.rows import Duplicates, OrderCounts, Originals


@dataclass(frozen=True)
class Merged:
    """How many staged rows became what, and the change of the daily sums."""

    inserted: int
    delta: Delta
    updated: int = 0
    skipped: int = 0
    removed: int = 0
    same: int = 0  # of the skipped: equal to a row of the store, or to an earlier one of the file
    appended: int = 0  # of the inserted: further lines of orders that were there
    added_up: int = 0
    same_as: Counter[int] = field(default_factory=Counter)  # of the skipped, by the import that brought the row


@dataclass(frozen=True)
class Staged:
    """Rows that wait in `table`, and what is known of them. `delta` holds where none of them is there already."""

    table: Table
    rows: int
    without_id: int
    delta: Delta
    lines: OrderCounts | None  # where several rows may be of one order


def merge(
    connection: Connection, layout: Layout, staged: Staged, duplicates: Duplicates, import_id: int, source: Originals
) -> Merged:
    """Raises InvalidInput for rows that contradict each other or, unless it is said what to do, the store."""
    stage = staged.table
    added = add_up(connection, layout, stage) if duplicates.add_up else 0
    matches = Matches(connection, layout, stage)
    copies = matches.without_id() if staged.without_id and not duplicates.again else 0
    if not copies:
        with suppress(Repeated), connection.begin_nested():
            _insert(connection, layout, stage, import_id, all_new=True)
            return Merged(staged.rows - added, staged.delta, added_up=added)
    _index(connection, layout, stage)
    same = drop_copies(connection, layout, stage, source)
    matches.by_key()
    left = staged.rows - added - same - matches.count
    if left:
        matches.index()
        if layout.is_sales and duplicates.on_duplicate != "replace":
            matches.by_order()
    conflicts = Conflicts(connection, layout, stage, matches)
    if duplicates.on_duplicate == "fail":
        conflicts.refuse(copies)
    same += matches.count
    same_as = matches.by_import()
    delta, removed, updated, appended, skipped = Delta(schema_of(connection)), 0, 0, 0, 0
    if duplicates.on_duplicate == "replace":
        conflicts.refuse_continuations()
        updated, removed = replace(connection, layout, stage, matches, import_id, staged.lines, delta)
    elif not left:
        return Merged(0, delta, skipped=same, same=same, added_up=added, same_as=same_as)
    else:
        if duplicates.on_duplicate == "skip":
            same_as += conflicts.by_import()
            skipped = conflicts.leave_out()
        connection.execute(delete(stage).where(~matches.left_over()))
        appended = number_on(connection, stage) if layout.is_sales else 0
    ids = SegmentIds(connection)
    for rows in frames(connection, select(stage)):
        delta.add(layout.table, ids, rows)
    kept = _insert(connection, layout, stage, import_id)
    return Merged(kept - updated, delta, updated, skipped + same, removed, same, appended, added, same_as)


def _insert(connection: Connection, layout: Layout, stage: Table, import_id: int, *, all_new: bool = False) -> int:
    """Rows that were inserted; those whose key exists are passed over, or Repeated is raised as they were `all_new`."""
    names, backend = layout.columns, backend_of(connection)
    count = int(connection.execute(select(func.count()).select_from(stage)).scalar_one())
    # Without a WHERE, SQLite takes ON CONFLICT for the ON of a join.
    rows = select(*(stage.c[name] for name in names), literal(import_id)).where(true())
    insert = backend.insert(layout.table).from_select([*names, "import_id"], rows)
    with backend.inserting(connection, layout.table, count):
        inserted = execute_counted(connection, insert.on_conflict_do_nothing())
        if all_new and inserted < count:
            raise Repeated  # before anything is made anew in vain
    return inserted


def _index(connection: Connection, layout: Layout, stage: Table) -> None:
    schema = f"{stage.schema}." if stage.schema else ""
    connection.exec_driver_sql(f"CREATE INDEX {schema}import_stage_key ON {stage.name} ({', '.join(layout.key)})")
