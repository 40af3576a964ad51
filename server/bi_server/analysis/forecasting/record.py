"""The record that a forecast shows: how its model did on the past of the series."""

from collections.abc import Mapping, Sequence

import numpy as np

from bi_server.analysis.forecasting.frequency import Floats
from bi_server.analysis.forecasting.intervals import Bounds
from bi_server.analysis.forecasting.result import Backtest


def record(
    predicted: Floats, naive: Floats, actual: Floats, usual: float, limits: Mapping[float, Bounds]
) -> Backtest | None:
    """Errors and coverage over past origins; None where there is nothing to judge by.

    `predicted`, `naive` and `limits` are (origins + 1, horizon) with the forecast itself last, `actual` is (origins,
    horizon), NaN where unknown. `usual` is what errors are scaled by, all in the same unit.
    """
    known = np.isfinite(actual)
    if not known.any():
        return None
    came = actual[known]
    scale = usual or float(np.abs(came).mean()) or 1.0

    def errors(p: Floats) -> tuple[float, float]:
        at = p[:-1][known]
        size = np.abs(came) + np.abs(at)
        missed = np.abs(came - at)
        return float(missed.mean()) / scale, float(np.mean(200 * missed / np.where(size > 0, size, 1.0)))

    mase, smape = errors(predicted)
    naive_mase, naive_smape = errors(naive)
    coverage = {
        level: float(((low[:-1][known] <= came) & (came <= high[:-1][known])).mean())
        for level, (low, high) in limits.items()
    }
    origins, tested = int(known.any(axis=1).sum()), int(known.any(axis=0).sum())
    return Backtest(origins, tested, mase, smape, coverage, naive_mase, naive_smape)


def seasonal_difference(values: Floats, season: int) -> float:
    """Mean absolute difference of `values` (n,) from a season before, 0 where there is none."""
    steps: Sequence[float] | Floats = np.abs(values[season:] - values[:-season])
    return float(np.nanmean(steps)) if np.isfinite(steps).any() else 0.0
