"""What factors a segment usually has (`natural`), and what factors when something happened to it (`cause`).

Both are on the grid of `likelihood.FACTORS`. How near 1 is usual depends on the noise of a segment's leaves, and
on how much of that noise they share: an order spans categories but not hours, so that a whole hour swings where
the categories hold still. `SHARED` lists the possible parts; the data choose among them (see `effects`).
"""

import numpy as np
from scipy.special import ndtr

from bi_server.analysis.drivers.likelihood import LOG_FACTORS, TAIL, Floats, log_sum

CAUSE = 0.08  # prior probability that something happened to a value of a dimension
GONE = 0.02  # ... and that it is a complete outage, given that something happened
NATURAL_SPREAD = 0.05  # usual log factor of a segment whose leaves make no noise at all
SHARED: Floats = np.array([0.1, 0.2, 0.3, 0.45, 0.65, 0.9, 1.2])  # above 1 where the noise is underestimated


def cause_prior() -> Floats:
    """Log prior over the factors of something that happened: anything but about 1, outages included."""
    shape = -0.5 * (LOG_FACTORS / 0.8) ** 2 + np.log(-np.expm1(-0.5 * (LOG_FACTORS / 0.25) ** 2) + 1e-12)
    return np.append(shape - log_sum(shape) + np.log(1 - GONE), np.log(GONE))


def natural_prior(noise: Floats, shared: float) -> Floats:
    """Log prior (segment, factor) over the usual factors, given the noise of each segment relative to its size.

    Student's t in logs, as segments jump like leaves do; a noisy segment has periods without any sale as well, which
    are then no outage.
    """
    spread = np.minimum(np.hypot(NATURAL_SPREAD, shared * noise), 1.0)
    shape = -(TAIL + 1) / 2 * np.log1p((LOG_FACTORS / spread[:, None]) ** 2 / TAIL)
    silent = ndtr(-1 / np.maximum(noise, 0.05))
    normed = shape + (np.log1p(-silent) - log_sum(shape))[:, None]
    return np.column_stack([normed, np.log(silent)])
