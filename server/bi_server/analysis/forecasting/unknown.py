"""Days whose figure says nothing of demand: data that did not arrive, and rare refunds below zero.

A silent day has next to nothing of what the same weekdays before it let expect. Silent days are a Markov chain: with
probability p after a day with sales, q after a silent one. A run of k of them is missing data where p * q**(k - 1) is
tiny; p and q are counted without the run itself, so that a shop that often sells nothing is not taken for broken, and
p is that of the months before or after it where these were more silent than the whole.
"""

from collections.abc import Collection, Mapping
from datetime import date

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtr

from bi_server.analysis.forecasting.frequency import FREQUENCIES, Floats, History
from bi_server.analysis.forecasting.windows import median

Bools = npt.NDArray[np.bool_]

NEXT_TO_NOTHING = 0.05  # of what was due
WEEKS_BEFORE = 8
FEWEST_DAYS = 28  # before a day, to know what was due on it
UNLIKELY = 1e-3
RARE = 0.05  # share of silent days under which those that come back a year later are feasts that nobody named
ALMOST_NEVER = 0.01  # share of silent days under which counting them tells little
NEAR = 90  # days before or after a run that tell how silent the business has become
PRIOR_DAYS = 5.0  # after a silent one that speak for independence before any was seen
LONGEST_RUN = 62  # days; what lasts longer is the state of the business
LONGEST_LAST_RUN = 14  # the same at the end, where nothing came after
MOST_REFUNDS = 0.02  # of all days; where more fall below zero, that is how the series is


def without_unknown(past: History, unknown: Collection[date] | None, holidays: Mapping[date, str]) -> History:
    """`past` with rare refunds, and days of missing data, unknown; it may end earlier then.

    Missing are the days in `unknown`; where it is None, daily sums that look like it and have no name in `holidays`.
    """
    recorded, days = without_rare_refunds(past.recorded), past.index.date
    if unknown is not None:
        gone = np.array([day in unknown for day in days], dtype=bool)
    elif past.frequency is FREQUENCIES["day"]:
        gone = missing(recorded, np.array([day in holidays for day in days], dtype=bool))
    else:
        gone = np.zeros(len(days), dtype=bool)
    values = np.where(gone, np.nan, recorded)
    known = np.flatnonzero(np.isfinite(values))
    if len(known) < past.frequency.floor:
        return past
    inside = slice(known[0], known[-1] + 1)
    return History(values[inside], recorded[inside], past.index[inside], past.frequency)


def missing_days(y: pd.Series, holidays: Mapping[date, str] | None = None) -> list[date]:
    """Days of the daily sums `y` (sorted, regular) that hold no or next to no data where there should be some.

    Days named in `holidays` may be empty for their own reason and are never missing.
    """
    days = pd.DatetimeIndex(y.index).date
    named = np.array([day in (holidays or {}) for day in days], dtype=bool)
    return list(days[missing(np.asarray(y, dtype=np.float64), named)])


def missing(values: Floats, named: Bools) -> Bools:
    """Which of the daily `values` (n,) are missing data; NaN never is."""
    due = _due(values)
    judged = np.isfinite(due) & (due > 0) & np.isfinite(values) & ~named
    empty = judged & (values <= NEXT_TO_NOTHING * due)
    if empty.sum() < RARE * judged.sum():
        judged &= ~(empty & _a_year_away(empty))
    at = np.flatnonzero(judged)
    found = np.zeros(len(values), dtype=bool)
    if len(at) < FEWEST_DAYS:
        return found
    ratio, silent = values[at] / due[at], empty[at]
    edges = np.diff(np.concatenate([[0], silent.astype(int), [0]]))
    for start, stop in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        if stop - start <= (LONGEST_LAST_RUN if stop == len(at) else LONGEST_RUN):
            found[at[start:stop]] = _probability(silent, ratio, int(start), int(stop)) < UNLIKELY
    return found


def without_rare_refunds(values: Floats) -> Floats:
    """`values` with days below zero unknown where they are few: a large refund says nothing of the days to come."""
    below = values < 0
    most = max(MOST_REFUNDS * len(values), min(2.0, len(values) / 28))
    return np.where(below, np.nan, values) if below.sum() <= most else values


def _due(values: Floats) -> Floats:
    """The mean of the same weekday in the weeks before, each at most three times their median."""
    padded = np.concatenate([np.full(7 * WEEKS_BEFORE, np.nan), values])
    weeks = np.stack([padded[7 * k : 7 * k + len(values)] for k in range(WEEKS_BEFORE)], axis=1)
    usual = median(weeks)[:, None]
    calm = np.where(usual > 0, np.minimum(weeks, 3 * usual), weeks)
    known = np.isfinite(calm)
    due = np.where(known, calm, 0.0).sum(axis=1) / np.maximum(known.sum(axis=1), 1)
    return np.where((known.sum(axis=1) > 1) & (np.arange(len(values)) >= FEWEST_DAYS), due, np.nan)


def _probability(silent: Bools, ratio: Floats, start: int, stop: int) -> float:
    others = np.concatenate([silent[:start], silent[stop:]])
    p = (float(others.sum()) + 0.5) / (len(others) + 1)
    if others.mean() < ALMOST_NEVER:
        # The spread of ordinary days tells how far off silence is.
        rest = np.concatenate([ratio[:start], ratio[stop:]])
        spread = 1.4826 * float(np.median(np.abs(rest - np.median(rest)))) if len(rest) else np.inf
        p = min(p, float(ndtr((NEXT_TO_NOTHING - 1) / max(spread, 0.05))))
    else:
        near = (silent[max(start - NEAR, 0) : start], silent[stop : stop + NEAR])
        p = max([p, *(float(days.mean()) for days in near if len(days) == NEAR)])
    after = np.concatenate([silent[1:start][silent[: max(start - 1, 0)]], silent[stop + 1 :][silent[stop:-1]]])
    q = (float(after.sum()) + PRIOR_DAYS * p) / (len(after) + PRIOR_DAYS)
    return float(p * max(p, q) ** (stop - start - 1))


def _a_year_away(empty: Bools) -> Bools:
    """Days a year after or before an empty one."""
    near = np.zeros(len(empty), dtype=bool)
    for year in (364, 365, 366):
        near[year:] |= empty[:-year]
        near[:-year] |= empty[year:]
    return near
