"""More questions than can be answered in time: refused at once, and nobody works for who has left."""

import threading
import time
from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2
from tests.rpc.serving import Client, Servers, write
from tests.rpc.stores import STORES

from bi.v1 import analytics_pb2 as pb
from bi.v1 import dashboard_pb2, data_pb2
from bi_server.rpc import forecast

WAITING = 3


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


class Held:
    """Forecasts that were begun wait here until they are let go."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self._gate = threading.Event()

    def let_go(self) -> None:
        """Nothing is held any more."""
        self._gate.set()

    def until_begun(self, periods: int) -> None:
        """Waits for the forecast of so many periods to be held."""
        given_up = time.monotonic() + 30
        while periods not in self.begun:
            assert time.monotonic() < given_up, "never begun"
            time.sleep(0.01)

    def hold(self, periods: int) -> None:
        """Called where a forecast begins."""
        self.begun.append(periods)
        self._gate.wait(60)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Held]:
    """Every forecast of the test is held."""
    held = Held()
    predict = forecast.predict

    def held_up(request: pb.GetForecastRequest, *more: Any) -> pb.GetForecastResponse:
        held.hold(request.periods)
        return predict(request, *more)

    monkeypatch.setattr(forecast, "predict", held_up)
    yield held
    held.let_go()


def test_charts_do_not_wait_behind_analyses(narrow: Client, held: Held) -> None:
    asked = forecasts(narrow, 40, 1 + WAITING)
    held.until_begun(40)
    chart = dashboard_pb2.GetChartDataRequest(start_date="2024-01-01", end_date="2024-01-31")
    narrow.dashboard.GetChartData(chart, timeout=10)
    assert not any(call.done() for call in asked), "the analyses go on"
    held.let_go()
    wait_for(asked)
    assert sorted(held.begun) == [40, 41, 42, 43]


def test_nobody_works_for_who_has_left(narrow: Client, held: Held) -> None:
    asked = forecasts(narrow, 100, 1 + WAITING)
    held.until_begun(100)
    arrived(narrow)
    for call in asked:
        call.cancel()
    arrived(narrow)
    held.let_go()
    last = forecasts(narrow, 200, 1)
    wait_for(last)
    assert last[0].code() is grpc.StatusCode.OK
    assert held.begun == [100, 200], "what was queued is dropped"


def test_who_asks_the_same_keeps_it_going(narrow: Client, held: Held) -> None:
    first, second = forecasts(narrow, 300, 1) + forecasts(narrow, 300, 1)
    held.until_begun(300)
    arrived(narrow)
    first.cancel()
    arrived(narrow)
    held.let_go()
    wait_for([second])
    assert second.code() is grpc.StatusCode.OK
    assert held.begun == [300]


def arrived(client: Client) -> None:
    """What was sent before this on the same connection has reached the server, and has been looked at."""
    for _ in range(3):
        client.data.GetMetadata(data_pb2.GetMetadataRequest(), timeout=10)
    time.sleep(0.1)


def wait_for(calls: list[Any]) -> None:
    for call in calls:
        call.exception(timeout=60)
