"""The candidates for a cause: every value of every dimension, and every pair of values of two.

Each is weighed by Bayes factors (Kass & Raftery 1995): the likelihood of its leaves averaged over the factors
that something that happened has, against the factors that are usual.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bi_server.analysis.drivers.effects import Dimension, Fit, mixed, sums, totals
from bi_server.analysis.drivers.likelihood import Floats, log_sum, multiplied
from bi_server.analysis.drivers.main_cause import effects, largest_others, main_by_factor
from bi_server.analysis.drivers.priors import CAUSE, cause_prior


@dataclass(frozen=True)
class Candidates:
    """Groups of leaves of one kind (a dimension's values, or pairs of two dimensions' values)."""

    labels: tuple[tuple[str, NDArray[np.str_]], ...]  # dimension name, value of each group
    member: NDArray[np.intp]
    log_odds: Floats  # that something happened to it rather than to nothing
    log_main: Floats  # log probability that it is the main cause then
    unaffected: Floats  # what each leaf would have been
    noise: Floats  # usual deviation of each group


@dataclass(frozen=True)
class Given:
    """What is known of one dimension's values, given the factors of everything else."""

    dimension: Dimension
    leaf_table: Floats  # (leaves, factors), log likelihood
    segments: Floats  # (k, factors), the same of the values
    natural: Floats  # (k, factors), log prior of their usual factors
    usual: Floats  # (k,), log likelihood that nothing happened to them
    noise: Floats  # (k,), usual deviation
    deviation: Floats  # (k,), size of the deviation net of what moved everything
    unaffected: Floats  # (leaves,), what each leaf would have been


def given_others(
    i: int, dimensions: tuple[Dimension, ...], factors: Fit, table: Floats, expected: Floats, actual: Floats
) -> Given:
    """Dimension `i` after the common factor and the other dimensions' factors have been taken out of the leaves."""
    dimension = dimensions[i]
    others = factors.of_leaves(dimensions, without=i)
    leaf_table = multiplied(table, others)
    segments = sums(leaf_table, dimension.member, len(dimension.values))
    natural = mixed(dimension.natural, factors.shared[i])
    return Given(
        dimension,
        leaf_table,
        segments,
        natural,
        usual=log_sum(segments + natural),
        noise=factors.shared[i] @ dimension.noise,
        deviation=_deviation(totals(expected, dimension.member), totals(actual, dimension.member), factors.common),
        unaffected=expected * np.exp(others),
    )


def _deviation(expected: Floats, actual: Floats, common: float) -> Floats:
    """Size of each value's deviation from what moved everything: the fitted common factor or the ratio of the
    totals, whichever explains more of it. A value with most of the total makes the two differ."""
    whole = float(expected.sum())
    ratio = float(actual.sum()) / whole if whole > 0 else 1.0
    return np.asarray(np.minimum(np.abs(actual - expected * np.exp(common)), np.abs(actual - expected * ratio)))


def single_values(given: Given, actual: Floats) -> Candidates:
    """Every value of a dimension: something happened to all of it, against the usual factors."""
    dimension = given.dimension
    effect = effects(totals(actual, dimension.member), totals(given.unaffected, dimension.member))
    rivals = largest_others(given.deviation, np.arange(len(dimension.values)))
    main = main_by_factor(effect, given.noise, *rivals)
    happened = given.segments + cause_prior() + np.log(CAUSE)
    log_odds = log_sum(happened) - given.usual
    log_main = log_sum(happened + main) - log_sum(happened)
    label = (dimension.name, dimension.values)
    return Candidates((label,), dimension.member, log_odds, log_main, given.unaffected, given.noise)


def pairs_of(one: Given, other: Given, actual: Floats, scale: Floats) -> Candidates:
    """Every pair of values of two dimensions: something happened to the pair while the rest of its parent was as
    usual, against the whole parent as usual. Of the two parents, the one that makes the pair more probable counts.
    """
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
        main = main_by_factor(effects(now, totals(given.unaffected, member)), noise, *rivals)
        rest = log_sum(given.segments[parent] - pairs + given.natural[parent])
        odds = log_sum(pairs + prior) + rest - given.usual[parent]
        better = odds > log_odds
        log_main = np.where(better, log_sum(pairs + prior + main) - log_sum(pairs + prior), log_main)
        log_odds = np.where(better, odds, log_odds)
        unaffected = np.where(better[member], given.unaffected, unaffected)
    labels = ((first.name, first.values[parents[0]]), (second.name, second.values[parents[1]]))
    return Candidates(labels, member, log_odds, log_main, unaffected, noise)
