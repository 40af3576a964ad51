"""GetTrends through the stub."""

from collections.abc import Callable
from datetime import date, timedelta

import grpc
import numpy as np
import pytest
from tests.rpc.rows import Books, Sale, Visit
from tests.rpc.serving import Client, Servers, violations
from tests.rpc.test_insights import ask

from bi.v1.analytics_pb2 import GetTrendsRequest


def test_the_default_is_thirty_days_of_revenue_up_to_the_last_one(sample: Client) -> None:
    answer = sample.analytics.GetTrends(GetTrendsRequest())
    assert answer.metric == "revenue"
    assert (answer.time_range.start_date, answer.time_range.end_date) == ("2024-12-02", "2024-12-31")
    assert [p.date for p in answer.points] == [str(date(2024, 12, 2) + timedelta(i)) for i in range(30)]
    by_day = dict.fromkeys((date(2024, 11, 26) + timedelta(i) for i in range(36)), 0)
    for sale in sample.books.sales:
        if sale.day in by_day:
            by_day[sale.day] += sale.cents
    for point in answer.points:
        day = date.fromisoformat(point.date)
        assert round(point.value * 100) == by_day[day]
        week = [by_day[day - timedelta(back)] for back in range(7)]
        assert point.moving_average == pytest.approx(sum(week) / 700, abs=0.006)
        assert point.filled == (by_day[day] == 0)
    assert answer.direction.trend in {"up", "down", "flat"}
    assert answer.direction.explanation


STARTS = {
    "1d": "2024-12-31",
    "12w": "2024-10-09",
    "6m": "2024-07-01",
    "2q": "2024-07-01",
    "1y": "2024-01-01",
    "2Y": "2023-01-01",
}


@pytest.mark.parametrize(("period", "start"), STARTS.items())
def test_periods_end_on_the_last_day_with_data(sample: Client, period: str, start: str) -> None:
    answer = sample.analytics.GetTrends(GetTrendsRequest(period=period))
    assert (answer.time_range.start_date, answer.time_range.end_date) == (start, "2024-12-31")


def test_the_season_that_was_put_in_is_found(sample: Client) -> None:
    season = sample.analytics.GetTrends(GetTrendsRequest(period="1y", metric="orders")).seasonality
    weekdays = {day.name: day.index for day in season.weekdays}
    assert list(weekdays) == ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    assert max(weekdays, key=weekdays.__getitem__) in {"Friday", "Saturday"}
    assert sum(weekdays.values()) == pytest.approx(7, abs=0.01)
    months = {month.name: month.index for month in season.months}
    assert max(months, key=months.__getitem__) == "December"
    assert 0 < season.weekly_strength < 1
    assert 0 < season.yearly_strength < 1


def test_performers_are_ranked_by_plain_sums(sample: Client) -> None:
    answer = sample.analytics.GetTrends(GetTrendsRequest(period="1m"))
    performers = [p for p in (*answer.top_performers, *answer.bottom_performers) if p.dimension == "category"]
    totals: dict[str, int] = {}
    for sale in sample.books.sales:
        if date(2024, 12, 1) <= sale.day <= date(2024, 12, 31):
            totals[sale.category] = totals.get(sale.category, 0) + sale.cents
    assert {p.name: round(p.value * 100) for p in performers} == totals
    assert [p.name for p in sorted(performers, key=lambda p: p.rank)] == sorted(totals, key=lambda n: -totals[n])
    assert sum(p.share for p in performers) == pytest.approx(100, abs=0.05)


def test_metrics_tied_by_definition_are_marked(sample: Client) -> None:
    pairs = sample.analytics.GetTrends(GetTrendsRequest()).correlations
    assert pairs
    assert all(abs(pair.coefficient) <= 1 and pair.p_value < 0.05 and -14 <= pair.lag_days <= 14 for pair in pairs)
    tied = {frozenset((pair.first, pair.second)) for pair in pairs if pair.related_by_definition}
    assert frozenset(("orders", "conversion_rate")) in tied


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (GetTrendsRequest(period="30"), "period"),
        (GetTrendsRequest(period="0d"), "period"),
        (GetTrendsRequest(period="-7d"), "period"),
        (GetTrendsRequest(period="11y"), "period"),
        (GetTrendsRequest(period="month"), "period"),
        (GetTrendsRequest(metric="profit"), "metric"),
        (GetTrendsRequest(metric="customers"), "metric"),
        (GetTrendsRequest(category=["x"]), "category"),
    ],
)
def test_bad_parameters_are_named(sample: Client, request_: GetTrendsRequest, field: str) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        sample.analytics.GetTrends(request_)
    assert list(violations(raised.value)) == [field]


@pytest.mark.parametrize("days", [1, 6, 13])
def test_a_young_store_is_answered_honestly(servers: Servers, days: int) -> None:
    sales = [Sale(date(2024, 1, 1) + timedelta(i), 1000 + 7 * i, 1, "Books", "North", None) for i in range(days)]
    answer = servers.serve_rows(Books(tuple(sales), ())).analytics.GetTrends(GetTrendsRequest())
    assert answer.direction.trend == "flat"
    assert "short" in answer.direction.explanation
    assert not answer.seasonality.HasField("yearly_strength")
    assert answer.seasonality.reason


def test_an_empty_store_has_no_now(stores: dict[str, Client]) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        stores["empty"].analytics.GetTrends(GetTrendsRequest())
    assert isinstance(raised.value, grpc.Call)
    assert raised.value.code() is grpc.StatusCode.FAILED_PRECONDITION


def shop(first: date, last: date, cents: Callable[[date], float], category: str = "Books") -> list[Sale]:
    """A sale a day, of so many cents give or take a twentieth."""
    noise = np.random.default_rng(first.toordinal())
    span = range(first.toordinal(), last.toordinal() + 1)
    days = [date.fromordinal(day) for day in span]
    return [Sale(d, round(cents(d) * noise.normal(1, 0.05)), 1, category, "North") for d in days]


@pytest.fixture(scope="module")
def decembers(servers: Servers) -> Client:
    """Three years whose Decembers are twice an ordinary month, and a category that was launched in August 2024."""
    books = shop(date(2022, 1, 1), date(2024, 12, 31), lambda d: 20_000 if d.month == 12 else 10_000)
    return servers.serve_rows(Books(tuple(books + shop(date(2024, 8, 1), date(2024, 12, 31), lambda _: 5000, "New"))))


@pytest.mark.parametrize("period", ["30d", "90d", "1y", "2y"])
def test_a_december_of_twice_the_usual_is_no_trend(decembers: Client, period: str) -> None:
    answer = decembers.analytics.GetTrends(GetTrendsRequest(period=period, category=["Books"]))
    assert answer.direction.trend == "flat"
    assert answer.direction.season_removed
    assert not answer.change_points
    months = {month.name: month.index for month in answer.seasonality.months}
    ordinary = sorted(months.values())[5]
    assert months.pop("December") / ordinary == pytest.approx(2, abs=0.1)
    assert all(index / ordinary == pytest.approx(1, abs=0.05) for index in months.values())


def test_a_launch_is_the_first_day_that_is_looked_at(decembers: Client) -> None:
    answer = decembers.analytics.GetTrends(GetTrendsRequest(period="1y", category=["New"]))
    assert answer.direction.start_date == "2024-08-01"
    assert answer.direction.trend == "flat"
    assert not answer.change_points
    assert all(pair.days <= 153 for pair in answer.correlations)


@pytest.mark.parametrize(("last", "trend", "percent"), [(10_000, "down", -90), (400_000, "up", 300)])
def test_the_size_is_the_end_against_the_start(servers: Servers, last: float, trend: str, percent: float) -> None:
    start = date(2024, 1, 1)

    def cents(day: date) -> float:
        return 100_000 + (last - 100_000) * max((day - start).days, 0) / 365

    client = servers.serve_rows(Books(tuple(shop(date(2023, 1, 1), date(2024, 12, 31), cents))))
    found = client.analytics.GetTrends(GetTrendsRequest(period="1y")).direction
    assert found.trend == trend
    assert found.percent == pytest.approx(percent, abs=15 if percent > 0 else 2)
    insight = ask(client, start_date="2024-01-01", end_date="2024-12-31", limit=20)
    (told,) = [claim for claim in insight.insights if claim.type == "trend"]
    assert {fact.metric: fact.value for fact in told.evidence}["revenue_trend_percent"] == found.percent
    assert f"by {abs(found.percent):.1f}% over the period" in told.text


def test_percentages_move_by_points(servers: Servers) -> None:
    noise = np.random.default_rng(5)
    sales, visits = [], []
    for i in range(200):
        day = date(2024, 1, 1) + timedelta(i)
        rate = 0.02 if i < 120 else 0.03
        sales += [Sale(day, 1000, 1, "Books", "North")] * int(noise.binomial(3000, rate))
        visits.append(Visit(day, "Books", "North", 3000))
    client = servers.serve_rows(Books(tuple(sales), tuple(visits)))
    answer = client.analytics.GetTrends(GetTrendsRequest(period="180d", metric="conversion_rate"))
    assert answer.direction.trend == "up"
    assert not answer.direction.HasField("percent")
    assert 0.5 < answer.direction.percentage_points < 2
    assert "percentage points" in answer.direction.explanation
    (step,) = answer.change_points
    assert abs((date.fromisoformat(step.date) - date(2024, 4, 30)).days) < 4
    assert step.percentage_points == pytest.approx(1, abs=0.2)
    assert not step.HasField("percent")
    assert {one.change_unit for one in answer.top_performers} == {"percentage_points"}
    assert step.stayed
    assert step.lasted_until == ""
