"""The rows behind a figure: they add up to it, page by page, whatever the filter."""

from datetime import date, datetime

import grpc
import pytest
from sqlalchemy import text
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, violations, write
from tests.rpc.stores import STORES

from bi.v1.dashboard_pb2 import GetKpisRequest
from bi.v1.data_pb2 import ListRowsRequest, SalesRow
from bi_server.store.engine import opened

YEAR = {"start_date": "2023-01-01", "end_date": "2023-12-31"}


@pytest.fixture(scope="module")
def client(any_servers: Servers) -> Client:
    url = any_servers.database()
    write(url, STORES["regular"])
    return any_servers.serve(url, STORES["regular"])


def listed(client: Client, size: int, **asked: object) -> list[SalesRow]:
    """All pages; each says the same of all of them."""
    found: list[SalesRow] = []
    totals, token = set(), ""
    while True:
        page = client.data.ListRows(ListRowsRequest(page_size=size, page_token=token, **asked))  # type: ignore[arg-type]
        assert len(page.rows) == size or not page.next_page_token
        found += page.rows
        totals.add((page.total_rows, page.total_revenue, page.total_units))
        token = page.next_page_token
        if not token:
            break
    assert len(totals) == 1
    count, revenue, units = totals.pop()
    assert len(found) == count
    assert round(sum(row.revenue for row in found), 2) == revenue
    assert sum(row.units for row in found) == units
    return found


FILTERS: list[dict[str, list[str]]] = [
    {},
    {"category": ["books"]},
    {"region": ["South"]},
    {"category": ["Sports"], "region": ["South", "North"]},
]


@pytest.mark.parametrize("size", [7, 50, 1000])
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_rows_are_those_of_the_figure(client: Client, size: int, filters: dict[str, list[str]]) -> None:
    found = listed(client, size, **YEAR, **filters)

    def wanted(dimension: str, name: str) -> bool:
        return dimension not in filters or name.casefold() in {n.casefold() for n in filters[dimension]}

    sold = [
        s
        for s in client.books.sales
        if s.day.year == 2023 and wanted("category", s.category) and wanted("region", s.region)
    ]
    assert sorted((r.time[:10], r.revenue, r.units, r.category, r.region) for r in found) == sorted(
        (s.day.isoformat(), s.cents / 100, float(s.units), s.category, s.region) for s in sold
    )
    assert [r.time for r in found] == sorted(r.time for r in found)
    kpis = client.dashboard.GetKpis(GetKpisRequest(**YEAR, **filters)).kpis  # type: ignore[arg-type]
    assert kpis[0].value == round(sum(r.revenue for r in found), 2)
    assert {k.id: k for k in kpis}["orders"].value == sum(r.is_order for r in found)


def test_ids_are_shown_where_they_may_be(servers: Servers, client: Client) -> None:
    (row,) = client.data.ListRows(ListRowsRequest(**YEAR, page_size=1)).rows
    assert not row.HasField("order_id")
    assert not row.HasField("customer_id")
    url = servers.database()
    write(url, STORES["regular"])
    shown = servers.serve(url, STORES["regular"], show_ids=True)
    (row,) = shown.data.ListRows(ListRowsRequest(**YEAR, page_size=1)).rows
    assert row.order_id
    assert row.customer_id == "C0"


def test_other_spellings_of_a_name_are_found(any_servers: Servers) -> None:
    """Rows that another tool wrote, as it spelled them."""
    url, books = any_servers.database(), Books((Sale(date(2024, 1, 1), 100, 1, "Books", "North"),))
    write(url, books)
    client = any_servers.serve(url, books)
    insert(url, datetime(2024, 1, 2), 2.5, " BOOKS", "north")
    found = listed(client, 1, range="all", category=["books"])
    assert [(r.revenue, r.category, r.region) for r in found] == [(1.0, "Books", "North"), (2.5, "Books", "North")]


def test_rows_that_come_in_meanwhile_move_no_page(servers: Servers) -> None:
    url = servers.database()
    books = Books(tuple(Sale(date(2024, 1, 1 + i), 100 + i, 1, "Books", "North") for i in range(6)))
    write(url, books)
    client = servers.serve(url, books)
    first = client.data.ListRows(ListRowsRequest(range="all", page_size=3))
    insert(url, datetime(2024, 1, 1, 12), 0.07, "Books", "North")
    second = client.data.ListRows(ListRowsRequest(range="all", page_size=3, page_token=first.next_page_token))
    assert [row.revenue for row in (*first.rows, *second.rows)] == [1.0, 1.01, 1.02, 1.03, 1.04, 1.05]
    assert (first.total_rows, second.total_rows) == (6, 7)
    assert second.data_version > first.data_version


def insert(url: str, time: datetime, revenue: float, category: str, region: str) -> None:
    with opened(url) as engine, engine.execution_options(writes=True).begin() as connection:
        query = text(
            "INSERT INTO sales_data (date, revenue, units_sold, product_category, region)"
            " VALUES (:time, :revenue, 1, :category, :region)"
        )
        row = {"time": time.isoformat(" "), "revenue": revenue, "category": category, "region": region}
        connection.execute(query, row)


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ({**YEAR, "page_size": 0}, "page_size"),
        ({**YEAR, "page_size": 1001}, "page_size"),
        ({**YEAR, "page_token": "nonsense"}, "page_token"),
        ({**YEAR, "page_token": "MjAyNC0wMS0wMVQwMDowMDowMCAx"}, "page_token"),  # of 2024-01-01
        ({**YEAR, "category": ["Bokks"]}, "category"),
        ({}, "start_date"),
    ],
)
def test_what_is_wrong_is_told(client: Client, asked: dict[str, object], field: str) -> None:
    with pytest.raises(grpc.RpcError) as error:
        client.data.ListRows(ListRowsRequest(**asked))  # type: ignore[arg-type]
    assert field in violations(error.value)
