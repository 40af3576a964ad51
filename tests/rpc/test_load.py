"""More questions than can be answered in time: refused at once, and nobody works for who has left."""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc import error_details_pb2, status_pb2
from tests.rpc.serving import Client, Servers, write
from tests.rpc.stores import STORES

from bi.v1 import analytics_pb2 as pb
from bi.v1 import dashboard_pb2, data_pb2

WAITING = 3
PATIENCE = 60

needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds the worker in /proc")


@pytest.fixture(scope="module")
def alone(servers: Servers) -> Iterator[Servers]:
    """Servers whose workers are nobody else's."""
    alone = Servers(servers.database)
    yield alone
    alone.close()


@pytest.fixture(scope="module")
def narrow(alone: Servers) -> Client:
    """A server with one worker for analyses and few places before it."""
    url = alone.database()
    write(url, STORES["regular"])
    return alone.serve(url, STORES["regular"], analysis_workers=1, analysis_queue=WAITING)


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


class Frozen:
    """The worker of `narrow`, which does nothing until it is let go."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        os.kill(pid, signal.SIGSTOP)

    def let_go(self) -> None:
        """It goes on with what it has been given, if it was not ended meanwhile."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGCONT)


@pytest.fixture
def frozen(narrow: Client, alone: Servers) -> Iterator[Frozen]:
    """The worker is frozen, and asked for nothing."""
    narrow.analytics.GetForecast(pb.GetForecastRequest(periods=7), timeout=PATIENCE)  # there is one
    (worker,) = alone.workers()
    frozen = Frozen(worker)
    yield frozen
    frozen.let_go()


@needs_proc
def test_charts_do_not_wait_behind_analyses(narrow: Client, frozen: Frozen) -> None:
    asked = forecasts(narrow, 40, 1 + WAITING)
    arrived(narrow)
    chart = dashboard_pb2.GetChartDataRequest(start_date="2024-01-01", end_date="2024-01-31")
    narrow.dashboard.GetChartData(chart, timeout=PATIENCE)
    assert not any(call.done() for call in asked), "the analyses go on"
    frozen.let_go()
    wait_for(asked)
    assert {call.code() for call in asked} == {grpc.StatusCode.OK}


@needs_proc
def test_nobody_works_for_who_has_left(narrow: Client, alone: Servers, frozen: Frozen) -> None:
    asked = forecasts(narrow, 100, 1 + WAITING)
    arrived(narrow)
    for call in asked:
        call.cancel()
    until(lambda: frozen.pid not in alone.workers())  # it did not leave its work, and was ended
    last = forecasts(narrow, 200, 1 + WAITING)  # what was queued is dropped: there is room
    wait_for(last)
    assert {call.code() for call in last} == {grpc.StatusCode.OK}


@needs_proc
def test_who_asks_the_same_keeps_it_going(narrow: Client, alone: Servers, frozen: Frozen) -> None:
    first, second = forecasts(narrow, 300, 1) + forecasts(narrow, 300, 1)
    arrived(narrow)
    first.cancel()
    arrived(narrow)
    frozen.let_go()
    wait_for([second])
    assert second.code() is grpc.StatusCode.OK
    assert alone.workers() == {frozen.pid}


@needs_proc
def test_a_worker_that_is_killed_costs_no_answer(narrow: Client, alone: Servers, frozen: Frozen) -> None:
    asked = forecasts(narrow, 350, 1)
    arrived(narrow)
    os.kill(frozen.pid, signal.SIGKILL)
    wait_for(asked)
    assert asked[0].code() is grpc.StatusCode.OK
    assert frozen.pid not in alone.workers()


def arrived(client: Client) -> None:
    """What was sent before this on the same connection has reached the server, and has been looked at."""
    for _ in range(3):
        client.data.GetMetadata(data_pb2.GetMetadataRequest(), timeout=PATIENCE)
    time.sleep(0.1)


def until(holds: Any) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def wait_for(calls: list[Any]) -> None:
    for call in calls:
        call.exception(timeout=PATIENCE)
