"""Season positions on which nothing is ever sold, such as a shop's Sundays, as opposed to quiet ones."""

import numpy as np
import numpy.typing as npt

from bi_server.analysis.forecasting.frequency import Floats
from bi_server.analysis.forecasting.windows import Windows

Bools = npt.NDArray[np.bool_]

FEWEST_CYCLES = 8  # without sales in a row
REMEMBERED_CYCLES = 60
CHANCE = 1e-3  # so unlikely must the run without sales be of a position that is only quiet
ALWAYS = 26  # cycles without any sale: closed, whatever the others do


def closed(x: Floats, season: int, horizon: int) -> Bools:
    """Which coming buckets (origins, horizon) fall where nothing can be expected, from windows `x`.

    A position is closed where its latest run of zeros is too long for chance, given how often it sold before that run
    or, where it never did, how often the other positions sell.
    """
    lately = Windows(x[:, -REMEMBERED_CYCLES * season :], season).cycles
    shut: Bools = np.zeros((len(x), season), dtype=bool)
    if lately.shape[1] >= FEWEST_CYCLES:
        sold: Bools = np.asarray(lately > 0, dtype=bool)
        known = np.isfinite(lately)
        some: Bools = np.asarray(known & (lately != 0), dtype=bool)
        nothing_since: Bools = ~np.maximum.accumulate(some[:, ::-1], axis=1)[:, ::-1]
        run = (nothing_since & known).sum(axis=1)
        before = (known & ~nothing_since).sum(axis=1)
        ever: Bools = np.any(sold, axis=1)
        own = (sold.sum(axis=1) + 0.5) / (before + run + 1)
        others = np.sum(sold & ever[:, None], axis=(1, 2)) / np.maximum(np.sum(known & ever[:, None], axis=(1, 2)), 1)
        rate = np.where(ever, own, np.minimum(others, 0.999)[:, None])
        shut = (run >= FEWEST_CYCLES) & ((1 - rate) ** run < CHANCE)
        shut |= ~ever & (run >= ALWAYS)
        shut &= ever.any(axis=1, keepdims=True)
    return np.asarray(shut[:, np.arange(horizon) % season])


def zero_share(values: Floats, season: int, year: int) -> float:
    """Share of zeros among the last year's buckets at season positions that ever sell, at most 0.95.

    Zeros at the very end do not count: of a business that has ended they do not say that its sales were rare.
    """
    sold = np.flatnonzero(values > 0)
    values = values[: sold[-1] + 1] if len(sold) else values
    last = values[-(year or len(values)) :]
    cycles = last[len(last) - len(last) // season * season :].reshape(-1, season)
    open_ = (cycles > 0).any(axis=0)
    known = np.isfinite(cycles) & open_
    return min(float(((cycles == 0) & known).sum() / max(known.sum(), 1)), 0.95)
