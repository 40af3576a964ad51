"""Forecasts of parts along the hierarchies of a model: stores of a region, products of a category."""

from collections import Counter
from typing import Any

import grpc
import pandas as pd
import pytest
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers, violations

from bi.v1.analytics_pb2 import ForecastPoint, GetForecastRequest, GetForecastResponse
from bi_server.sample import generate_sample_traffic
from bi_server.semantic import read_model
from bi_server.store import following, ingest
from bi_server.store.engine import opened

PRODUCTS = ["Books Basic", "Books Premium", "Sports Basic"]


def forecast(client: Client, **fields: Any) -> GetForecastResponse:
    return client.analytics.GetForecast(GetForecastRequest(periods=4, granularity="week", **fields))


def cents(points: list[ForecastPoint]) -> Counter[str]:
    return Counter({point.date: round(point.value * 100) for point in points})


def by_part(answer: GetForecastResponse, dimension: str) -> dict[str, Counter[str]]:
    found = {}
    for part in answer.segments:
        segment = part.segment
        name = getattr(segment, dimension) if dimension in ("category", "region") else segment.dimensions[dimension]
        found[name] = cents(list(part.forecast))
        assert all(p.lower_95 <= p.lower_80 <= p.value <= p.upper_80 <= p.upper_95 for p in part.forecast)
    return found


def test_stores_add_up_to_their_regions_and_these_to_the_whole(omnichannel: Client) -> None:
    whole = forecast(omnichannel, group_by="region")
    regions = by_part(whole, "region")
    stores = by_part(forecast(omnichannel, group_by="store", filter=["-store:No store"]), "store")
    in_stores = by_part(forecast(omnichannel, group_by="region", filter=["-store:No store"]), "region")
    assert len(stores) == 2 * len(regions)
    for region, expected in in_stores.items():
        own = [values for store, values in stores.items() if store.startswith(region)]
        assert sum(own, Counter()) == expected
    everything = by_part(forecast(omnichannel, group_by="store"), "store")
    assert set(everything) == {*stores, "No store"}, "a name that is in every region is the sum of its pieces"
    assert sum(everything.values(), Counter()) == sum(regions.values(), Counter()) == cents(list(whole.forecast))


def test_names_of_a_wide_dimension_that_a_filter_picks_add_up_to_their_categories(omnichannel: Client) -> None:
    picked = {"filter": [f"product:{','.join(PRODUCTS)}"]}
    answer = forecast(omnichannel, group_by="product", **picked)
    products = by_part(answer, "product")
    categories = by_part(forecast(omnichannel, group_by="category", **picked), "category")
    assert list(products) == PRODUCTS
    assert products["Books Basic"] + products["Books Premium"] == categories["Books"]
    assert products["Sports Basic"] == categories["Sports"]
    assert sum(products.values(), Counter()) == cents(list(answer.forecast))
    one = forecast(omnichannel, filter=["product:Sports Basic"])
    assert sum(cents(list(one.forecast)).values()) > 0
    alone = by_part(forecast(omnichannel, group_by="product", filter=["product:Sports Basic"]), "product")
    assert alone == {"Sports Basic": cents(list(one.forecast))}


def test_names_without_rows_under_the_filters_are_no_parts(omnichannel: Client) -> None:
    answer = forecast(omnichannel, group_by="product", category=["Sports"], filter=[f"product:{','.join(PRODUCTS)}"])
    assert list(by_part(answer, "product")) == ["Sports Basic"]


def test_too_many_names_are_refused_with_the_way(servers: Servers, omnichannel_sales: pd.DataFrame) -> None:
    url = servers.database()
    sales = omnichannel_sales.assign(product=[f"Product {i % 60}" for i in range(len(omnichannel_sales))])
    with opened(url, model=read_model("omnichannel")) as engine:
        following.follow(engine)
        with engine.execution_options(writes=True).begin() as connection:
            ingest.append(connection, sales, generate_sample_traffic(sales))
    client = servers.serve(url, Books((), ()), model="omnichannel")
    with pytest.raises(grpc.RpcError) as told:
        forecast(client, group_by="product")
    reason = "60 parts are more than 50; name those wanted (filter=product:NAME)"
    assert violations(told.value)["group_by"] == reason
    answer = forecast(client, group_by="product", filter=["product:Product 1,Product 2"])
    products = by_part(answer, "product")
    assert list(products) == ["Product 1", "Product 2"], "each of all categories"
    assert sum(products.values(), Counter()) == cents(list(answer.forecast))
