"""Series whose truth is known, for the tests of trends."""

import numpy as np
import pandas as pd
from scipy.signal import lfilter

WEEKDAYS = np.array([1.0, 0.9, 0.9, 1.0, 1.1, 1.4, 0.7])
"""A shop's week from Monday, mean 1."""


def days(values: object, start: str = "2023-01-02") -> pd.Series:
    """A daily series from `start` (a Monday unless told otherwise)."""
    array = np.asarray(values, dtype=np.float64)
    return pd.Series(array, index=pd.date_range(start, periods=len(array)))


def ar1(n: int, phi: float, rng: np.random.Generator) -> np.ndarray:
    """A stationary AR(1) with variance 1."""
    noise = rng.standard_normal(n + 100) * np.sqrt(1 - phi**2)
    return np.asarray(lfilter([1.0], [1.0, -phi], noise)[100:], dtype=np.float64)


def shop(
    n: int,
    rng: np.random.Generator,
    *,
    phi: float = 0.3,
    noise: float = 0.08,
    level: object = 1.0,
    start: str = "2023-01-02",
) -> pd.Series:
    """Sales around 100 a day times `level` (a number or one a day), with a week and AR(1) noise."""
    index = pd.date_range(start, periods=n)
    week = WEEKDAYS[index.day_of_week]
    return pd.Series(100 * np.asarray(level) * week * (1 + noise * ar1(n, phi, rng)), index=index)
