"""Mixed load: readers of every route, importers that know which of their rows must be there, and a probe."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum

import httpx

FIRST, LAST = date(2023, 1, 1), date(2024, 12, 31)  # of the sample data
HEADER = "date,revenue,units_sold,product_category,region,order_id,customer_id"
CATEGORIES, REGIONS = ("Electronics", "Clothing", "Books"), ("North", "South", "East", "West")
TIMEOUT_SECONDS = 40.0  # above the server's own
PROBE_PAUSE, READ_PAUSE, IMPORT_PAUSE = 0.1, 0.02, 0.1  # seconds between two requests of a thread
BACK_OFF = 0.2  # after one that failed
MOST_ROWS = 40  # of a file
LEAVING = 0.1  # of the callers who import do not wait for the answer


@dataclass(frozen=True)
class Outcome:
    """A request that was answered, or not (status 0); times are of time.monotonic()."""

    kind: str
    started: float
    ended: float
    status: int
    detail: str = ""

    @property
    def is_good(self) -> bool:
        """Whether the caller got what he asked for."""
        return self.status == 200

    @property
    def seconds(self) -> float:
        """How long the caller waited."""
        return self.ended - self.started


class Fate(Enum):
    """What the caller was told of a file in the end."""

    ACCEPTED = "accepted"  # 200: every row is there
    REFUSED = "refused"  # by an answer that says so: none is
    UNKNOWN = "unknown"  # no answer: all or none are


@dataclass(frozen=True)
class Sent:
    """A file that was sent, once or more often until it was answered."""

    order_ids: tuple[str, ...]
    fate: Fate


@dataclass
class Load:
    """What came of it so far. Lists grow while the load runs."""

    url: str
    seed: int
    import_pause: float = IMPORT_PAUSE  # seconds between two files of an importer
    outcomes: list[Outcome] = field(default_factory=list)
    files: list[Sent] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def running(self, readers: int = 4, importers: int = 2) -> Iterator[None]:
        """The load runs inside, in threads."""
        works: list[tuple[Callable[[random.Random, str], None], str]] = [(self._probe, "probe")]
        works += [(self._read, f"reader {i}") for i in range(readers)]
        works += [(self._import, f"importer{i}") for i in range(importers)]
        threads = [
            threading.Thread(target=work, args=(random.Random(f"{self.seed} {name}"), name), name=name)
            for work, name in works
        ]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.over.set()
            for thread in threads:
                thread.join()

    def _probe(self, draw: random.Random, _name: str) -> None:
        """A cheap question again and again, each on a connection of its own, as a new visitor comes."""
        while not self.over.wait(PROBE_PAUSE):
            with httpx.Client(base_url=self.url, timeout=TIMEOUT_SECONDS) as client:
                self._ask(client, "probe", "GET", kpis(draw))

    def _read(self, draw: random.Random, _name: str) -> None:
        with httpx.Client(base_url=self.url, timeout=TIMEOUT_SECONDS) as client:
            while not self.over.wait(READ_PAUSE):
                path = draw.choices(list(ROUTES), list(ROUTES.values()))[0](draw)
                if not self._ask(client, path.split("?")[0], "GET", path).is_good:
                    self.over.wait(BACK_OFF)

    def _import(self, draw: random.Random, name: str) -> None:
        number, known = 0, ""
        while not self.over.wait(self.import_pause):
            number += 1
            rows = [_row(draw, f"chaos-{name}-{number}-{i}") for i in range(draw.randint(1, MOST_ROWS))]
            if draw.random() < LEAVING:
                self.files.append(Sent(_order_ids(rows), self._leave(rows, draw)))
                continue
            wanted = Fate.ACCEPTED if not known or draw.random() < 0.8 else Fate.REFUSED
            # One row of an order that is there with other contents refuses the others with it.
            sent = rows if wanted is Fate.ACCEPTED else [*rows, _contradicting(known)]
            fate = self._send(sent, "skip" if wanted is Fate.ACCEPTED else "fail", wanted)
            self.files.append(Sent(_order_ids(rows), fate))
            if fate is Fate.ACCEPTED:
                known = rows[0]

    def _send(self, rows: list[str], on_duplicate: str, wanted: Fate) -> Fate:
        """Sends a file until it is answered for good, as a careful caller does."""
        expected = 200 if wanted is Fate.ACCEPTED else 400
        body = "\n".join([HEADER, *rows, ""]).encode()
        while True:
            with httpx.Client(base_url=self.url, timeout=TIMEOUT_SECONDS) as client:
                path = f"/api/data/import?on_duplicate={on_duplicate}"
                outcome = self._ask(client, "import", "POST", path, body, expected)
            if outcome.is_good:
                return wanted
            if self.over.wait(BACK_OFF):
                return Fate.UNKNOWN

    def _leave(self, rows: list[str], draw: random.Random) -> Fate:
        """Sends a file and does not wait for the answer."""
        body = "\n".join([HEADER, *rows, ""]).encode()
        try:
            url, soon = f"{self.url}/api/data/import", draw.uniform(0.005, 0.2)
            answer = httpx.post(url, content=body, headers={"content-type": "text/csv"}, timeout=soon)
        except httpx.HTTPError:
            return Fate.UNKNOWN
        return Fate.ACCEPTED if answer.status_code == 200 else Fate.UNKNOWN

    def _ask(
        self, client: httpx.Client, kind: str, method: str, path: str, body: bytes = b"", expected: int = 200
    ) -> Outcome:
        started, status, detail = time.monotonic(), 0, ""
        try:
            answer = client.request(method, path, content=body, headers={"content-type": "text/csv"} if body else None)
            status = 200 if answer.status_code == expected else answer.status_code
            detail = "" if status == 200 else answer.text[:300]
        except httpx.HTTPError as error:
            detail = repr(error)
        outcome = Outcome(kind, started, time.monotonic(), status, detail)
        self.outcomes.append(outcome)
        return outcome


def _order_ids(rows: list[str]) -> tuple[str, ...]:
    return tuple(row.split(",")[5] for row in rows)


def _row(draw: random.Random, order_id: str) -> str:
    day = FIRST + timedelta(draw.randrange((LAST - FIRST).days + 1))
    revenue = draw.randrange(100, 100_000) / 100
    customer = f"C{draw.randrange(500)}"
    segment = f"{draw.choice(CATEGORIES)},{draw.choice(REGIONS)}"
    return f"{day},{revenue:.2f},{draw.randint(1, 5)},{segment},{order_id},{customer}"


def _contradicting(row: str) -> str:
    """The same order with another sum."""
    day, revenue, *rest = row.split(",")
    return ",".join([day, f"{float(revenue) + 1:.2f}", *rest])


def _days(draw: random.Random) -> str:
    start = FIRST + timedelta(draw.randrange(500))
    return f"start_date={start}&end_date={start + timedelta(draw.randint(28, 200))}"


def kpis(draw: random.Random) -> str:
    """A cheap question, seldom the same."""
    return f"/api/dashboard/kpis?{_days(draw)}"


# Which routes are asked, and how often.
ROUTES: dict[Callable[[random.Random], str], int] = {
    kpis: 40,
    lambda draw: f"/api/dashboard/summary?{_days(draw)}": 15,
    lambda draw: f"/api/dashboard/chart-data?{_days(draw)}&group_by=category": 15,
    lambda draw: f"/api/analytics/forecast?periods={draw.randint(1, 60)}": 5,
    lambda draw: f"/api/analytics/trends?period={draw.randint(30, 365)}d": 3,
    lambda draw: f"/api/ai/ai-insights?{_days(draw)}": 3,
    lambda draw: f"/api/ai/anomalies?{_days(draw)}": 3,
    lambda _draw: "/api/metadata": 5,
    lambda _draw: "/health": 5,
}
