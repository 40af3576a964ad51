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

from bi_server.analysis.drivers.effects import Dimension, Fit, dimensions_of, fit, mixed, sums, totals
from bi_server.analysis.drivers.likelihood import Floats, log_likelihood, log_sum, multiplied, noise_scale
from bi_server.analysis.drivers.main_cause import effects, largest_others
from bi_server.analysis.drivers.main_cause import log_main as log_main_of
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
    log_odds: Floats  # that something happened to it rather than to nothing
    log_main: Floats  # log probability that it is the main cause then
    unaffected: Floats  # what each leaf would have been
    parents: tuple[NDArray[np.intp], ...] = ()  # of pairs, index of the value in each dimension


@dataclass(frozen=True)
class _Given:
    """What is known of one dimension's values given the factors of everything else."""

    dimension: Dimension
    leaf_table: Floats  # (leaves, factors), log likelihood
    segments: Floats  # (k, factors), the same of the values
    natural: Floats  # (k, factors), log prior of their usual factors
    usual: Floats  # (k,), log likelihood that nothing happened to them
    noise: Floats  # (k,), usual deviation
    deviation: Floats  # (k,), net of the common factor
    unaffected: Floats  # (leaves,), what each leaf would have been


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
    given = [_given_others(i, dimensions, factors, table, expected, actual) for i in range(len(dimensions))]
    values = [_values(one, actual) for one in given]
    pairs = {(i, j): _pairs(given[i], given[j], actual, scale) for i, j in combinations(range(len(given)), 2)}
    overlapping = [one.log_odds for one in values]
    ranked: list[RootCause] = []
    for of, candidates in pairs.items():
        rivals = candidates.log_odds
        for i, parent in zip(of, candidates.parents, strict=True):
            rivals = np.logaddexp(rivals, values[i].log_odds[parent])
            overlapping[i] = overlapping[i].copy()
            np.logaddexp.at(overlapping[i], parent, candidates.log_odds)
        ranked += _best(candidates, rivals, expected, actual, limit)
    for one, rivals in zip(values, overlapping, strict=True):
        ranked += _best(one, rivals, expected, actual, limit)
    ranked.sort(key=lambda cause: (-cause.score, len(cause.segment), tuple(cause.segment.items())))
    return tuple(ranked[:limit])


def _given_others(
    i: int, dimensions: tuple[Dimension, ...], factors: Fit, table: Floats, expected: Floats, actual: Floats
) -> _Given:
    dimension = dimensions[i]
    others = factors.of_leaves(dimensions, without=i)
    leaf_table = multiplied(table, others)
    segments = sums(leaf_table, dimension.member, len(dimension.values))
    natural = mixed(dimension.natural, factors.shared[i])
    return _Given(
        dimension,
        leaf_table,
        segments,
        natural,
        usual=log_sum(segments + natural),
        noise=factors.shared[i] @ dimension.noise,
        deviation=totals(actual - expected * np.exp(factors.common), dimension.member),
        unaffected=expected * np.exp(others),
    )


def _values(given: _Given, actual: Floats) -> _Candidates:
    """Every value of a dimension: something happened to all of it, against the usual factors."""
    dimension = given.dimension
    effect = effects(totals(actual, dimension.member), totals(given.unaffected, dimension.member))
    rivals = largest_others(given.deviation, np.arange(len(dimension.values)))
    main = log_main_of(effect, given.noise, *rivals)
    happened = given.segments + cause_prior() + np.log(CAUSE)
    log_odds = log_sum(happened) - given.usual
    log_main = log_sum(happened + main) - log_sum(happened)
    return _Candidates(((dimension.name, dimension.values),), dimension.member, log_odds, log_main, given.unaffected)


def _pairs(one: _Given, other: _Given, actual: Floats, scale: Floats) -> _Candidates:
    """Every pair of values of two dimensions: the pair by itself and the rest of its parent as usual, against the
    whole parent as usual; the parent is the value, of either dimension, that leaves more to explain."""
    first, second = one.dimension, other.dimension
    code, member = np.unique(first.member * len(second.values) + second.member, return_inverse=True)
    parents = (code // len(second.values), code % len(second.values))
    # As many pairs as single values are expected to be causes, whatever the size of the cube.
    prior = np.log(CAUSE * (len(first.values) + len(second.values)) / len(code)) + cause_prior()
    now, noise = totals(actual, member), np.sqrt(totals(scale**2, member))
    rivals = np.maximum(largest_others(one.deviation, parents[0]), largest_others(other.deviation, parents[1]))
    log_odds, log_main = np.full(len(code), -np.inf), np.zeros(len(code))
    unaffected = one.unaffected
    for given, parent in zip((one, other), parents, strict=True):
        pairs = sums(given.leaf_table, member, len(code))
        main = log_main_of(effects(now, totals(given.unaffected, member)), noise, *rivals)
        rest = log_sum(given.segments[parent] - pairs + given.natural[parent])
        odds = log_sum(pairs + prior) + rest - given.usual[parent]
        better = odds > log_odds
        log_main = np.where(better, log_sum(pairs + prior + main) - log_sum(pairs + prior), log_main)
        log_odds = np.where(better, odds, log_odds)
        unaffected = np.where(better[member], given.unaffected, unaffected)
    labels = ((first.name, first.values[parents[0]]), (second.name, second.values[parents[1]]))
    return _Candidates(labels, member, log_odds, log_main, unaffected, parents)


def _best(candidates: _Candidates, rivals: Floats, expected: Floats, actual: Floats, limit: int) -> list[RootCause]:
    """The `limit` best of one kind; the groups are sorted by label, so that equal scores rank by name."""
    was, now = totals(expected, candidates.member), totals(actual, candidates.member)
    effect = now - totals(candidates.unaffected, candidates.member)
    score = candidates.log_odds - np.logaddexp(0, rivals) + candidates.log_main
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
