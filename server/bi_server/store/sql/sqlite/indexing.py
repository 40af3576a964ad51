"""Indexes while many rows come in."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table, func, select

# Sorted and written in one go an index costs a microsecond or two a row. Kept up, it costs ten for every row that comes
# where it is larger than the cache, as each goes to a page of its own.
CHEAPER_FROM = 4  # stored rows for each that comes


@contextmanager
def indexes_anew(connection: Connection, table: Table, rows: int) -> Iterator[None]:
    """Around an INSERT of so many rows: drops the table's indexes and makes them again, where that is faster.

    Those that keep rows apart stay. All of it is of the transaction: others see the table as it was.
    """
    stored = connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    if rows * CHEAPER_FROM < stored:
        yield
        return
    found = connection.exec_driver_sql(
        'SELECT name, sql FROM pragma_index_list(?) JOIN main.sqlite_master USING (name) WHERE NOT "unique"',
        (table.name,),
    ).all()
    quote = connection.dialect.identifier_preparer.quote_identifier
    for name, _ in found:
        connection.exec_driver_sql(f"DROP INDEX main.{quote(name)}")
    yield
    for _, statement in found:
        connection.exec_driver_sql(statement)
