"""Days on which the level of a series changed for longer."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.special import ndtr

from .daily import Daily, Floats, daily, weekly_pattern, without_outliers
from .stays import stay
from .steps import MIN_SEGMENT, best_steps, smooth_courses, step_estimates

Number = TypeVar("Number", np.float64, np.intp)

MIN_DAYS = 2 * MIN_SEGMENT

SEARCHED_DAYS = 730
"""Steps are looked for in so many days unless more are asked for: the search is slow."""

LATER_DAYS = 183
"""Of the days searched, so many may lie after the last one asked for: what came then tells what was a step."""

COMPARED_DAYS = 5 * 365
"""Earlier days in which a step may turn out to come every year."""

TEMPORARY_DAYS = 42
"""A change that is undone within six weeks was a promotion, an outage or a holiday."""

LEVEL_DAYS = 28
"""Levels before and after are medians of up to so many days."""

RAMP_DAYS, RAMP_T = 91, 2.5
"""A step must stand out from the line through so many days before and after it where that fits better than two levels:
its t value beside the line."""

MIN_CHANGE = 0.05
"""Share of the level; a smaller step is of no consequence, however certain."""

CHRISTMAS = ((12, 15), (1, 15))
"""From and to: when sales leave their season, close and come back nearly everywhere."""

YEAR_OF_WEEKS = 364
"""Whole weeks, so that days a year apart are the same weekday."""


@dataclass(frozen=True)
class ChangePoint:
    """A step: `day` is the first day on the new level.

    Levels are medians, without the weekly pattern, of the (up to) 28 known days before and from `day`, which are those
    from `before_from` on and up to `after_until`; `change_percent` is None where the level before is 0. `stayed` is
    whether all later days up to the end of the data were seen to be nearer to the new level than to the old one (any
    four weeks and the last two, by their median). Where four weeks were not, `lasted_until` is the last day on the new
    level; where it is unclear, or too early, it is None too.
    `confidence` is 1 minus the chance (Bonferroni over the days searched) that noise alone made the step.
    """

    day: date
    before_from: date
    after_until: date
    level_before: float
    level_after: float
    change_percent: float | None
    stayed: bool
    lasted_until: date | None
    confidence: float


def change_points(
    y: pd.Series, *, until: date | None = None, searched_days: int = SEARCHED_DAYS
) -> tuple[ChangePoint, ...]:
    """Level changes of the daily series `y` in about two years up to `until` (default: its last day), in order of time.

    Later days of `y` belong in it: they tell whether a level stayed. None under 28 known days.

    A regression of the values without weekly pattern on a smooth course (linear trend and slow cosines)
    and steps, with AR(1) errors. Steps are placed one by one (binary segmentation, Vostrikova 1981; with
    regressors: Bai & Perron 1998) and their number minimises a BIC that profiles out the autocorrelation
    (Chakar et al. 2017): slow drift and day-to-day memory are not mistaken for steps. Steps that are soon
    undone, come every year, follow on a larger one or on four weeks of unknown days are left out. Written here because
    change-point libraries (ruptures) assume independent errors around constant levels and report many false changes on
    such series.
    """
    series, begin, stop = _searchable(daily(y), until, searched_days)
    searched = Daily(series.date(begin), series.values[begin:stop])
    week = weekly_pattern(searched)
    adjusted = week.removed_from(series)
    known = np.flatnonzero(np.isfinite(adjusted))
    inside = known[(known >= begin) & (known < stop)]
    values = adjusted[inside]
    if len(values) < MIN_DAYS or np.ptp(values) == 0:
        return ()
    floor = 0.1 * float(np.median(values))
    # Logarithms, so that growth does not make late noise look like steps; a few values near 0 are floored.
    logged = week.ratio and floor > 0 and float(np.mean(values < floor)) <= 0.02
    calendar = np.full(len(adjusted), np.nan)
    calendar[known] = without_outliers(np.log(np.maximum(adjusted[known], floor)) if logged else adjusted[known])
    response = calendar[inside]
    fits = ((course, *best_steps(response, course)) for course in smooth_courses((inside - begin).astype(np.float64)))
    course, steps, _ = min(fits, key=lambda fit: fit[2])
    if not steps:
        return ()
    sizes, t_values = step_estimates(response, course, steps)
    least = np.log1p(MIN_CHANGE) if logged else MIN_CHANGE * float(np.median(np.abs(response)))
    days = inside[steps]
    nothing = 1e-9 * float(np.abs(values).max())
    found = [
        _described(
            series, adjusted, _around(inside, steps, i), _around(values, steps, i), nothing, len(values), t_values[i]
        )
        for i in range(len(steps))
        if abs(sizes[i]) >= least
        and days[i] - inside[steps[i] - 1] <= LEVEL_DAYS
        and not _undone(days, sizes, i)
        and not _against(calendar, int(days[i]), float(sizes[i]))
        and _visible(response, steps, i, float(sizes[i]))
        and not _is_ramp(response, steps, i)
        and not _seasonal(calendar, int(days[i]), series.date(int(days[i])))
    ]
    return tuple(point for point in found if _lasting(point) and not _beside_a_larger(point, found))


def _searchable(series: Daily, until: date | None, days: int) -> tuple[Daily, int, int]:
    """The part of the series that matters, and from where to where in it steps are looked for."""
    last = len(series.values)
    stop = last if until is None else min(last, max((until - series.start).days + 1, 0) + LATER_DAYS)
    start = max(stop - days, 0)
    cut = max(start - COMPARED_DAYS, 0)
    return Daily(series.date(cut), series.values[cut:]), start - cut, stop - cut


def _lasting(point: ChangePoint) -> bool:
    """Whether it is no trifle and did not go back within `TEMPORARY_DAYS`."""
    if point.change_percent is not None and abs(point.change_percent) < MIN_CHANGE * 100:
        return False
    return point.lasted_until is None or (point.lasted_until - point.day).days >= TEMPORARY_DAYS


def _beside_a_larger(point: ChangePoint, others: list[ChangePoint]) -> bool:
    """Whether a step more than twice as large lies within `TEMPORARY_DAYS`."""
    size = abs(point.level_after - point.level_before)
    return any(
        abs((point.day - other.day).days) < TEMPORARY_DAYS and abs(other.level_after - other.level_before) > 2 * size
        for other in others
    )


def _undone(days: NDArray[np.intp], sizes: Floats, i: int) -> bool:
    """Whether a neighbouring step takes this one back within `TEMPORARY_DAYS`: a promotion, an outage."""
    return any(
        0 <= j < len(days)
        and abs(int(days[j] - days[i])) < TEMPORARY_DAYS
        and abs(sizes[i] + sizes[j]) < 0.5 * max(abs(sizes[i]), abs(sizes[j]))
        for j in (i - 1, i + 1)
    )


def _against(calendar: Floats, day: int, size: float) -> bool:
    """Whether the four weeks from it on went the other way than the step: it is the end of a few days off."""
    return _move(calendar, day) * size < 0


def _seasonal(calendar: Floats, day: int, civil: date) -> bool:
    """Whether the level moves alike around this day in another year, or just returns to where it was a year ago; around
    the turn of a year without another one to compare with, nobody can tell a step from the end of a Christmas season.

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
    if np.isnan(since):
        return (civil.month, civil.day) >= CHRISTMAS[0] or (civil.month, civil.day) <= CHRISTMAS[1]
    return bool(since / own < 0.5)


def _move(calendar: Floats, day: int) -> float:
    """The level of the days from `day` on less that of the days before."""
    return _level(calendar, day, LEVEL_DAYS) - _level(calendar, day - LEVEL_DAYS, LEVEL_DAYS)


def _level(calendar: Floats, first: int, length: int) -> float:
    """Median of `length` days from `first`; NaN where fewer than half are known."""
    part = calendar[max(first, 0) : max(first + length, 0)]
    part = part[np.isfinite(part)]
    return float(np.median(part)) if 2 * len(part) >= length else float("nan")


def _visible(response: Floats, steps: list[int], i: int, size: float) -> bool:
    """Whether the days around show at least half of the step, and two levels rather than a slope; else it is a repair
    of the smooth course.
    """
    before, after = _around(response, steps, i)
    slope, levels, _ = _squares(before, after)
    return levels <= slope and float((np.median(after) - np.median(before)) / size) >= 0.5


def _is_ramp(response: Floats, steps: list[int], i: int) -> bool:
    """Whether the months around grow (or shrink) along a line that leaves the step nothing to say."""
    before, after = _around(response, steps, i, RAMP_DAYS)
    slope, levels, both = _squares(before, after)
    freedom = max(len(before) + len(after) - 3, 1)
    return slope < levels and slope - both < RAMP_T**2 * both / freedom


def _squares(before: Floats, after: Floats) -> tuple[float, float, float]:
    """Sums of squared errors around a line through all days, around two levels, and around a line with a step."""
    values = np.concatenate([before, after])
    ones, step = np.ones(len(values)), np.repeat([0.0, 1.0], [len(before), len(after)])
    place: Floats = np.arange(len(values), dtype=np.float64) - (len(values) - 1) / 2

    def error(*columns: Floats) -> float:
        design = np.column_stack(columns)
        gram = np.linalg.pinv(design.T @ design)
        return float(((values - design @ (gram @ (design.T @ values))) ** 2).sum())

    return error(ones, place), error(ones, step), error(ones, place, step)


def _around(
    values: NDArray[Number], steps: list[int], i: int, days: int = LEVEL_DAYS
) -> tuple[NDArray[Number], NDArray[Number]]:
    """The up to so many values before and after a step that belong to its own two levels."""
    here = steps[i]
    start = max(steps[i - 1] if i else 0, here - days)
    end = min(steps[i + 1] if i + 1 < len(steps) else len(values), here + days)
    return values[start:here], values[here:end]


def _described(
    series: Daily,
    adjusted: Floats,
    days: tuple[NDArray[np.intp], NDArray[np.intp]],
    around: tuple[Floats, Floats],
    nothing: float,
    searched: int,
    t_value: float,
) -> ChangePoint:
    """`days` (positions) before and from the step have the values `around`; `adjusted` are all days of `series` without
    weekly pattern; levels under `nothing` are rounding.
    """
    first, day, last = int(days[0][0]), int(days[1][0]), int(days[1][-1])
    before, after = (float(np.median(part)) for part in around)
    if np.nanmin(series.values) >= 0:
        before, after = max(before, 0.0), max(after, 0.0)
    before = before if abs(before) > nothing else 0.0
    found = stay(adjusted[day:], before, after)
    return ChangePoint(
        day=series.date(day),
        before_from=series.date(first),
        after_until=series.date(last),
        level_before=before,
        level_after=after,
        change_percent=(after - before) / abs(before) * 100 if before != 0 else None,
        stayed=found.stayed,
        lasted_until=None if found.last is None else series.date(day + found.last),
        confidence=1 - min(1.0, searched * 2 * float(ndtr(-abs(t_value)))),
    )
