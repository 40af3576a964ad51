"""`top` and `order` of the lists of parts in summary, comparison and trends, against plain sums over the same rows."""

from typing import Any

import grpc
import pandas as pd
import pytest
from tests.rpc.serving import Client, violations

from bi.v1 import analytics_pb2, common_pb2
from bi.v1 import dashboard_pb2 as pb

NOW, BEFORE = ("2024-07-01", "2024-12-31"), ("2024-01-01", "2024-06-30")
COLUMN = {"category": "product_category", "region": "region"}


def summary(client: Client, **fields: Any) -> dict[str, list[pb.SegmentPerformance]]:
    request = pb.GetSummaryRequest(
        start_date=NOW[0], end_date=NOW[1], compare_start=BEFORE[0], compare_end=BEFORE[1], **fields
    )
    answer = client.dashboard.GetSummary(request)
    return {"category": list(answer.category_performance), "region": list(answer.regional_performance)}


def compare(client: Client, **fields: Any) -> dict[str, list[common_pb2.Contribution]]:
    request = analytics_pb2.ComparePeriodsRequest(
        current_start=NOW[0], current_end=NOW[1], previous_start=BEFORE[0], previous_end=BEFORE[1], **fields
    )
    drivers = client.analytics.ComparePeriods(request).drivers
    return {"category": list(drivers.categories), "region": list(drivers.regions)}


def by_part(rows: pd.DataFrame, dimension: str, days: tuple[str, str]) -> pd.DataFrame:
    inside = rows[(rows["date"] >= days[0]) & (rows["date"] < str(pd.Timestamp(days[1]) + pd.Timedelta(days=1)))]
    return inside.groupby(COLUMN[dimension])[["revenue", "units_sold"]].sum()


@pytest.mark.parametrize("dimension", ["category", "region"])
def test_the_leading_parts_of_a_summary_and_the_rest_add_up(
    omnichannel: Client, omnichannel_sales: pd.DataFrame, dimension: str
) -> None:
    now, then = (by_part(omnichannel_sales, dimension, days) for days in (NOW, BEFORE))
    leading = now["revenue"].sort_values(ascending=False).index[:2].tolist()
    found = summary(omnichannel, top=2)[dimension]
    assert [part.name for part in found] == [*leading, "Other"]
    for part, names in zip(found, [leading[:1], leading[1:], now.index.difference(leading).tolist()], strict=True):
        assert part.revenue == pytest.approx(now["revenue"][names].sum(), abs=0.005)
        assert part.previous_revenue == pytest.approx(then["revenue"][names].sum(), abs=0.005)
        assert part.units == now["units_sold"][names].sum()
        assert part.change == pytest.approx((part.revenue / part.previous_revenue - 1) * 100, abs=0.006)
    assert [part.other_groups for part in found] == [0, 0, len(now) - 2]
    assert sum(part.share for part in found) == pytest.approx(100, abs=0.02)
    assert summary(omnichannel, top=len(now))[dimension] == summary(omnichannel)[dimension]


def test_parts_come_in_the_order_asked_for(omnichannel: Client) -> None:
    whole = summary(omnichannel)["category"]
    assert [part.name for part in summary(omnichannel, order="name")["category"]] == sorted(p.name for p in whole)
    changes = [part.change for part in summary(omnichannel, order="-change")["category"]]
    assert changes == sorted(changes, reverse=True)
    assert [part.name for part in summary(omnichannel, order="REVENUE ", top=2)["category"]][-1] == "Other"
    assert summary(omnichannel, order="-revenue")["region"] == summary(omnichannel)["region"]
    with pytest.raises(grpc.RpcError) as caught:
        summary(omnichannel, order="margin")
    assert "'margin' is no column; use one of name, revenue" in violations(caught.value)["order"]
    with pytest.raises(grpc.RpcError) as caught:
        summary(omnichannel, top=1001)
    assert violations(caught.value)["top"] == "1001 is outside 0 to 1000"


@pytest.mark.parametrize("dimension", ["category", "region"])
def test_what_changed_most_and_the_rest_add_up_to_the_change(
    omnichannel: Client, omnichannel_sales: pd.DataFrame, dimension: str
) -> None:
    now, then = (by_part(omnichannel_sales, dimension, days)["revenue"] for days in (NOW, BEFORE))
    moved = (now - then).round(2)
    leading = moved.abs().sort_values(ascending=False).index[:2].tolist()
    found = compare(omnichannel, top=2)[dimension]
    names = [getattr(part.segment, dimension) for part in found]
    assert names == [*leading, "Other"]
    assert [part.change for part in found[:2]] == pytest.approx(moved[leading].tolist(), abs=0.005)
    assert sum(part.change for part in found) == pytest.approx(moved.sum(), abs=0.005)
    assert [part.other_groups for part in found] == [0, 0, len(moved) - 2]
    assert compare(omnichannel, top=100)[dimension] == compare(omnichannel)[dimension]
    by_name = [getattr(part.segment, dimension) for part in compare(omnichannel, order="name", top=2)[dimension]]
    assert by_name == [*sorted(leading), "Other"]
    with pytest.raises(grpc.RpcError) as caught:
        compare(omnichannel, order="-units")
    assert "use one of name, current, previous, change, share" in violations(caught.value)["order"]


def test_trends_name_so_many_of_the_best_and_the_worst(omnichannel: Client) -> None:
    def performers(**fields: Any) -> tuple[list[str], list[str]]:
        answer = omnichannel.analytics.GetTrends(analytics_pb2.GetTrendsRequest(period="180d", **fields))
        sides = (answer.top_performers, answer.bottom_performers)
        return tuple([one.name for one in side if one.dimension == "category"] for side in sides)  # type: ignore[return-value]

    best, worst = performers()
    assert len(best) > 1
    assert performers(top=1) == (best[:1], worst[:1])
    assert performers(top=100) == (best, worst)
    with pytest.raises(grpc.RpcError) as caught:
        performers(top=0)
    assert violations(caught.value)["top"] == "0 is outside 1 to 100"
