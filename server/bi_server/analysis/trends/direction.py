"""Is the series going up, down or nowhere, and how sure can one be?"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd
from scipy.special import ndtri, stdtr, stdtrit

from .autocorrelation import memory
from .daily import (
    MIN_DAYS_FOR_WEEKDAYS,
    SPARSE_SHARE,
    WEEK,
    Bools,
    Daily,
    Floats,
    daily,
    weekly_pattern,
    without_breaks,
)
from .line import fitted_line
from .year import year

MIN_DAYS = 7
"""Known days under which no verdict is given."""

LONG = 1000
"""Days above which the series is averaged by blocks of seven: pairs grow with the square of the length."""

HISTORY_DAYS = 182
"""Days before the window that teach the weekly pattern: half a year is stable and still current."""

SPARSE_DAYS = 56
"""From eight weeks on a series without sales on many days is averaged by weeks too: most of its days are equal."""

MEMORY_DAYS = 91
"""Days that tell the autocorrelation where the window itself is shorter: more would mistake slow drift
for it.
"""


SEASON_MATTERS = 28
"""Days from which on the season of the year may look like a trend."""


@dataclass(frozen=True)
class Direction:
    """The trend of one window, from `start` on.

    `slope`, `slope_lower`, `slope_upper` are units per day (Theil-Sen with its confidence interval). `change_percent`
    is the end of the fitted line against its start: halving is -50, doubling +100, and nothing falls by more than 100.
    It is None where the line does not start above 0, and for percentages, whose line moves by `change_points`
    (percentage points) instead. `p_value` is None where no test was possible. `autocorrelation` is the day-to-day
    one that the test allowed for. `year_removed` is whether the season of the year is known, and out of all this;
    `seasonal` whether it would have mattered. `days` counts the known days; `why` says in a sentence what the verdict
    rests on.
    """

    verdict: Literal["up", "down", "flat"]
    why: str
    days: int
    start: date | None = None
    level: float | None = None
    slope: float | None = None
    slope_lower: float | None = None
    slope_upper: float | None = None
    change_percent: float | None = None
    change_points: float | None = None
    p_value: float | None = None
    autocorrelation: float = 0.0
    weekdays_removed: bool = False
    year_removed: bool = False
    seasonal: bool = False


def direction(
    y: pd.Series, *, history: pd.Series | None = None, percentage: bool = False, confidence: float = 0.95
) -> Direction:
    """Robust slope of the daily series `y` and whether it differs from none at `confidence`.

    `history` are further days of the series. The weekly pattern is removed first; the days before `y` help to learn it
    and are needed where `y` is shorter than two weeks. From two years of all these days on the season of the year is
    removed too, whatever the length of `y` (see `year.year`; days after `y` teach it as well). Slope: Theil (1950),
    Sen (1968). Test: Mann (1945), Kendall (1975), with the variance corrected for autocorrelation (Hamed & Rao 1998,
    see `autocorrelation.memory`) and for what is not known of the season, and Student's t for the few degrees of
    freedom of short windows. `percentage` says that the values are percentages. Under 7 known days, or under 14
    without history: flat, and `why` says so.
    """
    window = daily(y)
    known = int(np.isfinite(window.values).sum())
    if known < MIN_DAYS:
        return Direction("flat", f"too short: {known} days are known and a direction needs {MIN_DAYS}", known)
    whole = window if history is None else _with_history(window, daily(history))
    whole = without_breaks(whole)
    at = (window.start - whole.start).days
    inside = range(at, at + len(window.values))
    recent = max(inside.start - HISTORY_DAYS, 0)
    context = Daily(whole.date(recent), whole.values[recent : inside.stop])
    learnable = len(context.values) >= MIN_DAYS_FOR_WEEKDAYS
    week = weekly_pattern(context)
    everything = week.removed_from(context)
    calmed = _calmed_by_fitting(np.isfinite(everything), context) if learnable else 1.0
    season = year(Daily(whole.start, week.removed_from(whole)), inside)
    if season is not None:
        everything = season.removed_from(everything, context.start)
        calmed *= season.inflation
    adjusted = everything[-max(len(window.values), MEMORY_DAYS) :]
    surroundings = _known(adjusted)
    alone = len(adjusted) == len(window.values)
    position, values = surroundings if alone else _known(adjusted[-len(window.values) :])
    if len(values) < MIN_DAYS - 2:
        return Direction("flat", f"too short: only {len(values)} of the days were open", known)
    idle = np.mean(window.values == 0) > SPARSE_SHARE and len(window.values) >= SPARSE_DAYS
    if len(values) > LONG or (idle and np.mean(values == 0) > SPARSE_SHARE):
        surroundings = _weekly_blocks(*surroundings)
        position, values = surroundings if alone else _weekly_blocks(position, values)
    fit = _fit(position, values, surroundings, calmed, confidence)
    line = fitted_line(
        position, values, fit.slope, last=len(window.values) - 1, negative=bool(np.nanmin(window.values) < 0)
    )
    found = Direction(
        verdict="flat",
        why=(
            f"too short: in {len(window.values)} days without earlier ones a trend cannot be told from the "
            f"weekly pattern; {MIN_DAYS_FOR_WEEKDAYS} days are needed"
        ),
        days=known,
        start=window.start,
        level=float(np.median(values)),
        slope=fit.slope,
        slope_lower=fit.lower,
        slope_upper=fit.upper,
        change_percent=None if percentage else line.percent,
        change_points=line.end - line.start if percentage else None,
        autocorrelation=fit.lag_one,
        year_removed=season is not None,
        seasonal=season is not None and season.matters(window),
    )
    if not learnable:
        return found
    verdict, why = _verdict(fit, found, len(window.values), confidence)
    return replace(found, verdict=verdict, why=why, p_value=fit.p_value, weekdays_removed=True)


@dataclass(frozen=True)
class _Fit:
    slope: float
    lower: float
    upper: float
    p_value: float
    lag_one: float


def _with_history(window: Daily, history: Daily) -> Daily:
    """The days of both; where they overlap, those of the window."""
    if len(history.values) == 0:
        return window
    start = min(window.start, history.start)
    earlier, at = (history.start - start).days, (window.start - start).days
    values = np.full(max(earlier + len(history.values), at + len(window.values)), np.nan)
    values[earlier : earlier + len(history.values)] = history.values
    values[at : at + len(window.values)] = window.values
    return Daily(start, values)


def _calmed_by_fitting(known: Bools, context: Daily) -> float:
    """Days over degrees of freedom left by the weekly pattern: one value a weekday, less their mean."""
    days = int(known.sum())
    weekdays = len(np.unique(context.weekday[known]))
    return days / max(days - weekdays + 1, 1) if days else 1.0


def _known(values: Floats) -> tuple[Floats, Floats]:
    position = np.flatnonzero(np.isfinite(values))
    return position.astype(np.float64), values[position]


def _fit(
    position: Floats, values: Floats, surroundings: tuple[Floats, Floats], calmed: float, confidence: float
) -> _Fit:
    """Theil-Sen slope, its interval and the corrected Mann-Kendall test.

    `surroundings` (positions, values) are the days that tell the autocorrelation; by the factor `calmed` the
    fitted week made their variance look smaller than it is.
    """
    n = len(values)
    slopes, rise = _pairwise(position, values)
    slope = float(np.median(slopes))
    trend = slope if surroundings[1] is values else float(np.median(_pairwise(*surroundings)[0]))
    recalled = memory(_surprises(*surroundings, trend), n)
    variance = _variance_without_autocorrelation(values) * recalled.inflation * calmed
    deviation = float(np.sqrt(variance))
    if deviation == 0:
        return _Fit(0.0, 0.0, 0.0, 1.0, 0.0)
    freedom = max(len(surroundings[0]) / calmed - 2, 1)
    statistic = max(abs(float(np.sign(rise).sum())) - 1, 0.0) / deviation
    reach = float(stdtrit(freedom, (1 + confidence) / 2)) * deviation
    pairs = len(slopes)
    low = int(np.clip(np.floor((pairs - reach) / 2), 0, pairs - 1))
    high = int(np.clip(np.ceil((pairs + reach) / 2), 0, pairs - 1))
    ordered = np.partition(slopes, [low, high])
    p_value = float(2 * stdtr(freedom, -statistic))
    return _Fit(slope, float(ordered[low]), float(ordered[high]), p_value, recalled.lag_one)


def _pairwise(position: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Slope and rise of every pair of days."""
    first, second = np.triu_indices(len(values), 1)
    rise = values[second] - values[first]
    return rise / (position[second] - position[first]), rise


def _surprises(position: Floats, values: Floats, slope: float) -> Floats:
    """Departures from the trend as normal scores, so that wild days do not hide the autocorrelation."""
    residual = values - slope * position
    if np.ptp(residual) <= 1e-9 * np.abs(values).max():
        return np.zeros_like(values)
    ranks = pd.Series(residual).rank().to_numpy()
    return np.asarray(ndtri(ranks / (len(ranks) + 1)))


def _variance_without_autocorrelation(values: Floats) -> float:
    """Variance of S for independent days, with the correction for ties (Kendall 1975)."""
    n = len(values)
    ties = np.unique(values, return_counts=True)[1].astype(np.float64)
    return float((n * (n - 1) * (2 * n + 5) - (ties * (ties - 1) * (2 * ties + 5)).sum()) / 18)


def _weekly_blocks(position: Floats, values: Floats) -> tuple[Floats, Floats]:
    block = (position // WEEK).astype(np.intp)
    size = np.bincount(block)
    seen = size > 0
    return (
        np.bincount(block, position)[seen] / size[seen],
        np.bincount(block, values)[seen] / size[seen],
    )


def _verdict(fit: _Fit, found: Direction, days: int, confidence: float) -> tuple[Literal["up", "down", "flat"], str]:
    size = _size(found)
    chance = "p < 0.001" if fit.p_value < 0.001 else f"p = {fit.p_value:.3f}"
    beside = " beside the season of the year" if found.seasonal else ""
    if fit.p_value >= 1 - confidence or fit.slope == 0:
        return "flat", f"no trend{beside} can be told from the ordinary ups and downs ({chance})"
    # With one year known, nobody can tell what comes every year.
    unsure = "; part of it may be the season of the year, which two years of history are needed to know"
    caveat = unsure if not found.year_removed and days >= SEASON_MATTERS else ""
    if fit.slope > 0:
        return "up", f"a rise{size} over {days} days{beside} ({chance}){caveat}"
    return "down", f"a fall{size} over {days} days{beside} ({chance}){caveat}"


def _size(found: Direction) -> str:
    if found.change_points is not None:
        return f" of {abs(found.change_points):.2f} percentage points"
    return "" if found.change_percent is None else f" of {abs(found.change_percent):.1f} %"
