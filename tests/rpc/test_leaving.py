"""Imports of callers who have left: they wait for nothing any more, and what they have begun is rolled back."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import grpc
import pytest
from google.api.httpbody_pb2 import HttpBody
from sqlalchemy import func, select, update
from tests.rpc.rows import Books
from tests.rpc.serving import Client, Servers

from bi.v1.data_pb2 import ImportFileRequest
from bi_server.app import IMPORT_WORKERS
from bi_server.store.engine import opened
from bi_server.store.tables import imports, sales_data, store_state

HEAD = b"date,revenue,units_sold,product_category,region,order_id\n"
PATIENCE = 60
MANY = 400_000  # rows: seconds of work


@pytest.fixture
def url(any_servers: Servers) -> str:
    """An empty store of each kind."""
    return any_servers.database()


@pytest.fixture
def client(any_servers: Servers, url: str) -> Client:
    return any_servers.serve(url, Books((), ()))


def begun(client: Client, name: str, rows: int = 1) -> Any:
    """An import that goes on."""
    lines = b"".join(b"2024-01-01,1,1,Books,North,%s-%d\n" % (name.encode(), i) for i in range(rows))
    pieces = [HEAD, *(lines[i : i + 2**20] for i in range(0, len(lines), 2**20))]
    body = [ImportFileRequest(file=HttpBody(content_type="text/csv", data=piece)) for piece in pieces]
    return client.data.ImportFile.future(iter(body), timeout=PATIENCE)


def at_work() -> int:
    """How many imports use the database, or wait for it."""
    return sum(thread.name == "interrupting" for thread in threading.enumerate())


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Another program writes, and takes its time."""
    with opened(url) as engine, engine.execution_options(writes=True).begin() as connection:
        connection.execute(update(store_state).values(data_version=store_state.c.data_version))
        yield


def stored(url: str) -> tuple[int, int]:
    """Rows, and imports that were recorded."""
    with opened(url) as engine, engine.connect() as connection:
        rows, done = (
            connection.execute(select(func.count()).select_from(t)).scalar_one() for t in (sales_data, imports)
        )
        return rows, done


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_nobody_waits_for_a_lock_for_who_has_left(client: Client, url: str) -> None:
    with locked(url):
        calls = [begun(client, f"left-{i}") for i in range(IMPORT_WORKERS + 2)]
        until(lambda: at_work() == IMPORT_WORKERS)
        for call in calls:
            call.cancel()
        until(lambda: at_work() == 0)
        last = begun(client, "stays")
        until(lambda: at_work() == 1)
    assert last.result().inserted == 1
    assert stored(url) == (1, 1)


def test_what_was_begun_for_who_has_left_is_rolled_back(client: Client, url: str) -> None:
    call = begun(client, "left", MANY)
    until(lambda: at_work() == 1 or call.done())
    call.cancel()
    assert call.code() is grpc.StatusCode.CANCELLED
    until(lambda: at_work() == 0)
    assert begun(client, "stays").result().inserted == 1
    assert stored(url) == (1, 1)
