"""Rows of the store that rows of a file replace are set aside, so that undoing the import brings them back."""

from typing import Any

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table, and_, delete, insert, literal, select

from bi_server.store.cells import frames
from bi_server.store.delta import Delta
from bi_server.store.segments import SegmentIds
from bi_server.store.writer.layouts import Layout, equal, execute_counted
from bi_server.store.writer.matching import Matches
from bi_server.store.writer.rows import OrderCounts


def replace(
    connection: Connection,
    layout: Layout,
    stage: Table,
    matches: Matches,
    import_id: int,
    lines: OrderCounts | None,
    delta: Delta,
) -> tuple[int, int]:
    """Sets aside what the staged rows replace, and drops those that would change nothing.

    Whole orders are replaced: lines that an order no longer has go too. Returns how many rows were replaced, and how
    many such lines were removed.
    """
    removed = 0
    if layout.is_sales:
        removed = _set_aside(connection, layout, import_id, _lines_gone(connection, layout, stage, lines))
    connection.execute(delete(stage).where(~matches.left_over()))
    taken = select(stage.c.seq).where(equal(stage, layout.table, layout.key)).exists()
    updated = _set_aside(connection, layout, import_id, taken)
    ids = SegmentIds(connection)
    for rows in frames(connection, select(layout.replaced).where(layout.replaced.c.replaced_by == import_id)):
        delta.remove(layout.table, ids, rows)
    return updated, removed


def _lines_gone(connection: Connection, layout: Layout, stage: Table, lines: OrderCounts | None) -> Any:
    """Which rows are lines beyond those that the file has of their order, where it has the order's first line."""
    first = select(stage.c.order_id).where(stage.c.order_line == 1, stage.c.order_id.is_not(None))
    rows = layout.table.c
    if lines is None:
        return and_(rows.order_line > 1, rows.order_id.in_(first))
    columns = Column("id", String, primary_key=True), Column("lines", Integer)
    orders = Table("import_orders", MetaData(), *columns, prefixes=["TEMPORARY"])
    orders.create(connection)
    for some in lines():
        connection.execute(insert(orders), [{"id": order, "lines": count} for order, count in some])
    connection.execute(delete(orders).where(orders.c.id.not_in(first)))
    beyond = select(orders.c.id).where(orders.c.id == rows.order_id, rows.order_line > orders.c.lines).exists()
    return and_(rows.order_line > 1, beyond)


def _set_aside(connection: Connection, layout: Layout, import_id: int, which: Any) -> int:
    """Moves rows of the table into its table of replaced rows."""
    names = [*layout.columns, "import_id"]
    old = select(*(layout.table.c[name] for name in names), literal(import_id)).where(which)
    count = execute_counted(connection, insert(layout.replaced).from_select([*names, "replaced_by"], old))
    if count:
        connection.execute(delete(layout.table).where(which))
    return count
