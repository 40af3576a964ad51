"""Simulated cubes with a planted cause: how often `root_causes` names it first, and among the first three.

    python scripts/root_cause_cubes.py [fit | report]

Orders arrive by region, each with a basket of lines over the categories; regions and categories drift, weekdays
differ, and all periods have a factor of their own. In one period everything moves by a common factor, and one value,
two values of one dimension, or one cell by a large one. A case counts where that is the main thing that happened:
the effect is 1 % of the total, 2.5 times its segment's usual noise and 1.2 times the largest other deviation.
Constants are chosen on the families marked `fit` alone; the others tell what they are worth.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis.drivers import Leaves, root_causes

Floats = npt.NDArray[np.float64]
COMPARABLE = 4  # an expectation is the mean of so many periods
CASES = 60  # of each family
MOST_TRIES = 4000
SEED = 9


@dataclass(frozen=True)
class Family:
    """A kind of business. `orders` a period on average; `lines` an order; `zipf`: how unequal values are in size;
    `ticket`: standard deviation of log amounts; `burst`: dispersion of counts (0 is Poisson); `drift`: standard
    deviation of a value's log factor per period; `lag`: 7 for days, 1 for weeks."""

    name: str
    categories: int
    regions: int
    orders: float
    lines: float
    zipf: float
    ticket: float
    burst: float
    drift: float
    lag: int
    fit: bool


FAMILIES = (
    Family("dense days", 5, 4, 4000, 1.0, 0.4, 0.6, 0.02, 0.01, 7, fit=True),
    Family("dense weeks", 8, 6, 8000, 1.5, 0.6, 0.8, 0.05, 0.03, 1, fit=False),
    Family("tiny", 2, 3, 60, 1.0, 0.5, 0.5, 0.0, 0.01, 7, fit=True),
    Family("tiny weeks", 3, 2, 300, 1.5, 0.8, 0.9, 0.05, 0.02, 1, fit=False),
    Family("sparse days", 6, 5, 150, 1.0, 0.8, 0.7, 0.05, 0.02, 7, fit=False),
    Family("sparse weeks", 10, 8, 300, 4.0, 1.6, 1.0, 0.1, 0.05, 1, fit=True),
    Family("wholesale", 10, 8, 500, 6.0, 2.0, 1.5, 0.1, 0.05, 1, fit=False),
    Family("baskets", 8, 10, 80, 8.0, 0.8, 0.8, 0.2, 0.02, 7, fit=True),
    Family("wide", 20, 20, 1200, 2.0, 0.9, 0.8, 0.05, 0.02, 7, fit=True),
    Family("flat and wide", 25, 12, 2500, 1.0, 0.3, 1.0, 0.02, 0.02, 1, fit=False),
    Family("long", 40, 3, 700, 2.0, 1.0, 0.7, 0.05, 0.03, 7, fit=False),
    Family("huge", 40, 40, 6000, 2.0, 0.9, 0.8, 0.05, 0.02, 1, fit=False),
    Family("drifting", 6, 8, 2000, 1.0, 0.7, 0.7, 0.1, 0.08, 1, fit=True),
)


def sales(family: Family, rng: np.random.Generator) -> Floats:
    """(period, category, region) amounts of a family's business."""
    periods = 90 if family.lag == 1 else 170
    shape = family.categories, family.regions
    sizes = [_zipf(k, family.zipf, rng) for k in shape]
    taste = rng.normal(0, 0.4, shape)
    drifts = [np.cumsum(rng.normal(0, family.drift, (periods, k)), axis=0) for k in shape]
    weekday = 1 + 0.3 * rng.normal(0, 0.5, (7, family.regions)) if family.lag == 7 else np.ones((7, family.regions))
    price = rng.normal(0, 0.5, family.categories)
    busy = np.exp(rng.normal(0, 0.05, periods) + 0.1 * np.sin(np.arange(periods) / 20))
    table = np.zeros((periods, *shape))
    for t in range(periods):
        by_region = sizes[1] * np.exp(drifts[1][t]) * np.clip(weekday[t % 7], 0.1, None)
        mean = family.orders * busy[t] * by_region / by_region.sum()
        if family.burst:
            mean = mean * rng.gamma(1 / family.burst, family.burst, family.regions)
        for region, orders in enumerate(rng.poisson(mean)):
            likely = sizes[0] * np.exp(drifts[0][t] + taste[:, region])
            lines = rng.geometric(1 / family.lines, orders)
            bought = rng.choice(family.categories, lines.sum(), p=likely / likely.sum())
            # What one customer buys is all large or all small, in part.
            buyer = np.repeat(rng.normal(0, family.ticket * 0.7, orders), lines)
            amount = np.exp(price[bought] + buyer + rng.normal(0, family.ticket * 0.7, len(bought)))
            table[t, :, region] = np.bincount(bought, amount, minlength=family.categories)
    return table


def _zipf(k: int, exponent: float, rng: np.random.Generator) -> Floats:
    sizes = np.arange(1, k + 1) ** -exponent * rng.uniform(0.7, 1.3, k)
    return np.asarray(sizes / sizes.sum())


Segment = dict[str, str]


def cases(
    table: Floats, lag: int, rng: np.random.Generator, wanted: int = CASES
) -> Iterator[tuple[str, Leaves, list[Segment]]]:
    """Kind of cause, the cube of one period, and the true segments."""
    periods, *shape = table.shape
    past = np.mean([np.roll(table, lag * k, axis=0) for k in range(1, COMPARABLE + 1)], axis=0)
    names = [np.array([f"{axis}{i}" for i in range(k)]) for axis, k in zip("ab", shape, strict=True)]
    grid = np.meshgrid(*names, indexing="ij")
    window = 24 if lag == 1 else 56
    for _ in range(MOST_TRIES):
        if not wanted:
            return
        t = int(rng.integers(window + COMPARABLE * lag, periods))
        kind = ("one", "two", "cell")[rng.integers(3)]
        regions = _drawn(kind, shape, rng)
        hurt = rng.random() < 0.7
        factor = 1 - rng.uniform(0.35, 0.9) if hurt else 1 + rng.uniform(0.5, 1.5)
        actual = table[t] * rng.uniform(0.92, 1.08)
        noise = (table - past)[max(COMPARABLE * lag, t - window) : t]
        if not _is_main(regions, kind, factor, table[t], actual, past[t], noise):
            continue
        for where in regions:
            actual[where] *= factor
        seen = (actual > 0) | (past[t] > 0)
        truth = [_named(where, names) for where in regions]
        dimensions = {"a": grid[0][seen], "b": grid[1][seen]}
        yield kind, Leaves(dimensions, past[t][seen], actual[seen], noise.std(axis=0)[seen]), truth
        wanted -= 1


Where = tuple[slice | int, slice | int]
EVERY = slice(None)


def _drawn(kind: str, shape: list[int], rng: np.random.Generator) -> list[Where]:
    if kind == "cell":
        return [(int(rng.integers(shape[0])), int(rng.integers(shape[1])))]
    axis = int(rng.integers(2))
    picked = rng.choice(shape[axis], 1 if kind == "one" else 2, replace=False)
    return [(int(i), EVERY) if axis == 0 else (EVERY, int(i)) for i in picked]


def _named(where: Where, names: list[npt.NDArray[np.str_]]) -> Segment:
    return {
        axis: str(names[i][at]) for i, (axis, at) in enumerate(zip("ab", where, strict=True)) if isinstance(at, int)
    }


def _is_main(
    places: list[Where], kind: str, factor: float, usual: Floats, actual: Floats, past: Floats, noise: Floats
) -> bool:
    natural = usual - past * usual.sum() / max(past.sum(), 1e-9)
    others = []
    for axis in (0, 1):
        deviation = np.abs(natural.sum(axis=1 - axis))
        touched = [at for at in (where[axis] for where in places) if isinstance(at, int)]
        if touched:
            others.append(np.delete(deviation, touched))
    rivals = float(max((o.max() for o in others if o.size), default=0.0))
    for where in places:
        effect = abs(float(np.sum(actual[where])) * (factor - 1))
        swings = noise[(slice(None), *where)].reshape(len(noise), -1).sum(axis=1).std()
        if not effect > max(0.01 * usual.sum() / len(places), 2.5 * swings, 1.2 * rivals):
            return False
        lines = (past[where],) if kind != "cell" else (past[where[0]], past[:, where[1]])
        if min(int((np.atleast_1d(line) > 0).sum()) for line in lines) < 2:
            return False  # a cell and its value would be the same thing
    return True


def score(leaves: Leaves, truth: list[Segment]) -> tuple[bool, float]:
    """Whether the first answer is right, and the share of the true segments among the first three."""
    answer = [dict(cause.segment) for cause in root_causes(leaves, limit=3)]
    return bool(answer) and answer[0] in truth, float(np.mean([segment in answer for segment in truth]))


def measured(families: list[Family]) -> pd.DataFrame:
    """One row a case."""
    rows = []
    for family in families:
        rng = np.random.default_rng([SEED, FAMILIES.index(family)])
        for kind, leaves, truth in cases(sales(family, rng), family.lag, rng):
            began = time.perf_counter()
            first, three = score(leaves, truth)
            rows.append((family.name, kind, first, three, 1000 * (time.perf_counter() - began)))
    return pd.DataFrame(rows, columns=["family", "kind", "top1", "top3", "ms"])


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser()
    parser.add_argument("which", nargs="?", choices=["fit", "report"])
    which = parser.parse_args().which
    chosen = [family for family in FAMILIES if which is None or family.fit == (which == "fit")]
    found = measured(chosen)
    table = found.pivot_table(index="family", columns="kind", values="top1", sort=False)
    means = found.groupby("family", sort=False)[["top1", "top3", "ms"]].mean()
    sys.stdout.write(table.join(means).round(3).to_string() + "\n")
    whole = found[["top1", "top3"]].mean().round(3).to_dict()
    sys.stdout.write(f"{len(found)} cases: {whole}, p99 {found.ms.quantile(0.99):.0f} ms\n")
    sys.stdout.write(found.groupby("kind")[["top1", "top3"]].mean().round(3).to_string() + "\n")


if __name__ == "__main__":
    main()
