"""What only the rows themselves can tell, one day at a time by the index on dates: which repeat, and large orders."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Engine, Row, Select, String, and_, case, cast, func, select
from sqlalchemy.exc import SQLAlchemyError

from bi_server.errors import StoreUnavailable
from bi_server.store.tables import sales_data

DAYS_KEPT = 256  # days whose answers stay at hand; they are small


class Alike(NamedTuple):
    """How many different rows of one segment came `times` times in a day, and how many of each kind there are."""

    category: str
    region: str
    times: int
    kinds: int


class Order(NamedTuple):
    """All lines of one order on one day in one segment. `order_id` and `customer_id` are None where not recorded."""

    category: str
    region: str
    cents: int
    order_id: str | None
    customer_id: str | None


class Rows:
    """Reads rows of a store; answers are kept, so make one for each snapshot."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.alike = lru_cache(DAYS_KEPT)(self._alike)
        self.orders = lru_cache(DAYS_KEPT)(self._orders)

    def _alike(self, day: int) -> tuple[Alike, ...]:
        """Rows of a day that agree in category, region, customer, revenue and units, counted by how often they came."""
        row = sales_data.c
        kind = (row.product_category, row.region, row.customer_id, row.revenue, row.units_sold)
        kinds = select(*kind[:2], func.count().label("times")).where(_of(day)).group_by(*kind).subquery()
        found = kinds.c.product_category, kinds.c.region, kinds.c.times
        return tuple(map(Alike._make, self._read(select(*found, func.count()).group_by(*found))))

    def _orders(self, day: int, least_cents: int) -> tuple[Order, ...]:
        """The orders of a day that brought, or took back, at least so much in one segment."""
        row = sales_data.c
        # Further lines of an order are stored as "<id>/<line>".
        suffix = "/" + cast(row.order_line, String)
        further = and_(row.order_line > 1, row.order_id.endswith(suffix))
        first = func.substr(row.order_id, 1, func.length(row.order_id) - func.length(suffix))
        order = case((further, first), else_=row.order_id)
        own = func.coalesce(order, cast(row.id, String))
        revenue = func.sum(row.revenue)
        query = (
            select(row.product_category, row.region, revenue, func.min(order), func.min(row.customer_id))
            .where(_of(day))
            .group_by(own, row.product_category, row.region)
            .having(func.abs(revenue) >= (least_cents - 0.5) / 100)
        )
        rows = [tuple(row) for row in self._read(query)]
        return tuple(Order(category, region, round(sum_ * 100), *ids) for category, region, sum_, *ids in rows)

    def _read(self, query: Select[Any]) -> Sequence[Row[Any]]:
        try:
            with self._engine.connect() as connection:
                return connection.execute(query).all()
        except SQLAlchemyError as error:
            raise StoreUnavailable("the store cannot be reached; try again in a moment") from error


def _of(day: int) -> ColumnElement[bool]:
    start = datetime.fromordinal(day)
    return and_(sales_data.c.date >= start, sales_data.c.date < start + timedelta(days=1))
