"""Series with a known truth: level, weekdays, yearly season and growth times noise, all from one seed."""

import numpy as np
import pandas as pd

WEEK = np.array([1.0, 0.95, 1.0, 1.05, 1.3, 1.6, 0.7])


def sales(
    days: int = 400,
    seed: int = 0,
    *,
    level: float = 10_000.0,
    noise: float = 0.06,
    yearly: float = 0.0,
    growth: float = 0.0,
    start: str = "2023-01-02",
) -> pd.Series:
    """Daily sales; `noise` is the relative standard deviation, `yearly` the season's amplitude, `growth` per year."""
    rng = np.random.default_rng(seed)
    t = np.arange(days)
    season = 1 + yearly * np.sin(2 * np.pi * t / 365.25)
    trend = (1 + growth) ** (t / 365.25)
    value = level * season * trend * WEEK[t % 7] * np.exp(noise * rng.standard_normal(days))
    return pd.Series(value, index=pd.date_range(start, periods=days, freq="D"))
