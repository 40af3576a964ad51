"""Real servers over stores with known rows, and clients that speak to them through the generated stubs."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import grpc
from google.rpc import error_details_pb2, status_pb2
from sqlalchemy import insert
from tests.rpc.rows import Books, Query

from bi.v1 import ai_pb2_grpc, analytics_pb2_grpc, dashboard_pb2_grpc, data_pb2_grpc, system_pb2_grpc
from bi_server import app
from bi_server.settings import Settings
from bi_server.store.engine import open_engine
from bi_server.store.tables import sales_data, site_traffic
from bi_server.workers.breeding import spawned_template

T = TypeVar("T")


class Client:
    """Stubs of every service of one server, and the rows it serves."""

    def __init__(self, port: int, books: Books) -> None:
        self.books = books
        self.port = port
        self.channel = grpc.insecure_channel(f"127.0.0.1:{port}")
        self.dashboard = dashboard_pb2_grpc.DashboardServiceStub(self.channel)
        self.analytics = analytics_pb2_grpc.AnalyticsServiceStub(self.channel)
        self.data = data_pb2_grpc.DataServiceStub(self.channel)
        self.ai = ai_pb2_grpc.AiServiceStub(self.channel)
        self.system = system_pb2_grpc.SystemServiceStub(self.channel)


class Servers:
    """Starts servers on free ports; all of them share one event loop in one thread.

    `database` gives the URL of a fresh store without rows, each time it is called.
    """

    def __init__(self, database: Callable[[], str]) -> None:
        self.database = database
        self._running: list[tuple[app.App, Client]] = []
        self._shared: dict[str, Client] = {}
        self._template = spawned_template()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="servers")
        self._thread.start()

    def _await(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def serve(self, url: str, books: Books, **more: Any) -> Client:
        """A client of a new server over the store, until the session ends."""
        settings = Settings(database_url=url, host="127.0.0.1", grpc_port=0, **more)
        running = self._await(app.start(settings, self._template))
        client = Client(running.port, books)
        self._running.append((running, client))
        return client

    def shared(self, name: str, start: Callable[[], Client]) -> Client:
        """The one server of that name, for all modules that leave its rows as they are."""
        if name not in self._shared:
            self._shared[name] = start()
        return self._shared[name]

    def workers(self) -> set[int]:
        """The processes that compute analyses, of all the servers; from /proc."""
        return children(self._template.pid)

    def serve_rows(self, books: Books) -> Client:
        """A client of a new server over hand-made rows, until the session ends."""
        url = self.database()
        write(url, books)
        return self.serve(url, books)

    @contextmanager
    def serving_rows(self, books: Books) -> Iterator[Client]:
        """As `serve_rows`, for a while."""
        url = self.database()
        write(url, books)
        with self.serving(url, books) as client:
            yield client

    @contextmanager
    def serving(self, url: str, books: Books, **more: Any) -> Iterator[Client]:
        """As `serve`, for a while."""
        client = self.serve(url, books, **more)
        try:
            yield client
        finally:
            self._stop()

    def _stop(self) -> None:
        """Ends the newest server."""
        running, client = self._running.pop()
        client.channel.close()
        self._await(running.stop())

    def close(self) -> None:
        while self._running:
            self._stop()
        self._template.close()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def children(pid: int) -> set[int]:
    """The processes that a process has started."""
    return {int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}


def write(url: str, books: Books) -> None:
    """Inserts rows as any other tool would; the server has to find them by itself."""
    sales = [
        {
            "date": datetime.fromisoformat(f"{s.day} {s.time}"),
            "revenue": s.cents / 100,
            "units_sold": s.units,
            "product_category": s.category,
            "region": s.region,
            "customer_id": s.customer,
            "order_id": f"O{i}",
            "order_line": 2 - s.first_line,
        }
        for i, s in enumerate(books.sales)
    ]
    visits = [{"date": v.day, "region": v.region, "category": v.category, "visits": v.visits} for v in books.visits]
    engine = open_engine(url)
    with engine.execution_options(writes=True).begin() as connection:
        for table, rows in ((sales_data, sales), (site_traffic, visits)):
            if rows:
                connection.execute(insert(table), rows)
    engine.dispose()


def parameters(query: Query) -> dict[str, Any]:
    """The fields that every request about a range has."""
    return {
        "start_date": str(query.start),
        "end_date": str(query.end),
        "category": query.category,
        "region": query.region,
    }


def violations(error: grpc.RpcError) -> dict[str, str]:
    """The fields an error names, with what is wrong with each."""
    assert isinstance(error, grpc.Call)
    assert error.code() is grpc.StatusCode.INVALID_ARGUMENT
    trailers = dict(error.trailing_metadata() or ())
    status = status_pb2.Status.FromString(trailers["grpc-status-details-bin"])
    assert status.message == error.details()
    bad = error_details_pb2.BadRequest()
    assert any(detail.Unpack(bad) for detail in status.details if detail.Is(bad.DESCRIPTOR))
    return {violation.field: violation.description for violation in bad.field_violations}
