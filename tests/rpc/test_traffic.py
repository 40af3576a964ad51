"""Visits that are not split by category or region: which conversion rates follow from them, alike on every route."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from tests.rpc.rows import Books, Sale, Visit
from tests.rpc.serving import Client, Servers

from bi.v1 import analytics_pb2, data_pb2
from bi.v1 import dashboard_pb2 as pb
from bi_server.semantic import default_model

FIRST, DAYS = date(2024, 1, 1), 60
VISITS = {"North": 50, "South": 20}


def shop(visits: list[tuple[str, str, int]]) -> Books:
    """Two orders a day in North and one in South, in two categories; visits by category, region, and how many."""
    days = [FIRST + timedelta(days=i) for i in range(DAYS)]
    places = [("A", "North"), ("B", "North"), ("A", "South")]
    return Books(
        tuple(Sale(day, 1000, 1, category, region) for day in days for category, region in places),
        tuple(Visit(day, category, region, count) for day in days for category, region, count in visits),
    )


def rates(client: Client, **filters: Any) -> dict[str, tuple[float | None, str]]:
    """The conversion rate of February and the reason beside it, by route."""
    ask = {"start_date": "2024-02-01", "end_date": "2024-02-29", **filters}
    kpi = client.dashboard.GetKpis(pb.GetKpisRequest(**ask)).kpis[3]
    summary = client.dashboard.GetSummary(pb.GetSummaryRequest(**ask))
    (point,) = client.dashboard.GetChartData(
        pb.GetChartDataRequest(**ask, metric="conversion_rate", granularity="month", group_by=["none"])
    ).chart_data
    ranges: dict[str, Any] = {
        "current_start": "2024-02-01",
        "current_end": "2024-02-29",
        "previous_start": "2024-01-01",
    }
    current = client.analytics.ComparePeriods(
        analytics_pb2.ComparePeriodsRequest(**ranges, previous_end="2024-01-31", **filters)
    ).current
    trends = client.analytics.GetTrends(
        analytics_pb2.GetTrendsRequest(period="29d", metric="conversion_rate", **filters)
    )
    daily = {p.value if p.HasField("value") else None for p in trends.points}
    assert len(daily) == 1

    def given(message: Any, field: str) -> float | None:
        return getattr(message, field) if message.HasField(field) else None

    return {
        "kpis": (given(kpi, "value"), kpi.value_reason),
        "summary": (given(summary, "conversion_rate"), summary.conversion_rate_reason),
        "comparison": (given(current, "conversion_rate"), current.conversion_rate_reason),
        "chart": (given(point, "value"), kpi.value_reason),
        "trends": (daily.pop(), kpi.value_reason),
    }


def agreed(client: Client, **filters: Any) -> tuple[float | None, str]:
    found = set(rates(client, **filters).values())
    assert len(found) == 1, found
    return found.pop()


def test_visits_without_a_category(servers: Servers) -> None:
    with servers.serving_rows(shop([("", region, count) for region, count in VISITS.items()])) as client:
        assert agreed(client) == (4.29, "")  # 3 orders, 70 visits
        assert agreed(client, region=["North"]) == (4, "")
        assert agreed(client, region=["South"]) == (5, "")
        assert agreed(client, category=["A"]) == (None, "no_traffic")
        assert agreed(client, category=["A"], region=["North"]) == (None, "no_traffic")
        by_region = client.dashboard.GetChartData(
            pb.GetChartDataRequest(
                start_date="2024-02-01",
                end_date="2024-02-29",
                metric="conversion_rate",
                granularity="month",
                group_by=["region"],
            )
        ).chart_data
        assert [(p.region, p.value) for p in by_region] == [("North", 4), ("South", 5)]
        trends = client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(metric="conversion_rate"))
        performers = [(p.dimension, p.name, p.value) for p in (*trends.top_performers, *trends.bottom_performers)]
        assert performers == [("region", "South", 5), ("region", "North", 4)]


def test_visits_without_a_region(servers: Servers) -> None:
    with servers.serving_rows(shop([("A", "", 40), ("B", "", 30)])) as client:
        assert agreed(client) == (4.29, "")
        assert agreed(client, category=["A"]) == (5, "")
        assert agreed(client, region=["North"]) == (None, "no_traffic")


def test_visits_of_the_whole_alone(servers: Servers) -> None:
    with servers.serving_rows(shop([("", "", 70)])) as client:
        assert agreed(client) == (4.29, "")
        assert agreed(client, region=["North"]) == (None, "no_traffic")
        known = client.data.GetMetadata(data_pb2.GetMetadataRequest())
        assert (list(known.categories), list(known.regions)) == (["A", "B"], ["North", "South"])
        (part, other) = client.dashboard.GetSummary(
            pb.GetSummaryRequest(start_date="2024-02-01", end_date="2024-02-29")
        ).category_performance
        assert (part.name, other.name) == ("A", "B")


def test_visits_of_one_region_are_not_those_of_all(servers: Servers) -> None:
    """No route sets the orders of all regions against the visits of one."""
    with servers.serving_rows(shop([("", "North", 50)])) as client:
        assert agreed(client) == (None, "partial_traffic")
        assert agreed(client, region=["North"]) == (4, "")
        trends = client.analytics.GetTrends(analytics_pb2.GetTrendsRequest(metric="conversion_rate"))
        assert [(p.dimension, p.name, p.value) for p in trends.top_performers] == [("region", "North", 4)]


def test_a_ratio_without_a_base_is_undefined_and_distinct_counts_are_no_sums() -> None:
    metrics, nothing = default_model().metrics, np.zeros((1, 5), dtype=np.int64)
    assert np.isnan(metrics["conversion_rate"].values(nothing)).all()
    with pytest.raises(KeyError, match="customers"):
        metrics["customers"].values(nothing)
