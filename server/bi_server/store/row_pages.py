"""Rows of sales page by page, by the index on dates."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select, true

from bi_server.store.segments import fold
from bi_server.store.tables import sales_data

Read: TypeAlias = Callable[[Select[Any]], Sequence[Row[Any]]]


class Sold(NamedTuple):
    """One row of sales. Ids are None where not recorded or shown."""

    id: int
    time: datetime
    revenue: float
    units: float
    category: str
    region: str
    line: int
    order_id: str | None
    customer_id: str | None


class Named(NamedTuple):
    """Which names of a dimension are wanted (None: all), of those that the store knows."""

    wanted: frozenset[str] | None
    known: Sequence[str]

    def sql(self, column: ColumnElement[str]) -> ColumnElement[bool]:
        """All that may be wanted: names in the spelling of the store, and spellings that it does not know."""
        if self.wanted is None:
            return true()
        others = [name for name in self.known if fold(name) not in self.wanted]
        return column.not_in(others)

    def has(self, name: str) -> bool:
        """Whether a name in any spelling is wanted."""
        return self.wanted is None or fold(name) in self.wanted


def read_page(
    read: Read,
    within: ColumnElement[bool],
    names: tuple[Named, Named],
    after: tuple[datetime, int] | None,
    count: int,
) -> list[Sold]:
    """The first `count` rows `within` a range that have the names (category, region), oldest first.

    They come `after` a moment and an id: rows that come in meanwhile neither repeat others nor push them out.
    """
    row, found = sales_data.c, list[Sold]()
    columns = (
        row.id,
        row.date,
        row.revenue,
        row.units_sold,
        row.product_category,
        row.region,
        row.order_line,
        row.order_id,
        row.customer_id,
    )
    wanted = and_(within, names[0].sql(row.product_category), names[1].sql(row.region))
    while len(found) < count:
        query = select(*columns).where(wanted).order_by(row.date, row.id).limit(count)
        if after is not None:
            query = query.where(or_(row.date > after[0], and_(row.date == after[0], row.id > after[1])))
        page = [Sold._make(one) for one in read(query)]
        found += [one for one in page if names[0].has(one.category) and names[1].has(one.region)]
        if len(page) < count:
            break
        after = page[-1].time, page[-1].id
    return found[:count]
