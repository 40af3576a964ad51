"""Wrong requests: every error names the field, the value and the remedy."""

from collections.abc import Callable
from typing import Any

import grpc
import pytest
from tests.rpc.serving import Client, violations

from bi.v1 import analytics_pb2
from bi.v1 import dashboard_pb2 as pb

GOOD: dict[str, Any] = {"start_date": "2024-01-01", "end_date": "2024-01-31"}

# fields that differ from a good request -> the fields the error names, and words its descriptions have
WRONG: dict[str, tuple[dict[str, Any], dict[str, tuple[str, ...]]]] = {
    "no start": ({"start_date": ""}, {"start_date": ("required", "YYYY-MM-DD")}),
    "no dates": ({"start_date": " ", "end_date": ""}, {"start_date": ("required",), "end_date": ("required",)}),
    "short date": ({"start_date": "2024-1-5"}, {"start_date": ("2024-1-5", "YYYY-MM-DD")}),
    "no such day": ({"end_date": "2024-02-30"}, {"end_date": ("2024-02-30",)}),
    "no leap year": ({"end_date": "2023-02-29"}, {"end_date": ("2023-02-29",)}),
    "a time": ({"end_date": "2024-01-31T00:00:00"}, {"end_date": ("2024-01-31T00:00:00", "YYYY-MM-DD")}),
    "blank around": ({"start_date": " 2024-01-01"}, {"start_date": ("YYYY-MM-DD",)}),
    "line end": ({"start_date": "2024-01-01\n"}, {"start_date": ("YYYY-MM-DD",)}),
    "full-width digits": ({"start_date": "\uff12\uff10\uff12\uff14-01-01"}, {"start_date": ("YYYY-MM-DD",)}),
    "basic format": ({"start_date": "20240101"}, {"start_date": ("YYYY-MM-DD",)}),
    "week date": ({"start_date": "2024-W01-1"}, {"start_date": ("YYYY-MM-DD",)}),
    "swapped": (
        {"start_date": "2024-02-01"},
        {"start_date": ("2024-02-01", "after", "swap"), "end_date": ("2024-01-31", "before", "swap")},
    ),
    "over ten years": (
        {"start_date": "2014-01-31"},
        {"start_date": ("10 years",), "end_date": ("10 years", "shorter")},
    ),
    "year 1": (
        {"start_date": "0001-01-01", "end_date": "0001-01-31"},
        {"start_date": ("1900",), "end_date": ("1900",)},
    ),
    "end of time": ({"end_date": "9999-12-31"}, {"end_date": ("9999-12-31", "2200")}),
    "misspelt category": (
        {"category": ["Elektronics"]},
        {"category": ("'Elektronics'", "did you mean 'Electronics'?", "Books, Clothing, Electronics, Home Goods")},
    ),
    "unlike any category": ({"category": ["Books", "qqq"]}, {"category": ("'qqq'", "Known: Books")}),
    "misspelt region": ({"region": [" nrth"]}, {"region": ("did you mean 'North'?", "East, North, South, West")}),
    "too many names": ({"region": ["North"] * 201}, {"region": ("201", "200")}),
}
WRONG_CHART: dict[str, tuple[dict[str, Any], dict[str, tuple[str, ...]]]] = {
    "metric": ({"metric": "profit"}, {"metric": ("'profit'", "revenue", "conversion_rate")}),
    "granularity": ({"granularity": "hour"}, {"granularity": ("'hour'", "day, week, month, quarter, year", "auto")}),
    "group": ({"group_by": ["customer"]}, {"group_by": ("'customer'", "category", "region", "none")}),
    "none and more": ({"group_by": ["none", "region"]}, {"group_by": ("none", "alone")}),
}


def check_error(call: Callable[[], object], expected: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(grpc.RpcError) as caught:
        call()
    found = violations(caught.value)
    assert set(found) == set(expected)
    for field, words in expected.items():
        for word in words:
            assert word in found[field], found[field]


@pytest.mark.parametrize("case", WRONG)
def test_every_range_is_checked(sample: Client, case: str) -> None:
    fields, expected = WRONG[case]
    asked = GOOD | fields
    check_error(lambda: sample.dashboard.GetKpis(pb.GetKpisRequest(**asked)), expected)
    check_error(lambda: sample.dashboard.GetSummary(pb.GetSummaryRequest(**asked)), expected)
    check_error(lambda: sample.dashboard.GetChartData(pb.GetChartDataRequest(**asked)), expected)
    check_error(lambda: sample.dashboard.GetDashboard(pb.GetDashboardRequest(**asked)), expected)


@pytest.mark.parametrize("case", WRONG_CHART)
def test_chart_parameters_are_checked(sample: Client, case: str) -> None:
    fields, expected = WRONG_CHART[case]
    asked: dict[str, Any] = GOOD | fields
    check_error(lambda: sample.dashboard.GetChartData(pb.GetChartDataRequest(**asked)), expected)
    check_error(lambda: sample.dashboard.GetDashboard(pb.GetDashboardRequest(**asked)), expected)


def test_comparison_names_every_wrong_range(sample: Client) -> None:
    ask = analytics_pb2.ComparePeriodsRequest(
        current_start="2024-02-01", current_end="2024-01-01", previous_start="x", previous_end=""
    )
    check_error(
        lambda: sample.analytics.ComparePeriods(ask),
        {
            "current_start": ("after",),
            "current_end": ("before",),
            "previous_start": ("'x'",),
            "previous_end": ("required",),
        },
    )


def test_too_many_points(sample: Client) -> None:
    asked = pb.GetChartDataRequest(start_date="2015-01-01", end_date="2024-12-31", granularity="day")
    assert len(sample.dashboard.GetChartData(asked).chart_data) == 3653 * 20  # under the limit


def test_ten_years_are_allowed(sample: Client) -> None:
    asked = pb.GetKpisRequest(start_date="2014-02-01", end_date="2024-01-31")
    assert sample.dashboard.GetKpis(asked).kpis[0].value > 0


@pytest.mark.parametrize("metric", [" Revenue ", "ORDERS", ""])
def test_names_of_metrics_ignore_case_and_blanks(sample: Client, metric: str) -> None:
    ask = pb.GetChartDataRequest(**GOOD, metric=metric, granularity=" Month ", group_by=[" NONE "])
    (point,) = sample.dashboard.GetChartData(ask).chart_data
    assert point.value == (point.orders if metric == "ORDERS" else point.revenue)


def test_an_empty_store_knows_no_names(stores: dict[str, Client]) -> None:
    ask = pb.GetKpisRequest(**GOOD, category=["Books"])
    check_error(lambda: stores["empty"].dashboard.GetKpis(ask), {"category": ("'Books'", "no data")})
