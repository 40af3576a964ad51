"""A regression of a series on a smooth course and steps, with errors that remember the day before."""

import numpy as np

from .autocorrelation import MAX_PHI
from .daily import Floats

MIN_SEGMENT = 14
"""Known days a level must last on either side: shorter ones are promotions and outages, not levels."""

SMOOTH_DAYS = 120
"""Movements slower than about twice this are trend or yearly season, not steps."""

BEND_DAYS = 180
"""A shorter series cannot tell a bend from a step."""

MAX_CHANGES = 12

PATIENCE = 4
"""Steps added without gain after which the search ends: a pair, or a pair within a pair, pays only when it is whole."""

YEAR = 365.25


def smooth_courses(position: Floats) -> list[Floats]:
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


def best_steps(response: Floats, course: Floats) -> tuple[list[int], float]:
    """The greedily found steps with the least penalised AR(1) deviance, and that criterion."""
    n = len(response)
    search = _Search(response, course)
    steps: list[int] = []
    best: list[int] = []
    base = course.shape[1] * float(np.log(n))
    best_criterion = _deviance(response, course, steps) + base
    # What -2 log likelihood must gain by a change: its size, its day, and the search for it.
    price = 2 * float(np.log(n)) + 6
    for count in range(1, min(MAX_CHANGES, n // (2 * MIN_SEGMENT)) + 1):
        position = search.next_step(steps)
        if position is None:
            break
        steps = search.refined(sorted([*steps, position]))
        criterion = _deviance(response, course, steps) + base + count * price
        if criterion < best_criterion:
            best, best_criterion = steps, criterion
        elif count - len(best) >= PATIENCE:
            break
    return best, best_criterion


class _Search:
    """Where one more step fits best; what depends on the course alone is computed once, and no question asked twice."""

    def __init__(self, response: Floats, course: Floats) -> None:
        self._course = course
        self._rest = response - course @ (course.T @ response)
        self._taken = np.arange(len(course), 0, -1) - (_from_the_right(course) ** 2).sum(axis=1)
        self._known: dict[tuple[int, ...], int | None] = {}

    def next_step(self, steps: list[int]) -> int | None:
        """The day on which a step beside `steps` reduces the squared error most; None where none does."""
        key = tuple(steps)
        if key not in self._known:
            self._known[key] = self._find(steps)
        return self._known[key]

    def _find(self, steps: list[int]) -> int | None:
        """Sums from the right stand in for the step columns."""
        residual, length, n = self._rest, self._taken, len(self._rest)
        if steps:
            basis = _own_columns(self._course, steps)
            residual = residual - basis @ (basis.T @ residual)
            length = length - (_from_the_right(basis) ** 2).sum(axis=1)
        gain = _from_the_right(residual)
        score = np.where(length > 1e-6 * n, gain**2 / np.maximum(length, 1e-6 * n), 0.0)
        for edge in (0, *steps, n):
            score[max(edge - MIN_SEGMENT + 1, 0) : edge + MIN_SEGMENT] = 0.0
        position = int(np.argmax(score))
        return position if score[position] > 0 else None

    def refined(self, steps: list[int]) -> list[int]:
        """Each step moved to its best place given the others: the first were placed before these were known."""
        for i in range(len(steps)):
            others = steps[:i] + steps[i + 1 :]
            position = self.next_step(others)
            if position is not None:
                steps = sorted([*others, position])
        return steps


def _from_the_right(columns: Floats) -> Floats:
    found: Floats = np.cumsum(columns[::-1], axis=0)[::-1]
    return found


def _design(course: Floats, steps: list[int]) -> Floats:
    if not steps:
        return course
    return np.column_stack([course, _own_columns(course, steps)])


def _own_columns(course: Floats, steps: list[int]) -> Floats:
    """An orthonormal basis of what the steps add to the course."""
    columns = _step_columns(len(course), steps)
    return np.asarray(np.linalg.qr(columns - course @ (course.T @ columns))[0])


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


def step_estimates(response: Floats, course: Floats, steps: list[int]) -> tuple[Floats, Floats]:
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
