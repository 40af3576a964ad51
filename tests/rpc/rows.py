"""Raw rows as the second opinion sees them: plain loops, whole cents, nothing of bi_server."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, cached_property, lru_cache


@dataclass(frozen=True)
class Sale:
    """One row of `sales_data`."""

    day: date
    cents: int
    units: int
    category: str
    region: str
    customer: str | None = None
    first_line: bool = True  # an order counts where its first line falls
    time: str = "00:00:00"


@dataclass(frozen=True)
class Visit:
    """One row of `site_traffic`."""

    day: date
    category: str
    region: str
    visits: int


@dataclass(frozen=True, eq=False)
class Books:
    """All raw rows of a store."""

    sales: tuple[Sale, ...] = ()
    visits: tuple[Visit, ...] = ()
    last_day_is_over: bool = True

    @cached_property
    def first(self) -> date:
        return min(sale.day for sale in self.sales)

    @cached_property
    def last(self) -> date:
        return max(sale.day for sale in self.sales)

    @property
    def last_complete(self) -> date:
        return self.last if self.last_day_is_over else self.last - timedelta(days=1)

    @cached_property
    def segments(self) -> set[tuple[str, str]]:
        rows: list[Sale | Visit] = [*self.sales, *self.visits]
        return {(row.category, row.region) for row in rows}


@dataclass(frozen=True)
class Query:
    """What a request asks for; names as a caller may write them."""

    start: date
    end: date
    category: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    metric: str = ""
    granularity: str = ""
    group_by: tuple[str, ...] = ()

    def wants(self, category: str, region: str) -> bool:
        return all(
            not named(asked) or name.casefold() in named(asked)
            for asked, name in ((self.category, category), (self.region, region))
        )


@cache
def named(asked: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.strip().casefold() for name in asked if name.strip())


@dataclass
class Totals:
    """Sums of some rows."""

    cents: int = 0
    units: int = 0
    orders: int = 0
    rows: int = 0
    visits: int = 0
    customers: set[str] = field(default_factory=set)

    def add(self, row: Sale | Visit) -> None:
        if isinstance(row, Visit):
            self.visits += row.visits
            return
        self.cents += row.cents
        self.units += row.units
        self.orders += row.first_line
        self.rows += 1
        if row.customer:
            self.customers.add(row.customer)

    @property
    def revenue(self) -> Fraction:
        return Fraction(self.cents, 100)


@lru_cache(1000)
def wanted(books: Books, category: tuple[str, ...], region: tuple[str, ...]) -> list[Sale | Visit]:
    query = Query(date.min, date.max, category, region)
    rows: list[Sale | Visit] = [*books.sales, *books.visits]
    return sorted((row for row in rows if query.wants(row.category, row.region)), key=day_of)


def day_of(row: Sale | Visit) -> date:
    return row.day


def chosen(books: Books, query: Query, first: date, last: date) -> list[Sale | Visit]:
    rows = wanted(books, query.category, query.region)
    return rows[bisect_left(rows, first, key=day_of) : bisect_right(rows, last, key=day_of)]


def totals(books: Books, query: Query, first: date, last: date) -> Totals:
    return added(books, query.category, query.region, first, last)


@lru_cache(1000)  # several figures of an answer are made of the same sums, which nobody changes
def added(books: Books, category: tuple[str, ...], region: tuple[str, ...], first: date, last: date) -> Totals:
    found = Totals()
    for row in chosen(books, Query(first, last, category, region), first, last):
        found.add(row)
    return found
