"""Every value of every dimension has its own factor; all are estimated together, so that none is blamed for
another's.

A loss in the category that a region mostly sells shows in that region too. The multiplicative two-way model

    actual = expected * common factor * factor of its category * factor of its region * noise

tells them apart. A factor is usually near 1 and sometimes, where something happened, far from it: a
spike-and-slab prior (Mitchell & Beauchamp 1988), here on a grid, fitted by coordinate ascent over the
dimensions. How wide the spike is in each dimension is estimated from all its values together (empirical Bayes,
Efron & Morris 1973).
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bi_server.analysis.drivers.likelihood import LOG_FACTORS, STEP, Floats, log_sum, multiplied
from bi_server.analysis.drivers.priors import CAUSE, SHARED, cause_prior, natural_prior

COMMON_SPREAD = 0.1  # usual log factor common to all leaves
MOST_NOISE = 10.0  # noise relative to size is cut off here, where all factors are about equally usual anyway
SWEEPS = 4  # at most; where the leaves are steady two are enough
SETTLED = 0.01  # a sweep that moves no factor by more than 1 % is the last

LOG_FACTOR_OF = np.append(LOG_FACTORS, LOG_FACTORS[0])  # "gone" counts as the smallest factor when averaging


@dataclass(frozen=True)
class Dimension:
    """The leaves grouped by the values of one dimension; the last two have an entry for each of SHARED."""

    name: str
    values: NDArray[np.str_]  # (k,), sorted
    member: NDArray[np.intp]  # (leaves,), index into values
    natural: Floats  # (shared, k, factors), log prior of the usual factor
    noise: Floats  # (shared, k), usual deviation of the segment


@dataclass(frozen=True)
class Fit:
    """Log factors: of everything, and of each dimension's values (same order as `Dimension.values`); and the
    weight of each of SHARED in each dimension."""

    common: float
    values: tuple[Floats, ...]
    shared: tuple[Floats, ...]

    def of_leaves(self, dimensions: tuple[Dimension, ...], without: int | None = None) -> Floats:
        """Sum of the log factors that act on each leaf, leaving one dimension out."""
        others = [x[d.member] for i, (d, x) in enumerate(zip(dimensions, self.values, strict=True)) if i != without]
        everywhere = np.full(len(dimensions[0].member), self.common)
        return sum(others, start=everywhere)


def dimensions_of(columns: Mapping[str, NDArray[np.str_]], expected: Floats, scale: Floats) -> tuple[Dimension, ...]:
    """Group the leaves by each column."""
    dimensions = []
    for name, column in columns.items():
        values, member = np.unique(column, return_inverse=True)
        usual, size = np.bincount(member, scale), np.bincount(member, np.abs(expected))
        relative = usual / np.maximum(size, usual / MOST_NOISE)
        natural = np.array([natural_prior(relative, shared) for shared in SHARED])
        noise = np.hypot(np.sqrt(np.bincount(member, scale**2)), SHARED[:, None] * usual)
        dimensions.append(Dimension(name, values, member, natural, noise))
    return tuple(dimensions)


def totals(amounts: Floats, member: NDArray[np.intp]) -> Floats:
    """Add up the leaves' amounts by group."""
    return np.bincount(member, amounts).astype(np.float64)


def sums(table: Floats, member: NDArray[np.intp], groups: int) -> Floats:
    """Add up the rows of a leaf table by group: the log likelihood of one factor for the whole group."""
    order = np.argsort(member, kind="stable")
    starts = np.searchsorted(member[order], np.arange(groups))
    return np.add.reduceat(table[order], starts, axis=0)


def mixed(priors: Floats, weights: Floats) -> Floats:
    """Log prior (k, factors) averaged over SHARED, whose weights add up to 1."""
    return log_sum(priors + np.log(weights)[:, None, None], axis=0)


def fit(table: Floats, dimensions: tuple[Dimension, ...]) -> Fit:
    """Posterior means of all log factors, each given the others.

    The dimension that comes first may take what belongs to another; so each begins once, and the most probable
    of the fits is kept.
    """
    slab = np.log(CAUSE) + cause_prior()
    priors = [np.logaddexp(np.log1p(-CAUSE) + d.natural, slab) for d in dimensions]
    fits = [_ascend(table, dimensions, priors, first) for first in range(len(dimensions))]
    return max(fits, key=lambda found: _log_posterior(found, table, dimensions, priors))


def _ascend(table: Floats, dimensions: tuple[Dimension, ...], priors: list[Floats], first: int) -> Fit:
    common = 0.0
    values = [np.zeros(len(d.values)) for d in dimensions]
    shared = [np.full(len(SHARED), 1 / len(SHARED)) for _ in dimensions]
    shifts = np.arange(-4, 5)
    order = np.roll(np.arange(len(dimensions)), -first)
    for sweep in range(SWEEPS):
        before = np.concatenate([[common], *values])
        for i in order if sweep % 2 == 0 else order[::-1]:
            others = Fit(common, tuple(values), tuple(shared)).of_leaves(dimensions, without=i)
            segments = sums(multiplied(table, others), dimensions[i].member, len(values[i]))
            prior = mixed(priors[i], shared[i])
            moved = multiplied(np.tile(segments, (len(shifts), 1)), np.repeat(shifts * STEP, len(segments)))
            evidence = log_sum(moved.reshape(len(shifts), *prior.shape) + prior).sum(axis=1)
            evidence -= 0.5 * ((common + shifts * STEP) / COMMON_SPREAD) ** 2
            step = float(_probabilities(evidence) @ (shifts * STEP))
            common += step
            segments = multiplied(segments, np.full(len(segments), step))
            shared[i] = _probabilities(log_sum(segments + priors[i]).sum(axis=1))
            values[i] = _probabilities(segments + mixed(priors[i], shared[i])) @ LOG_FACTOR_OF
        if np.max(np.abs(np.concatenate([[common], *values]) - before)) < SETTLED:
            break
    return Fit(common, tuple(values), tuple(shared))


def _log_posterior(found: Fit, table: Floats, dimensions: tuple[Dimension, ...], priors: list[Floats]) -> float:
    unchanged = len(LOG_FACTORS) // 2  # the column of factor 1
    total = float(multiplied(table, found.of_leaves(dimensions))[:, unchanged].sum())
    for values, shared, prior in zip(found.values, found.shared, priors, strict=True):
        total += float(multiplied(mixed(prior, shared), values)[:, unchanged].sum())
    return total


def _probabilities(log_weights: Floats) -> Floats:
    """Add up to 1 along the last axis; none is exactly 0."""
    return np.asarray(np.maximum(np.exp(log_weights - log_sum(log_weights)[..., None]), 1e-300))
