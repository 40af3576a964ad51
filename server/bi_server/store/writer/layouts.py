"""The tables that files go into, and what tells their rows apart."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Table, and_

from bi_server.store.schema import Schema
from bi_server.store.tables import replaced_traffic, site_traffic

NULLABLE = ("customer_id", "order_id")
MOST_LINES = 32_767  # of an order: of a SMALLINT
LARGEST_COUNT = 2**31 - 1  # of an INTEGER column; of units, more than anybody sells on one line


@dataclass(frozen=True)
class Layout:
    """A table that files go into, what tells its rows apart, and where replaced rows are kept."""

    table: Table
    key: tuple[str, ...]  # a row without a value in it is never told from others
    group: tuple[str, ...]  # the part of the key that its owner knows: the order, whatever the line
    replaced: Table

    @property
    def is_sales(self) -> bool:
        return self.table is not site_traffic

    @property
    def columns(self) -> list[str]:
        """What a file fills."""
        return [c.name for c in self.table.c if c.name not in ("id", "import_id")]

    @property
    def contents(self) -> list[str]:
        """What is to be the same in rows of one key."""
        return [name for name in self.columns if name not in self.key]


def layout_of(table: str, schema: Schema) -> Layout:
    """The layout of `sales` or `traffic`, as a TableName or a recorded import calls it."""
    if table == "traffic":
        key = ("date", "region", "category")
        return Layout(site_traffic, key, key, replaced_traffic)
    return Layout(schema.sales_data, ("order_id", "order_line"), ("order_id",), schema.replaced_sales)


def equal(left: FromClause, right: FromClause, names: list[str] | tuple[str, ...]) -> ColumnElement[bool]:
    """Whether columns that always have a value agree."""
    return and_(*(left.c[name] == right.c[name] for name in names))


def alike(left: FromClause, right: FromClause, names: list[str]) -> ColumnElement[bool]:
    """Whether columns agree, or both have no value."""
    pairs = [(left.c[name], right.c[name]) for name in names]
    return and_(*(a.is_not_distinct_from(b) if a.name in NULLABLE else a == b for a, b in pairs))


def execute_counted(connection: Connection, statement: Any) -> int:
    """Executes INSERT ... SELECT or the like; returns the number of rows."""
    # Not every driver is asked for it otherwise, and -1 would be the answer.
    return int(connection.execute(statement, execution_options={"preserve_rowcount": True}).rowcount)
