"""Which segments moved the total away from its expectation, ranked.

The question and the words explanatory power and surprise are Adtributor's (Bhagwan et al. 2014, "Adtributor:
revenue debugging in advertising systems"); that every leaf of a cause moves by about the same factor is the
ripple effect of Sun et al. (2018, "HotSpot"). Here each candidate is scored by

    score = log probability that something happened to it rather than nothing
            + log probability that it is the main cause then

The first term tells a segment from noise, and a value from a pair that has most of it; of several causes beyond doubt
the second puts the largest first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from bi_server.analysis.drivers.candidates import Candidates, given_others, pairs_of, single_values
from bi_server.analysis.drivers.effects import dimensions_of, fit, totals
from bi_server.analysis.drivers.likelihood import Floats, log_likelihood, noise_scale

MANY = 500  # cells
STANDS_OUT = 2.0  # from what moved everything, in usual deviations of the segment


@dataclass(frozen=True)
class Leaves:
    """The cells of a cube in columns of equal length, one entry a cell; cells without data may be left out.

    `dimensions` maps a dimension's name to each cell's value; `expected` and `actual` are amounts in one unit
    (negative where refunds prevail); `sd` is the usual standard deviation of actual - expected in that cell,
    NaN where unknown.
    """

    dimensions: Mapping[str, Sequence[str] | NDArray[np.str_]]
    expected: Sequence[float] | Floats
    actual: Sequence[float] | Floats
    sd: Sequence[float] | Floats | None = None

    def without_empty(self) -> "Leaves":
        """Of many cells those alone that bring or should bring something: the others move nothing, and cost time."""
        expected, actual = np.asarray(self.expected, dtype=np.float64), np.asarray(self.actual, dtype=np.float64)
        if len(expected) <= MANY:
            return self
        kept = (expected != 0) | (actual != 0)
        columns = {name: np.asarray(values, dtype=np.str_)[kept] for name, values in self.dimensions.items()}
        sd = None if self.sd is None else np.asarray(self.sd, dtype=np.float64)[kept]
        return Leaves(columns, expected[kept], actual[kept], sd)


@dataclass(frozen=True)
class RootCause:
    """A segment that explains why actual differs from expected.

    `segment` names one value of one dimension, or of two. `explanatory_power` is the segment's share of the
    total deviation (None when that is zero; beyond 0..1 where signs mix). `surprise` is the Jensen-Shannon
    divergence (nats) that the segment's share of the whole contributes, 0 where a share is not positive.
    `effect` is actual minus what the segment would have been with the common factor and the factors of the
    other dimension's values. `stands_out` says whether the effect is more than the segment's usual noise.
    Scores are natural logarithms and compare within one answer.
    """

    segment: Mapping[str, str]
    expected: float
    actual: float
    change: float
    effect: float
    explanatory_power: float | None
    surprise: float
    stands_out: bool
    score: float


def root_causes(leaves: Leaves, *, limit: int = 10) -> tuple[RootCause, ...]:
    """The best explanations, at most `limit`, best first; none where nothing deviates."""
    columns = {name: np.asarray(values, dtype=np.str_) for name, values in leaves.dimensions.items()}
    expected = np.asarray(leaves.expected, dtype=np.float64)
    actual = np.asarray(leaves.actual, dtype=np.float64)
    if not len(expected) or np.array_equal(expected, actual):
        return ()
    sd = np.full(len(expected), np.nan) if leaves.sd is None else np.asarray(leaves.sd, dtype=np.float64)

    scale = noise_scale(expected, actual, sd)
    dimensions = dimensions_of(columns, expected, scale)
    table = log_likelihood(expected, actual, scale)
    factors = fit(table, dimensions)
    given = [given_others(i, dimensions, factors, table, expected, actual) for i in range(len(dimensions))]
    values = [single_values(one, actual) for one in given]
    pairs = [pairs_of(one, other, actual, scale) for one, other in combinations(given, 2)]
    # Where everything grew, noise grew with it.
    least = STANDS_OUT * max(float(np.exp(factors.common)), 1.0)
    ranked = [
        cause
        for candidates in (*values, *pairs)
        for cause in _best(candidates, _score(candidates), least, expected, actual, limit)
    ]
    ranked.sort(key=lambda cause: (-cause.score, len(cause.segment), tuple(cause.segment.items())))
    return tuple(ranked[:limit])


def _score(candidates: Candidates) -> Floats:
    return np.asarray(candidates.log_main - np.logaddexp(0, -candidates.log_odds))


def _best(
    candidates: Candidates, score: Floats, least: float, expected: Floats, actual: Floats, limit: int
) -> list[RootCause]:
    """The `limit` best of one kind; the groups are sorted by label, so that equal scores rank by name."""
    was, now = totals(expected, candidates.member), totals(actual, candidates.member)
    effect = now - totals(candidates.unaffected, candidates.member)
    surprise = _surprise(was, now)
    deviation = actual.sum() - expected.sum()
    return [
        RootCause(
            segment={name: str(values[k]) for name, values in candidates.labels},
            expected=float(was[k]),
            actual=float(now[k]),
            change=float(now[k] - was[k]),
            effect=float(effect[k]),
            explanatory_power=float((now[k] - was[k]) / deviation) if deviation else None,
            surprise=float(surprise[k]),
            stands_out=bool(abs(effect[k]) > least * candidates.noise[k]),
            score=float(score[k]),
        )
        for k in np.argsort(-score, kind="stable")[:limit]
    ]


def _surprise(expected: Floats, actual: Floats) -> Floats:
    """Each segment's term of the Jensen-Shannon divergence between the expected and the actual shares."""
    whole = np.array([expected.sum(), actual.sum()])
    if np.any(whole <= 0):
        return np.zeros(len(expected))
    p, q = np.maximum(expected, 0) / whole[0], np.maximum(actual, 0) / whole[1]
    mean = np.where(p + q > 0, (p + q) / 2, 1.0)
    terms = [np.where(x > 0, x * np.log(np.where(x > 0, x, 1) / mean), 0.0) for x in (p, q)]
    return np.maximum(0.5 * (terms[0] + terms[1]), 0.0)
