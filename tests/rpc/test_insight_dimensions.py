"""Drivers and causes by the dimensions that a model declares besides category and region."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers

from bi.v1.ai_pb2 import DetectAnomaliesRequest, GetInsightsRequest, GetInsightsResponse, Insight
from bi_server.answers import anomalies
from bi_server.semantic import read_model
from bi_server.store import following, ingest, migrate
from bi_server.store.engine import opened
from bi_server.store.store import Store

DAYS = pd.date_range("2024-01-01", "2024-05-29")
LAST = DAYS[-30:]
Change = Callable[[pd.DataFrame], "pd.Series[bool]"]


def rows(which: Change, factor: float) -> pd.DataFrame:
    """Every day some sales of each category, region and channel; those in question change in the last thirty days."""
    names = pd.MultiIndex.from_product(
        [DAYS, ["Books", "Sports"], ["North", "South"], ["Online", "Telephone"]],
        names=["date", "product_category", "region", "channel"],
    )
    sales = names.to_frame(index=False)
    random = np.random.default_rng(3)
    revenue = random.normal(100, 5, len(sales))
    changed = which(sales) & sales["date"].isin(LAST)
    return sales.assign(
        revenue=np.round(np.where(changed, revenue * factor, revenue), 2),
        units_sold=1,
        store=sales["region"] + np.where(sales["product_category"] == "Books", " Old Town", " Harbour"),
        product=sales["product_category"] + " Basic",
        cost=1.0,
        discount=0.0,
        customer_id=None,
        order_id=[f"O{i}" for i in range(len(sales))],
        order_line=1,
    )


def serve(servers: Servers, sales: pd.DataFrame) -> Client:
    url = servers.database()
    traffic = pd.DataFrame(columns=["date", "region", "category", "visits"])
    with opened(url, model=read_model("omnichannel")) as engine:
        following.follow(engine)
        with engine.execution_options(writes=True).begin() as connection:
            ingest.append(connection, sales, traffic)
    return servers.serve(url, Books((), ()), model="omnichannel")


def ask(client: Client, **fields: Any) -> GetInsightsResponse:
    start, end = (str(day)[:10] for day in (LAST[0], LAST[-1]))
    return client.ai.GetInsights(GetInsightsRequest(start_date=start, end_date=end, limit=20, **fields))


def drivers(answer: GetInsightsResponse) -> dict[str, Insight]:
    return {insight.id: insight for insight in answer.insights if insight.type in ("driver", "detractor")}


def test_a_channel_that_moved_alone_is_told_with_its_figures(servers: Servers) -> None:
    sales = rows(lambda rows: rows["channel"] == "Online", 2.0)
    client = serve(servers, sales)
    found = drivers(ask(client))
    assert "driver:channel=Online" in found
    assert not any("Telephone" in id_ for id_ in found)
    told = found["driver:channel=Online"]
    assert told.text.startswith("Revenue of Online rose 99.7% to $24,033 ")
    (now,) = (fact for fact in told.evidence if fact.metric == "revenue")
    assert dict(now.segment.dimensions) == {"channel": "Online"}
    assert (now.segment.category, now.segment.region) == ("", "")
    online = sales[(sales["channel"] == "Online") & sales["date"].isin(LAST)]
    assert round(now.value, 2) == round(online["revenue"].sum(), 2)
    in_north = drivers(ask(client, region=["North"]))["driver:channel=Online&region=North"]
    assert in_north.text.startswith("Revenue of Online in North rose ")


def test_a_store_that_went_the_way_of_its_region_is_not_told_beside_it(servers: Servers) -> None:
    found = drivers(ask(serve(servers, rows(lambda rows: rows["region"] == "North", 0.5))))
    assert "detractor:region=North" in found
    assert not any("store=" in id_ for id_ in found)


def with_spikes(stores: int) -> pd.DataFrame:
    """Seven days on which Books sold three times as much; and stores that sold once, long ago."""
    calm = rows(lambda rows: rows["region"] == "", 1.0)
    days = DAYS[[45, 61, 77, 92, 104, 118, 133]]
    spikes = calm[calm["date"].isin(days) & (calm["product_category"] == "Books")]
    many = calm.iloc[[0] * stores].assign(store=[f"Store {i}" for i in range(stores)], revenue=0.01)
    sales = pd.concat([calm, spikes, spikes, many])
    return sales.assign(order_id=[f"O{i}" for i in range(len(sales))])


def test_causes_are_found_among_hundreds_of_segments(servers: Servers) -> None:
    request = DetectAnomaliesRequest(start_date=str(DAYS[30])[:10], end_date=str(DAYS[-1])[:10])
    answer = serve(servers, with_spikes(800)).ai.DetectAnomalies(request)
    assert len(answer.anomalies) == 7
    assert all([cause.segment.category for cause in one.causes] == ["Books"] for one in answer.anomalies)
    assert not answer.notes


def test_where_a_search_would_take_long_only_the_gravest_are_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anomalies, "SEARCHED", 3 * 8 * 4**2)  # the segments of three anomalies, in four dimensions
    url = f"sqlite:///{tmp_path}/bi.db"
    traffic = pd.DataFrame(columns=["date", "region", "category", "visits"])
    with opened(url, model=read_model("omnichannel")) as engine:
        migrate.upgrade(engine)
        following.follow(engine)
        with engine.execution_options(writes=True).begin() as connection:
            ingest.append(connection, with_spikes(0), traffic)
        with closing(Store(engine)) as store:
            request = DetectAnomaliesRequest(start_date=str(DAYS[30])[:10], end_date=str(DAYS[-1])[:10])
            answer = anomalies.detect(request, store.refresh(), lambda _start, _years: {})
    explained = [one.score for one in answer.anomalies if one.causes]
    assert sorted(explained) == sorted((one.score for one in answer.anomalies), key=abs)[-3:]
    assert list(answer.notes) == ["Causes were searched for the 3 gravest anomalies."]
