"""Rows of sales page by page, by the index on dates."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select

from bi_server.store.schema import Schema
from bi_server.store.segments import fold

Read: TypeAlias = Callable[[Select[Any]], Sequence[Row[Any]]]


class Sold(NamedTuple):
    """One row of sales, with its names by dimension and the model's own measures.

    Ids are None where not recorded or shown.
    """

    id: int
    time: datetime
    revenue: float
    units: float
    line: int
    order_id: str | None
    customer_id: str | None
    names: Mapping[str, str]
    own: Mapping[str, float]


class Named(NamedTuple):
    """Which names of a dimension are wanted, folded, of those that the store knows."""

    wanted: frozenset[str]
    known: Sequence[str]

    def sql(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """All that may be wanted: names in the spelling of the store, and spellings that it does not know."""
        others = [name for name in self.known if not self.has(name)]
        return column.not_in(others)

    def has(self, name: str) -> bool:
        """Whether a name in any spelling is wanted."""
        return fold(name) in self.wanted


class Spelled(NamedTuple):
    """Which names of a wide dimension are wanted, in all spellings of the store; or (`is_excluded`) which are not."""

    names: tuple[str, ...]
    is_excluded: bool

    def sql(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """The condition, which an index on the column serves."""
        return column.not_in(self.names) if self.is_excluded else column.in_(self.names)

    def has(self, name: str) -> bool:
        """Whether a name of the store is wanted."""
        return (name in self.names) != self.is_excluded


def read_page(
    read: Read,
    schema: Schema,
    within: ColumnElement[bool],
    names: Sequence[tuple[str, Named | Spelled]],
    after: tuple[datetime, int] | None,
    count: int,
) -> list[Sold]:
    """The first `count` rows `within` a range that have all the names, given with their dimensions, oldest first.

    They come `after` a moment and an id: rows that come in meanwhile neither repeat others nor push them out.
    """
    row, found = schema.sales_data.c, list[Sold]()
    dimensions = (*schema.held, *schema.wide)
    column_of = {dimension.id: row[dimension.column] for dimension in dimensions}
    columns = (row.id, row.date, row.revenue, row.units_sold, row.order_line, row.order_id, row.customer_id)
    own = [row[measure.column] for measure in schema.own]
    wanted = and_(within, *(named.sql(column_of[dimension]) for dimension, named in names))
    while len(found) < count:
        query = select(*columns, *column_of.values(), *own).where(wanted).order_by(row.date, row.id).limit(count)
        if after is not None:
            query = query.where(or_(row.date > after[0], and_(row.date == after[0], row.id > after[1])))
        page = [_sold(one, schema, list(column_of)) for one in read(query)]
        found += [one for one in page if all(named.has(one.names[name]) for name, named in names)]
        if len(page) < count:
            break
        after = page[-1].time, page[-1].id
    return found[:count]


def _sold(row: Row[Any], schema: Schema, dimensions: Sequence[str]) -> Sold:
    first, rest = row[:7], list[Any](row[7:])
    names = dict(zip(dimensions, rest[: len(dimensions)], strict=True))
    own = {measure.id: float(value) for measure, value in zip(schema.own, rest[len(dimensions) :], strict=True)}
    return Sold._make((*first, names, own))
