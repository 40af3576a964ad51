"""How much the days of a series resemble those before, and what that costs a test in evidence."""

from dataclasses import dataclass

import numpy as np

from .daily import WEEK, Floats

MAX_PHI = 0.97
"""Above this the series is a random walk for every practical purpose, and the formulas lose their meaning."""

PHIS = (0.2, 0.4, 0.6, 0.75, 0.85, 0.92, 0.96)
SHARES = (0.15, 0.3, 0.5, 0.75, 1.0)
"""The memories considered: an AR(1) with each phi, as each share of the variance, the rest being white noise."""


@dataclass(frozen=True)
class Memory:
    """`lag_one`: autocorrelation of neighbouring days; `inflation`: factor on the variance of the Mann-Kendall S."""

    lag_one: float
    inflation: float


def memory(residuals: Floats, n: int) -> Memory:
    """What the detrended `residuals` tell about a test on `n` of these days.

    The factor is that of Hamed & Rao (1998) with the rank autocorrelation (6 / pi) asin(rho / 2), for each of a grid of
    AR(1) processes with and without white noise on top, averaged (geometrically) by their Whittle (1953) likelihood.
    Daily sales are such sums: a single AR(1) fitted to them forgets too soon, and then finds trends in noise. The
    average instead of the best spares the bias of estimates from short series.
    """
    periodogram, frequency = _periodogram(residuals)
    if len(frequency) == 0 or float(periodogram.sum()) <= 0:
        return Memory(0.0, 1.0)
    grid = [(0.0, 1.0), *((phi, share) for phi in PHIS for share in SHARES)]
    phi, share = np.array(grid).T
    prior = np.where(phi == 0, 1.0, 1 / len(SHARES))
    cosine = np.cos(2 * np.pi * frequency)[None, :]
    p, s = phi[:, None], share[:, None]
    spectrum = 1 - s + s * (1 - p**2) / (1 - 2 * p * cosine + p**2)
    fit = np.log((periodogram / spectrum).mean(axis=1)) + np.log(spectrum).mean(axis=1)
    weight = prior * np.exp(-len(frequency) * (fit - fit.min()))
    weight /= weight.sum()
    inflation = float(np.exp(weight @ np.log(_inflation(phi, share, n))))
    return Memory(float(weight @ (phi * share)), inflation)


def lag_one(residuals: Floats) -> float:
    """First-order autocorrelation without the bias of a fitted mean (Marriott & Pope 1954); negative counts as 0."""
    n = len(residuals)
    power = float(residuals @ residuals)
    if n < 6 or power <= 0:
        return 0.0
    r = float(residuals[1:] @ residuals[:-1]) / power
    return float(np.clip((n * r + 1) / (n - 3), 0.0, MAX_PHI))


def _periodogram(residuals: Floats) -> tuple[Floats, Floats]:
    """Power by frequency (cycles a day), without the lowest, which the trend took, and those of the removed week."""
    n = len(residuals)
    frequency = np.arange(1, n // 2 + 1) / n
    keep = frequency > 1.5 / n
    for harmonic in (1, 2, 3):
        keep &= np.abs(frequency - harmonic / WEEK) >= 0.75 / n
    power = np.abs(np.fft.rfft(residuals)[1 : n // 2 + 1]) ** 2
    return power[keep], frequency[keep]


def _inflation(phi: Floats, share: Floats, n: int) -> Floats:
    """Hamed & Rao's n / n* for each process: autocorrelation `share` * `phi` ** lag."""
    lag = np.arange(1, n)
    rank_rho = 6 / np.pi * np.arcsin(share[:, None] * phi[:, None] ** lag / 2)
    weight = (n - lag) * (n - lag - 1.0) * (n - lag - 2.0)
    return np.asarray(1 + 2 / (n * (n - 1.0) * (n - 2.0)) * (rank_rho @ weight))
