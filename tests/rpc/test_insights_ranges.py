"""What insights compare a range with, and what they say where it cannot be compared."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers
from tests.rpc.test_insights import ask


def business(first: date, last: date, *regions: str, cents: Callable[[date], int] = lambda _: 10_000) -> list[Sale]:
    """A sale a day in every region."""
    days = [first + timedelta(days=i) for i in range((last - first).days + 1)]
    return [Sale(day, cents(day), 1, "A", region) for day in days for region in regions]


def first_text(client: Client, start: str, end: str, **more: Any) -> str:
    return ask(client, start_date=start, end_date=end, **more).insights[0].text


@pytest.fixture(scope="module")
def steady(servers: Servers) -> Client:
    """100 a day from December 2022 to the 15th of June 2024."""
    return servers.serve_rows(Books(tuple(business(date(2022, 12, 1), date(2024, 6, 15), "R"))))


@pytest.fixture(scope="module")
def regions(servers: Servers) -> Client:
    """North throughout; West ends with August 2024, South begins on July 10."""
    last = date(2024, 9, 30)
    sales = business(date(2023, 1, 1), last, "North") + business(date(2023, 1, 1), date(2024, 8, 31), "West")
    return servers.serve_rows(Books(tuple(sales + business(date(2024, 7, 10), last, "South"))))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2024-06-01", "2024-06-30", "was $1,500 from June 1 to 15, 2024, the same as from May 1 to 15, 2024."),
        ("2024-04-01", "2024-06-30", "the same as from January 1 to March 16, 2024."),
        (
            "2024-05-01",
            "2024-05-31",
            "rose 3.3% to $3,100 in May 2024, from $3,000 in April 2024 (average day unchanged: 31",
        ),
        ("2023-01-01", "2023-12-31", "was $36,500 in 2023; the data begins on December 1, 2022, so there is no whole"),
        ("2022-12-01", "2022-12-31", "no earlier data exists"),
        (
            "2024-07-01",
            "2024-07-31",
            "There is no data in July 2024; data exists from December 1, 2022 to June 15, 2024",
        ),
    ],
)
def test_a_flat_business_never_grows(steady: Client, start: str, end: str, said: str) -> None:
    answer = ask(steady, start_date=start, end_date=end)
    assert said in answer.insights[0].text
    assert {insight.type for insight in answer.insights} <= {"growth", "no_data", "year_ago", "nothing_unusual"}


@pytest.mark.parametrize(
    ("start", "end", "region", "said"),
    [
        ("2024-09-01", "2024-09-30", "West", "West has had no revenue since August 31, 2024; it brought in $3,100"),
        (
            "2024-11-01",
            "2024-11-30",
            "West",
            "There is no data of West in November 2024; data exists from January 1, 2023 to August 31, 2024",
        ),
        (
            "2024-03-01",
            "2024-03-31",
            "South",
            "no data of South in March 2024; data exists from July 10 to September 30, 2024",
        ),
        ("2024-08-01", "2024-08-31", "South", "South was $3,100 in August 2024; sales began on July 10, 2024."),
        ("2024-07-01", "2024-07-31", "South", "South was $2,200 in July 2024; sales began on July 10, 2024."),
    ],
)
def test_a_part_that_begins_or_ends(regions: Client, start: str, end: str, region: str, said: str) -> None:
    assert said in first_text(regions, start, end, region=[region])


def test_the_day_that_goes_on_is_left_out(servers: Servers) -> None:
    def hours(day: date) -> str:
        return "09:00:00" if day == date(2024, 2, 12) else "18:00:00"

    rows = [
        Sale(sale.day, sale.cents, 1, "A", "R", time=hours(sale.day))
        for sale in business(
            date(2023, 11, 1), date(2024, 2, 12), "R", cents=lambda day: 900 if day.day == 12 else 9000
        )
    ]
    client = servers.serve_rows(Books(tuple(rows), last_day_is_over=False))
    assert first_text(client, "2024-02-01", "2024-02-12") == (
        "Revenue was $990.00 from February 1 to 11, 2024, the same as from January 20 to 30, 2024."
    )
    assert first_text(client, "2024-02-12", "2024-02-12") == (
        "Revenue was $9.00 so far on February 12, 2024, which is still going on."
    )


@pytest.fixture(scope="module")
def leap(servers: Servers) -> Client:
    """100 a day for two years, of which one has a 29th of February."""
    return servers.serve_rows(Books(tuple(business(date(2023, 3, 1), date(2025, 2, 28), "R"))))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (
            "2025-02-01",
            "2025-02-28",
            "3.5% below the $2,900 in February 2024 (average day unchanged: 28 days against 29 days).",
        ),
        ("2025-01-01", "2025-02-28", "from January 1 to February 29, 2024 (average day unchanged: 59 days against 60"),
        ("2024-02-29", "2024-02-29", "Nothing unusual on February 29, 2024: 1 day was checked."),
    ],
)
def test_days_more_or_less_are_told(leap: Client, start: str, end: str, said: str) -> None:
    assert any(said in insight.text for insight in ask(leap, start_date=start, end_date=end).insights)


def test_the_shortest_month_of_a_flat_business_is_no_record(leap: Client) -> None:
    assert "record" not in {i.type for i in ask(leap, start_date="2025-01-01", end_date="2025-02-28").insights}


def test_a_week_compares_with_the_same_weekdays_of_last_year(servers: Servers) -> None:
    def busy_saturdays(day: date) -> int:
        return 50_000 if day.weekday() == 5 else 10_000

    sales = business(date(2022, 12, 1), date(2024, 6, 15), "R", cents=busy_saturdays)
    client = servers.serve_rows(Books(tuple(sales)))
    for start, end in (("2024-06-08", "2024-06-09"), ("2024-06-10", "2024-06-15")):
        assert not any(i.type == "year_ago" for i in ask(client, start_date=start, end_date=end).insights)
    month = ask(client, start_date="2024-06-01", end_date="2024-06-30").insights
    assert any("from June 1 to 15, 2023" in i.text for i in month if i.type == "year_ago")


def test_a_month_with_dark_days_shifts_no_share(servers: Servers) -> None:
    rng, sales = np.random.default_rng(8), []
    for day in (date(2023, 1, 1) + timedelta(days=i) for i in range(609)):
        dark = date(2024, 7, 9) <= day <= date(2024, 7, 17)
        for region, usual in {} if dark else {"North": 400, "South": 320, "West": 240}.items():
            sales.append(Sale(day, int(rng.gamma(20, 5 * usual)), 1, "A", region))
    told = ask(servers.serve_rows(Books(tuple(sales))), start_date="2024-08-01", end_date="2024-08-31", limit=20)
    assert "adjusted_change" in {insight.type for insight in told.insights}
    assert "concentration" not in {insight.type for insight in told.insights}


def test_what_began_last_month_and_fell_is_no_driver(servers: Servers) -> None:
    old = business(date(2023, 1, 1), date(2024, 6, 30), "North")
    new = business(date(2024, 5, 6), date(2024, 5, 31), "New", cents=lambda _: 30_000)
    new += business(date(2024, 6, 1), date(2024, 6, 30), "New", cents=lambda _: 15_000)
    client = servers.serve_rows(Books(tuple(old + new)))
    may, june = (
        ask(client, start_date=f"2024-{m}-01", end_date=f"2024-{m}-30", limit=20).insights for m in ("05", "06")
    )
    assert any("its sales began on May 6, 2024" in insight.text for insight in may)
    assert not any("began" in insight.text for insight in june)


def test_days_missing_at_the_end_bend_no_course_of_a_part(servers: Servers) -> None:
    rng, sales = np.random.default_rng(0), []
    days = [date(2024, 2, 13) + timedelta(days=i) for i in range(196)]
    for region, size in (("North", 3), ("West", 1), ("East", 2)):
        cents = size * rng.gamma(60, [1100 if day.weekday() > 4 else 600 for day in days])
        sales += [Sale(day, int(value), 1, "A", region) for day, value in zip(days, cents, strict=True)]
    sales.append(Sale(date(2024, 8, 31), 100, 1, "A", "North"))  # and nothing on the four days before
    told = ask(servers.serve_rows(Books(tuple(sales))), start_date="2024-08-18", end_date="2024-08-31", limit=20)
    types = {insight.type for insight in told.insights}
    assert "data_problem" in types
    assert not types & {"trend", "change_point", "record", "correlation"}
