"""STL: a seasonal-trend decomposition by local regression, with a season that is the same in every period.

Cleveland, Cleveland, McRae & Terpenning (1990), "STL: A seasonal-trend decomposition procedure based on loess", with
the defaults and the arithmetic of their program, without its robustness weights.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

WIDE = 9999
"""Periods: a seasonal window this wide makes the season the same in every one (R's `s.window = "periodic"`)."""

ITERATIONS = 5
EXACT, NOTHING = 0.001, 0.999  # of a window's half: what lies so near has all the weight, what lies beyond has none


def decomposed(values: Floats, period: int) -> tuple[Floats, Floats]:
    """Season and remainder of `values`, which have no gaps, are evenly spaced and at least two periods long.

    The trend is what is left: `values - season - remainder`.
    """
    trend = np.zeros_like(values)
    season = trend
    low_pass = period + 1 | 1
    window = math.ceil(1.5 * period / (1 - 1.5 / WIDE)) | 1
    for _ in range(ITERATIONS):
        cycles = _cycles(values - trend, period)
        season = cycles[period:-period] - _local_line(_moving_averages(cycles, period), low_pass)
        trend = _local_line(values - season, window)
    return season, values - season - trend


def _cycles(values: Floats, period: int) -> Floats:
    """The mean of each season, as it changes from the first cycle to the last, and one period more at either end."""
    found = np.empty(len(values) + 2 * period)
    for first in range(period):
        same = values[first::period]
        count = len(same)
        before, start, end, after = (float(_near(count, at) @ same) for at in (0, 1, count, count + 1))
        found[first::period] = [before, *np.linspace(start, end, count), after]
    return found


@lru_cache(maxsize=16)  # the same in every iteration
def _near(count: int, at: int) -> Floats:
    """Weights of places 1 to `count` in a mean for `at`; next to equal, as the window is WIDE."""
    distance = np.abs(np.arange(1, count + 1) - at)
    return _weights(distance, max(at - 1, count - at) + (WIDE - count) // 2)


def _moving_averages(values: Floats, period: int) -> Floats:
    """Twice over a period and once over three."""
    for length in (period, period, 3):
        values = np.convolve(values, np.full(length, 1 / length), "valid")
    return values


def _local_line(values: Floats, window: int) -> Floats:
    """The height, at each place, of a line through the `window` places around it; fewer than those there are."""
    half, most = window // 2, len(values) - 1
    smooth = np.empty_like(values)
    smooth[half:-half] = np.convolve(values, _line(half, window, most), "valid")
    for at in range(half):
        weights = _line(at, window, most)
        smooth[at] = weights @ values[:window]
        smooth[-1 - at] = weights @ values[: -1 - window : -1]
    return smooth


@lru_cache(maxsize=32)
def _line(at: int, window: int, most: int) -> Floats:
    """What each of `window` places counts in the height of their line over the place `at`."""
    places = np.arange(window)
    weights = _weights(np.abs(places - at), max(at, window - 1 - at))
    middle = weights @ places
    spread = weights @ (places - middle) ** 2
    if math.sqrt(spread) > EXACT * most:  # otherwise too near to each other for a slope, next to the whole series
        weights = weights * ((at - middle) / spread * (places - middle) + 1)
    return weights


def _weights(distance: NDArray[np.int64], half: float) -> Floats:
    """Tricube weights that add up to 1."""
    weights = np.where(distance <= EXACT * half, 1.0, (1 - np.minimum(distance / half, 1.0) ** 3) ** 3)
    weights[distance > NOTHING * half] = 0.0
    return np.asarray(weights / weights.sum())
