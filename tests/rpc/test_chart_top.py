"""Charts of the leading parts, with the rest as one, against plain sums over the same rows."""

from typing import Any

import grpc
import pandas as pd
import pytest
from tests.rpc.serving import Client, violations

from bi.v1 import dashboard_pb2 as pb
from bi.v1.data_pb2 import QueryRequest

RANGE: dict[str, Any] = {"start_date": "2024-07-01", "end_date": "2024-12-31"}


def chart(client: Client, **fields: Any) -> pb.GetChartDataResponse:
    return client.dashboard.GetChartData(pb.GetChartDataRequest(**(RANGE | fields)))


def name_of(point: pb.ChartPoint, dimension: str) -> str:
    return str(getattr(point, dimension) if dimension in ("category", "region") else point.segment[dimension])


@pytest.mark.parametrize("dimension", ["category", "store", "product"])
@pytest.mark.parametrize("granularity", ["day", "month"])
def test_the_parts_of_every_step_add_up(
    omnichannel: Client, omnichannel_sales: pd.DataFrame, dimension: str, granularity: str
) -> None:
    rows = omnichannel_sales.rename(columns={"product_category": "category"})
    rows = rows[(rows["date"] >= RANGE["start_date"]) & (rows["date"] < "2025-01-01") & (rows["region"] != "West")]
    form = "%Y-%m-%d" if granularity == "day" else "%Y-%m-01"
    rows = rows.assign(step=rows["date"].dt.strftime(form))
    leading = rows.groupby(dimension)["revenue"].sum().sort_values(ascending=False).index[:3].tolist()
    rows = rows.assign(shown=rows[dimension].where(rows[dimension].isin(leading), "Other"))
    expected = rows.groupby(["step", "shown"])[["revenue", "units_sold"]].sum()
    counts = rows.groupby(["step", "shown"]).size()

    fields = {"group_by": [dimension], "top": 3, "granularity": granularity, "filter": ["-region:West"]}
    points = chart(omnichannel, **fields).chart_data
    steps = sorted({point.date for point in points})
    assert [name_of(point, dimension) for point in points] == [*leading, "Other"] * len(steps)
    for point in points:
        key = point.date, name_of(point, dimension)
        assert point.filled == (key not in counts.index)
        if not point.filled:
            assert point.revenue == point.value == pytest.approx(expected.loc[key, "revenue"], abs=0.005)
            assert (point.units, point.orders) == (expected.loc[key, "units_sold"], counts[key])
    together = {name_of(point, dimension): point.other_groups for point in points}
    assert together == {**dict.fromkeys(leading, 0), "Other": rows[dimension].nunique() - 3}
    (whole,) = chart(omnichannel, group_by=["none"], granularity="year", filter=["-region:West"]).chart_data
    assert sum(point.revenue for point in points) == pytest.approx(whole.revenue, abs=0.005)
    assert sum(point.units for point in points) == whole.units
    assert sum(point.orders for point in points) == whole.orders


def test_the_parts_are_those_of_a_query(omnichannel: Client) -> None:
    asked = {"metric": "margin", "group_by": ["product"], "granularity": "quarter", "top": 4}
    points = chart(omnichannel, **asked).chart_data
    told = omnichannel.data.Query(QueryRequest(**(RANGE | asked | {"metric": ["margin"]})))
    assert [[point.date, point.segment["product"], point.value] for point in points] == [list(row) for row in told.rows]


def test_a_wide_dimension_shows_ten_unless_it_is_said(omnichannel: Client) -> None:
    points = chart(omnichannel, group_by=["product"], granularity="year").chart_data
    assert len(points) == 11
    assert points[-1].segment["product"] == "Other"
    few = chart(omnichannel, group_by=["product"], granularity="year", filter=["product:Books Basic"]).chart_data
    assert [point.segment["product"] for point in few] == ["Books Basic"]
    assert not few[0].HasField("other_groups")
    screen = omnichannel.dashboard.GetDashboard(pb.GetDashboardRequest(**RANGE, group_by=["product"], top=2))
    assert len({point.segment["product"] for point in screen.chart_data}) == 3


def test_a_range_without_rows_has_no_leading_names(omnichannel: Client) -> None:
    empty = {"start_date": "2001-01-01", "end_date": "2001-01-02", "top": 3}
    assert list(chart(omnichannel, **empty, group_by=["product"]).chart_data) == []
    points = chart(omnichannel, **empty, group_by=["store"]).chart_data
    assert {(point.revenue, point.filled) for point in points} == {(0.0, True)}


@pytest.mark.parametrize(
    ("asked", "field", "words"),
    [
        ({"top": -1}, "top", "-1 is outside 0 to 1000"),
        ({"top": 1001}, "top", "1001 is outside 0 to 1000"),
        ({"group_by": ["product", "channel"]}, "group_by", "give it alone"),
        ({"group_by": ["product"], "metric": "customers"}, "metric", "is not counted for every product"),
        ({"group_by": ["product"], "metric": "visits"}, "metric", "is counted by category and region alone"),
    ],
)
def test_what_cannot_be_shown_is_refused(omnichannel: Client, asked: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(grpc.RpcError) as told:
        chart(omnichannel, **asked)
    assert words in violations(told.value)[field]
