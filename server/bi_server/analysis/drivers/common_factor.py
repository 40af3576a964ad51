"""Did everything move by the same factor? Then no segment is to be blamed, however much it changed."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from bi_server.analysis.drivers.likelihood import Floats, noise_scale

CHANCE = 0.1  # how often noise alone may make any value or cell seem to have moved apart


def all_alike(columns: Iterable[NDArray[np.str_]], expected: Floats, actual: Floats, sd: Floats) -> bool:
    """Whether every value of every dimension, and every cell, is within its noise of its part of the whole.

    `columns` give each cell's value in each dimension. The level is for all of them together (Bonferroni).
    """
    whole = float(expected.sum())
    ratio = float(actual.sum()) / whole if whole > 0 else -1.0
    if ratio < 0:
        return False  # from nothing, or to less than nothing, no factor leads
    apart = actual - ratio * expected
    variance = (noise_scale(expected, actual, sd) * max(ratio, 1.0)) ** 2  # where everything grew, noise grew with it
    groups = [np.unique(column, return_inverse=True)[1] for column in columns]
    scores = [np.abs(apart) / np.sqrt(variance)]
    scores += [np.abs(np.bincount(group, apart)) / np.sqrt(np.bincount(group, variance)) for group in groups]
    highest = np.concatenate(scores)
    return bool(highest.max() <= -ndtri(CHANCE / 2 / len(highest)))
