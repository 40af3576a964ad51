"""Level and weekday profile of a daily series, both free to drift, fitted so that odd days have no say.

    z[t] = level[t] + weekday[t] + noise[t]

Level follows a random walk, each weekday's effect another one from week to week, and the seven effects of a week
sum to about zero. For given ratios of noise to drift this is penalised least squares with a banded matrix, the
smoother of the basic structural model (Harvey, 1989, Forecasting, Structural Time Series Models and the Kalman
Filter). The ratios are chosen by generalised cross-validation, preferring stiffness among near equals, and the
weights by iteration, so that a day far off (and every day of an outage) is left out of the fit it is judged by.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_solve_banded, cholesky_banded
from scipy.linalg.lapack import dtbtrs

from .robust import Floats, by_week, mad_scale, running_median, stretches

Bools = NDArray[np.bool_]

LEVEL_STIFFNESS = (3.0, 10.0, 30.0, 100.0, 300.0, 1000.0)
WEEKDAY_STIFFNESS = (10.0, 30.0, 100.0, 300.0)
# Prediction error that may be given up for a stiffer fit: the curve is flat, and stiffness is what sets an outage
# or a shift apart from the level.
STIFFNESS_SLACK = 1.05
STIFFNESS_DAYS = 1461  # the last four years tell it: more would take longer and speak of another time
# Full weight up to the first, none beyond the second number of noise scales (Hampel's redescending idea).
FULL_WEIGHT, NO_WEIGHT = 2.0, 3.5
ROUNDS = 4
# Noise is taken to be at least this part of the values: a smooth curve deviates by less, and no one minds.
LEAST_NOISE = 1e-3
# Days that all but a tenth lie within so many least noises of their running medians stand still, and a step of so many
# of them from one such day to the next is a new level: without noise, every ramp across it would be a surprise.
STILL, SHARP = 3.0, 15.0
# A fit is at most this uncertain, in noise variances: also of a weekday none of whose days has a say.
MOST_VARIANCE = 24.0
FREE_STEP = 1e-6  # weight of a step where a new level starts
BAND = 14  # a weekday's effect is tied to its own a week earlier, two unknowns a day


@dataclass(frozen=True)
class Structure:
    """A fit on the scale of equal noise; arrays have one entry per calendar day.

    `expected` predicts the day from the others, `error` is the standard error of that prediction including the
    day's own noise (units of z), `sigma` that noise, `level_stiffness` and `weekday_stiffness` the noise-to-drift
    variance ratios.
    """

    level: Floats
    weekday: Floats
    expected: Floats
    error: Floats
    sigma: float
    level_stiffness: float
    weekday_stiffness: float

    @property
    def stiffness(self) -> tuple[float, float]:
        """Of level and weekdays."""
        return self.level_stiffness, self.weekday_stiffness


def rough_fit(z: Floats) -> tuple[Floats, Floats]:
    """Level and weekday effects from running medians: a start that an outage of under a week cannot move."""
    weekday = np.zeros_like(z)
    level = np.zeros_like(z)
    for window in (21, 15, 15):
        level = running_median(z - weekday, window)
        weekday = running_median(by_week(z - level), 17).ravel()[: z.size]
        kernel = np.ones(7)
        weekday = weekday - np.convolve(weekday, kernel, "same") / np.convolve(np.ones(z.size), kernel, "same")
    return level, weekday


def _bands(weight: Floats, step_weight: Floats, level_stiffness: float, weekday_stiffness: float) -> Floats:
    """Lower bands of the normal equations; unknowns interleaved: level[0], weekday[0], level[1], ..."""
    n = weight.size
    bands = np.zeros((BAND + 1, 2 * n))
    bands[0] += np.repeat(weight, 2) + 1e-9
    bands[1, 0::2] += weight
    steps = level_stiffness * step_weight
    bands[0, 0:-2:2] += steps
    bands[0, 2::2] += steps
    bands[2, 0:-2:2] -= steps
    bands[0, 1 : 2 * (n - 7) : 2] += weekday_stiffness
    bands[0, 15::2] += weekday_stiffness
    bands[14, 1 : 2 * (n - 7) : 2] -= weekday_stiffness
    for lag in range(7):  # squared sum of every seven days in a row
        for first in range(7 - lag):
            bands[2 * lag, 1 + 2 * first : 1 + 2 * (first + n - 6) : 2] += 1.0
    return bands


def _factor(weight: Floats, step_weight: Floats, level_stiffness: float, weekday_stiffness: float) -> Floats:
    bands = _bands(weight, step_weight, level_stiffness, weekday_stiffness)
    return np.asarray(cholesky_banded(bands, lower=True, check_finite=False))


def smooth(
    z: Floats, weight: Floats, step_weight: Floats, level_stiffness: float, weekday_stiffness: float
) -> tuple[Floats, Floats]:
    """Level and weekday effects for given weights and stiffness (one banded solve)."""
    factor = _factor(weight, step_weight, level_stiffness, weekday_stiffness)
    solution = cho_solve_banded((factor, True), np.repeat(weight * z, 2), check_finite=False)
    return solution[0::2], solution[1::2]


def _fit_variance(factor: Floats) -> Floats:
    """Variance of level + weekday per day, in units of the noise variance.

    The needed part of the inverse, week by week from the last to the first (Takahashi, Fagan and Chen, 1973): with
    the factor in blocks of BAND unknowns, D on its diagonal and E below, the inverse's diagonal blocks are
    V[w] = inv(D' D) + K' V[w + 1] K with K = E inv(D).
    """
    size = factor.shape[1]
    weeks = -(-size // BAND)
    bands = np.zeros((2 * BAND, weeks * BAND))
    bands[0] = 1.0  # a last week that is cut short is filled up with unknowns of their own
    bands[: BAND + 1, :size] = factor
    row, column = np.indices((2 * BAND, BAND))
    lag = row - column
    blocks = bands.reshape(2 * BAND, weeks, BAND)[np.maximum(lag, 0), :, column]
    blocks = np.where(lag[:, :, None] >= 0, blocks, 0.0).transpose(2, 0, 1)
    inverse = np.linalg.inv(blocks[:, :BAND])
    carried = blocks[:, BAND:] @ inverse
    variance = inverse.transpose(0, 2, 1) @ inverse
    for week in range(weeks - 2, -1, -1):
        variance[week] += carried[week].T @ variance[week + 1] @ carried[week]
    level, weekday = np.arange(0, BAND, 2), np.arange(1, BAND, 2)
    fit = variance[:, level, level] + variance[:, weekday, weekday] + 2 * variance[:, level, weekday]
    return np.asarray(fit.ravel()[: size // 2])


def _weights(deviation: Floats, sigma: float) -> Floats:
    size = np.abs(deviation) / sigma
    return np.where(np.isfinite(size), np.clip((NO_WEIGHT - size) / (NO_WEIGHT - FULL_WEIGHT), 0, 1), 0.0)


def step_weights(z: Floats, breaks: tuple[int, ...] = ()) -> Floats:
    """How firmly the level of each day is tied to that of the day before: not at `breaks`, nor across a gap."""
    step_weight = np.ones(z.size - 1)
    step_weight[[start - 1 for start in (*breaks, *(known.start for known in stretches(z))) if start]] = FREE_STEP
    return step_weight


def _prediction_error(
    z: Floats, seen: Bools, weight: Floats, step_weight: Floats, stiffness: tuple[float, float], cap: float
) -> float:
    """Mean squared error of predicting a day from the others, errors capped so that odd days do not decide."""
    n = z.size
    probes = np.unique(np.linspace(0, n - 1, 10).astype(int))
    factor = _factor(weight, step_weight, *stiffness)
    solved = cho_solve_banded((factor, True), np.repeat(weight * z, 2), check_finite=False)
    variance = float(np.median([_variance_of(factor, probe) for probe in probes.tolist()]))
    residual = (z - solved[0::2] - solved[1::2]) / (1 - weight * min(max(variance, 0.0), 0.9))
    return float(np.mean(np.minimum(residual[seen] ** 2, cap**2)))


def _variance_of(factor: Floats, day: int) -> float:
    """Variance of level + weekday of one day: e' inv(L L') e, of which L alone is solved, and only from that day on."""
    own = np.zeros((factor.shape[1] - 2 * day, 1))
    own[:2] = 1
    solved, _ = dtbtrs(factor[:, 2 * day :], own, uplo="L", overwrite_b=True)
    return float((solved**2).sum())


def _choose_stiffness(z: Floats, seen: Bools, weight: Floats, step_weight: Floats, cap: float) -> tuple[float, float]:
    """The stiffest pair (level, weekday) whose prediction error is among the least."""
    first = int(np.flatnonzero(seen)[-STIFFNESS_DAYS:][0])
    z, seen, weight, step_weight = z[first:], seen[first:], weight[first:], step_weight[first:]
    pairs = [(a, b) for a in LEVEL_STIFFNESS for b in WEEKDAY_STIFFNESS]
    errors = [_prediction_error(z, seen, weight, step_weight, pair, cap) for pair in pairs]
    allowed = STIFFNESS_SLACK * min(errors)
    good = [pair for pair, error in zip(pairs, errors, strict=True) if error <= allowed]
    return max(good, key=lambda pair: (pair[0] * pair[1], pair))


def fit_structure(z: Floats, breaks: tuple[int, ...] = (), stiffness: tuple[float, float] | None = None) -> Structure:
    """Fit level and weekdays to `z` (NaN: nothing observed; at least 28 days), free to jump at `breaks`.

    `stiffness` of level and weekdays, where it is known from another fit of the series, saves half of the time.
    """
    rough_level, rough_weekday = rough_fit(z)
    rough = rough_level + rough_weekday
    seen = np.isfinite(z)
    filled = np.where(seen, z, rough)
    floor = LEAST_NOISE * (1 + float(np.nanmax(np.abs(z))))
    if float(np.nanquantile(np.abs(z - rough), 0.9)) <= STILL * floor:
        breaks = breaks or tuple((np.flatnonzero(np.abs(np.diff(rough_level)) >= SHARP * floor) + 1).tolist())
    sigma = max(mad_scale(z - rough), floor)
    weight = _weights(z - rough, sigma)
    step_weight = step_weights(z, breaks)
    stiffness = stiffness or _choose_stiffness(filled, seen, weight, step_weight, 3 * sigma)

    variance = _fit_variance(_factor(weight, step_weight, *stiffness))
    for _ in range(ROUNDS):
        level, weekday = smooth(filled, weight, step_weight, *stiffness)
        expected, spread = _without_own_value(filled, level + weekday, weight, variance)
        sigma = max(mad_scale((z - expected) / spread), floor)
        before, weight = weight, _weights((z - expected) / spread, sigma)
        if np.max(np.abs(weight - before)) < 0.05:
            break
    level, weekday = smooth(filled, weight, step_weight, *stiffness)
    variance = _fit_variance(_factor(weight, step_weight, *stiffness))
    expected, spread = _without_own_value(filled, level + weekday, weight, variance)
    sigma = max(mad_scale((z - expected) / spread), floor)
    return Structure(level, weekday, expected, sigma * spread, sigma, *stiffness)


def _without_own_value(z: Floats, fitted: Floats, weight: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Prediction of each day from the others and its standard error in units of the noise (leave-one-out identity)."""
    left = np.clip(1 - weight * variance, 0.05, 1)
    return z - (z - fitted) / left, np.sqrt(1 + np.minimum(variance / left, MOST_VARIANCE))
