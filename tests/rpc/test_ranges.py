"""Ranges in words and what they are compared with, on the routes that take them."""

from datetime import date, timedelta
from typing import Any

import grpc
import pytest
from tests.rpc.serving import Client, Servers, violations, write
from tests.rpc.stores import STORES

from bi.v1 import dashboard_pb2 as pb
from bi.v1.ai_pb2 import DetectAnomaliesRequest, GetInsightsRequest
from bi.v1.ai_pb2_grpc import AiServiceStub


@pytest.fixture(scope="module")
def client(servers: Servers) -> Client:
    """Sales from 2023-01-02 to 2024-02-29."""
    url = servers.database()
    write(url, STORES["regular"])
    return servers.serve(url, STORES["regular"])


def revenue(client: Client, first: str, last: str) -> float:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return sum(s.cents for s in client.books.sales if start <= s.day <= end) / 100


def kpi(client: Client, **asked: str) -> pb.Kpi:
    return client.dashboard.GetKpis(pb.GetKpisRequest(**asked)).kpis[0]


@pytest.mark.parametrize(
    ("asked", "first", "last", "before", "basis"),
    [
        ({"range": "last_month"}, "2024-01-01", "2024-01-31", "2023-12-01..2023-12-31", "previous_month"),
        (
            {"range": "mtd", "as_of": "2023-06-15"},
            "2023-06-01",
            "2023-06-15",
            "2023-05-01..2023-05-15",
            "previous_month",
        ),
        (
            {"range": "wtd", "as_of": "2023-06-15"},
            "2023-06-12",
            "2023-06-15",
            "2023-06-05..2023-06-08",
            "previous_week",
        ),
        (
            {"range": "last_30_days", "as_of": "2024-01-31", "compare": "previous_year"},
            "2024-01-02",
            "2024-01-31",
            "2023-01-02..2023-01-31",
            "previous_year",
        ),
        (
            {"start_date": "2024-02-01", "end_date": "2024-02-28", "compare": "previous_year"},
            "2024-02-01",
            "2024-02-28",
            "2023-02-01..2023-02-28",
            "previous_year",
        ),
        (
            {"start_date": "2024-01-01", "end_date": "2024-01-31", "compare": "previous_year_weekday"},
            "2024-01-01",
            "2024-01-31",
            "2023-01-02..2023-02-01",
            "previous_year_weekday",
        ),
        (
            {
                "start_date": "2024-01-01",
                "end_date": "2024-01-31",
                "compare_start": "2023-06-01",
                "compare_end": "2023-06-30",
            },
            "2024-01-01",
            "2024-01-31",
            "2023-06-01..2023-06-30",
            "dates",
        ),
    ],
)
def test_kpis_of_a_range_in_words_and_what_it_compares_with(
    client: Client, asked: dict[str, Any], first: str, last: str, before: str, basis: str
) -> None:
    found = kpi(client, **asked)
    assert found.value == revenue(client, first, last)
    assert (found.current_range.start_date, found.current_range.end_date) == (first, last)
    assert f"{found.compared_range.start_date}..{found.compared_range.end_date}" == before
    assert found.previous_value == revenue(client, *before.split(".."))
    assert found.basis == basis
    whole = client.dashboard.GetDashboard(pb.GetDashboardRequest(**asked))
    assert whole.kpis[0] == found
    summary = client.dashboard.GetSummary(pb.GetSummaryRequest(**asked))
    assert summary == whole.summary
    assert (summary.time_range.start_date, summary.time_range.end_date) == (first, last)
    assert summary.compared_range == found.compared_range


def test_a_whole_february_compares_with_a_whole_one(client: Client) -> None:
    found = kpi(client, start_date="2024-02-01", end_date="2024-02-29", compare="previous_year")
    assert found.compared_range.end_date == "2023-02-28"
    assert any("differ in length" in note for note in found.notes)


def test_now_is_the_last_complete_day_of_the_data(client: Client) -> None:
    last = max(s.day for s in client.books.sales)
    found = kpi(client, range="last_7_days")
    assert found.value == revenue(client, str(last - timedelta(days=6)), str(last))
    assert found.notes == []


def test_ranges_that_overlap_say_so(client: Client) -> None:
    dates = {"start_date": "2023-06-01", "end_date": "2023-06-30"}
    found = kpi(client, **dates, compare_start="2023-06-15", compare_end="2023-07-14")
    assert "The ranges overlap: the days they share are in both." in found.notes


def test_the_other_routes_take_words_too(client: Client) -> None:
    asked = {"range": "last_month"}
    chart = pb.GetChartDataRequest(range="last_month", group_by=["none"])
    points = client.dashboard.GetChartData(chart).chart_data
    assert (points[0].date, points[-1].date) == ("2024-01-01", "2024-01-31")
    ai = AiServiceStub(client.channel)
    for answer in (ai.GetInsights(GetInsightsRequest(**asked)), ai.DetectAnomalies(DetectAnomaliesRequest(**asked))):  # type: ignore[arg-type]
        assert (answer.time_range.start_date, answer.time_range.end_date) == ("2024-01-01", "2024-01-31")


@pytest.mark.parametrize(
    ("asked", "field", "text"),
    [
        ({"range": "last_moth"}, "range", "'last_moth' is not known; use one of today, yesterday, wtd, mtd"),
        ({"range": "mtd", "start_date": "2024-01-01"}, "range", "leave out either"),
        ({"range": "mtd", "as_of": "2024-02-30"}, "as_of", "is not in the calendar"),
        ({"start_date": "2024-01-01", "end_date": "2024-01-31", "as_of": "2024-01-31"}, "as_of", "goes with `range`"),
        (
            {"range": "mtd", "compare": "last_year"},
            "compare",
            "use one of previous, previous_year, previous_year_weekday",
        ),
        ({"range": "mtd", "compare": "dates"}, "compare", "needs compare_start and compare_end"),
        ({"range": "mtd", "compare_start": "2024-01-01"}, "compare_end", "is required"),
        (
            {"range": "mtd", "compare": "previous", "compare_start": "2024-01-01", "compare_end": "2024-01-02"},
            "compare",
            "takes no dates",
        ),
        ({}, "start_date", "is required; write a date as YYYY-MM-DD"),
    ],
)
def test_what_is_wrong_is_told(client: Client, asked: dict[str, str], field: str, text: str) -> None:
    with pytest.raises(grpc.RpcError) as error:
        kpi(client, **asked)
    assert text in violations(error.value)[field]
