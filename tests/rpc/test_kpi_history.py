"""KPI history: what is recorded, and how it is told."""

import time
from datetime import date, timedelta

import grpc
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, violations, write

from bi.v1.dashboard_pb2 import GetKpiHistoryRequest, GetKpiHistoryResponse, GetKpisRequest
from bi_server.answers import kpi_history
from bi_server.store.engine import open_engine
from bi_server.store.store import Store

FIRST = date(2024, 1, 3)  # a Wednesday
SALES = Books(
    tuple(Sale(FIRST + timedelta(i), 1000 + 10 * i, 1 + i % 3, "Books", "North", f"C{i % 5}") for i in range(75)), ()
)


@pytest.fixture(scope="module")
def url(any_servers: Servers) -> str:
    url = any_servers.database()
    write(url, SALES)
    return url


@pytest.fixture(scope="module")
def client(any_servers: Servers, url: str) -> Client:
    return any_servers.serve(url, SALES)


def take(url: str) -> int:
    store = Store(open_engine(url))
    try:
        return kpi_history.take(store)
    finally:
        store.close()


def history(client: Client, kpi: str, period: str = "", **dates: str) -> GetKpiHistoryResponse:
    return client.dashboard.GetKpiHistory(GetKpiHistoryRequest(kpi=kpi, period=period, **dates))


def test_nothing_is_made_up_before_the_first_snapshot(client: Client) -> None:
    answer = history(client, "total_revenue")
    assert not answer.points
    assert not answer.is_current
    assert "snapshot" in answer.reason
    assert answer.snapshot_version == 0


def test_every_finished_period_is_recorded_as_get_kpis_tells_it(client: Client, url: str) -> None:
    assert take(url) > 0
    assert take(url) == 0
    days = [FIRST + timedelta(i) for i in range(75)]
    daily = history(client, "total_revenue")
    assert daily.is_current
    assert [(p.date, round(p.value * 100)) for p in daily.points] == [(str(s.day), s.cents) for s in SALES.sales]
    weeks = history(client, "orders", "weekly")
    # The first and the last week are cut by the data.
    assert [p.date for p in weeks.points] == [str(d) for d in days if d.weekday() == 0 and d + timedelta(6) <= days[-1]]
    assert {p.value for p in weeks.points} == {7.0}
    months = history(client, "average_order_value", "monthly")
    assert [p.date for p in months.points] == ["2024-02-01"]
    kpis = client.dashboard.GetKpis(GetKpisRequest(start_date="2024-02-01", end_date="2024-02-29")).kpis
    assert months.points[0].value == next(k.value for k in kpis if k.id == "average_order_value")
    # Undefined: no traffic was ever recorded.
    assert not history(client, "conversion_rate").points


def test_a_sparkline_shows_what_was_recorded(client: Client) -> None:
    kpis = client.dashboard.GetKpis(GetKpisRequest(start_date="2024-02-01", end_date="2024-02-29")).kpis
    recorded = history(client, "total_revenue", start_date="2024-02-01", end_date="2024-02-29")
    assert [p.value for p in recorded.points] == list(kpis[0].sparkline)
    assert round(sum(kpis[0].sparkline) * 100) == round(kpis[0].value * 100)


def test_a_correction_is_told_at_once_and_recorded_next(client: Client, url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO sales_data (date, revenue, units_sold, product_category, region, order_id)"
            " VALUES ('2024-02-10 00:00:00', 5.0, 1, 'Books', 'North', 'late')"
        )
    engine.dispose()
    end = time.monotonic() + 10  # PostgreSQL tells of rows of other tools within a second
    while history(client, "total_revenue").is_current and time.monotonic() < end:
        time.sleep(0.05)
    before = history(client, "total_revenue", start_date="2024-02-10", end_date="2024-02-10")
    assert not before.is_current
    # The day, its week and its month: revenue, orders, average and units; and growth from the month on.
    assert 9 <= take(url) <= 40
    after = history(client, "total_revenue", start_date="2024-02-10", end_date="2024-02-10")
    assert after.is_current
    assert after.points[0].value == pytest.approx(before.points[0].value + 5)


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (GetKpiHistoryRequest(kpi="profit"), "kpi"),
        (GetKpiHistoryRequest(), "kpi"),
        (GetKpiHistoryRequest(kpi="orders", period="hourly"), "period"),
        (GetKpiHistoryRequest(kpi="orders", start_date="soon"), "start_date"),
        (GetKpiHistoryRequest(kpi="orders", end_date="2024-02-30"), "end_date"),
    ],
)
def test_bad_parameters_are_named(client: Client, request_: GetKpiHistoryRequest, field: str) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        client.dashboard.GetKpiHistory(request_)
    assert list(violations(raised.value)) == [field]


def test_an_empty_store_has_an_empty_history(stores: dict[str, Client]) -> None:
    assert not history(stores["empty"], "orders").points
