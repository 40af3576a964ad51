"""ComparePeriods against plain loops over the raw rows."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rpc import checks, plain
from tests.rpc.plain import Value
from tests.rpc.rows import Books, Query, Totals, chosen, totals
from tests.rpc.serving import Client
from tests.rpc.stores import STORES

from bi.v1 import analytics_pb2 as pb
from bi.v1 import common_pb2

METRICS = ("revenue", "orders", "units", "average_order_value", "customers", "visits", "conversion_rate")
Range = tuple[str, str]

PAIRS: dict[str, tuple[Range, Range]] = {
    "leap February against January": (("2024-02-01", "2024-02-29"), ("2024-01-01", "2024-01-31")),
    "year against year": (("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")),
    "the same range": (("2024-01-10", "2024-01-20"), ("2024-01-10", "2024-01-20")),
    "overlapping": (("2024-01-10", "2024-02-20"), ("2024-01-01", "2024-01-31")),
    "the earlier one is current": (("2023-10-01", "2023-12-31"), ("2024-01-01", "2024-03-31")),
    "against a range without data": (("2024-01-01", "2024-01-31"), ("2019-01-01", "2019-01-31")),
    "a range without data against data": (("2019-01-01", "2019-01-31"), ("2024-01-01", "2024-01-31")),
    "neither has data": (("2019-01-01", "2019-01-31"), ("2018-01-01", "2018-01-31")),
    "day against day": (("2024-02-12", "2024-02-12"), ("2024-02-05", "2024-02-05")),
}
FILTERS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    ((), ()),
    (("books",), ()),
    ((), (" North ",)),
    (("Sports",), ("South",)),
)


def compare(client: Client, now: Query, then: Query) -> pb.ComparePeriodsResponse:
    return client.analytics.ComparePeriods(
        pb.ComparePeriodsRequest(
            current_start=str(now.start),
            current_end=str(now.end),
            previous_start=str(then.start),
            previous_end=str(then.end),
            category=now.category,
            region=now.region,
        )
    )


def figures(books: Books, query: Query) -> dict[str, Value]:
    sums = totals(books, query, query.start, query.end)
    found = {m: plain.figure_of(books, query, m, query.start, query.end) for m in METRICS}
    if not sums.visits:
        found["visits"] = None, "no_traffic"
    return found


def check_period(got: pb.PeriodTotals, books: Books, query: Query) -> None:
    exact, sums, where = figures(books, query), totals(books, query, query.start, query.end), str(query)
    checks.sums(got, sums, where)
    assert got.customers == len(sums.customers)
    checks.value(got, "average_order_value", "average_order_value_reason", exact["average_order_value"], where)
    checks.value(got, "conversion_rate", "conversion_rate_reason", exact["conversion_rate"], where)
    checks.optional(got, "visits", exact["visits"][0], where)
    checks.time_range(got.time_range, books, query)


def check_changes(got: list[common_pb2.MetricChange], books: Books, now: Query, then: Query) -> None:
    sides = figures(books, now), figures(books, then)
    has_base = totals(books, then, then.start, then.end).rows > 0
    assert [change.metric for change in got] == list(METRICS)
    for change in got:
        current, previous = sides[0][change.metric], sides[1][change.metric]
        percentage = change.format == "percentage"
        assert percentage == (change.metric == "conversion_rate")
        moved, trend, reason = (
            plain.points(current, previous) if percentage else plain.change(current, previous, has_base)
        )
        where = f"{change.metric} of {now} against {then}"
        checks.optional(change, "current", current[0], where)
        checks.optional(change, "previous", previous[0], where)
        checks.optional(change, "percent", None if percentage else moved, where)
        known = current[0] is not None and previous[0] is not None and reason != "no_base"
        difference = (current[0] or Fraction()) - (previous[0] or Fraction()) if known else None
        checks.optional(change, "absolute", difference, where)
        assert (change.trend, change.reason) == (trend, reason), where


def by_segment(books: Books, query: Query, by: tuple[str, ...]) -> dict[tuple[str, str], Totals]:
    found = {pair: Totals() for pair in plain.split(books, query, by)}
    for row in chosen(books, query, query.start, query.end):
        place = row.category if "category" in by else "", row.region if "region" in by else ""
        if place in found:  # visits may have no category or region
            found[place].add(row)
    return found


def check_contributions(
    got: list[common_pb2.Contribution], books: Books, now: Query, then: Query, dimension: str
) -> None:
    sides = by_segment(books, now, (dimension,)), by_segment(books, then, (dimension,))
    changes = {name: sides[0][name].cents - sides[1][name].cents for name in sides[0]}
    assert {(part.segment.category, part.segment.region) for part in got} == set(changes)
    total = sum(changes.values())
    assert round(sum(part.change for part in got) * 100) == total
    for part in got:
        name = part.segment.category, part.segment.region
        checks.close(part.current, sides[0][name].revenue, str(name))
        checks.close(part.previous, sides[1][name].revenue, str(name))
        assert round(part.change * 100) == changes[name]
        (share, reason), basis = plain.share(changes[name], list(changes.values()))
        checks.optional(part, "share", share, str(name))
        assert (part.share_reason, part.share_basis) == (reason.replace("no_data", "zero_base"), basis)


def check_split(got: pb.PriceVolumeMix, books: Books, now: Query, then: Query) -> None:
    """Bennet's split by hand: quantities at mean prices, prices at mean quantities."""
    both = by_segment(books, now, ("category", "region")), by_segment(books, then, ("category", "region"))
    segments = [(both[0][name], both[1][name]) for name in both[0]]
    new = sum(a.cents for a, b in segments if not (b.cents or b.units))
    lost = -sum(b.cents for a, b in segments if (b.cents or b.units) and not (a.cents or a.units))
    assert (round(got.new_segments * 100), round(got.lost_segments * 100)) == (new, lost)
    staying = [(a, b) for a, b in segments if (a.cents or a.units) and (b.cents or b.units)]
    if any(not (a.units and b.units) for a, b in staying):
        return  # a period without units has no price: how to split then is a choice, not arithmetic
    units = sum(a.units for a, _ in staying), sum(b.units for _, b in staying)
    if not all(units):
        return
    cents = sum(a.cents for a, _ in staying), sum(b.cents for _, b in staying)
    common = (Fraction(cents[0], units[0]) + Fraction(cents[1], units[1])) / 2
    volume = common * (units[0] - units[1])
    quantity = sum(
        ((Fraction(a.cents, a.units) + Fraction(b.cents, b.units)) / 2 * (a.units - b.units) for a, b in staying),
        Fraction(),
    )
    price = sum(
        (
            Fraction(a.units + b.units, 2) * (Fraction(a.cents, a.units) - Fraction(b.cents, b.units))
            for a, b in staying
        ),
        Fraction(),
    )
    for part, exact in ((got.volume, volume), (got.mix, quantity - volume), (got.price, price)):
        assert abs(Fraction(part) * 100 - exact) <= len(staying) + Fraction(1, 100)  # half a cent for each rounding


def check(client: Client, now: Query, then: Query) -> None:
    books, answer = client.books, compare(client, now, then)
    check_period(answer.current, books, now)
    check_period(answer.previous, books, then)
    check_changes(list(answer.changes), books, now, then)
    drivers = answer.drivers
    total = totals(books, now, now.start, now.end).cents - totals(books, then, then.start, then.end).cents
    assert round(drivers.total_change * 100) == total
    check_contributions(list(drivers.categories), books, now, then, "category")
    check_contributions(list(drivers.regions), books, now, then, "region")
    split = drivers.price_volume_mix
    parts = [split.volume, split.price, split.mix, split.new_segments, split.lost_segments]
    assert sum(round(part * 100) for part in parts) == total
    assert parts == [round(part, 2) for part in parts]
    check_split(split, books, now, then)
    assert any("differ in length" in note for note in answer.notes) == (now.end - now.start != then.end - then.start)
    assert any("overlap" in note for note in answer.notes) == (now.start <= then.end and then.start <= now.end)
    check_swapped(answer, compare(client, then, now))


def check_swapped(one: pb.ComparePeriodsResponse, other: pb.ComparePeriodsResponse) -> None:
    assert (one.current, one.previous) == (other.previous, other.current)
    for change, back in zip(one.changes, other.changes, strict=True):
        if change.HasField("absolute") and back.HasField("absolute"):
            assert change.absolute == -back.absolute
            assert {change.trend, back.trend} in ({"up", "down"}, {"flat"})
    assert one.drivers.total_change == -other.drivers.total_change
    a, b = one.drivers.price_volume_mix, other.drivers.price_volume_mix
    assert [a.volume, a.price, a.mix] == [-b.volume, -b.price, -b.mix]
    assert [a.new_segments, a.lost_segments] == [-b.lost_segments, -b.new_segments]
    for parts in ("categories", "regions", "causes"):
        signs = [
            {str(part.segment): part.change * sign for part in getattr(drivers, parts)}
            for drivers, sign in ((one.drivers, 1), (other.drivers, -1))
        ]
        assert signs[0] == signs[1]


@pytest.mark.parametrize("name", STORES)
@pytest.mark.parametrize("ranges", PAIRS)
def test_hand_made_stores(stores: dict[str, Client], name: str, ranges: str) -> None:
    client = stores[name]
    known = {part.casefold() for pair in client.books.segments for part in pair}
    now, then = PAIRS[ranges]
    tried = 0
    for category, region in FILTERS:
        if all(part.strip().casefold() in known for part in (*category, *region)):
            sides = [
                Query(date.fromisoformat(first), date.fromisoformat(last), category, region)
                for first, last in (now, then)
            ]
            check(client, *sides)
            tried += 1
    assert tried


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(data=st.data())
def test_any_ranges_of_the_sample(sample: Client, data: st.DataObject) -> None:
    days = st.dates(date(2022, 12, 1), date(2025, 1, 15))
    category = tuple(data.draw(st.lists(st.sampled_from(("Books", "electronics", "Home Goods")), max_size=2)))
    sides = []
    for _ in range(2):
        first = data.draw(days)
        last = first + timedelta(days=data.draw(st.integers(0, 400)))
        sides.append(Query(first, last, category))
    check(sample, *sides)
