"""Weeks that are busy every year are no anomalies, and the end of the Christmas trade is no new level."""

from datetime import date, timedelta

import numpy as np
import pytest
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers

from bi.v1.ai_pb2 import DetectAnomaliesRequest
from bi.v1.ai_pb2_grpc import AiServiceStub

FIRST, LAST = date(2022, 1, 1), date(2024, 11, 20)


def mothers_day(year: int) -> date:
    """The second Sunday of May."""
    return next(day for day in (date(year, 5, n) for n in range(8, 15)) if day.weekday() == 6)


def trade(day: date) -> float:
    """Twice the usual before Mother's Day, and ever more from 15 November to Christmas; a week in July 2024 too."""
    if timedelta(0) <= mothers_day(day.year) - day <= timedelta(6) or date(2024, 7, 8) <= day <= date(2024, 7, 12):
        return 2.2
    begun = (day - date(day.year, 11, 15)).days
    return 1.3 + 2.2 * begun / 39 if 0 <= begun <= 39 else 0.5 if begun > 39 else 1.0


@pytest.fixture(scope="module")
def gifts(servers: Servers) -> Client:
    rng = np.random.default_rng(4)
    days = [FIRST + timedelta(days=i) for i in range((LAST - FIRST).days + 1)]
    return servers.serve_rows(
        Books(tuple(Sale(d, int(rng.gamma(60, 2000) * trade(d)), 1, "Gifts", "Shop") for d in days))
    )


def found(client: Client, start: str, end: str) -> list[tuple[str, str, str]]:
    request = DetectAnomaliesRequest(start_date=start, end_date=end)
    return [
        (a.start_date, a.end_date, a.kind) for a in AiServiceStub(client.channel).DetectAnomalies(request).anomalies
    ]


@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_a_week_that_is_busy_every_year_is_none(gifts: Client, year: int) -> None:
    assert found(gifts, f"{year}-05-01", f"{year}-05-31") == []


def test_the_season_that_begins_is_no_new_level(gifts: Client) -> None:
    assert [kind for *_, kind in found(gifts, "2023-10-01", "2024-02-01") if kind == "level_shift"] == []
    assert [kind for *_, kind in found(gifts, "2024-11-01", "2024-11-20") if kind == "level_shift"] == []


def test_a_busy_week_of_one_year_is_one(gifts: Client) -> None:
    assert found(gifts, "2024-07-01", "2024-07-31") == [("2024-07-08", "2024-07-12", "spike")]
