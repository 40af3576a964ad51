"""What segments usually bring, from the weeks before: an outage or a large order of last week is not expected again.

A single cell may bring something once a month, so that its median says nothing. Hence the weeks in which the whole, a
category or a region was far from its median are left out of all cells concerned, and the others are averaged.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RECENT = 7  # weeks whose median is what is usual: two spoilt ones in a row are seen through, a change that lasts is not
AVERAGED = 4  # the newest ordinary ones of these
OUTLYING = 3.5  # robust standard deviations (Iglewicz & Hoaglin 1993) ...
LEAST_SPREAD = 0.1  # ... each at least this part of what is usual


def usual(weeks: Floats, members: Sequence[NDArray[np.intp]]) -> tuple[Floats, Floats]:
    """Expectation of each cell, and the usual deviation from it (a standard deviation).

    Args:
        weeks: (week, cell) amounts of comparable periods, oldest first; more than RECENT tell the deviation better.
        members: for each dimension the index of each cell's value.
    """
    whole = np.zeros(weeks.shape[1], dtype=np.intp)
    ordinary = np.ones(weeks.shape, dtype=bool)
    for member in (whole, *members):
        ordinary &= ~_outlying(_by_value(weeks, member))[:, member]
    ordinary[:, ~ordinary[-RECENT:].any(axis=0)] = True
    newest = ordinary[-RECENT:] & (np.cumsum(ordinary[-RECENT:][::-1], axis=0)[::-1] <= AVERAGED)
    expected = _mean(weeks[-RECENT:], newest)
    deviation = np.sqrt(_mean((weeks - _mean(weeks, ordinary)) ** 2, ordinary))
    return expected, deviation * np.sqrt(1 + 1 / AVERAGED)


def _by_value(weeks: Floats, member: NDArray[np.intp]) -> Floats:
    sums = np.zeros((weeks.shape[0], int(member.max(initial=0)) + 1))
    np.add.at(sums.T, member, weeks.T)
    return sums


def _outlying(sums: Floats) -> NDArray[np.bool_]:
    centre = np.median(sums[-RECENT:], axis=0)
    distance = np.abs(sums - centre)
    spread = 1.4826 * np.median(distance, axis=0)
    reach = OUTLYING * np.maximum(spread, LEAST_SPREAD * np.abs(centre))
    return np.asarray((reach > 0) & (distance > reach))


def _mean(values: Floats, counted: NDArray[np.bool_]) -> Floats:
    return np.asarray(np.where(counted, values, 0.0).sum(axis=0) / np.maximum(counted.sum(axis=0), 1))
