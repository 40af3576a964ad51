"""Days on which the level of a series changed for good."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
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

LEVEL_DAYS = 28
"""Levels before and after are medians of up to so many days."""

MIN_CHANGE = 0.02
"""Share of the level; a smaller step is of no consequence, however certain."""

MAX_CHANGES = 12

YEAR = 365.25


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
    (Chakar et al. 2017): slow drift and day-to-day memory are not mistaken for steps. Written here
    because change-point libraries (ruptures) assume independent errors around constant levels and report
    many false changes on such series.
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
    course = _smooth_course(known.astype(np.float64))
    steps = _best_steps(response, course)
    if not steps:
        return ()
    sizes, t_values = _step_estimates(response, course, steps)
    least = MIN_CHANGE * (1.0 if logged else float(np.median(np.abs(response))))
    kept = [i for i in _lasting(known, steps, sizes) if abs(sizes[i]) >= least]
    return tuple(_describe(series.date(int(known[steps[i]])), values, steps, i, float(t_values[i])) for i in kept)


def _smooth_course(position: Floats) -> Floats:
    """Orthonormal columns: constant, linear trend, and cosines with periods of 240 days and more."""
    length = position[-1] - position[0] + 1
    phase = (position - position[0] + 0.5) / length
    cosines = [np.cos(np.pi * k * phase) for k in range(1, int(length // SMOOTH_DAYS) + 1)]
    yearly = 2 * np.pi * position / YEAR
    season = [np.sin(yearly), np.cos(yearly)] if length >= YEAR * 0.8 else []
    columns = np.column_stack([np.ones_like(phase), phase, *cosines, *season])
    return np.asarray(np.linalg.qr(columns)[0])


def _best_steps(response: Floats, course: Floats) -> list[int]:
    """The prefix of the greedily found steps with the least penalised AR(1) deviance, refined in place."""
    n = len(response)
    steps: list[int] = []
    best: list[int] = []
    best_criterion = _deviance(response, course, steps)
    # What -2 log likelihood must gain by a change: its size, its day, and the search for it.
    price = 2 * float(np.log(n)) + 6
    for count in range(1, min(MAX_CHANGES, n // (2 * MIN_SEGMENT)) + 1):
        position = _next_step(response, course, steps)
        if position is None:
            break
        steps = _refined(response, course, sorted([*steps, position]))
        criterion = _deviance(response, course, steps) + count * price
        if criterion < best_criterion:
            best, best_criterion = steps, criterion
    return best


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
    columns = np.arange(len(course))[:, None] >= np.array(steps)[None, :]
    return np.asarray(np.linalg.qr(np.column_stack([course, columns.astype(np.float64)]))[0])


def _deviance(response: Floats, course: Floats, steps: list[int]) -> float:
    """-2 log likelihood, up to a constant, with AR(1) errors (Cochrane & Orcutt 1949, conditional on day
    one).
    """
    basis = _design(course, steps)
    residual = response - basis @ (basis.T @ response)
    phi = _phi(residual)
    whitened = _whiten(basis, phi)
    target = _whiten(response, phi)
    fitted, *_ = np.linalg.lstsq(whitened, target, rcond=None)
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
    columns = np.arange(len(course))[:, None] >= np.array(steps)[None, :]
    design = _whiten(np.column_stack([course, columns.astype(np.float64)]), phi)
    target = _whiten(response, phi)
    gram = np.linalg.pinv(design.T @ design)
    estimate = gram @ (design.T @ target)
    error = target - design @ estimate
    variance = float(error @ error) / max(len(error) - design.shape[1], 1)
    spread = np.sqrt(np.maximum(variance * np.diag(gram), 1e-300))
    return estimate[course.shape[1] :], (estimate / spread)[course.shape[1] :]


def _lasting(known: np.ndarray, steps: list[int], sizes: Floats) -> list[int]:
    """Indices of the steps that are not undone by the next one within `TEMPORARY_DAYS`."""
    kept: list[int] = []
    i = 0
    while i < len(steps):
        if i + 1 < len(steps):
            close = known[steps[i + 1]] - known[steps[i]] < TEMPORARY_DAYS
            undone = abs(sizes[i] + sizes[i + 1]) < 0.5 * min(abs(sizes[i]), abs(sizes[i + 1]))
            if close and undone:
                i += 2
                continue
        kept.append(i)
        i += 1
    return kept


def _describe(day: date, values: Floats, steps: list[int], i: int, t_value: float) -> ChangePoint:
    here = steps[i]
    start = max(steps[i - 1] if i else 0, here - LEVEL_DAYS)
    end = min(steps[i + 1] if i + 1 < len(steps) else len(values), here + LEVEL_DAYS)
    before, after = float(np.median(values[start:here])), float(np.median(values[here:end]))
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
