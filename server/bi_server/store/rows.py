"""What only the rows themselves can tell, one day at a time by the index on dates: which repeat, and large orders."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, String, and_, cast, func, select

from bi_server.analysis.periods import Days
from bi_server.semantic import Model, default_model
from bi_server.semantic.dimensions import Dimension
from bi_server.store.engine import open_engine
from bi_server.store.looking_up import LookUps
from bi_server.store.row_pages import Named, Sold, Spelled, read_page
from bi_server.store.rows_within import names_within, spelled
from bi_server.store.schema import schema_of
from bi_server.store.state import State
from bi_server.store.wide.columns import Columns
from bi_server.store.wide.keeping import Keeper

MOST_ORDERS = 20  # of a day
MAX_ID = 2**63 - 1
DAYS_KEPT = 256  # days whose answers stay at hand; they are small


T = TypeVar("T")


class LookUp(Protocol):
    """Runs a question to the database, for a while at most."""

    def __call__(self, question: Callable[[], T]) -> T: ...


class Alike(NamedTuple):
    """How many different rows of one segment came `times` times in a day, and how many of each kind there are."""

    category: str
    region: str
    times: int
    kinds: int


class Order(NamedTuple):
    """What an order brought on one day, in minor units, by segment (category, region).

    Ids are None where not recorded or shown.
    """

    amounts: dict[tuple[str, str], int]
    order_id: str | None
    customer_id: str | None


class Buyer(NamedTuple):
    """What a customer's orders brought in each of several ranges, in minor units, by segment (category, region)."""

    amounts: list[dict[tuple[str, str], int]]
    customer_id: str | None


class Rows:
    """Reads rows of a store; answers are kept, so make one for each snapshot. Ids are given out `with_ids` alone.

    `within` is which rows there are, by dimension; empty: all. `look_up` asks the database, and raises StoreUnavailable
    where it is away; so do the methods.
    """

    def __init__(
        self,
        engine: Engine,
        look_up: LookUp,
        keeper: Keeper | None = None,
        *,
        with_ids: bool = False,
        within: Mapping[str, Named] = MappingProxyType({}),
    ) -> None:
        self._engine = engine
        self._keeper = keeper
        self._look_up = look_up
        self._with_ids = with_ids
        self._within = within
        schema = schema_of(engine)
        self._sales, self._minor_per_unit = schema.sales_data, 10**schema.money_decimals
        self.alike = lru_cache(DAYS_KEPT)(self._alike)
        self.orders = lru_cache(DAYS_KEPT)(self._orders)
        self.names_of = lru_cache(None)(self._names_of)

    def within(self, names: Mapping[str, Named]) -> "Rows":
        """The rows that have the names, and no others, whatever is asked of them."""
        return Rows(self._engine, self._look_up, self._keeper, with_ids=self._with_ids, within=names)

    def _alike(self, day: int) -> tuple[Alike, ...]:
        """Rows of a day that agree in category, region, customer, revenue and units, counted by how often they came."""
        row = self._sales.c
        kind = (row.product_category, row.region, row.customer_id, row.revenue, row.units_sold)
        kinds = select(*kind[:2], func.count().label("times")).where(self._of(day)).group_by(*kind).subquery()
        found = kinds.c.product_category, kinds.c.region, kinds.c.times
        return tuple(map(Alike._make, self._read(select(*found, func.count()).group_by(*found))))

    def _orders(self, day: int, least: int) -> tuple[Order, ...]:
        """The orders of a day that brought, or took back, at least so many minor units; the largest MOST_ORDERS."""
        row = self._sales.c
        order = func.coalesce(row.order_id, cast(row.id, String))
        columns = row.product_category, row.region, row.revenue, row.order_id, row.customer_id
        lines = select(order.label("key"), *columns).where(self._of(day)).subquery().c
        size = func.abs(func.sum(lines.revenue))
        large = select(lines.key).group_by(lines.key).having(size >= (least - 0.5) / self._minor_per_unit)
        keys = [key for (key,) in self._read(large.order_by(size.desc(), lines.key).limit(MOST_ORDERS))]
        if not keys:
            return ()
        parts = lines.key, lines.product_category, lines.region
        sums = func.sum(lines.revenue), func.count(lines.order_id), func.min(lines.customer_id)
        query = select(*parts, *sums).where(lines.key.in_(keys)).group_by(*parts)
        found: dict[str, Order] = {}
        for key, category, region, revenue, has_id, customer in map(tuple, self._read(query)):
            shown = (key if has_id else None, customer) if self._with_ids else (None, None)
            amounts = found.setdefault(key, Order({}, *shown)).amounts
            amounts[category, region] = round(revenue * self._minor_per_unit)
        return tuple(found[key] for key in keys)

    def buyers(self, ranges: Sequence[Days]) -> list[Buyer]:
        """All customers with an order in any of the ranges; orders without a customer are left out."""
        row, found = self._sales.c, dict[str, Buyer]()
        parts = row.customer_id, row.product_category, row.region
        for i, days in enumerate(ranges):
            within = and_(self._of(days.start, days.end), row.customer_id.is_not(None))
            query = select(*parts, func.sum(row.revenue)).where(within).group_by(*parts)
            for customer, category, region, revenue in map(tuple, self._read(query)):
                shown = customer if self._with_ids else None
                amounts = found.setdefault(customer, Buyer([{} for _ in ranges], shown)).amounts
                amounts[i][category, region] = round(revenue * self._minor_per_unit)
        return list(found.values())

    def page(
        self, days: Days, names: Mapping[str, Named | Spelled], after: tuple[datetime, int] | None, count: int
    ) -> list[Sold]:
        """The first `count` rows of a range that have the names, oldest first; `after` one that `mark` tells."""
        if after is not None and self._within:
            after = after[0], self._id_at(*after)
        conditions = [*names.items(), *self._within.items()]
        found = read_page(self._read, schema_of(self._engine), self._in(days.start, days.end), conditions, after, count)
        return found if self._with_ids else [one._replace(order_id=None, customer_id=None) for one in found]

    def columns(self, state: State, rows: int, wait_seconds: float) -> Columns | None:
        """All `rows` of the store in memory, whatever the scope; None where they do not fit. Raises StoreUnavailable
        where they are not at hand in time, or are no longer those of the state."""
        if self._keeper is None or not self._keeper.fits(rows):
            return None
        return self._keeper.columns(state, wait_seconds)

    def mark(self, one: Sold) -> tuple[datetime, int]:
        """Where a row stands among all: its moment and its id, or, of a scope, which of its moment's rows it is.

        Ids are given in turn: their gaps would tell how many rows others have.
        """
        if not self._within:
            return one.time, one.id
        row = self._sales.c
        before = self._shown(and_(row.date == one.time, row.id <= one.id))
        return one.time, int(self._read(select(func.count()).select_from(self._sales).where(before))[0][0])

    def _id_at(self, time: datetime, place: int) -> int:
        row = self._sales.c
        query = select(row.id).where(self._shown(row.date == time)).order_by(row.id).offset(max(place - 1, 0)).limit(1)
        return next((found for (found,) in self._read(query)), MAX_ID)  # fewer are left: all of them have been told

    def ask(self, question: Callable[[Connection], T]) -> T:
        """What a question to the database comes to; of one moment, where its statements are."""

        def asked() -> T:
            with self._engine.connect() as connection:
                return question(connection)

        return self._look_up(asked)

    def _names_of(self, dimension: Dimension) -> tuple[str, ...]:
        """All names of a wide dimension as the rows spell them, sorted."""
        column = self._sales.c[dimension.column]
        # From one name to the next by the index: its millions of entries are not read.
        first = select(func.min(column).label("name")).cte("names", recursive=True)
        further = select(func.min(column)).where(column > first.c.name).scalar_subquery()
        every = first.union_all(select(further).where(first.c.name.is_not(None)))
        if self._within:
            return names_within(self._read, schema_of(self._engine), column, every, self._within)
        return tuple(name for (name,) in self._read(select(every.c.name)) if name is not None)

    def _of(self, day: int, last: int | None = None) -> ColumnElement[bool]:
        """The rows of a day, or of all days up to `last`, that may be shown."""
        return self._shown(self._in(day, last or day))

    def _shown(self, among: ColumnElement[bool]) -> ColumnElement[bool]:
        if not self._within:
            return among
        return and_(among, spelled(self._read, schema_of(self._engine), among, self._within))

    def _in(self, day: int, last: int) -> ColumnElement[bool]:
        start, end = datetime.fromordinal(day), datetime.fromordinal(last + 1)
        date = self._sales.c.date
        return and_(date >= start, date < end)

    def _read(self, query: Select[Any]) -> Sequence[Row[Any]]:
        return self.ask(lambda connection: connection.execute(query).all())


def open_rows(url: str, statement_timeout_seconds: float, *, with_ids: bool, model: Model | None = None) -> Rows:
    """The rows of a store, for a process that has none open; the database is, for all of them in turn."""
    engine = _engine(url, statement_timeout_seconds).execution_options(model=model or default_model())
    engine.dispose()  # what its connection remembers may be of a file that another one was written over
    return Rows(engine, _looking_up(), with_ids=with_ids)


@lru_cache(1)
def _looking_up() -> LookUps:
    return LookUps()


@lru_cache(1)
def _engine(url: str, statement_timeout_seconds: float) -> Engine:
    return open_engine(url, pool_size=1, statement_timeout_seconds=statement_timeout_seconds, make_file=False)
