"""Months or years without a row of any part of the business: nobody knows what they brought."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers
from tests.rpc.test_insights import ask

from bi.v1.ai_pb2 import Insight
from bi.v1.analytics_pb2 import GetTrendsRequest

FIRST, BEFORE, AFTER, LAST = date(2013, 1, 1), date(2014, 11, 20), date(2018, 1, 1), date(2019, 12, 31)
STEP = date(2014, 5, 5)


def rows(level: Callable[[date], float]) -> list[Sale]:
    """About so many orders of $50 a day, in two regions and two categories."""
    random = np.random.default_rng(3)
    days = [FIRST + timedelta(days=i) for i in range((LAST - FIRST).days + 1)]
    return [
        Sale(day, round(float(random.normal(5_000, 800))), 1, str(random.choice(["A", "B"])), region)
        for day in days
        for region in ("North", "South")
        for _ in range(random.poisson(level(day) / 2))
    ]


@pytest.fixture(scope="module", params=[0.5, 1.6], ids=["halved", "more"])
def two_shops(servers: Servers, request: pytest.FixtureRequest) -> Client:
    """Eight orders a day until November 2014, other ones from May 5 on; then nothing until 2018, and forty since."""

    def level(day: date) -> float:
        if BEFORE < day < AFTER:
            return 0
        return 40 if day >= AFTER else 8 * (request.param if day >= STEP else 1)

    return servers.serve_rows(Books(tuple(rows(level))))


def told(client: Client, start: str, end: str) -> list[Insight]:
    return list(ask(client, start_date=start, end_date=end, limit=20).insights)


def test_a_level_is_not_told_over_years_without_data(two_shops: Client) -> None:
    (step,) = [i for i in told(two_shops, "2014-04-01", "2014-06-30") if i.type == "change_point"]
    assert "on May" in step.text
    assert "until" not in step.text
    assert "since" not in step.text


def test_a_gap_is_told_once_and_nothing_is_read_from_it(two_shops: Client) -> None:
    found = told(two_shops, "2014-11-01", "2014-12-31")
    (gap,) = [i.text for i in found if i.type == "data_problem"]
    assert gap.startswith("Revenue was $0.00 from November 21, 2014 to December 31, 2017; data may be missing")
    assert {i.type for i in found} <= {"growth", "data_problem", "year_ago", "breakdown", "driver", "detractor"}
    assert not [i for i in found if "no revenue" in i.text or "last sales" in i.text]


def test_what_follows_on_a_gap_has_nothing_to_compare_with(two_shops: Client) -> None:
    first, *others = told(two_shops, "2018-01-01", "2018-03-31")
    assert first.text.endswith("; no data exists from October 1 to December 31, 2017 to compare with.")
    assert {i.type for i in others} <= {"data_problem", "record"}


def test_the_season_of_a_shop_that_closes_every_winter_is_no_end(servers: Servers) -> None:
    client = servers.serve_rows(Books(tuple(rows(lambda day: 12 if 4 <= day.month <= 10 else 0))))
    (first, *others) = told(client, "2019-01-01", "2019-12-31")
    assert first.type == "growth"
    assert not [i.text for i in others if i.type in ("change_point", "trend", "record")]
    assert not [i.text for i in others if "no revenue" in i.text]


def test_a_shop_with_few_sales_has_no_gaps(servers: Servers) -> None:
    client = servers.serve_rows(Books(tuple(rows(lambda _: 0.05))))
    for year in range(2014, 2020):
        assert "data_problem" not in {i.type for i in told(client, f"{year}-01-01", f"{year}-12-31")}


def test_days_that_are_missing_at_the_end_are_no_trend(servers: Servers) -> None:
    sales = [sale for sale in rows(lambda day: 20 if day >= AFTER else 0) if sale.day >= AFTER]
    stray = Sale(LAST, 100, 1, "A", "North")
    client = servers.serve_rows(Books((*[sale for sale in sales if sale.day <= LAST - timedelta(days=8)], stray)))
    for period in ("30d", "90d"):
        answer = client.analytics.GetTrends(GetTrendsRequest(period=period))
        assert answer.direction.trend == "flat"
        assert abs(answer.direction.percent) < 25
        assert not answer.change_points
        assert answer.points[-2].value == 0
