"""One truth: every route gives the same sums, and the same request the same bytes."""

from datetime import date, timedelta
from typing import Any

import grpc
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rpc import checks
from tests.rpc.rows import Books, Query, Sale, Visit, totals
from tests.rpc.serving import Client, Servers, parameters
from tests.rpc.stores import STORES

from bi.v1 import analytics_pb2
from bi.v1 import dashboard_pb2 as pb

CATEGORIES = ("Electronics", "Clothing", "Home Goods", "Books", "Sports")
REGIONS = ("North", "South", "East", "West")
GROUPS = (("none",), ("category",), ("region",), ("category", "region"))


def cents(values: Any) -> int:
    return sum(round(value * 100) for value in values)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(data=st.data())
def test_kpi_chart_summary_comparison_and_rows(sample: Client, data: st.DataObject) -> None:
    first = data.draw(st.dates(date(2022, 12, 1), date(2025, 1, 15)))
    last = first + timedelta(days=data.draw(st.integers(0, 900)))
    category = tuple(data.draw(st.lists(st.sampled_from(CATEGORIES), max_size=3)))
    region = tuple(data.draw(st.lists(st.sampled_from(REGIONS), max_size=3)))
    query = Query(first, last, category, region)
    rows = totals(sample.books, query, first, last)
    asked = parameters(query)

    kpis = {kpi.id: kpi for kpi in sample.dashboard.GetKpis(pb.GetKpisRequest(**asked)).kpis}
    assert cents([kpis["total_revenue"].value]) == rows.cents
    assert cents(kpis["total_revenue"].sparkline) == rows.cents
    assert len(kpis["total_revenue"].sparkline) <= 31
    assert sum(kpis["orders"].sparkline) == kpis["orders"].value == rows.orders
    assert sum(kpis["units"].sparkline) == kpis["units"].value == rows.units

    for granularity in ("day", "week", "month", "quarter", "year", "auto"):
        for group_by in GROUPS:
            ask = pb.GetChartDataRequest(**asked, metric="orders", granularity=granularity, group_by=group_by)
            points = sample.dashboard.GetChartData(ask).chart_data
            assert cents(point.revenue for point in points) == rows.cents
            assert sum(point.orders for point in points) == sum(point.value for point in points) == rows.orders
            assert sum(point.units for point in points) == rows.units

    summary = sample.dashboard.GetSummary(pb.GetSummaryRequest(**asked))
    assert cents([summary.total_revenue]) == rows.cents
    assert cents(part.revenue for part in summary.category_performance) == rows.cents
    assert cents(part.revenue for part in summary.regional_performance) == rows.cents

    before = summary.compared_range
    comparison = sample.analytics.ComparePeriods(
        analytics_pb2.ComparePeriodsRequest(
            current_start=str(first),
            current_end=str(last),
            previous_start=before.start_date,
            previous_end=before.end_date,
            category=category,
            region=region,
        )
    )
    for change in comparison.changes:
        name = {"revenue": "total_revenue"}.get(change.metric, change.metric)
        if name in kpis:
            assert change.HasField("current") == kpis[name].HasField("value")
            assert change.current == kpis[name].value
            assert change.previous == kpis[name].previous_value


@pytest.mark.parametrize("group_by", GROUPS)
def test_series_reach_both_edges(sample: Client, group_by: tuple[str, ...]) -> None:
    ask = pb.GetChartDataRequest(start_date="2022-12-30", end_date="2025-01-02", group_by=group_by, category=["Books"])
    points = sample.dashboard.GetChartData(ask).chart_data
    series: dict[tuple[str, str], list[str]] = {}
    for point in points:
        series.setdefault((point.category, point.region), []).append(point.date)
    days = [str(date(2022, 12, 30) + timedelta(days=i)) for i in range(735)]
    assert len(series) == (4 if "region" in group_by else 1)
    assert all(dates == days for dates in series.values())


def test_a_single_day_is_the_same_figure_in_every_place(servers: Servers) -> None:
    """Half cents: an order value of 1.665 rounds alike in the KPI, its sparkline, the chart and the summary."""
    days = [date(2024, 1, 1) + timedelta(days=i) for i in range(60)]
    books = Books(tuple(Sale(day, 101 + 3 * i + k, 1, "A", "B") for i, day in enumerate(days) for k in (0, i % 2 * 9)))
    client = servers.serve_rows(books)
    for day in days:
        span: dict[str, Any] = {"start_date": str(day), "end_date": str(day)}
        kpi = client.dashboard.GetKpis(pb.GetKpisRequest(**span)).kpis[2]
        (point,) = client.dashboard.GetChartData(pb.GetChartDataRequest(**span, metric=kpi.id)).chart_data
        summary = client.dashboard.GetSummary(pb.GetSummaryRequest(**span))
        assert list(kpi.sparkline) == [kpi.value] == [point.value] == [summary.average_order_value]


def test_equal_growth_is_flat(servers: Servers) -> None:
    """10 % and 10 %, in amounts that no float holds exactly."""
    months = [date(2024, month, 1) for month in (1, 2, 3)]
    books = Books(tuple(Sale(day, cents, 1, "A", "B") for day, cents in zip(months, (1000, 1100, 1210), strict=True)))
    client = servers.serve_rows(books)
    growth = client.dashboard.GetKpis(pb.GetKpisRequest(start_date="2024-03-01", end_date="2024-03-31")).kpis[1]
    assert (growth.value, growth.previous_value, growth.change, growth.trend) == (10, 10, 0, "flat")


def test_same_request_same_bytes(servers: Servers) -> None:
    ask = pb.GetDashboardRequest(start_date="2023-03-01", end_date="2024-01-31", granularity="week", metric="customers")
    method, answers = "/bi.v1.DashboardService/GetDashboard", set()
    for _ in range(2):
        client = servers.serve_rows(STORES["regular"])
        raw: grpc.UnaryUnaryMultiCallable[bytes, bytes] = client.channel.unary_unary(method)
        answers |= {raw(ask.SerializeToString()) for _ in range(2)}
    assert len(answers) == 1


@st.composite
def any_books(draw: st.DrawFn) -> Books:
    """A few rows of any kind: refunds, nothing at all, the same day twice, visits of no category or region."""
    sale = st.builds(
        Sale,
        st.dates(date(2023, 12, 20), date(2024, 3, 10)),
        st.integers(-10_000, 10_000),
        st.integers(-3, 5),
        st.sampled_from(("A", "b", "Ç")),
        st.sampled_from(("x", "Y")),
        st.sampled_from((None, "", "C1", "C2", "C3")),
        st.booleans(),
    )
    visit = st.builds(
        Visit,
        st.dates(date(2023, 12, 10), date(2024, 3, 20)),
        st.sampled_from(("A", "b", "Ç", "")),
        st.sampled_from(("x", "Y", "")),
        st.integers(1, 5),
    )
    visits = draw(st.lists(visit, max_size=25, unique_by=lambda v: (v.day, v.category, v.region)))
    return Books(tuple(draw(st.lists(sale, max_size=25))), tuple(visits))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(data=st.data())
def test_any_rows(servers: Servers, data: st.DataObject) -> None:
    books = data.draw(any_books())
    with servers.serving_rows(books) as client:
        for _ in range(3):
            first = data.draw(st.dates(date(2023, 12, 1), date(2024, 3, 20)))
            last = first + timedelta(days=data.draw(st.integers(0, 60)))
            names = [sorted({pair[i] for pair in books.segments if pair[i]}) for i in (0, 1)]
            filters = [tuple(data.draw(st.lists(st.sampled_from(n), max_size=2)) if n else ()) for n in names]
            metric = data.draw(st.sampled_from(("conversion_rate", "average_order_value", "customers", "visits")))
            group_by = data.draw(st.sampled_from(((), *GROUPS)))
            grain = data.draw(st.sampled_from(("day", "week", "month")))
            checks.every_route(client, Query(first, last, filters[0], filters[1], metric, grain, group_by))


def test_other_spellings_are_the_same_name(servers: Servers) -> None:
    day = date(2024, 1, 5)
    spellings = ("Home Goods", "home goods", " HOME GOODS ", "Home Goods\t")
    rows = tuple(Sale(day, 100, 1, name, region) for name in spellings for region in ("North", "north "))
    client = servers.serve_rows(Books(rows))
    ask = pb.GetDashboardRequest(start_date=str(day), end_date=str(day), category=["hOME gOODS"])
    answer = client.dashboard.GetDashboard(ask)
    (point,) = answer.chart_data
    assert (point.category, point.region, point.revenue, point.orders) == ("Home Goods", "North", 8, 8)
    assert answer.summary.top_category == "Home Goods"
