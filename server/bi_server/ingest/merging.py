"""Moves staged rows into their table; decides what happens to those that are there already."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    and_,
    cast,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    true,
)
from sqlalchemy.dialects import postgresql, sqlite

from bi_server.errors import InvalidInput
from bi_server.ingest.options import OnDuplicate, TableName
from bi_server.ingest.orderlines import OrderLines
from bi_server.store.cells import frames
from bi_server.store.delta import Delta
from bi_server.store.segments import SegmentIds
from bi_server.store.tables import replaced_sales, replaced_traffic, sales_data, site_traffic

EXAMPLES = 5  # of repeated keys in an error


@dataclass(frozen=True)
class Layout:
    """A table that files go into, what tells its rows apart, and where replaced rows are kept."""

    table: Table
    key: tuple[str, ...]  # a row without a value in it is never a duplicate
    replaced: Table

    @property
    def columns(self) -> list[str]:
        """What a file fills."""
        return [c.name for c in self.table.c if c.name not in ("id", "import_id")]


LAYOUTS: dict[TableName, Layout] = {
    "sales": Layout(sales_data, ("order_id",), replaced_sales),
    "traffic": Layout(site_traffic, ("date", "region", "category"), replaced_traffic),
}


@dataclass(frozen=True)
class Merged:
    """How many staged rows became what, and the change of the daily sums."""

    inserted: int
    updated: int
    skipped: int
    removed: int
    delta: Delta


def merge(
    connection: Connection,
    layout: Layout,
    stage: Table,
    staged: int,
    delta: Delta,
    import_id: int,
    mode: OnDuplicate,
    lines: OrderLines | None = None,
) -> Merged:
    """`delta` is that of all staged rows; it holds where none of them is a duplicate.

    With `lines`, rows that replace rows replace whole orders: lines that an order no longer has are removed.
    """
    savepoint = connection.begin_nested()
    if _insert(connection, layout, stage, import_id) == staged:
        savepoint.commit()
        return Merged(staged, 0, 0, 0, delta)
    savepoint.rollback()
    if mode == "fail":
        raise _repeated(connection, layout, stage)
    _index(connection, layout, stage)
    if layout.table is site_traffic:
        _refuse_uncounted(connection, stage)
    # Within the file: the first line stands, or, where rows replace rows, the last.
    _drop_repeated(connection, layout, stage, keep_last=mode == "replace")
    same = _same_key(layout, stage, layout.table)
    delta = Delta()
    updated = removed = 0
    if mode == "skip":
        connection.execute(delete(stage).where(exists().where(same)))
    else:
        gone = None if lines is None else _lines_gone(connection, layout.table, stage, lines)
        values = [stage.c[n].is_not_distinct_from(layout.table.c[n]) for n in layout.columns if n not in layout.key]
        connection.execute(delete(stage).where(exists().where(and_(same, *values))))  # nothing would change
        updated = _set_aside(connection, layout, import_id, exists().where(same))
        removed = 0 if gone is None else _set_aside(connection, layout, import_id, gone)
        ids = SegmentIds(connection)
        for rows in frames(connection, select(layout.replaced).where(layout.replaced.c.replaced_by == import_id)):
            delta.remove(layout.table, ids, rows)
    ids = SegmentIds(connection)
    for rows in frames(connection, select(stage)):
        delta.add(layout.table, ids, rows)
    kept = _insert(connection, layout, stage, import_id)
    return Merged(kept - updated, updated, staged - kept, removed, delta)


def _refuse_uncounted(connection: Connection, stage: Table) -> None:
    """Visits without a category or region that come twice for a day: of two such rows one would not be counted."""
    key = stage.c.date, stage.c.region, stage.c.category
    query = select(*key).where(or_(stage.c.region == "", stage.c.category == "")).group_by(*key)
    found = connection.execute(query.having(func.count() > 1).limit(1)).first()
    if found is not None:
        raise InvalidInput.of(
            "map",
            f"{' '.join(str(value) for value in found if value)} comes several times without a region or category; "
            "map them to columns (map category=COLUMN), or add the visits up first",
        )


def _insert(connection: Connection, layout: Layout, stage: Table, import_id: int) -> int:
    """Rows that were inserted; those whose key exists are passed over."""
    names = layout.columns
    make: Any = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    # Without a WHERE, SQLite takes ON CONFLICT for the ON of a join.
    rows = select(*(stage.c[name] for name in names), literal(import_id)).where(true())
    statement = make(layout.table).from_select([*names, "import_id"], rows).on_conflict_do_nothing()
    return inserted(connection, statement)


def inserted(connection: Connection, statement: Any) -> int:
    """Executes INSERT ... SELECT; returns the number of rows."""
    # Not every driver is asked for it otherwise, and -1 would be the answer.
    return int(connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount)


def _index(connection: Connection, layout: Layout, stage: Table) -> None:
    schema = f"{stage.schema}." if stage.schema else ""
    connection.exec_driver_sql(f"CREATE INDEX {schema}import_stage_key ON {stage.name} ({', '.join(layout.key)})")


def _same_key(layout: Layout, left: Table, right: Table) -> Any:
    return and_(*(left.c[name] == right.c[name] for name in layout.key))


def _drop_repeated(connection: Connection, layout: Layout, stage: Table, keep_last: bool) -> None:
    key = [stage.c[name] for name in layout.key]
    order = stage.c.seq.desc() if keep_last else stage.c.seq
    ranked = select(stage.c.seq, func.row_number().over(partition_by=key, order_by=order).label("place"))
    places = ranked.where(*(column.is_not(None) for column in key)).subquery()
    connection.execute(delete(stage).where(stage.c.seq.in_(select(places.c.seq).where(places.c.place > 1))))


def _lines_gone(connection: Connection, table: Table, stage: Table, lines: OrderLines) -> Any:
    """Which rows are lines beyond those that the file has of their order, where it has the order's first line."""
    columns = Column("id", String, primary_key=True), Column("lines", Integer)
    orders = Table("import_orders", MetaData(), *columns, prefixes=["TEMPORARY"])
    orders.create(connection)
    for some in lines.counts():
        connection.execute(insert(orders), [{"id": order, "lines": count} for order, count in some])
    first = select(stage.c.order_id).where(stage.c.order_line == 1, stage.c.order_id.is_not(None))
    connection.execute(delete(orders).where(orders.c.id.not_in(first)))
    ending = func.length(cast(table.c.order_line, String)) + 1  # of "<order>/<line>"
    order = func.substr(table.c.order_id, 1, func.length(table.c.order_id) - ending)
    return and_(table.c.order_line > 1, exists().where(orders.c.id == order, table.c.order_line > orders.c.lines))


def _set_aside(connection: Connection, layout: Layout, import_id: int, which: Any) -> int:
    """Moves rows of the table into its table of replaced rows."""
    names = [*layout.columns, "import_id"]
    old = select(*(layout.table.c[name] for name in names), literal(import_id)).where(which)
    count = inserted(connection, insert(layout.replaced).from_select([*names, "replaced_by"], old))
    if count:
        connection.execute(delete(layout.table).where(which))
    return count


def _repeated(connection: Connection, layout: Layout, stage: Table) -> InvalidInput:
    other = stage.alias()
    key = [stage.c[name] for name in layout.key]
    earlier = and_(*(stage.c[name] == other.c[name] for name in layout.key), other.c.seq < stage.c.seq)
    repeated = or_(exists().where(_same_key(layout, stage, layout.table)), exists().where(earlier))
    _index(connection, layout, stage)
    rows = connection.execute(select(*key).where(repeated).order_by(stage.c.seq).limit(EXAMPLES)).all()
    examples = ", ".join(" ".join(str(value) for value in row) for row in rows)
    return InvalidInput.of(
        "on_duplicate",
        f"rows are there already or twice in the file ({examples}); nothing was imported. Skip or replace",
    )
