"""Bounds from what the very same forecast missed on past origins, scaled to the values and the horizon ahead.

Split conformal prediction's idea (Vovk et al., 2005) on rolling origins: quantiles of scaled residuals.
Each tail is drawn half-way to the quantile of both tails together, because a year of origins holds few
independent extremes.
"""

from collections.abc import Sequence

import numpy as np
from scipy.special import ndtri, stdtrit

from bi_server.analysis.forecasting.frequency import Floats

SPREAD_POWER = 0.5  # the spread grows with the root of the size, as counts do; between a fixed and a relative one
SMALLEST_SIZE = 0.03  # of the mean forecast: an expected zero is not certain
POOLING = 0.5  # how far each tail is drawn to both tails together
UNSEEN_PER_ORIGIN = 0.5  # widening by 1/origins: weights were chosen on the same residuals
SEASONS_PER_MISS = 1.5
FEWEST_FREEDOMS = 3.0

Bounds = tuple[Floats, Floats]


def bounds(predicted: Floats, actual: Floats, levels: Sequence[float], season: int, length: int) -> list[Bounds]:
    """Lower and upper bounds of `predicted` (origins + 1, horizon) for each level, from what it missed.

    `actual` (origins, horizon) lacks the last row, the forecast itself. At the same season position no bound is
    nearer to its value later than earlier. Origins overlap, so the spread is known no better than from one miss
    every `SEASONS_PER_MISS` of the `length` buckets of history: bounds are wider by Student's t over the normal
    quantile.
    """
    size = np.maximum(np.abs(predicted), SMALLEST_SIZE * np.abs(predicted).mean()) ** SPREAD_POWER
    size = np.where(size > 0, size, 1.0)
    missed = (actual - predicted[:-1]) / size[:-1]
    growth = _growth(missed)
    scaled = missed / np.where(growth > 0, growth, 1.0)
    scaled = scaled[np.isfinite(scaled)]
    scale = _never_narrower(size * growth * (1 + UNSEEN_PER_ORIGIN / len(actual)), season)
    found = []
    for level in levels:
        below, above = np.quantile(scaled, [(1 - level) / 2, (1 + level) / 2])
        both = POOLING * np.quantile(np.abs(scaled), level)
        tail = (1 + level) / 2
        unsure = float(stdtrit(max(length / season / SEASONS_PER_MISS, FEWEST_FREEDOMS), tail) / ndtri(tail))
        down, up = (unsure * ((1 - POOLING) * max(end, 0.0) + both) for end in (-below, above))
        found.append((predicted - down * scale, predicted + up * scale))
    return found


def spread_bounds(predicted: Floats, values: Floats, levels: Sequence[float], season: int) -> list[Bounds]:
    """Bounds (1, horizon) where no backtest fits: Student's t around the season means of `values` (n,)."""
    cycles = len(values) // season
    table = values[len(values) - cycles * season :].reshape(cycles, season)
    known = np.isfinite(table)
    seen = known.sum(axis=0)
    means = np.where(known, table, 0.0).sum(axis=0) / np.maximum(seen, 1)
    missed = (table - means)[known]
    freedom = max(len(missed) - int((seen > 0).sum()), 1)
    deviation = np.sqrt((missed**2).sum() / freedom * (1 + 1 / max(cycles, 1)))
    steps = np.arange(1, predicted.shape[1] + 1)
    scale = deviation * np.sqrt(1 + steps / len(values))
    return [(predicted - t * scale, predicted + t * scale) for t in stdtrit(freedom, (1 + np.array(levels)) / 2)]


def _growth(missed: Floats) -> Floats:
    """Mean absolute miss (horizon,) as a line that never falls with the horizon."""
    steps = np.arange(missed.shape[1])
    known = np.isfinite(missed)
    count = known.sum(axis=0)
    mean = np.where(known, np.abs(missed), 0.0).sum(axis=0) / np.maximum(count, 1)
    centre = np.average(steps, weights=count)
    overall = np.average(mean, weights=count)
    slope = (count * (steps - centre) * (mean - overall)).sum() / max((count * (steps - centre) ** 2).sum(), 1e-12)
    return np.asarray(np.maximum(overall + max(slope, 0.0) * (steps - centre), 0.3 * overall))


def _never_narrower(scale: Floats, season: int) -> Floats:
    widened = scale.copy()
    for position in range(season):
        widened[:, position::season] = np.maximum.accumulate(scale[:, position::season], axis=1)
    return widened
