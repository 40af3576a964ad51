"""Order statistics that a few wild days cannot move. NaN means no observation."""

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from scipy.ndimage import median_filter

Floats = NDArray[np.float64]

# MAD of a normal distribution is 0.6745 standard deviations, its 90th percentile of |x| 1.645.
MAD_TO_SIGMA = 1.4826
Q90_TO_SIGMA = 1 / 1.645
# Days that deviate this many times more than the others: the others stand still.
STILL = 100.0
# Of so many days in a row without an observation nobody knows what they would have been.
GAP_DAYS = 28
# Windows for which the ends are not most of the work.
FILTERED = 63


def mad_scale(x: Floats) -> float:
    """Median absolute deviation from the median, as the standard deviation of a normal distribution."""
    seen = x[np.isfinite(x)]
    return MAD_TO_SIGMA * float(np.median(np.abs(seen - np.median(seen)))) if seen.size else 0.0


def noise_scale(x: Floats) -> float:
    """Scale of deviations around zero: the geometric mean of what their middle and their shoulder say.

    The median of |x| alone calls every series with a peaked middle and broad shoulders anomalous; the 90th
    percentile alone is inflated when many days are off. Where ordinary days do not deviate at all (rare sales),
    the days that do are the measure, unless they are so few that each is news.
    """
    size = np.abs(x[np.isfinite(x)])
    if size.size == 0:
        return 0.0
    middle = MAD_TO_SIGMA * float(np.median(size))
    shoulder = Q90_TO_SIGMA * float(np.quantile(size, 0.9))
    scale = float(np.sqrt(middle * shoulder)) if middle > 0.05 * shoulder else middle
    moved = size[size > STILL * scale + 1e-12]
    return MAD_TO_SIGMA * float(np.median(moved)) if moved.size > max(2, size.size / 100) else scale


def running_median(x: Floats, window: int) -> Floats:
    """Centred running median of a series or of every column of a table.

    Windows shrink at the ends, and bridge gaps of less than two thirds of a window.
    """
    if window <= FILTERED and len(x) > 2 * window and np.isfinite(x[:-1]).all():
        return _median_filtered(x.reshape(len(x), -1), window).reshape(x.shape)
    table = pd.DataFrame(x)
    medians = table.rolling(window, center=True, min_periods=max(3, window // 3)).median()
    if medians.isna().to_numpy().any():
        medians = medians.ffill().bfill().fillna(table.median()).fillna(0.0)
    return medians.to_numpy(dtype=np.float64).reshape(x.shape)


def _median_filtered(table: Floats, window: int) -> Floats:
    """The same where only the last row may have gaps; much faster: the ends alone need care."""
    half, columns = window // 2, table.shape[1]
    ends = np.full((2, 3 * half + 1, columns), np.nan)
    ends[0, half:], ends[1, : 2 * half + 1] = table[: 2 * half + 1], table[-2 * half - 1 :]
    ordered = np.sort(sliding_window_view(ends, window, axis=1), axis=3)
    count = np.isfinite(ordered).sum(axis=3, keepdims=True)
    low, high = (np.take_along_axis(ordered, at, axis=3)[..., 0] for at in ((count - 1) // 2, count // 2))
    found = np.empty_like(table)
    for column in range(columns):
        found[:-1, column] = median_filter(table[:-1, column], window)
    found[: half + 1], found[-half - 1 :] = (low + high) / 2
    return found


def by_week(x: Floats) -> Floats:
    """Consecutive days as a table of weeks x 7, a weekday a column; the last week is filled up with NaN."""
    return np.pad(x, (0, -x.size % 7), constant_values=np.nan).reshape(-1, 7)


def stretches(x: Floats) -> list[slice]:
    """The days between the gaps, which are runs of four weeks or more without an observation: nothing is expected of
    them, and nothing is read across them."""
    edges = np.flatnonzero(np.diff(np.isnan(x), prepend=False, append=False)).reshape(-1, 2)
    gaps = edges[edges[:, 1] - edges[:, 0] >= GAP_DAYS]
    bounds = np.concatenate([[0], gaps.ravel(), [x.size]]).reshape(-1, 2)
    return [slice(start, stop) for start, stop in bounds.tolist() if stop > start]


def gap_follows(x: Floats, day: int) -> bool:
    """Whether that day is the last before a gap."""
    return any(known.stop == day + 1 for known in stretches(x)[:-1])


def running_scale(x: Floats, window: int) -> Floats:
    """Scale around each entry relative to the whole (1 everywhere if it never changes), from mean sizes cut at 3."""
    size = pd.Series(np.minimum(np.abs(x), 3.0))
    around = size.rolling(window, center=True, min_periods=window // 3).mean().to_numpy(dtype=np.float64)
    overall = float(np.nanmean(size)) if np.isfinite(x).any() else 0.0
    return np.clip(np.where(np.isfinite(around) & (overall > 0), around / (overall or 1.0), 1.0), 0.3, 3.0)
