"""Tells what imports there were, and undoes them."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, FromClause, Row, delete, insert, select, update

from bi_server.errors import ImportConflict, NotFound
from bi_server.store import migrate, rollups, stored_rejects
from bi_server.store.cells import frames
from bi_server.store.delta import Delta
from bi_server.store.schema import schema_of
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import imports, sales_data
from bi_server.store.writer.layouts import Layout, execute_counted, layout_of


@dataclass(frozen=True)
class ImportRecord:
    """One import of the past; times are UTC. rows_read = inserted + updated + skipped + added_up + rejected."""

    import_id: int
    table: str
    file_name: str
    sha256: str
    options: str  # JSON, what was not left at its default
    started: datetime
    finished: datetime | None
    undone: datetime | None
    rows_read: int
    inserted: int
    updated: int
    skipped: int
    rejected: int
    data_version: int
    removed: int
    same: int
    appended: int
    added_up: int
    same_as: str  # JSON, {import: rows}


@dataclass(frozen=True)
class Undone:
    """What undoing an import did.

    `taken_along` are rows of later imports, by their number, that were skipped because this one had brought them:
    the store no longer has them either, until those files are imported again.
    """

    import_id: int
    removed: int
    restored: int
    data_version: int
    taken_along: dict[int, int]


def list_imports(engine: Engine) -> list[ImportRecord]:
    """All imports, the newest first."""
    migrate.require_current(engine)
    with engine.connect() as connection:
        return [ImportRecord(*row) for row in connection.execute(select(imports).order_by(imports.c.id.desc()))]


def import_of(connection: Connection, table: str, sha256: str) -> int:
    """The first import of a file with this digest into a table that was not undone; 0 where there is none."""
    same = imports.c.sha256 == sha256, imports.c.table_name == table, imports.c.undone.is_(None)
    return connection.execute(select(imports.c.id).where(*same).order_by(imports.c.id)).scalars().first() or 0


def last_options(engine: Engine, file_name: str) -> str:
    """The options, as JSON, of the last import under a name that was not undone; empty where there is none."""
    same = imports.c.file_name == file_name, imports.c.undone.is_(None)
    newest = select(imports.c.options).where(*same).order_by(imports.c.id.desc()).limit(1)
    with engine.connect() as connection:
        return connection.execute(newest).scalar() or ""


def now() -> datetime:
    """UTC without saying so, in whole seconds, as the table `imports` has it."""
    return datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def undo_import(engine: Engine, import_id: int) -> Undone:
    """Removes the rows an import inserted and brings back those it replaced.

    Raises NotFound for an import that was never made, ImportConflict where it was undone already or where a later
    import has replaced rows of it or gone on with its orders: that one has to be undone first.
    """
    migrate.require_current(engine)
    with engine.execution_options(writes=True, is_long=True).begin() as connection:
        rollups.catch_up(connection)
        version = rollups.begin(connection)
        layout = layout_of(str(_undoable(connection, import_id).table_name), schema_of(connection))
        _refuse_where_replaced(connection, layout, import_id)
        if layout.is_sales:
            _refuse_where_continued(connection, layout.table.alias(), "import_id", import_id)
            _refuse_where_continued(connection, layout.replaced, "replaced_by", import_id)
        delta, ids = Delta(schema_of(connection)), SegmentIds(connection)
        mine = layout.table.c.import_id == import_id
        for rows in frames(connection, select(layout.table).where(mine)):
            delta.remove(layout.table, ids, rows)
        removed = connection.execute(delete(layout.table).where(mine)).rowcount
        restored = _bring_back(connection, layout, import_id, delta, ids)
        delta.write(connection, version)
        stored_rejects.forget(connection, import_id)
        connection.execute(update(imports).where(imports.c.id == import_id).values(undone=now()))
        return Undone(import_id, removed, restored, version, _taken_along(connection, import_id))


def _undoable(connection: Connection, import_id: int) -> Row[tuple[object, ...]]:
    record = connection.execute(select(imports).where(imports.c.id == import_id)).one_or_none()
    if record is None:
        raise NotFound(f"there is no import {import_id}; the list of imports tells which there are")
    if record.undone is not None:
        raise ImportConflict(f"import {import_id} was undone already, on {record.undone:%Y-%m-%d at %H:%M} UTC")
    return record


def _refuse_where_replaced(connection: Connection, layout: Layout, import_id: int) -> None:
    later = layout.replaced.c.replaced_by
    query = select(later).where(layout.replaced.c.import_id == import_id).distinct().order_by(later.desc())
    blocking = connection.execute(query).scalars().all()
    if blocking:
        names = ", ".join(map(str, blocking))
        raise ImportConflict(f"rows of import {import_id} were replaced by import {names}; undo {names} first")


def _refuse_where_continued(connection: Connection, mine: FromClause, owner: str, import_id: int) -> None:
    """Lines whose order's first line goes would be revenue without an order; lines that come back, a clash."""
    other = sales_data.alias()
    later = select(other.c.import_id).join_from(mine, other, mine.c.order_id == other.c.order_id)
    query = later.where(mine.c[owner] == import_id, other.c.import_id > import_id).distinct()
    blocking = sorted(connection.execute(query).scalars())
    if blocking:
        names = ", ".join(map(str, reversed(blocking)))
        raise ImportConflict(f"import {names} has further lines of orders of import {import_id}; undo {names} first")


def _taken_along(connection: Connection, import_id: int) -> dict[int, int]:
    columns = imports.c.id, imports.c.same_as
    later = select(*columns).where(imports.c.id > import_id, imports.c.undone.is_(None), imports.c.same_as != "{}")
    counts = {i: json.loads(same_as).get(str(import_id), 0) for i, same_as in connection.execute(later)}
    return {i: rows for i, rows in counts.items() if rows}


def _bring_back(connection: Connection, layout: Layout, import_id: int, delta: Delta, ids: SegmentIds) -> int:
    mine = layout.replaced.c.replaced_by == import_id
    names = [*layout.columns, "import_id"]
    for rows in frames(connection, select(layout.replaced).where(mine)):
        delta.add(layout.table, ids, rows)
    old = select(*(layout.replaced.c[name] for name in names)).where(mine)
    restored = execute_counted(connection, insert(layout.table).from_select(names, old))
    connection.execute(delete(layout.replaced).where(mine))
    return restored
