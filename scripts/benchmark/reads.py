"""Reading: throughput, every route on small and large stores, the peers, start and memory."""

import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from scripts.benchmark import grpc_load, peers, stack
from scripts.benchmark.load import measure
from scripts.benchmark.routes import ROUTES, kpi_windows, questions, year_windows
from scripts.benchmark.stack import Stack
from scripts.benchmark.stores import Shape, make_store

CONNECTIONS = 32
SETTLING_SECONDS = 3  # a process that has just started still imports what only some routes need
PEER_QUESTIONS = {"pandas": 3, "sql": 10, "duckdb": 30, "cube": 200}  # a slow one need not be asked as often


@dataclass(frozen=True)
class Latency:
    """Milliseconds; of fewer than a hundred values the 99th percentile is close to the slowest."""

    median: float
    p99: float

    @classmethod
    def of(cls, values: list[float]) -> "Latency":
        if len(values) == 1:
            return cls(round(values[0], 2), round(values[0], 2))
        return cls(round(median(values), 2), round(quantiles(values, n=100, method="inclusive")[98], 2))


def throughput(store: Path, shape: Shape, rounds: int) -> dict[str, float]:
    """Requests a second at 32 connections, the sides taking turns; each the median of the rounds."""
    fresh = iter(kpi_windows(shape))
    found: dict[str, list[float]] = {}

    def some(count: int) -> list[str]:
        return [next(fresh) for _ in range(count)]

    with ExitStack() as opened:
        ours = opened.enter_context(stack.product(store, shape.first_day))
        one = opened.enter_context(stack.product(store, shape.first_day, processes=1))
        noop = opened.enter_context(stack.nothing())
        cube = opened.enter_context(stack.peer("cube", store))
        again = some(1) * 30_000
        for _ in range(rounds):
            rates = {
                "an RPC that does nothing": measure(noop.http_port, ["/"] * 30_000, CONNECTIONS, 3).per_second,
                "kpis, fresh": measure(ours.http_port, some(8_000), CONNECTIONS, 3).per_second,
                "kpis, fresh, one process": measure(one.http_port, some(8_000), CONNECTIONS, 3).per_second,
                "kpis, repeated": measure(ours.http_port, again, CONNECTIONS, 3).per_second,
                "kpis, repeated, one process": measure(one.http_port, again, CONNECTIONS, 3).per_second,
                "kpis, FastAPI over the same cube": measure(cube.http_port, again, CONNECTIONS, 3).per_second,
                "straight gRPC: nothing": grpc_load.nothing_per_second(noop.grpc_port, CONNECTIONS, 2),
                "straight gRPC: kpis, fresh": grpc_load.kpis_per_second(one.grpc_port, some(6_000), CONNECTIONS, 2),
            }
            for name, rate in rates.items():
                found.setdefault(name, []).append(rate)
    return {name: round(median(values)) for name, values in found.items()}


def at_the_edge(store: Path, shape: Shape, rounds: int) -> dict[str, float]:
    """Requests a second that the gateway answers by itself, the sides taking turns; each the median of the rounds.

    The generator of the load gets 25,000 a second out of one core, and may be what limits both.
    """
    found: dict[str, list[float]] = {}
    with stack.product(store, shape.first_day, processes=1, EDGE_CACHE_SECONDS="3600") as edge:
        paths = {"page": "/docs", "kpis": kpi_windows(shape)[0]}
        for _ in range(rounds):
            for name, path in paths.items():
                found.setdefault(name, []).append(measure(edge.http_port, [path] * 90_000, CONNECTIONS, 3).per_second)
    return {name: round(median(values)) for name, values in found.items()}


def routes(stacks: dict[Shape, Stack], count: int) -> dict[str, dict[Shape, tuple[Latency, Latency]]]:
    """Every route on every store, one request at a time: asked for the first time, and again."""
    time.sleep(SETTLING_SECONDS)
    found: dict[str, dict[Shape, tuple[Latency, Latency]]] = {}
    for name in ROUTES:
        cold: dict[Shape, list[float]] = {shape: [] for shape in stacks}
        warm: dict[Shape, list[float]] = {shape: [] for shape in stacks}
        for part in range(4):  # the stores take turns, so that a slow moment of the machine meets them all
            for shape, one in stacks.items():
                paths = questions(name, shape, count, seed=2)[part::4]
                cold[shape] += measure(one.http_port, paths).latencies
                measure(one.http_port, paths)  # the other process has not seen them yet
                warm[shape] += measure(one.http_port, paths).latencies
        found[name] = {shape: (Latency.of(cold[shape]), Latency.of(warm[shape])) for shape in stacks}
    return found


def against_peers(shape: Shape, folder: Path) -> dict[str, Latency]:
    """KPIs of windows of a year, asked for the first time, one request at a time."""
    store = make_store(shape, folder)
    found = {}
    with stack.product(store, shape.first_day) as ours:
        time.sleep(SETTLING_SECONDS)
        found["this product"] = Latency.of(measure(ours.http_port, year_windows(shape, 200)).latencies)
    for variant in peers.VARIANTS:
        file = peers.duckdb_of(store) if variant == "duckdb" else store
        with stack.peer(variant, file) as running:
            measure(running.http_port, year_windows(shape, 1))
            asked = year_windows(shape, PEER_QUESTIONS[variant] + 1)[1:]
            found[f"FastAPI, {variant}"] = Latency.of(measure(running.http_port, asked).latencies)
    return found
