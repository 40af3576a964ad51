"""Whoever listens hears of new data, over gRPC, and is left when his time is over."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import grpc
import pytest
from google.api.httpbody_pb2 import HttpBody
from tests.rpc.rows import Books, Sale
from tests.rpc.serving import Client, Servers

from bi.v1 import data_pb2, live_pb2
from bi.v1.live_pb2_grpc import LiveServiceStub
from bi_server.services import changes

LISTENERS = 20
PATIENCE = 60.0
ROW = "date,revenue,units_sold,product_category,region,order_id,customer_id\n2024-03-02,10.00,1,Books,North,{},C1\n"


@pytest.fixture(scope="module")
def shop(any_servers: Servers) -> Client:
    return any_servers.serve_rows(Books((Sale(date(2024, 3, 1), 500, 1, "Books", "North", "C1"),)))


def watch(client: Client, known: int | None = None) -> Iterator[live_pb2.WatchDataResponse]:
    stub = LiveServiceStub(client.channel)
    return iter(stub.WatchData(live_pb2.WatchDataRequest(known_version=known), timeout=PATIENCE))


def version(client: Client) -> int:
    return client.data.GetMetadata(data_pb2.GetMetadataRequest()).data_version


def import_row(client: Client, order: str) -> int:
    file = HttpBody(content_type="text/csv", data=ROW.format(order).encode())
    return client.data.ImportFile(iter([data_pb2.ImportFileRequest(file=file)])).data_version


def test_every_listener_hears_of_an_import(shop: Client) -> None:
    listeners = [watch(shop) for _ in range(LISTENERS)]
    with ThreadPoolExecutor(LISTENERS) as threads:
        now = version(shop)
        assert {answer.data_version for answer in threads.map(next, listeners)} == {now}
        imported = import_row(shop, "LIVE-1")
        assert {answer.data_version for answer in threads.map(next, listeners)} == {imported}


def test_what_is_known_is_not_told_once_more(shop: Client) -> None:
    known = version(shop)
    listener = watch(shop, known)
    imported = import_row(shop, "LIVE-2")
    assert next(listener).data_version == imported
    assert next(watch(shop, known)).data_version == imported


def test_silence_is_broken_now_and_then(shop: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "LOOK_SECONDS", 0.0001)  # of which there are a hundred between two signs of life
    events = LiveServiceStub(shop.channel).StreamDashboard(live_pb2.StreamDashboardRequest(), timeout=PATIENCE)
    pieces = [next(events).data for _ in range(3)]
    assert pieces[0] == f'retry: 2000\n\nid: {version(shop)}\ndata: {{"data_version": {version(shop)}}}\n\n'.encode()
    assert pieces[1:] == [b": nothing new\n\n"] * 2
    events.cancel()


@pytest.mark.parametrize("last", ["9" * 5000, "-1", "1e3", ""])
def test_an_id_of_nobody_knows_nothing(shop: Client, last: str) -> None:
    request, metadata = live_pb2.StreamDashboardRequest(), (("last-event-id", last),)
    events = LiveServiceStub(shop.channel).StreamDashboard(request, timeout=PATIENCE, metadata=metadata)
    assert f"id: {version(shop)}\n".encode() in next(events).data
    events.cancel()


def test_nobody_listens_for_ever(shop: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "LIFE_SECONDS", -1.0)
    assert [answer.data_version for answer in watch(shop)] == [version(shop)]


def test_what_is_no_message_is_refused(shop: Client) -> None:
    ask: Any = shop.channel.unary_stream("/bi.v1.LiveService/WatchData")
    call = ask(b"\xff", timeout=PATIENCE)
    with pytest.raises(grpc.RpcError) as failed:
        next(call)
    assert failed.value.code() is grpc.StatusCode.INVALID_ARGUMENT
