"""Days on which the level of a series changed for good."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtr

from .daily import Floats, daily, weekly_pattern, without_outliers
from .steps import MIN_SEGMENT, best_steps, smooth_courses, step_estimates

MIN_DAYS = 2 * MIN_SEGMENT

TEMPORARY_DAYS = 42
"""A change that is undone within six weeks was not for good."""

LEVEL_DAYS = 28
"""Levels before and after are medians of up to so many days."""

MIN_CHANGE = 0.02
"""Share of the level; a smaller step is of no consequence, however certain."""

YEAR_OF_WEEKS = 364
"""Whole weeks, so that days a year apart are the same weekday."""


@dataclass(frozen=True)
class ChangePoint:
    """A lasting step: `day` is the first day on the new level.

    Levels are medians, without the weekly pattern, of the (up to) 28 days before and from `day`;
    `change_percent` is None where the level before is 0. `confidence` is 1 minus the chance (Bonferroni
    over the days searched) that noise alone made the step.
    """

    day: date
    level_before: float
    level_after: float
    change_percent: float | None
    confidence: float


def change_points(y: pd.Series) -> tuple[ChangePoint, ...]:
    """Lasting level changes of the daily series `y`, in order of time; none under 28 known days.

    A regression of the values without weekly pattern on a smooth course (linear trend and slow cosines)
    and steps, with AR(1) errors. Steps are placed one by one (binary segmentation, Vostrikova 1981; with
    regressors: Bai & Perron 1998) and their number minimises a BIC that profiles out the autocorrelation
    (Chakar et al. 2017): slow drift and day-to-day memory are not mistaken for steps. Steps that are soon
    undone or come every year are left out. Written here because change-point libraries (ruptures) assume
    independent errors around constant levels and report many false changes on such series.
    """
    series = daily(y)
    week = weekly_pattern(series)
    adjusted = week.removed_from(series)
    known = np.flatnonzero(np.isfinite(adjusted))
    values = adjusted[known]
    if len(values) < MIN_DAYS or np.ptp(values) == 0:
        return ()
    floor = 0.1 * float(np.median(values))
    # Logarithms, so that growth does not make late noise look like steps; a few values near 0 are floored.
    logged = week.ratio and floor > 0 and float(np.mean(values < floor)) <= 0.02
    response = without_outliers(np.log(np.maximum(values, floor)) if logged else values)
    fits = [(course, *best_steps(response, course)) for course in smooth_courses(known.astype(np.float64))]
    course, steps, _ = min(fits, key=lambda fit: fit[2])
    if not steps:
        return ()
    sizes, t_values = step_estimates(response, course, steps)
    least = MIN_CHANGE * (1.0 if logged else float(np.median(np.abs(response))))
    days = known[steps]
    calendar = np.full(len(adjusted), np.nan)
    calendar[known] = response
    return tuple(
        _describe(series.date(int(days[i])), values, steps, i, float(t_values[i]))
        for i in range(len(steps))
        if abs(sizes[i]) >= least
        and not _undone(days, sizes, i)
        and _visible(response, steps, i, float(sizes[i]))
        and not _seasonal(calendar, int(days[i]))
    )


def _undone(days: NDArray[np.intp], sizes: Floats, i: int) -> bool:
    """Whether a neighbouring step takes this one back within `TEMPORARY_DAYS`: a promotion, an outage."""
    return any(
        0 <= j < len(days)
        and abs(int(days[j] - days[i])) < TEMPORARY_DAYS
        and abs(sizes[i] + sizes[j]) < 0.5 * max(abs(sizes[i]), abs(sizes[j]))
        for j in (i - 1, i + 1)
    )


def _seasonal(calendar: Floats, day: int) -> bool:
    """Whether the level moves alike around this day in another year, or just returns to where it was a year ago.

    `calendar` holds a value a day, NaN where unknown. The end of a Christmas season is no new level.
    """
    own = _move(calendar, day)
    if not abs(own) > 0:
        return False
    others = [_move(calendar, day + turn * YEAR_OF_WEEKS) for turn in (*range(-9, 0), *range(1, 10))]
    known = [move for move in others if np.isfinite(move)]
    if known:
        return any(move / own > 0.5 for move in known)
    since = _level(calendar, day, LEVEL_DAYS) - _level(calendar, day - YEAR_OF_WEEKS, LEVEL_DAYS)
    return bool(np.isfinite(since) and since / own < 0.5)


def _move(calendar: Floats, day: int) -> float:
    """The level of the days from `day` on less that of the days before."""
    return _level(calendar, day, LEVEL_DAYS) - _level(calendar, day - LEVEL_DAYS, LEVEL_DAYS)


def _level(calendar: Floats, first: int, length: int) -> float:
    """Median of `length` days from `first`; NaN where fewer than half are known."""
    part = calendar[max(first, 0) : max(first + length, 0)]
    part = part[np.isfinite(part)]
    return float(np.median(part)) if 2 * len(part) >= length else float("nan")


def _visible(response: Floats, steps: list[int], i: int, size: float) -> bool:
    """Whether the days around show at least half of the step; else it is a repair of the smooth course."""
    before, after = _around(response, steps, i)
    return float((np.median(after) - np.median(before)) / size) >= 0.5


def _around(values: Floats, steps: list[int], i: int) -> tuple[Floats, Floats]:
    """The up to `LEVEL_DAYS` values before and after a step that belong to its own two levels."""
    here = steps[i]
    start = max(steps[i - 1] if i else 0, here - LEVEL_DAYS)
    end = min(steps[i + 1] if i + 1 < len(steps) else len(values), here + LEVEL_DAYS)
    return values[start:here], values[here:end]


def _describe(day: date, values: Floats, steps: list[int], i: int, t_value: float) -> ChangePoint:
    before, after = (float(np.median(part)) for part in _around(values, steps, i))
    # Rounding may leave a hair of a level that is nothing.
    nothing = 1e-9 * float(np.abs(values).max())
    before = before if abs(before) > nothing else 0.0
    chance = min(1.0, len(values) * 2 * float(ndtr(-abs(t_value))))
    return ChangePoint(
        day=day,
        level_before=before,
        level_after=after,
        change_percent=(after - before) / abs(before) * 100 if before != 0 else None,
        confidence=1 - chance,
    )
