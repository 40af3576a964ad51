"""Metrics and KPIs of a model file, on every route that takes a metric, against plain loops over the rows."""

from pathlib import Path
from typing import Any

import pytest
from tests.rpc.serving import Client, Servers, write
from tests.rpc.stores import STORES

import bi_server.semantic
from bi.v1 import analytics_pb2, dashboard_pb2, data_pb2
from bi.v1.ai_pb2 import DetectAnomaliesRequest
from bi.v1.ai_pb2_grpc import AiServiceStub

SHIPPED = (Path(bi_server.semantic.__file__).parent / "default.yaml").read_text().split("kpis:\n")[0]
OWN = """\
  units_per_order: {title: Units per Order, of: units, per: orders, undefined: no_orders, favorable: none}
  net_revenue: {title: Net Revenue, expression: revenue / 1.25, format: currency}
kpis: [net_revenue, units_per_order, growth_rate, {metric: units, id: pieces, title: Pieces}]
"""
RANGE: dict[str, Any] = {"start_date": "2023-10-01", "end_date": "2023-10-31"}


@pytest.fixture(scope="module")
def client(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Client:
    path = tmp_path_factory.mktemp("model") / "model.yaml"
    path.write_text(SHIPPED + OWN)
    url = servers.database()
    write(url, STORES["regular"])
    return servers.serve(url, STORES["regular"], model=str(path))


def october(client: Client) -> tuple[int, int, int]:
    """Cents, units and orders."""
    sold = [s for s in client.books.sales if s.day.isoformat()[:7] == "2023-10"]
    return sum(s.cents for s in sold), sum(s.units for s in sold), sum(s.first_line for s in sold)


def test_kpis_are_those_of_the_model(client: Client) -> None:
    answer = client.dashboard.GetKpis(dashboard_pb2.GetKpisRequest(**RANGE))
    cents, units, orders = october(client)
    found = {kpi.id: kpi for kpi in answer.kpis}
    assert list(found) == ["net_revenue", "units_per_order", "growth_rate", "pieces"]
    assert found["net_revenue"].value == round(cents / 125, 2)
    assert found["units_per_order"].value == round(units / orders, 2)
    assert (found["pieces"].value, found["pieces"].title) == (units, "Pieces")
    assert len(found["net_revenue"].sparkline) == 31


def test_charts_and_comparisons_take_them(client: Client) -> None:
    cents, units, orders = october(client)
    chart = dashboard_pb2.GetChartDataRequest(**RANGE, metric="units_per_order", granularity="month", group_by=["none"])
    (point,) = client.dashboard.GetChartData(chart).chart_data
    assert point.value == round(units / orders, 2)
    compared = client.analytics.ComparePeriods(
        analytics_pb2.ComparePeriodsRequest(
            current_start="2023-10-01",
            current_end="2023-10-31",
            previous_start="2023-09-01",
            previous_end="2023-09-30",
        )
    )
    changes = {change.metric: change for change in compared.changes}
    assert changes["net_revenue"].current == round(cents / 125, 2)
    assert changes["net_revenue"].percent == changes["revenue"].percent
    assert changes["units_per_order"].current == round(units / orders, 2)


def test_analyses_take_them(client: Client) -> None:
    for metric in ("net_revenue", "units_per_order"):
        trends = client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(metric=metric))
        assert trends.metric == metric
        assert trends.points[-1].HasField("value")
        forecast = client.analytics.GetForecast(analytics_pb2.GetForecastRequest(metric=metric))
        assert len(forecast.forecast) == 30
        AiServiceStub(client.channel).DetectAnomalies(
            DetectAnomaliesRequest(start_date="2023-10-01", end_date="2023-10-31", metric=metric)
        )
    net, gross = (
        client.analytics.GetForecast(analytics_pb2.GetForecastRequest(metric=metric)).forecast[0].value
        for metric in ("net_revenue", "revenue")
    )
    assert net == pytest.approx(gross / 1.25, rel=1e-3)


def test_metadata_tells_their_formulas(client: Client) -> None:
    found = {m.id: m for m in client.data.GetMetadata(data_pb2.GetMetadataRequest()).metrics}
    assert found["units_per_order"].formula == "units / orders"
    assert found["units_per_order"].favorable == "none"
    assert found["net_revenue"].formula == "0.8 * revenue"
    assert (found["net_revenue"].additive, found["units_per_order"].additive) == (True, False)
    assert found["conversion_rate"].formula == "100 * orders / visits"
