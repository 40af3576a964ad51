"""Shops of a few orders a day of very different size: the number of orders tells whether a day's rows are missing."""

from datetime import date, timedelta

import numpy as np
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers
from tests.rpc.test_anomalies import detect
from tests.rpc.test_insights import ask

FIRST = date(2023, 1, 2)
DAYS = [FIRST + timedelta(days=i) for i in range(547)]
RANGE = (str(DAYS[0]), str(DAYS[-1]))
MISSING = date(2024, 2, 14)


def shop(seed: int, orders: float, missing: date | None = None, idle: float = 0.0, together: int = 1) -> Books:
    """So many orders a day with a lognormal amount each (sigma 1), fewer on Sundays; `idle` is the share of days on
    which it does not sell. Orders come in groups of up to `together`, so that days vary more than by chance."""
    random = np.random.default_rng(seed)
    groups = [
        0 if day == missing or random.random() < idle else random.poisson(orders / (1 + together) * 2 * weekday(day))
        for day in DAYS
    ]
    counts = [int(random.integers(1, together + 1, n).sum()) for n in groups]
    return Books(
        tuple(
            Sale(day, round(cents), 1, "AB"[i % 2], ("North", "South")[i // 2 % 2])
            for day, count in zip(DAYS, counts, strict=True)
            for i, cents in enumerate(random.lognormal(8.5, 1, count).tolist())
        )
    )


def weekday(day: date) -> float:
    return 0.8 if day.weekday() == 6 else 1.0


def missing_days(client: Client, metric: str = "revenue") -> list[str]:
    """Of the whole business."""
    found = detect(client, *RANGE, metric=metric).anomalies
    return [a.date for a in found if a.kind == "missing_data" and not (a.segment.category or a.segment.region)]


@pytest.fixture(scope="module", params=range(3))
def incomplete(servers: Servers, request: pytest.FixtureRequest) -> Client:
    return servers.serve_rows(shop(request.param, 12, MISSING))


@pytest.mark.parametrize("metric", ["revenue", "orders", "units"])
def test_a_day_without_an_order_is_missing_where_there_are_a_dozen(incomplete: Client, metric: str) -> None:
    assert missing_days(incomplete, metric=metric) == [str(MISSING)]
    (day,) = detect(incomplete, str(MISSING), str(MISSING), metric=metric).expected
    assert day.value == 0 < day.lower < day.expected


def test_insights_tell_it_as_a_problem_of_the_data(incomplete: Client) -> None:
    told = ask(incomplete, start_date="2024-02-01", end_date="2024-02-29").insights
    assert [i.type for i in told if "February 14" in i.text] == ["data_problem"]


def test_mondays_that_are_holidays_hide_no_other_monday(servers: Servers) -> None:
    closed = {"2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28", "2023-12-25", "2024-01-01", "2024-04-01"}
    missing = {"2023-06-19", "2024-03-04"}
    sales = [sale for sale in shop(1, 40).sales if str(sale.day) not in closed | missing]
    assert missing <= set(missing_days(servers.serve_rows(Books(tuple(sales)))))


def test_of_daily_totals_a_day_without_rows_is_missing_although_there_is_but_a_row_a_day(servers: Servers) -> None:
    random = np.random.default_rng(4)
    totals = [(day, round(cents)) for day, cents in zip(DAYS, random.lognormal(13, 0.2, len(DAYS)), strict=True)]
    rows = [Sale(day, cents, 1, "A", region) for day, cents in totals for region in ("North", "South")]
    for books in (rows, rows[::2]):
        client = servers.serve_rows(Books(tuple(sale for sale in books if sale.day != MISSING)))
        assert missing_days(client) == [str(MISSING)]


@pytest.mark.parametrize(
    ("orders", "idle", "together"),
    [
        (4, 0.0, 1),
        (12, 0.12, 1),  # it does not sell on one day in eight, whatever it sells on others
        (12, 0.4, 1),
        (12, 0.0, 9),
    ],
)
@pytest.mark.parametrize("seed", [5, 6])
def test_a_day_without_an_order_is_nothing_where_it_is_one_of_many(
    servers: Servers, seed: int, orders: float, idle: float, together: int
) -> None:
    books = shop(seed, orders, MISSING, idle, together)
    client = servers.serve_rows(books)
    assert len(DAYS) - len({sale.day for sale in books.sales}) >= 3
    for metric in ("revenue", "orders"):
        assert missing_days(client, metric=metric) == []
