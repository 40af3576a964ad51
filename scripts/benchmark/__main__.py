"""`make bench`: how fast the product reads and imports, beside what one would build instead, all in one run.

Prints tables and writes them to `bench-results/bench.md`, with what was aimed at. Stores are made once and kept there.
"""

import argparse
import importlib.util
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from scripts.benchmark import dimensions, imports, overload, reads, stack
from scripts.benchmark.report import Report
from scripts.benchmark.routes import ROUTES
from scripts.benchmark.stores import GRID, OWN, Shape, make_store

RESULTS = Path(__file__).resolve().parents[2] / "bench-results"
AIMS = {"kpis, fresh": 0.75, "kpis, repeated": 0.9}  # of the throughput of an RPC that does nothing
OF_PAGE = 0.7  # an answer from the edge cache, of a page that Envoy holds (direct_response)
OF_CUBE = 0.45  # of FastAPI over the same cube
GROWTH = 1.3  # median on the largest store against the smallest
START_SECONDS, MEMORY_MB = 3.0, 400.0
OWN_START_SECONDS, OWN_MEMORY_MB = 5.0, 300 + 512.0  # of a store with wide dimensions: WIDE_DIMENSION_BYTES besides
FASTER = {"FastAPI, pandas": 1000, "FastAPI, sql": 100, "FastAPI, duckdb": 10}  # than each peer, in the median
FLOODED = {"kpis": 50.0, "health": 20.0}  # 99th percentile in ms beside a flood of insights
IMPORT, IMPORT_MB = 0.8, 300.0  # of the peer's rate; peak memory


@dataclass(frozen=True)
class Plan:
    """How much to measure."""

    sizes: list[Shape]
    quick: bool


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rows", default="5000,1000000,10000000", help="sizes of the stores, smallest first")
    parser.add_argument("--only", default=",".join(PART), help=f"parts, of {', '.join(PART)}")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: some minutes, with more noise")
    arguments = parser.parse_args()
    plan = Plan([Shape(int(size)) for size in arguments.rows.split(",")], arguments.quick)
    RESULTS.mkdir(exist_ok=True)
    report = Report()
    for part in arguments.only.split(","):
        PART[part](plan, report)
    (RESULTS / "bench.md").write_text(report.text)


def throughput(plan: Plan, report: Report) -> None:
    shape = plan.sizes[-1]
    rates = reads.throughput(make_store(shape, RESULTS), shape, rounds=2 if plan.quick else 5)
    noop, cube = rates["an RPC that does nothing"], rates["kpis, FastAPI over the same cube"]
    report.title(f"Requests a second at {reads.CONNECTIONS} connections, {shape.rows:,} rows, through Envoy")
    report.head("request", "a second", "of the RPC that does nothing", "of FastAPI over the same cube")
    for name, rate in rates.items():
        report.row(
            name,
            f"{rate:,}",
            report.least(rate / noop, AIMS.get(name)),
            report.least(rate / cube, OF_CUBE if name in AIMS else None),
        )
    edge = reads.at_the_edge(make_store(shape, RESULTS), shape, rounds=2 if plan.quick else 5)
    page, answer = edge["page"], edge["kpis"]
    report.title("Requests a second that the gateway answers by itself (EDGE_CACHE_SECONDS)")
    report.head("request", "a second", "of the page")
    report.row("a page of Envoy's own", f"{page:,}", "1.00")
    report.row("kpis, repeated, from the edge cache", f"{answer:,}", report.least(answer / page, OF_PAGE))


def routes(plan: Plan, report: Report) -> None:
    stores = {shape: make_store(shape, RESULTS) for shape in [*plan.sizes, GRID]}
    small, large = plan.sizes[0], plan.sizes[-1]
    with ExitStack() as opened:
        stacks = {shape: opened.enter_context(stack.product(path, shape.first_day)) for shape, path in stores.items()}
        before = {shape: one.resident_mb() for shape, one in stacks.items()}
        found = reads.routes(stacks, count=20 if plan.quick else 100)
        after = {shape: one.resident_mb() for shape, one in stacks.items()}
    for shape in (large, GRID):
        report.title(f"Milliseconds, one request at a time: {shape.name}")
        ratio = "median against 5,000 rows" if shape is large else "median"
        report.head("route", f"median, {small.rows:,} rows", "median", ratio, "p99 cold", "median again", "p99 again")
        for name, sides in found.items():
            (cold, warm), (_, cold_limit, warm_limit) = sides[shape], ROUTES[name]
            one = sides[small][0].median
            growth = report.most(cold.median / one, GROWTH if shape is large else None)
            again = report.most(warm.p99, warm_limit)
            report.row(name, one, cold.median, growth, report.most(cold.p99, cold_limit), warm.median, again)
    report.title("Start and memory of a process")
    report.head("store", "start to first KPIs, s", "resident, MB", "after all routes, MB")
    for shape in stacks:
        with stack.product(stores[shape], shape.first_day) as alone:
            seconds = report.most(alone.start_seconds, START_SECONDS)
        report.row(shape.name, seconds, report.most(before[shape], MEMORY_MB), report.most(after[shape], MEMORY_MB))


def flooded(plan: Plan, report: Report) -> None:
    found = overload.beside_a_flood(make_store(GRID, RESULTS), GRID, seconds=10 if plan.quick else 30)
    report.title(f"Milliseconds beside {overload.CONNECTIONS} connections that ask ever new insights: {GRID.name}")
    report.head("request", "median, quiet", "p99, quiet", "median", "p99")
    for kind, (quiet, busy) in found.items():
        before, after = reads.Latency.of(quiet), reads.Latency.of(busy)
        report.row(kind, before.median, before.p99, after.median, report.most(after.p99, FLOODED[kind]))


def peers(_plan: Plan, report: Report) -> None:
    missing = [name for name in ("fastapi", "uvicorn", "duckdb") if importlib.util.find_spec(name) is None]
    if missing:
        raise SystemExit(f"bench: {', '.join(missing)} of the peers not installed; use `make bench`")
    shape = Shape(1_000_000)
    found = reads.against_peers(shape, RESULTS)
    ours = found["this product"].median
    report.title(f"KPIs of a year, {shape.rows:,} rows, milliseconds, one request at a time")
    report.head("design", "median", "p99", "times as long as this product")
    for name, latency in found.items():
        report.row(name, latency.median, latency.p99, report.least(latency.median / ours, FASTER.get(name)))


def importing(plan: Plan, report: Report) -> None:
    rounds, shape = (1 if plan.quick else 3), Shape(1_000_000)
    found = imports.sqlite(shape, RESULTS, rounds, millions=3 if plan.quick else 10)
    found |= imports.postgresql(shape, RESULTS, rounds)
    report.title(f"Importing {shape.rows:,} rows, each order once, sums kept")
    report.head("how", "rows a second", "of the database's own tools", "peak, MB")
    for name, rate in found.items():
        database = name.partition(":")[0]
        peer = next((r for n, r in found.items() if n.startswith(database) and "this product" not in n), None)
        ours = "this product" in name
        share = rate.rows_per_second / peer.rows_per_second if peer and ours else None
        peak = report.most(rate.peak_mb, IMPORT_MB) if ours else ""
        report.row(name, f"{rate.rows_per_second:,}", report.least(share, IMPORT), peak)


def dimensions_and_measures(plan: Plan, report: Report) -> None:
    found = dimensions.reads(Shape(OWN.rows), RESULTS, 20 if plan.quick else 100)
    report.title(f"Milliseconds, ranges of a year: {OWN.name} beside the same without channels and products")
    report.head("question", "median, without", "median", "ratio", "p99")
    for name, (before, after) in found.beside.items():
        ratio = report.most(after.median / before.median, GROWTH)
        report.row(name, before.median, after.median, ratio, after.p99)
    report.title(f"Milliseconds, ranges of a year: {OWN.name}")
    report.head("question", "median, new", "p99, new", "median, again", "p99, again", "FastAPI, DuckDB", "of ours, new")
    for name, (new, again) in found.alone.items():
        _, p99, median = dimensions.ALONE[name]
        peer = found.peer.get(name)
        times = "" if peer is None else f"{peer.median / new.median:.1f}"
        told = "" if peer is None else peer.median
        report.row(
            name, report.most(new.median, median), new.p99, again.median, report.most(again.p99, p99), told, times
        )
    report.title(f"Start and memory of a process: {OWN.name}")
    report.head("start to first KPIs, s", "to questions by product, s", "resident, MB")
    start = report.most(found.start_seconds, OWN_START_SECONDS)
    report.row(start, f"{found.ready_seconds:.0f}", report.most(found.resident_mb, OWN_MEMORY_MB))
    plain, more = dimensions.imported(RESULTS, 1 if plan.quick else 3)
    report.title("Importing 1,000,000 rows, rows a second")
    report.head("without", "with two dimensions and a cost", "ratio")
    report.row(f"{plain:,}", f"{more:,}", report.least(more / plain, IMPORT))


PART: dict[str, Callable[[Plan, Report], None]] = {
    "throughput": throughput,
    "routes": routes,
    "overload": flooded,
    "peers": peers,
    "imports": importing,
    "dimensions": dimensions_and_measures,
}


if __name__ == "__main__":
    main()
