"""`make soak`: mixed load for an hour, and whether memory, descriptors, threads or latency grow.

Each kind of process is sampled every minute; the median of the last third is held against that of the second. Ends with
1 where something has grown by more than its bound, or where the product leaves processes behind. Linux only.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from scripts.chaos.load import Load
from scripts.chaos.product import Product, running

IMPORT_PAUSE = 5.0  # seconds between two files of an importer: the store is to stay about as large as it is
KINDS = ("servers", "gateway", "envoy", "templates", "workers")


@dataclass(frozen=True)
class Bound:
    """By how much the later median may lie above the earlier: a share of it, and so much besides."""

    unit: str
    share: float
    besides: float

    def is_kept(self, before: float, after: float) -> bool:
        """Whether it has not grown too much."""
        return after <= before * (1 + self.share) + self.besides


BOUNDS = {
    "memory": Bound("MB", 0.05, 8),  # its own, of the largest process of a kind
    "descriptors": Bound("", 0, 6),
    "threads": Bound("", 0, 3),
    "latency": Bound("ms", 0.5, 20),  # 90th percentile of the probe: a cheap question
}
Series = dict[tuple[str, str], list[float]]  # by what is measured, and of whom


def main() -> int:
    parser = argparse.ArgumentParser(prog="make soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=3600, help="how long (default: 3600)")
    parser.add_argument("--every", type=float, default=60, help="seconds between two samples (default: 60)")
    parser.add_argument("--seed", type=int, default=1, help="of the load (default: 1)")
    parser.add_argument("--judge", default=",".join(BOUNDS), help=f"what must not grow, of {', '.join(BOUNDS)}")
    options = parser.parse_args()
    print(f"soak: {options.seconds:g} s, a sample every {options.every:g} s", flush=True)
    with (
        tempfile.TemporaryDirectory(prefix="bi-soak-") as folder,
        running(Path(folder), f"sqlite:///{folder}/bi.db") as product,
    ):
        load = Load(product.url, options.seed, import_pause=IMPORT_PAUSE)
        with load.running():
            series = _sampled(product, load, options.seconds, options.every)
    failed = sum(not o.is_good for o in load.outcomes)
    print(f"{len(load.outcomes):,} requests, {failed} without a good answer; {len(load.files)} files sent")
    for outcome in [o for o in load.outcomes if not o.is_good][:5]:
        print(f"  {outcome.kind}: {outcome.status} {outcome.detail}")
    grown = _told(series, options.judge.split(","))
    return int(bool(grown or failed))


def _sampled(product: Product, load: Load, seconds: float, every: float) -> Series:
    series: Series = {}
    end, since = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        time.sleep(every)
        processes = product.processes()
        for kind in KINDS:
            for what, measure in MEASURES.items():
                found = [value for pid in getattr(processes, kind) if (value := measure(pid)) is not None]
                if found:
                    series.setdefault((what, kind), []).append(max(found))
        asked = [o.seconds * 1000 for o in load.outcomes[since:] if o.kind == "probe"]
        since = len(load.outcomes)
        if len(asked) > 1:
            series.setdefault(("latency", "probe"), []).append(quantiles(asked, n=10, method="inclusive")[8])
    return series


def _told(series: Series, judged: list[str]) -> list[tuple[str, str]]:
    """Prints every series; which of them have grown too much."""
    grown = []
    for (what, whose), values in series.items():
        third = len(values) // 3
        if not third:
            continue
        before, after = median(values[third : 2 * third]), median(values[-third:])
        bound = BOUNDS[what]
        is_bad = what in judged and not bound.is_kept(before, after)
        if is_bad:
            grown.append((what, whose))
        verdict = "GREW" if is_bad else "flat" if bound.is_kept(before, after) else "not judged"
        print(f"{verdict:10} {what:11} of {whose:9} {values[0]:.0f} ... {before:.0f} -> {after:.0f} {bound.unit}")
    return grown


def _memory(pid: int) -> float | None:
    """Megabytes that no other process shares."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return None
    told = [line.split()[1] for line in status.splitlines() if line.startswith("RssAnon:")]
    return int(told[0]) / 1024 if told else None


def _entries(pid: int, folder: str) -> float | None:
    try:
        return len(list(Path(f"/proc/{pid}/{folder}").iterdir()))
    except OSError:
        return None


MEASURES: dict[str, Callable[[int], float | None]] = {
    "memory": _memory,
    "descriptors": lambda pid: _entries(pid, "fd"),
    "threads": lambda pid: _entries(pid, "task"),
}


if __name__ == "__main__":
    sys.exit(main())
