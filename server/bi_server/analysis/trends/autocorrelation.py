"""How much one day resembles the day before, and what that costs a test in evidence."""

import numpy as np

from .daily import Floats

MAX_PHI = 0.97
"""Above this the series is a random walk for every practical purpose, and the formulas lose their meaning."""


def lag_one(residuals: Floats, fitted: int = 2) -> float:
    """First-order autocorrelation of `residuals`, corrected for the bias that fitting a trend brings.

    Correction: van Giersbergen (2005), (n r + 2) / (n - 4) for a constant and a slope. Negative
    autocorrelation, which would only make a test bolder, counts as 0.
    """
    n = len(residuals)
    power = float(residuals @ residuals)
    if n < 6 or power <= 0:
        return 0.0
    r = float(residuals[1:] @ residuals[:-1]) / power
    return float(np.clip((n * r + fitted) / (n - 2 - fitted), 0.0, MAX_PHI))


def variance_inflation(phi: float, n: int) -> float:
    """Factor on the variance of the Mann-Kendall S when the days follow an AR(1) with `phi`.

    Hamed & Rao (1998), their equation for n / n*, with the rank autocorrelation (6 / pi) asin(rho / 2) of a
    Gaussian AR(1) instead of the noisy empirical one.
    """
    if phi <= 0 or n < 3:
        return 1.0
    lag = np.arange(1, n)
    rank_rho = 6 / np.pi * np.arcsin(phi**lag / 2)
    weight = (n - lag) * (n - lag - 1.0) * (n - lag - 2.0)
    return float(1 + 2 / (n * (n - 1.0) * (n - 2.0)) * (weight @ rank_rho))
