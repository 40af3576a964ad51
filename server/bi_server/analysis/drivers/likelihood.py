"""How probable a leaf's actual value is, had its expectation been multiplied by a factor.

The factor lives on a fixed grid: `LOG_FACTORS`, and one last column for "gone" (a factor of exactly zero). A
table of log likelihoods over that grid is all the search needs: leaves multiplied by one common factor just
add up.
"""

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr

Floats = NDArray[np.float64]

STEP = 0.08
LOG_FACTORS: Floats = STEP * np.arange(-32, 33, dtype=np.float64)  # factors 0.077 to 13
FACTORS: Floats = np.append(np.exp(LOG_FACTORS), 0.0)

TAIL = 4.0  # degrees of freedom of Student's t: single leaves jump, and must not outvote the others
NOISE_FLOOR = 0.05  # no leaf is expected more closely than 5 %: the expectation itself is an estimate
SALE_THOUGH_GONE = (
    -60.0
)  # log probability of a sale in a segment that is gone: late bookings happen, but no new business


def noise_scale(expected: Floats, actual: Floats, sd: Floats) -> Floats:
    """Usual deviation of each leaf: its own `sd` shrunk halfway (in logs) to Taylor's law, sd = c * size **
    b.

    A standard deviation from a few weeks is itself uncertain, more so in a small leaf; the law (Taylor 1961)
    pools the leaves, and stands in where `sd` is missing (NaN or 0). With no sd at all, the law is fitted to
    the deviations in hand around their common factor, which is robust to the few that a cause moved.
    """
    size = np.abs(expected)
    size = np.maximum(size, 1e-3 * size.mean())
    if not np.any(size > 0):
        size = np.full_like(size, max(float(np.abs(actual).mean()), 1e-9))
    known = np.isfinite(sd) & (sd > 0) & (expected != 0)
    log_size = np.log(size)
    if known.sum() >= 3:
        x, y = log_size[known], np.log(sd[known])
        spread = float(np.var(x))
        slope = float(np.mean((x - x.mean()) * (y - y.mean()))) / spread if spread > 1e-12 else 0.5
        slope = min(max(slope, 0.4), 1.0)  # 0.5 is counting noise, 1 a constant relative error
        law = np.exp(np.median(y - slope * x) + slope * log_size)
    else:
        slope = 0.75
        common = _typical_ratio(expected, actual)
        deviation = np.abs(actual - common * expected) / size**slope
        law = max(float(np.median(deviation)) / 0.6745, 0.02 * size.mean() ** (1 - slope)) * size**slope
    measured = np.where(np.isfinite(sd) & (sd > 0), sd, law)
    scale: Floats = np.hypot(np.sqrt(measured * law), NOISE_FLOOR * size)
    return scale


def _typical_ratio(expected: Floats, actual: Floats) -> float:
    """Median of actual / expected; a leaf counts by the root of its size, so neither one giant nor dust decides."""
    present = expected != 0
    if not np.any(present):
        return 1.0
    ratio, weight = actual[present] / expected[present], np.sqrt(np.abs(expected[present]))
    order = np.argsort(ratio)
    heaped = np.cumsum(weight[order])
    return float(ratio[order][np.searchsorted(heaped, heaped[-1] / 2)])


def log_likelihood(expected: Floats, actual: Floats, scale: Floats) -> Floats:
    """Table (leaf, factor): log density of `actual` when the usual value, with its noise, is multiplied by
    the factor.

    A leaf at exactly zero tells little about the factor (small leaves have such days, whatever the factor),
    unless it never has one: its probability is the tail of the usual distribution below zero, against 1 if
    the segment is gone.
    """
    table = np.empty((len(expected), len(FACTORS)))
    factors = FACTORS[:-1]
    z = (actual[:, None] / factors - expected[:, None]) / scale[:, None]
    table[:, :-1] = -(TAIL + 1) / 2 * np.log1p(z * z / TAIL) - LOG_FACTORS
    table[:, -1] = SALE_THOUGH_GONE
    zero = actual == 0
    t = np.abs(expected[zero]) / scale[zero]
    table[zero, :-1] = np.log(np.maximum(stdtr(TAIL, -t), 1e-3))[:, None]
    table[zero, -1] = 0.0
    return table


def log_sum(logs: Floats, axis: int = -1) -> Floats:
    """log(sum(exp(logs))); scipy's logsumexp takes several times as long on tables as small as these."""
    top = logs.max(axis=axis, keepdims=True)
    return np.asarray(top.squeeze(axis) + np.log(np.exp(logs - top).sum(axis=axis)))


def multiplied(table: Floats, log_factor: Floats) -> Floats:
    """The table of the leaves with each expectation multiplied by exp(log_factor), interpolated."""
    if not log_factor.any():
        return table
    last = len(LOG_FACTORS) - 1
    steps = log_factor / STEP
    whole = np.floor(steps)
    columns = np.minimum(np.maximum(np.arange(last + 2) + whole.astype(np.intp)[:, None], 0), last)
    columns += np.arange(len(table))[:, None] * table.shape[1]
    picked = table.ravel().take(columns)
    moved = np.empty_like(table)
    moved[:, -1] = table[:, -1]
    near, between = picked[:, :-1], moved[:, :-1]
    np.subtract(picked[:, 1:], near, out=between)
    between *= (steps - whole)[:, None]
    between += near
    return moved
