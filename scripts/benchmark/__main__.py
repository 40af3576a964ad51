"""`make bench`: how fast the product reads, as ratios that were measured side by side on one machine.

Writes `bench-results/reads.json` and `reads.md`. Every store is made once and kept there.
"""

import argparse
import json
from contextlib import ExitStack
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from scripts.benchmark import stack
from scripts.benchmark.load import measure
from scripts.benchmark.routes import ROUTES, kpi_windows, questions
from scripts.benchmark.stack import Stack

RESULTS = Path(__file__).resolve().parents[2] / "bench-results"
CONNECTIONS = 32
LIMITS = {"fresh": 0.75, "repeated": 0.9}  # of the throughput of an RPC that does nothing
GROWTH_LIMIT = 1.3  # median on the largest store against the smallest
START_LIMIT_SECONDS, MEMORY_LIMIT_MB = 3.0, 400.0


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rows", default="5000,1000000,10000000", help="sizes of the stores, smallest first")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions: two minutes, with more noise")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.rows.split(",")]
    RESULTS.mkdir(exist_ok=True)
    stores = {rows: stack.make_store(rows, RESULTS) for rows in sizes}
    with ExitStack() as opened:
        stacks = {rows: opened.enter_context(stack.product(store)) for rows, store in stores.items()}
        noop = opened.enter_context(stack.nothing())
        memory = {rows: one.resident_mb() for rows, one in stacks.items()}
        results: dict[str, Any] = {
            # First the routes: the throughput asks for so many windows that few would be new afterwards.
            "routes": routes(stacks, count=20 if arguments.quick else 100),
            "throughput": throughput(stacks[sizes[-1]], noop, rounds=2 if arguments.quick else 5),
            "start": {
                str(rows): {
                    "seconds": round(one.start_seconds, 2),
                    "resident_mb": round(memory[rows]),
                    "resident_mb_after_all_routes": round(one.resident_mb()),
                }
                for rows, one in stacks.items()
            },
        }
    table = markdown(results, sizes)
    (RESULTS / "reads.json").write_text(json.dumps(results, indent=2) + "\n")
    (RESULTS / "reads.md").write_text(table)
    print(table)


def throughput(ours: Stack, noop: Stack, rounds: int) -> dict[str, float]:
    """Requests a second at 32 connections, the sides taking turns; each the median of the rounds."""
    fresh = iter(kpi_windows())
    found: dict[str, list[float]] = {"noop": [], "fresh": [], "repeated": []}
    again = [next(fresh)] * 20_000
    for _ in range(rounds):
        found["noop"].append(measure(noop.http_port, ["/"] * 20_000, CONNECTIONS, 3).per_second)
        asked = [next(fresh) for _ in range(12_000)]
        found["fresh"].append(measure(ours.http_port, asked, CONNECTIONS, 3).per_second)
        found["repeated"].append(measure(ours.http_port, again, CONNECTIONS, 3).per_second)
    return {name: round(median(values), 1) for name, values in found.items()}


def routes(stacks: dict[int, Stack], count: int) -> dict[str, dict[str, Any]]:
    """Milliseconds of every route on every store, one request at a time: asked for the first time, and again."""
    found: dict[str, dict[str, Any]] = {}
    for name in ROUTES:
        found[name] = {str(rows): {"cold": [], "warm": []} for rows in stacks}
        for part in range(4):  # the stores take turns, so that a slow moment of the machine meets them all
            paths = questions(name, count, seed=2)[part::4]
            for rows, one in stacks.items():
                for kind in ("cold", "warm"):
                    found[name][str(rows)][kind] += measure(one.http_port, paths).latencies
    return {
        name: {rows: {kind: summary(values) for kind, values in kinds.items()} for rows, kinds in sides.items()}
        for name, sides in found.items()
    }


def summary(latencies: list[float]) -> dict[str, float]:
    """Median and 99th percentile; of fewer than a hundred values the latter is close to the slowest."""
    return {
        "median": round(median(latencies), 2),
        "p99": round(quantiles(latencies, n=100, method="inclusive")[98], 2),
    }


def markdown(results: dict[str, Any], sizes: list[int]) -> str:
    """The results as tables, with what was aimed at."""
    rates, small, large = results["throughput"], str(sizes[0]), str(sizes[-1])
    lines = [
        f"Requests a second at {CONNECTIONS} connections, {sizes[-1]:,} rows, through Envoy:",
        "",
        "| request | a second | of the no-op | aim |",
        "|---|---|---|---|",
        f"| RPC that does nothing | {rates['noop']:,.0f} | 1 | |",
    ]
    for kind, least in LIMITS.items():
        share = rates[kind] / rates["noop"]
        lines.append(f"| kpis, {kind} | {rates[kind]:,.0f} | {share:.2f} | {least} {verdict(share >= least)} |")
    lines += [
        "",
        "Milliseconds, one request at a time:",
        "",
        f"| route | median, {sizes[0]:,} rows | median, {sizes[-1]:,} rows | ratio (aim {GROWTH_LIMIT}) "
        "| p99 cold | aim | warm median | p99 warm | aim |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, sides in results["routes"].items():
        one, other = sides[small]["cold"], sides[large]["cold"]
        warm, (_, cold_limit, warm_limit) = sides[large]["warm"], ROUTES[name]
        ratio = other["median"] / one["median"]
        lines.append(
            f"| {name} | {one['median']} | {other['median']} | {ratio:.2f} {verdict(ratio <= GROWTH_LIMIT)} "
            f"| {other['p99']} | {cold_limit:g} {verdict(other['p99'] <= cold_limit)} "
            f"| {warm['median']} | {warm['p99']} | {warm_limit:g} {verdict(warm['p99'] <= warm_limit)} |"
        )
    lines += ["", "| rows | start to first KPIs, s | resident, MB | after all routes, MB |", "|---|---|---|---|"]
    for rows, start in results["start"].items():
        seconds, mb, after = start["seconds"], start["resident_mb"], start["resident_mb_after_all_routes"]
        lines.append(
            f"| {int(rows):,} | {seconds} {verdict(seconds < START_LIMIT_SECONDS)} "
            f"| {mb} {verdict(mb < MEMORY_LIMIT_MB)} | {after} {verdict(after < MEMORY_LIMIT_MB)} |"
        )
    return "\n".join(lines) + "\n"


def verdict(reached: bool) -> str:
    """Whether an aim was reached."""
    return "yes" if reached else "NO"


if __name__ == "__main__":
    main()
