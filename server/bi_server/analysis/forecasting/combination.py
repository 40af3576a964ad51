"""Weights of a combination, learnt from the members' errors on past origins.

Stacking (Breiman, 1996): the convex weights under which the combination would have erred least, in absolute
terms so that single outliers do not decide, drawn towards weights by inverse error (Bates and Granger,
1969), because few origins say little about dozens of members.
"""

from collections.abc import Sequence

import numpy as np

from bi_server.analysis.forecasting.frequency import Floats

SHRINKAGE = 1.0
INVERSE_POWER = 8.0
REST_POWER = 2.5  # sums of a month of rare sales are so noisy that long means must lose clearly
REWEIGHTINGS = 3
PERSISTENCE = 6.0  # errors of neighbouring horizons are alike, so their mean is less sure than their spread tells
NEGLIGIBLE_BIAS = 0.02  # half of what is missed: such as a year's holidays, which fall in few months
LARGEST_ADVANTAGE = 1e-3  # an error of zero counts as this share of the typical member's


def relative_errors(predicted: Floats, actual: Floats) -> Floats:
    """Each member's mean absolute error (members,) over the typical member's, on the origins that have it.

    `predicted` is (members, origins, horizon), `actual` (origins, horizon); NaN is unknown. A member
    without any counts as typical.
    """
    missed = np.abs(predicted - actual)
    known = np.isfinite(missed)
    count = known.sum(axis=2)
    by_origin = np.where(known, missed, 0.0).sum(axis=2) / np.maximum(count, 1)
    there = count > 0
    typical = np.zeros(by_origin.shape[1])
    for origin in range(by_origin.shape[1]):
        if there[:, origin].any():
            typical[origin] = np.median(by_origin[there[:, origin], origin])
    own, usual = (by_origin * there).sum(axis=1), (there * typical).sum(axis=1)
    return np.where(usual > 0, own / np.where(usual > 0, usual, 1.0), 1.0)


def weights(predicted: Floats, actual: Floats) -> Floats:
    """Convex weights (members,) for members `predicted` (members, origins, horizon) of `actual`."""
    error = np.maximum(relative_errors(predicted, actual), LARGEST_ADVANTAGE)
    prior = (error / error.min()) ** -INVERSE_POWER
    prior /= prior.sum()
    known = np.isfinite(actual) & np.isfinite(predicted).any(axis=0)
    if not known.any():
        return np.asarray(prior)
    at = predicted[:, known]
    present = np.isfinite(at)
    # Where a member has no forecast yet, the others stand in for it.
    usual = (prior @ np.where(present, at, 0.0)) / np.maximum(prior @ present, 1e-12)
    missed = (np.where(present, at, usual) - actual[known]).T
    scale = max(np.abs(missed @ prior).mean(), LARGEST_ADVANTAGE * np.abs(missed).mean())
    if not scale > 0:
        return np.asarray(prior)
    chosen: Floats = prior
    for _ in range(REWEIGHTINGS + 1):
        # Iteratively reweighted least squares: squares over sizes are absolute errors.
        size = np.maximum(np.abs(missed @ chosen) / scale, 0.1)
        weighted = missed / scale / np.sqrt(size * len(missed))[:, None]
        chosen = _ridge_on_simplex(weighted.T @ weighted, prior)
    return np.asarray(chosen)


def weights_of_sums(predicted: Floats, actual: Floats, rests_on: Floats) -> Floats:
    """As `weights`, judged by the sum over the horizon in squares: what is least there is the mean.

    Where most days bring nothing, daily errors in absolute terms are least for a forecast of nothing at all. Sums are
    few and noisy, so a member also counts by how many buckets it `rests_on` (members,).
    """
    known = np.isfinite(actual)
    missed = np.where(known, predicted - actual, 0.0).sum(axis=2)
    error = np.sqrt((missed**2).mean(axis=1))
    error = np.maximum(error, max(LARGEST_ADVANTAGE * float(np.median(error)), 1e-12))
    prior = (error / error.min()) ** -INVERSE_POWER * rests_on**REST_POWER
    return np.asarray(prior / prior.sum())


def unbiasing(predicted: Floats, actual: Floats, origins: Sequence[int], rare: bool) -> float:
    """Factor that makes sums over the horizon right on average: members are medians, or means of logarithms, as well.

    `predicted` and `actual` are (origins, horizon). What came less what was expected, relative to both, is drawn to
    zero by how unsure its mean is (James and Stein, 1961); origins overlap, so there are only as many of them as whole
    horizons. No origin counts more for its level, unless sales are `rare` and a low sum is but chance.
    """
    known = np.isfinite(actual) & np.isfinite(predicted)
    whole = known.sum(axis=1) >= actual.shape[1] / 2
    expected, came = (np.where(known, a, 0.0).sum(axis=1)[whole] for a in (predicted, actual))
    size = expected + came
    if len(size) < 2 or not (size > 0).all():
        return 1.0
    relative = (came - expected) / size
    weight = size / size.mean() if rare else np.ones(len(size))
    missed = float((weight * relative).mean())
    independent = (origins[-1] - origins[0]) / actual.shape[1] + 1
    unsure = float(((weight * (relative - missed)) ** 2).mean()) / independent * (2 if rare else PERSISTENCE)
    sure = max(0.0, 1 - (unsure + NEGLIGIBLE_BIAS**2) / missed**2) if missed else 0.0
    return (1 + sure * missed) / (1 - sure * missed)


def _ridge_on_simplex(gram: Floats, prior: Floats) -> Floats:
    """Minimise w'Gw + SHRINKAGE * |w - prior|^2 over w >= 0 that add up to 1, by dropping what turns
    negative."""
    members = len(prior)
    system = gram + SHRINKAGE * np.eye(members)
    active = np.ones(members, dtype=bool)
    while True:
        inner = system[np.ix_(active, active)]
        ridge, ones = np.linalg.solve(inner, np.stack([SHRINKAGE * prior[active], np.ones(active.sum())], axis=1)).T
        solved = ridge + ones * (1 - ridge.sum()) / ones.sum()
        if (solved >= 0).all():
            break
        active[np.flatnonzero(active)[solved < 0]] = False
    found = np.zeros(members)
    found[active] = solved
    return found
