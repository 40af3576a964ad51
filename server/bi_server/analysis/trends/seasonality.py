"""How strong the weekly and the yearly season are, and what they look like."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from .daily import WEEK, Daily, Floats, Week, calm, daily, weekly_pattern
from .year import MIN_DAYS as MIN_DAYS_YEARLY
from .year import year

MIN_DAYS_WEEKLY = 28
"""Four weeks: every weekday is seen four times."""

PERIODIC = 9999
"""A seasonal window this wide makes STL's season the same every period (R's `s.window = "periodic"`)."""


@dataclass(frozen=True)
class Season:
    """One season.

    `strength` from 0 (none) to 1 (the season is all there is beside the trend), adjusted for the number
    of seasonal values fitted so that noise scores about 0. `profile` is an index, 1.00 = average: seven
    values from Monday or twelve from January; a closed weekday is 0. `p_value`: chance of such a season
    in noise (Kruskal-Wallis for the week, F test for the year). What cannot be known is None, and `reason` says why.
    """

    strength: float | None
    profile: tuple[float, ...] | None
    p_value: float | None
    reason: str | None


@dataclass(frozen=True)
class Seasonality:
    """The weekly season (needs 4 weeks) and the yearly one (needs two years)."""

    weekly: Season
    yearly: Season


def seasonality(y: pd.Series) -> Seasonality:
    """Strength and profile of the weekly and yearly season of the daily series `y`.

    Strength: Wang, Smith & Hyndman (2006), max(0, 1 - var(remainder) / var(season + remainder)), for the week from an
    STL decomposition of the days (Cleveland et al. 1990), for the year see `year.year`. Positive series are
    decomposed as logarithms, so that a season that grows with the level counts in full.
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
    if len(series.values) < MIN_DAYS_YEARLY:
        return _unknown(f"a yearly season needs two years of history; there are {len(series.values)} days")
    adjusted = week.removed_from(series)
    found = year(Daily(series.start, adjusted), range(len(adjusted)), largest_chance=0.05)
    if found is None:
        return _unknown("a yearly season needs two years of history; too many of these days are unknown")
    if found.ratio:
        return Season(found.strength, _index(found.months), found.p_value, None)
    mean = float(np.nanmean(adjusted))
    if mean <= 0:
        return Season(
            found.strength, None, found.p_value, "the average month is not positive, so no index can be given"
        )
    return Season(found.strength, _index(1 + found.months / mean), found.p_value, None)


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
