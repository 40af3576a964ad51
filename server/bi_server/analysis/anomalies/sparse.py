"""Series that bring nothing on most days: what is a large day there, and how sure can one be?

A day brings something with a probability, and then an amount whose logarithm is about normal (two-part model: Duan et
al., 1983, Journal of Business & Economic Statistics 1). Both are estimated from the other days, the amount with the
t distribution that so few of them allow: of three sales none is a wonder.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr, ndtri, stdtr, stdtrit

from .robust import Floats
from .structure import Bools

# With fewer of the open days than this that bring something, a series is sparse.
MOST_DAYS = 0.75
# Seasons differ: days to either side that tell how often something comes, beside as many of all days.
AROUND, PRIOR_DAYS = 91, 20.0
# Amounts are taken to differ by this standard deviation of their logarithm, as if that many had been seen, so that two
# equal ones do not make a third that differs a wonder.
USUAL_SPREAD, PRIOR_AMOUNTS = 0.5, 2.0
FEWEST_AMOUNTS = 2
CERTAIN = 3.6  # standard deviations


@dataclass(frozen=True)
class Sparse:
    """Per day, in the unit of the series: the expected value, how unlikely so much is (standard deviations, signed, 0
    for a day that brought nothing), and the value that would be CERTAIN standard deviations out."""

    expected: Floats
    score: Floats
    extreme: Floats


def is_sparse(value: Floats, opened: Bools) -> bool:
    """Whether most days on which something could come bring nothing."""
    return bool(opened.any() and np.mean(np.nan_to_num(value[opened]) != 0) < MOST_DAYS)


def judge_sparse(value: Floats, known: Bools) -> Sparse:
    """Every day that is `known` against all others (NaN elsewhere). A refund is as unlikely as a sale of its size."""
    found = np.full((3, value.size), np.nan)
    found[:, known] = _judge(value[known])
    return Sparse(*found)


def _judge(value: Floats) -> tuple[Floats, Floats, Floats]:
    amount = np.nan_to_num(value)
    sold = amount != 0
    chance = _chance(sold)
    logs = np.log(np.abs(amount[sold]))
    others = logs.size - 1
    if others < FEWEST_AMOUNTS:
        largest = np.full(amount.size, float(np.max(np.abs(amount), initial=0.0)))
        return chance * largest, np.sign(amount) * _standard(chance), largest
    mean, spread = np.full(amount.size, logs.mean()), np.full(amount.size, logs.std())
    mean[sold] = (logs.sum() - logs) / others
    own = (logs - logs.mean()) ** 2 * logs.size / others
    spread[sold] = np.sqrt(np.maximum(logs.var() * logs.size - own, 0) / others)
    freedom = others - 1 + PRIOR_AMOUNTS
    spread = np.sqrt((spread**2 * others + PRIOR_AMOUNTS * USUAL_SPREAD**2) / freedom)
    reach = spread * np.sqrt(1 + 1 / others)
    # Whole numbers: three or more begins at two and a half.
    least = np.where((amount == np.round(amount)).all(), np.abs(amount[sold]) - 0.5, np.abs(amount[sold]))
    distance = (np.log(least) - mean[sold]) / reach[sold]
    score = np.zeros(amount.size)
    score[sold] = np.sign(amount[sold]) * _standard(chance[sold] * stdtr(freedom, -distance))
    tail = stdtrit(freedom, 1 - np.minimum(ndtr(-CERTAIN) * 2 / chance, 0.5))
    return chance * np.exp(mean + spread**2 / 2), score, np.exp(mean + tail * reach)


def _chance(sold: Bools) -> Floats:
    """How likely each day is to bring something, told from the others."""
    window = np.ones(2 * AROUND + 1)
    near, days = np.convolve(sold, window, "same"), np.convolve(np.ones(sold.size), window, "same")
    overall = (sold.sum() - sold + 0.5) / sold.size
    return np.asarray((near[: sold.size] - sold + PRIOR_DAYS * overall) / (days[: sold.size] - 1 + PRIOR_DAYS))


def _standard(probability: Floats) -> Floats:
    return np.asarray(-ndtri(np.clip(probability, 1e-300, 1) / 2))
