"""More questions than can be answered in time: refused at once, and nobody works for who has left."""

import time
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2
from tests.rpc.serving import Client, Servers, write
from tests.rpc.stores import STORES

from bi.v1 import analytics_pb2 as pb
from bi.v1 import dashboard_pb2
from bi_server.rpc import forecast

WAITING = 3
SLOW_SECONDS = 0.2


@pytest.fixture(scope="module")
def narrow(servers: Servers) -> Client:
    """A server with one thread for analyses and few places before it."""
    url = servers.database()
    write(url, STORES["regular"])
    return servers.serve(url, STORES["regular"], analysis_workers=1, analysis_queue=WAITING)


def forecasts(client: Client, first: int, count: int) -> list[Any]:
    """So many different forecasts, all asked for at once."""
    return [client.analytics.GetForecast.future(pb.GetForecastRequest(periods=first + i)) for i in range(count)]


def test_what_finds_no_place_is_refused_with_the_time_to_come_back(narrow: Client) -> None:
    asked = forecasts(narrow, 1, 30)
    wait_for(asked)
    refused = [call for call in asked if call.code() is grpc.StatusCode.RESOURCE_EXHAUSTED]
    answered = [call for call in asked if call.code() is grpc.StatusCode.OK]
    assert len(refused) + len(answered) == 30
    assert len(answered) > WAITING
    assert refused
    status = status_pb2.Status.FromString(dict(refused[0].trailing_metadata())["grpc-status-details-bin"])
    retry = error_details_pb2.RetryInfo()
    assert any(detail.Unpack(retry) for detail in status.details if detail.Is(retry.DESCRIPTOR))
    assert retry.retry_delay.seconds == 1


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Forecasts take their time, and this tells which were begun."""
    seen: list[int] = []
    predict = forecast.predict

    def slow(request: pb.GetForecastRequest, *more: Any) -> pb.GetForecastResponse:
        seen.append(request.periods)
        time.sleep(SLOW_SECONDS)
        return predict(request, *more)

    monkeypatch.setattr(forecast, "predict", slow)
    return seen


def test_charts_do_not_wait_behind_analyses(narrow: Client, begun: list[int]) -> None:
    asked = forecasts(narrow, 40, 1 + WAITING)
    chart = dashboard_pb2.GetChartDataRequest(start_date="2024-01-01", end_date="2024-01-31")
    narrow.dashboard.GetChartData(chart, timeout=10)
    assert not any(call.done() for call in asked[2:]), "the analyses go on"
    wait_for(asked)
    assert sorted(begun) == [40, 41, 42, 43]


def test_nobody_works_for_who_has_left(narrow: Client, begun: list[int]) -> None:
    asked = forecasts(narrow, 100, 1 + WAITING)
    while not begun:
        time.sleep(0.01)
    for call in asked:
        call.cancel()
    time.sleep(SLOW_SECONDS * (2 + WAITING))
    assert len(begun) == 1, "what was queued is dropped"
    last = forecasts(narrow, 200, 1)
    wait_for(last)
    assert last[0].code() is grpc.StatusCode.OK


def test_who_asks_the_same_keeps_it_going(narrow: Client, begun: list[int]) -> None:
    first, second = forecasts(narrow, 300, 1) + forecasts(narrow, 300, 1)
    while not begun:
        time.sleep(0.01)
    first.cancel()
    wait_for([second])
    assert second.code() is grpc.StatusCode.OK
    assert begun == [300]


def wait_for(calls: list[Any]) -> None:
    for call in calls:
        call.exception(timeout=60)
