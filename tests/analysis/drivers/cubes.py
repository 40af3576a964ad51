"""Simulated cubes with a known cause."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bi_server.analysis.drivers import Leaves

CATEGORIES = tuple(f"category {i}" for i in range(6))
REGIONS = tuple(f"region {i}" for i in range(5))


def dense(rng: np.random.Generator, noise: float = 0.08) -> Leaves:
    """Thousands of orders a cell; the actuals differ from the expectations by noise and a common factor only."""
    expected = rng.gamma(3.0, 20_000.0, len(CATEGORIES) * len(REGIONS))
    actual = expected * rng.normal(1, noise, len(expected)) * rng.uniform(0.92, 1.08)
    return _leaves(expected, actual, noise * expected)


def sparse(rng: np.random.Generator) -> Leaves:
    """A handful of orders of very different size a cell, most of them in the first region."""
    orders = np.outer(rng.uniform(2, 12, len(CATEGORIES)), [6.0, 1.0, 0.7, 0.5, 0.3]).ravel()
    ticket = 50.0

    def period() -> NDArray[np.float64]:
        n = rng.poisson(orders)
        return np.where(n > 0, rng.gamma(np.maximum(n, 1) * 0.5, ticket / 0.5), 0.0)

    expected = np.mean([period() for _ in range(4)], axis=0)
    history = np.array([period() - np.mean([period() for _ in range(4)], axis=0) for _ in range(24)])
    return _leaves(expected, period() * rng.uniform(0.92, 1.08), history.std(axis=0))


def dominated(rng: np.random.Generator, noise: float = 0.08) -> Leaves:
    """As `dense`, but the first region sells four fifths of everything."""
    expected = np.outer(rng.gamma(6.0, 20_000.0, len(CATEGORIES)), [0.8, 0.07, 0.06, 0.04, 0.03]).ravel()
    actual = expected * rng.normal(1, noise, len(expected)) * rng.uniform(0.92, 1.08)
    return _leaves(expected, actual, noise * expected)


def baskets(rng: np.random.Generator) -> Leaves:
    """Few orders, each of one region and of all categories: a region swings as a whole, a category hardly."""
    shares = rng.dirichlet(np.full(len(CATEGORIES), 10.0))

    def period() -> NDArray[np.float64]:
        bought = np.array([rng.gamma(2.0, 500.0, rng.poisson(10)).sum() for _ in REGIONS])
        return (np.outer(shares, bought) * rng.normal(1, 0.05, (len(CATEGORIES), len(REGIONS)))).ravel()

    expected = np.mean([period() for _ in range(4)], axis=0)
    history = np.array([period() - np.mean([period() for _ in range(4)], axis=0) for _ in range(24)])
    return _leaves(expected, period(), history.std(axis=0))


def hit(leaves: Leaves, factor: float, **segment: str) -> Leaves:
    """The same cube with the actuals of one segment multiplied."""
    inside = np.all([np.asarray(leaves.dimensions[name]) == value for name, value in segment.items()], axis=0)
    return replace(leaves, actual=np.where(inside, np.asarray(leaves.actual) * factor, leaves.actual))


def _leaves(expected: NDArray[np.float64], actual: NDArray[np.float64], sd: NDArray[np.float64]) -> Leaves:
    dimensions = {
        "category": np.repeat(CATEGORIES, len(REGIONS)),
        "region": np.tile(REGIONS, len(CATEGORIES)),
    }
    return Leaves(dimensions, expected, actual, sd)
