"""Tells what imports there were, and undoes them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Row, delete, insert, select, update

from bi_server.errors import ImportConflict, NotFound
from bi_server.ingest.importing import now
from bi_server.ingest.merging import LAYOUTS, Layout, inserted
from bi_server.store import migrate, rollups
from bi_server.store.cells import frames
from bi_server.store.delta import Delta
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import imports


@dataclass(frozen=True)
class ImportRecord:
    """One import of the past; times are UTC. rows_read = inserted + updated + skipped + rejected."""

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


@dataclass(frozen=True)
class Undone:
    """What undoing an import did."""

    import_id: int
    removed: int
    restored: int
    data_version: int


def list_imports(engine: Engine) -> list[ImportRecord]:
    """All imports, the newest first."""
    migrate.require_current(engine)
    with engine.connect() as connection:
        return [ImportRecord(*row) for row in connection.execute(select(imports).order_by(imports.c.id.desc()))]


def undo_import(engine: Engine, import_id: int) -> Undone:
    """Removes the rows an import inserted and brings back those it replaced.

    Raises NotFound for an import that was never made, ImportConflict where it was undone already or where a later
    import has replaced rows of it: that one has to be undone first.
    """
    migrate.require_current(engine)
    with engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        rollups.catch_up(connection)
        version = rollups.begin(connection)
        layout = LAYOUTS[_undoable(connection, import_id).table_name]
        _refuse_where_replaced(connection, layout, import_id)
        delta, ids = Delta(), SegmentIds(connection)
        mine = layout.table.c.import_id == import_id
        for rows in frames(connection, select(layout.table).where(mine)):
            delta.remove(layout.table, ids, rows)
        removed = connection.execute(delete(layout.table).where(mine)).rowcount
        restored = _bring_back(connection, layout, import_id, delta, ids)
        delta.write(connection, version)
        connection.execute(update(imports).where(imports.c.id == import_id).values(undone=now()))
        return Undone(import_id, removed, restored, version)


def _undoable(connection: Connection, import_id: int) -> Row[tuple[object, ...]]:
    record = connection.execute(select(imports).where(imports.c.id == import_id)).one_or_none()
    if record is None:
        raise NotFound(f"there is no import {import_id}; `imports list` tells which there are")
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


def _bring_back(connection: Connection, layout: Layout, import_id: int, delta: Delta, ids: SegmentIds) -> int:
    mine = layout.replaced.c.replaced_by == import_id
    names = [*layout.columns, "import_id"]
    for rows in frames(connection, select(layout.replaced).where(mine)):
        delta.add(layout.table, ids, rows)
    old = select(*(layout.replaced.c[name] for name in names)).where(mine)
    restored = inserted(connection, insert(layout.table).from_select(names, old))
    connection.execute(delete(layout.replaced).where(mine))
    return restored
