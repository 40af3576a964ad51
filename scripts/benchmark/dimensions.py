"""A business with six channels, ten thousand products and a cost beside its categories and regions.

The same rows as the largest store without them, more or less: what do the dimensions cost, and how fast are questions
by product, here and where one would ask DuckDB?
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from scripts.benchmark import imports, peers, stack
from scripts.benchmark.load import measure
from scripts.benchmark.reads import SETTLING_SECONDS, Latency
from scripts.benchmark.stack import Stack
from scripts.benchmark.stores import OWN, Shape, make_store, product_name, write_csv

READY_SECONDS = 300.0
IN_A_ROW = 8
PEER_QUESTIONS = 20

Question = Callable[[str, int], str]  # of a range, as parameters, and a random number


def _chart(split: str) -> Question:
    return lambda days, _: f"/api/dashboard/chart-data?{days}&group_by={split}"


def _product(number: int) -> str:
    return product_name(number % OWN.products).replace(" ", "%20")


# What is asked of both stores: name -> (of the plain one, of the one with dimensions).
BESIDE: dict[str, tuple[Question, Question]] = {
    "kpis": (lambda days, _: f"/api/dashboard/kpis?{days}", lambda days, _: f"/api/dashboard/kpis?{days}"),
    "chart by category, by channel": (_chart("category"), _chart("channel")),
}
# What only the one with dimensions can be asked: name -> (the question, what it may take in ms again, at the 99th
# percentile; and in the median when it is new).
ALONE: dict[str, tuple[Question, float | None, float | None]] = {
    "ten best products": (lambda days, _: f"/api/query?{days}&metric=revenue&group_by=product&top=10", 50, None),
    "ten best products of a channel": (
        lambda days, _: f"/api/query?{days}&metric=revenue&group_by=product&top=10&filter=channel:Store",
        50,
        None,
    ),
    "kpis of one product": (lambda days, n: f"/api/dashboard/kpis?{days}&filter=product:{_product(n)}", 20, 20),
}
PEER = {"kpis of one product": "/product", "ten best products": "/products"}  # the same of FastAPI over DuckDB


@dataclass(frozen=True)
class Found:
    """Latencies by question: of the plain store and the other, new and again; and of the peer."""

    beside: dict[str, tuple[Latency, Latency]]
    alone: dict[str, tuple[Latency, Latency]]
    peer: dict[str, Latency]
    start_seconds: float
    ready_seconds: float  # until the first answer by product
    resident_mb: float


def reads(plain: Shape, folder: Path, count: int) -> Found:
    """Ranges of a year, one request at a time; the two stores take turns."""
    store, settings = make_store(OWN, folder), OWN.environment(folder)
    with (
        stack.product(make_store(plain, folder), plain.first_day) as before,
        stack.product(store, OWN.first_day, 2, **settings) as ours,
    ):
        ready = _until_ready(ours)
        time.sleep(SETTLING_SECONDS)
        beside = {}
        for name, sides in BESIDE.items():
            latencies: tuple[list[float], list[float]] = ([], [])
            for part in range(4):
                for one, question, into in zip((before, ours), sides, latencies, strict=True):
                    into += measure(one.http_port, _paths(question, count)[part::4]).latencies
            beside[name] = Latency.of(latencies[0]), Latency.of(latencies[1])
        alone = {}
        for name, (question, _, _) in ALONE.items():
            paths = _paths(question, count)
            new = measure(ours.http_port, paths).latencies
            measure(ours.http_port, paths)  # the other process has not seen them yet
            alone[name] = Latency.of(new), Latency.of(measure(ours.http_port, paths).latencies)
        resident = ours.resident_mb()
    return Found(beside, alone, dict(_of_peer(store)), ours.start_seconds, ready, resident)


def _of_peer(store: Path) -> Iterator[tuple[str, Latency]]:
    more = ("product", "channel", "cost")
    with stack.peer("duckdb", peers.duckdb_of(store, more)) as running:
        for name, path in PEER.items():
            paths = _paths(lambda days, n, path=path: f"{path}?{days}&product={_product(n)}", PEER_QUESTIONS + 1)  # type: ignore[misc]
            measure(running.http_port, paths[:1])
            yield name, Latency.of(measure(running.http_port, paths[1:]).latencies)


def _until_ready(ours: Stack) -> float:
    """How long after the first answer questions by product are answered, by both processes."""
    begun, well = time.monotonic(), 0
    while well < IN_A_ROW:
        days = f"start_date={OWN.first_day}&end_date={OWN.first_day}"
        path = f"/api/query?{days}&metric=revenue&group_by=product&top=10&limit={well + 1}"
        try:
            measure(ours.http_port, [path])
            well += 1
        except RuntimeError:
            well = 0
            if time.monotonic() - begun > READY_SECONDS:
                raise
    return time.monotonic() - begun


def _paths(question: Question, count: int) -> list[str]:
    random, first = Random(5), date.fromisoformat(OWN.first_day)
    paths = []
    for start in random.sample(range(OWN.days - 365 + 1), count):
        days = f"start_date={first + timedelta(start)}&end_date={first + timedelta(start + 364)}"
        paths.append(question(days, random.randrange(OWN.products)))
    return paths


def imported(folder: Path, rounds: int, rows: int = 1_000_000) -> tuple[float, float]:
    """Rows a second of a file without and with two more dimensions and a cost; the median of the rounds."""
    rates: dict[bool, list[float]] = {False: [], True: []}
    for _ in range(rounds):
        for has_more in (False, True):
            shape = replace(OWN, rows=rows) if has_more else Shape(rows)
            with _file(shape, folder) as csv:
                rates[has_more].append(
                    imports.ours(shape, csv, folder / "import.db", **shape.environment(folder)).rows_per_second
                )
    plain, more = (sorted(values)[len(values) // 2] for values in rates.values())
    return plain, more


@contextmanager
def _file(shape: Shape, folder: Path) -> Iterator[Path]:
    csv = folder / f"import-{shape.name}.csv"
    if not csv.exists():
        write_csv(shape, csv)
    yield csv
