"""Dimensions and measures of a model file on the routes, against plain sums over the same rows."""

from collections.abc import Callable
from typing import Any

import grpc
import pandas as pd
import pytest
from tests.rpc.serving import Client, violations

from bi.v1 import analytics_pb2, dashboard_pb2, data_pb2
from bi.v1.ai_pb2 import DetectAnomaliesRequest, GetInsightsRequest

START, END = "2024-07-01", "2024-12-31"
RANGE: dict[str, Any] = {"start_date": START, "end_date": END}


Picked = Callable[[pd.DataFrame], Any]
FILTERS: list[tuple[list[str], Picked]] = [
    ([], lambda rows: rows["units_sold"] > 0),
    (["channel:online"], lambda rows: rows["channel"] == "Online"),
    (["channel:Online,Telephone"], lambda rows: rows["channel"].isin(["Online", "Telephone"])),
    (["channel:Online", "channel:Telephone"], lambda rows: rows["channel"].isin(["Online", "Telephone"])),
    (["-channel:Store", "region:North"], lambda rows: (rows["channel"] != "Store") & (rows["region"] == "North")),
    (["product:Books Basic"], lambda rows: rows["product"] == "Books Basic"),
    (
        ['product:"Books Basic", Sports Premium', "channel:Online"],
        lambda rows: rows["product"].isin(["Books Basic", "Sports Premium"]) & (rows["channel"] == "Online"),
    ),
    (
        ["-product:Books Basic", "category:Books"],
        lambda rows: (rows["product"] != "Books Basic") & (rows["product_category"] == "Books"),
    ),
]


def of_range(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[(rows["date"] >= START) & (rows["date"] <= END)]


@pytest.mark.parametrize(("filters", "picked"), FILTERS, ids=[" ".join(f) or "all" for f, _ in FILTERS])
def test_kpis_of_a_filter(
    omnichannel: Client, omnichannel_sales: pd.DataFrame, filters: list[str], picked: Picked
) -> None:
    rows = of_range(omnichannel_sales[picked(omnichannel_sales)])
    revenue, cost, discount = (round(float(rows[name].sum()), 2) for name in ("revenue", "cost", "discount"))
    answer = omnichannel.dashboard.GetKpis(dashboard_pb2.GetKpisRequest(**RANGE, filter=filters))
    found = {kpi.id: kpi.value for kpi in answer.kpis}
    assert found["total_revenue"] == revenue
    assert found["gross_profit"] == pytest.approx(revenue - cost, abs=0.005)
    assert found["margin"] == round((revenue - cost) / revenue * 100, 2)
    assert found["discount_rate"] == round(discount / (revenue + discount) * 100, 2)
    assert found["orders"] == len(rows)
    listed = omnichannel.data.ListRows(data_pb2.ListRowsRequest(**RANGE, filter=filters, page_size=1000))
    assert (listed.total_rows, listed.total_revenue) == (len(rows), revenue)
    assert round(sum(row.measures["cost"] for row in listed.rows), 2) == cost
    assert {row.segment["channel"] for row in listed.rows} == set(rows["channel"])


@pytest.mark.parametrize("dimensions", [["channel"], ["region", "store"], ["category", "region", "channel", "store"]])
def test_charts_are_split_by_any_dimension(
    omnichannel: Client, omnichannel_sales: pd.DataFrame, dimensions: list[str]
) -> None:
    named = of_range(omnichannel_sales).assign(category=lambda one: one["product_category"])
    expected = named.groupby(dimensions)[["revenue", "units_sold"]].sum()
    answer = omnichannel.dashboard.GetChartData(
        dashboard_pb2.GetChartDataRequest(**RANGE, granularity="year", group_by=dimensions, metric="margin")
    )
    found: dict[Any, Any] = {}
    for point in answer.chart_data:
        names = {"category": point.category, "region": point.region, **point.segment}
        if point.revenue:
            found[tuple(names[dimension] for dimension in dimensions)] = point.revenue, point.units
    rows = expected.reset_index().itertuples(index=False)
    assert found == {tuple(row[:-2]): (pytest.approx(row[-2], abs=0.005), row[-1]) for row in rows}


def test_a_channel_has_no_visits_of_its_own(omnichannel: Client) -> None:
    request = analytics_pb2.ComparePeriodsRequest(
        current_start="2024-10-01",
        current_end="2024-12-31",
        previous_start="2024-07-01",
        previous_end="2024-09-30",
        filter=["channel:Online"],
    )
    answer = omnichannel.analytics.ComparePeriods(request)
    assert answer.current.conversion_rate_reason == "no_traffic"
    parts = omnichannel.analytics.ComparePeriods(
        analytics_pb2.ComparePeriodsRequest(
            current_start="2024-10-01",
            current_end="2024-12-31",
            previous_start="2024-07-01",
            previous_end="2024-09-30",
        )
    )
    assert parts.current.conversion_rate > 0
    assert answer.drivers.total_change != parts.drivers.total_change


def test_analyses_take_filters_and_dimensions(omnichannel: Client) -> None:
    trends = omnichannel.analytics.GetTrends(
        analytics_pb2.GetTrendsRequest(period="90d", metric="margin", filter=["channel:Online"])
    )
    assert {one.dimension for one in trends.top_performers} == {"category", "region", "channel", "store"}
    rates = omnichannel.analytics.GetTrends(analytics_pb2.GetTrendsRequest(period="90d", metric="conversion_rate"))
    assert {one.dimension for one in rates.top_performers} == {"category", "region"}
    forecast = omnichannel.analytics.GetForecast(
        analytics_pb2.GetForecastRequest(periods=7, metric="gross_profit", group_by="channel")
    )
    assert {part.segment.dimensions["channel"] for part in forecast.segments} == {"Store", "Online", "Telephone"}
    for i, point in enumerate(forecast.forecast):
        assert sum(part.forecast[i].value for part in forecast.segments) == pytest.approx(point.value, abs=0.02)
    anomalies = omnichannel.ai.DetectAnomalies(
        DetectAnomaliesRequest(
            start_date=RANGE["start_date"], end_date=RANGE["end_date"], filter=["product:Books Basic"]
        )
    )
    assert anomalies.expected or anomalies.reason


def test_metadata_tells_the_dimensions(omnichannel: Client) -> None:
    found = {one.id: one for one in omnichannel.data.GetMetadata(data_pb2.GetMetadataRequest()).dimensions}
    assert list(found) == ["category", "region", "channel", "store", "product"]
    assert list(found["channel"].names) == ["Online", "Store", "Telephone"]
    assert (found["product"].wide, found["product"].parent, list(found["product"].names)) == (True, "category", [])


@pytest.mark.parametrize(
    ("filters", "text"),
    [
        (["chanel:Online"], "'chanel' is no dimension; did you mean 'channel'?"),
        (["channel:Onlin"], "'Onlin' is not known; did you mean 'Online'?"),
        (["product:Books Basik"], "'Books Basik' is not known; did you mean 'Books Basic'?"),
        (["Online"], "is no filter; write DIMENSION:NAME"),
        (["channel:"], "names nothing"),
        (['channel:"Online'], "has a quote that does not end"),
    ],
)
def test_wrong_filters_are_told(omnichannel: Client, filters: list[str], text: str) -> None:
    with pytest.raises(grpc.RpcError) as told:
        omnichannel.dashboard.GetKpis(dashboard_pb2.GetKpisRequest(**RANGE, filter=filters))
    assert text in violations(told.value)["filter"]


def test_all_wrong_filters_are_told_at_once(omnichannel: Client) -> None:
    request = dashboard_pb2.GetKpisRequest(**RANGE, category=["Boks"], region=["Nort"], filter=["channel:Onlin"])
    with pytest.raises(grpc.RpcError) as told:
        omnichannel.dashboard.GetKpis(request)
    assert set(violations(told.value)) == {"category", "region", "filter"}


@pytest.mark.parametrize(
    ("filters", "scope"),
    [
        (["channel:Online"], "Channel Online: "),
        (["channel:Online", "-product:Books Basic"], "Channel Online, Product without Books Basic: "),
        (["category:Books"], ""),
        ([], ""),
    ],
)
def test_every_insight_says_what_it_is_of(omnichannel: Client, filters: list[str], scope: str) -> None:
    request = GetInsightsRequest(start_date="2024-10-01", end_date="2024-12-31", filter=filters)
    answer = omnichannel.ai.GetInsights(request)
    assert answer.insights
    for text in [*(insight.text for insight in answer.insights), answer.summary]:
        assert text.startswith(scope)
        assert scope or not text.startswith("Channel")
    # An order is told by category and region alone: of a channel it might be another one's.
    assert not scope or "the order of" not in answer.summary


@pytest.mark.parametrize("metric", ["visits", "conversion_rate"])
def test_what_nobody_counted_by_channel_is_refused(omnichannel: Client, metric: str) -> None:
    asked: dict[str, Any] = {"metric": metric, "filter": ["channel:Online"]}
    trends = analytics_pb2.GetTrendsRequest(**asked)
    chart = dashboard_pb2.GetChartDataRequest(**RANGE, **asked)
    with pytest.raises(grpc.RpcError) as of_trends:
        omnichannel.analytics.GetTrends(trends)
    with pytest.raises(grpc.RpcError) as of_chart:
        omnichannel.dashboard.GetChartData(chart)
    for told in (of_trends, of_chart):
        assert "is counted by category and region alone" in violations(told.value)["metric"]
