"""Changes between ranges of which one holds an incident, and incidents that lie across the edge of a range."""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers

from bi.v1.ai_pb2 import DetectAnomaliesRequest, GetInsightsRequest, Insight
from bi.v1.ai_pb2_grpc import AiServiceStub

FIRST = date(2023, 6, 1)
AUGUST, SEPTEMBER = (date(2024, 8, 1), date(2024, 8, 31)), (date(2024, 9, 1), date(2024, 9, 30))

Change = Callable[[date], float]


def always(day: date) -> float:
    del day
    return 1.0


def never(day: date) -> float:
    del day
    return 0.0


def shop(factor: Change, refunds: Change = never) -> Books:
    """Sixteen months of a dozen orders a day, the revenue of each times `factor`, no order where that is 0."""
    rng, sales = np.random.default_rng(3), []
    for n in range(488):
        day = FIRST + timedelta(days=n)
        for i in range(12):
            cents = int(rng.gamma(9.0, 1000) * factor(day))
            if cents:
                sales.append(Sale(day, cents, 1, "Books", ("North", "South")[i % 2], f"C{n}-{i}"))
        if refunds(day):
            sales += [Sale(day, -int(9_000 * refunds(day)), 0, "Books", "North", f"R{n}-{i}") for i in range(12)]
    return Books(tuple(sales))


@pytest.fixture
def client(servers: Servers, request: pytest.FixtureRequest) -> Client:
    return servers.serve_rows(request.param)


def asked(client: Client, days: tuple[date, date], *types: str) -> list[Insight]:
    start, end = (day.isoformat() for day in days)
    stub = AiServiceStub(client.channel)
    found = stub.GetInsights(GetInsightsRequest(start_date=start, end_date=end, limit=20)).insights
    return [insight for insight in found if insight.type in types]


def outage(level: Change) -> Change:
    return lambda day: 0.0 if date(2024, 8, 6) <= day <= date(2024, 8, 18) else level(day)


def fall_in_september(day: date) -> float:
    return 0.85 if day >= SEPTEMBER[0] else 1.0


@pytest.mark.parametrize("client", [shop(outage(fall_in_september))], indirect=True)
def test_a_rise_from_a_month_with_an_outage_is_told_as_the_fall_it_is(client: Client) -> None:
    (told,) = asked(client, SEPTEMBER, "adjusted_change")
    assert told.text.startswith("Revenue rose ")
    assert "in September 2024; with the $" in told.text
    assert "expected from August 6 to 18, 2024 instead of $0.00 it would have fallen 1" in told.text
    facts = {fact.metric: fact.value for fact in told.evidence}
    without = facts["revenue_change_percent_without"]
    assert -20 < without < -8  # 15 % less a day, and a day less in the month
    before = sum(s.cents for s in client.books.sales if AUGUST[0] <= s.day <= AUGUST[1]) / 100
    now = sum(s.cents for s in client.books.sales if SEPTEMBER[0] <= s.day <= SEPTEMBER[1]) / 100
    assert without == pytest.approx((now / (before + facts["expected_revenue"]) - 1) * 100, abs=0.01)


@pytest.mark.parametrize("client", [shop(fall_in_september)], indirect=True)
def test_a_change_without_incident_is_told_as_it_is(client: Client) -> None:
    assert asked(client, SEPTEMBER, "adjusted_change") == []


def closed_over_the_edge(day: date) -> float:
    return 0.0 if date(2024, 8, 27) <= day <= date(2024, 9, 5) else 1.0


@pytest.mark.parametrize("client", [shop(closed_over_the_edge)], indirect=True)
@pytest.mark.parametrize("month", [AUGUST, SEPTEMBER])
def test_an_outage_across_the_edge_is_told_in_both_ranges(client: Client, month: tuple[date, date]) -> None:
    (told,) = asked(client, month, "data_problem")
    assert "from August 27 to September 5, 2024" in told.text
    assert told.text.endswith("expected; data may be missing, or the business was closed.")


def an_outage_a_month(day: date) -> float:
    return 0.0 if date(2024, 9, 10) <= day <= date(2024, 9, 20) else outage(fall_in_september)(day)


@pytest.mark.parametrize("client", [shop(an_outage_a_month)], indirect=True)
def test_of_two_incidents_alike_none_is_put_right_alone(client: Client) -> None:
    assert asked(client, SEPTEMBER, "adjusted_change") == []
    assert len(asked(client, SEPTEMBER, "data_problem")) == 1


def half_is_refunded(day: date) -> float:
    return 0.55 if date(2024, 9, 10) <= day <= date(2024, 9, 13) else 0.0


@pytest.mark.parametrize("client", [shop(always, half_is_refunded)], indirect=True)
def test_a_wave_of_refunds_is_no_missing_data(client: Client) -> None:
    found = AiServiceStub(client.channel).DetectAnomalies(
        DetectAnomaliesRequest(start_date="2024-09-01", end_date="2024-09-30")
    )
    assert [(a.start_date, a.end_date, a.kind) for a in found.anomalies if not a.segment.region] == [
        ("2024-09-10", "2024-09-13", "dip")
    ]
    assert not any("missing" in a.explanation for a in found.anomalies)
    assert asked(client, SEPTEMBER, "data_problem") == []


def all_and_more_is_refunded(day: date) -> float:
    return 2.6 if date(2024, 8, 13) <= day <= date(2024, 8, 15) else 0.0


@pytest.mark.parametrize("client", [shop(fall_in_september, all_and_more_is_refunded)], indirect=True)
def test_what_refunds_brought_below_zero_keeps_its_minus(client: Client) -> None:
    (told,) = asked(client, SEPTEMBER, "adjusted_change")
    came = next(fact for fact in told.evidence if fact.metric == "revenue")
    assert came.value < 0
    assert f"instead of -${abs(came.value):,.0f} it would have fallen" in told.text
