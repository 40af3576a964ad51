"""Where rare sales came to be clearly more, or fewer: means over long spans must not reach back beyond it.

The mean of the days after each possible change is set against that of the year before it, in standard errors
of both together (of square roots, which no large order dominates). What is left after the
surest change is looked at again, so that the newest one counts.
"""

import numpy as np

from bi_server.analysis.forecasting.frequency import Floats

FEWEST_AFTER, FEWEST_BEFORE = 42, 56  # buckets known to each side of a change
MOST_BEFORE = 365  # buckets that tell what was usual before it
SURE = 4.0  # standard errors: the largest of a hundred that wander together is hardly ever so large by chance


def since_change(x: Floats, season: int) -> Floats:
    """The windows `x` (origins, length) without what lies before the last sure change of level of each."""
    found = x.copy()
    roots = np.sqrt(np.maximum(x, 0.0))
    for row in range(len(x)):
        while (change := _surest_change(roots[row], season)) is not None:
            found[row, :change] = roots[row, :change] = np.nan
    return found


def _surest_change(roots: Floats, season: int) -> int | None:
    """Position of the first bucket after the change, None where none is sure."""
    known = np.isfinite(roots)
    filled = np.where(known, roots, 0.0)
    count, total, squares = (np.concatenate([[0.0], np.cumsum(a)]) for a in (known.astype(float), filled, filled**2))
    at = np.arange(len(roots) - FEWEST_AFTER, 0, -season)
    first = np.maximum(at - MOST_BEFORE, 0)
    before, after = count[at] - count[first], count[-1] - count[at]
    enough = (before >= FEWEST_BEFORE) & (after >= FEWEST_AFTER)
    at, first, before, after = (a[enough] for a in (at, first, before, after))
    if not at.size:
        return None
    mean = (total[-1] - total[first]) / (before + after)
    variance = (squares[-1] - squares[first]) / (before + after) - mean**2
    change = (total[-1] - total[at]) / after - (total[at] - total[first]) / before
    score = np.abs(change) / np.sqrt(np.maximum(variance * (1 / before + 1 / after), 1e-12))
    best = int(np.argmax(score))
    return int(at[best]) if score[best] >= SURE else None
