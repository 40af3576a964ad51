"""Every value of every dimension has its own factor; all are estimated together, so that none is blamed for
another's.

A loss in the category that a region mostly sells shows in that region too. The multiplicative two-way model

    actual = expected * common factor * factor of its category * factor of its region * noise

tells them apart. A factor is usually near 1 (`natural`: how near depends on the segment's own noise) and
sometimes, where something happened, far from it (`cause`): a spike-and-slab prior (Mitchell & Beauchamp
1988), here on a grid, fitted by coordinate ascent over the dimensions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp, ndtr

from bi_server.analysis.drivers.likelihood import FACTORS, IMPOSSIBLE, LOG_FACTORS, STEP, Floats, multiplied

CAUSE = 0.08  # prior probability that something happened to a value of a dimension
GONE = 0.02  # ... and that it is a complete outage, given that something happened
COMMON_SPREAD = 0.1  # usual log factor common to all leaves
NATURAL_SPREAD = 0.05  # usual log factor of a segment whose leaves make no noise at all
MOST_NOISE = 10.0  # noise relative to size is cut off here, where all factors are about equally usual anyway
SHARED_NOISE = 0.8  # part of the leaves' noise that a segment's leaves share: big orders span categories
SWEEPS = 4  # at most; where the leaves are steady two are enough
SETTLED = 0.01  # a sweep that moves no factor by more than 1 % is the last

LOG_FACTOR_OF = np.append(LOG_FACTORS, LOG_FACTORS[0])  # "gone" counts as the smallest factor when averaging


@dataclass(frozen=True)
class Dimension:
    """The leaves grouped by the values of one dimension."""

    name: str
    values: NDArray[np.str_]  # (k,), sorted
    member: NDArray[np.intp]  # (leaves,), index into values
    natural: Floats  # (k, factors), log prior of the usual factor


@dataclass(frozen=True)
class Fit:
    """Log factors: of everything, and of each dimension's values (same order as `Dimension.values`)."""

    common: float
    values: tuple[Floats, ...]

    def of_leaves(self, dimensions: tuple[Dimension, ...], without: int | None = None) -> Floats:
        """Sum of the log factors that act on each leaf, leaving one dimension out."""
        others = [x[d.member] for i, (d, x) in enumerate(zip(dimensions, self.values, strict=True)) if i != without]
        everywhere = np.full(len(dimensions[0].member), self.common)
        return sum(others, start=everywhere)


def cause_prior() -> Floats:
    """Log prior over the factors of something that happened: anything but about 1, outages included."""
    shape = -0.5 * (LOG_FACTORS / 0.8) ** 2 + np.log(-np.expm1(-0.5 * (LOG_FACTORS / 0.25) ** 2) + 1e-12)
    return np.append(shape - logsumexp(shape) + np.log(1 - GONE), np.log(GONE))


def natural_prior(noise: Floats) -> Floats:
    """Log prior over the usual factors of segments, given the noise of each relative to its size.

    Log-normal; a noisy segment has periods without any sale as well, which are then no outage.
    """
    spread = np.minimum(np.hypot(NATURAL_SPREAD, SHARED_NOISE * noise), 1.0)
    shape = np.maximum(-0.5 * (LOG_FACTORS / spread[:, None]) ** 2, IMPOSSIBLE)
    silent = ndtr(-1 / np.maximum(noise, 0.05))
    normed = shape - logsumexp(shape, axis=1, keepdims=True) + np.log1p(-silent)[:, None]
    return np.column_stack([normed, np.log(silent)])


def dimensions_of(columns: Mapping[str, NDArray[np.str_]], expected: Floats, scale: Floats) -> tuple[Dimension, ...]:
    """Group the leaves by each column."""
    dimensions = []
    for name, column in columns.items():
        values, member = np.unique(column, return_inverse=True)
        usual, size = np.bincount(member, scale), np.bincount(member, np.abs(expected))
        noise = usual / np.maximum(size, usual / MOST_NOISE)
        dimensions.append(Dimension(name, values, member, natural_prior(noise)))
    return tuple(dimensions)


def sums(table: Floats, member: NDArray[np.intp], groups: int) -> Floats:
    """Add up the rows of a leaf table by group: the log likelihood of one factor for the whole group."""
    order = np.argsort(member, kind="stable")
    starts = np.searchsorted(member[order], np.arange(groups))
    return np.add.reduceat(table[order], starts, axis=0)


def fit(table: Floats, dimensions: tuple[Dimension, ...]) -> Fit:
    """Posterior means of all log factors, each given the others."""
    log_cause = np.log(CAUSE) + cause_prior()
    common = 0.0
    values = [np.zeros(len(d.values)) for d in dimensions]
    shifts = np.arange(-4, 5)
    for sweep in range(SWEEPS):
        before = np.concatenate([[common], *values])
        order = range(len(dimensions)) if sweep % 2 == 0 else reversed(range(len(dimensions)))
        for i in order:
            dimension = dimensions[i]
            prior = np.logaddexp(np.log1p(-CAUSE) + dimension.natural, log_cause)
            others = Fit(common, tuple(values)).of_leaves(dimensions, without=i)
            segments = sums(multiplied(table, others), dimension.member, len(dimension.values))
            moved = multiplied(np.tile(segments, (len(shifts), 1)), np.repeat(shifts * STEP, len(segments)))
            evidence = logsumexp(moved.reshape(len(shifts), *prior.shape) + prior, axis=2).sum(axis=1)
            evidence -= 0.5 * ((common + shifts * STEP) / COMMON_SPREAD) ** 2
            step = float(np.exp(evidence - logsumexp(evidence)) @ (shifts * STEP))
            common += step
            posterior = multiplied(segments, np.full(len(segments), step)) + prior
            posterior = np.exp(posterior - logsumexp(posterior, axis=1, keepdims=True))
            values[i] = posterior @ LOG_FACTOR_OF
        if np.max(np.abs(np.concatenate([[common], *values]) - before)) < SETTLED:
            break
    return Fit(common, tuple(values))


def expected_factor(log_weights: Floats) -> Floats:
    """Posterior mean factor of each row of unnormalised log weights (rows, factors)."""
    weights: Floats = np.exp(log_weights - logsumexp(log_weights, axis=1, keepdims=True))
    return weights @ FACTORS
