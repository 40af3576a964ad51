"""DetectAnomalies through the stub, over sample data whose incidents are known."""

from datetime import date, timedelta

import grpc
import numpy as np
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers, violations

from bi.v1.ai_pb2 import DetectAnomaliesRequest, DetectAnomaliesResponse
from bi.v1.ai_pb2_grpc import AiServiceStub

YEAR = {"start": "2024-01-01", "end": "2024-12-31"}


def detect(client: Client, start: str, end: str, **more: object) -> DetectAnomaliesResponse:
    request = DetectAnomaliesRequest(start_date=start, end_date=end, **more)  # type: ignore[arg-type]
    return AiServiceStub(client.channel).DetectAnomalies(request)


def test_a_large_order_is_found_with_its_segment(sample: Client) -> None:
    answer = detect(sample, "2024-08-01", "2024-08-31")
    (found,) = [anomaly for anomaly in answer.anomalies if anomaly.date == "2024-08-20"]
    assert (found.kind, found.direction, found.metric) == ("spike", "up", "revenue")
    assert found.value > found.upper > found.expected > found.lower
    assert found.score > 3.6
    assert found.causes[0].segment.region == "North"
    assert found.causes[0].share > 60
    categories = {part.name: part.share for part in found.categories}
    assert max(categories, key=categories.__getitem__) == "Electronics"


def test_shares_add_up_to_the_deviation(sample: Client) -> None:
    answer = detect(sample, "2023-01-01", "2024-12-31", sensitivity=1.0)
    assert len(answer.anomalies) > 3
    for anomaly in answer.anomalies:
        deviation = round(anomaly.value * 100) - round(anomaly.expected * 100)
        for parts in (anomaly.categories, anomaly.regions):
            assert sum(round(part.change * 100) for part in parts) == deviation
            if deviation:
                assert sum(part.share for part in parts) == pytest.approx(100, abs=0.1)


def test_a_day_is_judged_alike_wherever_the_range_starts(sample: Client) -> None:
    wide = detect(sample, "2023-01-01", "2024-12-31", sensitivity=0.9)
    narrow = detect(sample, "2024-08-01", "2024-08-31", sensitivity=0.9)
    inside = [a for a in wide.anomalies if a.end_date >= "2024-08-01" and a.start_date <= "2024-08-31"]
    assert inside == list(narrow.anomalies)
    assert [day for day in wide.expected if day.date[:7] == "2024-08"] == list(narrow.expected)
    assert len(narrow.expected) == 31


def test_higher_sensitivity_finds_more(sample: Client) -> None:
    counts = [len(detect(sample, **YEAR, sensitivity=s).anomalies) for s in (0.0, 0.5, 1.0)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_rows_that_came_twice_are_told_from_customers_that_came_twice(any_servers: Servers) -> None:
    first, rng = date(2024, 1, 1), np.random.default_rng(1)
    twice, promoted, partly = (first + timedelta(days=n) for n in (50, 80, 100))
    sales = []
    for day in (first + timedelta(days=n) for n in range(120)):
        orders = int(rng.poisson(150)) * (2 if day == promoted else 1)
        rows = [
            Sale(day, int(rng.integers(4000, 6000)), 1, "Books", ("North", "South", "West")[i % 3], f"{day}-{i}")
            for i in range(orders)
        ]
        again = rows if day == twice else [row for row in rows if day == partly and row.region == "North"]
        sales += rows + again
    with any_servers.serving_rows(Books(tuple(sales))) as client:
        for more in ({}, {"region": ["north"]}, {"metric": "orders"}):
            found = {a.date: a for a in detect(client, str(first), "2024-04-29", **more).anomalies}
            assert found[str(twice)].kind == "duplicate_import"
            rows_in = [row for row in sales if row.day == twice and (row.region == "North" or "region" not in more)]
            assert f"{len(rows_in) // 2} of {len(rows_in)} rows repeat" in found[str(twice)].explanation
            assert found[str(promoted)].kind == "spike"
        part = {a.date: a.kind for a in detect(client, str(first), "2024-04-29", region=["North"]).anomalies}
        assert part[str(partly)] == "duplicate_import"


def test_averages_have_no_parts_that_add_up(sample: Client) -> None:
    answer = detect(sample, **YEAR, metric="average_order_value", sensitivity=1.0)
    assert answer.anomalies
    assert not any(anomaly.categories or anomaly.causes for anomaly in answer.anomalies)


def test_a_range_without_data_is_an_answer(sample: Client) -> None:
    answer = detect(sample, "2030-01-01", "2030-01-31")
    assert not answer.anomalies
    assert answer.reason
    assert not answer.time_range.has_data
    assert answer.time_range.data_range.end_date == "2024-12-31"


@pytest.mark.parametrize("store", ["empty"])
def test_an_empty_store_is_an_answer(stores: dict[str, Client], store: str) -> None:
    answer = detect(stores[store], "2024-01-01", "2024-01-31")
    assert not answer.anomalies
    assert answer.reason


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"sensitivity": 1.1}, "sensitivity"),
        ({"sensitivity": -0.1}, "sensitivity"),
        ({"sensitivity": float("nan")}, "sensitivity"),
        ({"metric": "conversion_rate"}, "metric"),
        ({"region": ["Nroth"]}, "region"),
    ],
)
def test_bad_parameters_are_named(sample: Client, more: dict[str, object], field: str) -> None:
    with pytest.raises(grpc.RpcError) as raised:
        detect(sample, "2024-01-01", "2024-01-31", **more)
    assert list(violations(raised.value)) == [field]
