"""GetForecast through the stub."""

from datetime import date, timedelta

import grpc
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, violations

from bi.v1.analytics_pb2 import ForecastPoint, GetForecastRequest


def cents(points: list[ForecastPoint]) -> list[int]:
    return [round(point.value * 100) for point in points]


def test_the_default_is_thirty_days_after_the_last_one(sample: Client) -> None:
    answer = sample.analytics.GetForecast(GetForecastRequest())
    days = [date(2025, 1, 1) + timedelta(i) for i in range(30)]
    assert [point.date for point in answer.forecast] == [str(day) for day in days]
    assert (answer.metric, answer.granularity) == ("revenue", "day")
    assert (answer.time_range.start_date, answer.time_range.end_date) == ("2025-01-01", "2025-01-30")
    assert (answer.history.start_date, answer.history.end_date) == ("2023-01-01", "2024-12-31")
    assert answer.model
    assert answer.model_reason
    assert sum(member.weight for member in answer.members) == pytest.approx(1, abs=0.01)
    for p in answer.forecast:
        assert 0 <= p.lower_95 <= p.lower_80 <= p.value <= p.upper_80 <= p.upper_95
    record = answer.backtest
    assert record.origins > 3
    assert 0 < record.mase < record.seasonal_naive_mase
    assert 60 <= record.coverage_80 <= record.coverage_95 <= 100


@pytest.mark.parametrize("by", ["category", "region"])
@pytest.mark.parametrize("metric", ["revenue", "orders", "units"])
def test_parts_add_up_to_the_whole(sample: Client, by: str, metric: str) -> None:
    answer = sample.analytics.GetForecast(GetForecastRequest(periods=10, group_by=by, metric=metric))
    assert len(answer.segments) == {"category": 5, "region": 4}[by]
    parts = [cents(list(part.forecast)) for part in answer.segments]
    assert [sum(step) for step in zip(*parts, strict=True)] == cents(list(answer.forecast))
    for part in answer.segments:
        assert bool(part.segment.category) == (by == "category")
        assert all(p.lower_95 <= p.lower_80 <= p.value <= p.upper_80 <= p.upper_95 for p in part.forecast)


def test_the_whole_is_the_same_with_and_without_its_parts(sample: Client) -> None:
    alone = sample.analytics.GetForecast(GetForecastRequest(periods=5))
    split = sample.analytics.GetForecast(GetForecastRequest(periods=5, group_by="region"))
    assert list(alone.forecast) == list(split.forecast)


@pytest.mark.parametrize(
    ("granularity", "first", "second"),
    [
        ("week", "2024-12-30", "2025-01-06"),
        ("month", "2025-01-01", "2025-02-01"),
        ("quarter", "2025-01-01", "2025-04-01"),
    ],
)
def test_coarser_steps_follow_the_last_whole_one(sample: Client, granularity: str, first: str, second: str) -> None:
    answer = sample.analytics.GetForecast(GetForecastRequest(periods=2, granularity=granularity))
    assert [point.date for point in answer.forecast] == [first, second]
    assert answer.history.start_date in {"2023-01-01", "2023-01-02"}
    assert answer.backtest.origins > 3


@pytest.mark.parametrize("metric", ["revenue", "orders", "units"])
def test_days_weeks_and_months_agree(sample: Client, metric: str) -> None:
    def values(granularity: str, periods: int) -> list[float]:
        request = GetForecastRequest(periods=periods, granularity=granularity, metric=metric)
        return [point.value for point in sample.analytics.GetForecast(request).forecast]

    days, weeks, months = values("day", 90), values("week", 5), values("month", 3)
    assert sum(months) == pytest.approx(sum(days), abs=1)  # January to March
    assert sum(weeks[1:]) == pytest.approx(sum(days[5:33]), abs=1)  # from Monday 6 January


def test_further_levels_lie_between(sample: Client) -> None:
    answer = sample.analytics.GetForecast(GetForecastRequest(periods=3, level=[0.9, 0.5]))
    for p in answer.forecast:
        assert [interval.level for interval in p.intervals] == [0.5, 0.9]
        half, ninety = p.intervals
        assert p.lower_95 <= ninety.lower <= p.lower_80 <= half.lower <= half.upper <= p.upper_80 <= ninety.upper


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (GetForecastRequest(periods=0), "periods"),
        (GetForecastRequest(periods=-1), "periods"),
        (GetForecastRequest(periods=366), "periods"),
        (GetForecastRequest(periods=105, granularity="week"), "periods"),
        (GetForecastRequest(metric="customers"), "metric"),
        (GetForecastRequest(metric="average_order_value", group_by="region"), "group_by"),
        (GetForecastRequest(group_by="country"), "group_by"),
        (GetForecastRequest(granularity="auto"), "granularity"),
        (GetForecastRequest(level=[float("nan")]), "level"),
        (GetForecastRequest(level=[1.0]), "level"),
        (GetForecastRequest(level=[0.5, 0.6, 0.7, 0.75, 0.85, 0.9]), "level"),
        (GetForecastRequest(category=["Bokos"]), "category"),
    ],
)
def test_bad_parameters_are_named(sample: Client, request_: GetForecastRequest, field: str) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        sample.analytics.GetForecast(request_)
    assert list(violations(raised.value)) == [field]


@pytest.mark.parametrize("days", [0, 13])
def test_too_little_history_says_how_much_is_needed(servers: Servers, days: int) -> None:
    sales = [Sale(date(2024, 1, 1) + timedelta(i), 1000 + i, 1, "Books", "North", None) for i in range(days)]
    client = servers.serve_rows(Books(tuple(sales), ()))
    with pytest.raises(grpc.RpcError) as raised:
        client.analytics.GetForecast(GetForecastRequest())
    assert isinstance(raised.value, grpc.Call)
    assert raised.value.code() is grpc.StatusCode.FAILED_PRECONDITION
    assert ("14 days" if days else "no sales") in (raised.value.details() or "")


@pytest.mark.parametrize("granularity", ["day", "month"])
def test_what_has_not_been_sold_for_a_year_is_forecast(servers: Servers, granularity: str) -> None:
    first = date(2022, 1, 1)
    rare = [Sale(first + timedelta(i), 5000, 1, "Books", "North", None) for i in (3, 40, 90)]
    daily = [Sale(first + timedelta(i), 1000 + i, 1, "Sports", "North", None) for i in range(700)]
    with servers.serving_rows(Books((*rare, *daily), ())) as client:
        request = GetForecastRequest(periods=3, granularity=granularity, category=["Books"])
        answer = client.analytics.GetForecast(request)
    assert all(0 <= point.lower_95 <= point.value <= point.upper_95 < 10_000 for point in answer.forecast)
    assert "more than repeating the last season" in answer.model_reason
