"""Days that brought nothing, one after another: how unlikely is such a run in this series?

One day without sales may be ordinary where several in a row are not. Whether a day brings nothing is taken as a Markov
chain: with probability p after a day that brought something, q after one that did not. A run of k such days then has
probability p * q**(k - 1). Both are estimated without the run itself; q is drawn towards p (days independent), so that
only a series whose empty days have come in runs before takes them for ordinary.
"""

import numpy as np
from scipy.special import ndtri

from .robust import Floats
from .structure import Bools

# A day with at most this part of what was due brought next to nothing.
NEXT_TO_NOTHING = 0.05
# Seasons in which empty days are common count on their own, so many open days to either side.
AROUND = 91
# Days after an empty one that speak for independence before any was seen.
PRIOR_DAYS = 5.0


def silence_scores(value: Floats, expected: Floats, opened: Bools) -> Floats:
    """Per day the score of the run of silent days it belongs to, 0 elsewhere; both arrays in the unit of the series.

    The score is the number of standard deviations as unlikely as the run (two-sided normal). Days on which the
    business is closed (`opened` false) neither interrupt a run nor belong to it.
    """
    scores = np.zeros(value.size)
    at = np.flatnonzero(opened)
    silent = (value[at] <= NEXT_TO_NOTHING * expected[at]) & (expected[at] > 0)
    edges = np.diff(np.concatenate([[0], silent.astype(np.int64), [0]]))
    for start, stop in zip(np.flatnonzero(edges == 1), np.flatnonzero(edges == -1), strict=True):
        if stop - start > 1:  # a single day has its own score
            scores[at[start:stop]] = -ndtri(min(_probability(silent, int(start), int(stop)), 1.0) / 2)
    return scores


def _probability(silent: Bools, start: int, stop: int) -> float:
    def share(first: int, last: int) -> float:
        others = np.concatenate([silent[first:start], silent[stop:last]])
        return (float(others.sum()) + 0.5) / (others.size + 1)

    p = max(share(0, silent.size), share(max(0, start - AROUND), stop + AROUND))
    after = np.concatenate([silent[1:start][silent[: max(start - 1, 0)]], silent[stop + 1 :][silent[stop:-1]]])
    q = (float(after.sum()) + PRIOR_DAYS * p) / (after.size + PRIOR_DAYS)
    return p * max(p, q) ** (stop - start - 1)
