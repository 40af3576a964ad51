"""Days on which the level of a series changed for good."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats

from .autocorrelation import MAX_PHI
from .daily import Floats, daily, weekly_pattern, without_outliers

MIN_SEGMENT = 14
"""Known days a level must last on either side: shorter ones are promotions and outages, not levels."""

MIN_DAYS = 2 * MIN_SEGMENT

TEMPORARY_DAYS = 42
"""A change that is undone within six weeks was not for good."""

SMOOTH_DAYS = 120
"""Movements slower than about twice this are trend or yearly season, not steps."""

BEND_DAYS = 180
"""A shorter series cannot tell a bend from a step."""

LEVEL_DAYS = 28
"""Levels before and after are medians of up to so many days."""

MIN_CHANGE = 0.02
"""Share of the level; a smaller step is of no consequence, however certain."""

MAX_CHANGES = 12

YEAR = 365.25

ANNIVERSARY_DAYS = 14
"""A like step so near the same day of another year is season."""


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
    fits = [(course, *_best_steps(response, course)) for course in _courses(known.astype(np.float64))]
    course, steps, _ = min(fits, key=lambda fit: fit[2])
    if not steps:
        return ()
    sizes, t_values = _step_estimates(response, course, steps)
    least = MIN_CHANGE * (1.0 if logged else float(np.median(np.abs(response))))
    days = known[steps]
    return tuple(
        _describe(series.date(int(days[i])), values, steps, i, float(t_values[i]))
        for i in range(len(steps))
        if abs(sizes[i]) >= least
        and not _undone(days, sizes, i)
        and not _seasonal(days, sizes, i)
        and _visible(response, steps, i, float(sizes[i]))
    )


def _courses(position: Floats) -> list[Floats]:
    """Smooth courses the data may choose from, orthonormal columns each: a line (from half a year on a parabola), and
    the same with slow cosines.

    The cosines, for yearly seasons, have periods of 240 days and more, and the year's own where it is covered.
    """
    length = position[-1] - position[0] + 1
    phase = (position - position[0] + 0.5) / length
    bend = [np.ones_like(phase), phase] + ([phase**2] if length >= BEND_DAYS else [])
    slow = [np.cos(np.pi * k * phase) for k in range(1, int(length // SMOOTH_DAYS) + 1)]
    if length >= YEAR * 0.8:
        yearly = 2 * np.pi * position / YEAR
        slow += [np.sin(yearly), np.cos(yearly)]
    choices = [bend, bend + slow] if slow else [bend]
    return [np.asarray(np.linalg.qr(np.column_stack(columns))[0]) for columns in choices]


def _best_steps(response: Floats, course: Floats) -> tuple[list[int], float]:
    """The greedily found steps with the least penalised AR(1) deviance, and that criterion."""
    n = len(response)
    steps: list[int] = []
    best: list[int] = []
    base = course.shape[1] * float(np.log(n))
    best_criterion = _deviance(response, course, steps) + base
    # What -2 log likelihood must gain by a change: its size, its day, and the search for it.
    price = 2 * float(np.log(n)) + 6
    for count in range(1, min(MAX_CHANGES, n // (2 * MIN_SEGMENT)) + 1):
        position = _next_step(response, course, steps)
        if position is None:
            break
        steps = _refined(response, course, sorted([*steps, position]))
        criterion = _deviance(response, course, steps) + base + count * price
        if criterion < best_criterion:
            best, best_criterion = steps, criterion
    return best, best_criterion


def _next_step(response: Floats, course: Floats, steps: list[int]) -> int | None:
    """Where one more step reduces the squared error most; sums from the right stand in for the step
    columns.
    """
    basis = _design(course, steps)
    residual = response - basis @ (basis.T @ response)
    n = len(response)
    gain = np.cumsum(residual[::-1])[::-1]
    projected = np.cumsum(basis[::-1], axis=0)[::-1]
    length = np.arange(n, 0, -1) - (projected**2).sum(axis=1)
    score = np.where(length > 1e-6 * n, gain**2 / np.maximum(length, 1e-6 * n), 0.0)
    for edge in (0, *steps, n):
        score[max(edge - MIN_SEGMENT + 1, 0) : edge + MIN_SEGMENT] = 0.0
    position = int(np.argmax(score))
    return position if score[position] > 0 else None


def _refined(response: Floats, course: Floats, steps: list[int]) -> list[int]:
    """Each step moved to its best place given the others: the first ones were placed before these were
    known.
    """
    for i in range(len(steps)):
        others = steps[:i] + steps[i + 1 :]
        position = _next_step(response, course, others)
        if position is not None:
            steps = sorted([*others, position])
    return steps


def _design(course: Floats, steps: list[int]) -> Floats:
    if not steps:
        return course
    columns = _step_columns(len(course), steps)
    return np.column_stack([course, np.linalg.qr(columns - course @ (course.T @ columns))[0]])


def _step_columns(n: int, steps: list[int]) -> Floats:
    return (np.arange(n)[:, None] >= np.array(steps)[None, :]).astype(np.float64)


def _deviance(response: Floats, course: Floats, steps: list[int]) -> float:
    """-2 log likelihood, up to a constant, with AR(1) errors (Cochrane & Orcutt 1949, conditional on day
    one).
    """
    basis = _design(course, steps)
    residual = response - basis @ (basis.T @ response)
    phi = _phi(residual)
    whitened = _whiten(basis, phi)
    target = _whiten(response, phi)
    fitted = np.linalg.solve(whitened.T @ whitened, whitened.T @ target)
    error = target - whitened @ fitted
    n = len(error)
    scale = float(np.ptp(response)) ** 2
    return n * float(np.log(max(float(error @ error) / n, 1e-12 * scale)))


def _phi(residual: Floats) -> float:
    power = float(residual @ residual)
    return float(np.clip(residual[1:] @ residual[:-1] / power, 0.0, MAX_PHI)) if power > 0 else 0.0


def _whiten(columns: Floats, phi: float) -> Floats:
    return columns[1:] - phi * columns[:-1]


def _step_estimates(response: Floats, course: Floats, steps: list[int]) -> tuple[Floats, Floats]:
    """Sizes of the steps in units of `response` and their t values, by generalised least squares."""
    basis = _design(course, steps)
    phi = _phi(response - basis @ (basis.T @ response))
    design = _whiten(np.column_stack([course, _step_columns(len(course), steps)]), phi)
    target = _whiten(response, phi)
    gram = np.linalg.pinv(design.T @ design)
    estimate = gram @ (design.T @ target)
    error = target - design @ estimate
    variance = float(error @ error) / max(len(error) - design.shape[1], 1)
    spread = np.sqrt(np.maximum(variance * np.diag(gram), 1e-300))
    return estimate[course.shape[1] :], (estimate / spread)[course.shape[1] :]


def _undone(days: NDArray[np.intp], sizes: Floats, i: int) -> bool:
    """Whether a neighbouring step takes this one back within `TEMPORARY_DAYS`: a promotion, an outage."""
    return any(
        0 <= j < len(days)
        and abs(int(days[j] - days[i])) < TEMPORARY_DAYS
        and abs(sizes[i] + sizes[j]) < 0.5 * max(abs(sizes[i]), abs(sizes[j]))
        for j in (i - 1, i + 1)
    )


def _seasonal(days: NDArray[np.intp], sizes: Floats, i: int) -> bool:
    """Whether a like step stands a year or two away: the end of a Christmas season, not a new level."""
    years = np.abs(days - days[i]) / YEAR
    anniversary = (years > 0.5) & (np.abs(years - np.round(years)) * YEAR <= ANNIVERSARY_DAYS)
    ratio = sizes / sizes[i]
    return bool((anniversary & (ratio > 0.5) & (ratio < 2)).any())


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
    chance = min(1.0, len(values) * 2 * float(stats.norm.sf(abs(t_value))))
    return ChangePoint(
        day=day,
        level_before=before,
        level_after=after,
        change_percent=(after - before) / abs(before) * 100 if before != 0 else None,
        confidence=1 - chance,
    )
