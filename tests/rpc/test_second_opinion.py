"""KPIs, summary, chart, dashboard and metadata against plain loops over the raw rows of many stores."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rpc import checks, civil
from tests.rpc.rows import Books, Query
from tests.rpc.serving import Client
from tests.rpc.stores import STORES
from tests.thoroughness import examples

from bi.v1 import data_pb2

RANGES = {
    "leap February": ("2024-02-01", "2024-02-29"),
    "February of a common year": ("2023-02-01", "2023-02-28"),
    "January against December": ("2024-01-01", "2024-01-31"),
    "part of a month": ("2024-01-10", "2024-01-20"),
    "end of March against the end of February": ("2024-03-29", "2024-03-31"),
    "into March, clamped": ("2024-02-20", "2024-03-30"),
    "two months that are no quarter": ("2023-08-01", "2023-09-30"),
    "three months that are no quarter": ("2023-11-01", "2024-01-31"),
    "quarter": ("2023-10-01", "2023-12-31"),
    "half a year": ("2023-07-01", "2023-12-31"),
    "year": ("2023-01-01", "2023-12-31"),
    "two years": ("2023-01-01", "2024-12-31"),
    "a year that is no calendar year": ("2023-02-01", "2024-01-31"),
    "all but one day of a year": ("2024-01-01", "2024-12-30"),
    "31 days": ("2023-12-15", "2024-01-14"),
    "32 days": ("2023-12-15", "2024-01-15"),
    "leap day": ("2024-02-29", "2024-02-29"),
    "first of March": ("2024-03-01", "2024-03-01"),
    "New Year": ("2024-01-01", "2024-01-01"),
    "before all data": ("2019-05-01", "2019-05-31"),
    "into the data": ("2022-11-15", "2023-01-20"),
    "out of the data": ("2024-12-20", "2025-01-31"),
    "after all data": ("2026-03-01", "2026-03-31"),
    "ten years": ("2015-01-01", "2024-12-31"),
}
FILTERS = {
    "none": ((), ()),
    "one category": (("Books",), ()),
    "blanks, case, repeats": ((" bOOks ", "BOOKS", "", "sports"), ("  ", "north")),
    "blank": (("",), (" ",)),
    "both regions": ((), ("South", "north")),
    "a pair": (("Sports",), ("South",)),
    "two by two": (("Sports", "Books"), ("South", "North")),
}


def known_filters(books: Books, category: tuple[str, ...], region: tuple[str, ...]) -> bool:
    known = {name.casefold() for pair in books.segments for name in (*pair, "")}
    return all(name.strip().casefold() in known for name in (*category, *region))


@pytest.mark.parametrize("backend", ["stores", "postgres_stores"])
@pytest.mark.parametrize("name", STORES)
def test_hand_made_stores(request: pytest.FixtureRequest, backend: str, name: str) -> None:
    client: Client = request.getfixturevalue(backend)[name]
    metrics = ("revenue", "conversion_rate", "average_order_value", "customers", "visits", "units", "orders")
    # What is made of the snapshot does not ask where it was read, nor every filter what the store is like.
    every, tried = {"stores": examples(1 if name == "regular" else 2, 1)}.get(backend, 4), 0
    for i, (start, end) in enumerate(RANGES.values()):
        for j, (category, region) in enumerate(FILTERS.values()):
            if (i + j) % every:
                continue
            if known_filters(client.books, category, region):
                first, last = date.fromisoformat(start), date.fromisoformat(end)
                by = ((), ("none",), ("category",), ("region",), ("region", "category"))[(i + j) % 5]
                grain = ("auto", "week", "month", "quarter", "year")[(i * 3 + j) % 5]
                grain = "day" if (last - first).days < 40 else grain
                checks.every_route(client, Query(first, last, category, region, metrics[(i + 2 * j) % 7], grain, by))
                tried += 1
    assert tried >= len(RANGES) / every


@st.composite
def queries(draw: st.DrawFn, books: Books) -> Query:
    categories = sorted({c for c, _ in books.segments if c})
    regions = sorted({r for _, r in books.segments if r})
    first = draw(st.dates(date(2022, 11, 1), date(2025, 2, 1)))
    days = draw(st.one_of(st.integers(0, 70), st.integers(0, 800)))
    last = first + timedelta(days=days)
    if draw(st.booleans()):  # whole months
        first, last = first.replace(day=1), civil.month_end(last.year, last.month)
    return Query(
        first,
        last,
        tuple(draw(st.lists(st.sampled_from(categories), max_size=2))) if categories else (),
        tuple(draw(st.lists(st.sampled_from(regions), max_size=2))) if regions else (),
        draw(st.sampled_from(("", "revenue", "orders", "units", "average_order_value", "customers", "visits"))),
        draw(st.sampled_from(("auto", "month", "week", "quarter", "year"))),
        draw(st.sampled_from(((), ("none",), ("category",), ("region",), ("category", "region")))),
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True)
@given(data=st.data())
def test_any_query(stores: dict[str, Client], data: st.DataObject) -> None:
    client = stores[data.draw(st.sampled_from(sorted(stores)))]
    checks.every_route(client, data.draw(queries(client.books)))


@pytest.mark.parametrize("name", ["sample", *STORES])
def test_metadata(stores: dict[str, Client], name: str) -> None:
    client = stores[name]
    answer = client.data.GetMetadata(data_pb2.GetMetadataRequest())
    pairs = client.books.segments
    assert list(answer.categories) == sorted({c for c, _ in pairs if c}, key=str.casefold)
    assert list(answer.regions) == sorted({r for _, r in pairs if r}, key=str.casefold)
    checks.data_range(answer, client.books)
    assert answer.currency == "USD"
    assert list(answer.granularities) == [*civil.GRANULARITIES, "auto"]
    assert {m.id: m.additive for m in answer.metrics} == {
        "revenue": True,
        "orders": True,
        "units": True,
        "average_order_value": False,
        "customers": False,
        "visits": True,
        "conversion_rate": False,
    }
