"""Gives further lines of orders that the store has a number of their own."""

from sqlalchemy import Connection, Integer, MetaData, Table, and_, func, insert, select, update
from sqlalchemy.schema import Column

from bi_server.errors import InvalidInput
from bi_server.store.sql.served import backend_of
from bi_server.store.tables import sales_data
from bi_server.store.writer.layouts import MOST_LINES, execute_counted


def number_on(connection: Connection, stage: Table) -> int:
    """Staged lines whose number is taken are numbered after the order's last; returns how many orders' rows go on.

    Others keep theirs: the number of a line that could not be read the first time is free, and is its own.
    """
    rows = sales_data.c
    known = select(rows.id).where(rows.order_id == stage.c.order_id).exists()
    appended = int(connection.execute(select(func.count()).select_from(stage).where(known)).scalar_one())
    if not appended:
        return 0
    columns = Column("seq", Integer, primary_key=True), Column("line", Integer)
    numbers = Table("import_numbers", MetaData(), *columns, prefixes=["TEMPORARY"])
    numbers.create(connection)
    taken = and_(rows.order_id == stage.c.order_id, rows.order_line == stage.c.order_line)
    mine = stage.alias("mine")
    last = [
        select(func.max(rows.order_line)).where(rows.order_id == stage.c.order_id).scalar_subquery(),
        select(func.max(mine.c.order_line)).where(mine.c.order_id == stage.c.order_id).scalar_subquery(),
    ]
    place = func.row_number().over(partition_by=stage.c.order_id, order_by=stage.c.seq)
    clashing = select(stage.c.seq, stage.c.order_id, *last, place).where(select(rows.id).where(taken).exists())
    found = clashing.subquery().c
    seq, order, stored, staged, nth = found
    del order
    greater = backend_of(connection).greatest(stored, staged)
    if execute_counted(connection, insert(numbers).from_select(["seq", "line"], select(seq, greater + nth))):
        if connection.execute(select(func.max(numbers.c.line))).scalar_one() > MOST_LINES:
            raise InvalidInput.of("on_duplicate", f"an order would have over {MOST_LINES:,} lines")
        line = select(numbers.c.line).where(numbers.c.seq == stage.c.seq).scalar_subquery()
        connection.execute(update(stage).where(stage.c.seq.in_(select(numbers.c.seq))).values(order_line=line))
    return appended
