"""Query and BatchQuery: tables of metrics by dimensions, against plain sums over the same rows."""

from typing import Any

import grpc
import pandas as pd
import pytest
from google.protobuf import struct_pb2
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers, violations

from bi.v1 import data_pb2 as pb

RANGE: dict[str, Any] = {"start_date": "2024-07-01", "end_date": "2024-12-31"}


def of_range(rows: pd.DataFrame, start: str = "2024-07-01", end: str = "2024-12-31") -> pd.DataFrame:
    return rows[(rows["date"] >= start) & (rows["date"] <= end)]


def ask(omnichannel: Client, **fields: Any) -> pb.QueryResponse:
    return omnichannel.data.Query(pb.QueryRequest(**(RANGE | fields)))


def table(answer: pb.QueryResponse) -> list[list[Any]]:
    return [plain(row) for row in answer.rows]


def plain(row: struct_pb2.ListValue) -> list[Any]:
    return [None if cell is None else cell for cell in row]


def test_the_whole_is_one_row(omnichannel: Client, omnichannel_sales: pd.DataFrame) -> None:
    answer = ask(omnichannel)
    assert [column.id for column in answer.columns] == ["revenue"]
    (row,) = table(answer)
    assert row == [round(float(of_range(omnichannel_sales)["revenue"].sum()), 2)]
    assert plain(answer.total) == row


def test_parts_add_up_to_the_total(omnichannel: Client, omnichannel_sales: pd.DataFrame) -> None:
    answer = ask(omnichannel, metric=["revenue", "gross_profit", "margin", "customers"], group_by=["channel", "store"])
    assert [(c.id, c.type, c.format) for c in answer.columns] == [
        ("channel", "name", ""),
        ("store", "name", ""),
        ("revenue", "number", "currency"),
        ("gross_profit", "number", "currency"),
        ("margin", "number", "percentage"),
        ("customers", "number", "number"),
    ]
    rows = of_range(omnichannel_sales)
    for channel, store, revenue, profit, margin, customers in table(answer):
        own = rows[(rows["channel"] == channel) & (rows["store"] == store)]
        assert revenue == pytest.approx(own["revenue"].sum(), abs=0.005)
        assert profit == pytest.approx(own["revenue"].sum() - own["cost"].sum(), abs=0.005)
        assert margin == pytest.approx(profit / revenue * 100, abs=0.006)
        assert customers == own["customer_id"].nunique()
    total = plain(answer.total)
    assert total[:2] == [None, None]
    for place in (2, 3):
        assert sum(row[place] for row in table(answer)) == pytest.approx(total[place], abs=0.005)
    assert total[5] == rows["customer_id"].nunique()


@pytest.mark.parametrize("dimension", ["store", "product"])
def test_top_leaves_the_sum_whole(omnichannel: Client, omnichannel_sales: pd.DataFrame, dimension: str) -> None:
    answer = ask(omnichannel, metric=["revenue", "margin"], group_by=[dimension], top=3, filter=["-region:West"])
    rows = of_range(omnichannel_sales[omnichannel_sales["region"] != "West"])
    sums = rows.groupby(dimension)["revenue"].sum().sort_values(ascending=False)
    found = table(answer)
    assert [row[0] for row in found] == [*sums.index[:3], "Other"]
    assert [row[1] for row in found[:3]] == [pytest.approx(value, abs=0.005) for value in sums.iloc[:3]]
    assert answer.other_groups == len(sums) - 3
    assert sum(row[1] for row in found) == pytest.approx(plain(answer.total)[1], abs=0.005)
    others = rows[~rows[dimension].isin(sums.index[:3])]
    margin = (others["revenue"].sum() - others["cost"].sum()) / others["revenue"].sum() * 100
    assert found[3][2] == pytest.approx(margin, abs=0.006)


@pytest.mark.parametrize("dimension", ["channel", "product"])
def test_steps_of_time(omnichannel: Client, omnichannel_sales: pd.DataFrame, dimension: str) -> None:
    answer = ask(omnichannel, metric=["orders"], group_by=[dimension], granularity="month", top=2)
    rows = of_range(omnichannel_sales)
    first = rows.groupby(dimension).size().sort_values(ascending=False, kind="stable").index[0]
    counts = rows.assign(month=rows["date"].dt.strftime("%Y-%m-01")).groupby("month")
    found = table(answer)
    for month, own in counts:
        assert sum(row[2] for row in found if row[0] == month) == len(own)
        assert [row[2] for row in found if row[:2] == [month, first]] == [int((own[dimension] == first).sum())]


def test_what_it_is_compared_with(omnichannel: Client, omnichannel_sales: pd.DataFrame) -> None:
    answer = ask(omnichannel, metric=["revenue", "margin"], group_by=["channel"], compare="previous_year")
    assert [c.id for c in answer.columns][1:4] == ["revenue", "revenue_previous", "revenue_change"]
    assert answer.columns[6].format == "percentage_points"
    assert answer.compared_range.start_date == "2023-07-01"
    now, before = (rows.groupby("channel")["revenue"].sum() for rows in (
        of_range(omnichannel_sales), of_range(omnichannel_sales, "2023-07-01", "2023-12-31")
    ))  # fmt: skip
    for channel, revenue, previous, moved, *_ in table(answer):
        assert (revenue, previous) == (
            pytest.approx(now[channel], abs=0.005),
            pytest.approx(before[channel], abs=0.005),
        )
        assert moved == pytest.approx((revenue - previous) / previous * 100, abs=0.006)


def test_order_and_limit(omnichannel: Client) -> None:
    answer = ask(omnichannel, metric=["units"], group_by=["category", "channel"], order="-units", limit=4)
    found = [row[2] for row in table(answer)]
    assert found == sorted(found, reverse=True)
    assert (len(found), answer.total_rows) == (4, 15)


def test_several_questions_at_once(omnichannel: Client) -> None:
    questions = [pb.QueryRequest(**RANGE), pb.QueryRequest(**RANGE, group_by=["channel"])]
    first, second = omnichannel.data.BatchQuery(pb.BatchQueryRequest(queries=questions)).answers
    assert sum(row[1] for row in table(second)) == pytest.approx(table(first)[0][0], abs=0.005)
    questions[1].metric.append("revenu")
    with pytest.raises(grpc.RpcError) as told:
        omnichannel.data.BatchQuery(pb.BatchQueryRequest(queries=questions))
    assert list(violations(told.value)) == ["queries[1].metric"]


def test_all_mistakes_are_told_at_once(omnichannel: Client) -> None:
    wrong: dict[str, Any] = {
        "metric": ["revenu"],
        "group_by": ["chanel"],
        "granularity": "hour",
        "top": 5000,
        "limit": 0,
        "filter": ["channel:Onlin"],
    }
    with pytest.raises(grpc.RpcError) as told:
        ask(omnichannel, **wrong)
    assert set(violations(told.value)) == {"metric", "group_by", "granularity", "top", "limit", "filter"}


@pytest.mark.parametrize(
    ("fields", "field", "text"),
    [
        ({"group_by": ["product", "channel"]}, "group_by", "give it alone"),
        ({"group_by": ["channel"], "metric": ["visits"]}, "metric", "is counted by category and region alone"),
        ({"filter": ["channel:Online"], "metric": ["conversion_rate"]}, "metric", "leave channel out"),
        ({"group_by": ["product"], "metric": ["customers"]}, "metric", "is not counted for every product"),
        ({"granularity": "month", "compare": "previous"}, "compare", "leave out granularity"),
        ({"order": "cost"}, "order", "'cost' is no column; use one of revenue"),
    ],
)
def test_what_cannot_be_answered_is_refused(omnichannel: Client, fields: dict[str, Any], field: str, text: str) -> None:
    with pytest.raises(grpc.RpcError) as told:
        ask(omnichannel, **fields)
    assert text in violations(told.value)[field]


def test_a_store_without_rows_has_an_empty_table(servers: Servers) -> None:
    empty = servers.serve(servers.database(), Books((), ()))
    whole = ask(empty, metric=["revenue", "average_order_value", "revenue"])
    assert (table(whole), [column.id for column in whole.columns]) == ([[0, None]], ["revenue", "average_order_value"])
    split = ask(empty, group_by=["region"], granularity="month", top=3)
    assert (table(split), plain(split.total), split.other_groups) == ([], [None, None, 0], 0)
