"""Series with a known truth, for the tests of this folder."""

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

WEEK = np.array([0.8, 0.9, 1.0, 1.0, 1.3, 1.6, 0.4])


def daily(values: list[float] | Floats, start: str = "2023-01-02") -> "pd.Series[float]":
    """A series of days from `start`, a Monday unless told otherwise."""
    return pd.Series(np.asarray(values, float), index=pd.date_range(start, periods=len(values), freq="D"))


def noisy_sales(days: int, seed: int, level: float = 500.0, noise: float = 0.15) -> "pd.Series[float]":
    """Weekly season and a slowly wandering level under multiplicative noise."""
    rng = np.random.default_rng(seed)
    wander = np.exp(np.cumsum(rng.normal(0, 0.01, days)))
    return daily(level * wander * np.resize(WEEK, days) * np.exp(rng.normal(0, noise, days)))
