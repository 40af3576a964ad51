"""A daily series on an unbroken calendar, and what its week looks like."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.ndimage import median_filter

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

WEEK = 7
MIN_DAYS_FOR_WEEKDAYS = 14
"""Under two full weeks a weekday is seen once at most times, and its effect cannot be told from the day's
own.
"""

CLOSED_SHARE = 0.9
"""A weekday without sales on nine of ten occasions is closed; the tenth is a stocktake or a special
opening.
"""

BREAK_DAYS = 3
"""Days in a row without sales that are no chance where sales come nearly every day."""

SPARSE_SHARE = 0.25
"""Where more days than this are without sales, medians say nothing and means are taken."""

OUTLIER_SIGMAS = 4.0
"""Days further from their surroundings are pulled in to this many (robust) standard deviations."""


@dataclass(frozen=True)
class Daily:
    """Consecutive days from `start`; `values` is NaN where nothing is known."""

    start: date
    values: Floats

    @property
    def weekday(self) -> NDArray[np.intp]:
        """Monday 0 to Sunday 6, a number a day."""
        return (self.start.weekday() + np.arange(len(self.values))) % WEEK

    def date(self, position: int) -> date:
        return self.start + timedelta(days=position)


@dataclass(frozen=True)
class Week:
    """The weekly pattern: `profile` (7,) holds factors with mean 1 where `ratio`, else offsets with mean 0.

    `closed` (7,) marks weekdays without business; their factor is 0.
    """

    ratio: bool
    profile: Floats
    closed: Bools

    def removed_from(self, series: Daily) -> Floats:
        """The values without their weekly pattern, on the scale of an average day; closed days become NaN."""
        factor = self.profile[series.weekday]
        if not self.ratio:
            return np.where(self.closed[series.weekday], np.nan, series.values - factor)
        # A weekday under a tenth of the average says little, and dividing by it would magnify its noise.
        usable = factor >= 0.1
        return np.where(usable, series.values / np.where(usable, factor, 1.0), np.nan)


def daily(y: pd.Series) -> Daily:
    """`y` on every calendar day between its first and last one; infinite values count as unknown."""
    if len(y) == 0:
        return Daily(date(1970, 1, 1), np.empty(0))
    index = pd.DatetimeIndex(y.index)
    day = index.to_numpy().astype("datetime64[D]").astype(np.intp)
    offset = day - day[0]
    values = np.full(int(offset[-1]) + 1, np.nan)
    values[offset] = _floats(y)
    values[~np.isfinite(values)] = np.nan
    return Daily(index[0].date(), values)


def since_first_sale(y: pd.Series) -> pd.Series:
    """`y` from its first day that is not 0: a level, a trend or a relation from before a launch would be made up."""
    sold = np.flatnonzero(np.nan_to_num(_floats(y)) != 0)
    return y.iloc[sold[0] :] if len(sold) else y.iloc[:0]


def _floats(y: pd.Series) -> Floats:
    return y.to_numpy() if y.dtype == np.float64 else y.to_numpy(dtype=np.float64, na_value=np.nan)


def without_breaks(series: Daily) -> Daily:
    """`series` with runs of days without sales as unknown, where it sells on nearly all days before and after.

    Days off and outages are no part of a trend. A shop that sells no more is: what follows on the last sale stays.
    """
    idle = series.values == 0
    if not 0 < idle.mean() <= 1 - CLOSED_SHARE:
        return series
    edges = np.flatnonzero(np.diff(np.concatenate([[False], idle, [False]])))
    values = series.values.copy()
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start >= BREAK_DAYS and start > 0 and end < len(values):
            values[start:end] = np.nan
    return Daily(series.start, values)


def weekly_pattern(series: Daily) -> Week:
    """Median ratio (difference where signs mix) of each weekday to the seven days around it.

    The ratio-to-moving-average method (Macaulay 1931) with medians. Under two weeks the pattern is neutral.
    """
    n = len(series.values)
    if n < MIN_DAYS_FOR_WEEKDAYS or np.isfinite(series.values).sum() < MIN_DAYS_FOR_WEEKDAYS // 2:
        return Week(True, np.ones(WEEK), np.zeros(WEEK, dtype=bool))
    closed = _closed_weekdays(series)
    values = filled(series, closed)
    level = _moving_mean(values)
    ratio = bool(np.mean(level > 0) >= 0.95 and np.mean(values < 0) <= 0.05)
    seen = np.isfinite(series.values) & ((level > 0) | (not ratio))
    relative = values / np.where(level > 0, level, 1.0) if ratio else values - level
    weekday = series.weekday
    sparse = np.mean(values[seen & ~closed[weekday]] == 0) > SPARSE_SHARE if seen.any() else False
    typical = np.mean if sparse else np.median
    profile = np.full(WEEK, 1.0 if ratio else 0.0)
    for day in range(WEEK):
        of_day = relative[(weekday == day) & seen]
        if closed[day]:
            profile[day] = 0.0
        elif len(of_day):
            profile[day] = typical(of_day)
    if not ratio:
        profile[~closed] -= profile[~closed].mean()
    elif profile.sum() > 0:
        profile /= profile.mean()
    else:
        profile = np.ones(WEEK)
    return Week(ratio, profile, closed)


def filled(series: Daily, closed: Bools) -> Floats:
    """Unknown days interpolated between the same weekday of the weeks around them; closed ones are 0."""
    values = series.values.copy()
    for day in np.unique(series.weekday[~np.isfinite(values)]):
        rows = np.flatnonzero(series.weekday == day)
        known = np.isfinite(values[rows])
        if closed[day] or not known.any():
            values[rows[~known]] = 0.0 if closed[day] else np.nanmean(series.values)
        else:
            values[rows] = np.interp(rows, rows[known], values[rows[known]])
    return values


def without_outliers(values: Floats) -> Floats:
    """Known `values` with single wild days pulled towards a month's running median; lasting shifts stay."""
    if len(values) < MIN_DAYS_FOR_WEEKDAYS:
        return values
    centre = median_filter(values, size=min(31, len(values) // 2 * 2 - 1), mode="nearest")
    deviation = values - centre
    # The 95 % quantile, not the median: half the days of a sparse series do not deviate at all.
    reach = OUTLIER_SIGMAS * float(np.quantile(np.abs(deviation), 0.95)) / 1.96
    if reach == 0:
        return values
    return np.asarray(centre + np.clip(deviation, -reach, reach), dtype=np.float64)


def calm(series: Daily, week: Week) -> Floats:
    """The series without gaps and wild days, weekly pattern kept."""
    adjusted = week.removed_from(series)
    known = np.isfinite(adjusted)
    values = series.values.copy()
    if known.any():
        pattern = week.profile[series.weekday[known]]
        quiet = without_outliers(adjusted[known])
        values[known] = quiet * pattern if week.ratio else quiet + pattern
    return filled(Daily(series.start, values), week.closed)


def _closed_weekdays(series: Daily) -> Bools:
    idle = ~(np.abs(np.nan_to_num(series.values)) > 0)
    idle_share = np.array([idle[series.weekday == day].mean() for day in range(WEEK)])
    closed = idle_share >= CLOSED_SHARE
    # Where the other days are mostly idle too, sales are rare: that is no opening hours.
    if closed.all() or idle_share[~closed].mean() > 0.4:
        return np.zeros(WEEK, dtype=bool)
    return np.asarray(closed)


def _moving_mean(values: Floats) -> Floats:
    """Centred mean of seven days, continued at both ends along the slope of its first and last week."""
    inner = np.convolve(values, np.full(WEEK, 1 / WEEK), mode="valid")
    ahead = np.arange(1, 4)
    head = inner[0] - ahead[::-1] * (inner[WEEK] - inner[0]) / WEEK
    tail = inner[-1] + ahead * (inner[-1] - inner[-1 - WEEK]) / WEEK
    return np.concatenate([head, inner, tail])
