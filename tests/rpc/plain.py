"""A second opinion: every figure of the dashboard once more, from the raw rows, with plain loops and exact fractions.

Written from the contract's words, not from the server's code: nothing of bi_server is imported here. An undefined
figure is `(None, reason)`.
"""

from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from tests.rpc import civil
from tests.rpc.civil import Sides, finest, steps, unit
from tests.rpc.rows import Books, Query, Sale, Totals, Visit, chosen, named, totals, wanted

Value = tuple[Fraction | None, str]
Key = tuple[date, str, str]


def traffic_gaps(books: Books, query: Query, first: date, last: date) -> set[date]:
    """The days on which something was ordered where or when no visits were recorded.

    Where: in a segment before its first or after its last visit. When: on a day without any visit of all that was
    asked for. Visits without a category or region are those of all of them.
    """
    recorded, visited = visits_of(books, query.category, query.region)
    gaps = set()
    for row in chosen(books, query, first, last):
        if isinstance(row, Sale) and row.first_line:
            places = {(c, r) for c in (row.category, "") for r in (row.region, "")} & set(recorded)
            if row.day not in visited or not any(recorded[p][0] <= row.day <= recorded[p][1] for p in places):
                gaps.add(row.day)
    return gaps


@lru_cache(1000)
def visits_of(
    books: Books, category: tuple[str, ...], region: tuple[str, ...]
) -> tuple[dict[tuple[str, str], tuple[date, date]], set[date]]:
    """The first and the last day with visits of each segment, and all such days."""
    recorded: dict[tuple[str, str], tuple[date, date]] = {}
    visited = set()
    for visit in wanted(books, category, region):
        if isinstance(visit, Visit) and visit.visits:
            begin, end = recorded.get((visit.category, visit.region), (visit.day, visit.day))
            recorded[visit.category, visit.region] = min(begin, visit.day), max(end, visit.day)
            visited.add(visit.day)
    return recorded, visited


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


def sides(books: Books, query: Query) -> Sides:
    return civil.sides(query.start, query.end, books.last_complete if books.sales else None)


def growth(books: Books, query: Query) -> Value:
    compared = sides(books, query)
    if compared.growth_now is None:
        return None, "no_complete_day"
    return growth_of(books, query, *compared.growth_now, *compared.growth_then)


def growth_of(books: Books, query: Query, start: date, end: date, before_start: date, before_end: date) -> Value:
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


def figure_of(books: Books, query: Query, name: str, start: date, end: date) -> Value:
    """A metric of a whole range, whose customers are unknown where no row says whose it is."""
    sums = totals(books, query, start, end)
    if name == "customers" and sums.rows and not sums.customers:
        return None, "no_customers"
    return metric(books, query, name, sums, start, end)


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
    current: Value
    previous: Value
    change: Fraction | None
    trend: str
    change_reason: str
    sparkline: list[Fraction]


def kpis(books: Books, query: Query) -> list[Kpi]:
    compared = sides(books, query)

    def figure(of: str, days: tuple[date, date]) -> Value:
        return figure_of(books, query, of, *days)

    answer = []
    for name, (of, form) in KPIS.items():
        value = figure(of, (query.start, query.end)) if of else growth(books, query)
        line = sparkline(books, query, name, value)
        then = figure(of, compared.then) if of else growth_of(books, query, *compared.previous_growth)
        if compared.now is None:
            then = then if of else (None, "")  # the range before may be going on itself
            answer.append(Kpi(name, form, value, (None, ""), then, None, "flat", "no_complete_day", line))
            continue
        now = figure(of, compared.now) if of else value
        has_base = totals(books, query, *compared.then).rows > 0
        moved = points(now, then) if form == "percentage" else change(now, then, has_base)
        answer.append(Kpi(name, form, value, now, then, *moved, line))
    return answer


def sparkline(books: Books, query: Query, name: str, value: Value) -> list[Fraction]:
    of = KPIS[name][0]
    if of in ("", "customers") or value[0] is None:
        return []
    found = []
    for sums in by_step(books, query):
        figure = (
            conversion(sums, False) if of == "conversion_rate" else metric(books, query, of, sums, date.min, date.max)
        )
        if figure[0] is None:
            return []
        found.append(figure[0])
    return found


@lru_cache(16)  # of one query, whatever the KPI
def by_step(books: Books, query: Query) -> list[Totals]:
    spans = steps(query.start, query.end, finest(query.start, query.end, 31))
    found = [Totals() for _ in spans]
    for row in chosen(books, query, query.start, query.end):
        found[next(i for i, span in enumerate(spans) if span[0] <= row.day <= span[1])].add(row)
    return found


def split(books: Books, query: Query, by: tuple[str, ...]) -> list[tuple[str, str]]:
    """The series of a split, sorted; "" where it is not split. All that ever occurred, and all that was named."""
    pairs = {pair for pair in books.segments if query.wants(*pair)}
    pairs = {(c, r) for c, r in pairs if (c or "category" not in by) and (r or "region" not in by)}
    for category in {c for c, _ in books.segments}:
        for region in {r for _, r in books.segments}:
            if named(query.category) and named(query.region) and query.wants(category, region):
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
        if all(cell[i] or dimension not in by for i, dimension in enumerate(("category", "region"))):
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
    share_basis: str
    now: Totals
    then: Totals
    change: Fraction | None
    trend: str
    change_reason: str


def performance(books: Books, query: Query, by: str) -> dict[str, Part]:
    compared = sides(books, query)
    names = [max(pair) for pair in split(books, query, (by,))]
    parts = []
    for span in ((query.start, query.end), compared.now, compared.then):
        found = {name: Totals() for name in names}
        for row in chosen(books, query, *span) if span else ():
            name = row.category if by == "category" else row.region
            if name:  # visits may have none
                found[name].add(row)
        parts.append(found)
    cents = [sums.cents for sums in parts[0].values()]
    answer = {}
    for name, sums in parts[0].items():
        now, then = parts[1][name], parts[2][name]
        percent, way, reason = change((now.revenue, ""), (then.revenue, ""), then.rows > 0)
        if compared.now is None:
            percent, way, reason = None, "flat", "no_complete_day"
        answer[name] = Part(name, sums, *share(sums.cents, cents), now, then, percent, way, reason)
    return answer


def share(part: int, parts: list[int]) -> tuple[Value, str]:
    """The share of a part and what it is of: of all where their signs are the same, else of those with the total's."""
    total = sum(parts)
    if total == 0:
        return (None, "mixed_signs" if any(parts) else "no_data"), ""
    alike = [p for p in parts if p * total > 0]
    if part * total < 0:
        return (None, "mixed_signs"), ""
    opposite = any(p * total < 0 for p in parts)
    return (Fraction(part * 100, sum(alike)), ""), "same_sign" if opposite else "total"


def best_day(books: Books, query: Query) -> tuple[date, int] | None:
    """The day with the most revenue among those with rows, the earliest of equals."""
    by_day: dict[date, int] = {}
    for row in chosen(books, query, query.start, query.end):
        if isinstance(row, Sale):
            by_day[row.day] = by_day.get(row.day, 0) + row.cents
    return min(by_day.items(), key=lambda item: (-item[1], item[0]), default=None)
