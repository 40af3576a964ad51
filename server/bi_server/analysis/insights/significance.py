"""How surprising a change or a record is, judged by the series' own history."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtrc, stdtr

Floats = NDArray[np.float64]

WEEK = 7
MIN_COMPARABLE = 6
"""Independent earlier changes of the same length that are needed to know the usual one."""

HISTORY = 1100
"""Days, three years: what changes did before says little about today's, and costs time."""

MIN_SHORT = 4
"""Shorter windows that stand in must be at least so many."""

REACH, CLIPPED = 2.0, 0.9205
"""Deviations are pulled in to so many robust standard deviations; what is left of the variance of a normal value."""

ROBUST_FROM = 2 * WEEK
"""Days; shorter windows differ by their weekdays, and those are no incidents."""

MIN_COMMON = 4
"""Series from which on their median is what they have in common."""

SHORTER_WINDOWS = 13
"""Where there are too few, windows this many times shorter than the history stand in."""

TAIL = 10
"""Largest values that tell how far apart extremes usually lie."""


def ratio_p_values(
    above: Floats, below: Floats | None, length: int, lag: int, *, beyond_common: bool = False
) -> Floats:
    """Chance of a relative change as large as the last one, for each column of `above` (n, k), in an ordinary period.

    What changes is the sum of `above` over `length` days, or that over the sum of `below` (n, k): a price, a rate. The
    logarithm of its change over `lag` days is set against all such changes within the days before, by Student's t with
    a robust scale (larger deviations are pulled in, Huber 1964): former incidents do not hide the next one.
    With `beyond_common` and four columns or more, the median change of the columns is taken off first, which is what
    season and growth do to all of them. Where fewer than six changes that do not overlap fit into the history, shorter
    adjacent windows stand in; their deviation is scaled by the square root of the length, and the change is judged
    against none. 1.0 where a column cannot be judged: too young, or not positive.
    """
    known = slice(-(length + lag + HISTORY), None)
    above, below = above[known], None if below is None else below[known]
    history, recent = len(above) - length, slice(-(length + lag), None)
    last = _log_change(above[recent], None if below is None else below[recent], length, lag, beyond_common)
    if not len(last):
        return np.ones(above.shape[1])
    past, past_below = above[:history], None if below is None else below[:history]
    judged = _robust_p(last[-1], _log_change(past, past_below, length, lag, beyond_common), length, MIN_COMPARABLE)
    short = min(length, max(WEEK, history // SHORTER_WINDOWS))
    if np.isnan(judged).any():
        usual = _log_change(past, past_below, short, short, beyond_common) * np.sqrt(short / length)
        stand_in = _robust_p(last[-1], usual, short, MIN_SHORT, centred=False)
        judged = np.where(np.isnan(judged), stand_in, judged)
    return np.where(np.isnan(judged), 1.0, judged)


def _log_change(above: Floats, below: Floats | None, length: int, lag: int, beyond_common: bool) -> Floats:
    """Changes of the logarithm of sums over `length` days, `lag` days apart (m, k); NaN where a sum is not positive."""
    if len(above) < length + lag:
        return np.full((0, above.shape[1]), np.nan)
    logs = _log_sums(above, length) - (0.0 if below is None else _log_sums(below, length))
    change = logs[lag:] - logs[:-lag]
    if beyond_common and change.shape[1] >= MIN_COMMON:
        change -= np.median(np.where(np.isnan(change), 0.0, change), axis=1, keepdims=True)
    return change


def _log_sums(days: Floats, length: int) -> Floats:
    running = np.concatenate([np.zeros((1, days.shape[1])), np.cumsum(days, axis=0)])
    sums = running[length:] - running[:-length]
    # What is left of sums that cancel is rounding.
    return np.asarray(np.log(np.where(sums > 1e-6, sums, np.nan)))


def _robust_p(last: Floats, usual: Floats, length: int, least: int, *, centred: bool = True) -> Floats:
    """Two-sided p-values by column; NaN where fewer than `least` changes do not overlap."""
    independent = np.isfinite(usual).sum(axis=0) // length
    judged = (independent >= least) & np.isfinite(last)
    p_values = np.full(len(last), np.nan)
    if not judged.any():
        return p_values
    last, usual, independent = last[judged], usual[:, judged], independent[judged]
    centre = np.nanmedian(usual, axis=0) if centred else np.zeros_like(last)
    deviations = np.abs(usual - centre)
    reach = REACH * 1.4826 * np.nanmedian(deviations, axis=0) * (length >= ROBUST_FROM)
    clipped = np.minimum(deviations, np.where(reach > 0, reach, np.inf))
    scale = np.sqrt(np.nanmean(clipped**2, axis=0) / np.where(reach > 0, CLIPPED, 1.0) * (1 + 2 / independent))
    distance = np.abs(last - centre)
    statistic = np.where(distance > 1e-9, distance / np.maximum(scale, 1e-9), 0.0)
    p_values[judged] = 2 * stdtr(independent - 1, -statistic)
    return p_values


def record_p_value(inside: Floats, outside: Floats) -> float:
    """Chance that the largest value `inside` would exceed the largest `outside` by as much as it does, or more.

    Were the days alike, each value inside would be the largest with chance 1 / (outside + 1), and would
    then lie above the next by about the usual distance of extremes (Weissman 1978: the spacings of the
    largest values, times their rank, are exponential). 1.0 where there is no record or nothing to compare with.
    """
    count = min(TAIL, len(outside) // 3)
    if len(inside) == 0 or count < 3:
        return 1.0
    extremes = np.sort(outside)[::-1][: count + 1]
    gap = float(inside.max() - extremes[0])
    if gap <= 0:
        return 1.0
    spacing = float((-np.diff(extremes) * np.arange(1, count + 1)).mean())
    chance = min(1.0, len(inside) / (len(outside) + 1))
    if spacing <= 0:
        return chance
    return float(chance * fdtrc(2, 2 * count, gap / spacing))
