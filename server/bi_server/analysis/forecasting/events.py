"""What named days (holidays, sales) did to a series in the past, carried to the next day of that name.

A day's effect is the logarithm of its value over the median of the four same weekdays before it, which needs nothing
that comes later. One occurrence is a noisy witness, so a mean of `n` effects counts `n / (n + 0.5)`.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bi_server.analysis.forecasting.frequency import Floats
from bi_server.analysis.forecasting.windows import median

CYCLES_BEFORE = 4
DOUBT = 0.5  # occurrences of no effect that every name is given
LARGEST_EFFECT = np.log(50.0)  # what falls to less is closed
SMALLEST_USUAL = 1e-6  # of the mean: of next to nothing no day is a multiple

Names = npt.NDArray[np.object_]


def without(values: Floats, names: Names) -> Floats:
    """`values` with named days unknown, so that they bend neither level nor season."""
    return np.where(names[: len(values)] == "", values, np.nan)


def surprises(values: Floats, ordinary: Floats, season: int) -> Floats:
    """Log of each value over the median of the same season position in the four cycles before it, NaN if unknown.

    `ordinary` are the values that count as usual; a series that falls below zero has no such ratios.
    """
    if np.nanmin(values) < 0:
        return np.full(len(values), np.nan)
    padded = np.concatenate([np.full(CYCLES_BEFORE * season, np.nan), ordinary])
    cycles = [padded[k * season : k * season + len(values)] for k in range(CYCLES_BEFORE)]
    usual = median(np.stack(cycles, axis=1))
    ratio = values / np.where(usual > SMALLEST_USUAL, usual, np.nan)
    return np.asarray(np.log(np.clip(ratio, np.exp(-LARGEST_EFFECT), np.exp(LARGEST_EFFECT))))


def shrunk(effects: Floats) -> float:
    """The expected effect after occurrences with these effects; a day that was always closed stays so."""
    if (effects <= -LARGEST_EFFECT).all():
        return -np.inf
    return float(effects.sum() / (len(effects) + DOUBT))


def named_effects(values: Floats, names: Names, origins: Sequence[int], horizon: int, season: int) -> Floats:
    """Log factors (origins, horizon) for the buckets after each origin, from the days before that origin only.

    `names` holds the name of each bucket, "" for none, and reaches `horizon` beyond `values`.
    """
    effect = surprises(values, without(values, names), season)
    found = np.zeros((len(origins), horizon))
    for name in sorted(set(names) - {""}):
        days = np.flatnonzero(names == name)
        past = days[days < len(values)]
        past = past[np.isfinite(effect[past])]
        for row, origin in enumerate(origins):
            before = past[past < origin]
            coming = days[(days >= origin) & (days < origin + horizon)] - origin
            if len(before) and len(coming):
                found[row, coming] = shrunk(effect[before])
    return found
