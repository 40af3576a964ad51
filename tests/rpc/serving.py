"""Real servers over stores with known rows, and clients that speak to them through the generated stubs."""

import asyncio
import shutil
import sqlite3
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import grpc
from google.rpc import error_details_pb2, status_pb2
from tests.rpc.plain import Books, Query, Sale, Visit

from bi.v1 import analytics_pb2_grpc, dashboard_pb2_grpc, data_pb2_grpc
from bi_server import app
from bi_server.settings import Settings
from bi_server.store import migrate
from bi_server.store.engine import open_engine

T = TypeVar("T")


class Client:
    """Stubs of every service of one server, and the rows it serves."""

    def __init__(self, port: int, books: Books) -> None:
        self.books = books
        self.channel = grpc.insecure_channel(f"127.0.0.1:{port}")
        self.dashboard = dashboard_pb2_grpc.DashboardServiceStub(self.channel)
        self.analytics = analytics_pb2_grpc.AnalyticsServiceStub(self.channel)
        self.data = data_pb2_grpc.DataServiceStub(self.channel)


class Servers:
    """Starts servers on free ports; all of them share one event loop in one thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._running: list[tuple[app.App, Client]] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="servers")
        self._thread.start()
        # Migrating takes far longer than copying a file that is migrated.
        self._empty = folder / "empty.db"
        engine = open_engine(f"sqlite:///{self._empty}")
        migrate.upgrade(engine)
        engine.dispose()

    def _await(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def database(self) -> Path:
        """A fresh store without rows."""
        path = self._folder / f"{len(list(self._folder.iterdir()))}.db"
        shutil.copy(self._empty, path)
        return path

    def serve(self, path: Path, books: Books) -> Client:
        """A client of a new server over the store, until the session ends."""
        settings = Settings(database_url=f"sqlite:///{path}", host="127.0.0.1", grpc_port=0)
        running = self._await(app.start(settings))
        client = Client(running.port, books)
        self._running.append((running, client))
        return client

    def serve_rows(self, books: Books) -> Client:
        """A client of a new server over hand-made rows, until the session ends."""
        path = self.database()
        write(path, books)
        return self.serve(path, books)

    @contextmanager
    def serving_rows(self, books: Books) -> Iterator[Client]:
        """As `serve_rows`, for a while."""
        client = self.serve_rows(books)
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
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


def write(path: Path, books: Books) -> None:
    """Inserts rows as any other tool would; the server has to find them by itself."""
    connection = sqlite3.connect(path)
    with connection:
        connection.executemany(
            "INSERT INTO sales_data (date, revenue, units_sold, product_category, region, customer_id, order_id,"
            " order_line) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    f"{s.day} {s.time}",
                    s.cents / 100,
                    s.units,
                    s.category,
                    s.region,
                    s.customer,
                    f"O{i}",
                    2 - s.first_line,
                )
                for i, s in enumerate(books.sales)
            ],
        )
        connection.executemany(
            "INSERT INTO site_traffic (date, region, category, visits) VALUES (?, ?, ?, ?)",
            [(str(v.day), v.region, v.category, v.visits) for v in books.visits],
        )
    connection.close()


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


# --- hand-made stores ---

JAN = date(2024, 1, 1)


def _days(first: date, count: int, every: int = 1) -> list[date]:
    return [first + timedelta(days=i) for i in range(0, count, every)]


def _visits(first: date, count: int, segments: list[tuple[str, str]], skip: tuple[date, ...] = ()) -> tuple[Visit, ...]:
    return tuple(
        Visit(day, c, r, 20 + (day.toordinal() * 7 + n) % 13)
        for day in _days(first, count)
        for n, (c, r) in enumerate(segments)
        if day not in skip
    )


PAIRS = [("Books", "North"), ("Books", "South"), ("Sports", "North")]  # Sports never sold in South


def _regular() -> tuple[Sale, ...]:
    """Fourteen months over a leap day, every third day, a few customers who come back."""
    return tuple(
        Sale(day, 1000 + 37 * (i % 11) + n, 1 + i % 3, c, r, f"C{(i + n) % 17}")
        for i, day in enumerate(_days(date(2023, 1, 2), 425, 3))
        for n, (c, r) in enumerate(PAIRS)
    )


def _refunds() -> tuple[Sale, ...]:
    """Signs mix within days, within months and between segments; some days cancel out to nothing."""
    rows = []
    for i, day in enumerate(_days(JAN, 120)):
        rows.append(Sale(day, 5001 if i % 2 else -5001, 1 if i % 2 else -1, "Books", "North", f"C{i % 5}"))
        if i % 3 == 0:
            rows.append(Sale(day, -1999, 0, "Books", "North", ""))
        if 31 <= i < 60:
            rows += [Sale(day, 700, 2, "Sports", "South"), Sale(day, -700, -2, "Sports", "South", "C1")]
    return tuple(rows)


STORES = {
    "empty": Books(),
    "one_row": Books((Sale(date(2024, 2, 29), 1, 1, "Books", "North", "C1"),)),
    "regular": Books(_regular(), _visits(date(2023, 1, 1), 425, PAIRS)),
    "no_traffic": Books(_regular()),
    # Traffic begins in June 2023, and its recording stood still for ten days in October.
    "traffic_from_june": Books(
        _regular(), _visits(date(2023, 6, 1), 280, PAIRS, skip=tuple(_days(date(2023, 10, 5), 10)))
    ),
    # Sports has no traffic at all; Books in South from September on.
    "traffic_of_some": Books(
        _regular(), _visits(date(2023, 1, 1), 425, PAIRS[:1]) + _visits(date(2023, 9, 1), 180, PAIRS[1:2])
    ),
    # Visits before and after the sales, and in a segment that never sold.
    "traffic_beyond": Books(
        tuple(Sale(day, 999, 1, "Books", "North", "C1") for day in _days(JAN, 20, 2)),
        _visits(date(2023, 12, 1), 90, [("Books", "North"), ("Toys", "East")]),
    ),
    "refunds": Books(_refunds()),
    # Half of what is sold is a further line of an order; one category only has further lines.
    "order_lines": Books(
        tuple(
            Sale(day, 100 * i + 1, i, c, "North", f"C{i}", first_line=line == 1 and c != "Extras")
            for i, day in enumerate(_days(JAN, 45))
            for line, c in ((1, "Books"), (2, "Books"), (2, "Extras"))
        )
    ),
    # Business ends at 18:00; on the last day the last sale came at 9:00.
    "going_on": Books(
        tuple(
            Sale(day, 2500, 1, "Books", "North", "C1", time="09:00:00" if day == date(2024, 2, 12) else "18:00:00")
            for day in _days(JAN, 43)
        ),
        last_day_is_over=False,
    ),
    "gaps": Books(
        (
            *(Sale(day, 333, 1, "Ärzte", "Süd", "C1") for day in (*_days(JAN, 20), *_days(date(2024, 4, 10), 20))),
            Sale(date(2024, 3, 31), 1_000_000_000_001, 5, "zebra", "Nord"),
        )
    ),
}
