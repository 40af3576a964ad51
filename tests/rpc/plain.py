"""A second opinion: every figure of the dashboard once more, from the raw rows, with plain loops and exact fractions.

Written from the contract's words, not from the server's code: nothing of bi_server is imported here. An undefined
figure is `(None, reason)`.
"""

from calendar import monthrange
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, cached_property, lru_cache

DAY = timedelta(days=1)
GRANULARITIES = ("day", "week", "month", "quarter", "year")
Value = tuple[Fraction | None, str]
Key = tuple[date, str, str]


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
        return self.last if self.last_day_is_over else self.last - DAY

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
            not _names(asked) or name.casefold() in _names(asked)
            for asked, name in ((self.category, category), (self.region, region))
        )


@cache
def _names(asked: tuple[str, ...]) -> frozenset[str]:
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
    return [row for row in rows if query.wants(row.category, row.region)]


def chosen(books: Books, query: Query, first: date, last: date) -> list[Sale | Visit]:
    return [row for row in wanted(books, query.category, query.region) if first <= row.day <= last]


def totals(books: Books, query: Query, first: date, last: date) -> Totals:
    found = Totals()
    for row in chosen(books, query, first, last):
        found.add(row)
    return found


# --- the calendar ---


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_back(day: date, months: int) -> date:
    """First day of the month that lies so many months before a day's month."""
    index = day.year * 12 + day.month - 1 - months
    return date(index // 12, index % 12 + 1, 1)


def compared(first: date, last: date) -> tuple[date, date, str]:
    """The range a change compares with, and the basis."""
    if first.day != 1 or last != month_end(last.year, last.month):
        days = (last - first).days + 1
        return first - days * DAY, first - DAY, "preceding_range"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.month == 1 and last.month == 12:
        basis = "previous_year"
    elif first.month in (1, 4, 7, 10) and last.month in (3, 6, 9, 12):
        basis = "previous_quarter"
    else:
        basis = "previous_month"
    return months_back(first, months), first - DAY, basis


def last_month(first: date, last: date) -> tuple[date, date, date, date]:
    """The last calendar month inside a range, and the same days of the month before."""
    start = max(first, last.replace(day=1))
    before = months_back(last, 1)
    length = monthrange(before.year, before.month)[1]
    if start.day == 1 and last == month_end(last.year, last.month):
        return start, last, before, before.replace(day=length)
    return start, last, before.replace(day=min(start.day, length)), before.replace(day=min(last.day, length))


def unit(day: date, granularity: str) -> tuple[date, date]:
    """First and last day of the calendar unit a day lies in."""
    if granularity == "day":
        return day, day
    if granularity == "week":
        monday = day - day.weekday() * DAY
        return monday, monday + 6 * DAY
    months = {"month": 1, "quarter": 3, "year": 12}[granularity]
    first = (day.month - 1) // months * months + 1
    return date(day.year, first, 1), month_end(day.year, first + months - 1)


def steps(first: date, last: date, granularity: str) -> list[tuple[date, date]]:
    """The calendar units that a range touches."""
    found = [unit(first, granularity)]
    while found[-1][1] < last:
        found.append(unit(found[-1][1] + DAY, granularity))
    return found


def finest(first: date, last: date, at_most: int) -> str:
    return next((g for g in GRANULARITIES if len(steps(first, last, g)) <= at_most), "year")


# --- figures ---


def traffic_gaps(books: Books, query: Query, first: date, last: date) -> set[date]:
    """The days on which something was ordered where or when no visits were recorded.

    Where: in a segment before its first or after its last visit. When: on a day without any visit of all that was
    asked for.
    """
    recorded: dict[tuple[str, str], tuple[date, date]] = {}
    visited = set()
    for visit in wanted(books, query.category, query.region):
        if isinstance(visit, Visit) and visit.visits:
            begin, end = recorded.get((visit.category, visit.region), (visit.day, visit.day))
            recorded[visit.category, visit.region] = min(begin, visit.day), max(end, visit.day)
            visited.add(visit.day)
    gaps = set()
    for row in chosen(books, query, first, last):
        if isinstance(row, Sale) and row.first_line:
            begin, end = recorded.get((row.category, row.region), (date.max, date.min))
            if row.day not in visited or not begin <= row.day <= end:
                gaps.add(row.day)
    return gaps


def order_value(sums: Totals) -> Value:
    if not sums.orders:
        return None, "no_orders" if sums.rows else "no_data"
    return Fraction(sums.cents, sums.orders * 100), ""


def conversion(sums: Totals, gap: bool) -> Value:
    if not sums.visits:
        return None, "no_traffic"
    return (None, "partial_traffic") if gap else (Fraction(sums.orders * 100, sums.visits), "")


def change(now: Value, then: Value, has_base: bool) -> tuple[Fraction | None, str, str]:
    """Percent, trend, reason."""
    if now[0] is None:
        return None, "flat", now[1]
    if then[0] is None:
        return None, "flat", "no_base"
    difference = now[0] - then[0]
    if then[0] != 0:
        return difference / abs(then[0]) * 100, trend(difference), ""
    if difference == 0:
        return Fraction(0), "flat", ""
    return (None, trend(difference), "zero_base") if has_base else (None, "flat", "no_base")


def points(now: Value, then: Value) -> tuple[Fraction | None, str, str]:
    """Percentage points, trend, reason."""
    if now[0] is None:
        return None, "flat", now[1]
    if then[0] is None:
        return None, "flat", "no_base"
    return now[0] - then[0], trend(now[0] - then[0]), ""


def trend(difference: Fraction) -> str:
    return "up" if difference > 0 else "down" if difference < 0 else "flat"


def growth(books: Books, query: Query, first: date, last: date) -> Value:
    start, end, before_start, before_end = last_month(first, last)
    if not books.sales or end < books.first or start > books.last:
        return None, "no_data"
    now, then = totals(books, query, start, end), totals(books, query, before_start, before_end)
    percent, _, reason = change((now.revenue, ""), (then.revenue, ""), then.rows > 0)
    return percent, reason


def metric(books: Books, query: Query, name: str, sums: Totals, first: date, last: date) -> Value:
    if name == "average_order_value":
        return order_value(sums)
    if name == "conversion_rate":
        return conversion(sums, bool(traffic_gaps(books, query, first, last)))
    plain = {
        "revenue": sums.revenue,
        "orders": Fraction(sums.orders),
        "units": Fraction(sums.units),
        "visits": Fraction(sums.visits),
        "customers": Fraction(len(sums.customers)),
    }
    return plain[name], ""


KPIS = {  # id -> metric, format
    "total_revenue": ("revenue", "currency"),
    "growth_rate": ("", "percentage"),
    "average_order_value": ("average_order_value", "currency"),
    "conversion_rate": ("conversion_rate", "percentage"),
    "orders": ("orders", "number"),
    "units": ("units", "number"),
    "customers": ("customers", "number"),
}


@dataclass(frozen=True)
class Kpi:
    """What an answer must say about one KPI."""

    id: str
    format: str
    value: Value
    previous: Value
    change: Fraction | None
    trend: str
    change_reason: str
    sparkline: list[Fraction]


def kpis(books: Books, query: Query) -> list[Kpi]:
    first, last = query.start, query.end
    before = compared(first, last)[:2]
    sums = totals(books, query, first, last), totals(books, query, *before)
    answer = []
    for name, (of, form) in KPIS.items():
        if of:
            now, then = (metric(books, query, of, t, *d) for t, d in zip(sums, ((first, last), before), strict=True))
        else:
            now, then = growth(books, query, first, last), growth(books, query, *before)
        moved = points(now, then) if form == "percentage" else change(now, then, sums[1].rows > 0)
        answer.append(Kpi(name, form, now, then, *moved, sparkline(books, query, name, now)))
    return answer


def sparkline(books: Books, query: Query, name: str, value: Value) -> list[Fraction]:
    of = KPIS[name][0]
    if of in ("", "customers") or value[0] is None:
        return []
    spans = steps(query.start, query.end, finest(query.start, query.end, 31))
    by_step = [Totals() for _ in spans]
    for row in chosen(books, query, query.start, query.end):
        by_step[next(i for i, span in enumerate(spans) if span[0] <= row.day <= span[1])].add(row)
    found = []
    for sums in by_step:
        figure = (
            conversion(sums, False) if of == "conversion_rate" else metric(books, query, of, sums, date.min, date.max)
        )
        if figure[0] is None:
            return []
        found.append(figure[0])
    return found


def split(books: Books, query: Query, by: tuple[str, ...]) -> list[tuple[str, str]]:
    """The series of a split, sorted; "" where it is not split. All that ever occurred, and all that was named."""
    pairs = {pair for pair in books.segments if query.wants(*pair)}
    for category in {c for c, _ in books.segments}:
        for region in {r for _, r in books.segments}:
            named = _names(query.category) and _names(query.region)
            if named and query.wants(category, region):
                pairs.add((category, region))
    found = {(c if "category" in by else "", r if "region" in by else "") for c, r in pairs}
    return sorted(found or ({("", "")} if not by else set()), key=lambda p: (p[0].casefold(), p[1].casefold()))


@dataclass(frozen=True)
class Point:
    """What an answer must say about one step of one series."""

    key: Key
    sums: Totals
    value: Value
    complete: bool


def chart(books: Books, query: Query) -> list[Point]:
    by = ("category", "region") if not query.group_by else tuple(b for b in query.group_by if b != "none")
    name = query.granularity or "day"
    name = finest(query.start, query.end, 100) if name == "auto" else name
    cells: dict[Key, Totals] = {}
    for first, _ in steps(query.start, query.end, name):
        for category, region in split(books, query, by):
            cells[first, category, region] = Totals()
    for row in chosen(books, query, query.start, query.end):
        cell = row.category if "category" in by else "", row.region if "region" in by else ""
        cells[unit(row.day, name)[0], *cell].add(row)
    answer = []
    gaps: dict[tuple[str, str], set[date]] = {}
    for key, sums in cells.items():
        first, last = unit(key[0], name)
        inside = max(first, query.start), min(last, query.end)
        if query.metric == "conversion_rate":
            if key[1:] not in gaps:
                series = replace(query, category=key[1:2] if key[1] else query.category)
                series = replace(series, region=key[2:] if key[2] else query.region)
                gaps[key[1:]] = traffic_gaps(books, series, query.start, query.end)
            value = conversion(sums, any(inside[0] <= day <= inside[1] for day in gaps[key[1:]]))
        else:
            value = metric(books, query, query.metric or "revenue", sums, *inside)
        whole = bool(books.sales) and inside == (first, last) and last <= books.last_complete
        answer.append(Point(key, sums, value, whole and not first < books.first <= last))
    return answer


@dataclass(frozen=True)
class Part:
    """What an answer must say about one category or region."""

    name: str
    sums: Totals
    share: Value
    change: Fraction | None
    trend: str
    change_reason: str


def performance(books: Books, query: Query, by: str) -> dict[str, Part]:
    before = compared(query.start, query.end)[:2]
    names = [max(pair) for pair in split(books, query, (by,))]
    sides = []
    for first, last in ((query.start, query.end), before):
        found = {name: Totals() for name in names}
        for row in chosen(books, query, first, last):
            found[row.category if by == "category" else row.region].add(row)
        sides.append(found)
    cents = [sums.cents for sums in sides[0].values()]
    answer = {}
    for name, now in sides[0].items():
        share: Value = None, "no_data"
        if min(cents) < 0 < max(cents):
            share = None, "mixed_signs"
        elif sum(cents):
            share = Fraction(now.cents * 100, sum(cents)), ""
        then = sides[1][name]
        answer[name] = Part(name, now, share, *change((now.revenue, ""), (then.revenue, ""), then.rows > 0))
    return answer


def best_day(books: Books, query: Query) -> tuple[date, int] | None:
    """The day with the most revenue among those with rows, the earliest of equals."""
    by_day: dict[date, int] = {}
    for row in chosen(books, query, query.start, query.end):
        if isinstance(row, Sale):
            by_day[row.day] = by_day.get(row.day, 0) + row.cents
    return min(by_day.items(), key=lambda item: (-item[1], item[0]), default=None)
