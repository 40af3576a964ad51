"""A caller with a scope is answered as by a store that has no other rows: by every route that reads."""

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pandas as pd
import pytest
from google.api.httpbody_pb2 import HttpBody
from google.protobuf import message_factory
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.rpc.access_checks import LOCKED, NOTHING
from tests.rpc.any_requests import METHODS, READS, Asking, Names, answered
from tests.rpc.callers import bearer, token
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers, write
from tests.rpc.stores import STORES
from tests.thoroughness import examples

from bi_server.answers import kpi_history
from bi_server.sample import generate_sample_traffic
from bi_server.semantic import read_model
from bi_server.store import following, ingest
from bi_server.store.engine import open_engine, opened
from bi_server.store.store import Store

Scope = Mapping[str, list[str]]
REFUSED = "/bi.v1.ImportService/ListImports"  # is of the whole business
DOCUMENTS = [path for path in READS if path.endswith(("Pdf", "Xlsx"))]
ROUTES = [path for path in READS if path not in (REFUSED, *DOCUMENTS)]
PROPERTY = settings(
    max_examples=examples(2, 10),
    deadline=None,
    derandomize=True,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


def recorded(url: str, model: str = "") -> None:
    """KPI history of a store that nobody has limited is what was recorded."""
    store = Store(open_engine(url, model=read_model(model)))
    kpi_history.take(store)
    store.close()


@dataclass(repr=False)
class Pair:
    """A server of all rows, asked under a scope, and servers of the scope's rows alone."""

    whole: Client
    names: Names
    only: Callable[[Scope], Client]
    _found: dict[str, Client] = field(default_factory=dict)

    def only_of(self, scope: Scope) -> Client:
        key = repr(sorted(scope.items()))
        if key not in self._found:
            self._found[key] = self.only(scope)
        return self._found[key]

    def same(self, path: str, scope: Scope, seed: int) -> None:
        request = Asking(seed, self.names).message(path)
        # Whoever asks first leaves nothing for the other.
        order = [bearer(token()), bearer(token(scope=dict(scope)))][:: 1 if seed % 2 else -1]
        told = [answered(self.whole, path, request, metadata) for metadata in order]
        assert told[seed % 2] == answered(self.only_of(scope), path, request), (path, scope, request)


def hand_made(servers: Servers, books: Books) -> Pair:
    url = servers.database()
    write(url, books)
    recorded(url)

    def only(scope: Scope) -> Client:
        def has(row: Any) -> bool:
            return all(getattr(row, dimension) in names for dimension, names in scope.items())

        own = servers.database()
        write(own, Books(tuple(filter(has, books.sales)), tuple(filter(has, books.visits))))
        recorded(own)
        return servers.serve(own, NOTHING)

    names = [sorted({pair[i] for pair in books.segments}) for i in (0, 1)]
    dimensions = dict(zip(("category", "region"), names, strict=True))
    span = Names(dimensions, METRICS, KPIS, books.first, books.last)
    return Pair(servers.serve(url, NOTHING, **LOCKED), span, only)


METRICS = ("revenue", "orders", "units", "average_order_value", "customers", "visits", "conversion_rate")
KPIS = ("total_revenue", "growth_rate", "customers")
BY_HAND = ("regular", "traffic_of_some", "traffic_beyond", "traffic_by_region", "traffic_not_split", "refunds", "gaps")


@pytest.fixture(scope="module", params=BY_HAND)
def by_hand(request: pytest.FixtureRequest, servers: Servers) -> Pair:
    return hand_made(servers, STORES[request.param])


@PROPERTY
@given(data=st.data())
def test_hand_made_stores(by_hand: Pair, data: st.DataObject) -> None:
    dimension = data.draw(st.sampled_from(("category", "region")))
    known = [*filter(None, by_hand.names.dimensions[dimension]), "Mars"]
    scope = {dimension: sorted(data.draw(st.lists(st.sampled_from(known), max_size=2, unique=True)))}
    for path in ROUTES:
        by_hand.same(path, scope, data.draw(st.integers(0, 10_000)))


def in_scope(rows: pd.DataFrame, scope: Scope) -> pd.DataFrame:
    """Those of its rows; none where they do not have a dimension of it."""
    for dimension, names in scope.items():
        column = "product_category" if dimension == "category" and "product_category" in rows else dimension
        rows = rows[rows[column].isin(names)] if column in rows else rows[:0]
    return rows


@pytest.fixture(scope="module")
def own_dimensions(servers: Servers, omnichannel_sales: pd.DataFrame) -> Pair:
    return of_the_model(servers, omnichannel_sales)


@pytest.fixture(scope="module")
def own_dimensions_of_postgresql(postgres_servers: Servers, omnichannel_sales: pd.DataFrame) -> Pair:
    return of_the_model(postgres_servers, omnichannel_sales)


def of_the_model(any_servers: Servers, omnichannel_sales: pd.DataFrame) -> Pair:
    traffic = generate_sample_traffic(omnichannel_sales)
    model = read_model("omnichannel")

    def stored(sales: pd.DataFrame, visits: pd.DataFrame) -> str:
        url = any_servers.database()
        with opened(url, model=model) as engine:
            following.follow(engine)
            with engine.execution_options(writes=True).begin() as connection:
                ingest.append(connection, sales, visits)
        recorded(url, "omnichannel")
        return url

    def only(scope: Scope) -> Client:
        url = stored(in_scope(omnichannel_sales, scope), in_scope(traffic, scope))
        return any_servers.serve(url, NOTHING, model="omnichannel")

    columns = {"category": "product_category"}
    known = {d.id: sorted(omnichannel_sales[columns.get(d.id, d.id)].unique()) for d in model.dimensions}
    days = [date.fromisoformat(str(day)[:10]) for day in (omnichannel_sales["date"].min(), date(2024, 12, 31))]
    names = Names(known, [*model.metrics], [kpi.id for kpi in model.kpis], *days)
    return Pair(
        any_servers.serve(stored(omnichannel_sales, traffic), NOTHING, model="omnichannel", **LOCKED), names, only
    )


SCOPES: list[Scope] = [
    {"region": ["North"]},
    {"region": ["South", "West"], "channel": ["Online"]},
    {"store": ["North Harbour", "East Central"]},
    {"category": ["Books"], "region": ["East"]},
]


@pytest.mark.parametrize("scope", SCOPES, ids=str)
@PROPERTY
@given(seed=st.integers(0, 10_000))
def test_dimensions_of_the_model(own_dimensions: Pair, scope: Scope, seed: int) -> None:
    for path in ROUTES:
        own_dimensions.same(path, scope, seed)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_documents(own_dimensions: Pair, path: str) -> None:
    """But for the version of the data, and that their reader sees a part alone."""
    spans = {"current_start": "2024-04-01", "current_end": "2024-06-30"}
    spans |= {"previous_start": "2024-01-01", "previous_end": "2024-03-31"}
    kind = message_factory.GetMessageClass(METHODS[path].input_type)
    request = kind(**({"range": "last_quarter"} if "range" in kind.DESCRIPTOR.fields_by_name else spans))
    part, only = (
        words(answered(client, path, request, metadata))
        for client, metadata in (
            (own_dimensions.whole, bearer(token(scope=SCOPES[0]))),
            (own_dimensions.only_of(SCOPES[0]), ()),
        )
    )
    assert part == only
    assert len(part) > 10


def words(told: Any) -> list[str]:
    file = io.BytesIO(HttpBody.FromString(told[0]).data)
    if file.getvalue().startswith(b"%PDF"):
        text = " ".join(page.extract_text() for page in PdfReader(file).pages)
    else:
        cells = (str(cell) for sheet in load_workbook(file) for row in sheet.values for cell in row if cell is not None)
        text = " ".join(cells)
    own = r"(Part of the business |; )?of what the caller may see: Region North|all of the business"
    return re.sub(rf"{own}|[Vv]ersion (\d+ of the data|of the data \d+)", "", " ".join(text.split())).split()


@PROPERTY
@given(seed=st.integers(0, 10_000))
def test_dimensions_of_the_model_in_postgresql(own_dimensions_of_postgresql: Pair, seed: int) -> None:
    """What is made of the snapshot does not ask where it was read; rows do."""
    for path in ROUTES:
        own_dimensions_of_postgresql.same(path, SCOPES[1], seed)
