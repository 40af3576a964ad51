"""A business whose weeks begin on Sunday and whose year begins in February, on every route that knows of either."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.rpc.serving import Client, Servers, write
from tests.rpc.stores import STORES

from bi.v1 import analytics_pb2, dashboard_pb2, data_pb2
from bi_server.answers import kpi_history
from bi_server.semantic import read_model
from bi_server.store.engine import opened
from bi_server.store.store import Store

SUNDAY = 6


@pytest.fixture(scope="module")
def client(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Client:
    path = tmp_path_factory.mktemp("model") / "model.yaml"
    path.write_text("calendar: {week_starts: sunday, fiscal_year_starts: 2}\n")
    url = servers.database()
    write(url, STORES["regular"])
    with opened(url, model=read_model("")) as engine:  # recorded while weeks began on Monday
        store = Store(engine)
        kpi_history.take(store)
        store.close()
    return servers.serve(url, STORES["regular"], model=str(path))


def cents(client: Client, first: date, last: date) -> int:
    return sum(sale.cents for sale in client.books.sales if first <= sale.day <= last)


def span(client: Client) -> tuple[date, date]:
    days = [sale.day for sale in client.books.sales]
    return min(days), max(days)


@pytest.mark.parametrize(("granularity", "months"), [("quarter", 3), ("year", 12)])
def test_steps_are_those_of_the_fiscal_year(client: Client, granularity: str, months: int) -> None:
    first, last = span(client)
    asked: dict[str, Any] = {"start_date": first.isoformat(), "end_date": last.isoformat(), "granularity": granularity}
    chart = client.dashboard.GetChartData(dashboard_pb2.GetChartDataRequest(**asked, group_by=["none"])).chart_data
    starts = [date.fromisoformat(point.date) for point in chart]
    assert all((start.day, (start.month - 2) % months) == (1, 0) for start in starts)
    for point, start, after in zip(chart, starts, [*starts[1:], last + timedelta(1)], strict=True):
        assert round(point.revenue * 100) == cents(client, max(start, first), after - timedelta(1))
    table = client.data.Query(data_pb2.QueryRequest(**asked))
    assert [row.values[0].string_value for row in table.rows] == [point.date for point in chart]


def test_weeks_begin_on_the_day_that_the_business_says(client: Client) -> None:
    first, last = span(client)
    asked: dict[str, Any] = {"start_date": first.isoformat(), "end_date": last.isoformat()}
    chart = client.dashboard.GetChartData(
        dashboard_pb2.GetChartDataRequest(**asked, granularity="week", group_by=["none"])
    ).chart_data
    assert {date.fromisoformat(point.date).weekday() for point in chart} == {SUNDAY}
    ahead = client.analytics.GetForecast(analytics_pb2.GetForecastRequest(periods=4, granularity="week"))
    assert {date.fromisoformat(point.date).weekday() for point in ahead.forecast} == {SUNDAY}


def test_ranges_in_words(client: Client) -> None:
    answer = client.dashboard.GetSummary(dashboard_pb2.GetSummaryRequest(range="ytd", as_of="2024-03-05"))
    assert (answer.time_range.start_date, answer.time_range.end_date) == ("2024-02-01", "2024-03-05")
    answer = client.dashboard.GetSummary(dashboard_pb2.GetSummaryRequest(range="last_week", as_of="2024-03-05"))
    assert (answer.time_range.start_date, answer.time_range.end_date) == ("2024-02-25", "2024-03-02")


def test_history_of_another_calendar_is_computed_anew(client: Client) -> None:
    answer = client.dashboard.GetKpiHistory(dashboard_pb2.GetKpiHistoryRequest(kpi="total_revenue", period="weekly"))
    assert {date.fromisoformat(point.date).weekday() for point in answer.points} == {SUNDAY}
    assert "another calendar" in answer.reason


def test_metadata_tells_the_calendar(client: Client) -> None:
    found = client.data.GetMetadata(data_pb2.GetMetadataRequest()).calendar
    assert (found.week_starts, found.fiscal_year_starts) == ("sunday", 2)
