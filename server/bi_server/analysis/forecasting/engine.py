"""From a history to raw numbers: members, weights, the backtest behind them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from bi_server.analysis.forecasting.closed import closed, zero_share
from bi_server.analysis.forecasting.combination import unbiasing, weights, weights_of_sums
from bi_server.analysis.forecasting.events import Names, named_effects, without
from bi_server.analysis.forecasting.frequency import Floats, Frequency, History
from bi_server.analysis.forecasting.members import intermittent_pool, pool, seasonal_naive
from bi_server.analysis.forecasting.recurrence import recurring_effects
from bi_server.analysis.forecasting.season_of_year import seasons
from bi_server.analysis.forecasting.windows import tempered, windows

MOST_ORIGINS = 40
YEARS_KEPT = 4.2  # members look back four years and a little before
INTERMITTENT = 0.08  # share of open buckets without sales from which medians and daily errors say little

FEWEST_FOR_SUMS = 200  # buckets, to compare models by sums over a horizon
CLEARLY = 0.9  # of the other's error
# Where means lie so many times above the medians of the last cycles, models that aim at medians are known to err.
SKEWED, SKEW_CYCLES = 1.15, 52
FEWEST_WHERE_SKEWED, CLEARLY_WHERE_SKEWED = 70, 0.95


@dataclass(frozen=True)
class Rehearsal:
    """What would have been said from past origins: `predicted`, `naive` and `actual` (origins, horizon).

    The last row of `predicted` and `naive` is the forecast itself; `actual` has no such row and is NaN
    where the history ends or has a gap. `shut` (origins, horizon) marks the buckets expected to be closed,
    `members` are the weights. `tested` is the number of steps that weights were learnt on; `by_sums` says
    whether by their sums.
    """

    origins: Sequence[int]
    predicted: Floats
    naive: Floats
    actual: Floats
    shut: npt.NDArray[np.bool_]
    members: Mapping[str, float]
    tested: int
    by_sums: bool


def origins(history: History, season: int) -> list[int]:
    """Counts of buckets known at past origins, each at least two seasons long.

    They lie a stride apart up to a test horizon before the end, then a season apart, as the newest ones can be judged
    on their first steps alone. They do not depend on how far ahead is asked, so that a longer forecast begins as a
    shorter one.
    """
    n, frequency = len(history.values), history.frequency
    tested = min(frequency.tested, max(season, n // 4))
    first, last = max(2 * season, frequency.floor - 1), n - tested
    stride = min(frequency.stride, max(1, (last - first) // 10))
    whole = list(range(last, first - 1, -stride))[:MOST_ORIGINS][::-1]
    newest = range(last + season, n - season + 1, season) if whole else ()
    return [*whole, *newest]


def rehearse(history: History, season: int, horizon: int, names: Names) -> Rehearsal:
    """Forecast `horizon` buckets by the pool's combination, with weights from rolling origins.

    `names` (n + horizon,) are the names of holidays and the like, "" elsewhere. `horizon` is at least as long as what
    the frequency tests.
    """
    values, frequency = history.values, history.frequency
    n, past = len(values), origins(history, season)
    rows, tested = [*past, n], frequency.tested
    ordinary = without(values, names)
    rare = zero_share(ordinary, season, frequency.year)
    intermittent = history.nonnegative and rare > INTERMITTENT
    calm = tempered(ordinary, round(4 * season / (1 - rare if intermittent else 1))) if season > 1 else ordinary
    days = pd.date_range(history.index[0], periods=n + horizon, freq=frequency.offset)
    of_year = np.zeros((len(rows), n + horizon))
    if frequency.offset == "D" and history.nonnegative:
        of_year = seasons(calm, days, rows)
    length = min(n, round(YEARS_KEPT * frequency.year) or n)
    before, coming = _around(np.exp(of_year), rows, length, horizon)
    x = windows(calm, rows, length) / before
    ahead = np.asarray(past, dtype=int)[:, None] + np.arange(horizon)
    judged = _padded(ordinary, horizon)[ahead] / coming[:-1]
    mixed, members = _combined(x, judged[:, :tested], horizon, frequency, season, intermittent)
    by_sums = intermittent
    if history.nonnegative and not intermittent and season > 1:
        # Where days are mostly noise, the level is known from a long mean alone, and sums tell it.
        skewed = _mean_over_median(calm, season) > SKEWED
        fewest, clearly = (FEWEST_WHERE_SKEWED, CLEARLY_WHERE_SKEWED) if skewed else (FEWEST_FOR_SUMS, CLEARLY)
        if n >= fewest:
            other, means = _combined(x, judged[:, :tested], horizon, frequency, season, intermittent=True)
            if _error_of_sums(other, judged[:, :tested]) < clearly * _error_of_sums(mixed, judged[:, :tested]):
                mixed, members, by_sums = other, means, True
    if history.nonnegative:
        mixed = np.maximum(mixed, 0.0)
    mixed *= coming
    if not intermittent:
        mixed *= np.exp(_special_days(history.recorded / np.exp(of_year[-1, :n]), days, names, rows, season))
    shut = closed(x, season, horizon)
    mixed[shut] = 0.0
    if history.nonnegative:
        came = values if by_sums else np.where(np.isfinite(calm), calm, values)
        mixed *= unbiasing(mixed[:-1, :tested], _padded(came, horizon)[ahead][:, :tested], past, by_sums)
    naive = seasonal_naive(windows(values, rows, min(n, 7 * season)), horizon, season)
    return Rehearsal(past, mixed, naive, _padded(values, horizon)[ahead], shut, members, tested, by_sums)


def _combined(
    x: Floats, judged: Floats, horizon: int, frequency: Frequency, season: int, intermittent: bool
) -> tuple[Floats, dict[str, float]]:
    """Members' combination (origins, horizon) after the windows `x`, and their weights by what they missed of `judged`
    (origins - 1, tested)."""
    tested = judged.shape[1]
    if intermittent:
        members, rests_on = intermittent_pool(x, horizon, frequency, season)
        predicted = np.array(list(members.values()))
        share = weights_of_sums(predicted[:, :-1, :tested], judged, rests_on)
    else:
        members = pool(x, horizon, frequency, season)
        members = {name: f for name, f in members.items() if np.isfinite(f[-1, :tested]).all()}
        predicted = np.array(list(members.values()))
        share = weights(predicted[:, :-1, :tested], judged)
    present = np.isfinite(predicted)
    mixed = np.tensordot(share, np.where(present, predicted, 0.0), 1)
    mixed /= np.maximum(np.tensordot(share, present.astype(float), 1), 1e-12)
    return mixed, dict(zip(members, share.tolist(), strict=True))


def _mean_over_median(values: Floats, season: int) -> float:
    """By how much the mean of a season position exceeds its median, over the last year."""
    cycles = values[len(values) % season :].reshape(-1, season)[-SKEW_CYCLES:]
    means, medians = np.nanmean(cycles, axis=0), np.nanmedian(cycles, axis=0)
    return float(means.sum() / medians.sum()) if medians.sum() > 0 else 1.0


def _error_of_sums(mixed: Floats, judged: Floats) -> float:
    """Root mean squared error of sums over the tested horizon, their bias apart."""
    known = np.isfinite(judged)
    whole = known.sum(axis=1) >= judged.shape[1] / 2
    expected, came = (np.where(known, a, 0.0).sum(axis=1)[whole] for a in (mixed[:-1, : judged.shape[1]], judged))
    ratio = came.sum() / expected.sum() if expected.sum() > 0 else 1.0
    return float(np.sqrt(np.mean((came - ratio * expected) ** 2))) if whole.any() else np.inf


def _around(factor: Floats, rows: Sequence[int], length: int, horizon: int) -> tuple[Floats, Floats]:
    """`factor` (origins, n + horizon) in the `length` buckets before each origin and the `horizon` after it; 1 before
    the series begins."""
    at = np.asarray(rows, dtype=int)[:, None] + np.arange(-length, horizon)
    found = np.where(at < 0, 1.0, np.take_along_axis(factor, np.maximum(at, 0), axis=1))
    return found[:, :length], found[:, length:]


def _special_days(values: Floats, days: pd.DatetimeIndex, names: Names, rows: Sequence[int], season: int) -> Floats:
    """Log factors of named days and, where none is named, of days that stood out in past years."""
    horizon = len(days) - len(values)
    effects = named_effects(values, names, rows, horizon, season)
    if days.freq != "D":
        return effects
    unnamed = names[np.asarray(rows, dtype=int)[:, None] + np.arange(horizon)] == ""
    return np.where(unnamed, recurring_effects(values, days, rows, horizon, names), effects)


def _padded(values: Floats, horizon: int) -> Floats:
    return np.concatenate([values, np.full(horizon, np.nan)])
