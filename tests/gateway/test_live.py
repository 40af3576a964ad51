"""Changes of the data as events, through the real Envoy."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import grpc
import httpx
import pytest
from tests.gateway import stack
from tests.gateway.stack import Gateway

from bi.v1.live_pb2 import WatchDataRequest
from bi.v1.live_pb2_grpc import LiveServiceStub

ROW = "date,revenue,units_sold,product_category,region,order_id,customer_id\n2024-12-31,10.00,1,Books,North,{},C1\n"
ALONE = [("grpc.use_local_subchannel_pool", 1)]  # a connection of its own: each takes 128 streams
STREAM = "/api/dashboard/stream"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gateway]:
    """A store of its own, for it changes."""
    with ExitStack() as running:
        port = running.enter_context(stack.server(tmp_path_factory.mktemp("server"), snapshot_interval_seconds=0))
        yield running.enter_context(stack.envoy(tmp_path_factory.mktemp("gateway"), port))


@contextmanager
def listening(gateway: Gateway, **headers: str) -> Iterator[tuple[httpx.Response, Iterator[str]]]:
    with httpx.stream(
        "GET", f"http://127.0.0.1:{gateway.http_port}{STREAM}", headers=headers, timeout=stack.PATIENCE
    ) as answer:
        yield answer, answer.iter_lines()


def next_event(lines: Iterator[str]) -> dict[str, str]:
    """The fields of the next event; of a comment its text, under an empty name."""
    event: dict[str, str] = {}
    for line in lines:
        if line:
            name, _, value = line.partition(":")
            event[name] = value.strip()
        elif set(event) - {"retry"}:
            return event
    raise AssertionError("the stream has ended")


def version(gateway: Gateway) -> int:
    found: int = gateway.client.get("/api/metadata").json()["data_version"]
    return found


def import_row(gateway: Gateway, order: str) -> int:
    answer = gateway.client.post("/api/data/import", content=ROW.format(order), headers={"content-type": "text/csv"})
    assert answer.status_code == 200, answer.text
    imported: int = answer.json()["data_version"]
    return imported


def test_an_import_is_told_to_all_who_listen(shop: Gateway) -> None:
    with listening(shop) as (answer, first), listening(shop) as (_, second):
        assert answer.headers["content-type"] == "text/event-stream"
        assert answer.headers["cache-control"] == "no-store"
        now = version(shop)
        for lines in (first, second):
            event = next_event(lines)
            assert event["id"] == str(now)
            assert json.loads(event["data"]) == {"data_version": now}
        imported = import_row(shop, "LIVE-1")
        assert imported > now
        assert [next_event(lines)["id"] for lines in (first, second)] == [str(imported)] * 2


def test_who_comes_back_hears_what_he_has_missed(shop: Gateway) -> None:
    before = version(shop)
    imported = import_row(shop, "LIVE-2")
    with listening(shop, **{"last-event-id": str(before)}) as (_, lines):
        assert next_event(lines)["id"] == str(imported)
    with listening(shop, **{"last-event-id": str(imported)}) as (_, lines):
        assert next_event(lines)[""] == "nothing new"
        assert next_event_after(shop, lines, "LIVE-3") == version(shop)


def next_event_after(shop: Gateway, lines: Iterator[str], order: str) -> int:
    import_row(shop, order)
    return int(next_event(lines)["id"])


def test_many_listen_over_grpc_and_take_no_place_of_streams(shop: Gateway) -> None:
    known = version(shop)
    channels = [grpc.insecure_channel(f"127.0.0.1:{shop.http_port}", ALONE) for _ in range(4)]
    with ExitStack() as opened:
        stubs = [LiveServiceStub(opened.enter_context(channel)) for channel in channels]
        request = WatchDataRequest()
        listeners = [stub.WatchData(request, timeout=stack.PATIENCE) for stub in stubs for _ in range(100)]
        assert {next(listener).data_version for listener in listeners} == {known}
        imported = import_row(shop, "LIVE-4")
        assert {next(listener).data_version for listener in listeners} == {imported}
        for listener in listeners:
            listener.cancel()


def test_pages_of_the_allowed_origin_may_listen(shop: Gateway) -> None:
    with listening(shop, origin=stack.ORIGIN) as (answer, _):
        assert answer.headers["access-control-allow-origin"] == stack.ORIGIN


def test_a_server_that_stops_ends_the_streams_cleanly(tmp_path: Path) -> None:
    with ExitStack() as running:
        serving = running.enter_context(ExitStack())
        port = serving.enter_context(stack.server(tmp_path, snapshot_interval_seconds=0))
        gateway = running.enter_context(stack.envoy(tmp_path, port))
        _, lines = running.enter_context(listening(gateway))
        next_event(lines)
        serving.close()  # SIGTERM, and waits for the end
        assert list(lines) == []  # no error: the last piece is an end
