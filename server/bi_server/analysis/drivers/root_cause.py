"""Which segments moved the total away from its expectation, ranked.

The question and the words explanatory power and surprise are Adtributor's (Bhagwan et al. 2014, "Adtributor:
revenue debugging in advertising systems"); that every leaf of a cause moves by about the same factor is the
ripple effect of Sun et al. (2018, "HotSpot"). Here each candidate, one value of a dimension or a pair of
values of two, is scored by the log odds that something happened to it, and made it the main cause, rather than
the usual noise: averaged over the factors it may have been multiplied by (Kass & Raftery 1995, "Bayes factors").
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from scipy.special import logsumexp

from bi_server.analysis.drivers.effects import Dimension, Fit, dimensions_of, fit, mixed, sums
from bi_server.analysis.drivers.likelihood import Floats, log_likelihood, multiplied, noise_scale
from bi_server.analysis.drivers.main_cause import effects, largest_others, log_main
from bi_server.analysis.drivers.priors import CAUSE, cause_prior


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


@dataclass(frozen=True)
class RootCause:
    """A segment that explains why actual differs from expected.

    `segment` names one value of one dimension, or of two. `explanatory_power` is the segment's share of the
    total deviation (None when that is zero; beyond 0..1 where signs mix). `surprise` is the Jensen-Shannon
    divergence (nats) that the segment's share of the whole contributes, 0 where a share is not positive.
    `effect` is actual minus what the segment would have been with the common factor and the factors of the
    other dimension's values. Scores are natural logarithms and compare within one answer.
    """

    segment: Mapping[str, str]
    expected: float
    actual: float
    change: float
    effect: float
    explanatory_power: float | None
    surprise: float
    score: float


@dataclass(frozen=True)
class _Candidates:
    """Groups of leaves of one kind (a dimension's values, or pairs of two dimensions' values)."""

    labels: tuple[tuple[str, NDArray[np.str_]], ...]  # dimension name, value of each group
    member: NDArray[np.intp]
    log_odds: Floats
    unaffected: Floats  # what each leaf would have been


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
    ranked: list[RootCause] = []
    for candidates in _all_candidates(table, expected, actual, scale, dimensions, factors):
        ranked += _best(candidates, expected, actual, limit)
    ranked.sort(key=lambda cause: (-cause.score, len(cause.segment), tuple(cause.segment.items())))
    return tuple(ranked[:limit])


def _all_candidates(
    table: Floats,
    expected: Floats,
    actual: Floats,
    scale: Floats,
    dimensions: tuple[Dimension, ...],
    factors: Fit,
) -> list[_Candidates]:
    cause = cause_prior()
    net = actual - expected * np.exp(factors.common)
    deviations = [np.bincount(d.member, net) for d in dimensions]
    found = []
    given_others = []
    for i, dimension in enumerate(dimensions):
        others = factors.of_leaves(dimensions, without=i)
        leaf_table = multiplied(table, others)
        segments = sums(leaf_table, dimension.member, len(dimension.values))
        natural = mixed(dimension.natural, factors.shared[i])
        usual = logsumexp(segments + natural, axis=1)
        unaffected = expected * np.exp(others)
        effect = effects(np.bincount(dimension.member, actual), np.bincount(dimension.member, unaffected))
        rivals = largest_others(deviations[i], np.arange(len(dimension.values)))
        main = log_main(effect, factors.shared[i] @ dimension.noise, *rivals)
        log_odds = np.log(CAUSE) + logsumexp(segments + cause + main, axis=1) - usual
        found.append(_Candidates(((dimension.name, dimension.values),), dimension.member, log_odds, unaffected))
        given_others.append((leaf_table, segments, natural, usual, unaffected))

    for a, b in combinations(range(len(dimensions)), 2):
        first, second = dimensions[a], dimensions[b]
        code, member = np.unique(first.member * len(second.values) + second.member, return_inverse=True)
        parents = (code // len(second.values), code % len(second.values))
        # As many pairs as single values are expected to be causes, whatever the size of the cube.
        prior = np.log(CAUSE * (len(first.values) + len(second.values)) / len(code))
        rivals = [largest_others(deviations[i], parent) for i, parent in zip((a, b), parents, strict=True)]
        noise = np.sqrt(np.bincount(member, scale**2))
        log_odds = np.full(len(code), -np.inf)
        unaffected = expected
        for i, parent in zip((a, b), parents, strict=True):
            # The pair by itself, and the rest of its parent as usual, against the whole parent as usual.
            leaf_table, segments, natural, usual, parent_unaffected = given_others[i]
            pairs = sums(leaf_table, member, len(code))
            effect = effects(np.bincount(member, actual), np.bincount(member, parent_unaffected))
            main = log_main(effect, noise, *np.maximum(*rivals))
            rest = logsumexp(segments[parent] - pairs + natural[parent], axis=1)
            odds = prior + logsumexp(pairs + cause + main, axis=1) + rest - usual[parent]
            unaffected = np.where((odds > log_odds)[member], parent_unaffected, unaffected)
            log_odds = np.maximum(log_odds, odds)
        labels = ((first.name, first.values[parents[0]]), (second.name, second.values[parents[1]]))
        found.append(_Candidates(labels, member, log_odds, unaffected))
    return found


def _best(candidates: _Candidates, expected: Floats, actual: Floats, limit: int) -> list[RootCause]:
    """The `limit` best of one kind; the groups are sorted by label, so that equal scores rank by name."""
    was: Floats = np.bincount(candidates.member, expected).astype(np.float64)
    now: Floats = np.bincount(candidates.member, actual).astype(np.float64)
    effect = now - np.bincount(candidates.member, candidates.unaffected)
    score = candidates.log_odds
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
