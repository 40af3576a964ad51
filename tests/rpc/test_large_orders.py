"""A change that one order carries, told from the rows: insights and the notes of a comparison."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from sqlalchemy import text
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, write

from bi.v1.ai_pb2 import GetInsightsRequest
from bi.v1.ai_pb2_grpc import AiServiceStub
from bi.v1.analytics_pb2 import ComparePeriodsRequest
from bi_server.store.engine import open_engine

FIRST, BIG_DAY = date(2024, 1, 1), date(2024, 8, 14)
SEPTEMBER = {"start_date": "2024-09-01", "end_date": "2024-09-30"}
AUGUST = {"start_date": "2024-08-01", "end_date": "2024-08-31"}


def shop(big: int = 3_000_000) -> Books:
    """Nine months of a dozen orders a day, growing; in August one order of 30,000, in three lines."""
    rng, sales = np.random.default_rng(4), []
    for n in range(274):
        day = FIRST + timedelta(days=n)
        for i in range(12):
            cents = int(rng.gamma(4.0, 2500) * (1 + n / 400))
            sales.append(Sale(day, cents, 1, ("Books", "Sports")[i % 2], ("North", "South")[i % 3 // 2], f"C{n}-{i}"))
    lines = [Sale(BIG_DAY, big // 3, 5, category, "South", "Jane") for category in ("Books", "Books", "Sports")]
    return Books((*sales, *lines))


def texts(client: Client, type_: str = "single_order", **more: object) -> list[str]:
    request = GetInsightsRequest(limit=20, **more)  # type: ignore[arg-type]
    answer = AiServiceStub(client.channel).GetInsights(request)
    return [insight.text for insight in answer.insights if insight.type == type_]


def test_one_customer_of_many_orders_is_told(servers: Servers) -> None:
    """Twenty orders of August, each of usual size, from one customer who had ordered twice in July."""
    regular = [sale for sale in shop().sales if sale.customer != "Jane"]
    jane = [Sale(date(2024, 8, 1 + i), 60_000, 2, "Books", "South", "Jane") for i in range(20)]
    jane += [Sale(date(2024, 7, 3 + i), 60_000, 2, "Books", "South", "Jane") for i in range(2)]
    books = Books((*regular, *jane))
    for shown, named in ((False, "A single customer"), (True, "Customer “Jane”")):
        url = servers.database()
        write(url, books)
        client = servers.serve(url, books, show_ids=shown)
        (told,) = texts(client, "single_customer", **AUGUST)
        assert told.startswith(f"{named} makes up most of the rise in revenue in August 2024 (+$")
        assert told.endswith("): $12,000, after $1,200 in July 2024.")
        assert texts(client, "single_customer", **AUGUST, region=["north"]) == []
        assert texts(client, "single_customer", **SEPTEMBER, region=["north"]) == []


def lines_of_one_order(url: str) -> None:
    engine = open_engine(url)
    count = len(shop().sales)
    with engine.execution_options(writes=True).begin() as connection:
        for line, row in enumerate(range(count - 3, count), start=1):
            query = text("UPDATE sales_data SET order_id = :id, order_line = :line WHERE order_id = :was")
            connection.execute(query, {"id": "BIG", "line": line, "was": f"O{row}"})
    engine.dispose()


def serve(servers: Servers, **settings: object) -> Client:
    url, books = servers.database(), shop()
    write(url, books)
    lines_of_one_order(url)
    return servers.serve(url, books, **settings)


@pytest.fixture(scope="module")
def client(any_servers: Servers) -> Client:
    return serve(any_servers)


def test_an_order_that_turns_the_change_is_told_with_what_is_left(client: Client) -> None:
    (told,) = texts(client, **SEPTEMBER)
    assert told.startswith("Revenue fell ")
    assert "in September 2024; without the order of $30,000 on August 14, 2024 it rose " in told
    sums = {month: sum(s.cents for s in client.books.sales if s.day.month == month) for month in (8, 9)}
    without = (sums[9] / (sums[8] - 3_000_000) - 1) * 100
    assert told.endswith(f" it rose {without:.1f}%.")


def test_an_order_that_makes_the_change_is_told(client: Client) -> None:
    (told,) = texts(client, **AUGUST)
    assert told.startswith(
        "The order of $30,000 on August 14, 2024 makes up most of the rise in revenue in August 2024"
    )


def test_only_what_lies_in_the_selection_counts(client: Client) -> None:
    assert texts(client, **AUGUST, region=["north"]) == []
    (told,) = texts(client, **AUGUST, category=["books"])
    assert "The order of $20,000 on August 14, 2024" in told


def test_quiet_months_have_no_such_order(client: Client) -> None:
    for month in range(3, 8):
        last = (date(2024, month + 1, 1) - timedelta(days=1)).isoformat()
        assert texts(client, start_date=f"2024-{month:02}-01", end_date=last) == []


def test_comparison_notes_the_turn(client: Client) -> None:
    ranges: dict[str, Any] = dict(zip(("previous_start", "previous_end"), AUGUST.values(), strict=True)) | dict(
        zip(("current_start", "current_end"), SEPTEMBER.values(), strict=True)
    )
    notes = client.analytics.ComparePeriods(ComparePeriodsRequest(**ranges)).notes
    assert any("without the order of 30,000.00 on 2024-08-14" in note for note in notes)


def test_ids_are_told_where_they_may_be(servers: Servers) -> None:
    shown = serve(servers, show_ids=True)
    (told,) = texts(shown, **AUGUST)
    assert told.startswith("The order BIG by “Jane” of $30,000")


def test_a_change_of_everything_alike_is_noted_and_has_no_cause(servers: Servers) -> None:
    days = [FIRST + timedelta(days=n) for n in range(60)]
    books = Books(
        tuple(
            Sale(day, (10_000 + 100 * (n % 7) + 10 * i) // (2 if n >= 30 else 1), 1, category, region, f"C{i}")
            for n, day in enumerate(days)
            for i, (category, region) in enumerate((c, r) for c in ("Books", "Sports") for r in ("North", "South"))
        )
    )
    with servers.serving_rows(books) as client:
        ranges: dict[str, Any] = {
            "previous_start": str(days[0]),
            "previous_end": str(days[29]),
            "current_start": str(days[30]),
            "current_end": str(days[59]),
        }
        answer = client.analytics.ComparePeriods(ComparePeriodsRequest(**ranges))
    assert not answer.drivers.causes
    assert any("stands out" in note for note in answer.notes)


def test_an_order_that_comes_every_month_is_no_incident(servers: Servers) -> None:
    books = shop(0)
    orders = tuple(
        Sale(date(2024, month, 27), 3_000_000 + 100_000 * month, 1, "Books", "South", "Jane") for month in range(1, 10)
    )
    client = servers.serve_rows(Books((*books.sales, *orders)))
    assert texts(client, **SEPTEMBER) == []
    assert texts(client, **AUGUST) == []
