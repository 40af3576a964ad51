"""What named days (holidays, sales) did to a series in the past, carried to the next day of that name.

A day's effect is its value over the median of the four same season positions before it, which needs nothing
that comes later. One occurrence is a noisy witness, so the mean of `n` effects counts `n / (n + 0.5)`.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bi_server.analysis.forecasting.calendar import Floats
from bi_server.analysis.forecasting.windows import median

CYCLES_BEFORE = 4
DOUBT = 0.5  # occurrences of no effect that every name is given
LARGEST_EFFECT = 5.0
SMALLEST_USUAL = 1e-6  # of the mean: of next to nothing no day is a multiple

Names = npt.NDArray[np.object_]


def without(values: Floats, names: Names) -> Floats:
    """`values` with named days unknown, so that they bend neither level nor season."""
    return np.where(names[: len(values)] == "", values, np.nan)


def effects(values: Floats, names: Names, origins: Sequence[int], horizon: int, season: int) -> Floats:
    """Factors (origins, horizon) for the buckets after each origin, from the days before that origin only.

    `names` holds the name of each bucket, "" for none, and reaches `horizon` beyond `values`.
    """
    plain = without(values, names)
    padded = np.concatenate([np.full(CYCLES_BEFORE * season, np.nan), plain])
    usual = median(np.stack([padded[k * season : k * season + len(plain)] for k in range(CYCLES_BEFORE)], axis=1))
    factor = np.clip(values / np.where(usual > SMALLEST_USUAL, usual, np.nan), 0.0, LARGEST_EFFECT)
    found = np.ones((len(origins), horizon))
    for name in set(names) - {""}:
        days = np.flatnonzero(names == name)
        told = [(day, factor[day]) for day in days if day < len(values) and np.isfinite(factor[day])]
        for row, origin in enumerate(origins):
            before = [effect for day, effect in told if day < origin]
            coming = days[(days >= origin) & (days < origin + horizon)] - origin
            if before and len(coming):
                always_zero = max(before) == 0
                doubt = 0.0 if always_zero else DOUBT
                found[row, coming] = (sum(before) + doubt) / (len(before) + doubt)
    return found
