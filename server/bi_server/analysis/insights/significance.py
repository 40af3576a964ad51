"""How surprising a change or a record is, judged by the series' own history."""

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtrc, stdtr

Floats = NDArray[np.float64]

WEEK = 7
MIN_COMPARABLE = 6
"""Independent earlier changes of the same length that are needed to know the usual one."""

MIN_SHORT = 4
"""Shorter windows that stand in must be at least so many."""

MIN_COMMON = 4
"""Series from which on their median is what they have in common."""

SHORTER_WINDOWS = 13
"""Where there are too few, windows this many times shorter than the history stand in."""

TAIL = 10
"""Largest values that tell how far apart extremes usually lie."""


def change_p_values(days: Floats, length: int, lag: int, *, relative: bool = True) -> Floats | None:
    """Chance of a change as large as the last one, for each column of `days` (n, k), in an ordinary period.

    The change is the sum of the last `length` days less that of the `length` days that lie `lag` days earlier. It is
    set against all such changes within the days before, in absolute terms and (if `relative`) relative to the level;
    the larger p-value counts, so that neither growth nor decline of the level passes for surprise. Prediction
    interval of Student's t, whose degrees of freedom are the number of changes that do not overlap, less one.

    Where fewer than six of those fit into the history, shorter adjacent windows stand in; their deviation is scaled by
    the square root of the length, and the change is judged against none. None where even these are missing.
    """
    history = len(days) - length
    own = _changes(days, length, lag, last=True)
    independent = (history - lag) // length
    if independent >= MIN_COMPARABLE:
        usual = _changes(days[:history], length, lag)
        p_values = [_prediction_p(c[-1], u, independent) for c, u in zip(own, usual, strict=True)]
        return np.maximum(*p_values) if relative else p_values[0]
    short = min(length, max(WEEK, history // SHORTER_WINDOWS))
    independent = (history - short) // short
    if independent < 2:
        return None
    usual = _changes(days[:history], short, short)
    scales = (np.sqrt(length / short), np.sqrt(short / length))
    p_values = [
        _prediction_p(c[-1], u * scale, independent, centred=False)
        for c, u, scale in zip(own, usual, scales, strict=True)
    ]
    return np.maximum(*p_values) if relative else p_values[0]


def _changes(days: Floats, length: int, lag: int, *, last: bool = False) -> tuple[Floats, Floats]:
    """All changes between windows `lag` days apart (m, k), and the same relative to the level of both."""
    if last:
        days = days[-(length + lag) :]
    running = np.concatenate([np.zeros((1, days.shape[1])), np.cumsum(days, axis=0)])
    sums = running[length:] - running[:-length]
    change = sums[lag:] - sums[:-lag]
    level = np.abs(sums[lag:]) + np.abs(sums[:-lag])
    return change, change / np.where(level > 0, level, 1.0)


def _prediction_p(change: Floats, usual: Floats, independent: int, *, centred: bool = True) -> Floats:
    centre = usual.mean(axis=0) if centred else np.zeros_like(change)
    deviation = np.sqrt(((usual - centre) ** 2).mean(axis=0) * (1 + 2 / independent))
    distance = np.abs(change - centre)
    # A history without any variation makes every change a surprise, and no change none.
    floor = 1e-9 * (np.abs(change) + np.abs(usual).max(axis=0))
    statistic = np.where(distance > floor, distance / np.maximum(deviation, np.maximum(floor, 1e-300)), 0.0)
    return np.asarray(2 * stdtr(independent - 1, -statistic))


def ratio_p_values(
    above: Floats, below: Floats | None, length: int, lag: int, *, beyond_common: bool = False
) -> Floats:
    """Chance of a relative change as large as the last one, for each column of `above` (n, k), in an ordinary period.

    What changes is the sum of `above` over `length` days, or that over the sum of `below` (n, k): a price, a rate. The
    logarithm of its change over `lag` days is set against all such changes within the days before, by Student's t with
    a robust scale (deviations beyond three of it are pulled in, Huber 1964): former incidents do not hide the next one.
    With `beyond_common` and four columns or more, the median change of the columns is taken off first, which is what
    season and growth do to all of them. Where fewer than six changes that do not overlap fit into the history, shorter
    adjacent windows stand in, as in `change_p_values`. 1.0 where a column cannot be judged: too young, or not positive.
    """
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
    reach = 3.0 * 1.4826 * np.nanmedian(deviations, axis=0)
    clipped = np.minimum(deviations, np.where(reach > 0, reach, np.inf))
    scale = np.sqrt(np.nanmean(clipped**2, axis=0) * (1 + 2 / independent))
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
