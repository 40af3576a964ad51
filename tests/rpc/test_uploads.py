"""Files that hardly arrive: told so, and their place given to others."""

import threading
from collections.abc import Iterator
from typing import Any

import grpc
import pytest
from google.api.httpbody_pb2 import HttpBody
from tests.rpc.serving import Client, Servers, violations, write
from tests.rpc.stores import STORES

from bi.v1.data_pb2 import ImportFileRequest, ImportFileResponse
from bi_server.services import uploads

HEAD = b"date,revenue,units_sold,product_category,region\n"


@pytest.fixture(scope="module")
def single(servers: Servers) -> Client:
    """A server that takes one file at a time."""
    url = servers.database()
    write(url, STORES["regular"])
    return servers.serve(url, STORES["regular"], max_uploads=1)


def piece(data: bytes) -> ImportFileRequest:
    return ImportFileRequest(file=HttpBody(content_type="text/csv", data=data), dry_run=True)


class Held:
    """A file whose end comes when it is let go."""

    def __init__(self, client: Client) -> None:
        self._gate = threading.Event()
        self.call: Any = client.data.ImportFile.future(self._pieces(), timeout=60)

    def _pieces(self) -> Iterator[ImportFileRequest]:
        yield piece(HEAD)
        self._gate.wait(60)
        yield piece(b"2024-01-01,1,1,Books,North\n")

    def let_go(self) -> Any:
        """How it ends."""
        self._gate.set()
        return self.call.exception(timeout=60)


def held_and_refused(client: Client) -> tuple[Held, grpc.RpcError]:
    """A file that has the only place, and how another is refused."""
    held = Held(client)
    while True:
        try:
            client.data.ImportFile(iter([piece(HEAD + b"2024-01-01,1,1,Books,North\n")]), timeout=60)
        except grpc.RpcError as error:
            return held, error
        if held.call.done():  # one of these had its place
            held.let_go()
            held = Held(client)


def test_a_file_too_many_is_refused_until_a_place_is_free(single: Client) -> None:
    held, refused = held_and_refused(single)
    assert isinstance(refused, grpc.Call)
    assert refused.code() is grpc.StatusCode.RESOURCE_EXHAUSTED
    assert "MAX_UPLOADS" in str(refused.details())
    assert held.let_go() is None
    answer: ImportFileResponse = held.call.result()
    assert answer.rows_read == 1
    single.data.ImportFile(iter([piece(HEAD + b"2024-01-01,1,1,Books,North\n")]), timeout=60)


def test_a_file_that_stops_coming_is_given_up(single: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "PIECE_SECONDS", 0.2)
    held = Held(single)
    error = held.call.exception(timeout=60)
    assert "nothing of it came" in violations(error)["file"]
    held.let_go()


def test_a_file_that_trickles_in_is_given_up(single: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "SETTLING_SECONDS", 0.0)
    monkeypatch.setattr(uploads, "LEAST_PACE", 1 << 40)
    with pytest.raises(grpc.RpcError) as caught:
        single.data.ImportFile(iter([piece(HEAD), piece(b"2024-01-01,1,1,Books,North\n")]), timeout=60)
    assert "bytes a second" in violations(caught.value)["file"]
