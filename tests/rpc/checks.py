"""Compares answers with the second opinion."""

from datetime import date
from fractions import Fraction
from typing import Any

from google.protobuf.message import Message
from tests.rpc import civil, plain
from tests.rpc.plain import Value
from tests.rpc.rows import Books, Query, Sale, Totals, chosen, totals
from tests.rpc.serving import Client, parameters

from bi.v1 import common_pb2
from bi.v1 import dashboard_pb2 as pb

HALF_A_CENT = Fraction(1, 200)


def close(got: float, exact: Fraction, where: str) -> None:
    """A figure rounded to two decimals; at a tie either neighbour will do."""
    assert got == round(got, 2), f"{where}: {got!r} is not rounded"
    if got == float(exact):  # nothing is closer; most are, and fractions are slow
        return
    # What is left of a float's 53 bits after two decimals of a large amount.
    slack = HALF_A_CENT + abs(exact) / 2**50
    assert abs(Fraction(got) - exact) <= slack, f"{where}: {got!r}, by hand {float(exact)!r}"


def optional(message: Message, field: str, exact: Fraction | None, where: str) -> None:
    """A figure that is left out exactly where it is undefined."""
    assert message.HasField(field) == (exact is not None), f"{where}.{field}: by hand {exact}"
    if exact is not None:
        close(getattr(message, field), exact, f"{where}.{field}")


def value(message: Any, field: str, reason_field: str, exact: Value, where: str) -> None:
    """A figure and the reason beside it."""
    optional(message, field, exact[0], where)
    assert getattr(message, reason_field) == exact[1], f"{where}.{reason_field}"


def sums(message: Any, exact: Totals, where: str) -> None:
    """Revenue to the cent, and the counts."""
    assert round(message.revenue * 100) == exact.cents, where
    close(message.revenue, exact.revenue, where)
    assert (message.orders, message.units) == (exact.orders, exact.units), where


def date_range(message: common_pb2.DateRange, first: Any, last: Any) -> None:
    assert (message.start_date, message.end_date) == (str(first), str(last))


def data_range(message: Any, books: Books) -> None:
    assert message.HasField("data_range") == bool(books.sales)
    if books.sales:
        date_range(message.data_range, books.first, books.last)


def time_range(message: common_pb2.TimeRange, books: Books, query: Query) -> None:
    date_range(message, query.start, query.end)  # type: ignore[arg-type]  # it has the same fields and more
    assert message.days == (query.end - query.start).days + 1
    assert message.has_data == bool(totals(books, query, query.start, query.end).rows)
    data_range(message, books)


def kpis(answer: list[pb.Kpi], books: Books, query: Query) -> None:
    expected = plain.kpis(books, query)
    compared = plain.sides(books, query)
    rows = totals(books, query, query.start, query.end).rows
    assert [kpi.id for kpi in answer] == [kpi.id for kpi in expected]
    for got, exact in zip(answer, expected, strict=True):
        where = f"{exact.id} of {query}"
        value(got, "value", "value_reason", exact.value, where)
        optional(got, "current_value", exact.current[0], where)
        optional(got, "previous_value", exact.previous[0], where)
        optional(got, "change", exact.change, where)
        assert got.change_reason == exact.change_reason, where
        assert (got.trend, got.format) == (exact.trend, exact.format), where
        assert got.change_unit == ("percentage_points" if exact.format == "percentage" else "percent")
        assert (got.basis, got.current_is_partial) == (compared.basis, compared.going_on), where
        now, then = compared.now, compared.then
        if exact.id == "growth_rate":
            now, then = compared.growth_now, compared.growth_then
        changed(got, "current_range", now, where)
        changed(got, "compared_range", then, where)
        assert got.base_is_partial == begins_before(books, then[0]), where
        told(list(got.notes), now, then, compared.going_on, begins_before(books, then[0]))
        assert got.sparkline_granularity == civil.finest(query.start, query.end, 31)
        assert len(got.sparkline) == len(exact.sparkline), where
        for step, by_hand in zip(got.sparkline, exact.sparkline, strict=True):
            close(step, by_hand, f"sparkline of {where}")
        assert got.relative_error == 0
        assert got.title
        if rows:
            assert not got.HasField("data_range")
        else:
            data_range_of(got, books, query)


def chart(answer: list[pb.ChartPoint], books: Books, query: Query) -> None:
    expected = plain.chart(books, query)
    assert [(p.date, p.category, p.region) for p in answer] == [(str(p.key[0]), *p.key[1:]) for p in expected]
    for got, exact in zip(answer, expected, strict=True):
        where = f"{exact.key} of {query}"
        sums(got, exact.sums, where)
        optional(got, "value", exact.value[0], where)
        assert got.complete == exact.complete, where
        assert got.filled == (exact.sums.rows == 0), where


def performance(answer: list[pb.SegmentPerformance], books: Books, query: Query, by: str) -> None:
    expected = plain.performance(books, query, by)
    assert {part.name for part in answer} == set(expected)
    order = [(-expected[part.name].sums.cents, part.name.casefold()) for part in answer]
    assert order == sorted(order), "best first, equal ones by name"
    for got in answer:
        exact, where = expected[got.name], f"{got.name} of {query}"
        sums(got, exact.sums, where)
        value(got, "share", "share_reason", exact.share, where)
        assert got.share_basis == exact.share_basis, where
        assert round(got.current_revenue * 100) == exact.now.cents, where
        assert round(got.previous_revenue * 100) == exact.then.cents, where
        value(got, "change", "change_reason", (exact.change, exact.change_reason), where)
        assert got.trend == exact.trend, where


def summary(answer: pb.GetSummaryResponse, books: Books, query: Query) -> None:
    total = totals(books, query, query.start, query.end)
    gap = bool(plain.traffic_gaps(books, query, query.start, query.end))
    compared = plain.sides(books, query)
    where = f"summary of {query}"
    close(answer.total_revenue, total.revenue, where)
    assert (answer.orders, answer.units, answer.customers) == (total.orders, total.units, len(total.customers)), where
    growth = plain.growth(books, query)
    value(answer, "growth_rate", "growth_rate_reason", growth, where)
    value(answer, "average_order_value", "average_order_value_reason", plain.order_value(total), where)
    value(answer, "conversion_rate", "conversion_rate_reason", plain.conversion(total, gap), where)
    performance(list(answer.category_performance), books, query, "category")
    performance(list(answer.regional_performance), books, query, "region")
    best = plain.best_day(books, query)
    for field in ("top_category", "top_region", "best_day"):
        assert answer.HasField(field) == (best is not None), where
    if best is not None:
        assert answer.top_category == answer.category_performance[0].name
        assert answer.top_region == answer.regional_performance[0].name
        assert (answer.best_day.date, round(answer.best_day.revenue * 100)) == (str(best[0]), best[1]), where
    time_range(answer.time_range, books, query)
    assert (answer.basis, answer.current_is_partial) == (compared.basis, compared.going_on), where
    changed(answer, "current_range", compared.now, where)
    changed(answer, "compared_range", compared.then, where)
    changed(answer, "growth_current_range", compared.growth_now, where)
    changed(answer, "growth_compared_range", compared.growth_then, where)
    for name, then in (("base_is_partial", compared.then), ("growth_base_is_partial", compared.growth_then)):
        assert getattr(answer, name) == begins_before(books, then[0]), where
    if total.rows:
        assert not answer.HasField("data_range")
    else:
        data_range_of(answer, books, query)


def changed(message: Message, field: str, days: tuple[date, date] | None, where: str) -> None:
    """The days a change is of, left out where there are none."""
    assert message.HasField(field) == (days is not None), f"{where}.{field}"
    if days is not None:
        date_range(getattr(message, field), *days)


def told(
    notes: list[str], now: tuple[date, date] | None, then: tuple[date, date], going_on: bool, unknown: bool
) -> None:
    """The notes say what a reader must know, and nothing else."""
    if now is None:
        assert len(notes) == 1
        assert "No day of the range is complete" in notes[0]
        return
    lengths = [(last - first).days + 1 for first, last in (now, then)]
    weekdays = [
        {(first + i * civil.DAY).weekday(): i for i in range(n % 7)}
        for n, (first, _) in zip(lengths, (now, then), strict=True)
    ]
    other_weekdays = lengths[0] == lengths[1] < 28 and set(weekdays[0]) != set(weekdays[1])
    for words, is_so in (
        ("beyond the last complete day", going_on),
        ("begins before the data", unknown),
        ("differ in length", lengths[0] != lengths[1]),
        ("different weekdays", other_weekdays),
    ):
        assert any(words in note for note in notes) == is_so, (words, notes)
    assert all(str(day) in " ".join(notes) for day in (*now, *then) if going_on)


def begins_before(books: Books, start: date) -> bool:
    """Whether a range begins before the data."""
    return bool(books.sales) and start < books.first


def data_range_of(message: Any, books: Books, query: Query) -> None:
    """The days with data under the filters."""
    days = [row.day for row in chosen(books, query, date.min, date.max) if isinstance(row, Sale)]
    assert message.HasField("data_range") == bool(days)
    if days:
        date_range(message.data_range, min(days), max(days))


def every_route(client: Client, query: Query) -> None:
    """Asks every route of the dashboard and checks all that they say."""
    asked = parameters(query)
    figures = client.dashboard.GetKpis(pb.GetKpisRequest(**asked)).kpis
    kpis(list(figures), client.books, query)
    digest = client.dashboard.GetSummary(pb.GetSummaryRequest(**asked))
    summary(digest, client.books, query)
    plot: dict[str, Any] = {"metric": query.metric, "granularity": query.granularity, "group_by": query.group_by}
    points = client.dashboard.GetChartData(pb.GetChartDataRequest(**asked, **plot)).chart_data
    chart(list(points), client.books, query)
    whole = client.dashboard.GetDashboard(pb.GetDashboardRequest(**asked, **plot))
    parts = pb.GetDashboardResponse(kpis=figures, chart_data=points, summary=digest, time_range=digest.time_range)
    assert whole == parts
