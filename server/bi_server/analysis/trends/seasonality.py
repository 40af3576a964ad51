"""How strong the weekly and the yearly season are, and what they look like."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .daily import WEEK, Daily, Floats, Week, calm, daily, weekly_pattern

MIN_DAYS_WEEKLY = 28
"""Four weeks: every weekday is seen four times."""

MIN_MONTHS_YEARLY = 24
"""Every month must be seen twice: with one year only, season and growth cannot be told apart."""

MONTH_COVERAGE = 0.8
"""Share of a month's days that must be known for it to count."""

PERIODIC = 9999
"""A seasonal window this wide makes STL's season the same every period (R's `s.window = "periodic"`)."""


@dataclass(frozen=True)
class Season:
    """One season.

    `strength` from 0 (none) to 1 (the season is all there is beside the trend), adjusted for the number
    of seasonal values fitted so that noise scores about 0. `profile` is an index, 1.00 = average: seven
    values from Monday or twelve from January; a closed weekday is 0. `p_value`: chance of such a season
    in noise (Kruskal-Wallis). What cannot be known is None, and `reason` says why.
    """

    strength: float | None
    profile: tuple[float, ...] | None
    p_value: float | None
    reason: str | None


@dataclass(frozen=True)
class Seasonality:
    """The weekly season (needs 4 weeks) and the yearly one (needs 24 complete months)."""

    weekly: Season
    yearly: Season


def seasonality(y: pd.Series) -> Seasonality:
    """Strength and profile of the weekly and yearly season of the daily series `y`.

    Strength: Wang, Smith & Hyndman (2006), max(0, 1 - var(remainder) / var(season + remainder)), from an
    STL decomposition (Cleveland et al. 1990): of days for the week, of monthly means without the weekly
    pattern for the year. Positive series are decomposed as logarithms, so that a season that grows with
    the level counts in full.
    """
    series = daily(y)
    week = weekly_pattern(series)
    return Seasonality(_weekly(series, week), _yearly(series, week))


def _weekly(series: Daily, week: Week) -> Season:
    known = int(np.isfinite(series.values).sum())
    if len(series.values) < MIN_DAYS_WEEKLY or known < MIN_DAYS_WEEKLY // 2:
        return _unknown(f"a weekly season needs {MIN_DAYS_WEEKLY} days of history; there are {known}")
    values = calm(series, week)
    if np.ptp(values) == 0:
        return Season(0.0, (1.0,) * WEEK if values[0] > 0 else None, 1.0, "every day is the same")
    strength, p_value = _strength(_logged(values), WEEK, series.weekday)
    if week.ratio:
        return Season(strength, _index(week.profile), p_value, None)
    mean = float(values.mean())
    if mean <= 0:
        return Season(strength, None, p_value, "the average day is not positive, so no index can be given")
    return Season(strength, _index(1 + week.profile / mean), p_value, None)


def _yearly(series: Daily, week: Week) -> Season:
    months, means = _monthly_means(series, week)
    if len(means) < MIN_MONTHS_YEARLY:
        return _unknown(f"a yearly season needs {MIN_MONTHS_YEARLY} complete months of history; there are {len(means)}")
    if np.ptp(means) == 0:
        return Season(0.0, (1.0,) * 12 if means[0] > 0 else None, 1.0, "every month is the same")
    logged = _logged(means)
    season = _decompose(logged, 12)[0]
    strength, p_value = _strength(logged, 12, months)
    by_month = np.array([season[months == month].mean() for month in range(12)])
    mean = float(means.mean())
    if bool((means > 0).all()):
        factor = np.exp(by_month)
        return Season(strength, _index(factor / factor.mean()), p_value, None)
    if mean <= 0:
        return Season(strength, None, p_value, "the average month is not positive, so no index can be given")
    return Season(strength, _index(1 + (by_month - by_month.mean()) / mean), p_value, None)


def _monthly_means(series: Daily, week: Week) -> tuple[NDArray[np.intp], Floats]:
    """Month (0..11) and mean day, without the weekly pattern, of the latest unbroken run of complete
    months.
    """
    adjusted = week.removed_from(series)
    if len(adjusted) == 0 or not np.isfinite(adjusted).any():
        return np.empty(0, dtype=np.intp), np.empty(0)
    days = pd.date_range(series.start, periods=len(adjusted))
    number = np.asarray(days.year * 12 + days.month - 1, dtype=np.intp)
    usable = np.isfinite(adjusted)
    shut = ~usable & np.isfinite(series.values)
    slot = number - number[0]
    seen = np.bincount(slot, usable | shut)
    length = np.bincount(slot, minlength=len(seen))
    full = np.array([(days[0] + pd.DateOffset(months=int(k))).days_in_month for k in range(len(seen))])
    open_days = np.bincount(slot, usable)
    complete = (seen >= MONTH_COVERAGE * full) & (length > 0) & (open_days > 0)
    last = int(np.flatnonzero(complete)[-1]) if complete.any() else -1
    first = last
    while first > 0 and complete[first - 1]:
        first -= 1
    if last < 0:
        return np.empty(0, dtype=np.intp), np.empty(0)
    run = np.arange(first, last + 1)
    sums = np.bincount(slot, np.where(usable, adjusted, 0.0))
    return np.asarray((number[0] + run) % 12, dtype=np.intp), sums[run] / open_days[run]


def _logged(values: Floats) -> Floats:
    return np.log(values) if bool((values > 0).all()) else values


def _decompose(values: Floats, period: int) -> tuple[Floats, Floats]:
    """Season and remainder of a decomposition whose season does not change."""
    from statsmodels.tsa.seasonal import STL  # see app.warm_up

    cycles = max(1, len(values) // period)
    result = STL(values, period=period, seasonal=PERIODIC, seasonal_deg=0, seasonal_jump=cycles).fit()
    return np.asarray(result.seasonal), np.asarray(result.resid)


def _strength(values: Floats, period: int, group: NDArray[np.intp]) -> tuple[float, float]:
    from scipy import stats  # see app.warm_up

    season, remainder = _decompose(values, period)
    detrended = season + remainder
    n = len(values)
    total = float(np.var(detrended))
    if total <= 1e-20 * float(np.mean(values**2)):
        return 0.0, 1.0
    # As in an adjusted R2: without it, twelve months fitted to twenty-four values explain half of any noise.
    noise = float(np.var(remainder)) * (n - 1) / (n - period)
    p_value = float(stats.kruskal(*(detrended[group == g] for g in np.unique(group))).pvalue)
    return max(0.0, 1 - noise / total), p_value


def _index(profile: Floats) -> tuple[float, ...]:
    return tuple(float(value) for value in profile)


def _unknown(reason: str) -> Season:
    return Season(None, None, None, reason)
